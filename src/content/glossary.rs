//! Glossaries, one file for each language: [`load`].

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::tip::bad_id;
use super::tip_file::StatusFile;
use super::yaml::{At, YamlText};
use super::{language_files, typography};
use crate::diag::{Diagnostic, Diagnostics, Message};
use crate::files::{Files, TextFile};
use crate::model::{Glossary, Lang, Part, Said, Status, Term, folded};

/// The folder glossaries live in.
pub const FOLDER: &str = "content/glossary";

/// Most sentences that explain a word: more are a text of their own.
const SENTENCES: usize = 2;

/// `glossary/<lang>.yaml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GlossaryFile {
    /// How far its texts have come.
    #[serde(default)]
    status: Option<StatusFile>,
    /// Terms by id; the ids are the same in every language.
    terms: BTreeMap<String, TermFile>,
}

/// A hard word.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermFile {
    /// The word.
    term: At<String>,
    /// Other written forms of it, plurals for instance.
    #[serde(default)]
    forms: Vec<At<String>>,
    /// Words that must not be used for the same thing.
    #[serde(default)]
    avoid: Vec<At<String>>,
    /// Name of a pictogram of the theme.
    #[serde(default)]
    pictogram: Option<At<String>>,
    /// What it means, in one or two short sentences.
    meaning: At<Vec<At<String>>>,
}

/// Reads the glossaries of all languages.
pub fn load(files: &Files, diagnostics: &mut Diagnostics) -> BTreeMap<Lang, Glossary> {
    let mut all = BTreeMap::new();
    for (lang, file) in language_files(files, FOLDER, diagnostics) {
        let Some(written) = YamlText::whole(&file).parse::<GlossaryFile>(diagnostics) else { continue };
        let mut reader = Reader { file: &file, lang: &lang, seen: BTreeMap::new(), diagnostics };
        let glossary = reader.glossary(&written);
        all.insert(lang, glossary);
    }
    all
}

struct Reader<'a> {
    file: &'a TextFile,
    lang: &'a Lang,
    /// Forms met so far, folded, with the line each stands in.
    seen: BTreeMap<String, String>,
    diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    fn glossary(&mut self, written: &GlossaryFile) -> Glossary {
        let mut terms = BTreeMap::new();
        for (id, term) in &written.terms {
            terms.insert(id.clone(), self.term(id, term));
        }
        let status = match written.status {
            Some(StatusFile::Machine) => Status::Machine,
            _ => Status::Translated,
        };
        let yaml = YamlText::whole(self.file);
        let meanings = written.terms.values().flat_map(|term| &term.meaning.value);
        let written = meanings.map(|sentence| yaml.written(Part::Meaning, sentence, false)).collect();
        let mut glossary = Glossary::new(terms, status, self.file.path.clone());
        glossary.written = written;
        glossary
    }

    fn term(&mut self, id: &str, written: &TermFile) -> Term {
        let term = self.said(&written.term);
        self.diagnostics.extend(bad_id(id, &term.place));
        self.once(&term);
        let forms: Vec<Said> = written.forms.iter().map(|form| self.said(form)).collect();
        forms.iter().for_each(|form| self.once(form));
        let avoid: Vec<Said> = written.avoid.iter().map(|word| self.said(word)).collect();
        self.not_avoided(&term, &forms, &avoid);
        let meaning: Vec<Said> = written.meaning.value.iter().map(|sentence| self.said(sentence)).collect();
        if !(1..=SENTENCES).contains(&meaning.len()) {
            let place = YamlText::whole(self.file).place(&written.meaning);
            let error = Diagnostic::error(Message::new("glossary-meaning").arg("term", &term.text)).at(place);
            self.diagnostics.push(error.hint(Message::new("hint-glossary-meaning")));
        }
        let pictogram = written.pictogram.as_ref();
        let pictogram = pictogram.map(|at| (at.value.trim().to_owned(), YamlText::whole(self.file).place(at)));
        Term { id: id.to_owned(), term: term.text, forms, avoid, pictogram, meaning, place: term.place }
    }

    /// A text as it is printed; an empty one is a mistake.
    fn said(&mut self, written: &At<String>) -> Said {
        let place = YamlText::whole(self.file).place(written);
        let text = typography::set(written.value.trim(), self.lang);
        if text.is_empty() {
            let error = Diagnostic::error(Message::new("yaml-empty")).at(place.clone());
            self.diagnostics.push(error.hint(Message::new("hint-write-value")));
        }
        Said { text, place }
    }

    /// A form belongs to one term, and is written once.
    fn once(&mut self, form: &Said) {
        let first = self.seen.insert(folded(&form.text), form.place.brief());
        if let Some(first) = first.filter(|_| !form.text.is_empty()) {
            let message = Message::new("glossary-form-twice").arg("form", &form.text).arg("first", first);
            let error = Diagnostic::error(message).at(form.place.clone());
            self.diagnostics.push(error.hint(Message::new("hint-glossary-form-twice")));
        }
    }

    /// A word to avoid is no form of its own term.
    fn not_avoided(&mut self, term: &Said, forms: &[Said], avoid: &[Said]) {
        for word in avoid {
            let own = std::iter::once(term).chain(forms).find(|form| folded(&form.text) == folded(&word.text));
            if let Some(own) = own {
                let message =
                    Message::new("glossary-form-twice").arg("form", &word.text).arg("first", own.place.brief());
                let error = Diagnostic::error(message).at(word.place.clone());
                self.diagnostics.push(error.hint(Message::new("hint-glossary-form-twice")));
            }
        }
    }
}
