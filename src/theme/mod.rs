//! A theme folder becomes a [`Theme`]: tokens, fonts, pictograms, templates. [`load`] is the way in.
//!
//! `theme.yaml` holds every figure in `u`, 1 % of the short side of a sheet; templates only draw.

pub mod colour;
mod fonts;
mod licences;
mod manifest;
pub mod roles;
mod web_fonts;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use colour::{Colour, Fault, TEXT_CONTRAST, VISION_CONTRAST, Vision};
pub use fonts::{Em, Fonts, Ruler};
pub use licences::{Licence, LicencesFile};
pub use manifest::{
    BookletBoxes, BoxesFile, ChecklistBoxes, EasyReadBoxes, MediumFile, SignageBoxes, ThemeFile, TipBoxes,
    WallpaperBoxes,
};
pub use roles::{FieldChange, Roles, TextPair};
pub use web_fonts::{WebFont, font_faces, web_fonts};

use crate::diag::{Diagnostic, Diagnostics, Message, Place, did_you_mean, has_errors};
use crate::files::Files;
use crate::model::{Direction, Lang, Medium};

/// The folder themes live in.
pub const FOLDER: &str = "themes";

/// A font of more than this is not a font.
const FONT_LIMIT: u64 = 32 << 20;

/// A theme, read whole.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Name of its folder.
    pub id: String,
    /// What its manifest says.
    pub file: ThemeFile,
    /// Fonts.
    pub fonts: Fonts,
    /// Family of each font file, by path inside the theme.
    pub font_files: BTreeMap<String, String>,
    /// Licences of fonts and pictures; the first that covers a file is its licence.
    pub licences: Vec<Licence>,
    /// Every other file by path inside the theme: templates, pictograms, style sheet.
    pub assets: Arc<BTreeMap<String, Vec<u8>>>,
}

impl Theme {
    /// Font families for a language, the script's own first.
    pub fn families(&self, lang: &Lang) -> &[String] {
        match lang.direction() {
            Direction::Rtl => &self.file.families.rtl,
            Direction::Ltr => &self.file.families.ltr,
        }
    }

    /// What the manifest says of a medium.
    pub fn medium(&self, medium: Medium) -> Option<&MediumFile> {
        self.file.media.get(&medium)
    }

    /// Fonts and pictures whose licence is not known, or does not let everybody print, change and sell (rule MD-LICENCE).
    pub fn licence_faults(&self) -> Diagnostics {
        let paths = self.font_files.keys().chain(self.assets.keys()).map(String::as_str);
        licences::faults(&self.id, &self.licences, paths)
    }

    /// The licences of these files, each once, in the order of the theme.
    pub fn licences_of<'a>(&self, paths: impl Iterator<Item = &'a str> + Clone) -> Vec<&Licence> {
        let of = |path: &str| self.licences.iter().position(|licence| licence.covers(path));
        let used: BTreeSet<usize> = paths.filter_map(of).collect();
        used.into_iter().map(|at| &self.licences[at]).collect()
    }

    /// Names of the pictograms.
    pub fn pictograms(&self) -> BTreeSet<&str> {
        let names = self.assets.keys().filter_map(|path| path.strip_prefix("pictograms/")?.strip_suffix(".svg"));
        names.collect()
    }
}

/// Names of the themes of a project.
pub fn names(files: &Files) -> Result<BTreeSet<String>, Diagnostic> {
    let paths = files.list(FOLDER)?;
    let folders = paths.iter().filter_map(|path| path.strip_prefix("themes/")?.strip_suffix("/theme.yaml"));
    Ok(folders.map(str::to_owned).collect())
}

/// Reads a theme.
pub fn load(files: &Files, id: &str, asked: Option<&Place>, diagnostics: &mut Diagnostics) -> Option<Theme> {
    let mut found = Diagnostics::new();
    let theme = read(files, id, asked, &mut found);
    let good = !has_errors(&found);
    diagnostics.append(&mut found);
    theme.filter(|_| good)
}

fn read(files: &Files, id: &str, asked: Option<&Place>, diagnostics: &mut Diagnostics) -> Option<Theme> {
    let folder = format!("{FOLDER}/{id}");
    let (manifest, text) = manifest::read(files, &folder, asked, diagnostics)?;
    let paths = files.list(&folder).map_err(|error| diagnostics.push(error)).ok()?;
    let mut assets = BTreeMap::new();
    let mut font_files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for path in &paths {
        let name = &path[folder.len() + 1..];
        match files.bytes(path, FONT_LIMIT) {
            Ok(bytes) if name.ends_with(".ttf") || name.ends_with(".otf") => {
                drop(font_files.insert(name.to_owned(), bytes))
            }
            Ok(bytes) => drop(assets.insert(name.to_owned(), bytes)),
            Err(error) => diagnostics.push(error),
        }
    }
    let theme = Theme {
        id: id.to_owned(),
        font_files: font_files.iter().filter_map(|(name, bytes)| Some((name.clone(), fonts::family(bytes)?))).collect(),
        fonts: Fonts::new(font_files.into_values()),
        licences: licences::read(files, &folder, (&manifest.licences, &text), diagnostics),
        file: manifest,
        assets: Arc::new(assets),
    };
    theme.check(&text, diagnostics);
    diagnostics.extend(theme.licence_faults());
    Some(theme)
}

impl Theme {
    /// A family without a font, or a medium without its template, would only show on paper.
    fn check(&self, text: &crate::files::TextFile, diagnostics: &mut Diagnostics) {
        let place = |word: &str| {
            let at = text.text.find(word).unwrap_or(0);
            text.place(at..at + word.len())
        };
        for family in self.file.families.ltr.iter().chain(&self.file.families.rtl) {
            if !self.fonts.has_family(family) {
                let message = Message::new("font-missing").arg("family", family).arg("theme", &self.id);
                let hint = Message::new("hint-font-missing").arg("folder", format!("{FOLDER}/{}/fonts", self.id));
                diagnostics.push(Diagnostic::error(message).at(place(family)).hint(hint));
            }
        }
        for template in self.file.media.values().flat_map(|medium| [&medium.template, &medium.page]) {
            if !self.assets.contains_key(template.as_str()) {
                let message = Message::new("template-missing").arg("template", template).arg("theme", &self.id);
                let ending = template.rsplit('.').next().unwrap_or_default();
                let alike = self.assets.keys().map(String::as_str).filter(|path| path.ends_with(ending));
                let hint = did_you_mean(template, alike);
                diagnostics.push(Diagnostic::error(message).at(place(template)).hint(hint));
            }
        }
    }
}
