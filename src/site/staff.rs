//! Pages for staff: what to do when they teach, help, or act for somebody, and documents to paste ([`pages`]).

use serde_json::{Value, json};

use super::chrome::Place;
use super::map::Spot;
use super::{Drawing, Overview, tips};
use crate::plan::Library;

/// The page for staff in each language that has tips for them, and a page for each document.
pub fn pages(all: &Overview<'_>) -> Vec<Drawing> {
    let mut pages = all.in_languages(Spot::Staff, "site-staff.html", |place, library| Some(staff(all, place, library)));
    for id in all.site.catalog.documents.keys() {
        let own = |place: &Place, library: &Library| document(all, place, library, id);
        pages.extend(all.in_languages(Spot::Document(id), "site-document.html", own));
    }
    pages
}

fn staff(all: &Overview<'_>, place: &Place, library: &Library) -> Value {
    let words = all.site.chrome.words(&place.lang);
    let documents = library.documents.iter().map(|(id, known)| {
        json!({
            "title": known.document.title,
            "subtitle": known.document.subtitle,
            "href": all.site.chrome.to(place, Spot::Document(id)),
        })
    });
    json!({
        "title": words.get("site_staff_title"),
        "description": words.get("site_staff_lead"),
        "situations": library.situations.iter().map(|part| tips::part(&all.site, place, part)).collect::<Vec<_>>(),
        "documents": documents.collect::<Vec<_>>(),
        "untranslated": library.situations.is_empty(),
    })
}

fn document(all: &Overview<'_>, place: &Place, library: &Library, id: &str) -> Option<Value> {
    let known = library.documents.get(id)?;
    let words = all.site.chrome.words(&place.lang);
    Some(json!({
        "title": known.document.title,
        "description": words.get("site_document_lead"),
        "document": known.document,
        "machine": known.machine,
        "staff": all.site.chrome.to(place, Spot::Staff),
    }))
}
