//! A page for each sheet, at the address that stands on the sheet: it says in text all that the sheet says, and gives its files. A
//! sheet that is no longer made keeps a page that says so ([`pages_of_sheets`]).

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;
use serde_json::{Value, json};

use super::chrome::Place;
use super::map::{self, Spot};
use super::{Chunk, downloads, venues};
use crate::diag::{Diagnostics, extend_new};
use crate::manifest::{Entry, FileKind, SiteFile};
use crate::model::{Format, Lang, Medium};
use crate::plan::Job;

/// Pages of the sheets made today, and of those that are no longer made.
pub fn pages_of_sheets(chunk: &Chunk<'_>, diagnostics: &mut Diagnostics) -> Vec<SiteFile> {
    let drawn: Vec<_> = chunk.source.jobs.par_iter().filter_map(|job| page(chunk, job)).collect();
    let gone: Vec<_> = chunk.source.withdrawn.iter().filter_map(|entry| withdrawn(chunk, entry)).collect();
    let mut files = Vec::new();
    for result in drawn.into_iter().chain(gone) {
        match result {
            Ok(file) => files.push(file),
            Err(errors) => extend_new(diagnostics, errors),
        }
    }
    files
}

fn page(chunk: &Chunk<'_>, job: &Job) -> Option<Result<SiteFile, Diagnostics>> {
    let pages = chunk.site.pages.get(&job.theme)?;
    let venue = chunk.site.catalog.venues.get(&job.venue.id)?;
    let tag = job.languages.to_string();
    let entries = chunk.by_venue.get(venue.id.as_str()).map(Vec::as_slice).unwrap_or_default();
    let theme = if pages.has_site() { &job.theme } else { chunk.site.theme };
    let place = place(&venue.id, &tag, &job.stem, entries, venue.site_url.clone(), theme)?;
    let words = chunk.site.chrome.words(&job.lang);
    let sheet = downloads::sheet(entries, &tag, &job.stem, &place.path, &words)?;
    let group = downloads::group_of(job.medium);
    let home = place.link(&map::venue(&venue.id, &tag));
    let mut around = chunk.site.chrome.site(&place, None, &words);
    let canonical = canonical(job, &place);
    if canonical.as_deref() != around["canonical"].as_str() {
        around["alternates"] = json!([]);
    }
    around["canonical"] = json!(canonical);
    let pictures: Vec<String> = if shows_pictures(job) { strings(&sheet["pictures"]) } else { Vec::new() };
    around["sheet"] = sheet;
    around["venue"] = json!({"href": home, "documents": format!("{home}#{group}")});
    around["print"] = json!(words.get(&format!("site_print_{group}")));
    let html = match pages.site_sheet(job, &pictures, &around) {
        Ok(html) => html,
        Err(errors) => return Some(Err(errors)),
    };
    let kind = FileKind::Sheet {
        venue: venue.id.clone(),
        lang: tag,
        sheet: job.stem.clone(),
        title: job.title.clone(),
        medium: job.medium.name().to_owned(),
        withdrawn: false,
    };
    Some(Ok(SiteFile { path: place.path, bytes: html.into_bytes(), kind }))
}

/// Posters and wallpapers are pictures; the pages of others are their text.
fn shows_pictures(job: &Job) -> bool {
    job.medium.is_boxed()
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Wallpapers without a page of their own say the same: search engines are led to the one page for all.
fn canonical(job: &Job, place: &Place) -> Option<String> {
    let own = place.site_url.as_ref().map(|url| map::address(url, &place.path))?;
    let shared = job.medium == Medium::Wallpaper && !job.formats.contains(&Format::Html);
    let of_all = shared.then(|| {
        let path = map::sheet(&job.venue.id, &job.languages.to_string(), Medium::Wallpaper.name());
        place.site_url.as_ref().map(|url| map::address(url, &path))
    });
    of_all.flatten().or(Some(own))
}

fn place(
    venue: &str,
    tag: &str,
    stem: &str,
    entries: &[&Entry],
    site_url: Option<String>,
    theme: &str,
) -> Option<Place> {
    let same = entries.iter().filter(|entry| entry.kind == "sheet" && entry.sheet.as_deref() == Some(stem));
    let others: BTreeMap<String, String> = same
        .filter_map(|entry| entry.lang.clone())
        .map(|other| {
            let path = map::sheet(venue, &other, stem);
            (other, path)
        })
        .collect();
    Some(Place {
        path: map::sheet(venue, tag, stem),
        lang: Lang::parse(map::first_code(tag))?,
        others: others.into_iter().collect(),
        site_url,
        theme: theme.to_owned(),
        root: None,
    })
}

/// The page of a sheet that is no longer made.
fn withdrawn(chunk: &Chunk<'_>, entry: &Entry) -> Option<Result<SiteFile, Diagnostics>> {
    let (id, tag, stem) = (entry.venue.clone()?, entry.lang.clone()?, entry.sheet.clone()?);
    let venue = chunk.site.catalog.venues.get(&id);
    let site_url = venue.map_or(&chunk.site.catalog.anywhere.site_url, |venue| &venue.site_url).clone();
    let place = Place { others: Vec::new(), ..place(&id, &tag, &stem, &[], site_url, chunk.site.theme)? };
    let words = chunk.site.chrome.words(&place.lang);
    let known = venue.filter(|venue| !venues::languages(chunk, venue).is_empty());
    let lang = known.map(|venue| venues::reader_language(chunk, venue, &place.lang));
    let own = json!({
        "title": words.get("site_withdrawn_title"),
        "sheet_title": entry.title,
        "sheet_lang": place.lang,
        "venue": known.map(|venue| json!({"name": venue.name, "href": place.link(&map::venue(&id, lang.as_ref().map_or("", Lang::code)))})),
        "venues": chunk.site.chrome.to(&place, Spot::Venues),
    });
    let roles = venue.map_or(Cow::Borrowed(&chunk.site.roles), |venue| venues::colours(chunk, venue));
    let context = chunk.site.chrome.around(&place, None, &roles, own);
    let pages = chunk.site.pages.get(chunk.site.theme)?;
    let kind = FileKind::Sheet {
        venue: id,
        lang: tag,
        sheet: stem,
        title: entry.title.clone().unwrap_or_default(),
        medium: entry.medium.clone().unwrap_or_default(),
        withdrawn: true,
    };
    let html = pages.site_page("site-withdrawn.html", &context);
    Some(html.map(|html| SiteFile { path: place.path, bytes: html.into_bytes(), kind }))
}
