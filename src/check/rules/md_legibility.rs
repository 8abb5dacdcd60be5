//! # MD-LEGIBILITY: every text is large enough for its distance
//!
//! The smallest letters of each box of the laid-out pages (`--pages`) are compared with what its reading distance asks for.
//!
//! Why: an unreadable line is worse than none: it makes people come too near or give up.
//!
//! Source: ISO 3864-1 and the table in the README (capitals of distance / 200 and more); floor of 4.5 mm on posters, our own.
//!
//! - No: hours in 2 mm letters on a poster
//! - Yes: 4.5 mm or more
//!
//! # MD-LEGIBILITY : chaque texte est assez grand pour sa distance
//!
//! Les plus petites lettres de chaque cadre des pages composées (`--pages`) sont comparées à ce que demande la distance de
//! lecture.
//!
//! Pourquoi : une ligne illisible est pire que rien : on s’approche trop près, ou on renonce.
//!
//! Source : ISO 3864-1 et le tableau du README (capitales d’au moins distance / 200) ; plancher de 4,5 mm sur les affiches, notre
//! choix.
//!
//! - Non : des horaires en lettres de 2 mm sur une affiche
//! - Oui : 4,5 mm ou plus

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "MD-LEGIBILITY",
    group: Group::Media,
    severity: Severity::Error,
    source: include_str!("md_legibility.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    let of = |id: &str| id == "proof-left";
    sheet.faults.iter().filter(|fault| of(fault.message.id) && is_small(fault)).cloned().map(Finding::of).collect()
}

/// Whether it is about letters that are too small.
pub(super) fn is_small(fault: &crate::diag::Diagnostic) -> bool {
    fault.message.args.iter().any(|(name, value)| *name == "what" && value == "small")
}
