//! Small things about words: [`folded`], [`tidy`], [`readable`].

use unicode_normalization::UnicodeNormalization as _;

/// Small letters without accents, to compare words of people.
pub(crate) fn folded(text: &str) -> String {
    let lower = text.to_lowercase().replace('’', "'").replace('œ', "oe");
    lower.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect()
}

/// One line with single spaces.
pub(super) fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words that begin small inside a street.
const SMALL: &str = "de du des la le les et à a au aux en sur sous bis ter quater d l par un une";

/// Kinds of streets, small after the number.
const STREETS: &str = "rue avenue place boulevard chemin allée route impasse cours quai square passage esplanade faubourg traverse \
    sentier promenade montée côte voie ruelle rond-point";

/// Abbreviations that stay in capitals.
const CAPITALS: [&str; 18] = [
    "ZA", "ZI", "ZAC", "ZUP", "RN", "RD", "CD", "CC", "BP", "CS", "HLM", "ZAE", "ZFU", "CCAS", "II", "III", "IV", "VI",
];

/// Whether words are written in capitals throughout.
pub(super) fn shouts(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    letters().count() >= 4
        && letters().all(char::is_uppercase)
        && text.split(' ').any(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 3)
}

/// Words in capitals as people write them: `Place Victor Schoelcher`, `12 rue de l’Église`.
pub(super) fn readable(text: &str) -> String {
    let is = |list: &str, word: &str| list.split_whitespace().any(|known| known == word);
    let mut numbered = true;
    let words = text.split(' ').enumerate().map(|(at, word)| {
        let lower = word.to_lowercase();
        let small = at > 0 && numbered && is(STREETS, &lower);
        numbered &= word.contains(|c: char| c.is_ascii_digit()) || is("bis ter quater b t", &lower);
        if small { lower } else { readable_word(word, at == 0) }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A word, part by part: `Jean-Paul`, `l’Europe`.
fn readable_word(word: &str, first: bool) -> String {
    if CAPITALS.contains(&word.trim_matches(|c: char| !c.is_alphanumeric())) {
        return word.to_owned();
    }
    let (mut done, mut part) = (String::new(), String::new());
    for c in word.chars().chain(['\0']) {
        if c.is_alphanumeric() {
            part.extend(c.to_lowercase());
            continue;
        }
        let elided = matches!(c, '\'' | '’') && part.chars().count() == 1;
        let small = elided || SMALL.split_whitespace().any(|small| small == part);
        if done.is_empty() && first || !small {
            capital(&part, &mut done)
        } else {
            done.push_str(&part)
        }
        part.clear();
        if c != '\0' {
            done.push(c);
        }
    }
    done
}

fn capital(word: &str, into: &mut String) {
    let mut letters = word.chars();
    into.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    into.push_str(letters.as_str());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_become_readable() {
        for (shouted, said) in [
            ("PLACE VICTOR SCHOELCHER", "Place Victor Schoelcher"),
            ("217 AVENUE JEAN-PAUL COSTE", "217 avenue Jean-Paul Coste"),
            ("31 AVENUE DE L’EUROPE", "31 avenue de l’Europe"),
            ("27 TER AVENUE JEAN ET MARCEL FONTENAILLE", "27 ter avenue Jean et Marcel Fontenaille"),
            ("2 AVENUE DU SQUARE", "2 avenue du Square"),
            ("ZA DES MOULINS", "ZA des Moulins"),
            ("7 RUE DE L'ÉGLISE", "7 rue de l'Église"),
        ] {
            assert!(shouts(shouted), "{shouted}");
            assert_eq!(readable(shouted), said);
        }
        assert_eq!(readable("CCAS"), "CCAS");
        assert!(!shouts("Rue du 8 MAI"));
    }
}
