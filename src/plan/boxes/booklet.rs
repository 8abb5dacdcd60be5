//! The texts of the booklet: slogan, contents, titles, actions, contacts and back cover in their boxes, and what flows between them on
//! even lines. [`booklet`] is the way in.

use crate::fit::{Measured, TextBox, fit, fit_together};
use crate::model::{Block, ContactKind, Direction};
use crate::plan::sheet::Booklet;
use crate::theme::BookletBoxes;

use super::letters::{as_written, breakable, in_letters, isolated};
use super::{Column, DISPLAY, Fitting, LABEL, Piece, Space, TEXT, Voice, text_box};

/// Between two lines of a title.
const TITLE_LEAD: f64 = 0.98;
/// Between two lines of an entry, an action or a contact.
const LIST_LEAD: f64 = 1.08;
/// Tracking of titles.
const TIGHT: f64 = -0.025;
/// Tracking of what is read line by line.
const LOOSE: f64 = -0.012;
/// Contacts share a size unless the longest would make it smaller than this part of the largest.
const WORTH_SHARING: f64 = 0.75;
/// Between the QR code and its address in letters, in `u`.
const BESIDE_QR: f64 = 4.0;
/// Room of a row of the contents that is not text, in `u`.
const ENTRY_PAD: f64 = 4.0;

/// Text, small text, and text of the help, in `u`.
const BODY: f64 = 3.05;
const BODY_ARABIC: f64 = 3.45;
const SMALL: f64 = 3.0;
const HELP: f64 = 3.4;
/// Arabic letters are smaller at the same size: the least size is so many times that of Latin.
const ARABIC: f64 = 1.12;
/// How much larger the help may be, as it finds room on its page or its pages.
const HELP_SCALES: [f64; 6] = [1.5, 1.4, 1.3, 1.2, 1.1, 1.0];
/// Running lines are not shorter than this part of their column.
const LEAST: f64 = 0.7;

/// What was computed for one booklet, in points.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct BookletGeometry {
    /// Side of the QR code; nothing where there is none.
    pub qr: f64,
    /// Size of text.
    pub body: f64,
    /// Size of small text.
    pub small: f64,
    /// Width of the text of a tip.
    pub line: f64,
}

/// A page with its unit, and the texts on it.
struct Pages<'f, 'a, 'v> {
    fitting: &'f mut Fitting<'a>,
    voice: &'v Voice<'v, Booklet>,
    boxes: BookletBoxes,
    u: f64,
    /// Width between the margins.
    width: f64,
    height: f64,
}

/// Fits the display texts of a booklet.
pub fn booklet(fitting: &mut Fitting<'_>, voice: &Voice<'_, Booklet>) -> BookletGeometry {
    let boxes = fitting.theme.file.boxes.booklet.clone();
    let (width, height) = fitting.size.points();
    let u = width.0.min(height.0) / 100.0;
    let (width, height) = (width.0 - 2.0 * boxes.margin * u, height.0);
    let mut pages = Pages { fitting, voice, boxes, u, width, height };
    pages.cover();
    pages.contents();
    pages.chapters();
    pages.help();
    pages.contacts();
    let geometry = pages.back();
    pages.running(&geometry);
    geometry
}

impl Pages<'_, '_, '_> {
    /// A box as wide as the page, of heights and sizes in `u`.
    fn room(&self, height: f64, (max, min): (f64, f64), lead: f64, lines: usize) -> Space {
        let u = self.u;
        Space { width: self.width, height: height * u, max: max * u, min: min * u, lead, lines }
    }

    /// A text of the layout in its box; nothing that is held in the hands is smaller than what can be read from there.
    fn piece(&self, name: &str, words: &str, weight: u16, tracking: f64, space: Space) -> Piece {
        let text = Measured::text(&self.fitting.ruler(self.voice.lang, weight, tracking), words);
        let readable = self.fitting.distance.lowest_cap().to_pt().0 / text.lowest_cap();
        let min = space.min.max(readable).max(self.boxes.text_least);
        let space = text_box(self.voice.lang, Space { min, ..space });
        Piece::of_layout(name.to_owned(), text, &as_written(words), space, None)
    }

    fn title(&self, name: &str, words: &str, space: Space) -> Piece {
        self.piece(name, words, DISPLAY, TIGHT, space)
    }

    fn cover(&mut self) {
        let words = self.voice.words;
        let room = self.room(self.boxes.slogan_height, (self.boxes.slogan_max, self.boxes.slogan_min), TITLE_LEAD, 2);
        let lines = [("cover-1", "slogan_1"), ("cover-2", "slogan_2")];
        let pieces = lines.map(|(name, key)| self.title(name, words.get(key), room));
        self.fitting.put_together(pieces.into());
    }

    fn contents(&mut self) {
        let (boxes, sheet, words) = (self.boxes.clone(), self.voice.sheet, self.voice.words);
        let title = self.list_title("contents", "contents_title");
        self.fitting.put(title);
        let mut names: Vec<&str> = sheet.chapters.iter().map(|chapter| chapter.name.as_str()).collect();
        names.extend(sheet.help.as_ref().map(|help| help.title.as_str()));
        names.push(words.get("contacts_nav"));
        let height = (self.height / self.u - boxes.lid) / names.len() as f64 - ENTRY_PAD;
        let room = self.room(height, (boxes.entry_max, boxes.entry_min), LIST_LEAD, 3);
        let room = Space { width: room.width - boxes.number * self.u, ..room };
        let entry = |(at, name): (usize, &&str)| self.piece(&numbered("contents", at), name, DISPLAY, LOOSE, room);
        let pieces = names.iter().enumerate().map(entry).collect();
        self.fitting.put_together(pieces);
    }

    fn list_title(&self, name: &str, key: &str) -> Piece {
        let sizes = (self.boxes.list_title_max, self.boxes.list_title_min);
        let room = self.room(self.boxes.lid - 11.0, sizes, TITLE_LEAD, 2);
        self.title(name, self.voice.words.get(key), room)
    }

    fn chapters(&mut self) {
        let (boxes, voice) = (self.boxes.clone(), self.voice);
        let sizes = (boxes.chapter_max, boxes.chapter_min);
        let (room, lead) = (
            self.room(boxes.chapter_height, sizes, TITLE_LEAD, 2),
            self.room(f64::INFINITY, (boxes.lead_max, 0.0), LIST_LEAD, 1),
        );
        let (mut titles, mut leads, mut actions) = (Vec::new(), Vec::new(), Vec::new());
        for (at, chapter) in voice.sheet.chapters.iter().enumerate() {
            titles.push(self.title(&numbered("chapter", at), &chapter.name, room));
            leads.push(self.piece(&numbered("lead", at), &chapter.lead, LABEL, 0.0, lead));
            actions.extend(chapter.tips.iter().map(|tip| self.action(&tip.id, &tip.action)));
        }
        self.fitting.put_together(titles);
        self.fitting.put_together(leads);
        actions.into_iter().for_each(|piece| self.fitting.put(piece));
    }

    /// Actions have one size on as many lines as they need; only a word too wide for its line takes a smaller one.
    fn action(&self, tip: &str, action: &str) -> Piece {
        let (boxes, u) = (&self.boxes, self.u);
        let max = (boxes.action_max * u).max(1.25 * boxes.text_least);
        let min = max * boxes.action_min / boxes.action_max;
        let space = Space { width: self.beside_column(), height: f64::INFINITY, max, min, lead: LIST_LEAD, lines: 6 };
        let alone = self.piece(&format!("action-{tip}"), action, DISPLAY, LOOSE, space);
        let usual = TextBox { min: alone.space.max, ..alone.space };
        let space = if fit(&alone.text, &usual).is_ok() { usual } else { alone.space };
        Piece { space, place: self.voice.place_of(tip), tip: Some(tip.to_owned()), ..alone }
    }

    /// Width of what stands beside the column of pictures.
    fn beside_column(&self) -> f64 {
        let boxes = &self.boxes;
        self.width + (boxes.margin - boxes.column - boxes.gutter + boxes.margin - boxes.end) * self.u
    }

    fn at_least(&self, size: f64) -> f64 {
        let least = if self.is_from_right() { ARABIC * self.boxes.text_least } else { self.boxes.text_least };
        (size * self.u).max(least)
    }

    fn is_from_right(&self) -> bool {
        self.voice.lang.direction() == Direction::Rtl
    }

    /// Texts of tips, of the help and of notes, on even lines.
    fn running(&mut self, at: &BookletGeometry) {
        let (voice, lang) = (self.voice, self.voice.lang);
        let column = Column { size: at.body, width: at.line, least: LEAST, strong: false };
        for tip in voice.sheet.chapters.iter().flat_map(|chapter| &chapter.tips) {
            self.fitting.column(&format!("tip-{}", tip.id), "", lang, &tip.body, column);
        }
        for scale in HELP_SCALES {
            let column = Column { size: self.at_least(HELP * scale), width: self.width, ..column };
            for (at, section) in voice.sheet.help.iter().flat_map(|help| &help.sections).enumerate() {
                self.help_section(&format!("help-{}-{scale:.1}", at + 1), &section.body, column);
            }
        }
        let width = self.width - self.boxes.picture * self.u;
        let (text, bold) = (self.fitting.ruler(lang, TEXT, 0.0), self.fitting.ruler(lang, LABEL, 0.0));
        for contact in &voice.sheet.contacts {
            self.fitting.sentence("label", &isolated(&contact.label), &bold, at.small, width);
            if let Some(note) = &contact.note {
                self.fitting.sentence("note", &isolated(note), &text, at.body, width);
            }
        }
    }

    /// Items stand between rules, each for itself; what is said of them all is strong.
    fn help_section(&mut self, name: &str, body: &[Block], column: Column) {
        for (at, block) in body.iter().enumerate() {
            let Block::List { items, .. } = block else {
                let column = Column { strong: true, ..column };
                self.fitting.column(name, &format!("{at}."), self.voice.lang, std::slice::from_ref(block), column);
                continue;
            };
            for (number, item) in items.iter().enumerate() {
                self.fitting.column(name, &format!("{at}.{number}."), self.voice.lang, item, column);
            }
        }
    }

    fn help(&mut self) {
        let Some(help) = &self.voice.sheet.help else { return };
        let room = self.room(f64::INFINITY, (self.boxes.lead_max, 0.0), LIST_LEAD, 2);
        let piece = self.piece("help", &help.title, LABEL, 0.0, room);
        self.fitting.put(piece);
        let room = self.room(f64::INFINITY, (self.boxes.help_max, self.boxes.help_min), TITLE_LEAD, 2);
        let room = Space { width: room.width - self.boxes.picture * self.u, ..room };
        let title = |(at, section): (usize, &crate::plan::sheet::SheetSection)| {
            self.title(&numbered("help", at), &section.title, room)
        };
        let pieces = help.sections.iter().enumerate().map(title).collect();
        self.fitting.put_together(pieces);
    }

    fn contacts(&mut self) {
        let title = self.list_title("contacts", "contacts_title");
        self.fitting.put(title);
        let room = self.room(f64::INFINITY, (self.boxes.contact_max, self.boxes.contact_min), LIST_LEAD, 4);
        let room = Space { width: room.width - self.boxes.picture * self.u, ..room };
        let mut pieces = Vec::new();
        for (at, contact) in self.voice.sheet.contacts.iter().enumerate() {
            let address = matches!(contact.kind, ContactKind::Email | ContactKind::Web);
            let words = if address { breakable(&contact.value) } else { isolated(&contact.value) };
            let piece = self.piece(&numbered("contact", at), &words, DISPLAY, LOOSE, room);
            pieces.push(Piece { place: contact.place.clone(), words: contact.value.clone(), ..piece });
        }
        let texts: Vec<_> = pieces.iter().map(|piece| (piece.text.clone(), piece.space)).collect();
        let shared = fit_together(&texts).ok().and_then(|fitted| Some(fitted.first()?.size.0));
        if shared.is_some_and(|size| size >= WORTH_SHARING * room.max) {
            self.fitting.put_together(pieces);
        } else {
            pieces.into_iter().for_each(|piece| self.fitting.put(piece));
        }
    }

    /// The code stands on paper with its address beside it.
    fn back(&mut self) -> BookletGeometry {
        let (boxes, u) = (self.boxes.clone(), self.u);
        let room = self.room(15.0, (boxes.back_max, boxes.back_min), TITLE_LEAD, 2);
        let lines = [("back-1", "back_title_1"), ("back-2", "back_title_2")];
        let pieces = lines.map(|(name, key)| self.title(name, self.voice.words.get(key), room));
        self.fitting.put_together(pieces.into());
        let body = self.at_least(if self.is_from_right() { BODY_ARABIC } else { BODY });
        let small = (SMALL * u).max(boxes.text_least);
        let geometry = BookletGeometry { qr: 0.0, body, small, line: self.beside_column() };
        let Some(code) = self.fitting.qr else { return geometry };
        let qr = code.least.0.max(boxes.qr * u);
        let room = self.room(qr / u, (boxes.web_max, 0.0), 1.2, 8);
        let room = Space { width: room.width - qr - BESIDE_QR * u, ..room };
        let piece = self.piece("web", &in_letters(&code.address), LABEL, 0.0, room);
        let place = self.fitting.venue.origin("site_url").cloned();
        self.fitting.put(Piece { place, ..piece });
        BookletGeometry { qr, ..geometry }
    }
}

fn numbered(name: &str, at: usize) -> String {
    format!("{name}-{}", at + 1)
}
