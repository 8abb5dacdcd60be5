//! # ER-TENSE: an easy-read sentence is in the present
//!
//! Reported: would, could, might; should, may or must before “have”; the past perfect; the perfect continuous. The simple past,
//! the future and “should” as advice are not reported: some facts are past or to come.
//!
//! Why: the present says what is true now. Other tenses and moods ask the reader to imagine another time or another world.
//!
//! Source: Inclusion Europe, Information for All (present rather than past or future where possible); Bredel and Maass, Leichte
//! Sprache; UNE 153101 (present indicative).
//!
//! Precision: 50 of 50 findings in a sample were right (3,457 sentences of manuals, not easy-read, on 2026-11-24). Known false
//! alarms: “could” as the past of “can”.
//!
//! - No: Somebody could have taken your papers.
//! - Yes: Another person can take your papers.
//!
//! # ER-TENSE : une phrase facile à lire est au présent
//!
//! Sont signalés : le conditionnel, le subjonctif, le passé simple. L’imparfait, le passé composé et le futur ne le sont pas : un
//! fait peut être passé ou à venir, et les guides les admettent alors.
//!
//! Pourquoi : le présent dit ce qui est vrai maintenant. Les autres temps et modes demandent d’imaginer un autre moment.
//!
//! Source : Inclusion Europe, L’information pour tous (présent plutôt que passé ou futur, si possible) ; Bredel et Maass, Leichte
//! Sprache ; UNE 153101 (présent de l’indicatif).
//!
//! Précision : 49 résultats justes sur 50 tirés au sort (9 000 phrases de fiches administratives, pas faciles à lire, le
//! 2026-11-24). Non vus : le passé simple en -ra (« montra ») et celui qui s’écrit comme le présent (« finit »).
//!
//! - Non : Il faudrait que vous fermiez la session.
//! - Oui : Fermez la session.

use std::sync::LazyLock;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-TENSE",
    group: Group::EasyRead,
    severity: Severity::Notice,
    source: include_str!("er_tense.rs"),
    run: Run::Passage(check),
};

/// Forms that are subjunctives after « que ».
static SUBJUNCTIVES: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(&[("fr", include_str!("../lists/subjunctive-fr.txt"))]));
/// Words that want a subjunctive.
static BEFORE: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(&[("fr", include_str!("../lists/before-subjunctive-fr.txt"))]));
/// The stems of conditionals, and words that only look like conditionals or like simple pasts.
static STEMS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[("fr", include_str!("../lists/conditional-fr.txt"))]));
static PAST: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[("fr", include_str!("../lists/past-fr.txt"))]));

/// Presents that end as a simple past does.
static PRESENT: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[("fr", include_str!("../lists/present-fr.txt"))]));

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    sentence::easy(passage, &["fr", "en"]).iter().flat_map(judge).collect()
}

fn judge(sentence: &Sentence<'_>) -> Vec<Finding> {
    let found = if sentence.passage.is("fr") { french(sentence) } else { english(sentence) };
    let finding = |(from, to, id)| sentence.finding(from, to, Message::new(id)).hint(Message::new("hint-er-tense"));
    found.into_iter().map(finding).collect()
}

/// First word, last word and message.
type Found = Vec<(usize, usize, &'static str)>;

fn french(sentence: &Sentence<'_>) -> Found {
    let wants = sentence.hits(&BEFORE).into_iter().filter(|(from, _)| !as_well_as(sentence, *from));
    let mut found: Found = wants.map(|(from, to)| (from, to, "er-tense-subjunctive")).collect();
    for at in 0..sentence.tokens.len() {
        if conditional(sentence.word(at)) {
            found.push((at, at, "er-tense-conditional"));
        } else if simple_past(sentence, at) {
            found.push((at, at, "er-tense-past"));
        } else if found.is_empty() && subjunctive(sentence, at) {
            found.push((at, at, "er-tense-subjunctive"));
        }
    }
    found
}

/// « aussi bien que » and « vérifiez bien que » are no « bien que ».
fn as_well_as(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.word(at) == "bien" && at > 0 && sentence.joined(at)
}

/// `-erait` always, `-irait` and others after a stem of the list.
fn conditional(word: &str) -> bool {
    let endings = ["ais", "ait", "aient", "ions", "iez"];
    let stem = endings.iter().find_map(|ending| word.strip_suffix(ending)).filter(|stem| stem.ends_with('r'));
    stem.is_some_and(|stem| regular_stem(stem, word) || STEMS.has("fr", stem))
}

fn regular_stem(stem: &str, word: &str) -> bool {
    // « dernier » and « premiers » have other endings; « serait », « ferait » are in the list
    stem.ends_with("er") && stem.len() > 4 && !word.ends_with("errait") && !stem.ends_with("rrer")
}

fn simple_past(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    let plural = ["èrent", "âmes", "îmes", "ûmes", "âtes", "îtes", "ûtes"].iter().any(|ending| word.ends_with(ending));
    let subject = ["il", "elle", "on", "qui", "ils", "elles"].contains(&sentence.back(at, 1));
    let ends_in_a = subject && word.len() > 4 && word.ends_with('a') && !word.ends_with("ra");
    // « gèrent » is a present
    let present = PRESENT.has("fr", word);
    PAST.has("fr", word) || ends_in_a || (plural && subject && !present)
}

fn subjunctive(sentence: &Sentence<'_>, at: usize) -> bool {
    const REACH: usize = 5;
    SUBJUNCTIVES.has("fr", sentence.word(at)) && sentence.after_any(at, REACH, &["que", "qu"])
}

fn english(sentence: &Sentence<'_>) -> Found {
    let at = |at: usize| english_at(sentence, at).map(|to| (at, to, "er-tense-present"));
    (0..sentence.tokens.len()).filter_map(at).collect()
}

/// The last word of a form that is not in the present, where it begins at this word.
fn english_at(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let skip = |at: usize| at + usize::from(["not", "also", "never", "always", "only", "already"].contains(&sentence.word(at)));
    let next = skip(at + 1);
    match sentence.word(at) {
        "would" | "could" | "might" | "wouldn't" | "couldn't" => Some(if sentence.word(next) == "have" { next } else { at }),
        "should" | "may" | "must" | "will" | "can't" | "shouldn't" if sentence.word(next) == "have" => {
            perfect(sentence.word(skip(next + 1))).then(|| skip(next + 1))
        }
        "have" | "has" | "had" if sentence.word(next) == "been" && continuous(sentence, skip(next + 1)) => Some(skip(next + 1)),
        "had" if perfect(sentence.word(next)) && sentence.joined(next) => Some(next),
        _ => None,
    }
}

fn perfect(word: &str) -> bool {
    const IRREGULAR: [&str; 22] = [
        "been", "done", "had", "made", "gone", "taken", "given", "seen", "left", "lost", "sent", "found", "become", "forgotten",
        "written", "chosen", "got", "put", "read", "told", "heard", "come",
    ];
    IRREGULAR.contains(&word) || (word.ends_with("ed") && word.len() > 4)
}

fn continuous(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    word.ends_with("ing") && word.len() > 4 && word != "nothing" && word != "missing"
}
