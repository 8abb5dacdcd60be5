//! A poster cut into sheets of an office printer: [`Tiling`]. Only arithmetic; the drawing is done where files are made.

use serde::Serialize;

use super::{Mm, Orientation, Paper, PaperSize};

/// What is drawn beyond the edge where paper is cut, so that no white shows beside a crooked cut.
pub const BLEED: Mm = Mm(3.0);
/// Length of a mark that says where to cut.
pub const MARK: Mm = Mm(5.0);
/// What neighbouring sheets show of each other, for the glue.
pub const OVERLAP: Mm = Mm(10.0);
/// Edge that office printers leave white.
const UNPRINTABLE: Mm = Mm(5.0);

/// A rectangle, from the top left corner of a sheet or a poster.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Area {
    /// From the left.
    pub x: Mm,
    /// From the top.
    pub y: Mm,
    /// Width.
    pub width: Mm,
    /// Height.
    pub height: Mm,
}

/// A poster cut into equal windows, each printed on a sheet of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tiling {
    /// The sheets.
    pub sheet: Paper,
    /// Sheets side by side.
    pub columns: usize,
    /// Sheets above each other.
    pub rows: usize,
    poster: (Mm, Mm),
}

/// What one sheet shows of the poster.
#[derive(Debug, Clone, PartialEq)]
pub struct Window {
    /// Its place in the row, from 0 at the left, whatever the language: sheets are put together on a wall.
    pub column: usize,
    /// Its row, from 0 at the top.
    pub row: usize,
    /// Its place on the poster.
    pub area: Area,
}

impl Area {
    /// The right edge.
    pub fn right(self) -> Mm {
        Mm(self.x.0 + self.width.0)
    }

    /// The bottom edge.
    pub fn bottom(self) -> Mm {
        Mm(self.y.0 + self.height.0)
    }

    /// The same, larger by so much at the left, the top, the right and the bottom.
    pub fn grown(self, left: Mm, top: Mm, right: Mm, bottom: Mm) -> Area {
        Area {
            x: Mm(self.x.0 - left.0),
            y: Mm(self.y.0 - top.0),
            width: Mm(self.width.0 + left.0 + right.0),
            height: Mm(self.height.0 + top.0 + bottom.0),
        }
    }
}

impl Tiling {
    /// A poster on upright sheets of this size, or on sheets on their side where that takes fewer.
    pub fn of(poster: Paper, size: PaperSize) -> Self {
        let held = |orientation| Tiling::held(poster, Paper { size, orientation });
        let (upright, lying) = (held(Orientation::Portrait), held(Orientation::Landscape));
        if lying.count() < upright.count() { lying } else { upright }
    }

    fn held(poster: Paper, sheet: Paper) -> Self {
        let (width, height) = poster.dimensions();
        let (wide, high) = widest(sheet);
        Tiling { sheet, columns: count(width, wide), rows: count(height, high), poster: (width, height) }
    }

    /// Sheets it takes.
    pub fn count(self) -> usize {
        self.columns * self.rows
    }

    /// All windows, row by row from the top left.
    pub fn windows(self) -> impl Iterator<Item = Window> {
        let (width, height) = self.window();
        (0..self.rows).flat_map(move |row| {
            (0..self.columns).map(move |column| {
                let x = Mm(column as f64 * (width.0 - OVERLAP.0));
                let y = Mm(row as f64 * (height.0 - OVERLAP.0));
                Window { column, row, area: Area { x, y, width, height } }
            })
        })
    }

    /// Width and height of all windows.
    fn window(self) -> (Mm, Mm) {
        let side = |poster: Mm, count: usize| Mm((poster.0 - OVERLAP.0) / count as f64 + OVERLAP.0);
        (side(self.poster.0, self.columns), side(self.poster.1, self.rows))
    }

    /// Where the window stands on every sheet: in the middle.
    pub fn place(self) -> Area {
        let ((width, height), (sheet_width, sheet_height)) = (self.window(), self.sheet.dimensions());
        let middle = |sheet: Mm, window: Mm| Mm((sheet.0 - window.0) / 2.0);
        Area { x: middle(sheet_width, width), y: middle(sheet_height, height), width, height }
    }
}

impl Window {
    /// `B3`: rows by letter, columns by number. The tallest poster on the smallest sheets takes 16 rows.
    pub fn name(&self) -> String {
        name(self.column, self.row)
    }
}

/// The name of the sheet of this column and row, both from 0.
pub fn name(column: usize, row: usize) -> String {
    format!("{}{}", char::from(b'A' + row.min(25) as u8), column + 1)
}

/// Whether a poster goes on one sheet of this size, so that nothing is to be cut and glued.
pub fn fits_on_one(poster: Paper, size: PaperSize) -> bool {
    let sorted = |(width, height): (Mm, Mm)| if width > height { (height, width) } else { (width, height) };
    let ((short, long), (sheet_short, sheet_long)) = (sorted(poster.dimensions()), sorted(size.dimensions()));
    short <= sheet_short && long <= sheet_long
}

/// The largest window of a sheet: around it stand the bleed and the marks, which a printer must reach.
fn widest(sheet: Paper) -> (Mm, Mm) {
    let (width, height) = sheet.dimensions();
    let around = 2.0 * (UNPRINTABLE.0 + MARK.0 + BLEED.0);
    (Mm(width.0 - around), Mm(height.0 - around))
}

fn count(poster: Mm, window: Mm) -> usize {
    // a poster that fills its windows to the last hair takes no sheet more
    const HAIR: f64 = 1e-9;
    (((poster.0 - OVERLAP.0) / (window.0 - OVERLAP.0) - HAIR).ceil() as usize).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POSTERS: [&str; 8] = ["a3", "a2", "a1", "a0", "100x2500mm", "2500x2500mm", "200x281mm", "211x298mm"];

    fn paper(text: &str, orientation: Orientation) -> Paper {
        Paper { size: PaperSize::parse(text).unwrap(), orientation }
    }

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    fn all() -> impl Iterator<Item = (Paper, Tiling)> {
        let sheets = [PaperSize::A4, PaperSize::A3];
        let held = [Orientation::Portrait, Orientation::Landscape];
        POSTERS.into_iter().flat_map(move |text| {
            held.into_iter().flat_map(move |orientation| {
                sheets.map(|sheet| (paper(text, orientation), Tiling::of(paper(text, orientation), sheet)))
            })
        })
    }

    #[test]
    fn sheets_of_iso_posters() {
        let tiles = |text, sheet| {
            let tiling = Tiling::of(paper(text, Orientation::Portrait), sheet);
            (tiling.columns, tiling.rows, tiling.sheet.orientation)
        };
        assert_eq!(tiles("a3", PaperSize::A4), (2, 2, Orientation::Portrait));
        assert_eq!(tiles("a2", PaperSize::A4), (2, 4, Orientation::Landscape));
        assert_eq!(tiles("a1", PaperSize::A4), (3, 5, Orientation::Landscape));
        assert_eq!(tiles("a2", PaperSize::A3), (2, 2, Orientation::Portrait));
        assert_eq!(tiles("a1", PaperSize::A3), (2, 4, Orientation::Landscape));
    }

    /// First windows begin at the edges, last ones end there, and each shares exactly the overlap with the one before.
    #[test]
    fn every_point_is_on_a_sheet() {
        for (poster, tiling) in all() {
            let (width, height) = poster.dimensions();
            let windows: Vec<Window> = tiling.windows().collect();
            assert_eq!(windows.len(), tiling.count());
            for Window { column, row, area } in &windows {
                assert!(*column > 0 || near(area.x.0, 0.0));
                assert!(*row > 0 || near(area.y.0, 0.0));
                assert!(column + 1 < tiling.columns || near(area.right().0, width.0), "{poster}");
                assert!(row + 1 < tiling.rows || near(area.bottom().0, height.0), "{poster}");
                let beside = windows.iter().find(|other| other.column == column + 1 && other.row == *row);
                assert!(beside.is_none_or(|other| near(area.right().0 - other.area.x.0, OVERLAP.0)));
                let below = windows.iter().find(|other| other.row == row + 1 && other.column == *column);
                assert!(below.is_none_or(|other| near(area.bottom().0 - other.area.y.0, OVERLAP.0)));
            }
        }
    }

    #[test]
    fn printers_reach_everything() {
        for (poster, tiling) in all() {
            let (width, height) = tiling.sheet.dimensions();
            let around = Mm(BLEED.0 + MARK.0);
            let printed = tiling.place().grown(around, around, around, around);
            let edge = UNPRINTABLE.0 - 1e-9;
            assert!(printed.x.0 >= edge && printed.y.0 >= edge, "{poster}");
            assert!(printed.right().0 <= width.0 - edge && printed.bottom().0 <= height.0 - edge, "{poster}");
        }
    }

    #[test]
    fn names_and_posters_that_fit() {
        assert_eq!((name(0, 0), name(2, 1)), ("A1".to_owned(), "B3".to_owned()));
        let most = all().map(|(_, tiling)| tiling.rows).max();
        assert!(most.is_some_and(|rows| rows <= 26));
        let fits = |text, orientation| fits_on_one(paper(text, orientation), PaperSize::A4);
        assert!(fits("a4", Orientation::Portrait) && fits("a4", Orientation::Landscape));
        assert!(fits("290x200mm", Orientation::Portrait) && !fits("a3", Orientation::Portrait));
        assert!(!fits("211x200mm", Orientation::Portrait) || fits("200x211mm", Orientation::Portrait));
    }
}
