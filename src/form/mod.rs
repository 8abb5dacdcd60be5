//! The form of a venue: [`page`] shows the file of a venue as a form, [`submit`] changes that file as a filled form asks. Values in,
//! values out: whoever calls it speaks HTTP, checks the token and gives the words.
//!
//! The fields come from the JSON Schema of the file ([`fields`]). Only what was changed is written ([`edit`]); the new text is read
//! again by the reader of content and compared with what was asked, and nothing is saved where they differ or where the venue
//! would have an error. A field left empty is inherited: its key goes.

pub mod edit;
pub mod fields;
mod labels;
mod opened;
mod page;
mod swatches;
mod source;
mod view;
pub mod values;
mod yaml_words;

use std::path::Path;

use crate::diag::{Diagnostic, Diagnostics, Message};
use crate::output;

use edit::Change;
use opened::Opened;
use values::{Pairs, Problem};

/// The style sheet of the form.
pub const STYLE: &str = include_str!("form.css");

/// The script that keeps the sheets beside the form new; the form does without.
pub const SCRIPT: &str = include_str!("form.js");

/// What a form needs that is not in the project.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// Folder of the project.
    pub root: &'a Path,
    /// The words of a message, in the language of the interface.
    pub say: &'a dyn Fn(&Message) -> String,
    /// Code of that language: `fr`.
    pub lang: &'a str,
    /// Secret of this run, which comes back with the form as `token`.
    pub token: &'a str,
    /// Where the form is sent, and where it is shown.
    pub action: &'a str,
    /// Where the preview of all sheets is.
    pub home: &'a str,
    /// Sheets of this venue as they are now.
    pub sheets: &'a [SheetPicture],
    /// Address of [`STYLE`], in a folder that has the Latin fonts of the shipped theme too.
    pub style: &'a str,
    /// Address of [`colours`], which is asked for with `?brand=rrggbb`.
    pub colours: &'a str,
    /// Address of [`SCRIPT`], where there are news to follow.
    pub script: Option<&'a str>,
}

/// A picture of a sheet, beside the form.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct SheetPicture {
    /// Path of the sheet, as the preview names it: `venue/fr/booklet`.
    pub key: String,
    /// Address of the picture, once there is one.
    pub address: Option<String>,
    /// What it is a picture of.
    pub title: String,
    /// Code of the language of the sheet.
    pub lang: String,
    /// Whether it shows an earlier state, because something has to be mended first.
    pub stale: bool,
    /// Width and height of the picture, in any unit.
    pub size: (f64, f64),
}

/// What came of a filled form.
#[derive(Debug)]
pub enum Outcome {
    /// The file says what was asked; whether it had to be changed for that.
    Saved {
        /// Path from the project's folder.
        path: String,
        /// Whether it was written.
        changed: bool,
    },
    /// The form again, with what is wrong or one more row; nothing was written.
    Again(String),
}

/// What is told at the top of a form.
#[derive(Debug, Default)]
struct Notice {
    saved: bool,
    conflict: bool,
    row: Option<String>,
    /// The file that the answers belong to, where it may not be the one that is there now.
    seen: Option<String>,
    problems: Vec<Problem>,
    general: Diagnostics,
}

/// The style sheet that gives a page the colours of a brand, written as `rrggbb`; empty where it is no colour.
pub fn colours(brand: &str) -> String {
    swatches::roles(&format!("#{brand}")).map(|roles| format!(":root{{{}}}\n", roles.properties())).unwrap_or_default()
}

/// The form of a venue as its file is now; `saved` says that it has just been saved.
///
/// # Errors
/// A venue that does not exist, or whose file is not of this project or cannot be read as YAML.
pub fn page(around: &Around<'_>, venue: &str, saved: bool) -> Result<String, Diagnostics> {
    let opened = Opened::open(around.root, venue)?;
    let pairs = values::pairs_of(&opened.fields, &opened.profile);
    page::render(around, &opened, &pairs, &Notice { saved, ..Notice::default() })
}

/// Does what a filled form asks: saves, or adds or removes a row, or shows the form with the colours of its answers.
///
/// # Errors
/// As [`page`], and a file that cannot be written.
pub fn submit(around: &Around<'_>, venue: &str, pairs: Vec<(String, String)>) -> Result<Outcome, Diagnostics> {
    let opened = Opened::open(around.root, venue)?;
    let mut pairs = Pairs(pairs);
    settle_colour(&mut pairs, &opened);
    let act = pairs.one("act").unwrap_or_default().to_owned();
    // until they are saved, the answers belong to the file as it was when they were begun
    let seen = pairs.one("seen").map(str::to_owned);
    let notice = match act.split_once(':') {
        Some(("add", list)) => Notice { row: Some(pairs.add_row(list)), seen, ..Notice::default() },
        Some(("remove", row)) => {
            pairs.remove_row(row);
            Notice { row: row.rsplit_once('.').map(|(list, _)| list.to_owned()), seen, ..Notice::default() }
        }
        _ if act == "look" => Notice { seen, ..Notice::default() },
        _ if seen.as_deref() != Some(opened.hash.as_str()) => Notice { conflict: true, ..Notice::default() },
        _ => match save(around.root, &opened, &pairs) {
            Ok(changed) => return Ok(Outcome::Saved { path: opened.path, changed }),
            Err(refused) => refused,
        },
    };
    page::render(around, &opened, &pairs, &notice).map(Outcome::Again)
}

/// Without a script the two inputs of the colour do not know of each other: the one that was changed wins, the words before the picker.
fn settle_colour(pairs: &mut Pairs, opened: &Opened) {
    let (picked, shown) = (pairs.one("colour_picker"), pairs.one("colour_shown"));
    let was = opened.profile["colour"].as_str().unwrap_or_default();
    let picked = picked.filter(|picked| Some(*picked) != shown).map(str::to_owned);
    if let Some(picked) = picked.filter(|_| pairs.one("colour") == Some(was)) {
        pairs.set("colour", &picked);
    }
}

/// Saves the answers; whether the file had to be changed.
fn save(root: &Path, opened: &Opened, pairs: &Pairs) -> Result<bool, Notice> {
    let (asked, mut problems) = values::profile_of(&opened.fields, &opened.profile, pairs);
    problems.extend(swatches::problem(&opened.profile, &asked));
    if !problems.is_empty() {
        return Err(Notice { problems, ..Notice::default() });
    }
    if asked == opened.profile {
        return Ok(false);
    }
    let general = |error: Diagnostic| Notice { general: vec![error], ..Notice::default() };
    let text = changed(opened, &asked).ok_or_else(|| general(by_hand(&opened.path)))?;
    let (problems, errors) = opened.faults_of(root, &text);
    if !problems.is_empty() || !errors.is_empty() {
        return Err(Notice { problems, general: errors, ..Notice::default() });
    }
    output::rewrite(root, &[(opened.path.clone(), text.into_bytes())]).map_err(general)?;
    Ok(true)
}

/// The file with what is asked, if it then says just that and has kept all its comments.
fn changed(opened: &Opened, asked: &serde_json::Value) -> Option<String> {
    rewritten(&opened.path, &opened.file, &opened.profile, asked)
}

/// A file of a venue that says `old`, changed to say `new`: everything else stays byte for byte. Nothing where it then would not
/// say just that, or would lose a comment.
pub fn rewritten(path: &str, file: &str, old: &serde_json::Value, new: &serde_json::Value) -> Option<String> {
    let text = file.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let changes: Vec<Change> = edit::changes(&text, old, new)?;
    let changed = edit::applied(file, &changes)?;
    let says = opened::profile_of(path, &changed)?;
    (says == *new && edit::comments(&changed)? == edit::comments(&text)?).then_some(changed)
}

/// What the text of a venue file says, if it can be read.
pub fn profile_of(path: &str, text: &str) -> Option<serde_json::Value> {
    opened::profile_of(path, text)
}

/// The lines of a key of a venue file and its value; a group of words, as an address, on one line where there is room.
pub fn entry(key: &str, value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::Object(_) if key == "address" => {
            Some(format!("{}: {}\n", key, yaml_words::one_line(value, false)?))
        }
        _ => yaml_words::entry_lines(key, value, 0),
    }
}

fn by_hand(path: &str) -> Diagnostic {
    let error = Diagnostic::error(Message::new("form-by-hand").arg("path", path)).about(path);
    error.hint(Message::new("hint-form-by-hand").arg("path", path))
}
