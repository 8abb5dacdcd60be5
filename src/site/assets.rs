//! Style sheet, script and fonts of the site, for each theme that its pages take ([`files`]).

use std::collections::{BTreeMap, BTreeSet};

use super::Site;
use super::map::ASSETS;
use crate::diag::Diagnostics;
use crate::layout::web::{SITE_STYLE, STYLE};
use crate::manifest::{FileKind, SiteFile};
use crate::plan::uses;
use crate::theme::{Theme, font_faces, web_fonts};

/// Assets of every theme with pages for a site, with fonts for the letters of `pages`.
///
/// # Errors
/// A font that cannot be made smaller.
pub fn files(site: &Site<'_>, pages: &[SiteFile]) -> Result<Vec<SiteFile>, Diagnostics> {
    let mut letters: BTreeSet<char> = pages
        .iter()
        .filter(|file| file.path.ends_with(".html"))
        .flat_map(|file| String::from_utf8_lossy(&file.bytes).chars().collect::<BTreeSet<char>>())
        .collect();
    // pages of an earlier build stay: their letters are those of the sheets of their venues
    for venue in site.venues() {
        if let Some(theme) = site.source.themes.get(&venue.theme) {
            letters.extend(uses(site.source.catalog, venue, theme).letters.into_values().flatten());
        }
    }
    let mut files = Vec::new();
    let with_site: BTreeMap<&String, &Theme> = site
        .source
        .themes
        .iter()
        .filter(|(name, _)| site.source.pages.get(*name).is_some_and(|pages| pages.has_site()))
        .collect();
    for (name, theme) in with_site {
        let folder = format!("{ASSETS}/{name}");
        let fonts = web_fonts(theme, &letters)?;
        let text =
            |asset: &str| theme.assets.get(asset).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
        let style = format!("{}{}{}", font_faces(&fonts), text(STYLE), text(SITE_STYLE));
        let mut add = |path: String, bytes: Vec<u8>| {
            files.push(SiteFile { path: format!("{folder}/{path}"), bytes, kind: FileKind::Whole });
        };
        add("site.css".to_owned(), style.into_bytes());
        add("site.js".to_owned(), text("site.js").into_owned().into_bytes());
        fonts.into_iter().for_each(|font| add(format!("fonts/{}", font.file), font.bytes));
        let licences = theme.assets.iter().filter(|(path, _)| path.starts_with("fonts/") && path.ends_with(".txt"));
        licences.for_each(|(path, bytes)| add(path.clone(), bytes.clone()));
    }
    Ok(files)
}
