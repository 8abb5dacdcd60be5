//! `pancarte report VENUE`: what was checked on the sheets of a venue, as a page for people and as JSON, and what only a person
//! can check.

use serde_json::{Map, Value, json};

use super::args::ReportArgs;
use super::messages::{Messages, UiLang};
use super::{clock, report};
use crate::content::Catalog;
use crate::diag::{Diagnostic, Diagnostics, Message, has_errors};
use crate::evidence::{Evidence, SheetEvidence, gather};
use crate::files::Files;
use crate::layout::Pages;
use crate::manifest::REPORT;
use crate::model::{Date, Lang, Venue};
use crate::output::Output;
use crate::pipeline::{Planned, load_and_plan};
use crate::plan::{Role, Wanted, date_text};
use crate::theme::Roles;

/// Words of the page that hold no figure, by the name that the template knows them by.
const WORDS: [&str; 11] = [
    "evidence-title",
    "evidence-skip",
    "evidence-program",
    "evidence-people",
    "evidence-sheet",
    "evidence-contrast",
    "evidence-letters",
    "evidence-pictures",
    "evidence-words",
    "evidence-pdf",
    "evidence-method",
];

/// How each column was measured.
const METHODS: [(&str, &str); 5] = [
    ("evidence-contrast", "evidence-how-contrast"),
    ("evidence-letters", "evidence-how-letters"),
    ("evidence-pictures", "evidence-how-pictures"),
    ("evidence-words", "evidence-how-words"),
    ("evidence-pdf", "evidence-how-pdf"),
];

/// What only a person can check, under its headings.
const PEOPLE: [(&str, &[&str]); 5] = [
    ("evidence-online", &["evidence-rgaa-3", "evidence-rgaa-4", "evidence-online-site"]),
    ("evidence-reader", &["evidence-reader-order", "evidence-reader-titles", "evidence-reader-alt"]),
    ("evidence-easy", &["evidence-easy-read", "evidence-easy-pictures", "evidence-easy-names", "evidence-easy-logo"]),
    ("evidence-place", &["evidence-place-distance", "evidence-place-code", "evidence-place-keys"]),
    ("evidence-texts", &["evidence-texts-machine", "evidence-texts-law"]),
];

/// Writes the report, and says whether every sheet could be looked at.
pub fn run(options: &ReportArgs, ui_lang: Option<&str>, messages: &Messages) -> bool {
    let mut diagnostics = Diagnostics::new();
    let written = write(options, ui_lang, &mut diagnostics);
    report::print(&diagnostics, messages);
    for path in written.iter().flatten() {
        super::say(messages.text(&Message::new("report-written").arg("path", path)));
    }
    written.is_some() && !has_errors(&diagnostics)
}

/// Paths of the two files; nothing where they could not be made.
fn write(options: &ReportArgs, ui_lang: Option<&str>, diagnostics: &mut Diagnostics) -> Option<[String; 2]> {
    let date = clock::today(options.today.as_deref()).map_err(|error| diagnostics.push(error)).ok()?;
    let wanted = Wanted { venues: vec![options.venue.clone()], ..Wanted::default() };
    let planned = load_and_plan(Files::project(&options.project.project), &wanted, diagnostics)?;
    let venue = planned.catalog.venues.get(&options.venue)?;
    if has_errors(diagnostics) {
        return None;
    }
    let evidence = gather(&planned, venue, date, diagnostics)?;
    let view = View { messages: Messages::new(language(ui_lang, venue)), evidence: &evidence, venue, date };
    let page = page(&planned, &view).map_err(|errors| diagnostics.extend(errors)).ok()?;
    let output = options.output.clone().unwrap_or_else(|| options.project.project.join("output"));
    let paths = ["html", "json"].map(|ending| format!("{}/report.{ending}", venue.id));
    let files = [(paths[0].clone(), page.into_bytes()), (paths[1].clone(), evidence.json())];
    let saved = Output::open(&output).and_then(|output| output.add(REPORT, venue, &files));
    saved.map_err(|error| diagnostics.push(error)).ok()?;
    Some(paths.map(|path| output.join(path).display().to_string()))
}

/// The language that was asked for, else French or English by the first language of the venue.
fn language(asked: Option<&str>, venue: &Venue) -> UiLang {
    let first = venue.languages.first().map(Lang::primary).unwrap_or_default();
    UiLang::of(asked.unwrap_or(first))
}

fn page(planned: &Planned, view: &View<'_>) -> Result<String, Vec<Diagnostic>> {
    let Some(theme) = planned.themes.get(&view.venue.theme) else { return Err(Vec::new()) };
    let pages = Pages::new(std::sync::Arc::new(theme.clone()))?;
    pages.report(&view.data(&planned.catalog))
}

/// The report in the words of one language.
struct View<'a> {
    messages: Messages,
    evidence: &'a Evidence,
    venue: &'a Venue,
    date: Date,
}

impl View<'_> {
    fn data(&self, catalog: &Catalog) -> Value {
        let code = self.messages.word("evidence-lang");
        let lang = Lang::parse(&code);
        let words = lang.as_ref().and_then(|lang| catalog.words.get(lang));
        let date = words.map_or_else(|| self.date.to_string(), |words| date_text(self.date, words));
        let named = |id: &str| id.trim_start_matches("evidence-").to_owned();
        let mut said: Map<String, Value> = WORDS.iter().map(|id| (named(id), json!(self.word(id)))).collect();
        said.insert("skip_label".to_owned(), json!(self.word("evidence-skip")));
        let lead = Message::new("evidence-lead").arg("sheets", self.evidence.sheets.len()).arg("date", date);
        let methods = METHODS.map(|(what, how)| json!({"what": self.word(what), "how": self.word(how)}));
        let people = PEOPLE.map(|(title, items)| {
            let items: Vec<String> = items.iter().map(|id| self.word(id)).collect();
            json!({"title": self.word(title), "items": items})
        });
        json!({
            "lang": code,
            "dir": "ltr",
            "colours": Roles::of(self.venue.colour),
            "words": said,
            "lead": self.text(&lead),
            "venue": {"name": self.venue.name, "place": self.venue.address.town},
            "pancarte": self.evidence.pancarte,
            "figures": self.figures(),
            "groups": self.groups(catalog),
            "methods": methods,
            "people": people,
        })
    }

    /// The worst of each thing, large.
    fn figures(&self) -> Vec<Value> {
        let measures = || self.evidence.sheets.iter().filter_map(|sheet| Some((sheet, sheet.measures.as_ref()?)));
        let contrasts = measures().filter_map(|(sheet, all)| Some((all.contrast.as_ref()?.ratio, sheet)));
        let visions = measures().filter_map(|(sheet, all)| Some((all.vision.as_ref()?.ratio, sheet)));
        let letters = measures().filter_map(|(sheet, all)| Some((all.smallest.as_ref()?.cap_mm?, sheet)));
        let found = [
            ("evidence-least-contrast", lowest(contrasts), ":1", self.evidence.contrast_asked),
            ("evidence-least-vision", lowest(visions), ":1", self.evidence.vision_asked),
            ("evidence-least-letters", lowest(letters), "\u{a0}mm", 0.0),
        ];
        let mut figures: Vec<Value> = found
            .into_iter()
            .filter_map(|(id, found, unit, asked)| {
                let (value, sheet) = found?;
                let label = self.text(&Message::new(id).arg("asked", asked));
                let place = format!("{}/{}", sheet.lang, sheet.sheet);
                Some(json!({"value": self.number(value) + unit, "label": label, "sheet": place}))
            })
            .collect();
        let exported = self.evidence.sheets.iter().filter_map(|sheet| sheet.exporter_passed);
        let (passed, all) = (exported.clone().filter(|passed| *passed).count(), exported.count());
        let label = self.word("evidence-exported");
        figures.push(json!({"value": format!("{passed}\u{a0}/\u{a0}{all}"), "label": label}));
        figures
    }

    /// Sheets by language, or pair of languages.
    fn groups(&self, catalog: &Catalog) -> Vec<Value> {
        let mut tags: Vec<&str> = Vec::new();
        for sheet in &self.evidence.sheets {
            if !tags.contains(&sheet.lang.as_str()) {
                tags.push(&sheet.lang);
            }
        }
        let group = |tag: &&str| {
            let codes: Vec<Lang> = tag.split('+').filter_map(Lang::parse).collect();
            let own = |lang: &Lang| catalog.words.get(lang).map(|words| words.get("language_name").to_owned());
            let names: Vec<String> = codes.iter().map(|lang| own(lang).unwrap_or_else(|| lang.to_string())).collect();
            let first = codes.first().map_or("fr", Lang::code);
            let dir = codes.first().map(Lang::direction);
            let sheets = self.evidence.sheets.iter().filter(|sheet| sheet.lang == **tag);
            let sheets: Vec<Value> = sheets.map(|sheet| self.sheet(sheet)).collect();
            json!({"id": tag.replace('+', "-"), "lang": first, "dir": dir, "name": names.join(" + "), "sheets": sheets})
        };
        tags.iter().map(group).collect()
    }

    fn sheet(&self, sheet: &SheetEvidence) -> Value {
        let title = sheet.title.strip_suffix(&format!(" – {}", self.venue.name)).unwrap_or(&sheet.title);
        let mut cells = vec![self.contrast(sheet), self.letters(sheet), self.pictures(sheet), self.order(sheet)];
        cells.push(self.pdf(sheet));
        json!({
            "title": title,
            "name": sheet.sheet,
            "size": sheet.size.to_uppercase().replace('X', "\u{a0}×\u{a0}"),
            "code": sheet.code,
            "cells": cells,
            "failed": self.failed(sheet),
        })
    }

    /// Why a sheet has no figures.
    fn failed(&self, sheet: &SheetEvidence) -> Option<String> {
        let only_words = sheet.formats.iter().all(|format| format.extension() == "html");
        let id = if sheet.exporter_passed == Some(false) {
            "evidence-refused"
        } else if sheet.measures.is_some() {
            return None;
        } else if only_words {
            "evidence-only-page"
        } else {
            "evidence-failed"
        };
        Some(self.word(id))
    }

    fn contrast(&self, sheet: &SheetEvidence) -> Value {
        let Some(measures) = &sheet.measures else { return Value::Null };
        let ratio = |ratio: f64| self.number(ratio) + ":1";
        let value = measures.contrast.as_ref().map(|contrast| ratio(contrast.ratio));
        let vision = measures.vision.as_ref().map(|contrast| {
            let eyes = contrast.vision.unwrap_or_default();
            self.text(&Message::new("evidence-vision").arg("ratio", ratio(contrast.ratio)).arg("vision", eyes))
        });
        let pictures = (measures.runs_on_pictures > 0)
            .then(|| self.text(&Message::new("evidence-on-pictures").arg("count", measures.runs_on_pictures)));
        cell(value, vision.into_iter().chain(pictures))
    }

    fn letters(&self, sheet: &SheetEvidence) -> Value {
        let Some(smallest) = sheet.measures.as_ref().and_then(|measures| measures.smallest.as_ref()) else {
            return Value::Null;
        };
        let value = match (smallest.cap_mm, smallest.cap_px) {
            (Some(mm), _) => format!("{}\u{a0}mm", self.number(mm)),
            (None, px) => format!("{}\u{a0}px", self.number(px.unwrap_or_default())),
        };
        cell(Some(value), self.action(sheet).into_iter().chain([self.asked(sheet)]))
    }

    /// The part of the distance that the actions of a poster reach, or its title where it has none.
    fn action(&self, sheet: &SheetEvidence) -> Option<String> {
        let reached = &sheet.legibility.as_ref()?.reached;
        let reached = reached.get(&Role::Action).or(reached.get(&Role::Title))?;
        let message = Message::new("evidence-action").arg("part", reached.one_in as u64);
        Some(self.text(&message.arg("distance", self.number(reached.distance_m))))
    }

    /// The limit of the smallest text; on a poster that is read at arm's length, whatever the distance of the rest.
    fn asked(&self, sheet: &SheetEvidence) -> String {
        let Some((cap, metres)) = sheet.cap_asked_mm.zip(sheet.distance_m) else {
            return self.word("evidence-on-screen");
        };
        let distance = if sheet.legibility.is_some() { "near".to_owned() } else { self.number(metres) };
        self.text(&Message::new("evidence-asked").arg("cap", self.number(cap)).arg("distance", distance))
    }

    fn pictures(&self, sheet: &SheetEvidence) -> Value {
        let Some(measures) = &sheet.measures else { return Value::Null };
        let note = sheet.pdf.as_ref().map(|pdf| {
            let message = Message::new("evidence-pictures-in-pdf")
                .arg("decorative", measures.pictures.saturating_sub(pdf.figures))
                .arg("described", pdf.figures_with_alt)
                .arg("bare", pdf.figures.saturating_sub(pdf.figures_with_alt));
            self.text(&message)
        });
        let note = note.unwrap_or_else(|| self.word("evidence-pictures-beside"));
        cell(Some(measures.pictures.to_string()), (measures.pictures > 0).then_some(note))
    }

    fn order(&self, sheet: &SheetEvidence) -> Value {
        let Some(measures) = &sheet.measures else { return Value::Null };
        let order = measures.order;
        let apart = order.lines - order.in_order - order.elsewhere;
        let message = Message::new("evidence-order").arg("elsewhere", order.elsewhere).arg("apart", apart);
        let note = self.text(&message);
        cell(Some(format!("{}\u{a0}/\u{a0}{}", order.in_order, order.lines)), (!note.is_empty()).then_some(note))
    }

    fn pdf(&self, sheet: &SheetEvidence) -> Value {
        let Some(pdf) = &sheet.pdf else { return Value::Null };
        let value = self.word(if pdf.tagged { "evidence-tagged" } else { "evidence-untagged" });
        let tree = Message::new("evidence-tree")
            .arg("elements", pdf.elements)
            .arg("headings", pdf.headings)
            .arg("ordered", pdf.marked_in_order)
            .arg("marked", pdf.marked);
        let said = Message::new("evidence-declares")
            .arg("lang", pdf.lang.as_deref().unwrap_or("none"))
            .arg("title", if pdf.shows_title { "yes" } else { "no" })
            .arg("ua", pdf.pdf_ua.as_deref().unwrap_or("none"))
            .arg("archive", pdf.pdf_a.as_deref().unwrap_or("none"));
        cell(Some(value), [self.text(&tree), self.text(&said)])
    }

    fn number(&self, number: f64) -> String {
        self.messages.number(number)
    }

    fn text(&self, message: &Message) -> String {
        self.set(&self.messages.text(message))
    }

    fn word(&self, id: &str) -> String {
        self.set(&self.messages.word(id))
    }

    /// A terminal breaks lines anywhere; a page keeps a unit with its number, and in French a sign with its word.
    fn set(&self, text: &str) -> String {
        let units = [(" mm", "\u{a0}mm"), (" m", "\u{a0}m")];
        let signs = [(" :", "\u{a0}:"), (" ;", "\u{a0};"), (" ?", "\u{a0}?"), ("« ", "«\u{a0}"), (" »", "\u{a0}»")];
        let mut text = text.to_owned();
        for (plain, kept) in units {
            for digit in '0'..='9' {
                text = text.replace(&format!("{digit}{plain}"), &format!("{digit}{kept}"));
            }
        }
        for (plain, kept) in signs.iter().filter(|_| self.messages.word("evidence-lang") == "fr") {
            text = text.replace(plain, kept);
        }
        text
    }
}

fn lowest<'a>(values: impl Iterator<Item = (f64, &'a SheetEvidence)>) -> Option<(f64, &'a SheetEvidence)> {
    values.min_by(|(a, _), (b, _)| a.total_cmp(b))
}

/// A figure, and lines under it.
fn cell(value: Option<String>, notes: impl IntoIterator<Item = String>) -> Value {
    json!({"value": value, "notes": notes.into_iter().collect::<Vec<_>>()})
}
