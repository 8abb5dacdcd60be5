//! # LA-UNSTAMPED: translations and easy-read texts carry a stamp
//!
//! Reported once for each language: the number of texts without a stamp. If the text they come from changes, nobody will be told.
//!
//! Why: LA-STALE and ER-STALE can only speak of texts that have been stamped.
//!
//! Source: our own choice. Precision: mechanical, it counts stamps.
//!
//! - No: a new translation without a stamp.
//! - Yes: `pancarte stamp --all` once the texts have been compared.
//!
//! # LA-UNSTAMPED : les traductions et les textes faciles portent un tampon
//!
//! Signalé une fois par langue : le nombre de textes sans tampon. Si leur source change, personne n’en saura rien.
//!
//! Pourquoi : LA-STALE et ER-STALE ne peuvent parler que de textes déjà tamponnés.
//!
//! Source : notre choix. Précision : mécanique, la règle compte des tampons.
//!
//! - Non : une traduction nouvelle sans tampon.
//! - Oui : `pancarte stamp --all` une fois les textes comparés.

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "LA-UNSTAMPED",
    group: Group::Stale,
    severity: Severity::Notice,
    source: include_str!("la_unstamped.rs"),
    run: Run::Kit(check),
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let catalog = &subject.planned.catalog;
    let lacks = |tip: &Tip, lang: &Lang| catalog.unstamped(tip, lang).iter().any(|kind| *kind != StampKind::Review);
    let finding = |(lang, tips): (&Lang, usize)| {
        let message = Message::new("la-unstamped").arg("lang", lang).arg("tips", tips);
        Finding::about("content/tips", message).hint(Message::new("hint-la-unstamped"))
    };
    lacking(subject, lacks).into_iter().map(finding).collect()
}
