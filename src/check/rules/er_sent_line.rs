//! # ER-SENT-LINE: each line of an easy-read text is one sentence
//!
//! Each item of `sentences` is one sentence, so that the layout gives it a line of its own. Sentences are found by the rules
//! of Unicode.
//!
//! Why: a sentence that begins in the middle of a line is not seen.
//!
//! Source: Information for All (Inclusion Europe).
//!
//! - No: `- Close the page. Wait.`
//! - Yes: `- Close the page.` and `- Wait.`
//!
//! # ER-SENT-LINE : chaque ligne d’un texte facile est une phrase
//!
//! Chaque élément de `sentences` est une phrase, pour que la mise en page lui donne sa ligne. Les phrases sont trouvées selon
//! Unicode.
//!
//! Pourquoi : une phrase qui commence au milieu d’une ligne ne se voit pas.
//!
//! Source : L’information pour tous (Inclusion Europe).
//!
//! - Non : `- Fermez la page. Attendez.`
//! - Oui : `- Fermez la page.` puis `- Attendez.`

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-SENT-LINE",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_sent_line.rs"),
    run: Run::Passage(check),
};

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if !passage.is_easy() {
        return Vec::new();
    }
    let more = passage.sentences.iter().skip(1);
    more.map(|sentence| passage.finding(sentence.clone(), Message::new("er-sent-line"))).collect()
}
