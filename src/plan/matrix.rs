//! How much room each text has left, without making a sheet: [`matrix`].

use std::collections::BTreeMap;

use serde::Serialize;

use super::Wanted;
use super::boxes::Piece;
use super::legibility::Role;
use super::planner::Planner;
use super::posts::{Desks, Planners};
use super::select::{OrderLine, Selector, stem};
use crate::content::Catalog;
use crate::diag::{Diagnostics, Place};
use crate::fit::{characters_left, fit};
use crate::theme::Theme;

/// One sheet of an order and the room its texts have.
#[derive(Debug, Clone, Serialize)]
pub struct FitRow {
    /// The venue.
    pub venue: String,
    /// The language, or two.
    pub lang: String,
    /// Name of the sheet, the last part of its address.
    pub sheet: String,
    /// Medium.
    pub medium: &'static str,
    /// Paper or screen.
    pub size: String,
    /// How far away it is read, in metres; nothing on a screen.
    pub distance_m: Option<f64>,
    /// Its texts.
    pub texts: Vec<Text>,
}

/// One text of a sheet.
#[derive(Debug, Clone, Serialize)]
pub struct Text {
    /// Name of the box.
    #[serde(rename = "box")]
    pub name: String,
    /// What it is for; nothing on a screen.
    pub role: Option<Role>,
    /// The tip it belongs to.
    pub tip: Option<String>,
    /// The words.
    pub words: String,
    /// File and line.
    pub place: Option<String>,
    /// How many more characters the box holds in words of average letters, or how many are too many where this is negative.
    pub left: i64,
    /// Height of its capitals alone in its box, in millimetres; nothing on a screen, or where it does not fit.
    pub cap_mm: Option<f64>,
    /// Lowest height of its capitals, in millimetres; nothing on a screen.
    pub lowest_cap_mm: Option<f64>,
}

/// The room of every text in a box of fixed size, sheet by sheet in the order of the plan. Text that flows is in no box.
pub fn matrix(
    catalog: &Catalog,
    themes: &BTreeMap<String, Theme>,
    wanted: &Wanted,
    diagnostics: &mut Diagnostics,
) -> Vec<FitRow> {
    let mut rows = Vec::new();
    for venue in catalog.venues.values().filter(|venue| wanted.venue(&venue.id)) {
        let Some(theme) = themes.get(&venue.theme) else { continue };
        let mut selector = Selector::new(catalog, venue, wanted);
        let lines = selector.lines();
        diagnostics.append(&mut selector.diagnostics);
        let desks = Desks::of(venue);
        let planners = Planners::new(catalog, theme, &desks);
        let drawn = lines.iter().filter(|line| !line.only_words);
        rows.extend(
            drawn.filter_map(|line| row(planners.of(line), line, diagnostics)).filter(|row| !row.texts.is_empty()),
        );
    }
    rows
}

fn row<'a>(planner: &Planner<'a>, line: &OrderLine<'a>, diagnostics: &mut Diagnostics) -> Option<FitRow> {
    let spoken = planner.spoken(line, diagnostics);
    if spoken.is_empty() {
        return None;
    }
    let sheet = planner.fitted(line, &spoken);
    let fitting = sheet.pieces.values().map(|piece| text(piece, characters_left(&piece.text, &piece.space), &sheet));
    let refused = sheet.refusals.iter().map(|refusal| {
        let whole = refusal.piece.words.chars().count();
        let over = refusal.long.as_ref().map_or(whole, |long| long.characters);
        text(&refusal.piece, -(over as i64), &sheet)
    });
    Some(FitRow {
        venue: planner.venue.id.clone(),
        lang: line.languages().to_string(),
        sheet: stem(line),
        medium: line.medium.name(),
        size: line.size.to_string(),
        distance_m: line.size.paper().map(|_| sheet.distance.metres()),
        texts: fitting.chain(refused).collect(),
    })
}

fn text(piece: &Piece, left: i64, sheet: &super::fitted::FittedSheet) -> Text {
    let hundredths = |value: f64| (value * 100.0).round() / 100.0;
    let fitted = fit(&piece.text, &piece.space).ok().filter(|_| piece.role.is_some());
    Text {
        name: piece.name.clone(),
        role: piece.role,
        tip: piece.tip.clone(),
        words: piece.words.clone(),
        place: piece.place.as_ref().map(Place::brief),
        left,
        cap_mm: fitted.map(|fitted| hundredths(piece.cap_at(fitted.size).0)),
        lowest_cap_mm: piece.role.map(|role| hundredths(role.lowest_cap(sheet.distance).0)),
    }
}
