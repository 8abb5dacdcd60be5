//! Profiles as their authors write them: the kit's, a kind's, an organisation's and a venue's have the same keys, and the
//! nearest value wins ([`super::cascade`]). [`Profiles::load`] reads them all.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::tables::MAP_ENDING;
use super::tip::bad_id;
use super::yaml::{At, YamlText};
use crate::diag::{Diagnostic, Diagnostics, Message, Place, did_you_mean};
use crate::files::{Files, TextFile};
use crate::model::{ContactKind, Every, Format, Lang, Medium, Orientation, PrivateMode, StalePolicy, System, Variant};

/// The file that makes a folder a project.
pub const KIT: &str = "content/kit.yaml";
/// Folders of kinds, organisations and venues.
pub const KINDS: &str = "content/kinds";
/// Organisations.
pub const ORGANISATIONS: &str = "content/organisations";
/// Venues.
pub const VENUES: &str = "content/venues";

/// The one project that can be extended: what is built into the program.
const SHIPPED: &str = "pancarte";

/// `kit.yaml`: settings of the whole project.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KitFile {
    /// `pancarte`: take the shipped tips, words, kinds, documents and shortcuts, and override them file by file.
    #[serde(default)]
    extends: Option<At<String>>,
    /// The language authors write first; `fr` where it is left out.
    #[serde(default)]
    source_language: Option<At<String>>,
    /// Values for every venue that says nothing nearer.
    #[serde(default)]
    defaults: Profile,
}

/// A text in one language, or by language.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Localised {
    /// The same in every language.
    One(String),
    /// By language code.
    Many(BTreeMap<String, String>),
}

/// A postal address.
#[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AddressFile {
    /// Number and street.
    pub street: Option<At<String>>,
    /// Postcode, in quotes.
    pub postcode: Option<At<String>>,
    /// Town.
    pub town: Option<At<String>>,
}

/// A way to reach help.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactFile {
    /// desk, phone, email or web.
    pub kind: ContactKind,
    /// The number, the address, or the name of the desk.
    pub value: String,
    /// What it is for.
    #[serde(default)]
    pub label: Option<Localised>,
    /// A line under it.
    #[serde(default)]
    pub note: Option<Localised>,
    /// Name of a pictogram of the theme.
    #[serde(default)]
    pub pictogram: Option<At<String>>,
}

/// A logo.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LogoFile {
    /// Path from the project's folder: an SVG without text, a PNG, JPEG or WebP.
    pub file: At<String>,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Who drew it, for the credits.
    #[serde(default)]
    pub credit: Option<String>,
}

/// What a venue has.
#[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct EquipmentFile {
    /// People can print.
    pub printer: Option<At<bool>>,
    /// People can scan or copy.
    pub scanner: Option<At<bool>>,
    /// USB sticks can be plugged in.
    pub usb: Option<At<bool>>,
    /// The session erases itself when it is closed.
    pub session_reset: Option<At<bool>>,
    /// The venue keeps logs of connections.
    pub logs: Option<At<bool>>,
    /// available, forced or disabled.
    pub private_mode: Option<At<PrivateMode>>,
}

/// One line of what a venue wants made.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderFile {
    /// What.
    pub medium: At<Medium>,
    /// Paper size (a3, "600x800 mm") or screen (1920x1080); the usual ones where it is left out.
    #[serde(default)]
    pub size: Option<At<String>>,
    /// portrait or landscape.
    #[serde(default)]
    pub orientation: Option<At<Orientation>>,
    /// Languages; those of the venue that have the words where it is left out. `fr+ar` sets two on one sheet.
    #[serde(default)]
    pub languages: Vec<At<String>>,
    /// pdf, svg, png, html; all of them where it is left out.
    #[serde(default)]
    pub formats: Vec<At<Format>>,
    /// dark or light, written or oral, train, accompany or act-for; all of them where it is left out.
    #[serde(default)]
    pub variants: Vec<At<Variant>>,
    /// Tips by id; the selection of the venue where it is left out.
    #[serde(default)]
    pub tips: Vec<At<String>>,
    /// Where it will hang: `entrance`, or with its distance `"hall: 5 m"`.
    #[serde(default)]
    pub place: Option<At<String>>,
    /// How far away it is read: `3 m`. The place or the size decide where it is left out.
    #[serde(default)]
    pub distance: Option<At<String>>,
    /// Size of the sheets a poster is cut into for an office printer: a4.
    #[serde(default)]
    pub tile: Option<At<String>>,
    /// Whether a file with bleed and crop marks is made for a print shop.
    #[serde(default)]
    pub press: Option<At<bool>>,
    /// Whether it is drawn on white, with as little toner as it takes.
    #[serde(default)]
    pub eco: Option<At<bool>>,
    /// print or refuse: what to do with a sheet whose tips changed since its translation or easy-read text was stamped.
    #[serde(default, skip_serializing_if = "StalePolicy::is_usual")]
    pub stale: StalePolicy,
}

/// A group of machines that look alike: each gets its picture.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PostFile {
    /// System; that of the venue where it is left out.
    #[serde(default)]
    pub system: Option<At<System>>,
    /// How many machines; 1 where it is left out.
    #[serde(default)]
    pub count: Option<At<u32>>,
    /// Screen, as 1920x1080.
    pub screen: At<String>,
    /// Languages of the pictures, the one that is installed first; those of the venue where they are left out.
    #[serde(default)]
    pub languages: Vec<At<String>>,
    /// dark or light; dark where it is left out.
    #[serde(default)]
    pub variant: Option<At<Variant>>,
    /// Language of the system's own words; that of the venue where it is left out.
    #[serde(default)]
    pub interface_language: Option<At<String>>,
    /// wallpaper, lock-screen, signage; wallpaper where it is left out.
    #[serde(default)]
    pub media: Vec<At<Medium>>,
    /// Tips by id; the selection of the venue, or for a rotation all that apply, where they are left out.
    #[serde(default)]
    pub tips: Vec<At<String>>,
    /// weekly or monthly: a set of wallpapers that take turns.
    #[serde(default)]
    pub rotation: Option<At<Every>>,
    /// The first day of the first picture, as YYYY-MM-DD.
    #[serde(default)]
    pub from: Option<At<String>>,
    /// Tips on a picture of the set, 1 to 3; 1 where it is left out.
    #[serde(default)]
    pub tips_each: Option<At<usize>>,
}

/// What can be said of a venue, or of all venues of a kind, an organisation or a kit.
#[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Profile {
    /// Its name. Required in a venue.
    pub name: Option<At<String>>,
    /// Id of a kind (file of `kinds/`).
    pub kind: Option<At<String>>,
    /// Id of an organisation (file of `organisations/`).
    pub organisation: Option<At<String>>,
    /// Where it is.
    pub address: AddressFile,
    /// Opening hours, by language.
    pub hours: Option<At<Localised>>,
    /// How to reach help.
    pub contacts: Option<At<Vec<ContactFile>>>,
    /// Brand colour, as "#RRGGBB".
    pub colour: Option<At<String>>,
    /// Logo.
    pub logo: Option<LogoFile>,
    /// The European easy-read logo, from Inclusion Europe: a path as in `logo`. Only a sheet that people concerned have read over
    /// carries it.
    pub easy_read_logo: Option<At<String>>,
    /// Languages of its sheets.
    pub languages: Option<At<Vec<At<String>>>>,
    /// Ids of browsers of shortcuts.yaml.
    pub browsers: Option<At<Vec<At<String>>>>,
    /// System of its computers.
    pub system: Option<At<System>>,
    /// Id of the keyboard on the table, of shortcuts.yaml.
    pub keyboard: Option<At<String>>,
    /// Language of the system's own words.
    pub interface_language: Option<At<String>>,
    /// Screens of its computers, as 1920x1080.
    pub screens: Option<At<Vec<At<String>>>>,
    /// Groups of machines that look alike, by name.
    pub posts: Option<At<BTreeMap<String, PostFile>>>,
    /// What it has.
    pub equipment: EquipmentFile,
    /// Name of a theme.
    pub theme: Option<At<String>>,
    /// Tips chosen for a medium, by medium.
    pub selection: BTreeMap<Medium, At<Vec<At<String>>>>,
    /// What it orders; everything whose words exist where it is left out.
    pub orders: Option<At<Vec<OrderFile>>>,
    /// Where the sheets are published, as https://…
    pub site_url: Option<At<String>>,
    /// How far away a telephone is held to read the QR code of a sheet: `2 m`; 0.5 m where it is left out.
    pub scan_distance: Option<At<String>>,
    /// Day printed on the sheets, as YYYY-MM-DD; the day of the newest tip where it is left out.
    pub date: Option<At<String>>,
}

/// A profile and the text it came from.
#[derive(Debug, Clone)]
pub struct Written {
    /// The text.
    pub file: TextFile,
    /// What it says.
    pub profile: Profile,
}

impl Written {
    /// Ids of tips that its selection, its orders and its posts name, each with its place.
    pub fn tips_named(&self) -> Vec<(String, Place)> {
        let yaml = YamlText::whole(&self.file);
        let selected = self.profile.selection.values().flat_map(|ids| &ids.value);
        let ordered = self.profile.orders.iter().flat_map(|orders| &orders.value).flat_map(|order| &order.tips);
        let of_posts = self.profile.posts.iter().flat_map(|posts| posts.value.values()).flat_map(|post| &post.tips);
        selected.chain(ordered).chain(of_posts).map(|id| (id.value.clone(), yaml.place(id))).collect()
    }

    /// A profile of a kind, an organisation or a venue that can be read.
    pub fn read(file: &TextFile) -> Option<Written> {
        let profile = YamlText::whole(file).parse(&mut Diagnostics::new())?;
        Some(Written { file: file.clone(), profile })
    }
}

/// Settings of the whole kit.
#[derive(Debug, Clone)]
pub struct Kit {
    /// The language authors write first.
    pub source_language: Lang,
    /// Values for every venue.
    pub defaults: Written,
}

/// All kinds and organisations; a broken one is `None`.
#[derive(Debug, Default)]
pub struct Profiles {
    /// Kinds by id.
    pub kinds: BTreeMap<String, Option<Written>>,
    /// Organisations by id.
    pub organisations: BTreeMap<String, Option<Written>>,
}

/// Reads `kit.yaml`, and lays the files over the shipped content where it says so.
pub fn load_kit(files: Files, diagnostics: &mut Diagnostics) -> Option<(Kit, Files)> {
    if !files.has(KIT) {
        let error = Diagnostic::error(Message::new("kit-missing").arg("path", KIT)).about(KIT);
        diagnostics.push(error.hint(Message::new("hint-kit-missing")));
        return None;
    }
    let file = files.text(KIT).map_err(|error| diagnostics.push(error)).ok()?;
    let yaml = YamlText::whole(&file);
    let kit: KitFile = yaml.parse(diagnostics)?;
    let source_language = match &kit.source_language {
        Some(code) => super::lang(&code.value, yaml.place(code), diagnostics)?,
        None => Lang::french(),
    };
    let files = match &kit.extends {
        Some(name) if name.value == SHIPPED => files.extending_shipped(),
        Some(name) => {
            let message = Message::new("extends-unknown").arg("name", &name.value);
            let error = Diagnostic::error(message).at(yaml.place(name));
            diagnostics.push(error.hint(did_you_mean(&name.value, [SHIPPED])));
            // what was meant is plain: everything that would be missing is no mistake of its own
            files.extending_shipped()
        }
        None => files,
    };
    let defaults = Written { profile: kit.defaults, file };
    Some((Kit { source_language, defaults }, files))
}

impl Profiles {
    /// Reads kinds and organisations.
    pub fn load(files: &Files, diagnostics: &mut Diagnostics) -> Self {
        Profiles { kinds: folder(files, KINDS, diagnostics), organisations: folder(files, ORGANISATIONS, diagnostics) }
    }
}

fn folder(files: &Files, folder: &str, diagnostics: &mut Diagnostics) -> BTreeMap<String, Option<Written>> {
    let paths = paths(files, folder, diagnostics);
    let profile = |(id, path): (String, String)| {
        let profile = read(files, &path, &id, bad_id, diagnostics);
        (id, profile)
    };
    paths.into_iter().map(profile).collect()
}

/// Paths of the YAML files of a folder by what they are called in it, without their ending.
pub(super) fn paths(files: &Files, folder: &str, diagnostics: &mut Diagnostics) -> BTreeMap<String, String> {
    let mut paths = files.list(folder).map_err(|error| diagnostics.push(error)).unwrap_or_default();
    paths.retain(|path| !path.ends_with(MAP_ENDING));
    let stem = |path: &String| Some(path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".yaml")?.to_owned());
    paths.into_iter().filter_map(|path| Some((stem(&path)?, path))).collect()
}

/// The profile of a venue in a file of its own.
pub(super) fn read_venue(files: &Files, path: &str, id: &str, diagnostics: &mut Diagnostics) -> Option<Written> {
    read(files, path, id, bad_venue_id, diagnostics)
}

/// Folders that the site has of its own, one of them for each language that it may speak.
const RESERVED: [&str; 22] = [
    "site", "assets", "fr", "en", "ar", "br", "co", "de", "es", "eu", "fa", "it", "nl", "oc", "pl", "ps", "pt", "ro",
    "ru", "tr", "uk", "zh",
];

/// The id of a venue may name one folder: `51/mediatheque`.
pub fn bad_venue_id(id: &str, place: &Place) -> Option<Diagnostic> {
    let parts: Vec<&str> = id.split('/').collect();
    let first = parts.first().copied().unwrap_or_default();
    if RESERVED.contains(&first) {
        let error = Diagnostic::error(Message::new("id-reserved").arg("id", id)).at(place.clone());
        return Some(error.hint(Message::new("hint-id-reserved")));
    }
    let whole = (parts.len() > 2).then(|| bad_id(id, place)).flatten();
    whole.or_else(|| parts.into_iter().find_map(|part| bad_id(part, place)))
}

fn read(
    files: &Files,
    path: &str,
    id: &str,
    bad: impl Fn(&str, &Place) -> Option<Diagnostic>,
    diagnostics: &mut Diagnostics,
) -> Option<Written> {
    let file = files.text(path).map_err(|error| diagnostics.push(error)).ok()?;
    if let Some(error) = bad(id, &file.start()) {
        diagnostics.push(error.at(None).about(path));
        return None;
    }
    let profile = YamlText::whole(&file).parse(diagnostics)?;
    Some(Written { file, profile })
}
