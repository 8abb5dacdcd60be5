//! The laid-out pages prove the fit: [`prove`] looks at every glyph run, and says what left its box, its line or the part of the
//! sheet that can be printed, what is too small, what stands on something else, and which words are missing.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::text::TextItem;
use typst_layout::PagedDocument;

use super::ink;
use crate::diag::{Diagnostic, Diagnostics, Message};
use crate::fit::Fitted;
use crate::model::{LOWEST_CAP, Medium, Mm, Pt, Rect, Size, read_from_right};
use crate::plan::{Job, SAFE, SLIDE_INSET, least_on_screen};

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
    let mut prover = Prover {
        job,
        diagnostics: Diagnostics::new(),
        seen: BTreeSet::new(),
        placed: Vec::new(),
        pictures: Vec::new(),
        letters: Letters::default(),
        lowest: lowest_cap(job),
    };
    let pages = document.pages();
    for page in pages {
        let sheet = Area { width: page.frame.width(), height: page.frame.height() };
        prover.frame(&page.frame, Transform::identity(), &sheet, None);
        prover.overlaps();
        prover.zones();
    }
    prover.pages(pages.len());
    prover.words();
    prover.diagnostics
}

/// The lowest capitals of any text of a sheet; nothing on a screen, whose size on the table is not known.
fn lowest_cap(job: &Job) -> Option<Mm> {
    job.size.paper().map(|_| if job.medium.is_poster() { LOWEST_CAP } else { job.distance.lowest_cap() })
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

/// Left, right, top and bottom of the ink of a run, in points.
type Ink = (f64, f64, f64, f64);

/// The ink of a run on its page, and the box it belongs to.
struct Placed {
    ink: Ink,
    size: f64,
    owner: Option<String>,
    text: String,
}

struct Prover<'a> {
    job: &'a Job,
    diagnostics: Diagnostics,
    seen: BTreeSet<String>,
    /// Runs of the page that is looked at.
    placed: Vec<Placed>,
    /// Pictograms of the page that is looked at: left, right, top and bottom.
    pictures: Vec<Ink>,
    letters: Letters,
    lowest: Option<Mm>,
}

/// Letters and digits so far in the order they are drawn, in groups that a glyph stands for.
#[derive(Default)]
struct Letters {
    text: String,
    /// Where each group ends.
    ends: Vec<usize>,
}

impl Letters {
    fn push(&mut self, group: &str) {
        let before = self.text.len();
        self.text.extend(group.chars().filter(|c| c.is_alphanumeric()));
        if self.text.len() > before {
            self.ends.push(self.text.len());
        }
    }

    /// The groups from the last one to the first.
    fn backwards(&self) -> String {
        let starts = std::iter::once(&0).chain(&self.ends);
        let groups: Vec<&str> = starts.zip(&self.ends).map(|(start, end)| &self.text[*start..*end]).collect();
        groups.into_iter().rev().collect()
    }
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
                    let ink = extent(text, here);
                    self.on_sheet(text, ink, sheet);
                    self.tall_enough(text, open.as_deref(), here);
                    self.place(text, ink, open.as_deref());
                    if let Some(open) = open.as_deref_mut() {
                        open.baselines.push(Point::zero().transform(here).y.to_pt());
                    }
                }
                FrameItem::Image(_, size, _) => {
                    let corner = |x, y| Point::new(x, y).transform(here);
                    let (from, to) = (corner(Abs::zero(), Abs::zero()), corner(size.x, size.y));
                    let (xs, ys) = ([from.x.to_pt(), to.x.to_pt()], [from.y.to_pt(), to.y.to_pt()]);
                    self.pictures.push((xs[0].min(xs[1]), xs[0].max(xs[1]), ys[0].min(ys[1]), ys[0].max(ys[1])));
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

    /// No glyph stands outside the sheet, or on a poster or a slide where a printer or a television may cut it off.
    fn on_sheet(&mut self, text: &TextItem, (left, right, top, bottom): Ink, sheet: &Area) {
        const ROUNDING: f64 = 0.5;
        let margin = match self.job.medium {
            Medium::Signage => SLIDE_INSET * sheet.width.min(sheet.height).to_pt(),
            medium if medium.is_poster() => SAFE.to_pt().0,
            _ => 0.0,
        };
        let inner = margin - ROUNDING;
        let outside =
            left < inner || right > sheet.width.to_pt() - inner || top < inner || bottom > sheet.height.to_pt() - inner;
        if outside {
            self.left(&text.text, if margin > 0.0 { "margin" } else { "sheet" });
        }
    }

    /// No text is under the smallest size of its box, or of its sheet.
    fn tall_enough(&mut self, text: &TextItem, open: Option<&OpenBox<'_>>, transform: Transform) {
        const ROUNDING: f64 = 0.999;
        let in_box = open.and_then(|open| Some((open.name, self.job.minima.get(open.name)?)));
        // what a template scales is as large as it is drawn
        let scale = (transform.sx.get() * transform.sy.get() - transform.kx.get() * transform.ky.get()).abs().sqrt();
        let size = text.size.to_pt() * scale;
        let small = match (in_box, self.lowest, self.job.size) {
            (Some((_, least)), ..) => size < least.0 * ROUNDING,
            (None, Some(lowest), _) => Pt(size * text.font.metrics().cap_height.get()).to_mm().0 < lowest.0 * ROUNDING,
            (None, None, Size::Screen(screen)) => size < least_on_screen(self.job.medium, screen).0 * ROUNDING,
            (None, None, Size::Paper(_)) => false,
        };
        if small && !text.text.trim().is_empty() {
            let name = in_box.map_or_else(|| text.text.to_string(), |(name, _)| name.to_owned());
            self.left(&name, "small");
        }
    }

    fn place(&mut self, text: &TextItem, ink: Ink, open: Option<&OpenBox<'_>>) {
        // dots of Arabic letters are glyphs of their own that take no room
        for glyph in text.glyphs.iter().filter(|glyph| glyph.x_advance.get() > 0.0) {
            self.letters.push(&text.text[glyph.range()]);
        }
        if !self.job.fits.is_empty() {
            let owner = open.map(|open| open.name.to_owned());
            let (size, text) = (text.size.to_pt(), text.text.to_string());
            self.placed.push(Placed { ink, size, owner, text });
        }
    }

    /// No text of a box stands on another text.
    fn overlaps(&mut self) {
        const TOUCHING: f64 = 0.08;
        let placed = &self.placed;
        let mut on_others: Vec<String> = Vec::new();
        for (at, one) in placed.iter().enumerate().filter(|(_, one)| one.owner.is_some()) {
            for other in
                placed.iter().enumerate().filter(|(i, other)| *i > at || other.owner.is_none()).map(|(_, other)| other)
            {
                let touching = TOUCHING * one.size.min(other.size);
                let wide = one.ink.1.min(other.ink.1) - one.ink.0.max(other.ink.0) > touching;
                let tall = one.ink.3.min(other.ink.3) - one.ink.2.max(other.ink.2) > touching;
                if one.owner != other.owner
                    && wide
                    && tall
                    && !one.text.trim().is_empty()
                    && !other.text.trim().is_empty()
                {
                    on_others.push(one.owner.clone().unwrap_or_default());
                }
            }
        }
        on_others.iter().for_each(|name| self.left(name, "overlap"));
    }

    /// No text and no pictogram stands where the system draws.
    fn zones(&mut self) {
        let (placed, pictures) = (std::mem::take(&mut self.placed), std::mem::take(&mut self.pictures));
        let free = |ink: Ink| {
            let rect = Rect { left: ink.0, right: ink.1, top: ink.2, bottom: ink.3 };
            !self.job.zones.iter().any(|zone| zone.rect.meets(&rect))
        };
        let texts = placed.iter().filter(|text| !text.text.trim().is_empty() && !free(text.ink));
        let covered: Vec<String> = texts.map(|text| text.owner.clone().unwrap_or_else(|| text.text.clone())).collect();
        let pictures = pictures.into_iter().any(|ink| !free(ink));
        covered.iter().for_each(|name| self.left(name, "zone"));
        if pictures {
            self.left("pictogram", "zone");
        }
    }

    /// Every word of the job stands on its pages, as often as the job says it.
    fn words(&mut self) {
        if self.job.only_words {
            return;
        }
        let second = self.job.second.iter().flat_map(|second| second.sheet.plain());
        let mut lines: Vec<String> = self.job.sheet.plain().into_iter().chain(second).collect();
        lines.push(self.job.venue.name.clone());
        if self.job.medium.is_poster() {
            lines.extend(self.job.venue.address.iter().chain(&self.job.venue.hours).cloned());
        }
        let mut wanted: BTreeMap<String, usize> = BTreeMap::new();
        for word in lines.iter().flat_map(|line| line.split(|c: char| !c.is_alphanumeric())) {
            // parts of a word that are read in different directions are drawn apart
            let letters: Vec<char> = word.chars().collect();
            for part in letters.chunk_by(|a, b| read_from_right(*a) == read_from_right(*b)) {
                *wanted.entry(part.iter().collect()).or_default() += 1;
            }
        }
        // words of a script read from the right are drawn from their last letter to their first
        let missing = less_often(wanted, &self.letters.text);
        let missing = if missing.is_empty() { missing } else { less_often(missing, &self.letters.backwards()) };
        let missing: Vec<String> = missing.into_keys().collect();
        missing.iter().for_each(|word| self.left(word, "missing"));
    }

    fn pages(&mut self, count: usize) {
        let good = match self.job.medium {
            Medium::Booklet => count >= BOOKLET_MIN && count.is_multiple_of(BOOKLET_FOLD),
            Medium::Signage => count == self.job.sheet.steps().len(),
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

/// The ink of a run on its page.
fn extent(text: &TextItem, transform: Transform) -> Ink {
    let ink = ink::of(text);
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

/// The words that do not stand in a text of letters as often as they should.
fn less_often(mut wanted: BTreeMap<String, usize>, letters: &str) -> BTreeMap<String, usize> {
    wanted.retain(|word, _| !word.is_empty());
    let words: Vec<&str> = wanted.keys().map(String::as_str).collect();
    // it is made for one sheet: one that finds faster takes longer to make than it saves
    let search = AhoCorasick::builder().kind(Some(AhoCorasickKind::NoncontiguousNFA)).build(&words);
    let Ok(search) = search else { return wanted };
    let mut found = vec![0; words.len()];
    search.find_overlapping_iter(letters).for_each(|place| found[place.pattern().as_usize()] += 1);
    let mut found = found.into_iter();
    wanted.retain(|_, count| found.next().unwrap_or(0) < *count);
    wanted
}
