//! # ER-NO-ITALIC: no italics
//!
//! On laid-out pages (`--pages`).
//!
//! Why: slanted letters are harder to tell apart.
//!
//! Source: Information for All; British, German and Austrian guides.
//!
//! - No: *slanted*
//! - Yes: **bold**
//!
//! # ER-NO-ITALIC : pas d’italique
//!
//! Sur les pages composées (`--pages`).
//!
//! Pourquoi : les lettres penchées se distinguent moins.
//!
//! Source : L’information pour tous ; guides britannique, allemand et autrichien.
//!
//! - Non : *penché*
//! - Oui : **gras**

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-NO-ITALIC",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_no_italic.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    easy_page("ER-NO-ITALIC", sheet)
}
