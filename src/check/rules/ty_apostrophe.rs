//! # TY-APOSTROPHE: the apostrophe is ’
//!
//! In French and English, a straight ' between two letters is an apostrophe and is written ’. `--fix` corrects it.
//!
//! Why: the straight sign of typewriters looks poor on a poster, and two signs for one thing make words hard to find again.
//!
//! Source: Imprimerie nationale, Lexique des règles typographiques; the Unicode Standard, chapter 6 (U+2019 is preferred).
//!
//! - No: l'ordinateur
//! - Yes: l’ordinateur
//!
//! # TY-APOSTROPHE : l’apostrophe est ’
//!
//! En français et en anglais, le signe droit ' entre deux lettres est une apostrophe et s’écrit ’. `--fix` corrige.
//!
//! Pourquoi : le signe droit des machines à écrire est laid sur une affiche, et avec deux signes pour une chose on ne retrouve
//! plus les mots.
//!
//! Source : Imprimerie nationale, Lexique des règles typographiques ; norme Unicode, chapitre 6 (U+2019 est préférée).
//!
//! - Non : l'ordinateur
//! - Oui : l’ordinateur

use super::prelude::*;
use crate::check::scan;

/// The rule.
pub const RULE: Rule = Rule {
    id: "TY-APOSTROPHE",
    group: Group::Typography,
    severity: Severity::Warning,
    source: include_str!("ty_apostrophe.rs"),
    run: Run::Passage(check),
};

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if !passage.is("fr") && !passage.is("en") {
        return Vec::new();
    }
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let straight = scan::marks(&passage.text, |c| c == '\'');
    let between = straight.filter(|mark| letter(mark.before) && (letter(mark.after) || mark.after == Some('«')));
    let finding = |mark: scan::Mark| Finding {
        fix: scan::swap(passage, mark.range(), "’"),
        ..passage.finding(mark.range(), Message::new("ty-apostrophe"))
    };
    between.map(finding).collect()
}
