//! The texts of boxed media are fitted to the boxes of the theme: [`checklist`], [`one_tip`], [`wallpaper`],
//! [`signage`]; and the display texts of media that flow: [`booklet`], [`easy_read`]. What they share is [`Fitting`].

mod booklet;
mod checklist;
mod column;
mod easy_read;
mod foot;
mod keys;
mod letters;
mod one_tip;
mod rows;
mod signage;
mod wallpaper;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::content::Words;
use crate::diag::Place;
use crate::fit::{Fitted, Measured, TextBox, TooLong, fit, fit_together};
use crate::model::{Direction, Distance, Inline, Lang, Medium, Mm, Pt, ScreenSize, Size, Venue};
use crate::theme::{Ruler, Theme};

use super::legibility::Role;
use super::qr::QrCode;
pub use booklet::booklet;
pub use checklist::checklist;
use column::Column;
pub use column::Running;
pub use easy_read::easy_read;
pub use keys::KeysFit;
pub use one_tip::one_tip;
pub use signage::{INSET as SLIDE_INSET, signage};
pub use wallpaper::wallpaper;

/// Weight of titles and actions.
const DISPLAY: u16 = 800;
/// Weight of sentences.
const TEXT: u16 = 500;
/// Weight of labels and keys.
const LABEL: u16 = 700;

/// Nothing that matters stands nearer to the edge: office printers cannot print there, and a press may cut there.
pub const SAFE: Mm = Mm(5.0);

/// The smallest text of a medium on a screen of so many pixels.
pub fn least_on_screen(medium: Medium, screen: ScreenSize) -> Pt {
    let (width, height) = (f64::from(screen.width.0), f64::from(screen.height.0));
    Pt(match medium {
        Medium::Signage => signage::SIGNATURE * signage::LEAST * width.min(height),
        _ => wallpaper::LEAST * height,
    })
}

/// Boxes of the second language of a sheet have the names of those of the first, after this.
pub const SECOND: &str = "second-";

/// One language of a sheet, with what only its content knows.
#[derive(Debug)]
pub struct Voice<'a, S> {
    /// The language.
    pub lang: &'a Lang,
    /// Strings of the layout.
    pub words: &'a Words,
    /// The words.
    pub sheet: &'a S,
    /// Poster lines with their strong words, in the order of the tips.
    pub actions: Vec<Vec<Inline>>,
    /// Where they were written.
    pub places: Vec<Place>,
    /// Ids of the tips.
    pub tips: Vec<String>,
    /// Whether some of the words are a machine's.
    pub machine: bool,
    /// Whether this is the second language of the sheet.
    pub second: bool,
}

impl<S> Voice<'_, S> {
    /// The name of a box in this language.
    fn name(&self, name: &str) -> String {
        if self.second { format!("{SECOND}{name}") } else { name.to_owned() }
    }

    /// Where the poster line of a tip was written.
    fn place_of(&self, tip: &str) -> Option<Place> {
        let at = self.tips.iter().position(|known| known == tip)?;
        self.places.get(at).cloned()
    }
}

/// What fitting needs to know of a sheet.
#[derive(Debug, Clone)]
pub struct Fitting<'a> {
    /// The theme.
    pub theme: &'a Theme,
    /// The venue.
    pub venue: &'a Venue,
    /// The size.
    pub size: Size,
    /// How far away it is read.
    pub distance: Distance,
    /// Version code, printed on the sheet.
    pub code: &'a str,
    /// QR code of its address.
    pub qr: Option<&'a QrCode>,
    /// Rulers so far, shared by all attempts at the same sheet.
    rulers: Rulers,
    /// Fitted texts so far, by name of the box.
    pub fits: BTreeMap<String, Fitted>,
    /// Fitted keycaps so far, by name of the box.
    pub keys: BTreeMap<String, KeysFit>,
    /// Texts so far with their boxes, by name of the box.
    pub pieces: BTreeMap<String, Piece>,
    /// Lines of running texts so far.
    pub running: Running,
    /// What does not fit.
    pub refusals: Vec<Refusal>,
}

/// Rulers by language, weight and tracking in thousandths.
type Rulers = Rc<RefCell<BTreeMap<(Lang, u16, i32), Rc<Ruler>>>>;

/// A text with its box.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Name of the box.
    pub name: String,
    /// The text, measured.
    pub text: Measured,
    /// The box.
    pub space: TextBox,
    /// What it is for; nothing on a screen.
    pub role: Option<Role>,
    /// The same text as it was written.
    pub words: String,
    /// Where it was written; nothing for words of the layout.
    pub place: Option<Place>,
    /// The tip it belongs to.
    pub tip: Option<String>,
}

/// A text that does not fit at its smallest size.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// The text and its box.
    pub piece: Piece,
    /// By how much; nothing where it is no longer than it must be, and the sheet is too full.
    pub long: Option<TooLong>,
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
    pub fn new(
        theme: &'a Theme,
        venue: &'a Venue,
        size: Size,
        distance: Distance,
        code: &'a str,
        qr: Option<&'a QrCode>,
    ) -> Self {
        Fitting {
            theme,
            venue,
            size,
            distance,
            code,
            qr,
            rulers: Rulers::default(),
            fits: BTreeMap::new(),
            keys: BTreeMap::new(),
            pieces: BTreeMap::new(),
            running: Running::new(),
            refusals: Vec::new(),
        }
    }

    /// Heights of the capitals of everything that has a role.
    pub fn caps(&self) -> impl Iterator<Item = (Role, Mm)> {
        let texts = self.fits.iter().filter_map(|(name, fitted)| {
            let piece = self.pieces.get(name)?;
            Some((piece.role?, piece.cap_at(fitted.size)))
        });
        texts.chain(self.keys.values().map(|keys| (Role::Keys, keys.cap())))
    }

    /// The same sheet with nothing fitted yet.
    fn afresh(&self) -> Self {
        let fresh = Fitting::new(self.theme, self.venue, self.size, self.distance, self.code, self.qr);
        Fitting { rulers: Rc::clone(&self.rulers), ..fresh }
    }

    fn ruler(&self, lang: &Lang, weight: u16, tracking: f64) -> Rc<Ruler> {
        let key = (lang.clone(), weight, (tracking * 1000.0).round() as i32);
        let make = || Rc::new(Ruler::new(&self.theme.fonts, self.theme.families(lang), weight, tracking, lang));
        Rc::clone(self.rulers.borrow_mut().entry(key).or_insert_with(make))
    }

    /// Smallest size of a text of this role.
    fn lowest(&self, role: Role, text: &Measured) -> f64 {
        role.lowest_cap(self.distance).to_pt().0 / text.lowest_cap()
    }

    fn put(&mut self, piece: Piece) {
        match fit(&piece.text, &piece.space) {
            Ok(fitted) => self.keep(piece, fitted),
            Err(long) => self.refusals.push(Refusal { piece, long: Some(long) }),
        }
    }

    fn put_together(&mut self, pieces: Vec<Piece>) {
        let texts: Vec<_> = pieces.iter().map(|piece| (piece.text.clone(), piece.space)).collect();
        match fit_together(&texts) {
            Ok(fitted) => pieces.into_iter().zip(fitted).for_each(|(piece, fitted)| self.keep(piece, fitted)),
            Err(failures) => {
                let long = pieces.into_iter().zip(failures).filter(|(_, long)| long.is_some());
                self.refusals.extend(long.map(|(piece, long)| Refusal { piece, long }));
            }
        }
    }

    fn keep(&mut self, piece: Piece, fitted: Fitted) {
        self.fits.insert(piece.name.clone(), fitted);
        self.pieces.insert(piece.name.clone(), piece);
    }

    /// Boxes that are one text to the reader take the smaller of their sizes.
    fn share_size(&mut self, names: &[String]) {
        let sizes = names.iter().filter_map(|name| self.fits.get(name)).map(|fitted| fitted.size.0);
        let smallest = sizes.fold(f64::INFINITY, f64::min);
        for name in names {
            if let Some(fitted) = self.fits.get_mut(name) {
                fitted.natural_width = Pt(fitted.natural_width.0 * smallest / fitted.size.0);
                fitted.size = Pt(smallest);
            }
        }
    }
}

/// Arabic needs more room between lines: tails and marks are deeper and higher than in Latin.
fn lead(lang: &Lang, latin: f64) -> f64 {
    if lang.direction() == Direction::Rtl { latin.max(1.0) + 0.34 } else { latin }
}

/// A box in points becomes one of a language; the largest size is never under the smallest.
fn text_box(lang: &Lang, space: Space) -> TextBox {
    TextBox {
        width: Pt(space.width),
        height: Pt(space.height),
        max: Pt(space.max.max(space.min)),
        min: Pt(space.min),
        lead: lead(lang, space.lead),
        lines: space.lines,
    }
}

impl Piece {
    /// Height of its lowest capitals at this size.
    pub fn cap_at(&self, size: Pt) -> Mm {
        Pt(size.0 * self.text.lowest_cap()).to_mm()
    }

    /// A text of the layout, which has no place in the content of an author.
    fn of_layout(name: String, text: Measured, words: &str, space: TextBox, role: Option<Role>) -> Self {
        Piece { name, text, space, role, words: words.to_owned(), place: None, tip: None }
    }
}

/// The name of the venue, with its town where the name does not say it.
fn name_words(venue: &Venue) -> String {
    match &venue.address.town {
        Some(town) if !venue.name.contains(town.as_str()) => format!("{}, {town}", venue.name),
        _ => venue.name.clone(),
    }
}
