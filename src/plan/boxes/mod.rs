//! The texts of boxed media are fitted to the boxes of the theme: [`checklist`], [`one_tip`], [`wallpaper`]. What they share is
//! [`Fitting`].

mod checklist;
mod one_tip;
mod wallpaper;

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, Message, Place};
use crate::fit::{Fitted, Measured, TextBox, TooLong, fit, fit_together};
use crate::model::{Chord, Direction, Lang, Medium, Pt, Size, Venue};
use crate::theme::{Ruler, Theme};

pub use checklist::checklist;
pub use one_tip::one_tip;
pub use wallpaper::wallpaper;

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

/// A box in points; `lead` is that of Latin text.
#[derive(Debug, Clone, Copy)]
struct Space {
    width: f64,
    height: f64,
    max: f64,
    min: f64,
    lead: f64,
    lines: usize,
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

    fn space(&self, space: Space) -> TextBox {
        TextBox {
            width: Pt(space.width),
            height: Pt(space.height),
            max: Pt(space.max),
            min: Pt(space.min),
            lead: self.lead(space.lead),
            lines: space.lines,
        }
    }

    /// A text of the layout, which has no place in the content of an author.
    fn put_words(&mut self, name: &str, text: Measured, words: &str, space: Space) {
        let space = self.space(space);
        self.put(Piece { name: name.to_owned(), text, space, place: None, words: words.to_owned() });
    }

    /// The name of the venue, with its town where the name does not say it.
    fn put_name(&mut self, weight: u16, space: Space) {
        let words = match &self.venue.address.town {
            Some(town) if !self.venue.name.contains(town.as_str()) => format!("{}, {town}", self.venue.name),
            _ => self.venue.name.clone(),
        };
        let text = Measured::text(&self.ruler(weight, 0.0), &words);
        let (space, place) = (self.space(space), Some(self.venue.place.clone()));
        self.put(Piece { name: "name".to_owned(), text, space, place, words });
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
            let space = self.space(Space { width, height: 0.0, max, min, lead: 1.0, lines: 1 });
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
