//! # ER-PAREN: no brackets, notes or cross-references
//!
//! Why: an aside makes two texts of one, and “see above” sends the reader away.
//!
//! Source: UNE 153101:2018; Information for All (Inclusion Europe).
//!
//! - No: Close the page (see above).
//! - Yes: Close the page.
//!
//! # ER-PAREN : ni parenthèse, ni note, ni renvoi
//!
//! Pourquoi : une parenthèse fait deux textes d’un seul, et « voir plus haut » envoie le lecteur ailleurs.
//!
//! Source : UNE 153101:2018 ; L’information pour tous (Inclusion Europe).
//!
//! - Non : Fermez la page (voir plus haut).
//! - Oui : Fermez la page.

use std::sync::LazyLock;

use regex::Regex;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-PAREN",
    group: Group::EasyRead,
    severity: Severity::Warning,
    source: include_str!("er_paren.rs"),
    run: Run::Passage(check),
};

static ASIDE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"\([^)]*\)?|\[[^\]]*\]?|(?i:\bvoir (?:ci-dessus|ci-dessous|plus (?:haut|bas)|page \d+)|\bci-(?:dessus|dessous)\b|\bsee (?:above|below|page \d+))|[¹²³†‡]";
    Regex::new(pattern).expect("a constant pattern")
});

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if !passage.is_easy() {
        return Vec::new();
    }
    let finding = |found: regex::Match<'_>| {
        passage.finding(found.range(), Message::new("er-paren")).hint(Message::new("hint-er-paren"))
    };
    ASIDE.find_iter(&passage.text).map(finding).collect()
}
