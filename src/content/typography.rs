//! Spaces and quotes as a typographer sets them, on the characters of a text: [`set`].
//!
//! It only changes spaces that are there, never adds one, and doing it twice changes nothing more. The fonts of the default
//! theme have no U+202F, so that the narrow no-break space of French becomes U+00A0.

use crate::model::Lang;

const NO_BREAK: char = '\u{a0}';

/// The text with no-break spaces where its language wants them, and typographic apostrophes.
pub fn set(text: &str, lang: &Lang) -> String {
    let chars: Vec<char> = text.chars().map(|c| if c == '\u{202f}' { NO_BREAK } else { c }).collect();
    let french = lang.primary() == "fr";
    let set_one = |(at, c): (usize, &char)| {
        let before = at.checked_sub(1).map(|i| chars[i]);
        let after = chars.get(at + 1).copied();
        match c {
            ' ' if between_digits(before, after) => NO_BREAK,
            ' ' if french && keeps_together(before, after) => NO_BREAK,
            '\'' if apostrophe(before, after) => '’',
            other => *other,
        }
    };
    chars.iter().enumerate().map(set_one).collect()
}

fn between_digits(before: Option<char>, after: Option<char>) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    digit(before) && digit(after)
}

fn keeps_together(before: Option<char>, after: Option<char>) -> bool {
    matches!(after, Some(':' | ';' | '?' | '!' | '»' | '%' | '€')) || before == Some('«')
}

fn apostrophe(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_spaces() {
        let fr = Lang::french();
        assert_eq!(set("Besoin d'aide ? « Oui »", &fr), "Besoin d’aide\u{a0}? «\u{a0}Oui\u{a0}»");
        assert_eq!(set("0 805 805 817", &fr), "0\u{a0}805\u{a0}805\u{a0}817");
        assert_eq!(set("à 12:30, https://a.fr", &fr), "à 12:30, https://a.fr");
        assert_eq!(set("Why ?", &Lang::parse("en").unwrap()), "Why ?");
    }

    #[test]
    fn twice_is_once() {
        let fr = Lang::french();
        for text in ["« a » : b ; c ? d !", "1 000 €", "l'eau", " ", "", "«", "' ' '"] {
            let once = set(text, &fr);
            assert_eq!(set(&once, &fr), once);
        }
    }
}
