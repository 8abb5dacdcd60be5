//! What stands around the pages of a print-only file: [`MarkPage`]. The template of marks of a theme draws it, so that words in any
//! script are shaped; lengths are millimetres on the page.

use serde::Serialize;

use crate::model::Mm;
use crate::model::tiling::{Area, BLEED, MARK};

/// Length of the ruler that proves that nothing was scaled.
const RULER: Mm = Mm(100.0);
/// Room that the ruler takes with its ticks and its words.
pub const RULER_HEIGHT: Mm = Mm(4.6);

/// Marks of one page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct MarkPage {
    /// Lines where paper is cut, and dashed ones where the next sheet begins.
    pub lines: Vec<Line>,
    /// The ruler.
    pub ruler: Option<Ruler>,
    /// Words.
    pub notes: Vec<Note>,
    /// Names of the next sheets.
    pub arrows: Vec<Arrow>,
    /// The plan of all sheets, on a page of its own.
    pub assembly: Option<Assembly>,
}

/// All pages of marks of a file, which have one size.
#[derive(Debug, Clone, Serialize)]
pub struct Marks {
    /// Width and height of the pages.
    pub paper: (Mm, Mm),
    /// Length of the ruler.
    pub ruler: Mm,
    /// Pages.
    pub pages: Vec<MarkPage>,
}

/// A thin line.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// One end.
    pub from: (Mm, Mm),
    /// The other.
    pub to: (Mm, Mm),
    /// Whether it shows where the next sheet begins.
    pub dashed: bool,
}

/// The ruler, whose ticks and words stand above its line.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Ruler {
    /// The middle of its line.
    pub at: (Mm, Mm),
    /// Whether it reads from the bottom to the top.
    pub turned: bool,
}

/// Words on one line, made smaller where the line is short.
#[derive(Debug, Clone, Serialize)]
pub struct Note {
    /// The room they have; the baseline is its bottom.
    pub area: Area,
    /// What is large.
    pub strong: String,
    /// What follows, set apart by dots.
    pub parts: Vec<String>,
}

/// The name of the next sheet, with the way to it.
#[derive(Debug, Clone, Serialize)]
pub struct Arrow {
    /// The tip of the arrow stands here; the name follows it.
    pub at: (Mm, Mm),
    /// Whether it points down rather than right.
    pub down: bool,
    /// The name.
    pub name: String,
}

/// The plan of all sheets.
#[derive(Debug, Clone, Serialize)]
pub struct Assembly {
    /// Where the small poster stands.
    pub poster: Area,
    /// The sheets on it.
    pub cells: Vec<Cell>,
    /// Room for the title and the number of sheets, and for the steps where they have none of their own.
    pub head: Area,
    /// What stands under the title.
    pub lead: String,
    /// Room for the steps.
    pub body: Option<Area>,
    /// The steps.
    pub steps: Vec<String>,
}

/// A sheet on the plan.
#[derive(Debug, Clone, Serialize)]
pub struct Cell {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub area: Area,
}

impl Marks {
    /// Marks of pages of this size.
    pub fn new(paper: (Mm, Mm), pages: Vec<MarkPage>) -> Self {
        Marks { paper, ruler: RULER, pages }
    }
}

impl MarkPage {
    /// Marks at both ends of an upright line, outside the bleed of an area.
    pub fn upright(&mut self, area: Area, x: Mm, dashed: bool) {
        for (near, far) in ends(area.y, area.bottom()) {
            self.lines.push(Line { from: (x, near), to: (x, far), dashed });
        }
    }

    /// Marks at both ends of a level line, outside the bleed of an area.
    pub fn level(&mut self, area: Area, y: Mm, dashed: bool) {
        for (near, far) in ends(area.x, area.right()) {
            self.lines.push(Line { from: (near, y), to: (far, y), dashed });
        }
    }
}

/// Marks before a stretch and after it.
fn ends(from: Mm, to: Mm) -> [(Mm, Mm); 2] {
    let far = BLEED.0 + MARK.0;
    [(Mm(from.0 - BLEED.0), Mm(from.0 - far)), (Mm(to.0 + BLEED.0), Mm(to.0 + far))]
}
