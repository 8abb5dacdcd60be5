//! What is known of all venues while the pages of the whole site are made ([`Register`]): a line for each, and sums.

use std::collections::{BTreeMap, BTreeSet};

use super::summary::{Card, Panel, Summary};
use crate::model::Lang;
use crate::theme::Roles;

/// Most venues that pages name one by one. A page of sixty is read in a minute; a list of more is searched, not read.
pub const NAMED: usize = 60;
/// Most venues that the first page shows in their colours: more of them are found by their page and by search.
pub const ON_FIRST_PAGE: usize = 12;
/// Most venues that the page of a tip names.
pub const OF_TIP: usize = 12;

/// All venues that have sheets.
#[derive(Debug, Default)]
pub struct Register {
    /// In the order of their names, then of their ids.
    pub cards: Vec<Card>,
    /// What the first page shows of some, by id.
    pub panels: BTreeMap<String, BTreeMap<Lang, Vec<Panel>>>,
    /// For each tip the ids of venues that show it: of many, only one more than pages name.
    pub showing: BTreeMap<String, BTreeSet<String>>,
    /// Sheets with a thumbnail, and PDF files.
    pub counts: (usize, usize),
    /// Whose work logos are.
    pub logos: BTreeSet<String>,
    /// The least contrast of a text in the colours of any venue.
    pub least: f64,
}

impl Register {
    /// What is known of these venues.
    pub fn of(summaries: impl Iterator<Item = Summary>) -> Self {
        let mut all = Register { least: f64::INFINITY, ..Register::default() };
        let mut colours: BTreeSet<[u8; 3]> = BTreeSet::new();
        for summary in summaries {
            all.counts = (all.counts.0 + summary.counts.0, all.counts.1 + summary.counts.1);
            all.logos.extend(summary.logo);
            for tip in summary.tips {
                let showing = all.showing.entry(tip).or_default();
                if showing.len() <= OF_TIP {
                    showing.insert(summary.card.id.clone());
                }
            }
            if colours.insert(summary.card.colour) {
                all.least = all.least.min(least_contrast(&summary.card.roles()));
            }
            // pages that name no venue need no pictures of them
            if all.cards.len() < NAMED {
                all.panels.insert(summary.card.id.clone(), summary.panels);
            }
            all.cards.push(summary.card);
        }
        all.cards.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
        if all.is_large() {
            all.panels.clear();
        }
        all
    }

    /// Whether there are more venues than pages name one by one.
    pub fn is_large(&self) -> bool {
        self.cards.len() > NAMED
    }

    /// The venues that pages name: none where there are too many.
    pub fn named(&self) -> &[Card] {
        if self.is_large() { &[] } else { &self.cards }
    }

    /// How many venues there are, as a language writes it, where pages do not name them.
    pub fn many(&self, lang: &Lang) -> Option<String> {
        self.is_large().then(|| figures(self.cards.len(), lang))
    }
}

/// A number with its thousands apart: a comma in English, else the thin space of the International System of Units (brochure of the
/// BIPM, 5.4.4).
pub fn figures(number: usize, lang: &Lang) -> String {
    let (digits, between) = (number.to_string(), if lang.code() == "en" { ',' } else { '\u{202f}' });
    let apart = |at: usize| at > 0 && (digits.len() - at).is_multiple_of(3);
    digits.char_indices().flat_map(|(at, digit)| apart(at).then_some(between).into_iter().chain([digit])).collect()
}

/// The least contrast of a text in these colours.
pub fn least_contrast(roles: &Roles) -> f64 {
    roles.text_pairs().iter().map(|pair| pair.fore.contrast(pair.ground)).fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        let (french, english) = (Lang::french(), Lang::parse("en").unwrap());
        let told = [0, 999, 1000, 20_000, 1_234_567].map(|number| figures(number, &french));
        assert_eq!(told, ["0", "999", "1\u{202f}000", "20\u{202f}000", "1\u{202f}234\u{202f}567"]);
        assert_eq!(figures(20_000, &english), "20,000");
    }
}
