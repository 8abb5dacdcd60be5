//! # MD-FIT: every text fits its box
//!
//! Every text of every sheet is fitted as in a build: what is too long at the size its reading distance asks for is named, with
//! the number of characters that are too many. With `--pages` the laid-out pages are checked too.
//!
//! Why: a cut word helps nobody. Source: our own choice; the sizes are those of MD-LEGIBILITY.
//!
//! - No: an action of 60 characters on an A4 poster read from 3 metres.
//! - Yes: a shorter action, or a larger poster.
//!
//! # MD-FIT : chaque texte tient dans son cadre
//!
//! Chaque texte de chaque document est composé comme à la fabrication : ce qui est trop long à la taille que demande la distance
//! de lecture est nommé, avec le nombre de signes en trop. Avec `--pages`, les pages composées sont vérifiées aussi.
//!
//! Pourquoi : un mot coupé n’aide personne. Source : notre choix ; les tailles sont celles de MD-LEGIBILITY.
//!
//! - Non : une action de 60 signes sur une affiche A4 lue à 3 mètres.
//! - Oui : une action plus courte, ou une affiche plus grande.

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "MD-FIT",
    group: Group::Media,
    severity: Severity::Error,
    source: include_str!("md_fit.rs"),
    run: Run::Kit(check),
};

/// Ids of messages about texts and boxes.
const ABOUT_FIT: [&str; 3] = ["fit-too-long", "fit-word-too-long", "fit-too-full"];

/// Whether planning found it because a text does not fit.
pub fn is_about_fit(finding: &Finding) -> bool {
    ABOUT_FIT.contains(&finding.diagnostic.message.id)
}

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    subject.found.iter().cloned().map(Finding::of).filter(is_about_fit).collect()
}
