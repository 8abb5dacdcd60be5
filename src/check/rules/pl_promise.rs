//! # PL-PROMISE: no promise that cannot be kept
//!
//! Reported: words that promise complete safety, such as “totally anonymous”, “no trace” or “100 %”, and the belief that a
//! padlock makes a site honest.
//!
//! Why: a tip lowers a risk. Anyone who believes that none is left takes a greater one.
//!
//! Source: the CNIL advice of 2019 speaks of reducing risks; list of our own, src/check/lists/promises.*.txt.
//!
//! - No: The private window makes you totally anonymous.
//! - Yes: The private window keeps no history on this computer.
//!
//! # PL-PROMISE : pas de promesse intenable
//!
//! Sont signalés : les mots qui promettent une sécurité complète, comme « totalement anonyme », « aucune trace » ou « 100 % », et
//! l’idée qu’un cadenas rend un site honnête.
//!
//! Pourquoi : un conseil réduit un risque. Qui croit qu’il n’y en a plus en prend un plus grand.
//!
//! Source : les conseils de la CNIL de 2019 parlent de réduire les risques ; notre liste, src/check/lists/promises.*.txt.
//!
//! - Non : La fenêtre privée vous rend totalement anonyme.
//! - Oui : La fenêtre privée ne garde pas d’historique sur cet ordinateur.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::lexicon::Lexicon;
use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "PL-PROMISE",
    group: Group::Plain,
    severity: Severity::Warning,
    source: include_str!("pl_promise.rs"),
    run: Run::Passage(check),
};

static PROMISES: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(&[
        ("fr", include_str!("../lists/promises.fr.txt")),
        ("en", include_str!("../lists/promises.en.txt")),
    ])
});

static ALL_OF_IT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\b100\s?%").expect("a constant pattern"));

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    let listed = PROMISES.hits(passage).into_iter().map(|hit| hit.range).filter(|range| !is_denied(passage, range));
    // « imprimez à 100 % » is a size, not a promise
    let whole = ALL_OF_IT.find_iter(&passage.text).map(|found| found.range());
    let whole = whole.filter(|_| !matches!(passage.owner, Owner::Words));
    let finding = |range: std::ops::Range<usize>| {
        let message = Message::new("pl-promise").arg("text", &passage.text[range.clone()]);
        passage.finding(range, message).hint(Message::new("hint-pl-promise"))
    };
    listed.chain(whole).map(finding).collect()
}

/// Whether the promise is taken back in the same sentence: « ne rend pas anonyme ».
fn is_denied(passage: &Passage<'_>, range: &std::ops::Range<usize>) -> bool {
    const DENIALS: [&str; 9] = ["ne", "n'", "n", "pas", "jamais", "not", "never", "no", "don't"];
    let sentence = passage.sentences.iter().find(|sentence| sentence.contains(&range.start));
    let before = sentence.map_or(0..range.start, |sentence| sentence.start..range.start);
    passage.words_in(&before).any(|(_, word)| DENIALS.contains(&lexicon::folded(word).as_str()))
}
