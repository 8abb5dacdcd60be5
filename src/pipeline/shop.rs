//! What all venues of a build share, and the run through them: [`build`]. Venues are read, made and dropped a few at a time, so that
//! memory does not grow with their number.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::hands::Hands;
use super::keys::Inputs;
use super::open::{Listing, Open, Workshop, asked};
use super::venue::{self, Made};
use super::{Progress, Report, Request, finish, whole};
use crate::content::{Catalog, Shelf};
use crate::diag::{Diagnostic, Diagnostics, extend_new, has_errors};
use crate::files::Files;
use crate::layout::Pages;
use crate::ledger::{self, BUILD, Parts, Record, Texts, Told};
use crate::manifest::{Entry, site_path};
use crate::model::Lang;
use crate::output::Output;
use crate::plan::{Gap, Job};
use crate::site;
use crate::theme::{Roles, Theme};

/// Venues that are held in memory together.
const TOGETHER: usize = 16;
/// Sheets after which what none of them used is forgotten. More keep what venues of many sheets share; each costs memory.
const REMEMBERED: usize = 8;

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
    /// Its texts, for what was said of them before.
    pub texts: Texts<'a>,
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
    /// Threads for its sheets.
    pub(super) hands: &'a Hands,
    pub(super) drawn: AtomicUsize,
}

impl Shop<'_> {
    /// Does the work for each of these, side by side.
    pub fn each<T: Sync, R: Send>(&self, items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
        self.hands.each(items, work)
    }

    /// The page templates of its themes, by name.
    pub(super) fn pages(&self) -> BTreeMap<String, &Pages> {
        self.workshops.iter().map(|(name, shop)| (name.clone(), &shop.pages)).collect()
    }

    /// What all pages of its site are made from.
    pub(super) fn common<'s>(&'s self, pages: &'s BTreeMap<String, &'s Pages>) -> site::Common<'s> {
        let (catalog, themes) = (&*self.catalog, self.themes);
        site::Common { catalog, themes, pages, languages: &self.languages, roles: self.roles.clone() }
    }

    /// Forgets what Typst remembers of earlier sheets, but for what was of use to the last ones: venues share most of their pages.
    pub fn evict(&self) {
        let drawn = self.drawn.fetch_add(1, Ordering::Relaxed) + 1;
        if drawn.is_multiple_of(REMEMBERED) {
            comemo::evict(1);
        }
    }
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
        Some(shard) => {
            whole::finish_shard(&shop, shard, &listing.keys, inputs.all(&super::open::asked(request)), report)?
        }
    }
    let output = shop.output;
    let (key, others) = open.key(&inputs, &asked);
    remember(&output, key, others, report)
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
    report.diagnostics.extend(last.told.again(&Texts::of(files)));
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
            extend_new(&mut report.diagnostics, rest.told.again(&shop.texts));
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
    farewell(shop, shelf, report)?;
    Ok(true)
}

/// Sheets of venues that the project no longer has go; the pages of those that were published say so.
pub(super) fn farewell(shop: &mut Shop<'_>, shelf: &Shelf, report: &mut Report) -> Result<(), Diagnostic> {
    if shop.unsure {
        return Ok(());
    }
    shop.catalog.venues.clear();
    let published = shop.request.previous.iter().filter(|entry| entry.is_page_at_its_address());
    let known = shop.output.recorded().into_iter().chain(published.filter_map(|entry| entry.venue.clone()));
    let gone: BTreeSet<String> = known.filter(|id| !shelf.has(id) && shop.request.wants(id)).collect();
    let gone: Vec<String> = gone.into_iter().collect();
    for ids in gone.chunks(TOGETHER) {
        let fresh = |id: &String| Record { venue: id.clone(), ..Record::default() };
        let records = ids.iter().map(|id| shop.output.record(id).unwrap_or_else(|| fresh(id)));
        let made = records.map(|record| venue::gone(shop, record)).collect();
        close(shop, made, &BTreeMap::new(), report)?;
    }
    Ok(())
}

/// A build that stopped before anything was made leaves no trace; later it says what stands.
fn stopped_late(shop: &Shop<'_>, report: &Report) -> bool {
    report.fresh > 0 && !report.interrupted && !shop.output.recorded().is_empty()
}

/// What an entry of a record says of its size: published files stand twice, and are counted once.
#[derive(Deserialize)]
struct Bytes {
    bytes: u64,
}

/// What is remembered of a venue that is as it was: nothing has to be made.
fn standing<'i>(shop: &Shop<'_>, id: &&'i str, key: &str) -> (&'i str, Option<(ledger::Rest, usize, u64)>) {
    let bytes = shop.output.record_bytes(id).filter(|_| !shop.request.force);
    let parts =
        bytes.as_ref().and_then(|bytes| Parts::of(bytes)).filter(|parts| parts.key == key && parts.venue == *id);
    let verify = shop.request.verify;
    let parts = parts.filter(|parts| parts.stands().all(|(path, then)| shop.output.still(path, &then, verify)));
    let figures = |parts: Parts<'_>| {
        let bytes = parts.entries.lines().filter_map(|line| serde_json::from_str::<Bytes>(line).ok());
        Some((parts.rest()?, parts.entries.lines().count(), bytes.map(|entry| entry.bytes).sum()))
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

/// Draws and writes the pages of these venues and of their sheets, and lets each venue have its own.
fn pages(shop: &Shop<'_>, made: &mut [Made]) -> Result<(), Diagnostic> {
    let templates = shop.pages();
    let drawn = shop.each(made, |made| pages_of(shop, &templates, made));
    for (made, drawn) in made.iter_mut().zip(drawn) {
        let (entries, summary, mut diagnostics) = drawn?;
        let fresh: BTreeSet<&str> = entries.iter().map(|entry| entry.path.as_str()).collect();
        made.record.entries.retain(|known| !fresh.contains(known.path.as_str()));
        made.record.entries.extend(entries);
        made.record.rest.summaries = summary;
        made.diagnostics.append(&mut diagnostics);
    }
    Ok(())
}

/// The pages of one venue: their entries, what pages of the whole site know of it, and what is wrong.
fn pages_of(
    shop: &Shop<'_>,
    templates: &BTreeMap<String, &Pages>,
    made: &Made,
) -> Result<(Vec<Entry>, serde_json::Value, Diagnostics), Diagnostic> {
    let mut diagnostics = Diagnostics::new();
    if made.stopped {
        return Ok((Vec::new(), serde_json::Value::Null, diagnostics));
    }
    let jobs: Vec<&Job> = made.jobs.iter().filter(|job| made.drawn.contains(&job.path())).collect();
    let common = shop.common(templates);
    let known = made.outline.iter().map(|outline| site::Known { outline, embeds: &made.embeds });
    let known = known.map(|known| (made.record.venue.as_str(), known)).collect();
    let source = site::Source { common, jobs: &jobs, entries: &made.record.entries, withdrawn: &made.withdrawn, known };
    let (files, summaries) = site::of_venues(&source, &mut diagnostics);
    let summary = summaries.first().and_then(|summary| serde_json::to_value(summary).ok());
    files.iter().try_for_each(|file| shop.output.write(&site_path(&file.path), &file.bytes))?;
    Ok((files.iter().map(Entry::of_site).collect(), summary.unwrap_or_default(), diagnostics))
}
