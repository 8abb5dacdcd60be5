//! Catalog and themes become jobs: [`plan`] says what will be made, and what is missing.

mod adapt;
mod advice;
mod boxes;
mod checks;
mod choice;
mod compose;
mod fitted;
mod hard_words;
mod job;
mod legibility;
mod library;
mod matrix;
mod outline;
mod plain;
mod planner;
mod posts;
mod qr;
mod select;
mod sheet;
mod turns;
mod uses;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

pub use advice::{Advice, AdviceMoment, AdvisedTip};
pub use boxes::{SAFE, SLIDE_INSET, least_on_screen};
pub use compose::{contact_pictogram, date_text};
pub use job::{ContactView, Job, LogoView, SecondLanguage, VenueView};
pub use legibility::{Legibility, Reached, Role};
pub use library::{Library, LibraryDocument, LibraryPart, LibraryTip, library};
pub use matrix::{FitRow, Text, matrix};
pub use outline::Outline;
pub use select::{Gap, Wanted};
pub use sheet::{Booklet, EasyRead, EasyReview, HardWord, Sheet};
pub use turns::Turn;
pub use uses::Uses;

use crate::content::Catalog;
use crate::content::profile::VENUES;
use crate::diag::{Diagnostic, Diagnostics, Message, did_you_mean, extend_new, has_errors};
use crate::model::{Lang, Venue};
use crate::theme::Theme;

use posts::{Desks, Planners};
use select::{OrderLine, Selector};

/// Everything that will be made, sorted by venue, language and order.
#[derive(Debug, Default)]
pub struct Plan {
    /// Jobs.
    pub jobs: Vec<Job>,
    /// What cannot be made for want of words.
    pub gaps: BTreeSet<Gap>,
}

/// The plan of a catalog; what is wrong is said in `diagnostics`, and the rest is planned.
pub fn plan(
    catalog: &Catalog,
    themes: &BTreeMap<String, Theme>,
    wanted: &Wanted,
    diagnostics: &mut Diagnostics,
) -> Plan {
    let known = |id: &str| catalog.venues.contains_key(id) || catalog.broken_venues.contains(id);
    check_wanted(wanted, known, catalog.venues.keys().map(String::as_str), diagnostics);
    let mut plan = Plan::default();
    let venues: Vec<&Venue> = catalog.venues.values().filter(|venue| wanted.venue(&venue.id)).collect();
    let parts: Vec<(Plan, Diagnostics)> = venues
        .into_par_iter()
        .filter_map(|venue| Some(plan_venue(catalog, venue, themes.get(&venue.theme)?, wanted)))
        .collect();
    for (mut part, found) in parts {
        plan.jobs.append(&mut part.jobs);
        plan.gaps.append(&mut part.gaps);
        extend_new(diagnostics, found);
    }
    if plan.jobs.is_empty() && !has_errors(diagnostics) {
        diagnostics.push(nothing_to_make());
    }
    plan
}

/// No venue orders anything of what is wanted.
pub fn nothing_to_make() -> Diagnostic {
    let error = Diagnostic::error(Message::new("nothing-to-make")).about(VENUES);
    error.hint(Message::new("hint-nothing-to-make"))
}

/// What is made for one venue, and what is wrong with it.
pub fn plan_venue(catalog: &Catalog, venue: &Venue, theme: &Theme, wanted: &Wanted) -> (Plan, Diagnostics) {
    let mut selector = Selector::new(catalog, venue, wanted);
    let lines = selector.lines();
    let (gaps, mut found) = (selector.gaps, selector.diagnostics);
    let desks = Desks::of(venue);
    let planners = Planners::new(catalog, theme, &desks);
    let mut jobs: Vec<Job> = lines.iter().filter_map(|line| planners.of(line).job(line, &mut found)).collect();
    name_apart(&mut jobs, &lines, venue, &mut found);
    (Plan { jobs, gaps }, found)
}

/// Venues that are asked for must be known.
pub fn check_wanted<'a>(
    wanted: &Wanted,
    known: impl Fn(&str) -> bool,
    ids: impl Iterator<Item = &'a str> + Clone,
    diagnostics: &mut Diagnostics,
) {
    for id in wanted.venues.iter().filter(|id| !known(id)) {
        let hint = did_you_mean(id, ids.clone());
        diagnostics.push(Diagnostic::error(Message::new("venue-unknown").arg("id", id)).hint(hint));
    }
}

/// Two orders of the same sheet are told apart by the place they hang in, else they are a mistake.
fn name_apart(jobs: &mut Vec<Job>, lines: &[OrderLine<'_>], venue: &Venue, diagnostics: &mut Diagnostics) {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    jobs.retain(|job| {
        let fresh = seen.insert(job.path());
        if !fresh {
            let message = Message::new("order-twice").arg("sheet", &job.stem).arg("venue", &venue.id);
            let place = lines.iter().rev().find(|line| line.medium == job.medium).and_then(|line| line.at.clone());
            let error = Diagnostic::error(message).at(place).hint(Message::new("hint-order-twice"));
            if !diagnostics.contains(&error) {
                diagnostics.push(error);
            }
        }
        fresh
    });
}

/// The text of a language, else the French one, else any.
pub fn in_lang(texts: &BTreeMap<Lang, String>, lang: &Lang) -> Option<String> {
    texts.get(lang).or_else(|| texts.get(&Lang::french())).or_else(|| texts.values().next()).cloned()
}
