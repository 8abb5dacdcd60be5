//! # PL-ACTION-LEN: the line of a poster is short
//!
//! At most 40 characters.
//!
//! Why: a poster is read in passing, from a few metres; MD-FIT says what fits, this rule says what is read.
//!
//! Source: our own choice, from the sizes that signs need at 3 m (ISO 3864-1).
//!
//! - No: Before you go, please think of closing your session
//! - Yes: Close your session
//!
//! # PL-ACTION-LEN : la ligne d’une affiche est courte
//!
//! 40 signes au plus.
//!
//! Pourquoi : une affiche se lit en passant, à quelques mètres ; MD-FIT dit ce qui tient, cette règle dit ce qui se lit.
//!
//! Source : notre choix, d’après les tailles que demande un panneau lu à 3 m (ISO 3864-1).
//!
//! - Non : Avant de partir, pensez bien à fermer votre session
//! - Oui : Fermez votre session

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "PL-ACTION-LEN",
    group: Group::Plain,
    severity: Severity::Warning,
    source: include_str!("pl_action_len.rs"),
    run: Run::Passage(check),
};

/// Most characters of an action.
const MOST: usize = 40;

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    let length = passage.text.chars().count();
    if passage.part != Part::Action || length <= MOST {
        return Vec::new();
    }
    let message = Message::new("pl-action-len").arg("length", length).arg("limit", MOST);
    vec![passage.finding(0..passage.text.len(), message)]
}
