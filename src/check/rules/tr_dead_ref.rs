//! # TR-DEAD-REF: what the kit names exists
//!
//! Tips named in the selection or the orders of the kit, a kind or an organisation exist, also where no venue uses that profile.
//! A link to the site of a venue leads to a sheet that the kit makes for it, or to another page of the site; that is not looked
//! at where only some venues, media or languages are checked.
//!
//! Why: a profile that nobody uses today is used tomorrow, and a printed address cannot be corrected.
//!
//! Source: our own choice.
//!
//! - No: poster-tip: [mot-de-passe-solid]
//! - Yes: poster-tip: [mot-de-passe-solide]
//!
//! # TR-DEAD-REF : ce que le kit nomme existe
//!
//! Les conseils nommés dans la sélection ou les commandes du kit, d’un type ou d’une organisation existent, même si aucun lieu
//! n’utilise ce profil. Un lien vers le site d’un lieu mène à un document que le kit fait pour lui, ou à une autre page du site ; ce
//! n’est pas regardé quand seuls certains lieux, supports ou langues sont vérifiés.
//!
//! Pourquoi : un profil que personne n’utilise aujourd’hui servira demain, et une adresse imprimée ne se corrige plus.
//!
//! Source : notre choix.
//!
//! - Non : poster-tip: [mot-de-passe-solid]
//! - Oui : poster-tip: [mot-de-passe-solide]

use std::collections::{BTreeMap, BTreeSet};

use super::prelude::*;
use crate::content::profile::{KINDS, ORGANISATIONS, Written};
use crate::content::Catalog;
use crate::diag::{Place, did_you_mean};
use crate::model::{Block, Inline, Lang};
use crate::plan::Job;
use crate::site::map::Spot;

/// The rule.
pub const RULE: Rule = Rule {
    id: "TR-DEAD-REF",
    group: Group::Truth,
    severity: Severity::Error,
    source: include_str!("tr_dead_ref.rs"),
    run: Run::Kit(check),
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut findings = dead_tips(subject);
    if subject.whole {
        findings.extend(dead_links(subject));
    }
    findings
}

/// Tips that a profile names and that do not exist, where loading has not said so already.
fn dead_tips(subject: &Subject<'_>) -> Vec<Finding> {
    let catalog = &subject.planned.catalog;
    let folders = [format!("{KINDS}/"), format!("{ORGANISATIONS}/")];
    let files = subject.files.iter().filter(|file| folders.iter().any(|folder| file.path.starts_with(folder)));
    let profiles = files.filter_map(Written::read).chain(std::iter::once(catalog.kit.defaults.clone()));
    let named = profiles.flat_map(|profile| profile.tips_named());
    let known = |id: &str| catalog.tips.contains_key(id) || catalog.broken_tips.contains(id);
    let said = |place: &Place| subject.found.iter().any(|found| found.place.as_ref() == Some(place));
    let dead = named.filter(|(id, place)| !known(id) && !said(place));
    dead.map(|(id, place)| {
        let mut finding = Finding::at(place, Message::new("tr-dead-tip").arg("id", &id));
        finding.diagnostic.hint = did_you_mean(&id, catalog.tips.keys().map(String::as_str));
        finding
    })
    .collect()
}

/// Links to the site of a venue that lead to none of its sheets.
fn dead_links(subject: &Subject<'_>) -> Vec<Finding> {
    let catalog = &subject.planned.catalog;
    let sites: BTreeSet<&str> = catalog.venues.values().filter_map(|venue| venue.site_url.as_deref()).collect();
    let sheets = subject.planned.plan.jobs.iter().map(Job::path);
    let paths: BTreeSet<String> = sheets.chain(site_pages(catalog)).collect();
    let tips = catalog.tips.values().flat_map(|tip| tip.words.values()).map(|words| (&words.body, &words.written));
    let documents = catalog.documents.values().flat_map(BTreeMap::values);
    let sections = documents.flat_map(|document| {
        let bodies = document.sections.iter().map(|section| &section.body);
        std::iter::once(&document.intro).chain(bodies).map(|body| (body, &document.written))
    });
    let linked =
        tips.chain(sections).flat_map(|(body, written)| links(body).into_iter().map(move |url| (url, written)));
    let dead = linked.filter_map(|(url, written)| {
        let path = sites.iter().find_map(|site| url.strip_prefix(site)?.strip_prefix('/'))?;
        let finding = Finding::at(place(url, written)?, Message::new("tr-dead-link").arg("path", path));
        (!leads(path, &paths)).then(|| finding.severity(Severity::Warning))
    });
    dead.collect()
}

/// Whether an address without its site is the start page, a folder or a sheet, with the ending of any format.
fn leads(path: &str, paths: &BTreeSet<String>) -> bool {
    let path = path.split(['#', '?']).next().unwrap_or_default();
    let path = path.strip_suffix("index.html").unwrap_or(path).trim_end_matches('/');
    let endings = ["html", "pdf", "png", "svg", "txt"];
    let sheet = path.rsplit_once('.').filter(|(_, ending)| endings.contains(ending)).map_or(path, |(sheet, _)| sheet);
    let folder = format!("{path}/");
    let has_folder = || paths.range(folder.clone()..).next().is_some_and(|known| known.starts_with(&folder));
    path.is_empty() || paths.contains(sheet) || has_folder()
}

/// Addresses of the pages that belong to no venue, without what comes before and after.
fn site_pages(catalog: &Catalog) -> impl Iterator<Item = String> {
    let source = &catalog.kit.source_language;
    let general = [Spot::Tips, Spot::EasyRead, Spot::Venues, Spot::Staff, Spot::Search, Spot::Checked, Spot::Credits, Spot::Embed];
    let of_lang = move |lang: &'_ Lang| {
        let tips = catalog.tips.values().filter(|tip| tip.words.contains_key(lang)).map(|tip| Spot::Tip(&tip.id));
        let documents = catalog.documents.iter().filter(|(_, by_lang)| by_lang.contains_key(lang));
        let spots = tips.chain(documents.map(|(id, _)| Spot::Document(id))).chain(general);
        spots.map(|spot| spot.path(lang, source)).collect::<Vec<_>>()
    };
    let paths = catalog.words.keys().flat_map(of_lang);
    paths.map(|path| path.strip_suffix("/index.html").unwrap_or(&path).to_owned())
}

fn place(url: &str, written: &[crate::model::Written]) -> Option<Place> {
    let bodies = written.iter().filter(|written| written.markup);
    bodies
        .filter_map(|body| {
            let from = body.place.span.start;
            let at = body.place.text[from..].find(url).map(|at| from + at)?;
            Some(Place { span: at..at + url.len(), ..body.place.clone() })
        })
        .next()
}

fn links(blocks: &[Block]) -> Vec<&str> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Paragraph { c } | Block::Heading { c, .. } => inline_links(c),
            Block::List { items, .. } => items.iter().flat_map(|item| links(item)).collect(),
            Block::Image { .. } => Vec::new(),
        })
        .collect()
}

fn inline_links(inlines: &[Inline]) -> Vec<&str> {
    inlines
        .iter()
        .flat_map(|inline| match inline {
            Inline::Link { url, c } => [vec![url.as_str()], inline_links(c)].concat(),
            Inline::Strong { c } | Inline::Emphasis { c } => inline_links(c),
            _ => Vec::new(),
        })
        .collect()
}
