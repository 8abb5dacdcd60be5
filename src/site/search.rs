//! The search index of each language: a classic script that a page loads, so that search works from a disk and asks nobody
//! ([`files`]). Entries are title, address from the top of the site, kind, and words.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::Site;
use super::map::{self, ASSETS, Spot};
use crate::manifest::{FileKind, SiteFile};
use crate::model::{Lang, plain_blocks};
use crate::plan::{Library, LibraryTip};

/// The index of a language.
pub fn path(lang: &Lang) -> String {
    format!("{ASSETS}/search-{lang}.js")
}

/// An index for each language of the site.
pub fn files(site: &Site<'_>) -> Vec<SiteFile> {
    let file = |(lang, library): &(Lang, Library)| {
        let entries = Value::from(entries(site, lang, library));
        SiteFile { path: path(lang), bytes: format!("pancarteIndex={entries};\n").into_bytes(), kind: FileKind::Whole }
    };
    site.libraries.iter().map(file).collect()
}

fn entries(site: &Site<'_>, lang: &Lang, library: &Library) -> Vec<Value> {
    let mut entries = Vec::new();
    let mut seen = BTreeSet::new();
    let parts =
        library.moments.iter().map(|part| ("tip", part)).chain(library.situations.iter().map(|part| ("staff", part)));
    for (kind, part) in parts {
        for tip in part.tips.iter().filter(|tip| seen.insert(tip.tip.id.clone())) {
            entries.push(tip_entry(site, lang, kind, tip));
        }
    }
    let source = &site.source.catalog.kit.source_language;
    for (id, known) in &library.documents {
        let path = Spot::Document(id).path(lang, source);
        entries.push(json!([known.document.title, path, "staff", known.document.subtitle.clone().unwrap_or_default()]));
    }
    for venue in site.venues() {
        let own = super::venues::reader_language(site, venue, lang);
        let address = &venue.address;
        let words = [&address.street, &address.postcode, &address.town, &venue.organisation];
        let words: Vec<&str> = words.into_iter().flatten().map(String::as_str).collect();
        entries.push(json!([venue.name, map::venue(&venue.id, own.code()), "venue", words.join(" ")]));
    }
    entries
}

fn tip_entry(site: &Site<'_>, lang: &Lang, kind: &str, tip: &LibraryTip) -> Value {
    let words = [tip.tip.title.clone(), tip.tip.support.clone(), plain_blocks(&tip.tip.body)].join(" ");
    let path = Spot::Tip(&tip.tip.id).path(lang, &site.source.catalog.kit.source_language);
    json!([tip.tip.action, path, kind, words])
}
