//! A register becomes files of venues, once and again: [`plan`] says what would be written and what there is to tell of each row;
//! whoever calls it writes.
//!
//! The first import makes a file for each row. Later ones compare, field by field, what was imported last ([`record`]), what the
//! register says now and what the file says now ([`merge`]): what only the register changed is changed in the file, what people
//! changed stays.

pub mod merge;
pub mod record;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::content::Kit;
use crate::content::profile::{KINDS, ORGANISATIONS};
use crate::content::register::{
    self, Done, Group, Known, Made, Mapping, Note, Register, Row, ids, keys, unknown_columns, usual_group, venue,
};
use crate::content::tables::register_kit;
use crate::diag::{Diagnostic, Message};
use crate::files::Files;
use crate::form;

use merge::{Conflict, Merged, merged};
use record::{Record, Remembered};

/// What is asked.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// Name of the register, which its record has too: letters, digits and hyphens.
    pub name: String,
    /// Whether somebody chose that name; else it is the one of the file.
    pub named: bool,
    /// Folder of the venues, from that of the project.
    pub into: String,
    /// What the register calls things.
    pub mapping: Mapping,
    /// Folders of the venues, where somebody says.
    pub group: Option<Group>,
    /// Whether files that people deleted are made again.
    pub restore: bool,
}

/// Something to tell of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Line of the register where the row begins; 0 for one that is no longer there.
    pub row: usize,
    /// What the row is known by in the register.
    pub key: String,
    /// Id of the venue; empty where there is none.
    pub venue: String,
    /// What, and what was done.
    pub note: Note,
}

/// How many rows became what. Every row is in one of the first five.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Files that are new.
    pub made: usize,
    /// Files that changed.
    pub changed: usize,
    /// Files that stay as they are.
    pub same: usize,
    /// Venues whose file people deleted.
    pub deleted: usize,
    /// Rows that are no venue.
    pub refused: usize,
    /// Rows of the register.
    pub rows: usize,
    /// Fields that people changed and that stay.
    pub kept: usize,
    /// Fields that both changed.
    pub conflicts: usize,
    /// Venues that are no longer in the register.
    pub gone: usize,
    /// Organisations that are new.
    pub organisations: usize,
}

/// What would be written, and what there is to tell.
#[derive(Debug, Default)]
pub struct Plan {
    /// Files that are not there yet, by path.
    pub made: Vec<(String, Vec<u8>)>,
    /// Files that are there and change, by path.
    pub changed: Vec<(String, Vec<u8>)>,
    /// What was found, row by row.
    pub lines: Vec<Line>,
    /// The sum.
    pub counts: Counts,
}

/// Compares a register with a project.
///
/// # Errors
/// A register or a record that cannot be read; another grouping or folder than that of the first import; a register that was imported
/// under another name.
pub fn plan(files: &Files, kit: &Kit, bytes: &[u8], request: &Request) -> Result<Plan, Diagnostic> {
    let register = register::read(bytes, &request.mapping)?;
    let record = Record::load(files, &request.name)?;
    if record.is_none() && !request.named {
        new_name(files, &register, &request.name)?;
    }
    let group = group(&register, record.as_ref(), request)?;
    if let Some(record) = record.as_ref().filter(|record| record.into != request.into) {
        let message = Message::new("import-moved").arg("into", &record.into).arg("asked", &request.into);
        return Err(Diagnostic::error(message).hint(Message::new("hint-import-group")));
    }
    let kinds = stems(files, KINDS).into_iter().collect();
    let known = register_kit(kit, kinds, None);
    let mut planner = Planner {
        files,
        request,
        french: kit.source_language.code() == "fr",
        kit: known,
        before: record.unwrap_or_default(),
        now: Record { group, into: request.into.clone(), rows: BTreeMap::new() },
        plan: Plan::default(),
        organisations: BTreeSet::new(),
    };
    planner.rows(&register);
    planner.gone();
    planner.record();
    Ok(planner.plan)
}

/// A register that has another name this month would give each venue a second file: somebody has to say what it is.
fn new_name(files: &Files, register: &Register, name: &str) -> Result<(), Diagnostic> {
    let keys: BTreeSet<String> = register.rows.iter().map(register::key).collect();
    for known in record::names(files) {
        let Ok(Some(record)) = Record::load(files, &known) else { continue };
        let shared = keys.iter().filter(|key| record.rows.contains_key(*key)).count();
        if 2 * shared > keys.len() {
            let message = Message::new("import-renamed").arg("shared", shared).arg("rows", keys.len());
            let hint = Message::new("hint-import-renamed").arg("register", &known).arg("name", name);
            return Err(Diagnostic::error(message.arg("register", &known)).hint(hint));
        }
    }
    Ok(())
}

/// The grouping of the first import stays, for the ids of venues are addresses.
fn group(register: &Register, record: Option<&Record>, request: &Request) -> Result<Group, Diagnostic> {
    let asked = request.group.or(request.mapping.group);
    match (record, asked) {
        (Some(record), Some(asked)) if record.group != asked => {
            let message = Message::new("import-group").arg("group", record.group.name()).arg("asked", asked.name());
            Err(Diagnostic::error(message).hint(Message::new("hint-import-group")))
        }
        (Some(record), _) => Ok(record.group),
        (None, asked) => Ok(asked.unwrap_or_else(|| usual_group(register.rows.len()))),
    }
}

/// Names of the YAML files of a folder, with the folders inside it.
fn stems(files: &Files, folder: &str) -> Vec<String> {
    let paths = files.list(folder).unwrap_or_default();
    let yaml = paths.iter().filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".yaml"));
    yaml.filter(|stem| !stem.ends_with(".map")).map(str::to_owned).collect()
}

struct Planner<'a> {
    files: &'a Files,
    request: &'a Request,
    french: bool,
    kit: register::Kit,
    before: Record,
    now: Record,
    plan: Plan,
    organisations: BTreeSet<String>,
}

impl Planner<'_> {
    fn rows(&mut self, register: &Register) {
        self.plan.counts.rows = register.rows.len();
        for column in unknown_columns(register) {
            let note = Note::new(column, "", "register-column", Done::LeftOut);
            self.plan.lines.push(Line { row: 1, key: String::new(), venue: String::new(), note });
        }
        let keys = keys(&register.rows);
        let known = self.known(&keys);
        let ids = ids(&register.rows, &keys, self.now.group, &known);
        for ((row, key), id) in register.rows.iter().zip(&keys).zip(ids) {
            match (key, id) {
                (Some(key), id) => self.row(row, key, id),
                (None, _) => {
                    let key = register::key(row);
                    let note = Note::new("id", &key, "register-row-double", Done::Refused);
                    self.plan.counts.refused += 1;
                    self.plan.lines.push(Line { row: row.line, key, venue: String::new(), note });
                }
            }
        }
    }

    /// Ids of the record, else of files whose first line says that they come from a row of this register.
    fn known(&self, keys: &[Option<String>]) -> Known {
        let mut known = Known::default();
        for (key, row) in &self.before.rows {
            known.rows.insert(key.clone(), row.venue.clone());
        }
        let recorded: BTreeSet<&String> = self.before.rows.values().map(|row| &row.venue).collect();
        let heads: BTreeMap<String, &String> = keys
            .iter()
            .flatten()
            .flat_map(|key| [true, false].map(|french| (words::head(&self.request.name, key, french), key)))
            .collect();
        for stem in stems(self.files, &self.request.into) {
            if recorded.contains(&stem) {
                continue;
            }
            let text = self.files.text(&self.path(&stem)).map(|file| file.text);
            let first = text.as_deref().ok().and_then(|text| text.lines().next()).unwrap_or_default();
            match heads.get(first) {
                Some(key) if !known.rows.contains_key(*key) => {
                    known.rows.insert((*key).clone(), stem);
                }
                _ => {
                    known.taken.insert(stem);
                }
            }
        }
        known
    }

    fn path(&self, venue: &str) -> String {
        format!("{}/{venue}.yaml", self.request.into)
    }

    fn tell(&mut self, row: usize, key: &str, venue: &str, note: Note) {
        self.plan.lines.push(Line { row, key: key.to_owned(), venue: venue.to_owned(), note });
    }

    fn row(&mut self, row: &Row, key: &str, id: Option<String>) {
        let (made, notes) = venue(row, &self.kit);
        for note in notes {
            self.tell(row.line, key, "", note);
        }
        let (Some(made), Some(id)) = (made, id) else {
            self.plan.counts.refused += 1;
            return;
        };
        for note in &made.notes {
            self.tell(row.line, key, &id, note.clone());
        }
        if row.get("id").is_none() {
            self.tell(row.line, key, &id, Note::new("id", "", "register-id-missing", Done::Usual));
        } else if key.contains('~') {
            self.tell(
                row.line,
                key,
                &id,
                Note::new("id", row.get("id").unwrap_or_default(), "register-id-double", Done::Usual),
            );
        }
        let before = self.before.rows.remove(key);
        let there = self.files.has(&self.path(&id));
        match (there, &before) {
            (false, Some(before)) if !self.request.restore => {
                self.plan.counts.deleted += 1;
                self.tell(row.line, key, &id, Note::new("id", &self.path(&id), "import-deleted", Done::Kept));
                self.now.rows.insert(key.to_owned(), before.clone());
            }
            (false, _) => self.make(key, &id, made),
            (true, _) => self.merge(row.line, (key, &id), made, before),
        }
    }

    fn make(&mut self, key: &str, id: &str, made: Made) {
        self.organisation(&made);
        let head = words::head(&self.request.name, key, self.french);
        let text = words::venue_file(&head, &made.profile);
        self.plan.made.push((self.path(id), text.into_bytes()));
        self.plan.counts.made += 1;
        self.now.rows.insert(key.to_owned(), Remembered { venue: id.to_owned(), profile: made.profile });
    }

    /// The organisation of a venue gets a file where it has none.
    fn organisation(&mut self, made: &Made) {
        let Some(organisation) = &made.organisation else { return };
        let path = format!("{ORGANISATIONS}/{}.yaml", organisation.id);
        if self.files.has(&path) || !self.organisations.insert(organisation.id.clone()) {
            return;
        }
        let profile = Map::from_iter([("name".to_owned(), Value::from(organisation.name.as_str()))]);
        let head = words::organisation_head(&self.request.name, self.french);
        self.plan.made.push((path, words::venue_file(&head, &profile).into_bytes()));
        self.plan.counts.organisations += 1;
    }

    fn merge(&mut self, line: usize, (key, id): (&str, &str), made: Made, before: Option<Remembered>) {
        let path = self.path(id);
        let base = before.as_ref().map(|before| before.profile.clone()).unwrap_or_default();
        let mut remembered = Remembered { venue: id.to_owned(), profile: made.profile.clone() };
        match self.merge_file(&path, &base, &made) {
            Err(what) => {
                self.plan.counts.same += 1;
                self.tell(line, key, id, Note::new("id", &path, what, Done::Kept));
                remembered.profile = base;
            }
            Ok((merged, text)) => {
                self.plan.counts.kept += merged.kept;
                self.plan.counts.conflicts += merged.conflicts.len();
                for conflict in &merged.conflicts {
                    self.conflict(line, (key, id), conflict, &made);
                }
                match text {
                    Some(text) => {
                        self.organisation(&made);
                        self.plan.changed.push((path, text.into_bytes()));
                        self.plan.counts.changed += 1;
                    }
                    None => self.plan.counts.same += 1,
                }
            }
        }
        self.now.rows.insert(key.to_owned(), remembered);
    }

    /// What a file should say, with its text where that changes; else why it cannot be changed.
    fn merge_file(
        &self,
        path: &str,
        base: &Map<String, Value>,
        made: &Made,
    ) -> Result<(Merged, Option<String>), &'static str> {
        let bytes = self.files.bytes(path, u64::MAX).map_err(|_| "import-unreadable")?;
        let file = String::from_utf8(bytes).map_err(|_| "import-unreadable")?;
        let ours = form::profile_of(path, &file).ok_or("import-unreadable")?;
        let ours = ours.as_object().ok_or("import-unreadable")?;
        let merged = merged(base, &made.profile, ours);
        if merged.profile == *ours {
            return Ok((merged, None));
        }
        let (old, new) = (Value::Object(ours.clone()), Value::Object(merged.profile.clone()));
        let text = form::rewritten(path, &file, &old, &new).ok_or("import-by-hand")?;
        Ok((merged, Some(text)))
    }

    fn conflict(&mut self, line: usize, (key, id): (&str, &str), conflict: &Conflict, made: &Made) {
        let column = made.columns.get(conflict.field.as_str()).copied().unwrap_or(&conflict.field);
        let note = Note::new(column, &conflict.theirs, "import-conflict", Done::Kept)
            .arg("field", &conflict.field)
            .arg("base", &conflict.base)
            .arg("theirs", &conflict.theirs)
            .arg("ours", &conflict.ours);
        self.tell(line, key, id, note);
    }

    /// Rows that were there before stay known, so that one that comes back finds its file.
    fn gone(&mut self) {
        for (key, before) in std::mem::take(&mut self.before.rows) {
            if self.files.has(&self.path(&before.venue)) {
                self.plan.counts.gone += 1;
                let venue = before.venue.clone();
                self.tell(0, &key, &venue, Note::new("id", &self.path(&venue), "import-gone", Done::Kept));
            }
            self.now.rows.insert(key, before);
        }
    }

    fn record(&mut self) {
        let path = record::path(&self.request.name);
        let text = self.now.to_json().into_bytes();
        match self.files.bytes(&path, u64::MAX) {
            Ok(there) if there == text => {}
            Ok(_) => self.plan.changed.push((path, text)),
            Err(_) => self.plan.made.push((path, text)),
        }
    }
}
