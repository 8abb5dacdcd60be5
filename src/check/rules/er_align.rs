//! # ER-ALIGN: lines begin at one edge
//!
//! On laid-out pages (`--pages`).
//!
//! Why: the eye finds the next line where the last one began; justified lines have gaps.
//!
//! Source: Information for All; British, German and Austrian guides; WCAG 1.4.8.
//!
//! - No: justified or centred text
//! - Yes: text aligned where reading begins
//!
//! # ER-ALIGN : les lignes commencent au même bord
//!
//! Sur les pages composées (`--pages`).
//!
//! Pourquoi : l’œil retrouve la ligne suivante là où commençait la précédente ; un texte justifié a des trous.
//!
//! Source : L’information pour tous ; guides britannique, allemand et autrichien ; WCAG 1.4.8.
//!
//! - Non : un texte justifié ou centré
//! - Oui : un texte aligné du côté où l’on commence à lire

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-ALIGN",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_align.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    easy_page("ER-ALIGN", sheet)
}
