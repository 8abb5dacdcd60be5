//! # TY-SPACE: spaces around ; : ! ? « »
//!
//! In French these marks want a space: before ; : ! ? and ». After « too. A plain space is right, as the layout turns it into one
//! that does not break; only a missing one is reported. In English and Arabic there is none before ; : ! and ?, in Arabic none
//! before ، ؛ ؟ either. Times, addresses, ratios, emoticons and placeholders are left alone. `--fix` corrects it.
//!
//! Why: a reader expects the marks where every other text has them, and a missing space lets a line break in the wrong place.
//!
//! Source: Imprimerie nationale, Lexique des règles typographiques; New Hart’s Rules for English; for Arabic our own choice.
//!
//! - No: Besoin d’aide? Demandez:nous sommes là.
//! - Yes: Besoin d’aide ? Demandez : nous sommes là.
//!
//! # TY-SPACE : les espaces autour de ; : ! ? « »
//!
//! En français, ces signes veulent une espace : avant ; : ! ? et ». Après « aussi. Une espace ordinaire convient, car la mise en
//! page la rend insécable ; seule l’espace qui manque est signalée. En anglais et en arabe, il n’y en a pas avant ; : ! et ?, ni
//! avant ، ؛ ؟ en arabe. Les heures, les adresses, les rapports, les émoticônes et les champs à remplacer sont laissés de côté.
//! `--fix` corrige.
//!
//! Pourquoi : on attend ces signes là où tous les autres textes les mettent, et sans espace la ligne se coupe au mauvais endroit.
//!
//! Source : Imprimerie nationale, Lexique des règles typographiques ; New Hart’s Rules pour l’anglais ; pour l’arabe, notre
//! choix.
//!
//! - Non : Besoin d’aide? Demandez:nous sommes là.
//! - Oui : Besoin d’aide ? Demandez : nous sommes là.

use super::prelude::*;
use crate::check::scan;
use crate::check::scan::Mark;

/// The rule.
pub const RULE: Rule = Rule {
    id: "TY-SPACE",
    group: Group::Typography,
    severity: Severity::Warning,
    source: include_str!("ty_space.rs"),
    run: Run::Passage(check),
};

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    match passage.lang.primary() {
        "fr" => french(passage),
        "en" => without(passage, ";:!?"),
        "ar" => without(passage, ";:!?.,،؛؟"),
        _ => Vec::new(),
    }
}

fn french(passage: &Passage<'_>) -> Vec<Finding> {
    let wanted = scan::marks(&passage.text, |c| ";:!?«»".contains(c));
    let judged = wanted.filter(|mark| if mark.c == '«' { lacks_after(mark) } else { lacks_before(mark) });
    judged.map(|mark| missing(passage, &mark)).collect()
}

fn lacks_after(mark: &Mark) -> bool {
    mark.after.is_some_and(|c| !c.is_whitespace())
}

fn lacks_before(mark: &Mark) -> bool {
    if mark.between_digits() || mark.is_face() {
        return false;
    }
    let Some(before) = mark.before else { return false };
    match before {
        '!' | '?' => !matches!(mark.c, '!' | '?'),
        '.' | ';' | ':' | ',' => mark.c == '»',
        '*' => true,
        other => scan::closes(other),
    }
}

fn missing(passage: &Passage<'_>, mark: &Mark) -> Finding {
    let text = if mark.c == '«' { "«\u{a0}".to_owned() } else { format!("\u{a0}{}", mark.c) };
    let id = if mark.c == '«' { "ty-space-after" } else { "ty-space-before" };
    let finding = passage.finding(mark.range(), Message::new(id).arg("mark", mark.c));
    Finding { fix: scan::space(passage, mark.range(), &text), ..finding }
}

fn without(passage: &Passage<'_>, of: &'static str) -> Vec<Finding> {
    let wanted = scan::marks(&passage.text, move |c| of.contains(c));
    wanted.filter(is_loose).filter_map(|mark| surplus(passage, &mark)).collect()
}

/// Whether a space stands before a mark that ends something.
fn is_loose(mark: &Mark) -> bool {
    let spaced = mark.before.is_some_and(|c| c.is_whitespace() && c != '\n');
    spaced && !mark.is_face() && mark.after.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '/' | ':'))
}

fn surplus(passage: &Passage<'_>, mark: &Mark) -> Option<Finding> {
    let start = scan::spaces_before(&passage.text, mark.at);
    let before = passage.text[..start].chars().next_back()?;
    let ratio = before.is_numeric() && passage.text[mark.range().end..].trim_start().starts_with(char::is_numeric);
    if !scan::closes(before) || ratio || is_shown(passage, mark) {
        return None;
    }
    let finding = passage.finding(start..mark.range().end, Message::new("ty-space-extra").arg("mark", mark.c));
    Some(Finding { fix: scan::space(passage, start..mark.range().end, &mark.c.to_string()), ..finding })
}

/// Whether a mark is spoken of: `signs such as ? or +`.
fn is_shown(passage: &Passage<'_>, mark: &Mark) -> bool {
    let rest = passage.text[mark.range().end..].trim_start();
    matches!(mark.c, '?' | '!') && rest.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase())
}
