//! What to print again and what to take down, from two manifests: [`compare`]. The version code on a sheet decides, as it is made
//! from the words: whoever stands before a sheet can tell whether it is the one that is meant.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use crate::diag::{Diagnostic, Message, Place};
use crate::files::{Files, TextFile};
use crate::manifest::{Entry, MANIFEST_VERSION, Manifest};
use crate::model::{Medium, PaperSize};

/// What happened to a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// Its words changed: take the old one down, print the new one.
    Reprint,
    /// It is no longer made: take it down.
    TakeDown,
    /// It is made for the first time.
    New,
}

impl Change {
    /// The name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Change::Reprint => "reprint",
            Change::TakeDown => "take-down",
            Change::New => "new",
        }
    }
}

/// One sheet that is not what it was.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChangedSheet {
    /// What happened.
    pub change: Change,
    /// Language, or two: `fr+ar`.
    pub lang: String,
    /// Name of the sheet, the last part of its address.
    pub sheet: String,
    /// Its size: `A3`, `600 × 800 mm`, `1920 × 1080`; empty for pages.
    pub size: String,
    /// Title of the document.
    pub title: String,
    /// The code on the old one.
    pub old_code: Option<String>,
    /// The code on the new one.
    pub new_code: Option<String>,
}

/// What changed at a venue.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct VenueChanges {
    /// The venue.
    pub venue: String,
    /// Sheets of paper: on walls, on tables, in hands.
    pub paper: Vec<ChangedSheet>,
    /// What is only on screens: wallpapers, and pages without a sheet.
    pub screens: Vec<ChangedSheet>,
    /// Sheets that say the same, but whose files are others: drawn in another way. They may stay where they hang.
    pub redrawn: usize,
    /// Sheets that are what they were.
    pub same: usize,
}

/// A sheet of a manifest: its entries together.
#[derive(Debug, Default)]
struct Sheet<'a> {
    entries: Vec<&'a Entry>,
}

/// Venue, language and name of a sheet.
type Key<'a> = (&'a str, &'a str, &'a str);

/// What changed from one build to another, by venue.
pub fn compare(old: &Manifest, new: &Manifest) -> Vec<VenueChanges> {
    let (old, new) = (sheets(old), sheets(new));
    let mut venues: BTreeMap<&str, VenueChanges> = BTreeMap::new();
    let keys: std::collections::BTreeSet<Key<'_>> = old.keys().chain(new.keys()).copied().collect();
    for key @ (venue, lang, name) in keys {
        let changes = venues.entry(venue).or_default();
        changes.venue = venue.to_owned();
        let (before, now) = (old.get(&key), new.get(&key));
        let Some(change) = change(before, now) else {
            let same = before.map(Sheet::bytes) == now.map(Sheet::bytes);
            *(if same { &mut changes.same } else { &mut changes.redrawn }) += 1;
            continue;
        };
        let Some(shown) = now.or(before) else { continue };
        let changed = shown.changed(change, lang, name, before, now);
        if shown.is_paper() || before.is_some_and(Sheet::is_paper) {
            changes.paper.push(changed);
        } else {
            changes.screens.push(changed);
        }
    }
    let mut venues: Vec<VenueChanges> = venues.into_values().collect();
    for venue in &mut venues {
        venue.paper.sort_by_key(|sheet| sheet.change);
        venue.screens.sort_by_key(|sheet| sheet.change);
    }
    venues
}

fn change(before: Option<&Sheet<'_>>, now: Option<&Sheet<'_>>) -> Option<Change> {
    match (before, now) {
        (Some(before), Some(now)) => (before.code() != now.code()).then_some(Change::Reprint),
        (Some(_), None) => Some(Change::TakeDown),
        (None, _) => Some(Change::New),
    }
}

fn sheets(manifest: &Manifest) -> BTreeMap<Key<'_>, Sheet<'_>> {
    let mut sheets: BTreeMap<Key<'_>, Sheet<'_>> = BTreeMap::new();
    // a page of the site says what a sheet says, and is no sheet
    for entry in manifest.files.iter().filter(|entry| !entry.is_page()) {
        let key = (entry.venue.as_deref(), entry.lang.as_deref(), entry.sheet.as_deref());
        if let (Some(venue), Some(lang), Some(name)) = key {
            sheets.entry((venue, lang, name)).or_default().entries.push(entry);
        }
    }
    sheets
}

impl Sheet<'_> {
    fn code(&self) -> Option<&str> {
        self.entries.iter().find_map(|entry| entry.code.as_deref())
    }

    /// Hashes of its files by path.
    fn bytes(&self) -> BTreeMap<&str, &str> {
        self.entries.iter().map(|entry| (entry.path.as_str(), entry.blake3.as_str())).collect()
    }

    /// Whether it is printed: a PDF or a picture of a medium that is made for paper.
    fn is_paper(&self) -> bool {
        self.entries.iter().any(|entry| {
            let medium = entry.medium.as_deref().and_then(Medium::parse);
            medium.is_none_or(|medium| !medium.is_on_screen())
                && ["sheet", "print-only"].contains(&entry.kind.as_str())
                && entry.format != "html"
        })
    }

    fn size(&self) -> String {
        let paper = self.entries.iter().filter(|entry| entry.kind == "sheet").find_map(|entry| entry.mm);
        let screen = self.entries.iter().filter(|entry| entry.kind == "sheet").find_map(|entry| entry.px);
        match (paper.filter(|_| self.is_paper()), screen) {
            (Some((width, height)), _) => {
                let named = PaperSize::ISO.iter().find(|size| {
                    let (short, long) = size.dimensions();
                    (short.0, long.0) == (width.min(height), width.max(height))
                });
                named.map_or_else(|| format!("{width} × {height} mm"), |size| size.to_string().to_uppercase())
            }
            (None, Some((width, height))) => format!("{width} × {height}"),
            (None, None) => String::new(),
        }
    }

    fn changed(
        &self,
        change: Change,
        lang: &str,
        name: &str,
        before: Option<&Sheet<'_>>,
        now: Option<&Sheet<'_>>,
    ) -> ChangedSheet {
        let code = |sheet: Option<&Sheet<'_>>| sheet.and_then(Sheet::code).map(str::to_owned);
        ChangedSheet {
            change,
            lang: lang.to_owned(),
            sheet: name.to_owned(),
            size: self.size(),
            title: self.entries.iter().find_map(|entry| entry.title.clone()).unwrap_or_default(),
            old_code: code(before),
            new_code: code(now),
        }
    }
}

/// The manifest at this path.
///
/// # Errors
/// As [`read`].
pub fn read_at(path: &Path) -> Result<Manifest, Diagnostic> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    read(folder, &path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default())
}

/// The manifest of this name in this folder.
///
/// # Errors
/// A file that is missing, unreadable, no manifest, or one of another version, with its place.
pub fn read(folder: &std::path::Path, name: &str) -> Result<Manifest, Diagnostic> {
    let about = folder.join(name).display().to_string();
    let text = Files::project(folder).text(name).map_err(|error| {
        let missing = error.message.id == "file-missing";
        let hint = Message::new(if missing { "hint-manifest-missing" } else { "hint-manifest" });
        error.about(&about).hint(hint)
    })?;
    let text = TextFile::new(about, text.text);
    let manifest: Manifest = serde_json::from_str(&text.text).map_err(|error| unreadable(&text, &error))?;
    if manifest.manifest == MANIFEST_VERSION {
        return Ok(manifest);
    }
    let message = Message::new("manifest-version").arg("version", manifest.manifest).arg("known", MANIFEST_VERSION);
    Err(Diagnostic::error(message).about(text.path).hint(Message::new("hint-manifest-version")))
}

fn unreadable(text: &TextFile, error: &serde_json::Error) -> Diagnostic {
    let start: usize = text.text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let at = (start + error.column().saturating_sub(1)).min(text.text.len());
    let place: Place = text.place(at..at + 1);
    let detail = error.to_string();
    let detail = detail.split(" at line ").next().unwrap_or_default().to_owned();
    let message = Message::new("manifest-unreadable").arg("detail", detail);
    Diagnostic::error(message).at(place).hint(Message::new("hint-manifest"))
}
