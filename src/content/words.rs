//! The short strings that layouts need, one flat file for each language: [`load`].

use std::collections::BTreeMap;
use std::sync::Arc;

use super::yaml::{At, YamlText};
use super::{language_files, typography};
use crate::diag::Diagnostics;
use crate::files::Files;
use crate::model::{Lang, Part, Written};

/// The folder words live in.
pub const FOLDER: &str = "content/words";

/// Strings of one language by key.
#[derive(Debug, Clone)]
pub struct Words {
    /// Strings by key.
    pub strings: Arc<BTreeMap<String, String>>,
    /// The file they were read from.
    pub file: String,
    /// The strings as they were written.
    pub written: Vec<Written>,
}

impl Words {
    /// The string of this key; empty where the language lacks it (themes list the keys they need, and that is checked).
    pub fn get(&self, key: &str) -> &str {
        self.strings.get(key).map(String::as_str).unwrap_or_default()
    }
}

/// Reads the words of all languages.
pub fn load(files: &Files, diagnostics: &mut Diagnostics) -> BTreeMap<Lang, Words> {
    let mut all = BTreeMap::new();
    for (lang, file) in language_files(files, FOLDER, diagnostics) {
        let yaml = YamlText::whole(&file);
        let Some(read) = yaml.parse::<BTreeMap<String, At<String>>>(diagnostics) else { continue };
        let written = read.values().map(|text| yaml.written(Part::Word, text, false)).collect();
        let strings = read.into_iter().map(|(key, text)| (key, typography::set(&text.value, &lang)));
        let strings = Arc::new(strings.collect());
        all.insert(lang, Words { strings, file: file.path.clone(), written });
    }
    all
}
