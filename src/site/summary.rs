//! What the pages of the whole site know of one venue: a [`Summary`], made beside the pages of the venue ([`summaries`]) and small
//! enough that those of all venues can be read again and again from a disk.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::assets::add_page;
use super::map;
use super::{Chunk, home, venues};
use crate::manifest::{Entry, FileKind, SiteFile};
use crate::model::{Lang, Letters, Medium, Venue};
use crate::theme::Roles;

/// What a link to a venue says of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Id, with the folder it stands in if any.
    pub id: String,
    /// Name.
    pub name: String,
    /// Brand colour: red, green, blue.
    pub colour: [u8; 3],
    /// Street and number.
    pub street: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Town.
    pub town: Option<String>,
    /// Who runs it.
    pub organisation: Option<String>,
    /// Languages of its pages, its own first.
    pub languages: Vec<Lang>,
    /// Those in which other sites can take its advice.
    pub embedded: Vec<Lang>,
}

impl Card {
    /// Its colours.
    pub fn roles(&self) -> Roles {
        let [red, green, blue] = self.colour;
        Roles::of(palette::Srgb::new(red, green, blue))
    }

    /// The language in which the venue speaks to a reader: the reader's where it has it, else its first.
    pub fn reader_language(&self, lang: &Lang) -> Lang {
        let first = self.languages.first().unwrap_or(lang);
        if self.languages.contains(lang) { lang.clone() } else { first.clone() }
    }
}

/// Sheets of a group as the first page shows them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// Name of the group.
    pub group: String,
    /// Sizes of its sheets.
    pub sizes: String,
    /// Pages of the first of them.
    pub pages: Option<u64>,
    /// How many there are.
    pub count: usize,
    /// Pictures of one or two, with width and height in pixels, by path in the folder of the venue.
    pub pictures: Vec<(String, Option<u64>, Option<u64>)>,
}

/// What is known of one venue that has sheets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// What links to it say.
    pub card: Card,
    /// Tips that one of its sheets shows, by id.
    pub tips: BTreeSet<String>,
    /// Sheets with a thumbnail, and PDF files.
    pub counts: (usize, usize),
    /// Whose work its logo is.
    pub logo: Option<String>,
    /// What the first page shows of it, by language.
    pub panels: BTreeMap<Lang, Vec<Panel>>,
    /// Folders of its pages that lists of pages name, in its own, by language or languages: empty for the page of the venue.
    pub pages: BTreeMap<String, BTreeSet<String>>,
    /// Letters of its pages and sheets, which fonts must have.
    pub letters: String,
}

impl Summary {
    /// Paths of its pages under the site.
    pub fn paths(&self) -> impl Iterator<Item = String> {
        let id = &self.card.id;
        self.pages.iter().flat_map(move |(tag, folders)| {
            folders.iter().map(move |folder| match folder.as_str() {
                "" => format!("{id}/{tag}/index.html"),
                folder => format!("{id}/{tag}/{folder}/index.html"),
            })
        })
    }
}

/// What is known of the venues of a chunk that have sheets, in the order of their ids; `files` are their pages.
pub fn summaries(chunk: &Chunk<'_>, files: &[SiteFile]) -> Vec<Summary> {
    let mut letters: BTreeMap<&str, Letters> = BTreeMap::new();
    let mut pages: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for file in files {
        let (FileKind::Venue { venue } | FileKind::Sheet { venue, .. }) = &file.kind else { continue };
        add_page(letters.entry(venue).or_default(), file);
        if matches!(file.kind, FileKind::Venue { .. }) {
            pages.entry(venue).or_default().push(&file.path);
        }
    }
    let known = |venue: &Venue| {
        let id = venue.id.as_str();
        let entries = chunk.by_venue.get(id)?;
        Some(summary(chunk, venue, entries, &letters.remove(id).unwrap_or_default(), pages.get(id)))
    };
    chunk.site.catalog.venues.values().filter_map(known).collect()
}

fn summary(
    chunk: &Chunk<'_>,
    venue: &Venue,
    entries: &[&Entry],
    letters: &Letters,
    made: Option<&Vec<&str>>,
) -> Summary {
    // pages of an earlier build stay: their letters are those of the sheets of their venue
    let mut letters = letters.all().clone();
    if let Some(known) = chunk.source.known.get(venue.id.as_str()) {
        letters.extend(known.outline.uses.letters.values().flat_map(Letters::all));
    }
    let languages = venues::languages(chunk, venue);
    let count = |is: &dyn Fn(&Entry) -> bool| entries.iter().filter(|entry| is(entry)).count();
    let mut pages = listed(entries);
    for path in made.into_iter().flatten() {
        let folder = path.strip_prefix(&format!("{}/", venue.id)).and_then(|path| path.strip_suffix("/index.html"));
        let Some(folder) = folder else { continue };
        let (tag, page) = folder.split_once('/').unwrap_or((folder, ""));
        pages.entry(tag.to_owned()).or_default().insert(page.to_owned());
    }
    let embedded = languages.iter().filter(|lang| venues::embedded(chunk, venue, lang).is_some());
    Summary {
        card: Card {
            id: venue.id.clone(),
            name: venue.name.clone(),
            colour: venue.colour.into(),
            street: venue.address.street.clone(),
            postcode: venue.address.postcode.clone(),
            town: venue.address.town.clone(),
            organisation: venue.organisation.clone(),
            languages: languages.to_vec(),
            embedded: embedded.cloned().collect(),
        },
        tips: shown(chunk, entries),
        counts: (
            count(&|entry| entry.kind == "thumbnail"),
            count(&|entry| entry.kind == "sheet" && entry.format == "pdf"),
        ),
        logo: venue.logo.as_ref().and_then(|logo| logo.credit.clone()),
        panels: languages.iter().map(|lang| (lang.clone(), home::panels(entries, &venue.id, lang))).collect(),
        pages,
        letters: letters.into_iter().collect(),
    }
}

/// Pages of all sheets that stand, made today or before. Pages that stand for others, and those of sheets no longer made, are left out.
fn listed(entries: &[&Entry]) -> BTreeMap<String, BTreeSet<String>> {
    let mut pages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.kind == "sheet") {
        let (Some(lang), Some(stem)) = (&entry.lang, &entry.sheet) else { continue };
        let medium = entry.medium.as_deref();
        if medium != Some(Medium::Wallpaper.name()) || medium == Some(stem) {
            pages.entry(lang.clone()).or_default().insert(stem.clone());
        }
    }
    pages
}

/// Tips that a sheet was made from.
fn shown(chunk: &Chunk<'_>, entries: &[&Entry]) -> BTreeSet<String> {
    let made_from: BTreeSet<&str> = entries.iter().flat_map(|entry| &entry.made_from).map(String::as_str).collect();
    let tips = chunk.site.catalog.tips.values();
    let shown = tips.filter(|tip| tip.words.values().any(|words| made_from.contains(words.action_place.path.as_str())));
    shown.map(|tip| tip.id.clone()).collect()
}

/// A picture of a sheet, by path in the folder of its venue.
pub fn picture(sheet: &Value, id: &str) -> (String, Option<u64>, Option<u64>) {
    let first = sheet["pictures"].as_array().and_then(|pictures| pictures.first());
    let path = first.or(Some(&sheet["thumbnail"])).and_then(Value::as_str).unwrap_or_default();
    let own = path.strip_prefix(&format!("{id}/")).unwrap_or(path);
    (own.to_owned(), sheet["thumbnail_width"].as_u64(), sheet["thumbnail_height"].as_u64())
}

/// The page of a venue in the language in which it speaks to a reader.
pub fn page(card: &Card, lang: &Lang) -> String {
    map::venue(&card.id, card.reader_language(lang).code())
}
