//! # PL-LIST: a list is short
//!
//! More than seven items give a warning.
//!
//! Why: a longer list is searched, not read.
//!
//! Source: easy-read guides (5 to 7 items); also right for staff texts.
//!
//! - No: a list of nine items.
//! - Yes: two lists with a heading each.
//!
//! # PL-LIST : une liste est courte
//!
//! Plus de sept éléments donnent un avertissement.
//!
//! Pourquoi : une liste plus longue se parcourt, elle ne se lit pas.
//!
//! Source : guides FALC (5 à 7 éléments) ; juste aussi pour les textes de l’équipe.
//!
//! - Non : une liste de neuf éléments.
//! - Oui : deux listes, chacune sous son titre.

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "PL-LIST",
    group: Group::Plain,
    severity: Severity::Warning,
    source: include_str!("pl_list.rs"),
    run: Run::Kit(check),
};

/// Most items of a list.
const MOST: usize = 7;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let same = |a: &Passage<'_>, b: &Passage<'_>| a.list().is_some() && a.list() == b.list();
    let lists = subject.passages.chunk_by(same).filter(|items| items[0].list().is_some() && items.len() > MOST);
    let finding = |items: &[Passage<'_>]| {
        let eighth = &items[MOST];
        let message = Message::new("pl-list").arg("items", items.len()).arg("limit", MOST);
        eighth.finding(0..eighth.text.len(), message)
    };
    lists.map(finding).collect()
}
