//! The foot of a poster: who to ask, who, where and when, the web address, the version. [`Fitting::put_foot`] sets it at sizes
//! between the theme's and the smallest, in as many lines as they take, and says how high that is.

use crate::diag::Place;
use crate::fit::Measured;
use crate::model::{Lang, Venue};
use crate::plan::in_lang;
use crate::plan::legibility::Role;
use crate::theme::Ruler;

use super::letters::{as_written, compounds, in_letters, isolated, with_units};
use super::{DISPLAY, Fitting, LABEL, Piece, Space, TEXT, Voice, name_words, text_box};

/// Most lines of one text of the foot: a name of 120 characters takes five on the smallest sheets.
const LINES: usize = 6;
/// A line of help stays on one line, unless that makes it smaller than this part.
const WORTH_ONE_LINE: f64 = 0.7;
/// Between two lines of one text, in parts of its size.
const LEAD: f64 = 1.16;
/// Between two texts, in parts of the size of the second.
const GAP: f64 = 0.42;

/// Largest sizes of the foot, in points.
#[derive(Debug, Clone, Copy)]
pub struct FootSizes {
    /// The line of help; nothing where the poster has none.
    pub help: Option<f64>,
    /// The name.
    pub name: f64,
    /// Everything under it.
    pub details: f64,
    /// Width that the last lines leave to the logo.
    pub beside: f64,
}

/// Where the texts of a foot stand.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Foot {
    /// Texts under each other, in points from the top: boxes that share a line stand at both ends of it.
    pub lines: Vec<FootLine>,
    /// Height of all.
    pub height: f64,
    /// Width of all.
    pub width: f64,
}

/// One text of a foot, or two in two languages.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct FootLine {
    /// Top of its capitals.
    pub y: f64,
    /// Width that it may take.
    pub width: f64,
    /// Names of the boxes.
    pub boxes: Vec<String>,
}

/// One text of the foot before it is fitted.
struct Note {
    name: &'static str,
    words: String,
    place: Option<Place>,
    weight: u16,
    role: Role,
    max: f64,
}

impl Fitting<'_> {
    /// Fits the foot in a width; `tight` from 0, the theme's sizes, to 1, the smallest.
    pub(super) fn put_foot<S>(
        &mut self,
        voices: &[(&Voice<'_, S>, &str)],
        sizes: FootSizes,
        width: f64,
        tight: f64,
    ) -> Foot {
        let mut foot = Foot { lines: Vec::new(), height: 0.0, width };
        let gap_between = 0.04 * width;
        let mut last_tails = 0.0;
        let by_voice: Vec<Vec<Note>> = voices
            .iter()
            .map(|(voice, help)| {
                let together = voices.len() == 1 && self.on_one_line(voice, sizes.details, tight, width);
                self.notes(voice, help, sizes, together)
            })
            .collect();
        for name in ["help", "name", "details", "hours", "web", "imprint"] {
            let notes = voices
                .iter()
                .zip(&by_voice)
                .filter_map(|((voice, _), notes)| Some((*voice, notes.iter().find(|note| note.name == name)?)));
            let notes: Vec<_> = notes.collect();
            let share = notes.len().max(1) as f64;
            let beside = if matches!(name, "web" | "imprint") { sizes.beside } else { 0.0 };
            let line_width = width - beside;
            let width = (line_width - (share - 1.0) * gap_between) / share;
            let before = self.refusals.len();
            let line: Vec<String> =
                notes.iter().map(|(voice, note)| self.put_note(voice, note, width, tight)).collect();
            let tallest = |measure: fn(&crate::fit::Fitted) -> f64| {
                line.iter().filter_map(|name| self.fits.get(name)).map(measure).fold(0.0, f64::max)
            };
            if line.is_empty() || self.refusals.len() > before {
                continue;
            }
            let gap = if foot.lines.is_empty() { 0.0 } else { tallest(|fitted| (GAP + 0.1) * fitted.size.0) };
            let y = foot.height + gap;
            foot.height = y + tallest(|fitted| fitted.natural_height().0 + 0.5 * fitted.depth * fitted.size.0);
            last_tails = tallest(|fitted| 0.5 * fitted.depth * fitted.size.0);
            foot.lines.push(FootLine { y, width: line_width, boxes: line });
        }
        foot.height += last_tails;
        foot
    }

    fn put_note<S>(&mut self, voice: &Voice<'_, S>, note: &Note, width: f64, tight: f64) -> String {
        let ruler = self.note_ruler(voice, note.weight);
        let text = Measured::text(&ruler, &compounds(&note.words));
        let min = self.lowest(note.role, &text);
        let size = min.max(note.max + (min - note.max) * tight);
        let one_line = width * 0.99 / text.width();
        let fits_in_one = note.role == Role::Support && one_line >= min.max(WORTH_ONE_LINE * size);
        let size = if fits_in_one { size.min(one_line) } else { size };
        let space = Space { width, height: f64::INFINITY, max: size, min: size, lead: LEAD, lines: LINES };
        let name = voice.name(note.name);
        self.put(Piece {
            name: name.clone(),
            text,
            space: text_box(voice.lang, space),
            role: Some(note.role),
            words: as_written(&note.words),
            place: note.place.clone(),
            tip: None,
        });
        name
    }

    fn note_ruler<S>(&self, voice: &Voice<'_, S>, weight: u16) -> std::rc::Rc<Ruler> {
        self.ruler(voice.lang, weight, if weight == DISPLAY { -0.012 } else { 0.0 })
    }

    /// Whether the address and the hours stand on one line.
    fn on_one_line<S>(&self, voice: &Voice<'_, S>, max: f64, tight: f64, width: f64) -> bool {
        let words = [address(self.venue), hours(self.venue, voice.lang, false)].join(SEPARATOR);
        let text = Measured::text(&self.note_ruler(voice, TEXT), &words);
        let min = self.lowest(Role::Venue, &text);
        text.width() * min.max(max + (min - max) * tight) < 0.99 * width
    }

    /// What stands in the foot in one language; the second language repeats only what differs.
    fn notes<S>(&self, voice: &Voice<'_, S>, help: &str, sizes: FootSizes, together: bool) -> Vec<Note> {
        let mut notes = Vec::new();
        let venue = self.venue;
        let mut note = |name, words: String, place, weight, role, max| {
            if !words.is_empty() {
                notes.push(Note { name, words, place, weight, role, max });
            }
        };
        if let Some(max) = sizes.help {
            note("help", help.to_owned(), None, DISPLAY, Role::Support, max);
        }
        let (at_address, at_hours) =
            (venue.origin("address.street").or(venue.origin("address.town")), venue.origin("hours"));
        let hours = hours(venue, voice.lang, voice.second);
        if voice.second {
            note("hours", hours, at_hours.cloned(), TEXT, Role::Venue, sizes.details);
            let mark = if voice.machine { voice.words.get("machine_mark").to_owned() } else { String::new() };
            note("imprint", mark, None, TEXT, Role::Venue, sizes.details);
            return notes;
        }
        note("name", name_words(venue), Some(venue.place.clone()), LABEL, Role::Venue, sizes.name);
        let address = address(venue);
        if together && !address.is_empty() && !hours.is_empty() {
            let both = [address, hours].join(SEPARATOR);
            note("details", both, at_address.cloned(), TEXT, Role::Venue, sizes.details);
        } else {
            note("details", address, at_address.cloned(), TEXT, Role::Venue, sizes.details);
            note("hours", hours, at_hours.cloned(), TEXT, Role::Venue, sizes.details);
        }
        let web = self.qr.map(|qr| in_letters(&qr.address)).unwrap_or_default();
        note("web", web, venue.origin("site_url").cloned(), TEXT, Role::Venue, sizes.details);
        let mark = if voice.machine { format!("{} ", voice.words.get("machine_mark")) } else { String::new() };
        let code = format!("{mark}{}\u{a0}\u{2066}{}\u{2069}", voice.words.get("code_label"), self.code);
        note("imprint", code, None, TEXT, Role::Venue, sizes.details);
        notes
    }
}

/// Between two texts on one line.
const SEPARATOR: &str = " · ";

/// Street and town. They keep their own direction inside a text of another one.
fn address(venue: &Venue) -> String {
    let address = &venue.address;
    let town = match (&address.postcode, &address.town) {
        (Some(code), Some(town)) => Some(format!("{code}\u{a0}{town}")),
        (code, town) => code.clone().or_else(|| town.clone()),
    };
    let parts: Vec<String> = address.street.iter().cloned().chain(town).collect();
    isolated(&parts.join(", "))
}

/// Hours in a language, else in French; the second language of a sheet says only its own.
fn hours(venue: &Venue, lang: &Lang, own: bool) -> String {
    let hours = if own { venue.hours.get(lang).cloned() } else { in_lang(&venue.hours, lang) };
    isolated(&with_units(&hours.unwrap_or_default()))
}
