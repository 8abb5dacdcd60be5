//! # TY-ORDINAL: 1re, 2e, 3es
//!
//! In French, ordinals are short: 1er, 1re, 2e, and 2d or 2de. `--fix` corrects 1ère, 2ème, 3ième, 2nde and the like.
//!
//! Why: the short forms are the right ones, and they are read faster.
//!
//! Source: Imprimerie nationale, Lexique des règles typographiques; Académie française.
//!
//! - No: la 1ère page, le 2ème bouton
//! - Yes: la 1re page, le 2e bouton
//!
//! # TY-ORDINAL : 1re, 2e, 3es
//!
//! En français, les ordinaux sont courts : 1er, 1re, 2e, et 2d ou 2de. `--fix` corrige 1ère, 2ème, 3ième, 2nde et autres formes
//! semblables.
//!
//! Pourquoi : les formes courtes sont les bonnes, et elles se lisent plus vite.
//!
//! Source : Imprimerie nationale, Lexique des règles typographiques ; Académie française.
//!
//! - Non : la 1ère page, le 2ème bouton
//! - Oui : la 1re page, le 2e bouton

use super::prelude::*;
use crate::check::scan;

/// The rule.
pub const RULE: Rule = Rule {
    id: "TY-ORDINAL",
    group: Group::Typography,
    severity: Severity::Warning,
    source: include_str!("ty_ordinal.rs"),
    run: Run::Passage(check),
};

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if !passage.is("fr") || !passage.text.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let judge = |word: &std::ops::Range<usize>| {
        let short = short(&passage.text[word.clone()])?;
        let finding = passage.finding(word.clone(), Message::new("ty-ordinal").arg("short", &short));
        Some(Finding { fix: scan::swap(passage, word.clone(), &short), ..finding })
    };
    passage.words.iter().filter_map(judge).collect()
}

/// The short form of a long ordinal.
fn short(word: &str) -> Option<String> {
    let letters = word.find(|c: char| !c.is_ascii_digit()).filter(|at| *at > 0)?;
    let (number, ending) = word.split_at(letters);
    let end = match (number, ending) {
        ("1", "ère" | "ere" | "ière" | "iere") => "re",
        ("1", "ères" | "eres" | "ières" | "ieres") => "res",
        ("1", "ier" | "èr") => "er",
        ("2", "nd") => "d",
        ("2", "nde") => "de",
        ("2", "nds") => "ds",
        ("2", "ndes") => "des",
        (_, "ème" | "eme" | "ième" | "ieme" | "éme") => "e",
        (_, "èmes" | "emes" | "ièmes" | "iemes" | "émes") => "es",
        _ => return None,
    };
    Some(format!("{number}{end}"))
}
