//! # ER-FONT-SIZE: letters are large enough
//!
//! On laid-out pages (`--pages`).
//!
//! Why: what counts is the height of the small letters: at least that of Arial at 14 points, whatever the font.
//!
//! Source: Information for All; British, German and Austrian guides; 0.519 is the height of an x in Arial.
//!
//! - No: a font with small letters at 14 points
//! - Yes: the same font at 16 points
//!
//! # ER-FONT-SIZE : les lettres sont assez grandes
//!
//! Sur les pages composées (`--pages`).
//!
//! Pourquoi : c’est la hauteur des petites lettres qui compte : au moins celle d’Arial en 14 points, quelle que soit la
//! police.
//!
//! Source : L’information pour tous ; guides britannique, allemand et autrichien ; 0,519 est la hauteur d’un x en Arial.
//!
//! - Non : une police aux petites lettres en 14 points
//! - Oui : la même en 16 points

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-FONT-SIZE",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_font_size.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    easy_page("ER-FONT-SIZE", sheet)
}
