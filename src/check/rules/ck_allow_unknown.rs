//! # CK-ALLOW-UNKNOWN: what a tip allows is a rule
//!
//! Why: a name that is no rule silences nothing. Source: our own choice.
//!
//! - No: `allow: {ER-SENTLEN: …}`
//! - Yes: `allow: {ER-SENT-LEN: …}`
//!
//! # CK-ALLOW-UNKNOWN : ce qu’un conseil autorise est une règle
//!
//! Pourquoi : un nom qui n’est pas une règle ne fait rien taire. Source : notre choix.
//!
//! - Non : `allow: {ER-SENTLEN: …}`
//! - Oui : `allow: {ER-SENT-LEN: …}`

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "CK-ALLOW-UNKNOWN",
    group: Group::Checker,
    severity: Severity::Error,
    source: include_str!("ck_allow_unknown.rs"),
    run: Run::Checker,
};
