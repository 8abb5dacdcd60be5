//! A wallpaper: a headline, up to three tips on their discs, and the name of the venue, clear of icons and bars. [`wallpaper`] is
//! the way in.

use crate::fit::Measured;
use crate::model::ScreenSize;
use crate::plan::sheet::Wallpaper;
use crate::theme::WallpaperBoxes;

use super::{DISPLAY, Fitting, LABEL, Piece, Space, TEXT, Voice, name_words, text_box};

/// Smallest keys, names and notes, as a part of the largest.
const SMALLEST: f64 = 0.7;

/// Fits a wallpaper, and says where its block stands.
pub fn wallpaper(fitting: &mut Fitting<'_>, voice: &Voice<'_, Wallpaper>, screen: ScreenSize) -> WallpaperGeometry {
    let boxes = fitting.theme.file.boxes.wallpaper.clone();
    let geometry = WallpaperGeometry::of(screen, voice.sheet.tips.len(), &boxes, voice.sheet.icons_side);
    head(fitting, voice, &boxes, &geometry);
    tips(fitting, voice, &boxes, &geometry);
    geometry
}

fn head(fitting: &mut Fitting<'_>, voice: &Voice<'_, Wallpaper>, boxes: &WallpaperBoxes, geometry: &WallpaperGeometry) {
    let (u, sheet) = (geometry.u, voice.sheet);
    let tall = boxes.head * u;
    let lines = [sheet.title[0].as_str(), sheet.title[1].as_str()];
    let text = Measured::lines(&fitting.ruler(voice.lang, DISPLAY, -0.02), &lines);
    let (max, min) = (boxes.title_max * u, boxes.min * u);
    let space = Space { width: geometry.title_width, height: tall, max, min, lead: 1.06, lines: 2 };
    let space = text_box(voice.lang, space);
    fitting.put(Piece::of_layout("title".to_owned(), text, &sheet.title.join(" "), space, None));

    let (width, max, words) = (geometry.name_width, boxes.name_max * u, name_words(fitting.venue));
    let space = Space { width, height: tall * 0.62, max, min: SMALLEST * max, lead: 1.14, lines: 4 };
    let text = Measured::text(&fitting.ruler(voice.lang, LABEL, 0.0), &words);
    let piece = Piece::of_layout("name".to_owned(), text, &words, text_box(voice.lang, space), None);
    fitting.put(Piece { place: Some(fitting.venue.place.clone()), ..piece });
    let text = Measured::text(&fitting.ruler(voice.lang, TEXT, 0.0), &sheet.help);
    let space = Space { width, height: tall * 0.34, max, min: SMALLEST * max, lead: 1.2, lines: 2 };
    fitting.put(Piece::of_layout("help".to_owned(), text, &sheet.help, text_box(voice.lang, space), None));
}

/// Under an action stand its keys, or else its support line.
fn tips(fitting: &mut Fitting<'_>, voice: &Voice<'_, Wallpaper>, boxes: &WallpaperBoxes, geometry: &WallpaperGeometry) {
    let (u, width, lang) = (geometry.u, geometry.column, voice.lang);
    let (display, plain) = (fitting.ruler(lang, DISPLAY, -0.02), fitting.ruler(lang, TEXT, 0.0));
    let (max, min) = (boxes.action_max * u, boxes.min * u);
    let action = text_box(lang, Space { width, height: boxes.action_height * u, max, min, lead: 1.06, lines: 3 });
    let max = boxes.note_max * u;
    let space = Space { width, height: boxes.note_height * u, max, min: 0.72 * max, lead: 1.2, lines: 4 };
    let note = text_box(lang, space);
    let (mut actions, mut notes) = (Vec::new(), Vec::new());
    for (at, tip) in voice.sheet.tips.iter().enumerate() {
        let of_tip = |name: &str, text, space, words: &String| Piece {
            name: format!("{name}-{}", at + 1),
            text,
            space,
            role: None,
            words: words.clone(),
            place: Some(voice.places[at].clone()),
            tip: Some(tip.id.clone()),
        };
        actions.push(of_tip("action", Measured::inlines(&display, &voice.actions[at]), action, &tip.action));
        if !tip.keys.is_empty() {
            let max = boxes.keys * u;
            let space = Space { width, height: f64::INFINITY, max, min: SMALLEST * max, lead: 1.0, lines: 1 };
            fitting.put_keys(format!("keys-{}", at + 1), lang, &tip.keys, text_box(lang, space));
        } else if !tip.support.is_empty() {
            notes.push(of_tip("note", Measured::text(&plain, &tip.support), note, &tip.support));
        }
    }
    fitting.put_together(actions);
    fitting.put_together(notes);
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
