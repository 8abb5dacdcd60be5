//! `linux/`: a tree of files as it stands on the machines, and the scripts that lay it there and take it away: [`files`].

use std::collections::{BTreeMap, BTreeSet};

use super::calendar;
use super::format::write;
use super::{Group, PackFile, Source, Values};
use crate::diag::{Diagnostics, extend_new};
use crate::model::{Pack, SettingsFile};

/// Scripts of the pack, and those that machines keep; no word of a venue is in them.
const SCRIPTS: [(&str, &str); 2] =
    [("install.sh", include_str!("programs/install.sh")), ("undo.sh", include_str!("programs/undo.sh"))];
const PROGRAMS: [(&str, &str); 4] = [
    ("rotate.sh", ROTATE),
    ("xfce.sh", include_str!("programs/xfce.sh")),
    ("kde.sh", include_str!("programs/kde.sh")),
    ("lxqt.sh", include_str!("programs/lxqt.sh")),
];

/// What puts the picture of the day in its place, by the law of [`crate::model::Rotation::picture`].
pub const ROTATE: &str = include_str!("programs/rotate.sh");

/// The script that a machine keeps under this name.
pub(super) fn program(name: &str) -> Option<&'static str> {
    PROGRAMS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// The pack of these groups; nothing where there is none.
pub(super) fn files(source: &Source<'_>, groups: &[&Group<'_>], diagnostics: &mut Diagnostics) -> Vec<PackFile> {
    if groups.is_empty() {
        return Vec::new();
    }
    let (mut files, mut list) = (Vec::new(), LIST_HEAD.to_owned());
    let values = Values::of(source, Pack::Linux);
    for (file, systems) in tree(source, groups) {
        match write(file, &values) {
            Ok(written) => {
                for of in written {
                    list += &list_line(file, &systems, &of.path);
                    files.push(of);
                }
            }
            Err(error) => extend_new(diagnostics, vec![error]),
        }
    }
    files.push(PackFile::new("files.txt", list));
    files.push(PackFile::new("groups.txt", group_list(groups)));
    files.push(PackFile::new("places.txt", places(source)));
    files.extend(calendars(source, groups));
    files.extend(SCRIPTS.map(|(name, text)| PackFile::new(name, text)));
    let in_folder = |file: PackFile| PackFile { path: format!("{}/{}", Pack::Linux.name(), file.path), ..file };
    files.into_iter().map(in_folder).collect()
}

/// The files that the systems of these groups read, by path, with the systems that read them.
fn tree<'a>(source: &Source<'a>, groups: &[&Group<'_>]) -> Vec<(&'a SettingsFile, Vec<&'static str>)> {
    let systems: BTreeSet<_> = groups.iter().map(|group| group.post.system).collect();
    let mut files: BTreeMap<&str, (&SettingsFile, Vec<&str>)> = BTreeMap::new();
    for system in systems {
        for file in source.catalog.systems.files_of(system, Pack::Linux) {
            files.entry(&file.path).or_insert_with(|| (file, Vec::new())).1.push(system.name());
        }
    }
    files.into_values().collect()
}

const LIST_HEAD: &str = "# systems when existing needs path\n";

/// A line of the list that the script reads.
fn list_line(file: &SettingsFile, systems: &[&str], path: &str) -> String {
    let needs = file.needs.as_deref().unwrap_or("-");
    format!("{} {} {} {needs} {path}\n", systems.join(","), file.when.name(), file.existing.name())
}

/// The groups of machines, for the script.
fn group_list(groups: &[&Group<'_>]) -> String {
    let mut list = "# group system languages rotation from\n".to_owned();
    for group in groups {
        let languages: Vec<String> = group.languages.iter().map(|(lang, _)| lang.to_string()).collect();
        let rotation = group.rotation();
        let every = rotation.map_or("-", |rotation| rotation.every.name());
        let from = rotation.map_or("-".to_owned(), |rotation| rotation.from.to_string());
        list += &format!("{} {} {} {every} {from}\n", group.post.id, group.post.system.name(), languages.join(","));
    }
    list
}

/// Where pictures stand on a machine, for the script.
fn places(source: &Source<'_>) -> String {
    let paths = source.catalog.systems.packs.get(&Pack::Linux).cloned().unwrap_or_default();
    let path = |path: &str| path.trim_start_matches('/').to_owned();
    format!("desktop {}\nlock {}\ncalendar {}\n", path(&paths.desktop), path(&paths.lock), path(&paths.calendar))
}

/// Calendars of sets, by group and language, for desktops that read one.
fn calendars(source: &Source<'_>, groups: &[&Group<'_>]) -> Vec<PackFile> {
    let paths = source.catalog.systems.packs.get(&Pack::Linux).cloned().unwrap_or_default();
    let folder = format!("{}/set", paths.desktop.rsplit_once('/').map_or("", |(folder, _)| folder));
    let mut files = Vec::new();
    for group in groups {
        let Some(rotation) = group.rotation() else { continue };
        for (lang, pictures) in group.languages.iter().filter(|(_, pictures)| !pictures.set.is_empty()) {
            let xml = calendar::background(rotation, pictures.set.len(), &folder);
            files.push(PackFile::new(format!("calendars/{}/{lang}.xml", group.post.id), xml));
        }
    }
    files
}
