//! Addresses in letters: they may be broken where no word is, and are read from the left on every page.

use crate::fit::BREAK;

/// A web address as a person types it, which may be broken as [`breakable`] says.
pub fn in_letters(address: &str) -> String {
    breakable(address.strip_prefix("https://").unwrap_or(address))
}

/// A web or mail address that may be broken after its dots, slashes, hyphens and the like.
pub fn breakable(address: &str) -> String {
    let mut letters = String::new();
    for c in address.chars() {
        letters.push(c);
        if matches!(c, '@' | '/' | '-' | '.' | '_' | '?' | '&' | '=') {
            letters.push(BREAK);
        }
    }
    letters
}

/// A name, an address or hours keep their own direction inside a text of another one.
pub fn isolated(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("\u{2068}{text}\u{2069}") }
}

/// The same text without the marks of this module, for messages.
pub fn as_written(text: &str) -> String {
    text.replace([BREAK, '\u{2066}', '\u{2068}', '\u{2069}'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_may_be_broken_where_no_word_is() {
        let parts = |address: &str| in_letters(address).split(BREAK).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(parts("https://exemple.fr/a-b"), ["exemple.", "fr/", "a-", "b"]);
        assert_eq!(parts("accueil@exemple.fr"), ["accueil@", "exemple.", "fr"]);
        assert_eq!(as_written(&isolated(&breakable("a@b.fr"))), "a@b.fr");
    }
}
