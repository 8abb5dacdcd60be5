//! The list of venues in each language: on one page where they are few, else a page of groups and a page for each ([`pages`]).

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::chrome::Place;
use super::groups::Group;
use super::map::Spot;
use super::register::figures;
use super::shards::fold;
use super::tips::venue_link;
use super::{Drawing, Overview};

/// The page of a group of venues, or of all.
pub fn pages(all: &Overview<'_>, group: &Group<'_>) -> Vec<Drawing> {
    all.in_languages(spot(&group.key), "site-venues.html", |place, _| Some(list(all, place, group)))
}

fn spot(key: &str) -> Spot<'_> {
    if key.is_empty() { Spot::Venues } else { Spot::VenuesOf(key) }
}

fn list(all: &Overview<'_>, place: &Place, group: &Group<'_>) -> Value {
    let words = all.site.chrome.words(&place.lang);
    let link = |key: &str, name: &Option<String>, count: usize| {
        let name = name.as_ref().or_else(|| words.get("site_no_town"));
        json!({"name": name, "href": all.site.chrome.to(place, spot(key)), "count": figures(count, &place.lang)})
    };
    let top = group.key.is_empty();
    let title =
        if top { words.get("site_venues_title") } else { group.name.as_ref().or_else(|| words.get("site_no_town")) };
    let names = group.above.iter().filter_map(|(_, name)| name.as_deref()).chain(title.map(String::as_str));
    json!({
        "title": names.collect::<Vec<_>>().join(" – "),
        "description": words.get("site_venues_lead"),
        "many": all.venues.many(&place.lang),
        "count": figures(group.cards.len(), &place.lang),
        "all": (!top).then(|| all.site.chrome.to(place, Spot::Venues)),
        "above": group.above.iter().map(|(key, name)| link(key, name, 0)).collect::<Vec<_>>(),
        "groups": group.groups.iter().map(|part| link(&part.key, &part.name, part.cards.len())).collect::<Vec<_>>(),
        "towns": if group.groups.is_empty() { towns(place, group, !top) } else { Vec::new() },
    })
}

/// Venues by town, then by name; `folded` puts towns in an order that does not look at accents, and venues without one last.
fn towns(place: &Place, group: &Group<'_>, folded: bool) -> Vec<Value> {
    let mut towns: BTreeMap<(bool, String, String), Vec<Value>> = BTreeMap::new();
    for card in &group.cards {
        let mut link = venue_link(place, card);
        link["colours"] = json!(card.roles());
        link["organisation"] = json!(card.organisation);
        let town = card.town.clone().unwrap_or_default();
        let order = if folded { fold(&town) } else { String::new() };
        towns.entry((folded && town.is_empty(), order, town)).or_default().push(link);
    }
    towns.into_iter().map(|((_, _, town), venues)| json!({"name": town, "venues": venues})).collect()
}
