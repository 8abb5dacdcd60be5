//! # TY-ELLIPSIS: three dots are one sign
//!
//! Three full stops in a row are written as one sign: “…”. `--fix` corrects it. Longer rows, which are lines to write on, are
//! left alone.
//!
//! Why: three dots can be torn apart at the end of a line, and a screen reader says “dot dot dot”.
//!
//! Source: Imprimerie nationale, Lexique des règles typographiques.
//!
//! - No: Attendez...
//! - Yes: Attendez…
//!
//! # TY-ELLIPSIS : les points de suspension sont un seul signe
//!
//! Trois points de suite s’écrivent avec un seul signe : « … ». `--fix` corrige. Les suites plus longues, qui sont des lignes à
//! remplir, sont laissées de côté.
//!
//! Pourquoi : trois points peuvent être séparés en fin de ligne, et un lecteur d’écran dit « point point point ».
//!
//! Source : Imprimerie nationale, Lexique des règles typographiques.
//!
//! - Non : Attendez...
//! - Oui : Attendez…

use super::prelude::*;
use crate::check::scan;

/// The rule.
pub const RULE: Rule = Rule {
    id: "TY-ELLIPSIS",
    group: Group::Typography,
    severity: Severity::Warning,
    source: include_str!("ty_ellipsis.rs"),
    run: Run::Passage(check),
};

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    let text = &passage.text;
    let alone = |at: &usize| !text[..*at].ends_with('.') && !text[at + 3..].starts_with('.');
    let is_path = |at: usize| text[at + 3..].starts_with('/');
    let three = text.match_indices("...").map(|(at, _)| at).filter(alone).filter(|at| !is_path(*at));
    let finding = |at: usize| Finding {
        fix: scan::swap(passage, at..at + 3, "…"),
        ..passage.finding(at..at + 3, Message::new("ty-ellipsis"))
    };
    three.map(finding).collect()
}
