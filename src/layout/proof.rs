//! The laid-out pages prove the fit: [`prove`] looks at every glyph run, and says what left its box, its line or the part of the
//! sheet that can be printed, what is too small, what stands on something else, and which words are missing.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use typst::layout::Abs;
use typst_layout::PagedDocument;

use super::numbers;
use super::trace::{Ink, Letters, Text, Traced, traced};
use crate::diag::{Diagnostic, Diagnostics, Message};
use crate::fit::Fitted;
use crate::model::{LOWEST_CAP, Medium, Mm, Pt, Rect, Size, read_from_right};
use crate::plan::{Job, SAFE, SLIDE_INSET, least_on_screen};

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
        letters: Letters::default(),
        lowest: lowest_cap(job),
    };
    let pages: Vec<_> = document.pages().iter().map(traced).collect();
    for (page, shown) in document.pages().iter().zip(&pages) {
        let sheet = Area { width: page.frame.width(), height: page.frame.height() };
        prover.page(shown, &sheet);
    }
    prover.pages(pages.len());
    prover.words();
    prover.diagnostics.extend(numbers::wrong(&pages, job));
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

/// A box of a page whose text was fitted.
struct Owner<'a> {
    name: &'a str,
    fitted: &'a Fitted,
}

struct Prover<'a> {
    job: &'a Job,
    diagnostics: Diagnostics,
    seen: BTreeSet<&'a str>,
    letters: Letters,
    lowest: Option<Mm>,
}

impl<'a> Prover<'a> {
    fn page(&mut self, page: &Traced, sheet: &Area) {
        let boxes: Vec<Option<Owner<'a>>> = page.boxes.iter().map(|found| self.owner(&found.name)).collect();
        let owner_at = |inside| page.around(inside).find(|at| boxes[*at].is_some());
        let owners: Vec<Option<usize>> = page.texts.iter().map(|text| owner_at(text.inside)).collect();
        for (text, owner) in page.texts.iter().zip(&owners) {
            self.on_sheet(text, sheet);
            self.tall_enough(text, owner.and_then(|at| boxes[at].as_ref()));
        }
        for (at, owner) in boxes.iter().enumerate().filter_map(|(at, owner)| Some((at, owner.as_ref()?))) {
            self.seen.insert(owner.name);
            self.inside(page, at, owner);
            self.lines(
                page.texts.iter().zip(&owners).filter(|(_, own)| **own == Some(at)).map(|(text, _)| text),
                owner,
            );
        }
        let name_of = |at: usize| boxes[at].as_ref().map(|owner| owner.name);
        let names: Vec<Option<&str>> = owners.iter().map(|own| own.and_then(name_of)).collect();
        self.overlaps(page, &names);
        self.zones(page, &names);
        self.letters.extend(&page.letters);
    }

    fn owner(&self, name: &str) -> Option<Owner<'a>> {
        let (name, fitted) = self.job.fits.get_key_value(name)?;
        Some(Owner { name, fitted })
    }

    /// A box has the lines that were fitted into it.
    fn lines<'t>(&mut self, texts: impl Iterator<Item = &'t Text>, owner: &Owner<'_>) {
        let mut baselines: Vec<f64> = texts.map(|text| text.baseline).collect();
        baselines.sort_by(f64::total_cmp);
        let step = owner.fitted.size.0 * 0.3;
        if baselines.chunk_by(|a, b| b - a < step).count() != owner.fitted.lines.len() {
            self.left(owner.name, "lines");
        }
    }

    /// Every glyph of a box stays inside it, in the box's own coordinates.
    fn inside(&mut self, page: &Traced, at: usize, owner: &Owner<'_>) {
        let size = owner.fitted.size.0;
        let (width, height) = (owner.fitted.width.0, owner.fitted.natural_height().0);
        let (side, over, under) = (BEARING * size, ACCENTS * size, (owner.fitted.depth + TAILS) * size);
        let texts = page.texts.iter().filter(|text| page.around(text.inside).any(|outer| outer == at));
        for (left, right, top, bottom) in texts.filter_map(|text| text.ink_in(&page.boxes[at])) {
            if left < -side || right > width + side || top < -over || bottom > height + under {
                self.left(owner.name, "box");
            }
        }
    }

    /// No glyph stands outside the sheet, or on a poster or a slide where a printer or a television may cut it off.
    fn on_sheet(&mut self, text: &Text, sheet: &Area) {
        const ROUNDING: f64 = 0.5;
        let (left, right, top, bottom) = text.ink;
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
    fn tall_enough(&mut self, text: &Text, owner: Option<&Owner<'_>>) {
        const ROUNDING: f64 = 0.999;
        let in_box = owner.and_then(|owner| Some((owner.name, self.job.minima.get(owner.name)?)));
        let size = text.drawn_size;
        let small = match (in_box, self.lowest, self.job.size) {
            (Some((_, least)), ..) => size < least.0 * ROUNDING,
            (None, Some(lowest), _) => Pt(size * text.cap_height).to_mm().0 < lowest.0 * ROUNDING,
            (None, None, Size::Screen(screen)) => size < least_on_screen(self.job.medium, screen).0 * ROUNDING,
            (None, None, Size::Paper(_)) => false,
        };
        if small && !text.text.trim().is_empty() {
            let name = in_box.map_or(text.text.as_str(), |(name, _)| name);
            self.left(name, "small");
        }
    }

    /// No text of a box stands on another text.
    fn overlaps(&mut self, page: &Traced, names: &[Option<&str>]) {
        let texts = || page.texts.iter().zip(names).enumerate().filter(|(_, (text, _))| !text.text.trim().is_empty());
        for (at, (text, name)) in texts() {
            let Some(own) = name else { continue };
            let mut others = texts().filter(|(i, (_, other))| *other != name && (*i > at || other.is_none()));
            if others.any(|(_, (other, _))| on_each_other(text, other)) {
                self.left(own, "overlap");
            }
        }
    }

    /// No text and no pictogram stands where the system draws.
    fn zones(&mut self, page: &Traced, names: &[Option<&str>]) {
        if self.job.zones.is_empty() {
            return;
        }
        let covered = |ink: Ink| {
            let rect = Rect { left: ink.0, right: ink.1, top: ink.2, bottom: ink.3 };
            self.job.zones.iter().any(|zone| zone.rect.meets(&rect))
        };
        let texts = page.texts.iter().zip(names).filter(|(text, _)| !text.text.trim().is_empty() && covered(text.ink));
        let texts: Vec<&str> = texts.map(|(text, name)| name.unwrap_or(&text.text)).collect();
        let picture = page.pictures.iter().any(|ink| covered(*ink));
        texts.into_iter().for_each(|name| self.left(name, "zone"));
        if picture {
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
        let missing =
            self.job.fits.keys().filter(|name| !self.seen.contains(name.as_str())).cloned().collect::<Vec<_>>();
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

/// Whether the ink of two texts has a part in common that can be seen.
fn on_each_other(one: &Text, other: &Text) -> bool {
    const TOUCHING: f64 = 0.08;
    let touching = TOUCHING * one.size.min(other.size);
    let wide = one.ink.1.min(other.ink.1) - one.ink.0.max(other.ink.0) > touching;
    let tall = one.ink.3.min(other.ink.3) - one.ink.2.max(other.ink.2) > touching;
    wide && tall
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
