//! Under which licence the fonts and pictures of a theme are: [`faults`] refuses what cannot be printed, changed and sold freely.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::content::{At, YamlText, parse_yaml};
use crate::diag::{Diagnostic, Diagnostics, Message, Place, did_you_mean};
use crate::files::{Files, TextFile};

/// What a project adds to the licences of a theme, for files of its own: `themes/<theme>/licences.yaml`. It wins over `theme.yaml`.
pub const FILE: &str = "licences.yaml";

/// Licences that let everybody print, change and sell, by their SPDX identifier (<https://spdx.org/licenses/>).
const ALLOWED: [&str; 24] = [
    "0BSD",
    "Apache-2.0",
    "Bitstream-Vera",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC-BY-2.0",
    "CC-BY-2.5",
    "CC-BY-3.0",
    "CC-BY-4.0",
    "CC-BY-SA-2.0",
    "CC-BY-SA-2.5",
    "CC-BY-SA-3.0",
    "CC-BY-SA-4.0",
    "CC0-1.0",
    "etalab-2.0",
    "GPL-3.0-or-later WITH Font-exception-2.0",
    "GUST-Font-License",
    "ISC",
    "MIT",
    "OFL-1.0",
    "OFL-1.1",
    "OGL-UK-3.0",
    "Ubuntu-font-1.0",
    "Unlicense",
];

/// Endings of fonts and pictures: what has a maker and a licence of its own.
const MADE: [&str; 8] = [".ttf", ".otf", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif"];

/// Files named in a message.
const NAMED: usize = 3;

/// The licence of a font or a set of pictures.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LicenceFile {
    /// Files of the theme, by path; one `*` stands for any letters: `fonts/NotoSans-*.ttf`.
    files: Vec<String>,
    /// What the font or the set is called.
    name: String,
    /// Who made it.
    author: String,
    /// SPDX identifier: OFL-1.1, CC0-1.0, CC-BY-4.0…
    licence: At<String>,
    /// Where it can be found.
    address: String,
}

/// `licences.yaml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LicencesFile {
    /// Licences of files that the project adds to the theme or puts in the place of its own.
    licences: Vec<LicenceFile>,
}

/// The licence of a font or a set of pictures, with its place.
#[derive(Debug, Clone)]
pub struct Licence {
    /// Patterns of paths inside the theme.
    files: Vec<String>,
    /// What the font or the set is called.
    pub name: String,
    /// Who made it.
    pub author: String,
    /// SPDX identifier.
    pub id: String,
    /// Where it can be found.
    pub address: String,
    /// Where the identifier was written.
    place: Place,
}

impl Licence {
    fn of(written: &LicenceFile, text: &TextFile) -> Self {
        Licence {
            files: written.files.clone(),
            name: written.name.clone(),
            author: written.author.clone(),
            id: written.licence.value.trim().to_owned(),
            address: written.address.clone(),
            place: YamlText::whole(text).place(&written.licence),
        }
    }

    /// Whether it is the licence of this file.
    pub fn covers(&self, path: &str) -> bool {
        self.files.iter().any(|pattern| match pattern.split_once('*') {
            Some((start, end)) => {
                path.len() >= start.len() + end.len() && path.starts_with(start) && path.ends_with(end)
            }
            None => pattern == path,
        })
    }

    /// Why it is not allowed, if it is not. Of `MIT OR CC-BY-NC-4.0` the first is enough, of `MIT AND OFL-1.1` both must do.
    fn fault(&self) -> Option<&'static str> {
        let choices = self.id.split(" OR ").map(|choice| choice.split(" AND ").find_map(|id| fault_of(id.trim())));
        choices.min_by_key(Option::is_some).flatten()
    }
}

fn fault_of(id: &str) -> Option<&'static str> {
    let upper = id.to_uppercase();
    let has = |part: &str| upper.split('-').any(|word| word == part);
    match () {
        () if ALLOWED.iter().any(|allowed| allowed.eq_ignore_ascii_case(id)) => None,
        () if has("NC") => Some("nc"),
        () if has("ND") => Some("nd"),
        () => Some("unknown"),
    }
}

/// Licences of a theme: those of the project's `licences.yaml` first, so that they win.
pub(super) fn read(
    files: &Files,
    folder: &str,
    own: (&[LicenceFile], &TextFile),
    diagnostics: &mut Diagnostics,
) -> Vec<Licence> {
    let mut licences = Vec::new();
    let path = format!("{folder}/{FILE}");
    if files.has(&path) {
        let text = files.text(&path).map_err(|error| diagnostics.push(error)).ok();
        if let Some(text) = text {
            let added: Option<LicencesFile> = parse_yaml(&text, diagnostics);
            let added = added.map(|file| file.licences).unwrap_or_default();
            licences.extend(added.iter().map(|licence| Licence::of(licence, &text)));
        }
    }
    licences.extend(own.0.iter().map(|licence| Licence::of(licence, own.1)));
    licences
}

/// Fonts and pictures whose licence is not known or not allowed.
pub(super) fn faults<'a>(theme: &str, licences: &[Licence], paths: impl Iterator<Item = &'a str>) -> Diagnostics {
    let made = paths.filter(|path| MADE.iter().any(|ending| path.to_lowercase().ends_with(ending)));
    let without: Vec<&str> = made.filter(|path| !licences.iter().any(|licence| licence.covers(path))).collect();
    let mut faults: Diagnostics = licences.iter().filter_map(refused).collect();
    if let Some(first) = without.first() {
        let mut named = without[..without.len().min(NAMED)].join(", ");
        if without.len() > NAMED {
            named.push_str(", …");
        }
        let message = Message::new("licence-missing").arg("files", named).arg("count", without.len());
        let hint = Message::new("hint-licence-missing").arg("path", format!("themes/{theme}/{FILE}"));
        faults.push(Diagnostic::error(message).about(format!("themes/{theme}/{first}")).hint(hint));
    }
    faults
}

fn refused(licence: &Licence) -> Option<Diagnostic> {
    let fault = licence.fault()?;
    let message = Message::new("licence-refused").arg("name", &licence.name).arg("id", &licence.id).arg("fault", fault);
    let near = did_you_mean(&licence.id, ALLOWED).filter(|hint| fault == "unknown" && hint.id == "hint-did-you-mean");
    let hint = near.unwrap_or_else(|| Message::new("hint-licence-refused"));
    Some(Diagnostic::error(message).at(licence.place.clone()).hint(hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_licences_alone_are_allowed() {
        for good in ["OFL-1.1", "cc0-1.0", "CC-BY-SA-4.0", "MIT OR CC-BY-NC-4.0", "MIT AND OFL-1.1"] {
            assert_eq!(licence(good).fault(), None, "{good}");
        }
        for (bad, why) in [
            ("CC-BY-NC-SA-4.0", "nc"),
            ("CC-BY-ND-4.0", "nd"),
            ("MIT AND CC-BY-NC-4.0", "nc"),
            ("LicenseRef-bought", "unknown"),
            ("", "unknown"),
        ] {
            assert_eq!(licence(bad).fault(), Some(why), "{bad}");
        }
    }

    #[test]
    fn one_star_stands_for_letters() {
        let covers = |pattern: &str, path| Licence { files: vec![pattern.into()], ..licence("MIT") }.covers(path);
        assert!(covers("fonts/Noto-*.ttf", "fonts/Noto-Bold.ttf") && covers("a.svg", "a.svg"));
        assert!(!covers("fonts/Noto-*.ttf", "fonts/NotoSans-Bold.ttf") && !covers("ab*ba", "aba"));
    }

    fn licence(id: &str) -> Licence {
        let place = Place::new("a", &"".into(), 0..0);
        let text = || "x".to_owned();
        Licence { files: Vec::new(), name: text(), author: text(), id: id.to_owned(), address: text(), place }
    }
}
