//! What a page shows, whoever it is for: [`traced`] walks its frames once and remembers what it found. Most pages of a booklet or an
//! easy-read sheet are the same at the next venue.

use std::sync::Arc;

use typst::layout::{Frame, FrameItem, Point, Rect, Transform};
use typst::text::TextItem;
use typst_layout::Page;

use super::grounds::Bounds;
use super::ink;

/// Boxes that templates draw fitted texts in are labelled with this and their name.
const LABEL: &str = "box-";

/// Left, right, top and bottom, in points from the top left corner.
pub type Ink = (f64, f64, f64, f64);

/// What a page shows.
#[derive(Debug, Default)]
pub struct Traced {
    /// Runs of text, in the order they are drawn.
    pub texts: Vec<Text>,
    /// Boxes, outer ones before those inside them.
    pub boxes: Vec<TextBox>,
    /// Pictures.
    pub pictures: Vec<Ink>,
    /// Letters and digits.
    pub letters: Letters,
}

/// A run of text.
#[derive(Debug)]
pub struct Text {
    /// Its words.
    pub text: String,
    /// Its ink on the page.
    pub ink: Ink,
    /// Size of its font, in points, as the template says it.
    pub size: f64,
    /// The same as it is drawn.
    pub drawn_size: f64,
    /// Height of capitals, in parts of the size.
    pub cap_height: f64,
    /// Where it stands, from the top of the page.
    pub baseline: f64,
    /// The innermost box that it is in.
    pub inside: Option<usize>,
    local: Rect,
    to_page: Transform,
}

/// A box for fitted text.
#[derive(Debug)]
pub struct TextBox {
    /// Its name.
    pub name: String,
    /// The box that it is in.
    pub inside: Option<usize>,
    from_page: Option<Transform>,
}

/// Letters and digits in the order they are drawn, in groups that a glyph stands for.
#[derive(Debug, Default)]
pub struct Letters {
    /// All of them.
    pub text: String,
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

    /// Adds those of the next page.
    pub fn extend(&mut self, next: &Letters) {
        let before = self.text.len();
        self.text.push_str(&next.text);
        self.ends.extend(next.ends.iter().map(|end| before + end));
    }

    /// The groups from the last one to the first.
    pub fn backwards(&self) -> String {
        let starts = std::iter::once(&0).chain(&self.ends);
        let groups: Vec<&str> = starts.zip(&self.ends).map(|(start, end)| &self.text[*start..*end]).collect();
        groups.into_iter().rev().collect()
    }
}

impl Text {
    /// Its ink in the coordinates of a box; nothing of a box that is flattened to a line.
    pub fn ink_in(&self, outer: &TextBox) -> Option<Ink> {
        Some(extent(self.local, outer.from_page?.pre_concat(self.to_page)))
    }
}

impl Traced {
    /// A box and those that it is in, from the innermost.
    pub fn around(&self, inner: Option<usize>) -> impl Iterator<Item = usize> {
        std::iter::successors(inner, |at| self.boxes[*at].inside)
    }

    /// Boxes of a name.
    pub fn named(&self, name: &str) -> impl Iterator<Item = usize> {
        self.boxes.iter().enumerate().filter(move |(_, found)| found.name == name).map(|(at, _)| at)
    }

    /// The words of a box.
    pub fn said(&self, of: usize) -> String {
        self.texts.iter().filter(|text| text.inside == Some(of)).map(|text| text.text.as_str()).collect()
    }

    fn frame(&mut self, frame: &Frame, to_page: Transform, inside: Option<usize>) {
        for (position, item) in frame.items() {
            let here = to_page.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => {
                    let inner = here.pre_concat(group.transform);
                    let label = group.label.map(|label| label.resolve());
                    let name = label.as_ref().and_then(|label| label.as_str().strip_prefix(LABEL));
                    let inside = name.map(|name| self.open(name, inner, inside)).or(inside);
                    self.frame(&group.frame, inner, inside);
                }
                FrameItem::Text(text) => self.text(text, here, inside),
                FrameItem::Image(_, size, _) => {
                    self.pictures.push(extent(Rect::from_pos_size(Point::zero(), *size), here));
                }
                _ => {}
            }
        }
    }

    fn open(&mut self, name: &str, to_page: Transform, inside: Option<usize>) -> usize {
        self.boxes.push(TextBox { name: name.to_owned(), inside, from_page: to_page.invert() });
        self.boxes.len() - 1
    }

    fn text(&mut self, text: &TextItem, to_page: Transform, inside: Option<usize>) {
        // dots of Arabic letters are glyphs of their own that take no room
        for glyph in text.glyphs.iter().filter(|glyph| glyph.x_advance.get() > 0.0) {
            self.letters.push(&text.text[glyph.range()]);
        }
        let ink = ink::of(text);
        let inked = ink.min.x.to_pt().is_finite() && ink.max.x.to_pt().is_finite();
        let local = if inked { ink } else { Rect::new(Point::zero(), Point::zero()) };
        // what a template scales is as large as it is drawn
        let scale = (to_page.sx.get() * to_page.sy.get() - to_page.kx.get() * to_page.ky.get()).abs().sqrt();
        self.texts.push(Text {
            text: text.text.to_string(),
            ink: extent(local, to_page),
            size: text.size.to_pt(),
            drawn_size: text.size.to_pt() * scale,
            cap_height: text.font.metrics().cap_height.get(),
            baseline: Point::zero().transform(to_page).y.to_pt(),
            inside,
            local,
            to_page,
        });
    }
}

/// What a page shows.
#[comemo::memoize]
pub fn traced(page: &Page) -> Arc<Traced> {
    let mut traced = Traced::default();
    traced.frame(&page.frame, Transform::identity(), None);
    Arc::new(traced)
}

/// What a rectangle takes of the page.
fn extent(rect: Rect, transform: Transform) -> Ink {
    let Bounds { left, top, right, bottom } = Bounds::of(rect, transform);
    (left, right, top, bottom)
}
