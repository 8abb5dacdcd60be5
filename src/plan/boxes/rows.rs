//! The rows of the checklist: [`Fitting::put_rows`] shares the height of the sheet among them, evenly where that reads well, by
//! what each needs where it does not.

use crate::diag::Place;
use crate::fit::{Measured, TextBox, fit};
use crate::model::Lang;
use crate::plan::legibility::Role;
use crate::plan::sheet::{Checklist, SheetTip};

use super::{DISPLAY, Fitting, Piece, Refusal, Space, Voice, text_box};

/// Largest letters on keys, as a part of the lowest row.
const KEY_OF_ROW: f64 = 0.315;
/// Between two lines of an action.
const LEAD: f64 = 1.03;
/// Most lines of an action in even rows, and where rows take what they need.
const LINES: (usize, usize) = (2, 3);
/// Even rows are kept as long as their letters are this part of what uneven ones would give.
const EVEN_ENOUGH: f64 = 0.8;
/// Steps between the smallest and the largest size that uneven rows are tried at.
const STEPS: usize = 12;

/// The room of the rows and what is in it, in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowsBox {
    /// Height of all rows.
    pub height: f64,
    /// Width of one language's texts.
    pub width: f64,
    /// Width of the keys.
    pub keys_width: f64,
    /// Whether keys stand beside the action, not under it.
    pub keys_beside: bool,
    /// Whether the second language stands under the first, not beside it.
    pub stacked: bool,
    /// Room of a row that is not text.
    pub pad: f64,
    /// Between an action and what is under it.
    pub gap: f64,
    /// Weight of a row with one line of keys.
    pub key_row: f64,
    /// Largest action and largest letters on keys.
    pub action_max: f64,
    /// Largest letters on keys.
    pub keys_max: f64,
}

/// One action in one language.
struct Line<'a> {
    lang: &'a Lang,
    name: String,
    text: Measured,
    width: f64,
    min: f64,
    place: Place,
    words: String,
    tip: String,
}

impl Fitting<'_> {
    /// Fits the actions and their keys, and gives the height of each row.
    pub(super) fn put_rows(&mut self, voices: &[Voice<'_, Checklist>], room: &RowsBox) -> Vec<f64> {
        let steps = &voices[0].sheet.steps;
        let even = even_heights(steps, room);
        let lowest = even.iter().copied().fold(f64::INFINITY, f64::min);
        for (at, step) in steps.iter().enumerate().filter(|(_, step)| !step.keys.is_empty()) {
            self.put_row_keys(voices[0].lang, at, step, room, lowest);
        }
        let mut rows: Vec<Vec<Line<'_>>> = (0..steps.len()).map(|at| self.lines(voices, at, room)).collect();
        one_minimum(&mut rows);
        let under: Vec<f64> = (0..steps.len()).map(|at| self.under(at, room)).collect();
        let (mut tried, mut needed) = (self.clone(), self.clone());
        tried.put_lines(&rows, &even, &under, room, LINES.0);
        let uneven = uneven_heights(&rows, &under, room);
        let Some(uneven) = uneven else {
            let narrow: Vec<Piece> =
                rows.iter().flatten().map(|line| line.piece(f64::INFINITY, room, LINES.1)).collect();
            self.put_together(narrow);
            if self.refusals.is_empty() {
                self.blame(&rows, &under, room);
            }
            return even;
        };
        needed.put_lines(&rows, &uneven, &under, room, LINES.1);
        let size = |fitting: &Self| fitting.fits.get("action-1").map_or(0.0, |fitted| fitted.size.0);
        let keep_even = tried.refusals.len() <= self.refusals.len() && size(&tried) >= EVEN_ENOUGH * size(&needed);
        let (chosen, heights) = if keep_even { (tried, even) } else { (needed, uneven) };
        *self = chosen;
        heights
    }

    /// Seven steps leave low rows: keys give way before words do, down to their own smallest size.
    fn put_row_keys(&mut self, lang: &Lang, at: usize, step: &SheetTip, room: &RowsBox, lowest_row: f64) {
        let min = self.lowest_keys(lang, &step.keys);
        let max = room.keys_max.min(KEY_OF_ROW * lowest_row);
        let space = Space { width: room.keys_width, height: f64::INFINITY, max, min, lead: 1.0, lines: 1 };
        self.put_keys(format!("keys-{}", at + 1), lang, &step.keys, text_box(lang, space));
    }

    /// What stands under the action of a row.
    fn under(&self, at: usize, room: &RowsBox) -> f64 {
        let keys = self.keys.get(&format!("keys-{}", at + 1));
        keys.filter(|_| !room.keys_beside).map_or(0.0, |keys| keys.height.0 + room.gap)
    }

    fn lines<'a>(&self, voices: &[Voice<'a, Checklist>], at: usize, room: &RowsBox) -> Vec<Line<'a>> {
        let keys = self.keys.get(&format!("keys-{}", at + 1));
        let beside = keys.filter(|_| room.keys_beside).map_or(0.0, |keys| keys.width.0 + 2.0 * room.gap);
        let line = |voice: &Voice<'a, Checklist>| {
            let display = self.ruler(voice.lang, DISPLAY, -0.012);
            let step = &voice.sheet.steps[at];
            let text = Measured::inlines(&display, &voice.actions[at]);
            Line {
                lang: voice.lang,
                name: voice.name(&format!("action-{}", at + 1)),
                min: self.lowest(Role::Action, &text),
                text,
                width: room.width - beside,
                place: voice.places[at].clone(),
                words: step.action.clone(),
                tip: step.id.clone(),
            }
        };
        voices.iter().map(line).collect()
    }

    /// Sets every action of a language at one size.
    fn put_lines(&mut self, rows: &[Vec<Line<'_>>], heights: &[f64], under: &[f64], room: &RowsBox, lines: usize) {
        for voice in 0..rows[0].len() {
            let pieces = rows.iter().enumerate().map(|(at, row)| {
                let height = share(row, voice, heights[at] - room.pad - under[at], room, lines);
                row[voice].piece(height, room, lines)
            });
            self.put_together(pieces.collect());
        }
    }

    /// Which texts must be shorter for the rows to have their room: actions by a line each, the longest first, then the notes of
    /// the foot; where all stand on one line, the sheet is simply too full.
    fn blame(&mut self, rows: &[Vec<Line<'_>>], under: &[f64], room: &RowsBox) {
        let needs = row_needs(rows, under, room, 0.0).unwrap_or_default();
        let mut excess = needs.iter().sum::<f64>() - room.height;
        let actions = rows.iter().flatten().map(|line| line.piece(f64::INFINITY, room, LINES.1));
        let notes = self.pieces.values().filter(|piece| piece.role == Some(Role::Venue)).cloned();
        for mut pieces in [actions.collect::<Vec<_>>(), notes.collect()] {
            let lines = |piece: &Piece| piece.text.lines_at(piece.space.min, &piece.space).unwrap_or(1);
            pieces.sort_by_key(|piece| std::cmp::Reverse((lines(piece), piece.words.len())));
            for mut piece in pieces {
                let count = lines(&piece);
                let step = piece.space.min.0 * piece.space.lead;
                let fewer = ((excess / step).ceil() as usize).min(count - 1);
                if excess <= 0.0 || fewer == 0 {
                    continue;
                }
                piece.space.lines = count - fewer;
                excess -= step * fewer as f64;
                if let Err(long) = fit(&piece.text, &piece.space) {
                    self.refusals.push(Refusal { piece, long: Some(long) });
                }
            }
        }
        if excess > 0.0 {
            let longest = rows.iter().flatten().max_by_key(|line| line.words.chars().count());
            self.refusals.extend(longest.map(|line| Refusal { piece: line.piece(0.0, room, 1), long: None }));
        }
    }
}

impl Line<'_> {
    fn piece(&self, height: f64, room: &RowsBox, lines: usize) -> Piece {
        Piece {
            name: self.name.clone(),
            text: self.text.clone(),
            space: self.space(height, room.action_max, lines),
            role: Some(Role::Action),
            words: self.words.clone(),
            place: Some(self.place.clone()),
            tip: Some(self.tip.clone()),
        }
    }

    fn space(&self, height: f64, max: f64, lines: usize) -> TextBox {
        text_box(self.lang, Space { width: self.width, height, max, min: self.min, lead: LEAD, lines })
    }

    /// Height at a part of the way from its smallest to its largest size.
    fn height_at(&self, part: f64, max: f64, lines: usize) -> Option<f64> {
        let size = self.min + (max.max(self.min) - self.min) * part;
        let space = self.space(f64::INFINITY, size, lines);
        let count = self.text.lines_at(crate::model::Pt(size), &space)?;
        Some(self.text.height(count, size, &space))
    }
}

/// A list has one size, so that its smallest size is that of the line whose letters are lowest.
fn one_minimum(rows: &mut [Vec<Line<'_>>]) {
    for voice in 0..rows[0].len() {
        let min = rows.iter().map(|row| row[voice].min).fold(0.0, f64::max);
        rows.iter_mut().for_each(|row| row[voice].min = min);
    }
}

/// A row with keys is taller, and a second line of keys takes a little more.
fn even_heights(steps: &[SheetTip], room: &RowsBox) -> Vec<f64> {
    let more = if room.keys_beside { 0.0 } else { room.key_row - 1.0 };
    let weight = |step: &SheetTip| {
        let count = step.keys.len() as f64;
        1.0 + more * count + 0.3 * more * (count - 1.0).max(0.0)
    };
    let total: f64 = steps.iter().map(weight).sum();
    steps.iter().map(|step| room.height / total * weight(step)).collect()
}

/// What each row needs at the largest size at which all fit, and what is left of the height.
fn uneven_heights(rows: &[Vec<Line<'_>>], under: &[f64], room: &RowsBox) -> Option<Vec<f64>> {
    let fits = |part: f64| row_needs(rows, under, room, part).filter(|needs| needs.iter().sum::<f64>() <= room.height);
    let largest = (0..=STEPS).rev().find_map(|step| fits(step as f64 / STEPS as f64))?;
    Some(levelled(&largest, room.height))
}

/// What each row needs at a part of the way from the smallest to the largest size; nothing where a text does not fit its width.
fn row_needs(rows: &[Vec<Line<'_>>], under: &[f64], room: &RowsBox, part: f64) -> Option<Vec<f64>> {
    let need = |(row, under): (&Vec<Line<'_>>, &f64)| {
        let heights: Option<Vec<f64>> = row.iter().map(|line| line.height_at(part, room.action_max, LINES.1)).collect();
        let heights = heights?;
        let gaps = room.gap * heights.len().saturating_sub(1) as f64;
        let stacked = heights.iter().sum::<f64>() + gaps;
        let texts = if room.stacked { stacked } else { heights.into_iter().fold(0.0, f64::max) };
        Some(texts + under + room.pad)
    };
    rows.iter().zip(under).map(need).collect()
}

/// Rows as even as they can be: what is left goes to the lowest until they are as high as the next.
fn levelled(needs: &[f64], height: f64) -> Vec<f64> {
    let mut sorted = needs.to_vec();
    sorted.sort_by(f64::total_cmp);
    let mut level = 0.0;
    for (at, need) in sorted.iter().enumerate() {
        let higher: f64 = sorted[at + 1..].iter().sum();
        level = (height - higher) / (at + 1) as f64;
        if sorted.get(at + 1).is_none_or(|next| level <= *next) && level >= *need {
            break;
        }
    }
    needs.iter().map(|need| need.max(level)).collect()
}

/// The part of the height of a row that one language has: what it needs more or less of than the other.
fn share(row: &[Line<'_>], voice: usize, height: f64, room: &RowsBox, lines: usize) -> f64 {
    if !room.stacked || row.len() == 1 {
        return height;
    }
    let height = height - room.gap;
    let needs: Vec<f64> = row
        .iter()
        .map(|line| {
            line.height_at(0.0, room.action_max, lines)
                .unwrap_or_else(|| line.text.height(1, line.min, &line.space(0.0, 0.0, 1)))
        })
        .collect();
    height * needs[voice] / needs.iter().sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::levelled;

    #[test]
    fn what_is_left_makes_rows_even() {
        assert_eq!(levelled(&[10.0, 20.0, 10.0], 60.0), [20.0, 20.0, 20.0]);
        assert_eq!(levelled(&[10.0, 40.0, 10.0], 70.0), [15.0, 40.0, 15.0]);
        assert_eq!(levelled(&[10.0, 20.0, 30.0], 60.0), [10.0, 20.0, 30.0]);
    }
}
