//! Where the parts of a picture stand, once all of it was fitted: [`Flow::place`] gives each arrangement its places.

use crate::model::Rect;
use crate::plan::sheet::Wallpaper;

use super::super::{Fitting, Voice};
use super::{Arrangement, Composer, NAME_GAP, Small, Units, Widths};

/// Where the parts of a tip stand, in pixels from the top left corner of the screen.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct TipPlace {
    /// Left edge of the disc.
    pub disc_x: f64,
    /// Top edge of the disc.
    pub disc_y: f64,
    /// Diameter of the disc.
    pub disc: f64,
    /// Left edge of the action.
    pub x: f64,
    /// Top of the capitals of the action.
    pub action_y: f64,
    /// Width of the action.
    pub width: f64,
    /// Left edge of the keys or of the note.
    pub note_x: f64,
    /// Top of the keys or of the note.
    pub note_y: f64,
    /// Width of the keys or of the note.
    pub note_width: f64,
}

/// Where a text stands, in pixels from the top left corner of the screen.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct TextPlace {
    /// Left edge.
    pub x: f64,
    /// Top of the capitals of the first line.
    pub y: f64,
    /// Width.
    pub width: f64,
}

/// Where everything on a picture for a screen stands.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct WallpaperGeometry {
    /// 1 % of the height.
    pub u: f64,
    /// Smallest text.
    pub least: f64,
    /// The headline; nothing where the one tip is the headline.
    pub title: Option<TextPlace>,
    /// The name of the venue; the line of help and the version stand under it.
    pub name: TextPlace,
    /// The tips.
    pub tips: Vec<TipPlace>,
    /// Where the icons of the desktop stand.
    pub icons: Option<Rect>,
    /// Whether the mark of a machine and the version share a line.
    pub one_line: bool,
}

/// Heights of the fitted parts, in pixels.
pub(super) struct Heights {
    title: f64,
    /// Name, help and version under each other.
    name: f64,
    /// Size of the actions.
    size: f64,
    actions: Vec<f64>,
    notes: Vec<f64>,
}

impl Heights {
    /// Of what was fitted.
    pub(super) fn of(fitting: &Fitting<'_>, voice: &Voice<'_, Wallpaper>, small: &Small, units: Units) -> Self {
        let text = |name: &str| fitting.fits.get(name).map_or(0.0, |fitted| fitted.natural_height().0);
        let keys = |at: usize| fitting.keys.get(&format!("keys-{at}")).map_or(0.0, |keys| keys.height.0);
        let count = voice.sheet.tips.len();

        let gaps = if voice.sheet.help.is_empty() { 1.0 } else { 2.0 } * NAME_GAP * units.least;
        Heights {
            title: text("title"),
            name: text("name") + text("help") + small.height + gaps,
            size: fitting.fits.get("action-1").map_or(units.least, |fitted| fitted.size.0),
            actions: (1..=count).map(|at| text(&format!("action-{at}"))).collect(),
            notes: (1..=count).map(|at| text(&format!("note-{at}")).max(keys(at))).collect(),
        }
    }
}

/// The parts of a picture, from the top of the first to the bottom of the last.
pub(super) struct Flow<'a, 'b, 'v> {
    pub(super) composer: &'a Composer<'b, 'v>,
    pub(super) heights: &'a Heights,
    pub(super) widths: &'a Widths,
    pub(super) gap: f64,
}

/// The headline, the name of the venue, and the tips.
type Placed = (Option<TextPlace>, TextPlace, Vec<TipPlace>);

impl Flow<'_, '_, '_> {
    /// From an action to what stands under it.
    fn under(&self) -> f64 {
        0.85 * self.composer.units.least + 0.32 * self.heights.size
    }

    fn words(&self, at: usize) -> f64 {
        let note = self.heights.notes[at];
        self.heights.actions[at] + if note > 0.0 { self.under() + note } else { 0.0 }
    }

    /// Height of a tip among others under each other.
    fn row(&self, at: usize) -> f64 {
        let (disc, action, note) = (self.widths.disc, self.heights.actions[at], self.heights.notes[at]);
        match self.composer.arrangement {
            Arrangement::Steps => disc.max(action) + if note > 0.0 { self.under() + note } else { 0.0 },
            _ => disc.max(self.words(at)),
        }
    }

    fn tallest(list: &[f64]) -> f64 {
        list.iter().copied().fold(0.0, f64::max)
    }

    /// Height of the head, with the name of the venue where it stands beside the headline.
    fn head(&self) -> f64 {
        let name = if self.composer.names_beside() { self.heights.name } else { 0.0 };
        if self.composer.has_title() { self.heights.title.max(name) } else { 0.0 }
    }

    /// Height of the name of the venue under everything, and what keeps it apart.
    fn foot(&self) -> f64 {
        if self.composer.names_beside() { 0.0 } else { 1.2 * self.gap + self.heights.name }
    }

    /// From the top of the first part to the bottom of the last.
    pub(super) fn height(&self) -> f64 {
        let (heights, disc, gap, count) = (self.heights, self.widths.disc, self.gap, self.heights.actions.len());
        let head = if self.composer.has_title() { self.head() + gap } else { 0.0 };
        let body = match self.composer.arrangement {
            Arrangement::Columns => {
                let notes = Self::tallest(&heights.notes);
                let note = if notes > 0.0 { self.under() + notes } else { 0.0 };
                disc + 0.75 * gap + Self::tallest(&heights.actions) + note
            }
            Arrangement::Beside if self.composer.names_beside() => disc.max(self.words(0)),
            Arrangement::Beside => return head + disc.max(self.words(0) + self.foot()),
            Arrangement::Rows | Arrangement::Steps => {
                let rows: f64 = (0..count).map(|at| self.row(at)).sum();
                rows + count.saturating_sub(1) as f64 * gap
            }
            Arrangement::Tower => disc + gap + self.words(0),
        };
        head + body + self.foot()
    }

    /// Where everything stands when the first part begins here.
    pub(super) fn place(&self, top: f64) -> Placed {
        match self.composer.arrangement {
            Arrangement::Columns => self.columns(top),
            Arrangement::Beside => self.beside(top),
            Arrangement::Rows | Arrangement::Steps => self.rows(top),
            Arrangement::Tower => self.tower(top),
        }
    }

    fn text(&self, x: f64, y: f64, width: f64) -> TextPlace {
        TextPlace { x: self.composer.inner.left + x, y, width }
    }

    fn title(&self, y: f64) -> Option<TextPlace> {
        self.composer.has_title().then(|| self.text(0.0, y, self.widths.title))
    }

    fn columns(&self, top: f64) -> Placed {
        let widths = self.widths;
        let step = widths.words + self.gap;
        // columns that are as wide as they may be stand in the middle of what is free
        let block = self.composer.count() * step - self.gap;
        let shift = (self.composer.inner.width() - block) / 2.0;
        let left = self.composer.inner.left + shift;
        let disc_y = top + self.head() + self.gap;
        let action_y = disc_y + widths.disc + 0.75 * self.gap;
        let note_y = action_y + Self::tallest(&self.heights.actions) + self.under();
        let tip = |at: usize| {
            let x = left + at as f64 * step;
            TipPlace {
                disc_x: x,
                disc_y,
                disc: widths.disc,
                x,
                action_y,
                width: widths.words,
                note_x: x,
                note_y,
                note_width: widths.notes,
            }
        };
        let last = self.heights.actions.len() - 1;
        let title = self.title(top).map(|title| TextPlace { x: title.x + shift, ..title });
        (title, self.text(shift + last as f64 * step, top, widths.name), (0..=last).map(tip).collect())
    }

    fn beside(&self, top: f64) -> Placed {
        let (widths, heights) = (self.widths, self.heights);
        let x = widths.disc + self.gap;
        let titled = self.composer.has_title();
        let body = if titled { top + self.head() + self.gap } else { top };
        let words = self.words(0) + self.foot();
        let tall = widths.disc.max(words);
        let action_y = body + (tall - words) / 2.0;
        let note_y = action_y + heights.actions[0] + self.under();
        let disc_y = body + (tall - widths.disc) / 2.0;
        let left = self.composer.inner.left;
        let tip = TipPlace {
            disc_x: left,
            disc_y,
            disc: widths.disc,
            x: left + x,
            action_y,
            width: widths.words,
            note_x: left + x,
            note_y,
            note_width: widths.notes,
        };
        let name = if titled {
            self.text(self.composer.inner.width() - widths.name, top, widths.name)
        } else {
            self.text(x, action_y + self.words(0) + 1.2 * self.gap, widths.name)
        };
        (self.title(top), name, vec![tip])
    }

    fn rows(&self, top: f64) -> Placed {
        let (left, widths) = (self.composer.inner.left, self.widths);
        let mut y = top + if self.composer.has_title() { self.head() + self.gap } else { 0.0 };
        let steps = self.composer.arrangement == Arrangement::Steps;
        let mut tips = Vec::new();
        for (at, action) in self.heights.actions.iter().enumerate() {
            let (tall, beside) = (self.row(at), if steps { *action } else { self.words(at) });
            let body = if steps { widths.disc.max(*action) } else { tall };
            let action_y = y + (body - beside) / 2.0;
            let x = left + widths.disc + self.gap;
            let (disc_y, note_x) = (y + (body - widths.disc) / 2.0, if steps { left } else { x });
            let note_y = if steps { y + body + self.under() } else { action_y + action + self.under() };
            tips.push(TipPlace {
                disc_x: left,
                disc_y,
                disc: widths.disc,
                x,
                action_y,
                width: widths.words,
                note_x,
                note_y,
                note_width: widths.notes,
            });
            y += tall + self.gap;
        }
        let name = if self.composer.names_beside() {
            self.text(self.composer.inner.width() - widths.name, top, widths.name)
        } else {
            self.text(0.0, y + 0.2 * self.gap, widths.name)
        };
        (self.title(top), name, tips)
    }

    fn tower(&self, top: f64) -> Placed {
        let (left, widths) = (self.composer.inner.left, self.widths);
        let disc_y = top + if self.composer.has_title() { self.heights.title + self.gap } else { 0.0 };
        let action_y = disc_y + widths.disc + self.gap;
        let note_y = action_y + self.heights.actions[0] + self.under();
        let tip = TipPlace {
            disc_x: left,
            disc_y,
            disc: widths.disc,
            x: left,
            action_y,
            width: widths.words,
            note_x: left,
            note_y,
            note_width: widths.notes,
        };
        (self.title(top), self.text(0.0, action_y + self.words(0) + 1.2 * self.gap, widths.name), vec![tip])
    }
}

impl WallpaperGeometry {
    /// The same read from the right.
    pub(super) fn mirrored(mut self, inner: &Rect) -> Self {
        let mirror = |x: f64, width: f64| inner.left + inner.right - x - width;
        for text in self.title.iter_mut().chain([&mut self.name]) {
            text.x = mirror(text.x, text.width);
        }
        for tip in &mut self.tips {
            tip.x = mirror(tip.x, tip.width);
            tip.note_x = mirror(tip.note_x, tip.note_width);
            tip.disc_x = mirror(tip.disc_x, tip.disc);
        }
        self
    }
}
