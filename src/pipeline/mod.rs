//! The five verbs on one screen: load, plan, lay out, render, write. [`build`] runs them, in parallel.

mod finish;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::sync::Mutex;

use rayon::prelude::*;

use crate::content::{self, Catalog};
use crate::diag::{Diagnostic, Diagnostics, Message, Place, has_errors};
use crate::files::Files;
use crate::layout::{self, Pages, Press};
use crate::manifest::Entry;
use crate::output::Output;
use crate::plan::{self, Gap, Job, Plan, Wanted};
use crate::render::{self, Rendered};
use crate::site;
use crate::theme::{self, Theme};

use finish::finish;

/// What to build, and how.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// Which sheets.
    pub wanted: Wanted,
    /// Threads; as many as there are cores where it is left out.
    pub jobs: Option<usize>,
    /// Whether good sheets are written although others are broken.
    pub keep_going: bool,
    /// Files of an earlier build that stood elsewhere: its sheets that are no longer made keep their pages.
    pub previous: Vec<Entry>,
}

/// What came of a build.
#[derive(Debug, Default)]
pub struct Report {
    /// What is wrong.
    pub diagnostics: Diagnostics,
    /// What could not be made for want of words.
    pub gaps: BTreeSet<Gap>,
    /// Sheets made.
    pub sheets: usize,
    /// Files made.
    pub files: usize,
    /// Bytes of these files.
    pub bytes: u64,
    /// Venues they are for.
    pub venues: usize,
    /// Files of an earlier build that were removed.
    pub removed: usize,
}

/// What happens while a build runs.
pub trait Progress: Sync {
    /// So many sheets will be made.
    fn start(&self, sheets: usize);
    /// One sheet was made, or failed.
    fn step(&self, sheet: &str);
}

/// Silence.
#[derive(Debug, Clone, Copy)]
pub struct Quiet;

impl Progress for Quiet {
    fn start(&self, _: usize) {}
    fn step(&self, _: &str) {}
}

/// A theme with its two machines.
struct Workshop {
    press: Press,
    pages: Pages,
}

/// A catalog, its themes and its plan.
#[derive(Debug)]
pub struct Planned {
    /// Content.
    pub catalog: Catalog,
    /// Themes by name.
    pub themes: BTreeMap<String, Theme>,
    /// What will be made.
    pub plan: Plan,
}

/// Content and the themes it asks for.
pub fn load(files: Files, diagnostics: &mut Diagnostics) -> Option<(Catalog, BTreeMap<String, Theme>)> {
    load_keeping(files, diagnostics).map(|(catalog, themes, _)| (catalog, themes))
}

/// The same, with the files as the kit lays them over each other.
pub fn load_keeping(files: Files, diagnostics: &mut Diagnostics) -> Option<(Catalog, BTreeMap<String, Theme>, Files)> {
    let (catalog, files) = content::load(files, diagnostics)?;
    let themes = load_themes(&catalog, &files, diagnostics);
    Some((catalog, themes, files))
}

/// The themes that the venues of a catalog ask for, by name.
pub fn load_themes(catalog: &Catalog, files: &Files, diagnostics: &mut Diagnostics) -> BTreeMap<String, Theme> {
    let mut asked: BTreeMap<&str, Option<&Place>> = BTreeMap::new();
    for venue in catalog.venues.values() {
        asked.entry(&venue.theme).or_insert(venue.origin("theme"));
    }
    // pages that belong to no venue
    asked.entry(site::THEME).or_insert(None);
    let mut themes = BTreeMap::new();
    for (name, place) in asked {
        if let Some(theme) = theme::load(files, name, place, diagnostics) {
            themes.insert(name.to_owned(), theme);
        }
    }
    themes
}

/// The first two verbs.
pub fn load_and_plan(files: Files, wanted: &Wanted, diagnostics: &mut Diagnostics) -> Option<Planned> {
    let (catalog, themes) = load(files, diagnostics)?;
    let plan = plan::plan(&catalog, &themes, wanted, diagnostics);
    Some(Planned { catalog, themes, plan })
}

/// Builds what is wanted of a project into an output folder.
pub fn build(files: Files, output: &Path, request: &Request, progress: &dyn Progress) -> Report {
    let mut report = Report::default();
    let planned = in_pool(request.jobs, || Ok(load_and_plan(files, &request.wanted, &mut report.diagnostics)));
    let planned = match planned {
        Ok(Some(planned)) => planned,
        Ok(None) => return report,
        Err(error) => {
            report.diagnostics.push(error);
            return report;
        }
    };
    report.gaps.clone_from(&planned.plan.gaps);
    if has_errors(&report.diagnostics) && !request.keep_going {
        return report;
    }
    match in_pool(request.jobs, || make(&planned, output, request, progress, &mut report)) {
        Ok(()) => {}
        Err(error) => report.diagnostics.push(error),
    }
    report
}

fn in_pool<T: Send>(jobs: Option<usize>, work: impl FnOnce() -> Result<T, Diagnostic> + Send) -> Result<T, Diagnostic> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.unwrap_or(0)).build();
    let pool = pool.map_err(|error| Diagnostic::error(Message::new("threads-failed").arg("reason", error)))?;
    pool.install(work)
}

/// The last three verbs: lays out, renders and writes, sheet by sheet, then tidies the output folder.
fn make(
    planned: &Planned,
    output: &Path,
    request: &Request,
    progress: &dyn Progress,
    report: &mut Report,
) -> Result<(), Diagnostic> {
    let workshops = workshops(planned, &mut report.diagnostics);
    if has_errors(&report.diagnostics) && !request.keep_going {
        return Ok(());
    }
    let output = Output::open(output)?;
    let jobs = &planned.plan.jobs;
    progress.start(jobs.len());
    let entries = Mutex::new(Vec::new());
    let mut failed = BTreeSet::new();
    // One sheet for each thread, then Typst's cache is cleared, so that memory does not grow with the number of venues.
    for batch in jobs.chunks(rayon::current_num_threads()) {
        let results: Vec<_> = batch
            .par_iter()
            .map(|job| {
                let result = sheet(job, &workshops, &output);
                progress.step(&job.path());
                result
            })
            .collect();
        comemo::evict(0);
        for (job, result) in batch.iter().zip(results) {
            match result {
                Ok((mut made, mut warnings)) => {
                    report.sheets += 1;
                    report.diagnostics.append(&mut warnings);
                    lock(&entries).append(&mut made);
                }
                Err(mut errors) => {
                    failed.insert(job.path());
                    report.diagnostics.append(&mut errors);
                }
            }
        }
        if !failed.is_empty() && !request.keep_going {
            break;
        }
    }
    let stopped = !failed.is_empty() && !request.keep_going;
    let entries = entries.into_inner().unwrap_or_default();
    report.files = entries.len();
    report.bytes = entries.iter().map(|entry: &Entry| entry.bytes).sum();
    report.venues = entries.iter().filter_map(|entry| entry.venue.as_ref()).collect::<BTreeSet<_>>().len();
    finish(planned, &workshops, &output, request, entries, stopped, report)
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn workshops(planned: &Planned, diagnostics: &mut Diagnostics) -> BTreeMap<String, Workshop> {
    let mut workshops = BTreeMap::new();
    for (name, theme) in &planned.themes {
        let theme = Arc::new(theme.clone());
        match Pages::new(Arc::clone(&theme)) {
            Ok(pages) => drop(workshops.insert(name.clone(), Workshop { press: Press::new(theme), pages })),
            Err(mut errors) => diagnostics.append(&mut errors),
        }
    }
    workshops
}

/// The files of one sheet, and warnings.
fn sheet(
    job: &Job,
    workshops: &BTreeMap<String, Workshop>,
    output: &Output,
) -> Result<(Vec<Entry>, Diagnostics), Diagnostics> {
    let Some(workshop) = workshops.get(&job.theme) else { return Err(Diagnostics::new()) };
    let document = layout::lay_out(job, &workshop.press)?;
    let Rendered { artifacts, warnings } = render::render(&document, job, &workshop.press, &workshop.pages)?;
    let mut entries: Vec<Entry> = Vec::new();
    for artifact in artifacts {
        if let Err(error) = output.publish(&artifact.path, &artifact.bytes) {
            // a sheet is there with all its files, or with those of its last good build
            let fresh = entries.into_iter().map(|entry| entry.path).filter(|path| !output.earlier.contains_key(path));
            let mut errors = vec![error];
            errors.extend(output.remove(fresh).err());
            return Err(errors);
        }
        entries.push(Entry { notes_pages: layout::notes_pages(&document, job), ..Entry::of(&artifact, job) });
    }
    Ok((entries, warnings))
}
