//! Keycaps and menu paths in a box: [`Fitting::put_keys`] finds their size, and what must go to a line of its own.

use serde::Serialize;

use super::{Fitting, LABEL, Piece, Refusal};
use crate::fit::{Measured, TextBox, TooLong, fit};
use crate::model::{Chord, Lang, Mm, Pt};
use crate::plan::legibility::Role;
use crate::theme::Ruler;

/// Shortcuts under each other, fitted to a width. The figures are those of `keycaps` in the theme's `base.typ`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KeysFit {
    /// Size of the letters.
    pub size: Pt,
    /// Height of their capitals, in parts of the size.
    pub cap: f64,
    /// How each shortcut is set.
    pub chords: Vec<ChordFit>,
    /// Height of all of them.
    pub height: Pt,
    /// Width of the widest.
    pub width: Pt,
}

/// How one shortcut is set.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChordFit {
    /// The way through the menu, in lines; empty where there are keycaps.
    pub menu: Vec<String>,
    /// Whether the names of the browsers stand under it.
    pub label_under: bool,
}

/// Height of a keycap at size 1.
const CAP_HEIGHT: f64 = 1.64;
/// Between two chords, at size 1.
const CHORD_GAP: f64 = 0.5;
/// Between keycaps and the names of the browsers beside them, at size 1.
const LABEL_GAP: f64 = 0.7;
/// From one line of a menu path to the next, at size 1.
const MENU_LEAD: f64 = 1.2;
/// Most lines of a menu path.
const MENU_LINES: usize = 3;
/// Height of the names of the browsers under their keycaps, at size 1.
const LABEL_HEIGHT: f64 = 1.3;

impl KeysFit {
    /// Height of the capitals.
    pub fn cap(&self) -> Mm {
        Pt(self.size.0 * self.cap).to_mm()
    }
}

impl Fitting<'_> {
    /// The smallest size of these keys.
    pub(super) fn lowest_keys(&self, lang: &Lang, chords: &[Chord]) -> f64 {
        self.lowest(Role::Keys, &Measured::text(&self.ruler(lang, LABEL, 0.0), &plain(chords)))
    }

    /// The largest size of keycaps at which every chord stays inside the width, from `max` down to `min`.
    pub(super) fn put_keys(&mut self, name: String, lang: &Lang, chords: &[Chord], space: TextBox) {
        let bold = self.ruler(lang, LABEL, 0.0);
        let measured: Vec<Shortcut> = chords.iter().map(|chord| Shortcut::of(chord, &bold)).collect();
        let size = measured.iter().map(|chord| chord.largest(&space)).fold(space.max.0, f64::min);
        if size < space.min.0 {
            let words = plain(chords);
            let over = words.chars().count() as f64 * (1.0 - size / space.min.0);
            let long = TooLong { characters: (over.ceil() as usize).max(1), word: None };
            let text = Measured::text(&bold, &words);
            let role = self.size.paper().map(|_| Role::Keys);
            let piece = Piece::of_layout(name, text, &words, space, role);
            self.refusals.push(Refusal { piece, long: Some(long) });
            return;
        }
        let set: Vec<Set> = measured.iter().map(|chord| chord.set(size, &space)).collect();
        let gaps = CHORD_GAP * size * (set.len().saturating_sub(1)) as f64;
        let keys = KeysFit {
            size: Pt(size),
            cap: bold.lowest_cap_height(&plain(chords)).0,
            height: Pt(set.iter().map(|set| set.height).sum::<f64>() + gaps),
            width: Pt(set.iter().map(|set| set.width).fold(0.0, f64::max)),
            chords: set.into_iter().map(|set| set.how).collect(),
        };
        self.keys.insert(name, keys);
    }
}

fn plain(chords: &[Chord]) -> String {
    chords.iter().map(Chord::plain).collect::<Vec<_>>().join(", ")
}

/// A shortcut measured at size 1.
struct Shortcut {
    caps: f64,
    menu: Option<Measured>,
    label: f64,
}

struct Set {
    how: ChordFit,
    width: f64,
    height: f64,
}

impl Shortcut {
    fn of(chord: &Chord, bold: &Ruler) -> Self {
        let caps: f64 = chord.caps.iter().map(|cap| bold.width(cap).0 + 2.0 * (0.38 + 0.075)).sum();
        let signs = chord.caps.len().saturating_sub(1) as f64 * (bold.width("+").0 + 2.0 * 0.26);
        let menu = chord.menu.as_ref().filter(|_| chord.caps.is_empty());
        Shortcut {
            caps: caps + signs,
            menu: menu.map(|menu| Measured::text(bold, menu)),
            label: chord.browsers.as_ref().map_or(0.0, |names| bold.width(names).0),
        }
    }

    /// The largest size up to `max`, keycaps and label on lines of their own if need be.
    fn largest(&self, space: &TextBox) -> f64 {
        let widest = self.caps.max(self.label);
        let size = if widest > 0.0 { space.width.0 / widest } else { f64::INFINITY };
        let menu = self.menu.as_ref().map_or(f64::INFINITY, |menu| {
            let any = TextBox { min: Pt(f64::MIN_POSITIVE), ..self.menu_box(space.max.0, space) };
            fit(menu, &any).map_or(0.0, |fitted| fitted.size.0)
        });
        size.min(menu).min(space.max.0)
    }

    fn menu_box(&self, size: f64, space: &TextBox) -> TextBox {
        let size = Pt(size);
        TextBox { height: Pt(f64::INFINITY), max: size, min: size, lead: MENU_LEAD, lines: MENU_LINES, ..*space }
    }

    fn set(&self, size: f64, space: &TextBox) -> Set {
        let menu = self.menu.as_ref().and_then(|menu| fit(menu, &self.menu_box(size, space)).ok());
        let text = |runs: &Vec<crate::fit::Run>| runs.iter().map(|run| run.text.as_str()).collect();
        let lines: Vec<String> = menu.iter().flat_map(|menu| menu.lines.iter().map(text)).collect();
        let own = match (&self.menu, lines.len()) {
            (Some(menu), 0 | 1) => menu.width() * size,
            (Some(_), _) => space.width.0,
            (None, _) => self.caps * size,
        };
        let beside = own + (LABEL_GAP + self.label) * size;
        let label_under = self.label > 0.0 && beside > space.width.0;
        let first = CAP_HEIGHT * size + MENU_LEAD * size * lines.len().saturating_sub(1) as f64;
        let height = first + if label_under { LABEL_HEIGHT * size } else { 0.0 };
        let width = if self.label == 0.0 || label_under { own.max(self.label * size) } else { beside };
        Set { how: ChordFit { menu: lines, label_under }, width, height }
    }
}
