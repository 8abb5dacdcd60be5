//! The checklist poster: title, rows of actions with their keys, foot. [`checklist`] is the way in.

use crate::diag::Place;
use crate::fit::Measured;
use crate::model::{Chord, Inline};
use crate::plan::sheet::Checklist;
use crate::theme::ChecklistBoxes;

use super::{DISPLAY, Fitting, Piece, Space, TEXT, chords_height, share_size};

/// Largest letters on keys, as a part of the lowest row.
const KEY_OF_ROW: f64 = 0.315;

/// Fits the checklist poster, and gives the heights of its rows in points.
pub fn checklist(fitting: &mut Fitting<'_>, sheet: &Checklist, actions: &[Vec<Inline>], places: &[Place]) -> Vec<f64> {
    let boxes = fitting.theme.file.boxes.checklist.clone();
    let (width, height) = fitting.size.points();
    let u = width.0.min(height.0) / 100.0;
    title(fitting, sheet, &boxes, u);
    let heights = row_heights(sheet, &boxes, height.0 - (boxes.head + boxes.foot) * u);
    rows(fitting, sheet, &boxes, u, &heights, actions, places);
    foot(fitting, sheet, &boxes, u);
    heights
}

/// Two lines of one size; the first leaves room for the hero.
fn title(fitting: &mut Fitting<'_>, sheet: &Checklist, boxes: &ChecklistBoxes, u: f64) {
    const LEAD: f64 = 0.9;
    let display = fitting.ruler(DISPLAY, -0.02);
    let lead = fitting.lead(LEAD);
    // the depth of the first line is shared with the second, so that each may take a little more than its part
    let share = if lead > LEAD { 1.16 } else { 1.04 };
    let tall = (boxes.head - 2.0 * boxes.title_pad) * u / (1.0 + lead) * share;
    for (at, line) in sheet.title.iter().enumerate() {
        let room = if at == 0 { boxes.hero_room } else { 0.0 };
        let space = Space {
            width: (100.0 - 2.0 * boxes.margin - room) * u,
            height: tall,
            max: boxes.title_max * u,
            min: 2.2 * boxes.min * u,
            lead: LEAD,
            lines: 1,
        };
        fitting.put_words(&format!("title-{}", at + 1), Measured::lines(&display, &[line]), line, space);
    }
    share_size(fitting, &["title-1", "title-2"]);
}

/// A row with keys is taller, and a second line of keys takes a little more.
fn row_heights(sheet: &Checklist, boxes: &ChecklistBoxes, all: f64) -> Vec<f64> {
    let more = boxes.key_row - 1.0;
    let weight = |keys: &[Chord]| {
        let count = keys.len() as f64;
        1.0 + more * count + 0.3 * more * (count - 1.0).max(0.0)
    };
    let total: f64 = sheet.steps.iter().map(|step| weight(&step.keys)).sum();
    sheet.steps.iter().map(|step| all / total * weight(&step.keys)).collect()
}

fn rows(
    fitting: &mut Fitting<'_>,
    sheet: &Checklist,
    boxes: &ChecklistBoxes,
    u: f64,
    heights: &[f64],
    actions: &[Vec<Inline>],
    places: &[Place],
) {
    let display = fitting.ruler(DISPLAY, -0.012);
    let width = (100.0 - boxes.column - boxes.gutter - boxes.number - boxes.end) * u;
    // seven steps leave low rows: keys give way before words do
    let lowest = heights.iter().copied().fold(f64::INFINITY, f64::min);
    let largest_key = (boxes.keys * u).min(KEY_OF_ROW * lowest);
    let mut pieces = Vec::new();
    for (at, step) in sheet.steps.iter().enumerate() {
        let keys = format!("keys-{}", at + 1);
        if !step.keys.is_empty() {
            fitting.put_keys(keys.clone(), &step.keys, width, largest_key, 0.66 * boxes.min * u);
        }
        let keys_height = fitting.key_sizes.get(&keys).map_or(0.0, |size| chords_height(&step.keys) * size.0);
        let gap = if step.keys.is_empty() { 0.0 } else { boxes.key_gap * u };
        let space = Space {
            width,
            height: heights[at] - boxes.row_pad * u - keys_height - gap,
            max: boxes.action_max * u,
            min: boxes.min * u,
            lead: 1.03,
            lines: 2,
        };
        pieces.push(Piece {
            name: format!("action-{}", at + 1),
            text: Measured::inlines(&display, &actions[at]),
            space: fitting.space(space),
            place: Some(places[at].clone()),
            words: step.action.clone(),
        });
    }
    fitting.put_together(pieces);
}

fn foot(fitting: &mut Fitting<'_>, sheet: &Checklist, boxes: &ChecklistBoxes, u: f64) {
    let width = (100.0 - boxes.column - boxes.gutter - boxes.end) * u;
    let tall = boxes.foot * u;
    let (max, min) = (boxes.help_max * u, 0.9 * boxes.min * u);
    let text = Measured::text(&fitting.ruler(DISPLAY, -0.012), &sheet.help);
    fitting.put_words("help", text, &sheet.help, Space { width, height: tall * 0.4, max, min, lead: 1.05, lines: 1 });
    let (max, min) = (boxes.name_max * u, 0.55 * boxes.min * u);
    fitting.put_name(TEXT, Space { width, height: tall * 0.42, max, min, lead: 1.14, lines: 3 });
}
