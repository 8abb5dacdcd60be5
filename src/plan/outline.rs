//! What is said of a venue beside its sheets, worked out once for all that tells of it: an [`Outline`].

use std::collections::{BTreeMap, BTreeSet};

use super::advice::{Advice, advice};
use super::uses::{Uses, uses};
use crate::content::Catalog;
use crate::model::{Lang, Venue};
use crate::theme::{Roles, Theme};

/// What is said of a venue beside its sheets.
#[derive(Debug)]
pub struct Outline {
    /// What its sheets are made of.
    pub uses: Uses,
    /// Its colours on screens.
    pub roles: Roles,
    advice: BTreeMap<Lang, Advice>,
}

impl Outline {
    /// That of a venue in its own languages, in those of all that it orders, and in `others`.
    pub fn of(catalog: &Catalog, venue: &Venue, theme: &Theme, others: impl IntoIterator<Item = Lang>) -> Self {
        let uses = uses(catalog, venue, theme);
        let mut languages: BTreeSet<Lang> = others.into_iter().collect();
        languages.extend(venue.languages.iter().chain(uses.letters.keys()).cloned());
        let advice =
            languages.into_iter().filter_map(|lang| Some((lang.clone(), advice(catalog, venue, theme, &lang)?)));
        Outline { advice: advice.collect(), uses, roles: Roles::of(venue.colour) }
    }

    /// Its advice in a language, or nothing where no tip has words in it.
    pub fn advice(&self, lang: &Lang) -> Option<&Advice> {
        self.advice.get(lang)
    }

    /// The most important of it in a language, as one sentence.
    pub fn first_advice(&self, lang: &Lang) -> Option<&str> {
        let mut tips = self.advice(lang)?.moments.iter().flat_map(|moment| &moment.tips);
        tips.next().map(|tip| tip.action.as_str())
    }
}
