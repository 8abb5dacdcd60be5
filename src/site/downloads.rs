//! What can be downloaded, from the manifest: [`sheets`] of a venue in a language, with their files.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::map::{self, relative};
use crate::manifest::{Entry, PrintUse, ZIP};
use crate::model::{Lang, Medium, Mm, PaperSize};

/// Media that stand together, by name of the group: the word `site_group_<name>` is its heading.
const GROUPS: [(&str, &[Medium]); 6] = [
    ("posters", &[Medium::PosterChecklist, Medium::PosterTip]),
    ("wallpapers", &[Medium::Wallpaper, Medium::LockScreen]),
    ("signage", &[Medium::Signage]),
    ("booklet", &[Medium::Booklet]),
    ("easy", &[Medium::EasyRead]),
    ("staff", &[Medium::StaffCard, Medium::Mandate, Medium::HouseRules]),
];

/// Words of a language by key.
pub type Strings = BTreeMap<String, String>;

/// A word; empty where the language lacks it.
pub fn word<'w>(words: &'w Strings, key: &str) -> &'w str {
    words.get(key).map(String::as_str).unwrap_or_default()
}

/// A venue's sheets that a reader of this language can use, by group; a sheet in two languages is there in both.
pub fn groups(entries: &[&Entry], lang: &Lang, page: &str, words: &Strings) -> Vec<Value> {
    let of_lang =
        |entry: &&Entry| entry.lang.as_deref().is_some_and(|tag| tag.split('+').any(|code| code == lang.code()));
    let own: Vec<&Entry> = entries.iter().copied().filter(of_lang).collect();
    let group = |(id, media): &(&str, &[Medium])| {
        let sheets = sheets(&own, media, page, words);
        let (name, print) = (format!("site_group_{id}"), format!("site_print_{id}"));
        (!sheets.is_empty())
            .then(|| json!({"id": id, "name": words.get(&name), "print": words.get(&print), "sheets": sheets}))
    };
    GROUPS.iter().filter_map(group).collect()
}

/// Name of the group of a medium.
pub fn group_of(medium: Medium) -> &'static str {
    GROUPS.iter().find(|(_, media)| media.contains(&medium)).map_or("staff", |(id, _)| id)
}

fn sheets(entries: &[&Entry], media: &[Medium], page: &str, words: &Strings) -> Vec<Value> {
    let mut stems: Vec<(Medium, &str, &str)> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.kind == "sheet") {
        let medium = entry.medium.as_deref().and_then(Medium::parse);
        let Some(medium) = medium.filter(|medium| media.contains(medium)) else { continue };
        let named = (medium, entry.sheet.as_deref().unwrap_or_default(), entry.lang.as_deref().unwrap_or_default());
        if !stems.contains(&named) {
            stems.push(named);
        }
    }
    stems.sort();
    let sheets = stems.iter().filter_map(|(_, stem, tag)| sheet(entries, tag, stem, page, words));
    // words without a picture, which stand for all wallpapers, come after them
    let (pictured, told): (Vec<Value>, Vec<Value>) = sheets.partition(|sheet| !sheet["thumbnail"].is_null());
    pictured.into_iter().chain(told).collect()
}

/// A sheet with its files, as a link list on `page` shows it.
pub fn sheet(entries: &[&Entry], tag: &str, stem: &str, page: &str, words: &Strings) -> Option<Value> {
    let of = |entry: &&&Entry| entry.sheet.as_deref() == Some(stem) && entry.lang.as_deref() == Some(tag);
    let own: Vec<&Entry> = entries.iter().filter(of).copied().collect();
    let mains = || own.iter().filter(|entry| entry.kind == "sheet");
    let main = mains().find(|entry| entry.format == "pdf");
    // of files with one page each and one with all pages, the latter says how many there are
    let main = main.or_else(|| mains().rev().max_by_key(|entry| entry.pages))?;
    let word = |key: &str| word(words, key).to_owned();
    let medium = main.medium.as_deref().and_then(Medium::parse)?;
    let mut label = word(label_key(medium));
    if let Some(shade @ ("dark" | "light")) = main.variant.as_deref() {
        label = format!("{label}, {}", word(&format!("{shade}_label")));
    }
    let thumbnail = own.iter().find(|entry| entry.kind == "thumbnail");
    let lang = Lang::parse(map::first_code(tag));
    Some(json!({
        "medium": medium,
        "group": group_of(medium),
        "label": label,
        "title": main.title,
        "name": name(main, &label, thumbnail.is_some(), words),
        "stem": stem,
        "lang": lang,
        "dir": lang.as_ref().map(Lang::direction),
        "pair": tag.contains('+'),
        "href": relative(page, &map::sheet(main.venue.as_deref().unwrap_or_default(), tag, stem)),
        "size": size_text(main),
        "pages": main.pages,
        "code": main.code,
        "machine": main.machine,
        "thumbnail": thumbnail.map(|entry| relative(page, &entry.path)),
        "thumbnail_width": thumbnail.and_then(|entry| entry.px).map(|(width, _)| width),
        "thumbnail_height": thumbnail.and_then(|entry| entry.px).map(|(_, height)| height),
        "pictures": pictures(&own, stem).iter().map(|entry| relative(page, &entry.path)).collect::<Vec<_>>(),
        "files": files(&own, stem, page, words),
    }))
}

/// What tells a sheet from others of its group: pictures for screens differ by size and shade, by the machines they are for, and by
/// their number in a set that takes turns.
fn name(main: &Entry, label: &str, pictured: bool, words: &Strings) -> Option<String> {
    let medium = main.medium.as_deref().and_then(Medium::parse);
    if !medium.is_some_and(Medium::is_on_screen) {
        return main.title.clone();
    }
    if !pictured {
        return words.get("site_wallpaper_words").cloned();
    }
    let parts =
        [Some(label.to_owned()), Some(size_text(main)), main.post.clone(), main.part.map(|part| part.to_string())];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// Drawings of the pages of a sheet, in order.
fn pictures<'e>(entries: &[&'e Entry], stem: &str) -> Vec<&'e Entry> {
    let mut drawings: Vec<&Entry> =
        entries.iter().copied().filter(|entry| entry.kind == "sheet" && entry.format == "svg").collect();
    drawings.sort_by_key(|entry| page_of(entry, stem));
    drawings
}

/// Files that people take: of the drawings of many pages the first stands for all.
fn files(entries: &[&Entry], stem: &str, page: &str, words: &Strings) -> Vec<Value> {
    let mut files: Vec<&&Entry> = entries
        .iter()
        .filter(|entry| !["thumbnail", "jpeg", "page", "withdrawn"].contains(&entry.kind.as_str()))
        .filter(|entry| entry.format != "svg" || page_of(entry, stem).is_none_or(|page| page == 1))
        .collect();
    // a sequence of slides is one page that runs by itself, before it is many pictures
    let format = |entry: &Entry| FORMATS.iter().position(|format| *format == entry.format);
    files.sort_by_key(|entry| (!runs_by_itself(entry), format(entry), entry.path.clone()));
    let file = |entry: &&&Entry| {
        json!({
            "href": relative(page, &entry.path),
            "format": entry.format,
            "label": file_label(entry, stem, words),
            "size": bytes_text(entry.bytes, words),
        })
    };
    files.iter().map(file).collect()
}

/// All files of a venue in one, with its size.
pub fn archive(entries: &[&Entry], page: &str, words: &Strings) -> Option<Value> {
    let zip = entries.iter().find(|entry| entry.kind == ZIP)?;
    Some(json!({"href": relative(page, &zip.path), "size": bytes_text(zip.bytes, words)}))
}

/// Formats in the order in which most people ask for them.
const FORMATS: [&str; 5] = ["pdf", "png", "svg", "html", "txt"];

fn bytes_text(bytes: u64, words: &Strings) -> String {
    let word = |key: &str| word(words, key);
    if bytes < 1_000_000 {
        return format!("{}\u{a0}{}", bytes.div_ceil(1000), word("kilobytes_label"));
    }
    let tenths = bytes.div_ceil(100_000);
    format!("{}{}{}\u{a0}{}", tenths / 10, word("decimal_mark"), tenths % 10, word("megabytes_label"))
}

fn label_key(medium: Medium) -> &'static str {
    match medium {
        Medium::PosterChecklist | Medium::PosterTip => "poster_label",
        Medium::Wallpaper => "wallpaper_label",
        Medium::LockScreen => "lock_screen_label",
        Medium::Signage => "signage_label",
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

/// The number of the page that a picture of one page shows: 3 of `booklet-p03.svg` and of `signage-1920x1080-p03.png`.
fn page_of(entry: &Entry, stem: &str) -> Option<u32> {
    let file = entry.path.rsplit('/').next()?;
    file.strip_prefix(stem)?.strip_prefix("-p")?.split_once('.')?.0.parse().ok()
}

fn file_label(entry: &Entry, stem: &str, words: &Strings) -> String {
    let format = entry.format.to_uppercase();
    if let Some(page) = page_of(entry, stem) {
        return format!("{format} ({} {page})", word(words, "page_label"));
    }
    let runs = runs_by_itself(entry).then_some("signage_runs");
    let purpose = runs.or_else(|| print_label(entry)).and_then(|key| words.get(key));
    purpose.map_or_else(|| format.clone(), |purpose| format!("{format} ({purpose})"))
}

fn runs_by_itself(entry: &Entry) -> bool {
    entry.format == "html" && entry.medium.as_deref() == Some(Medium::Signage.name())
}

/// Key of the words for what a print-only file and its instructions are for.
fn print_label(entry: &Entry) -> Option<&'static str> {
    Some(match entry.print_use()? {
        PrintUse::Press => "print_press_label",
        PrintUse::Tiles => "print_tiles_label",
        PrintUse::Fold => "print_fold_label",
    })
}
