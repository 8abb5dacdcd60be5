//! Where the venues of a project stand: [`Shelf`] knows their ids and makes any of them when it is asked for.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Catalog;
use super::cascade::{self, Scope};
use super::profile::{self, Profiles, VENUES, Written};
use crate::diag::Diagnostics;
use crate::files::Files;
use crate::model::{Date, Venue};

/// All venues of a project, none of them in memory.
#[derive(Debug)]
pub struct Shelf {
    /// Kinds and organisations.
    pub profiles: Profiles,
    /// The file of each venue that has one, by id.
    files: BTreeMap<String, String>,
    date: Option<Date>,
}

impl Shelf {
    /// The shelf of a project; `date` is the day of sheets that say nothing of days.
    pub fn find(files: &Files, profiles: Profiles, date: Option<Date>) -> Self {
        Shelf { profiles, files: profile::paths(files, VENUES), date }
    }

    /// Ids of all venues, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Whether there is such a venue.
    pub fn has(&self, id: &str) -> bool {
        self.files.contains_key(id)
    }

    /// What was written of a venue.
    pub fn written(&self, id: &str, files: &Files, diagnostics: &mut Diagnostics) -> Option<Written> {
        profile::read_venue(files, self.files.get(id)?, id, diagnostics)
    }

    /// The bytes that say what was written of a venue.
    pub fn bytes(&self, id: &str, files: &Files) -> Vec<u8> {
        let text = self.files.get(id).and_then(|path| files.text(path).ok());
        text.map(|file| file.text.as_bytes().to_vec()).unwrap_or_default()
    }

    /// These venues as far as they could be made, and the ids of the others.
    pub fn venues(
        &self,
        ids: &[&str],
        catalog: &Catalog,
        files: &Files,
        diagnostics: &mut Diagnostics,
    ) -> (BTreeMap<String, Venue>, BTreeSet<String>) {
        let Catalog { kit, shortcuts, .. } = catalog;
        let scope = Scope { files, kit, profiles: &self.profiles, shortcuts, date: self.date };
        let make = |id: &&str| {
            let mut found = Diagnostics::new();
            let written = self.written(id, files, &mut found);
            let venue = written.and_then(|written| cascade::whole(&scope, id, &written, &mut found));
            ((*id).to_owned(), venue, found)
        };
        let made: Vec<_> = ids.par_iter().map(make).collect();
        let (mut good, mut broken) = (BTreeMap::new(), BTreeSet::new());
        for (id, venue, mut found) in made {
            match venue {
                Some(venue) => drop(good.insert(id, venue)),
                None => drop(broken.insert(id)),
            }
            diagnostics.append(&mut found);
        }
        cascade::deduplicate(diagnostics);
        (good, broken)
    }
}
