//! Files of a project: made from the program ([`write_generated`]), corrected ([`rewrite`]) or begun ([`write_new`]).

use std::fs;
use std::path::Path;

use super::aside::{failed, write_beside};
use crate::diag::{Diagnostic, Message};

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
