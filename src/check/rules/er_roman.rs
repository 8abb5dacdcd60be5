//! # ER-ROMAN: no Roman numerals
//!
//! Why: few people read them, and a screen reader reads them as letters.
//!
//! Source: Information for All (Inclusion Europe). A single letter is passed over: it may be a word.
//!
//! - No: Chapter IV, the XXIst century
//! - Yes: Chapter 4
//!
//! # ER-ROMAN : pas de chiffres romains
//!
//! Pourquoi : peu de personnes les lisent, et un lecteur d’écran les lit comme des lettres.
//!
//! Source : L’information pour tous (Inclusion Europe). Une lettre seule est laissée de côté : elle peut être un mot.
//!
//! - Non : Chapitre IV, le XXIe siècle
//! - Oui : Chapitre 4

use std::sync::LazyLock;

use regex::Regex;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-ROMAN",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_roman.rs"),
    run: Run::Passage(check),
};

static ROMAN: LazyLock<Regex> = LazyLock::new(|| {
    let number = r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})";
    Regex::new(&format!(r"\b({number})(e|ème|er|st|nd|rd|th)?\b")).expect("a constant pattern")
});

/// What looks like a number and is something else.
const OTHERS: [&str; 5] = ["CD", "DC", "MM", "CC", "MC"];

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if !passage.is_easy() {
        return Vec::new();
    }
    let numbers = ROMAN.captures_iter(&passage.text).filter_map(|found| {
        let (whole, number) = (found.get(0)?, found.get(1)?.as_str());
        let enough = number.len() > 1 || (["I", "V", "X"].contains(&number) && found.get(2).is_some());
        (enough && !OTHERS.contains(&number)).then(|| whole.range())
    });
    let finding = |range| passage.finding(range, Message::new("er-roman")).hint(Message::new("hint-er-roman"));
    numbers.map(finding).collect()
}

/// Whether a word is a number in Roman numerals.
pub(super) fn is_roman(word: &str) -> bool {
    ROMAN.find(word).is_some_and(|found| found.len() == word.len() && !word.is_empty()) && !OTHERS.contains(&word)
}
