//! # TR-REVIEW-BY: tips are read again in time
//!
//! A tip whose `review_by` has passed on the day of the check (`--today`) is reported.
//!
//! Why: menus, laws and scams change; advice that nobody reads again goes wrong in silence.
//!
//! Source: our own choice: a year at most; gov.uk sets a review date for each page in the same way.
//!
//! - No: review_by: 2025-11-24, a year later
//! - Yes: review_by: 2027-11-24
//!
//! # TR-REVIEW-BY : les conseils sont relus à temps
//!
//! Un conseil dont la date `review_by` est passée le jour de la vérification (`--today`) est signalé.
//!
//! Pourquoi : les menus, les lois et les arnaques changent ; un conseil que personne ne relit devient faux en silence.
//!
//! Source : notre choix : un an au plus ; gov.uk donne de même une date de relecture à chaque page.
//!
//! - Non : review_by: 2025-11-24, un an plus tard
//! - Oui : review_by: 2027-11-24

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "TR-REVIEW-BY",
    group: Group::Truth,
    severity: Severity::Warning,
    source: include_str!("tr_review_by.rs"),
    run: Run::Tip(check),
};

fn check(tip: &Tip, subject: &Subject<'_>) -> Vec<Finding> {
    if tip.review_by >= subject.today {
        return Vec::new();
    }
    let message = Message::new("tr-review-by").arg("date", tip.review_by);
    vec![Finding::at(tip.review_by_place.clone(), message).hint(Message::new("hint-tr-review-by"))]
}
