//! Where the venues of a project stand: [`Shelf`] knows their ids and makes any of them when it is asked for.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Catalog;
use super::cascade::{self, Scope};
use super::profile::{self, Kit, Profiles, VENUES};
use super::register::Table;
use super::tables;
use crate::diag::Diagnostics;
use crate::files::Files;
use crate::model::{Date, Venue};

/// All venues of a project, none of them in memory.
#[derive(Debug)]
pub struct Shelf {
    /// Kinds and organisations.
    pub profiles: Profiles,
    /// Where each venue is written, by id.
    places: BTreeMap<String, Written>,
    tables: Vec<Table>,
    date: Option<Date>,
}

/// Where a venue is written.
#[derive(Debug)]
enum Written {
    /// In a file of its own, at this path.
    File(String),
    /// In a row of the table of this number.
    Row(usize),
}

impl Shelf {
    /// The shelf of a project; `date` is the day of sheets that say nothing of days.
    pub fn find(
        files: &Files,
        kit: &Kit,
        profiles: Profiles,
        date: Option<Date>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let tables = tables::tables(files, kit, &profiles, diagnostics);
        let rows = tables.iter().enumerate();
        let rows = rows.flat_map(|(at, table)| table.ids().map(move |id| (id.to_owned(), Written::Row(at))));
        let mut places: BTreeMap<String, Written> = rows.collect();
        // a file of its own says more of a venue than a row
        let own = profile::paths(files, VENUES, diagnostics).into_iter();
        places.extend(own.map(|(id, path)| (id, Written::File(path))));
        Shelf { profiles, places, tables, date }
    }

    /// Ids of all venues, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(String::as_str)
    }

    /// Whether there is such a venue.
    pub fn has(&self, id: &str) -> bool {
        self.places.contains_key(id)
    }

    /// What was written of a venue.
    pub fn written(&self, id: &str, files: &Files, diagnostics: &mut Diagnostics) -> Option<profile::Written> {
        match self.places.get(id)? {
            Written::File(path) => profile::read_venue(files, path, id, diagnostics),
            Written::Row(at) => self.tables[*at].written(id, diagnostics),
        }
    }

    /// The bytes that say what was written of a venue.
    pub fn bytes(&self, id: &str, files: &Files) -> Vec<u8> {
        match self.places.get(id) {
            Some(Written::File(path)) => files.text(path).map(|file| file.text.as_bytes().to_vec()).unwrap_or_default(),
            Some(Written::Row(at)) => {
                let table = &self.tables[*at];
                let map = files.text(&tables::map_of(table.path()));
                let map = map.map(|map| map.text.to_string()).unwrap_or_default();
                [map.as_bytes(), table.header_bytes(), table.row_bytes(id)].join(&b'\n')
            }
            None => Vec::new(),
        }
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
