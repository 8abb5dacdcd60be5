//! # TY-DOUBLE-SPACE: one space is enough
//!
//! Two or more spaces in a row are one too many, in every language. `--fix` corrects it.
//!
//! Why: they leave holes in a line, and one of them may begin the next.
//!
//! Source: our own choice.
//!
//! - No: Fermez  la page.
//! - Yes: Fermez la page.
//!
//! # TY-DOUBLE-SPACE : une espace suffit
//!
//! Deux espaces de suite, c’est une de trop, dans toutes les langues. `--fix` corrige.
//!
//! Pourquoi : elles font des trous dans la ligne, et l’une d’elles peut commencer la suivante.
//!
//! Source : notre choix.
//!
//! - Non : Fermez  la page.
//! - Oui : Fermez la page.

use super::prelude::*;
use crate::check::scan;

/// The rule.
pub const RULE: Rule = Rule {
    id: "TY-DOUBLE-SPACE",
    group: Group::Typography,
    severity: Severity::Warning,
    source: include_str!("ty_double_space.rs"),
    run: Run::Passage(check),
};

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}')
}

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    let text = &passage.text;
    let mut findings = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(is_space).map(|at| from + at) {
        let rest = text[start..].trim_start_matches(is_space);
        let end = text.len() - rest.len();
        let inside = start > 0 && !rest.is_empty() && !rest.starts_with('\n') && !text[..start].ends_with('\n');
        if inside && text[start..end].chars().nth(1).is_some() {
            findings.push(found(passage, start..end));
        }
        from = end;
    }
    findings
}

fn found(passage: &Passage<'_>, range: std::ops::Range<usize>) -> Finding {
    let kept = passage.text[range.clone()].chars().find(|c| *c != ' ').unwrap_or(' ');
    let finding = passage.finding(range.clone(), Message::new("ty-double-space"));
    Finding { fix: scan::swap(passage, range, &kept.to_string()), ..finding }
}
