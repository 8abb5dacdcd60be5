//! # TY-QUOTES: quotation marks of the language
//!
//! Straight quotes become « … » in French, with a space inside, and “…” in English. `--fix` corrects a pair that opens and closes
//! in the same paragraph; inches are left alone.
//!
//! Why: French guillemets and English curly quotes say where a quotation begins and ends; straight ones do not.
//!
//! Source: Imprimerie nationale, Lexique des règles typographiques; New Hart’s Rules.
//!
//! - No: Cliquez sur "Effacer".
//! - Yes: Cliquez sur « Effacer ».
//!
//! # TY-QUOTES : les guillemets de la langue
//!
//! Les guillemets droits deviennent « … » en français, avec une espace à l’intérieur, et “…” en anglais. `--fix` corrige une
//! paire qui s’ouvre et se ferme dans le même paragraphe ; les pouces sont laissés de côté.
//!
//! Pourquoi : les guillemets français et anglais disent où une citation commence et finit ; les droits, non.
//!
//! Source : Imprimerie nationale, Lexique des règles typographiques ; New Hart’s Rules.
//!
//! - Non : Cliquez sur "Effacer".
//! - Oui : Cliquez sur « Effacer ».

use super::prelude::*;
use crate::check::scan;
use crate::check::scan::Mark;

/// The rule.
pub const RULE: Rule = Rule {
    id: "TY-QUOTES",
    group: Group::Typography,
    severity: Severity::Warning,
    source: include_str!("ty_quotes.rs"),
    run: Run::Passage(check),
};

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    let (open, close) = match passage.lang.primary() {
        "fr" => ("«\u{a0}", "\u{a0}»"),
        "en" => ("“", "”"),
        _ => return Vec::new(),
    };
    let straight: Vec<Mark> = scan::marks(&passage.text, |c| c == '"').collect();
    let quotes: Vec<Mark> = without_inches(&straight);
    let paired = quotes.len().is_multiple_of(2) && quotes.chunks(2).all(is_pair);
    let finding = |(at, mark): (usize, &Mark)| {
        let sign = if at.is_multiple_of(2) { open } else { close };
        let fix = if paired { scan::swap(passage, mark.range(), beside_space(sign, at, mark)) } else { None };
        let message = Message::new("ty-quotes").arg("open", open.trim()).arg("close", close.trim());
        Finding { fix, ..passage.finding(mark.range(), message) }
    };
    quotes.iter().enumerate().map(finding).collect()
}

/// After a digit, where no quotation is open, the sign says inches.
fn without_inches(straight: &[Mark]) -> Vec<Mark> {
    let mut quotes: Vec<Mark> = Vec::new();
    for mark in straight {
        if quotes.len() % 2 == 1 || !mark.before.is_some_and(char::is_numeric) {
            quotes.push(*mark);
        }
    }
    quotes
}

fn is_pair(pair: &[Mark]) -> bool {
    let [open, close] = pair else { return false };
    let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let opens = space(open.before) || open.before.is_some_and(|c| "([’'-«*".contains(c));
    let closes = space(close.after) || close.after.is_some_and(|c| !c.is_alphanumeric());
    opens && closes && close.at > open.at + 1
}

/// A space that is there already is enough.
fn beside_space<'a>(sign: &'a str, at: usize, mark: &Mark) -> &'a str {
    let inside = if at.is_multiple_of(2) { mark.after } else { mark.before };
    if inside.is_some_and(char::is_whitespace) { sign.trim_matches('\u{a0}') } else { sign }
}
