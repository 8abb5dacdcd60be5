//! # LA-STALE: a translation says what its source says
//!
//! A translation is stamped with the text it was made from; when that text changes, the translation is stale until somebody
//! compares them and stamps it again (`pancarte stamp`).
//!
//! Why: people who read Arabic must not get last year’s advice.
//!
//! Source: our own choice; translations and easy-read texts of public bodies stay when the facts have changed.
//!
//! - No: the French action changed, the English one did not
//! - Yes: compare, change what must be, then `pancarte stamp fermer-session --lang en`
//!
//! # LA-STALE : une traduction dit ce que dit sa source
//!
//! Une traduction est tamponnée avec le texte dont elle vient ; quand celui-ci change, elle est périmée jusqu’à ce que
//! quelqu’un les compare et la tamponne de nouveau (`pancarte stamp`).
//!
//! Pourquoi : qui lit l’arabe ne doit pas recevoir le conseil de l’an dernier.
//!
//! Source : notre choix ; les traductions et les textes faciles des organismes publics restent quand les faits ont changé.
//!
//! - Non : l’action en français a changé, pas celle en anglais
//! - Oui : comparez, changez ce qu’il faut, puis `pancarte stamp fermer-session --lang en`

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "LA-STALE",
    group: Group::Stale,
    severity: Severity::Warning,
    source: include_str!("la_stale.rs"),
    run: Run::Tip(check),
};

fn check(tip: &Tip, subject: &Subject<'_>) -> Vec<Finding> {
    stale(tip, subject, StampKind::Translation, "la-stale")
}
