//! One venue: what changed of it is made, the rest stays as it is. [`make`] is the way in.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::finish::{Kept, finish};
use super::{Shop, keys};
use crate::diag::{Diagnostics, has_errors};
use crate::layout::{self, Opened};
use crate::ledger::{Record, SheetRecord, Told};
use crate::manifest::Entry;
use crate::model::Venue;
use crate::output::Output;
use crate::plan::{self, Gap, Job};
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
    /// Sheets that were drawn now.
    pub fresh: usize,
    /// Whether something is wrong, and nothing was asked to go on.
    pub stopped: bool,
}

/// The sheets of one venue, as a record and an output folder know them.
struct Bench<'a> {
    shop: &'a Shop<'a>,
    output: Output,
    old: &'a Record,
    known: BTreeMap<&'a str, &'a Entry>,
}

/// One sheet: its files, from what it was made, and whether it was drawn now.
struct Sheet {
    entries: Vec<Entry>,
    record: SheetRecord,
    told: Diagnostics,
    fresh: bool,
}

/// Makes the sheets of a venue that changed, and what stands beside them.
pub fn make(shop: &Shop<'_>, venue: &Venue) -> Made {
    let old = shop.output.record(&venue.id).unwrap_or_else(|| Record { venue: venue.id.clone(), ..Record::default() });
    let mut made = Made { record: Record { venue: venue.id.clone(), ..Record::default() }, ..Made::default() };
    let Some(theme) = shop.themes.get(&venue.theme) else { return Made { stopped: true, record: old, ..made } };
    let output = shop.output.with(&old.entries);
    made.earlier.clone_from(&output.earlier);
    let (plan, found) = plan::plan_venue(shop.catalog, venue, theme, &shop.request.wanted);
    (made.jobs, made.gaps, made.diagnostics) = (plan.jobs, plan.gaps, found);
    if has_errors(&made.diagnostics) && !shop.request.keep_going {
        return Made { stopped: true, record: old, ..made };
    }
    shop.progress.start(made.jobs.len());
    let known = old.entries.iter().map(|entry| (entry.path.as_str(), entry)).collect();
    let bench = Bench { shop, output, old: &old, known };
    let sheets: Vec<_> = made.jobs.par_iter().map(|job| (job.path(), bench.sheet(job))).collect();
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
    let Bench { output, .. } = bench;
    finish(shop, venue, &output, &mut made).unwrap_or_else(|error| {
        made.diagnostics.push(error);
        made.stopped = true;
    });
    checkpoint(shop, &mut made, old);
    made
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
    super::finish::stands(shop, &mut record);
    made.diagnostics.extend(shop.output.write_record(&record).err());
}

impl Bench<'_> {
    /// A sheet as it stands, or drawn anew; nothing where the build was interrupted.
    fn sheet(&self, job: &Job) -> Option<Result<Sheet, Diagnostics>> {
        if self.shop.progress.is_stopped() {
            return None;
        }
        let Some(workshop) = self.shop.workshops.get(&job.theme) else { return Some(Err(Diagnostics::new())) };
        let key = keys::sheet(job, workshop);
        let path = job.path();
        let stands = self.old.rest.sheets.get(&path).filter(|record| record.key == key && !self.shop.request.force);
        let sheet = match stands.and_then(|record| self.standing(record, workshop)) {
            Some(sheet) => Ok(sheet),
            None => self.draw(job, workshop, key),
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
        let entries = record.paths.iter().map(|path| self.known.get(path.as_str()).map(|entry| (*entry).clone()));
        let entries = entries.collect::<Option<Vec<Entry>>>()?;
        Some(Sheet { entries, told: record.told.again(self.shop.files), record: record.clone(), fresh: false })
    }

    /// Draws a sheet and writes its files.
    fn draw(&self, job: &Job, workshop: &super::Workshop, key: String) -> Result<Sheet, Diagnostics> {
        let opened = Opened::default();
        let document = layout::lay_out_noting(job, &workshop.press, &opened)?;
        let Rendered { artifacts, warnings } = render::render(&document, job, &workshop.press, &workshop.pages)?;
        let mut entries: Vec<Entry> = Vec::new();
        for artifact in artifacts {
            if let Err(error) = self.output.publish(&artifact.path, &artifact.bytes) {
                // a sheet is there with all its files, or with those of its last good build
                let fresh = entries.into_iter().map(|entry| entry.path);
                let mut errors = vec![error];
                errors.extend(self.output.remove(fresh.filter(|path| !self.known.contains_key(path.as_str()))).err());
                return Err(errors);
            }
            entries.push(Entry { notes_pages: layout::notes_pages(&document, job), ..Entry::of(&artifact, job) });
        }
        self.shop.evict();
        let record = SheetRecord {
            key,
            reads: opened.hashes(&workshop.press),
            paths: entries.iter().map(|entry| entry.path.clone()).collect(),
            told: Told::of(&warnings),
        };
        Ok(Sheet { entries, record, told: warnings, fresh: true })
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
