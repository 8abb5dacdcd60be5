//! A job: one sheet of one venue in one language, with everything a template needs to draw it. [`Job`] is the only data model a
//! theme author learns; Typst reads it as `/job.json`, Tera as its context.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use super::boxes::{KeysFit, Running};
use super::legibility::Legibility;
use super::qr::QrCode;
use super::sheet::Sheet;
use crate::diag::Place;
use crate::fit::Fitted;
use crate::model::{
    Blocked, Date, Direction, Distance, Format, Lang, Languages, Logo, Medium, PrintOptions, Pt, Size, Variant,
};
use crate::theme::{Colour, Roles};

/// One sheet to be made.
#[derive(Debug, Clone, Serialize)]
pub struct Job {
    /// What.
    pub medium: Medium,
    /// Which kind of it.
    pub variant: Option<Variant>,
    /// File name without extension, also the last part of the permanent address.
    pub stem: String,
    /// Language.
    pub lang: Lang,
    /// Direction of reading.
    pub dir: Direction,
    /// Font families, the script's own first.
    pub fonts: Vec<String>,
    /// Title of the document.
    pub title: String,
    /// One sentence about the document.
    pub description: String,
    /// Day printed on the sheet.
    pub date: Date,
    /// The same day in words.
    pub date_text: String,
    /// Width.
    pub width: Pt,
    /// Height.
    pub height: Pt,
    /// 1 % of the short side; of a wallpaper, of its height.
    pub u: Pt,
    /// Pictograms that are mirrored in pages read from the right.
    pub directional: Vec<String>,
    /// The venue.
    pub venue: VenueView,
    /// Strings of the layout.
    #[serde(skip)]
    pub words: Arc<BTreeMap<String, String>>,
    /// Colours by role.
    pub colours: Arc<Roles>,
    /// Grounds of its rows or of its slides, from colour to paper.
    pub grounds: Vec<Colour>,
    /// Whether it is drawn on white with rules instead of tones.
    pub eco: bool,
    /// Version code: five characters from the hash of the words.
    pub code: String,
    /// Permanent address of the sheet.
    pub address: Option<String>,
    /// The QR code of this address.
    pub qr: Option<QrCode>,
    /// Whether some of the words are a machine's and must be marked.
    pub machine: bool,
    /// Figures of the theme for this medium, in `u`.
    pub boxes: Value,
    /// Texts fitted to their boxes, by name of the box.
    pub fits: BTreeMap<String, Fitted>,
    /// Keycaps fitted to their boxes, by name of the box.
    pub keys: BTreeMap<String, KeysFit>,
    /// Lines of running texts, by kind of column and by text.
    pub running: Running,
    /// The words.
    pub sheet: Sheet,
    /// The language beside it on the same sheet; names of its boxes begin with `second-`.
    pub second: Option<SecondLanguage>,

    /// The group of machines it is for, by name.
    pub post: Option<String>,
    /// Its number in a set of pictures that take turns, from 1.
    pub part: Option<usize>,
    /// Whether these machines take a JPEG.
    #[serde(skip)]
    pub jpeg: bool,
    /// What the system draws over it: no text and no pictogram stands there.
    pub zones: Vec<Blocked>,

    /// The European easy-read logo, on a sheet that people concerned have read over.
    pub easy_logo: Option<LogoView>,

    /// Its language, or both.
    #[serde(skip)]
    pub languages: Languages,
    /// How far away it is read.
    #[serde(skip)]
    pub distance: Distance,
    /// What its texts reach, on a poster.
    #[serde(skip)]
    pub legibility: Option<Legibility>,
    /// Smallest size of the text of a box, by name of the box.
    #[serde(skip)]
    pub minima: BTreeMap<String, Pt>,
    /// What is made beside it for printing.
    #[serde(skip)]
    pub print: PrintOptions,

    /// Formats wanted.
    #[serde(skip)]
    pub formats: Vec<Format>,
    /// Size.
    #[serde(skip)]
    pub size: Size,
    /// Whether this job stands for all wallpapers of a language: its page and its text, no picture of its own.
    #[serde(skip)]
    pub only_words: bool,
    /// Where the text of a box was written, by name of the box, for messages.
    #[serde(skip)]
    pub places: BTreeMap<String, Place>,
    /// Logo.
    #[serde(skip)]
    pub logo: Option<Logo>,
    /// The easy-read logo.
    #[serde(skip)]
    pub easy_logo_file: Option<Logo>,
    /// Name of the theme.
    #[serde(skip)]
    pub theme: String,
    /// Content files it was made from.
    #[serde(skip)]
    pub files: Vec<String>,
}

/// The second language of a sheet.
#[derive(Debug, Clone, Serialize)]
pub struct SecondLanguage {
    /// Language.
    pub lang: Lang,
    /// Direction of reading.
    pub dir: Direction,
    /// Font families, the script's own first.
    pub fonts: Vec<String>,
    /// The venue, in this language.
    pub venue: VenueView,
    /// Strings of the layout.
    #[serde(skip)]
    pub words: Arc<BTreeMap<String, String>>,
    /// Whether some of the words are a machine's.
    pub machine: bool,
    /// The words.
    pub sheet: Sheet,
}

/// A venue as a sheet shows it, in one language.
#[derive(Debug, Clone, Serialize)]
pub struct VenueView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its town; may be empty.
    pub place: String,
    /// The organisation it belongs to.
    pub organisation: Option<String>,
    /// Lines of its address.
    pub address: Vec<String>,
    /// Opening hours.
    pub hours: Option<String>,
    /// How to reach help.
    pub contacts: Vec<ContactView>,
    /// Logo.
    pub logo: Option<LogoView>,
}

/// A contact as a sheet shows it.
#[derive(Debug, Clone, Serialize)]
pub struct ContactView {
    /// desk, phone, email or web.
    pub kind: crate::model::ContactKind,
    /// What it is for.
    pub label: String,
    /// The number, address or name.
    pub value: String,
    /// Where a link goes.
    pub href: Option<String>,
}

/// A logo as a template sees it.
#[derive(Debug, Clone, Serialize)]
pub struct LogoView {
    /// Its virtual path.
    pub file: String,
    /// What it shows.
    pub alt: String,
    /// Width divided by height.
    pub ratio: f64,
}

impl Job {
    /// `venue/fr/poster-checklist-a3`: the path of its files without extension.
    pub fn path(&self) -> String {
        format!("{}/{}/{}", self.venue.id, self.languages, self.stem)
    }

    /// A hash of everything that the sheet is made from but its theme: what templates see, and what only the program does.
    pub fn hash(&self) -> blake3::Hash {
        let Job {
            jpeg, languages, distance, legibility, minima, print, formats, size, only_words, theme, files, ..
        } = self;
        let unseen = (jpeg, languages, distance, legibility, minima, print, formats, size, only_words, theme, files);
        let mut hasher = blake3::Hasher::new();
        hasher.update(&serde_json::to_vec(self).unwrap_or_default());
        for words in std::iter::once(&self.words).chain(self.second.as_ref().map(|second| &second.words)) {
            hasher.update(&serde_json::to_vec(words).unwrap_or_default());
        }
        hasher.update(format!("{unseen:?}").as_bytes());
        for logo in self.logo.iter().chain(&self.easy_logo_file) {
            hasher.update(&(logo.bytes.len() as u64).to_le_bytes()).update(&logo.bytes);
        }
        hasher.finalize()
    }

    /// Puts the European easy-read logo on the sheet, where people concerned have read every language of it over. Nothing else may
    /// carry it: that is the condition of Inclusion Europe.
    pub fn carry_easy_logo(&mut self, logo: &Logo) {
        let sheets = std::iter::once(&self.sheet).chain(self.second.as_ref().map(|second| &second.sheet));
        let mut reviews = sheets.map(|sheet| sheet.easy_read().and_then(|sheet| sheet.review.as_ref()));
        if reviews.all(|review| review.is_some_and(|review| !review.names.is_empty())) {
            let (file, alt) = (format!("/easy-logo.{}", logo.extension), self.word("easy_logo_alt").to_owned());
            self.easy_logo = Some(LogoView { file, alt, ratio: logo.ratio });
            self.easy_logo_file = Some(logo.clone());
        }
    }

    /// A word of the layout.
    pub fn word(&self, key: &str) -> &str {
        self.words.get(key).map(String::as_str).unwrap_or_default()
    }

    /// Everything the sheet says, in lines.
    pub fn plain(&self) -> String {
        let mut lines = vec![self.title.clone(), String::new()];
        lines.extend(self.sheet.plain());
        if let Some(second) = &self.second {
            lines.push(String::new());
            lines.extend(second.sheet.plain());
        }
        lines.push(String::new());
        if self.machine {
            let words =
                self.second.as_ref().filter(|second| second.machine).map_or(&self.words, |second| &second.words);
            lines.push(words.get("machine_mark").cloned().unwrap_or_default());
        }
        let place = if self.venue.place.is_empty() { String::new() } else { format!(", {}", self.venue.place) };
        lines.push(format!("{}{place}", self.venue.name));
        if self.medium.is_poster() {
            lines.extend(self.venue.address.iter().chain(&self.venue.hours).cloned());
        }
        lines.extend(self.address.clone());
        lines.push(format!("{} {}", self.word("code_label"), self.code));
        lines.join("\n") + "\n"
    }
}
