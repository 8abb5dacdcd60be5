//! # ER-LINE: lines are not too long
//!
//! On laid-out pages (`--pages`).
//!
//! Why: over 70 characters the eye loses the next line; over 80 is an error.
//!
//! Source: WCAG 1.4.8 (80 characters).
//!
//! - No: text across the whole width of an A4 page
//! - Yes: 60 characters
//!
//! # ER-LINE : les lignes ne sont pas trop longues
//!
//! Sur les pages composées (`--pages`).
//!
//! Pourquoi : au-delà de 70 signes, l’œil perd la ligne suivante ; plus de 80 est une erreur.
//!
//! Source : WCAG 1.4.8 (80 signes).
//!
//! - Non : un texte sur toute la largeur d’une page A4
//! - Oui : 60 signes

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-LINE",
    group: Group::EasyRead,
    severity: Severity::Warning,
    source: include_str!("er_line.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    easy_page("ER-LINE", sheet)
}
