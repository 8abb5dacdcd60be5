//! # ER-PIC-DENSITY: four or five pictures on a page
//!
//! On laid-out pages (`--pages`).
//!
//! Why: more than that fill the page and make each picture small.
//!
//! Source: APAJH.
//!
//! - No: eight pictures on a page
//! - Yes: four
//!
//! # ER-PIC-DENSITY : quatre ou cinq images par page
//!
//! Sur les pages composées (`--pages`).
//!
//! Pourquoi : au-delà, la page est pleine et chaque image trop petite.
//!
//! Source : APAJH.
//!
//! - Non : huit images sur une page
//! - Oui : quatre

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-PIC-DENSITY",
    group: Group::EasyRead,
    severity: Severity::Warning,
    source: include_str!("er_pic_density.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    easy_page("ER-PIC-DENSITY", sheet)
}
