//! The web site that stands beside the sheets, in `output/site/`: [`files`] makes its pages from the catalog, the sheets and the
//! manifest. It is complete when it is uploaded alone, and works from a disk.
//!
//! [`map`] says where pages stand, `chrome` what is around them; each other room makes one kind of page. Templates are the theme's,
//! `site-*.html` beside `base.html`; words are `site_*` in `content/words`.

pub mod map;
mod chrome;
mod downloads;
mod search;
mod feed;
mod assets;
mod home;
mod tips;
mod venues;
mod sheets;
mod staff;
mod about;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::content::Catalog;
use crate::diag::{Diagnostic, Diagnostics, extend_new};
use crate::layout::Pages;
use crate::manifest::{Entry, FileKind, SiteFile};
use crate::model::{Lang, Venue};
use crate::plan::{Job, Library, library};
use crate::theme::{Roles, Theme};

use chrome::{Chrome, Place};
use map::Spot;

/// The theme of pages that belong to no venue.
pub const THEME: &str = "default";

/// What the site is made from.
#[derive(Debug)]
pub struct Source<'a> {
    /// Content.
    pub catalog: &'a Catalog,
    /// Themes by name.
    pub themes: &'a BTreeMap<String, Theme>,
    /// Their page templates.
    pub pages: &'a BTreeMap<String, &'a Pages>,
    /// Sheets that were made today.
    pub jobs: &'a [&'a Job],
    /// All files that stand in the output folder, of today and of earlier builds, but those of the site that are made anew.
    pub entries: &'a [Entry],
    /// Pages of sheets that are no longer made.
    pub withdrawn: &'a [Entry],
    /// Languages of the site, that of the authors first.
    pub languages: &'a [Lang],
    /// Colours of pages that belong to no venue.
    pub roles: Roles,
}

/// What pages of the whole site know of a venue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Its id.
    pub id: String,
    entries: Vec<Entry>,
}

/// What the pages of the whole site are made from.
pub struct Whole<'a> {
    /// Content.
    pub catalog: &'a Catalog,
    /// Themes by name.
    pub themes: &'a BTreeMap<String, Theme>,
    /// Their page templates.
    pub pages: &'a BTreeMap<String, &'a Pages>,
    /// Languages of the site, that of the authors first.
    pub languages: &'a [Lang],
    /// Colours of pages that belong to no venue.
    pub roles: Roles,
    /// All venues, one after the other.
    pub summaries: &'a dyn Fn() -> Box<dyn Iterator<Item = Summary> + 'a>,
}

/// Pages of venues and of their sheets.
pub fn of_venues(source: &Source<'_>, diagnostics: &mut Diagnostics) -> Vec<SiteFile> {
    let Some(site) = Site::new(source) else { return Vec::new() };
    let mut drawn = venues::pages(&site);
    drawn.retain(|drawing| drawing.kind != FileKind::Whole);
    let mut files = site.draw(drawn, diagnostics);
    files.extend(sheets::pages_of_sheets(&site, diagnostics));
    files
}

/// What pages of the whole site know of these venues.
pub fn summaries(source: &Source<'_>) -> Vec<Summary> {
    let of = |id: &String| {
        let own = source.entries.iter().filter(|entry| entry.venue.as_ref() == Some(id));
        Summary { id: id.clone(), entries: own.cloned().collect() }
    };
    source.catalog.venues.keys().map(of).collect()
}

/// Pages of the whole site.
///
/// # Errors
/// What `write` says.
pub fn whole(
    whole: &Whole<'_>,
    write: &mut dyn FnMut(SiteFile) -> Result<(), Diagnostic>,
    diagnostics: &mut Diagnostics,
) -> Result<(), Diagnostic> {
    let entries: Vec<Entry> = (whole.summaries)().flat_map(|summary| summary.entries).collect();
    let Whole { catalog, themes, pages, languages, .. } = whole;
    let roles = whole.roles.clone();
    let source = Source { catalog, themes, pages, jobs: &[], entries: &entries, withdrawn: &[], languages, roles };
    files(&source, diagnostics).into_iter().filter(|file| file.kind == FileKind::Whole).try_for_each(write)
}

/// Everything that the pages of a site share while they are made.
struct Site<'a> {
    source: &'a Source<'a>,
    chrome: Chrome<'a>,
    /// Advice by language, in the order of the languages of the site.
    libraries: Vec<(Lang, Library)>,
    theme: &'a str,
    roles: Roles,
    /// Entries by venue.
    by_venue: BTreeMap<&'a str, Vec<&'a Entry>>,
    /// Languages of the pages of each venue.
    spoken: BTreeMap<&'a str, Vec<Lang>>,
    /// Venues that have a sheet made from a content file, by its path.
    made_of: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

/// All files of the site; what is wrong with its templates is said in `diagnostics`. A theme without pages for a site has none.
pub fn files(source: &Source<'_>, diagnostics: &mut Diagnostics) -> Vec<SiteFile> {
    let Some(site) = Site::new(source) else { return Vec::new() };
    let mut drawn = Vec::new();
    drawn.extend(home::pages(&site));
    drawn.extend(tips::pages(&site));
    drawn.extend(venues::pages(&site));
    drawn.extend(staff::pages(&site));
    drawn.extend(about::pages(&site));
    let mut files = site.draw(drawn, diagnostics);
    files.extend(sheets::pages_of_sheets(&site, diagnostics));
    files.extend(search::files(&site));
    files.extend(feed::files(&site, &files));
    match assets::files(&site, &files) {
        Ok(assets) => files.extend(assets),
        Err(errors) => diagnostics.extend(errors),
    }
    files
}

/// A page with its template and context.
struct Drawing {
    place: Place,
    kind: FileKind,
    template: &'static str,
    context: Value,
}

impl<'a> Site<'a> {
    fn new(source: &'a Source<'a>) -> Option<Self> {
        let has_site = |name: &&str| source.pages.get(*name).is_some_and(|pages| pages.has_site());
        let theme = Some(THEME).filter(has_site).or_else(|| source.pages.keys().map(String::as_str).find(has_site))?;
        let chrome = Chrome::new(source.catalog, source.languages);
        let library = |lang: &Lang| {
            let words = chrome.words(lang);
            let name = words.get("site_anywhere").map(String::as_str).unwrap_or_default();
            (lang.clone(), library(source.catalog, lang, name))
        };
        let libraries = chrome.languages.iter().map(library).collect();
        let mut by_venue: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
        for entry in source.entries {
            if let Some(venue) = &entry.venue {
                by_venue.entry(venue).or_default().push(entry);
            }
        }
        let spoken = source.catalog.venues.values().filter_map(|venue| {
            let entries = by_venue.get(venue.id.as_str())?;
            Some((venue.id.as_str(), venues::spoken(source.catalog, venue, entries)))
        });
        let spoken = spoken.collect();
        let mut made_of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (venue, entry) in
            by_venue.iter().flat_map(|(venue, entries)| entries.iter().map(move |entry| (*venue, entry)))
        {
            for file in &entry.made_from {
                made_of.entry(file).or_default().insert(venue);
            }
        }
        let roles = source.roles.clone();
        let site = Site { source, chrome, libraries, theme, roles, by_venue, spoken, made_of };
        Some(site)
    }

    /// Venues that have sheets, in the order of their names.
    fn venues(&self) -> Vec<&'a Venue> {
        let has_sheets = |venue: &&Venue| self.by_venue.contains_key(venue.id.as_str());
        let mut venues: Vec<&Venue> = self.source.catalog.venues.values().filter(has_sheets).collect();
        venues.sort_by_key(|venue| &venue.name);
        venues
    }

    /// Draws the same page of the whole site in each language that has it.
    fn in_languages(
        &self,
        spot: Spot<'_>,
        template: &'static str,
        own: impl Fn(&Place, &Library) -> Option<Value>,
    ) -> Vec<Drawing> {
        let place = |lang: &Lang, languages: &[Lang]| self.chrome.place(spot, lang, languages, self.theme);
        let written = |(lang, library): &(Lang, Library)| Some((lang.clone(), own(&place(lang, &[]), library)?));
        let written: Vec<(Lang, Value)> = self.libraries.iter().filter_map(written).collect();
        let languages: Vec<Lang> = written.iter().map(|(lang, _)| lang.clone()).collect();
        let draw = |(lang, own): (Lang, Value)| {
            let place = place(&lang, &languages);
            let context = self.chrome.around(&place, Some(spot), &self.roles, own);
            Drawing { place, kind: FileKind::Whole, template, context }
        };
        written.into_iter().map(draw).collect()
    }

    /// Pages that a template is wrong for are left out.
    fn draw(&self, drawings: Vec<Drawing>, diagnostics: &mut Diagnostics) -> Vec<SiteFile> {
        let mut files = Vec::new();
        for Drawing { place, kind, template, context } in drawings {
            let Some(pages) = self.source.pages.get(&place.theme) else { continue };
            match pages.site_page(template, &context) {
                Ok(html) => files.push(SiteFile { path: place.path, bytes: html.into_bytes(), kind }),
                Err(errors) => extend_new(diagnostics, errors),
            }
        }
        files
    }
}
