//! # LA-MACHINE: what a machine wrote is checked by a person
//!
//! Reported once for each language of a venue: the number of texts whose status is machine. Sheets that show them say so.
//!
//! Why: a machine may turn a piece of advice into its opposite, and only somebody who speaks the language will see it.
//!
//! Source: our own choice; Inclusion Europe, Information for All, asks for a reader in each language.
//!
//! - No: status: machine
//! - Yes: status: reviewed, with reviewed_by and reviewed_on
//!
//! # LA-MACHINE : ce qu’une machine a écrit est relu
//!
//! Signalé une fois par langue d’un lieu : le nombre de textes dont le statut est machine. Les documents qui les montrent le
//! disent.
//!
//! Pourquoi : une machine peut changer un conseil en son contraire, et seule une personne qui parle la langue le voit.
//!
//! Source : notre choix ; Inclusion Europe, L’information pour tous, demande un relecteur dans chaque langue.
//!
//! - Non : status: machine
//! - Oui : status: reviewed, avec reviewed_by et reviewed_on

use std::collections::{BTreeMap, BTreeSet};

use super::prelude::*;
use crate::content::profile::KIT;

/// The rule.
pub const RULE: Rule = Rule {
    id: "LA-MACHINE",
    group: Group::Languages,
    severity: Severity::Notice,
    source: include_str!("la_machine.rs"),
    run: Run::Kit(check),
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let venues = subject.planned.catalog.venues.values();
    let spoken: BTreeSet<&Lang> = venues.flat_map(|venue| &venue.languages).collect();
    let mut unread: BTreeMap<&Lang, usize> = BTreeMap::new();
    for text in subject.passages.chunk_by(|a, b| a.owner == b.owner && a.lang == b.lang) {
        if text[0].machine && spoken.contains(text[0].lang) {
            *unread.entry(text[0].lang).or_default() += 1;
        }
    }
    let finding = |(lang, count)| {
        let message = Message::new("la-machine").arg("lang", lang).arg("count", count);
        Finding::about(KIT, message).hint(Message::new("hint-la-machine"))
    };
    unread.into_iter().map(finding).collect()
}
