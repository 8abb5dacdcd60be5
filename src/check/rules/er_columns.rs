//! # ER-COLUMNS: no columns of text
//!
//! On laid-out pages (`--pages`).
//!
//! Why: nobody should have to search for where to read on.
//!
//! Source: Information for All.
//!
//! - No: two columns
//! - Yes: one column, with pictures beside it
//!
//! # ER-COLUMNS : pas de colonnes de texte
//!
//! Sur les pages composées (`--pages`).
//!
//! Pourquoi : personne ne devrait avoir à chercher où continuer.
//!
//! Source : L’information pour tous.
//!
//! - Non : deux colonnes
//! - Oui : une seule, les images à côté

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-COLUMNS",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_columns.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    easy_page("ER-COLUMNS", sheet)
}
