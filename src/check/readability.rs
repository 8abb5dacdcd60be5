//! Readability figures of a text: [`figures`]. They are information, from 100 words up, and never say that a text is easy-read.

use crate::model::Lang;

/// Fewest words for which the formulas mean something.
pub const ENOUGH_WORDS: usize = 100;

/// Figures of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figures {
    /// Words.
    pub words: usize,
    /// Sentences.
    pub sentences: usize,
    /// Reading ease, higher is easier: Flesch in English (Flesch 1948), Kandel and Moles in French (1958).
    pub ease: Option<f64>,
    /// LIX, lower is easier (Björnsson 1968): words in a sentence plus the share of words over six letters in percent.
    pub lix: f64,
}

/// The figures of a text, or nothing where it has fewer than [`ENOUGH_WORDS`] words.
pub fn figures<'a>(lang: &Lang, words: impl IntoIterator<Item = &'a str>, sentences: usize) -> Option<Figures> {
    const LONG: usize = 6;
    let (mut count, mut long, mut syllables) = (0_usize, 0_usize, 0_usize);
    for word in words {
        count += 1;
        long += usize::from(word.chars().filter(|c| c.is_alphabetic()).count() > LONG);
        syllables += syllables_of(word, lang);
    }
    if count < ENOUGH_WORDS || sentences == 0 {
        return None;
    }
    let per_sentence = count as f64 / sentences as f64;
    let per_word = syllables as f64 / count as f64;
    let ease = match lang.primary() {
        "en" => Some(206.835 - 1.015 * per_sentence - 84.6 * per_word),
        "fr" => Some(207.0 - 1.015 * per_sentence - 73.6 * per_word),
        _ => None,
    };
    Some(Figures { words: count, sentences, ease, lix: per_sentence + 100.0 * long as f64 / count as f64 })
}

/// Groups of vowels; a mute e at the end of a word does not count, nor does the plural of one.
fn syllables_of(word: &str, lang: &Lang) -> usize {
    let lower: Vec<char> = word.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let vowel = |c: &char| "aeiouyàâäéèêëîïôöùûüœæ".contains(*c);
    let groups = (0..lower.len()).filter(|at| vowel(&lower[*at]) && (*at == 0 || !vowel(&lower[at - 1]))).count();
    let text: String = lower.iter().collect();
    let ends_mute = match lang.primary() {
        "fr" => ["e", "es", "ent"].iter().any(|end| text.ends_with(end)),
        _ => text.ends_with('e') && !text.ends_with("le"),
    };
    let consonant_before =
        |drop: usize| lower.len() > drop && lower.get(lower.len() - drop - 1).is_some_and(|c| !vowel(c));
    let tail = if text.ends_with("ent") {
        3
    } else if text.ends_with("es") {
        2
    } else {
        1
    };
    groups.saturating_sub(usize::from(ends_mute && groups > 1 && consonant_before(tail))).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables() {
        let (fr, en) = (Lang::french(), Lang::parse("en").unwrap());
        let count = |lang: &Lang, word: &str| syllables_of(word, lang);
        assert_eq!([count(&fr, "porte"), count(&fr, "ordinateur"), count(&fr, "site"), count(&fr, "le")], [1, 4, 1, 1]);
        assert_eq!([count(&en, "table"), count(&en, "time"), count(&en, "computer"), count(&en, "a")], [2, 1, 3, 1]);
    }

    #[test]
    fn short_texts_have_no_figures() {
        let fr = Lang::french();
        assert_eq!(figures(&fr, ["mot"; 99], 9), None);
        let lix = figures(&fr, ["ordinateur"; 100], 10).map(|figures| figures.lix.round());
        assert_eq!(lix, Some(110.0));
    }
}
