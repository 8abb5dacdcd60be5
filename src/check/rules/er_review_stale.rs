//! # ER-REVIEW-STALE: a reading holds for the sentences that were read
//!
//! A reading by people with an intellectual disability is bound to the sentences they read, and to what explains their hard
//! words. When these change, the sheet says again that it was not read, and carries no logo.
//!
//! Why: names under a text that nobody read would be a lie.
//!
//! Source: our own choice; translations and easy-read texts of public bodies stay when the facts have changed.
//!
//! - No: a sentence was added after the reading
//! - Yes: have it read again, then `pancarte stamp TIP --lang fr --reviewed-by NAME --consent`
//!
//! # ER-REVIEW-STALE : une relecture vaut pour les phrases qui ont été lues
//!
//! Une relecture par des personnes en situation de handicap intellectuel est liée aux phrases qu’elles ont lues, et à ce qui
//! en explique les mots difficiles. Quand elles changent, la fiche dit de nouveau qu’elle n’a pas été relue, et ne porte pas
//! de logo.
//!
//! Pourquoi : des noms sous un texte que personne n’a lu seraient un mensonge.
//!
//! Source : notre choix ; les traductions et les textes faciles des organismes publics restent quand les faits ont changé.
//!
//! - Non : une phrase a été ajoutée après la relecture
//! - Oui : faites relire, puis `pancarte stamp CONSEIL --lang fr --reviewed-by NOM --consent`

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-REVIEW-STALE",
    group: Group::Stale,
    severity: Severity::Warning,
    source: include_str!("er_review_stale.rs"),
    run: Run::Tip(check),
};

fn check(tip: &Tip, subject: &Subject<'_>) -> Vec<Finding> {
    stale(tip, subject, StampKind::Review, "er-review-stale")
}
