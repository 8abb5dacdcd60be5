//! A sentence with its words ready to be compared: [`Sentence`], and [`easy`], those of an easy-read passage.

use std::borrow::Cow;
use std::ops::Range;

use super::lexicon::{Lexicon, folded_cow};
use super::{Finding, Passage};
use crate::diag::Message;

/// A word of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'a> {
    /// Its bytes in the passage.
    pub range: Range<usize>,
    /// Its characters as lists know them.
    pub text: Cow<'a, str>,
    /// What stands between it and the word before.
    pub before: &'a str,
}

/// A sentence of a passage.
#[derive(Debug)]
pub struct Sentence<'a> {
    /// Where it stands.
    pub passage: &'a Passage<'a>,
    /// Its bytes in the passage.
    pub range: Range<usize>,
    /// Its words.
    pub tokens: Vec<Token<'a>>,
}

impl<'a> Sentence<'a> {
    fn new(passage: &'a Passage<'a>, range: &Range<usize>) -> Self {
        let mut end = range.start;
        let token = |(word, text): (Range<usize>, &'a str)| {
            let before = passage.text.get(end..word.start).unwrap_or_default();
            end = word.end;
            Token { range: word, text: folded_cow(text), before }
        };
        let tokens = passage.words_in(range).map(token).collect();
        Sentence { passage, range: range.clone(), tokens }
    }

    /// The word at this number, or nothing beyond the ends.
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.text)
    }

    /// The word so many before this one.
    pub fn back(&self, at: usize, by: usize) -> &str {
        at.checked_sub(by).map_or("", |at| self.word(at))
    }

    /// Whether one of the words just before this one is among these.
    pub fn after_any(&self, at: usize, reach: usize, words: &[&str]) -> bool {
        (1..=reach).any(|by| words.contains(&self.back(at, by)))
    }

    /// Whether only space parts this word from the one before.
    pub fn joined(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.before.trim().is_empty())
    }

    /// Whether it asks something.
    pub fn asks(&self) -> bool {
        self.passage.text[self.range.clone()].ends_with('?')
    }

    /// Whether a word stands between quotes: the name of a button is not ours to choose.
    pub fn quoted(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| self.passage.in_quotes(&token.range))
    }

    /// The words from one number to another as they are written.
    pub fn written(&self, from: usize, to: usize) -> &'a str {
        &self.passage.text[self.bytes(from, to)]
    }

    /// What a rule found from one word to another; `{ $words }` is what is written there.
    pub fn finding(&self, from: usize, to: usize, message: Message) -> Finding {
        self.passage.finding(self.bytes(from, to), message.arg("words", self.written(from, to)))
    }

    /// The first word of each phrase of a list in this sentence, with its last word.
    pub fn hits(&self, lexicon: &Lexicon) -> Vec<(usize, usize)> {
        let inside = |range: &Range<usize>| range.start >= self.range.start && range.end <= self.range.end;
        let at = |byte: usize| self.tokens.partition_point(|token| token.range.start < byte);
        let hits = lexicon.hits(self.passage).into_iter().map(|hit| hit.range).filter(inside);
        hits.map(|range| (at(range.start), at(range.end) - 1)).collect()
    }

    fn bytes(&self, from: usize, to: usize) -> Range<usize> {
        match (self.tokens.get(from), self.tokens.get(to)) {
            (Some(first), Some(last)) => first.range.start..last.range.end.max(first.range.start),
            _ => self.range.clone(),
        }
    }
}

/// The sentences of an easy-read passage in one of these languages; none of any other passage.
pub fn easy<'a>(passage: &'a Passage<'a>, langs: &[&str]) -> Vec<Sentence<'a>> {
    if !passage.is_easy() || !langs.contains(&passage.lang.primary()) {
        return Vec::new();
    }
    passage.sentences.iter().map(|range| Sentence::new(passage, range)).collect()
}

/// The forms under which a participle may stand in a list: `prises`, `prise`, `pris`.
pub fn participle_forms(word: &str) -> impl Iterator<Item = &str> {
    let endings = ["", "s", "e", "es"];
    endings.into_iter().filter_map(|ending| word.strip_suffix(ending)).filter(|stem| !stem.is_empty())
}
