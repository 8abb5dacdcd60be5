//! What the rules of easy-read documents look at: [`Reading::of`] takes the runs, sentences, rows and pictures out of laid-out pages.
//! Templates name the blocks it looks for: `easy-sentence` and `easy-second-sentence` (one of each sentence), `easy-idea` and
//! `easy-word` (a row with its picture), `easy-picture`, `easy-page` (the number of the page), `easy-code` (the QR code) and
//! `easy-logo`.

use std::collections::BTreeMap;
use std::sync::Arc;

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::text::{FontStyle, TextItem};
use typst_layout::{Page, PagedDocument};

use super::grounds::Bounds;
use crate::model::read_from_right;

/// What the names of blocks begin with.
const LABEL: &str = "easy-";
/// More than this between two runs is a space, in parts of the size.
const GAP: f64 = 0.12;

/// Everything on the pages.
#[derive(Debug)]
pub struct Reading {
    /// What is on each of them.
    pub pages: Vec<Arc<PageReading>>,
}

/// What is on a page.
#[derive(Debug, Default)]
pub struct PageReading {
    /// The page, from 1.
    page: usize,
    /// Runs of text that have letters or digits.
    pub runs: Vec<Run>,
    /// Sentences, in the order they are drawn.
    pub sentences: Vec<Sentence>,
    /// Rows: ideas and hard words.
    pub rows: Vec<Row>,
    /// Letters of its number; nothing where it has none.
    pub number: Option<String>,
    /// Pictures, but for the QR code and the logo.
    pub pictures: usize,
    /// Logos: width and height in points.
    pub logos: Vec<(f64, f64)>,
    /// Families that each letter is drawn in.
    pub families: BTreeMap<char, Vec<String>>,
    /// Words in capitals.
    pub capitals: Vec<String>,
}

/// A run of text. Lengths are points from the top left corner of its page.
#[derive(Debug)]
pub struct Run {
    /// Its page, from 1.
    pub page: usize,
    /// Its words.
    pub text: String,
    /// The box of its ink.
    pub ink: Bounds,
    /// Where its line stands.
    pub baseline: f64,
    /// Height of its small letters.
    pub eye: f64,
    /// Whether its letters lean.
    pub leans: bool,
}

/// One sentence, or what stands of it on one page.
#[derive(Debug)]
pub struct Sentence {
    /// Whether it is of the second language.
    pub second: bool,
    /// Its page, from 1.
    pub page: usize,
    /// The row of its page that it stands in.
    pub row: Option<usize>,
    /// Its lines, from the top.
    pub lines: Vec<Line>,
    /// Letters and digits of it, [`sorted`].
    pub letters: String,
    /// Its words as its lines have them, by the alphabet.
    pub words: Vec<String>,
}

/// A line of a sentence.
#[derive(Debug)]
pub struct Line {
    /// Its words.
    pub text: String,
    /// Where it begins and ends, from the left, in points.
    pub left: f64,
    /// Its other end.
    pub right: f64,
    /// Where it stands.
    pub baseline: f64,
    /// Size of its largest font, in points.
    pub size: f64,
    /// How much wider than in the font its spaces are, at most, in parts of the size.
    pub stretch: f64,
}

/// A row: an idea or a hard word, with its pictures.
#[derive(Debug)]
pub struct Row {
    /// Its page, from 1.
    pub page: usize,
    /// Whether it is an idea, which needs a picture.
    pub idea: bool,
    /// The boxes of its pictures.
    pub pictures: Vec<Bounds>,
}

impl Sentence {
    /// Its words as they stand on the page.
    pub fn text(&self) -> String {
        self.lines.iter().map(|line| line.text.trim()).collect::<Vec<_>>().join(" ")
    }
}

/// Words of letters and digits.
pub fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned)
}

/// Whether a word is written in capitals.
pub fn loud(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.chars().any(char::is_lowercase)
}

/// Letters and digits by the alphabet: the order that a text of two directions is drawn in does not matter.
pub fn sorted(text: impl Iterator<Item = char>) -> String {
    let mut letters: Vec<char> = text.filter(|c| c.is_alphanumeric()).collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

impl Reading {
    /// Reads the pages of a document.
    pub fn of(document: &PagedDocument) -> Self {
        let pages = document.pages().iter().enumerate();
        Reading { pages: pages.map(|(at, page)| read(page, at + 1)).collect() }
    }

    /// Runs of text that have letters or digits.
    pub fn runs(&self) -> impl DoubleEndedIterator<Item = &Run> {
        self.pages.iter().flat_map(|page| &page.runs)
    }

    /// Sentences, in the order they are drawn.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.pages.iter().flat_map(|page| &page.sentences)
    }

    /// The row that a sentence stands in.
    pub fn row(&self, sentence: &Sentence) -> Option<&Row> {
        self.pages.get(sentence.page - 1)?.rows.get(sentence.row?)
    }
}

/// Reads a page, and remembers it: most are the same at the next venue.
#[comemo::memoize]
fn read(page: &Page, number: usize) -> Arc<PageReading> {
    let mut walk = Walk { reading: PageReading { page: number, ..PageReading::default() }, pieces: None };
    walk.frame(&page.frame, Transform::identity(), &Inside::default());
    Arc::new(walk.reading)
}

/// What a frame is inside of.
#[derive(Debug, Clone, Default)]
struct Inside {
    row: Option<usize>,
    picture: bool,
    apart: bool,
    number: bool,
}

/// A run of a sentence: its text with its ends, its baseline, its size, and its widest space.
struct Piece {
    text: String,
    left: f64,
    right: f64,
    baseline: f64,
    size: f64,
    stretch: f64,
}

struct Walk {
    reading: PageReading,
    /// Runs of the sentence that is open.
    pieces: Option<Vec<Piece>>,
}

impl Walk {
    fn page(&self) -> usize {
        self.reading.page
    }

    fn frame(&mut self, frame: &Frame, to_page: Transform, inside: &Inside) {
        for (position, item) in frame.items() {
            let here = to_page.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => {
                    let inner = here.pre_concat(group.transform);
                    let label = group.label.map(|label| label.resolve());
                    let name = label.as_ref().and_then(|label| label.as_str().strip_prefix(LABEL));
                    self.group(name, &group.frame, inner, inside);
                }
                FrameItem::Text(text) => self.text(text, here, inside),
                FrameItem::Image(_, size, _) => {
                    let ends = [Point::zero(), (*size).to_point()].map(|point| point.transform(here));
                    self.picture(bounds(ends), inside);
                }
                _ => {}
            }
        }
    }

    fn group(&mut self, name: Option<&str>, frame: &Frame, to_page: Transform, inside: &Inside) {
        let mut inner = inside.clone();
        match name {
            Some("sentence" | "second-sentence") if self.pieces.is_none() => {
                self.pieces = Some(Vec::new());
                self.frame(frame, to_page, inside);
                self.close(name == Some("second-sentence"), inside.row);
                return;
            }
            Some("idea" | "word") => {
                let row = Row { page: self.page(), idea: name == Some("idea"), pictures: Vec::new() };
                self.reading.rows.push(row);
                inner.row = Some(self.reading.rows.len() - 1);
            }
            Some("picture") => inner.picture = true,
            Some("code") => inner.apart = true,
            Some("logo") => {
                let size = frame.size();
                self.reading.logos.push((size.x.to_pt(), size.y.to_pt()));
                inner.apart = true;
            }
            Some("page") => {
                inner.number = true;
                self.reading.number.get_or_insert_default();
            }
            _ => {}
        }
        self.frame(frame, to_page, &inner);
    }

    fn close(&mut self, second: bool, row: Option<usize>) {
        let pieces = self.pieces.take().unwrap_or_default();
        let (page, lines) = (self.page(), lines(pieces));
        if !lines.is_empty() {
            let letters = sorted(lines.iter().flat_map(|line| line.text.chars()));
            let mut words: Vec<String> = lines.iter().flat_map(|line| words(&line.text)).collect();
            words.sort();
            self.reading.sentences.push(Sentence { second, page, row, lines, letters, words });
        }
    }

    fn picture(&mut self, bounds: Bounds, inside: &Inside) {
        if inside.apart {
            return;
        }
        self.reading.pictures += 1;
        if let Some(row) = inside.row.filter(|_| inside.picture).and_then(|row| self.reading.rows.get_mut(row)) {
            row.pictures.push(bounds);
        }
    }

    fn text(&mut self, text: &TextItem, here: Transform, inside: &Inside) {
        // dots of Arabic letters are runs of their own that take no room, and say their letters once more
        if text.width().to_pt() <= 0.0 {
            return;
        }
        let ends = [Point::zero(), Point::new(text.width(), Abs::zero())].map(|point| point.transform(here));
        let size = text.size.to_pt() * here.sy.get().hypot(here.kx.get());
        let (line, words) = (bounds(ends), text.text.to_string());
        if let Some(pieces) = &mut self.pieces {
            let (left, right, baseline) = (line.left, line.right, line.bottom);
            pieces.push(Piece { text: words.clone(), left, right, baseline, size, stretch: stretch(text) });
        }
        if let Some(number) = self.reading.number.as_mut().filter(|_| inside.number) {
            number.push_str(&words);
        }
        if words.chars().any(char::is_alphanumeric) {
            self.reading.capitals.extend(self::words(&words).filter(|word| loud(word)));
            self.families(text);
            self.run(text, here, line, size);
        }
    }

    fn run(&mut self, text: &TextItem, here: Transform, line: Bounds, size: f64) {
        let ink = super::ink::of(text);
        let inked = ink.min.x.to_pt().is_finite();
        let ink = if inked { bounds([ink.min, ink.max].map(|point| point.transform(here))) } else { line };
        let upright = text.font.font().info().variant.style == FontStyle::Normal;
        // what is turned keeps its shape: both shears are opposite
        let leans = !upright || (here.kx.get() + here.ky.get()).abs() > 0.01;
        let (page, eye) = (self.page(), eye(text) * size);
        self.reading.runs.push(Run { page, text: text.text.to_string(), ink, baseline: line.bottom, eye, leans });
    }

    fn families(&mut self, text: &TextItem) {
        let family = &text.font.font().info().family;
        for letter in text.text.chars().filter(|c| c.is_alphabetic()) {
            let families = self.reading.families.entry(letter).or_default();
            if !families.iter().any(|known| known == family) {
                families.push(family.to_string());
            }
        }
    }
}

fn bounds([one, other]: [Point; 2]) -> Bounds {
    let (xs, ys) = ([one.x.to_pt(), other.x.to_pt()], [one.y.to_pt(), other.y.to_pt()]);
    Bounds { left: xs[0].min(xs[1]), top: ys[0].min(ys[1]), right: xs[0].max(xs[1]), bottom: ys[0].max(ys[1]) }
}

/// Height of the small letters in parts of the size. Arabic has no x: the eye of its letters is the loop of sad, which has neither
/// a stem nor dots.
fn eye(text: &TextItem) -> f64 {
    const SAD: char = 'ص';
    let x_height = text.font.metrics().x_height.get();
    if !text.text.chars().any(read_from_right) {
        return x_height;
    }
    let face = text.font.rusty();
    let ink = face.glyph_index(SAD).and_then(|glyph| face.glyph_bounding_box(glyph));
    ink.map_or(x_height, |ink| f64::from(ink.y_max) / text.font.metrics().units_per_em)
}

/// How much wider than the font has it the widest space of a run is, in parts of the size.
fn stretch(text: &TextItem) -> f64 {
    let face = text.font.rusty();
    let natural = face.glyph_index(' ').and_then(|glyph| face.glyph_hor_advance(glyph));
    let Some(natural) = natural.map(|width| f64::from(width) / text.font.metrics().units_per_em) else { return 0.0 };
    let spaces = text.glyphs.iter().filter(|glyph| text.text.get(glyph.range()) == Some(" "));
    spaces.map(|glyph| glyph.x_advance.get() - natural).fold(0.0, f64::max)
}

fn lines(mut pieces: Vec<Piece>) -> Vec<Line> {
    const SAME_LINE: f64 = 0.3;
    pieces.sort_by(|one, other| one.baseline.total_cmp(&other.baseline));
    let together = |one: &Piece, other: &Piece| other.baseline - one.baseline < SAME_LINE * one.size;
    pieces.chunk_by_mut(together).map(line).filter(|line| !line.text.trim().is_empty()).collect()
}

fn line(pieces: &mut [Piece]) -> Line {
    pieces.sort_by(|one, other| one.left.total_cmp(&other.left));
    let from_right = |piece: &Piece| piece.text.chars().any(read_from_right);
    if pieces.iter().any(from_right) {
        pieces.reverse();
    }
    let mut text = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        let apart = at.checked_sub(1).and_then(|before| pieces.get(before)).is_some_and(|before| {
            let gap = (piece.left - before.right).max(before.left - piece.right);
            gap > GAP * piece.size || from_right(before) != from_right(piece)
        });
        text.push_str(if apart { " " } else { "" });
        text.push_str(&piece.text);
    }
    let most = |value: fn(&Piece) -> f64| pieces.iter().map(value).fold(f64::NEG_INFINITY, f64::max);
    Line {
        text,
        left: pieces.iter().map(|piece| piece.left).fold(f64::INFINITY, f64::min),
        right: most(|piece| piece.right),
        baseline: most(|piece| piece.baseline),
        size: most(|piece| piece.size),
        stretch: most(|piece| piece.stretch),
    }
}
