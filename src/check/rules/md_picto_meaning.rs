//! # MD-PICTO-MEANING: a picture means one thing
//!
//! A pictogram that stands for two words of the glossary, or for two steps of one sheet, gives a warning.
//!
//! Why: people who do not read recognise pictures; a picture with two meanings has none.
//!
//! Source: Information for All (Inclusion Europe); DoH 2009 (same picture, same meaning).
//!
//! - No: the same padlock for “password” and for “site”.
//! - Yes: a picture each.
//!
//! # MD-PICTO-MEANING : une image veut dire une seule chose
//!
//! Un pictogramme qui représente deux mots du glossaire, ou deux étapes d’un même document, donne un avertissement.
//!
//! Pourquoi : qui ne lit pas reconnaît les images ; une image à deux sens n’en a plus aucun.
//!
//! Source : L’information pour tous (Inclusion Europe) ; DoH 2009 (même image, même sens).
//!
//! - Non : le même cadenas pour « mot de passe » et pour « site ».
//! - Oui : une image pour chacun.

use std::collections::BTreeMap;

use crate::diag::Place;
use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "MD-PICTO-MEANING",
    group: Group::Media,
    severity: Severity::Warning,
    source: include_str!("md_picto_meaning.rs"),
    run: Run::Kit(check),
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    in_glossaries(subject).into_iter().chain(on_sheets(subject)).collect()
}

fn in_glossaries(subject: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for glossary in subject.planned.catalog.glossary.values() {
        let mut first: BTreeMap<&str, &str> = BTreeMap::new();
        for term in glossary.terms.values() {
            let Some((name, place)) = &term.pictogram else { continue };
            if let Some(other) = first.get(name.as_str()) {
                findings.push(finding(name, other, &term.term, place.clone()));
            }
            first.entry(name).or_insert(&term.term);
        }
    }
    findings
}

/// Two tips of one sheet that are shown by the same pictogram.
fn on_sheets(subject: &Subject<'_>) -> Vec<Finding> {
    let tips = &subject.planned.catalog.tips;
    let mut findings = Vec::new();
    for job in &subject.planned.plan.jobs {
        let mut first: BTreeMap<&str, &Tip> = BTreeMap::new();
        for tip in job.sheet.steps().into_iter().filter_map(|id| tips.get(id)) {
            if let Some(other) = first.get(tip.pictogram.as_str()).filter(|other| other.id != tip.id) {
                let place = tip.place.find(&format!("pictogram: {}", tip.pictogram)).find(&tip.pictogram);
                findings.push(finding(&tip.pictogram, &other.id, &tip.id, place).of_tip(&tip.id));
            }
            first.entry(&tip.pictogram).or_insert(tip);
        }
    }
    findings
}

fn finding(name: &str, first: &str, second: &str, place: Place) -> Finding {
    let message = Message::new("md-picto-meaning").arg("name", name).arg("first", first).arg("second", second);
    Finding::at(place, message).hint(Message::new("hint-md-picto-meaning"))
}
