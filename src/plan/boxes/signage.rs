//! Slides for a screen that people walk past: a tip on each, with its drawing on a huge dot, its action as large as the longest one of
//! the sequence allows, and a quiet foot. [`signage`] is the way in.
//!
//! Dot, marks and foot stand at the same place on every slide, so that only what is new moves. On a wide screen the words stand beside
//! the dot, on a high one under it.

use crate::fit::{Measured, TextBox, fit};
use crate::model::{Direction, ScreenSize};
use crate::plan::sheet::{SheetTip, Signage};
use crate::theme::{Ruler, SignageBoxes};

use super::{DISPLAY, Fitting, LABEL, Piece, Refusal, Space, TEXT, Voice, name_words, text_box};

/// Smallest sentence, as a part of the shorter side: twice that of a wallpaper (2.6 % of the height), for people who stand at 1.5 m and
/// more. It is the shorter side and not the height, because a panel that is turned upright keeps its letters: 56 pixels of 1080 both
/// ways; 5.2 % of 1920 would leave room for nine letters in a line of a picture 1080 wide.
pub const LEAST: f64 = 0.052;
/// The name of the venue, the version and the mark of a machine's words sign a slide: they may have this part of the smallest size.
pub const SIGNATURE: f64 = 0.62;
/// Nothing that matters stands nearer to an edge, as a part of the shorter side: many televisions cut their edges off.
pub const INSET: f64 = 0.035;
/// An action is larger than the smallest sentence by this.
const ACTION: f64 = 1.3;
/// Words that carry the meaning stay on one line, unless that makes the actions smaller than this part.
const WORTH_GLUING: f64 = 0.88;
/// A screen that is so much wider than high has its words beside the dot.
const WIDE: f64 = 1.1;
/// How much the slides are tightened until all texts fit.
const TIGHTENING: [f64; 5] = [0.0, 0.35, 0.7, 1.0, 1.4];
/// How much dot and gaps give way for each unit of it.
const GIVING: f64 = 0.45;
/// Most of the width that the dot takes beside words.
const DOT_OF_WIDTH: f64 = 0.44;
/// Widest room for words, in `u`: farther to the end nobody reads on.
const MEASURE: f64 = 170.0;
/// Between the lines of the foot, in `u`.
const FOOT_GAP: f64 = 3.4;

/// Where a mark of the sequence, the dot and the words stand, in pixels from the top left corner of the screen.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct SignageGeometry {
    /// 1 % of the shorter side.
    pub u: f64,
    /// Size of the name and the version.
    pub small: f64,
    /// Left edge, top edge and diameter of the dot.
    pub dot: [f64; 3],
    /// Left edge of the words.
    pub x: f64,
    /// Width of the words.
    pub width: f64,
    /// Top, diameter and step of the marks that say which slide this is; they begin where the words do.
    pub marks: [f64; 3],
    /// The words of each slide.
    pub slides: Vec<SlidePlace>,
    /// Top of the capitals of the line of help.
    pub help: f64,
    /// Top of the capitals of the mark of a machine's words.
    pub machine: f64,
    /// Top of the capitals of the name of the venue.
    pub name: f64,
    /// Baseline of the version, and of the last line of the name.
    pub last: f64,
}

/// Where the words of a slide stand, in pixels from the top of the screen.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct SlidePlace {
    /// Top of the capitals of the action.
    pub action: f64,
    /// Top of the keys or of the note.
    pub note: f64,
}

/// Fits the slides of a sequence, and says where their parts stand.
pub fn signage(fitting: &mut Fitting<'_>, voice: &Voice<'_, Signage>, screen: ScreenSize) -> SignageGeometry {
    let boxes = fitting.theme.file.boxes.signage.clone();
    let mut last = None;
    for tight in TIGHTENING {
        let mut tried = fitting.afresh();
        let geometry = Composer::new(voice, &boxes, screen, tight).compose(&mut tried);
        let good = tried.refusals.is_empty();
        last = Some((tried, geometry));
        if good {
            break;
        }
    }
    let (tried, geometry) = last.unwrap_or_else(|| unreachable!("there is a first attempt"));
    *fitting = tried;
    geometry
}

/// Slides that are being composed.
struct Composer<'a, 'v> {
    voice: &'a Voice<'v, Signage>,
    boxes: &'a SignageBoxes,
    width: f64,
    height: f64,
    /// 1 % of the shorter side.
    u: f64,
    tight: f64,
}

/// The part of the screen between marks and foot, or under the dot, where words stand.
#[derive(Debug, Clone, Copy)]
struct Room {
    width: f64,
    top: f64,
    bottom: f64,
}

/// What stands at the foot, from the top of each line.
struct Foot {
    top: f64,
    help: f64,
    machine: f64,
    name: f64,
}

impl<'a, 'v> Composer<'a, 'v> {
    fn new(voice: &'a Voice<'v, Signage>, boxes: &'a SignageBoxes, screen: ScreenSize, tight: f64) -> Self {
        let (width, height) = (f64::from(screen.width.0), f64::from(screen.height.0));
        Composer { voice, boxes, width, height, u: width.min(height) / 100.0, tight }
    }

    fn loose(&self, length: f64) -> f64 {
        length * (1.0 - GIVING * self.tight)
    }

    fn least(&self) -> f64 {
        100.0 * LEAST * self.u
    }

    fn margin(&self) -> f64 {
        self.boxes.margin.max(100.0 * INSET) * self.u
    }

    fn gap(&self) -> f64 {
        self.loose(self.boxes.gap * self.u)
    }

    fn is_wide(&self) -> bool {
        self.width > WIDE * self.height
    }

    /// The largest dot: beside the words, or as wide as the screen.
    fn dot(&self) -> f64 {
        let inner = (self.width - 2.0 * self.margin(), self.height - 2.0 * self.margin());
        let beside = (DOT_OF_WIDTH * self.width).min(inner.1);
        let most = if self.is_wide() { beside } else { inner.0 };
        self.loose(self.boxes.dot_max * self.u).min(most)
    }

    fn compose(&self, fitting: &mut Fitting<'_>) -> SignageGeometry {
        let (margin, gap, mark) = (self.margin(), self.gap(), self.boxes.mark * self.u);
        let dot = self.dot();
        let x = if self.is_wide() { margin + dot + gap } else { margin };
        let width = (self.width - x - margin).min(MEASURE * self.u);
        let foot = self.foot(fitting, width);
        let head = margin + mark + gap;
        let least_dot = if self.is_wide() { 0.0 } else { self.loose(self.boxes.dot_min * self.u) + gap };
        let room = Room { width, top: head + least_dot, bottom: foot.top - gap };
        let under = self.notes(fitting, &room);
        self.actions(fitting, &room, &under);
        let words: Vec<[f64; 2]> = (1..=under.len()).map(|at| heights(fitting, at)).collect();
        let tallest = words.iter().zip(&under).map(|(words, under)| words[0] + under + words[1]).fold(0.0, f64::max);
        if tallest > room.bottom - room.top + 0.01 {
            let piece = fitting.pieces.get("action-1").cloned();
            fitting.refusals.extend(piece.map(|piece| Refusal { piece, long: None }));
        }
        // a dot over words takes what the longest words leave
        let dot = if self.is_wide() { dot } else { dot.min(room.bottom - tallest - gap - head).max(0.0) };
        let top = if self.is_wide() { head } else { head + dot + gap };
        let place = |(words, under): (&[f64; 2], &f64)| {
            let spare = (room.bottom - top - words[0] - under - words[1]).max(0.0);
            let action = top + if self.is_wide() { 0.5 * spare } else { 0.0 };
            SlidePlace { action, note: action + words[0] + under }
        };
        let geometry = SignageGeometry {
            u: self.u,
            small: SIGNATURE * self.least(),
            dot: [margin, if self.is_wide() { 0.5 * (self.height - dot) } else { head }, dot],
            x,
            width,
            marks: [margin, mark, self.boxes.mark_step * self.u],
            slides: words.iter().zip(&under).map(place).collect(),
            help: foot.help,
            machine: foot.machine,
            name: foot.name,
            last: self.height - margin,
        };
        if self.voice.lang.direction() == Direction::Rtl { geometry.mirrored(self.width) } else { geometry }
    }

    /// The line of help, the mark of a machine's words, and the name of the venue beside the version, from the bottom upwards.
    fn foot(&self, fitting: &mut Fitting<'_>, width: f64) -> Foot {
        let (lang, words, small) = (self.voice.lang, name_words(fitting.venue), SIGNATURE * self.least());
        let plain = fitting.ruler(lang, TEXT, 0.0);
        let version = format!("{} {}", self.voice.words.get("code_label"), fitting.code);
        let version = plain.width(&version).0 * small + 2.0 * self.u;
        let space =
            Space { width: width - version, height: f64::INFINITY, max: small, min: small, lead: 1.2, lines: 4 };
        let text = Measured::text(&fitting.ruler(lang, LABEL, 0.0), &words);
        let piece = Piece::of_layout("name".to_owned(), text, &words, text_box(lang, space), None);
        fitting.put(Piece { place: Some(fitting.venue.place.clone()), ..piece });
        let mut put = |name: &str, words: &str, max: f64, min: f64| {
            let space = Space { width, height: f64::INFINITY, max, min, lead: 1.15, lines: 3 };
            let text = Measured::text(&plain, words);
            fitting.put(Piece::of_layout(name.to_owned(), text, words, text_box(lang, space), None));
        };
        put("help", &self.voice.sheet.help, self.boxes.help_max * self.u, self.least());
        if self.voice.machine {
            put("machine", self.voice.words.get("machine_mark"), small, small);
        }
        let gap = FOOT_GAP * self.u;
        let name = self.height - self.margin() - tall(fitting, "name");
        let machine = name - if self.voice.machine { tall(fitting, "machine") + gap } else { 0.0 };
        let help = machine - tall(fitting, "help") - gap;
        Foot { top: help, help, machine, name }
    }

    /// Under an action stand its keys, or else its support line, all at one size. Gives what is between the two, for each slide.
    fn notes(&self, fitting: &mut Fitting<'_>, room: &Room) -> Vec<f64> {
        let (lang, least, width) = (self.voice.lang, self.least(), room.width);
        let plain = fitting.ruler(lang, TEXT, 0.0);
        let height = 0.6 * (room.bottom - room.top);
        let max = self.loose(self.boxes.note_max * self.u);
        let space = text_box(lang, Space { width, height, max, min: least, lead: 1.15, lines: 5 });
        let piece = |(at, tip): (usize, &SheetTip)| {
            let written = tip.keys.is_empty() && !tip.support.is_empty();
            written.then(|| self.piece("note", at, Measured::text(&plain, &tip.support), space, &tip.support))
        };
        let tips = &self.voice.sheet.tips;
        let notes = tips.iter().enumerate().filter_map(piece).collect();
        fitting.put_together(notes);
        self.keys(fitting, width, self.boxes.keys * self.u);
        let smallest = fitting.keys.values().map(|keys| keys.size.0).fold(f64::INFINITY, f64::min);
        self.keys(fitting, width, smallest);
        let under = |tip: &SheetTip| if tip.keys.is_empty() && tip.support.is_empty() { 0.0 } else { self.under() };
        tips.iter().map(under).collect()
    }

    fn keys(&self, fitting: &mut Fitting<'_>, width: f64, max: f64) {
        let with_keys = self.voice.sheet.tips.iter().enumerate().filter(|(_, tip)| !tip.keys.is_empty());
        for (at, tip) in with_keys {
            let space = Space { width, height: f64::INFINITY, max, min: self.least(), lead: 1.0, lines: 1 };
            let name = format!("keys-{}", at + 1);
            if !fitting.refusals.iter().any(|refusal| refusal.piece.name == name) {
                fitting.put_keys(name, self.voice.lang, &tip.keys, text_box(self.voice.lang, space));
            }
        }
    }

    /// From the tails of an action to what stands under it.
    fn under(&self) -> f64 {
        self.loose(self.boxes.under * self.u)
    }

    /// The actions of a sequence have one size, the largest that leaves room for what stands under each of them.
    fn actions(&self, fitting: &mut Fitting<'_>, room: &Room, under: &[f64]) {
        let lang = self.voice.lang;
        let display = fitting.ruler(lang, DISPLAY, -0.025);
        let (min, max) = (ACTION * self.least(), self.loose(self.boxes.action_max * self.u));
        let space = |at: usize| {
            let height = room.bottom - room.top - under[at] - heights(fitting, at + 1)[1];
            text_box(lang, Space { width: room.width, height: height.max(0.0), max, min, lead: 1.0, lines: 5 })
        };
        let spaces: Vec<TextBox> = (0..under.len()).map(space).collect();
        let texts = self.action_texts(&display, &spaces);
        let tips = self.voice.sheet.tips.iter().enumerate();
        let pieces = tips.zip(texts).zip(spaces);
        let pieces = pieces.map(|(((at, tip), text), space)| self.piece("action", at, text, space, &tip.action));
        fitting.put_together(pieces.collect());
    }

    /// Words that carry the meaning stay on one line, unless that makes all actions much smaller.
    fn action_texts(&self, display: &Ruler, spaces: &[TextBox]) -> Vec<Measured> {
        let size = |text: &Measured, space: &TextBox| fit(text, space).map_or(0.0, |fitted| fitted.size.0);
        let free: Vec<Measured> = self.voice.actions.iter().map(|action| Measured::inlines(display, action)).collect();
        let sizes = free.iter().zip(spaces).map(|(text, space)| size(text, space));
        let common = sizes.fold(f64::INFINITY, f64::min);
        let glued = self.voice.actions.iter().map(|action| Measured::glued(display, action));
        let better = |((glued, free), space): ((Measured, Measured), &TextBox)| {
            if size(&glued, space) >= WORTH_GLUING * common { glued } else { free }
        };
        glued.zip(free).zip(spaces).map(better).collect()
    }

    fn piece(&self, name: &str, at: usize, text: Measured, space: TextBox, words: &str) -> Piece {
        Piece {
            name: format!("{name}-{}", at + 1),
            text,
            space,
            role: None,
            words: words.to_owned(),
            place: self.voice.places.get(at).cloned(),
            tip: self.voice.tips.get(at).cloned(),
        }
    }
}

/// Height of a fitted text, from the top of its capitals to its last baseline.
fn tall(fitting: &Fitting<'_>, name: &str) -> f64 {
    fitting.fits.get(name).map_or(0.0, |fitted| fitted.natural_height().0)
}

/// Heights of an action, tails included, and of what stands under it.
fn heights(fitting: &Fitting<'_>, slide: usize) -> [f64; 2] {
    let with_tails = |name: &str| {
        let fitted = fitting.fits.get(name);
        fitted.map_or(0.0, |fitted| fitted.natural_height().0 + fitted.depth * fitted.size.0)
    };
    let keys = fitting.keys.get(&format!("keys-{slide}")).map_or(0.0, |keys| keys.height.0);
    [with_tails(&format!("action-{slide}")), with_tails(&format!("note-{slide}")).max(keys)]
}

impl SignageGeometry {
    /// The same read from the right.
    fn mirrored(mut self, screen: f64) -> Self {
        self.x = screen - self.x - self.width;
        self.dot[0] = screen - self.dot[0] - self.dot[2];
        self
    }
}
