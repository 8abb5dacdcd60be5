//! Pages of a folded booklet side by side on sheets of twice their size: [`booklet`].

use crate::diag::{Diagnostic, Diagnostics, Message};
use crate::model::tiling::Area;
use crate::model::{Direction, Mm, Orientation, Paper};
use crate::plan::Job;

use super::print::{Composer, Drawing, PrintFile, Source, paper_name, steps};

/// Thickness of a sheet of office paper (80 g/m²).
const SHEET: Mm = Mm(0.10);
/// By how much more than their thickness folded sheets push the ones inside them outwards.
const FOLD: f64 = 1.4;
/// Creep that nobody sees.
const LEAST_CREEP: Mm = Mm(0.5);
/// Pages on a folded sheet.
const PAGES_PER_SHEET: usize = 4;

/// A booklet for printing on both sides, flipped on the short edge. Pages stand against the fold at their true size; what the
/// paper has more is left at the outer edges.
///
/// # Errors
/// A booklet that cannot be read back.
pub fn booklet(bytes: &[u8], pages: usize, job: &Job) -> Result<PrintFile, Diagnostics> {
    let source = Source::read(bytes.to_vec(), job)?;
    let page = (job.width.to_mm(), job.height.to_mm());
    let sheet = job.size.paper().and_then(|paper| paper.size.unfolded());
    let sheet = sheet.map(|size| Paper { size, orientation: Orientation::Landscape });
    let paper = sheet.map_or((Mm(2.0 * page.0.0), page.1), Paper::dimensions);
    let [left_at, right_at] = halves(page, paper);
    let mut composer = Composer::new(job, paper);
    for (left, right) in sides(pages, job.dir) {
        let drawing = |page, at| Drawing { source: &source, page, at, clip: Some(at) };
        composer.page(None, &[drawing(left, left_at), drawing(right, right_at)])?;
    }
    let name = sheet.map_or_else(String::new, |sheet| paper_name(sheet.size));
    let steps = steps(job, &["fold_1", "fold_2", "fold_3", "fold_4"], &[("{paper}", &name)]);
    composer.finish("-print-only", steps)
}

/// Where the two pages of a side stand.
fn halves(page: (Mm, Mm), paper: (Mm, Mm)) -> [Area; 2] {
    let (fold, y) = (paper.0.0 / 2.0, Mm((paper.1.0 - page.1.0) / 2.0));
    [fold - page.0.0, fold].map(|x| Area { x: Mm(x), y, width: page.0, height: page.1 })
}

/// Pages inside a thick booklet stick out and lose their outer edge to the knife.
pub fn creep_warning(pages: usize, job: &Job) -> Option<Diagnostic> {
    let creep = creep(pages);
    let tenths = (creep.0 * 10.0).round() / 10.0;
    let message = Message::new("booklet-creep").arg("pages", pages).arg("mm", tenths);
    let warning = Diagnostic::warning(message).about(job.path()).hint(Message::new("hint-booklet-creep"));
    (creep > LEAST_CREEP).then_some(warning)
}

/// How far the innermost sheet sticks out of the outermost.
fn creep(pages: usize) -> Mm {
    let sheets = pages.div_ceil(PAGES_PER_SHEET);
    Mm(sheets.saturating_sub(1) as f64 * SHEET.0 * FOLD)
}

/// Page indices left and right on each side of each sheet, from the outside in: front (n, 1), back (2, n - 1). A booklet read from
/// the right is bound on the right: left and right change places.
fn sides(pages: usize, direction: Direction) -> Vec<(usize, usize)> {
    let swap = |(left, right): (usize, usize)| match direction {
        Direction::Ltr => (left, right),
        Direction::Rtl => (right, left),
    };
    let sheet = |i: usize| [(pages - 1 - 2 * i, 2 * i), (2 * i + 1, pages - 2 - 2 * i)];
    (0..pages / PAGES_PER_SHEET).flat_map(sheet).map(swap).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PaperSize;

    #[test]
    fn saddle_stitch() {
        let eight = [(7, 0), (1, 6), (5, 2), (3, 4)];
        assert_eq!(sides(8, Direction::Ltr), eight);
        assert_eq!(sides(8, Direction::Rtl), eight.map(|(left, right)| (right, left)));
    }

    /// Every page is printed once, and the two pages of a side add up.
    #[test]
    fn every_page_once() {
        for pages in (4..=64).step_by(4) {
            let sides = sides(pages, Direction::Ltr);
            let mut all: Vec<usize> = sides.iter().flat_map(|(left, right)| [*left, *right]).collect();
            all.sort_unstable();
            assert_eq!(all, (0..pages).collect::<Vec<_>>());
            assert!(sides.iter().all(|(left, right)| left + right == pages - 1));
        }
    }

    #[test]
    fn pages_stand_against_the_fold() {
        for size in [PaperSize::A6, PaperSize::A5] {
            let sheet = Paper { size: size.unfolded().unwrap(), orientation: Orientation::Landscape };
            let (page, paper) = (size.dimensions(), sheet.dimensions());
            let [left, right] = halves(page, paper);
            assert_eq!((left.right(), right.x), (Mm(paper.0.0 / 2.0), Mm(paper.0.0 / 2.0)));
            assert!(left.x.0 >= 0.0 && left.x.0 <= 0.5 && left.y == Mm(0.0), "{size}");
            assert_eq!((left.width, left.height), page);
        }
    }

    #[test]
    fn creep_grows_with_sheets() {
        let hundredths = |pages| (creep(pages).0 * 100.0).round() as i32;
        assert_eq!([4, 16, 20, 32].map(hundredths), [0, 42, 56, 98]);
    }
}
