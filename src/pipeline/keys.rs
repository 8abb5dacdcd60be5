//! From what things are made, as hashes: [`Inputs`] holds one for every file of the project; keys of venues and sheets are made from
//! them. What has the same key is the same, whatever the time says.

use std::collections::{BTreeMap, BTreeSet};

use blake3::{Hash, Hasher};
use rayon::prelude::*;

use super::Workshop;
use crate::content::profile::{KINDS, KIT, ORGANISATIONS, VENUES};
use crate::files::Files;
use crate::model::{Format, Venue};
use crate::plan::Job;

/// Largest file that is hashed; larger ones are refused when they are read.
const LIMIT: u64 = 64 << 20;
/// Hash of the sources of this program: its version alone would not tell two builds of it apart.
const PROGRAM: &str = concat!(env!("CARGO_PKG_VERSION"), " ", env!("PANCARTE_SOURCES"));

/// The hash of every file of a project that content or themes may be made from, by path.
#[derive(Debug, Clone)]
pub struct Inputs(BTreeMap<String, Hash>);

impl Inputs {
    /// Reads all files of the content and of the themes, and these other ones.
    pub fn of(files: &Files, others: &BTreeSet<String>) -> Self {
        let lists = ["content", "themes"].into_iter().filter_map(|folder| files.list(folder).ok());
        let paths: BTreeSet<String> = lists.flatten().chain(others.iter().cloned()).collect();
        Inputs(hashes(files, &paths))
    }

    /// The same with these other files.
    pub fn and(&self, files: &Files, others: &BTreeSet<String>) -> Self {
        let mut all = self.0.clone();
        all.extend(hashes(files, others));
        Inputs(all)
    }

    /// The key of a whole build that is asked for in these words.
    pub fn all(&self, asked: &str) -> String {
        let mut key = key(asked);
        self.0.iter().for_each(|(path, hash)| add(&mut key, path, hash));
        key.finalize().to_hex().to_string()
    }

    /// The hash of what all venues are made from: everything but their own profiles and those of kinds and organisations.
    pub fn shared(&self, asked: &str) -> Hash {
        let own = |path: &str| {
            let of_one = [VENUES, KINDS, ORGANISATIONS].iter().any(|folder| path.starts_with(&format!("{folder}/")));
            of_one || path.starts_with("content/imports/")
        };
        let mut key = key(asked);
        self.0.iter().filter(|(path, _)| !own(path)).for_each(|(path, hash)| add(&mut key, path, hash));
        key.finalize()
    }

    /// The hash of what only a venue is made from: `own` (what was written of it), its kind and its organisation, and its pictures.
    pub fn venue(&self, venue: &Venue, own: &[u8]) -> Hash {
        let mut hash = key(&venue.id);
        hash.update(blake3::hash(own).as_bytes());
        for path in venue.files.iter().filter(|path| !path.starts_with(VENUES) && *path != KIT) {
            if let Some(of_file) = self.0.get(path) {
                add(&mut hash, path, of_file);
            }
        }
        for logo in venue.logo.iter().chain(&venue.easy_read_logo) {
            hash.update(blake3::hash(&logo.bytes).as_bytes());
        }
        hash.finalize()
    }
}

/// The key of a venue: what all share, and what only it is made from.
pub fn venue(shared: &Hash, own: &Hash) -> String {
    Hasher::new().update(shared.as_bytes()).update(own.as_bytes()).finalize().to_hex().to_string()
}

fn hashes(files: &Files, paths: &BTreeSet<String>) -> BTreeMap<String, Hash> {
    let hash = |path: &String| Some((path.clone(), blake3::hash(&files.bytes(path, LIMIT).ok()?)));
    paths.par_iter().filter_map(hash).collect()
}

fn key(asked: &str) -> Hasher {
    let mut key = Hasher::new();
    key.update(PROGRAM.as_bytes()).update(b"\0").update(asked.as_bytes()).update(b"\0");
    key
}

fn add(key: &mut Hasher, path: &str, hash: &Hash) {
    key.update(path.as_bytes()).update(b"\0").update(hash.as_bytes());
}

/// The key of a sheet: its job, this program, and what of the theme is read in ways that are not noted file by file.
pub fn sheet(job: &Job, workshop: &Workshop) -> String {
    let press = &workshop.press;
    let mut key = key(&job.theme);
    key.update(job.hash().as_bytes());
    if let Some(medium) = press.theme.medium(job.medium) {
        key.update(format!("{} {}", medium.template, medium.page).as_bytes());
    }
    // which font is opened depends on which fonts there are
    key.update(format!("{:?}", press.theme.font_files).as_bytes());
    if job.formats.contains(&Format::Html) {
        key.update(workshop.pages_hash.as_bytes());
    }
    if job.print.press || job.print.tile.is_some() {
        key.update(workshop.marks_hash.as_bytes());
    }
    key.finalize().to_hex().to_string()
}
