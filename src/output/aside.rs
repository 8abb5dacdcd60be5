//! A file is written beside its place and renamed, so that nobody sees half of one: [`write_aside`].

use std::fs;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use crate::diag::{Diagnostic, Message};

/// Writes a file by way of its own folder.
pub(super) fn write_beside(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    write_aside(path.parent().unwrap_or(Path::new(".")), path, bytes)
}

/// Writes a file by way of a folder on the same disk.
pub(super) fn write_aside(aside: &Path, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = temporary(aside)?;
    file.write_all(bytes)?;
    file.flush()?;
    put(file, path)
}

/// Writes a file piece by piece. The size and the BLAKE3 of what was written; a file with the same bytes stays as it is.
pub(super) fn stream_aside(
    aside: &Path,
    path: &Path,
    write: impl FnOnce(&mut BufWriter<&fs::File>) -> std::io::Result<()>,
) -> std::io::Result<(u64, String)> {
    let file = temporary(aside)?;
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
fn temporary(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    tempfile::NamedTempFile::new_in(folder).or_else(|_| {
        fs::create_dir_all(folder)?;
        tempfile::NamedTempFile::new_in(folder)
    })
}

#[expect(clippy::disallowed_methods, reason = "the one module that writes a disk")]
fn put(file: tempfile::NamedTempFile, path: &Path) -> std::io::Result<()> {
    readable(file.as_file())?;
    let renamed = file.persist(path).or_else(|error| {
        fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
        error.file.persist(path).map_err(|error| error.error)
    });
    renamed.map(|_| ())
}

/// BLAKE3 of a file.
pub(super) fn hash_of(path: &Path) -> std::io::Result<String> {
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

/// A file that is not there is no error.
pub(super) fn ignore_missing(error: std::io::Error) -> std::io::Result<()> {
    if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) }
}

/// A file that cannot be written, and why.
pub(super) fn failed(path: &Path, error: &std::io::Error) -> Diagnostic {
    let path = path.display().to_string();
    let message = Message::new("write-failed").arg("path", &path).arg("reason", error);
    Diagnostic::error(message).about(path).hint(Message::new("hint-write-failed"))
}
