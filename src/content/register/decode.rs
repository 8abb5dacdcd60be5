//! Bytes of a register become text and rows: [`text`], [`read`].

use std::collections::BTreeMap;
use std::ops::Range;

use csv::{ReaderBuilder, StringRecord};
use serde_json::Value;

use super::map::Mapping;
use crate::diag::{Diagnostic, Message};

/// Signs that part the cells of a line, the usual one first.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// A row of a register, under the names of the national schema where its columns are known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// Line of the file where it begins, from 1; in JSON the number of the object.
    pub line: usize,
    /// Values that are there, trimmed, by column.
    pub cells: BTreeMap<String, String>,
}

impl Row {
    /// The value of a column; nothing where it is empty.
    pub fn get(&self, column: &str) -> Option<&str> {
        self.cells.get(column).map(String::as_str)
    }

    /// The values of a column that holds several.
    pub fn many(&self, column: &str) -> Vec<&str> {
        let cell = self.get(column).unwrap_or_default();
        cell.split('|').map(str::trim).filter(|value| !value.is_empty()).collect()
    }
}

/// A text in UTF-8 or UTF-16, or in Windows-1252 as old office programs write it; without byte order mark, with line ends `\n`.
pub fn text(bytes: &[u8]) -> String {
    let (encoding, bytes) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, &bytes[mark..]),
        None if std::str::from_utf8(bytes).is_ok() => (encoding_rs::UTF_8, bytes),
        None => (encoding_rs::WINDOWS_1252, bytes),
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The rows of a CSV text.
pub(super) struct Lines {
    /// What parts the cells.
    pub(super) separator: u8,
    /// Names of the columns, known ones under the name of the schema.
    pub(super) columns: Vec<String>,
    /// Bytes of each row, without its line end.
    pub(super) rows: Vec<Range<usize>>,
}

/// Finds the rows of a CSV text.
pub(super) fn lines(text: &str, mapping: &Mapping) -> Lines {
    let separator = separator(text);
    let mut reader =
        ReaderBuilder::new().delimiter(separator).flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut record = csv::ByteRecord::new();
    let mut starts = Vec::new();
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let start = record.position().map_or(0, csv::Position::byte);
        starts.push(usize::try_from(start).unwrap_or(text.len()));
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let trimmed = |(start, end): (usize, usize)| {
        let blank = text[start..end].len() - text[start..end].trim_start_matches('\n').len();
        start + blank..start + text[start..end].trim_end_matches('\n').len().max(blank)
    };
    let mut rows: Vec<Range<usize>> = starts.iter().copied().zip(ends).map(trimmed).collect();
    rows.retain(|row| !row.is_empty());
    let columns = if rows.is_empty() { Vec::new() } else { values(&text[rows.remove(0)], separator) };
    let columns = columns.iter().map(|column| mapping.column(column)).collect();
    Lines { separator, columns, rows }
}

impl Lines {
    /// The row of these bytes; values are mapped.
    pub(super) fn row(&self, text: &str, range: &Range<usize>, line: usize, mapping: &Mapping) -> Row {
        let values = values(&text[range.clone()], self.separator);
        row_of(line, self.columns.iter().cloned().zip(values), mapping)
    }

    /// The bytes of each cell of a row, its quotes included.
    pub(super) fn cells(&self, text: &str, range: &Range<usize>) -> Vec<Range<usize>> {
        let (mut cells, mut start, mut quoted) = (Vec::new(), range.start, false);
        for (at, byte) in text.as_bytes()[range.clone()].iter().enumerate() {
            let at = range.start + at;
            if *byte == b'"' {
                quoted = !quoted;
            } else if *byte == self.separator && !quoted {
                cells.push(start..at);
                start = at + 1;
            }
        }
        cells.push(start..range.end);
        cells
    }
}

/// Cells of one row.
fn values(row: &str, separator: u8) -> Vec<String> {
    let mut reader =
        ReaderBuilder::new().delimiter(separator).flexible(true).has_headers(false).from_reader(row.as_bytes());
    let mut record = StringRecord::new();
    let _ = reader.read_record(&mut record);
    record.iter().map(str::to_owned).collect()
}

/// What parts the cells of the first line.
fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    let most = SEPARATORS.iter().map(count).max().unwrap_or_default();
    SEPARATORS.iter().copied().find(|separator| count(separator) == most).unwrap_or(b',')
}

fn row_of(line: usize, cells: impl IntoIterator<Item = (String, String)>, mapping: &Mapping) -> Row {
    let mut row = Row { line, cells: BTreeMap::new() };
    for (column, value) in cells {
        let value = mapping.value(&column, value.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}'));
        // of two columns of one name the first that says something holds
        if !value.is_empty() && !column.is_empty() {
            row.cells.entry(column).or_insert(value);
        }
    }
    row
}

/// A register that was read.
#[derive(Debug, Default)]
pub struct Register {
    /// Columns, known ones under the name of the schema.
    pub columns: Vec<String>,
    /// Its rows, also those that say nothing.
    pub rows: Vec<Row>,
}

/// Reads a register: JSON where the text begins as a list does, else CSV.
///
/// # Errors
/// JSON that is no list of objects; a file without a column of names.
pub fn read(bytes: &[u8], mapping: &Mapping) -> Result<Register, Diagnostic> {
    let text = text(bytes);
    let register =
        if text.trim_start().starts_with('[') { read_json(&text, mapping)? } else { read_csv(&text, mapping) };
    let named = register.columns.iter().any(|column| column == "nom" || column == "name");
    let error = Diagnostic::error(Message::new("register-no-name")).hint(Message::new("hint-register-no-name"));
    if named { Ok(register) } else { Err(error) }
}

fn read_csv(text: &str, mapping: &Mapping) -> Register {
    let lines = lines(text, mapping);
    let (mut line, mut at) = (1, 0);
    let rows = lines.rows.iter().map(|range| {
        line += text[at..range.start].matches('\n').count();
        at = range.start;
        lines.row(text, range, line, mapping)
    });
    let rows = rows.collect();
    Register { columns: lines.columns, rows }
}

fn read_json(text: &str, mapping: &Mapping) -> Result<Register, Diagnostic> {
    let objects: Vec<serde_json::Map<String, Value>> = serde_json::from_str(text).map_err(|error| {
        let message = Message::new("register-json").arg("reason", error);
        Diagnostic::error(message).hint(Message::new("hint-register-json"))
    })?;
    let mut columns: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    for (number, object) in objects.into_iter().enumerate() {
        let cells: Vec<(String, String)> =
            object.into_iter().map(|(key, value)| (mapping.column(&key), words(&value))).collect();
        for (column, _) in &cells {
            if !columns.contains(column) {
                columns.push(column.clone());
            }
        }
        rows.push(row_of(number + 1, cells, mapping));
    }
    Ok(Register { columns, rows })
}

/// A value of JSON as a cell says it.
fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(words).collect::<Vec<_>>().join("|"),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<(usize, Vec<(String, String)>)> {
        let register = read(bytes, &Mapping::default()).unwrap();
        register.rows.into_iter().map(|row| (row.line, row.cells.into_iter().collect())).collect()
    }

    fn cell(column: &str, value: &str) -> (String, String) {
        (column.to_owned(), value.to_owned())
    }

    #[test]
    fn files_of_all_kinds_read_alike() {
        let wanted = vec![(2, vec![cell("commune", "Évry"), cell("nom", "Été")]), (3, vec![cell("nom", "b, c")])];
        assert_eq!(rows("nom,commune\nÉté,Évry\n\"b, c\",\n".as_bytes()), wanted);
        assert_eq!(rows("\u{feff}Nom;Commune\r\nÉté;Évry\r\nb, c;\r\n".as_bytes()), wanted);
        assert_eq!(rows("NOM\tCommune\nÉté\t Évry \nb, c\n".as_bytes()), wanted);
        assert_eq!(rows(b"nom;commune\n\xc9t\xe9;\xc9vry\nb, c"), wanted);
        let utf16: Vec<u8> =
            "\u{feff}nom;commune\nÉté;Évry\nb, c\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(rows(&utf16), wanted);
    }

    #[test]
    fn lines_are_counted_through_breaks_in_cells() {
        let found = rows(b"nom,commune\n\"a\nb\",c\n\nd,e\n");
        assert_eq!(found.iter().map(|row| row.0).collect::<Vec<_>>(), [2, 5]);
    }

    #[test]
    fn json_is_read() {
        let json = r#"[{"nom": "a", "services": ["x", "y"], "latitude": 1.5, "id": null}]"#;
        assert_eq!(
            rows(json.as_bytes()),
            [(1, vec![cell("latitude", "1.5"), cell("nom", "a"), cell("services", "x|y")])]
        );
        assert!(read(b"[1]", &Mapping::default()).is_err());
        assert!(read(b"a,b\n1,2\n", &Mapping::default()).is_err());
    }
}
