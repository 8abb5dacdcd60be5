//! The one-tip poster: a huge action, a support line, keys and the name of the venue. [`one_tip`] is the way in.

use crate::diag::Place;
use crate::fit::{Measured, TextBox, fit};
use crate::model::Inline;
use crate::plan::sheet::OneTip;
use crate::theme::Ruler;

use super::{DISPLAY, Fitting, LABEL, Piece, Space, TEXT};

/// Words that carry the meaning stay on one line, unless that makes the text smaller than this part.
const WORTH_GLUING: f64 = 0.78;

/// Fits the one-tip poster.
pub fn one_tip(fitting: &mut Fitting<'_>, sheet: &OneTip, action: &[Inline], place: &Place) {
    let boxes = fitting.theme.file.boxes.tip.clone();
    let (page_width, page_height) = fitting.size.points();
    let u = page_width.0.min(page_height.0) / 100.0;
    let width = (100.0 - 2.0 * boxes.margin) * u;

    let (max, min) = (boxes.title_max * u, boxes.title_min * u);
    let space = fitting.space(Space { width, height: boxes.title_height * u, max, min, lead: 0.96, lines: 4 });
    let text = action_text(&fitting.ruler(DISPLAY, -0.025), action, &space);
    let place = Some(place.clone());
    let words = sheet.tip.action.clone();
    fitting.put(Piece { name: "action".to_owned(), text, space, place: place.clone(), words });

    if !sheet.tip.support.is_empty() {
        let (max, min) = (boxes.support_max * u, boxes.support_min * u);
        let space = fitting.space(Space { width, height: boxes.support_height * u, max, min, lead: 1.12, lines: 3 });
        let words = sheet.tip.support.clone();
        let text = Measured::text(&fitting.ruler(TEXT, 0.0), &words);
        fitting.put(Piece { name: "support".to_owned(), text, space, place, words });
    }
    if !sheet.tip.keys.is_empty() {
        fitting.put_keys("keys".to_owned(), &sheet.tip.keys, width, boxes.keys * u, 0.5 * boxes.keys * u);
    }
    let (max, min) = (boxes.name_max * u, boxes.name_min * u);
    // the end of the foot belongs to the logo
    fitting.put_name(LABEL, Space { width: width * 0.72, height: boxes.foot * u, max, min, lead: 1.14, lines: 3 });
}

fn action_text(display: &Ruler, action: &[Inline], space: &TextBox) -> Measured {
    let (free, glued) = (Measured::inlines(display, action), Measured::glued(display, action));
    let size = |text: &Measured| fit(text, space).map_or(0.0, |fitted| fitted.size.0);
    let worth = size(&glued) > 0.0 && size(&glued) >= WORTH_GLUING * size(&free);
    if worth { glued } else { free }
}
