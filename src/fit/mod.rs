//! Text is fitted to its box before anything is laid out: each word is measured once, then lines are broken by arithmetic.
//! [`fit`] finds the largest size at which a text fits, with balanced lines; nothing is ever cut. [`even_lines`] breaks running text,
//! whose size is known.

mod measured;
mod running;

use serde::Serialize;

use crate::model::{Direction, Pt};

use measured::SNUG;
pub use measured::{BREAK, Measured};
pub use running::{Lines, Paragraph, even_lines};

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

/// What rounding may take from a size.
const ROUNDING: f64 = 1e-6;

/// Letters of the words that a text is lengthened by, to see how many more would fit.
const FILLER: usize = 6;

/// Most characters that a text is lengthened by.
const FILLED: usize = 240;

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

#[cfg(test)]
mod tests {
    use super::measured::{flatten, split_words};
    use super::*;
    use crate::model::Inline;

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
