//! # PV-NIR: no social-security number in the content
//!
//! Any text of the content is read, comments too. Only fifteen digits (or 2A and 2B for Corsica) whose month and check digits are
//! right are reported, with or without spaces. The message does not repeat them.
//!
//! Why: the number says when and where a person was born and opens their files; the law limits who may keep it.
//!
//! Source: French decree 2019-341 on the NIR; INSEE for the check digits (97 minus the remainder of the division by 97).
//!
//! - No: a number noted in a comment “for Tuesday”
//! - Yes: no number, or dots in its place
//!
//! # PV-NIR : pas de numéro de sécurité sociale dans le contenu
//!
//! Tous les textes du contenu sont lus, commentaires compris. Seuls quinze chiffres (ou 2A et 2B pour la Corse) dont le mois et
//! la clé sont justes sont signalés, avec ou sans espaces. Le message ne les répète pas.
//!
//! Pourquoi : ce numéro dit quand et où une personne est née, et ouvre ses dossiers ; la loi limite qui peut le garder.
//!
//! Source : décret 2019-341 sur le NIR ; INSEE pour la clé (97 moins le reste de la division par 97).
//!
//! - Non : un numéro noté en commentaire « pour mardi »
//! - Oui : pas de numéro, ou des points à sa place

use super::prelude::*;
use crate::check::scan;

/// The rule.
pub const RULE: Rule = Rule {
    id: "PV-NIR",
    group: Group::Privacy,
    severity: Severity::Error,
    source: include_str!("pv_nir.rs"),
    run: Run::File(check),
};

/// Digits of a number with its key.
const LENGTH: usize = 15;

fn check(file: &TextFile, _: &Subject<'_>) -> Vec<Finding> {
    let starts = scan::begins(&file.text, |b| matches!(b, b'1'..=b'4' | b'7' | b'8'));
    let found = starts.filter_map(|at| {
        let (number, end) = scan::number(&file.text, at, LENGTH)?;
        let finding = Finding::at(file.place(at..end), Message::new("pv-nir")).hint(Message::new("hint-pv-number"));
        is_valid(&number).then_some(finding)
    });
    found.collect()
}

fn is_valid(number: &str) -> bool {
    // Corsica: 2A counts as 19 and 2B as 18
    let digits = match &number[5..7] {
        "2A" => format!("{}19{}", &number[..5], &number[7..]),
        "2B" => format!("{}18{}", &number[..5], &number[7..]),
        _ => number.to_owned(),
    };
    let (Ok(body), Ok(key), Ok(month)) =
        (digits[..13].parse::<u64>(), digits[13..].parse::<u64>(), digits[3..5].parse())
    else {
        return false;
    };
    // months from 20 on stand for births whose month is not known
    matches!(month, 1..=12 | 20..=42 | 50..=99) && key == 97 - body % 97
}
