//! Looking at the characters of a passage, and mending them where that is safe: [`marks`], [`swap`] and [`space`].

use std::ops::Range;

use super::{Fix, Passage};

/// A character with its neighbours.
#[derive(Debug, Clone, Copy)]
pub struct Mark {
    /// Its first byte.
    pub at: usize,
    /// The character.
    pub c: char,
    /// The character before it.
    pub before: Option<char>,
    /// The character after it.
    pub after: Option<char>,
}

impl Mark {
    /// Its bytes.
    pub fn range(&self) -> Range<usize> {
        self.at..self.at + self.c.len_utf8()
    }

    /// Whether it stands between two digits, as in a time or a ratio.
    pub fn between_digits(&self) -> bool {
        let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
        digit(self.before) && digit(self.after)
    }

    /// Whether it begins the mouth of a face: `:-)`, `;)`.
    pub fn is_face(&self) -> bool {
        matches!(self.c, ':' | ';') && matches!(self.after, Some('-' | ')' | '('))
    }
}

/// The characters of a text that are wanted, outside of placeholders (`{{ venue.name }}`, `{page}`) and of addresses.
pub fn marks(text: &str, wanted: impl Fn(char) -> bool) -> impl Iterator<Item = Mark> {
    let mark = |(at, c): (usize, char)| Mark {
        at,
        c,
        before: text[..at].chars().next_back(),
        after: text[at + c.len_utf8()..].chars().next(),
    };
    let found = text.char_indices().filter(move |(_, c)| wanted(*c)).map(mark);
    // what ends a word is in no address, whatever the word is
    let ends = |mark: &Mark| mark.c != ':' && mark.after.is_none_or(char::is_whitespace);
    let braces = text.contains('{');
    found.filter(move |mark| (ends(mark) || !in_address(text, mark.at)) && !(braces && in_braces(text, mark.at)))
}

/// Whether a byte is between the braces of a placeholder.
pub fn in_braces(text: &str, at: usize) -> bool {
    let open = text[..at].rfind(['{', '}']).is_some_and(|brace| text[brace..].starts_with('{'));
    open && text[at..].contains('}')
}

/// What stands between spaces around a byte.
pub fn token(text: &str, at: usize) -> Range<usize> {
    let start = text[..at]
        .rfind(char::is_whitespace)
        .map_or(0, |space| space + text[space..].chars().next().map_or(1, char::len_utf8));
    start..text[at..].find(char::is_whitespace).map_or(text.len(), |end| at + end)
}

/// Whether a byte is inside an address, and not a mark around it.
pub fn in_address(text: &str, at: usize) -> bool {
    let token = token(text, at);
    let whole = &text[token.clone()];
    let head = whole.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start = token.start + whole.len() - head.len();
    let core = head.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/');
    let scheme = matches!(core, "http" | "https") && text[at..].starts_with(':');
    scheme || ((start..start + core.len()).contains(&at) && is_address(core))
}

/// Ways in which addresses begin.
const SCHEMES: [&str; 11] =
    ["http:", "https:", "mailto:", "tel:", "about:", "chrome:", "edge:", "brave:", "file:", "pictogram:", "www."];

/// Whether a word is an address: `https://a.fr/x?y`, `a@b.fr`, `a.fr/x`, `about:preferences`, `docs/print.md`.
pub fn is_address(word: &str) -> bool {
    let known =
        word.contains("://") || SCHEMES.iter().any(|scheme| word.len() > scheme.len() && word.starts_with(scheme));
    let ends_in_file = || word.rsplit_once('/').is_some_and(|(_, file)| is_host(file));
    known
        || word.contains('@')
        || is_host(word.split(['/', '?', '#', ':']).next().unwrap_or_default())
        || ends_in_file()
}

/// `exemple.fr`: labels of ASCII letters and digits, the last of two letters or more in one case.
pub fn is_host(word: &str) -> bool {
    let label = |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let Some((rest, last)) = word.rsplit_once('.') else { return false };
    let ending = last.len() >= 2 && last.bytes().all(|b| b.is_ascii_alphabetic());
    let one_case = last.bytes().all(|b| b.is_ascii_lowercase()) || last.bytes().all(|b| b.is_ascii_uppercase());
    ending && one_case && rest.split('.').all(label)
}

/// A text instead of bytes of a passage that stand in the file as they are. No fix where they do not.
pub fn swap(passage: &Passage<'_>, range: Range<usize>, text: &str) -> Option<Fix> {
    let place = passage.place(range.clone());
    let stands = match &passage.text[range] {
        "'" => ["'", "''"].contains(&&place.text[place.span.clone()]),
        "\"" => ["\"", "\\\""].contains(&&place.text[place.span.clone()]),
        written => place.text[place.span.clone()] == *written,
    };
    stands.then(|| Fix { place, text: text.to_owned() })
}

/// The same where spaces come or go: the characters beside the bytes must stand beside them in the file too, or the marks of
/// Markdown between them could mean something else afterwards.
pub fn space(passage: &Passage<'_>, range: Range<usize>, text: &str) -> Option<Fix> {
    let fix = swap(passage, range.clone(), text)?;
    let before = passage.text[..range.start].chars().next_back();
    if before == Some(']') && text.starts_with(':') {
        // `[a]: b` would be the address of a link, and no longer be printed
        return None;
    }
    let after = passage.text[range.end..].chars().next();
    let first = passage.text[range.clone()].chars().next();
    let last = passage.text[range.clone()].chars().next_back();
    let source = |range: Range<usize>| passage.place(range).span;
    let beside_before = before.is_none_or(|c| {
        let gap = source(range.start - c.len_utf8()..range.start).end..fix.place.span.start;
        joined(&fix.place.text, gap, Some(c), first)
    });
    let beside_after = after.is_none_or(|c| {
        let gap = fix.place.span.end..source(range.end..range.end + c.len_utf8()).start;
        joined(&fix.place.text, gap, last, Some(c))
    });
    (beside_before && beside_after).then_some(fix)
}

/// Whether two characters stand side by side in a file, or with marks of emphasis or the end of a link between them that can only
/// belong to the one that is a letter.
fn joined(source: &str, gap: Range<usize>, left: Option<char>, right: Option<char>) -> bool {
    if gap.is_empty() {
        return true;
    }
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let sign = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace());
    let marks = source.get(gap).is_some_and(|gap| {
        let inner = gap.trim_matches(['*', '_']);
        // the end of a link, or nothing
        inner.is_empty() || (inner.starts_with("](") && inner.ends_with(')') && !inner.contains('\n'))
    });
    marks && (letter(left) && sign(right) || sign(left) && letter(right))
}

/// Where a run of spaces that ends before this byte begins.
pub fn spaces_before(text: &str, at: usize) -> usize {
    text[..at].trim_end_matches(|c: char| c.is_whitespace() && c != '\n').len()
}

/// Whether a space before a mark can be wrong after this character: a letter, or what closes.
pub fn closes(c: char) -> bool {
    c.is_alphanumeric() || ")]}»”’\"'…%€°".contains(c)
}

/// Characters that groups of a number are set apart with.
fn sets_apart(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '.' | '-')
}

/// So many letters and digits from a byte on, with one space, dot or hyphen between groups at most, and where they end. Nothing
/// where they are fewer or more, or go on from something before.
pub fn number(text: &str, start: usize, count: usize) -> Option<(String, usize)> {
    let mut digits = String::with_capacity(count);
    let mut end = start;
    let mut gap = true;
    for (at, c) in text[start..].char_indices() {
        if digits.len() == count {
            break;
        }
        match c {
            c if c.is_ascii_alphanumeric() => digits.push(c.to_ascii_uppercase()),
            c if sets_apart(c) && !gap => {}
            _ => return None,
        }
        gap = !c.is_ascii_alphanumeric();
        end = start + at + c.len_utf8();
    }
    let glued =
        text[..start].ends_with(|c: char| c.is_alphanumeric()) || text[end..].starts_with(char::is_alphanumeric);
    (digits.len() == count && !glued).then_some((digits, end))
}

/// The bytes at which a word begins with such a character.
pub fn begins(text: &str, wanted: impl Fn(u8) -> bool) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let fresh = move |at: &usize| *at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
    (0..bytes.len()).filter(move |at| wanted(bytes[*at])).filter(fresh)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for good in ["https://a.fr/x", "a@b.fr", "exemple.fr", "exemple.fr/a?b", "about:preferences", "docs/print.md"] {
            assert!(is_address(good), "{good}");
        }
        for bad in ["fini.Puis", "1.5", "a.b", "etc.", "Attention:danger", "www."] {
            assert!(!is_address(bad), "{bad}");
        }
        let text = "Allez sur exemple.fr? ou {{ a:b }} ou https://a.fr?x";
        let found: Vec<usize> = marks(text, |c| "?:".contains(c)).map(|mark| mark.at).collect();
        assert_eq!(found, [text.find('?').unwrap()]);
    }

    #[test]
    fn tokens() {
        let text = "un\u{a0}deux trois";
        assert_eq!(&text[token(text, 6)], "deux");
        assert_eq!(&text[token(text, 0)], "un");
    }
}
