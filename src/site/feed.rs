//! For machines that follow the site: a feed of tips by the day they were written (RFC 4287), the list of pages
//! (sitemaps.org), and `robots.txt` ([`files`]). All need the address at which the site is published.

use std::fmt::Write as _;

use super::map::{Spot, address};
use super::{Overview, Site, Summaries};
use crate::diag::Diagnostic;
use crate::manifest::{FileKind, SiteFile};
use crate::model::Lang;
use crate::plan::{Library, LibraryTip};

/// Most entries of a feed.
const ENTRIES: usize = 30;
/// Most addresses of one list (sitemaps.org, protocol).
const ADDRESSES: usize = 50_000;
/// Most bytes of one list (sitemaps.org, protocol: 50 MB), with room for its head and foot.
const BYTES: usize = 50 * 1024 * 1024 - 1024;

/// The feed of a language.
pub fn path(lang: &Lang) -> String {
    format!("{lang}/feed.xml")
}

/// Feeds, list of pages, and what robots may read; `paths` are the pages of the whole site.
///
/// # Errors
/// What `give` returns.
pub fn files(
    all: &Overview<'_>,
    summaries: Summaries<'_>,
    paths: Vec<String>,
    give: &mut dyn FnMut(SiteFile) -> Result<(), Diagnostic>,
) -> Result<(), Diagnostic> {
    let Some(url) = &all.site.catalog.anywhere.site_url else { return Ok(()) };
    let mut file =
        |path: String, text: String| give(SiteFile { path, bytes: text.into_bytes(), kind: FileKind::Whole });
    for (lang, library) in &all.libraries {
        file(path(lang), feed(&all.site, url, lang, library))?;
    }
    let whole = paths.into_iter().filter(|path| path.ends_with("index.html"));
    sitemaps(url, whole.chain(summaries().flat_map(|summary| summary.paths().collect::<Vec<_>>())), &mut file)?;
    file("robots.txt".to_owned(), format!("User-agent: *\nAllow: /\nSitemap: {url}/sitemap.xml\n"))
}

fn feed(site: &Site<'_>, url: &str, lang: &Lang, library: &Library) -> String {
    let words = site.chrome.words(lang);
    let word = |key: &str| escape(words.get(key).map(String::as_str).unwrap_or_default());
    let mut tips: Vec<&LibraryTip> = library.moments.iter().flat_map(|part| &part.tips).collect();
    tips.sort_by(|one, other| (other.tip.written_on, &one.tip.id).cmp(&(one.tip.written_on, &other.tip.id)));
    tips.truncate(ENTRIES);
    let source = &site.catalog.kit.source_language;
    let day = |tip: &LibraryTip| format!("{}T00:00:00Z", tip.tip.written_on);
    let newest = format!("{}T00:00:00Z", site.catalog.anywhere.date);
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

/// The list of pages; where they are more than one list may hold, several lists and a list of these.
fn sitemaps(
    url: &str,
    paths: impl Iterator<Item = String>,
    file: &mut dyn FnMut(String, String) -> Result<(), Diagnostic>,
) -> Result<(), Diagnostic> {
    let (mut held, mut bytes, mut lists) = (Vec::new(), 0, 0_usize);
    let name = |list: usize| format!("sitemap-{list}.xml");
    for path in paths {
        let line = path_line(url, &path).len();
        if held.len() == ADDRESSES || bytes + line > BYTES {
            lists += 1;
            file(name(lists), sitemap(url, std::mem::take(&mut held)))?;
            bytes = 0;
        }
        bytes += line;
        held.push(path);
    }
    if lists == 0 {
        return file("sitemap.xml".to_owned(), sitemap(url, held));
    }
    lists += 1;
    file(name(lists), sitemap(url, held))?;
    let mut index = format!("{HEAD}<sitemapindex {SCHEMA}>\n");
    for list in 1..=lists {
        let _ = writeln!(index, "<sitemap><loc>{}</loc></sitemap>", escape(&address(url, &name(list))));
    }
    file("sitemap.xml".to_owned(), index + "</sitemapindex>\n")
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
const SCHEMA: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

fn sitemap(url: &str, mut paths: Vec<String>) -> String {
    paths.sort();
    paths.dedup();
    let lines: String = paths.iter().map(|path| path_line(url, path)).collect();
    format!("{HEAD}<urlset {SCHEMA}>\n{lines}</urlset>\n")
}

fn path_line(url: &str, path: &str) -> String {
    format!("<url><loc>{}</loc></url>\n", escape(&address(url, path)))
}

fn escape(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://exemple.fr/postes";

    fn lists(paths: impl Iterator<Item = String>) -> Vec<(String, String)> {
        let mut lists = Vec::new();
        let mut file = |path, text| {
            lists.push((path, text));
            Ok(())
        };
        sitemaps(URL, paths, &mut file).unwrap();
        lists
    }

    fn addresses(list: &str) -> usize {
        list.matches("<loc>").count()
    }

    #[test]
    fn few_pages_stand_in_one_list() {
        let lists = lists((0..3).map(|at| format!("{}/fr/index.html", at / 2)));
        assert_eq!(lists.len(), 1);
        assert_eq!((lists[0].0.as_str(), addresses(&lists[0].1)), ("sitemap.xml", 2), "none stands there twice");
    }

    #[test]
    fn many_pages_stand_in_several_lists_and_a_list_of_these() {
        let lists = lists((0..ADDRESSES + 1).map(|at| format!("{at}/fr/index.html")));
        let told: Vec<(&str, usize)> = lists.iter().map(|(path, text)| (path.as_str(), addresses(text))).collect();
        assert_eq!(told, [("sitemap-1.xml", ADDRESSES), ("sitemap-2.xml", 1), ("sitemap.xml", 2)]);
        assert!(lists[2].1.contains(&format!("<loc>{URL}/sitemap-2.xml</loc>")), "{}", lists[2].1);
    }

    #[test]
    fn long_addresses_are_few_in_a_list() {
        let long = "a".repeat(BYTES / 3);
        let lists = lists((0..4).map(|at| format!("{at}{long}/index.html")));
        let told: Vec<usize> = lists.iter().map(|(_, text)| addresses(text)).collect();
        assert_eq!(told, [2, 2, 2]);
        assert!(lists.iter().all(|(_, text)| text.len() <= 50 * 1024 * 1024));
    }
}
