//! # MD-LICENCE: everything that is printed may be printed
//!
//! The licence of every font, pictogram and picture of a theme is written in its `licences.yaml`, and is one that allows what
//! venues do: copy, change, hang up, even where something is sold. NC, ND and unknown licences are errors.
//!
//! Why: a venue that prints a poster must not have to ask a lawyer.
//!
//! Source: Creative Commons (NC and ND forbid uses that venues make); research on pictogram sets.
//!
//! - No: pictograms under CC BY-NC-SA.
//! - Yes: pictograms under CC BY 4.0, named in the credits.
//!
//! # MD-LICENCE : tout ce qui est imprimé a le droit de l’être
//!
//! La licence de chaque police, pictogramme et image d’un thème est écrite dans son `licences.yaml`, et permet ce que font
//! les lieux : copier, changer, accrocher, même là où l’on vend. NC, ND et licence inconnue sont des erreurs.
//!
//! Pourquoi : un lieu qui imprime une affiche ne doit pas avoir à consulter un juriste.
//!
//! Source : Creative Commons (NC et ND interdisent des usages qu’ont les lieux) ; recherche sur les jeux de pictogrammes.
//!
//! - Non : des pictogrammes sous CC BY-NC-SA.
//! - Oui : des pictogrammes sous CC BY 4.0, nommés dans les crédits.

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "MD-LICENCE",
    group: Group::Media,
    severity: Severity::Error,
    source: include_str!("md_licence.rs"),
    run: Run::Kit(check),
};

/// Whether loading found it because of a licence.
pub fn is_about_licences(finding: &Finding) -> bool {
    finding.diagnostic.message.id.starts_with("licence-")
}

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    subject.found.iter().cloned().map(Finding::of).filter(is_about_licences).collect()
}
