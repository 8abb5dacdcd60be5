//! What stands under the words of a page: [`runs`] walks its frames in painting order, keeps the filled shapes, and looks under
//! every run of text. Pictures and gradients hide what is under them here; the pixels show it (`render::pixels`). [`seen`] remembers
//! what it found.

use std::rc::Rc;
use std::sync::Arc;

use typst::layout::{Abs, Frame, FrameItem, Point, Rect, Size, Transform};
use typst::text::TextItem;
use typst::visualize::{Curve, FillRule, Geometry, Paint};
use typst_layout::Page;

use crate::theme::Colour;

/// A run of text: words of one font, one size and one colour, on one line.
#[derive(Debug)]
pub struct Run {
    /// Its words.
    pub text: String,
    /// Its colour, where that is opaque and the same everywhere.
    pub fill: Option<Colour>,
    /// Size of its font, in points.
    pub size: f64,
    /// The box of its ink.
    pub bounds: Bounds,
    /// Its colour as it is seen, and what it stands on: one pair, or several where the run lies over several grounds.
    pub pairs: Vec<(Colour, Colour)>,
}

/// An upright box on a page, in points from its top left corner.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Left side.
    pub left: f64,
    /// Upper side.
    pub top: f64,
    /// Right side.
    pub right: f64,
    /// Lower side.
    pub bottom: f64,
}

impl Bounds {
    /// The box of a rectangle that may be turned.
    pub(super) fn of(rect: Rect, to_page: Transform) -> Self {
        let (one, other) = (rect.min, rect.max);
        let corners = [(one.x, one.y), (other.x, one.y), (one.x, other.y), (other.x, other.y)];
        let corners = corners.map(|(x, y)| Point::new(x, y).transform(to_page));
        let (xs, ys) = (corners.map(|corner| corner.x.to_pt()), corners.map(|corner| corner.y.to_pt()));
        let least = |values: [f64; 4]| values.into_iter().fold(f64::INFINITY, f64::min);
        let most = |values: [f64; 4]| values.into_iter().fold(f64::NEG_INFINITY, f64::max);
        Bounds { left: least(xs), top: least(ys), right: most(xs), bottom: most(ys) }
    }

    /// Whether they have a part in common.
    pub fn meets(&self, other: &Bounds) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn holds(&self, other: &Bounds) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }
}

/// The runs of a page that have ink, with what they stand on.
pub fn runs(page: &Page) -> Vec<Run> {
    walk(page).runs
}

/// What is seen of the words of a page.
#[derive(Debug)]
pub struct Seen {
    /// Its runs that have ink.
    pub runs: Vec<Run>,
    /// Whether something lets through what is under it: what is seen is then a colour of its own.
    pub mixed: bool,
}

/// What is seen of the words of a page, remembered.
#[comemo::memoize]
pub fn seen(page: &Page) -> Arc<Seen> {
    let Walk { runs, mixed, .. } = walk(page);
    Arc::new(Seen { runs, mixed })
}

fn walk(page: &Page) -> Walk {
    let mut walk = Walk::default();
    let paper = page.fill_or_white().map(|fill| Geometry::Rect(page.frame.size()).filled(fill));
    if let Some(shape) = paper {
        walk.shape(&shape.geometry, shape.fill_rule, shape.fill.as_ref(), Transform::identity());
    }
    walk.frame(&page.frame, Transform::identity());
    walk
}

/// A colour and how much of it is there, from 0 to 1.
type Coat = (Colour, f64);

/// A filled shape.
struct Ground {
    /// What it is inside of, all at once: the shape itself, and what clips it.
    regions: Vec<Rc<Region>>,
    /// Nothing where it is a picture or a gradient.
    coat: Option<Coat>,
}

impl Ground {
    fn meets(&self, bounds: &Bounds) -> bool {
        self.regions.iter().all(|region| region.bounds.meets(bounds))
    }

    fn holds(&self, point: Point) -> bool {
        self.regions.iter().all(|region| region.holds(point))
    }

    /// Whether nothing under it can be seen inside these bounds; it may be so where the answer is no.
    fn covers(&self, bounds: &Bounds) -> bool {
        let opaque = self.coat.is_none_or(|(_, part)| part >= 1.0);
        opaque && self.regions.iter().all(|region| region.upright && region.bounds.holds(bounds))
    }
}

enum Outline {
    Rectangle(Size),
    Curve(Curve, FillRule),
}

/// A part of the page.
struct Region {
    outline: Outline,
    bounds: Bounds,
    from_page: Transform,
    /// Whether it is all that its bounds are.
    upright: bool,
}

impl Region {
    /// Nothing where it is flattened to a line, which nobody sees.
    fn new(outline: Outline, to_page: Transform) -> Option<Rc<Self>> {
        let rect = match &outline {
            Outline::Rectangle(size) => Rect::from_pos_size(Point::zero(), *size),
            Outline::Curve(curve, _) => curve.bbox(None),
        };
        let turned = !to_page.kx.is_zero() || !to_page.ky.is_zero();
        let upright = matches!(outline, Outline::Rectangle(_)) && !turned;
        Some(Rc::new(Region { outline, bounds: Bounds::of(rect, to_page), from_page: to_page.invert()?, upright }))
    }

    fn holds(&self, point: Point) -> bool {
        let inside = point.transform(self.from_page);
        match &self.outline {
            Outline::Rectangle(size) => {
                (Abs::zero()..=size.x).contains(&inside.x) && (Abs::zero()..=size.y).contains(&inside.y)
            }
            Outline::Curve(curve, rule) => curve.contains(*rule, inside),
        }
    }
}

/// What was painted so far.
#[derive(Default)]
struct Walk {
    grounds: Vec<Ground>,
    clips: Vec<Rc<Region>>,
    runs: Vec<Run>,
    mixed: bool,
}

impl Walk {
    fn frame(&mut self, frame: &Frame, to_page: Transform) {
        for (position, item) in frame.items() {
            let here = to_page.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => {
                    let (inner, outer_clips) = (here.pre_concat(group.transform), self.clips.len());
                    let clip = group.clip.clone().map(|curve| Outline::Curve(curve, FillRule::NonZero));
                    self.clips.extend(clip.and_then(|clip| Region::new(clip, inner)));
                    self.frame(&group.frame, inner);
                    self.clips.truncate(outer_clips);
                }
                FrameItem::Shape(shape, _) => self.shape(&shape.geometry, shape.fill_rule, shape.fill.as_ref(), here),
                FrameItem::Image(_, size, _) => self.ground(Outline::Rectangle(*size), here, None),
                FrameItem::Text(text) => self.text(text, here),
                FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }

    fn shape(&mut self, geometry: &Geometry, rule: FillRule, fill: Option<&Paint>, to_page: Transform) {
        let Some(fill) = fill else { return };
        let outline = match geometry {
            Geometry::Rect(size) => Outline::Rectangle(*size),
            Geometry::Curve(curve) => Outline::Curve(curve.clone(), rule),
            Geometry::Line(_) => return,
        };
        self.ground(outline, to_page, coat(fill));
    }

    fn ground(&mut self, outline: Outline, to_page: Transform, coat: Option<Coat>) {
        self.mixed |= coat.is_some_and(|(_, part)| part < 1.0);
        if let Some(region) = Region::new(outline, to_page) {
            let regions = self.clips.iter().cloned().chain([region]).collect();
            self.grounds.push(Ground { regions, coat });
        }
    }

    fn text(&mut self, text: &TextItem, to_page: Transform) {
        let (ink, coat) = (super::ink::of(text), coat(&text.fill));
        if !ink.min.x.to_pt().is_finite() || coat.is_some_and(|(_, part)| part <= 0.0) {
            return;
        }
        self.mixed |= coat.is_some_and(|(_, part)| part < 1.0);
        let bounds = Bounds::of(ink, to_page);
        let fill = coat.filter(|(_, part)| *part >= 1.0).map(|(colour, _)| colour);
        let pairs = coat.map(|coat| self.pairs(coat, &bounds, spread(ink, text.size, to_page))).unwrap_or_default();
        let size = text.size.to_pt() * to_page.sx.get().hypot(to_page.ky.get());
        self.runs.push(Run { text: shown(&text.text), fill, size, bounds, pairs });
    }

    fn pairs(&self, text: Coat, bounds: &Bounds, points: impl Iterator<Item = Point>) -> Vec<(Colour, Colour)> {
        let mut under: Vec<&Ground> = Vec::new();
        for ground in self.grounds.iter().rev().filter(|ground| ground.meets(bounds)) {
            under.push(ground);
            if ground.covers(bounds) {
                break;
            }
        }
        let enough = if under.len() == 1 { 1 } else { usize::MAX };
        let mut pairs = Vec::new();
        for ground in points.take(enough).filter_map(|point| colour_at(&under, point)) {
            let pair = (over(ground, text), ground);
            if !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
        pairs
    }
}

/// What is seen at a point of these grounds, of which the first is the topmost; nothing where it is not known.
fn colour_at(grounds: &[&Ground], point: Point) -> Option<Colour> {
    let mut coats = Vec::new();
    for ground in grounds.iter().filter(|ground| ground.holds(point)) {
        coats.push(ground.coat?);
        if ground.coat.is_some_and(|(_, part)| part >= 1.0) {
            break;
        }
    }
    Some(coats.into_iter().rev().fold(Colour::WHITE, over))
}

fn over(below: Colour, (colour, part): Coat) -> Colour {
    let (below, above) = (below.channels(), colour.channels());
    let mixed = |at: usize| (f64::from(above[at]) * part + f64::from(below[at]) * (1.0 - part)).round() as u8;
    Colour::new([mixed(0), mixed(1), mixed(2)])
}

fn coat(paint: &Paint) -> Option<Coat> {
    let Paint::Solid(colour) = paint else { return None };
    let (red, green, blue, _) = colour.to_rgb().into_format::<u8, u8>().into_components();
    Some((Colour::new([red, green, blue]), f64::from(colour.alpha().unwrap_or(1.0))))
}

/// The words of a run without the signs that only turn the direction of reading.
fn shown(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.replace(turns, "").trim().to_owned()
}

/// Points all over the ink of a run, closer than the letters are wide.
fn spread(ink: Rect, size: Abs, to_page: Transform) -> impl Iterator<Item = Point> {
    const ROWS: usize = 5;
    const PER_EM: f64 = 4.0;
    let (width, height) = (ink.max.x - ink.min.x, ink.max.y - ink.min.y);
    let columns = ((width / size).abs() * PER_EM).ceil().max(1.0) as usize;
    let part = |at: usize, of: usize| (at as f64 + 0.5) / of as f64;
    let at = move |index: usize| {
        let (x, y) = (part(index / ROWS, columns), part(index % ROWS, ROWS));
        Point::new(ink.min.x + width * x, ink.min.y + height * y).transform(to_page)
    };
    (0..columns * ROWS).map(at)
}
