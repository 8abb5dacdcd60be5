//! The search index of each language: a classic script that a page loads, so that search works from a disk and asks nobody
//! ([`files`]). Entries are title, address from the top of the site, kind, and words. Many venues stand in files of their own, which
//! are loaded while somebody types ([`super::shards`]).

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::map::{ASSETS, Spot};
use super::shards::{self, Shards};
use super::summary::{self, Card};
use super::{Overview, Site};
use crate::diag::Diagnostic;
use crate::manifest::{FileKind, SiteFile};
use crate::model::{Lang, plain_blocks};
use crate::plan::{Library, LibraryTip};

/// The index of a language.
pub fn path(lang: &Lang) -> String {
    format!("{ASSETS}/search-{lang}.js")
}

/// An index for each language of the site, and files of venues where they are many.
///
/// # Errors
/// What `give` returns.
pub fn files(all: &Overview<'_>, give: &mut dyn FnMut(SiteFile) -> Result<(), Diagnostic>) -> Result<(), Diagnostic> {
    let mut file =
        |path: String, text: String| give(SiteFile { path, bytes: text.into_bytes(), kind: FileKind::Whole });
    let shards = all.venues.is_large().then(|| Shards::of(&all.venues.cards));
    let list = shards.as_ref().map(|shards| {
        let keys: Vec<&String> = shards.by_key.keys().collect();
        format!("pancarteShards={};\n", json!({"keys": keys, "common": shards.common}))
    });
    let list = list.unwrap_or_default();
    for (lang, library) in &all.libraries {
        file(path(lang), format!("pancarteIndex={};\n{list}", Value::from(entries(all, lang, library))))?;
    }
    for (key, numbers) in shards.iter().flat_map(|shards| &shards.by_key) {
        let venues: Vec<Value> = numbers.iter().filter_map(|number| all.venues.cards.get(*number)).map(venue).collect();
        let text = format!("pancarteVenues({},{});\n", json!(key), Value::from(venues));
        file(format!("{ASSETS}/{}", shards::file(key)), text)?;
    }
    Ok(())
}

/// A venue as every language reads it: the script leads to the page in its own.
fn venue(card: &Card) -> Value {
    let languages: Vec<&str> = card.languages.iter().map(Lang::code).collect();
    let place: Vec<&str> = [&card.postcode, &card.town].into_iter().flatten().map(String::as_str).collect();
    json!([card.name, card.id, languages.join(" "), shards::told(card), place.join(" ")])
}

fn entries(all: &Overview<'_>, lang: &Lang, library: &Library) -> Vec<Value> {
    let site = &all.site;
    let mut entries = Vec::new();
    let mut seen = BTreeSet::new();
    let parts =
        library.moments.iter().map(|part| ("tip", part)).chain(library.situations.iter().map(|part| ("staff", part)));
    for (kind, part) in parts {
        for tip in part.tips.iter().filter(|tip| seen.insert(tip.tip.id.clone())) {
            entries.push(tip_entry(site, lang, kind, tip));
        }
    }
    let source = &site.catalog.kit.source_language;
    for (id, known) in &library.documents {
        let path = Spot::Document(id).path(lang, source);
        entries.push(json!([known.document.title, path, "staff", known.document.subtitle.clone().unwrap_or_default()]));
    }
    for card in all.venues.named() {
        entries.push(json!([card.name, summary::page(card, lang), "venue", shards::told(card)]));
    }
    entries
}

fn tip_entry(site: &Site<'_>, lang: &Lang, kind: &str, tip: &LibraryTip) -> Value {
    let words = [tip.tip.title.clone(), tip.tip.support.clone(), plain_blocks(&tip.tip.body)].join(" ");
    let path = Spot::Tip(&tip.tip.id).path(lang, &site.catalog.kit.source_language);
    json!([tip.tip.action, path, kind, words])
}
