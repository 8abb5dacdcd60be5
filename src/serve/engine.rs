//! What is to be drawn again: [`Engine`] reads the project, plans its sheets, and hands out those whose picture is no longer
//! theirs, one [`Task`] at a time. It waits for nobody and knows neither threads nor browsers.
//!
//! A sheet depends on all that its job holds and on its theme; nothing else reaches a layout. So the signature of both says
//! whether a picture is still good, and no list of dependencies has to be kept.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use blake3::Hash;

use super::blocked::Blocked;
use super::task::{Drawing, Drawn, Task};
use crate::content::{self, Catalog};
use crate::diag::{Diagnostic, Diagnostics};
use crate::files::Files;
use crate::layout::{Pages, Press};
use crate::model::{Lang, Medium};
use crate::pipeline;
use crate::plan::{self, Job, Plan, Wanted};
use crate::site;
use crate::theme::{self, Theme};

/// Bytes of pictures up to which sheets are drawn that nobody has looked at yet.
const AHEAD: usize = 256 << 20;
/// Pages whose steps Typst remembers, some twenty megabytes each. A page it remembers is drawn again in half the time.
const REMEMBERED: usize = 16;
/// Errors of sheets that are told; a broken template fails every one of them.
const TOLD: usize = 12;

/// A project while it is being written.
pub struct Engine {
    files: Box<dyn Fn() -> Files + Send>,
    themes: BTreeMap<String, Ready>,
    catalog: Option<Catalog>,
    /// What is wrong with the files.
    faults: Diagnostics,
    /// What is wrong with the plan.
    refusals: Diagnostics,
    sheets: Vec<Sheet>,
    planned: bool,
    /// Whether a theme changed since themes were read.
    themes_changed: bool,
    /// What was wrong when they were.
    theme_faults: Diagnostics,
    /// Pages drawn since Typst was made to forget.
    remembered: usize,
}

/// A theme that was read.
struct Ready {
    theme: Theme,
    press: Arc<Press>,
    signature: Hash,
    faults: Diagnostics,
}

/// A sheet of the project, with its last good picture.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its path: `venue/fr/poster-checklist-a3`.
    pub key: String,
    /// What it shows once it is drawn.
    pub job: Arc<Job>,
    /// Its last good picture.
    pub drawing: Option<Arc<Drawing>>,
    /// Whether something it was made of cannot be read now.
    pub kept: bool,
    /// Why it could not be drawn.
    pub faults: Diagnostics,
    signature: Hash,
    working: Option<Hash>,
}

impl Sheet {
    /// Whether its picture is not what it should show, for want of something that an author has to mend.
    pub fn is_stale(&self) -> bool {
        self.kept || !self.faults.is_empty()
    }

    /// Whether its picture is yet to be drawn.
    pub fn is_waiting(&self) -> bool {
        !self.is_stale() && self.drawing.as_ref().is_none_or(|drawing| drawing.signature != self.signature)
    }
}

impl Engine {
    /// The engine of a project; `files` gives its files anew each time they are read.
    pub fn new(files: impl Fn() -> Files + Send + 'static) -> Self {
        Engine {
            files: Box::new(files),
            themes: BTreeMap::new(),
            catalog: None,
            faults: Diagnostics::new(),
            refusals: Diagnostics::new(),
            sheets: Vec::new(),
            planned: false,
            themes_changed: false,
            theme_faults: Diagnostics::new(),
            remembered: 0,
        }
    }

    /// The sheets, in the order of the plan.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// Whether all sheets are planned as the files are now.
    pub fn is_planned(&self) -> bool {
        self.planned
    }

    /// Everything that is wrong: with files, with the plan, with sheets that were drawn. Only errors: `check` tells the rest.
    pub fn errors(&self) -> Diagnostics {
        let mut told: Diagnostics = Vec::new();
        // that a tip is broken is known from its file
        let own = self.faults.iter().chain(&self.refusals);
        let own = own.filter(|fault| fault.is_error() && fault.message.id != "tip-broken");
        own.for_each(|fault| {
            if !told.contains(fault) {
                told.push(fault.clone())
            }
        });
        let known = told.len();
        for fault in self.sheets.iter().flat_map(|sheet| &sheet.faults).filter(|fault| fault.is_error()) {
            let same = |other: &Diagnostic| fault.place.is_some() && other.place == fault.place;
            if told.len() < known + TOLD && !told.iter().any(same) {
                told.push(fault.clone());
            }
        }
        told
    }

    /// Reads the project again, as files at these paths have changed. Sheets are planned afterwards.
    pub fn reload(&mut self, changed: &BTreeSet<String>) {
        let mut faults = Diagnostics::new();
        self.themes_changed |= changed.iter().any(|path| path.starts_with(theme::FOLDER));
        let loaded = content::load((self.files)(), &mut faults);
        self.planned = false;
        self.faults = faults;
        let Some((catalog, files)) = loaded else {
            self.catalog = None;
            return;
        };
        self.prepare_themes(&catalog, &files);
        self.faults.extend(self.theme_faults.iter().cloned());
        self.faults.extend(self.themes.values().flat_map(|ready| ready.faults.iter().cloned()));
        self.catalog = Some(catalog);
    }

    /// Reads themes where one has changed, is new, or could not be read before.
    fn prepare_themes(&mut self, catalog: &Catalog, files: &Files) {
        let own = catalog.venues.values().map(|venue| venue.theme.as_str());
        let asked: BTreeSet<&str> = own.chain([site::THEME]).collect();
        let known = asked.iter().copied().eq(self.themes.keys().map(String::as_str));
        if known && !self.themes_changed && self.theme_faults.is_empty() {
            return;
        }
        self.themes_changed = false;
        let mut faults = Diagnostics::new();
        let themes = pipeline::load_themes(catalog, files, &mut faults);
        let mut ready: BTreeMap<String, Ready> = BTreeMap::new();
        for (name, theme) in themes {
            let signature = theme_signature(&theme);
            let known = self.themes.remove(&name).filter(|known| known.signature == signature);
            ready.insert(name, known.unwrap_or_else(|| Ready::new(theme, signature)));
        }
        // what is wrong with a theme is told until themes are read again
        self.theme_faults = faults;
        self.themes = ready;
    }

    /// Plans the media and languages of these sheets only, venue by venue: they are looked at now.
    pub fn plan_some(&mut self, keys: &[String]) {
        let Some(catalog) = &self.catalog else { return };
        let mut seen: BTreeMap<&str, (BTreeSet<Medium>, BTreeSet<&Lang>)> = BTreeMap::new();
        let jobs = self.sheets.iter().filter(|sheet| keys.contains(&sheet.key)).map(|sheet| &sheet.job);
        for job in jobs.filter(|job| catalog.venues.contains_key(&job.venue.id)) {
            let (media, langs) = seen.entry(&job.venue.id).or_default();
            media.insert(job.medium);
            langs.insert(&job.lang);
        }
        let wanted = seen.into_iter().map(|(venue, (media, langs))| Wanted {
            venues: vec![venue.to_owned()],
            media: media.into_iter().collect(),
            langs: langs.into_iter().cloned().collect(),
            formats: Vec::new(),
        });
        let jobs: Vec<Job> = wanted.flat_map(|wanted| self.plan(&wanted).0.jobs).collect();
        let blocked = self.blocked();
        for job in jobs {
            let found = self.sheets.iter().position(|sheet| sheet.key == job.path());
            if let (Some(at), Some(signature)) = (found, self.signature(&job)) {
                self.sheets[at].becomes(job, signature, &blocked);
            }
        }
    }

    /// Plans everything: new sheets appear, and those that are no longer wanted go, unless an error hides them.
    pub fn plan_all(&mut self) {
        self.planned = true;
        let (plan, refusals) = match &self.catalog {
            Some(_) => self.plan(&Wanted::default()),
            None => Default::default(),
        };
        self.refusals = refusals;
        let blocked = self.blocked();
        let refused = Blocked::of(&self.refusals, &BTreeSet::new());
        let order: Vec<String> = self.sheets.iter().map(|sheet| sheet.key.clone()).collect();
        let mut old: BTreeMap<String, Sheet> =
            std::mem::take(&mut self.sheets).into_iter().map(|sheet| (sheet.key.clone(), sheet)).collect();
        let mut sheets = Vec::new();
        for job in plan.jobs.into_iter().filter(|job| !job.only_words) {
            let Some(signature) = self.signature(&job) else { continue };
            let sheet = match old.remove(&job.path()) {
                Some(mut sheet) => {
                    sheet.becomes(job, signature, &blocked);
                    sheet
                }
                None => Sheet::new(job, signature),
            };
            sheets.push(sheet);
        }
        let lost = self.catalog.is_none();
        old.retain(|_, sheet| lost || blocked.holds(sheet) || refused.holds(sheet));
        self.sheets = with_hidden(sheets, old, &order);
    }

    fn plan(&self, wanted: &Wanted) -> (Plan, Diagnostics) {
        let mut found = Diagnostics::new();
        let Some(catalog) = &self.catalog else { return (Plan::default(), found) };
        let themes = self.themes.iter().map(|(name, ready)| (name.clone(), ready.theme.clone())).collect();
        let plan = plan::plan(catalog, &themes, wanted, &mut found);
        (plan, found)
    }

    fn blocked(&self) -> Blocked {
        let nothing = BTreeSet::new();
        let venues = self.catalog.as_ref().map_or(&nothing, |catalog| &catalog.broken_venues);
        Blocked::of(&self.faults, venues)
    }

    /// What the picture of a job depends on; nothing where its theme cannot be read.
    fn signature(&self, job: &Job) -> Option<Hash> {
        let theme = self.themes.get(&job.theme)?;
        let mut hasher = blake3::Hasher::new();
        serde_json::to_writer(&mut hasher, job).ok()?;
        let unsaid = format!("{:?}", (job.medium, job.size, &job.languages, job.distance, &job.minima));
        hasher.update(unsaid.as_bytes());
        for logo in job.logo.iter().chain(&job.easy_logo_file) {
            hasher.update(blake3::hash(&logo.bytes).as_bytes());
        }
        Some(hasher.update(theme.signature.as_bytes()).finalize())
    }

    /// The next sheet to draw: one of those that are looked at, in their order, and nothing else while `only_seen`; then those that
    /// have a picture already, then the rest.
    pub fn next_task(&mut self, seen: &[String], only_seen: bool) -> Option<Task> {
        let free = |sheet: &Sheet| sheet.is_waiting() && sheet.working != Some(sheet.signature);
        let looked_at =
            seen.iter().find_map(|key| self.sheets.iter().position(|sheet| sheet.key == *key && free(sheet)));
        let at = looked_at.or_else(|| {
            let rest = || self.sheets.iter().enumerate().filter(|(_, sheet)| free(sheet));
            let redrawn = rest().find(|(_, sheet)| sheet.drawing.is_some());
            let ahead = || rest().next().filter(|_| self.bytes() < AHEAD);
            (!only_seen).then(|| redrawn.or_else(ahead)).flatten().map(|(at, _)| at)
        })?;
        let sheet = &mut self.sheets[at];
        let press = Arc::clone(&self.themes.get(&sheet.job.theme)?.press);
        sheet.working = Some(sheet.signature);
        let forgets = self.remembered >= REMEMBERED;
        self.remembered = if forgets { 0 } else { self.remembered };
        Some(Task { key: sheet.key.clone(), job: Arc::clone(&sheet.job), press, signature: sheet.signature, forgets })
    }

    fn bytes(&self) -> usize {
        let pages = self.sheets.iter().filter_map(|sheet| sheet.drawing.as_ref()).flat_map(|drawing| &drawing.pages);
        pages.map(|page| page.bytes.len()).sum()
    }

    /// Takes what came of a task, unless the sheet has changed meanwhile.
    pub fn accept(&mut self, drawn: Drawn) {
        let Some(sheet) = self.sheets.iter_mut().find(|sheet| sheet.key == drawn.key) else { return };
        self.remembered += drawn.result.as_ref().map_or(1, |drawing| drawing.pages.len());
        if sheet.working == Some(drawn.signature) {
            sheet.working = None;
        }
        if sheet.signature != drawn.signature || sheet.kept {
            return;
        }
        match drawn.result {
            Ok(drawing) => sheet.drawing = Some(Arc::new(drawing)),
            Err(faults) => sheet.faults = faults,
        }
    }
}

/// Sheets as they are planned, and those that an error hides, each after the sheet that it came after.
fn with_hidden(mut sheets: Vec<Sheet>, mut hidden: BTreeMap<String, Sheet>, order: &[String]) -> Vec<Sheet> {
    let mut after = 0;
    for key in order {
        if let Some(mut sheet) = hidden.remove(key) {
            sheet.kept = true;
            sheets.insert(after, sheet);
        }
        after = sheets.iter().position(|sheet| sheet.key == *key).map_or(after, |at| at + 1);
    }
    sheets
}

impl Ready {
    fn new(theme: Theme, signature: Hash) -> Self {
        let shared = Arc::new(theme.clone());
        // pages are not shown here, but a mistake in them is better known now than when all is built
        let faults = Pages::new(Arc::clone(&shared)).err().unwrap_or_default();
        Ready { theme, press: Arc::new(Press::new(shared)), signature, faults }
    }
}

fn theme_signature(theme: &Theme) -> Hash {
    let mut hasher = blake3::Hasher::new();
    for (path, bytes) in theme.assets.iter() {
        hasher.update(blake3::hash(path.as_bytes()).as_bytes()).update(blake3::hash(bytes).as_bytes());
    }
    for font in &theme.fonts.fonts {
        hasher.update(blake3::hash(font.data()).as_bytes());
    }
    hasher.finalize()
}

impl Sheet {
    fn new(job: Job, signature: Hash) -> Self {
        let key = job.path();
        let job = Arc::new(job);
        Sheet { key, job, drawing: None, kept: false, faults: Diagnostics::new(), signature, working: None }
    }

    /// The sheet as it is planned now. Where one of its files cannot be read, it stays what it was.
    fn becomes(&mut self, job: Job, signature: Hash, blocked: &Blocked) {
        self.kept = signature != self.signature && blocked.holds(self);
        if !self.kept {
            // what failed is tried again: the error may stand in another line now
            self.faults.clear();
            self.job = Arc::new(job);
            self.signature = signature;
        }
    }
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").field("sheets", &self.sheets.len()).finish_non_exhaustive()
    }
}
