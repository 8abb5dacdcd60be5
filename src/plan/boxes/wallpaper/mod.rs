//! A picture for a screen: a headline, up to three tips on their discs, and the name of the venue, in the largest part of the screen
//! that the system leaves free. [`wallpaper`] is the way in.
//!
//! Five arrangements make every ratio out of the same parts, and nothing is cropped or stretched: tips side by side on a wide part,
//! under each other on a high or a narrow one, and a single tip beside its disc or under it.

use crate::fit::{Measured, fit};
use crate::model::{Blocked, Direction, Rect, Screen, ZoneKind};
use crate::plan::sheet::Wallpaper;
use crate::theme::WallpaperBoxes;

mod places;

pub use places::WallpaperGeometry;

use places::{Flow, Heights};

use super::{DISPLAY, Fitting, LABEL, Piece, Refusal, Space, TEXT, Voice, name_words, text_box};

/// Smallest text on a screen, as a part of its height: 28 pixels of 1080, which is 20 minutes of arc on a 22-inch screen read from
/// 0.6 m, with room to spare.
pub const LEAST: f64 = 0.026;
/// Free parts narrower or lower than so many smallest texts are only taken when there is nothing else.
const ROOM: (f64, f64) = (13.0, 7.5);
/// A free part that is so much wider than high has its tips side by side.
const WIDE: f64 = 1.02;
/// A free part that is so much wider than high has one tip beside its disc, however narrow it is.
const STRIP: f64 = 1.4;
/// A free part wider than so many smallest texts has the name of the venue beside its headline.
const NAME_BESIDE: f64 = 27.0;
/// A free part narrower than so many smallest texts has keys and notes under discs and actions.
const STEPS: f64 = 20.0;
/// Largest margin of a narrow part, in parts of its width.
const NARROW: f64 = 0.045;
/// Smallest margin at the sides, in smallest texts: nothing clings to the edge of the screen.
const EDGE: f64 = 0.8;
/// Largest margin of a low part, in parts of its height.
const LOW: f64 = 0.055;
/// How much the sheet is tightened until all texts fit.
const TIGHTENING: [f64; 5] = [0.0, 0.35, 0.7, 1.0, TIGHTEST];
/// The tightest that is tried.
const TIGHTEST: f64 = 1.5;
/// How much discs, gaps and the largest texts give way for each unit of it.
const GIVING: f64 = 0.45;
/// Between the name of the venue, the line of help and the version, in smallest texts.
pub const NAME_GAP: f64 = 0.85;

/// Fits a picture for a screen, and says where its parts stand.
pub fn wallpaper(
    fitting: &mut Fitting<'_>,
    voice: &Voice<'_, Wallpaper>,
    screen: Screen,
    blocked: &[Blocked],
) -> WallpaperGeometry {
    let boxes = fitting.theme.file.boxes.wallpaper.clone();
    let units = Units::of(screen);
    let parts = by_room(screen.free(blocked), units, voice.lang.direction() == Direction::Ltr);
    let mut first = None;
    for (part, arrangement, tight) in attempts(&parts, voice.sheet.tips.len(), units, &boxes) {
        let mut tried = fitting.afresh();
        let composer = Composer { voice, boxes: &boxes, units, inner: part, arrangement, tight };
        let widths = composer.widths();
        composer.fit(&mut tried, &widths);
        let geometry = composer.place(&mut tried, &widths, blocked);
        if tried.refusals.is_empty() {
            *fitting = tried;
            return geometry;
        }
        // what is wrong is told of the best part at its tightest
        if first.is_none() && tight >= TIGHTEST {
            first = Some((tried, geometry));
        }
    }
    let (tried, geometry) = first.unwrap_or_else(|| unreachable!("every part is tried at its tightest"));
    *fitting = tried;
    geometry
}

/// What is tried, the best first: parts of the screen without their margins, arrangements, and how tight they are.
fn attempts<'a>(
    parts: &'a [Rect],
    tips: usize,
    units: Units,
    boxes: &'a WallpaperBoxes,
) -> impl Iterator<Item = (Rect, Arrangement, f64)> + 'a {
    let of_part = move |part: &'a Rect| {
        let margin = boxes.margin * units.u;
        let side = margin.min(NARROW * part.width()).max(EDGE * units.least);
        let inner = part.inset(side, margin.min(LOW * part.height()));
        Arrangement::of(&inner, tips, units).into_iter().map(move |arrangement| (inner, arrangement))
    };
    let placed = parts.iter().flat_map(of_part);
    placed.flat_map(|(inner, arrangement)| TIGHTENING.map(|tight| (inner, arrangement, tight)))
}

/// The free parts of a screen, the best first: large, with room for words both ways, and of two alike the one where reading starts.
fn by_room(free: Vec<Rect>, units: Units, from_left: bool) -> Vec<Rect> {
    let room = |rect: &Rect| {
        let wide = (rect.width() / (ROOM.0 * units.least)).min(1.0);
        let tall = (rect.height() / (ROOM.1 * units.least)).min(1.0);
        // the start of the line is worth a little
        let start = if from_left { -rect.left } else { rect.right };
        rect.area() * wide.powi(2) * tall.powi(2) + start
    };
    let mut parts = free;
    parts.sort_by(|one, other| room(other).total_cmp(&room(one)));
    if parts.is_empty() {
        parts.push(Rect { left: 0.0, top: 0.0, right: 1.0, bottom: 1.0 });
    }
    parts
}

/// Lengths that everything else is a multiple of, in pixels.
#[derive(Debug, Clone, Copy)]
struct Units {
    /// 1 % of the height.
    u: f64,
    /// Smallest text.
    least: f64,
}

impl Units {
    fn of(screen: Screen) -> Self {
        let height = f64::from(screen.size.height.0);
        Units { u: height / 100.0, least: LEAST * height }
    }
}

/// How the parts of a picture stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
enum Arrangement {
    /// Tips side by side.
    Columns,
    /// One tip, its words beside its disc.
    Beside,
    /// Tips under each other, their words beside their discs.
    Rows,
    /// The same on a narrow part: keys and notes take the whole width under them.
    Steps,
    /// One tip, its words under its disc.
    Tower,
}

impl Arrangement {
    /// The arrangements that suit a part, the best first.
    fn of(inner: &Rect, tips: usize, units: Units) -> Vec<Self> {
        let ratio = inner.width() / inner.height().max(1.0);
        let narrow = inner.width() < 24.0 * units.least;
        match tips {
            1 if ratio > STRIP || (ratio > WIDE && !narrow) => vec![Arrangement::Beside, Arrangement::Tower],
            1 if narrow => vec![Arrangement::Tower],
            1 => vec![Arrangement::Tower, Arrangement::Rows],
            _ if ratio > WIDE => vec![Arrangement::Columns, Arrangement::Rows],
            _ if inner.width() < STEPS * units.least => vec![Arrangement::Steps, Arrangement::Rows],
            _ => vec![Arrangement::Rows, Arrangement::Steps],
        }
    }
}

/// A picture that is being composed inside the free part of its screen.
struct Composer<'a, 'v> {
    voice: &'a Voice<'v, Wallpaper>,
    boxes: &'a WallpaperBoxes,
    units: Units,
    /// The free part without its margins.
    inner: Rect,
    arrangement: Arrangement,
    /// From 0 to 1: how much everything but words gives way.
    tight: f64,
}

/// Widths of the parts, before anything is fitted.
struct Widths {
    title: f64,
    name: f64,
    words: f64,
    notes: f64,
    disc: f64,
}

impl Composer<'_, '_> {
    fn loose(&self, length: f64) -> f64 {
        length * (1.0 - GIVING * self.tight)
    }

    fn gap(&self) -> f64 {
        let gap = (self.boxes.gap * self.units.u).min(0.05 * self.inner.width());
        self.loose(gap.max(1.5 * self.units.least)).max(0.5 * self.units.least)
    }

    /// Whether the name of the venue stands beside the headline; else under everything.
    fn names_beside(&self) -> bool {
        let wide = self.inner.width() > NAME_BESIDE * self.units.least;
        match self.arrangement {
            Arrangement::Columns => true,
            Arrangement::Beside => self.has_title(),
            Arrangement::Rows | Arrangement::Steps => wide,
            Arrangement::Tower => false,
        }
    }

    fn count(&self) -> f64 {
        self.voice.sheet.tips.len().max(1) as f64
    }

    fn has_title(&self) -> bool {
        self.voice.sheet.title.iter().any(|line| !line.is_empty())
    }

    fn widths(&self) -> Widths {
        let (whole, gap, u) = (self.inner.width(), self.gap(), self.units.u);
        let disc_max = self.loose(self.boxes.disc_max * u);
        match self.arrangement {
            Arrangement::Columns => {
                let column = (whole - (self.count() - 1.0) * gap) / self.count();
                let column = column.min(self.boxes.column_max * u);
                let whole = self.count() * column + (self.count() - 1.0) * gap;
                Widths {
                    title: whole - column - gap,
                    name: column,
                    words: column,
                    notes: column,
                    disc: column.min(disc_max),
                }
            }
            Arrangement::Beside => {
                let disc = (0.36 * whole).min(self.loose(0.62 * self.inner.height())).min(1.35 * disc_max);
                let words = whole - disc - gap;
                let name = if self.has_title() { (0.3 * whole).max(12.0 * self.units.least) } else { words };
                Widths { title: whole - name - gap, name, words, notes: words, disc }
            }
            Arrangement::Rows | Arrangement::Steps => {
                let steps = self.arrangement == Arrangement::Steps;
                let share = self.loose(if steps { 0.45 } else { 0.72 }) * self.inner.height() / self.count() - gap;
                let disc = (0.3 * whole).min(share).min(disc_max);
                let name = if self.names_beside() { 0.36 * whole } else { whole };
                let title = if self.names_beside() { whole - name - gap } else { whole };
                let words = whole - disc - gap;
                Widths { title, name, words, notes: if steps { whole } else { words }, disc }
            }
            Arrangement::Tower => {
                let disc = (0.62 * whole).min(self.loose(0.32 * self.inner.height()));
                Widths { title: whole, name: whole, words: whole, notes: whole, disc }
            }
        }
    }

    fn fit(&self, fitting: &mut Fitting<'_>, widths: &Widths) {
        self.fit_title(fitting, widths.title);
        self.fit_name(fitting, widths.name);
        self.fit_tips(fitting, widths);
    }

    fn fit_title(&self, fitting: &mut Fitting<'_>, width: f64) {
        if !self.has_title() {
            return;
        }
        let (lang, title) = (self.voice.lang, &self.voice.sheet.title);
        let (least, whole) = (self.units.least, title.join(" "));
        let ruler = fitting.ruler(lang, DISPLAY, -0.02);
        let (height, max) = (self.boxes.head * self.units.u, self.loose(self.boxes.title_max * self.units.u));
        let space = |height, min, lines| text_box(lang, Space { width, height, max, min, lead: 1.06, lines });
        let two_lines = (Measured::lines(&ruler, &[&title[0], &title[1]]), space(height, 1.2 * least, 2));
        let (text, space) = match fit(&two_lines.0, &two_lines.1) {
            Ok(_) => two_lines,
            Err(_) => (Measured::text(&ruler, &whole), space(1.6 * height, least, 5)),
        };
        fitting.put(Piece::of_layout("title".to_owned(), text, &whole, space, None));
    }

    fn fit_name(&self, fitting: &mut Fitting<'_>, width: f64) {
        let (lang, least, words) = (self.voice.lang, self.units.least, name_words(fitting.venue));
        let space = Space { width, height: 6.0 * least, max: 1.08 * least, min: least, lead: 1.14, lines: 5 };
        let text = Measured::text(&fitting.ruler(lang, LABEL, 0.0), &words);
        let piece = Piece::of_layout("name".to_owned(), text, &words, text_box(lang, space), None);
        fitting.put(Piece { place: Some(fitting.venue.place.clone()), ..piece });
        if self.voice.sheet.help.is_empty() {
            return;
        }
        let text = Measured::text(&fitting.ruler(lang, TEXT, 0.0), &self.voice.sheet.help);
        let space = Space { width, height: 4.2 * least, max: least, min: least, lead: 1.2, lines: 3 };
        fitting.put(Piece::of_layout("help".to_owned(), text, &self.voice.sheet.help, text_box(lang, space), None));
    }

    /// Under an action stand its keys, or else its support line.
    fn fit_tips(&self, fitting: &mut Fitting<'_>, widths: &Widths) {
        let (voice, lang, least) = (self.voice, self.voice.lang, self.units.least);
        let (display, plain) = (fitting.ruler(lang, DISPLAY, -0.02), fitting.ruler(lang, TEXT, 0.0));
        let alone = if voice.sheet.tips.len() == 1 { 1.7 } else { 1.0 };
        // an action among others is no larger than the headline
        let headline = fitting.fits.get("title").filter(|_| alone == 1.0).map_or(f64::INFINITY, |title| title.size.0);
        let max = self.loose(alone * self.boxes.action_max * self.units.u).min(headline);
        let height = alone * self.boxes.action_height * self.units.u;
        let width = widths.words;
        let action = text_box(lang, Space { width, height, max, min: least, lead: 1.06, lines: 4 });
        let width = widths.notes;
        let max = self.loose(alone.min(1.3) * self.boxes.note_max * self.units.u);
        let note = Space { width, height: self.boxes.note_height * self.units.u, max, min: least, lead: 1.2, lines: 5 };
        let (mut actions, mut notes) = (Vec::new(), Vec::new());
        for (at, tip) in voice.sheet.tips.iter().enumerate() {
            let of_tip = |name: &str, text, space, words: &String| Piece {
                name: format!("{name}-{}", at + 1),
                text,
                space,
                role: None,
                words: words.clone(),
                place: Some(voice.places[at].clone()),
                tip: Some(tip.id.clone()),
            };
            actions.push(of_tip("action", Measured::inlines(&display, &voice.actions[at]), action, &tip.action));
            if !tip.keys.is_empty() {
                let max = alone.min(1.3) * self.boxes.keys * self.units.u;
                let space = Space { width, height: f64::INFINITY, max, min: least, lead: 1.0, lines: 1 };
                fitting.put_keys(format!("keys-{}", at + 1), lang, &tip.keys, text_box(lang, space));
            } else if !tip.support.is_empty() {
                notes.push(of_tip("note", Measured::text(&plain, &tip.support), text_box(lang, note), &tip.support));
            }
        }
        fitting.put_together(actions);
        fitting.put_together(notes);
    }

    /// Places everything from the heights it takes; what is too high for the part is refused.
    fn place(&self, fitting: &mut Fitting<'_>, widths: &Widths, blocked: &[Blocked]) -> WallpaperGeometry {
        let small = Small::of(fitting, self.voice, widths.name, self.units);
        let heights = Heights::of(fitting, self.voice, &small, self.units);
        let mut flow = Flow { composer: self, heights: &heights, widths, gap: self.gap() };
        let spare = self.inner.height() - flow.height();
        if spare < 0.0 {
            let piece = fitting.pieces.get("action-1").cloned();
            fitting.refusals.extend(piece.map(|piece| Refusal { piece, long: None }));
        }
        // rows take up to half of what is left between them
        if matches!(self.arrangement, Arrangement::Rows | Arrangement::Steps) {
            flow.gap += (0.6 * spare.max(0.0) / (self.count() + 1.0)).min(1.2 * flow.gap);
        }
        let top = self.inner.top + ((self.inner.height() - flow.height()) / 2.0).max(0.0);
        let (title, name, tips) = flow.place(top);
        let icons = blocked.iter().find(|zone| zone.kind == ZoneKind::Icons).map(|zone| zone.rect);
        let (u, least, one_line) = (self.units.u, self.units.least, small.one_line);
        let geometry = WallpaperGeometry { u, least, title, name, tips, icons, one_line };
        if self.voice.lang.direction() == Direction::Rtl { geometry.mirrored(&self.inner) } else { geometry }
    }
}

/// The mark of a machine and the version, in the smallest text.
struct Small {
    one_line: bool,
    height: f64,
}

impl Small {
    fn of(fitting: &Fitting<'_>, voice: &Voice<'_, Wallpaper>, width: f64, units: Units) -> Self {
        let (words, least) = (voice.words, units.least);
        let line =
            text_box(voice.lang, Space { width, height: f64::INFINITY, max: least, min: least, lead: 1.2, lines: 4 });
        let ruler = fitting.ruler(voice.lang, TEXT, 0.0);
        let lines = |text: &str| Measured::text(&ruler, text).lines_at(line.min, &line).unwrap_or(4);
        let version = format!("{} {}", words.get("code_label"), fitting.code);
        let mark = words.get("machine_mark");
        let one_line = voice.machine && lines(&format!("{mark} · {version}")) == 1;
        let count = if !voice.machine || one_line { 1 } else { lines(mark) + 1 };
        Small { one_line, height: least * (0.75 + line.lead * (count - 1) as f64) }
    }
}
