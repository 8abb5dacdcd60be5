//! A job: one sheet of one venue in one language, with everything a template needs to draw it. [`Job`] is the only data model a
//! theme author learns; Typst reads it as `/job.json`, Tera as its context.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use super::sheet::Sheet;
use crate::diag::Place;
use crate::fit::Fitted;
use crate::model::{Date, Direction, Format, Lang, Logo, Medium, Pt, Size, Variant};
use crate::theme::Roles;

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
    /// 1 % of the short side.
    pub u: Pt,
    /// Pictograms that are mirrored in pages read from the right.
    pub directional: Vec<String>,
    /// The venue.
    pub venue: VenueView,
    /// Strings of the layout.
    pub words: Arc<BTreeMap<String, String>>,
    /// Colours by role.
    pub colours: Arc<Roles>,
    /// Version code: five characters from the hash of the words.
    pub code: String,
    /// Permanent address of the sheet.
    pub address: Option<String>,
    /// Whether some of the words are a machine's and must be marked.
    pub machine: bool,
    /// Figures of the theme for this medium, in `u`.
    pub boxes: Value,
    /// Texts fitted to their boxes, by name of the box.
    pub fits: BTreeMap<String, Fitted>,
    /// Sizes of keycaps fitted to their boxes, by name of the box.
    pub key_sizes: BTreeMap<String, Pt>,
    /// The words.
    pub sheet: Sheet,

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
    /// Name of the theme.
    #[serde(skip)]
    pub theme: String,
    /// Content files it was made from.
    #[serde(skip)]
    pub files: Vec<String>,
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
        format!("{}/{}/{}", self.venue.id, self.lang, self.stem)
    }

    /// Everything the sheet says, in lines.
    pub fn plain(&self) -> String {
        let mut lines = vec![self.title.clone(), String::new()];
        lines.extend(self.sheet.plain());
        lines.push(String::new());
        if self.machine {
            lines.push(self.words.get("machine_mark").cloned().unwrap_or_default());
        }
        let place = if self.venue.place.is_empty() { String::new() } else { format!(", {}", self.venue.place) };
        lines.push(format!("{}{place}", self.venue.name));
        lines.extend(self.address.clone());
        lines.push(format!("{} {}", self.words.get("code_label").map(String::as_str).unwrap_or_default(), self.code));
        lines.join("\n") + "\n"
    }
}

/// Five characters of Crockford's alphabet, which has no I, L, O and U, from the hash of what a sheet says.
pub fn version_code(words: &str) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let hash = blake3::hash(words.as_bytes());
    hash.as_bytes()[..5].iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_change_with_the_words() {
        assert_eq!(version_code("a"), version_code("a"));
        assert_ne!(version_code("a"), version_code("b"));
        assert_eq!(version_code("").len(), 5);
    }
}
