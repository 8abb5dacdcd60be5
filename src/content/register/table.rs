//! A CSV file of `content/venues` that is read as it is: [`Table`].

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use super::decode::{Lines, Row, lines};
use super::ids::{Known, ids, keys};
use super::map::{Group, Mapping};
use super::note::{Done, Note};
use super::venue::{Kit, Made, venue};
use crate::content::profile::{Profile, Written};
use crate::content::{YamlText, persons};
use crate::diag::{Diagnostic, Diagnostics, Message, Place};
use crate::files::TextFile;

/// Largest table that is read, in bytes.
pub const TABLE_LIMIT: u64 = 64 << 20;

/// Rows above which venues are put into folders by department.
pub(super) const ONE_FOLDER: usize = 1000;

/// What ids are made of.
const NAMING: [&str; 7] = ["id", "nom", "name", "commune", "adresse", "code_postal", "code_insee"];

/// A table of venues: where each row stands, and nothing of what they say.
#[derive(Debug)]
pub struct Table {
    file: TextFile,
    lines: Lines,
    rows: BTreeMap<String, Range<usize>>,
    mapping: Mapping,
    kit: Kit,
}

impl std::fmt::Debug for Lines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lines").field("columns", &self.columns).finish()
    }
}

impl Table {
    /// Finds the rows of a table and their ids. A row without a name, or that stands there twice, is a warning and no venue.
    pub fn read(file: TextFile, mapping: Mapping, kit: Kit, diagnostics: &mut Diagnostics) -> Table {
        let mut lines = lines(&file.text, &mapping);
        if !lines.columns.iter().any(|column| column == "nom" || column == "name") {
            let error = Diagnostic::error(Message::new("register-no-name")).at(file.start());
            diagnostics.push(error.hint(Message::new("hint-register-no-name")));
            lines.rows.clear();
        }
        let ranges = std::mem::take(&mut lines.rows);
        let naming: Vec<Row> = ranges.iter().map(|range| naming(lines.row(&file.text, range, 0, &mapping))).collect();
        let group = mapping.group.unwrap_or_else(|| usual_group(naming.len()));
        let keys = keys(&naming);
        let ids = ids(&naming, &keys, group, &Known::default());
        let mut rows = BTreeMap::new();
        for (((range, row), key), id) in ranges.into_iter().zip(&naming).zip(keys).zip(ids) {
            let Some(id) = id else {
                let what = if key.is_none() { "register-row-double" } else { nameless(row) };
                let place = file.place(first_line(&file.text, &range));
                diagnostics.push(warning(&Note::new("nom", "", what, Done::Refused), place));
                continue;
            };
            rows.insert(id, range);
        }
        Table { file, lines, rows, mapping, kit }
    }

    /// Ids of its venues, in their order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.rows.keys().map(String::as_str)
    }

    /// Whether a venue stands in it.
    pub fn has(&self, id: &str) -> bool {
        self.rows.contains_key(id)
    }

    /// The file.
    pub fn path(&self) -> &str {
        &self.file.path
    }

    /// The bytes of a row; none where there is no such venue. What a row says depends on the header too: [`Table::header_bytes`].
    pub fn row_bytes(&self, id: &str) -> &[u8] {
        self.rows.get(id).map_or(&[], |range| &self.file.text.as_bytes()[range.clone()])
    }

    /// The bytes of the line that names the columns.
    pub fn header_bytes(&self) -> &[u8] {
        self.file.text.lines().next().unwrap_or_default().as_bytes()
    }

    /// The row of a venue as its file would say it; nothing where it cannot be read. Whatever is left out is a warning at its cell.
    pub fn written(&self, id: &str, diagnostics: &mut Diagnostics) -> Option<Written> {
        let range = self.rows.get(id)?;
        let row = self.lines.row(&self.file.text, range, 0, &self.mapping);
        let (made, refused) = venue(&row, &self.kit);
        let cells = Cells { table: self, spans: self.lines.cells(&self.file.text, range), row: range.clone() };
        let notes = made.as_ref().map_or(&refused, |made| &made.notes);
        let told = notes.iter().filter(|note| matches!(note.done, Done::LeftOut | Done::Refused));
        diagnostics.extend(told.map(|note| warning(note, cells.place(&note.column))));
        let made = made?;
        let (text, places) = yaml(&made, &cells);
        let file = TextFile { text: text.into(), ..self.file.clone() };
        let mut found = Diagnostics::new();
        let profile: Option<Profile> = YamlText::whole(&file).parse(&mut found);
        diagnostics.extend(found.into_iter().map(|error| {
            let line = error.place.as_ref().map_or(1, |place| place.line_column().0);
            error.at(self.file.place(places.get(line - 1).cloned().unwrap_or_else(|| range.clone())))
        }));
        let file = TextFile { lines: Some(places.into()), ..self.file.clone() };
        Some(Written { file, profile: profile? })
    }
}

/// Folders of a register that says nothing of them.
pub fn usual_group(rows: usize) -> Group {
    if rows > ONE_FOLDER { Group::Department } else { Group::None }
}

fn naming(mut row: Row) -> Row {
    row.cells.retain(|column, _| NAMING.contains(&column.as_str()));
    row
}

/// Why a row has no name that can be printed.
fn nameless(row: &Row) -> &'static str {
    let name = row.get("name").or_else(|| row.get("nom"));
    if name.is_some_and(|name| persons::in_name(name).is_some()) {
        "register-name-person"
    } else {
        "register-name-missing"
    }
}

fn first_line(text: &str, range: &Range<usize>) -> Range<usize> {
    let length = text[range.clone()].lines().next().map_or(0, str::len);
    range.start..range.start + length
}

fn warning(note: &Note, place: Place) -> Diagnostic {
    let warning = Diagnostic::warning(note.what.clone()).at(place);
    // what should not be printed is not shown in a report either
    let rule = note.what.id.ends_with("-person").then_some("PV-PERSON");
    Diagnostic { rule, ..warning }.hint(Message::new("hint-register-left-out"))
}

/// The cells of one row.
struct Cells<'a> {
    table: &'a Table,
    spans: Vec<Range<usize>>,
    row: Range<usize>,
}

impl Cells<'_> {
    fn span(&self, column: &str) -> Range<usize> {
        let at = self.table.lines.columns.iter().position(|known| known == column);
        at.and_then(|at| self.spans.get(at)).cloned().unwrap_or_else(|| first_line(&self.table.file.text, &self.row))
    }

    fn place(&self, column: &str) -> Place {
        self.table.file.place(self.span(column))
    }
}

/// A profile as a text of one key on each line, and the bytes of the table that each line comes from.
fn yaml(made: &Made, cells: &Cells<'_>) -> (String, Vec<Range<usize>>) {
    let (mut text, mut places) = (String::new(), Vec::new());
    let mut line = |words: String, key: &str| {
        text.push_str(&words);
        text.push('\n');
        places.push(cells.span(made.columns.get(key).copied().unwrap_or("nom")));
    };
    for (key, value) in &made.profile {
        match value {
            // JSON is YAML
            Value::Object(parts) if key == "address" => {
                line("address:".to_owned(), "address.street");
                for (part, value) in parts {
                    line(format!("  {part}: {value}"), &format!("address.{part}"));
                }
            }
            value => line(format!("{key}: {value}"), key),
        }
    }
    (text, places)
}
