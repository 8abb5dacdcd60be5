//! # ER-FOREIGN: an easy-read text keeps to its language
//!
//! Words from a list of our own give a warning: in English, Latin and French terms (“via”, “per annum”); in French, English and
//! Latin ones. Words between quotes, and words that the glossary explains, are spared.
//!
//! Why: a word of another language has to be known to be read aloud, and even more to be understood.
//!
//! Source: Inclusion Europe, Information for All (no words from other languages unless very well known).
//!
//! Precision: all 28 findings were right (5,657 sentences of manuals, not easy-read, on 2026-11-24). Known false alarms: names in
//! lower case.
//!
//! - No: Send it via the form.
//! - Yes: Send it with the form.
//!
//! # ER-FOREIGN : un texte facile à lire reste dans sa langue
//!
//! Les mots d’une liste du projet donnent un avertissement : en français, des mots anglais et latins (« mail », « login »,
//! « via »). Les mots entre guillemets et ceux que le glossaire explique sont admis.
//!
//! Pourquoi : il faut connaître un mot d’une autre langue pour le dire à voix haute, et encore plus pour le comprendre.
//!
//! Source : Inclusion Europe, L’information pour tous (pas de mots étrangers, sauf très connus).
//!
//! Précision : 49 résultats justes sur 50 tirés au sort (9 000 phrases de fiches administratives, pas faciles à lire, le
//! 2026-11-24). Fausse alerte connue : un nom propre en minuscules.
//!
//! - Non : Donnez votre mail.
//! - Oui : Donnez votre adresse de courriel.

use std::ops::Range;
use std::sync::LazyLock;

use super::er_word_hard::is_explained;
use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-FOREIGN",
    group: Group::EasyRead,
    severity: Severity::Warning,
    source: include_str!("er_foreign.rs"),
    run: Run::Passage(check),
};

static WORDS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(&[("fr", include_str!("../lists/foreign-fr.txt")), ("en", include_str!("../lists/foreign-en.txt"))])
});

fn check(passage: &Passage<'_>, subject: &Subject<'_>) -> Vec<Finding> {
    if !passage.is_easy() {
        return Vec::new();
    }
    let hits = WORDS.hits(passage).into_iter().filter(|hit| !passage.in_quotes(&hit.range) && !in_name(passage, &hit.range));
    let strange = hits.filter(|hit| !is_explained(passage, &hit.range, subject));
    strange.map(|hit| finding(passage, &hit)).collect()
}

/// Whether it is a part of a name: `Simple Mail Transfer`, `gnome-user-share`.
fn in_name(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let capital = |text: &str| text.starts_with(char::is_uppercase);
    let (before, after) = (&passage.text[..range.start], &passage.text[range.end..]);
    let beside = before.split_whitespace().next_back().is_some_and(capital) || after.split_whitespace().next().is_some_and(capital);
    let part = before.ends_with('-') || after.starts_with('-');
    part || (capital(&passage.text[range.clone()]) && beside)
}

fn finding(passage: &Passage<'_>, hit: &lexicon::Hit<'_>) -> Finding {
    let message = Message::new("er-foreign").arg("words", &passage.text[hit.range.clone()]);
    let found = passage.finding(hit.range.clone(), message);
    match hit.instead {
        Some(instead) => found.hint(Message::new("hint-er-foreign").arg("instead", instead)),
        None => found,
    }
}
