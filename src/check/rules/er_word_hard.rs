//! # ER-WORD-HARD: a hard word is explained, or another word stands in its place
//!
//! Reported: hard words of administration and of computers from a list of our own, with an easier word where there is one, and
//! words of 13 letters and more that are not in our list of long words that everybody knows. Words of the glossary are spared:
//! their meaning is printed.
//!
//! Why: one word that is not understood can hide a whole page.
//!
//! Source: Inclusion Europe, Information for All, rules 6 and 7; gov.uk guide to Easy Read (explain hard words).
//!
//! Precision: 48 of 50 findings in a sample were right (3,457 sentences of manuals, not easy-read, on 2026-11-24). Known false
//! alarms: long names, and long words that are easy and not in the list.
//!
//! - No: Authentication is mandatory.
//! - Yes: Type your password.
//!
//! # ER-WORD-HARD : un mot difficile est expliqué, ou un autre mot le remplace
//!
//! Sont signalés : les mots difficiles de l’administration et de l’informatique, d’après une liste du projet, avec un mot plus
//! facile quand il y en a un, et les mots de 13 lettres et plus qui ne sont pas dans sa liste de mots longs et connus. Les mots
//! du glossaire sont admis : leur sens est imprimé.
//!
//! Pourquoi : un seul mot incompris peut cacher toute une page.
//!
//! Source : Inclusion Europe, L’information pour tous, règles 6 et 7 ; guide gov.uk de l’Easy Read (expliquer les mots
//! difficiles).
//!
//! Précision : 48 résultats justes sur 50 tirés au sort (9 000 phrases de fiches administratives, pas faciles à lire, le
//! 2026-11-24). Fausses alertes connues : les mots longs et faciles qui manquent à la liste.
//!
//! - Non : L’authentification est obligatoire.
//! - Oui : Tapez votre mot de passe.

use std::ops::Range;
use std::sync::LazyLock;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-WORD-HARD",
    group: Group::EasyRead,
    severity: Severity::Notice,
    source: include_str!("er_word_hard.rs"),
    run: Run::Passage(check),
};

static HARD: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(&[("fr", include_str!("../lists/hard-fr.txt")), ("en", include_str!("../lists/hard-en.txt"))])
});
/// Long words that everybody knows.
static KNOWN: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(&[("fr", include_str!("../lists/long-fr.txt")), ("en", include_str!("../lists/long-en.txt"))])
});

/// From how many letters on a word is long.
const LONG: usize = 13;

/// Whether the glossary explains these words of a passage.
pub(super) fn is_explained(passage: &Passage<'_>, range: &Range<usize>, subject: &Subject<'_>) -> bool {
    explained(passage, subject).iter().any(|known| known.start <= range.start && range.end <= known.end)
}

fn check(passage: &Passage<'_>, subject: &Subject<'_>) -> Vec<Finding> {
    if !passage.is_easy() || !["fr", "en"].contains(&passage.lang.primary()) {
        return Vec::new();
    }
    let listed: Vec<lexicon::Hit<'_>> = HARD.hits(passage);
    let long = passage.words.iter().filter(|word| is_long(passage, word));
    let inside = |word: &Range<usize>| listed.iter().any(|hit| hit.range.start <= word.start && word.end <= hit.range.end);
    let mut found: Vec<Finding> = long.filter(|word| !inside(word)).filter_map(|word| finding(passage, subject, word, None)).collect();
    found.extend(listed.iter().filter_map(|hit| finding(passage, subject, &hit.range, hit.instead)));
    found
}

fn is_long(passage: &Passage<'_>, word: &Range<usize>) -> bool {
    let text = &passage.text[word.clone()];
    text.len() >= LONG
        && text.chars().filter(|c| c.is_alphabetic()).count() >= LONG
        && text.chars().all(|c| c.is_alphabetic())
        && !KNOWN.has(passage.lang.primary(), text)
}

fn finding(passage: &Passage<'_>, subject: &Subject<'_>, range: &Range<usize>, instead: Option<&str>) -> Option<Finding> {
    let word = &passage.text[range.clone()];
    if passage.in_quotes(range) || is_explained(passage, range, subject) {
        return None;
    }
    let found = passage.finding(range.clone(), Message::new("er-word-hard").arg("words", word));
    Some(match instead {
        Some(instead) => found.hint(Message::new("hint-er-word-hard-instead").arg("instead", instead)),
        None => found.hint(Message::new("hint-er-word-hard")),
    })
}
