//! What was checked, whose work it is, what other sites can take, and search ([`pages`]).

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::chrome::Place;
use super::downloads::Strings;
use super::map::Spot;
use super::tips::{tip_link, venue_link};
use super::{Drawing, Site, venues};
use crate::credits;
use crate::model::{Lang, Status, Venue};
use crate::plan::Library;
use crate::theme::{Roles, TEXT_CONTRAST};

/// These pages in each language.
pub fn pages(site: &Site<'_>) -> Vec<Drawing> {
    let mut pages = site.in_languages(Spot::Checked, "site-checked.html", |place, _| Some(checked(site, place)));
    pages.extend(site.in_languages(Spot::Credits, "site-credits.html", |place, _| Some(credit(site, place))));
    pages.extend(site.in_languages(Spot::Embed, "site-embed.html", |place, _| Some(embed(site, place))));
    pages.extend(
        site.in_languages(Spot::Search, "site-search.html", |place, library| Some(search(site, place, library))),
    );
    pages
}

/// Figures that the build itself knows; what they are worth, people decide.
fn checked(site: &Site<'_>, place: &Place) -> Value {
    let words = site.chrome.words(&place.lang);
    let sheets = site.source.entries.iter().filter(|entry| entry.kind == "thumbnail").count();
    let pdfs = site.source.entries.iter().filter(|entry| entry.kind == "sheet" && entry.format == "pdf").count();
    let contrast = |venue: &&Venue| {
        let pairs = Roles::of(venue.colour).text_pairs();
        let least = pairs.iter().map(|pair| pair.fore.contrast(pair.ground)).fold(f64::INFINITY, f64::min);
        json!({
            "venue": venue_link(site, place, venue),
            "brand": Roles::of(venue.colour).brand,
            "field": Roles::of(venue.colour).field,
            "least": decimal(least, &words),
        })
    };
    let lang = &place.lang;
    let tips = site.source.catalog.tips.values().filter(|tip| tip.words.contains_key(lang));
    let easy: Vec<_> = tips.clone().filter(|tip| !tip.words[lang].easy.is_empty()).collect();
    let read = easy.iter().filter(|tip| site.source.catalog.review(tip, lang).is_some()).count();
    let machine = tips.clone().filter(|tip| tip.words[lang].status == Status::Machine).count();
    json!({
        "title": words.get("site_checked"),
        "description": words.get("site_checked_lead"),
        "figures": [
            {"value": sheets, "label": words.get("site_checked_sheets")},
            {"value": pdfs, "label": words.get("site_checked_pdfs")},
            {"value": decimal(TEXT_CONTRAST, &words), "label": words.get("site_checked_contrast")},
            {"value": format!("{read} / {}", easy.len()), "label": words.get("site_checked_read")},
        ],
        "machine": machine,
        "venues": site.venues().iter().map(contrast).collect::<Vec<_>>(),
    })
}

/// One decimal, rounded down: a contrast is never said better than it is.
fn decimal(number: f64, words: &Strings) -> String {
    let mark = words.get("decimal_mark").map_or(".", String::as_str);
    let tenths = (number * 10.0).floor();
    format!("{}{mark}{}", (tenths / 10.0).floor(), tenths % 10.0)
}

fn credit(site: &Site<'_>, place: &Place) -> Value {
    let words = site.chrome.words(&place.lang);
    let themes = site.source.themes.values();
    json!({
        "title": words.get("credits_title"),
        "description": words.get("site_credits_lead"),
        "parts": credits::of_project(site.source.catalog, themes, &place.lang),
    })
}

fn embed(site: &Site<'_>, place: &Place) -> Value {
    let words = site.chrome.words(&place.lang);
    let venue = |venue: &&Venue| {
        let languages = venues::languages(site, venue);
        let links = languages.iter().filter(|lang| venues::embedded(site, venue, lang).is_some()).map(|lang: &Lang| {
            json!({
                "lang": lang,
                "dir": lang.direction(),
                "name": site.chrome.language_name(lang.code()),
                "href": place.link(&venues::embed_path(&venue.id, lang.code())),
            })
        });
        json!({"name": venue.name, "links": links.collect::<Vec<_>>()})
    };
    json!({
        "title": words.get("site_embed_title"),
        "description": words.get("site_embed_lead"),
        "venues": site.venues().iter().map(venue).collect::<Vec<_>>(),
    })
}

/// The search page lists everything, so that it serves without a script.
fn search(site: &Site<'_>, place: &Place, library: &Library) -> Value {
    let words = site.chrome.words(&place.lang);
    let parts = library.moments.iter().chain(&library.situations);
    let mut seen = BTreeSet::new();
    let mut tips = Vec::new();
    for tip in parts.flat_map(|part| &part.tips) {
        if seen.insert(tip.tip.id.clone()) {
            tips.push(tip_link(site, place, tip));
        }
    }
    json!({
        "title": words.get("site_search"),
        "description": words.get("site_search_lead"),
        "tips": tips,
        "venues": site.venues().iter().map(|venue| venue_link(site, place, venue)).collect::<Vec<_>>(),
    })
}
