//! # TY-COMMA: no space before a comma or a full stop, one after
//!
//! In French and English. Numbers (1,5), addresses, lists of words without any space and placeholders are left alone. `--fix`
//! corrects it.
//!
//! Why: a mark that floats belongs to nothing, and words that touch are read as one.
//!
//! Source: Imprimerie nationale, Lexique des règles typographiques; New Hart’s Rules.
//!
//! - No: Fermez la page ,puis partez .
//! - Yes: Fermez la page, puis partez.
//!
//! # TY-COMMA : pas d’espace avant la virgule ou le point, une après
//!
//! En français et en anglais. Les nombres (1,5), les adresses, les listes de mots sans aucune espace et les champs à remplacer
//! sont laissés de côté. `--fix` corrige.
//!
//! Pourquoi : un signe qui flotte n’appartient à rien, et des mots qui se touchent se lisent comme un seul.
//!
//! Source : Imprimerie nationale, Lexique des règles typographiques ; New Hart’s Rules.
//!
//! - Non : Fermez la page ,puis partez .
//! - Oui : Fermez la page, puis partez.

use super::prelude::*;
use crate::check::scan;
use crate::check::scan::Mark;

/// The rule.
pub const RULE: Rule = Rule {
    id: "TY-COMMA",
    group: Group::Typography,
    severity: Severity::Warning,
    source: include_str!("ty_comma.rs"),
    run: Run::Passage(check),
};

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if !(passage.is("fr") || passage.is("en")) || !passage.text.contains(char::is_whitespace) {
        return Vec::new();
    }
    let marks = scan::marks(&passage.text, |c| matches!(c, ',' | '.'));
    marks.filter_map(|mark| before(passage, &mark).or_else(|| after(passage, &mark))).collect()
}

/// The spaces before a mark, and the one that may lack after it, in one go.
fn before(passage: &Passage<'_>, mark: &Mark) -> Option<Finding> {
    let start = scan::spaces_before(&passage.text, mark.at);
    let stands_after = passage.text[..start].chars().next_back().is_some_and(|c| scan::closes(c) && !c.is_numeric());
    let name = mark.c == '.' && mark.after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '/'));
    if start == mark.at || !stands_after || name || mark.after.is_some_and(char::is_numeric) {
        return None;
    }
    let text = if mark.after.is_some_and(char::is_alphabetic) { ", " } else { &passage.text[mark.range()] };
    let range = start..mark.range().end;
    let finding = passage.finding(range.clone(), Message::new("ty-comma-before").arg("mark", mark.c));
    Some(Finding { fix: scan::space(passage, range, text), ..finding })
}

fn after(passage: &Passage<'_>, mark: &Mark) -> Option<Finding> {
    let closed = mark.before.is_some_and(|c| scan::closes(c) && !c.is_numeric());
    let lacks = match mark.c {
        ',' => mark.after.is_some_and(|c| c.is_alphabetic() || c == '«'),
        _ => ends_a_word(&passage.text[..mark.at]) && begins_a_word(&passage.text[mark.range().end..]),
    };
    if !closed || !lacks {
        return None;
    }
    let finding = passage.finding(mark.range(), Message::new("ty-comma-after").arg("mark", mark.c));
    Some(Finding { fix: scan::space(passage, mark.range(), &format!("{} ", mark.c)), ..finding })
}

/// Three small letters: `fini`, but not `M` or `p. ex`.
fn ends_a_word(text: &str) -> bool {
    text.chars().rev().take(3).filter(|c| c.is_lowercase()).count() == 3
}

/// A capital and a small letter.
fn begins_a_word(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(|c| c.is_lowercase() || c == '’')
}
