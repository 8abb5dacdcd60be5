//! # TR-SOURCE-NONE: a tip has a source
//!
//! A tip without any source is reported.
//!
//! Why: readers, translators and those who read it again must be able to see what it rests on.
//!
//! Source: our own choice.
//!
//! - No: sources: []
//! - Yes: a page of CNIL, with its title, its address and the day it was read
//!
//! # TR-SOURCE-NONE : un conseil a une source
//!
//! Un conseil sans aucune source est signalé.
//!
//! Pourquoi : ceux qui lisent, traduisent ou relisent doivent pouvoir voir sur quoi il repose.
//!
//! Source : notre choix.
//!
//! - Non : sources: []
//! - Oui : une page de la CNIL, avec son titre, son adresse et le jour de la lecture

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "TR-SOURCE-NONE",
    group: Group::Truth,
    severity: Severity::Warning,
    source: include_str!("tr_source_none.rs"),
    run: Run::Tip(check),
};

fn check(tip: &Tip, _: &Subject<'_>) -> Vec<Finding> {
    let none = tip.sources.is_empty();
    none.then(|| Finding::at(tip.place.clone(), Message::new("tr-source-none"))).into_iter().collect()
}
