//! The web site that stands beside the sheets, in `output/site/`. It is complete when it is uploaded alone, and works from a disk.
//!
//! It is made in two steps, so that memory does not grow with the number of venues: [`of_venues`] makes the pages of some venues from
//! the catalog, their sheets and the manifest, and keeps of each venue the little that others say of it, a [`Summary`];
//! [`whole`] makes from these the pages that belong to no venue, search, lists for machines and assets.
//!
//! [`map`] says where pages stand, `chrome` what is around them, `summary` and `register` what is known of venues; each other room
//! makes one kind of page. Templates are the theme's, `site-*.html` beside `base.html`; words are `site_*` in `content/words`.

pub mod map;
mod chrome;
mod downloads;
mod summary;
mod register;
mod departments;
mod groups;
mod shards;
mod search;
mod feed;
mod assets;
mod home;
mod tips;
mod venues;
mod lists;
mod sheets;
mod staff;
mod about;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::content::Catalog;
use crate::diag::{Diagnostic, Diagnostics, extend_new};
use crate::embed::Embed;
use crate::layout::Pages;
use crate::manifest::{Entry, FileKind, SiteFile};
use crate::model::{Lang, Letters};
use crate::plan::{Job, Library, Outline, library};
use crate::theme::{Roles, Theme};

use chrome::{Chrome, Place};
use map::Spot;
use register::Register;
pub use summary::Summary;

/// The theme of pages that belong to no venue.
pub const THEME: &str = "default";

/// What all pages of a site are made from.
#[derive(Debug, Clone)]
pub struct Common<'a> {
    /// Content; only its venues whose pages are made now are asked.
    pub catalog: &'a Catalog,
    /// Themes by name.
    pub themes: &'a BTreeMap<String, Theme>,
    /// Their page templates.
    pub pages: &'a BTreeMap<String, &'a Pages>,
    /// Languages of the whole site, that of the authors first.
    pub languages: &'a [Lang],
    /// Colours of pages that belong to no venue.
    pub roles: Roles,
}

/// What the pages of some venues are made from.
#[derive(Debug)]
pub struct Source<'a> {
    /// What they share with all others.
    pub common: Common<'a>,
    /// Sheets of these venues that were made today.
    pub jobs: &'a [&'a Job],
    /// All files of these venues that stand in the output folder, of today and of earlier builds, but those of the site that are made
    /// anew.
    pub entries: &'a [Entry],
    /// Pages of their sheets that are no longer made.
    pub withdrawn: &'a [Entry],
    /// What else is known of them, by venue.
    pub known: BTreeMap<&'a str, Known<'a>>,
}

/// What is known of a venue besides its files.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// What is said of it.
    pub outline: &'a Outline,
    /// What other sites take of it, by language.
    pub embeds: &'a BTreeMap<Lang, Embed>,
}

/// Gives what is known of all venues, in the order of their ids; it may be asked several times.
pub type Summaries<'a> = &'a dyn Fn() -> Box<dyn Iterator<Item = Summary> + 'a>;

/// What the pages of the whole site are made from.
pub struct Whole<'a> {
    /// What they share with those of venues; no venue of the catalog is asked.
    pub common: Common<'a>,
    /// What is known of all venues.
    pub summaries: Summaries<'a>,
}

/// The languages of a site whose venues speak these: those that have words, that of the authors first.
pub fn languages(catalog: &Catalog, spoken: &BTreeSet<Lang>) -> Vec<Lang> {
    let source = &catalog.kit.source_language;
    let others = spoken.iter().filter(|lang| *lang != source && catalog.words.contains_key(lang));
    std::iter::once(source).chain(others).cloned().collect()
}

/// Everything that pages share while they are made.
struct Site<'a> {
    catalog: &'a Catalog,
    themes: &'a BTreeMap<String, Theme>,
    pages: &'a BTreeMap<String, &'a Pages>,
    chrome: Chrome<'a>,
    theme: &'a str,
    roles: Roles,
}

/// Some venues, with what their pages are made from.
struct Chunk<'a> {
    site: Site<'a>,
    source: &'a Source<'a>,
    /// Entries by venue.
    by_venue: BTreeMap<&'a str, Vec<&'a Entry>>,
    /// Languages of the pages of each venue.
    spoken: BTreeMap<&'a str, Vec<Lang>>,
}

/// What the pages of the whole site are made from.
struct Overview<'a> {
    site: Site<'a>,
    /// Advice by language, in the order of the languages of the site.
    libraries: Vec<(Lang, Library)>,
    venues: Register,
}

/// Pages of these venues, of their sheets, of their sheets that are no longer made, and those from which other sites copy; and of
/// each venue that has sheets the little that others say of it, in the order of their ids.
pub fn of_venues(source: &Source<'_>, diagnostics: &mut Diagnostics) -> (Vec<SiteFile>, Vec<Summary>) {
    let Some(chunk) = Chunk::new(source) else { return Default::default() };
    let mut files = chunk.site.draw(venues::pages(&chunk), diagnostics);
    files.extend(sheets::pages_of_sheets(&chunk, diagnostics));
    let summaries = summary::summaries(&chunk, &files);
    (files, summaries)
}

/// Makes what belongs to no venue and gives it away file by file: pages, search, feeds, the list of pages, assets.
///
/// # Errors
/// What `give` returns; nothing is made after it.
pub fn whole(
    source: &Whole<'_>,
    give: &mut dyn FnMut(SiteFile) -> Result<(), Diagnostic>,
    diagnostics: &mut Diagnostics,
) -> Result<(), Diagnostic> {
    let Some(site) = Site::new(&source.common) else {
        return Ok(());
    };
    let overview = Overview::new(site, source.summaries);
    let mut drawn = Drawn { give, letters: Letters::default(), paths: Vec::new() };
    for drawings in [home::pages, tips::pages, staff::pages, about::pages] {
        drawn.take(overview.site.draw(drawings(&overview), diagnostics))?;
    }
    for group in groups::tree(&overview.venues.cards).all() {
        drawn.take(overview.site.draw(lists::pages(&overview, group), diagnostics))?;
    }
    let Drawn { give, mut letters, paths } = drawn;
    search::files(&overview, give)?;
    feed::files(&overview, source.summaries, paths, give)?;
    (source.summaries)().for_each(|summary| letters.add(&summary.letters));
    match assets::files(&overview.site, &letters) {
        Ok(files) => files.into_iter().try_for_each(give),
        Err(errors) => {
            diagnostics.extend(errors);
            Ok(())
        }
    }
}

/// Pages that were given away, with what must be known of them afterwards.
struct Drawn<'g> {
    give: &'g mut dyn FnMut(SiteFile) -> Result<(), Diagnostic>,
    letters: Letters,
    paths: Vec<String>,
}

impl Drawn<'_> {
    fn take(&mut self, files: Vec<SiteFile>) -> Result<(), Diagnostic> {
        for file in files {
            assets::add_page(&mut self.letters, &file);
            self.paths.push(file.path.clone());
            (self.give)(file)?;
        }
        Ok(())
    }
}

/// A page with its template and context.
struct Drawing {
    place: Place,
    kind: FileKind,
    template: &'static str,
    context: Value,
}

impl<'a> Site<'a> {
    fn new(common: &Common<'a>) -> Option<Self> {
        let Common { catalog, themes, pages, languages, ref roles } = *common;
        let has_site = |name: &&str| pages.get(*name).is_some_and(|pages| pages.has_site());
        let theme = Some(THEME).filter(has_site).or_else(|| pages.keys().map(String::as_str).find(has_site))?;
        Some(Site { catalog, themes, pages, chrome: Chrome::new(catalog, languages), theme, roles: roles.clone() })
    }

    /// Pages that a template is wrong for are left out.
    fn draw(&self, drawings: Vec<Drawing>, diagnostics: &mut Diagnostics) -> Vec<SiteFile> {
        let mut files = Vec::new();
        for Drawing { place, kind, template, context } in drawings {
            let Some(pages) = self.pages.get(&place.theme) else { continue };
            match pages.site_page(template, &context) {
                Ok(html) => files.push(SiteFile { path: place.path, bytes: html.into_bytes(), kind }),
                Err(errors) => extend_new(diagnostics, errors),
            }
        }
        files
    }
}

impl<'a> Chunk<'a> {
    fn new(source: &'a Source<'a>) -> Option<Self> {
        let site = Site::new(&source.common)?;
        let mut by_venue: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
        for entry in source.entries {
            if let Some(venue) = &entry.venue {
                by_venue.entry(venue).or_default().push(entry);
            }
        }
        let spoken = source.common.catalog.venues.values().filter_map(|venue| {
            let entries = by_venue.get(venue.id.as_str())?;
            Some((venue.id.as_str(), venues::spoken(source.common.catalog, venue, entries)))
        });
        let spoken = spoken.collect();
        Some(Chunk { site, source, by_venue, spoken })
    }
}

impl<'a> Overview<'a> {
    fn new(site: Site<'a>, summaries: Summaries<'_>) -> Self {
        let library = |lang: &Lang| {
            let words = site.chrome.words(lang);
            let name = words.get("site_anywhere").map(String::as_str).unwrap_or_default();
            (lang.clone(), library(site.catalog, lang, name))
        };
        let libraries = site.chrome.languages.iter().map(library).collect();
        Overview { site, libraries, venues: Register::of(summaries()) }
    }

    /// Draws the same page of the whole site in each language that has it.
    fn in_languages(
        &self,
        spot: Spot<'_>,
        template: &'static str,
        own: impl Fn(&Place, &Library) -> Option<Value>,
    ) -> Vec<Drawing> {
        let Site { chrome, theme, roles, .. } = &self.site;
        let place = |lang: &Lang, languages: &[Lang]| chrome.place(spot, lang, languages, theme);
        let written = |(lang, library): &(Lang, Library)| Some((lang.clone(), own(&place(lang, &[]), library)?));
        let written: Vec<(Lang, Value)> = self.libraries.iter().filter_map(written).collect();
        let languages: Vec<Lang> = written.iter().map(|(lang, _)| lang.clone()).collect();
        let draw = |(lang, own): (Lang, Value)| {
            let place = place(&lang, &languages);
            let context = chrome.around(&place, Some(spot), roles, own);
            Drawing { place, kind: FileKind::Whole, template, context }
        };
        written.into_iter().map(draw).collect()
    }
}
