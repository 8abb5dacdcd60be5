//! The laid-out pages prove the fit: [`prove`] looks at every glyph run, and says what left its box, its line or its sheet.

use std::collections::BTreeSet;

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::text::TextItem;
use typst_layout::PagedDocument;

use crate::diag::{Diagnostic, Diagnostics, Message};
use crate::fit::Fitted;
use crate::model::Medium;
use crate::plan::Job;

/// Boxes that templates draw fitted texts in are labelled with this and their name.
const LABEL: &str = "box-";
/// Accents may stand over capitals by this much of the size of the text.
const ACCENTS: f64 = 0.42;
/// Tails may be deeper than what the fit allowed for by this much of the size.
const TAILS: f64 = 0.06;
/// Side bearings and rounding: a glyph may leave its box sideways by this much of the size.
const BEARING: f64 = 0.09;
/// Fewest pages of a booklet, and what their number must be a multiple of: folded sheets have four sides.
const BOOKLET_FOLD: usize = 4;
/// Fewest pages of a booklet.
const BOOKLET_MIN: usize = 8;

/// Everything on the pages that breaks the promise that nothing is cut.
pub fn prove(document: &PagedDocument, job: &Job) -> Diagnostics {
    let mut prover = Prover { job, diagnostics: Diagnostics::new(), seen: BTreeSet::new() };
    let pages = document.pages();
    for page in pages {
        let sheet = Area { width: page.frame.width(), height: page.frame.height() };
        prover.frame(&page.frame, Transform::identity(), &sheet, None);
    }
    prover.pages(pages.len());
    prover.diagnostics
}

struct Area {
    width: Abs,
    height: Abs,
}

/// A box that is being looked into: its name, its fitted text and the baselines met so far.
struct OpenBox<'a> {
    name: &'a str,
    fitted: &'a Fitted,
    baselines: Vec<f64>,
}

struct Prover<'a> {
    job: &'a Job,
    diagnostics: Diagnostics,
    seen: BTreeSet<String>,
}

impl<'a> Prover<'a> {
    fn frame(&mut self, frame: &Frame, to_sheet: Transform, sheet: &Area, mut open: Option<&mut OpenBox<'a>>) {
        for (position, item) in frame.items() {
            let here = to_sheet.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => {
                    let inner = here.pre_concat(group.transform);
                    match group.label.and_then(|label| self.box_of(&label.resolve())) {
                        Some((name, fitted)) => self.open(name, fitted, &group.frame, inner, sheet),
                        None => self.frame(&group.frame, inner, sheet, open.as_deref_mut()),
                    }
                }
                FrameItem::Text(text) => {
                    self.on_sheet(text, here, sheet);
                    if let Some(open) = open.as_deref_mut() {
                        open.baselines.push(Point::zero().transform(here).y.to_pt());
                    }
                }
                _ => {}
            }
        }
    }

    fn box_of(&self, label: &str) -> Option<(&'a str, &'a Fitted)> {
        let (name, fitted) = self.job.fits.get_key_value(label.strip_prefix(LABEL)?)?;
        Some((name.as_str(), fitted))
    }

    fn open(&mut self, name: &'a str, fitted: &'a Fitted, frame: &Frame, to_sheet: Transform, sheet: &Area) {
        self.seen.insert(name.to_owned());
        let mut open = OpenBox { name, fitted, baselines: Vec::new() };
        self.frame(frame, to_sheet, sheet, Some(&mut open));
        self.inside(frame, Transform::identity(), &open);
        open.baselines.sort_by(f64::total_cmp);
        let step = fitted.size.0 * 0.3;
        let lines = open.baselines.chunk_by(|a, b| b - a < step).count();
        if lines != fitted.lines.len() {
            self.left(name, "lines");
        }
    }

    /// Every glyph of a box stays inside it, in the box's own coordinates.
    fn inside(&mut self, frame: &Frame, to_box: Transform, open: &OpenBox<'_>) {
        let size = open.fitted.size.0;
        let (width, height) = (open.fitted.width.0, open.fitted.natural_height().0);
        for (position, item) in frame.items() {
            let here = to_box.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => self.inside(&group.frame, here.pre_concat(group.transform), open),
                FrameItem::Text(text) => {
                    let (left, right, top, bottom) = extent(text, here);
                    let side = BEARING * size;
                    let (over, under) = (ACCENTS * size, (open.fitted.depth + TAILS) * size);
                    if left < -side || right > width + side || top < -over || bottom > height + under {
                        self.left(open.name, "box");
                    }
                }
                _ => {}
            }
        }
    }

    /// No glyph stands outside the sheet, in a box or not.
    fn on_sheet(&mut self, text: &TextItem, to_sheet: Transform, sheet: &Area) {
        const ROUNDING: f64 = 0.5;
        let (left, right, top, bottom) = extent(text, to_sheet);
        let outside = left < -ROUNDING
            || right > sheet.width.to_pt() + ROUNDING
            || top < -ROUNDING
            || bottom > sheet.height.to_pt() + ROUNDING;
        if outside {
            self.left(&text.text, "sheet");
        }
    }

    fn pages(&mut self, count: usize) {
        let good = match self.job.medium {
            Medium::Booklet => count >= BOOKLET_MIN && count.is_multiple_of(BOOKLET_FOLD),
            medium if medium.is_boxed() => count == 1,
            _ => count >= 1,
        };
        if !good {
            let message = Message::new("proof-pages").arg("sheet", self.job.path()).arg("pages", count);
            self.diagnostics.push(Diagnostic::error(message));
        }
        let missing = self.job.fits.keys().filter(|name| !self.seen.contains(*name)).cloned().collect::<Vec<_>>();
        for name in missing {
            self.left(&name, "missing");
        }
    }

    fn left(&mut self, name: &str, what: &str) {
        let text = self.job.fits.get(name).map(|fitted| {
            let runs = fitted.lines.iter().flatten();
            runs.map(|run| run.text.as_str()).collect::<Vec<_>>().join(" ")
        });
        let message = Message::new("proof-left")
            .arg("what", what)
            .arg("text", text.unwrap_or_else(|| name.to_owned()))
            .arg("box", name)
            .arg("sheet", self.job.path());
        let place = self.job.places.get(name).cloned();
        let error = Diagnostic::error(message).at(place).hint(Message::new("hint-proof"));
        if !self.diagnostics.contains(&error) {
            self.diagnostics.push(error);
        }
    }
}

/// Left, right, top and bottom of the ink of a run, in points.
fn extent(text: &TextItem, transform: Transform) -> (f64, f64, f64, f64) {
    let ink = text.bbox();
    if !ink.min.x.to_pt().is_finite() || !ink.max.x.to_pt().is_finite() {
        let at = Point::zero().transform(transform);
        return (at.x.to_pt(), at.x.to_pt(), at.y.to_pt(), at.y.to_pt());
    }
    let corners = [(ink.min.x, ink.min.y), (ink.max.x, ink.min.y), (ink.min.x, ink.max.y), (ink.max.x, ink.max.y)];
    let corners = corners.map(|(x, y)| Point::new(x, y).transform(transform));
    let xs = corners.map(|corner| corner.x.to_pt());
    let ys = corners.map(|corner| corner.y.to_pt());
    let least = |values: [f64; 4]| values.into_iter().fold(f64::INFINITY, f64::min);
    let most = |values: [f64; 4]| values.into_iter().fold(f64::NEG_INFINITY, f64::max);
    (least(xs), most(xs), least(ys), most(ys))
}
