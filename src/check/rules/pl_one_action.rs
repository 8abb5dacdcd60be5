//! # PL-ONE-ACTION: one tip, one action
//!
//! A second sentence or a second verb in the line of a poster gives a warning.
//!
//! Why: of two actions on one line, the second is forgotten.
//!
//! Source: plain language (ISO 24495-1: what readers need first); our own choice.
//!
//! - No: Close the window and empty the bin
//! - Yes: two tips: Close the window / Empty the bin
//!
//! # PL-ONE-ACTION : un conseil, une action
//!
//! Une seconde phrase ou un second verbe dans la ligne d’une affiche donne un avertissement.
//!
//! Pourquoi : de deux actions sur une ligne, la seconde s’oublie.
//!
//! Source : langage clair (ISO 24495-1 : ce dont le lecteur a besoin d’abord) ; notre choix.
//!
//! - Non : Fermez la fenêtre et videz la corbeille
//! - Oui : deux conseils : Fermez la fenêtre / Videz la corbeille

use std::ops::Range;
use std::sync::LazyLock;

use crate::check::lexicon::Lexicon;
use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "PL-ONE-ACTION",
    group: Group::Plain,
    severity: Severity::Warning,
    source: include_str!("pl_one_action.rs"),
    run: Run::Passage(check),
};

/// Words in -ez that are no verbs.
const NO_VERBS: [&str; 5] = ["chez", "assez", "nez", "rez", "rendez"];

/// Verbs that English actions begin with.
static VERBS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[("en", include_str!("../lists/verbs.en.txt"))]));

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if passage.part != Part::Action {
        return Vec::new();
    }
    let second = match passage.lang.primary() {
        "fr" => imperatives(passage).nth(1),
        "en" => after_and(passage),
        _ => None,
    };
    let second = second.or_else(|| passage.sentences.get(1).cloned());
    let finding = |range| passage.finding(range, Message::new("pl-one-action")).hint(Message::new("hint-pl-one-action"));
    second.map(finding).into_iter().collect()
}

fn imperatives<'a>(passage: &'a Passage<'_>) -> impl Iterator<Item = Range<usize>> + 'a {
    let verb = |word: &&Range<usize>| {
        let text = passage.text[(*word).clone()].to_lowercase();
        text.ends_with("ez") && !NO_VERBS.contains(&text.as_str())
    };
    passage.words.iter().filter(verb).cloned()
}

fn after_and(passage: &Passage<'_>) -> Option<Range<usize>> {
    let pairs = passage.words.windows(2);
    let mut joined = pairs.filter(|pair| passage.text[pair[0].clone()].eq_ignore_ascii_case("and"));
    joined.find(|pair| VERBS.has("en", &passage.text[pair[1].clone()])).map(|pair| pair[1].clone())
}
