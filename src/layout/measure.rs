//! What the laid-out pages of a sheet measure, for reports: [`measure`] gives the lowest contrast, the smallest text, the pictures
//! and the order of the words as they stand on the pages. Nothing here judges; [`super::lay_out`] did.

use serde::Serialize;
use typst::layout::{Frame, FrameItem, Transform};
use typst_layout::PagedDocument;

use super::contrast::quoted;
use super::grounds::runs;
use crate::model::{Pt, read_from_right};
use crate::plan::Job;
use crate::theme::{Colour, Vision};

/// What the pages of a sheet measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Measures {
    /// Pages.
    pub pages: usize,
    /// Runs of text: words of one font, one size and one colour, on one line.
    pub runs: usize,
    /// Runs whose ground is a picture or a gradient, so that their contrast is not known from the drawing.
    pub runs_on_pictures: usize,
    /// The lowest contrast of a text on its ground.
    pub contrast: Option<Contrast>,
    /// The lowest contrast in greyscale or for colour-blind eyes.
    pub vision: Option<Contrast>,
    /// The text with the lowest capitals.
    pub smallest: Option<Smallest>,
    /// Pictures drawn: pictograms, logo, QR code.
    pub pictures: usize,
    /// Where the lines of the sheet's words stand on its pages.
    pub order: Order,
}

/// A contrast that was measured.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contrast {
    /// The ratio of WCAG 2, from 1 to 21, rounded down to hundredths.
    pub ratio: f64,
    /// How it is seen, where that is not as most people see: `greyscale`, `protanopia`, `deuteranopia`, `tritanopia`.
    pub vision: Option<&'static str>,
    /// The text.
    pub text: String,
    /// Its colour as it is drawn.
    pub fore: Colour,
    /// What it stands on.
    pub ground: Colour,
}

/// The smallest text of a sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Smallest {
    /// The text.
    pub text: String,
    /// Size of its font in points; on a screen in pixels.
    pub size: f64,
    /// Height of its capitals in millimetres, on paper.
    pub cap_mm: Option<f64>,
    /// Height of its capitals in pixels, on a screen.
    pub cap_px: Option<f64>,
}

/// Lines of words, looked for on the pages from the first to the last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Order {
    /// Lines that the sheet says.
    pub lines: usize,
    /// Lines that stand whole on the pages, the most that follow each other in the order of the words.
    pub in_order: usize,
    /// Lines that stand whole on the pages, but out of this order.
    pub elsewhere: usize,
}

/// What the pages of a sheet measure.
pub fn measure(document: &PagedDocument, job: &Job) -> Measures {
    let runs: Vec<_> = document.pages().iter().flat_map(runs).collect();
    let mut walk =
        Walk { paper: job.size.paper().is_some(), smallest: None, pictures: 0, frames: 0, drawn: Vec::new() };
    document.pages().iter().for_each(|page| walk.frame(&page.frame, Transform::identity()));
    let pairs =
        || runs.iter().flat_map(|run| run.pairs.iter().map(|(fore, ground)| (run.text.as_str(), *fore, *ground)));
    let plain = pairs().map(|(text, fore, ground)| (text, fore, ground, None));
    let seen = pairs().flat_map(|(text, fore, ground)| Vision::ALL.map(|vision| (text, fore, ground, Some(vision))));
    Measures {
        pages: document.pages().len(),
        runs: runs.len(),
        runs_on_pictures: runs.iter().filter(|run| run.pairs.is_empty()).count(),
        contrast: lowest(plain),
        vision: lowest(seen),
        smallest: walk.smallest,
        pictures: walk.pictures,
        order: order(&letters(&walk.drawn), job),
    }
}

fn lowest<'a>(pairs: impl Iterator<Item = (&'a str, Colour, Colour, Option<Vision>)>) -> Option<Contrast> {
    let ratio = |(_, fore, ground, vision): &(&str, Colour, Colour, Option<Vision>)| {
        vision.map_or_else(|| fore.contrast(*ground), |eyes| fore.seen_by(eyes).contrast(ground.seen_by(eyes)))
    };
    let worst = pairs.map(|pair| (ratio(&pair), pair)).min_by(|(a, _), (b, _)| a.total_cmp(b));
    worst.map(|(ratio, (text, fore, ground, vision))| Contrast {
        ratio: (ratio * 100.0).floor() / 100.0,
        vision: vision.map(Vision::name),
        text: quoted(text),
        fore,
        ground,
    })
}

/// A text as it is drawn: from the left, whatever side it is read from.
struct Drawn {
    /// The frame that holds it, and its baseline in points: texts with the same are a line.
    line: (usize, f64),
    /// Letters and digits, in groups that a glyph stands for.
    clusters: Vec<String>,
}

struct Walk {
    paper: bool,
    smallest: Option<Smallest>,
    pictures: usize,
    /// Frames met so far.
    frames: usize,
    /// Texts in the order in which the document holds them.
    drawn: Vec<Drawn>,
}

impl Walk {
    fn frame(&mut self, frame: &Frame, to_page: Transform) {
        self.frames += 1;
        let own = self.frames;
        for (position, item) in frame.items() {
            let here = to_page.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => self.frame(&group.frame, here.pre_concat(group.transform)),
                FrameItem::Image(..) => self.pictures += 1,
                FrameItem::Text(text) => {
                    // dots of Arabic letters are glyphs of their own that take no room
                    let glyphs = text.glyphs.iter().filter(|glyph| glyph.x_advance.get() > 0.0);
                    let clusters = glyphs.map(|glyph| letters_of(&text.text[glyph.range()]));
                    let clusters = clusters.filter(|cluster| !cluster.is_empty()).collect();
                    self.drawn.push(Drawn { line: (own, here.ty.to_pt()), clusters });
                    self.size(text, here.sx.get().hypot(here.ky.get()));
                }
                _ => {}
            }
        }
    }

    fn size(&mut self, text: &typst::text::TextItem, scale: f64) {
        let size = text.size.to_pt() * scale;
        let cap = size * text.font.metrics().cap_height.get();
        let hundredths = |value: f64| (value * 100.0).round() / 100.0;
        let (cap_mm, cap_px) = if self.paper { (Some(Pt(cap).to_mm().0), None) } else { (None, Some(cap)) };
        let known = self.smallest.as_ref().and_then(|smallest| smallest.cap_mm.or(smallest.cap_px));
        let cap = hundredths(cap_mm.or(cap_px).unwrap_or_default());
        if text.text.chars().any(char::is_alphanumeric) && known.is_none_or(|known| cap < known) {
            self.smallest = Some(Smallest {
                text: quoted(text.text.trim()),
                size: hundredths(size),
                cap_mm: cap_mm.map(hundredths),
                cap_px: cap_px.map(hundredths),
            });
        }
    }
}

/// Letters and digits of all texts, as they are read.
fn letters(drawn: &[Drawn]) -> String {
    const SAME_LINE: f64 = 0.01;
    let in_line = |a: &Drawn, b: &Drawn| a.line.0 == b.line.0 && (a.line.1 - b.line.1).abs() < SAME_LINE;
    let drawn: Vec<&Drawn> = drawn.iter().filter(|text| !text.clusters.is_empty()).collect();
    let lines = drawn.chunk_by(|a, b| in_line(a, b));
    lines.map(|line| as_read(line.iter().flat_map(|text| text.clusters.iter().map(String::as_str)).collect())).collect()
}

/// A line that is read from the right is turned round, but for what stands in it from the left: numbers, Latin words.
fn as_read(mut clusters: Vec<&str>) -> String {
    let from_right = |cluster: &str| cluster.contains(read_from_right);
    if !clusters.iter().any(|cluster| from_right(cluster)) {
        return clusters.concat();
    }
    clusters.reverse();
    let runs = clusters.chunk_by_mut(|a, b| from_right(a) == from_right(b));
    let read = runs.map(|run| {
        if !run.first().is_some_and(|cluster| from_right(cluster)) {
            run.reverse();
        }
        run.concat()
    });
    read.collect()
}

fn order(letters: &str, job: &Job) -> Order {
    let second = job.second.iter().flat_map(|second| second.sheet.plain());
    let lines = job.sheet.plain().into_iter().chain(second);
    let lines = lines.flat_map(|line| line.lines().map(letters_of).collect::<Vec<_>>());
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    let places: Vec<Vec<usize>> =
        lines.iter().map(|line| letters.match_indices(line.as_str()).map(|(at, _)| at).collect()).collect();
    let found = places.iter().filter(|places| !places.is_empty()).count();
    let in_order = longest_chain(&places);
    Order { lines: lines.len(), in_order, elsewhere: found - in_order }
}

/// How many lines follow each other, each at one of its places: the longest rising chain, by patience sorting.
fn longest_chain(places: &[Vec<usize>]) -> usize {
    let mut ends: Vec<usize> = Vec::new();
    for of_line in places {
        // from the last place to the first, so that a line does not follow itself
        for place in of_line.iter().rev() {
            let at = ends.partition_point(|end| end < place);
            if at == ends.len() {
                ends.push(*place);
            } else {
                ends[at] = *place;
            }
        }
    }
    ends.len()
}

/// Letters and digits, as hyphens and spaces depend on where lines break.
fn letters_of(line: &str) -> String {
    line.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_follow_each_other() {
        assert_eq!(longest_chain(&[vec![0], vec![4, 9], vec![6]]), 3);
        assert_eq!(longest_chain(&[vec![5], vec![0, 30], vec![8], vec![12]]), 3);
        assert_eq!(longest_chain(&[vec![1, 2, 3], vec![]]), 1);
    }

    #[test]
    fn lines_read_from_the_right_are_turned_round() {
        assert_eq!(as_read(vec!["د", "1", "2", "ج", "ب", "ا"]), "ابج12د");
        assert_eq!(as_read(vec!["a", "b", "1"]), "ab1");
    }
}
