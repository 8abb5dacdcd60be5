//! # ER-LEADING: lines are well spaced
//!
//! On laid-out pages (`--pages`).
//!
//! Why: 1.5 times the size is right, under 1.4 is an error; Arabic needs 1.7.
//!
//! Source: Information for All; British, German and Austrian guides; WCAG 1.4.8 (1.5).
//!
//! - No: lines at 1.2
//! - Yes: lines at 1.5
//!
//! # ER-LEADING : les lignes respirent
//!
//! Sur les pages composées (`--pages`).
//!
//! Pourquoi : 1,5 fois la taille est juste, moins de 1,4 est une erreur ; l’arabe demande 1,7.
//!
//! Source : L’information pour tous ; guides britannique, allemand et autrichien ; WCAG 1.4.8 (1,5).
//!
//! - Non : des lignes à 1,2
//! - Oui : des lignes à 1,5

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-LEADING",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_leading.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    easy_page("ER-LEADING", sheet)
}
