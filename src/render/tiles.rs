//! A poster on sheets of an office printer, to be cut and glued: [`tiles`].

use crate::diag::Diagnostics;
use crate::layout::{Press, lay_out_marks};
use crate::model::tiling::{self, Area, BLEED, MARK, OVERLAP, Window};
use crate::model::{Direction, Mm, Orientation, Paper, PaperSize, Tiling};
use crate::plan::Job;

use super::marks::{Arrow, Assembly, Cell, MarkPage, Marks, Note, RULER_HEIGHT, Ruler};
use super::pdf;
use super::print::{Composer, Drawing, PrintFile, Source, from_the_left, paper_name, steps, whole};

/// Shortest side of a window that has room for the ruler between its marks.
const RULER_ROOM: Mm = Mm(126.0);
/// Margin of the page with the plan, and the edge of the ruler where windows are small.
const MARGIN: Mm = Mm(15.0);
/// Between the parts of the plan.
const GAP: Mm = Mm(8.0);
/// Height of the head of the plan.
const HEAD: Mm = Mm(26.0);

/// The sheets of a poster, after a page with the plan of how they go together.
///
/// # Errors
/// Mistakes of the template of marks.
pub fn tiles(
    bled: &Source,
    poster: Paper,
    size: PaperSize,
    job: &Job,
    machine: &Press,
) -> Result<PrintFile, Diagnostics> {
    let tiling = Tiling::of(poster, size);
    let paper = tiling.sheet.dimensions();
    let steps = steps(job, &["tiles_1", "tiles_2", "tiles_3"], &[("{paper}", &paper_name(size))]);
    let plan = assembly(tiling, poster, job, &steps);
    let small = plan.poster;
    let ruler = Ruler { at: (Mm(paper.0.0 / 2.0), Mm(paper.1.0 - GAP.0)), turned: false };
    let mut pages = vec![MarkPage { ruler: Some(ruler), assembly: Some(plan), ..MarkPage::default() }];
    pages.extend(tiling.windows().enumerate().map(|(at, window)| sheet_marks(tiling, &window, at, job)));
    let marks = lay_out_marks(&Marks::new(paper, pages), job, machine)?;
    let marks = Source::read(pdf::plain(&marks, job)?, job)?;

    let mut composer = Composer::new(job, paper);
    let over = |page| Drawing { source: &marks, page, at: whole(paper), clip: None };
    let bleed = Mm(BLEED.0 * small.width.0 / poster.dimensions().0.0);
    let whole_poster =
        Drawing { source: bled, page: 0, at: small.grown(bleed, bleed, bleed, bleed), clip: Some(small) };
    composer.page(None, &[whole_poster, over(0)])?;
    for (at, window) in tiling.windows().enumerate() {
        composer.page(None, &[part(bled, tiling, &window, poster), over(at + 1)])?;
    }
    composer.finish("-tiles-print-only", steps)
}

/// The poster behind its window, which is open by the bleed on the sides that are cut.
fn part<'a>(bled: &'a Source, tiling: Tiling, window: &Window, poster: Paper) -> Drawing<'a> {
    let (place, (width, height)) = (tiling.place(), poster.dimensions());
    let (x, y) = (Mm(place.x.0 - window.area.x.0), Mm(place.y.0 - window.area.y.0));
    let at = Area { x, y, width, height }.grown(BLEED, BLEED, BLEED, BLEED);
    let cut = |last: bool| if last { BLEED } else { Mm(0.0) };
    let clip = place.grown(BLEED, BLEED, cut(is_last_column(tiling, window)), cut(is_last_row(tiling, window)));
    Drawing { source: bled, page: 0, at, clip: Some(clip) }
}

fn is_last_column(tiling: Tiling, window: &Window) -> bool {
    window.column + 1 == tiling.columns
}

fn is_last_row(tiling: Tiling, window: &Window) -> bool {
    window.row + 1 == tiling.rows
}

/// Where to cut at the left and the top, where the next sheets begin or the poster ends, the ruler, and the name of the sheet.
fn sheet_marks(tiling: Tiling, window: &Window, at: usize, job: &Job) -> MarkPage {
    let place = tiling.place();
    let (last_column, last_row) = (is_last_column(tiling, window), is_last_row(tiling, window));
    let end = |edge: Mm, last: bool| if last { edge } else { Mm(edge.0 - OVERLAP.0) };
    let mut page = MarkPage { ruler: Some(ruler(tiling)), ..MarkPage::default() };
    page.upright(place, place.x, false);
    page.upright(place, end(place.right(), last_column), !last_column);
    page.level(place, place.y, false);
    page.level(place, end(place.bottom(), last_row), !last_row);
    if !last_column {
        let name = tiling::name(window.column + 1, window.row);
        page.arrows.push(Arrow { at: (place.right(), Mm(place.y.0 + place.height.0 / 2.0)), down: false, name });
    }
    let (arrow, area) = lower_edge(place, job.dir);
    if !last_row {
        let name = tiling::name(window.column, window.row + 1);
        page.arrows.push(Arrow { at: (arrow, place.bottom()), down: true, name });
    }
    let number = from_the_left(&format!("{} / {}", at + 1, tiling.count()), job);
    let parts = vec![number, job.title.clone(), job.word("print_only").to_owned()];
    page.notes.push(Note { area, strong: window.name(), parts });
    page
}

/// Under a window: the arrow to the next sheet, and room for the name where lines begin, clear of the mark of the overlap.
fn lower_edge(place: Area, direction: Direction) -> (Mm, Area) {
    const CLEAR: f64 = 2.0;
    const ARROW: f64 = 12.0;
    let room = Mm(place.width.0 - OVERLAP.0 - ARROW - 3.0 * CLEAR);
    let (arrow, x) = match direction {
        Direction::Ltr => (place.right().0 - OVERLAP.0 - ARROW, place.x.0 + CLEAR),
        Direction::Rtl => (place.x.0 + 2.0 * CLEAR, place.x.0 + 2.0 * CLEAR + ARROW),
    };
    (Mm(arrow), Area { x: Mm(x), y: Mm(place.bottom().0 + BLEED.0), width: room, height: Mm(MARK.0 - 0.8) })
}

/// Between the marks of a long side, else at the edge of the sheet, where small windows leave room.
fn ruler(tiling: Tiling) -> Ruler {
    let place = tiling.place();
    let close = Mm(BLEED.0 + 0.4);
    let middle = |from: Mm, length: Mm| Mm(from.0 + (length.0 - OVERLAP.0) / 2.0);
    if place.width >= RULER_ROOM {
        Ruler { at: (middle(place.x, place.width), Mm(place.y.0 - close.0)), turned: false }
    } else if place.height >= RULER_ROOM {
        Ruler { at: (Mm(place.x.0 - close.0), middle(place.y, place.height)), turned: true }
    } else {
        Ruler { at: (Mm(tiling.sheet.dimensions().0.0 / 2.0), Mm(MARGIN.0 + RULER_HEIGHT.0)), turned: false }
    }
}

/// The page with the plan: title over the poster over the steps, or the poster beside both.
fn assembly(tiling: Tiling, poster: Paper, job: &Job, steps: &[String]) -> Assembly {
    let (width, height) = tiling.sheet.dimensions();
    let inside = whole((width, height)).grown(Mm(-MARGIN.0), Mm(-MARGIN.0), Mm(-MARGIN.0), Mm(-MARGIN.0));
    let (head, room, body) = match tiling.sheet.orientation {
        Orientation::Portrait => upright(inside),
        Orientation::Landscape => lying(inside, job.dir),
    };
    let poster_area = fitted(poster.dimensions(), room);
    let scale = poster_area.width.0 / poster.dimensions().0.0;
    let cells = tiling.windows().map(|window| {
        // a sheet covers the overlap of the one before it
        let hidden = |last: bool| if last { Mm(0.0) } else { Mm(-OVERLAP.0) };
        let (right, bottom) = (is_last_column(tiling, &window), is_last_row(tiling, &window));
        let shown = window.area.grown(Mm(0.0), Mm(0.0), hidden(right), hidden(bottom));
        Cell { name: window.name(), area: scaled(shown, scale, poster_area) }
    });
    let sheets = format!("{} × {}", tiling.count(), paper_name(tiling.sheet.size));
    let lead = job.word("tiles_sheets").replace("{sheets}", &from_the_left(&sheets, job));
    Assembly { poster: poster_area, cells: cells.collect(), head, lead, body, steps: steps.to_vec() }
}

/// The head, the room for the poster, and that for the steps.
fn upright(inside: Area) -> (Area, Area, Option<Area>) {
    let room = Area { y: Mm(inside.y.0 + HEAD.0 + GAP.0), height: Mm(inside.height.0 * 0.55), ..inside };
    let top = Mm(room.bottom().0 + GAP.0);
    let body = Area { y: top, height: Mm(inside.bottom().0 - top.0), ..inside };
    (Area { height: HEAD, ..inside }, room, Some(body))
}

/// The poster where lines begin, the words beside it.
fn lying(inside: Area, direction: Direction) -> (Area, Area, Option<Area>) {
    let half = Mm((inside.width.0 - GAP.0) / 2.0);
    let right = Mm(inside.x.0 + half.0 + GAP.0);
    let (poster, words) = match direction {
        Direction::Ltr => (inside.x, right),
        Direction::Rtl => (right, inside.x),
    };
    (Area { x: words, width: half, ..inside }, Area { x: poster, width: half, ..inside }, None)
}

/// The largest poster in the middle of a room.
fn fitted((width, height): (Mm, Mm), room: Area) -> Area {
    let scale = (room.width.0 / width.0).min(room.height.0 / height.0);
    let (width, height) = (width.0 * scale, height.0 * scale);
    let x = Mm(room.x.0 + (room.width.0 - width) / 2.0);
    let y = Mm(room.y.0 + (room.height.0 - height) / 2.0);
    Area { x, y, width: Mm(width), height: Mm(height) }
}

fn scaled(area: Area, scale: f64, on: Area) -> Area {
    Area {
        x: Mm(on.x.0 + area.x.0 * scale),
        y: Mm(on.y.0 + area.y.0 * scale),
        width: Mm(area.width.0 * scale),
        height: Mm(area.height.0 * scale),
    }
}
