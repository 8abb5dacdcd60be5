//! # ER-LENGTH: a document is not too long
//!
//! On laid-out pages (`--pages`).
//!
//! Why: more than 20 pages give a warning, more than 24 are an error: order fewer tips, or two sheets.
//!
//! Source: DoH 2009 (20 pages); gov.uk (24).
//!
//! - No: 27 pages
//! - Yes: two documents of 12
//!
//! # ER-LENGTH : un document n’est pas trop long
//!
//! Sur les pages composées (`--pages`).
//!
//! Pourquoi : plus de 20 pages donnent un avertissement, plus de 24 sont une erreur : commandez moins de conseils, ou deux
//! documents.
//!
//! Source : DoH 2009 (20 pages) ; gov.uk (24).
//!
//! - Non : 27 pages
//! - Oui : deux documents de 12

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-LENGTH",
    group: Group::EasyRead,
    severity: Severity::Warning,
    source: include_str!("er_length.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    easy_page("ER-LENGTH", sheet)
}
