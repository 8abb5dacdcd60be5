//! # ER-SENT-LEN: an easy-read sentence is short
//!
//! In French and English more than 12 words give a warning and more than 15 are an error; in Arabic more than 10 give a warning.
//! Words are counted by the rules of Unicode; an elided article counts as a word.
//!
//! Why: most easy-read guides ask for 10 to 15 words, because a short sentence is understood at the first reading.
//!
//! Source: Inclusion Europe, Information for All, rule 14; gov.uk and PIF guides (15 words); Easy Language directives for Arabic.
//!
//! - No: When you have finished what you came to do on the computer, you should think about closing your session.
//! - Yes: You have finished. Close your session.
//!
//! # ER-SENT-LEN : une phrase facile à lire est courte
//!
//! En français et en anglais, plus de 12 mots : avertissement ; plus de 15 : erreur. En arabe, plus de 10 mots : avertissement.
//! Les mots sont comptés selon Unicode ; un article élidé compte pour un mot.
//!
//! Pourquoi : la plupart des guides demandent 10 à 15 mots, car une phrase courte se comprend à la première lecture.
//!
//! Source : Inclusion Europe, L’information pour tous, règle 14 ; guides gov.uk et PIF (15 mots) ; directives Easy Language pour
//! l’arabe.
//!
//! - Non : Quand vous avez terminé ce que vous vouliez faire sur l’ordinateur, pensez à bien fermer votre session.
//! - Oui : Vous avez terminé. Fermez votre session.

use std::ops::Range;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-SENT-LEN",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_sent_len.rs"),
    run: Run::Passage(check),
};

/// Most words before a warning, and before an error.
struct Limits {
    warn: usize,
    error: usize,
}

fn limits(lang: &Lang) -> Option<Limits> {
    match lang.primary() {
        "fr" | "en" => Some(Limits { warn: 12, error: 15 }),
        "ar" => Some(Limits { warn: 10, error: usize::MAX }),
        _ => None,
    }
}

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    let Some(limits) = limits(passage.lang).filter(|_| passage.is_easy()) else { return Vec::new() };
    passage.sentences.iter().filter_map(|sentence| judge(passage, sentence, &limits)).collect()
}

fn judge(passage: &Passage<'_>, sentence: &Range<usize>, limits: &Limits) -> Option<Finding> {
    let words = passage.words_in(sentence).count();
    let severity = if words > limits.error { Severity::Error } else { Severity::Warning };
    let message = Message::new("er-sent-len").arg("words", words).arg("limit", limits.warn);
    let finding = passage.finding(sentence.clone(), message).hint(Message::new("hint-er-sent-len"));
    (words > limits.warn).then(|| finding.severity(severity))
}
