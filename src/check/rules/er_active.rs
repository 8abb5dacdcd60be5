//! # ER-ACTIVE: an easy-read sentence says who does what
//!
//! The passive voice is reported: “to be” or “to get” before a participle. A participle that says how something is (“the window
//! is closed”) is spared unless “by” follows.
//!
//! Why: in the passive voice the person who acts comes last or is missing, and the reader must guess who has to do something.
//!
//! Source: Inclusion Europe, Information for All, rule 17; gov.uk guide to Easy Read.
//!
//! Precision: 48 of 50 findings in a sample were right (3,457 sentences of manuals, not easy-read, on 2026-11-24). Known false
//! alarms: a state that the list of states lacks (“is suited”).
//!
//! - No: Your files are erased by the computer.
//! - Yes: The computer erases your files.
//!
//! # ER-ACTIVE : une phrase facile à lire dit qui fait quoi
//!
//! La voix passive est signalée : « être » devant un participe. Le passé composé (« est arrivé ») et le participe qui dit un état
//! (« la fenêtre est fermée ») sont admis, l’état sauf devant « par ». « Se » devant un verbe n’est pas jugé.
//!
//! Pourquoi : à la voix passive, la personne qui agit arrive en dernier ou manque, et il faut deviner qui doit agir.
//!
//! Source : Inclusion Europe, L’information pour tous, règle 17 ; guide gov.uk de l’Easy Read.
//!
//! Précision : 47 résultats justes sur 50 tirés au sort (9 000 phrases de fiches administratives, pas faciles à lire, le
//! 2026-11-24). Fausses alertes connues : un état qui manque à la liste des états (« vous êtes exposé au risque »).
//!
//! - Non : Vos fichiers sont effacés par l’ordinateur.
//! - Oui : L’ordinateur efface vos fichiers.

use std::sync::LazyLock;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-ACTIVE",
    group: Group::EasyRead,
    severity: Severity::Notice,
    source: include_str!("er_active.rs"),
    run: Run::Passage(check),
};

/// Forms of « être ».
static BE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[("fr", include_str!("../lists/etre-forms-fr.txt"))]));
/// Participles without a regular ending.
static PARTICIPLES: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(&[("fr", include_str!("../lists/active-fr.txt")), ("en", include_str!("../lists/active-en.txt"))])
});
/// Participles that say a state, and words that look like participles.
static STATES: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(&[("fr", include_str!("../lists/states-fr.txt")), ("en", include_str!("../lists/states-en.txt"))])
});
/// Verbs whose perfect is made with « être ».
static MOVES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[("fr", include_str!("../lists/etre-fr.txt"))]));
/// Words between « être » and a participle.
static ADVERBS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[("fr", include_str!("../lists/adverbs-fr.txt"))]));

/// Most words between the two verbs.
const REACH: usize = 3;

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    sentence::easy(passage, &["fr", "en"]).iter().flat_map(judge).collect()
}

fn judge(sentence: &Sentence<'_>) -> Vec<Finding> {
    let passive = if sentence.passage.is("fr") { french } else { english };
    let found = (0..sentence.tokens.len()).filter_map(|at| Some((at, passive(sentence, at)?)));
    let finding = |(from, to)| sentence.finding(from, to, Message::new("er-active")).hint(Message::new("hint-er-active"));
    found.map(finding).collect()
}

/// The number of the participle, where a French passive begins at this word.
fn french(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    let auxiliary = BE.has("fr", sentence.word(at)) && !reflexive(sentence, at) && !is_summer(sentence, at);
    let participle = auxiliary.then(|| after_adverbs(sentence, at + 1, french_adverb))??;
    let word = sentence.word(participle);
    let known = |list: &Lexicon| sentence::participle_forms(word).any(|form| list.has("fr", form));
    let by = (1..=2).any(|more| names_agent(sentence, participle + more));
    let passive = (regular(word) || known(&PARTICIPLES)) && !known(&MOVES) && (by || !known(&STATES));
    passive.then_some(participle)
}

/// « par l’équipe », not « par défaut » or « par internet ».
fn names_agent(sentence: &Sentence<'_>, at: usize) -> bool {
    const NONE: [&str; 10] = ["défaut", "exemple", "internet", "téléphone", "message", "courriel", "erreur", "an", "jour", "mois"];
    sentence.word(at) == "par" && !NONE.contains(&sentence.word(at + 1))
}

fn regular(word: &str) -> bool {
    word.chars().count() > 3 && ["é", "ée", "és", "ées"].iter().any(|ending| word.ends_with(ending))
}

/// « s’est », « vous vous êtes »; « l’été » is no verb.
fn reflexive(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = sentence.back(at, 1);
    let twice = ["nous", "vous"].contains(&before) && sentence.back(at, 2) == before;
    twice || ["s", "se", "m", "me", "t", "te"].contains(&before)
}

fn is_summer(sentence: &Sentence<'_>, at: usize) -> bool {
    const HAVE: [&str; 17] = [
        "a", "ai", "as", "ont", "avons", "avez", "avoir", "ayant", "avait", "avaient", "aura", "auront", "aurait", "auraient",
        "ait", "aient", "eu",
    ];
    sentence.word(at) == "été" && !sentence.after_any(at, REACH, &HAVE)
}

fn french_adverb(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    // « plus sécurisé » compares, « n’est plus utilisé » denies
    let denies = || sentence.after_any(at, REACH, &["n", "ne"]);
    match word {
        "plus" => denies(),
        _ => ADVERBS.has("fr", word) || (word.ends_with("ment") && word.len() > 6),
    }
}

/// The first word that is not an adverb, where nothing but adverbs and spaces stands before.
fn after_adverbs(sentence: &Sentence<'_>, from: usize, adverb: fn(&Sentence<'_>, usize) -> bool) -> Option<usize> {
    let reached = (from..=from + REACH).take_while(|at| sentence.joined(*at));
    reached.into_iter().find(|at| !adverb(sentence, *at))
}

/// The number of the participle, where an English passive begins at this word.
fn english(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    const BE: [&str; 8] = ["am", "is", "are", "was", "were", "be", "been", "being"];
    const GET: [&str; 4] = ["get", "gets", "got", "getting"];
    let get = GET.contains(&sentence.word(at));
    let participle = (get || BE.contains(&sentence.word(at))).then(|| after_adverbs(sentence, at + 1, english_adverb))??;
    let word = sentence.word(participle);
    let shaped = PARTICIPLES.has("en", word) || (word.ends_with("ed") && word.len() > 3 && !word.ends_with("eed"));
    let by = sentence.word(participle + 1) == "by";
    let spared = is_adjective(sentence, participle) || presents(sentence, at) || (get && !ends(sentence, participle + 1));
    (shaped && (by || !spared)).then_some(participle)
}

/// A state of the list, “undamaged”, “read-only”.
fn is_adjective(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = sentence.word(at);
    let compound = sentence.tokens.get(at + 1).is_some_and(|next| next.before == "-");
    compound || STATES.has("en", word) || (word.starts_with("un") && word != "understood")
}

fn english_adverb(sentence: &Sentence<'_>, at: usize) -> bool {
    const ADVERBS: [&str; 22] = [
        "not", "also", "always", "often", "never", "usually", "sometimes", "now", "then", "already", "still", "only", "being",
        "just", "either", "both", "all", "even", "soon", "ever", "rarely", "generally",
    ];
    let word = sentence.word(at);
    ADVERBS.contains(&word) || (word.ends_with("ly") && word.len() > 4)
}

/// “There are connected computers”: the participle belongs to the noun that follows.
fn presents(sentence: &Sentence<'_>, at: usize) -> bool {
    ["there", "these", "those", "here"].contains(&sentence.back(at, 1))
}

/// Whether a part of the sentence ends before this word.
fn ends(sentence: &Sentence<'_>, at: usize) -> bool {
    const AFTER: [&str; 14] = ["by", "when", "if", "and", "or", "too", "at", "on", "in", "from", "to", "as", "again", "because"];
    at >= sentence.tokens.len() || !sentence.joined(at) || AFTER.contains(&sentence.word(at))
}
