//! # ER-FONT-ONE: one typeface in a document
//!
//! On laid-out pages (`--pages`).
//!
//! Why: a change of letters is one more thing to get used to.
//!
//! Source: lebenshilfe.at; Information for All. Fonts for other scripts do not count.
//!
//! - No: a title in a second typeface
//! - Yes: one family throughout
//!
//! # ER-FONT-ONE : une seule police par document
//!
//! Sur les pages composées (`--pages`).
//!
//! Pourquoi : changer de lettres demande un effort de plus.
//!
//! Source : lebenshilfe.at ; L’information pour tous. Les polices d’autres écritures ne comptent pas.
//!
//! - Non : un titre dans une seconde police
//! - Oui : une seule famille partout

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-FONT-ONE",
    group: Group::EasyRead,
    severity: Severity::Warning,
    source: include_str!("er_font_one.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    easy_page("ER-FONT-ONE", sheet)
}
