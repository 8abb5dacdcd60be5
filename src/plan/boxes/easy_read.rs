//! The texts of the easy-read sheet: title, contacts and web address in their boxes, sentences on even lines. [`easy_read`] is the way in.

use crate::fit::Measured;
use crate::model::{ContactKind, Direction, Mm, Paper, PaperSize};
use crate::plan::sheet::EasyRead;
use crate::theme::EasyReadBoxes;

use super::letters::{as_written, breakable, in_letters, isolated};
use super::{DISPLAY, Fitting, LABEL, Piece, Space, TEXT, Voice, text_box};

/// Between the QR code and its address in letters, in `u`.
const BESIDE_QR: f64 = 4.0;
/// Tracking of the title.
const TIGHT: f64 = -0.02;
/// From one line of a title to the next.
const TITLE_LEAD: f64 = 1.08;
/// From one line of an address to the next.
const ADDRESS_LEAD: f64 = 1.2;
/// Two titles leave this between them, in `u`.
const BETWEEN: f64 = 4.0;

/// Text on A4, in points: Latin, and Arabic, whose letters are smaller at the same size.
const BODY: (f64, f64) = (20.0, 22.0);
/// Small text on A4, still above Arial 14.
const SMALL: (f64, f64) = (16.0, 19.0);
/// Room of the number of an idea in two languages, on A4.
const NUMBER: Mm = Mm(12.0);
/// What the number of the page takes beside the marks at the foot, on A4.
const BESIDE_MARKS: Mm = Mm(40.0);

/// What was computed for one sheet, in points.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct EasyReadGeometry {
    /// Side of the QR code; nothing where there is none.
    pub qr: f64,
    /// Size of text, in each language.
    pub body: (f64, f64),
    /// Size of small text, in each language.
    pub small: (f64, f64),
    /// Room of the number of an idea.
    pub number: f64,
    /// Width of a sentence.
    pub line: f64,
    /// Width of the marks at the foot.
    pub marks: f64,
}

/// Fits the display texts of an easy-read sheet, and breaks its sentences.
pub fn easy_read(fitting: &mut Fitting<'_>, voices: &[Voice<'_, EasyRead>]) -> EasyReadGeometry {
    let boxes = fitting.theme.file.boxes.easy_read.clone();
    let (width, height) = fitting.size.points();
    let u = width.0.min(height.0) / 100.0;
    let width = width.0 - 2.0 * boxes.margin * u;
    for voice in voices {
        let height = (boxes.title_height - BETWEEN * (voices.len() - 1) as f64) * u;
        let (max, min) = (boxes.title_max * u, boxes.title_min * u);
        let space = Space { width, height, max, min, lead: TITLE_LEAD, lines: 3 };
        let words = voice.words.get("easy_title");
        let piece = piece(fitting, voice, &voice.name("title"), words, (DISPLAY, TIGHT), space);
        fitting.put(piece);
    }
    contacts(fitting, &voices[0], &boxes, u, width);
    let qr = web(fitting, &voices[0], &boxes, u, width);
    // 1 on A4; the large print on A3 is the same sheet, larger
    let scale = u / (Paper::upright(PaperSize::A4).dimensions().0.to_pt().0 / 100.0);
    let number = if voices.len() > 1 { NUMBER.to_pt().0 * scale } else { 0.0 };
    let sizes = |sizes| voices_of(voices, |voice| scale * of_script(voice, sizes));
    let line = width - (boxes.picture + boxes.gutter) * u - number;
    let marks = width - BESIDE_MARKS.to_pt().0 * scale;
    let geometry = EasyReadGeometry { qr, body: sizes(BODY), small: sizes(SMALL), number, line, marks };
    for voice in voices {
        running(fitting, voice, &geometry);
    }
    geometry
}

fn of_script(voice: &Voice<'_, EasyRead>, (latin, arabic): (f64, f64)) -> f64 {
    if voice.lang.direction() == Direction::Rtl { arabic } else { latin }
}

/// A figure of each language; on a sheet in one language both are its own.
fn voices_of(voices: &[Voice<'_, EasyRead>], figure: impl Fn(&Voice<'_, EasyRead>) -> f64) -> (f64, f64) {
    (figure(&voices[0]), figure(&voices[voices.len() - 1]))
}

/// Sentences, hard words and marks of one language, on even lines.
fn running(fitting: &mut Fitting<'_>, voice: &Voice<'_, EasyRead>, at: &EasyReadGeometry) {
    let of = |(first, second): (f64, f64)| if voice.second { second } else { first };
    let (body, small) = (of(at.body), of(at.small));
    let (text, bold) = (fitting.ruler(voice.lang, TEXT, 0.0), fitting.ruler(voice.lang, DISPLAY, 0.0));
    let ideas = voice.sheet.sections.iter().flat_map(|section| &section.ideas).flat_map(|idea| &idea.sentences);
    let meanings = voice.sheet.hard_words.iter().flat_map(|word| &word.meaning);
    for sentence in ideas.chain(meanings) {
        fitting.sentence(&voice.name("sentence"), sentence, &text, body, at.line);
    }
    for word in &voice.sheet.hard_words {
        fitting.sentence(&voice.name("term"), &word.term, &bold, body, at.line);
    }
    for mark in ["easy_unreviewed", "machine_mark"] {
        fitting.sentence(&voice.name("mark"), voice.words.get(mark), &text, small, at.marks);
    }
}

fn piece(
    fitting: &Fitting<'_>,
    voice: &Voice<'_, EasyRead>,
    name: &str,
    words: &str,
    (weight, tracking): (u16, f64),
    space: Space,
) -> Piece {
    let text = Measured::text(&fitting.ruler(voice.lang, weight, tracking), words);
    Piece::of_layout(name.to_owned(), text, &as_written(words), text_box(voice.lang, space), None)
}

fn contacts(fitting: &mut Fitting<'_>, voice: &Voice<'_, EasyRead>, boxes: &EasyReadBoxes, u: f64, width: f64) {
    let width = width - (boxes.picture + boxes.gutter) * u;
    let (max, min) = (boxes.contact_max * u, boxes.contact_min * u);
    let space = Space { width, height: f64::INFINITY, max, min, lead: ADDRESS_LEAD, lines: 4 };
    for (at, contact) in fitting.venue.contacts.iter().enumerate() {
        let address = matches!(contact.kind, ContactKind::Email | ContactKind::Web);
        let words = if address { breakable(&contact.value) } else { isolated(&contact.value) };
        let piece = piece(fitting, voice, &format!("contact-{}", at + 1), &words, (DISPLAY, 0.0), space);
        fitting.put(Piece { place: Some(contact.place.clone()), words: contact.value.clone(), ..piece });
    }
}

/// The code stands at the end of the line, its address at the start; the side of the code.
fn web(fitting: &mut Fitting<'_>, voice: &Voice<'_, EasyRead>, boxes: &EasyReadBoxes, u: f64, width: f64) -> f64 {
    let Some(code) = fitting.qr else { return 0.0 };
    let side = code.least.0.max(boxes.qr * u);
    let width = width - side - BESIDE_QR * u;
    let (max, min) = (boxes.web_max * u, boxes.web_min * u);
    let space = Space { width, height: side, max, min, lead: ADDRESS_LEAD, lines: 8 };
    let piece = piece(fitting, voice, "web", &in_letters(&code.address), (LABEL, 0.0), space);
    let place = fitting.venue.origin("site_url").cloned();
    fitting.put(Piece { place, ..piece });
    side
}
