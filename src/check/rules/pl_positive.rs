//! # PL-POSITIVE: say what to do rather than what not to do
//!
//! A line of a poster that begins with a prohibition is reported. Some prohibitions are the clearest way; keep those.
//!
//! Why: whoever reads “do not” must still find out what to do.
//!
//! Source: ISO 24495-1; easyreadstandard.org (positive form). Precision: mechanical, the line does begin with a negation.
//!
//! - No: Do not leave your papers
//! - Yes: Take your papers
//!
//! # PL-POSITIVE : dites ce qu’il faut faire plutôt que ce qu’il ne faut pas faire
//!
//! Une ligne d’affiche qui commence par une interdiction est signalée. Certaines interdictions sont ce qu’il y a de plus clair :
//! gardez-les.
//!
//! Pourquoi : qui lit « ne faites pas » doit encore trouver quoi faire.
//!
//! Source : ISO 24495-1 ; easyreadstandard.org (forme positive). Précision : mécanique, la ligne commence bien par une
//! négation.
//!
//! - Non : N’oubliez pas vos papiers
//! - Oui : Reprenez vos papiers

use std::sync::LazyLock;

use regex::Regex;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "PL-POSITIVE",
    group: Group::Plain,
    severity: Severity::Notice,
    source: include_str!("pl_positive.rs"),
    run: Run::Passage(check),
};

static NEGATION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s*(?:ne\b|n[’']|jamais\b|do not\b|don[’']t\b|never\b|avoid\b|évitez\b)").expect("a constant pattern")
});

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    let begins = NEGATION.find(&passage.text).filter(|_| passage.part == Part::Action);
    let finding = |found: regex::Match<'_>| {
        passage.finding(found.range(), Message::new("pl-positive")).hint(Message::new("hint-pl-positive"))
    };
    begins.map(finding).into_iter().collect()
}
