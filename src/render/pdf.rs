//! Pages become PDF: [`pdf`] tagged, PDF/UA-1 and PDF/A-2a together; [`plain`] and [`bled`] untagged, to be drawn on the sheets of
//! print-only files.

use typst::foundations::{Datetime, Smart};
use typst::layout::{Abs, Sides};
use typst::model::Document as _;
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::diag::{Diagnostic, Diagnostics, Message};
use crate::layout::paged::explain_export;
use crate::model::tiling::BLEED;
use crate::plan::Job;

/// The tagged document.
///
/// # Errors
/// What PDF/UA-1 or PDF/A-2a refuse: a missing title, a picture without words.
pub fn pdf(document: &PagedDocument, job: &Job) -> Result<Vec<u8>, Diagnostics> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|error| vec![failed(job, error.message())])?;
    let date = job.date;
    let day = Datetime::from_ymd(date.year, date.month, date.day);
    let options = PdfOptions {
        ident: Smart::Custom(job.path()),
        creator: Smart::Custom(Some(concat!("pancarte ", env!("CARGO_PKG_VERSION")).to_owned())),
        timestamp: day.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| explain_export(&errors, job))
}

/// The document without tags and on no ground but its own.
///
/// # Errors
/// What Typst cannot write.
pub fn plain(document: &PagedDocument, job: &Job) -> Result<Vec<u8>, Diagnostics> {
    let options = PdfOptions { ident: Smart::Custom(job.path()), tagged: false, ..PdfOptions::default() };
    typst_pdf::pdf(document, &options).map_err(|errors| explain_export(&errors, job))
}

/// The same pages, larger by the bleed on each side: fields of colour were drawn over the edge all along.
///
/// # Errors
/// What Typst cannot write.
pub fn bled(document: &PagedDocument, job: &Job) -> Result<Vec<u8>, Diagnostics> {
    let bleed = Sides::splat(Abs::mm(BLEED.0));
    let pages = document.pages().iter().cloned().map(|page| Page { bleed, ..page }).collect();
    plain(&PagedDocument::new(pages, document.info().clone()), job)
}

/// A file that cannot be made, for a reason that only a programmer understands.
pub fn failed(job: &Job, detail: &str) -> Diagnostic {
    Diagnostic::error(Message::new("theme-error").arg("detail", detail).arg("sheet", job.path()))
}
