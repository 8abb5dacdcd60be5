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

use std::collections::BTreeMap;

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
    let mut by_lang: BTreeMap<&Lang, Vec<&Tip>> = BTreeMap::new();
    // what is built into the program is not theirs to stamp
    for tip in catalog.tips.values().filter(|tip| subject.is_own(&tip.place.path)) {
        for (lang, _) in tip
            .words
            .iter()
            .filter(|(lang, _)| catalog.unstamped(tip, lang).iter().any(|kind| *kind != StampKind::Review))
        {
            by_lang.entry(lang).or_default().push(tip);
        }
    }
    let finding = |(lang, tips): (&Lang, Vec<&Tip>)| {
        let message = Message::new("la-unstamped").arg("lang", lang).arg("tips", tips.len());
        Finding::about("content/tips", message).hint(Message::new("hint-la-unstamped"))
    };
    by_lang.into_iter().map(finding).collect()
}
