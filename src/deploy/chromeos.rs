//! `chromeos/`: a policy for each group of machines and each language, with the address of its picture and its SHA-256: [`files`].

use super::format::write;
use super::{Group, PackFile, Source, Values, sources};
use crate::diag::{Diagnostics, extend_new};
use crate::manifest::Entry;
use crate::model::{Pack, System};

const NOTE: &str = include_str!("chromeos/notes.txt");

/// The pack of these groups; no policies for a venue whose pictures have no address.
pub(super) fn files(source: &Source<'_>, groups: &[&Group<'_>], diagnostics: &mut Diagnostics) -> Vec<PackFile> {
    if groups.is_empty() {
        return Vec::new();
    }
    let table = source.catalog.systems.files_of(System::Chromeos, Pack::Chromeos);
    let mut files = vec![PackFile::new("notes.txt", NOTE), PackFile::new("sources.txt", sources(&table))];
    for (folder, values) in policies(source, groups) {
        for file in &table {
            match write(file, &values) {
                Ok(written) => files.extend(written.into_iter().map(|of| in_folder(&folder, of))),
                Err(error) => extend_new(diagnostics, vec![error]),
            }
        }
    }
    files.into_iter().map(|file| in_folder(Pack::Chromeos.name(), file)).collect()
}

fn in_folder(folder: &str, file: PackFile) -> PackFile {
    PackFile { path: format!("{folder}/{}", file.path), ..file }
}

/// The folder of every policy, and what its placeholders stand for: `salle/fr`, or `salle/fr/02` for a picture of a set.
fn policies(source: &Source<'_>, groups: &[&Group<'_>]) -> Vec<(String, Values)> {
    let Some(site) = &source.venue.site_url else { return Vec::new() };
    let address = |entry: &Entry| format!("{site}/{}", entry.path);
    let sum = |entry: &Entry| entry.sha256.clone().unwrap_or_default();
    let values = |desktop: &Entry, lock: &Entry| {
        let values = Values::of(source, Pack::Chromeos);
        let values = values.with("desktop_url", address(desktop)).with("desktop_sha256", sum(desktop));
        values.with("lock_url", address(lock)).with("lock_sha256", sum(lock))
    };
    let mut policies = Vec::new();
    for group in groups {
        for (lang, pictures) in &group.languages {
            let folder = format!("{}/{lang}", group.post.id);
            let numbered =
                pictures.set.iter().enumerate().map(|(at, entry)| (format!("{folder}/{:02}", at + 1), *entry));
            let mut desktops: Vec<(String, &Entry)> = numbered.collect();
            if desktops.is_empty() {
                // a group that only has a sign-in screen shows it in its sessions too
                desktops.extend(pictures.desktop.or(pictures.lock).map(|entry| (folder.clone(), entry)));
            }
            for (folder, desktop) in desktops {
                policies.push((folder, values(desktop, pictures.lock.unwrap_or(desktop))));
            }
        }
    }
    policies
}
