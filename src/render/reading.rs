//! The words of a laid-out page as they are read ([`page_words`]): what is drawn from left to right is put back in the order of its
//! script.

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst_layout::PagedDocument;

use crate::model::read_from_right;

/// Parts of the size that two runs stand apart where a space is between them.
const GAP: f64 = 0.1;
/// Points that baselines of the same line may differ.
const SAME_LINE: f64 = 0.5;

/// A run of letters: its text in the order it is read, where it stands in points, and its size.
struct Run {
    text: String,
    left: f64,
    right: f64,
    baseline: f64,
    size: f64,
}

impl Run {
    fn is_from_right(&self) -> bool {
        self.text.chars().any(read_from_right)
    }

    /// Whether it is more than a full stop or a space.
    fn has_words(&self) -> bool {
        self.text.chars().any(char::is_alphanumeric)
    }
}

/// The words of one page, line by line in the order they were laid out.
pub fn page_words(document: &PagedDocument, at: usize) -> String {
    let mut runs = Vec::new();
    collect(&document.pages()[at].frame, Transform::identity(), &mut runs);
    let same_line = |one: &Run, other: &Run| (one.baseline - other.baseline).abs() < SAME_LINE;
    runs.chunk_by_mut(same_line).map(line).collect::<Vec<_>>().join(" ")
}

fn collect(frame: &Frame, to_page: Transform, into: &mut Vec<Run>) {
    for (position, item) in frame.items() {
        let here = to_page.pre_concat(Transform::translate(position.x, position.y));
        match item {
            FrameItem::Group(group) => collect(&group.frame, here.pre_concat(group.transform), into),
            // dots of Arabic letters are runs of their own that take no room, and say their letters once more
            FrameItem::Text(text) if text.width() > Abs::zero() => {
                let ends = [Point::zero(), Point::new(text.width(), Abs::zero())].map(|point| point.transform(here));
                let (left, right) = (ends[0].x.to_pt(), ends[1].x.to_pt());
                into.push(Run {
                    text: text.text.to_string(),
                    left,
                    right,
                    baseline: ends[0].y.to_pt(),
                    size: text.size.to_pt(),
                });
            }
            _ => {}
        }
    }
}

/// A line that is read from the left stays as it was laid out. In another, runs are taken from the right, but neighbours that are
/// read from the left keep their order.
fn line(runs: &mut [Run]) -> String {
    if !runs.iter().any(Run::is_from_right) {
        return runs.iter().map(|run| run.text.trim()).collect::<Vec<_>>().join(" ");
    }
    runs.sort_by(|one, other| other.left.total_cmp(&one.left));
    runs.chunk_by_mut(|one, other| !one.is_from_right() && !other.is_from_right()).for_each(<[Run]>::reverse);
    let mut text = String::new();
    for (at, run) in runs.iter().enumerate() {
        let apart = at.checked_sub(1).and_then(|before| runs.get(before)).is_some_and(|before| {
            let gap = (run.left - before.right).max(before.left - run.right);
            gap > GAP * run.size
                || (before.has_words() && run.has_words() && before.is_from_right() != run.is_from_right())
        });
        text.push_str(if apart { " " } else { "" });
        text.push_str(&run.text);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(texts: &[(&str, f64, f64)]) -> Vec<Run> {
        texts
            .iter()
            .map(|(text, left, right)| Run {
                text: (*text).to_owned(),
                left: *left,
                right: *right,
                baseline: 0.0,
                size: 10.0,
            })
            .collect()
    }

    #[test]
    fn arabic_is_read_from_the_right_and_french_in_it_from_the_left() {
        let mut drawn = runs(&[
            ("ك", 0.0, 5.0),
            ("مفتاح", 5.0, 30.0),
            ("USB", 35.0, 50.0),
            ("3", 52.0, 55.0),
            ("انزع", 60.0, 80.0),
        ]);
        assert_eq!(line(&mut drawn), "انزع USB 3 مفتاحك");
        assert_eq!(line(&mut runs(&[("Fermez ", 0.0, 30.0), ("votre session", 30.0, 80.0)])), "Fermez votre session");
    }
}
