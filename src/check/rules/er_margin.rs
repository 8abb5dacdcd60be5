//! # ER-MARGIN: margins are wide
//!
//! On laid-out pages (`--pages`).
//!
//! Why: no text nearer than 20 mm to an edge of A4: a full page puts people off, and fingers hold paper.
//!
//! Source: our own figure; Information for All asks for a page that is not full.
//!
//! - No: margins of 10 mm
//! - Yes: margins of 20 mm
//!
//! # ER-MARGIN : les marges sont larges
//!
//! Sur les pages composées (`--pages`).
//!
//! Pourquoi : aucun texte à moins de 20 mm du bord d’une A4 : une page pleine décourage, et les doigts tiennent le papier.
//!
//! Source : notre chiffre ; L’information pour tous demande une page qui n’est pas pleine.
//!
//! - Non : des marges de 10 mm
//! - Oui : des marges de 20 mm

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-MARGIN",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_margin.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    easy_page("ER-MARGIN", sheet)
}
