//! # ER-PAGE-NO: every page says where it is
//!
//! On laid-out pages (`--pages`).
//!
//! Why: “2 / 8” shows how far you have come, and whether a page is missing.
//!
//! Source: Information for All.
//!
//! - No: no numbers
//! - Yes: 2 / 8
//!
//! # ER-PAGE-NO : chaque page dit où l’on en est
//!
//! Sur les pages composées (`--pages`).
//!
//! Pourquoi : « 2 / 8 » dit ce qu’il reste, et si une page manque.
//!
//! Source : L’information pour tous.
//!
//! - Non : sans numéros
//! - Oui : 2 / 8

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-PAGE-NO",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_page_no.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    easy_page("ER-PAGE-NO", sheet)
}
