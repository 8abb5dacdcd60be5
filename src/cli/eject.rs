//! `pancarte eject`: copies the shipped theme or tips into a project, for those who want to own them.

use super::args::{EjectArgs, Ejected};
use super::messages::Messages;
use super::report;
use crate::diag::{Diagnostic, Message};
use crate::files::Files;
use crate::output;

/// Copies the files.
pub fn run(options: &EjectArgs, messages: &Messages) -> bool {
    let folder = match options.what {
        Ejected::Theme => "themes/default",
        Ejected::Tips => "content/tips",
    };
    match copy(options, folder) {
        Ok(count) => {
            let done = Message::new("eject-done").arg("count", count).arg("folder", folder);
            super::say(messages.text(&done));
            true
        }
        Err(error) => {
            report::print(&[error], messages);
            false
        }
    }
}

fn copy(options: &EjectArgs, folder: &str) -> Result<usize, Diagnostic> {
    let shipped = Files::shipped();
    let mut files = Vec::new();
    for path in shipped.list(folder)? {
        let bytes = shipped.bytes(&path, u64::MAX)?;
        files.push((path, bytes));
    }
    output::write_new(&options.project.project, &files)?;
    Ok(files.len())
}
