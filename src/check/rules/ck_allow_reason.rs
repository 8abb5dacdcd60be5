//! # CK-ALLOW-REASON: what a tip allows has a reason
//!
//! Why: whoever reads the tip next year wants to know why. Source: our own choice.
//!
//! - No: `allow: {ER-ABBR: ""}`
//! - Yes: `allow: {ER-ABBR: "the button itself says USB"}`
//!
//! # CK-ALLOW-REASON : ce qu’un conseil autorise a une raison
//!
//! Pourquoi : qui relira le conseil l’an prochain voudra savoir pourquoi. Source : notre choix.
//!
//! - Non : `allow: {ER-ABBR: ""}`
//! - Oui : `allow: {ER-ABBR: "le bouton lui-même dit USB"}`

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "CK-ALLOW-REASON",
    group: Group::Checker,
    severity: Severity::Warning,
    source: include_str!("ck_allow_reason.rs"),
    run: Run::Checker,
};
