//! What all venues of a build share, and the run through them: [`build`]. Venues are read, made and dropped a few at a time, so that
//! memory does not grow with their number.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError};

use blake3::Hash;
use palette::Srgb;
use rayon::ThreadPool;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::keys::Inputs;
use super::venue::{self, Made};
use super::{Progress, Report, Request, finish, themes_named, whole};
use crate::content::{self, Catalog, Shelf};
use crate::diag::{Diagnostic, Diagnostics, Place, extend_new, has_errors};
use crate::files::{Asked, Files};
use crate::layout::{Pages, Press};
use crate::ledger::{self, BUILD, Parts, Record, Told};
use crate::manifest::{Entry, FileKind, SiteFile, site_path};
use crate::model::{Lang, Venue};
use crate::output::Output;
use crate::plan::{self, Gap, Job};
use crate::site;
use crate::theme::{Roles, Theme};

/// Venues that are held in memory together.
const TOGETHER: usize = 8;
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

/// What all venues of a build share.
pub struct Shop<'a> {
    /// Content, with the venues that are made now.
    pub catalog: &'a mut Catalog,
    /// Themes by name.
    pub themes: &'a BTreeMap<String, Theme>,
    /// Their machines.
    pub workshops: &'a BTreeMap<String, Workshop>,
    /// Where the project is read.
    pub files: &'a Files,
    /// Where it is written.
    pub output: Output,
    /// What is asked for.
    pub request: &'a Request,
    /// Who watches.
    pub progress: &'a dyn Progress,
    /// Languages of the site, that of the authors first.
    pub languages: Vec<Lang>,
    /// Colours of pages that belong to no venue.
    pub roles: Roles,
    /// Whether some venue could not be read: nothing is removed then.
    pub unsure: bool,
    hands: &'a Hands,
    drawn: AtomicUsize,
}

/// Threads that work side by side without lending each other a hand: one that waits inside a sheet would begin another, and hold both.
pub struct Hands(Vec<ThreadPool>);

impl Hands {
    /// As many as there are threads here.
    pub fn new() -> Result<Self, Diagnostic> {
        (0..rayon::current_num_threads()).map(|_| super::pool(Some(1))).collect::<Result<_, _>>().map(Hands)
    }

    /// Does the work for each of these, and gives what came of it in their order.
    pub fn each<T: Sync, R: Send>(&self, items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
        let next = AtomicUsize::new(0);
        let share = || {
            let mut done = Vec::new();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(item) = items.get(at) else { return done };
                done.push((at, work(item)));
            }
        };
        let mut done = std::thread::scope(|scope| {
            let started: Vec<_> = self.0.iter().map(|hand| scope.spawn(|| hand.install(share))).collect();
            let ended = started.into_iter().flat_map(|thread| match thread.join() {
                Ok(done) => done,
                Err(panic) => std::panic::resume_unwind(panic),
            });
            ended.collect::<Vec<_>>()
        });
        done.sort_by_key(|(at, _)| *at);
        done.into_iter().map(|(_, result)| result).collect()
    }
}

impl Shop<'_> {
    /// Does the work for each of these, side by side.
    pub fn each<T: Sync, R: Send>(&self, items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
        self.hands.each(items, work)
    }

    /// Forgets what Typst remembers of earlier sheets, once for as many of them as there are threads.
    pub fn evict(&self) {
        let drawn = self.drawn.fetch_add(1, Ordering::Relaxed) + 1;
        if drawn.is_multiple_of(self.hands.0.len()) {
            comemo::evict(0);
        }
    }
}

/// What is known of every venue before any is made.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// Keys of the venues that are wanted, by id.
    pub(super) keys: BTreeMap<String, String>,
    languages: BTreeSet<Lang>,
    themes: BTreeMap<String, Option<Place>>,
    first: Option<(String, String, Srgb<u8>)>,
    broken: BTreeSet<String>,
}

/// The note of the last whole build, to see that there is nothing to do.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Last {
    key: String,
    /// Files outside the content and the themes that were read.
    others: BTreeSet<String>,
    records: usize,
    sheets: usize,
    files: usize,
    bytes: u64,
    venues: usize,
    gaps: BTreeSet<Gap>,
    told: Told,
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
        let languages = languages(&self.catalog, &self.listing.languages);
        let roles = Roles::of(self.listing.first.as_ref().map_or_else(Srgb::default, |(.., colour)| *colour));
        let Open { catalog, files, shelf, listing, themes, workshops, hands, .. } = self;
        let drawn = AtomicUsize::new(0);
        let shop = Shop {
            catalog,
            themes,
            workshops,
            files,
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

/// Builds what is wanted of a project into an output folder.
pub(super) fn build(
    files: Files,
    output: &Path,
    request: &Request,
    progress: &dyn Progress,
    report: &mut Report,
) -> Result<(), Diagnostic> {
    let part = request.shard.map(|shard| format!("shard-{}-of-{}", shard.index(), shard.of()));
    let output = Output::at(output, part.as_deref().unwrap_or("aside"));
    let asked = format!("{} {part:?}", asked(request));
    let last = output.note(BUILD).and_then(|bytes| serde_json::from_str(ledger::unsealed(&bytes)?).ok());
    let last: Last = last.unwrap_or_default();
    let inputs = Inputs::of(&files, &last.others);
    let key = inputs.all(&asked);
    if !request.force && last.key == key && everything_stands(&output, last.records, request.verify) {
        say_again(&last, &files, report);
        return Ok(());
    }
    let Some(mut open) = Open::project(files, request, &inputs, Hands::new()?, &mut report.diagnostics) else {
        return Ok(());
    };
    if has_errors(&report.diagnostics) && !request.keep_going {
        return Ok(());
    }
    output.prepare()?;
    let unsure = has_errors(&report.diagnostics);
    report.balance = request.shard.map(|shard| shard.balance(open.ids()));
    let (mut shop, shelf, listing) = open.shop(output, request, progress, unsure);
    if !run(&mut shop, shelf, listing, report)? {
        return Ok(());
    }
    match request.shard {
        None => whole::finish(&shop, &inputs.shared(&asked), report)?,
        Some(shard) => whole::finish_shard(&shop, shard, &listing.keys, inputs.all(&self::asked(request)), report)?,
    }
    let output = shop.output;
    let (key, others) = open.key(&inputs, &asked);
    remember(&output, key, others, report)
}

/// What decides which files there are, in words.
pub(super) fn asked(request: &Request) -> String {
    let previous: Vec<&str> = request.previous.iter().map(|entry| entry.path.as_str()).collect();
    let previous = (!previous.is_empty()).then(|| blake3::hash(previous.join("\n").as_bytes()).to_hex());
    format!("{:?} {previous:?}", request.wanted)
}

/// Whether all files of the last build stand as they did.
fn everything_stands(output: &Output, records: usize, verify: bool) -> bool {
    let venues = output.recorded();
    let whole = output.record_bytes(ledger::WHOLE).map(|_| ledger::WHOLE);
    let all: Vec<&str> = venues.iter().map(String::as_str).chain(whole).collect();
    let stands = |venue: &&str| {
        let bytes = output.record_bytes(venue).unwrap_or_default();
        let parts = Parts::of(&bytes);
        parts.is_some_and(|parts| parts.stands().all(|(path, then)| output.still(path, &then, verify)))
    };
    all.len() == records && output.has_manifest() && all.par_iter().all(stands)
}

fn say_again(last: &Last, files: &Files, report: &mut Report) {
    report.diagnostics.extend(last.told.again(files));
    report.gaps.clone_from(&last.gaps);
    (report.sheets, report.files, report.bytes, report.venues) = (last.sheets, last.files, last.bytes, last.venues);
}

pub(super) fn remember(
    output: &Output,
    key: String,
    others: BTreeSet<String>,
    report: &Report,
) -> Result<(), Diagnostic> {
    let good = !has_errors(&report.diagnostics) && !report.interrupted;
    let last = Last {
        key: if good { key } else { String::new() },
        others,
        records: output.recorded().len() + usize::from(output.record_bytes(ledger::WHOLE).is_some()),
        sheets: report.sheets,
        files: report.files,
        bytes: report.bytes,
        venues: report.venues,
        gaps: report.gaps.clone(),
        told: Told::of(&report.diagnostics),
    };
    output.write_note(BUILD, &ledger::sealed(&serde_json::to_string(&last).unwrap_or_default()))
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
    let asked = asked(request);
    let mut listing = Listing::default();
    let ids: Vec<&str> = shelf.ids().collect();
    let mut found: Vec<(String, Venue)> = Vec::new();
    let mut texts: Vec<(String, Vec<u8>)> = Vec::new();
    for ids in ids.chunks(READ_TOGETHER) {
        let mut new = Diagnostics::new();
        let (venues, mut broken) = shelf.venues(ids, catalog, files, &mut new);
        extend_new(diagnostics, new);
        listing.broken.append(&mut broken);
        for (id, venue) in venues {
            listing.languages.extend(venue.languages.iter().cloned());
            let place = || venue.origin("theme").cloned();
            listing.themes.entry(venue.theme.clone()).or_insert_with(place);
            let first = (venue.name.clone(), id.clone(), venue.colour);
            let earlier = listing.first.as_ref().is_none_or(|(name, id, _)| (&first.0, &first.1) < (name, id));
            if earlier {
                listing.first = Some(first);
            }
            if request.wants(&id) {
                texts.push((id.clone(), shelf.bytes(&id, files)));
                found.push((id, Venue { origins: Vec::new(), ..venue }));
            }
        }
    }
    let looks = format!("{asked} {:?} {:?}", listing.languages, listing.first.as_ref().map(|(.., colour)| colour));
    let shared: Hash = inputs.shared(&looks);
    for ((id, venue), (_, text)) in found.iter().zip(&texts) {
        listing.keys.insert(id.clone(), inputs.venue(venue, text, &shared));
    }
    listing
}

/// Languages of all venues that have words, that of the authors first.
fn languages(catalog: &Catalog, spoken: &BTreeSet<Lang>) -> Vec<Lang> {
    let source = &catalog.kit.source_language;
    let others = spoken.iter().filter(|lang| *lang != source && catalog.words.contains_key(lang));
    std::iter::once(source).chain(others).cloned().collect()
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

/// Makes all venues that changed, and says goodbye to those that went. Whether nothing stopped it.
fn run(shop: &mut Shop<'_>, shelf: &Shelf, listing: &Listing, report: &mut Report) -> Result<bool, Diagnostic> {
    let ids: Vec<&str> = listing.keys.keys().map(String::as_str).collect();
    for ids in ids.chunks(TOGETHER) {
        let (standing, changed): (Vec<_>, Vec<_>) =
            ids.par_iter().map(|id| standing(shop, id, &listing.keys[*id])).partition_map(|(id, parts)| match parts {
                Some(rest) => rayon::iter::Either::Left((id, rest)),
                None => rayon::iter::Either::Right(id),
            });
        for (_, (rest, files, bytes)) in standing {
            extend_new(&mut report.diagnostics, rest.told.again(shop.files));
            report.gaps.extend(rest.gaps);
            report.count(rest.sheets.len(), files, bytes);
        }
        if changed.is_empty() {
            continue;
        }
        let venues = shelf.venues(&changed, shop.catalog, shop.files, &mut Diagnostics::new()).0;
        shop.catalog.venues = venues;
        let made = venue::make(shop);
        close(shop, made, &listing.keys, report)?;
        report.interrupted |= shop.progress.is_stopped();
        if report.interrupted || (has_errors(&report.diagnostics) && !shop.request.keep_going) {
            return Ok(stopped_late(shop, report));
        }
    }
    shop.catalog.venues.clear();
    let gone = shop.output.recorded().into_iter().filter(|id| !shelf.has(id) && shop.request.wants(id));
    let published = shop.request.previous.iter().filter(|entry| entry.is_page_at_its_address());
    let elsewhere =
        published.filter_map(|entry| entry.venue.clone()).filter(|id| !shelf.has(id) && shop.request.wants(id));
    let gone: BTreeSet<String> = if shop.unsure { BTreeSet::new() } else { gone.chain(elsewhere).collect() };
    let gone: Vec<String> = gone.into_iter().collect();
    for ids in gone.chunks(TOGETHER) {
        let records = ids
            .iter()
            .map(|id| shop.output.record(id).unwrap_or_else(|| Record { venue: id.clone(), ..Record::default() }));
        let made = records.map(|record| venue::gone(shop, record)).collect();
        close(shop, made, &BTreeMap::new(), report)?;
    }
    Ok(true)
}

/// A build that stopped before anything was made leaves no trace; later it says what stands.
fn stopped_late(shop: &Shop<'_>, report: &Report) -> bool {
    report.fresh > 0 && !report.interrupted && !shop.output.recorded().is_empty()
}

/// What is remembered of a venue that is as it was: nothing has to be made.
fn standing<'i>(shop: &Shop<'_>, id: &&'i str, key: &str) -> (&'i str, Option<(ledger::Rest, usize, u64)>) {
    let bytes = shop.output.record_bytes(id).filter(|_| !shop.request.force);
    let parts =
        bytes.as_ref().and_then(|bytes| Parts::of(bytes)).filter(|parts| parts.key == key && parts.venue == *id);
    let verify = shop.request.verify;
    let parts = parts.filter(|parts| parts.stands().all(|(path, then)| shop.output.still(path, &then, verify)));
    let figures = |parts: Parts<'_>| {
        let own = parts.stands().filter(|(path, _)| !path.starts_with("site/"));
        let bytes = own.map(|(_, stand)| stand.bytes).sum();
        Some((parts.rest()?, parts.entries.lines().count(), bytes))
    };
    (id, parts.and_then(figures))
}

/// Pages of the site for these venues, what goes, and their records.
fn close(
    shop: &Shop<'_>,
    mut made: Vec<Made>,
    keys: &BTreeMap<String, String>,
    report: &mut Report,
) -> Result<(), Diagnostic> {
    pages(shop, &mut made)?;
    for mut made in made {
        let key = keys.get(&made.record.venue).map(String::as_str).unwrap_or_default();
        report.removed += finish::close(shop, &mut made, key)?;
        report.fresh += made.fresh;
        if !made.drawn.is_empty() {
            let bytes = made.record.entries.iter().map(|entry| entry.bytes).sum();
            report.count(made.drawn.len(), made.record.entries.len(), bytes);
        }
        extend_new(&mut report.diagnostics, made.diagnostics);
        report.gaps.append(&mut made.gaps);
    }
    Ok(())
}

/// Draws the pages of these venues and of their sheets, and lets each venue have its own.
fn pages(shop: &Shop<'_>, made: &mut [Made]) -> Result<(), Diagnostic> {
    let pages: BTreeMap<String, &Pages> =
        shop.workshops.iter().map(|(name, shop)| (name.clone(), &shop.pages)).collect();
    let of = made.iter().filter(|made| !made.stopped);
    let jobs: Vec<&Job> =
        of.clone().flat_map(|made| made.jobs.iter().filter(|job| made.drawn.contains(&job.path()))).collect();
    let entries: Vec<Entry> = of.clone().flat_map(|made| made.record.entries.iter().cloned()).collect();
    let withdrawn: Vec<Entry> = of.flat_map(|made| made.withdrawn.iter().cloned()).collect();
    let source = site::Source {
        catalog: shop.catalog,
        themes: shop.themes,
        pages: &pages,
        jobs: &jobs,
        entries: &entries,
        withdrawn: &withdrawn,
        languages: &shop.languages,
        roles: shop.roles.clone(),
    };
    let mut diagnostics = Diagnostics::new();
    let files = site::of_venues(&source, &mut diagnostics);
    let summaries = site::summaries(&source, &files);
    let by_venue: BTreeMap<String, usize> =
        made.iter().enumerate().map(|(at, made)| (made.record.venue.clone(), at)).collect();
    files.par_iter().try_for_each(|file| shop.output.write(&site_path(&file.path), &file.bytes))?;
    for file in &files {
        let Some(made) = venue_of(file).and_then(|venue| made.get_mut(*by_venue.get(venue)?)) else { continue };
        let entry = Entry::of_site(file);
        made.record.entries.retain(|known| known.path != entry.path);
        made.record.entries.push(entry);
    }
    for summary in summaries {
        let Some(at) = by_venue.get(&summary.card.id) else { continue };
        made[*at].record.rest.summaries = serde_json::to_value(&summary).unwrap_or_default();
    }
    // a template that is wrong is told of every venue whose page it spoils, and so of the first here
    if let Some(first) = made.first_mut() {
        first.diagnostics.append(&mut diagnostics);
    }
    Ok(())
}

fn venue_of(file: &SiteFile) -> Option<&str> {
    match &file.kind {
        FileKind::Whole => None,
        FileKind::Venue { venue } | FileKind::Sheet { venue, .. } => Some(venue),
    }
}
