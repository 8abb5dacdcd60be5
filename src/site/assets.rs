//! Style sheet, script and fonts of the site, for each theme that its pages take ([`files`]).

use std::collections::BTreeMap;

use super::Site;
use super::map::ASSETS;
use crate::diag::Diagnostics;
use crate::layout::web::{SITE_STYLE, STYLE};
use crate::manifest::{FileKind, SiteFile};
use crate::model::Letters;
use crate::theme::{Theme, font_faces, web_fonts};

/// Takes in the letters of a page.
pub fn add_page(letters: &mut Letters, file: &SiteFile) {
    if file.path.ends_with(".html") {
        letters.add(&String::from_utf8_lossy(&file.bytes));
    }
}

/// Assets of every theme with pages for a site.
///
/// # Errors
/// A font that cannot be made smaller.
pub fn files(site: &Site<'_>, letters: &Letters) -> Result<Vec<SiteFile>, Diagnostics> {
    let mut files = Vec::new();
    let with_site: BTreeMap<&String, &Theme> =
        site.themes.iter().filter(|(name, _)| site.pages.get(*name).is_some_and(|pages| pages.has_site())).collect();
    for (name, theme) in with_site {
        let folder = format!("{ASSETS}/{name}");
        let fonts = web_fonts(theme, letters.all())?;
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
