//! Which sheets keep their picture while something cannot be read: [`Blocked::holds`].

use std::collections::BTreeSet;

use super::engine::Sheet;
use crate::diag::Diagnostic;

/// Sheets whose files cannot be read now: what is planned without them is not what their author wants to see.
pub(super) struct Blocked {
    /// Files and folders with an error; nothing else but sheets that were made of them is touched.
    files: BTreeSet<String>,
    venues: BTreeSet<String>,
    /// Whether a file has an error that any sheet may depend on.
    all: bool,
}

impl Blocked {
    /// What these faults and unreadable venues hold back.
    pub(super) fn of(faults: &[Diagnostic], venues: &BTreeSet<String>) -> Self {
        let errors = faults.iter().filter(|fault| fault.is_error());
        let path = |fault: &Diagnostic| fault.place.as_ref().map(|place| place.path.clone()).or(fault.path.clone());
        let owners: Vec<Option<String>> = errors.map(|fault| owner(&path(fault)?).map(str::to_owned)).collect();
        let all = owners.iter().any(Option::is_none);
        Blocked { files: owners.into_iter().flatten().collect(), venues: venues.clone(), all }
    }

    /// Whether what is planned now for a sheet may not be what its files say.
    pub(super) fn holds(&self, sheet: &Sheet) -> bool {
        let broken = |file: &String| owner(file).is_some_and(|owner| self.files.contains(owner));
        self.all || sheet.job.files.iter().any(broken) || self.venues.contains(&sheet.job.venue.id)
    }
}

/// The file, or the folder of a tip or document in several files, where it reaches only the sheets that name it.
fn owner(path: &str) -> Option<&str> {
    const NAMED: [&str; 4] = ["content/tips/", "content/venues/", "content/organisations/", "content/documents/"];
    let inside = NAMED.iter().find_map(|folder| path.strip_prefix(folder))?;
    let folder = inside.find('/').map(|at| path.len() - inside.len() + at);
    Some(&path[..folder.unwrap_or(path.len())])
}
