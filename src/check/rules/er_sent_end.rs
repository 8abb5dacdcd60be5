//! # ER-SENT-END: each sentence ends with its mark
//!
//! A full stop, a question mark or an exclamation mark.
//!
//! Why: the mark says that the idea is complete; a voice pauses there.
//!
//! Source: Information for All (Inclusion Europe).
//!
//! - No: Close the page
//! - Yes: Close the page.
//!
//! # ER-SENT-END : chaque phrase finit par son signe
//!
//! Un point, un point d’interrogation ou d’exclamation.
//!
//! Pourquoi : ce signe dit que l’idée est complète ; une voix y fait une pause.
//!
//! Source : L’information pour tous (Inclusion Europe).
//!
//! - Non : Fermez la page
//! - Oui : Fermez la page.

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-SENT-END",
    group: Group::EasyRead,
    severity: Severity::Warning,
    source: include_str!("er_sent_end.rs"),
    run: Run::Passage(check),
};

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    let text = passage.text.trim_end_matches([' ', '»', '”', '\u{a0}', '\n']);
    if !passage.is_easy() || text.is_empty() || text.ends_with(['.', '?', '!', '؟', ':', '…', '}']) {
        return Vec::new();
    }
    let last = passage.words.last().cloned().unwrap_or(0..passage.text.len());
    vec![passage.finding(last, Message::new("er-sent-end"))]
}
