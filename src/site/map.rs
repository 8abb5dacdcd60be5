//! Where the pages of the site stand: [`Spot`], and the links between them ([`relative`]).
//!
//! Every page is the `index.html` of a folder, so that any server finds the permanent addresses that sheets carry, and links name
//! that file, so that the site also works from a folder on a disk.

use crate::model::Lang;

/// The folder of the site in the output folder.
pub const FOLDER: &str = "site";
/// The folder of style sheets, scripts and fonts in the site.
pub const ASSETS: &str = "assets";

/// A page of the whole site, in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot<'a> {
    /// The first page.
    Home,
    /// All tips.
    Tips,
    /// One tip.
    Tip(&'a str),
    /// All tips in easy words.
    EasyRead,
    /// All venues.
    Venues,
    /// Some of many venues, by the name of their group: `13`, `13/m`.
    VenuesOf(&'a str),
    /// What staff need.
    Staff,
    /// A document to paste, by id.
    Document(&'a str),
    /// Search.
    Search,
    /// What was checked.
    Checked,
    /// Whose work it is.
    Credits,
    /// For other sites.
    Embed,
}

impl Spot<'_> {
    /// Path under the site. The first page of the language that authors write first stands at the top.
    pub fn path(self, lang: &Lang, source: &Lang) -> String {
        let folder = match self {
            Spot::Home if lang == source => return "index.html".to_owned(),
            Spot::Home => return format!("{lang}/index.html"),
            Spot::Tips => "tips".to_owned(),
            Spot::Tip(id) => format!("tips/{id}"),
            Spot::EasyRead => "easy".to_owned(),
            Spot::Venues => "venues".to_owned(),
            Spot::VenuesOf(group) => format!("venues/{group}"),
            Spot::Staff => "staff".to_owned(),
            Spot::Document(id) => format!("staff/{id}"),
            Spot::Search => "search".to_owned(),
            Spot::Checked => "checked".to_owned(),
            Spot::Credits => "credits".to_owned(),
            Spot::Embed => "embed".to_owned(),
        };
        format!("{lang}/{folder}/index.html")
    }
}

/// The page of a venue in a language, or in two: `fr+ar` leads to that of the first.
pub fn venue(id: &str, tag: &str) -> String {
    format!("{id}/{}/index.html", first_code(tag))
}

/// The page of a sheet, at its permanent address.
pub fn sheet(venue: &str, tag: &str, stem: &str) -> String {
    format!("{venue}/{tag}/{stem}/index.html")
}

/// The first language of a tag: `fr` of `fr+ar`.
pub fn first_code(tag: &str) -> &str {
    tag.split('+').next().unwrap_or(tag)
}

/// A link from one file of the site to another.
pub fn relative(from: &str, to: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let folders = from.len() - 1;
    let shared = from[..folders].iter().zip(&to[..to.len() - 1]).take_while(|(one, other)| one == other).count();
    let up = "../".repeat(folders - shared);
    format!("{up}{}", to[shared..].join("/"))
}

/// The address of a page on the web: its folder.
pub fn address(site_url: &str, path: &str) -> String {
    format!("{site_url}/{}", path.strip_suffix("index.html").unwrap_or(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_go_up_and_down() {
        let cases = [
            ("index.html", "fr/tips/index.html", "fr/tips/index.html"),
            ("fr/tips/regards/index.html", "fr/tips/usb/index.html", "../usb/index.html"),
            ("fr/tips/index.html", "index.html", "../../index.html"),
            ("a/fr/index.html", "a/fr/index.html", "index.html"),
            ("a/fr/poster/index.html", "a/fr/poster.pdf", "../poster.pdf"),
            ("fr/staff/index.html", "fr/staff/mandat/index.html", "mandat/index.html"),
            // an id of a venue may hold a folder
            ("13/a/fr/index.html", "13/a/fr/poster/index.html", "poster/index.html"),
            ("13/a/fr/index.html", "13/b/fr/index.html", "../../b/fr/index.html"),
            ("13/a/fr/index.html", "fr/venues/13/index.html", "../../../fr/venues/13/index.html"),
        ];
        for (from, to, link) in cases {
            assert_eq!(relative(from, to), link, "{from} to {to}");
        }
    }

    #[test]
    fn the_source_language_has_the_first_page() {
        let (french, english) = (Lang::french(), Lang::parse("en").unwrap());
        assert_eq!(Spot::Home.path(&french, &french), "index.html");
        assert_eq!(Spot::Home.path(&english, &french), "en/index.html");
        assert_eq!(Spot::Tip("usb").path(&french, &french), "fr/tips/usb/index.html");
    }
}
