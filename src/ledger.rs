//! What an output folder remembers of its last build, in files of its own that begin with a checksum: a [`Record`] for each venue
//! says from what its files were made and how they stood on the disk, so that the next build makes only what changed. [`Told`] is
//! what was said of them, to be said again. Nothing here touches a disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::diag::{Diagnostic, Diagnostics, Message, Place, Severity};
use crate::files::Files;
use crate::manifest::Entry;
use crate::plan::Gap;

/// The folder of an output folder that holds its records.
pub const FOLDER: &str = ".pancarte";
/// The record of files that belong to no venue.
pub const WHOLE: &str = "";
/// The note of the last whole build.
pub const BUILD: &str = "build";
/// First line of a record; the number changes with its shape.
const HEAD: &str = "pancarte-record-1";

/// What is remembered of the files of one venue, or of those that belong to none.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Record {
    /// The venue.
    pub venue: String,
    /// Hash of all that its files are made from; empty where they are not complete.
    pub key: String,
    /// Its files, in the order of their paths.
    pub entries: Vec<Entry>,
    /// How they stood on the disk after they were written, by path; copies for the site too.
    pub stands: BTreeMap<String, Stand>,
    /// What only the next build needs.
    pub rest: Rest,
}

/// What only the next build needs of a record.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Rest {
    /// From what each of its sheets was made, by path of the sheet.
    pub sheets: BTreeMap<String, SheetRecord>,
    /// What was said of it.
    pub told: Told,
    /// What of it could not be made for want of words.
    pub gaps: BTreeSet<Gap>,
    /// What pages of the whole site know of it.
    pub summaries: serde_json::Value,
}

/// From what a sheet was made.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetRecord {
    /// Hash of the job and of the program.
    pub key: String,
    /// Files of the theme that were opened, each with its hash.
    pub reads: BTreeMap<String, String>,
    /// Paths of its files.
    pub paths: Vec<String>,
    /// What was said of it.
    pub told: Told,
}

/// How a file stood on the disk.
#[derive(Debug, Clone, PartialEq)]
pub struct Stand {
    /// Bytes.
    pub bytes: u64,
    /// When it was changed last, in nanoseconds since 1970.
    pub changed: u128,
    /// BLAKE3 of its bytes, in hexadecimal digits.
    pub blake3: String,
}

impl Record {
    /// The record as a file.
    pub fn write(&self) -> Vec<u8> {
        let mut body = format!("{}\n{}\n", self.venue, self.key);
        for (path, stand) in &self.stands {
            let _ = writeln!(body, "{} {} {} {path}", stand.bytes, stand.changed, stand.blake3);
        }
        body.push('\n');
        for entry in &self.entries {
            body += &serde_json::to_string(entry).unwrap_or_default();
            body.push('\n');
        }
        body.push('\n');
        body += &serde_json::to_string(&self.rest).unwrap_or_default();
        sealed(&body)
    }

    /// The record in a file; nothing where the file is damaged, cut off, or of another version.
    pub fn read(bytes: &[u8]) -> Option<Record> {
        let parts = Parts::of(bytes)?;
        let entries = parts.entries.lines().map(|line| serde_json::from_str(line).ok()).collect::<Option<_>>()?;
        let rest = serde_json::from_str(parts.rest).ok()?;
        let stands = parts.stands().map(|(path, stand)| (path.to_owned(), stand)).collect();
        Some(Record { venue: parts.venue.to_owned(), key: parts.key.to_owned(), entries, stands, rest })
    }
}

/// The parts of a record that are not taken apart yet.
#[derive(Debug)]
pub struct Parts<'a> {
    /// The venue.
    pub venue: &'a str,
    /// Hash of all that its files are made from.
    pub key: &'a str,
    stands: &'a str,
    /// Its files, a line of JSON for each.
    pub entries: &'a str,
    rest: &'a str,
}

impl<'a> Parts<'a> {
    /// The parts of a record; nothing where it is damaged, cut off, or of another version.
    pub fn of(bytes: &'a [u8]) -> Option<Self> {
        let body = unsealed(bytes)?;
        let (venue, body) = body.split_once('\n')?;
        let (key, body) = body.split_once('\n')?;
        let (stands, body) =
            if let Some(body) = body.strip_prefix('\n') { ("", body) } else { body.split_once("\n\n")? };
        let (entries, rest) =
            if let Some(body) = body.strip_prefix('\n') { ("", body) } else { body.split_once("\n\n")? };
        Some(Parts { venue, key, stands, entries, rest })
    }

    /// How its files stood, by path.
    pub fn stands(&self) -> impl Iterator<Item = (&'a str, Stand)> {
        self.stands.lines().filter_map(|line| {
            let mut parts = line.splitn(4, ' ');
            let (bytes, changed) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
            let (blake3, path) = (parts.next()?.to_owned(), parts.next()?);
            Some((path, Stand { bytes, changed, blake3 }))
        })
    }

    /// The rest, taken apart.
    pub fn rest(&self) -> Option<Rest> {
        serde_json::from_str(self.rest).ok()
    }
}

/// A text under its checksum.
pub fn sealed(body: &str) -> Vec<u8> {
    format!("{HEAD} {}\n{body}", blake3::hash(body.as_bytes()).to_hex()).into_bytes()
}

/// The text under a checksum that is right.
pub fn unsealed(bytes: &[u8]) -> Option<&str> {
    let (head, body) = std::str::from_utf8(bytes).ok()?.split_once('\n')?;
    let seal = head.strip_prefix(HEAD)?.strip_prefix(' ')?;
    (blake3::hash(body.as_bytes()).to_hex().as_str() == seal).then_some(body)
}

/// Where a record stands under the output folder: a venue in one of 256 folders, so that none holds thousands of files.
pub fn path(venue: &str) -> String {
    if venue == WHOLE {
        return format!("{FOLDER}/whole");
    }
    let folder = blake3::hash(venue.as_bytes()).to_hex();
    format!("{FOLDER}/venues/{}/{}", &folder[..2], venue.replace('/', "+"))
}

/// Texts of a project that diagnostics stand in, each read once: a table of venues has one for thousands of places.
#[derive(Debug)]
pub struct Texts<'a> {
    files: &'a Files,
    read: Mutex<BTreeMap<String, Option<Arc<str>>>>,
}

impl<'a> Texts<'a> {
    /// The texts of these files.
    pub fn of(files: &'a Files) -> Self {
        Texts { files, read: Mutex::default() }
    }

    fn get(&self, path: &str) -> Option<Arc<str>> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let text = || self.files.text(path).ok().map(|file| file.text);
        read.entry(path.to_owned()).or_insert_with(text).clone()
    }
}

/// What was said: warnings, each with its place but without the text it stands in.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Told(Vec<ToldOne>);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct ToldOne {
    severity: u8,
    rule: Option<String>,
    message: ToldMessage,
    place: Option<(String, usize, usize)>,
    path: Option<String>,
    hint: Option<ToldMessage>,
}

type ToldMessage = (String, Vec<(String, String)>);

impl Told {
    /// What these diagnostics say.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let message = |message: &Message| {
            let args = message.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
            (message.id.to_owned(), args)
        };
        let one = |told: &Diagnostic| ToldOne {
            severity: told.severity as u8,
            rule: told.rule.map(str::to_owned),
            message: message(&told.message),
            place: told.place.as_ref().map(|place| (place.path.clone(), place.span.start, place.span.end)),
            path: told.path.clone(),
            hint: told.hint.as_ref().map(message),
        };
        Told(diagnostics.iter().map(one).collect())
    }

    /// The same diagnostics; their places are looked up in the files, which are those of then.
    pub fn again(&self, texts: &Texts<'_>) -> Diagnostics {
        let message = |(id, args): &ToldMessage| Message {
            id: kept(id),
            args: args.iter().map(|(name, value)| (kept(name), value.clone())).collect(),
        };
        let place = |(path, start, end): &(String, usize, usize)| {
            texts.get(path).map(|text| Place::new(path, &text, *start..*end))
        };
        let one = |told: &ToldOne| Diagnostic {
            severity: [Severity::Notice, Severity::Warning, Severity::Error][usize::from(told.severity.min(2))],
            rule: told.rule.as_deref().map(kept),
            message: message(&told.message),
            place: told.place.as_ref().and_then(place),
            path: told.path.clone(),
            hint: told.hint.as_ref().map(message),
        };
        self.0.iter().map(one).collect()
    }
}

/// The same text, kept as long as the program runs: ids and names of messages are few.
fn kept(text: &str) -> &'static str {
    static KEPT: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());
    let mut known = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = known.iter().find(|known| **known == text) {
        return known;
    }
    let text: &'static str = Box::leak(text.to_owned().into_boxed_str());
    known.push(text);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> Record {
        let stand = Stand { bytes: 3, changed: 17, blake3: "ab".to_owned() };
        Record {
            venue: "51/lieu".to_owned(),
            key: "k".to_owned(),
            stands: BTreeMap::from([("51/lieu/fr/a b.pdf".to_owned(), stand)]),
            ..Record::default()
        }
    }

    #[test]
    fn a_record_is_read_back_or_not_at_all() {
        let bytes = record().write();
        assert_eq!(Record::read(&bytes), Some(record()));
        assert_eq!(Record::read(&Record::default().write()), Some(Record::default()));
        for cut in 0..bytes.len() {
            assert_eq!(Record::read(&bytes[..cut]), None, "cut at {cut}");
            let mut damaged = bytes.clone();
            damaged[cut] ^= 1;
            assert_eq!(Record::read(&damaged), None, "damaged at {cut}");
        }
    }

    #[test]
    fn what_was_told_is_told_again() {
        let files = Files::memory(BTreeMap::from([("content/kit.yaml".to_owned(), b"a: 1\n".to_vec())]));
        let place = Place::new("content/kit.yaml", &"a: 1\n".into(), 3..4);
        let told = Diagnostic::warning(Message::new("x").arg("n", 1)).at(place).hint(Message::new("y"));
        assert_eq!(Told::of(std::slice::from_ref(&told)).again(&Texts::of(&files)), [told]);
    }
}
