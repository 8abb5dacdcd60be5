//! # TR-SOURCE-DATE: a source says when it was read
//!
//! A source of a tip without `consulted` is reported.
//!
//! Why: pages change and vanish; the day tells which version the advice rests on.
//!
//! Source: ISO 690 (a reference to a page bears the day it was read).
//!
//! - No: a source with a title and an address only
//! - Yes: the same with consulted: 2026-11-24
//!
//! # TR-SOURCE-DATE : une source dit quand elle a été lue
//!
//! Une source d’un conseil sans `consulted` est signalée.
//!
//! Pourquoi : les pages changent et disparaissent ; le jour dit sur quelle version le conseil repose.
//!
//! Source : ISO 690 (la référence d’une page porte le jour de la lecture).
//!
//! - Non : une source avec un titre et une adresse seulement
//! - Oui : la même avec consulted: 2026-11-24

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "TR-SOURCE-DATE",
    group: Group::Truth,
    severity: Severity::Warning,
    source: include_str!("tr_source_date.rs"),
    run: Run::Tip(check),
};

fn check(tip: &Tip, _: &Subject<'_>) -> Vec<Finding> {
    let undated = tip.sources.iter().filter(|source| source.consulted.is_none());
    let finding = |place| Finding::at(place, Message::new("tr-source-date")).hint(Message::new("hint-tr-source-date"));
    undated.map(|source| finding(source.place.clone())).collect()
}
