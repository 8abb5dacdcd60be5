//! Hard words and what they mean, one glossary for each language: [`Glossary::terms_in`] finds them in a text.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Status, Written};
use crate::diag::Place;

/// A text of a glossary, and where it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The text.
    pub text: String,
    /// Where it was written.
    pub place: Place,
}

/// A hard word with its explanation.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Its id, the same in every language.
    pub id: String,
    /// The word, as the word list shows it.
    pub term: String,
    /// Other written forms of it.
    pub forms: Vec<Said>,
    /// Words that must not be used for the same thing.
    pub avoid: Vec<Said>,
    /// Name of a pictogram of the theme.
    pub pictogram: Option<(String, Place)>,
    /// What it means, in one or two short sentences.
    pub meaning: Vec<Said>,
    /// Where the word was written.
    pub place: Place,
}

/// The hard words of one language.
#[derive(Debug, Clone)]
pub struct Glossary {
    /// Terms by id.
    pub terms: BTreeMap<String, Term>,
    /// How far its texts have come.
    pub status: Status,
    /// The file it was read from.
    pub file: String,
    /// Its explanations as they were written.
    pub written: Vec<Written>,
    forms: Forms,
    avoided: Forms,
}

impl Glossary {
    /// A glossary of these terms.
    pub fn new(terms: BTreeMap<String, Term>, status: Status, file: String) -> Self {
        let own = |term: &Term| {
            let forms = std::iter::once(&term.term).chain(term.forms.iter().map(|form| &form.text));
            forms.map(|form| (folded(form), term.id.clone())).collect::<Vec<_>>()
        };
        let other =
            |term: &Term| term.avoid.iter().map(|word| (folded(&word.text), term.id.clone())).collect::<Vec<_>>();
        let (forms, avoided) = (Forms::new(terms.values().flat_map(own)), Forms::new(terms.values().flat_map(other)));
        Glossary { terms, status, file, written: Vec::new(), forms, avoided }
    }

    /// The terms of a text with the bytes they stand at, in the order of the text. Whole words only, whatever their capitals and
    /// apostrophes; where two terms begin at the same letter, the longer one is meant.
    pub fn terms_in(&self, text: &str) -> Vec<(&Term, Range<usize>)> {
        self.forms.found_in(text).into_iter().filter_map(|(id, range)| Some((self.terms.get(id)?, range))).collect()
    }

    /// Words of a text that must not be used for a term, with the term.
    pub fn avoided_in(&self, text: &str) -> Vec<(&Term, Range<usize>)> {
        self.avoided.found_in(text).into_iter().filter_map(|(id, range)| Some((self.terms.get(id)?, range))).collect()
    }
}

/// Folded forms by their first letter, with the ids of their terms, the longest first.
#[derive(Debug, Clone)]
struct Forms(BTreeMap<char, Vec<(Vec<char>, String)>>);

impl Forms {
    fn new(forms: impl Iterator<Item = (String, String)>) -> Self {
        let mut by_letter: BTreeMap<char, Vec<(Vec<char>, String)>> = BTreeMap::new();
        for (form, id) in forms {
            let letters: Vec<char> = form.chars().collect();
            let Some(first) = letters.first() else { continue };
            by_letter.entry(*first).or_default().push((letters, id));
        }
        for list in by_letter.values_mut() {
            list.sort_by(|(one, _), (other, _)| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        }
        Forms(by_letter)
    }

    /// Ids and bytes of the forms in a text.
    fn found_in(&self, text: &str) -> Vec<(&str, Range<usize>)> {
        let (letters, starts) = fold(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < letters.len() {
            let form = (at == 0 || !is_letter(letters[at - 1])).then(|| self.form_at(&letters[at..])).flatten();
            match form {
                Some((id, length)) => {
                    found.push((id, starts[at]..starts[at + length]));
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The longest form that these letters begin with: the id of its term, and its number of letters.
    fn form_at(&self, letters: &[char]) -> Option<(&str, usize)> {
        self.0.get(letters.first()?)?.iter().find_map(|(form, id)| {
            let whole = letters.starts_with(form) && letters.get(form.len()).is_none_or(|next| !is_letter(*next));
            whole.then_some((id.as_str(), form.len()))
        })
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
}

/// A form as it is compared: small letters, one kind of apostrophe and of space.
pub fn folded(form: &str) -> String {
    fold(form.trim()).0.into_iter().collect()
}

/// Letters as they are compared, and the byte that each begins at, with the end of the text after the last.
fn fold(text: &str) -> (Vec<char>, Vec<usize>) {
    let (mut letters, mut starts) = (Vec::new(), Vec::new());
    for (at, c) in text.char_indices() {
        let plain = match c {
            '’' => '\'',
            '\u{a0}' | '\u{202f}' => ' ',
            other => other,
        };
        // a capital that becomes two letters stays as it is: a range of bytes has one letter
        let mut small = plain.to_lowercase();
        let one = small.next().filter(|_| small.next().is_none()).unwrap_or(plain);
        letters.push(one);
        starts.push(at);
    }
    starts.push(text.len());
    (letters, starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> Place {
        Place::new("t.yaml", &"t".into(), 0..1)
    }

    fn glossary(words: &[(&str, &[&str])]) -> Glossary {
        let said = |text: &&str| Said { text: (*text).to_owned(), place: place() };
        let term = |(word, forms): &(&str, &[&str])| Term {
            id: word.replace(' ', "-"),
            term: (*word).to_owned(),
            forms: forms.iter().map(said).collect(),
            avoid: Vec::new(),
            pictogram: None,
            meaning: Vec::new(),
            place: place(),
        };
        let terms = words.iter().map(term).map(|term| (term.id.clone(), term)).collect();
        Glossary::new(terms, Status::Translated, "t.yaml".to_owned())
    }

    fn found<'t>(glossary: &Glossary, text: &'t str) -> Vec<&'t str> {
        glossary.terms_in(text).into_iter().map(|(_, range)| &text[range]).collect()
    }

    #[test]
    fn whole_words_are_found() {
        let french = glossary(&[("mot de passe", &["mots de passe"]), ("mot", &[]), ("l'écran d'accueil", &[])]);
        assert_eq!(found(&french, "Mots de passe : un mot de\u{a0}passe."), ["Mots de passe", "mot de\u{a0}passe"]);
        assert_eq!(found(&french, "Un mot, des motifs, L’ÉCRAN D’ACCUEIL"), ["mot", "L’ÉCRAN D’ACCUEIL"]);
        let arabic = glossary(&[("متصفح", &["المتصفح"])]);
        assert_eq!(found(&arabic, "أغلق المتصفح."), ["المتصفح"]);
        assert!(found(&french, "").is_empty() && found(&arabic, "والمتصفح").is_empty());
    }
}
