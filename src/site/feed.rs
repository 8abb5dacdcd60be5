//! For machines that follow the site: a feed of tips by the day they were written (RFC 4287), the list of pages
//! (sitemaps.org), and `robots.txt` ([`files`]). All need the address at which the site is published.

use std::fmt::Write as _;

use super::Site;
use super::map::{Spot, address};
use crate::model::Lang;
use crate::output::{FileKind, SiteFile};
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
    files.push(file("sitemap.xml".to_owned(), sitemap(url, pages)));
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
    let updated = tips.first().map(|tip| day(tip)).unwrap_or_default();
    let home = address(url, &Spot::Home.path(lang, source));
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

/// Pages that stand for others, and those of sheets no longer made, are left out.
fn sitemap(url: &str, pages: &[SiteFile]) -> String {
    let listed = |file: &&SiteFile| match &file.kind {
        FileKind::Whole | FileKind::Venue { .. } => file.path.ends_with("index.html"),
        FileKind::Sheet { medium, sheet, withdrawn, .. } => !withdrawn && (medium != "wallpaper" || sheet == medium),
    };
    let mut text =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            .to_owned();
    for file in pages.iter().filter(listed).take(ADDRESSES) {
        let _ = writeln!(text, "<url><loc>{}</loc></url>", escape(&address(url, &file.path)));
    }
    text + "</urlset>\n"
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
