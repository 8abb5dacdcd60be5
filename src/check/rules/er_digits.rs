//! # ER-DIGITS: numbers are written in digits
//!
//! From 2 on, numbers are digits: 3, not three.
//!
//! Why: a digit is read at a glance, a number in words must be spelt out.
//!
//! Source: UNE 153101:2018; Information for All (Inclusion Europe).
//!
//! - No: Use three words.
//! - Yes: Use 3 words.
//!
//! # ER-DIGITS : les nombres s’écrivent en chiffres
//!
//! À partir de 2, les nombres sont en chiffres : 3 et non trois.
//!
//! Pourquoi : un chiffre se lit d’un coup d’œil, un nombre en lettres doit être déchiffré.
//!
//! Source : UNE 153101:2018 ; L’information pour tous (Inclusion Europe).
//!
//! - Non : Choisissez trois mots.
//! - Oui : Choisissez 3 mots.

use std::sync::LazyLock;

use crate::check::lexicon::Lexicon;
use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-DIGITS",
    group: Group::EasyRead,
    severity: Severity::Warning,
    source: include_str!("er_digits.rs"),
    run: Run::Passage(check),
};

static NUMBERS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(&[
        ("fr", include_str!("../lists/numbers.fr.txt")),
        ("en", include_str!("../lists/numbers.en.txt")),
    ])
});

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if !passage.is_easy() {
        return Vec::new();
    }
    let finding = |hit: lexicon::Hit<'_>| {
        let digits = hit.instead.unwrap_or_default();
        let message = Message::new("er-digits").arg("word", &passage.text[hit.range.clone()]);
        passage.finding(hit.range, message).hint(Message::new("hint-er-digits").arg("digits", digits))
    };
    NUMBERS.hits(passage).into_iter().map(finding).collect()
}
