//! How long each slide of a sequence stays: [`turns`].

use serde::Serialize;

/// Seconds before reading begins: the eye finds the slide.
const LOOK: f64 = 3.0;
/// Seconds for a word, which is 170 words a minute: slow enough for somebody who stands, walks past, or reads a second language.
const WORD: f64 = 0.35;
/// Fewest seconds.
const LEAST: f64 = 8.0;

/// The turn of a slide in a sequence that begins again when it is over.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Turn {
    /// Seconds that it stays.
    pub seconds: u32,
    /// When it comes, in hundredths of the whole sequence.
    pub from: f64,
    /// When it goes, in hundredths of the whole sequence.
    pub until: f64,
}

/// The turns of slides that have so many words.
pub fn turns(words: &[usize]) -> Vec<Turn> {
    let seconds: Vec<u32> = words.iter().map(|words| seconds(*words)).collect();
    let whole: u32 = seconds.iter().sum();
    let part = |until: u32| (f64::from(until) / f64::from(whole.max(1)) * 1e6).round() / 1e4;
    let mut gone = 0;
    let turn = |seconds: &u32| {
        let from = part(gone);
        gone += seconds;
        Turn { seconds: *seconds, from, until: part(gone) }
    };
    seconds.iter().map(turn).collect()
}

fn seconds(words: usize) -> u32 {
    (LOOK + WORD * words as f64).max(LEAST).ceil() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_words_stay_longer_and_all_turns_make_a_whole() {
        let turns = turns(&[3, 14, 15, 40]);
        assert_eq!(turns.iter().map(|turn| turn.seconds).collect::<Vec<_>>(), [8, 8, 9, 17]);
        assert!(turns.windows(2).all(|pair| pair[0].until.to_bits() == pair[1].from.to_bits()));
        assert_eq!((turns[0].from, turns[3].until), (0.0, 100.0));
    }
}
