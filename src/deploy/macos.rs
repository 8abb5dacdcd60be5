//! `macos/`: a profile that says where the picture is and what the login window tells, and scripts that put the picture there:
//! [`files`].

use super::format::{uuid, write};
use super::{Group, PackFile, Source, Values, sources};
use crate::diag::{Diagnostics, extend_new};
use crate::model::{Pack, System};

/// Scripts and texts of the pack; no word of a venue is in them.
const CONSTANT: [(&str, &str); 3] = [
    ("notes.txt", include_str!("macos/notes.txt")),
    ("install.sh", include_str!("macos/install.sh")),
    ("undo.sh", include_str!("macos/undo.sh")),
];

/// The pack of these groups; nothing where there is none, or the table does not say where the picture stands.
pub(super) fn files(source: &Source<'_>, groups: &[&Group<'_>], diagnostics: &mut Diagnostics) -> Vec<PackFile> {
    if groups.is_empty() || !source.catalog.systems.packs.contains_key(&Pack::Macos) {
        return Vec::new();
    }
    let name = |payload: &str| uuid(&format!("pancarte/{}/{payload}", source.venue.id));
    let values = Values::of(source, Pack::Macos)
        .with("venue_id", source.venue.id.clone())
        .with("uuid_profile", name("profile"))
        .with("uuid_desktop", name("com.apple.desktop"))
        .with("uuid_loginwindow", name("com.apple.loginwindow"));
    let table = source.catalog.systems.files_of(System::Macos, Pack::Macos);
    let mut files: Vec<PackFile> = CONSTANT.map(|(name, text)| PackFile::new(name, text)).into();
    files.push(PackFile::new("pictures.txt", pictures(groups)));
    files.push(PackFile::new("sources.txt", sources(&table)));
    for file in table {
        match write(file, &values) {
            Ok(written) => files.extend(written),
            Err(error) => extend_new(diagnostics, vec![error]),
        }
    }
    let in_folder = |file: PackFile| PackFile { path: format!("{}/{}", Pack::Macos.name(), file.path), ..file };
    files.into_iter().map(in_folder).collect()
}

/// `SHA-256 path group language number`, a line for each picture of a desktop.
fn pictures(groups: &[&Group<'_>]) -> String {
    let mut list = String::new();
    for group in groups {
        for (lang, pictures) in &group.languages {
            let folder = group.folder(lang);
            let set = pictures.set.iter().enumerate();
            let mut desktops: Vec<_> =
                set.map(|(at, entry)| (at + 1, format!("set/{:02}.png", at + 1), *entry)).collect();
            if desktops.is_empty() {
                desktops.extend(pictures.desktop.map(|entry| (1, "desktop.png".to_owned(), entry)));
            }
            for (number, file, entry) in desktops {
                let sum = entry.sha256.as_deref().unwrap_or_default();
                list += &format!("{sum} {folder}/{file} {} {lang} {number:02}\n", group.post.id);
            }
        }
    }
    list
}
