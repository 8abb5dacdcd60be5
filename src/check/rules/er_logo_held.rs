//! # ER-LOGO-HELD: a logo that is not printed yet is reported
//!
//! A venue supplies the European easy-read logo, and one of its easy-read sheets does not carry it, because a reading by people
//! with an intellectual disability is missing or no longer holds for one of its texts.
//!
//! Why: nobody should have to look for the reason on paper.
//!
//! Source: Inclusion Europe, conditions of the logo. Precision: mechanical, it compares records.
//!
//! - No: `easy_read_logo` in the venue, and texts that none of these people has read.
//! - Yes: a reading for every tip of the sheet, or no logo.
//!
//! # ER-LOGO-HELD : un logo qui n’est pas encore imprimé est signalé
//!
//! Un lieu fournit le logo européen « facile à lire », et une de ses fiches ne le porte pas, parce qu’une relecture par des
//! personnes en situation de handicap intellectuel manque, ou ne vaut plus, pour un de ses textes.
//!
//! Pourquoi : personne ne devrait avoir à chercher la raison sur le papier.
//!
//! Source : Inclusion Europe, conditions du logo. Précision : mécanique, la règle compare des enregistrements.
//!
//! - Non : `easy_read_logo` dans le lieu, et des textes qu’aucune personne concernée n’a lus.
//! - Oui : une relecture pour chaque conseil de la fiche, ou pas de logo.

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-LOGO-HELD",
    group: Group::EasyRead,
    severity: Severity::Notice,
    source: include_str!("er_logo_held.rs"),
    run: Run::Kit(check),
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let venues = &subject.planned.catalog.venues;
    let held = subject.planned.plan.jobs.iter().filter(|job| {
        let easy = job.sheet.easy_read().is_some() && job.sheet.reviewed_by().is_none();
        easy && venues.get(&job.venue.id).is_some_and(|venue| venue.easy_read_logo.is_some())
    });
    let finding = |job: &crate::plan::Job| {
        let venue = &venues[&job.venue.id];
        let place = venue.origin("easy_read_logo").unwrap_or(&venue.place).clone();
        let message = Message::new("er-logo-held").arg("sheet", job.path());
        Finding::at(place, message).hint(Message::new("hint-er-review"))
    };
    held.map(finding).collect()
}
