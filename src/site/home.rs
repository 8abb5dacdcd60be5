//! The first page: what it is about, tips by moment, the venues, what can be taken ([`pages`]); and the page of what is not there.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::chrome::Place;
use super::downloads::{self, Strings, word};
use super::map::Spot;
use super::register::ON_FIRST_PAGE;
use super::summary::{self, Card, Panel};
use super::tips::tip_link;
use super::{Drawing, Overview};
use crate::manifest::{Entry, FileKind};
use crate::model::{Lang, Medium};
use crate::plan::{Library, LibraryPart};

/// Most tips of a moment on the first page.
const TIPS: usize = 4;

/// Groups of sheets that the first page shows.
const PANELS: [&str; 4] = ["posters", "wallpapers", "booklet", "easy"];

/// The first page in each language, and the page of what is not there.
pub fn pages(all: &Overview<'_>) -> Vec<Drawing> {
    let mut pages = all.in_languages(Spot::Home, "site-home.html", |place, library| Some(home(all, place, library)));
    pages.push(not_found(all));
    pages
}

fn home(all: &Overview<'_>, place: &Place, library: &Library) -> Value {
    let chrome = &all.site.chrome;
    let words = chrome.words(&place.lang);
    let named = all.venues.named();
    let shown: Vec<Value> = named.iter().take(ON_FIRST_PAGE).map(|card| venue_card(all, place, card, &words)).collect();
    json!({
        "title": format!("{} {}", word(&words, "slogan_1"), word(&words, "slogan_2")),
        "description": words.get("site_lead"),
        "moments": library.moments.iter().map(|part| moment(all, place, part)).collect::<Vec<_>>(),
        "venues": shown,
        "more_venues": named.len().saturating_sub(ON_FIRST_PAGE),
        "many": all.venues.many(&place.lang),
        "staff": library.situations.iter().map(|part| json!({
            "id": part.id,
            "name": part.name,
            "lead": part.lead,
            "href": format!("{}#{}", chrome.to(place, Spot::Staff), part.id),
        })).collect::<Vec<_>>(),
    })
}

/// A moment with its first tips, of those that hold in most venues.
fn moment(all: &Overview<'_>, place: &Place, part: &LibraryPart) -> Value {
    let tips = part.tips.iter().filter(|tip| !tip.some_venues).take(TIPS);
    json!({
        "id": part.id,
        "name": part.name,
        "lead": part.lead,
        "tips": tips.map(|tip| tip_link(&all.site, place, tip)).collect::<Vec<_>>(),
    })
}

/// A venue in its colours, with one sheet of each group.
fn venue_card(all: &Overview<'_>, place: &Place, card: &Card, words: &Strings) -> Value {
    let lang = card.reader_language(&place.lang);
    let page = place.link(&summary::page(card, &place.lang));
    let panels = all.venues.panels.get(&card.id).and_then(|panels| panels.get(&lang));
    let group = |panel: &Panel| {
        let sheet = |(path, width, height): &(String, Option<u64>, Option<u64>)| {
            json!({
                "pictures": [place.link(&format!("{}/{path}", card.id))],
                "thumbnail_width": width,
                "thumbnail_height": height,
            })
        };
        json!({
            "id": panel.group,
            "name": words.get(&format!("site_group_{}", panel.group)),
            "told": told(panel, words),
            "href": format!("{page}#{}", panel.group),
            "sheets": panel.pictures.iter().map(sheet).collect::<Vec<_>>(),
        })
    };
    json!({
        "id": card.id,
        // an id may hold a folder, the name of an element in a style sheet no slash
        "key": card.id.replace('/', "-"),
        "name": card.name,
        "href": page,
        "colours": card.roles(),
        "groups": panels.into_iter().flatten().map(group).collect::<Vec<_>>(),
    })
}

/// What the first page may show of the sheets of a venue in a language.
pub fn panels(entries: &[&Entry], id: &str, lang: &Lang) -> Vec<Panel> {
    let groups = downloads::groups(entries, lang, "", &BTreeMap::new());
    let panel = |name: &&str| {
        let group = groups.iter().find(|group| group["id"] == **name)?;
        // words that stand for pictures in another language are no picture
        let pictured = group["sheets"].as_array()?.iter().filter(|sheet| !sheet["thumbnail"].is_null());
        let sheets: Vec<Value> = pictured.cloned().collect();
        let pages = sheets.first()?["pages"].as_u64();
        let pictures = shown(name, &sheets).into_iter().map(|sheet| summary::picture(sheet, id)).collect();
        Some(Panel { group: (*name).to_owned(), sizes: sizes(&sheets), pages, count: sheets.len(), pictures })
    };
    PANELS.iter().filter_map(panel).collect()
}

/// Sizes of the sheets of a panel.
fn sizes(sheets: &[Value]) -> String {
    let mut sizes: Vec<&str> = Vec::new();
    for size in sheets.iter().filter_map(|sheet| sheet["size"].as_str()).filter(|size| !size.is_empty()) {
        if !sizes.contains(&size) {
            sizes.push(size);
        }
    }
    match sizes.len() {
        0..=2 => sizes.join(", "),
        several => format!("{} – {}", sizes[0], sizes[several - 1]),
    }
}

/// Sizes of the sheets of a panel, and how many sheets there are.
fn told(panel: &Panel, words: &Strings) -> Vec<String> {
    let pages = panel.pages.filter(|pages| *pages > 1);
    let pages = pages.map(|pages| format!("{pages} {}", word(words, "pages_label")));
    let count = (panel.count > 1).then(|| word(words, "site_count").replace("{n}", &panel.count.to_string()));
    [Some(panel.sizes.clone()), pages, count].into_iter().flatten().filter(|part| !part.is_empty()).collect()
}

/// What a panel shows: of posters a checklist and one tip beside each other, of the rest the first.
fn shown<'v>(group: &str, sheets: &'v [Value]) -> Vec<&'v Value> {
    let one_tip = Value::from(Medium::PosterTip.name());
    let second = sheets.iter().find(|sheet| group == "posters" && sheet["medium"] == one_tip);
    let first = sheets.iter().rev().find(|sheet| group == "posters" && sheet["medium"] != one_tip).or(sheets.first());
    first
        .into_iter()
        .chain(second.filter(|second| first.is_some_and(|first| first["stem"] != second["stem"])))
        .collect()
}

/// Servers show this page for any address, so that its links are full addresses; without one it has none but to the first page.
fn not_found(all: &Overview<'_>) -> Drawing {
    let site = &all.site;
    let source = &site.catalog.kit.source_language;
    let mut place = site.chrome.place(Spot::Home, source, &[], site.theme);
    place.root = place.site_url.take();
    place.path = "404.html".to_owned();
    let words = site.chrome.words(source);
    let own = json!({"title": words.get("site_missing_title")});
    let context = site.chrome.around(&place, None, &site.roles, own);
    Drawing { place, kind: FileKind::Whole, template: "site-404.html", context }
}
