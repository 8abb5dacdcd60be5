//! Pages become PDF: [`pdf`] tagged, PDF/UA-1 and PDF/A-2a together; [`imposed`] two-up for the office printer, untagged.

use std::sync::Arc;

use krilla::geom::{Size, Transform};
use krilla::page::PageSettings;
use krilla::pdf::{Pdf, PdfDocument};
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::diag::{Diagnostic, Diagnostics, Message};
use crate::layout::paged::explain_export;
use crate::model::{Direction, PaperSize};
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

fn failed(job: &Job, detail: &str) -> Diagnostic {
    Diagnostic::error(Message::new("theme-error").arg("detail", detail).arg("sheet", job.path()))
}

/// Pages of a folded booklet side by side on A4 on its side, for printing on both sides, flipped on the short edge. Tags cannot
/// be kept, so that this file is for printing only.
///
/// # Errors
/// A booklet that cannot be read back.
pub fn imposed(booklet: Vec<u8>, pages: usize, job: &Job) -> Result<Vec<u8>, Diagnostics> {
    let read = Pdf::new(booklet).map_err(|error| vec![failed(job, &format!("{error:?}"))])?;
    let source = PdfDocument::new(Arc::new(read));
    let (short, long) = PaperSize::A4.dimensions();
    let (width, height) = (long.to_pt().0 as f32, short.to_pt().0 as f32);
    let half = Size::from_wh(width / 2.0, height).ok_or_else(|| vec![failed(job, "A4")])?;
    let mut document = krilla::Document::new();
    for (left, right) in sides(pages, job.dir) {
        let settings = PageSettings::from_wh(width, height).ok_or_else(|| vec![failed(job, "A4")])?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        surface.draw_pdf_page(&source, half, left);
        surface.push_transform(&Transform::from_translate(width / 2.0, 0.0));
        surface.draw_pdf_page(&source, half, right);
        surface.pop();
        surface.finish();
        page.finish();
    }
    let title = format!("{} – {}", job.title, job.words.get("print_only").map(String::as_str).unwrap_or_default());
    document.set_metadata(krilla::metadata::Metadata::new().title(title).language(job.lang.code().to_owned()));
    document.finish().map_err(|error| vec![failed(job, &format!("{error:?}"))])
}

/// Page indices left and right on each side of each sheet, from the outside in: front (n, 1), back (2, n - 1). A booklet read from
/// the right is bound on the right: left and right change places.
fn sides(pages: usize, direction: Direction) -> Vec<(usize, usize)> {
    let swap = |(left, right): (usize, usize)| match direction {
        Direction::Ltr => (left, right),
        Direction::Rtl => (right, left),
    };
    let sheet = |i: usize| [(pages - 1 - 2 * i, 2 * i), (2 * i + 1, pages - 2 - 2 * i)];
    (0..pages / 4).flat_map(sheet).map(swap).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saddle_stitch() {
        let eight = [(7, 0), (1, 6), (5, 2), (3, 4)];
        assert_eq!(sides(8, Direction::Ltr), eight);
        assert_eq!(sides(8, Direction::Rtl), eight.map(|(left, right)| (right, left)));
    }

    /// Every page is printed once, and the two pages of a side add up.
    #[test]
    fn every_page_once() {
        for pages in (4..=64).step_by(4) {
            let sides = sides(pages, Direction::Ltr);
            let mut all: Vec<usize> = sides.iter().flat_map(|(left, right)| [*left, *right]).collect();
            all.sort_unstable();
            assert_eq!(all, (0..pages).collect::<Vec<_>>());
            assert!(sides.iter().all(|(left, right)| left + right == pages - 1));
        }
    }
}
