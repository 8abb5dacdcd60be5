//! Names that the program gives: codes of words, and parts of addresses.

use unicode_normalization::UnicodeNormalization as _;

/// Five characters of Crockford's alphabet, which has no I, L, O and U, from the hash of what a sheet says.
pub fn version_code(words: &str) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let hash = blake3::hash(words.as_bytes());
    hash.as_bytes()[..5].iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
}

/// A place as a part of a file name and of an address: `entree` of « Entrée ». One without Latin letters becomes a short code of
/// its words, so that two places never share an address.
pub fn slug(place: &str) -> String {
    let lower = place.to_lowercase();
    let letters = lower.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    let letters: String = letters.map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<&str> = letters.split_whitespace().collect();
    let lost =
        place.chars().any(|c| c.is_alphabetic() && !c.is_ascii() && c.to_lowercase().nfd().all(|c| !c.is_ascii()));
    if words.is_empty() || lost { version_code(place).to_lowercase() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_change_with_the_words() {
        assert_eq!(version_code("a"), version_code("a"));
        assert_ne!(version_code("a"), version_code("b"));
        assert_eq!(version_code("").len(), 5);
    }

    #[test]
    fn places_become_parts_of_addresses() {
        assert_eq!(slug("Entrée"), "entree");
        assert_eq!(slug("Salle 2 / étage"), "salle-2-etage");
        assert_ne!(slug("المدخل"), slug("القاعة"));
        assert!(slug("مدخل").bytes().all(|b| b.is_ascii_alphanumeric()));
    }
}
