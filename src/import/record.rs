//! What an import did, kept in the project for the next one: [`Record`], in `content/imports/<name>.json`, a line for each row.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::content::register::Group;
use crate::diag::{Diagnostic, Message};
use crate::files::Files;

/// Folder of the records.
pub const RECORDS: &str = "content/imports";

/// Largest record that is read, in bytes.
const LIMIT: u64 = 256 << 20;

/// Path of a record.
pub fn path(name: &str) -> String {
    format!("{RECORDS}/{name}.json")
}

/// Names of the registers that were imported.
pub fn names(files: &Files) -> Vec<String> {
    let paths = files.list(RECORDS).unwrap_or_default();
    let name = |path: &String| Some(path.strip_prefix(RECORDS)?.strip_prefix('/')?.strip_suffix(".json")?.to_owned());
    paths.iter().filter_map(name).collect()
}

/// A row that was imported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Remembered {
    /// Id of its venue.
    pub venue: String,
    /// What the register said last.
    pub profile: Map<String, Value>,
}

/// What the last import did.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Record {
    /// Folders of the venues.
    pub group: Group,
    /// Folder of the venues.
    pub into: String,
    /// Rows by what they are known by in the register.
    pub rows: BTreeMap<String, Remembered>,
}

impl Default for Record {
    fn default() -> Self {
        Record { group: Group::None, into: String::new(), rows: BTreeMap::new() }
    }
}

impl Record {
    /// The record of a register, if there is one.
    ///
    /// # Errors
    /// One that cannot be read: what people changed could not be told from what the register said.
    pub fn load(files: &Files, name: &str) -> Result<Option<Record>, Diagnostic> {
        let path = path(name);
        if !files.has(&path) {
            return Ok(None);
        }
        let bytes = files.bytes(&path, LIMIT)?;
        serde_json::from_slice(&bytes).map(Some).map_err(|error| {
            let message = Message::new("import-record").arg("path", &path).arg("reason", error);
            Diagnostic::error(message).about(&path).hint(Message::new("hint-import-record").arg("path", &path))
        })
    }

    /// The text of the record: sorted, so that a change of a row is a change of a line.
    pub fn to_json(&self) -> String {
        let quoted = |text: &str| Value::from(text).to_string();
        let row = |(key, row): (&String, &Remembered)| {
            let row = serde_json::to_string(row).unwrap_or_default();
            format!("    {}: {row}", quoted(key))
        };
        let rows: Vec<String> = self.rows.iter().map(row).collect();
        let (group, into) = (quoted(self.group.name()), quoted(&self.into));
        format!("{{\n  \"group\": {group},\n  \"into\": {into},\n  \"rows\": {{\n{}\n  }}\n}}\n", rows.join(",\n"))
    }
}
