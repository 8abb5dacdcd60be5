//! Whose work the sheets of a venue are made of: [`text`], which lands beside them as `credits.txt`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::content::{Catalog, Words};
use crate::files::Files;
use crate::model::{Lang, SourceReference, Tip, Venue};
use crate::plan::{Uses, date_text};
use crate::theme::{Licence, Theme};

/// Name of the file in the folder of a venue.
pub const NAME: &str = "credits.txt";

/// The credits of a venue in its first language: only what its sheets use, which `uses` says.
pub fn text(catalog: &Catalog, venue: &Venue, theme: &Theme, uses: &Uses) -> String {
    let words = Spoken::of(catalog, venue);
    let tips: Vec<&Tip> = uses.tips.iter().filter_map(|id| catalog.tips.get(id)).collect();
    let licences: Vec<&Licence> = theme.licences_of(uses.files.iter().map(String::as_str));
    let of = |folder: &str| -> Vec<String> {
        let made = uses.files.iter().filter(|path| path.starts_with(folder)).map(String::as_str);
        let own = theme.licences_of(made);
        licences.iter().filter(|licence| own.iter().any(|one| std::ptr::eq(*one, **licence))).map(|l| line(l)).collect()
    };
    let mut parts = vec![(words.get("credits_texts"), vec![format!("- {}", content(&tips, &words))])];
    parts.push((words.get("credits_fonts"), of("fonts/")));
    parts.push((words.get("credits_pictograms"), of("pictograms/")));
    let logo = venue.logo.as_ref().and_then(|logo| logo.credit.clone());
    parts.push((words.get("credits_logo"), logo.into_iter().collect()));
    let written = |line: Line| format!("- {}, {}, {}", line.text, line.address.unwrap_or_default(), line.rest);
    let mut sources: Vec<String> = sources(&tips, &words).into_iter().map(written).collect();
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

/// Credits of everything in a project.
#[derive(Debug, Clone, Serialize)]
pub struct Part {
    /// Its heading.
    pub title: String,
    /// A sentence before the lines.
    pub note: Option<String>,
    /// Lines, without what marks them as items of a list.
    pub lines: Vec<Line>,
}

/// A line of credits.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// What it is, and who made it.
    pub text: String,
    /// Where more is said.
    pub address: Option<String>,
    /// What follows the address.
    pub rest: String,
}

/// The credits of all tips and themes of a project, in a language; `logos` say whose work the logos of its venues are.
pub fn of_project<'t>(
    catalog: &Catalog,
    themes: impl Iterator<Item = &'t Theme>,
    logos: &BTreeSet<String>,
    lang: &Lang,
) -> Vec<Part> {
    let words = Spoken::in_lang(catalog, lang.clone());
    let tips: Vec<&Tip> = catalog.tips.values().collect();
    let mut licences: Vec<Line> = Vec::new();
    for licence in themes.flat_map(|theme| &theme.licences) {
        let text = format!("{}, {}, {}", licence.name, licence.author, licence.id);
        let line = Line { text, address: Some(licence.address.clone()), rest: String::new() };
        if !licences.contains(&line) {
            licences.push(line);
        }
    }
    let texts = Line { text: content(&tips, &words), address: None, rest: String::new() };
    let logos = logos.iter().map(|text| Line { text: text.clone(), address: None, rest: String::new() }).collect();
    let part = |title: &str, lines: Vec<Line>| Part { title: words.get(title), note: None, lines };
    let facts = Part { note: Some(words.get("credits_facts")), ..part("credits_sources", sources(&tips, &words)) };
    let parts =
        vec![part("credits_texts", vec![texts]), part("credits_drawn", licences), part("credits_logo", logos), facts];
    parts.into_iter().filter(|part| !part.lines.is_empty()).collect()
}

/// Words of the first language of a venue; of the source language or French where it lacks some.
struct Spoken<'a> {
    words: Vec<&'a Words>,
}

impl<'a> Spoken<'a> {
    fn of(catalog: &'a Catalog, venue: &Venue) -> Self {
        Spoken::in_lang(catalog, venue.languages.first().cloned().unwrap_or_else(Lang::french))
    }

    fn in_lang(catalog: &'a Catalog, first: Lang) -> Self {
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
    words.get(if changed { "credits_content_changed" } else { "credits_content" })
}

/// Sources of facts by address, each once with the last day it was read.
fn sources(tips: &[&Tip], words: &Spoken<'_>) -> Vec<Line> {
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
        Line { text: source.title.clone(), address: Some(source.address.clone()), rest: format!("{day}{licence}") }
    };
    by_address.into_values().map(line).collect()
}
