//! Venues in tables of the project: each CSV file under `content/venues`, with the mapping of its columns beside it where there is one
//! ([`tables`]).

use std::collections::BTreeSet;

use super::profile::{Kit, Profiles, VENUES};
use super::register::{self, Table};
use crate::diag::Diagnostics;
use crate::files::{Files, TextFile};

/// What the name of the mapping of a table ends with.
pub(super) const MAP_ENDING: &str = ".map.yaml";
/// The kind of a venue of a register that does not say, where the kit does not either.
const USUAL_KIND: &str = "epn";

/// The tables of venues: CSV files, each with a mapping beside it where there is one.
pub fn tables(files: &Files, kit: &Kit, profiles: &Profiles, diagnostics: &mut Diagnostics) -> Vec<Table> {
    let paths = files.list(VENUES).map_err(|error| diagnostics.push(error)).unwrap_or_default();
    let tables: Vec<&String> = paths.iter().filter(|path| path.ends_with(".csv")).collect();
    let mut read = Vec::new();
    for path in tables {
        let bytes = match files.bytes(path, register::TABLE_LIMIT) {
            Ok(bytes) => bytes,
            Err(error) => {
                diagnostics.push(error);
                continue;
            }
        };
        let map = map_of(path);
        let map = files.has(&map).then(|| files.text(&map).map_err(|error| diagnostics.push(error)).ok()).flatten();
        let map = map.and_then(|map| register::Mapping::read(&map, diagnostics)).unwrap_or_default();
        let organisations = Some(profiles.organisations.keys().cloned().collect());
        let known = register_kit(kit, profiles.kinds.keys().cloned().collect(), organisations);
        read.push(Table::read(TextFile::new(path, register::text(&bytes)), map, known, diagnostics));
    }
    read
}

/// Where the mapping of a table stands, if it has one.
pub fn map_of(table: &str) -> String {
    format!("{}{MAP_ENDING}", table.trim_end_matches(".csv"))
}

/// What a row of a register can name.
pub fn register_kit(kit: &Kit, kinds: BTreeSet<String>, organisations: Option<BTreeSet<String>>) -> register::Kit {
    let defaults = &kit.defaults.profile;
    let said = defaults.kind.as_ref().map(|kind| kind.value.clone());
    let usual_kind = said.or_else(|| Some(USUAL_KIND.to_owned())).filter(|kind| kinds.contains(kind));
    let languages = defaults.languages.iter().flat_map(|list| &list.value).map(|code| code.value.clone()).collect();
    register::Kit { kinds, usual_kind, languages, organisations }
}
