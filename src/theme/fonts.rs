//! The fonts of a theme, and how wide their words are: [`Fonts::measure`] shapes with the engine the layout uses.

use std::collections::{BTreeMap, HashMap};
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use rustybuzz::{Direction as ShapeDirection, UnicodeBuffer};
use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontBook, FontInstance, FontStretch, FontStyle, FontVariant, FontVariations, FontWeight};
use typst::utils::LazyHash;

use crate::model::{Direction, Lang};

/// All fonts of a theme.
#[derive(Debug, Clone)]
pub struct Fonts {
    /// Index for the layout.
    pub book: LazyHash<FontBook>,
    /// Fonts in the order of the index.
    pub fonts: Vec<Font>,
    /// Faces that were asked for: making one ready takes as long as measuring a poster.
    ready: Arc<Mutex<ReadyFaces>>,
    /// What was measured: most words of a sheet stand on those of other venues too.
    known: Arc<Mutex<BTreeMap<Look, Arc<RwLock<Known>>>>>,
}

/// What the width of a word depends on: families, weight, tracking in thousandths, and whether it is read from the right.
type Look = (Vec<String>, u16, i32, bool);

/// What was measured of one look.
#[derive(Debug, Default)]
struct Known {
    /// Widths of words.
    widths: HashMap<String, f64>,
    letters: HashMap<char, Letter>,
}

/// A letter: the face that has it, by number, and its ink under the baseline.
#[derive(Debug, Clone, Copy)]
struct Letter {
    face: usize,
    depth: f64,
}

/// Most words of one look that are remembered: those of the tips in a language are some thousands.
const REMEMBERED: usize = 20_000;

/// Faces by families and weight.
type ReadyFaces = BTreeMap<(Vec<String>, u16), Arc<[FontInstance]>>;

/// Width and heights of text in parts of its size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Em(pub f64);

impl Fonts {
    /// The fonts in these files.
    pub fn new(files: impl IntoIterator<Item = Vec<u8>>) -> Self {
        let fonts: Vec<Font> =
            files.into_iter().flat_map(|data| Font::iter(Bytes::new(data)).collect::<Vec<_>>()).collect();
        Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts, ready: Arc::default(), known: Arc::default() }
    }

    /// The families that these letters are set in: the first of the list, and others for what it lacks.
    pub fn families_for<'a>(
        &self,
        letters: &std::collections::BTreeSet<char>,
        families: &'a [String],
    ) -> std::collections::BTreeSet<&'a str> {
        let faces: Vec<Arc<[FontInstance]>> =
            families.iter().map(|family| self.faces(std::slice::from_ref(family), 500)).collect();
        let of = |letter: &char| faces.iter().position(|face| face.iter().any(|face| has_glyph(face, *letter)));
        letters.iter().filter_map(of).map(|at| families[at].as_str()).collect()
    }

    /// Whether there is such a family.
    pub fn has_family(&self, family: &str) -> bool {
        self.book.contains_family(&family.to_lowercase())
    }

    /// The faces that text of this weight is set in, in the order of the families.
    pub fn faces(&self, families: &[String], weight: u16) -> Arc<[FontInstance]> {
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        let made = ready.entry((families.to_vec(), weight)).or_insert_with(|| self.make_faces(families, weight));
        Arc::clone(made)
    }

    fn make_faces(&self, families: &[String], weight: u16) -> Arc<[FontInstance]> {
        let variant = FontVariant::new(FontStyle::Normal, FontWeight::from_number(weight), FontStretch::NORMAL);
        let select = |family: &String| self.book.select(&family.to_lowercase(), variant);
        let font = |at: usize| self.fonts[at].clone().instantiate(variant, Abs::pt(12.0), &FontVariations::default());
        families.iter().filter_map(select).map(font).collect()
    }

    /// The first character that none of the families has, if any.
    pub fn missing_glyph(&self, text: &str, families: &[String]) -> Option<char> {
        let faces = self.faces(families, 500);
        text.chars().find(|c| !c.is_control() && !c.is_whitespace() && !faces.iter().any(|face| has_glyph(face, *c)))
    }
}

/// The family of the first font in a file.
pub(super) fn family(bytes: &[u8]) -> Option<String> {
    Font::iter(Bytes::new(bytes.to_vec())).next().map(|font| font.info().family.as_str().to_owned())
}

fn has_glyph(face: &FontInstance, c: char) -> bool {
    face.rusty().glyph_index(c).is_some()
}

/// Measures words of one weight in one language.
#[derive(Debug)]
pub struct Ruler {
    faces: Arc<[FontInstance]>,
    tracking: f64,
    direction: Direction,
    known: Arc<RwLock<Known>>,
}

/// What it measures with.
impl Hash for Ruler {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.faces, self.tracking.to_bits(), self.direction).hash(state);
    }
}

impl Ruler {
    /// A ruler for text of this weight in these families. Arabic takes no tracking: it would cut the joins.
    pub fn new(fonts: &Fonts, families: &[String], weight: u16, tracking: f64, lang: &Lang) -> Self {
        let direction = lang.direction();
        let tracking = if direction == Direction::Rtl { 0.0 } else { tracking };
        let look = (families.to_vec(), weight, (tracking * 1000.0).round() as i32, direction == Direction::Rtl);
        let mut known = fonts.known.lock().unwrap_or_else(PoisonError::into_inner);
        let known = Arc::clone(known.entry(look).or_default());
        Ruler { faces: fonts.faces(families, weight), tracking, direction, known }
    }

    /// Tracking in parts of the size, as the layout must set it.
    pub fn tracking(&self) -> Em {
        Em(self.tracking)
    }

    /// Height of capitals in parts of the size.
    pub fn cap_height(&self) -> Em {
        Em(self.faces.first().map_or(0.7, |face| face.metrics().cap_height.get()))
    }

    /// Height of the lowest capitals among the fonts that a text is set in: a Latin word in an Arabic line has its own.
    pub fn lowest_cap_height(&self, text: &str) -> Em {
        let faces = text.chars().filter(|c| c.is_alphanumeric()).filter_map(|c| self.faces.get(self.face_of(c)));
        let heights = faces.map(|face| face.metrics().cap_height.get());
        Em(heights.reduce(f64::min).unwrap_or_else(|| self.cap_height().0))
    }

    /// Ink under the last baseline, in parts of the size: the depth of `p`, of a dot under a Vietnamese letter, or of Arabic tails.
    pub fn depth(&self, text: &str) -> Em {
        const LATIN: f64 = 0.26;
        const ARABIC: f64 = 0.54;
        if self.direction == Direction::Rtl {
            return Em(ARABIC);
        }
        let deepest = text.chars().map(|c| self.letter(c).depth).fold(LATIN, f64::max);
        Em(deepest)
    }

    fn letter(&self, c: char) -> Letter {
        if let Some(letter) = self.known.read().unwrap_or_else(PoisonError::into_inner).letters.get(&c) {
            return *letter;
        }
        let at = self.faces.iter().position(|face| has_glyph(face, c)).unwrap_or(0);
        let depth = self.faces.get(at).and_then(|face| {
            let glyph = face.rusty().glyph_index(c)?;
            let ink = face.rusty().glyph_bounding_box(glyph)?;
            Some(-f64::from(ink.y_min) / face.units_per_em())
        });
        let letter = Letter { face: at, depth: depth.unwrap_or_default() };
        self.known.write().unwrap_or_else(PoisonError::into_inner).letters.insert(c, letter);
        letter
    }

    /// Width of a text on one line, in parts of its size.
    pub fn width(&self, text: &str) -> Em {
        if let Some(width) = self.known.read().unwrap_or_else(PoisonError::into_inner).widths.get(text) {
            return Em(*width);
        }
        let width = self.measure(text);
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.widths.len() < REMEMBERED {
            known.widths.insert(text.to_owned(), width);
        }
        Em(width)
    }

    fn measure(&self, text: &str) -> f64 {
        let chars: Vec<char> = text.chars().collect();
        let runs = chars.chunk_by(|a, b| self.face_of(*a) == self.face_of(*b) || b.is_whitespace());
        runs.map(|run| self.run_width(run)).sum()
    }

    fn face_of(&self, c: char) -> usize {
        self.letter(c).face
    }

    fn run_width(&self, run: &[char]) -> f64 {
        let Some(face) = run.first().and_then(|c| self.faces.get(self.face_of(*c))) else { return 0.0 };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&run.iter().collect::<String>());
        buffer.guess_segment_properties();
        if self.direction == Direction::Ltr && buffer.direction() == ShapeDirection::Invalid {
            buffer.set_direction(ShapeDirection::LeftToRight);
        }
        let glyphs = rustybuzz::shape(face.rusty(), &[], buffer);
        let advance: i64 = glyphs.glyph_positions().iter().map(|glyph| i64::from(glyph.x_advance)).sum();
        let clusters = glyphs.glyph_infos().chunk_by(|a, b| a.cluster == b.cluster).count();
        advance as f64 / face.units_per_em() + clusters as f64 * self.tracking
    }
}
