//! # ER-SENT-IDEA: an easy-read sentence says one idea, with one verb
//!
//! Reported: a word that begins a second clause (which, because, although, if, when…), a colon inside a sentence, and a second
//! verb among those the rule knows. A verb and its infinitive (“ask us for help to choose”) are one idea.
//!
//! Why: a reader who has two ideas to hold often keeps only one.
//!
//! Source: gov.uk guide to Easy Read (one idea and one verb); Inclusion Europe, Information for All; Bredel and Maass, Leichte
//! Sprache (main clauses only).
//!
//! Precision: 47 of 50 findings in a sample were right (3,457 sentences of manuals, not easy-read, on 2026-11-24). Known false
//! alarms: a label before a colon; “which” or “how” before an infinitive. Not seen: a second verb that is not in the list.
//!
//! - No: Lock the screen if you leave the computer because somebody can read it.
//! - Yes: You leave the computer. Lock the screen first.
//!
//! # ER-SENT-IDEA : une phrase facile à lire dit une idée, avec un verbe
//!
//! Sont signalés : un mot qui ouvre une deuxième proposition (qui, que, parce que, bien que, si, quand…), deux-points dans une
//! phrase, et un deuxième verbe conjugué parmi ceux que la règle connaît. Un verbe et son infinitif (« demandez-nous de l’aide
//! pour choisir ») sont une seule idée ; « ne… que » et « plus… que » n’ouvrent rien.
//!
//! Pourquoi : une personne qui doit tenir deux idées n’en garde souvent qu’une.
//!
//! Source : guide gov.uk de l’Easy Read (une idée, un verbe) ; Inclusion Europe, L’information pour tous ; Bredel et Maass,
//! Leichte Sprache (propositions principales seulement).
//!
//! Précision : 47 résultats justes sur 50 tirés au sort (9 000 phrases de fiches administratives, pas faciles à lire, le
//! 2026-11-24). Fausse alerte connue : « ne » loin de son « que ». Non vu : un deuxième verbe qui manque à la liste.
//!
//! - Non : Verrouillez l’écran si vous partez, parce que quelqu’un peut le lire.
//! - Oui : Vous partez un moment. Verrouillez d’abord l’écran.

use std::sync::LazyLock;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-SENT-IDEA",
    group: Group::EasyRead,
    severity: Severity::Notice,
    source: include_str!("er_sent_idea.rs"),
    run: Run::Passage(check),
};

/// Words that begin a second clause.
static LINKS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(&[("fr", include_str!("../lists/links-fr.txt")), ("en", include_str!("../lists/links-en.txt"))])
});
/// Verbs that are certainly conjugated.
static VERBS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(&[("fr", include_str!("../lists/verbs-fr.txt")), ("en", include_str!("../lists/verbs-en.txt"))])
});

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    sentence::easy(passage, &["fr", "en"]).iter().filter_map(judge).collect()
}

/// One finding for each sentence: the first reason is enough to cut it.
fn judge(sentence: &Sentence<'_>) -> Option<Finding> {
    let (from, to, id) = link(sentence).or_else(|| colon(sentence)).or_else(|| second_verb(sentence))?;
    Some(sentence.finding(from, to, Message::new(id)).hint(Message::new("hint-er-sent-idea")))
}

type Found = Option<(usize, usize, &'static str)>;

fn link(sentence: &Sentence<'_>) -> Found {
    let french = sentence.passage.is("fr");
    let links = |at: usize| if french { links_in_french(sentence, at) } else { links_in_english(sentence, at) };
    let mut hits = sentence.hits(&LINKS).into_iter();
    let (from, to) = hits.find(|(from, to)| !sentence.quoted(*from) && (to > from || links(*from)))?;
    Some((from, to, "er-sent-idea-link"))
}

fn links_in_french(sentence: &Sentence<'_>, at: usize) -> bool {
    let next = sentence.word(at + 1);
    let question = at == 0 && sentence.asks();
    match sentence.word(at) {
        "s" => ["il", "ils"].contains(&next),
        "si" => names_subject(next),
        "que" | "qu" => !question && next != "est" && opens_clause(sentence, at),
        "quand" | "où" => next != "même" && !question,
        "qui" => sentence.back(at, 1) != "ce" && !question,
        _ => true,
    }
}

/// « Si vous… », not « si important ».
fn names_subject(word: &str) -> bool {
    const SUBJECTS: [&str; 26] = [
        "vous", "le", "la", "les", "l", "un", "une", "des", "votre", "vos", "il", "ils", "elle", "elles", "on", "quelqu", "c",
        "personne", "ce", "cette", "ces", "je", "j", "tu", "nous", "aucun",
    ];
    SUBJECTS.contains(&word)
}

/// Not « est-ce que », « plus long que », « ne… que », « ainsi que » or « quel que soit ».
fn opens_clause(sentence: &Sentence<'_>, at: usize) -> bool {
    const COMPARED: [&str; 17] = [
        "plus", "moins", "aussi", "autant", "même", "mêmes", "autre", "autres", "mieux", "meilleur", "meilleure", "tel", "telle",
        "tels", "telles", "ainsi", "ailleurs",
    ];
    let asked = sentence.back(at, 1) == "ce" && sentence.back(at, 2) == "est";
    let whatever = sentence.back(at, 1).starts_with("quel") && sentence.word(at + 1).starts_with("soi");
    !asked && !whatever && !sentence.after_any(at, 4, &COMPARED) && !sentence.after_any(at, 8, &["ne", "n"])
}

fn links_in_english(sentence: &Sentence<'_>, at: usize) -> bool {
    const CLAUSE: [&str; 24] = [
        "you", "we", "they", "it", "he", "she", "i", "is", "are", "was", "were", "can", "will", "has", "have", "do", "does",
        "your", "the", "there", "people", "someone", "somebody", "this",
    ];
    let starts_question = at == 0 && sentence.asks();
    match sentence.word(at) {
        "that" | "before" | "after" | "until" | "since" | "once" | "how" | "what" => {
            let subject = CLAUSE.contains(&sentence.word(at + 1));
            let time = sentence.word(at) != "that" && ["the", "this", "your"].contains(&sentence.word(at + 1));
            at > 0 && subject && !time
        }
        "if" => !["not", "so"].contains(&sentence.word(at + 1)),
        "while" if sentence.back(at, 1) == "a" => false,
        "when" | "while" => !starts_question && !shortened(sentence, at + 1),
        "which" | "who" | "where" => !starts_question,
        _ => true,
    }
}

/// “when prompted”, “while resizing”: no second verb.
fn shortened(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    word.len() > 4 && (word.ends_with("ing") || word.ends_with("ed"))
}

/// A colon with words on both sides.
fn colon(sentence: &Sentence<'_>) -> Found {
    let inside = |at: &usize| {
        let before = sentence.tokens[*at].before;
        // « 10:30 » is one word to a reader
        before.trim() == ":" && before.ends_with(char::is_whitespace)
    };
    let at = (1..sentence.tokens.len()).find(inside)?;
    Some((at - 1, at, "er-sent-idea-colon"))
}

fn second_verb(sentence: &Sentence<'_>) -> Found {
    let french = sentence.passage.is("fr");
    let verb = |at: &usize| !sentence.quoted(*at) && if french { french_verb(sentence, *at) } else { english_verb(sentence, *at) };
    let at = (0..sentence.tokens.len()).filter(verb).nth(1)?;
    Some((at, at, "er-sent-idea-verb"))
}

fn french_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    let polite = word.ends_with("ez") && !["chez", "assez", "nez", "rez"].contains(&word);
    let next = sentence.word(at + 1);
    let infinitive = ["er", "ir", "oir", "re"].iter().any(|ending| next.ends_with(ending));
    // « est-ce que », « c’est-à-dire », and « à » typed without its accent, are no second verb
    let compound = sentence.tokens.get(at + 1).is_some_and(|next| next.before == "-" && next.text == "à");
    (polite || VERBS.has("fr", word)) && !compound && next != "ce" && !(word == "a" && (at == 0 || infinitive))
}

fn english_verb(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    let helped = sentence.after_any(at, 2, &["to", "do", "does", "did", "can", "will", "may", "must", "should", "not", "let"]);
    VERBS.has("en", word) && !(helped && ["have", "do"].contains(&word))
}
