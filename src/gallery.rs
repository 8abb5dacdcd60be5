//! What the gallery shows, from the manifest: [`data`].

use serde_json::{Value, json};

use crate::content::Catalog;
use crate::model::{Lang, Medium, Venue};
use crate::output::Entry;
use crate::theme::Roles;

/// The context of `gallery.html`.
pub fn data(catalog: &Catalog, entries: &[Entry]) -> Value {
    let source = &catalog.kit.source_language;
    let words = catalog.words.get(source).or_else(|| catalog.words.values().next());
    let venues: Vec<Value> = catalog.venues.values().filter_map(|v| venue(catalog, v, entries)).collect();
    let first = catalog.venues.values().next().map(|venue| Roles::of(venue.colour));
    json!({
        "lang": source.code(),
        "dir": source.direction(),
        "words": words.map(|words| &words.strings),
        "pancarte": env!("CARGO_PKG_VERSION"),
        "colours": first,
        "venues": venues,
    })
}

fn venue(catalog: &Catalog, venue: &Venue, entries: &[Entry]) -> Option<Value> {
    let of = |entry: &&Entry| entry.venue.as_deref() == Some(venue.id.as_str());
    let own: Vec<&Entry> = entries.iter().filter(of).collect();
    let languages: Vec<Value> = venue.languages.iter().filter_map(|lang| language(catalog, lang, &own)).collect();
    (!languages.is_empty()).then(|| {
        json!({
            "id": venue.id,
            "name": venue.name,
            "place": venue.address.town.clone().unwrap_or_default(),
            "kind": venue.kind,
            "colours": Roles::of(venue.colour),
            "languages": languages,
        })
    })
}

fn language(catalog: &Catalog, lang: &Lang, entries: &[&Entry]) -> Option<Value> {
    let own: Vec<&Entry> = entries.iter().copied().filter(|entry| entry.lang.as_deref() == Some(lang.code())).collect();
    let mut stems: Vec<(Option<Medium>, &str, &str)> = Vec::new();
    for entry in own.iter().filter(|entry| entry.kind == "sheet") {
        let stem = entry.sheet.as_deref().unwrap_or_default();
        let medium = entry.medium.as_deref().and_then(Medium::parse);
        let found = (medium, stem, languages(entry));
        if !stems.contains(&found) {
            stems.push(found);
        }
    }
    stems.sort_unstable();
    let sheets: Vec<Value> = stems
        .iter()
        .map(|(medium, stem, spoken)| {
            let own: Vec<&Entry> = own.iter().copied().filter(|entry| languages(entry) == *spoken).collect();
            sheet(catalog, lang, stem, *medium, &own)
        })
        .collect();
    let name = catalog.words.get(lang).map(|words| words.get("language_name")).filter(|name| !name.is_empty());
    (!sheets.is_empty()).then(|| {
        json!({
            "lang": lang.code(),
            "dir": lang.direction(),
            "name": name.unwrap_or(lang.code()),
            "sheets": sheets,
        })
    })
}

/// The language of a file, or both: a sheet in two languages has the name of the one in the first.
fn languages(entry: &Entry) -> &str {
    entry.path.split('/').nth(1).unwrap_or_default()
}

fn sheet(catalog: &Catalog, lang: &Lang, stem: &str, medium: Option<Medium>, entries: &[&Entry]) -> Value {
    let own: Vec<&&Entry> = entries.iter().filter(|entry| entry.sheet.as_deref() == Some(stem)).collect();
    let thumbnail = own.iter().find(|entry| entry.kind == "thumbnail");
    let main = own.iter().find(|entry| entry.kind == "sheet" && entry.format == "pdf");
    let main = main.or_else(|| own.iter().find(|entry| entry.kind == "sheet"));
    let size = main.map(|entry| size_text(entry)).unwrap_or_default();
    let words = catalog.words.get(lang);
    let word = |key: &str| words.map(|words| words.get(key)).unwrap_or_default().to_owned();
    let mut label = medium.map(|medium| word(label_key(medium))).unwrap_or_default();
    if let Some(shade @ ("dark" | "light")) = main.and_then(|entry| entry.variant.as_deref()) {
        label = format!("{label}, {}", word(&format!("{shade}_label")));
    }
    let files: Vec<Value> = own
        .iter()
        .filter(|entry| entry.kind != "thumbnail")
        .filter(|entry| entry.format != "svg" || page_of(entry, stem).is_none_or(|page| page == 1))
        .map(|entry| {
            json!({
                "href": entry.path,
                "label": file_label(entry, stem, words),
                "kilobytes": entry.bytes.div_ceil(1024),
            })
        })
        .collect();
    json!({
        "medium": medium,
        "label": label,
        "title": main.and_then(|entry| entry.title.clone()),
        "stem": stem,
        "size": size,
        "pages": main.map_or(1, |entry| entry.pages),
        "code": main.and_then(|entry| entry.code.clone()),
        "machine": main.is_some_and(|entry| entry.machine),
        "thumbnail": thumbnail.map(|entry| &entry.path),
        "thumbnail_width": thumbnail.and_then(|entry| entry.px).map(|(width, _)| width),
        "thumbnail_height": thumbnail.and_then(|entry| entry.px).map(|(_, height)| height),
        "files": files,
    })
}

fn label_key(medium: Medium) -> &'static str {
    match medium {
        Medium::PosterChecklist | Medium::PosterTip => "poster_label",
        Medium::Wallpaper => "wallpaper_label",
        Medium::Booklet => "booklet_label",
        Medium::EasyRead => "easy_label",
        Medium::StaffCard => "staff_label",
        Medium::Mandate => "mandate_label",
        Medium::HouseRules => "house_rules_label",
    }
}

fn size_text(entry: &Entry) -> String {
    const PAPERS: [(f64, &str); 4] = [(297.0, "A3"), (210.0, "A4"), (148.0, "A5"), (105.0, "A6")];
    match (entry.mm, entry.px) {
        (Some((width, _)), _) => {
            let paper = PAPERS.iter().find(|(short, _)| (short - width).abs() < 0.5);
            paper.map_or_else(|| format!("{width} mm"), |(_, name)| (*name).to_owned())
        }
        (None, Some((width, height))) => format!("{width} × {height}"),
        _ => String::new(),
    }
}

/// The number of the page that a picture of one page shows: 3 of `booklet-p03.svg`.
fn page_of(entry: &Entry, stem: &str) -> Option<u32> {
    let file = entry.path.rsplit('/').next()?;
    file.strip_prefix(stem)?.strip_prefix("-p")?.strip_suffix(".svg")?.parse().ok()
}

fn file_label(entry: &Entry, stem: &str, words: Option<&crate::content::Words>) -> String {
    let format = entry.format.to_uppercase();
    if let Some(page) = page_of(entry, stem) {
        return format!("{format} ({} {page})", words.map(|words| words.get("page_label")).unwrap_or_default());
    }
    if entry.kind == "print-only" { format!("{format} A4") } else { format }
}
