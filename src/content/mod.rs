//! YAML and Markdown become a [`Catalog`]: [`load`] is the way in.

pub mod cascade;
pub mod document;
pub mod glossary;
mod logo;
mod markdown;
mod orders;
pub mod persons;
mod posts;
pub mod profile;
pub mod register;
pub mod shelf;
pub mod shortcuts;
pub mod stamps;
pub mod systems;
pub mod tables;
pub mod tip;
pub mod tip_file;
mod typography;
pub mod words;
mod yaml;
pub mod zones;

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Diagnostics, Message, Place, did_you_mean};
use crate::files::{Files, TextFile};
use crate::model::{Date, Glossary, Lang, Systems, Tip, Venue, Zones};

pub use document::Documents;
pub use profile::{Kit, Profiles};
pub use shelf::Shelf;
pub use shortcuts::Shortcuts;
pub use stamps::Stamps;
pub use words::Words;
pub use yaml::{At, YamlText};

/// Everything the authors wrote, read and checked on its own.
#[derive(Debug)]
pub struct Catalog {
    /// Settings of the whole kit.
    pub kit: Kit,
    /// Tips by id.
    pub tips: BTreeMap<String, Tip>,
    /// Ids of tips that exist but could not be read.
    pub broken_tips: BTreeSet<String>,
    /// Venues by id.
    pub venues: BTreeMap<String, Venue>,
    /// A place that says nothing of itself: what the kit gives to all.
    pub anywhere: Venue,
    /// Ids of venues that exist but could not be read.
    pub broken_venues: BTreeSet<String>,
    /// Strings of layouts by language.
    pub words: BTreeMap<Lang, Words>,
    /// Hard words by language.
    pub glossary: BTreeMap<Lang, Glossary>,
    /// Keyboard shortcuts.
    pub shortcuts: Shortcuts,
    /// What each system draws over a picture.
    pub zones: Zones,
    /// Which file of which system says where its pictures are.
    pub systems: Systems,
    /// Documents by id and language.
    pub documents: Documents,
    /// Which texts were compared with what they are bound to, by id of the tip.
    pub stamps: Stamps,
}

/// Reads the content of a project; what is wrong is said in `diagnostics`, and the rest is returned.
///
/// Returns nothing where there is no `content/kit.yaml` to start from.
pub fn load(files: Files, diagnostics: &mut Diagnostics) -> Option<(Catalog, Files)> {
    let (mut catalog, files, shelf) = open(files, diagnostics)?;
    let all: Vec<&str> = shelf.ids().collect();
    (catalog.venues, catalog.broken_venues) = shelf.venues(&all, &catalog, &files, diagnostics);
    Some((catalog, files))
}

/// The same without venues, and the shelf that they stand on: a project may have more of them than fit into memory.
pub fn open(files: Files, diagnostics: &mut Diagnostics) -> Option<(Catalog, Files, Shelf)> {
    let (kit, files) = profile::load_kit(files, diagnostics)?;
    let loaded = tip::load(&files, &kit.source_language, diagnostics);
    let shortcuts = Shortcuts::load(&files, diagnostics);
    check_shortcuts(&loaded.tips, &shortcuts, diagnostics);
    let profiles = Profiles::load(&files, diagnostics);
    let today = loaded.tips.values().map(|tip| tip.written_on).max();
    let scope = cascade::Scope { files: &files, kit: &kit, profiles: &profiles, shortcuts: &shortcuts, date: today };
    let anywhere = cascade::anywhere(&scope);
    let catalog = Catalog {
        zones: zones::load(&files, diagnostics),
        systems: systems::load(&files, diagnostics),
        stamps: stamps::load(&files, &loaded, diagnostics),
        words: words::load(&files, diagnostics),
        glossary: glossary::load(&files, diagnostics),
        documents: document::load(&files, diagnostics),
        kit,
        tips: loaded.tips,
        broken_tips: loaded.broken,
        venues: BTreeMap::new(),
        anywhere,
        broken_venues: BTreeSet::new(),
        shortcuts,
    };
    let shelf = Shelf::find(&files, &catalog.kit, profiles, today, diagnostics);
    Some((catalog, files, shelf))
}

fn check_shortcuts(tips: &BTreeMap<String, Tip>, shortcuts: &Shortcuts, diagnostics: &mut Diagnostics) {
    for tip in tips.values() {
        let Some(name) = &tip.shortcut else { continue };
        if !shortcuts.names().any(|known| known == name) {
            let message = Message::new("shortcut-unknown").arg("shortcut", name);
            let hint = did_you_mean(name, shortcuts.names());
            diagnostics.push(Diagnostic::error(message).at(tip.place.find(name)).hint(hint));
        }
    }
}

fn date(text: &At<String>, yaml: &YamlText<'_>, diagnostics: &mut Diagnostics) -> Option<Date> {
    let date = Date::parse(text.value.trim());
    if date.is_none() {
        let message = Message::new("date-bad").arg("text", &text.value);
        diagnostics.push(Diagnostic::error(message).at(yaml.place(text)).hint(Message::new("hint-date")));
    }
    date
}

fn lang(code: &str, place: Place, diagnostics: &mut Diagnostics) -> Option<Lang> {
    let lang = Lang::parse(code);
    if lang.is_none() {
        let error = Diagnostic::error(Message::new("lang-unknown").arg("lang", code));
        diagnostics.push(error.at(place).hint(Message::new("hint-lang")));
    }
    lang
}

/// The language that a file name gives: `words/fr.yaml`.
fn lang_of_path(path: &str, diagnostics: &mut Diagnostics) -> Option<Lang> {
    let stem = path.rsplit('/').next()?.strip_suffix(".yaml")?;
    let lang = Lang::parse(stem);
    if lang.is_none() {
        let error = Diagnostic::error(Message::new("lang-unknown").arg("lang", stem)).about(path);
        diagnostics.push(error.hint(Message::new("hint-lang")));
    }
    lang
}

/// The YAML files of a folder that are named after a language, in the order of their names.
fn language_files(files: &Files, folder: &str, diagnostics: &mut Diagnostics) -> Vec<(Lang, TextFile)> {
    let paths = files.list(folder).map_err(|error| diagnostics.push(error)).unwrap_or_default();
    let mut found = Vec::new();
    for path in paths.iter().filter(|path| path.ends_with(".yaml")) {
        let Some(lang) = lang_of_path(path, diagnostics) else { continue };
        match files.text(path) {
            Ok(file) => found.push((lang, file)),
            Err(error) => diagnostics.push(error),
        }
    }
    found
}

/// A table of the project, or else the one that ships.
fn table(files: &Files, path: &str, diagnostics: &mut Diagnostics) -> Option<TextFile> {
    let read = if files.has(path) { files.text(path) } else { Files::shipped().extending_shipped().text(path) };
    read.map_err(|error| diagnostics.push(error)).ok()
}

/// Reads a whole YAML file, for the modules that have files of their own.
pub fn parse_yaml<T: serde::de::DeserializeOwned>(file: &TextFile, diagnostics: &mut Diagnostics) -> Option<T> {
    YamlText::whole(file).parse(diagnostics)
}
