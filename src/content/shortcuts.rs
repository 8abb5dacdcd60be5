//! Keyboard shortcuts: which keys do what in which browser and system, and what is engraved on them. [`Shortcuts::chords`]
//! gives the keys of a venue.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::yaml::{At, YamlText};
use crate::diag::{Diagnostics, Message, Place};
use crate::files::Files;
use crate::model::{Chord, Date, Lang, System, Venue};

/// The file shortcuts live in.
pub const FILE: &str = "content/shortcuts.yaml";

/// `shortcuts.yaml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShortcutsFile {
    /// Entries by name of the shortcut.
    shortcuts: BTreeMap<String, Vec<Entry>>,
    /// Names of the browsers, as people know them.
    browsers: BTreeMap<String, String>,
    /// What is engraved on the keys.
    keyboards: BTreeMap<String, Keyboard>,
}

/// The keys of one shortcut in some browsers on some systems.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Browsers it works in; all where it is left out.
    #[serde(default)]
    browsers: Vec<String>,
    /// Systems it works on; all where it is left out.
    #[serde(default)]
    systems: Vec<System>,
    /// Keys in the order of pressing.
    #[serde(default)]
    keys: Vec<String>,
    /// The way through the menus by language, where there are no keys.
    #[serde(default)]
    menu: BTreeMap<String, String>,
    /// The day it was tried, as YYYY-MM-DD.
    checked_on: At<String>,
}

/// A keyboard.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Keyboard {
    /// Its name.
    name: String,
    /// Engravings by key; letters and digits need none.
    keys: BTreeMap<String, String>,
}

/// All shortcuts of a project.
#[derive(Debug, Clone, Default)]
pub struct Shortcuts {
    entries: BTreeMap<String, Vec<Entry>>,
    browsers: BTreeMap<String, String>,
    keyboards: BTreeMap<String, Keyboard>,
    checks: Vec<Checked>,
}

/// Systems that people meet on shared computers, with the names they know them by.
const USUAL_SYSTEMS: [(System, &str); 4] =
    [(System::Windows, "Windows"), (System::Linux, "Linux"), (System::Macos, "macOS"), (System::Chromeos, "ChromeOS")];

/// The keys of a shortcut on some systems.
#[derive(Debug, Clone, Serialize)]
pub struct SystemKeys {
    /// Names of the systems.
    pub systems: Vec<&'static str>,
    /// Keys, by browsers that share them.
    pub chords: Vec<Chord>,
}

/// The day an entry was last tried.
#[derive(Debug, Clone)]
pub struct Checked {
    /// Name of the shortcut.
    pub shortcut: String,
    /// The day.
    pub on: Date,
    /// Where it is written.
    pub place: Place,
}

impl Shortcuts {
    /// Reads `shortcuts.yaml`, if there is one.
    pub fn load(files: &Files, diagnostics: &mut Diagnostics) -> Self {
        if !files.has(FILE) {
            return Shortcuts::default();
        }
        let file = match files.text(FILE) {
            Ok(file) => file,
            Err(error) => {
                diagnostics.push(error);
                return Shortcuts::default();
            }
        };
        let yaml = YamlText::whole(&file);
        let Some(read) = yaml.parse::<ShortcutsFile>(diagnostics) else { return Shortcuts::default() };
        let mut checks = Vec::new();
        for (name, entry) in read.shortcuts.iter().flat_map(|(name, list)| list.iter().map(move |entry| (name, entry)))
        {
            if let Some(on) = super::date(&entry.checked_on, &yaml, diagnostics) {
                checks.push(Checked { shortcut: name.clone(), on, place: yaml.place(&entry.checked_on) });
            }
            if entry.keys.is_empty() && entry.menu.is_empty() {
                let error = crate::diag::Diagnostic::error(Message::new("shortcut-empty"));
                diagnostics.push(error.at(yaml.place(&entry.checked_on)));
            }
        }
        Shortcuts { entries: read.shortcuts, browsers: read.browsers, keyboards: read.keyboards, checks }
    }

    /// Names of the shortcuts.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// When each entry was last tried.
    pub fn checks(&self) -> &[Checked] {
        &self.checks
    }

    /// Ids of the browsers.
    pub fn browser_ids(&self) -> impl Iterator<Item = &str> {
        self.browsers.keys().map(String::as_str)
    }

    /// Ids of the keyboards.
    pub fn keyboard_ids(&self) -> impl Iterator<Item = &str> {
        self.keyboards.keys().map(String::as_str)
    }

    /// Browsers: id, and name as people know it.
    pub fn browsers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.browsers.iter().map(|(id, name)| (id.as_str(), name.as_str()))
    }

    /// Keyboards: id and name.
    pub fn keyboards(&self) -> impl Iterator<Item = (&str, &str)> {
        self.keyboards.iter().map(|(id, keyboard)| (id.as_str(), keyboard.name.as_str()))
    }

    /// The keys of a shortcut at this venue: one chord for each group of browsers that share them. The keyboard on the table
    /// decides what is printed, whatever the language of the sheet.
    pub fn chords(&self, shortcut: &str, venue: &Venue, lang: &Lang) -> Vec<Chord> {
        let entries = self.entries.get(shortcut).map(Vec::as_slice).unwrap_or_default();
        let fits = |entry: &&Entry, browser: Option<&String>| {
            let browser_fits = entry.browsers.is_empty() || browser.is_some_and(|b| entry.browsers.contains(b));
            browser_fits && (entry.systems.is_empty() || entry.systems.iter().any(|s| venue.system.is(*s)))
        };
        let exact = |entry: &&Entry| entry.systems.contains(&venue.system);
        let mut groups: Vec<(Chord, Vec<&str>)> = Vec::new();
        let general = [None];
        let browsers: Vec<Option<&String>> = venue.browsers.iter().map(Some).collect();
        for browser in if browsers.is_empty() { general.to_vec() } else { browsers } {
            let candidates: Vec<&Entry> = entries.iter().filter(|entry| fits(entry, browser)).collect();
            let best = candidates.iter().copied().find(|e| exact(e)).or(candidates.first().copied());
            let Some(entry) = best else { continue };
            let chord = self.chord(entry, venue, lang);
            let name = browser.and_then(|id| self.browsers.get(id)).map_or("", String::as_str);
            match groups.iter_mut().find(|(known, _)| *known == chord) {
                Some((_, names)) => names.push(name),
                None => groups.push((chord, vec![name])),
            }
        }
        let several = groups.len() > 1;
        let named = |(chord, names): (Chord, Vec<&str>)| Chord { browsers: several.then(|| names.join(", ")), ..chord };
        groups.into_iter().map(named).collect()
    }

    /// The keys of a shortcut in every browser on every usual system; systems with the same keys stand together.
    pub fn everywhere(&self, shortcut: &str, anywhere: &Venue, lang: &Lang) -> Vec<SystemKeys> {
        let mut rows: Vec<SystemKeys> = Vec::new();
        for (system, name) in USUAL_SYSTEMS {
            let browsers = self.browsers.keys().cloned().collect();
            let venue = Venue { system, browsers, ..anywhere.clone() };
            let chords = self.chords(shortcut, &venue, lang);
            match rows.iter_mut().find(|row| row.chords == chords) {
                Some(row) => row.systems.push(name),
                None if chords.is_empty() => {}
                None => rows.push(SystemKeys { systems: vec![name], chords }),
            }
        }
        rows
    }

    fn chord(&self, entry: &Entry, venue: &Venue, lang: &Lang) -> Chord {
        let caps = entry.keys.iter().map(|key| self.engraving(key, &venue.keyboard)).collect();
        let menu = entry.menu.get(lang.code()).or_else(|| entry.menu.get("fr")).cloned();
        Chord { caps, menu, browsers: None }
    }

    fn engraving(&self, key: &str, keyboard: &str) -> String {
        let engraved = self.keyboards.get(keyboard).and_then(|keyboard| keyboard.keys.get(key));
        engraved.cloned().unwrap_or_else(|| key.to_uppercase())
    }

    /// What is wrong with the browsers and the keyboard of a venue, each with the place it was written at.
    pub fn unknown<'a>(&'a self, ids: &'a [(String, Place)], known: Known) -> Vec<(&'a str, &'a Place)> {
        let has = |id: &str| match known {
            Known::Browser => self.browsers.contains_key(id),
            Known::Keyboard => self.keyboards.contains_key(id),
        };
        ids.iter().filter(|(id, _)| !has(id)).map(|(id, place)| (id.as_str(), place)).collect()
    }
}

/// What an id should be of.
#[derive(Debug, Clone, Copy)]
pub enum Known {
    /// A browser.
    Browser,
    /// A keyboard.
    Keyboard,
}
