//! What was checked, whose work it is, what other sites can take, and search ([`pages`]).

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::chrome::Place;
use super::downloads::Strings;
use super::map::Spot;
use super::register::least_contrast;
use super::summary::Card;
use super::tips::{tip_link, venue_link};
use super::{Drawing, Overview, venues};
use crate::credits;
use crate::model::{Lang, Status};
use crate::plan::Library;
use crate::theme::TEXT_CONTRAST;

/// These pages in each language.
pub fn pages(all: &Overview<'_>) -> Vec<Drawing> {
    let mut pages = all.in_languages(Spot::Checked, "site-checked.html", |place, _| Some(checked(all, place)));
    pages.extend(all.in_languages(Spot::Credits, "site-credits.html", |place, _| Some(credit(all, place))));
    pages.extend(all.in_languages(Spot::Embed, "site-embed.html", |place, _| Some(embed(all, place))));
    pages
        .extend(all.in_languages(Spot::Search, "site-search.html", |place, library| Some(search(all, place, library))));
    pages
}

/// Figures that the build itself knows; what they are worth, people decide.
fn checked(all: &Overview<'_>, place: &Place) -> Value {
    let words = all.site.chrome.words(&place.lang);
    let (sheets, pdfs) = all.venues.counts;
    let contrast = |card: &Card| {
        let roles = card.roles();
        json!({
            "venue": venue_link(place, card),
            "brand": roles.brand,
            "field": roles.field,
            "least": decimal(least_contrast(&roles), &words),
        })
    };
    let lang = &place.lang;
    let tips = all.site.catalog.tips.values().filter(|tip| tip.words.contains_key(lang));
    let easy: Vec<_> = tips.clone().filter(|tip| !tip.words[lang].easy.is_empty()).collect();
    let read = easy.iter().filter(|tip| all.site.catalog.review(tip, lang).is_some()).count();
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
        "venues": all.venues.named().iter().map(contrast).collect::<Vec<_>>(),
        "many": all.venues.many(&place.lang),
        "least": decimal(all.venues.least, &words),
    })
}

/// One decimal, rounded down: a contrast is never said better than it is.
fn decimal(number: f64, words: &Strings) -> String {
    let mark = words.get("decimal_mark").map_or(".", String::as_str);
    let tenths = (number * 10.0).floor();
    format!("{}{mark}{}", (tenths / 10.0).floor(), tenths % 10.0)
}

fn credit(all: &Overview<'_>, place: &Place) -> Value {
    let words = all.site.chrome.words(&place.lang);
    let themes = all.site.themes.values();
    let none = BTreeSet::new();
    let logos = if all.venues.is_large() { &none } else { &all.venues.logos };
    json!({
        "title": words.get("credits_title"),
        "description": words.get("site_credits_lead"),
        "parts": credits::of_project(all.site.catalog, themes, logos, &place.lang),
        "many": all.venues.many(&place.lang),
    })
}

fn embed(all: &Overview<'_>, place: &Place) -> Value {
    let words = all.site.chrome.words(&place.lang);
    let venue = |card: &Card| {
        let link = |lang: &Lang| {
            json!({
                "lang": lang,
                "dir": lang.direction(),
                "name": all.site.chrome.language_name(lang.code()),
                "href": place.link(&venues::embed_path(&card.id, lang.code())),
            })
        };
        json!({"name": card.name, "links": card.embedded.iter().map(link).collect::<Vec<_>>()})
    };
    json!({
        "title": words.get("site_embed_title"),
        "description": words.get("site_embed_lead"),
        "venues": all.venues.named().iter().map(venue).collect::<Vec<_>>(),
        "many": all.venues.many(&place.lang),
    })
}

/// The search page lists everything, so that it serves without a script.
fn search(all: &Overview<'_>, place: &Place, library: &Library) -> Value {
    let words = all.site.chrome.words(&place.lang);
    let parts = library.moments.iter().chain(&library.situations);
    let mut seen = BTreeSet::new();
    let mut tips = Vec::new();
    for tip in parts.flat_map(|part| &part.tips) {
        if seen.insert(tip.tip.id.clone()) {
            tips.push(tip_link(&all.site, place, tip));
        }
    }
    json!({
        "title": words.get("site_search"),
        "description": words.get("site_search_lead"),
        "tips": tips,
        "venues": all.venues.named().iter().map(|card| venue_link(place, card)).collect::<Vec<_>>(),
        "many": all.venues.many(&place.lang),
    })
}
