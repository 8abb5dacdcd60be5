//! # PL-SENT-LEN: a sentence of a text is not too long
//!
//! In texts that are not easy-read, more than 25 words give a warning, in French and English.
//!
//! Why: longer sentences are read twice.
//!
//! Source: ISO 24495-1 asks for short sentences; 25 words is the figure of gov.uk’s content guide.
//!
//! - No: a sentence of 30 words.
//! - Yes: two sentences of 15.
//!
//! # PL-SENT-LEN : une phrase de texte n’est pas trop longue
//!
//! Dans les textes qui ne sont pas faciles à lire, plus de 25 mots donnent un avertissement, en français et en anglais.
//!
//! Pourquoi : une phrase plus longue se lit deux fois.
//!
//! Source : ISO 24495-1 demande des phrases courtes ; 25 mots, c’est le chiffre du guide de rédaction de gov.uk.
//!
//! - Non : une phrase de 30 mots.
//! - Oui : deux phrases de 15.

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "PL-SENT-LEN",
    group: Group::Plain,
    severity: Severity::Warning,
    source: include_str!("pl_sent_len.rs"),
    run: Run::Passage(check),
};

/// Most words of a sentence.
const MOST: usize = 25;

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if passage.is_easy() || !(passage.is("fr") || passage.is("en")) {
        return Vec::new();
    }
    let finding = |sentence: &std::ops::Range<usize>| {
        let words = passage.words_in(sentence).count();
        let message = Message::new("pl-sent-len").arg("words", words).arg("limit", MOST);
        (words > MOST).then(|| passage.finding(sentence.clone(), message))
    };
    passage.sentences.iter().filter_map(finding).collect()
}
