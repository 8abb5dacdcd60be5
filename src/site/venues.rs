//! Pages of venues: the list of them, and for each venue and language what it offers, how to reach it, and its sheets ([`pages`]).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::chrome::Place;
use super::map::{self, Spot};
use super::tips::venue_link;
use super::{Drawing, Site, downloads};
use crate::content::Catalog;
use crate::manifest::{Entry, FileKind};
use crate::model::{Lang, Venue};
use crate::plan::{Advice, AdvisedTip, Library, VenueView, advice, contact_pictogram};
use crate::theme::Roles;

/// The list of venues in each language, and the pages of each venue.
pub fn pages(site: &Site<'_>) -> Vec<Drawing> {
    let mut pages =
        site.in_languages(Spot::Venues, "site-venues.html", |place, library| Some(list(site, place, library)));
    for venue in site.venues() {
        let languages = languages(site, venue);
        let embedded: Vec<Lang> =
            languages.iter().filter(|lang| embedded(site, venue, lang).is_some()).cloned().collect();
        for lang in languages {
            pages.extend(page(site, venue, lang, languages, embedded.contains(lang)));
        }
        for lang in &embedded {
            pages.extend(embed(site, venue, lang, &embedded));
        }
    }
    pages
}

/// Venues by town, then by name.
fn list(site: &Site<'_>, place: &Place, _: &Library) -> Value {
    let words = site.chrome.words(&place.lang);
    let mut towns: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for venue in site.venues() {
        let mut link = venue_link(site, place, venue);
        link["colours"] = json!(Roles::of(venue.colour));
        link["organisation"] = json!(venue.organisation);
        towns.entry(venue.address.town.clone().unwrap_or_default()).or_default().push(link);
    }
    json!({
        "title": words.get("site_venues_title"),
        "description": words.get("site_venues_lead"),
        "towns": towns.into_iter().map(|(town, venues)| json!({"name": town, "venues": venues})).collect::<Vec<_>>(),
    })
}

/// The language in which a venue speaks to a reader: the reader's where it has it, else its first.
pub fn reader_language(site: &Site<'_>, venue: &Venue, lang: &Lang) -> Lang {
    let languages = languages(site, venue);
    let first = languages.first().unwrap_or(lang);
    if languages.contains(lang) { lang.clone() } else { first.clone() }
}

/// Languages in which a venue has pages.
pub fn languages<'s>(site: &'s Site<'_>, venue: &Venue) -> &'s [Lang] {
    site.spoken.get(venue.id.as_str()).map(Vec::as_slice).unwrap_or_default()
}

/// Languages with words in which a venue has sheets, its own first.
pub fn spoken(catalog: &Catalog, venue: &Venue, entries: &[&Entry]) -> Vec<Lang> {
    let sheets = entries.iter().filter(|entry| entry.kind == "sheet").filter_map(|entry| entry.lang.as_deref());
    let codes: BTreeSet<&str> = sheets.flat_map(|tag| tag.split('+')).collect();
    let mut spoken: Vec<Lang> = catalog.words.keys().filter(|lang| codes.contains(lang.code())).cloned().collect();
    let rank = |lang: &Lang| venue.languages.iter().position(|known| known == lang).unwrap_or(usize::MAX);
    spoken.sort_by_key(|lang| (rank(lang), lang.clone()));
    spoken
}

/// The advice that other sites can take of a venue in a language, where there is a page to copy it from.
pub fn embedded(site: &Site<'_>, venue: &Venue, lang: &Lang) -> Option<Advice> {
    let theme = site.source.themes.get(&venue.theme)?;
    site.source.pages.get(&venue.theme)?.fragment_style()?;
    venue.languages.contains(lang).then(|| advice(site.source.catalog, venue, theme, lang))?
}

fn entries<'s>(site: &'s Site<'_>, venue: &Venue) -> &'s [&'s Entry] {
    site.by_venue.get(venue.id.as_str()).map(Vec::as_slice).unwrap_or_default()
}

/// Where a page of a venue stands.
pub fn place(site: &Site<'_>, venue: &Venue, lang: &Lang, languages: &[Lang], page: impl Fn(&str) -> String) -> Place {
    Place {
        path: page(lang.code()),
        lang: lang.clone(),
        others: languages.iter().map(|lang| (lang.to_string(), page(lang.code()))).collect(),
        site_url: venue.site_url.clone(),
        theme: site.theme.to_owned(),
        root: None,
    }
}

fn page(site: &Site<'_>, venue: &Venue, lang: &Lang, languages: &[Lang], embedded: bool) -> Option<Drawing> {
    let theme = site.source.themes.get(&venue.theme)?;
    let place = place(site, venue, lang, languages, |code| map::venue(&venue.id, code));
    let words = site.chrome.words(lang);
    let advice = advice(site.source.catalog, venue, theme, lang);
    let view = advice.as_ref().map(|advice| reached(&advice.venue));
    let entries = entries(site, venue);
    let credits = entries.iter().find(|entry| entry.kind == "credits");
    let own = json!({
        "title": venue.name,
        "description": words.get("site_venue_lead"),
        "venue": view.unwrap_or_else(|| json!({"id": venue.id, "name": venue.name})),
        "machine": advice.as_ref().is_some_and(|advice| advice.machine),
        "moments": advice.as_ref().map(|advice| moments(site, &place, advice)).unwrap_or_default(),
        "groups": downloads::groups(entries, lang, &place.path, &words),
        "archive": downloads::archive(entries, &place.path, &words),
        "credits": credits.map(|entry| place.link(&entry.path)),
        "embed": embedded.then(|| place.link(&embed_path(&venue.id, lang.code()))),
    });
    let context = site.chrome.around(&place, None, &Roles::of(venue.colour), own);
    Some(Drawing { place, kind: FileKind::Venue { venue: venue.id.clone() }, template: "site-venue.html", context })
}

/// A venue with a pictogram for each contact.
fn reached(venue: &VenueView) -> Value {
    let mut view = json!(venue);
    for (shown, contact) in view["contacts"].as_array_mut().into_iter().flatten().zip(&venue.contacts) {
        shown["pictogram"] = contact_pictogram(contact.kind).into();
    }
    view
}

fn moments(site: &Site<'_>, place: &Place, advice: &Advice) -> Vec<Value> {
    let tip = |tip: &AdvisedTip| {
        json!({
            "id": tip.id,
            "action": tip.action,
            "pictogram": tip.pictogram,
            "keys": tip.keys,
            "some_venues": false,
            "href": site.chrome.to(place, Spot::Tip(&tip.id)),
        })
    };
    let moment = |moment: &crate::plan::AdviceMoment| {
        json!({
            "id": moment.id,
            "name": moment.name,
            "lead": moment.lead,
            "tips": moment.tips.iter().map(tip).collect::<Vec<_>>(),
        })
    };
    advice.moments.iter().map(moment).collect()
}

/// The page from which the tips of a venue are copied into another site.
pub fn embed_path(venue: &str, code: &str) -> String {
    format!("{venue}/{code}/embed/index.html")
}

fn embed(site: &Site<'_>, venue: &Venue, lang: &Lang, languages: &[Lang]) -> Option<Drawing> {
    let place = place(site, venue, lang, languages, |code| embed_path(&venue.id, code));
    let words = site.chrome.words(lang);
    let pages = site.source.pages.get(&venue.theme)?;
    let advice = embedded(site, venue, lang)?;
    let roles = Roles::of(venue.colour);
    let files = crate::embed::files(&advice, &roles, pages).ok()?;
    let fragment = files.iter().find(|(path, _)| path.ends_with(".html")).map(|(_, bytes)| bytes)?;
    let file = |name: &str| place.link(&format!("{}/{name}", venue.id));
    let own = json!({
        "title": words.get("site_embed"),
        "description": words.get("site_embed_lead"),
        "venue": {"id": venue.id, "name": venue.name, "href": place.link(&map::venue(&venue.id, lang.code()))},
        "fragment": String::from_utf8_lossy(fragment),
        "style_text": String::from_utf8_lossy(pages.fragment_style()?),
        "fragment_href": file(&format!("{lang}/fragment.html")),
        "style_href": file(crate::embed::STYLE),
        "json_href": file(&format!("{lang}/tips.json")),
    });
    let context = site.chrome.around(&place, Some(Spot::Embed), &roles, own);
    Some(Drawing {
        place,
        kind: FileKind::Venue { venue: venue.id.clone() },
        template: "site-embed-venue.html",
        context,
    })
}
