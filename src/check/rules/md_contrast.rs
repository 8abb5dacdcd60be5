//! # MD-CONTRAST: every word stands out from its background
//!
//! At least 7:1, also in grey print and for people who see few colours (4.5:1), measured under every word of the laid-out
//! pages (`--pages`).
//!
//! Why: paper is read in poor light, by ageing eyes, from black-and-white printers.
//!
//! Source: WCAG 1.4.6 (7:1) and 1.4.3 (4.5:1); Machado 2009 for colour vision.
//!
//! - No: light grey on white
//! - Yes: black on white
//!
//! # MD-CONTRAST : chaque mot se détache de son fond
//!
//! Au moins 7:1, et 4,5:1 en noir et blanc et pour qui voit peu les couleurs, mesuré sous chaque mot des pages
//! composées (`--pages`).
//!
//! Pourquoi : le papier se lit parfois mal éclairé, avec des yeux âgés, imprimé en noir et blanc.
//!
//! Source : WCAG 1.4.6 (7:1) et 1.4.3 (4,5:1) ; Machado 2009 pour la vision des couleurs.
//!
//! - Non : du gris clair sur du blanc
//! - Oui : du noir sur du blanc

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "MD-CONTRAST",
    group: Group::Media,
    severity: Severity::Error,
    source: include_str!("md_contrast.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    let of = |id: &str| id.starts_with("contrast-");
    sheet.faults.iter().filter(|fault| of(fault.message.id)).cloned().map(Finding::of).collect()
}
