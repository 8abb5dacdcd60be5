//! A text as its author wrote it, with the way back to every one of its characters in the file: [`Written`]. Rules that read
//! texts point at the very word with it, and mend it there.

use std::ops::Range;

use crate::diag::Place;

/// Which part of the content a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Name of a tip, for headings.
    Title,
    /// Line of a poster.
    Action,
    /// Line under a poster.
    Support,
    /// Why and how, in Markdown.
    Body,
    /// A sentence of an easy-read text.
    Easy {
        /// Which idea, from 0.
        idea: usize,
        /// Which sentence of the idea, from 0.
        sentence: usize,
    },
    /// The explanation of a hard word.
    Meaning,
    /// A string of the layout.
    Word,
    /// A heading of a document.
    Heading,
}

impl Part {
    /// Whether easy-read rules hold for it.
    pub fn is_easy(self) -> bool {
        matches!(self, Part::Easy { .. } | Part::Meaning)
    }
}

/// How the characters of a text stand in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// Byte for byte.
    Verbatim,
    /// As a YAML value: quoted, folded or indented.
    Value,
}

/// A text as it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// Which part of the content it is.
    pub part: Part,
    /// Its characters.
    pub text: String,
    /// Whether it is Markdown.
    pub markup: bool,
    /// Where it begins in its file.
    pub place: Place,
    /// How it stands there.
    pub stands: Stands,
}

impl Written {
    /// The place of a range of bytes of the text; the place of the whole where the two cannot be matched.
    pub fn at(&self, range: Range<usize>) -> Place {
        let start = self.place.span.start;
        match self.stands {
            Stands::Verbatim => Place::new(&self.place.path, &self.place.text, start + range.start..start + range.end),
            Stands::Value => match align(&self.text, &self.place.text[start..]) {
                Some(offsets) => {
                    let end = offsets.get(range.end).or(offsets.last()).copied().unwrap_or_default();
                    let begin = offsets.get(range.start).copied().unwrap_or(end);
                    Place::new(&self.place.path, &self.place.text, start + begin..start + end)
                }
                None => self.place.clone(),
            },
        }
    }
}

/// For each byte of a YAML value, and for its end, the byte of the source it came from.
fn align(value: &str, source: &str) -> Option<Vec<usize>> {
    let (quote, mut at) = opening(source);
    let mut offsets = Vec::with_capacity(value.len() + 1);
    for c in value.chars() {
        let (begin, end) = next(source, at, c, quote)?;
        offsets.extend(std::iter::repeat_n(begin, c.len_utf8()));
        at = end;
    }
    offsets.push(at);
    Some(offsets)
}

/// The quote a value stands in, if any, and where its first character may stand.
fn opening(source: &str) -> (Option<char>, usize) {
    match source.chars().next() {
        Some(quote @ ('"' | '\'')) => (Some(quote), 1),
        Some('|' | '>') => (None, source.find('\n').map_or(source.len(), |end| end + 1)),
        _ => (None, 0),
    }
}

/// Where the next character of a value stands at or after `at`: its first byte, and the byte after it.
fn next(source: &str, mut at: usize, wanted: char, quote: Option<char>) -> Option<(usize, usize)> {
    loop {
        let rest = &source[at..];
        let found = rest.chars().next()?;
        if found == '\\' && quote == Some('"') {
            let escape = rest.chars().nth(1)?;
            let length = match escape {
                'x' => 4,
                'u' => 6,
                'U' => 10,
                other => 1 + other.len_utf8(),
            };
            if escape == '\n' {
                at += length;
                continue;
            }
            return (rest.len() >= length).then_some((at, at + length));
        }
        if found == wanted {
            let doubled = quote == Some('\'') && wanted == '\'' && rest[1..].starts_with('\'');
            return Some((at, at + found.len_utf8() + usize::from(doubled)));
        }
        if wanted.is_whitespace() && found.is_whitespace() {
            let length = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
            return Some((at, at + length));
        }
        if !found.is_whitespace() {
            return None;
        }
        at += found.len_utf8();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn found(source: &str, value: &str, word: &str) -> String {
        let text: Arc<str> = source.into();
        let place = Place::new("a.yaml", &text, source.find(['"', '\'', '|', '>', 'L']).unwrap()..source.len());
        let written = Written { part: Part::Word, text: value.into(), markup: false, place, stands: Stands::Value };
        let start = value.find(word).unwrap();
        let place = written.at(start..start + word.len());
        place.text[place.span.clone()].to_owned()
    }

    #[test]
    fn words_are_found_where_they_were_written() {
        assert_eq!(found("a: L’eau chaude", "L’eau chaude", "chaude"), "chaude");
        assert_eq!(found("a: 'L''eau chaude'", "L'eau chaude", "'eau"), "''eau");
        assert_eq!(found("a: \"L\\u2019eau \\\"là\\\"\"", "L’eau \"là\"", "là"), "là");
        assert_eq!(found("a: >\n  L'eau\n  est chaude\n", "L'eau est chaude", "est chaude"), "est chaude");
        assert_eq!(found("a: |\n  L'eau\n  est chaude\n", "L'eau\nest chaude\n", "chaude"), "chaude");
        assert_eq!(found("a: L'eau\n   est chaude", "L'eau est chaude", "eau est"), "eau\n   est");
        assert_eq!(found("a: L'air", "L'eau", "eau"), "L'air");
    }
}
