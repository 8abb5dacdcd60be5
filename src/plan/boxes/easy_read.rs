//! The display texts of the easy-read sheet: title, contacts, web address. [`easy_read`] is the way in.

use crate::fit::Measured;
use crate::model::ContactKind;
use crate::plan::sheet::EasyRead;
use crate::theme::EasyReadBoxes;

use super::letters::{as_written, breakable, in_letters, isolated};
use super::{DISPLAY, Fitting, LABEL, Piece, Space, Voice, text_box};

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

/// What was computed for one sheet, in points.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct EasyReadGeometry {
    /// Side of the QR code; nothing where there is none.
    pub qr: f64,
}

/// Fits the display texts of an easy-read sheet.
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
    web(fitting, &voices[0], &boxes, u, width)
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

/// The code stands at the end of the line, its address at the start.
fn web(
    fitting: &mut Fitting<'_>,
    voice: &Voice<'_, EasyRead>,
    boxes: &EasyReadBoxes,
    u: f64,
    width: f64,
) -> EasyReadGeometry {
    let Some(code) = fitting.qr else { return EasyReadGeometry { qr: 0.0 } };
    let side = code.least.0.max(boxes.qr * u);
    let width = width - side - BESIDE_QR * u;
    let (max, min) = (boxes.web_max * u, boxes.web_min * u);
    let space = Space { width, height: side, max, min, lead: ADDRESS_LEAD, lines: 8 };
    let piece = piece(fitting, voice, "web", &in_letters(&code.address), (LABEL, 0.0), space);
    let place = fitting.venue.origin("site_url").cloned();
    fitting.put(Piece { place, ..piece });
    EasyReadGeometry { qr: side }
}
