//! What a venue copies to its machines and runs there: [`files`] turns its posts, the table of systems and the pictures that were
//! made into `deploy/`. Values in, values out.
//!
//! A setting always points to one file of the machine; the script of a pack copies the picture of a group of machines there. No
//! script holds a word of a venue: names stand in data, escaped by their [`format`](mod@format), and the scripts are the same for
//! all.

mod browsers;
pub mod calendar;
mod chromeos;
pub mod format;
mod group;
mod linux;
mod macos;
mod readme;
mod values;
mod windows;

use crate::content::Catalog;
use crate::credits;
use crate::diag::Diagnostics;
use crate::manifest::Entry;
use crate::model::{Pack, SettingsFile, Venue};

pub use group::{Group, Pictures};
pub use linux::ROTATE;
pub use values::{Values, file_uri};

/// Name of the folder in that of a venue.
pub const FOLDER: &str = "deploy";

/// What it is made from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Everything the authors wrote: the table of systems, and the names of tips.
    pub catalog: &'a Catalog,
    /// The venue.
    pub venue: &'a Venue,
    /// All files that stand in the output folder for the venue, of earlier builds too.
    pub entries: &'a [&'a Entry],
    /// One piece of advice in the first language of the venue, for systems that have room for a line.
    pub message: &'a str,
}

/// A file of `deploy/`.
#[derive(Debug, Clone, PartialEq)]
pub struct PackFile {
    /// Path under `deploy/`.
    pub path: String,
    /// What it holds.
    pub content: Content,
}

/// The bytes of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// These.
    Bytes(Vec<u8>),
    /// Those of another file, by its path under the output folder.
    SameAs(String),
}

impl PackFile {
    /// A file of these bytes.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        PackFile { path: path.into(), content: Content::Bytes(bytes.into()) }
    }

    /// A file that is a copy.
    pub fn same_as(path: impl Into<String>, entry: &Entry) -> Self {
        PackFile { path: path.into(), content: Content::SameAs(entry.path.clone()) }
    }
}

/// Everything that stands in `deploy/` of a venue, in the order of paths; nothing where no machine of it has a picture.
pub fn files(source: &Source<'_>, diagnostics: &mut Diagnostics) -> Vec<PackFile> {
    let groups = group::groups(source);
    if groups.is_empty() {
        return Vec::new();
    }
    let mut files = group::pictures(&groups);
    files.extend(calendar::files(&groups, source.catalog));
    files.extend(linux::files(source, &of_pack(&groups, Pack::Linux), diagnostics));
    files.extend(windows::files(source, &of_pack(&groups, Pack::Windows), diagnostics));
    files.extend(chromeos::files(source, &of_pack(&groups, Pack::Chromeos), diagnostics));
    files.extend(macos::files(source, &of_pack(&groups, Pack::Macos), diagnostics));
    files.extend(browsers::files(source, diagnostics));
    files.extend(readme::files(source, &groups));
    let credits = format!("{}/{}", source.venue.id, credits::NAME);
    let credits = source.entries.iter().find(|entry| entry.path == credits);
    files.extend(credits.map(|entry| PackFile::same_as(credits::NAME, entry)));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The groups whose machines take this pack.
fn of_pack<'a>(groups: &'a [Group<'a>], pack: Pack) -> Vec<&'a Group<'a>> {
    groups.iter().filter(|group| group.pack == pack).collect()
}

/// The page where each setting of these files was read, and the day, a line each.
fn sources(files: &[&SettingsFile]) -> String {
    let mut text = String::new();
    for file in files {
        text += &format!("{}\n", file.path);
        for setting in &file.settings {
            text += &format!("  {}  {}  {}\n", setting.key, setting.checked_on, setting.source);
        }
    }
    text
}
