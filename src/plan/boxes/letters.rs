//! Addresses and names in letters: they may be broken where no word is, and keep their own direction.

use crate::fit::BREAK;

/// A web address as a person types it, which may be broken as [`breakable`] says.
pub fn in_letters(address: &str) -> String {
    breakable(address.strip_prefix("https://").unwrap_or(address))
}

/// A web or mail address that may be broken after its dots, slashes, hyphens and the like.
pub fn breakable(address: &str) -> String {
    broken_after(address, &['@', '/', '-', '.', '_', '?', '&', '='])
}

/// A name whose long compounds may be broken after their hyphens, where a reader expects it.
pub fn compounds(name: &str) -> String {
    const LONG: usize = 14;
    let long = |word: &str| word.chars().count() > LONG;
    let word = |word: &str| if long(word) { broken_after(word, &['-', '/', '_']) } else { word.to_owned() };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// A number stays with the short unit after it: `9 h`, `6 pm`.
pub fn with_units(text: &str) -> String {
    let mut words = text.split(' ').peekable();
    let mut bound = String::new();
    while let Some(word) = words.next() {
        bound.push_str(word);
        let number = word.ends_with(|c: char| c.is_ascii_digit());
        let unit = words.peek().map(|next| next.trim_end_matches([',', '.', ';']));
        match unit {
            Some("h" | "am" | "pm") if number => bound.push('\u{a0}'),
            Some(_) => bound.push(' '),
            None => {}
        }
    }
    bound
}

fn broken_after(text: &str, signs: &[char]) -> String {
    let mut broken = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        broken.push(c);
        // a sign at the end of a word already ends its line
        if signs.contains(&c) && chars.peek().is_some_and(|next| next.is_alphanumeric()) {
            broken.push(BREAK);
        }
    }
    broken
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
        assert_eq!(compounds("Rendez-vous à Saint-Remy-en-Bouzemont").split(BREAK).count(), 4);
        assert_eq!(with_units("de 9 h à 12 h, 6 pm"), "de 9\u{a0}h à 12\u{a0}h, 6\u{a0}pm");
        assert_eq!(as_written(&isolated(&breakable("a@b.fr"))), "a@b.fr");
    }
}
