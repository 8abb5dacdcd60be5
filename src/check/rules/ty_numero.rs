//! # TY-NUMERO: n° 12
//!
//! In French, a number is announced by n°, with a small n, the sign ° and a space. `--fix` corrects no 12, n 12, N°12, nº 12 and
//! n°12. At the beginning of a sentence a capital N is right.
//!
//! Why: “no” and “n” are read as other words.
//!
//! Source: Imprimerie nationale, Lexique des règles typographiques.
//!
//! - No: le poste no 12
//! - Yes: le poste n° 12
//!
//! # TY-NUMERO : n° 12
//!
//! En français, un numéro s’annonce par n°, avec un petit n, le signe ° et une espace. `--fix` corrige no 12, n 12, N°12, nº 12
//! et n°12. Au début d’une phrase, le grand N est juste.
//!
//! Pourquoi : « no » et « n » se lisent comme d’autres mots.
//!
//! Source : Imprimerie nationale, Lexique des règles typographiques.
//!
//! - Non : le poste no 12
//! - Oui : le poste n° 12

use super::prelude::*;
use crate::check::scan;

/// The rule.
pub const RULE: Rule = Rule {
    id: "TY-NUMERO",
    group: Group::Typography,
    severity: Severity::Warning,
    source: include_str!("ty_numero.rs"),
    run: Run::Passage(check),
};

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if !passage.is("fr") || !passage.text.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let begins = passage.text.match_indices(['n', 'N']).map(|(at, _)| at);
    begins.filter_map(|at| judge(passage, at)).collect()
}

/// What a number is announced by at this byte, where it is not n° and a space.
fn judge(passage: &Passage<'_>, at: usize) -> Option<Finding> {
    let text = &passage.text;
    let alone = !text[..at].ends_with(|c: char| c.is_alphanumeric() || "-’'.".contains(c));
    let rest = &text[at + 1..];
    let sign = rest.chars().next().filter(|c| "°ºo".contains(*c));
    let after = &rest[sign.map_or(0, char::len_utf8)..];
    let digits = after.trim_start_matches([' ', '\u{a0}', '\u{202f}', '.']);
    let gap = &after[..after.len() - digits.len()];
    let number = digits.starts_with(|c: char| c.is_ascii_digit()) && !gap.contains(". ") && gap.chars().count() < 2;
    let glued = gap.is_empty() && matches!(sign, None | Some('o'));
    let begins = passage.sentences.iter().any(|sentence| sentence.start == at);
    let small = text[at..].starts_with('n') || begins;
    let right = sign == Some('°') && !gap.is_empty() && !gap.contains('.') && small;
    if !alone || !number || glued || right {
        return None;
    }
    let range = at..text.len() - digits.len();
    let good = if begins && !text[at..].starts_with('n') { "N°\u{a0}" } else { "n°\u{a0}" };
    let finding = passage.finding(range.clone(), Message::new("ty-numero"));
    Some(Finding { fix: scan::swap(passage, range, good), ..finding })
}
