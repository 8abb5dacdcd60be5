//! Text is fitted to its box before anything is laid out: each word is measured once, then lines are broken by arithmetic.
//! [`fit`] finds the largest size at which a text fits, with balanced lines; nothing is ever cut.

use serde::Serialize;

use crate::model::{Direction, Inline, Pt, plain_inlines, read_from_right};
use crate::theme::Ruler;

/// Words that share a look.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they carry the meaning.
    pub strong: bool,
}

/// A box of fixed size and the rules of the text inside.
#[derive(Debug, Clone, Copy)]
pub struct TextBox {
    /// Width.
    pub width: Pt,
    /// Height.
    pub height: Pt,
    /// Largest size.
    pub max: Pt,
    /// Smallest size.
    pub min: Pt,
    /// From one baseline to the next, in parts of the size.
    pub lead: f64,
    /// Most lines.
    pub lines: usize,
}

/// A text broken into lines at a size that fits.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fitted {
    /// Size of the text.
    pub size: Pt,
    /// From one baseline to the next, in parts of the size.
    pub lead: f64,
    /// Height of capitals, in parts of the size.
    pub cap: f64,
    /// Ink under the last baseline, in parts of the size.
    pub depth: f64,
    /// Tracking, in parts of the size.
    pub tracking: f64,
    /// Lines, each of runs.
    pub lines: Vec<Vec<Run>>,
    /// Width of the box.
    pub width: Pt,
    /// Height of the box.
    pub height: Pt,
    /// Width of the widest line.
    pub natural_width: Pt,
    /// Direction of its letters: a Latin name keeps its own in a page read from the right.
    pub dir: Direction,
}

impl Fitted {
    /// From the top of the capitals of the first line to the last baseline.
    pub fn natural_height(&self) -> Pt {
        let steps = self.lines.len().saturating_sub(1) as f64;
        Pt(self.size.0 * (steps * self.lead + self.cap))
    }
}

/// A text that does not fit at its smallest size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooLong {
    /// By about how many characters.
    pub characters: usize,
    /// The word that is too wide for its line, where it is one word's fault.
    pub word: Option<String>,
}

/// A line fills this part of its measure at most: kerning over spaces and rounding take the rest.
const SNUG: f64 = 0.994;

/// Growth of the text for which one more line is taken.
const WORTH_A_LINE: f64 = 1.12;

/// What rounding may take from a size.
const ROUNDING: f64 = 1e-6;

/// Letters of the words that a text is lengthened by, to see how many more would fit.
const FILLER: usize = 6;

/// Most characters that a text is lengthened by.
const FILLED: usize = 240;

/// A line may be broken here, and nothing is drawn: after the slashes of an address.
pub const BREAK: char = '\u{200b}';

/// A text ready to be fitted: its words and their widths at size 1.
#[derive(Debug, Clone)]
pub struct Measured {
    words: Vec<Word>,
    space: f64,
    cap: f64,
    lowest_cap: f64,
    depth: f64,
    tracking: f64,
    /// Lines given by the author; none means that lines are free.
    forced: Option<Vec<usize>>,
    characters: usize,
    /// Whether some letters are read from the right.
    from_right: bool,
}

#[derive(Debug, Clone)]
struct Word {
    runs: Vec<Run>,
    width: f64,
    /// Whether nothing stands between it and the word before.
    joined: bool,
}

impl Word {
    fn text(&self) -> String {
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
        let mut words = split_words(runs);
        words.iter_mut().for_each(|word| word.width = ruler.width(&word.text()).0);
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
    fn balance(&self, lines: usize) -> Option<(Vec<usize>, f64)> {
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

    fn space_before(&self, at: usize) -> f64 {
        if at == 0 || self.words.get(at).is_none_or(|word| word.joined) { 0.0 } else { self.space }
    }

    /// Where each word ends if all stand on one line.
    fn ends(&self) -> Vec<f64> {
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
    fn fits(&self, space: &TextBox) -> bool {
        self.best(space).0 >= space.min.0 - ROUNDING
    }

    /// The same text with so many characters more, in words of average letters.
    fn longer(&self, by: usize) -> Self {
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
    fn shorter(&self, by: usize) -> Self {
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
    fn best(&self, space: &TextBox) -> (f64, usize) {
        let sizes = (1..=space.lines).filter_map(|lines| Some((self.size_on(lines, space)?, lines)));
        let better = |best: (f64, usize), next: (f64, usize)| {
            let enough = if best.0 < space.min.0 { best.0 } else { best.0 * WORTH_A_LINE };
            if next.0 > enough { next } else { best }
        };
        sizes.reduce(better).unwrap_or((space.max.0, 1))
    }

    fn set(&self, size: f64, lines: usize, space: &TextBox) -> Fitted {
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

/// The text at the largest size that fits its box.
///
/// # Errors
/// A text that does not fit at the smallest size.
pub fn fit(text: &Measured, space: &TextBox) -> Result<Fitted, TooLong> {
    let (size, lines) = text.best(space);
    if size < space.min.0 - ROUNDING {
        return Err(too_long(text, space));
    }
    Ok(text.set(size, lines, space))
}

/// Texts of one list at one size, the largest that fits them all; each is set on as few lines as that size allows.
///
/// # Errors
/// For each text, whether it fits at the smallest size.
pub fn fit_together(texts: &[(Measured, TextBox)]) -> Result<Vec<Fitted>, Vec<Option<TooLong>>> {
    let best: Vec<f64> = texts.iter().map(|(text, space)| text.best(space).0).collect();
    let fails = |((text, space), size): (&(Measured, TextBox), &f64)| {
        (*size < space.min.0 - ROUNDING).then(|| too_long(text, space))
    };
    let failures: Vec<Option<TooLong>> = texts.iter().zip(&best).map(fails).collect();
    if failures.iter().any(Option::is_some) {
        return Err(failures);
    }
    let size = best.iter().copied().fold(f64::INFINITY, f64::min);
    let set = |(text, space): &(Measured, TextBox)| {
        let lines = text.lines_at(Pt(size), space).unwrap_or_else(|| text.best(space).1);
        text.set(size, lines, space)
    };
    Ok(texts.iter().map(set).collect())
}

/// How many more characters the text could have, or has too many where this is negative: a count in average letters.
pub fn characters_left(text: &Measured, space: &TextBox) -> i64 {
    if text.fits(space) {
        let most = greatest(FILLED, |more| text.longer(more).fits(space));
        most as i64
    } else {
        -(too_long(text, space).characters as i64)
    }
}

/// The greatest count from 0 on for which something holds that holds for all smaller ones.
fn greatest(limit: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, limit + 1);
    while high - low > 1 {
        let middle = usize::midpoint(low, high);
        if holds(middle) { low = middle } else { high = middle }
    }
    low
}

/// A word that is wider than its line, or else what must go at the end for the rest to fit.
fn too_long(text: &Measured, space: &TextBox) -> TooLong {
    let room = space.width.0 * SNUG / space.min.0;
    let widest = text.words.iter().max_by(|a, b| a.width.total_cmp(&b.width));
    if let Some(word) = widest.filter(|word| word.width > room) {
        let count = word.text().chars().count();
        let over = (count as f64 * (1.0 - room / word.width)).ceil();
        return TooLong { characters: (over as usize).max(1), word: Some(word.text()) };
    }
    let kept_too_long = greatest(text.characters, |less| !text.shorter(less).fits(space));
    TooLong { characters: (kept_too_long + 1).min(text.characters.max(1)), word: None }
}

fn flatten(inlines: &[Inline], strong: bool, into: &mut Vec<Run>) {
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
fn best_breaks(count: usize, lines: usize, cost: impl Fn(f64, usize, usize) -> f64) -> (Vec<usize>, f64) {
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
fn split_words(runs: &[Run]) -> Vec<Word> {
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
fn join(words: &[Word]) -> Vec<Run> {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters as wide as they are many, for arithmetic that can be checked by head.
    fn measured(text: &str) -> Measured {
        let mut words = split_words(&[Run { text: text.to_owned(), strong: false }]);
        words.iter_mut().for_each(|word| word.width = word.text().chars().count() as f64 * 0.5);
        let characters = text.chars().count();
        Measured {
            words,
            space: 0.5,
            cap: 0.7,
            lowest_cap: 0.7,
            depth: 0.26,
            tracking: 0.0,
            forced: None,
            characters,
            from_right: false,
        }
    }

    fn space(width: f64, height: f64, lines: usize) -> TextBox {
        TextBox { width: Pt(width), height: Pt(height), max: Pt(100.0), min: Pt(5.0), lead: 1.0, lines }
    }

    fn texts(fitted: &Fitted) -> Vec<String> {
        fitted.lines.iter().map(|line| line.iter().map(|run| run.text.as_str()).collect()).collect()
    }

    #[test]
    fn lines_are_balanced() {
        let fitted = fit(&measured("Déconnectez tous vos comptes"), &space(100.0, 100.0, 2)).unwrap();
        assert_eq!(texts(&fitted), ["Déconnectez", "tous vos comptes"]);
        assert!((fitted.size.0 - 12.5 * SNUG).abs() < 1e-9, "{}", fitted.size.0);
    }

    #[test]
    fn of_lines_as_narrow_the_most_even_ones_are_taken() {
        let text = "Déconnectez tous vos comptes";
        assert_eq!(
            texts(&fit(&measured(text), &space(60.0, 100.0, 3)).unwrap()),
            ["Déconnectez", "tous vos", "comptes"]
        );
    }

    #[test]
    fn what_does_not_fit_is_an_error_and_never_cut() {
        let long = "Reprenez tous les papiers ".repeat(9);
        assert!(fit(&measured(&long), &space(100.0, 20.0, 2)).unwrap_err().characters > 100);
        let long = fit(&measured(&"a".repeat(45)), &space(100.0, 50.0, 3)).unwrap_err();
        assert_eq!((long.characters, long.word), (6, Some("a".repeat(45))));
    }

    #[test]
    fn what_is_left_is_what_can_be_written() {
        let space = space(100.0, 20.0, 2);
        let left = |text: &str| characters_left(&measured(text), &space);
        for text in ["un mot", "un mot de plus et encore un", &"papiers ".repeat(12), &"a".repeat(60)] {
            let left = left(text);
            let changed = |by: i64| match usize::try_from(by) {
                Ok(more) => measured(text).longer(more),
                Err(_) => measured(text).shorter(usize::try_from(-by).unwrap()),
            };
            assert!(changed(left).fits(&space), "{text}: {left}");
            assert!(!changed(left + 1).fits(&space), "{text}: {left}");
        }
    }

    #[test]
    fn addresses_are_broken_where_they_may_be() {
        let fitted = fit(&measured("exemple.fr/\u{200b}postes/\u{200b}mairie"), &space(50.0, 60.0, 3)).unwrap();
        assert_eq!(texts(&fitted).concat(), "exemple.fr/postes/mairie");
        assert!(fitted.lines.len() > 1);
    }

    #[test]
    fn a_list_has_one_voice() {
        let list = ["Un mot", "Une phrase bien plus longue que l’autre"];
        let list: Vec<_> = list.map(|text| (measured(text), space(100.0, 30.0, 2))).into();
        let fitted = fit_together(&list).unwrap();
        assert!((fitted[0].size.0 - fitted[1].size.0).abs() < 1e-9);
        assert_eq!((fitted[0].lines.len(), fitted[1].lines.len()), (1, 2));
    }

    #[test]
    fn looks_stay_with_their_words() {
        let strong = Inline::Strong { c: vec![Inline::text("12 signes")] };
        let mut runs = Vec::new();
        flatten(&[Inline::text("Mot : "), strong, Inline::text(" ou plus")], false, &mut runs);
        let words = split_words(&runs);
        let flat: Vec<_> = words.iter().map(|w| (w.runs[0].text.as_str(), w.runs[0].strong)).collect();
        assert_eq!(
            flat,
            [("Mot", false), (":", false), ("12", true), ("signes", true), ("ou", false), ("plus", false)]
        );
    }

    /// Whatever the words, they all come back in order, and no line is wider than the box.
    #[test]
    fn no_word_is_lost() {
        for seed in 1..200_usize {
            let text: Vec<String> = (0..seed % 11 + 1).map(|i| "m".repeat((seed * 7 + i * 13) % 9 + 1)).collect();
            let text = text.join(" ");
            let measured = measured(&text);
            let Ok(fitted) = fit(&measured, &space(90.0, 60.0, 4)) else { continue };
            assert_eq!(texts(&fitted).join(" "), text);
            for line in texts(&fitted) {
                assert!(line.chars().count() as f64 * 0.5 * fitted.size.0 <= 90.0 + 1e-6);
            }
        }
    }
}
