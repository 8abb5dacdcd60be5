//! # ER-STALE: an easy-read text says what its tip says
//!
//! An easy-read text is stamped with the tip it simplifies; when the tip changes, it is stale until somebody compares them
//! and stamps it again (`pancarte stamp`).
//!
//! Why: the easy text must not be the one that is forgotten.
//!
//! Source: our own choice; translations and easy-read texts of public bodies stay when the facts have changed.
//!
//! - No: the support line changed, the easy ideas did not
//! - Yes: compare, then `pancarte stamp fermer-session --lang fr`
//!
//! # ER-STALE : un texte facile dit ce que dit son conseil
//!
//! Un texte facile est tamponné avec le conseil qu’il simplifie ; quand le conseil change, il est périmé jusqu’à ce que
//! quelqu’un les compare et le tamponne de nouveau (`pancarte stamp`).
//!
//! Pourquoi : le texte facile ne doit pas être celui que l’on oublie.
//!
//! Source : notre choix ; les traductions et les textes faciles des organismes publics restent quand les faits ont changé.
//!
//! - Non : la phrase d’appui a changé, pas les idées faciles
//! - Oui : comparez, puis `pancarte stamp fermer-session --lang fr`

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-STALE",
    group: Group::Stale,
    severity: Severity::Warning,
    source: include_str!("er_stale.rs"),
    run: Run::Tip(check),
};

fn check(tip: &Tip, subject: &Subject<'_>) -> Vec<Finding> {
    stale(tip, subject, StampKind::Easy, "er-stale")
}
