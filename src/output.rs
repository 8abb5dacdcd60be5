//! Artifacts become the output tree and its manifest: [`Output`]. The only module that writes.
//!
//! Every file is written beside its place and renamed, so that a reader never sees half of one. Files of an earlier build are known
//! from its manifest; what pancarte did not write is never touched.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use crate::diag::{Diagnostic, Message};
use crate::manifest::{Entry, MANIFEST, MANIFEST_VERSION, Manifest, is_tame, site_path};
use crate::model::Venue;

/// An output folder.
#[derive(Debug)]
pub struct Output {
    root: PathBuf,
    /// Files of the earlier build, by path.
    pub earlier: BTreeMap<String, Entry>,
}

#[expect(clippy::disallowed_methods, reason = "the one module that writes a disk")]
impl Output {
    /// The output folder at this path, made if need be, with what its manifest says of it.
    ///
    /// # Errors
    /// A folder that cannot be made.
    pub fn open(root: &Path) -> Result<Self, Diagnostic> {
        fs::create_dir_all(root).map_err(|error| failed(root, &error))?;
        let manifest = fs::read(root.join(MANIFEST)).ok();
        let manifest: Option<Manifest> = manifest.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let files = manifest.filter(|m| m.manifest == MANIFEST_VERSION).map(|m| m.files).unwrap_or_default();
        let earlier = files.into_iter().filter(|entry| is_tame(&entry.path)).map(|entry| (entry.path.clone(), entry));
        Ok(Output { root: root.to_owned(), earlier: earlier.collect() })
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
        let written = stream_beside(&full, write).map_err(|error| failed(&full, &error))?;
        if !self.stands(&site_path(path), &written.1) {
            self.repeat(path, &site_path(path))?;
        }
        Ok(written)
    }

    /// Whether a file stands there whose BLAKE3 is this one.
    pub fn stands(&self, path: &str, blake3: &str) -> bool {
        hash_of(&self.root.join(path)).is_ok_and(|hash| hash == blake3)
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
        let copied = linked.or_else(|_| bytes().and_then(|bytes| write_beside(&second, &bytes)));
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
        write_beside(&full, bytes).map_err(|error| failed(&full, &error))
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

    /// Writes files that tell of a venue, and puts them into the manifest.
    ///
    /// # Errors
    /// The path and the reason of the system.
    pub fn add(&self, kind: &str, venue: &Venue, files: &[(String, Vec<u8>)]) -> Result<(), Diagnostic> {
        let mut entries = self.earlier.clone();
        for (path, bytes) in files {
            self.write(path, bytes)?;
            entries.insert(path.clone(), Entry::of_venue(path, kind, venue, bytes));
        }
        self.write_manifest(entries.into_values().collect())
    }

    /// Writes the manifest.
    ///
    /// # Errors
    /// The path and the reason of the system.
    pub fn write_manifest(&self, mut files: Vec<Entry>) -> Result<(), Diagnostic> {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let pancarte = env!("CARGO_PKG_VERSION").to_owned();
        let manifest = Manifest { manifest: MANIFEST_VERSION, pancarte, files };
        let mut text = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
        text.push(b'\n');
        self.write(MANIFEST, &text)
    }
}

/// Writes files that are made from the program, over those of an earlier version.
///
/// # Errors
/// The path and the reason of the system.
pub fn write_generated(root: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Diagnostic> {
    files.iter().try_for_each(|(path, bytes)| {
        let full = root.join(path);
        write_beside(&full, bytes).map_err(|error| failed(&full, &error))
    })
}

/// Writes files of a project over what stands there: a link stays a link, and who may read a file stays as it was.
///
/// # Errors
/// The path and the reason of the system.
#[expect(clippy::disallowed_methods, reason = "the one module that writes a disk")]
pub fn rewrite(root: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Diagnostic> {
    files.iter().try_for_each(|(path, bytes)| {
        let full = root.join(path);
        let real = fs::canonicalize(&full).map_err(|error| failed(&full, &error))?;
        let stood = fs::metadata(&real).map_err(|error| failed(&full, &error))?.permissions();
        write_beside(&real, bytes).map_err(|error| failed(&full, &error))?;
        fs::set_permissions(&real, stood).map_err(|error| failed(&full, &error))
    })
}

/// Writes new files of a project, for `new` and `eject`; a file that is there already is never overwritten.
///
/// # Errors
/// A file that is there, or the reason of the system.
#[expect(clippy::disallowed_methods, reason = "the one module that writes a disk")]
pub fn write_new(root: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Diagnostic> {
    if let Some((path, _)) = files.iter().find(|(path, _)| root.join(path).exists()) {
        let full = root.join(path).display().to_string();
        let error = Diagnostic::error(Message::new("file-exists").arg("path", &full)).about(full);
        return Err(error.hint(Message::new("hint-file-exists")));
    }
    for (path, bytes) in files {
        let full = root.join(path);
        write_beside(&full, bytes).map_err(|error| failed(&full, &error))?;
    }
    fs::create_dir_all(root).map_err(|error| failed(root, &error))
}

fn write_beside(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = temporary_beside(path)?;
    file.write_all(bytes)?;
    file.flush()?;
    put(file, path)
}

/// The size and the BLAKE3 of what was written; a file with the same bytes stays as it is.
fn stream_beside(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<&fs::File>) -> std::io::Result<()>,
) -> std::io::Result<(u64, String)> {
    let file = temporary_beside(path)?;
    let mut buffer = BufWriter::new(file.as_file());
    write(&mut buffer)?;
    buffer.flush()?;
    drop(buffer);
    let (bytes, hash) = (file.as_file().metadata()?.len(), hash_of(file.path())?);
    if hash_of(path).is_ok_and(|there| there == hash) {
        return Ok((bytes, hash));
    }
    put(file, path).map(|()| (bytes, hash))
}

#[expect(clippy::disallowed_methods, reason = "the one module that writes a disk")]
fn temporary_beside(path: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    tempfile::NamedTempFile::new_in(folder)
}

fn put(file: tempfile::NamedTempFile, path: &Path) -> std::io::Result<()> {
    readable(file.as_file())?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

fn hash_of(path: &Path) -> std::io::Result<String> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(fs::File::open(path)?)?;
    Ok(hasher.finalize().to_hex().to_string())
}

/// A temporary file is private; what is printed and published is not.
#[cfg(unix)]
fn readable(file: &fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &fs::File) -> std::io::Result<()> {
    Ok(())
}

fn ignore_missing(error: std::io::Error) -> std::io::Result<()> {
    if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) }
}

fn failed(path: &Path, error: &std::io::Error) -> Diagnostic {
    let path = path.display().to_string();
    let message = Message::new("write-failed").arg("path", &path).arg("reason", error);
    Diagnostic::error(message).about(path).hint(Message::new("hint-write-failed"))
}
