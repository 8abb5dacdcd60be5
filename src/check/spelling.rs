//! Spelling with the Hunspell dictionaries of the system and the kit's own list of words: [`Spelling`].

use std::collections::{BTreeSet, HashMap};

use spellbook::Dictionary;

use crate::files::{self, Files};
use crate::model::Lang;

/// The kit's own words, one a line.
pub const OWN_WORDS: &str = "content/dictionary.txt";

/// Folders in which systems keep dictionaries.
const FOLDERS: [&str; 3] = ["/usr/share/hunspell", "/usr/share/myspell", "/Library/Spelling"];

/// Names that dictionaries of a language go by, the best first.
fn names(lang: &Lang) -> Vec<String> {
    match lang.primary() {
        "fr" => ["fr_FR", "fr", "fr-comprehensive"].map(str::to_owned).to_vec(),
        "en" => ["en_GB", "en_US"].map(str::to_owned).to_vec(),
        other => vec![other.to_owned(), format!("{other}_{}", other.to_uppercase())],
    }
}

/// Dictionaries by language.
#[derive(Debug, Default)]
pub struct Spelling {
    dictionaries: HashMap<Lang, Dictionary>,
    own: BTreeSet<String>,
}

impl Spelling {
    /// The dictionaries of these languages that are installed, and the languages that have none.
    pub fn load<'a>(files: &Files, langs: impl IntoIterator<Item = &'a Lang>) -> (Self, Vec<Lang>) {
        let mut spelling = Spelling { own: own_words(files), ..Spelling::default() };
        let mut missing = Vec::new();
        for lang in langs {
            match dictionary(lang) {
                Some(dictionary) => drop(spelling.dictionaries.insert(lang.clone(), dictionary)),
                None => missing.push(lang.clone()),
            }
        }
        (spelling, missing)
    }

    /// Whether a word is right; words of a language without a dictionary always are.
    pub fn knows(&self, lang: &Lang, word: &str) -> bool {
        let Some(dictionary) = self.dictionaries.get(lang) else { return true };
        let straight = word.replace('’', "'");
        self.own.contains(&straight.to_lowercase()) || dictionary.check(&straight) || dictionary.check(word)
    }

    /// Words that may have been meant, the likeliest first.
    pub fn suggestions(&self, lang: &Lang, word: &str) -> Vec<String> {
        let mut list = Vec::new();
        if let Some(dictionary) = self.dictionaries.get(lang) {
            dictionary.suggest(word, &mut list);
        }
        list.truncate(3);
        list
    }
}

/// The words of the project and those of the shipped texts, which it may extend.
fn own_words(files: &Files) -> BTreeSet<String> {
    let lists = [files.text(OWN_WORDS), Files::shipped().text(OWN_WORDS)];
    let mut words = BTreeSet::new();
    for file in lists.into_iter().flatten() {
        let lines = file.text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        words.extend(lines.map(|word| word.replace('’', "'").to_lowercase()));
    }
    words
}

fn dictionary(lang: &Lang) -> Option<Dictionary> {
    let named = |name: String| {
        let read = |ending: &str| FOLDERS.iter().find_map(|at| files::system_text(&format!("{at}/{name}.{ending}")));
        Dictionary::new(&read("aff")?, &read("dic")?).ok()
    };
    names(lang).into_iter().find_map(named)
}
