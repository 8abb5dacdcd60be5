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

/// A paragraph of a column.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// Its texts, from one break of its author to the next.
    pub texts: Vec<Measured>,
    /// What stands before its lines, as the bullet of an item does.
    pub indent: Pt,
}

impl Paragraph {
    /// A text without looks and breaks.
    pub fn plain(ruler: &Ruler, text: &str) -> Self {
        Paragraph { texts: vec![Measured::text(ruler, text)], indent: Pt(0.0) }
    }

    /// A paragraph measured by two rulers, of usual words and of strong ones; `strong` says that all of it is. Nothing where it has a
    /// link, which is more than words.
    pub fn of(rulers: (&Ruler, &Ruler), inlines: &[Inline], strong: bool, indent: Pt) -> Option<Self> {
        let mut texts = vec![Vec::new()];
        let words = gather(inlines, strong, &mut texts);
        let texts = texts.iter().map(|runs| Measured::mixed(rulers, runs, None)).collect();
        words.then_some(Paragraph { texts, indent })
    }
}

/// The paragraphs of one column on lines of this width at this size. Each takes as few lines as it can; of all widths at which that is
/// so the column takes the narrowest, so that no word stands alone on the last line, but none under `least` of the width. Nothing
/// where a word is wider than the column.
pub fn even_lines(paragraphs: &[Paragraph], size: Pt, width: Pt, least: f64) -> Option<Vec<Lines>> {
    let width = width.0 * SNUG / size.0;
    let mut limit = least * width;
    for Paragraph { texts, indent } in paragraphs {
        let indent = indent.0 / size.0;
        for text in texts {
            let lines = text.fewest_lines(width - indent)?;
            limit = limit.max(text.balance(lines)?.1 + indent);
        }
    }
    let set = |Paragraph { texts, indent }: &Paragraph| {
        let (room, narrow) = (width - indent.0 / size.0, limit - indent.0 / size.0 + ROUNDING);
        let lines = |text: &Measured| Some(text.set_within(narrow, text.fewest_lines(room)?));
        texts.iter().map(lines).collect::<Option<Vec<_>>>().map(|lines| Lines(lines.concat()))
    };
    paragraphs.iter().map(set).collect()
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
    fn set_within(&self, limit: f64, lines: usize) -> Vec<Vec<Run>> {
        let count = self.words.len();
        if lines < 2 {
            return vec![join(&self.words)];
        }
        let before = self.ends();
        let (ends, _) = best_breaks(count, lines, |cost, start, end| {
            let width = before[end] - before[start] - self.space_before(start);
            let short = if end == count { LEFT_OVER * limit } else { limit };
            if width > limit { f64::INFINITY } else { cost + (short - width).max(0.0).powi(2) }
        });
        let starts = std::iter::once(0).chain(ends.iter().copied());
        starts.zip(&ends).map(|(start, end)| join(&self.words[start..*end])).collect()
    }
}
