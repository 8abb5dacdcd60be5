//! # ER-NO-CAPS: no words in capitals only
//!
//! Two or more words in capitals in a row, or one of more than six letters, are an error. Short acronyms are left to ER-ABBR.
//!
//! Why: words in capitals have no shape, so they are spelt out letter by letter, and a screen reader may spell them too.
//!
//! Source: Information for All (Inclusion Europe); Unapei checklist.
//!
//! - No: NEVER LEAVE your session open.
//! - Yes: Close your session.
//!
//! # ER-NO-CAPS : pas de mots tout en capitales
//!
//! Deux mots de suite en capitales, ou un seul de plus de six lettres : erreur. Les sigles courts relèvent de ER-ABBR.
//!
//! Pourquoi : un mot en capitales n’a plus de silhouette ; il se lit lettre par lettre, et un lecteur d’écran peut l’épeler.
//!
//! Source : L’information pour tous (Inclusion Europe) ; liste de contrôle de l’Unapei.
//!
//! - Non : NE LAISSEZ JAMAIS votre session ouverte.
//! - Oui : Fermez votre session.

use std::ops::Range;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-NO-CAPS",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_no_caps.rs"),
    run: Run::Passage(check),
};

/// More letters than an acronym has.
const ACRONYM: usize = 6;

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if !passage.is_easy() {
        return Vec::new();
    }
    let capital = |word: &Range<usize>| letters_in_capitals(&passage.text[word.clone()]) >= 2;
    let runs = passage.words.chunk_by(|a, b| capital(a) && capital(b)).filter(|run| capital(&run[0]));
    let loud = runs.filter(|run| run.len() > 1 || letters_in_capitals(&passage.text[run[0].clone()]) > ACRONYM);
    let found = loud.map(|run| {
        let message = Message::new("er-no-caps");
        passage.finding(run[0].start..run[run.len() - 1].end, message).hint(Message::new("hint-er-no-caps"))
    });
    found.collect()
}

/// How many letters a word has where all are capitals, else none.
pub(super) fn letters_in_capitals(word: &str) -> usize {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    if letters().all(char::is_uppercase) { letters().count() } else { 0 }
}
