//! A site of many venues: groups, files of search, and the same bytes from any chunks.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use pancarte::content::Catalog;
use pancarte::embed::{self, Embed};
use pancarte::files::Files;
use pancarte::layout::Pages;
use pancarte::manifest::{Entry, SiteFile};
use pancarte::model::{Lang, Venue};
use pancarte::pipeline::load;
use pancarte::plan::Outline;
use pancarte::site::{self, Common, Known, Source, Summary, Whole};
use pancarte::theme::{Roles, Theme};
use regex::Regex;
use serde_json::{Value, json};

use crate::support::{lang, root};

/// So many that the largest department is split.
const VENUES: usize = 440;
/// So few that the site is made again and again, and so many that they stand in groups.
const FEW: usize = 70;
/// Most bytes of a page that lists venues.
const PAGE: usize = 150_000;

type Tree = BTreeMap<String, Vec<u8>>;

/// A catalog of many venues, and their files as a manifest would hold them.
struct Many {
    catalog: Catalog,
    themes: BTreeMap<String, Theme>,
    entries: Vec<Entry>,
    languages: Vec<Lang>,
}

static MANY: LazyLock<Many> = LazyLock::new(|| {
    let (mut catalog, themes) = load(Files::project(&root()), &mut Vec::new()).unwrap();
    let spoken = catalog.venues.values().flat_map(|venue| venue.languages.iter().cloned()).collect();
    let languages = site::languages(&catalog, &spoken);
    let model = catalog.venues["guichet-du-marche"].clone();
    catalog.venues = (0..VENUES).map(|n| venue(&model, n)).map(|venue| (venue.id.clone(), venue)).collect();
    let entries = catalog.venues.values().flat_map(entries).collect();
    Many { catalog, themes, entries, languages }
});

/// Two thirds stand in folders; most are of one department, the rest of others, of another country, or of none.
fn venue(model: &Venue, n: usize) -> Venue {
    let towns = ["Marseille", "Évry", "Aix", "Arles", "L’Œuvre", "Salon"];
    let postcode = match n % 16 {
        0 => Some(format!("20{}00", n % 3)),
        1 => Some("D-1234".to_owned()),
        2 => None,
        3 => Some(format!("692{:02}", n % 9)),
        _ => Some(format!("13{:03}", n % 90)),
    };
    let kind = ["Médiathèque", "Guichet", "Espace"][n % 3];
    let mut venue = Venue {
        id: if n.is_multiple_of(3) || n % 16 < 4 { format!("lieu-{n}") } else { format!("13/lieu-{n}") },
        name: format!("{kind} {}{} n° {n}", ["Garçon", "Mare", "Mars", "Été"][n % 4], n / 4 % 7),
        languages: if n.is_multiple_of(5) { vec![lang("ar"), lang("fr")] } else { vec![lang("fr")] },
        colour: palette::Srgb::new(u8::try_from(n % 200).unwrap(), 30, 120),
        ..model.clone()
    };
    venue.address.street = Some(format!("{n} rue Haute"));
    venue.address.postcode = postcode;
    venue.address.town = (n % 11 != 10).then(|| towns[n % towns.len()].to_owned());
    venue
}

fn entries(venue: &Venue) -> Vec<Entry> {
    let entry = |lang: &Lang, kind: &str, file: &str| {
        let path = format!("{}/{lang}/{file}", venue.id);
        let format = file.rsplit('.').next().unwrap();
        let entry = json!({"path": path, "kind": kind, "format": format, "medium": "booklet", "venue": venue.id, "lang": lang, "sheet":
            "booklet", "title": "Livret", "pages": 8, "bytes": 9, "blake3": "", "machine": false, "made_from": []});
        serde_json::from_value(entry).unwrap()
    };
    let of = |lang| [entry(lang, "sheet", "booklet.pdf"), entry(lang, "thumbnail", "booklet-thumbnail.png")];
    venue.languages.iter().flat_map(of).collect()
}

/// What is said of a venue, and its pieces of page.
fn outline(catalog: &Catalog, venue: &Venue, pages: &Pages) -> (Outline, BTreeMap<Lang, Embed>) {
    let outline = Outline::of(catalog, venue, &MANY.themes[site::THEME], []);
    let embed = |lang: &Lang| {
        let files = embed::files(outline.advice(lang)?, &Roles::of(venue.colour), pages).unwrap();
        Some((lang.clone(), files))
    };
    let embeds = venue.languages.iter().filter_map(embed).collect();
    (outline, embeds)
}

/// The site of the first `count` venues, made from so many at a time, and what is kept of each between.
fn made(count: usize, chunk: usize) -> (Tree, Vec<Vec<u8>>) {
    let many = &*MANY;
    let theme = Arc::new(many.themes[site::THEME].clone());
    let theme = Pages::new(theme).unwrap();
    let pages = BTreeMap::from([(site::THEME.to_owned(), &theme)]);
    let first = many.catalog.venues.values().min_by_key(|venue| (&venue.name, &venue.id)).unwrap();
    let (roles, languages, themes) = (Roles::of(first.colour), &many.languages[..], &many.themes);
    let (mut tree, mut kept, mut diagnostics) = (Tree::new(), Vec::new(), Vec::new());
    let mut add = |file: SiteFile| assert!(tree.insert(file.path.clone(), file.bytes).is_none(), "{} twice", file.path);
    let all: Vec<&Venue> = many.catalog.venues.values().take(count).collect();
    let (mut catalog, _) = load(Files::project(&root()), &mut Vec::new()).unwrap();
    for venues in all.chunks(chunk) {
        catalog.venues = venues.iter().map(|venue| (venue.id.clone(), (*venue).clone())).collect();
        let own = many.entries.iter().filter(|entry| catalog.venues.contains_key(entry.venue.as_ref().unwrap()));
        let entries: Vec<Entry> = own.cloned().collect();
        let outlines: BTreeMap<String, (Outline, BTreeMap<Lang, Embed>)> =
            venues.iter().map(|venue| (venue.id.clone(), outline(&catalog, venue, &theme))).collect();
        let source = Source {
            common: Common { catalog: &catalog, themes, pages: &pages, languages, roles: roles.clone() },
            jobs: &[],
            entries: &entries,
            withdrawn: &[],
            known: outlines.iter().map(|(id, (outline, embeds))| (id.as_str(), Known { outline, embeds })).collect(),
        };
        let (files, summaries) = site::of_venues(&source, &mut diagnostics);
        kept.extend(summaries.iter().map(|summary| serde_json::to_vec(summary).unwrap()));
        files.into_iter().for_each(&mut add);
    }
    catalog.venues.clear();
    let read = |bytes: &Vec<u8>| -> Summary { serde_json::from_slice(bytes).unwrap() };
    let summaries = || Box::new(kept.iter().map(read)) as Box<dyn Iterator<Item = Summary>>;
    let common = Common { catalog: &catalog, themes, pages: &pages, languages, roles };
    let whole = Whole { common, summaries: &summaries };
    let mut give = |file| {
        add(file);
        Ok(())
    };
    site::whole(&whole, &mut give, &mut diagnostics).unwrap();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    (tree, kept)
}

static SITE: LazyLock<(Tree, Vec<Vec<u8>>)> = LazyLock::new(|| made(VENUES, VENUES));

/// Where the links of a page lead, from the top of the site.
fn links(path: &str, bytes: &[u8]) -> BTreeSet<String> {
    let link = Regex::new(r##"(?:href|src|action)="([^"#?:]+)[^":]*""##).unwrap();
    let html = String::from_utf8_lossy(bytes);
    let resolved = link.captures_iter(&html).map(|found| {
        let mut folders: Vec<&str> = path.split('/').collect();
        folders.pop();
        for part in found[1].split('/') {
            match part {
                ".." => drop(folders.pop().unwrap_or_else(|| panic!("{path}: {} leaves the site", &found[1]))),
                part => folders.push(part),
            }
        }
        folders.join("/")
    });
    resolved.collect()
}

#[test]
fn the_same_site_is_made_in_any_chunks() {
    let (tree, kept) = made(FEW, FEW);
    for chunk in [1, 7] {
        let (other, other_kept) = made(FEW, chunk);
        assert_eq!(kept, other_kept, "chunks of {chunk}");
        let differs: Vec<&String> = tree.keys().filter(|path| tree.get(*path) != other.get(*path)).collect();
        assert!(differs.is_empty() && tree.len() == other.len(), "chunks of {chunk}: {differs:?}");
    }
}

#[test]
fn a_summary_is_small() {
    let bytes: usize = SITE.1.iter().map(Vec::len).sum();
    assert_eq!(SITE.1.len(), VENUES);
    assert!(bytes / VENUES < 1024, "{} bytes", bytes / VENUES);
}

#[test]
fn every_link_of_many_venues_leads_somewhere() {
    let mut standing: BTreeSet<String> = SITE.0.keys().cloned().collect();
    for entry in &MANY.entries {
        let (venue, lang) = (entry.venue.as_ref().unwrap(), entry.lang.as_ref().unwrap());
        standing.insert(entry.path.clone());
        standing.insert(format!("{venue}/{lang}/booklet/index.html"));
        standing.extend(["fragment.html", "tips.json"].map(|file| format!("{venue}/{lang}/{file}")));
        standing.insert(format!("{venue}/fragment.css"));
    }
    for (path, bytes) in SITE.0.iter().filter(|(path, _)| path.ends_with("index.html")) {
        let lost: Vec<String> = links(path, bytes).into_iter().filter(|to| !standing.contains(to)).collect();
        assert!(lost.is_empty(), "{path}: {lost:?}");
    }
}

#[test]
fn every_venue_is_on_one_page_of_the_list() {
    for code in ["fr", "en", "ar"] {
        let top = format!("{code}/venues/index.html");
        let (mut seen, mut next, mut found) = (BTreeSet::new(), vec![top], Vec::new());
        while let Some(path) = next.pop().filter(|path| seen.insert(path.clone())).or_else(|| next.pop()) {
            let bytes = &SITE.0[&path];
            assert!(bytes.len() < PAGE, "{path}: {} bytes", bytes.len());
            for to in links(&path, bytes) {
                if to.starts_with(&format!("{code}/venues/")) && !seen.contains(&to) {
                    next.push(to);
                } else if let Some((venue, "fr" | "ar")) =
                    to.strip_suffix("/index.html").and_then(|to| to.rsplit_once('/'))
                {
                    found.push(venue.to_owned());
                }
            }
        }
        found.retain(|venue| MANY.catalog.venues.contains_key(venue));
        found.sort();
        found.dedup();
        assert_eq!(found.len(), VENUES, "{code}");
    }
    let groups = SITE.0.keys().filter(|path| path.starts_with("fr/venues/13/")).count();
    assert!(groups > 3, "a large department is split: {groups}");
    for page in ["index", "fr/embed/index", "fr/checked/index", "fr/search/index", "fr/credits/index"] {
        let html = String::from_utf8_lossy(&SITE.0[&format!("{page}.html")]).into_owned();
        assert!(html.contains("venues/index.html") && !html.contains("lieu-1/"), "{page}");
    }
}

/// Words of a venue as people type them: letters of this test have few accents.
fn words(venue: &Venue) -> BTreeSet<String> {
    let parts = [&venue.address.street, &venue.address.postcode, &venue.address.town, &venue.organisation];
    let text = parts.into_iter().flatten().fold(venue.name.clone(), |text, part| format!("{text} {part}"));
    let mut plain = text.to_lowercase();
    for (from, to) in [("é", "e"), ("è", "e"), ("ç", "c"), ("œ", "oe")] {
        plain = plain.replace(from, to);
    }
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1);
    words.map(str::to_owned).collect()
}

/// A script of one call or one value, as JSON.
fn script(text: &str, from: &str, to: &str) -> Value {
    let (_, rest) = text.split_once(from).unwrap();
    serde_json::from_str(rest.split_once(to).unwrap().0).unwrap()
}

#[test]
fn every_venue_is_in_the_search_files_of_its_words() {
    let mut by_key: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (_, bytes) in SITE.0.iter().filter(|(path, _)| path.starts_with("assets/venues/")) {
        let text = format!("[{}", String::from_utf8_lossy(bytes).trim_start_matches("pancarteVenues("));
        let file = script(&format!("={}", text.replace(");\n", "];")), "=", ";");
        let venues = file[1].as_array().unwrap().iter().map(|venue| venue[1].as_str().unwrap().to_owned());
        let venues: BTreeSet<String> = venues.collect();
        assert!(venues.len() <= 300, "{}", file[0]);
        assert!(by_key.insert(file[0].as_str().unwrap().to_owned(), venues).is_none());
    }
    for code in ["fr", "en", "ar"] {
        let index = String::from_utf8_lossy(&SITE.0[&format!("assets/search-{code}.js")]).into_owned();
        let list = script(&index, "pancarteShards=", ";\n");
        let keys: Vec<&str> = list["keys"].as_array().unwrap().iter().map(|key| key.as_str().unwrap()).collect();
        assert_eq!(keys, by_key.keys().map(String::as_str).collect::<Vec<_>>());
        assert!(!index.contains("lieu-1/"));
        let common: Vec<&str> = list["common"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
        for venue in MANY.catalog.venues.values() {
            let is_of = |key: &str, word: &str| {
                key.strip_suffix(' ').map_or_else(|| word.starts_with(key), |whole| whole == word)
            };
            let words = words(venue);
            let rare: Vec<&String> = words.iter().filter(|word| !common.contains(&word.as_str())).collect();
            assert!(!rare.is_empty(), "{}: no word finds it", venue.id);
            for word in &rare {
                assert!(keys.iter().any(|key| is_of(key, word)), "{}: {word}", venue.id);
            }
            for (key, venues) in &by_key {
                let wanted = rare.iter().any(|word| is_of(key, word));
                assert_eq!(venues.contains(&venue.id), wanted, "{} in {key:?}", venue.id);
            }
        }
    }
}

#[test]
fn many_venues_stand_in_the_list_of_pages() {
    let Some(list) = SITE.0.get("sitemap.xml") else {
        assert!(MANY.catalog.anywhere.site_url.is_none());
        return;
    };
    let list = String::from_utf8_lossy(list).into_owned();
    for entry in &MANY.entries {
        let (venue, lang) = (entry.venue.as_ref().unwrap(), entry.lang.as_ref().unwrap());
        for page in ["", "booklet/"] {
            assert!(list.contains(&format!("/{venue}/{lang}/{page}</loc>")), "{venue} {lang} {page}");
        }
    }
}
