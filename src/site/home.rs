//! The first page: what it is about, tips by moment, the venues, what can be taken ([`pages`]); and the page of what is not there.

use serde_json::{Value, json};

use super::chrome::Place;
use super::downloads::{self, Strings, word};
use super::map::{self, Spot};
use super::tips::tip_link;
use super::{Drawing, Site, venues};
use crate::manifest::FileKind;
use crate::model::{Medium, Venue};
use crate::plan::{Library, LibraryPart};
use crate::theme::Roles;

/// Most tips of a moment on the first page.
const TIPS: usize = 4;
/// Most venues that the first page shows in their colours: more of them are found by their page and by search.
const VENUES: usize = 12;

/// Groups of sheets that the first page shows.
const PANELS: [&str; 4] = ["posters", "wallpapers", "booklet", "easy"];

/// The first page in each language, and the page of what is not there.
pub fn pages(site: &Site<'_>) -> Vec<Drawing> {
    let mut pages = site.in_languages(Spot::Home, "site-home.html", |place, library| Some(home(site, place, library)));
    pages.push(not_found(site));
    pages
}

fn home(site: &Site<'_>, place: &Place, library: &Library) -> Value {
    let words = site.chrome.words(&place.lang);
    let venues = site.venues();
    let shown: Vec<Value> = venues.iter().take(VENUES).map(|venue| venue_card(site, place, venue, &words)).collect();
    json!({
        "title": format!("{} {}", word(&words, "slogan_1"), word(&words, "slogan_2")),
        "description": words.get("site_lead"),
        "moments": library.moments.iter().map(|part| moment(site, place, part)).collect::<Vec<_>>(),
        "venues": shown,
        "more_venues": venues.len().saturating_sub(VENUES),
        "staff": library.situations.iter().map(|part| json!({
            "id": part.id,
            "name": part.name,
            "lead": part.lead,
            "href": format!("{}#{}", site.chrome.to(place, Spot::Staff), part.id),
        })).collect::<Vec<_>>(),
    })
}

/// A moment with its first tips, of those that hold in most venues.
fn moment(site: &Site<'_>, place: &Place, part: &LibraryPart) -> Value {
    let tips = part.tips.iter().filter(|tip| !tip.some_venues).take(TIPS);
    json!({
        "id": part.id,
        "name": part.name,
        "lead": part.lead,
        "tips": tips.map(|tip| tip_link(site, place, tip)).collect::<Vec<_>>(),
    })
}

/// A venue in its colours, with one sheet of each group.
fn venue_card(site: &Site<'_>, place: &Place, venue: &Venue, words: &Strings) -> Value {
    let lang = &venues::reader_language(site, venue, &place.lang);
    let page = map::venue(&venue.id, lang.code());
    let entries = site.by_venue.get(venue.id.as_str()).map(Vec::as_slice).unwrap_or_default();
    let groups = downloads::groups(entries, lang, &place.path, words);
    let first = |id: &str| {
        let group = groups.iter().find(|group| group["id"] == id)?;
        // words that stand for pictures in another language are no picture
        let pictured = group["sheets"].as_array()?.iter().filter(|sheet| !sheet["thumbnail"].is_null());
        let sheets: Vec<Value> = pictured.cloned().collect();
        (!sheets.is_empty()).then(|| {
            json!({
                "id": id,
                "name": group["name"],
                "told": told(&sheets, words),
                "href": format!("{}#{id}", place.link(&page)),
                "sheets": shown(id, &sheets),
            })
        })
    };
    let panels: Vec<Value> = PANELS.iter().filter_map(|id| first(id)).collect();
    json!({
        "id": venue.id,
        "name": venue.name,
        "href": place.link(&page),
        "colours": Roles::of(venue.colour),
        "groups": panels,
    })
}

/// Sizes of the sheets of a panel, and how many sheets there are.
fn told(sheets: &[Value], words: &Strings) -> Vec<String> {
    let mut sizes: Vec<&str> = Vec::new();
    for size in sheets.iter().filter_map(|sheet| sheet["size"].as_str()).filter(|size| !size.is_empty()) {
        if !sizes.contains(&size) {
            sizes.push(size);
        }
    }
    let sizes = match sizes.len() {
        0..=2 => sizes.join(", "),
        several => format!("{} – {}", sizes[0], sizes[several - 1]),
    };
    let pages = sheets.first().and_then(|sheet| sheet["pages"].as_u64()).filter(|pages| *pages > 1);
    let pages = pages.map(|pages| format!("{pages} {}", word(words, "pages_label")));
    let count = (sheets.len() > 1).then(|| word(words, "site_count").replace("{n}", &sheets.len().to_string()));
    [Some(sizes), pages, count].into_iter().flatten().filter(|part| !part.is_empty()).collect()
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
fn not_found(site: &Site<'_>) -> Drawing {
    let source = &site.source.catalog.kit.source_language;
    let mut place = site.chrome.place(Spot::Home, source, &[], site.theme);
    place.root = place.site_url.take();
    place.path = "404.html".to_owned();
    let words = site.chrome.words(source);
    let own = json!({"title": words.get("site_missing_title")});
    let context = site.chrome.around(&place, None, &site.roles, own);
    Drawing { place, kind: FileKind::Whole, template: "site-404.html", context }
}
