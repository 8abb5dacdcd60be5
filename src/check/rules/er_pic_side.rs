//! # ER-PIC-SIDE: the picture stands where reading begins
//!
//! On laid-out pages (`--pages`).
//!
//! Why: on the left of a text that is read from the left, on the right of Arabic: picture first, words next.
//!
//! Source: DoH 2009.
//!
//! - No: pictures at the end of lines
//! - Yes: pictures at their beginning
//!
//! # ER-PIC-SIDE : l’image est du côté où l’on commence à lire
//!
//! Sur les pages composées (`--pages`).
//!
//! Pourquoi : à gauche d’un texte lu de gauche à droite, à droite de l’arabe : l’image d’abord, les mots ensuite.
//!
//! Source : DoH 2009.
//!
//! - Non : des images en fin de ligne
//! - Oui : des images en début de ligne

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-PIC-SIDE",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_pic_side.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    easy_page("ER-PIC-SIDE", sheet)
}
