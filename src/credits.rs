//! Whose work the sheets of a venue are made of: [`text`], which lands beside them as `credits.txt`.

use std::collections::BTreeMap;

use crate::content::{Catalog, Words};
use crate::files::Files;
use crate::model::{Lang, SourceReference, Tip, Venue};
use crate::plan::{date_text, uses};
use crate::theme::{Licence, Theme};

/// Name of the file in the folder of a venue.
pub const NAME: &str = "credits.txt";

/// The credits of a venue in its first language: only what its sheets use.
pub fn text(catalog: &Catalog, venue: &Venue, theme: &Theme) -> String {
    let words = Spoken::of(catalog, venue);
    let uses = uses(catalog, venue, theme);
    let tips: Vec<&Tip> = uses.tips.iter().filter_map(|id| catalog.tips.get(id)).collect();
    let licences: Vec<&Licence> = theme.licences_of(uses.files.iter().map(String::as_str));
    let of = |folder: &str| -> Vec<String> {
        let made = uses.files.iter().filter(|path| path.starts_with(folder)).map(String::as_str);
        let own = theme.licences_of(made);
        licences.iter().filter(|licence| own.iter().any(|one| std::ptr::eq(*one, **licence))).map(|l| line(l)).collect()
    };
    let mut parts = vec![(words.get("credits_texts"), vec![content(&tips, &words)])];
    parts.push((words.get("credits_fonts"), of("fonts/")));
    parts.push((words.get("credits_pictograms"), of("pictograms/")));
    let logo = venue.logo.as_ref().and_then(|logo| logo.credit.clone());
    parts.push((words.get("credits_logo"), logo.into_iter().collect()));
    let mut sources = sources(&tips, &words);
    if !sources.is_empty() {
        sources.insert(0, words.get("credits_facts"));
    }
    parts.push((words.get("credits_sources"), sources));
    let mut text = format!("{} – {}\n", words.get("credits_title"), venue.name);
    text += &(words.get("credits_made").replace("{version}", env!("CARGO_PKG_VERSION")) + "\n");
    for (title, lines) in parts.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        text += &format!("\n{title}\n{}\n", lines.join("\n"));
    }
    text
}

/// Words of the first language of a venue; of the source language or French where it lacks some.
struct Spoken<'a> {
    words: Vec<&'a Words>,
}

impl<'a> Spoken<'a> {
    fn of(catalog: &'a Catalog, venue: &Venue) -> Self {
        let first = venue.languages.first().cloned().unwrap_or_else(Lang::french);
        let langs = [first, catalog.kit.source_language.clone(), Lang::french()];
        Spoken { words: langs.iter().filter_map(|lang| catalog.words.get(lang)).collect() }
    }

    fn get(&self, key: &str) -> String {
        let found = self.words.iter().map(|words| words.get(key)).find(|word| !word.is_empty());
        found.unwrap_or(key).to_owned()
    }

    fn date(&self, source: &SourceReference) -> String {
        let Some(consulted) = source.consulted else { return String::new() };
        self.words.first().map_or_else(|| consulted.to_string(), |words| date_text(consulted, words))
    }
}

fn line(licence: &Licence) -> String {
    format!("- {}, {}, {}, {}", licence.name, licence.author, licence.id, licence.address)
}

/// The line that CC BY asks for; it says so where tips of the program were changed.
fn content(tips: &[&Tip], words: &Spoken<'_>) -> String {
    let shipped = Files::shipped();
    let texts = tips.iter().flat_map(|tip| tip.words.values().map(|words| &words.action_place).chain([&tip.place]));
    let differs = |place: &crate::diag::Place| {
        shipped.has(&place.path) && shipped.text(&place.path).is_ok_and(|text| text.text != place.text)
    };
    let changed = texts.into_iter().any(differs);
    format!("- {}", words.get(if changed { "credits_content_changed" } else { "credits_content" }))
}

/// Sources of facts by address, each once with the last day it was read.
fn sources(tips: &[&Tip], words: &Spoken<'_>) -> Vec<String> {
    let mut by_address: BTreeMap<&str, &SourceReference> = BTreeMap::new();
    for source in tips.iter().flat_map(|tip| &tip.sources) {
        let known = by_address.entry(&source.address).or_insert(source);
        if source.consulted > known.consulted {
            *known = source;
        }
    }
    let line = |source: &SourceReference| {
        let day = words.get("credits_consulted").replace("{date}", &words.date(source));
        let licence = source.licence.as_ref().map(|licence| format!(", {licence}")).unwrap_or_default();
        format!("- {}, {}, {day}{licence}", source.title, source.address)
    };
    by_address.into_values().map(line).collect()
}
