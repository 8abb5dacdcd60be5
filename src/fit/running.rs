//! Running text, whose size is known, on lines that nothing breaks again: [`even_lines`].

use serde::{Serialize, Serializer};

use super::measured::{Measured, SNUG, best_breaks, join};
use super::{ROUNDING, Run};
use crate::model::{Inline, Pt, plain_inlines};
use crate::theme::Ruler;

/// Lines of a text, each of runs. Where all are of one look, templates see them as strings.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines(pub Vec<Vec<Run>>);

impl Serialize for Lines {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.iter().flatten().any(|run| run.strong) {
            return self.0.serialize(serializer);
        }
        serializer.collect_seq(self.0.iter().map(|line| line.iter().map(|run| run.text.as_str()).collect::<String>()))
    }
}

/// A last line shorter than this part of the others looks left over.
const LEFT_OVER: f64 = 0.4;

/// The paragraphs of one column on lines of this width at this size. Each takes as few lines as it can; of all widths at which that is
/// so the column takes the narrowest, so that no word stands alone on the last line. Nothing where a word is wider than the column.
pub fn even_lines(paragraphs: &[Measured], size: Pt, width: Pt) -> Option<Vec<Lines>> {
    let room = width.0 * SNUG / size.0;
    let counts: Option<Vec<usize>> = paragraphs.iter().map(|text| text.fewest_lines(room)).collect();
    let counts = counts?;
    let narrowest = |(text, lines): (&Measured, &usize)| Some(text.balance(*lines)?.1);
    let narrowest: Option<Vec<f64>> = paragraphs.iter().zip(&counts).map(narrowest).collect();
    let limit = narrowest?.into_iter().fold(0.0, f64::max) + ROUNDING;
    Some(paragraphs.iter().zip(counts).map(|(text, lines)| text.set_within(limit, lines)).collect())
}

/// The texts of a paragraph, from one break of its author to the next, measured by two rulers: of usual words and of strong ones.
/// Nothing where it has a link, which is more than words.
pub fn running_texts(rulers: (&Ruler, &Ruler), inlines: &[Inline]) -> Option<Vec<Measured>> {
    let mut texts = vec![Vec::new()];
    gather(inlines, false, &mut texts).then(|| texts.iter().map(|runs| Measured::mixed(rulers, runs, None)).collect())
}

/// Whether all of it is words.
fn gather(inlines: &[Inline], strong: bool, texts: &mut Vec<Vec<Run>>) -> bool {
    inlines.iter().all(|inline| {
        let run = match inline {
            Inline::Text { text } => Run { text: text.clone(), strong },
            Inline::Keys { .. } => Run { text: plain_inlines(std::slice::from_ref(inline)), strong: true },
            Inline::Strong { c } | Inline::Emphasis { c } => return gather(c, true, texts),
            Inline::Link { .. } => return false,
            Inline::Break => {
                texts.push(Vec::new());
                return true;
            }
        };
        texts.last_mut().into_iter().for_each(|runs| runs.push(run.clone()));
        true
    })
}

impl Measured {
    /// As few lines of this width, in parts of the size, as the words take one after the other.
    fn fewest_lines(&self, room: f64) -> Option<usize> {
        let (mut lines, mut end) = (1, 0.0);
        for (at, word) in self.words.iter().enumerate() {
            if word.width > room {
                return None;
            }
            let space = if end > 0.0 { self.space_before(at) } else { 0.0 };
            if end + space + word.width > room {
                (lines, end) = (lines + 1, word.width);
            } else {
                end += space + word.width;
            }
        }
        Some(lines)
    }

    /// So many lines, none wider than this, all but the last as full as they can be together.
    fn set_within(&self, limit: f64, lines: usize) -> Lines {
        let count = self.words.len();
        if lines < 2 {
            return Lines(vec![join(&self.words)]);
        }
        let before = self.ends();
        let (ends, _) = best_breaks(count, lines, |cost, start, end| {
            let width = before[end] - before[start] - self.space_before(start);
            let short = if end == count { LEFT_OVER * limit } else { limit };
            if width > limit { f64::INFINITY } else { cost + (short - width).max(0.0).powi(2) }
        });
        let starts = std::iter::once(0).chain(ends.iter().copied());
        Lines(starts.zip(&ends).map(|(start, end)| join(&self.words[start..*end])).collect())
    }
}
