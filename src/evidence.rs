//! What the program checked on the sheets of a venue, in figures it measured: [`gather`] lays them out again, exactly as a build
//! does, and writes no picture. It claims nothing: what the figures are worth, people decide.

use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use crate::diag::Diagnostics;
use crate::layout::measure::{Measures, measure};
use crate::layout::{Press, lay_out};
use crate::model::{Date, Format, LOWEST_CAP, Medium, Venue};
use crate::pipeline::Planned;
use crate::plan::{Job, Legibility};
use crate::render::pdf::pdf;
use crate::render::tags::{self, PdfFacts};
use crate::theme::{TEXT_CONTRAST, VISION_CONTRAST};

/// Version of the shape of `report.json`.
const VERSION: u32 = 1;

/// What was checked at a venue.
#[derive(Debug, Clone, Serialize)]
pub struct Evidence {
    /// Version of this shape.
    pub report: u32,
    /// Version of the program.
    pub pancarte: String,
    /// The venue.
    pub venue: String,
    /// Its name.
    pub name: String,
    /// The day of the report.
    pub date: String,
    /// Least contrast that a text must have, from 1 to 21.
    pub contrast_asked: f64,
    /// Least contrast that must be left in greyscale and for colour-blind eyes.
    pub vision_asked: f64,
    /// Its sheets, in the order of the plan.
    pub sheets: Vec<SheetEvidence>,
}

/// What was checked on one sheet.
#[derive(Debug, Clone, Serialize)]
pub struct SheetEvidence {
    /// Name of the sheet.
    pub sheet: String,
    /// Language, or two: `fr+ar`.
    pub lang: String,
    /// Medium.
    pub medium: Medium,
    /// Size.
    pub size: String,
    /// Title of the document.
    pub title: String,
    /// Version code on it.
    pub code: String,
    /// Formats it is made in.
    pub formats: Vec<Format>,
    /// Whether some of its words are a machine's.
    pub machine: bool,
    /// Who read it, of the people concerned, on an easy-read sheet.
    pub reviewed_by: Option<String>,
    /// How far away it is read, in metres, on paper.
    pub distance_m: Option<f64>,
    /// Lowest capitals it may have, in millimetres, on paper.
    pub cap_asked_mm: Option<f64>,
    /// What each role of text reached, on a poster.
    pub legibility: Option<Legibility>,
    /// What its pages measure; nothing where it could not be made.
    pub measures: Option<Measures>,
    /// What its PDF says of itself, where it has one.
    pub pdf: Option<PdfFacts>,
    /// Whether Typst's own checks of PDF/UA-1 and PDF/A-2a let the PDF pass.
    pub exporter_passed: Option<bool>,
}

/// What was checked on the sheets of a venue; what keeps a sheet from being made is said in `diagnostics`.
pub fn gather(planned: &Planned, venue: &Venue, date: Date, diagnostics: &mut Diagnostics) -> Option<Evidence> {
    let theme = planned.themes.get(&venue.theme)?;
    let press = Press::new(Arc::new(theme.clone()));
    let mut sheets = Vec::new();
    // as in a build: few sheets at a time, and Typst's cache is cleared between them
    for batch in planned.plan.jobs.chunks(rayon::current_num_threads()) {
        let looked: Vec<_> = batch.par_iter().map(|job| sheet(job, &press)).collect();
        comemo::evict(0);
        for (sheet, mut found) in looked {
            sheets.push(sheet);
            diagnostics.append(&mut found);
        }
    }
    Some(Evidence {
        report: VERSION,
        pancarte: env!("CARGO_PKG_VERSION").to_owned(),
        venue: venue.id.clone(),
        name: venue.name.clone(),
        date: date.to_string(),
        contrast_asked: TEXT_CONTRAST,
        vision_asked: VISION_CONTRAST,
        sheets,
    })
}

fn sheet(job: &Job, press: &Press) -> (SheetEvidence, Diagnostics) {
    let mut evidence = SheetEvidence::of(job);
    let document = match lay_out(job, press) {
        Ok(document) => document,
        Err(errors) => return (evidence, errors),
    };
    // wallpapers of a language share a page and a text: there is no sheet of it to measure
    evidence.measures = (!job.only_words).then(|| measure(&document, job));
    if !job.formats.contains(&Format::Pdf) {
        return (evidence, Diagnostics::new());
    }
    let exported = pdf(&document, job);
    evidence.exporter_passed = Some(exported.is_ok());
    evidence.pdf = exported.as_ref().ok().and_then(|bytes| tags::read(bytes));
    (evidence, exported.err().unwrap_or_default())
}

impl SheetEvidence {
    fn of(job: &Job) -> Self {
        let hundredths = |value: f64| (value * 100.0).round() / 100.0;
        let lowest = if job.medium.is_poster() { LOWEST_CAP } else { job.distance.lowest_cap() };
        let paper = job.size.paper();
        SheetEvidence {
            sheet: job.stem.clone(),
            lang: job.languages.to_string(),
            medium: job.medium,
            size: job.size.to_string(),
            title: job.title.clone(),
            code: job.code.clone(),
            formats: job.formats.clone(),
            machine: job.machine,
            reviewed_by: job.sheet.reviewed_by(),
            distance_m: paper.map(|_| hundredths(job.distance.metres())),
            cap_asked_mm: paper.map(|_| hundredths(lowest.0)),
            legibility: job.legibility.clone(),
            measures: None,
            pdf: None,
            exporter_passed: None,
        }
    }
}

impl Evidence {
    /// The bytes of `report.json`.
    pub fn json(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}
