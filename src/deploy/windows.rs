//! `windows/`: registry files, and scripts that put the pictures of a group of machines in place: [`files`]. The scripts are the same
//! in every pack; names and values stand in `pancarte.json`.

use serde_json::{Value, json};

use super::format::{Data, RegistryValue, registry_values, write};
use super::{Group, PackFile, Source, Values, sources};
use crate::diag::{Diagnostics, extend_new};
use crate::manifest::Entry;
use crate::model::{Lang, Pack, PicturePaths, SettingsFile, System, When};

/// Scripts and texts of the pack; no word of a venue is in them.
const SCRIPTS: [(&str, &str); 4] = [
    ("common.ps1", include_str!("windows/common.ps1")),
    ("install.ps1", include_str!("windows/install.ps1")),
    ("rotate.ps1", include_str!("windows/rotate.ps1")),
    ("undo.ps1", include_str!("windows/undo.ps1")),
];
const NOTES: [(&str, &str); 3] = [
    ("notes.txt", include_str!("windows/notes.txt")),
    ("gpo.txt", include_str!("windows/gpo.txt")),
    ("intune.txt", include_str!("windows/intune.txt")),
];
const TEXTS: &str = include_str!("windows/texts.json");

/// The pack of these groups; nothing where there is none, or the table does not say where pictures stand.
pub(super) fn files(source: &Source<'_>, groups: &[&Group<'_>], diagnostics: &mut Diagnostics) -> Vec<PackFile> {
    let Some(paths) = source.catalog.systems.packs.get(&Pack::Windows).filter(|_| !groups.is_empty()) else {
        return Vec::new();
    };
    let values = Values::of(source, Pack::Windows);
    let table = source.catalog.systems.files_of(System::Windows, Pack::Windows);
    let table: Vec<&SettingsFile> = table.into_iter().filter(|file| is_needed(file.when, groups)).collect();
    let (mut files, mut settings) = (Vec::new(), Vec::new());
    for file in &table {
        match write(file, &values).and_then(|files| Ok((files, registry_values(file, &values)?))) {
            Ok((written, registry)) => {
                files.extend(written);
                settings.extend(registry.iter().map(|value| setting(file.when, value)));
            }
            Err(error) => extend_new(diagnostics, vec![error]),
        }
    }
    files.push(PackFile::new("pancarte.json", format!("{:#}\n", data(source, groups, paths, settings))));
    files.push(PackFile::new("texts.json", TEXTS));
    files.extend(SCRIPTS.map(|(name, text)| PackFile::new(name, windows_text(text))));
    files.extend(NOTES.map(|(name, text)| PackFile::new(name, windows_text(text))));
    files.push(PackFile::new("sources.txt", windows_text(&sources(&table))));
    let in_folder = |file: PackFile| PackFile { path: format!("{}/{}", Pack::Windows.name(), file.path), ..file };
    files.into_iter().map(in_folder).collect()
}

/// Whether some group has what a file is about.
fn is_needed(when: When, groups: &[&Group<'_>]) -> bool {
    groups.iter().any(|group| match when {
        When::Desktop => group.has_desktop(),
        When::Lock => group.has_lock(),
        When::Rotation => group.rotation().is_some(),
        When::Always => true,
    })
}

/// With a mark, without which Windows PowerShell 5.1 and the Notepad of old take UTF-8 for something else:
/// <https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_character_encoding>.
fn windows_text(text: &str) -> String {
    format!("\u{feff}{}", text.replace('\n', "\r\n"))
}

/// A registry value as `install.ps1` writes it, in the hive of each user or in that of the machine.
fn setting(when: When, RegistryValue { key, name, data }: &RegistryValue) -> Value {
    let (root, key) = key.split_once('\\').unwrap_or((key, ""));
    let scope = if root == "HKEY_CURRENT_USER" { "user" } else { "machine" };
    let (kind, value) = match data {
        Data::Text(text) => ("String", json!(text)),
        Data::Number(number) => ("DWord", json!(number)),
    };
    json!({"scope": scope, "picture": when.name(), "key": key, "name": name, "kind": kind, "value": value})
}

/// What the scripts read.
fn data(source: &Source<'_>, groups: &[&Group<'_>], paths: &PicturePaths, settings: Vec<Value>) -> Value {
    let choices = groups.iter().flat_map(|group| group.languages.iter().map(|(lang, _)| choice(group, lang)));
    let choices: Vec<Value> = choices.collect();
    json!({
        "venue": source.venue.name,
        "folder": paths.desktop.rsplit_once('\\').map(|(folder, _)| folder),
        "desktop": paths.desktop,
        "lock": paths.lock,
        "settings": settings,
        "choices": choices,
    })
}

/// The pictures of a group in a language.
fn choice(group: &Group<'_>, lang: &Lang) -> Value {
    let Some((_, pictures)) = group.languages.iter().find(|(known, _)| *known == lang) else { return Value::Null };
    let folder = format!("..\\{}", group.folder(lang).replace('/', "\\"));
    let picture = |name: &str, entry: &Entry| json!({"file": format!("{folder}\\{name}"), "sha256": entry.sha256});
    let set = pictures.set.iter().enumerate().map(|(at, entry)| picture(&format!("set\\{:02}.jpg", at + 1), entry));
    let one = pictures.desktop.map(|entry| picture("desktop.jpg", entry));
    let desktop: Vec<Value> = if pictures.set.is_empty() { one.into_iter().collect() } else { set.collect() };
    let rotation = group.rotation().map(|rotation| {
        let (every, from) = (rotation.every.name(), rotation.from);
        json!({"every": every, "year": from.year, "month": from.month, "day": from.day})
    });
    json!({
        "group": group.post.id,
        "language": lang.to_string(),
        "desktop": desktop,
        "lock": pictures.lock.map(|entry| picture("lock.jpg", entry)),
        "rotation": rotation,
    })
}
