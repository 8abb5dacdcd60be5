//! The five verbs on one screen: load, plan, lay out, render, write. [`build`] runs them, venue by venue, and makes only what changed.
//!
//! [`keys`] says from what things are made, `open` reads a project, `shop` holds what all venues share and runs through them, [`venue`] makes one of them, `finish` what stands
//! beside its sheets, `whole` what belongs to no venue.

mod finish;
mod hands;
pub mod keys;
mod merge;
mod open;
mod shop;
pub mod venue;
mod whole;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::content::{self, Catalog};
use crate::diag::{Diagnostic, Diagnostics, Message, Place};
use crate::files::Files;
use crate::manifest::Entry;
use crate::model::{Balance, Shard};
use crate::plan::{self, Gap, Plan, Wanted};
use crate::site;
use crate::theme::{self, Theme};

pub use merge::merge;
pub use open::Workshop;
pub use shop::Shop;

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
    /// Which part of the venues, where several machines share them.
    pub shard: Option<Shard>,
    /// Whether everything is made anew, whatever stands.
    pub force: bool,
    /// Whether the bytes of all files that stand are read, although their size and time are those of then.
    pub verify: bool,
}

impl Request {
    /// Whether this venue is asked for, of this machine.
    pub fn wants(&self, id: &str) -> bool {
        self.wanted.venue(id) && self.shard.is_none_or(|shard| shard.holds(id))
    }
}

/// What came of a build.
#[derive(Debug, Default)]
pub struct Report {
    /// What is wrong.
    pub diagnostics: Diagnostics,
    /// What could not be made for want of words.
    pub gaps: BTreeSet<Gap>,
    /// Sheets that stand.
    pub sheets: usize,
    /// Those of them that were drawn now.
    pub fresh: usize,
    /// Files that stand.
    pub files: usize,
    /// Bytes of these files.
    pub bytes: u64,
    /// Venues they are for.
    pub venues: usize,
    /// Files of an earlier build that were removed.
    pub removed: usize,
    /// How evenly the venues are shared, where several machines build them.
    pub balance: Option<Balance>,
    /// Whether it was interrupted: what was made stays, and the next build goes on.
    pub interrupted: bool,
}

impl Report {
    /// Counts the sheets and files of one venue.
    fn count(&mut self, sheets: usize, files: usize, bytes: u64) {
        self.venues += 1;
        self.sheets += sheets;
        self.files += files;
        self.bytes += bytes;
    }
}

/// What happens while a build runs.
pub trait Progress: Sync {
    /// So many sheets more will be made.
    fn start(&self, sheets: usize);
    /// One sheet was made, or failed.
    fn step(&self, sheet: &str);
    /// Whether somebody wants the build to end.
    fn is_stopped(&self) -> bool {
        false
    }
}

/// Silence.
#[derive(Debug, Clone, Copy)]
pub struct Quiet;

impl Progress for Quiet {
    fn start(&self, _: usize) {}
    fn step(&self, _: &str) {}
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
    let mut asked: BTreeMap<String, Option<Place>> = BTreeMap::new();
    for venue in catalog.venues.values() {
        asked.entry(venue.theme.clone()).or_insert_with(|| venue.origin("theme").cloned());
    }
    themes_named(asked, files, diagnostics)
}

/// Themes by name, each asked for at a place; and that of the pages that belong to no venue.
fn themes_named(
    mut asked: BTreeMap<String, Option<Place>>,
    files: &Files,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, Theme> {
    asked.entry(site::THEME.to_owned()).or_insert(None);
    let mut themes = BTreeMap::new();
    for (name, place) in asked {
        if let Some(theme) = theme::load(files, &name, place.as_ref(), diagnostics) {
            themes.insert(name, theme);
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
    let work = || shop::build(files, output, request, progress, &mut report);
    if let Err(error) = in_pool(request.jobs, work) {
        report.diagnostics.push(error);
    }
    report
}

fn in_pool<T: Send>(jobs: Option<usize>, work: impl FnOnce() -> Result<T, Diagnostic> + Send) -> Result<T, Diagnostic> {
    pool(jobs)?.install(work)
}

fn pool(jobs: Option<usize>) -> Result<rayon::ThreadPool, Diagnostic> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.unwrap_or(0)).build();
    pool.map_err(|error| Diagnostic::error(Message::new("threads-failed").arg("reason", error)))
}
