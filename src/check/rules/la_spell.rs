//! # LA-SPELL: words are spelled as in the dictionary
//!
//! With `--spell`, every word is looked up in the Hunspell dictionary of its language, where the system has one, and in
//! content/dictionary.txt, the kit’s own list. Words with digits, addresses, words in capitals and placeholders are left alone.
//!
//! Why: a misspelled word stops people who read slowly, and makes a serious poster look like a scam.
//!
//! Source: the Hunspell dictionaries Dicollecte (French), SCOWL (English) and Ayaspell (Arabic).
//!
//! - No: Fermez la sesion.
//! - Yes: Fermez la session.
//!
//! # LA-SPELL : les mots s’écrivent comme au dictionnaire
//!
//! Avec `--spell`, chaque mot est cherché dans le dictionnaire Hunspell de sa langue, si le système en a un, et dans
//! content/dictionary.txt, la liste du kit. Les mots avec des chiffres, les adresses, les mots en capitales et les champs à
//! remplacer sont laissés de côté.
//!
//! Pourquoi : un mot mal écrit arrête ceux qui lisent lentement, et donne à une affiche sérieuse l’air d’une arnaque.
//!
//! Source : les dictionnaires Hunspell Dicollecte (français), SCOWL (anglais) et Ayaspell (arabe).
//!
//! - Non : Fermez la sesion.
//! - Oui : Fermez la session.

use std::ops::Range;

use super::prelude::*;
use crate::check::scan;
use crate::check::spelling::{OWN_WORDS, Spelling};
use crate::model::Direction;

/// The rule.
pub const RULE: Rule = Rule {
    id: "LA-SPELL",
    group: Group::Languages,
    severity: Severity::Warning,
    source: include_str!("la_spell.rs"),
    run: Run::Passage(check),
};

fn check(passage: &Passage<'_>, subject: &Subject<'_>) -> Vec<Finding> {
    let Some(spelling) = subject.spelling else { return Vec::new() };
    let from_right = passage.lang.direction() == Direction::Rtl;
    // Latin letters in an Arabic text are a name
    let foreign = |word: &Range<usize>| from_right && passage.text[word.clone()].is_ascii();
    let words = passage.words.iter().filter(|word| is_plain(&passage.text, word) && !foreign(word));
    words
        .filter(|word| !spelling.knows(passage.lang, &passage.text[(*word).clone()]))
        .map(|word| finding(passage, word, spelling))
        .collect()
}

/// Whether a word is one that dictionaries can know.
fn is_plain(text: &str, word: &Range<usize>) -> bool {
    let letters = &text[word.clone()];
    let long = letters.chars().nth(1).is_some() && !letters.ends_with(['’', '\'']);
    let capitals = !letters.contains(char::is_lowercase) && letters.contains(char::is_uppercase);
    let digits = letters.contains(char::is_numeric) || letters.contains('_');
    long && !capitals && !digits && !scan::in_braces(text, word.start) && !scan::in_address(text, word.start)
}

fn finding(passage: &Passage<'_>, word: &Range<usize>, spelling: &Spelling) -> Finding {
    let written = &passage.text[word.clone()];
    let near = spelling.suggestions(passage.lang, written);
    let hint = if near.is_empty() {
        Message::new("hint-la-spell-own").arg("path", OWN_WORDS)
    } else {
        Message::new("hint-la-spell").arg("list", near.join(", "))
    };
    passage.finding(word.clone(), Message::new("la-spell").arg("word", written)).hint(hint)
}
