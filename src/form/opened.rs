//! The file of a venue, read for a form: [`Opened::open`]. What is wrong with a new text of it is found here too.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::fields::{self, Control, Field};
use super::source::Source;
use super::values::{Problem, pruned};
use crate::content::profile::{Profile, Profiles, VENUES, Written};
use crate::content::{self, Catalog, parse_yaml};
use crate::diag::{Diagnostic, Diagnostics, Message, did_you_mean};
use crate::files::Files;

/// Most bytes of a venue file.
const LIMIT: u64 = 1 << 20;

/// A venue file and what surrounds it.
pub(super) struct Opened {
    /// Id of the venue.
    pub(super) id: String,
    /// Path of the file.
    pub(super) path: String,
    /// The file, as it stands on the disk.
    pub(super) file: String,
    /// BLAKE3 of the file, in hexadecimal digits.
    pub(super) hash: String,
    /// What can be asked.
    pub(super) fields: Vec<Field>,
    /// What it says.
    pub(super) profile: Value,
    /// The content of the project; nothing where the kit is broken.
    pub(super) catalog: Option<Catalog>,
    /// The files of the project, over those it extends.
    pub(super) files: Files,
    /// Kinds, organisations and venues.
    pub(super) profiles: Profiles,
}

impl Opened {
    /// Opens the file of a venue.
    pub(super) fn open(root: &Path, venue: &str) -> Result<Opened, Diagnostics> {
        let alone = |error: Diagnostic| vec![error];
        let files = Files::project(root);
        let path = format!("{VENUES}/{venue}.yaml");
        let known = files.list(VENUES).map_err(alone)?;
        if !known.contains(&path) || !files.is_own(&path) {
            let ids =
                known.iter().filter_map(|path| path.strip_prefix(VENUES)?.strip_prefix('/')?.strip_suffix(".yaml"));
            let unknown = Diagnostic::error(Message::new("venue-unknown").arg("id", venue));
            return Err(vec![unknown.hint(did_you_mean(venue, ids))]);
        }
        let bytes = files.bytes(&path, LIMIT).map_err(alone)?;
        let hash = blake3::hash(&bytes).to_hex().to_string();
        let text = files.text(&path).map_err(alone)?;
        let file = String::from_utf8(bytes).unwrap_or_default();
        let mut wrong = Diagnostics::new();
        let profile = parse_yaml::<Profile>(&text, &mut wrong).and_then(|profile| values(&profile)).ok_or(wrong)?;
        let (catalog, files) = match content::load(files, &mut Diagnostics::new()) {
            Some((catalog, files)) => (Some(catalog), files),
            None => (None, Files::project(root)),
        };
        let profiles = Profiles::load(&files, &mut Diagnostics::new());
        let fields = fields::of_venue();
        Ok(Opened { id: venue.to_owned(), path, file, hash, fields, profile, catalog, files, profiles })
    }

    /// What would be wrong with the venue if its file were this: problems of fields, and what belongs to no field.
    pub(super) fn faults_of(&self, root: &Path, text: &str) -> (Vec<Problem>, Diagnostics) {
        let mut found = Diagnostics::new();
        let files = Files::project(root).under(BTreeMap::from([(self.path.clone(), text.as_bytes().to_vec())]));
        let loaded = content::load(files, &mut found);
        let own = |error: &Diagnostic| {
            let place = error.place.as_ref().map(|place| &place.path);
            error.is_error() && place.or(error.path.as_ref()) == Some(&self.path)
        };
        let (own, others): (Diagnostics, Diagnostics) = found.into_iter().partition(own);
        let mut problems = Vec::new();
        let mut general = Diagnostics::new();
        for error in own {
            match self.field_of(&error) {
                Some(field) => problems.push(Problem { field, message: error.message, hint: error.hint }),
                None => general.push(error),
            }
        }
        let broken = loaded.is_none_or(|(catalog, _)| !catalog.venues.contains_key(&self.id));
        if broken && problems.is_empty() && general.is_empty() {
            general = others.into_iter().filter(Diagnostic::is_error).collect();
        }
        (problems, general)
    }

    /// Name of the field whose value stands where something is wrong.
    fn field_of(&self, error: &Diagnostic) -> Option<String> {
        let place = error.place.as_ref()?;
        let path = Source::read(&place.text)?.path_at(place.span.start);
        let field = fields::nearest(&self.fields, &path);
        let asked = self
            .fields
            .iter()
            .any(|known| field.split('.').next() == Some(&known.key) && known.control != Control::Kept);
        asked.then_some(field)
    }
}

/// What a text of a venue file says, if it can be read.
pub(super) fn profile_of(path: &str, text: &str) -> Option<Value> {
    let files = Files::memory(BTreeMap::from([(path.to_owned(), text.as_bytes().to_vec())]));
    let profile = Written::read(&files.text(path).ok()?)?.profile;
    values(&profile)
}

fn values(profile: &Profile) -> Option<Value> {
    serde_json::to_value(profile).ok().map(pruned)
}
