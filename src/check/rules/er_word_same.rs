//! # ER-WORD-SAME: the same thing has the same word everywhere
//!
//! Sets of words for one thing are known (password, passcode; computer, PC, workstation; website, web site…). Where the easy-read
//! texts of a language use several words of a set, all but the commonest give a warning.
//!
//! Why: a second word makes readers search for a second thing.
//!
//! Source: Inclusion Europe, Information for All (use the same word for the same thing); gov.uk guide to Easy Read.
//!
//! Precision: 34 of 38 findings were right (3,457 sentences of manuals, not easy-read, on 2026-11-24). Known false alarms: a kind
//! of the thing that is meant (“the workstations and the servers”).
//! The lists `avoid` of the glossary came later and are not in this figure (docs/precision.md).
//!
//! - No: Type your password. Keep your passcode secret.
//! - Yes: Type your password. Keep your password secret.
//!
//! # ER-WORD-SAME : une même chose a partout le même mot
//!
//! Des groupes de mots pour une même chose sont connus (mot de passe, mdp, code d’accès ; ordinateur, PC, poste informatique ;
//! site internet, site web…). Quand les textes faciles à lire d’une langue emploient plusieurs mots d’un groupe, le plus fréquent
//! est gardé et les autres donnent un avertissement.
//!
//! Pourquoi : un deuxième mot fait chercher une deuxième chose.
//!
//! Source : Inclusion Europe, L’information pour tous (le même mot pour la même chose) ; guide gov.uk de l’Easy Read.
//!
//! Précision : 32 résultats justes sur 35 (20 000 phrases de fiches administratives, pas faciles à lire, le 2026-11-24). Fausses
//! alertes connues : un sigle (« PC », permis de construire) ; un code qui n’est pas le mot de passe.
//! Les listes `avoid` du glossaire sont venues après : ce chiffre ne les compte pas (docs/precision.md).
//!
//! - Non : Tapez votre mot de passe. Gardez votre code d’accès secret.
//! - Oui : Tapez votre mot de passe. Gardez votre mot de passe secret.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::prelude::*;
use crate::model::Term;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-WORD-SAME",
    group: Group::EasyRead,
    severity: Severity::Warning,
    source: include_str!("er_word_same.rs"),
    run: Run::Kit(check),
};

/// Forms of words; behind `=>` the thing and, behind `|`, the word.
static SETS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(&[("fr", include_str!("../lists/same-fr.txt")), ("en", include_str!("../lists/same-en.txt"))])
});

/// A word for a thing, where it stands.
struct Use<'a> {
    passage: &'a Passage<'a>,
    range: Range<usize>,
    word: &'static str,
}

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut things: BTreeMap<(&str, &str), Vec<Use<'_>>> = BTreeMap::new();
    for passage in subject.passages.iter().filter(|passage| passage.is_easy()) {
        for hit in SETS.hits(passage).into_iter().filter(|hit| stands_alone(passage, &hit.range)) {
            let Some((thing, word)) = hit.instead.and_then(|instead| instead.split_once('|')) else { continue };
            let key = (passage.lang.primary(), thing.trim());
            things.entry(key).or_default().push(Use { passage, range: hit.range, word: word.trim() });
        }
    }
    let mut found: Vec<Finding> = things.values().flat_map(|uses| judge(uses)).collect();
    // a word of both lists is told once
    let told: Vec<_> = found.iter().map(|finding| finding.diagnostic.place.clone()).collect();
    found.extend(avoided(subject).into_iter().filter(|finding| !told.contains(&finding.diagnostic.place)));
    found
}

/// Words that the glossary says not to use for a thing it names.
fn avoided(subject: &Subject<'_>) -> Vec<Finding> {
    let easy = subject.passages.iter().filter(|passage| passage.is_easy());
    let of_passage = |passage: &Passage<'_>| {
        let glossary = subject.planned.catalog.glossary.get(passage.lang)?;
        let terms = glossary.terms_in(&passage.text);
        let in_term = |range: &Range<usize>| terms.iter().any(|(_, known)| known.start <= range.start && range.end <= known.end);
        let hits = glossary.avoided_in(&passage.text).into_iter();
        let hits = hits.filter(|(_, range)| !in_term(range) && stands_alone(passage, range));
        let finding = |(term, range): (&Term, Range<usize>)| {
            let message = Message::new("er-word-same").arg("words", &passage.text[range.clone()]).arg("kept", &term.term);
            passage.finding(range, message).hint(Message::new("hint-er-word-same").arg("kept", &term.term))
        };
        Some(hits.map(finding).collect::<Vec<_>>())
    };
    easy.filter_map(of_passage).flatten().collect()
}

/// Whether it is a word of the text: not the name of a button, nor a piece of another word.
fn stands_alone(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let hyphen = passage.text[..range.start].ends_with('-') || passage.text[range.end..].starts_with('-');
    !hyphen && !passage.in_quotes(range)
}

fn judge(uses: &[Use<'_>]) -> Vec<Finding> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    uses.iter().for_each(|used| *counts.entry(used.word).or_default() += 1);
    let Some(most) = counts.values().max() else { return Vec::new() };
    // where two words are as common, the one that was written first
    let Some(kept) = uses.iter().find(|used| counts[used.word] == *most).map(|used| used.word) else { return Vec::new() };
    uses.iter().filter(|used| used.word != kept).map(|used| finding(used, kept)).collect()
}

fn finding(used: &Use<'_>, kept: &str) -> Finding {
    let message = Message::new("er-word-same").arg("words", &used.passage.text[used.range.clone()]).arg("kept", kept);
    used.passage.finding(used.range.clone(), message).hint(Message::new("hint-er-word-same").arg("kept", kept))
}
