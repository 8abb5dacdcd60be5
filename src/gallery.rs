//! What the gallery shows, from the manifest: [`data`].

use serde_json::{Value, json};

use crate::content::Catalog;
use crate::model::{Lang, Medium, Mm, PaperSize, Venue};
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
    let languages: Vec<Value> = languages(venue, &own).iter().filter_map(|tag| language(catalog, tag, &own)).collect();
    (!languages.is_empty()).then(|| {
        json!({
            "id": venue.id,
            "name": venue.name,
            "place": venue.address.town.clone().unwrap_or_default(),
            "kind": venue.kind,
            "colours": Roles::of(venue.colour),
            "languages": languages,
            "credits": own.iter().find(|entry| entry.kind == "credits").map(|entry| &entry.path),
        })
    })
}

/// The languages of the venue, then others it ordered, and pairs that share a sheet: `fr+ar`.
fn languages(venue: &Venue, entries: &[&Entry]) -> Vec<String> {
    let mut tags: Vec<String> = venue.languages.iter().map(Lang::to_string).collect();
    for tag in entries.iter().filter_map(|entry| entry.lang.as_ref()) {
        if !tags.contains(tag) {
            tags.push(tag.clone());
        }
    }
    tags
}

fn language(catalog: &Catalog, tag: &str, entries: &[&Entry]) -> Option<Value> {
    let lang = &Lang::parse(tag.split('+').next()?)?;
    let own: Vec<&Entry> = entries.iter().copied().filter(|entry| entry.lang.as_deref() == Some(tag)).collect();
    let mut stems: Vec<(&str, Option<Medium>)> = Vec::new();
    for entry in own.iter().filter(|entry| entry.kind == "sheet") {
        let stem = entry.sheet.as_deref().unwrap_or_default();
        let medium = entry.medium.as_deref().and_then(Medium::parse);
        if !stems.contains(&(stem, medium)) {
            stems.push((stem, medium));
        }
    }
    stems.sort_by_key(|(stem, medium)| (*medium, *stem));
    let sheets: Vec<Value> = stems.iter().map(|(stem, medium)| sheet(catalog, lang, stem, *medium, &own)).collect();
    let own_name = |code: &str| {
        let words = catalog.words.get(&Lang::parse(code)?)?;
        Some(words.get("language_name").to_owned()).filter(|name| !name.is_empty())
    };
    let name: Vec<String> = tag.split('+').map(|code| own_name(code).unwrap_or_else(|| code.to_owned())).collect();
    (!sheets.is_empty()).then(|| {
        json!({
            "lang": lang.code(),
            "dir": lang.direction(),
            "name": name.join(" + "),
            "sheets": sheets,
        })
    })
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
    match (entry.mm, entry.px) {
        (Some((width, height)), _) => {
            let same = |size: &PaperSize| size.dimensions() == (Mm(width), Mm(height));
            let paper = PaperSize::ISO.iter().find(|size| same(size));
            paper.map_or_else(|| format!("{width} × {height} mm"), |size| size.to_string().to_uppercase())
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
    let purpose = print_label(entry).map(|key| words.map(|words| words.get(key)).unwrap_or_default());
    purpose.map_or_else(|| format.clone(), |purpose| format!("{format} ({purpose})"))
}

/// Key of the words for what a print-only file and its instructions are for.
fn print_label(entry: &Entry) -> Option<&'static str> {
    let stem = entry.path.rsplit_once('.')?.0.strip_suffix("-print-only")?;
    let known = ["print-only", "instruction"].contains(&entry.kind.as_str());
    known.then_some(match stem.rsplit('-').next() {
        Some("press") => "print_press_label",
        Some("tiles") => "print_tiles_label",
        _ => "print_fold_label",
    })
}
