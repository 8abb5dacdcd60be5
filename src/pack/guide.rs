//! How the files of a venue are printed, on one page: [`guides`] reads it from the manifest. PDF files that go into the printer
//! together, on the same paper and the same sides, stand together; a file that exists in many languages takes one line.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use crate::content::{Catalog, Words};
use crate::diag::Diagnostics;
use crate::layout::Pages;
use crate::manifest::{Entry, PrintUse};
use crate::model::{Lang, Medium, Mm, PaperSize, Venue};
use crate::plan::date_text;
use crate::theme::Roles;

/// Languages of the guide, with the names of its files: staff reads it.
const LANGUAGES: [(&str, &str, &str); 2] = [("fr", "IMPRIMER.txt", "imprimer.html"), ("en", "PRINT.txt", "print.html")];
/// Larger sheets are for print shops: an office printer takes A3 at most.
const LARGEST: PaperSize = PaperSize::A3;
/// Rules for all files, by key of their words.
const RULES: [&str; 4] = ["guide_scale", "guide_margin", "guide_staple", "guide_folders"];

/// How the files of a venue are printed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Guide {
    /// Title, with the name of the venue.
    pub title: String,
    /// What is true of all files.
    pub rules: Vec<String>,
    /// Files by what is done with them.
    pub groups: Vec<Group>,
}

/// Files that are printed the same way.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// Their paper, or who prints them.
    pub name: String,
    /// On which sides.
    pub how: String,
    /// Sheets of paper for all of them.
    pub total: Option<String>,
    /// What is done besides.
    pub note: Option<String>,
    /// The files.
    pub rows: Vec<Row>,
}

/// A file, in all the languages it exists in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// Title of the document in the language of the guide, where it has one.
    pub title: Option<String>,
    /// Name in the folders of its languages.
    pub file: String,
    /// Sheets of paper, or the size it has in the end, with the folders it is true of.
    pub amounts: Vec<(String, String)>,
}

/// A file that says how the files of a venue are printed.
#[derive(Debug)]
pub struct GuidePage {
    /// Path under the output folder.
    pub path: String,
    /// Its language.
    pub lang: Lang,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What is done with a file, in the order of the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    /// One side.
    Office,
    /// Both sides, flipped on the short edge.
    Fold,
    /// One side, then cut and glued.
    Tiles,
    /// A print shop prints it.
    Shop,
    /// Nobody prints it.
    Screen,
}

/// The guides of a venue, in plain words and as a page, from the entries of its files. There are none where nothing is printed,
/// or the project has no words for them; a theme without the page has only plain words.
///
/// # Errors
/// A mistake in the template of the page.
pub fn guides(
    catalog: &Catalog,
    venue: &Venue,
    roles: &Roles,
    entries: &[Entry],
    pages: &Pages,
) -> Result<Vec<GuidePage>, Diagnostics> {
    let own = |entry: &&Entry| entry.venue.as_ref() == Some(&venue.id);
    let entries: Vec<&Entry> = entries.iter().filter(own).collect();
    let mut files = Vec::new();
    for (code, text_name, page_name) in LANGUAGES {
        let Some(lang) = Lang::parse(code) else { continue };
        let Some(words) = catalog.words.get(&lang).filter(|words| !words.get("guide_title").is_empty()) else {
            continue;
        };
        let guide = Guide::of(venue, &entries, &lang, words);
        if guide.groups.is_empty() {
            continue;
        }
        let mut add = |name: &str, text: String| {
            let path = format!("{}/{name}", venue.id);
            files.push(GuidePage { path, lang: lang.clone(), bytes: text.into_bytes() });
        };
        add(text_name, guide.text());
        if let Some(page) = pages.print_guide(&page_data(&guide, venue, roles, &lang, words))? {
            add(page_name, page);
        }
    }
    Ok(files)
}

fn page_data(guide: &Guide, venue: &Venue, roles: &Roles, lang: &Lang, words: &Words) -> serde_json::Value {
    json!({
        "lang": lang,
        "dir": lang.direction(),
        "colours": roles,
        "words": *words.strings,
        "venue": {"name": venue.name, "place": venue.address.town},
        "date_text": date_text(venue.date, words),
        "pancarte": env!("CARGO_PKG_VERSION"),
        "guide": guide,
    })
}

impl Guide {
    fn of(venue: &Venue, entries: &[&Entry], lang: &Lang, words: &Words) -> Guide {
        let mut groups: BTreeMap<(Use, String), Vec<&Entry>> = BTreeMap::new();
        for entry in entries.iter().filter(|entry| entry.format == "pdf" && entry.mm.is_some()) {
            groups.entry(key(entry)).or_default().push(entry);
        }
        let reader = Reader { venue, entries, lang, words };
        let groups: Vec<Group> = groups.iter().map(|((task, paper), own)| reader.group(*task, paper, own)).collect();
        let folders = reader.folders(entries);
        let rules = RULES.map(|key| words.get(key).replace("{folders}", &folders));
        Guide { title: words.get("guide_title").replace("{venue}", &venue.name), rules: rules.to_vec(), groups }
    }

    /// The guide in plain words.
    pub fn text(&self) -> String {
        let mut text = format!("{}\n\n", self.title);
        for rule in &self.rules {
            text += &format!("- {rule}\n");
        }
        let widest = self.groups.iter().flat_map(|group| &group.rows).map(|row| row.file.chars().count()).max();
        for group in &self.groups {
            let head = [Some(&group.name), Some(&group.how), group.total.as_ref()];
            let head: Vec<&str> = head.into_iter().flatten().map(String::as_str).collect();
            text += &format!("\n{}\n", head.join(" – "));
            if let Some(note) = &group.note {
                text += &format!("{note}\n");
            }
            for row in &group.rows {
                let amounts = row.amounts.iter().map(|(amount, folders)| format!("{amount} ({folders})"));
                let amounts: Vec<String> = amounts.collect();
                text += &format!("  {:width$}  {}\n", row.file, amounts.join(", "), width = widest.unwrap_or_default());
            }
        }
        text
    }
}

/// What is done with a PDF, and its paper; print shops and screens take any.
fn key(entry: &Entry) -> (Use, String) {
    let task = match entry.print_use() {
        Some(PrintUse::Fold) => Use::Fold,
        Some(PrintUse::Tiles) => Use::Tiles,
        Some(PrintUse::Press) => Use::Shop,
        // it is folded from a file of its own
        None if entry.medium.as_deref() == Some(Medium::Booklet.name()) => Use::Screen,
        None if is_too_large(entry) => Use::Shop,
        None => Use::Office,
    };
    let paper = if task < Use::Shop { paper(entry) } else { String::new() };
    (task, paper)
}

fn is_too_large(entry: &Entry) -> bool {
    let (Mm(short), Mm(long)) = LARGEST.dimensions();
    entry.mm.is_some_and(|(width, height)| width.min(height) > short || width.max(height) > long)
}

/// `A3`, upright or on its side, else its sides.
fn paper(entry: &Entry) -> String {
    let (width, height) = entry.mm.unwrap_or_default();
    let upright = (Mm(width.min(height)), Mm(width.max(height)));
    let named = PaperSize::ISO.iter().find(|size| size.dimensions() == upright);
    named.map_or_else(|| format!("{width}\u{a0}×\u{a0}{height}\u{a0}mm"), |size| size.to_string().to_uppercase())
}

fn sheets(entry: &Entry, task: Use) -> usize {
    if task == Use::Fold { entry.pages.div_ceil(2) } else { entry.pages }
}

/// Who reads the guide, and of what.
struct Reader<'a> {
    venue: &'a Venue,
    entries: &'a [&'a Entry],
    lang: &'a Lang,
    words: &'a Words,
}

impl Reader<'_> {
    fn group(&self, task: Use, paper: &str, entries: &[&Entry]) -> Group {
        let word = |key: &str| self.words.get(key).to_owned();
        let (name, how, note) = match task {
            Use::Office => (paper.to_owned(), "guide_one_side", None),
            Use::Fold => (paper.to_owned(), "guide_both_sides", Some("guide_fold")),
            Use::Tiles => (paper.to_owned(), "guide_tiles_sides", Some("guide_tiles")),
            Use::Shop => (word("guide_shop"), "guide_shop_size", Some("guide_press")),
            Use::Screen => (word("guide_screen"), "guide_not_printed", Some("guide_booklet")),
        };
        let total = entries.iter().map(|entry| sheets(entry, task)).sum();
        let mut files: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
        for entry in entries {
            files.entry(file_name(entry)).or_default().push(entry);
        }
        Group {
            name,
            how: word(how),
            total: (task < Use::Shop).then(|| self.words.get("guide_total").replace("{sheets}", &self.count(total))),
            note: note.map(word),
            rows: files.iter().map(|(file, own)| self.row(file, own, task)).collect(),
        }
    }

    fn row(&self, file: &str, entries: &[&Entry], task: Use) -> Row {
        let mut amounts: BTreeMap<(usize, String), Vec<&Entry>> = BTreeMap::new();
        for entry in entries {
            let amount = match task {
                Use::Shop => (0, self.finished(entry)),
                Use::Screen => (entry.pages, format!("{} {}", entry.pages, self.words.get("pages_label"))),
                _ => (sheets(entry, task), self.count(sheets(entry, task))),
            };
            amounts.entry(amount).or_default().push(entry);
        }
        let own = entries.iter().find(|entry| entry.lang.as_deref() == Some(self.lang.code()));
        let ending = format!(" – {}", self.venue.name);
        let title = own.and_then(|entry| entry.title.as_ref()).map(|title| title.trim_end_matches(&ending).to_owned());
        let amounts = amounts.into_iter().map(|((_, amount), own)| (amount, self.folders(&own))).collect();
        Row { title, file: file.to_owned(), amounts }
    }

    fn count(&self, sheets: usize) -> String {
        let key = if sheets == 1 { "guide_sheet" } else { "guide_sheets" };
        self.words.get(key).replace("{count}", &sheets.to_string())
    }

    /// The size that a sheet has when it is cut.
    fn finished(&self, entry: &Entry) -> String {
        let is_sheet = |other: &&&Entry| other.kind == "sheet" && other.sheet_path() == entry.sheet_path();
        let sheet = self.entries.iter().filter(|other| other.mm.is_some()).find(is_sheet);
        paper(sheet.unwrap_or(&entry))
    }

    /// Folders of these files, those of the venue's first languages first.
    fn folders(&self, entries: &[&Entry]) -> String {
        let mut tags: Vec<&str> =
            entries.iter().filter(|e| e.sheet.is_some()).filter_map(|e| e.lang.as_deref()).collect();
        let rank = |tag: &str| {
            let known = |lang: &Lang| tag.split('+').next() == Some(lang.code());
            self.venue.languages.iter().position(known).unwrap_or(usize::MAX)
        };
        tags.sort_by_key(|tag| (rank(tag), *tag));
        tags.dedup();
        tags.join(", ")
    }
}

fn file_name(entry: &Entry) -> &str {
    entry.path.rsplit('/').next().unwrap_or_default()
}
