//! # LA-MISSING: a language that a venue names has its words
//!
//! Where a venue itself names a language, what cannot be made in it for want of words is reported. A language that only the kit
//! offers is no promise; one that an order names is a separate error.
//!
//! Why: whoever prints sheets in six languages should know which one is missing before the posters go up.
//!
//! Source: our own choice.
//!
//! - No: languages: [fr, uk] in a venue, and no tip in Ukrainian
//! - Yes: languages: [fr, en, ar] in a venue, and all words in these
//!
//! # LA-MISSING : une langue que nomme un lieu a ses mots
//!
//! Si un lieu nomme lui-même une langue, ce qui ne peut pas être fait faute de textes est signalé. Une langue que seul le kit
//! propose n’est pas une promesse ; celle que nomme une commande est une erreur à part.
//!
//! Pourquoi : qui imprime en six langues doit savoir laquelle manque avant de poser les affiches.
//!
//! Source : notre choix.
//!
//! - Non : languages: [fr, uk] dans un lieu, et aucun conseil en ukrainien
//! - Oui : languages: [fr, en, ar] dans un lieu, et tous les textes dans ces langues

use std::collections::{BTreeMap, BTreeSet};

use super::prelude::*;
use crate::model::Languages;
use crate::plan::Gap;

/// The rule.
pub const RULE: Rule = Rule {
    id: "LA-MISSING",
    group: Group::Languages,
    severity: Severity::Warning,
    source: include_str!("la_missing.rs"),
    run: Run::Kit(check),
};

/// What is missing, by venue and language.
type Missing<'a> = BTreeMap<(&'a str, &'a Languages), BTreeSet<&'a str>>;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let gaps = &subject.planned.plan.gaps;
    let mut unmade = Missing::new();
    for gap in gaps.iter().filter(|gap| !gap.made_without) {
        unmade.entry((&gap.venue, &gap.lang)).or_default().insert(gap.medium.name());
    }
    let made = |gap: &&Gap| {
        let media = unmade.get(&(gap.venue.as_str(), &gap.lang));
        gap.made_without && media.is_none_or(|media| !media.contains(gap.medium.name()))
    };
    let mut left_out = Missing::new();
    for gap in gaps.iter().filter(made) {
        left_out.entry((&gap.venue, &gap.lang)).or_default().insert(&gap.missing);
    }
    let media = unmade.iter().filter_map(|(key, media)| told(subject, *key, "la-missing", "media", media));
    let tips = left_out.iter().filter_map(|(key, tips)| told(subject, *key, "la-left-out", "tips", tips));
    media.chain(tips).collect()
}

/// The finding, where the venue's own file names the language.
fn told(
    subject: &Subject<'_>,
    (venue, lang): (&str, &Languages),
    id: &'static str,
    name: &'static str,
    what: &BTreeSet<&str>,
) -> Option<Finding> {
    let venue = subject.planned.catalog.venues.get(venue)?;
    let place = venue.origin("languages").filter(|place| place.path == venue.place.path)?;
    let what = what.iter().copied().collect::<Vec<_>>().join(", ");
    let message = Message::new(id).arg("venue", &venue.name).arg("lang", lang).arg(name, what);
    Some(Finding::at(place.find(&lang.to_string()), message))
}
