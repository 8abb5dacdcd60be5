//! Pages of tips: all of them, each of them, and all in easy words ([`pages`]).

use serde_json::{Value, json};

use super::chrome::Place;
use super::map::Spot;
use super::summary::{self, Card};
use super::{Drawing, Overview, Site, register};
use crate::model::Tip;
use crate::plan::{Library, LibraryPart, LibraryTip, date_text};

/// Pages of tips in each language.
pub fn pages(all: &Overview<'_>) -> Vec<Drawing> {
    let mut pages = all.in_languages(Spot::Tips, "site-tips.html", |place, library| Some(every(all, place, library)));
    pages.extend(all.in_languages(Spot::EasyRead, "site-easy.html", |place, library| easy(all, place, library)));
    for tip in all.site.catalog.tips.values() {
        pages.extend(
            all.in_languages(Spot::Tip(&tip.id), "site-tip.html", |place, library| one(all, place, library, tip)),
        );
    }
    pages
}

/// A tip as a row that leads to its page.
pub fn tip_link(site: &Site<'_>, place: &Place, tip: &LibraryTip) -> Value {
    json!({
        "id": tip.tip.id,
        "action": tip.tip.action,
        "pictogram": tip.tip.pictogram,
        "keys": tip.tip.keys,
        "some_venues": tip.some_venues,
        "href": site.chrome.to(place, Spot::Tip(&tip.tip.id)),
    })
}

/// Tips of a part as rows.
pub fn part(site: &Site<'_>, place: &Place, part: &LibraryPart) -> Value {
    json!({
        "id": part.id,
        "name": part.name,
        "lead": part.lead,
        "tips": part.tips.iter().map(|tip| tip_link(site, place, tip)).collect::<Vec<_>>(),
    })
}

fn every(all: &Overview<'_>, place: &Place, library: &Library) -> Value {
    let words = all.site.chrome.words(&place.lang);
    json!({
        "title": words.get("site_tips_title"),
        "description": words.get("site_tips_lead"),
        "moments": library.moments.iter().map(|moment| part(&all.site, place, moment)).collect::<Vec<_>>(),
        "machine": library.moments.iter().flat_map(|moment| &moment.tips).any(|tip| tip.tip.machine),
    })
}

fn easy(all: &Overview<'_>, place: &Place, library: &Library) -> Option<Value> {
    let words = all.site.chrome.words(&place.lang);
    let tips = |moment: &LibraryPart| {
        let with_text = moment.tips.iter().filter(|tip| !tip.ideas.is_empty() && !tip.some_venues);
        with_text.map(|tip| json!({"id": tip.tip.id, "ideas": tip.ideas, "keys": tip.tip.keys})).collect::<Vec<_>>()
    };
    let moments =
        library.moments.iter().map(|moment| json!({"id": moment.id, "name": moment.name, "tips": tips(moment)}));
    let moments: Vec<Value> =
        moments.filter(|moment| moment["tips"].as_array().is_some_and(|tips| !tips.is_empty())).collect();
    let shown = library.moments.iter().flat_map(|moment| &moment.tips).filter(|tip| !tip.ideas.is_empty());
    let read = |tip: &LibraryTip| {
        let written = all.site.catalog.tips.get(&tip.tip.id);
        written.is_some_and(|written| all.site.catalog.review(written, &place.lang).is_some())
    };
    (!moments.is_empty()).then(|| {
        json!({
            "title": words.get("easy_title"),
            "description": words.get("site_easy_lead"),
            "moments": moments,
            "reviewed": shown.clone().all(read),
            "machine": shown.clone().any(|tip| tip.tip.machine),
        })
    })
}

fn one(all: &Overview<'_>, place: &Place, library: &Library, tip: &Tip) -> Option<Value> {
    let parts: Vec<&LibraryPart> = library.moments.iter().chain(&library.situations).collect();
    let part = parts.into_iter().find(|part| part.tips.iter().any(|known| known.tip.id == tip.id))?;
    let at = part.tips.iter().position(|known| known.tip.id == tip.id)?;
    let known = &part.tips[at];
    let staff = library.situations.iter().any(|situation| std::ptr::eq(situation, part));
    let words = all.site.catalog.words.get(&place.lang)?;
    let catalog = all.site.catalog;
    let neighbour = |at: Option<usize>| at.and_then(|at| part.tips.get(at)).map(|tip| tip_link(&all.site, place, tip));
    let sources = known.tip.sources.iter().map(|source| {
        json!({
            "title": source.title,
            "address": source.address,
            "consulted": source.consulted.map(|day| words.get("credits_consulted").replace("{date}", &date_text(day, words))),
        })
    });
    Some(json!({
        "title": known.tip.title,
        "description": known.tip.support,
        "tip": {
            "id": known.tip.id,
            "title": known.tip.title,
            "action": known.tip.action,
            "support": known.tip.support,
            "pictogram": known.tip.pictogram,
            "body": known.tip.body,
            "systems": known.systems,
            "some_venues": known.some_venues,
            "ideas": known.ideas,
            "machine": known.tip.machine,
            "written": date_text(known.tip.written_on, words),
            "review": date_text(known.tip.review_by, words),
            "reviewed": catalog.review(tip, &place.lang).is_some(),
        },
        "staff": staff,
        "part": {"id": part.id, "name": part.name, "href": all.site.chrome.to(place, if staff { Spot::Staff } else { Spot::Tips })},
        "sources": sources.collect::<Vec<_>>(),
        "venues": showing(all, place, tip),
        "previous": neighbour(at.checked_sub(1)),
        "next": neighbour(Some(at + 1)),
    }))
}

/// Venues that have the tip on a sheet; none are named where they are many.
fn showing(all: &Overview<'_>, place: &Place, tip: &Tip) -> Vec<Value> {
    let Some(own) = all.venues.showing.get(&tip.id).filter(|own| own.len() <= register::OF_TIP) else {
        return Vec::new();
    };
    let cards = all.venues.cards.iter().filter(|card| own.contains(&card.id));
    cards.map(|card| venue_link(place, card)).collect()
}

/// A link to the page of a venue, in the language of the page where the venue has it.
pub fn venue_link(place: &Place, card: &Card) -> Value {
    json!({
        "id": card.id,
        "name": card.name,
        "place": card.town,
        "href": place.link(&summary::page(card, &place.lang)),
    })
}
