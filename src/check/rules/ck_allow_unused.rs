//! # CK-ALLOW-UNUSED: what a tip allows is still needed
//!
//! `allow` in a tip silences one rule there. Once the rule finds nothing there any more, delete the line.
//!
//! Why: an allowance that nobody needs hides the next mistake. Source: our own choice.
//!
//! - No: `allow: {ER-ABBR: …}` in a tip without abbreviations.
//! - Yes: the line is deleted.
//!
//! # CK-ALLOW-UNUSED : ce qu’un conseil autorise sert encore
//!
//! `allow` dans un conseil y fait taire une règle. Quand la règle n’y trouve plus rien, supprimez la ligne.
//!
//! Pourquoi : une autorisation inutile cache la prochaine faute. Source : notre choix.
//!
//! - Non : `allow: {ER-ABBR: …}` dans un conseil sans abréviation.
//! - Oui : la ligne est supprimée.

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "CK-ALLOW-UNUSED",
    group: Group::Checker,
    severity: Severity::Warning,
    source: include_str!("ck_allow_unused.rs"),
    run: Run::Checker,
};
