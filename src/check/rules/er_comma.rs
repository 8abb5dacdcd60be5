//! # ER-COMMA: few commas
//!
//! More than two commas in a sentence give a warning.
//!
//! Why: many commas are many ideas.
//!
//! Source: UNE 153101:2018; lucid-lint (2 commas in its easy-read profile).
//!
//! - No: At the desk, on the phone, at home, say nothing.
//! - Yes: Say nothing at the desk. Say nothing on the phone.
//!
//! # ER-COMMA : peu de virgules
//!
//! Plus de deux virgules dans une phrase donnent un avertissement.
//!
//! Pourquoi : beaucoup de virgules, ce sont beaucoup d’idées.
//!
//! Source : UNE 153101:2018 ; lucid-lint (2 virgules dans son profil FALC).
//!
//! - Non : À l’accueil, au téléphone, chez vous, ne dites rien.
//! - Oui : Ne dites rien à l’accueil. Ne dites rien au téléphone.

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-COMMA",
    group: Group::EasyRead,
    severity: Severity::Warning,
    source: include_str!("er_comma.rs"),
    run: Run::Passage(check),
};

/// Most commas of a sentence.
const MOST: usize = 2;

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if !passage.is_easy() {
        return Vec::new();
    }
    let commas = |range: &std::ops::Range<usize>| passage.text[range.clone()].matches([',', '،']).count();
    let many = passage.sentences.iter().filter(|sentence| commas(sentence) > MOST);
    let finding = |sentence: &std::ops::Range<usize>| {
        let message = Message::new("er-comma").arg("commas", commas(sentence));
        passage.finding(sentence.clone(), message).hint(Message::new("hint-er-comma"))
    };
    many.map(finding).collect()
}
