//! # ER-BULLET: a list is a list, not a sentence
//!
//! Three or more things in one easy sentence give a warning: each becomes a sentence with its picture.
//!
//! Why: things one under the other are seen, things one after the other must be kept in mind.
//!
//! Source: UNE 153101:2018; Information for All (Inclusion Europe).
//!
//! - No: Take your papers, your card and your stick.
//! - Yes: Take your papers. Take your card. Take your stick.
//!
//! # ER-BULLET : une liste n’est pas une phrase
//!
//! Trois choses ou plus dans une seule phrase facile donnent un avertissement : chacune devient une phrase avec son image.
//!
//! Pourquoi : des choses l’une sous l’autre se voient, des choses l’une après l’autre doivent se retenir.
//!
//! Source : UNE 153101:2018 ; L’information pour tous (Inclusion Europe).
//!
//! - Non : Prenez vos papiers, votre carte et votre clé.
//! - Oui : Prenez vos papiers. Prenez votre carte. Prenez votre clé.

use std::sync::LazyLock;

use regex::Regex;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-BULLET",
    group: Group::EasyRead,
    severity: Severity::Warning,
    source: include_str!("er_bullet.rs"),
    run: Run::Passage(check),
};

static LISTED: LazyLock<Regex> = LazyLock::new(|| {
    // « vos papiers, votre carte et votre clé »: an article or possessive before the comma and after it
    let word = r"[\p{L}’'-]+";
    let article = r"(?:(?:l[ea]s?|un|une|des|du|votre|vos|mon|ma|mes|the|an?|your|my|its?)\s|[ld]['’])";
    let pattern = format!(
        r"(?i)\b{article}{word}(?:\s{word})?, {article}?{word}(?:\s{word}){{0,2}},? (?:et|ou|and|or) {word}"
    );
    Regex::new(&pattern).expect("a constant pattern")
});

static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    // « Sur un ordinateur, … » opens a sentence and is no part of a list
    let pattern = r"(?i)^(?:sur|pour|dans|avec|par|à|en|chez|après|avant|on|for|in|with|at|after|before)\s[^,]*,\s";
    Regex::new(pattern).expect("a constant pattern")
});

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if !passage.is_easy() || passage.is("ar") {
        return Vec::new();
    }
    let listed = passage.sentences.iter().filter_map(|sentence| {
        let text = &passage.text[sentence.clone()];
        let skipped = OPENING.find(text).map_or(0, |found| found.end());
        let found = LISTED.find(&text[skipped..])?;
        let start = sentence.start + skipped + found.start();
        Some(start..start + found.len())
    });
    let finding = |range| passage.finding(range, Message::new("er-bullet")).hint(Message::new("hint-er-bullet"));
    listed.map(finding).collect()
}
