//! # ER-SENT-BREAK: no sentence goes over to the next page
//!
//! On laid-out pages (`--pages`).
//!
//! Why: the beginning is forgotten when the page is turned.
//!
//! Source: Information for All.
//!
//! - No: half a sentence at the foot of a page
//! - Yes: the whole idea on the next page
//!
//! # ER-SENT-BREAK : aucune phrase ne passe à la page suivante
//!
//! Sur les pages composées (`--pages`).
//!
//! Pourquoi : on a oublié le début quand la page est tournée.
//!
//! Source : L’information pour tous.
//!
//! - Non : une demi-phrase en bas de page
//! - Oui : toute l’idée sur la page suivante

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-SENT-BREAK",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_sent_break.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    easy_page("ER-SENT-BREAK", sheet)
}
