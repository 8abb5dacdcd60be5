//! # ER-HYPHEN: no word is split
//!
//! A soft hyphen (U+00AD) or a hyphen before a space inside a word is an error, in every text.
//!
//! Why: the reader must put a split word back together.
//!
//! Source: Information for All (Inclusion Europe); WCAG 1.4.12 (text can be re-spaced).
//!
//! - No: ordi- nateur
//! - Yes: ordinateur
//!
//! # ER-HYPHEN : aucun mot n’est coupé
//!
//! Un trait d’union conditionnel (U+00AD) ou un trait d’union devant une espace à l’intérieur d’un mot est une erreur, dans
//! tous les textes.
//!
//! Pourquoi : la personne qui lit doit recoller un mot coupé.
//!
//! Source : L’information pour tous (Inclusion Europe) ; WCAG 1.4.12 (les espacements peuvent changer).
//!
//! - Non : ordi- nateur
//! - Oui : ordinateur

use std::sync::LazyLock;

use regex::Regex;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-HYPHEN",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_hyphen.rs"),
    run: Run::Passage(check),
};

static CUT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\u{ad}|\p{Ll}- \p{Ll}").expect("a constant pattern"));

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    let finding = |found: regex::Match<'_>| {
        let finding = passage.finding(found.range(), Message::new("er-hyphen"));
        if found.as_str() == "\u{ad}" { finding.fixed_by("") } else { finding }
    };
    CUT.find_iter(&passage.text).map(finding).collect()
}
