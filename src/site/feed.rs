//! For machines that follow the site: a feed of tips by the day they were written (RFC 4287), the list of pages
//! (sitemaps.org), and `robots.txt` ([`files`]). All need the address at which the site is published.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::Site;
use super::map::{Spot, address, sheet};
use crate::manifest::{Entry, FileKind, SiteFile};
use crate::model::{Lang, Medium};
use crate::plan::{Library, LibraryTip};

/// Most entries of a feed.
const ENTRIES: usize = 30;
/// Most addresses of one list (sitemaps.org, protocol).
const ADDRESSES: usize = 50_000;

/// The feed of a language.
pub fn path(lang: &Lang) -> String {
    format!("{lang}/feed.xml")
}

/// Feeds, list of pages, and what robots may read.
pub fn files(site: &Site<'_>, pages: &[SiteFile]) -> Vec<SiteFile> {
    let Some(url) = &site.source.catalog.anywhere.site_url else { return Vec::new() };
    let file = |path: String, text: String| SiteFile { path, bytes: text.into_bytes(), kind: FileKind::Whole };
    let mut files: Vec<SiteFile> =
        site.libraries.iter().map(|(lang, library)| file(path(lang), feed(site, url, lang, library))).collect();
    files.push(file("sitemap.xml".to_owned(), sitemap(url, &listed(site, pages))));
    files.push(file("robots.txt".to_owned(), format!("User-agent: *\nAllow: /\nSitemap: {url}/sitemap.xml\n")));
    files
}

fn feed(site: &Site<'_>, url: &str, lang: &Lang, library: &Library) -> String {
    let words = site.chrome.words(lang);
    let word = |key: &str| escape(words.get(key).map(String::as_str).unwrap_or_default());
    let mut tips: Vec<&LibraryTip> = library.moments.iter().flat_map(|part| &part.tips).collect();
    tips.sort_by(|one, other| (other.tip.written_on, &one.tip.id).cmp(&(one.tip.written_on, &other.tip.id)));
    tips.truncate(ENTRIES);
    let source = &site.source.catalog.kit.source_language;
    let day = |tip: &LibraryTip| format!("{}T00:00:00Z", tip.tip.written_on);
    let newest = format!("{}T00:00:00Z", site.source.catalog.anywhere.date);
    let updated = tips.first().map_or(newest, |tip| day(tip));
    let home = escape(&address(url, &Spot::Home.path(lang, source)));
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n\
         <title>{} – {}</title>\n<id>{home}</id>\n<updated>{updated}</updated>\n<author><name>{}</name></author>\n\
         <link rel=\"self\" href=\"{}\"/>\n<link rel=\"alternate\" href=\"{home}\"/>\n",
        word("site_name"),
        word("site_tips"),
        word("site_name"),
        escape(&address(url, &path(lang))),
    );
    for tip in tips {
        let page = escape(&address(url, &Spot::Tip(&tip.tip.id).path(lang, source)));
        let _ = write!(
            text,
            "<entry>\n<title>{}</title>\n<id>{page}</id>\n<link href=\"{page}\"/>\n<updated>{}</updated>\n<summary>{}</summary>\n</entry>\n",
            escape(&tip.tip.action),
            day(tip),
            escape(&tip.tip.support),
        );
    }
    text + "</feed>\n"
}

/// Paths of the pages that are listed: those of the whole site and of venues, and those of all sheets that stand, made today or
/// before. Pages that stand for others, and those of sheets no longer made, are left out.
fn listed(site: &Site<'_>, pages: &[SiteFile]) -> BTreeSet<String> {
    let whole = |file: &&SiteFile| !matches!(file.kind, FileKind::Sheet { .. }) && file.path.ends_with("index.html");
    let mut paths: BTreeSet<String> = pages.iter().filter(whole).map(|file| file.path.clone()).collect();
    let of_sheet = |entry: &&Entry| {
        let (venue, lang, stem) = (entry.venue.as_ref()?, entry.lang.as_ref()?, entry.sheet.as_ref()?);
        let medium = entry.medium.as_deref();
        let stands_for_itself = medium != Some(Medium::Wallpaper.name()) || medium == Some(stem);
        (entry.kind == "sheet" && stands_for_itself).then(|| sheet(venue, lang, stem))
    };
    paths.extend(site.by_venue.values().flatten().filter_map(of_sheet));
    paths
}

fn sitemap(url: &str, paths: &BTreeSet<String>) -> String {
    let mut text =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            .to_owned();
    for path in paths.iter().take(ADDRESSES) {
        let _ = writeln!(text, "<url><loc>{}</loc></url>", escape(&address(url, path)));
    }
    text + "</urlset>\n"
}

fn escape(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
