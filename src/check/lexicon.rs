//! Lists of words and phrases by language, and where they stand in a passage: [`Lexicon`].
//!
//! A list has one phrase a line; `*` ends a word that may go on (`renouvel*`), `=>` says what to write instead, `#` begins a
//! comment. Upper and lower case, and both apostrophes, are the same.

use std::collections::HashMap;
use std::ops::Range;

use super::Passage;

/// A phrase of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Phrase {
    /// Its words, in lower case; a word that ends in `*` stands for all that begin so.
    words: Vec<String>,
    instead: Option<String>,
}

/// Lists of one subject in some languages.
#[derive(Debug)]
pub struct Lexicon {
    by_lang: HashMap<&'static str, Vec<Phrase>>,
    /// Phrases of a language by the first three letters of their first word.
    index: HashMap<(&'static str, String), Vec<usize>>,
}

/// A phrase of a list in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<'a> {
    /// Its bytes.
    pub range: Range<usize>,
    /// What to write instead, where the list knows.
    pub instead: Option<&'a str>,
}

impl Lexicon {
    /// Lists by language code.
    pub fn new(lists: &[(&'static str, &'static str)]) -> Self {
        let mut lexicon = Lexicon { by_lang: HashMap::new(), index: HashMap::new() };
        for (lang, text) in lists {
            for phrase in text.lines().filter_map(phrase) {
                let phrases = lexicon.by_lang.entry(lang).or_default();
                lexicon.index.entry((lang, head(&phrase.words[0]))).or_default().push(phrases.len());
                phrases.push(phrase);
            }
        }
        lexicon
    }

    /// Where phrases of the list stand in a passage of its language, the longest first where several begin together.
    pub fn hits(&self, passage: &Passage<'_>) -> Vec<Hit<'_>> {
        let Some((lang, phrases)) = self.by_lang.get_key_value(passage.lang.primary()) else { return Vec::new() };
        let words: Vec<String> = passage.words.iter().map(|word| folded(&passage.text[word.clone()])).collect();
        let mut hits: Vec<Hit<'_>> = Vec::new();
        for at in 0..words.len() {
            let known = self.index.get(&(*lang, head(&words[at]))).map(Vec::as_slice).unwrap_or_default();
            let found = known.iter().map(|index| &phrases[*index]).filter(|phrase| begins(&words[at..], &phrase.words));
            let Some(longest) = found.max_by_key(|phrase| phrase.words.len()) else { continue };
            let range = passage.words[at].start..passage.words[at + longest.words.len() - 1].end;
            if hits.last().is_none_or(|last| last.range.end <= range.start) {
                hits.push(Hit { range, instead: longest.instead.as_deref() });
            }
        }
        hits
    }

    /// Whether a word alone is in the list of a language.
    pub fn has(&self, lang: &str, word: &str) -> bool {
        let word = folded(word);
        let Some((lang, phrases)) = self.by_lang.get_key_value(lang) else { return false };
        let known = self.index.get(&(*lang, head(&word))).map(Vec::as_slice).unwrap_or_default();
        known.iter().any(|at| phrases[*at].words.len() == 1 && matches(&word, &phrases[*at].words[0]))
    }
}

/// The beginning of a word under which phrases are found again.
fn head(word: &str) -> String {
    word.trim_end_matches('*').chars().take(2).collect()
}

/// A word as lists know it: lower case, a straight apostrophe, none at its end.
pub fn folded(word: &str) -> String {
    word.to_lowercase().replace('’', "'").trim_end_matches('\'').to_owned()
}

fn phrase(line: &str) -> Option<Phrase> {
    let line = line.split('#').next().unwrap_or_default();
    let (phrase, instead) = line.split_once("=>").map_or((line, None), |(phrase, instead)| (phrase, Some(instead)));
    // the same pieces as a passage is cut into
    let pieces = phrase.replace('’', "'").replace('\'', "' ").replace('-', " ");
    let words: Vec<String> = pieces.split_whitespace().map(folded).filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| Phrase { words, instead: instead.map(|text| text.trim().to_owned()) })
}

fn begins(words: &[String], phrase: &[String]) -> bool {
    words.len() >= phrase.len() && words.iter().zip(phrase).all(|(word, wanted)| matches(word, wanted))
}

fn matches(word: &str, wanted: &str) -> bool {
    wanted.strip_suffix('*').map_or(word == wanted, |stem| word.starts_with(stem))
}
