//! # ER-ABBR: no abbreviations or initials
//!
//! etc., e.g., No., Mr. and acronyms (URL, SMS) are errors, unless the acronym is a word of the glossary, which explains it.
//!
//! Why: an abbreviation hides a word that the reader may know.
//!
//! Source: Information for All (Inclusion Europe); Unapei checklist.
//!
//! - No: files, photos, etc.
//! - Yes: files and photos
//!
//! # ER-ABBR : ni abréviation, ni sigle
//!
//! etc., p. ex., n°, M. et les sigles (URL, SMS) sont des erreurs, sauf si le sigle est un mot du glossaire, qui l’explique.
//!
//! Pourquoi : une abréviation cache le mot que l’on connaît peut-être.
//!
//! Source : L’information pour tous (Inclusion Europe) ; liste de contrôle de l’Unapei.
//!
//! - Non : les fichiers, les photos, etc.
//! - Oui : les fichiers et les photos

use std::sync::LazyLock;

use regex::Regex;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-ABBR",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_abbr.rs"),
    run: Run::Passage(check),
};

static SHORTENED: LazyLock<Regex> = LazyLock::new(|| {
    let french = r"etc\b\.?|p\.\s?ex\.|c\.?-à-d\.?|cf\b\.?|n°|N°|\bM\.|\bMme\b|\bMM\.|\bDr\b|\bav\.|\bbd\b|\btél\.|\bvs\b|\bmin\.|\bnb\b";
    let english = r"\be\.g\.|\bi\.e\.|\bNo\.\s?\d|\bMr\b|\bMrs\b|\bMs\b|\bapprox\.|\binfo\b|\btel\.";
    Regex::new(&format!("{french}|{english}")).expect("a constant pattern")
});

/// Letters of an acronym.
const ACRONYM: std::ops::RangeInclusive<usize> = 2..=6;

fn check(passage: &Passage<'_>, subject: &Subject<'_>) -> Vec<Finding> {
    if !passage.is_easy() || passage.is("ar") {
        return Vec::new();
    }
    let explained = explained(passage, subject);
    let shortened = SHORTENED.find_iter(&passage.text).map(|found| found.range());
    let capital = |word: &std::ops::Range<usize>| super::er_no_caps::letters_in_capitals(&passage.text[word.clone()]) >= 2;
    // several words in capitals are shouted, and the matter of ER-NO-CAPS
    let alone = passage.words.chunk_by(|a, b| capital(a) && capital(b)).filter(|run| run.len() == 1).map(|run| &run[0]);
    let acronyms = alone.filter(|word| {
        ACRONYM.contains(&super::er_no_caps::letters_in_capitals(&passage.text[(*word).clone()]))
            && !super::er_roman::is_roman(&passage.text[(*word).clone()])
    });
    let acronyms = acronyms.filter(|word| !explained.iter().any(|known| known.start <= word.start && word.end <= known.end));
    let finding = |range: std::ops::Range<usize>| {
        let message = Message::new("er-abbr").arg("text", &passage.text[range.clone()]);
        passage.finding(range, message).hint(Message::new("hint-er-abbr"))
    };
    shortened.chain(acronyms.cloned()).map(finding).collect()
}
