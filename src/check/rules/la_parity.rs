//! # LA-PARITY: a translation has the facts of its original
//!
//! Numbers, telephone numbers, addresses and placeholders of the original stand in every translation of a tip or a document, and
//! easy-read texts have as many ideas. Arabic digits count like any others; numbers up to 12 may be written as words; hours are
//! left alone.
//!
//! Why: a translator who drops a number drops the help line.
//!
//! Source: our own choice.
//!
//! - No: fr “12 signes ou plus”, en “a long one”
//! - Yes: fr “12 signes ou plus”, en “12 characters or more”
//!
//! # LA-PARITY : une traduction a les faits de l’original
//!
//! Les nombres, les numéros de téléphone, les adresses et les champs à remplacer de l’original se trouvent dans chaque traduction
//! d’un conseil ou d’un document, et les textes faciles à lire ont autant d’idées. Les chiffres arabes valent les autres ; les
//! nombres jusqu’à 12 peuvent être en lettres ; les heures sont laissées de côté.
//!
//! Pourquoi : qui oublie un nombre en traduisant oublie le numéro d’aide.
//!
//! Source : notre choix.
//!
//! - Non : fr « 12 signes ou plus », en « a long one »
//! - Oui : fr « 12 signes ou plus », en « 12 characters or more »

use std::collections::{BTreeMap, BTreeSet};

use super::prelude::*;
use crate::check::scan;
use crate::content::Words;

/// The rule.
pub const RULE: Rule = Rule {
    id: "LA-PARITY",
    group: Group::Languages,
    severity: Severity::Warning,
    source: include_str!("la_parity.rs"),
    run: Run::Kit(check),
};

/// Number words up to 12.
const ENGLISH: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const FRENCH: [&str; 12] =
    ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"];

/// The passages of a tip or document in one language.
type Text<'a> = &'a [Passage<'a>];

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let source = &subject.planned.catalog.kit.source_language;
    let mut texts: BTreeMap<(bool, &str), Vec<Text<'_>>> = BTreeMap::new();
    for text in subject.passages.chunk_by(|a, b| a.owner == b.owner && a.lang == b.lang) {
        match text[0].owner {
            Owner::Tip(id) => texts.entry((true, id)).or_default().push(text),
            Owner::Document(id) => texts.entry((false, id)).or_default().push(text),
            Owner::Glossary | Owner::Words => {}
        }
    }
    let mut findings: Vec<Finding> = texts.values().flat_map(|texts| compare(texts, source)).collect();
    findings.extend(subject.planned.catalog.tips.values().flat_map(|tip| ideas(tip, source)));
    findings.extend(words(subject, source));
    findings
}

fn compare(texts: &[Text<'_>], source: &Lang) -> Vec<Finding> {
    let Some(original) = texts.iter().find(|text| text[0].lang == source) else { return Vec::new() };
    let facts: Vec<(Fact, Part)> =
        original.iter().flat_map(|passage| facts(&passage.text).into_iter().map(|fact| (fact, passage.part))).collect();
    if facts.is_empty() {
        return Vec::new();
    }
    let others = texts.iter().filter(|text| text[0].lang != source);
    others.flat_map(|text| lacking(text, &facts)).collect()
}

/// What a translation must have.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Fact {
    /// Digits without what sets them apart.
    Number(String),
    /// An address or a placeholder, word for word.
    Words(String),
}

fn lacking(text: Text<'_>, facts: &[(Fact, Part)]) -> Vec<Finding> {
    let joined = text.iter().map(|passage| passage.text.as_str()).collect::<Vec<_>>().join("\n").to_lowercase();
    let numbers: BTreeSet<String> = numbers(&joined).into_iter().collect();
    let mut told: BTreeSet<&Fact> = BTreeSet::new();
    let has = |fact: &Fact| match fact {
        Fact::Number(digits) => numbers.contains(digits) || as_word(digits, text[0].lang, &joined),
        Fact::Words(words) => without_spaces(&joined).contains(words.as_str()),
    };
    let missing = facts.iter().filter(|(fact, _)| !has(fact) && told.insert(fact));
    missing
        .map(|(fact, part)| {
            let what = shown(fact);
            let passage = text.iter().find(|passage| passage.part == *part).unwrap_or(&text[0]);
            passage
                .finding(0..passage.text.len(), Message::new("la-parity").arg("lang", passage.lang).arg("what", what))
        })
        .collect()
}

/// A fact as it is told: of a long number, which may be somebody's, only the beginning.
fn shown(fact: &Fact) -> String {
    const LONG: usize = 8;
    match fact {
        Fact::Number(digits) if digits.len() >= LONG => format!("{}…", &digits[..2]),
        Fact::Number(what) | Fact::Words(what) => what.clone(),
    }
}

/// Whether a small number stands there in letters, or may, in a language whose number words are not known here.
fn as_word(digits: &str, lang: &Lang, joined: &str) -> bool {
    let Some(at) = digits.parse::<usize>().ok().filter(|number| (1..=12).contains(number)) else { return false };
    let words = match lang.primary() {
        "en" => ENGLISH,
        "fr" => FRENCH,
        _ => return true,
    };
    joined.split(|c: char| !c.is_alphabetic()).any(|word| word == words[at - 1])
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn facts(text: &str) -> Vec<Fact> {
    if !text.contains(|c: char| c.is_numeric() || matches!(c, '{' | '.' | '@')) {
        return Vec::new();
    }
    let mut facts: Vec<Fact> = numbers(text).into_iter().map(Fact::Number).collect();
    facts.extend(placeholders(text).into_iter().map(Fact::Words));
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let addresses = text.split_whitespace().map(word).filter(|word| scan::is_address(word));
    facts.extend(addresses.map(|address| Fact::Words(host(&address))));
    facts
}

/// The host of an address, as its pages may differ by language; all of a mail address.
fn host(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split('/').next().unwrap_or_default().trim_start_matches("www.").to_owned()
}

/// `{{ venue.name }}` and `{page}`, without their spaces.
fn placeholders(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let double = rest[open..].starts_with("{{");
        let close = if double { "}}" } else { "}" };
        let Some(end) = rest[open..].find(close) else { break };
        found.push(without_spaces(&rest[open..open + end + close.len()]).to_lowercase());
        rest = &rest[open + end + close.len()..];
    }
    found
}

/// Digits of a text, with those of one number together; hours and ordinals are none.
fn numbers(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().map(western).collect();
    let mut numbers = Vec::new();
    let (mut at, mut minutes) = (0, false);
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let mut digits = String::new();
        while at < chars.len() && (chars[at].is_ascii_digit() || goes_on(&chars, at)) {
            digits.extend(Some(chars[at]).filter(char::is_ascii_digit));
            at += 1;
        }
        let after: String = chars[at..].iter().take(3).collect();
        let hour = after.trim_start().starts_with('h') && !after.trim_start()[1..].starts_with(char::is_alphabetic);
        let small_ordinal = digits.len() < 3 && after.starts_with(char::is_alphabetic);
        if !hour && !minutes && !small_ordinal {
            numbers.push(digits);
        }
        minutes = hour;
    }
    numbers
}

/// Whether one sign between two digits keeps them together.
fn goes_on(chars: &[char], at: usize) -> bool {
    let sign = matches!(chars[at], ' ' | '\u{a0}' | '\u{202f}' | '.' | ',' | ':' | '٫' | '٬');
    sign && chars.get(at + 1).is_some_and(char::is_ascii_digit)
}

/// Arabic and Persian digits as the others.
fn western(c: char) -> char {
    let zero = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        _ => return c,
    };
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

fn ideas(tip: &Tip, source: &Lang) -> Vec<Finding> {
    let Some(original) = tip.words.get(source).filter(|words| !words.easy.is_empty()) else { return Vec::new() };
    let others =
        tip.words.iter().filter(|(_, words)| !words.easy.is_empty() && words.easy.len() != original.easy.len());
    let finding = |(lang, words): (&Lang, &crate::model::TipWords)| {
        let first = words.written.iter().find(|written| written.part.is_easy())?;
        let message = Message::new("la-parity-ideas").arg("lang", lang).arg("count", words.easy.len());
        Some(Finding::at(first.place.clone(), message.arg("wanted", original.easy.len())).of_tip(&tip.id))
    };
    others.filter_map(finding).collect()
}

/// Placeholders of the strings of layouts.
fn words(subject: &Subject<'_>, source: &Lang) -> Vec<Finding> {
    let words = &subject.planned.catalog.words;
    let Some(original) = words.get(source) else { return Vec::new() };
    words.iter().filter(|(lang, _)| *lang != source).flat_map(|(lang, words)| in_words(original, lang, words)).collect()
}

fn in_words(original: &Words, lang: &Lang, words: &Words) -> Vec<Finding> {
    // texts stand in the order of their keys
    let pairs = words.strings.iter().zip(&words.written);
    let lacking = pairs.flat_map(|((key, text), written)| {
        let has = placeholders(text);
        let wanted = placeholders(original.get(key)).into_iter().filter(move |wanted| !has.contains(wanted));
        wanted.map(|what| {
            let message = Message::new("la-parity").arg("lang", lang).arg("what", what);
            Finding::at(written.place.clone(), message)
        })
    });
    lacking.collect()
}
