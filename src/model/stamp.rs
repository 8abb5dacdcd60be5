//! A stamp says that on a day a text still said what another one says: [`bound_text`] is what it is bound to, [`hash`] how a change
//! of it is found. A [`Review`] is the stamp of people who read the easy-read text.

use unicode_normalization::UnicodeNormalization as _;

use super::{Date, EasyIdea, Lang, Tip, TipWords, plain_blocks, plain_inlines};
use crate::diag::Place;

/// What a stamp is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StampKind {
    /// The easy-read text of a language, bound to the words of that language which it simplifies.
    Easy,
    /// People with an intellectual disability read the easy-read sentences, and are bound to them.
    Review,
    /// The words of a language, bound to those of the source language.
    Translation,
}

impl StampKind {
    /// All kinds, in the order of their names.
    pub const ALL: [StampKind; 3] = [StampKind::Easy, StampKind::Review, StampKind::Translation];

    /// The name in files of stamps and in messages.
    pub fn name(self) -> &'static str {
        match self {
            StampKind::Easy => "easy",
            StampKind::Review => "review",
            StampKind::Translation => "translation",
        }
    }
}

/// A text that was compared with what it is bound to.
#[derive(Debug, Clone, PartialEq)]
pub struct Stamp {
    /// The day.
    pub date: Date,
    /// [`hash`] of the text it is bound to, as it was.
    pub hash: String,
    /// The text it is bound to, as it was.
    pub text: String,
    /// Where the stamp stands.
    pub place: Place,
}

/// A reading of easy-read sentences by people with an intellectual disability.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// Who read: they agreed that their names are printed.
    pub names: Vec<String>,
    /// The sentences they read, and when.
    pub stamp: Stamp,
}

/// A text that may no longer say what it is bound to says.
#[derive(Debug, Clone, PartialEq)]
pub struct Stale {
    /// Which text.
    pub kind: StampKind,
    /// The day it was stamped.
    pub stamped_on: Date,
    /// The words of the tip that must be read again.
    pub place: Place,
}

/// What the text of a kind in a language is bound to; nothing where the tip has no such text.
pub fn bound_text(tip: &Tip, lang: &Lang, source: &Lang, kind: StampKind) -> Option<String> {
    let words = tip.words.get(lang)?;
    match kind {
        StampKind::Easy => (!words.easy.is_empty()).then(|| normal(&lines(words).join("\n"))),
        StampKind::Review => (!words.easy.is_empty()).then(|| normal(&sentences(&words.easy).join("\n"))),
        StampKind::Translation => {
            let from = tip.words.get(source).filter(|_| lang != source)?;
            let all: Vec<String> = lines(from).into_iter().chain(sentences(&from.easy)).collect();
            Some(normal(&all.join("\n")))
        }
    }
}

/// Digits of a hash: 64 bits are plenty to notice a change, and short enough to compare by eye.
const HASH_DIGITS: usize = 16;

/// The first 16 hexadecimal digits of the BLAKE3 of a text.
pub fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex()[..HASH_DIGITS].to_owned()
}

fn lines(words: &TipWords) -> Vec<String> {
    vec![words.title.clone(), plain_inlines(&words.action), words.support.clone(), plain_blocks(&words.body)]
}

fn sentences(easy: &[EasyIdea]) -> Vec<String> {
    easy.iter().flat_map(|idea| idea.sentences.iter().cloned()).collect()
}

/// Words alone: composed letters, one plain space between words, no empty lines. Where lines break in a file says nothing.
pub fn normal(text: &str) -> String {
    let composed: String = text.nfc().collect();
    let lines = composed.lines().map(|line| {
        let visible: String = line.chars().map(|c| if c.is_control() || c == '\u{feff}' { ' ' } else { c }).collect();
        visible.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_composition_say_nothing() {
        assert_eq!(normal("Besoin\u{a0}?\n\n  e\u{301}te\u{301} \t oui\u{85}"), "Besoin ?\nété oui");
        assert_eq!(hash(&normal("a  b")), hash(&normal("a\u{202f}b\n")));
        assert_ne!(hash("Éteignez."), hash("Éteignez !"));
        assert_eq!(hash("").len(), HASH_DIGITS);
    }
}
