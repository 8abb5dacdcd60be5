//! Where the ink of a run of text is: [`of`], as [`TextItem::bbox`] says it, which draws the outline of each glyph of a variable font
//! each time.

use std::collections::HashMap;
use std::sync::{LazyLock, PoisonError, RwLock};

use typst::layout::{Abs, Em, Point, Rect};
use typst::text::{FontInstance, TextItem};
use typst::utils::hash128;

/// Glyphs whose box is remembered: more than the shipped themes have in all their languages.
const REMEMBERED: usize = 20_000;

/// The box of a glyph; nothing of one without ink.
type GlyphBox = Option<[Em; 4]>;

static BOXES: LazyLock<RwLock<HashMap<(u128, u16), GlyphBox>>> = LazyLock::new(RwLock::default);

/// The box of the ink of a run, from its start on the baseline, downwards; infinite where there is no ink.
pub fn of(text: &TextItem) -> Rect {
    let font = hash128(&text.font);
    let (mut min, mut max) = (Point::splat(Abs::inf()), Point::splat(-Abs::inf()));
    let mut cursor = Point::zero();
    for glyph in &text.glyphs {
        if let Some(edges) = box_of(&text.font, font, glyph.id) {
            let at = |edge: Em| edge.at(text.size);
            let start = cursor + Point::new(at(glyph.x_offset), at(glyph.y_offset));
            let [left, low, right, high] = edges.map(at);
            let (a, b) = (start + Point::new(left, low), start + Point::new(right, high));
            min = min.min(a).min(b);
            max = max.max(a).max(b);
        }
        cursor += Point::new(glyph.x_advance.at(text.size), glyph.y_advance.at(text.size));
    }
    min.y *= -1.0;
    max.y *= -1.0;
    Rect::new(min, max)
}

fn box_of(font: &FontInstance, hash: u128, glyph: u16) -> GlyphBox {
    let known = BOXES.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(edges) = known.get(&(hash, glyph)) {
        return *edges;
    }
    drop(known);
    let ink = font.ttf().glyph_bounding_box(rustybuzz::ttf_parser::GlyphId(glyph));
    let edges = ink.map(|ink| [ink.x_min, ink.y_min, ink.x_max, ink.y_max].map(|edge| font.to_em(edge)));
    let mut known = BOXES.write().unwrap_or_else(PoisonError::into_inner);
    if known.len() < REMEMBERED {
        known.insert((hash, glyph), edges);
    }
    edges
}
