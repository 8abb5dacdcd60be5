//! # MD-PROOF: nothing leaves its place on the page
//!
//! On the laid-out pages (`--pages`): no glyph outside its box, no text on another, none within 5 mm of the edge of a poster,
//! no word missing, the right number of pages.
//!
//! Why: what a theme draws must be what the plan promised.
//!
//! Source: our own choice.
//!
//! - No: a theme that draws the help line over the last step
//! - Yes: a box for each
//!
//! # MD-PROOF : rien ne quitte sa place sur la page
//!
//! Sur les pages composées (`--pages`) : aucun signe hors de son cadre, aucun texte sur un autre, aucun à moins de 5 mm du
//! bord d’une affiche, aucun mot oublié, le bon nombre de pages.
//!
//! Pourquoi : ce que dessine un thème doit être ce qu’annonçait le plan.
//!
//! Source : notre choix.
//!
//! - Non : un thème qui pose la ligne d’aide sur la dernière étape
//! - Oui : un cadre pour chacune

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "MD-PROOF",
    group: Group::Media,
    severity: Severity::Error,
    source: include_str!("md_proof.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    let of = |id: &str| id.starts_with("proof-");
    sheet.faults.iter().filter(|fault| of(fault.message.id) && !super::md_legibility::is_small(fault)).cloned().map(Finding::of).collect()
}
