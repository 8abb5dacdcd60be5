//! # PL-FEAR: no frightening words
//!
//! Words such as danger, threat, hacker or disaster give a warning.
//!
//! Why: fear makes people stop reading, or stop using what they need. What to do is enough.
//!
//! Source: our own choice; list in src/check/lists/fear.*.txt.
//!
//! - No: Hackers are waiting for your mistake.
//! - Yes: Close your session.
//!
//! # PL-FEAR : pas de mots qui font peur
//!
//! Les mots comme danger, menace, pirate ou catastrophe donnent un avertissement.
//!
//! Pourquoi : la peur fait arrêter de lire, ou renoncer à ce dont on a besoin. Dire quoi faire suffit.
//!
//! Source : notre choix ; liste dans src/check/lists/fear.*.txt.
//!
//! - Non : Les pirates guettent votre erreur.
//! - Oui : Fermez votre session.

use std::sync::LazyLock;

use crate::check::lexicon::Lexicon;
use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "PL-FEAR",
    group: Group::Plain,
    severity: Severity::Warning,
    source: include_str!("pl_fear.rs"),
    run: Run::Passage(check),
};

static FEAR: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(&[("fr", include_str!("../lists/fear.fr.txt")), ("en", include_str!("../lists/fear.en.txt"))])
});

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if passage.audience != Audience::Public {
        return Vec::new();
    }
    let finding = |hit: lexicon::Hit<'_>| {
        let message = Message::new("pl-fear").arg("word", &passage.text[hit.range.clone()]);
        passage.finding(hit.range, message).hint(Message::new("hint-pl-fear"))
    };
    FEAR.hits(passage).into_iter().map(finding).collect()
}
