//! # ER-DATE: dates and times are written out
//!
//! 1 April 2026 and 3 pm, never 01/04/2026, 2026-04-01, 15:30 or 15h30.
//!
//! Why: a date in figures can be read in two orders, and a time with a sign in the middle is not read as a time.
//!
//! Source: UNE 153101:2018; Easy Language directives (“1 avril 2024”, “15 heures 30”).
//!
//! - No: Before 01/04/2026 at 15h30.
//! - Yes: Before 1 April 2026.
//!
//! # ER-DATE : les dates et les heures s’écrivent en entier
//!
//! 1er avril 2026 et 15 heures 30, jamais 01/04/2026, 2026-04-01, 15:30 ni 15h30.
//!
//! Pourquoi : une date en chiffres peut se lire dans deux ordres, et une heure coupée par un signe ne se lit pas comme une heure.
//!
//! Source : UNE 153101:2018 ; directives Easy Language (« 1 avril 2024 », « 15 heures 30 »).
//!
//! - Non : Avant le 01/04/2026 à 15h30.
//! - Oui : Avant le 1er avril 2026.

use std::sync::LazyLock;

use regex::Regex;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-DATE",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_date.rs"),
    run: Run::Passage(check),
};

static SHORT: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{1,2}/\d{1,2}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\s?h\s?\d{0,2}\b|\b\d{1,2}:\d{2}\b";
    Regex::new(pattern).expect("a constant pattern")
});

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if !passage.is_easy() {
        return Vec::new();
    }
    let finding = |found: regex::Match<'_>| {
        let message = Message::new("er-date").arg("text", found.as_str());
        passage.finding(found.range(), message).hint(Message::new("hint-er-date"))
    };
    SHORT.find_iter(&passage.text).map(finding).collect()
}
