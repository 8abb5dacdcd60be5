//! # ER-HYPHEN-PAGE: no word is split at the end of a line
//!
//! On laid-out pages (`--pages`).
//!
//! Why: a split word must be put back together.
//!
//! Source: Information for All; British, German and Austrian guides.
//!
//! - No: hyphenation
//! - Yes: whole words
//!
//! # ER-HYPHEN-PAGE : aucun mot n’est coupé en fin de ligne
//!
//! Sur les pages composées (`--pages`).
//!
//! Pourquoi : un mot coupé doit être recollé.
//!
//! Source : L’information pour tous ; guides britannique, allemand et autrichien.
//!
//! - Non : la césure
//! - Oui : des mots entiers

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-HYPHEN-PAGE",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_hyphen_page.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    easy_page("ER-HYPHEN-PAGE", sheet)
}
