//! # ER-POSITIVE: at most one negation in a sentence
//!
//! Two negations in a sentence give a warning, and so does a negation of a negative word (“not impossible”). One negation is
//! fine: “Do not give your secret codes” is clear.
//!
//! Why: two negations must be added up before the sentence means anything.
//!
//! Source: Inclusion Europe, Information for All (positive sentences); easyreadstandard.org (positive form).
//!
//! Precision: 43 of 50 findings in a sample were right (3,457 sentences of manuals, not easy-read, on 2026-11-24); the commonest
//! false alarms of that sample (“no network, no server”) were corrected afterwards.
//!
//! - No: Never leave without closing your session.
//! - Yes: Close your session before you leave.
//!
//! # ER-POSITIVE : au plus une négation dans une phrase
//!
//! Deux négations dans une phrase donnent un avertissement, la négation d’un mot négatif (« pas impossible ») aussi. Une seule
//! négation est claire : « Ne donnez pas vos codes secrets ».
//!
//! Pourquoi : il faut additionner deux négations avant de comprendre la phrase.
//!
//! Source : Inclusion Europe, L’information pour tous (phrases positives) ; easyreadstandard.org (forme positive).
//!
//! Précision : 48 résultats justes sur 50 tirés au sort (9 000 phrases de fiches administratives, pas faciles à lire, le
//! 2026-11-24). Fausse alerte connue : « ne peut ou ne veut ».
//!
//! - Non : Ne partez jamais sans fermer votre session.
//! - Oui : Fermez votre session avant de partir.

use std::sync::LazyLock;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-POSITIVE",
    group: Group::EasyRead,
    severity: Severity::Warning,
    source: include_str!("er_positive.rs"),
    run: Run::Passage(check),
};

/// Words that are negative in themselves.
static NEGATIVE: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(&[("fr", include_str!("../lists/negative-fr.txt")), ("en", include_str!("../lists/negative-en.txt"))])
});

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    sentence::easy(passage, &["fr", "en"]).iter().filter_map(judge).collect()
}

fn judge(sentence: &Sentence<'_>) -> Option<Finding> {
    let negates = if sentence.passage.is("fr") { french } else { english };
    let lang = sentence.passage.lang.primary();
    let own: Vec<usize> = (0..sentence.tokens.len()).filter(|at| negates(sentence, *at)).collect();
    let first = *own.first()?;
    let inner = |at: &usize| *at > first && NEGATIVE.has(lang, sentence.word(*at));
    let second = own.get(1).copied().or_else(|| (first + 1..(first + 6).min(sentence.tokens.len())).find(inner))?;
    Some(sentence.finding(first, second, Message::new("er-positive")).hint(Message::new("hint-er-positive")))
}

/// « ne… pas » is one negation, found at « ne ».
fn french(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    let next = sentence.word(at + 1);
    match word {
        "ne" => next != "ne" && denies(sentence, at),
        // « n’importe quel » and « n’hésitez pas » deny nothing
        "n" => !["importe", "hésitez"].contains(&next) && sentence.written(at, at).ends_with(['’', '\'']) && denies(sentence, at),
        "aucun" | "aucune" | "jamais" | "rien" => !sentence.after_any(at, 8, &["ne", "n", "sans", "aucun", "aucune", word]) && !followed(sentence, at),
        "sans" => !["doute", "cesse", "fil", "contact"].contains(&next),
        "non" => {
            let answer = ["ou", "répondez", "dites"].contains(&sentence.back(at, 1)) || ["plus", "seulement"].contains(&next);
            let compound = sentence.tokens.get(at + 1).is_some_and(|next| next.before == "-");
            !compound && sentence.joined(at) && at > 0 && !answer && !sentence.after_any(at, 8, &["ne", "n"])
        }
        _ => false,
    }
}

/// Whether « ne » follows, as in « aucun site ne… »: both are one negation.
fn followed(sentence: &Sentence<'_>, at: usize) -> bool {
    (at + 1..at + 13).any(|at| ["ne", "n"].contains(&sentence.word(at)))
}

/// Whether « pas » or its like belongs to this « ne »: « ne… que » and « à moins que… ne » deny nothing.
fn denies(sentence: &Sentence<'_>, at: usize) -> bool {
    const NOT: [&str; 9] = ["pas", "plus", "jamais", "rien", "aucun", "aucune", "personne", "ni", "guère"];
    let after = (at + 1..at + 9).map(|at| sentence.word(at));
    let stops = after.into_iter().find(|word| NOT.contains(word) || ["que", "qu"].contains(word));
    match stops {
        Some(word) => NOT.contains(&word),
        None => sentence.after_any(at, 8, &["aucun", "aucune", "personne", "rien", "jamais"]),
    }
}

fn english(sentence: &Sentence<'_>, at: usize) -> bool {
    match sentence.word(at) {
        "not" => sentence.word(at + 1) != "only" && sentence.back(at, 1) != "or" && sentence.back(at, 1) != "whether",
        "nothing" if sentence.word(at + 1) == "more" => false,
        "never" | "without" | "nobody" | "nothing" | "nowhere" | "cannot" | "neither" => true,
        // “no network, no server” is one negation
        "no" => !sentence.after_any(at, 4, &["no"]),
        word => word.ends_with("n't"),
    }
}
