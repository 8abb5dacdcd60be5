//! # ER-PRONOUN: an idea does not begin with a pronoun
//!
//! Reported in the first sentence of an idea: it, they, he, she, this, that, these, those as a subject at its beginning, and
//! “them” right after its first verb. “It is easy to…” and “it is raining” name nothing and are spared.
//!
//! Why: each idea stands beside its own picture. A pronoun sends the reader back to search for what it means.
//!
//! Source: Inclusion Europe, Information for All (take care with pronouns); PIF guide (nouns rather than pronouns).
//!
//! Precision: 50 of 50 findings in a sample were right (3,457 sentences of manuals, not easy-read, on 2026-11-24). Known false
//! alarms: “this is” beside the picture of the thing.
//!
//! - No: It keeps your password.
//! - Yes: The browser keeps your password.
//!
//! # ER-PRONOUN : une idée ne commence pas par un pronom
//!
//! Sont signalés dans la première phrase d’une idée : il, elle, ils, elles, cela, ça, ceci, celui-ci… à son début, et « -le »,
//! « -la », « -les », « -lui » après son premier verbe. « Il y a », « il faut », « il est utile de » ne remplacent rien et sont
//! admis.
//!
//! Pourquoi : chaque idée a son image à côté d’elle. Un pronom oblige à chercher plus haut ce qu’il remplace.
//!
//! Source : Inclusion Europe, L’information pour tous (attention aux pronoms) ; guide PIF (des noms plutôt que des pronoms).
//!
//! Précision : 46 résultats justes sur 50 tirés au sort (9 000 phrases de fiches administratives, pas faciles à lire, le
//! 2026-11-24). Fausse alerte connue : « il » impersonnel devant un verbe passif (« il vous est remis un reçu »).
//!
//! - Non : Il garde votre mot de passe.
//! - Oui : Le navigateur garde votre mot de passe.

use std::sync::LazyLock;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-PRONOUN",
    group: Group::EasyRead,
    severity: Severity::Notice,
    source: include_str!("er_pronoun.rs"),
    run: Run::Passage(check),
};

/// Beginnings that look like a pronoun and replace nothing.
static IMPERSONAL: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(&[("fr", include_str!("../lists/impersonal-fr.txt")), ("en", include_str!("../lists/impersonal-en.txt"))])
});

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if !matches!(passage.part, Part::Easy { sentence: 0, .. }) {
        return Vec::new();
    }
    sentence::easy(passage, &["fr", "en"]).first().and_then(judge).into_iter().collect()
}

fn judge(sentence: &Sentence<'_>) -> Option<Finding> {
    let french = sentence.passage.is("fr");
    let start = usize::from(introduces(sentence.word(0)));
    let subject = if french { french_subject(sentence, start) } else { english_subject(sentence, start) };
    let object = || if french { french_object(sentence, start) } else { english_object(sentence, start) };
    let (from, to) = subject.or_else(object)?;
    Some(sentence.finding(from, to, Message::new("er-pronoun")).hint(Message::new("hint-er-pronoun")))
}

/// A word before the subject that names nothing.
fn introduces(word: &str) -> bool {
    const WORDS: [&str; 19] = [
        "alors", "puis", "ensuite", "sinon", "ainsi", "mais", "et", "parfois", "aussi", "enfin", "then", "but", "and", "sometimes",
        "also", "so", "otherwise", "here", "ici",
    ];
    WORDS.contains(&word)
}

fn impersonal(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.hits(&IMPERSONAL).iter().any(|(from, _)| *from == at)
}

fn french_subject(sentence: &Sentence<'_>, at: usize) -> Option<(usize, usize)> {
    match sentence.word(at) {
        "il" if impersonal(sentence, at) || opens_clause(sentence, at) || wants(sentence, at) => None,
        "il" | "elle" | "ils" | "elles" | "cela" | "ça" | "ceci" => Some((at, at)),
        "celui" | "celle" | "ceux" | "celles" if ["ci", "là"].contains(&sentence.word(at + 1)) => Some((at, at + 1)),
        _ => None,
    }
}

/// « Il vous faudra… », « il peut arriver que… ».
fn wants(sentence: &Sentence<'_>, at: usize) -> bool {
    const WANTS: [&str; 11] =
        ["faut", "faudra", "fallait", "arriver", "arrive", "suffit", "reste", "agir", "appartient", "convient", "demandé"];
    let there_is = (at + 1..=at + 5).any(|at| sentence.word(at) == "y" && sentence.word(at + 1) == "avoir");
    there_is || (at + 1..=at + 4).any(|at| WANTS.contains(&sentence.word(at)))
}

/// « Il est utile de… », « il est possible que… ».
fn opens_clause(sentence: &Sentence<'_>, at: usize) -> bool {
    const BE: [&str; 8] = ["est", "être", "était", "sera", "serait", "semble", "paraît", "devient"];
    const REACH: usize = 8;
    let be = (at + 1..=at + 3).find(|at| BE.contains(&sentence.word(*at)));
    be.is_some_and(|be| (be + 2..=be + REACH).any(|at| ["de", "d", "que", "qu"].contains(&sentence.word(at))))
}

/// « Supprimez-les. »
fn french_object(sentence: &Sentence<'_>, start: usize) -> Option<(usize, usize)> {
    let at = start + 1;
    let hyphen = sentence.tokens.get(at)?.before == "-";
    (hyphen && ["le", "la", "les", "lui", "leur"].contains(&sentence.word(at))).then_some((at, at))
}

fn english_subject(sentence: &Sentence<'_>, at: usize) -> Option<(usize, usize)> {
    const VERBS: [&str; 34] = [
        "is", "was", "are", "were", "will", "can", "cannot", "has", "have", "had", "does", "do", "may", "means", "helps", "allows",
        "makes", "make", "shows", "show", "keeps", "keep", "gives", "lets", "could", "would", "might", "should", "must", "also",
        "only", "happens", "takes", "works",
    ];
    match sentence.word(at) {
        "it" if impersonal(sentence, at) || for_nothing(sentence, at) => None,
        "it" | "they" | "he" | "she" => Some((at, at)),
        "this" | "that" | "these" | "those" if VERBS.contains(&sentence.word(at + 1)) => Some((at, at)),
        _ => None,
    }
}

/// “It is easy to…”, “it is possible that…”.
fn for_nothing(sentence: &Sentence<'_>, at: usize) -> bool {
    const REACH: usize = 6;
    let be = (at + 1..=at + 3).find(|at| ["is", "was", "be", "isn't", "seems", "becomes"].contains(&sentence.word(*at)));
    be.is_some_and(|be| (be + 2..=be + REACH).any(|at| ["to", "that", "for", "when", "if", "how"].contains(&sentence.word(at))))
}

/// “Delete them.”
fn english_object(sentence: &Sentence<'_>, start: usize) -> Option<(usize, usize)> {
    let at = start + 1;
    let first = sentence.word(start);
    let verb = first.len() > 2 && !first.ends_with("ing") && !["for", "with", "from", "among", "all", "some", "most", "many", "both", "when", "what", "does", "did", "can", "if"].contains(&first);
    (verb && sentence.word(at) == "them").then_some((at, at))
}
