//! A text ready to be set: [`Measured`]. Each word is measured once; where lines end is then arithmetic.

use super::{FILLER, Fitted, ROUNDING, Run, TextBox};
use crate::model::{Direction, Inline, Pt, plain_inlines, read_from_right};
use crate::theme::Ruler;

/// A line fills this part of its measure at most: kerning over spaces and rounding take the rest.
pub(super) const SNUG: f64 = 0.994;

/// Growth of the text for which one more line is taken.
const WORTH_A_LINE: f64 = 1.12;

/// A line may be broken here, and nothing is drawn: after the slashes of an address.
pub const BREAK: char = '\u{200b}';

/// A text ready to be fitted: its words and their widths at size 1.
#[derive(Debug, Clone)]
pub struct Measured {
    pub(super) words: Vec<Word>,
    pub(super) space: f64,
    pub(super) cap: f64,
    pub(super) lowest_cap: f64,
    pub(super) depth: f64,
    pub(super) tracking: f64,
    /// Lines given by the author; none means that lines are free.
    pub(super) forced: Option<Vec<usize>>,
    pub(super) characters: usize,
    /// Whether some letters are read from the right.
    pub(super) from_right: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) runs: Vec<Run>,
    pub(super) width: f64,
    /// Whether nothing stands between it and the word before.
    pub(super) joined: bool,
}

impl Word {
    pub(super) fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

impl Measured {
    /// The words of a line of a tip.
    pub fn inlines(ruler: &Ruler, inlines: &[Inline]) -> Self {
        let mut runs = Vec::new();
        flatten(inlines, false, &mut runs);
        Measured::new(ruler, &runs, None)
    }

    /// The words of a line of a tip; strong words stay together on one line.
    pub fn glued(ruler: &Ruler, inlines: &[Inline]) -> Self {
        let mut runs = Vec::new();
        flatten(inlines, false, &mut runs);
        let strong = runs.iter_mut().filter(|run| run.strong);
        strong.for_each(|run| run.text = run.text.trim().replace(' ', "\u{a0}"));
        Measured::new(ruler, &runs, None)
    }

    /// A plain text.
    pub fn text(ruler: &Ruler, text: &str) -> Self {
        Measured::new(ruler, &[Run { text: text.to_owned(), strong: false }], None)
    }

    /// Lines that were broken by their author.
    pub fn lines(ruler: &Ruler, lines: &[&str]) -> Self {
        let words = |line: &&str| line.split(' ').filter(|word| !word.is_empty()).count();
        let forced = lines.iter().map(words).collect();
        Measured::new(ruler, &[Run { text: lines.join(" "), strong: false }], Some(forced))
    }

    fn new(ruler: &Ruler, runs: &[Run], forced: Option<Vec<usize>>) -> Self {
        Measured::mixed((ruler, ruler), runs, forced)
    }

    /// Runs of two looks, each with its ruler: the usual one, and that of strong words.
    pub(super) fn mixed((ruler, strong): (&Ruler, &Ruler), runs: &[Run], forced: Option<Vec<usize>>) -> Self {
        let mut words = split_words(runs);
        let width = |run: &Run| if run.strong { strong } else { ruler }.width(&run.text).0;
        for word in &mut words {
            // a word of one look is shaped in one piece
            word.width = match word.runs.chunk_by(|a, b| a.strong == b.strong).count() {
                1 => width(&Run { text: word.text(), strong: word.runs[0].strong }),
                _ => word.runs.iter().map(width).sum(),
            };
        }
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        Measured {
            words,
            space: ruler.width(" ").0,
            cap: ruler.cap_height().0,
            lowest_cap: ruler.lowest_cap_height(&text).0,
            depth: ruler.depth(&text).0,
            tracking: ruler.tracking().0,
            forced,
            from_right: text.chars().any(read_from_right),
            characters: runs.iter().map(|run| run.text.chars().count()).sum(),
        }
    }

    /// The narrowest way to set the words on this many lines, and of all such ways the most even: where each line ends, and the width
    /// of the widest.
    pub(super) fn balance(&self, lines: usize) -> Option<(Vec<usize>, f64)> {
        if let Some(forced) = &self.forced {
            return (forced.len() == lines).then(|| self.forced_breaks(forced));
        }
        let count = self.words.len();
        if lines == 0 || lines > count.max(1) {
            return None;
        }
        let before = self.ends();
        let width_of = |start: usize, end: usize| before[end] - before[start] - self.space_before(start);
        let (_, widest) = best_breaks(count, lines, |before, start, end| before.max(width_of(start, end)));
        let limit = widest + ROUNDING;
        let (ends, _) = best_breaks(count, lines, |before, start, end| {
            let width = width_of(start, end);
            if width <= limit { before + width * width } else { f64::INFINITY }
        });
        Some((ends, widest))
    }

    fn forced_breaks(&self, forced: &[usize]) -> (Vec<usize>, f64) {
        let ends: Vec<usize> = forced
            .iter()
            .scan(0, |at, words| {
                *at += words;
                Some(*at)
            })
            .collect();
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let widest = starts.zip(&ends).map(|(start, end)| self.line_width(start, *end)).fold(0.0, f64::max);
        (ends, widest)
    }

    pub(super) fn space_before(&self, at: usize) -> f64 {
        if at == 0 || self.words.get(at).is_none_or(|word| word.joined) { 0.0 } else { self.space }
    }

    /// Where each word ends if all stand on one line.
    pub(super) fn ends(&self) -> Vec<f64> {
        let mut ends = vec![0.0];
        for (at, word) in self.words.iter().enumerate() {
            ends.push(ends[at] + self.space_before(at) + word.width);
        }
        ends
    }

    fn line_width(&self, start: usize, end: usize) -> f64 {
        let words = start..end;
        let spaces: f64 = words.clone().skip(1).map(|at| self.space_before(at)).sum();
        words.map(|at| self.words[at].width).sum::<f64>() + spaces
    }

    /// Height of its lowest capitals, in parts of the size: scripts of one line have their own.
    pub fn lowest_cap(&self) -> f64 {
        self.lowest_cap
    }

    /// Width on one line, in parts of the size.
    pub fn width(&self) -> f64 {
        self.line_width(0, self.words.len())
    }

    /// Height on so many lines of this size, tails included.
    pub fn height(&self, lines: usize, size: f64, space: &TextBox) -> f64 {
        size * (self.cap + self.depth + space.lead * lines.saturating_sub(1) as f64)
    }

    /// Fewest lines at this size, if any number of them will do.
    pub fn lines_at(&self, size: Pt, space: &TextBox) -> Option<usize> {
        (1..=space.lines).find(|lines| self.size_on(*lines, space).is_some_and(|most| most >= size.0 - ROUNDING))
    }

    /// Whether it fits at its smallest size.
    pub(super) fn fits(&self, space: &TextBox) -> bool {
        self.best(space).0 >= space.min.0 - ROUNDING
    }

    /// The same text with so many characters more, in words of average letters.
    pub(super) fn longer(&self, by: usize) -> Self {
        let mut text = Measured { forced: None, ..self.clone() };
        let letters: f64 = self.words.iter().map(|word| word.width).sum();
        let letter = letters / self.characters.max(1) as f64;
        let mut left = by;
        while left > 0 {
            let word = left.min(FILLER);
            let run = Run { text: "x".repeat(word), strong: false };
            text.words.push(Word { runs: vec![run], width: letter * word as f64, joined: false });
            left -= (word + 1).min(left);
        }
        text
    }

    /// The same text without so many characters at its end.
    pub(super) fn shorter(&self, by: usize) -> Self {
        let mut text = Measured { forced: None, ..self.clone() };
        let mut left = by;
        while let Some(word) = text.words.pop() {
            let count = word.text().chars().count();
            if count > left {
                let width = word.width * (count - left) as f64 / count as f64;
                text.words.push(Word { width, ..word });
                break;
            }
            left -= count;
            left = left.saturating_sub(1);
        }
        text
    }

    /// The largest size on this many lines, without a limit below.
    fn size_on(&self, lines: usize, space: &TextBox) -> Option<f64> {
        let (_, widest) = self.balance(lines)?;
        let tall = self.height(lines, 1.0, space);
        Some((space.width.0 * SNUG / widest.max(f64::EPSILON)).min(space.height.0 / tall).min(space.max.0))
    }

    /// The largest size in the box, and the number of lines; one line more must be worth it.
    pub(super) fn best(&self, space: &TextBox) -> (f64, usize) {
        let sizes = (1..=space.lines).filter_map(|lines| Some((self.size_on(lines, space)?, lines)));
        let better = |best: (f64, usize), next: (f64, usize)| {
            let enough = if best.0 < space.min.0 { best.0 } else { best.0 * WORTH_A_LINE };
            if next.0 > enough { next } else { best }
        };
        sizes.reduce(better).unwrap_or((space.max.0, 1))
    }

    pub(super) fn set(&self, size: f64, lines: usize, space: &TextBox) -> Fitted {
        let (ends, widest) = self.balance(lines).unwrap_or((vec![self.words.len()], 0.0));
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let lines = starts.zip(&ends).map(|(start, end)| join(&self.words[start..*end])).collect();
        Fitted {
            size: Pt(size),
            lead: space.lead,
            cap: self.cap,
            depth: self.depth,
            tracking: self.tracking,
            lines,
            width: space.width,
            height: space.height,
            natural_width: Pt(widest * size),
            dir: if self.from_right { Direction::Rtl } else { Direction::Ltr },
        }
    }
}

pub(super) fn flatten(inlines: &[Inline], strong: bool, into: &mut Vec<Run>) {
    for inline in inlines {
        match inline {
            Inline::Text { text } => into.push(Run { text: text.clone(), strong }),
            Inline::Strong { c } => flatten(c, true, into),
            Inline::Emphasis { c } | Inline::Link { c, .. } => flatten(c, strong, into),
            Inline::Keys { .. } => into.push(Run { text: plain_inlines(std::slice::from_ref(inline)), strong }),
            Inline::Break => into.push(Run { text: " ".to_owned(), strong }),
        }
    }
}

/// Where so many words are best broken into lines, none of them empty, and what that costs: `cost` adds a line, from one word up to
/// another, to the cost of the lines before.
pub(super) fn best_breaks(count: usize, lines: usize, cost: impl Fn(f64, usize, usize) -> f64) -> (Vec<usize>, f64) {
    // best[k][i]: the least cost when the first i words stand on k lines
    let mut best = vec![vec![f64::INFINITY; count + 1]; lines + 1];
    let mut from = vec![vec![0; count + 1]; lines + 1];
    best[0][0] = 0.0;
    for k in 1..=lines {
        for i in k..=count {
            for j in k - 1..i {
                let cost = cost(best[k - 1][j], j, i);
                if cost < best[k][i] {
                    best[k][i] = cost;
                    from[k][i] = j;
                }
            }
        }
    }
    let mut ends = vec![count; lines];
    for k in (1..lines).rev() {
        ends[k - 1] = from[k + 1][ends[k]];
    }
    (ends, best[lines][count])
}

/// Words between ordinary spaces, or between places where a line may be broken; a word may hold runs of both looks, and no-break
/// spaces. Their widths are not known yet.
pub(super) fn split_words(runs: &[Run]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    // what stands before the next piece: nothing where it goes on with the last word, else whether the two are joined
    let mut gap = Some(false);
    for run in runs {
        for piece in run.text.split_inclusive([' ', BREAK]) {
            let text = piece.trim_end_matches([' ', BREAK]);
            if !text.is_empty() {
                let piece = Run { text: text.to_owned(), strong: run.strong };
                match (gap.take(), words.last_mut()) {
                    (None, Some(word)) => word.runs.push(piece),
                    (joined, _) => {
                        words.push(Word { runs: vec![piece], width: 0.0, joined: joined.unwrap_or_default() });
                    }
                }
            }
            gap = match piece.chars().last() {
                Some(' ') => Some(false),
                Some(BREAK) => gap.or(Some(true)),
                _ => gap,
            };
        }
    }
    words
}

/// Words become a line; neighbours of the same look become one run, so that shaping sees them together.
pub(super) fn join(words: &[Word]) -> Vec<Run> {
    let mut line: Vec<Run> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        for (part, run) in word.runs.iter().enumerate() {
            let space = if at > 0 && part == 0 && !word.joined { " " } else { "" };
            match line.last_mut() {
                Some(last) if last.strong == run.strong => {
                    last.text.push_str(space);
                    last.text.push_str(&run.text);
                }
                Some(last) => {
                    last.text.push_str(space);
                    line.push(run.clone());
                }
                None => line.push(run.clone()),
            }
        }
    }
    line
}
