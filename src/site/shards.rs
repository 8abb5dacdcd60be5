//! Search among many venues: the words of each are put into small files by their first letters, which a page loads while somebody
//! types ([`Shards`]). Words are read as `site.js` reads them ([`fold`]).

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization as _;

use super::summary::Card;

/// Most venues of a file: about 50 kB, which a slow line loads in a second.
const VENUES: usize = 300;
/// Letters of the shortest keys.
const SHORTEST: usize = 2;
/// Stands at the end of a key that is a whole word, where longer words begin with it.
const END: char = ' ';

/// Files of venues by the beginning of their words.
#[derive(Debug, Default)]
pub struct Shards {
    /// Numbers of venues by key, which is what their words begin with.
    pub by_key: BTreeMap<String, Vec<usize>>,
    /// Words of so many venues that alone they find nothing.
    pub common: BTreeSet<String>,
}

/// A text as it is searched: without accents and signs, in small letters, words between single spaces.
pub fn fold(text: &str) -> String {
    let mark = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}');
    let plain: String = text.nfkd().filter(|c| !mark(*c)).collect::<String>().to_lowercase();
    let mut folded = String::new();
    for c in plain.chars() {
        match c {
            '\u{622}' | '\u{623}' | '\u{625}' | '\u{671}' => folded.push('\u{627}'),
            '\u{649}' => folded.push('\u{64a}'),
            '\u{629}' => folded.push('\u{647}'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            c if c.is_alphanumeric() => folded.push(c),
            _ => folded.push(' '),
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a search finds a venue by, but its name.
pub fn told(card: &Card) -> String {
    let parts = [&card.street, &card.postcode, &card.town, &card.organisation];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// Words under which a venue stands: those of one letter find nothing, and an Arabic word is found without its article too.
pub fn words(card: &Card) -> BTreeSet<String> {
    let folded = fold(&format!("{} {}", card.name, told(card)));
    let long = |word: &&str| word.chars().count() >= SHORTEST;
    let bare = folded.split(' ').filter_map(|word| word.strip_prefix("\u{627}\u{644}"));
    folded.split(' ').chain(bare).filter(long).map(str::to_owned).collect()
}

impl Shards {
    /// Files for these venues.
    pub fn of(cards: &[Card]) -> Self {
        let mut words_of: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (number, card) in cards.iter().enumerate() {
            for word in words(card) {
                words_of.entry(word).or_default().push(number);
            }
        }
        let (common, rare): (BTreeMap<_, _>, BTreeMap<_, _>) =
            words_of.into_iter().partition(|(_, venues)| venues.len() > VENUES);
        let mut shards = Shards { by_key: BTreeMap::new(), common: common.into_keys().collect() };
        let rare: Vec<(String, Vec<usize>)> = rare.into_iter().collect();
        shards.split(&rare, SHORTEST);
        shards
    }

    /// Puts words, which come in order, into files by their first letters; more letters where a file would be too large.
    fn split(&mut self, words: &[(String, Vec<usize>)], letters: usize) {
        for same in words.chunk_by(|(one, _), (other, _)| one.chars().take(letters).eq(other.chars().take(letters))) {
            let venues: BTreeSet<usize> = same.iter().flat_map(|(_, venues)| venues).copied().collect();
            let Some((first, own)) = same.first() else { continue };
            let key: String = first.chars().take(letters).collect();
            if venues.len() <= VENUES {
                self.by_key.insert(key, venues.into_iter().collect());
                continue;
            }
            // the word that is the beginning itself has no further letter to be told by
            let is_whole = *first == key;
            if is_whole {
                self.by_key.insert(format!("{key}{END}"), own.clone());
            }
            self.split(&same[usize::from(is_whole)..], letters + 1);
        }
    }
}

/// Where the file of a key stands, under the assets of the site; `site.js` makes the same name. Files are spread over folders by first
/// letter, and no name is one that Windows keeps for itself.
pub fn file(key: &str) -> String {
    let name = |text: &str| {
        text.chars()
            .map(|c| match c {
                'a'..='z' | '0'..='9' => c.to_string(),
                END => "_".to_owned(),
                c => format!("u{:x}.", u32::from(c)),
            })
            .collect::<String>()
    };
    let first: String = key.chars().take(1).collect();
    format!("venues/{}/v-{}.js", name(&first).trim_end_matches('.'), name(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(number: usize, name: &str) -> Card {
        Card {
            id: format!("v{number}"),
            name: name.to_owned(),
            colour: [0, 0, 0],
            street: None,
            postcode: None,
            town: None,
            organisation: None,
            languages: Vec::new(),
            embedded: Vec::new(),
        }
    }

    #[test]
    fn words_are_read_as_the_script_reads_them() {
        assert_eq!(fold("  L’Œuvre d’ÉTÉ, à Saint-Cyr (13)"), "l oeuvre d ete a saint cyr 13");
        assert_eq!(fold("المكتبة"), "المكتبه");
    }

    #[test]
    fn large_files_are_split_and_common_words_have_none() {
        let names = |n: usize| format!("Lieu mar{} mars{}", char::from(b'a' + u8::try_from(n % 26).unwrap()), n);
        let mut cards: Vec<Card> = (0..2 * VENUES).map(|n| card(n, &names(n))).collect();
        cards.push(card(9999, "mar"));
        let shards = Shards::of(&cards);
        assert_eq!(shards.common.iter().collect::<Vec<_>>(), ["lieu"]);
        assert_eq!(shards.by_key["mar "], [2 * VENUES]);
        assert!(shards.by_key.values().all(|venues| venues.len() <= VENUES));
        assert!(!shards.by_key.contains_key("ma") && shards.by_key.contains_key("mara"));
    }

    #[test]
    fn names_of_files_are_those_of_any_disk() {
        assert_eq!(file("con"), "venues/c/v-con.js");
        assert_eq!(file("mar "), "venues/m/v-mar_.js");
        assert_eq!(file("\u{645}\u{643}"), "venues/u645/v-u645.u643..js");
    }
}
