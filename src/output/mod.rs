//! Artifacts become the output tree, its records and its manifest: [`Output`]. The only module that writes.
//!
//! Every file is written aside and renamed, so that a reader never sees half of one. Files of an earlier build are known from the
//! records in [`FOLDER`]; what pancarte did not write is never touched.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

mod aside;
mod project;

pub use project::{rewrite, write_generated, write_new};

use aside::{failed, hash_of, ignore_missing, stream_aside, write_aside};

use crate::diag::Diagnostic;
use crate::ledger::{self, BUILD, FOLDER, Record, Stand, WHOLE};
use crate::manifest::{Entry, MANIFEST, MANIFEST_VERSION, Manifest, is_tame, site_path};
use crate::model::Venue;

/// An output folder.
#[derive(Debug)]
pub struct Output {
    root: PathBuf,
    /// Name of the folder where files are written before they are renamed: machines that share a folder have one each.
    aside: String,
    /// Files of the earlier build that are looked at now, by path.
    pub earlier: BTreeMap<String, Entry>,
}

#[expect(clippy::disallowed_methods, reason = "the one module that writes a disk")]
impl Output {
    /// The output folder at this path, made if need be. What a build that was cut off left half written goes; a folder with a
    /// manifest but no records gets records from it.
    ///
    /// # Errors
    /// A folder that cannot be made or written into.
    pub fn open(root: &Path) -> Result<Self, Diagnostic> {
        Output::open_as(root, "aside")
    }

    /// The same for one machine of several that share the folder, each under a name of its own.
    ///
    /// # Errors
    /// A folder that cannot be made or written into.
    pub fn open_as(root: &Path, aside: &str) -> Result<Self, Diagnostic> {
        let output = Output::at(root, aside);
        output.prepare()?;
        Ok(output)
    }

    /// The folder as it stands, to look at; [`Output::prepare`] makes it ready to be written into.
    pub fn at(root: &Path, aside: &str) -> Self {
        Output { root: root.to_owned(), aside: aside.to_owned(), earlier: BTreeMap::new() }
    }

    /// Makes the folder ready to be written into, as [`Output::open`] says.
    ///
    /// # Errors
    /// A folder that cannot be made or written into.
    pub fn prepare(&self) -> Result<(), Diagnostic> {
        let (output, root) = (self, self.root.as_path());
        fs::create_dir_all(root).map_err(|error| failed(root, &error))?;
        let aside = output.aside();
        fs::remove_dir_all(&aside).or_else(ignore_missing).map_err(|error| failed(&aside, &error))?;
        if fs::metadata(root.join(FOLDER)).is_err() {
            output.adopt()?;
        }
        Ok(())
    }

    /// The same folder, where these are the files of the earlier build.
    pub fn with(&self, earlier: &[Entry]) -> Self {
        let earlier = earlier.iter().map(|entry| (entry.path.clone(), entry.clone())).collect();
        Output { root: self.root.clone(), aside: self.aside.clone(), earlier }
    }

    /// Where files are written before they are renamed.
    fn aside(&self) -> PathBuf {
        self.root.join(FOLDER).join(&self.aside)
    }

    /// Makes records from a manifest: what it names is an earlier build's, and nothing of it is known to be good.
    fn adopt(&self) -> Result<(), Diagnostic> {
        let manifest = fs::read(self.root.join(MANIFEST)).ok();
        let manifest: Option<Manifest> = manifest.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let files = manifest.filter(|manifest| manifest.manifest == MANIFEST_VERSION).map(|manifest| manifest.files);
        let mut records: BTreeMap<String, Record> = BTreeMap::new();
        for entry in files.into_iter().flatten().filter(|entry| is_tame(&entry.path)) {
            let venue = entry.venue.clone().unwrap_or_default();
            records.entry(venue.clone()).or_insert_with(|| Record { venue, ..Record::default() }).entries.push(entry);
        }
        records.values().try_for_each(|record| self.write_record(record))
    }

    /// What is remembered of a venue, or of the files of none; nothing where the record is damaged.
    pub fn record(&self, venue: &str) -> Option<Record> {
        let mut record = Record::read(&self.record_bytes(venue)?).filter(|record| record.venue == venue)?;
        record.entries.retain(|entry| is_tame(&entry.path));
        Some(record)
    }

    /// The record of a venue as it stands on the disk.
    pub fn record_bytes(&self, venue: &str) -> Option<Vec<u8>> {
        fs::read(self.root.join(ledger::path(venue))).ok()
    }

    /// Writes the record of a venue.
    ///
    /// # Errors
    /// The path and the reason of the system.
    pub fn write_record(&self, record: &Record) -> Result<(), Diagnostic> {
        self.write(&ledger::path(&record.venue), &record.write())
    }

    /// Venues that have a record, sorted.
    pub fn recorded(&self) -> Vec<String> {
        let files = walkdir::WalkDir::new(self.root.join(FOLDER).join("venues")).min_depth(2).max_depth(2);
        let names =
            files.into_iter().filter_map(|file| file.ok()?.file_name().to_str().map(|name| name.replace('+', "/")));
        let mut venues: Vec<String> = names.filter(|venue| self.root.join(ledger::path(venue)).is_file()).collect();
        venues.sort_unstable();
        venues
    }

    /// How a file stands on the disk, but for its hash.
    fn look(&self, path: &str) -> Option<(u64, u128)> {
        let metadata = fs::metadata(self.root.join(path)).ok().filter(fs::Metadata::is_file)?;
        let changed = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some((metadata.len(), changed.as_nanos()))
    }

    /// How the file of an entry stands; nothing where it is not there.
    pub fn stand(&self, path: &str, blake3: &str) -> Option<Stand> {
        let (bytes, changed) = self.look(path)?;
        Some(Stand { bytes, changed, blake3: blake3.to_owned() })
    }

    /// Whether a file still stands as it did: the same size and time, or else the same bytes. `verify` reads the bytes of all.
    pub fn still(&self, path: &str, then: &Stand, verify: bool) -> bool {
        let now = self.look(path);
        let same = now == Some((then.bytes, then.changed));
        let may_be = now.is_some_and(|(bytes, _)| bytes == then.bytes);
        if same && !verify { true } else { may_be && self.stands(path, &then.blake3) }
    }

    /// Writes a file, and lets it stand in the folder of the site too, which is so complete when it is uploaded alone.
    ///
    /// # Errors
    /// The path and the reason of the system.
    pub fn publish(&self, path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        self.write(path, bytes)?;
        let good = fs::read(self.root.join(site_path(path))).is_ok_and(|there| there == bytes);
        if good { Ok(()) } else { self.repeat(path, &site_path(path)) }
    }

    /// Writes a file too large for memory piece by piece and publishes it, unless the same bytes stand there already. What it is
    /// given can be sought in. The size of the file and its BLAKE3 come back.
    ///
    /// # Errors
    /// The path and the reason of the system.
    pub fn publish_stream(
        &self,
        path: &str,
        write: impl FnOnce(&mut BufWriter<&fs::File>) -> std::io::Result<()>,
    ) -> Result<(u64, String), Diagnostic> {
        let full = self.root.join(path);
        let written = stream_aside(&self.aside(), &full, write).map_err(|error| failed(&full, &error))?;
        if !self.stands(&site_path(path), &written.1) {
            self.repeat(path, &site_path(path))?;
        }
        Ok(written)
    }

    /// Whether a file stands there whose BLAKE3 is this one.
    pub fn stands(&self, path: &str, blake3: &str) -> bool {
        hash_of(&self.root.join(path)).is_ok_and(|hash| hash == blake3)
    }

    /// Whether this is the same folder as another.
    pub fn is(&self, other: &Output) -> bool {
        let real = |output: &Output| fs::canonicalize(&output.root).ok();
        real(self).is_some() && real(self) == real(other)
    }

    /// Takes a file of another output folder over, under the same path: a second name of the same bytes where the disk has such,
    /// else a copy.
    ///
    /// # Errors
    /// The path and the reason of the system.
    pub fn take(&self, from: &Output, path: &str) -> Result<(), Diagnostic> {
        let (first, second) = (from.root.join(path), self.root.join(path));
        fs::remove_file(&second).or_else(ignore_missing).map_err(|error| failed(&second, &error))?;
        let linked =
            fs::create_dir_all(second.parent().unwrap_or(Path::new("."))).and_then(|()| fs::hard_link(&first, &second));
        let copied = linked.or_else(|_| fs::read(&first).and_then(|bytes| write_aside(&self.aside(), &second, &bytes)));
        copied.map_err(|error| failed(&first, &error))
    }

    /// The bytes of a file that was written here; nothing where somebody took it away.
    ///
    /// # Errors
    /// The reason of the system.
    pub fn bytes_of(&self, path: &str) -> std::io::Result<Option<Vec<u8>>> {
        fs::read(self.root.join(path)).map(Some).or_else(|error| ignore_missing(error).map(|()| None))
    }

    /// Lets a file of an earlier build stand in the folder of the site, unless it does, or somebody took it away.
    ///
    /// # Errors
    /// The path and the reason of the system.
    pub fn publish_again(&self, path: &str) -> Result<(), Diagnostic> {
        let (first, second) = (self.root.join(path), self.root.join(site_path(path)));
        if fs::metadata(&second).is_ok() || fs::metadata(&first).is_err() {
            Ok(())
        } else {
            self.repeat(path, &site_path(path))
        }
    }

    /// Lets a file of an earlier build stand in the folder of the site, whatever is there.
    ///
    /// # Errors
    /// The path and the reason of the system.
    pub fn publish_anew(&self, path: &str) -> Result<(), Diagnostic> {
        self.repeat(path, &site_path(path))
    }

    /// Lets the bytes of a file stand at another path of the output folder too.
    ///
    /// # Errors
    /// The path and the reason of the system.
    pub fn copy(&self, path: &str, to: &str) -> Result<(), Diagnostic> {
        let first = fs::read(self.root.join(path)).map_err(|error| failed(&self.root.join(path), &error))?;
        let good = fs::read(self.root.join(to)).is_ok_and(|there| there == first);
        if good { Ok(()) } else { self.repeat(path, to) }
    }

    /// A second name of the same bytes where the disk has such, else a copy.
    fn repeat(&self, path: &str, to: &str) -> Result<(), Diagnostic> {
        let (first, second) = (self.root.join(path), self.root.join(to));
        let bytes = || fs::read(&first);
        let linked = fs::create_dir_all(second.parent().unwrap_or(Path::new(".")))
            .and_then(|()| fs::remove_file(&second).or_else(ignore_missing))
            .and_then(|()| fs::hard_link(&first, &second));
        let copied = linked.or_else(|_| bytes().and_then(|bytes| write_aside(&self.aside(), &second, &bytes)));
        copied.map_err(|error| failed(&second, &error))
    }

    /// Writes a file, unless the same bytes stand there already.
    ///
    /// # Errors
    /// The path and the reason of the system.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        let full = self.root.join(path);
        if fs::read(&full).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        write_aside(&self.aside(), &full, bytes).map_err(|error| failed(&full, &error))
    }

    /// Removes files of the earlier build that `keep` does not want, then folders left empty.
    ///
    /// # Errors
    /// The path and the reason of the system.
    pub fn remove(&self, paths: impl IntoIterator<Item = String>) -> Result<usize, Diagnostic> {
        let mut removed = 0;
        for path in paths {
            let full = self.root.join(&path);
            match fs::remove_file(&full) {
                Ok(()) => removed += 1,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => return Err(failed(&full, &error)),
            }
            let mut folder = full.parent();
            while let Some(empty) = folder.filter(|folder| *folder != self.root) {
                if fs::remove_dir(empty).is_err() {
                    break;
                }
                folder = empty.parent();
            }
        }
        Ok(removed)
    }

    /// Writes files that tell of a venue, and puts them into its record and into the manifest.
    ///
    /// # Errors
    /// The path and the reason of the system.
    pub fn add(&self, kind: &str, venue: &Venue, files: &[(String, Vec<u8>)]) -> Result<(), Diagnostic> {
        let fresh = || Record { venue: venue.id.clone(), ..Record::default() };
        let mut record = self.record(&venue.id).unwrap_or_else(fresh);
        for (path, bytes) in files {
            self.write(path, bytes)?;
            record.entries.retain(|entry| entry.path != *path);
            let entry = Entry::of_venue(path, kind, venue, bytes);
            record.stands.extend(self.stand(path, &entry.blake3).map(|stand| (path.clone(), stand)));
            record.entries.push(entry);
        }
        record.entries.sort_by(|a, b| a.path.cmp(&b.path));
        // the next build looks at the venue again: it takes away what tells of an earlier one
        record.key.clear();
        self.write_record(&record)?;
        self.write_note(BUILD, b"")?;
        self.write_manifest()
    }

    /// Writes the manifest from all records, one after the other: a line for each file, venue by venue, then those of no venue.
    ///
    /// # Errors
    /// The path and the reason of the system.
    pub fn write_manifest(&self) -> Result<(), Diagnostic> {
        let full = self.root.join(MANIFEST);
        let venues = self.recorded();
        let written = stream_aside(&self.aside(), &full, |file| {
            let version = env!("CARGO_PKG_VERSION");
            write!(file, "{{\"manifest\":{MANIFEST_VERSION},\"pancarte\":\"{version}\",\"files\":[")?;
            let mut before = "\n";
            for venue in venues.iter().map(String::as_str).chain([WHOLE]) {
                let bytes = self.record_bytes(venue).unwrap_or_default();
                for line in ledger::Parts::of(&bytes).iter().flat_map(|parts| parts.entries.lines()) {
                    write!(file, "{before}{line}")?;
                    before = ",\n";
                }
            }
            writeln!(file, "\n]}}")
        });
        written.map(|_| ()).map_err(|error| failed(&full, &error))
    }

    /// Whether there is a manifest.
    pub fn has_manifest(&self) -> bool {
        self.look(MANIFEST).is_some()
    }

    /// The bytes of a small file of the records.
    pub fn note(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.root.join(FOLDER).join(name)).ok()
    }

    /// Names of the files in a folder of the records, sorted.
    pub fn notes(&self, folder: &str) -> Vec<String> {
        let files = walkdir::WalkDir::new(self.root.join(FOLDER).join(folder)).min_depth(1).max_depth(1);
        let names = files.sort_by_file_name().into_iter().filter_map(Result::ok);
        names.map(|file| file.file_name().to_string_lossy().into_owned()).collect()
    }

    /// Writes a small file of the records.
    ///
    /// # Errors
    /// The path and the reason of the system.
    pub fn write_note(&self, name: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        self.write(&format!("{FOLDER}/{name}"), bytes)
    }
}
