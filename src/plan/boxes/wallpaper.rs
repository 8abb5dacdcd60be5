//! A wallpaper: a headline, up to three tips on their discs, and the name of the venue, clear of icons and bars. [`wallpaper`] is
//! the way in.

use crate::diag::Place;
use crate::fit::Measured;
use crate::model::{Inline, ScreenSize};
use crate::plan::sheet::Wallpaper;
use crate::theme::WallpaperBoxes;

use super::{DISPLAY, Fitting, LABEL, Piece, Space, TEXT};

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
    head(fitting, sheet, &boxes, &geometry);
    tips(fitting, sheet, &boxes, &geometry, actions, places);
    geometry
}

fn head(fitting: &mut Fitting<'_>, sheet: &Wallpaper, boxes: &WallpaperBoxes, geometry: &WallpaperGeometry) {
    let u = geometry.u;
    let tall = boxes.head * u;
    let lines = [sheet.title[0].as_str(), sheet.title[1].as_str()];
    let text = Measured::lines(&fitting.ruler(DISPLAY, -0.02), &lines);
    let (max, min) = (boxes.title_max * u, boxes.min * u);
    let space = Space { width: geometry.title_width, height: tall, max, min, lead: 1.06, lines: 2 };
    fitting.put_words("title", text, &sheet.title.join(" "), space);

    let (width, max) = (geometry.name_width, boxes.name_max * u);
    let min = 0.68 * max;
    fitting.put_name(LABEL, Space { width, height: tall * 0.62, max, min, lead: 1.14, lines: 4 });
    let text = Measured::text(&fitting.ruler(TEXT, 0.0), &sheet.help);
    let space = Space { width, height: tall * 0.34, max, min, lead: 1.2, lines: 2 };
    fitting.put_words("help", text, &sheet.help, space);
}

/// Under an action stand its keys, or else its support line.
fn tips(
    fitting: &mut Fitting<'_>,
    sheet: &Wallpaper,
    boxes: &WallpaperBoxes,
    geometry: &WallpaperGeometry,
    actions: &[Vec<Inline>],
    places: &[Place],
) {
    let (u, width) = (geometry.u, geometry.column);
    let (display, plain) = (fitting.ruler(DISPLAY, -0.02), fitting.ruler(TEXT, 0.0));
    let (max, min) = (boxes.action_max * u, boxes.min * u);
    let action = fitting.space(Space { width, height: boxes.action_height * u, max, min, lead: 1.06, lines: 3 });
    let (max, min) = (boxes.note_max * u, 0.72 * boxes.note_max * u);
    let note = fitting.space(Space { width, height: boxes.note_height * u, max, min, lead: 1.2, lines: 4 });
    let (mut action_pieces, mut note_pieces) = (Vec::new(), Vec::new());
    for (at, tip) in sheet.tips.iter().enumerate() {
        let place = Some(places[at].clone());
        let text = Measured::inlines(&display, &actions[at]);
        let (name, words) = (format!("action-{}", at + 1), tip.action.clone());
        action_pieces.push(Piece { name, text, space: action, place: place.clone(), words });
        if !tip.keys.is_empty() {
            fitting.put_keys(format!("keys-{}", at + 1), &tip.keys, width, boxes.keys * u, 0.7 * boxes.keys * u);
        } else if !tip.support.is_empty() {
            let text = Measured::text(&plain, &tip.support);
            let (name, words) = (format!("note-{}", at + 1), tip.support.clone());
            note_pieces.push(Piece { name, text, space: note, place, words });
        }
    }
    fitting.put_together(action_pieces);
    fitting.put_together(note_pieces);
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
    fn of(screen: ScreenSize, tips: usize, boxes: &WallpaperBoxes, icons_side: &str) -> Self {
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
