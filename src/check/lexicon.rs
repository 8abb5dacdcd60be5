//! Lists of words and phrases by language, and where they stand in a passage: [`Lexicon`].
//!
//! A list has one phrase a line; `*` ends a word that may go on (`renouvel*`), `=>` says what to write instead, `#` begins a
//! comment. Upper and lower case, and both apostrophes, are the same.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
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
    by_lang: HashMap<&'static str, List>,
}

/// The list of a language.
#[derive(Debug, Default)]
struct List {
    phrases: Vec<Phrase>,
    /// Phrases by the first two letters of their first word.
    index: HashMap<Head, Vec<usize>>,
    /// Phrases of one whole word.
    words: HashSet<String>,
}

/// The beginning of a word under which phrases are found again.
type Head = (Option<char>, Option<char>);

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
        let mut lexicon = Lexicon { by_lang: HashMap::new() };
        for (lang, text) in lists {
            let list = lexicon.by_lang.entry(lang).or_default();
            text.lines().filter_map(phrase).for_each(|phrase| list.add(phrase));
        }
        lexicon
    }

    /// Where phrases of the list stand in a passage of its language, the longest first where several begin together.
    pub fn hits(&self, passage: &Passage<'_>) -> Vec<Hit<'_>> {
        let Some(list) = self.by_lang.get(passage.lang.primary()) else { return Vec::new() };
        let words: Vec<Cow<'_, str>> =
            passage.words.iter().map(|word| folded_cow(&passage.text[word.clone()])).collect();
        let mut hits: Vec<Hit<'_>> = Vec::new();
        for at in 0..words.len() {
            let found = list.under(&words[at]).filter(|phrase| begins(&words[at..], &phrase.words));
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
        let Some(list) = self.by_lang.get(lang) else { return false };
        let word = folded_cow(word);
        let begins = |phrase: &Phrase| phrase.words.len() == 1 && matches(&word, &phrase.words[0]);
        list.words.contains(&*word) || list.under(&word).any(begins)
    }
}

impl List {
    fn add(&mut self, phrase: Phrase) {
        if let [word] = phrase.words.as_slice() {
            self.words.insert(word.clone());
        }
        self.index.entry(head(&phrase.words[0])).or_default().push(self.phrases.len());
        self.phrases.push(phrase);
    }

    /// Phrases that may begin with a word.
    fn under(&self, word: &str) -> impl Iterator<Item = &Phrase> {
        let known = self.index.get(&head(word)).map(Vec::as_slice).unwrap_or_default();
        known.iter().map(|at| &self.phrases[*at])
    }
}

fn head(word: &str) -> Head {
    let mut letters = word.trim_end_matches('*').chars();
    (letters.next(), letters.next())
}

/// A word as lists know it, without a copy where it is written so already.
pub fn folded_cow(word: &str) -> Cow<'_, str> {
    let plain = |c: char| !c.is_uppercase() && c != '’' && c != '\'';
    if word.chars().all(plain) { Cow::Borrowed(word) } else { Cow::Owned(folded(word)) }
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

fn begins(words: &[Cow<'_, str>], phrase: &[String]) -> bool {
    words.len() >= phrase.len() && words.iter().zip(phrase).all(|(word, wanted)| matches(word, wanted))
}

fn matches(word: &str, wanted: &str) -> bool {
    wanted.strip_suffix('*').map_or(word == wanted, |stem| word.starts_with(stem))
}
