//! Pages of a venue in each language: what it offers, how to reach it, its sheets, and from where other sites copy ([`pages`]).

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::chrome::Place;
use super::map::{self, Spot};
use super::{Chunk, Drawing, downloads};
use crate::content::Catalog;
use crate::embed;
use crate::manifest::{Entry, FileKind};
use crate::model::{Lang, Venue};
use crate::plan::{Advice, AdvisedTip, VenueView, contact_pictogram};
use crate::theme::Roles;

/// The pages of each venue that has sheets.
pub fn pages(chunk: &Chunk<'_>) -> Vec<Drawing> {
    let mut pages = Vec::new();
    for venue in chunk.site.catalog.venues.values() {
        let languages = languages(chunk, venue);
        let embedded: Vec<Lang> =
            languages.iter().filter(|lang| embedded(chunk, venue, lang).is_some()).cloned().collect();
        for lang in languages {
            pages.extend(page(chunk, venue, lang, languages, embedded.contains(lang)));
        }
        for lang in &embedded {
            pages.extend(embed_page(chunk, venue, lang, &embedded));
        }
    }
    pages
}

/// The language in which a venue speaks to a reader: the reader's where it has it, else its first.
pub fn reader_language(chunk: &Chunk<'_>, venue: &Venue, lang: &Lang) -> Lang {
    let languages = languages(chunk, venue);
    let first = languages.first().unwrap_or(lang);
    if languages.contains(lang) { lang.clone() } else { first.clone() }
}

/// Languages in which a venue has pages.
pub fn languages<'s>(chunk: &'s Chunk<'_>, venue: &Venue) -> &'s [Lang] {
    chunk.spoken.get(venue.id.as_str()).map(Vec::as_slice).unwrap_or_default()
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

/// The piece of page that other sites can take of a venue in a language.
pub fn embedded<'s>(chunk: &'s Chunk<'_>, venue: &Venue, lang: &Lang) -> Option<&'s str> {
    let embeds = chunk.source.known.get(venue.id.as_str())?.embeds;
    embeds.get(lang).map(|embed| embed.fragment.as_str())
}

fn entries<'s>(chunk: &'s Chunk<'_>, venue: &Venue) -> &'s [&'s Entry] {
    chunk.by_venue.get(venue.id.as_str()).map(Vec::as_slice).unwrap_or_default()
}

/// Where a page of a venue stands.
pub fn place(
    chunk: &Chunk<'_>,
    venue: &Venue,
    lang: &Lang,
    languages: &[Lang],
    page: impl Fn(&str) -> String,
) -> Place {
    Place {
        path: page(lang.code()),
        lang: lang.clone(),
        others: languages.iter().map(|lang| (lang.to_string(), page(lang.code()))).collect(),
        site_url: venue.site_url.clone(),
        theme: chunk.site.theme.to_owned(),
        root: None,
    }
}

fn page(chunk: &Chunk<'_>, venue: &Venue, lang: &Lang, languages: &[Lang], embedded: bool) -> Option<Drawing> {
    let place = place(chunk, venue, lang, languages, |code| map::venue(&venue.id, code));
    let words = chunk.site.chrome.words(lang);
    let advice = chunk.source.known.get(venue.id.as_str()).and_then(|known| known.outline.advice(lang));
    let view = advice.map(|advice| reached(&advice.venue));
    let entries = entries(chunk, venue);
    let credits = entries.iter().find(|entry| entry.kind == "credits");
    let own = json!({
        "title": venue.name,
        "description": words.get("site_venue_lead"),
        "venue": view.unwrap_or_else(|| json!({"id": venue.id, "name": venue.name})),
        "machine": advice.is_some_and(|advice| advice.machine),
        "moments": advice.map(|advice| moments(chunk, &place, advice)).unwrap_or_default(),
        "groups": downloads::groups(entries, lang, &place.path, &words),
        "archive": downloads::archive(entries, &place.path, &words),
        "credits": credits.map(|entry| place.link(&entry.path)),
        "embed": embedded.then(|| place.link(&embed_path(&venue.id, lang.code()))),
    });
    let context = chunk.site.chrome.around(&place, None, &colours(chunk, venue), own);
    Some(Drawing { place, kind: FileKind::Venue { venue: venue.id.clone() }, template: "site-venue.html", context })
}

/// The colours of pages of a venue.
pub fn colours<'s>(chunk: &'s Chunk<'_>, venue: &Venue) -> Cow<'s, Roles> {
    let known = chunk.source.known.get(venue.id.as_str());
    known.map_or_else(|| Cow::Owned(Roles::of(venue.colour)), |known| Cow::Borrowed(&known.outline.roles))
}

/// A venue with a pictogram for each contact.
fn reached(venue: &VenueView) -> Value {
    let mut view = json!(venue);
    for (shown, contact) in view["contacts"].as_array_mut().into_iter().flatten().zip(&venue.contacts) {
        shown["pictogram"] = contact_pictogram(contact.kind).into();
    }
    view
}

fn moments(chunk: &Chunk<'_>, place: &Place, advice: &Advice) -> Vec<Value> {
    let tip = |tip: &AdvisedTip| {
        json!({
            "id": tip.id,
            "action": tip.action,
            "pictogram": tip.pictogram,
            "keys": tip.keys,
            "some_venues": false,
            "href": chunk.site.chrome.to(place, Spot::Tip(&tip.id)),
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

fn embed_page(chunk: &Chunk<'_>, venue: &Venue, lang: &Lang, languages: &[Lang]) -> Option<Drawing> {
    let place = place(chunk, venue, lang, languages, |code| embed_path(&venue.id, code));
    let words = chunk.site.chrome.words(lang);
    let pages = chunk.site.pages.get(&venue.theme)?;
    let fragment = embedded(chunk, venue, lang)?;
    let file = |name: &str| place.link(&format!("{}/{name}", venue.id));
    let own = json!({
        "title": words.get("site_embed"),
        "description": words.get("site_embed_lead"),
        "venue": {"id": venue.id, "name": venue.name, "href": place.link(&map::venue(&venue.id, lang.code()))},
        "fragment": fragment,
        "style_text": String::from_utf8_lossy(pages.fragment_style()?),
        "fragment_href": file(&format!("{lang}/{}", embed::FRAGMENT)),
        "style_href": file(embed::STYLE),
        "json_href": file(&format!("{lang}/{}", embed::TIPS)),
    });
    let context = chunk.site.chrome.around(&place, Some(Spot::Embed), &colours(chunk, venue), own);
    Some(Drawing {
        place,
        kind: FileKind::Venue { venue: venue.id.clone() },
        template: "site-embed-venue.html",
        context,
    })
}
