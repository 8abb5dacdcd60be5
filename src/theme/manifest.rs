//! `theme.yaml` and its types: every box of a boxed medium is a figure in `u`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::licences::LicenceFile;
use crate::content::parse_yaml;
use crate::diag::{Diagnostic, Diagnostics, Message, Place, did_you_mean};
use crate::files::{Files, TextFile};
use crate::model::Medium;

/// `theme.yaml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ThemeFile {
    /// Its name.
    pub name: String,
    /// Licences of what it holds.
    pub licence: String,
    /// Licence of every font and picture.
    #[serde(default)]
    pub licences: Vec<LicenceFile>,
    /// Font families by direction of the script; the first that has a glyph is used.
    pub families: Families,
    /// Pictograms that point forward: mirrored in pages read from the right.
    #[serde(default)]
    pub directional: Vec<String>,
    /// Keys of `words/<lang>.yaml` that its templates use.
    #[serde(default)]
    pub words: Vec<String>,
    /// Typst template of what stands around the pages of print-only files.
    #[serde(default = "usual_marks")]
    pub marks: String,
    /// What it can make.
    pub media: BTreeMap<Medium, MediumFile>,
    /// Boxes of the media that are made of boxes.
    pub boxes: BoxesFile,
}

fn usual_marks() -> String {
    "print-marks.typ".to_owned()
}

/// Font families.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Families {
    /// Scripts read from the left.
    pub ltr: Vec<String>,
    /// Scripts read from the right.
    pub rtl: Vec<String>,
}

/// How a theme makes a medium.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MediumFile {
    /// Typst template, drawn on paper or screen.
    pub template: String,
    /// Tera template, for the web page.
    pub page: String,
}

/// Boxes of the media that are made of boxes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BoxesFile {
    /// The checklist.
    pub checklist: ChecklistBoxes,
    /// One tip.
    pub tip: TipBoxes,
    /// Wallpapers.
    pub wallpaper: WallpaperBoxes,
    /// Slides.
    pub signage: SignageBoxes,
    /// The booklet.
    pub booklet: BookletBoxes,
    /// The easy-read sheet.
    pub easy_read: EasyReadBoxes,
}

/// Boxes of the checklist poster, in `u`: largest sizes only, as the smallest come from the distance it is read at.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChecklistBoxes {
    /// Margin.
    pub margin: f64,
    /// Height of the head.
    pub head: f64,
    /// Lowest head, where the rows need the room.
    pub head_min: f64,
    /// Height of the head of a sheet on its side, whose title stands on one line.
    pub head_wide: f64,
    /// Room over the title and under it.
    pub title_pad: f64,
    /// Room kept at the end of the first line for the hero.
    pub hero_room: f64,
    /// Size of the hero.
    pub hero: f64,
    /// Width of the column of pictograms.
    pub column: f64,
    /// Between the column and the numbers.
    pub gutter: f64,
    /// Width of the numbers.
    pub number: f64,
    /// Margin at the end of the rows.
    pub end: f64,
    /// Lowest foot.
    pub foot: f64,
    /// Room in a row that is not text.
    pub row_pad: f64,
    /// Between an action and its keys.
    pub key_gap: f64,
    /// Weight of a row with one line of keys; a plain row weighs 1.
    pub key_row: f64,
    /// Largest title.
    pub title_max: f64,
    /// Largest action.
    pub action_max: f64,
    /// Size of the letters on keys.
    pub keys: f64,
    /// Largest line of help.
    pub help_max: f64,
    /// Largest name of the venue.
    pub name_max: f64,
    /// Largest address, hours, web address and version.
    pub details_max: f64,
}

/// Boxes of the one-tip poster, in `u`: largest sizes only.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TipBoxes {
    /// Margin.
    pub margin: f64,
    /// Largest title.
    pub title_max: f64,
    /// Height of the room for the title.
    pub title_height: f64,
    /// Largest support line.
    pub support_max: f64,
    /// Largest name of the venue.
    pub name_max: f64,
    /// Largest address, hours, web address and version.
    pub details_max: f64,
    /// Size of the letters on keys.
    pub keys: f64,
    /// Between the parts.
    pub gap: f64,
    /// Largest picture.
    pub art_max: f64,
    /// Smallest picture.
    pub art_min: f64,
}

/// Boxes of pictures for screens, in hundredths of the height; a text is never under 2.6 % of it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WallpaperBoxes {
    /// Margin in the part that the system leaves free, at most.
    pub margin: f64,
    /// Between columns, at most.
    pub gap: f64,
    /// Widest column.
    pub column_max: f64,
    /// Largest disc.
    pub disc_max: f64,
    /// Height of the head.
    pub head: f64,
    /// Largest headline.
    pub title_max: f64,
    /// Largest action.
    pub action_max: f64,
    /// Height of the room for an action.
    pub action_height: f64,
    /// Largest letters on keys.
    pub keys: f64,
    /// Height of the room under an action.
    pub note_height: f64,
    /// Largest note under an action.
    pub note_max: f64,
}

/// Boxes of slides, in hundredths of the shorter side of the screen; a sentence is never under 5.2 % of it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignageBoxes {
    /// Margin.
    pub margin: f64,
    /// Between the dot, the words, the marks and the foot.
    pub gap: f64,
    /// Largest dot.
    pub dot_max: f64,
    /// Smallest dot over words.
    pub dot_min: f64,
    /// Part of the dot that the pictogram takes.
    pub picture: f64,
    /// Diameter of the marks that say which slide this is.
    pub mark: f64,
    /// From one mark to the next.
    pub mark_step: f64,
    /// Largest action.
    pub action_max: f64,
    /// Between an action and what stands under it.
    pub under: f64,
    /// Largest note under an action.
    pub note_max: f64,
    /// Largest letters on keys.
    pub keys: f64,
    /// Largest line of help.
    pub help_max: f64,
}

/// Boxes of the booklet, in `u`, but for the smallest text: it is held in the hands whatever its size.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BookletBoxes {
    /// Margin.
    pub margin: f64,
    /// Width of the column of pictograms.
    pub column: f64,
    /// Between the column and the words.
    pub gutter: f64,
    /// Margin at the end of the words.
    pub end: f64,
    /// Smallest text of any page, in points.
    pub text_least: f64,
    /// Height of the room for a line of the slogan, which may take two.
    pub slogan_height: f64,
    /// Largest slogan.
    pub slogan_max: f64,
    /// Smallest slogan.
    pub slogan_min: f64,
    /// Height of the head of the contents and of the contacts.
    pub lid: f64,
    /// Largest title of the contents and of the contacts.
    pub list_title_max: f64,
    /// Smallest title of the contents and of the contacts.
    pub list_title_min: f64,
    /// Width of the page numbers of the contents.
    pub number: f64,
    /// Largest entry of the contents.
    pub entry_max: f64,
    /// Smallest entry of the contents.
    pub entry_min: f64,
    /// Height of the head of a chapter.
    pub head: f64,
    /// Height of the room for the title of a chapter.
    pub chapter_height: f64,
    /// Largest title of a chapter.
    pub chapter_max: f64,
    /// Smallest title of a chapter.
    pub chapter_min: f64,
    /// Largest sentence under the title of a chapter.
    pub lead_max: f64,
    /// Largest action.
    pub action_max: f64,
    /// Smallest action.
    pub action_min: f64,
    /// Width of the room for a pictogram beside a title of help or a contact.
    pub picture: f64,
    /// Largest title of help.
    pub help_max: f64,
    /// Smallest title of help.
    pub help_min: f64,
    /// Largest number, address or name of a contact.
    pub contact_max: f64,
    /// Smallest number, address or name of a contact.
    pub contact_min: f64,
    /// Largest title of the back cover.
    pub back_max: f64,
    /// Smallest title of the back cover.
    pub back_min: f64,
    /// Largest web address.
    pub web_max: f64,
    /// Side of the QR code, unless it must be larger to be read.
    pub qr: f64,
}

/// Boxes of the easy-read sheet, in `u`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EasyReadBoxes {
    /// Margin.
    pub margin: f64,
    /// Width of the pictures.
    pub picture: f64,
    /// Between a picture and its words.
    pub gutter: f64,
    /// Height of the room for the title.
    pub title_height: f64,
    /// Largest title.
    pub title_max: f64,
    /// Smallest title.
    pub title_min: f64,
    /// Largest number, address or name of a contact.
    pub contact_max: f64,
    /// Smallest number, address or name of a contact.
    pub contact_min: f64,
    /// Largest web address.
    pub web_max: f64,
    /// Smallest web address.
    pub web_min: f64,
    /// Side of the QR code, unless it must be larger to be read.
    pub qr: f64,
}

/// Reads `theme.yaml` of a theme folder.
pub(super) fn read(
    files: &Files,
    folder: &str,
    asked: Option<&Place>,
    diagnostics: &mut Diagnostics,
) -> Option<(ThemeFile, TextFile)> {
    let path = format!("{folder}/theme.yaml");
    if !files.has(&path) {
        let id = folder.rsplit('/').next().unwrap_or(folder);
        let known = super::names(files).unwrap_or_default();
        let error = Diagnostic::error(Message::new("theme-unknown").arg("theme", id)).at(asked.cloned()).about(path);
        diagnostics.push(error.hint(did_you_mean(id, known.iter().map(String::as_str))));
        return None;
    }
    let text = files.text(&path).map_err(|error| diagnostics.push(error)).ok()?;
    let manifest = parse_yaml(&text, diagnostics)?;
    Some((manifest, text))
}
