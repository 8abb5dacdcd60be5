//! Print-only files: sheets composed of pages and marks, without tags, each with its instructions. [`press`] is for a print shop;
//! tiles and booklets have rooms of their own.

use std::sync::Arc;

use krilla::geom::{Path, PathBuilder, Rect, Size, Transform};
use krilla::page::PageSettings;
use krilla::paint::FillRule;
use krilla::pdf::{Pdf, PdfDocument};

use crate::diag::Diagnostics;
use crate::layout::{Press, lay_out_marks};
use crate::model::tiling::{Area, BLEED, MARK};
use crate::model::{Direction, Mm, PaperSize, Size as SheetSize};
use crate::plan::Job;

use super::marks::{MarkPage, Marks, Note, RULER_HEIGHT, Ruler};
use super::pdf;

/// Room for the ruler and the slug line outside the crop marks.
const SLUG: Mm = Mm(7.0);

/// What stays empty at the edge of the sheet.
const EDGE: Mm = Mm(1.5);

/// A file for printing only.
#[derive(Debug)]
pub struct PrintFile {
    /// What follows the stem of the sheet in its name, without extension.
    pub suffix: &'static str,
    /// The PDF.
    pub bytes: Vec<u8>,
    /// Pages.
    pub pages: usize,
    /// Width and height of the pages.
    pub paper: (Mm, Mm),
    /// What to do with it, in words.
    pub instructions: String,
}

/// A PDF whose pages are drawn on sheets.
pub struct Source(PdfDocument);

impl Source {
    /// Reads the pages back.
    ///
    /// # Errors
    /// Bytes that are no PDF.
    pub fn read(bytes: Vec<u8>, job: &Job) -> Result<Self, Diagnostics> {
        let read = Pdf::new(bytes).map_err(|error| vec![pdf::failed(job, &format!("{error:?}"))])?;
        Ok(Source(PdfDocument::new(Arc::new(read))))
    }
}

/// A page drawn on a sheet.
pub struct Drawing<'a> {
    /// Where it comes from.
    pub source: &'a Source,
    /// Which page, from 0.
    pub page: usize,
    /// Where it stands, and how large.
    pub at: Area,
    /// What is shown of it; all where it is left out.
    pub clip: Option<Area>,
}

/// Draws pages on sheets of one size.
pub struct Composer<'a> {
    job: &'a Job,
    paper: (Mm, Mm),
    pages: usize,
    document: krilla::Document,
}

impl<'a> Composer<'a> {
    /// No page yet.
    pub fn new(job: &'a Job, paper: (Mm, Mm)) -> Self {
        Composer { job, paper, pages: 0, document: krilla::Document::new() }
    }

    /// One more sheet; `trim` is where a press cuts.
    ///
    /// # Errors
    /// A sheet without width or height.
    pub fn page(&mut self, trim: Option<Area>, drawings: &[Drawing<'_>]) -> Result<(), Diagnostics> {
        let empty = || vec![pdf::failed(self.job, "paper")];
        let settings = PageSettings::from_wh(points(self.paper.0), points(self.paper.1)).ok_or_else(empty)?;
        let bleed = trim.and_then(|trim| rect(trim.grown(BLEED, BLEED, BLEED, BLEED)));
        let settings = settings.with_trim_box(trim.and_then(rect)).with_bleed_box(bleed);
        let mut page = self.document.start_page_with(settings);
        let mut surface = page.surface();
        for drawing in drawings {
            let Area { x, y, width, height } = drawing.at;
            let size = Size::from_wh(points(width), points(height)).ok_or_else(empty)?;
            let clip = drawing.clip.and_then(outline);
            if let Some(clip) = &clip {
                surface.push_clip_path(clip, &FillRule::NonZero);
            }
            surface.push_transform(&Transform::from_translate(points(x), points(y)));
            surface.draw_pdf_page(&drawing.source.0, size, drawing.page);
            surface.pop();
            if clip.is_some() {
                surface.pop();
            }
        }
        surface.finish();
        page.finish();
        self.pages += 1;
        Ok(())
    }

    /// The file, whose title says what it is for.
    ///
    /// # Errors
    /// A page that cannot be written.
    pub fn finish(mut self, suffix: &'static str, steps: Vec<String>) -> Result<PrintFile, Diagnostics> {
        let job = self.job;
        let title = format!("{} – {}", job.title, job.word("print_only"));
        let metadata = krilla::metadata::Metadata::new().title(title.clone()).language(job.lang.code().to_owned());
        self.document.set_metadata(metadata);
        let bytes = self.document.finish().map_err(|error| vec![pdf::failed(job, &format!("{error:?}"))])?;
        let steps: String = steps.iter().enumerate().map(|(at, step)| format!("{}. {step}\n", at + 1)).collect();
        let instructions = format!("{title}\n\n{steps}");
        Ok(PrintFile { suffix, bytes, pages: self.pages, paper: self.paper, instructions })
    }
}

/// The file for a print shop: the poster with its bleed, crop marks, a ruler, and a line that says what it is.
///
/// # Errors
/// Mistakes of the template of marks.
pub fn press(bled: &Source, job: &Job, machine: &Press) -> Result<PrintFile, Diagnostics> {
    let (width, height) = (job.width.to_mm(), job.height.to_mm());
    let around = Mm(BLEED.0 + MARK.0 + SLUG.0);
    let trim = Area { x: around, y: around, width, height };
    let paper = (Mm(width.0 + 2.0 * around.0), Mm(height.0 + 2.0 * around.0));
    let marks = lay_out_marks(&Marks::new(paper, vec![crop_marks(trim, paper, job)]), job, machine)?;
    let marks = Source::read(pdf::plain(&marks, job)?, job)?;
    let mut composer = Composer::new(job, paper);
    let poster = Drawing { source: bled, page: 0, at: trim.grown(BLEED, BLEED, BLEED, BLEED), clip: None };
    composer.page(Some(trim), &[poster, Drawing { source: &marks, page: 0, at: whole(paper), clip: None }])?;
    let size = size_name(job);
    let steps = steps(job, &["press_1", "press_2", "press_3", "press_4"], &[("{size}", &size)]);
    composer.finish("-press-print-only", steps)
}

fn crop_marks(trim: Area, paper: (Mm, Mm), job: &Job) -> MarkPage {
    let mut page = MarkPage::default();
    for x in [trim.x, trim.right()] {
        page.upright(trim, x, false);
    }
    for y in [trim.y, trim.bottom()] {
        page.level(trim, y, false);
    }
    page.ruler = Some(Ruler { at: (Mm(paper.0.0 / 2.0), Mm(EDGE.0 + RULER_HEIGHT.0)), turned: false });
    let code = format!("{} {}", job.word("code_label"), from_the_left(&job.code, job));
    let slug = Area { x: trim.x, y: Mm(paper.1.0 - SLUG.0), width: trim.width, height: Mm(SLUG.0 - EDGE.0 - 0.5) };
    let parts = vec![job.title.clone(), size_name(job), code, job.word("print_only").to_owned()];
    page.notes.push(Note { area: slug, strong: String::new(), parts });
    page
}

/// A whole page.
pub fn whole(paper: (Mm, Mm)) -> Area {
    Area { x: Mm(0.0), y: Mm(0.0), width: paper.0, height: paper.1 }
}

/// Words of the layout with what stands between braces replaced.
pub fn steps(job: &Job, keys: &[&str], values: &[(&str, &str)]) -> Vec<String> {
    let filled =
        |key: &&str| values.iter().fold(job.word(key).to_owned(), |text, (name, value)| text.replace(name, value));
    keys.iter().map(filled).collect()
}

/// `A4`.
pub fn paper_name(size: PaperSize) -> String {
    size.to_string().to_uppercase()
}

/// `A3, 297 × 420 mm`.
fn size_name(job: &Job) -> String {
    let SheetSize::Paper(paper) = job.size else { return String::new() };
    let (width, height) = paper.dimensions();
    let sides = format!("{} × {} mm", width.0, height.0);
    let named = match paper.size {
        PaperSize::Other(..) => sides,
        size => format!("{}, {sides}", paper_name(size)),
    };
    from_the_left(&named, job)
}

/// Names and numbers that are read from the left in every language.
pub fn from_the_left(text: &str, job: &Job) -> String {
    match job.dir {
        Direction::Ltr => text.to_owned(),
        Direction::Rtl => format!("\u{2066}{text}\u{2069}"),
    }
}

fn points(length: Mm) -> f32 {
    length.to_pt().0 as f32
}

fn rect(area: Area) -> Option<Rect> {
    Rect::from_ltrb(points(area.x), points(area.y), points(area.right()), points(area.bottom()))
}

fn outline(area: Area) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(rect(area)?);
    path.finish()
}
