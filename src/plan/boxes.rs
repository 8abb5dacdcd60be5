//! The texts of boxed media are fitted to the boxes of the theme: [`checklist`], [`one_tip`], [`wallpaper`].

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, Message, Place};
use crate::fit::{Fitted, Measured, TextBox, TooLong, fit, fit_together};
use crate::model::{Chord, Direction, Inline, Lang, Medium, Pt, ScreenSize, Size, Venue};
use crate::theme::{Ruler, Theme};

use super::sheet::{Checklist, OneTip, Wallpaper};

/// Weight of titles and actions.
const DISPLAY: u16 = 800;
/// Weight of sentences.
const TEXT: u16 = 500;
/// Weight of labels and keys.
const LABEL: u16 = 700;

/// What fitting needs to know of a sheet.
#[derive(Debug)]
pub struct Fitting<'a> {
    /// The theme.
    pub theme: &'a Theme,
    /// The venue.
    pub venue: &'a Venue,
    /// The language.
    pub lang: &'a Lang,
    /// The medium, for messages.
    pub medium: Medium,
    /// The size.
    pub size: Size,
    /// Fitted texts so far, by name of the box.
    pub fits: BTreeMap<String, Fitted>,
    /// Fitted keycaps so far, by name of the box.
    pub key_sizes: BTreeMap<String, Pt>,
    /// Where each text was written, by name of the box.
    pub places: BTreeMap<String, Place>,
    /// What does not fit.
    pub diagnostics: Diagnostics,
}

/// A text with its box and its name.
struct Piece {
    name: String,
    text: Measured,
    space: TextBox,
    place: Option<Place>,
    words: String,
}

impl<'a> Fitting<'a> {
    /// Nothing fitted yet.
    pub fn new(theme: &'a Theme, venue: &'a Venue, lang: &'a Lang, medium: Medium, size: Size) -> Self {
        Fitting {
            theme,
            venue,
            lang,
            medium,
            size,
            fits: BTreeMap::new(),
            key_sizes: BTreeMap::new(),
            places: BTreeMap::new(),
            diagnostics: Diagnostics::new(),
        }
    }

    fn ruler(&self, weight: u16, tracking: f64) -> Ruler {
        Ruler::new(&self.theme.fonts, self.theme.families(self.lang), weight, tracking, self.lang)
    }

    /// Arabic needs more room between lines: tails and marks are deeper and higher than in Latin.
    fn lead(&self, latin: f64) -> f64 {
        if self.lang.direction() == Direction::Rtl { latin.max(1.0) + 0.34 } else { latin }
    }

    fn put(&mut self, piece: Piece) {
        match fit(&piece.text, &piece.space) {
            Ok(fitted) => self.keep(piece, fitted),
            Err(long) => self.refuse(&piece, long),
        }
    }

    fn put_together(&mut self, pieces: Vec<Piece>) {
        let texts: Vec<_> = pieces.iter().map(|piece| (piece.text.clone(), piece.space)).collect();
        match fit_together(&texts) {
            Ok(fitted) => pieces.into_iter().zip(fitted).for_each(|(piece, fitted)| self.keep(piece, fitted)),
            Err(failures) => {
                let long = pieces.iter().zip(failures).filter_map(|(piece, long)| Some((piece, long?)));
                long.for_each(|(piece, long)| self.refuse(piece, long));
            }
        }
    }

    fn keep(&mut self, piece: Piece, fitted: Fitted) {
        if let Some(place) = piece.place {
            self.places.insert(piece.name.clone(), place);
        }
        self.fits.insert(piece.name, fitted);
    }

    fn refuse(&mut self, piece: &Piece, long: TooLong) {
        let message = Message::new("fit-too-long")
            .arg("text", &piece.words)
            .arg("characters", long.characters)
            .arg("venue", &self.venue.id)
            .arg("medium", self.medium)
            .arg("size", self.size)
            .arg("lang", self.lang);
        let hint = Message::new("hint-fit-too-long").arg("characters", long.characters);
        self.diagnostics.push(Diagnostic::error(message).at(piece.place.clone()).hint(hint));
    }

    /// The largest size of keycaps at which every chord stays inside the width.
    fn put_keys(&mut self, name: String, chords: &[Chord], width: f64, max: f64, min: f64) {
        let bold = self.ruler(LABEL, 0.0);
        let widest = chords.iter().map(|chord| chord_width(chord, &bold)).fold(0.0, f64::max);
        let size = if widest > 0.0 { max.min(width / widest) } else { max };
        if size < min {
            let words = chords.iter().map(Chord::plain).collect::<Vec<_>>().join(", ");
            let characters = TooLong { characters: words.chars().count() };
            let space = TextBox { width: Pt(width), height: Pt(0.0), max: Pt(max), min: Pt(min), lead: 1.0, lines: 1 };
            let piece = Piece { name, text: Measured::text(&bold, &words), space, place: None, words };
            return self.refuse(&piece, characters);
        }
        self.key_sizes.insert(name, Pt(size));
    }
}

/// Width of a chord at size 1; the figures are those of `keycaps` in the theme's `lib.typ`.
fn chord_width(chord: &Chord, bold: &Ruler) -> f64 {
    let caps: f64 = chord.caps.iter().map(|cap| bold.width(cap).0 + 2.0 * (0.38 + 0.075)).sum();
    let signs = chord.caps.len().saturating_sub(1) as f64 * (bold.width("+").0 * 0.9 + 2.0 * 0.26);
    let menu = chord.menu.as_ref().filter(|_| chord.caps.is_empty()).map_or(0.0, |menu| bold.width(menu).0);
    let label = chord.browsers.as_ref().map_or(0.0, |names| 0.7 + bold.width(names).0 * 0.86);
    caps + signs + menu + label
}

/// Height of one chord at size 1.
const CHORD_HEIGHT: f64 = 1.64;
/// Between two chords, at size 1.
const CHORD_GAP: f64 = 0.5;

fn chords_height(chords: &[Chord]) -> f64 {
    let count = chords.len() as f64;
    if chords.is_empty() { 0.0 } else { count * CHORD_HEIGHT + (count - 1.0) * CHORD_GAP }
}

/// Fits the checklist poster, and gives the heights of its rows in points.
pub fn checklist(fitting: &mut Fitting<'_>, sheet: &Checklist, actions: &[Vec<Inline>], places: &[Place]) -> Vec<f64> {
    let boxes = fitting.theme.file.boxes.checklist.clone();
    let (width, height) = fitting.size.points();
    let u = width.0.min(height.0) / 100.0;
    let display = fitting.ruler(DISPLAY, -0.02);
    let rtl = fitting.lang.direction() == Direction::Rtl;
    let min = boxes.min * u;

    let lead = fitting.lead(0.9);
    for (at, line) in sheet.title.iter().enumerate() {
        let room = if at == 0 { boxes.hero_room } else { 0.0 };
        let measure = (100.0 - 2.0 * boxes.margin - room) * u;
        // both lines get half of the head, so that they share one size below
        let tall = (boxes.head - 2.0 * boxes.title_pad) * u;
        let space = TextBox {
            width: Pt(measure),
            height: Pt(tall / (1.0 + lead) * if rtl { 1.16 } else { 1.04 }),
            max: Pt(boxes.title_max * u),
            min: Pt(2.2 * min),
            lead,
            lines: 1,
        };
        let piece = Piece {
            name: format!("title-{}", at + 1),
            text: Measured::lines(&display, &[line]),
            space,
            place: None,
            words: line.clone(),
        };
        fitting.put(piece);
    }
    share_size(fitting, &["title-1", "title-2"]);

    let measure = (100.0 - boxes.column - boxes.gutter - boxes.number - boxes.end) * u;
    let rows = height.0 - (boxes.head + boxes.foot) * u;
    let more = boxes.key_row - 1.0;
    let weight = |keys: &[Chord]| 1.0 + more * keys.len() as f64 + 0.3 * more * keys.len().saturating_sub(1) as f64;
    let total: f64 = sheet.steps.iter().map(|step| weight(&step.keys)).sum();
    let heights: Vec<f64> = sheet.steps.iter().map(|step| rows / total * weight(&step.keys)).collect();
    let tracked = fitting.ruler(DISPLAY, -0.012);
    let mut pieces = Vec::new();
    for (at, step) in sheet.steps.iter().enumerate() {
        let row = heights[at];
        let name = format!("action-{}", at + 1);
        let keys_name = format!("keys-{}", at + 1);
        if !step.keys.is_empty() {
            fitting.put_keys(keys_name.clone(), &step.keys, measure, boxes.keys * u, 0.66 * min);
        }
        let keys_height = fitting.key_sizes.get(&keys_name).map_or(0.0, |size| chords_height(&step.keys) * size.0);
        let gap = if step.keys.is_empty() { 0.0 } else { boxes.key_gap * u };
        let space = TextBox {
            width: Pt(measure),
            height: Pt(row - boxes.row_pad * u - keys_height - gap),
            max: Pt(boxes.action_max * u),
            min: Pt(min),
            lead: fitting.lead(1.03),
            lines: 2,
        };
        let text = Measured::inlines(&tracked, &actions[at]);
        pieces.push(Piece { name, text, space, place: Some(places[at].clone()), words: step.action.clone() });
    }
    fitting.put_together(pieces);

    let foot_width = (100.0 - boxes.column - boxes.gutter - boxes.end) * u;
    let space = TextBox {
        width: Pt(foot_width),
        height: Pt(boxes.foot * u * 0.4),
        max: Pt(boxes.help_max * u),
        min: Pt(0.9 * min),
        lead: fitting.lead(1.05),
        lines: 1,
    };
    let text = Measured::text(&tracked, &sheet.help);
    fitting.put(Piece { name: "help".to_owned(), text, space, place: None, words: sheet.help.clone() });
    let name_box = NameBox {
        width: foot_width,
        height: boxes.foot * u * 0.42,
        max: boxes.name_max * u,
        min: 0.55 * min,
        lines: 3,
    };
    venue_name(fitting, &name_box, TEXT);
    heights
}

/// Fits the one-tip poster.
pub fn one_tip(fitting: &mut Fitting<'_>, sheet: &OneTip, action: &[Inline], place: &Place) {
    let boxes = fitting.theme.file.boxes.tip.clone();
    let (width, height) = fitting.size.points();
    let u = width.0.min(height.0) / 100.0;
    let measure = (100.0 - 2.0 * boxes.margin) * u;
    let display = fitting.ruler(DISPLAY, -0.025);
    let space = TextBox {
        width: Pt(measure),
        height: Pt(boxes.title_height * u),
        max: Pt(boxes.title_max * u),
        min: Pt(boxes.title_min * u),
        lead: fitting.lead(0.96),
        lines: 4,
    };
    // words that carry the meaning stay on one line, unless that makes them much smaller
    const WORTH_GLUING: f64 = 0.78;
    let (free, glued) = (Measured::inlines(&display, action), Measured::glued(&display, action));
    let size = |text: &Measured| fit(text, &space).map_or(0.0, |fitted| fitted.size.0);
    let text = if size(&glued) >= WORTH_GLUING * size(&free) && size(&glued) > 0.0 { glued } else { free };
    fitting.put(Piece {
        name: "action".to_owned(),
        text,
        space,
        place: Some(place.clone()),
        words: sheet.tip.action.clone(),
    });
    let plain = fitting.ruler(TEXT, 0.0);
    let space = TextBox {
        width: Pt(measure),
        height: Pt(boxes.support_height * u),
        max: Pt(boxes.support_max * u),
        min: Pt(boxes.support_min * u),
        lead: fitting.lead(1.12),
        lines: 3,
    };
    if !sheet.tip.support.is_empty() {
        let text = Measured::text(&plain, &sheet.tip.support);
        let words = sheet.tip.support.clone();
        fitting.put(Piece { name: "support".to_owned(), text, space, place: Some(place.clone()), words });
    }
    if !sheet.tip.keys.is_empty() {
        fitting.put_keys("keys".to_owned(), &sheet.tip.keys, measure, boxes.keys * u, 0.5 * boxes.keys * u);
    }
    let name_box = NameBox {
        width: measure * 0.72,
        height: boxes.foot * u,
        max: boxes.name_max * u,
        min: boxes.name_min * u,
        lines: 3,
    };
    venue_name(fitting, &name_box, LABEL);
}

/// Fits a wallpaper, and says where its block stands.
pub fn wallpaper(
    fitting: &mut Fitting<'_>,
    sheet: &Wallpaper,
    screen: ScreenSize,
    actions: &[Vec<Inline>],
    places: &[Place],
) -> WallpaperGeometry {
    let boxes = fitting.theme.file.boxes.wallpaper.clone();
    let geometry = WallpaperGeometry::of(screen, sheet.tips.len(), &boxes, sheet.icons_side);
    let (u, column) = (geometry.u, geometry.column);
    let display = fitting.ruler(DISPLAY, -0.02);
    let title_width = geometry.title_width;
    let lines = [sheet.title[0].as_str(), sheet.title[1].as_str()];
    let space = TextBox {
        width: Pt(title_width),
        height: Pt(boxes.head * u),
        max: Pt(boxes.title_max * u),
        min: Pt(boxes.min * u),
        lead: fitting.lead(1.06),
        lines: 2,
    };
    let text = Measured::lines(&display, &lines);
    fitting.put(Piece { name: "title".to_owned(), text, space, place: None, words: sheet.title.join(" ") });

    let mut actions_pieces = Vec::new();
    let mut notes = Vec::new();
    let plain = fitting.ruler(TEXT, 0.0);
    for (at, tip) in sheet.tips.iter().enumerate() {
        let space = TextBox {
            width: Pt(column),
            height: Pt(boxes.action_height * u),
            max: Pt(boxes.action_max * u),
            min: Pt(boxes.min * u),
            lead: fitting.lead(1.06),
            lines: 3,
        };
        let place = Some(places[at].clone());
        let text = Measured::inlines(&display, &actions[at]);
        let name = format!("action-{}", at + 1);
        actions_pieces.push(Piece { name, text, space, place: place.clone(), words: tip.action.clone() });
        if !tip.keys.is_empty() {
            fitting.put_keys(format!("keys-{}", at + 1), &tip.keys, column, boxes.keys * u, 0.7 * boxes.keys * u);
        } else if !tip.support.is_empty() {
            let space = TextBox {
                width: Pt(column),
                height: Pt(boxes.note_height * u),
                max: Pt(boxes.note_max * u),
                min: Pt(0.72 * boxes.note_max * u),
                lead: fitting.lead(1.2),
                lines: 4,
            };
            let text = Measured::text(&plain, &tip.support);
            notes.push(Piece { name: format!("note-{}", at + 1), text, space, place, words: tip.support.clone() });
        }
    }
    fitting.put_together(actions_pieces);
    fitting.put_together(notes);

    let max = boxes.name_max * u;
    let name_box =
        NameBox { width: geometry.name_width, height: boxes.head * 0.62 * u, max, min: 0.68 * max, lines: 4 };
    venue_name(fitting, &name_box, LABEL);
    let space = TextBox {
        width: Pt(geometry.name_width),
        height: Pt(boxes.head * 0.34 * u),
        max: Pt(max),
        min: Pt(0.68 * max),
        lead: fitting.lead(1.2),
        lines: 2,
    };
    let text = Measured::text(&plain, &sheet.help);
    fitting.put(Piece { name: "help".to_owned(), text, space, place: None, words: sheet.help.clone() });
    geometry
}

/// Where the parts of a wallpaper stand, in points from the top left corner.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct WallpaperGeometry {
    /// 1 % of the shorter of height and 9/16 of the width.
    pub u: f64,
    /// Left edge of the block.
    pub left: f64,
    /// Right edge of the block.
    pub right: f64,
    /// Top edge of the block.
    pub top: f64,
    /// Width of a column.
    pub column: f64,
    /// Between columns.
    pub gap: f64,
    /// Diameter of a disc.
    pub disc: f64,
    /// Width of the headline.
    pub title_width: f64,
    /// Width of the room for the name of the venue.
    pub name_width: f64,
    /// Width kept free for icons.
    pub icons: f64,
}

impl WallpaperGeometry {
    fn of(screen: ScreenSize, tips: usize, boxes: &crate::theme::WallpaperBoxes, icons_side: &str) -> Self {
        let (width, height) = (f64::from(screen.width.0), f64::from(screen.height.0));
        let u = height.min(width * 0.5625) / 100.0;
        let icons = boxes.icons * width;
        let margin = boxes.margin * u;
        let count = tips.max(1) as f64;
        let area = width - icons - 2.0 * margin;
        let gap = boxes.gap * u;
        let column = ((area - (count - 1.0) * gap) / count).min(boxes.column_max * u);
        let block = count * column + (count - 1.0) * gap;
        let left = if icons_side == "left" { icons + margin } else { margin };
        let disc = column.min(boxes.disc_max * u);
        // the name stands over the last column; one tip alone leaves it a column of its own
        let name_width = if tips > 1 { column } else { (block * 0.34).max(18.0 * u) };
        let title_width = if tips > 1 { block - column - gap } else { block - name_width - gap };
        let tall = boxes.head * u + disc + (boxes.gap + boxes.action_height + boxes.note_height) * u;
        let free = height * (1.0 - boxes.bar - boxes.top) - tall;
        let top = height * boxes.top + (free / 2.0).max(0.0);
        WallpaperGeometry { u, left, right: left + block, top, column, gap, disc, title_width, name_width, icons }
    }
}

struct NameBox {
    width: f64,
    height: f64,
    max: f64,
    min: f64,
    lines: usize,
}

fn venue_name(fitting: &mut Fitting<'_>, space: &NameBox, weight: u16) {
    let ruler = fitting.ruler(weight, 0.0);
    let words = match &fitting.venue.address.town {
        Some(town) if !fitting.venue.name.contains(town.as_str()) => format!("{}, {town}", fitting.venue.name),
        _ => fitting.venue.name.clone(),
    };
    let space = TextBox {
        width: Pt(space.width),
        height: Pt(space.height),
        max: Pt(space.max),
        min: Pt(space.min),
        lead: fitting.lead(1.14),
        lines: space.lines,
    };
    let text = Measured::text(&ruler, &words);
    let place = Some(fitting.venue.place.clone());
    fitting.put(Piece { name: "name".to_owned(), text, space, place, words });
}

/// Boxes that are one text to the reader take the smaller of their sizes.
fn share_size(fitting: &mut Fitting<'_>, names: &[&str]) {
    let sizes = names.iter().filter_map(|name| fitting.fits.get(*name)).map(|fitted| fitted.size.0);
    let smallest = sizes.fold(f64::INFINITY, f64::min);
    for name in names {
        if let Some(fitted) = fitting.fits.get_mut(*name) {
            fitted.size = Pt(smallest);
        }
    }
}
