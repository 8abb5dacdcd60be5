//! # ER-SENT-LINE-PAGE: each sentence begins a line
//!
//! On laid-out pages (`--pages`).
//!
//! Why: a sentence in the middle of a line is not seen.
//!
//! Source: Information for All.
//!
//! - No: two sentences on one line
//! - Yes: a line for each
//!
//! # ER-SENT-LINE-PAGE : chaque phrase commence une ligne
//!
//! Sur les pages composées (`--pages`).
//!
//! Pourquoi : une phrase au milieu d’une ligne ne se voit pas.
//!
//! Source : L’information pour tous.
//!
//! - Non : deux phrases sur une ligne
//! - Oui : une ligne pour chacune

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-SENT-LINE-PAGE",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_sent_line_page.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    easy_page("ER-SENT-LINE-PAGE", sheet)
}
