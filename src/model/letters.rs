//! Letters and signs of texts, which fonts must have: [`Letters`].

use std::collections::BTreeSet;

/// Letters of which a mark is kept: those of the scripts that most pages are written in.
const MARKED: usize = 0x800;

/// Letters and signs, each once.
///
/// Texts repeat theirs: a mark for each of the first says at once that a letter is known.
#[derive(Debug, Clone)]
pub struct Letters {
    marks: Box<[bool; MARKED]>,
    all: BTreeSet<char>,
}

impl Default for Letters {
    fn default() -> Self {
        Letters { marks: Box::new([false; MARKED]), all: BTreeSet::new() }
    }
}

impl Letters {
    /// Takes in the letters of a text.
    pub fn add(&mut self, text: &str) {
        for letter in text.chars() {
            match self.marks.get_mut(letter as usize) {
                Some(mark) if *mark => {}
                mark => {
                    mark.into_iter().for_each(|mark| *mark = true);
                    self.all.insert(letter);
                }
            }
        }
    }

    /// All of them.
    pub fn all(&self) -> &BTreeSet<char> {
        &self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_letter_is_there_once() {
        let mut letters = Letters::default();
        ["été", "سلام", "été 😀😀", ""].iter().for_each(|text| letters.add(text));
        assert_eq!(*letters.all(), " étسلام😀".chars().collect());
    }
}
