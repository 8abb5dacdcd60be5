//! `browsers/`: policies that carry the advice of a venue out in the browsers it names: [`files`].

use super::format::write;
use super::{PackFile, Source, Values, sources};
use crate::diag::{Diagnostics, extend_new};
use crate::model::{Pack, Setting, SettingsFile};

const NOTE: &str = include_str!("browsers/notes.txt");

/// The policies of the browsers that the table knows; nothing where it knows none of them.
pub(super) fn files(source: &Source<'_>, diagnostics: &mut Diagnostics) -> Vec<PackFile> {
    let table = table(source);
    if table.is_empty() {
        return Vec::new();
    }
    let table: Vec<&SettingsFile> = table.iter().collect();
    let mut files = vec![PackFile::new("notes.txt", NOTE), PackFile::new("sources.txt", sources(&table))];
    for file in table {
        match write(file, &Values::of(source, Pack::Browsers)) {
            Ok(written) => files.extend(written),
            Err(error) => extend_new(diagnostics, vec![error]),
        }
    }
    let in_folder = |file: PackFile| PackFile { path: format!("{}/{}", Pack::Browsers.name(), file.path), ..file };
    files.into_iter().map(in_folder).collect()
}

/// The files of the browsers that the venue names, with the settings it ordered.
pub(super) fn table(source: &Source<'_>) -> Vec<SettingsFile> {
    let browsers = source.venue.browsers.iter();
    let files = browsers.flat_map(|browser| source.catalog.systems.files_of_browser(browser, Pack::Browsers));
    files.map(|file| as_ordered(file, source)).collect()
}

/// Without the settings that are for another way to treat private windows.
fn as_ordered(file: &SettingsFile, source: &Source<'_>) -> SettingsFile {
    let mode = source.venue.equipment.private_mode;
    let is_ours = |setting: &&Setting| setting.private_mode.is_none_or(|of| of == mode);
    SettingsFile { settings: file.settings.iter().filter(is_ours).cloned().collect(), ..file.clone() }
}
