//! # ER-PERCENT: no percent, no big numbers
//!
//! A percentage is an error; a number of more than four digits gives a warning, except a telephone number.
//!
//! Why: shares and large numbers cannot be pictured. “1 in 10”, “few” and “many” can.
//!
//! Source: UNE 153101:2018 (“5 out of every 100”); Information for All (Inclusion Europe).
//!
//! - No: 80 % of people do this.
//! - Yes: Many people do this.
//!
//! # ER-PERCENT : ni pourcentage, ni grand nombre
//!
//! Un pourcentage est une erreur ; un nombre de plus de quatre chiffres donne un avertissement, sauf un numéro de téléphone.
//!
//! Pourquoi : on ne se représente ni une part, ni un grand nombre. « 1 sur 10 », « peu » et « beaucoup » se comprennent.
//!
//! Source : UNE 153101:2018 (« 5 sur 100 ») ; L’information pour tous (Inclusion Europe).
//!
//! - Non : 80 % des personnes font cela.
//! - Oui : Beaucoup de personnes font cela.

use std::sync::LazyLock;

use regex::Regex;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-PERCENT",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_percent.rs"),
    run: Run::Passage(check),
};

static SHARE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)(?:\d+(?:[.,]\d+)?\s?)?%|\bpour[ \u{a0}]cent\b|\bper ?cent\b|٪";
    Regex::new(pattern).expect("a constant pattern")
});

static DIGITS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\+?\d[\d\u{a0}\u{202f} .]*\d").expect("a constant pattern")
});

/// Most digits of a number that one can picture.
const MOST_DIGITS: usize = 4;

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if !passage.is_easy() {
        return Vec::new();
    }
    let hint = || Message::new("hint-er-percent");
    let shares = SHARE.find_iter(&passage.text);
    let shares = shares.map(|found| passage.finding(found.range(), Message::new("er-percent")).hint(hint()));
    let big = DIGITS.find_iter(&passage.text).filter(|found| is_big(found.as_str())).map(|found| {
        passage.finding(found.range(), Message::new("er-big-number")).hint(hint()).severity(Severity::Warning)
    });
    shares.chain(big).collect()
}

/// A number of many digits that is no telephone number: those begin with 0 or +.
fn is_big(number: &str) -> bool {
    number.chars().filter(char::is_ascii_digit).count() > MOST_DIGITS && !number.starts_with(['0', '+'])
}
