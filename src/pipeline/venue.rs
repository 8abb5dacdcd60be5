//! Venues: what changed of each is made, the rest stays as it is. [`make`] is the way in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::finish::{Kept, finish};
use super::{Shop, keys};
use crate::diag::{Diagnostic, Diagnostics, has_errors};
use crate::embed::Embed;
use crate::layout::{self, Opened};
use crate::ledger::{Record, SheetRecord, Told};
use crate::manifest::{Entry, site_path};
use crate::model::{Lang, Venue};
use crate::output::Output;
use crate::plan::{self, Gap, Job, Outline};
use crate::render::{self, Rendered};

/// What came of a venue.
#[derive(Debug, Default)]
pub struct Made {
    /// Its record, without the pages of the site and without how files stand.
    pub record: Record,
    /// Its sheets.
    pub jobs: Vec<Job>,
    /// Those that have files today, by path.
    pub drawn: BTreeSet<String>,
    /// Pages of sheets that are no longer made.
    pub withdrawn: Vec<Entry>,
    /// Files of the earlier build, by path.
    pub earlier: BTreeMap<String, Entry>,
    /// What is wrong or worth knowing.
    pub diagnostics: Diagnostics,
    /// What could not be made for want of words.
    pub gaps: BTreeSet<Gap>,
    /// What is said of it beside its sheets.
    pub outline: Option<Outline>,
    /// What other sites take of it, by language.
    pub embeds: BTreeMap<Lang, Embed>,
    /// Sheets that were drawn now.
    pub fresh: usize,
    /// Whether something is wrong, and nothing was asked to go on.
    pub stopped: bool,
}

impl Made {
    /// Works out what is said of a venue beside its sheets.
    fn tell(&mut self, shop: &Shop<'_>, venue: &Venue) {
        if self.stopped {
            return;
        }
        // languages of sheets of an earlier build, which may stay
        let tags = self.earlier.values().filter_map(|entry| entry.lang.as_deref()).flat_map(|tag| tag.split('+'));
        let theme = shop.themes.get(&venue.theme);
        self.outline = theme.map(|theme| Outline::of(shop.catalog, venue, theme, tags.filter_map(Lang::parse)));
        super::finish::embeds(shop, venue, self);
    }
}

/// The sheets of one venue, as its record and an output folder know them.
struct Bench<'a> {
    shop: &'a Shop<'a>,
    venue: &'a Venue,
    output: Output,
    old: Record,
    jobs: Vec<Job>,
    made: Made,
    /// The record as it would be if nothing more were made.
    so_far: Mutex<Record>,
}

/// A sheet that took longer is noted at once: whoever interrupts a build does not lose it.
const WORTH_NOTING: Duration = Duration::from_millis(50);

/// One sheet: its files, from what it was made, and whether it was drawn now.
struct Sheet {
    entries: Vec<Entry>,
    record: SheetRecord,
    told: Diagnostics,
    fresh: bool,
}

/// Makes the sheets that changed of the venues of the shop, and what stands beside them.
pub fn make(shop: &Shop<'_>) -> Vec<Made> {
    let venues: Vec<&Venue> = shop.catalog.venues.values().collect();
    let mut benches = shop.each(&venues, |venue| Bench::of(shop, venue));
    let jobs: Vec<(&Bench<'_>, &Job)> =
        benches.iter().flat_map(|bench| bench.jobs.iter().map(move |job| (bench, job))).collect();
    shop.progress.start(jobs.len());
    let mut sheets = shop.each(&jobs, |(bench, job)| (job.path(), bench.sheet(job))).into_iter();
    let counts: Vec<usize> = benches.iter().map(|bench| bench.jobs.len()).collect();
    let sheets: Vec<Vec<_>> = counts.into_iter().map(|count| sheets.by_ref().take(count).collect()).collect();
    let work: Vec<_> = benches.drain(..).zip(sheets).map(|work| Mutex::new(Some(work))).collect();
    let end = |work: &Mutex<Option<_>>| {
        let work = work.lock().unwrap_or_else(PoisonError::into_inner).take();
        work.map(|(bench, sheets): (Bench<'_>, _)| bench.end(sheets))
    };
    shop.each(&work, end).into_iter().flatten().collect()
}

/// Notes at once what was drawn, so that an interruption loses nothing of it: the record is written again when pages of the site
/// are there too.
fn checkpoint(shop: &Shop<'_>, made: &mut Made, old: Record) {
    if made.fresh == 0 {
        return;
    }
    let drawn: BTreeSet<String> = made.record.entries.iter().map(|entry| entry.path.clone()).collect();
    let mut record = made.record.clone();
    record.entries.extend(old.entries.into_iter().filter(|entry| !drawn.contains(&entry.path)));
    for (path, sheet) in old.rest.sheets {
        record.rest.sheets.entry(path).or_insert(sheet);
    }
    record.rest.summaries = old.rest.summaries;
    super::finish::stands(shop, &mut record);
    made.diagnostics.extend(shop.output.write_record(&record).err());
}

/// What came of a sheet: nothing where the build was interrupted.
type Came = Option<Result<Sheet, Diagnostics>>;

impl<'a> Bench<'a> {
    /// Plans a venue. Nothing of it is made where something is wrong and nothing was asked to go on.
    fn of(shop: &'a Shop<'a>, venue: &'a Venue) -> Self {
        let fresh = || Record { venue: venue.id.clone(), ..Record::default() };
        let old = shop.output.record(&venue.id).unwrap_or_else(fresh);
        let output = shop.output.with(&old.entries);
        let mut made = Made { record: fresh(), earlier: output.earlier.clone(), ..Made::default() };
        let mut jobs = Vec::new();
        match shop.themes.get(&venue.theme) {
            Some(theme) => {
                let (plan, found) = plan::plan_venue(shop.catalog, venue, theme, &shop.request.wanted);
                (jobs, made.gaps, made.diagnostics) = (plan.jobs, plan.gaps, found);
            }
            None => made.stopped = true,
        }
        made.stopped |= has_errors(&made.diagnostics) && !shop.request.keep_going;
        if made.stopped {
            jobs.clear();
        }
        let so_far = Mutex::new(Record { key: String::new(), ..old.clone() });
        Bench { shop, venue, output, old, jobs, made, so_far }
    }

    /// Notes a sheet that was drawn in the record of the venue.
    fn note(&self, path: &str, sheet: &Sheet) -> Result<(), Diagnostic> {
        let mut record = self.so_far.lock().unwrap_or_else(PoisonError::into_inner);
        for entry in &sheet.entries {
            record.entries.retain(|known| known.path != entry.path);
            record.entries.push(entry.clone());
            let stand = self.output.stand(&entry.path, &entry.blake3);
            record.stands.extend(stand.map(|stand| (entry.path.clone(), stand)));
        }
        record.rest.sheets.insert(path.to_owned(), sheet.record.clone());
        self.output.write_record(&record)
    }

    /// Takes the sheets together and writes what stands beside them.
    fn end(self, sheets: Vec<(String, Came)>) -> Made {
        let Bench { shop, venue, output, old, jobs, mut made, .. } = self;
        if made.stopped {
            return Made { record: old, ..made };
        }
        made.jobs = jobs;
        for (path, sheet) in sheets {
            match sheet {
                Some(Ok(sheet)) => {
                    made.fresh += usize::from(sheet.fresh);
                    made.record.entries.extend(sheet.entries);
                    made.diagnostics.extend(sheet.told);
                    made.drawn.insert(path.clone());
                    made.record.rest.sheets.insert(path, sheet.record);
                }
                Some(Err(errors)) => made.diagnostics.extend(errors),
                // an interruption: the rest of the venue is as it was
                None => made.stopped = true,
            }
        }
        made.stopped |= has_errors(&made.diagnostics) && !shop.request.keep_going;
        made.tell(shop, venue);
        finish(shop, venue, &output, &mut made).unwrap_or_else(|error| {
            made.diagnostics.push(error);
            made.stopped = true;
        });
        checkpoint(shop, &mut made, old);
        made
    }

    fn known(&self, path: &str) -> Option<&Entry> {
        self.output.earlier.get(path)
    }

    /// A sheet as it stands, or drawn anew; nothing where the build was interrupted.
    fn sheet(&self, job: &Job) -> Came {
        if self.shop.progress.is_stopped() {
            return None;
        }
        let Some(workshop) = self.shop.workshops.get(&job.theme) else { return Some(Err(Diagnostics::new())) };
        let key = keys::sheet(job, workshop);
        let path = job.path();
        let stands = self.old.rest.sheets.get(&path).filter(|record| record.key == key && !self.shop.request.force);
        let sheet = match stands.and_then(|record| self.standing(record, workshop)) {
            Some(sheet) => Ok(sheet),
            None => {
                let start = Instant::now();
                let drawn = self.draw(job, workshop, key);
                drawn.and_then(|sheet| {
                    if start.elapsed() > WORTH_NOTING {
                        self.note(&path, &sheet).map_err(|error| vec![error])?;
                    }
                    Ok(sheet)
                })
            }
        };
        self.shop.progress.step(&path);
        Some(sheet)
    }

    /// The sheet of an earlier build, if its files stand and what it was made from is the same.
    fn standing(&self, record: &SheetRecord, workshop: &super::Workshop) -> Option<Sheet> {
        let same = |(name, hash): (&String, &String)| workshop.press.hash_of(name).as_ref() == Some(hash);
        let verify = self.shop.request.verify;
        let still = |path: &String| {
            let then = self.old.stands.get(path);
            then.is_some_and(|then| self.output.still(path, then, verify))
        };
        if !(record.reads.iter().all(same) && record.paths.iter().all(still)) {
            return None;
        }
        let entries = record.paths.iter().map(|path| self.known(path).cloned());
        let entries = entries.collect::<Option<Vec<Entry>>>()?;
        for entry in entries.iter().filter(|entry| entry.is_published()) {
            let copy = site_path(&entry.path);
            let then = self.old.stands.get(&copy);
            if !then.is_some_and(|then| self.output.still(&copy, then, verify)) {
                self.output.publish_anew(&entry.path).ok()?;
            }
        }
        Some(Sheet { entries, told: record.told.again(&self.shop.texts), record: record.clone(), fresh: false })
    }

    /// Draws a sheet and writes its files.
    fn draw(&self, job: &Job, workshop: &super::Workshop, key: String) -> Result<Sheet, Diagnostics> {
        let opened = Opened::default();
        let (document, mut told) = layout::lay_out_noting(job, &workshop.press, &opened)?;
        let Rendered { artifacts, warnings } = render::render(&document, job, &workshop.press, &workshop.pages)?;
        told.extend(warnings);
        let mut entries: Vec<Entry> = Vec::new();
        for artifact in artifacts {
            if let Err(error) = self.output.publish(&artifact.path, &artifact.bytes) {
                // a sheet is there with all its files, or with those of its last good build
                let fresh = entries.into_iter().map(|entry| entry.path);
                let mut errors = vec![error];
                errors.extend(self.output.remove(fresh.filter(|path| self.known(path).is_none())).err());
                return Err(errors);
            }
            entries.push(Entry { notes_pages: layout::notes_pages(&document, job), ..Entry::of(&artifact, job) });
        }
        self.shop.evict();
        let record = SheetRecord {
            key,
            reads: opened.hashes(&workshop.press),
            paths: entries.iter().map(|entry| entry.path.clone()).collect(),
            told: Told::of(&told),
        };
        Ok(Sheet { entries, record, told, fresh: true })
    }
}

/// A venue that the project no longer has: its sheets go, and the pages of those that were published say so.
pub fn gone(shop: &Shop<'_>, old: Record) -> Made {
    let output = shop.output.with(&old.entries);
    let mut made = Made { earlier: output.earlier.clone(), ..Made::default() };
    made.record.venue.clone_from(&old.venue);
    let Kept { stay, withdrawn } = super::finish::keep(shop, &old.venue, &output, &made, false);
    made.record.entries = stay;
    made.withdrawn = withdrawn;
    made
}
