//! The one-tip poster: a drawing, a huge action, a support line, keys and the foot; on a sheet on its side the drawing stands
//! beside the words. [`one_tip`] is the way in.

use crate::fit::{Measured, TextBox, fit};
use crate::model::Inline;
use crate::plan::legibility::Role;
use crate::plan::sheet::OneTip;
use crate::theme::{Ruler, TipBoxes};

use super::foot::{Foot, FootSizes};
use super::{DISPLAY, Fitting, Piece, SAFE, Space, TEXT, Voice, text_box};

/// Words that carry the meaning stay on one line, unless that makes the text smaller than this part.
const WORTH_GLUING: f64 = 0.78;
/// How much the sheet is tightened until all texts fit.
const TIGHTENING: [f64; 3] = [0.0, 0.5, 1.0];
/// A sheet that is so much wider than high is laid out on its side.
const WIDE: f64 = 1.15;
/// The drawing of a sheet on its side takes this part of the width, loose and tight.
const ART_OF_WIDTH: (f64, f64) = (0.36, 0.2);
/// Height of the support line, in `u`, at most.
const SUPPORT_HEIGHT: f64 = 22.0;
/// Side of the QR code, in `u`, unless it must be larger to be read.
const QR: f64 = 15.0;
/// Between the code or the logo and what stands beside it, in `u`.
const BESIDE: f64 = 3.0;

/// Where the parts of a one-tip poster stand, in points from the top and from the side the language is read from.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct TipGeometry {
    /// Margin.
    pub margin: f64,
    /// Where the words begin.
    pub x: f64,
    /// Top of the capitals of the title.
    pub title: f64,
    /// Top of the capitals of the support line.
    pub support: f64,
    /// Top of the keys.
    pub keys: f64,
    /// Top of the foot.
    pub foot: f64,
    /// Texts of the foot.
    pub notes: Foot,
    /// Room of the drawing: left, top, width, height.
    pub art: [f64; 4],
    /// Side of the QR code; nothing where there is none.
    pub qr: f64,
    /// Width of the logo; nothing where there is none.
    pub logo: f64,
}

/// Fits the one-tip poster, and says where its parts stand.
pub fn one_tip(fitting: &mut Fitting<'_>, voice: &Voice<'_, OneTip>) -> TipGeometry {
    let mut last = None;
    for tight in TIGHTENING {
        let mut tried = fitting.afresh();
        let geometry = attempt(&mut tried, voice, tight);
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

fn attempt(fitting: &mut Fitting<'_>, voice: &Voice<'_, OneTip>, tight: f64) -> TipGeometry {
    let boxes = fitting.theme.file.boxes.tip.clone();
    let (page_width, page_height) = fitting.size.points();
    let (page_width, page_height) = (page_width.0, page_height.0);
    let u = page_width.min(page_height) / 100.0;
    let wide = page_width > WIDE * page_height;
    let margin = (boxes.margin * u).max(SAFE.to_pt().0);
    let art_width = if wide {
        (ART_OF_WIDTH.0 + (ART_OF_WIDTH.1 - ART_OF_WIDTH.0) * tight) * page_width
    } else {
        page_width - 2.0 * margin
    };
    let x = if wide { margin + art_width + boxes.gap * u } else { margin };
    let width = page_width - x - margin;

    // a logo stands on paper of its own, the code on its quiet zone
    let logo = fitting.venue.logo.as_ref().map_or(0.0, |logo| (13.0 * u).min(5.0 * u * logo.ratio));
    let qr = fitting.qr.map_or(0.0, |qr| qr.least.0.max(QR * u));
    let beside = [logo + if logo > 0.0 { 2.4 * u } else { 0.0 }, qr].into_iter().filter(|side| *side > 0.0);
    let taken: f64 = beside.map(|side| side + BESIDE * u).sum();
    let sizes = FootSizes { help: None, name: boxes.name_max * u, details: boxes.details_max * u, beside: 0.0 };
    let notes = fitting.put_foot(&[(voice, "")], sizes, width - taken, tight);
    let foot = page_height - margin - notes.height.max(qr);

    let keys_height = keys(fitting, voice, &boxes, u, width);
    let keys_top = foot - if keys_height > 0.0 { keys_height + 3.4 * u } else { 2.4 * u };
    let support_height = support(fitting, voice, &boxes, u, width);
    let support_top = keys_top - if support_height > 0.0 { support_height + 3.0 * u } else { 0.0 };
    let art_least = if wide { 0.0 } else { (boxes.art_min + boxes.gap) * u };
    let title_room = support_top - margin - art_least - 0.8 * boxes.gap * u;
    let title_height =
        action(fitting, voice, &boxes, width, title_room.min(boxes.title_height * u * if wide { 1.3 } else { 1.0 }));
    let title = support_top - 0.8 * boxes.gap * u - title_height;
    let art_height = if wide { page_height - 2.0 * margin } else { title - 1.7 * boxes.gap * u - margin };
    let art = [margin, margin, art_width, art_height];
    TipGeometry { margin, x, title, support: support_top, keys: keys_top, foot, notes, art, qr, logo }
}

/// Gives the height of the title, tails included.
fn action(fitting: &mut Fitting<'_>, voice: &Voice<'_, OneTip>, boxes: &TipBoxes, width: f64, height: f64) -> f64 {
    let (page_width, page_height) = fitting.size.points();
    let u = page_width.0.min(page_height.0) / 100.0;
    let display = fitting.ruler(voice.lang, DISPLAY, -0.025);
    let min = fitting.lowest(Role::Title, &Measured::inlines(&display, &voice.actions[0]));
    let max = boxes.title_max * u;
    let space = text_box(voice.lang, Space { width, height, max, min, lead: 0.96, lines: 4 });
    let piece = Piece {
        name: "action".to_owned(),
        text: action_text(&display, &voice.actions[0], &space),
        space,
        role: Some(Role::Title),
        words: voice.sheet.tip.action.clone(),
        place: Some(voice.places[0].clone()),
        tip: Some(voice.sheet.tip.id.clone()),
    };
    fitting.put(piece);
    height_of(fitting, "action")
}

fn support(fitting: &mut Fitting<'_>, voice: &Voice<'_, OneTip>, boxes: &TipBoxes, u: f64, width: f64) -> f64 {
    let words = &voice.sheet.tip.support;
    if words.is_empty() {
        return 0.0;
    }
    let ruler = fitting.ruler(voice.lang, TEXT, 0.0);
    let text = Measured::text(&ruler, words);
    let (max, min) = (boxes.support_max * u, fitting.lowest(Role::Support, &text));
    let space = Space { width, height: SUPPORT_HEIGHT * u, max, min, lead: 1.12, lines: 4 };
    let piece = Piece {
        name: "support".to_owned(),
        text,
        space: text_box(voice.lang, space),
        role: Some(Role::Support),
        words: words.clone(),
        place: Some(voice.places[0].find(words.split(' ').next().unwrap_or_default())),
        tip: Some(voice.sheet.tip.id.clone()),
    };
    fitting.put(piece);
    height_of(fitting, "support")
}

fn keys(fitting: &mut Fitting<'_>, voice: &Voice<'_, OneTip>, boxes: &TipBoxes, u: f64, width: f64) -> f64 {
    let chords = &voice.sheet.tip.keys;
    if chords.is_empty() {
        return 0.0;
    }
    let (max, min) = (boxes.keys * u, fitting.lowest_keys(voice.lang, chords));
    let space = text_box(voice.lang, Space { width, height: f64::INFINITY, max, min, lead: 1.0, lines: 1 });
    fitting.put_keys("keys".to_owned(), voice.lang, chords, space);
    fitting.keys.get("keys").map_or(0.0, |keys| keys.height.0)
}

/// From the top of the capitals to the end of the tails.
fn height_of(fitting: &Fitting<'_>, name: &str) -> f64 {
    fitting.fits.get(name).map_or(0.0, |fitted| fitted.natural_height().0 + fitted.depth * fitted.size.0)
}

fn action_text(display: &Ruler, action: &[Inline], space: &TextBox) -> Measured {
    let (free, glued) = (Measured::inlines(display, action), Measured::glued(display, action));
    let size = |text: &Measured| fit(text, space).map_or(0.0, |fitted| fitted.size.0);
    let worth = size(&glued) > 0.0 && size(&glued) >= WORTH_GLUING * size(&free);
    if worth { glued } else { free }
}
