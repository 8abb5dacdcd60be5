//! The finished picture is read once more: [`look`] takes the pixels under every run of text, and says where words are drawn over
//! something they do not stand out from, a pictogram or a gradient, or are hidden.

use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};
use typst_layout::{Page, PagedDocument};

use super::{raster, svg};
use crate::diag::{Diagnostic, Diagnostics, Message};
use crate::layout::contrast::{Faint, quoted};
use crate::layout::grounds::{Bounds, Run, runs};
use crate::plan::Job;
use crate::theme::Colour;

/// Smallest part of the box of a run that is more than a speck.
const PART: f64 = 0.01;
/// Smallest number of pixels that are more than a speck.
const SPECK: u32 = 9;
/// Channels this near, of 255, are of one surface; at edges of letters they differ more from one pixel or row to the next.
const ALIKE: u8 = 8;
/// Channels this near, of 255, are the same colour, rounded otherwise.
const SAME: u8 = 2;
/// Pixels of a run that are enough to know it; of more, some are skipped.
const ENOUGH: f64 = 10_000.0;
/// Widest stem of a letter, in em, with room to spare.
const STEM: f64 = 0.2;
/// Right, left, down and up.
const SIDES: [(isize, isize); 4] = [(1, 0), (-1, 0), (0, 1), (0, -1)];
/// Between them.
const CORNERS: [(isize, isize); 4] = [(1, 1), (1, -1), (-1, 1), (-1, -1)];
/// Bits of a channel by which colours are counted together.
const BITS: u8 = 4;

/// What cannot be read well in the picture of a page.
pub fn look(picture: &Pixmap, page: &Page, job: &Job) -> Diagnostics {
    let mut seen = Seen::default();
    seen.page(picture, page);
    seen.diagnostics(job)
}

/// The same for a whole document, drawn for that with so many pixels to the point.
///
/// # Errors
/// A drawing that cannot be made.
pub fn look_through(document: &PagedDocument, job: &Job, per_point: f64) -> Result<Diagnostics, Diagnostic> {
    let mut seen = Seen::default();
    for page in document.pages() {
        let side = |points: f64| ((points * per_point).round() as u32).max(1);
        let (width, height) = (side(page.frame.width().to_pt()), side(page.frame.height().to_pt()));
        seen.page(&raster::draw(&svg::drawing(page), width, height)?, page);
    }
    Ok(seen.diagnostics(job))
}

/// What was found so far.
#[derive(Default)]
struct Seen {
    drawn_over: Vec<DrawnOver>,
    hidden: Vec<(String, Colour)>,
}

/// Texts of one colour that stand on something bad. A gradient has many colours, and one is told: the worst.
struct DrawnOver {
    fill: Colour,
    ground: Colour,
    /// The first one stands on that ground.
    texts: Vec<String>,
}

impl Seen {
    fn page(&mut self, picture: &Pixmap, page: &Page) {
        let runs = runs(page);
        let per_point = f64::from(picture.width()) / page.frame.width().to_pt();
        let mut counter = Counter::new(picture);
        for run in &runs {
            let Some(fill) = run.fill else { continue };
            let near: Vec<&Run> = runs.iter().filter(|other| other.bounds.meets(&run.bounds)).collect();
            let largest = near.iter().fold(0.0, |size: f64, other| size.max(other.size));
            let letters = Letters {
                fill: fill.channels(),
                colours: near.iter().filter_map(|other| other.fill).map(Colour::channels).collect(),
                reach: ((largest * per_point * STEM).ceil() as usize).max(2),
            };
            let count = counter.count(&Area::of(&run.bounds, per_point, picture), &letters);
            if let Some(ground) = count.worst(fill) {
                self.found(&run.text, fill, ground);
            }
            if count.is_hidden(fill) && !self.hidden.iter().any(|(text, _)| *text == run.text) {
                self.hidden.push((run.text.clone(), fill));
            }
        }
    }

    fn found(&mut self, text: &str, fill: Colour, ground: Colour) {
        let text = text.to_owned();
        match self.drawn_over.iter_mut().find(|known| known.fill == fill) {
            None => self.drawn_over.push(DrawnOver { fill, ground, texts: vec![text] }),
            Some(known) if fill.contrast(ground) < fill.contrast(known.ground) => {
                known.texts.insert(0, text);
                known.ground = ground;
            }
            Some(known) => known.texts.push(text),
        }
    }

    fn diagnostics(&self, job: &Job) -> Diagnostics {
        let mut faint = Faint::default();
        for DrawnOver { fill, ground, texts } in &self.drawn_over {
            texts.iter().for_each(|text| faint.look(text, *fill, *ground));
        }
        let hidden = |(text, fill): &(String, Colour)| {
            let message = Message::new("contrast-hidden").arg("text", quoted(text)).arg("fore", fill.hex());
            Diagnostic::error(message.arg("sheet", job.path()))
                .about(format!("themes/{}", job.theme))
                .hint(Message::new("hint-contrast-hidden"))
        };
        let mut diagnostics = faint.diagnostics(job, "hint-contrast-picture");
        diagnostics.extend(self.hidden.iter().map(hidden));
        diagnostics
    }
}

/// Whole pixels of a picture: columns and rows.
#[derive(Debug)]
struct Area {
    columns: std::ops::Range<usize>,
    rows: std::ops::Range<usize>,
}

impl Area {
    fn of(bounds: &Bounds, per_point: f64, picture: &Pixmap) -> Self {
        let inside = |from: f64, to: f64, most: u32| {
            let most = f64::from(most);
            let pixel = |points: f64| (points * per_point).clamp(0.0, most);
            pixel(from).floor() as usize..pixel(to).ceil() as usize
        };
        Area {
            columns: inside(bounds.left, bounds.right, picture.width()),
            rows: inside(bounds.top, bounds.bottom, picture.height()),
        }
    }

    /// Of how many rows and columns one is looked at.
    fn step(&self) -> usize {
        let pixels = self.columns.len() * self.rows.len();
        (pixels as f64 / ENOUGH).sqrt().ceil().max(1.0) as usize
    }
}

/// What the pixels of an area are.
#[derive(Debug, Default)]
struct Count {
    /// Colours of surfaces, the largest first.
    grounds: Vec<Colour>,
    /// How far the nearest pixel is from the colour of the text, of 255.
    nearest: u8,
}

impl Count {
    /// The ground that text of this colour stands out from least, where it is hard to read on it.
    fn worst(&self, fill: Colour) -> Option<Colour> {
        let bad = self.grounds.iter().copied().filter(|ground| !fill.faults_on(*ground).is_empty());
        bad.min_by(|one, other| fill.contrast(*one).total_cmp(&fill.contrast(*other)))
    }

    /// Whether no pixel is nearer to the text than to what it stands on.
    fn is_hidden(&self, fill: Colour) -> bool {
        let ground = self.grounds.first().map(|ground| distance(fill.channels(), ground.channels()));
        ground.is_some_and(|ground| self.nearest > SAME && self.nearest > ground / 2)
    }
}

/// What letters look like in an area: a run and its neighbours, whose letters are no ground.
struct Letters {
    fill: [u8; 3],
    colours: Vec<[u8; 3]>,
    /// Pixels that no stem is wide enough to fill on both sides and in all directions.
    reach: usize,
}

/// How many pixels there are of like colours, and the sums of their channels.
#[derive(Debug, Clone, Copy, Default)]
struct Bin {
    pixels: u32,
    sums: [u32; 3],
}

/// Counts pixels; one for a picture, because its bins are many.
struct Counter<'a> {
    pixels: &'a [PremultipliedColorU8],
    width: usize,
    height: usize,
    bins: Vec<Bin>,
    used: Vec<usize>,
}

impl<'a> Counter<'a> {
    fn new(picture: &'a Pixmap) -> Self {
        let bins = vec![Bin::default(); 1 << (3 * BITS)];
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        Counter { pixels: picture.pixels(), width, height, bins, used: Vec::new() }
    }

    fn count(&mut self, area: &Area, letters: &Letters) -> Count {
        let (step, mut nearest) = (area.step(), u8::MAX);
        for y in area.rows.clone().step_by(step) {
            for x in area.columns.clone().step_by(step) {
                let pixel = self.at(x, y);
                nearest = nearest.min(distance(pixel, letters.fill));
                // a stem between two pixels fills both in part: only three in a line are a surface
                if self.is_around(x, y, 1, &SIDES, ALIKE) && !self.is_letter(x, y, letters) {
                    self.add(pixel);
                }
            }
        }
        let looked_at = area.columns.len().div_ceil(step) * area.rows.len().div_ceil(step);
        Count { grounds: self.take((PART * looked_at as f64) as u32), nearest }
    }

    /// Whether a pixel has the colour of a letter, and is no larger surface of that colour.
    fn is_letter(&self, x: usize, y: usize, letters: &Letters) -> bool {
        let pixel = self.at(x, y);
        letters.colours.iter().any(|colour| distance(pixel, *colour) <= SAME)
            && !(self.is_around(x, y, letters.reach, &SIDES, SAME)
                && self.is_around(x, y, letters.reach, &CORNERS, SAME))
    }

    /// Whether the pixels that far away are like this one; beyond the edge there is the edge.
    fn is_around(&self, x: usize, y: usize, reach: usize, directions: &[(isize, isize)], alike: u8) -> bool {
        let pixel = self.at(x, y);
        let reach = reach.cast_signed();
        directions.iter().all(|(right, down)| {
            let (x, y) = (x.saturating_add_signed(right * reach), y.saturating_add_signed(down * reach));
            distance(pixel, self.at(x, y)) <= alike
        })
    }

    fn at(&self, x: usize, y: usize) -> [u8; 3] {
        let pixel = self.pixels[y.min(self.height - 1) * self.width + x.min(self.width - 1)];
        [pixel.red(), pixel.green(), pixel.blue()]
    }

    fn add(&mut self, pixel: [u8; 3]) {
        let at = pixel.iter().fold(0, |at, value| at << BITS | usize::from(value >> (8 - BITS)));
        let bin = &mut self.bins[at];
        if bin.pixels == 0 {
            self.used.push(at);
        }
        bin.pixels += 1;
        bin.sums.iter_mut().zip(pixel).for_each(|(sum, value)| *sum += u32::from(value));
    }

    /// The colours that have more pixels than that; the bins are empty again.
    fn take(&mut self, least: u32) -> Vec<Colour> {
        let mut bins: Vec<Bin> = self.used.drain(..).map(|at| std::mem::take(&mut self.bins[at])).collect();
        bins.retain(|bin| bin.pixels > least.max(SPECK));
        bins.sort_by_key(|bin| std::cmp::Reverse(bin.pixels));
        let mean = |bin: &Bin| Colour::new(bin.sums.map(|sum| ((sum + bin.pixels / 2) / bin.pixels) as u8));
        bins.iter().map(mean).collect()
    }
}

/// The largest difference of a channel.
fn distance(one: [u8; 3], other: [u8; 3]) -> u8 {
    one[0].abs_diff(other[0]).max(one[1].abs_diff(other[1])).max(one[2].abs_diff(other[2]))
}
