//! # ER-NO-CAPS-PAGE: no words in capitals on the page
//!
//! On laid-out pages (`--pages`).
//!
//! Why: as ER-NO-CAPS, for what a theme makes of the words.
//!
//! Source: Information for All; British, German and Austrian guides.
//!
//! - No: a theme that prints titles in capitals
//! - Yes: titles as they were written
//!
//! # ER-NO-CAPS-PAGE : pas de mots en capitales sur la page
//!
//! Sur les pages composées (`--pages`).
//!
//! Pourquoi : comme ER-NO-CAPS, pour ce qu’un thème fait des mots.
//!
//! Source : L’information pour tous ; guides britannique, allemand et autrichien.
//!
//! - Non : un thème qui met les titres en capitales
//! - Oui : les titres tels qu’ils sont écrits

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-NO-CAPS-PAGE",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_no_caps_page.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    easy_page("ER-NO-CAPS-PAGE", sheet)
}
