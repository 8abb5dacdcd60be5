//! # TR-SHORTCUT-AGE: shortcuts are tried once a year
//!
//! A shortcut whose `checked_on` is more than 365 days before the day of the check is reported.
//!
//! Why: browsers change their keys, and a poster that names the wrong ones costs trust.
//!
//! Source: our own choice.
//!
//! - No: checked_on: 2025-01-10, read in November 2026
//! - Yes: checked_on: 2026-11-24
//!
//! # TR-SHORTCUT-AGE : les raccourcis sont essayés une fois par an
//!
//! Un raccourci dont la date `checked_on` a plus de 365 jours le jour de la vérification est signalé.
//!
//! Pourquoi : les navigateurs changent leurs touches, et une affiche qui donne les mauvaises fait perdre confiance.
//!
//! Source : notre choix.
//!
//! - Non : checked_on: 2025-01-10, lu en novembre 2026
//! - Oui : checked_on: 2026-11-24

use super::prelude::*;
use crate::check::days_between;

/// The rule.
pub const RULE: Rule = Rule {
    id: "TR-SHORTCUT-AGE",
    group: Group::Truth,
    severity: Severity::Warning,
    source: include_str!("tr_shortcut_age.rs"),
    run: Run::Kit(check),
};

/// Most days since a shortcut was tried.
const AT_MOST: i64 = 365;

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let checks = subject.planned.catalog.shortcuts.checks().iter();
    let aged = checks.map(|check| (check, days_between(check.on, subject.today))).filter(|(_, days)| *days > AT_MOST);
    let finding = |(check, days): (&crate::content::shortcuts::Checked, i64)| {
        let message = Message::new("tr-shortcut-age").arg("shortcut", &check.shortcut).arg("days", days);
        Finding::at(check.place.clone(), message).hint(Message::new("hint-tr-shortcut-age"))
    };
    aged.map(finding).collect()
}
