//! A project before anything is made: read, looked over, its themes made ready ([`Open::project`]).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, PoisonError};

use blake3::Hash;
use palette::Srgb;

use super::hands::Hands;
use super::keys::{self, Inputs};
use super::shop::Shop;
use super::{Progress, Request, themes_named};
use crate::content::{self, Catalog, Shelf};
use crate::diag::{Diagnostics, Place, extend_new};
use crate::files::{Asked, Files};
use crate::layout::{Pages, Press};
use crate::ledger::Texts;
use crate::model::{Lang, Venue};
use crate::output::Output;
use crate::plan;
use crate::site;
use crate::theme::{Roles, Theme};

/// Venues that are read together to be looked over.
const READ_TOGETHER: usize = 256;

/// A theme with its two machines.
#[derive(Debug)]
pub struct Workshop {
    /// Draws pages.
    pub press: Press,
    /// Writes web pages.
    pub pages: Pages,
    /// Hash of what web pages are made from.
    pub pages_hash: String,
    /// Hash of what stands around the pages of print-only files.
    pub marks_hash: String,
}

/// A project opened and looked over.
pub(super) struct Open {
    catalog: Catalog,
    files: Files,
    shelf: Shelf,
    listing: Listing,
    themes: BTreeMap<String, Theme>,
    workshops: BTreeMap<String, Workshop>,
    noted: Asked,
    hands: Hands,
}

impl Open {
    /// Opens a project and looks over the venues that are wanted; nothing where there is no kit.
    pub(super) fn project(
        files: Files,
        request: &Request,
        inputs: &Inputs,
        hands: Hands,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let noted = Asked::default();
        let (catalog, files, shelf) = content::open(files.noting(Arc::clone(&noted)), diagnostics)?;
        check_wanted(&shelf, request, diagnostics);
        let listing = list(&catalog, &files, &shelf, request, inputs, diagnostics);
        let themes = themes_named(listing.themes.clone(), &files, diagnostics);
        let workshops = workshops(&themes, diagnostics);
        Some(Open { catalog, files, shelf, listing, themes, workshops, noted, hands })
    }

    /// Ids of all venues of the project, sorted.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.shelf.ids()
    }

    /// The shop of this project, and what it still has to look up.
    pub(super) fn shop<'a>(
        &'a mut self,
        output: Output,
        request: &'a Request,
        progress: &'a dyn Progress,
        unsure: bool,
    ) -> (Shop<'a>, &'a Shelf, &'a Listing) {
        let languages = site::languages(&self.catalog, &self.listing.languages);
        let roles = Roles::of(self.listing.first.as_ref().map_or_else(Srgb::default, |(.., colour)| *colour));
        let Open { catalog, files, shelf, listing, themes, workshops, hands, .. } = self;
        let (files, drawn) = (&*files, AtomicUsize::new(0));
        let texts = Texts::of(files);
        let shop = Shop {
            catalog,
            themes,
            workshops,
            files,
            texts,
            output,
            request,
            progress,
            languages,
            roles,
            unsure,
            hands,
            drawn,
        };
        (shop, shelf, listing)
    }

    /// The key of all that was read, and the files of it that are outside the content and the themes.
    pub(super) fn key(&self, inputs: &Inputs, asked: &str) -> (String, BTreeSet<String>) {
        let others = self.others();
        (inputs.and(&self.files, &others).all(asked), others)
    }

    fn others(&self) -> BTreeSet<String> {
        // hashing notes what it opens too
        let noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let others = noted.iter().filter(|path| !path.starts_with("content/") && !path.starts_with("themes/"));
        others.cloned().collect()
    }
}

/// What is known of every venue before any is made.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// Keys of the venues that are wanted, by id.
    pub(super) keys: BTreeMap<String, String>,
    languages: BTreeSet<Lang>,
    themes: BTreeMap<String, Option<Place>>,
    /// The venue that is first by name and id, with its colour.
    first: Option<(String, String, Srgb<u8>)>,
}

impl Listing {
    fn add(&mut self, venue: &Venue) {
        self.languages.extend(venue.languages.iter().cloned());
        self.themes.entry(venue.theme.clone()).or_insert_with(|| venue.origin("theme").cloned());
        let is_first = |(name, id, _): &(String, String, Srgb<u8>)| (&venue.name, &venue.id) < (name, id);
        if self.first.as_ref().is_none_or(is_first) {
            self.first = Some((venue.name.clone(), venue.id.clone(), venue.colour));
        }
    }
}

/// What decides which files there are, in words.
pub(super) fn asked(request: &Request) -> String {
    let previous: Vec<&str> = request.previous.iter().map(|entry| entry.path.as_str()).collect();
    let previous = (!previous.is_empty()).then(|| blake3::hash(previous.join("\n").as_bytes()).to_hex());
    format!("{:?} {previous:?}", request.wanted)
}

fn check_wanted(shelf: &Shelf, request: &Request, diagnostics: &mut Diagnostics) {
    let ids: Vec<&str> = shelf.ids().collect();
    plan::check_wanted(&request.wanted, |id| shelf.has(id), ids.iter().copied(), diagnostics);
}

/// Looks every venue over: what is wrong with it, its key, and what pages of the whole site need of all.
fn list(
    catalog: &Catalog,
    files: &Files,
    shelf: &Shelf,
    request: &Request,
    inputs: &Inputs,
    diagnostics: &mut Diagnostics,
) -> Listing {
    let mut listing = Listing::default();
    let mut own: BTreeMap<String, Hash> = BTreeMap::new();
    let ids: Vec<&str> = shelf.ids().collect();
    for ids in ids.chunks(READ_TOGETHER) {
        let mut found = Diagnostics::new();
        let venues = shelf.venues(ids, catalog, files, &mut found).0;
        extend_new(diagnostics, found);
        for venue in venues.values() {
            listing.add(venue);
        }
        let wanted = venues.values().filter(|venue| request.wants(&venue.id));
        own.extend(wanted.map(|venue| (venue.id.clone(), inputs.venue(venue, &shelf.bytes(&venue.id, files)))));
    }
    let asked = asked(request);
    let looks = format!("{asked} {:?} {:?}", listing.languages, listing.first.as_ref().map(|(.., colour)| colour));
    let shared = inputs.shared(&looks);
    listing.keys = own.into_iter().map(|(id, own)| (id, keys::venue(&shared, &own))).collect();
    listing
}

fn workshops(themes: &BTreeMap<String, Theme>, diagnostics: &mut Diagnostics) -> BTreeMap<String, Workshop> {
    let mut workshops = BTreeMap::new();
    for (name, theme) in themes {
        let theme = Arc::new(theme.clone());
        let press = Press::new(Arc::clone(&theme));
        let web = |path: &str| {
            let page = path.ends_with(".html") && !path.starts_with("site-");
            page || path.ends_with(".css") || path.starts_with("pictograms/")
        };
        let (pages_hash, marks_hash) = (press.hash_of_all(web), press.hash_of_all(|path| path.ends_with(".typ")));
        match Pages::new(theme) {
            Ok(pages) => drop(workshops.insert(name.clone(), Workshop { press, pages, pages_hash, marks_hash })),
            Err(mut errors) => diagnostics.append(&mut errors),
        }
    }
    workshops
}
