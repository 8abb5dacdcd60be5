//! # ER-DATE-CONTACT: an easy-read sheet says whom to ask
//!
//! A venue whose easy-read sheet has no contact gives a warning. Date, version and name of the venue are always printed.
//!
//! Why: anyone who has not understood needs a person, and the next step.
//!
//! Source: a duty that we set ourselves; the European logo asks for names (Inclusion Europe).
//!
//! - No: a venue without `contacts`.
//! - Yes: `contacts: [{kind: desk, value: Accueil}]`
//!
//! # ER-DATE-CONTACT : une fiche facile à lire dit à qui demander
//!
//! Un lieu dont la fiche facile à lire n’a pas de contact donne un avertissement. La date, la version et le nom du lieu sont
//! toujours imprimés.
//!
//! Pourquoi : qui n’a pas compris a besoin d’une personne, et de savoir que faire ensuite.
//!
//! Source : une obligation que nous nous donnons ; le logo européen demande des noms (Inclusion Europe).
//!
//! - Non : un lieu sans `contacts`.
//! - Oui : `contacts: [{kind: desk, value: Accueil}]`

use std::collections::BTreeSet;

use crate::model::{Medium, Venue};
use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-DATE-CONTACT",
    group: Group::EasyRead,
    severity: Severity::Warning,
    source: include_str!("er_date_contact.rs"),
    run: Run::Kit(check),
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let venues = &subject.planned.catalog.venues;
    let easy = subject.planned.plan.jobs.iter().filter(|job| job.medium == Medium::EasyRead);
    let alone: BTreeSet<&str> =
        easy.filter(|job| job.venue.contacts.is_empty()).map(|job| job.venue.id.as_str()).collect();
    let finding = |venue: &Venue| {
        let message = Message::new("er-date-contact").arg("venue", &venue.id);
        Finding::at(venue.place.clone(), message).hint(Message::new("hint-er-date-contact"))
    };
    alone.into_iter().filter_map(|id| venues.get(id)).map(finding).collect()
}
