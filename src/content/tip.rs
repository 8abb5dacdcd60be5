//! Tips in their three written forms become [`Tip`]s: [`load`].
//!
//! A folder with `tip.yaml` and one Markdown file for each language; a YAML file with one or many tips; Markdown files with
//! facts in the header. The forms share their keys and their meaning.

use std::collections::{BTreeMap, BTreeSet};

use super::markdown::{MarkdownText, Origin, front_matter};
use super::tip_file::{EasyFile, SourceFile, StatusFile, TipFile, TipInMarkdown, TipInYaml, TipsFile, WordsFile};
use super::typography;
use super::yaml::{At, YamlText};
use crate::diag::{Diagnostic, Diagnostics, Message, Place};
use crate::files::{Files, TextFile};
use crate::model::{
    Allow, Audience, Block, Date, EasyIdea, Lang, Part, SourceReference, Stands, Status, Tip, TipWords, Written,
};

/// The folder tips live in.
pub const FOLDER: &str = "content/tips";

/// Tips that could be read, and the ids of those that could not.
#[derive(Debug, Default)]
pub struct LoadedTips {
    /// Tips by id.
    pub tips: BTreeMap<String, Tip>,
    /// Ids that exist but are broken: asking for them is not a second error.
    pub broken: BTreeSet<String>,
}

/// Reads all tips of a project.
pub fn load(files: &Files, source_language: &Lang, diagnostics: &mut Diagnostics) -> LoadedTips {
    let mut reader = Reader { files, source_language, diagnostics, loaded: LoadedTips::default() };
    match files.list(FOLDER) {
        Ok(paths) => reader.read_all(&paths),
        Err(error) => reader.diagnostics.push(error),
    }
    reader.loaded
}

struct Reader<'a> {
    files: &'a Files,
    source_language: &'a Lang,
    diagnostics: &'a mut Diagnostics,
    loaded: LoadedTips,
}

impl Reader<'_> {
    fn read_all(&mut self, paths: &[String]) {
        let mut extra_words = Vec::new();
        for path in paths {
            let relative = &path[FOLDER.len() + 1..];
            match relative.split('/').collect::<Vec<_>>()[..] {
                [id, "tip.yaml"] => self.folder(id, path, paths),
                [file] if file.ends_with(".yaml") => self.yaml(path, &file[..file.len() - 5]),
                [file] if file.ends_with(".md") => {
                    let stem = &file[..file.len() - 3];
                    match stem.split_once('.') {
                        Some((id, lang)) => extra_words.push((id.to_owned(), lang.to_owned(), path)),
                        None => self.markdown(path, stem),
                    }
                }
                [id, file] if file.ends_with(".md") => self.words_alone(id, path, paths),
                [.., "README.md"] => {}
                _ => self
                    .diagnostics
                    .push(Diagnostic::warning(Message::new("tip-stray-file").arg("path", path)).about(path.as_str())),
            }
        }
        for (id, lang, path) in extra_words {
            self.extra_language(&id, &lang, path);
        }
    }

    /// Words in a folder are read with its `tip.yaml`; without one they belong to nothing.
    fn words_alone(&mut self, id: &str, path: &str, paths: &[String]) {
        if !paths.contains(&format!("{FOLDER}/{id}/tip.yaml")) && !path.ends_with("/README.md") {
            self.alone(id, path);
        }
    }

    fn alone(&mut self, id: &str, path: &str) {
        let error = Diagnostic::error(Message::new("tip-words-alone").arg("tip", id)).about(path);
        self.diagnostics.push(error.hint(Message::new("hint-words-alone").arg("folder", FOLDER)));
    }

    fn text(&mut self, path: &str) -> Option<TextFile> {
        self.files.text(path).map_err(|error| self.diagnostics.push(error)).ok()
    }

    fn folder(&mut self, id: &str, path: &str, paths: &[String]) {
        let before = self.errors();
        let prefix = format!("{FOLDER}/{id}/");
        let mut words = BTreeMap::new();
        for words_path in paths.iter().filter(|p| p.starts_with(&prefix) && p.ends_with(".md")) {
            let code = &words_path[prefix.len()..words_path.len() - 3];
            if let Some((lang, read)) = self.words_file(words_path, code) {
                words.insert(lang, read);
            }
        }
        let Some(file) = self.text(path) else { return self.broken(id) };
        let yaml = YamlText::whole(&file);
        let facts: Option<TipFile> = yaml.parse(self.diagnostics);
        match facts {
            Some(facts) if self.errors() == before => self.keep(id, &facts, &yaml, file.start(), words),
            _ => self.broken(id),
        }
    }

    fn words_file(&mut self, path: &str, code: &str) -> Option<(Lang, TipWords)> {
        let file = self.text(path)?;
        let Some(lang) = Lang::parse(code) else {
            let error = Diagnostic::error(Message::new("lang-unknown").arg("lang", code)).about(path);
            self.diagnostics.push(error.hint(Message::new("hint-lang")));
            return None;
        };
        let (header, body) = front_matter(&file).map_err(|error| self.diagnostics.push(error)).ok()?;
        let yaml = YamlText::part(&file, header);
        let words: WordsFile = yaml.parse(self.diagnostics)?;
        let markdown =
            MarkdownText { file: &file, origin: Origin::Verbatim(body.start), text: &file.text[body], lang: &lang };
        let body = (markdown.blocks(self.diagnostics), Some(verbatim(&markdown)));
        let words = self.words(&words, body, &yaml, &lang)?;
        Some((lang, words))
    }

    fn yaml(&mut self, path: &str, stem: &str) {
        let Some(file) = self.text(path) else { return self.broken(stem) };
        let yaml = YamlText::whole(&file);
        let many = file.text.lines().any(|line| line.starts_with("tips:"));
        let tips = if many {
            yaml.parse::<TipsFile>(self.diagnostics).map(|file| file.tips)
        } else {
            yaml.parse::<TipInYaml>(self.diagnostics).map(|tip| vec![tip])
        };
        let Some(tips) = tips else { return self.broken(stem) };
        for tip in tips {
            self.yaml_tip(&tip, &yaml, stem, many);
        }
    }

    fn yaml_tip(&mut self, tip: &TipInYaml, yaml: &YamlText<'_>, stem: &str, many: bool) {
        let (id, place) = match &tip.id {
            Some(id) => (id.value.clone(), yaml.place(id)),
            None if many => {
                let missing = Message::new("yaml-missing-key").arg("key", "id");
                self.diagnostics.push(Diagnostic::error(missing).at(yaml.place(&tip.written_on)));
                return;
            }
            None => (stem.to_owned(), yaml.file.start()),
        };
        let before = self.errors();
        let mut words = BTreeMap::new();
        for (code, written) in &tip.words {
            let Some(lang) = self.lang(code, yaml.place(&written.title)) else { continue };
            let body = match &written.body {
                Some(body) => {
                    let text = yaml.written(Part::Body, body, true);
                    (self.value_markdown(body, yaml, &lang), Some(text))
                }
                None => (Vec::new(), None),
            };
            if let Some(read) = self.words(written, body, yaml, &lang) {
                words.insert(lang, read);
            }
        }
        if self.errors() == before {
            self.keep(&id, &tip.facts(), yaml, place, words);
        } else {
            self.broken(&id);
        }
    }

    fn value_markdown(&mut self, value: &At<String>, yaml: &YamlText<'_>, lang: &Lang) -> Vec<Block> {
        let origin = Origin::Value(yaml.place(value).span);
        MarkdownText { file: yaml.file, origin, text: &value.value, lang }.blocks(self.diagnostics)
    }

    fn markdown(&mut self, path: &str, id: &str) {
        let before = self.errors();
        if self.markdown_tip(path, id).is_none() || self.errors() > before {
            self.broken(id);
        }
    }

    fn markdown_tip(&mut self, path: &str, id: &str) -> Option<()> {
        let file = self.text(path)?;
        let (header, body) = front_matter(&file).map_err(|error| self.diagnostics.push(error)).ok()?;
        let yaml = YamlText::part(&file, header);
        let tip: TipInMarkdown = yaml.parse(self.diagnostics)?;
        let lang = match &tip.lang {
            Some(code) => self.lang(&code.value, yaml.place(code))?,
            None => self.source_language.clone(),
        };
        let markdown =
            MarkdownText { file: &file, origin: Origin::Verbatim(body.start), text: &file.text[body], lang: &lang };
        let body = (markdown.blocks(self.diagnostics), Some(verbatim(&markdown)));
        let facts = tip.facts();
        let written = WordsFile {
            title: tip.title,
            action: tip.action,
            support: tip.support,
            body: None,
            easy: tip.easy,
            status: tip.status,
            reviewed_by: tip.reviewed_by,
            reviewed_on: tip.reviewed_on,
        };
        let words = self.words(&written, body, &yaml, &lang)?;
        self.keep(id, &facts, &yaml, file.start(), BTreeMap::from([(lang, words)]));
        Some(())
    }

    /// `tips/<id>.<lang>.md` adds a language to `tips/<id>.md`.
    fn extra_language(&mut self, id: &str, code: &str, path: &str) {
        let Some((lang, words)) = self.words_file(path, code) else { return };
        match self.loaded.tips.get_mut(id) {
            Some(tip) => {
                tip.files.push(path.to_owned());
                tip.words.insert(lang, words);
            }
            None if self.loaded.broken.contains(id) => {}
            None => self.alone(id, path),
        }
    }

    fn words(
        &mut self,
        written: &WordsFile,
        (body, body_text): (Vec<Block>, Option<Written>),
        yaml: &YamlText<'_>,
        lang: &Lang,
    ) -> Option<TipWords> {
        let action_place = yaml.place(&written.action);
        let origin = Origin::Value(action_place.span.clone());
        let action = MarkdownText { file: yaml.file, origin, text: &written.action.value, lang };
        let action = action.inlines(self.diagnostics);
        for (key, value) in [("title", &written.title), ("action", &written.action)] {
            if value.value.trim().is_empty() {
                let error = Diagnostic::error(Message::new("tip-empty").arg("key", key)).at(yaml.place(value));
                self.diagnostics.push(error.hint(Message::new("hint-write-value")));
            }
        }
        Some(TipWords {
            title: typography::set(written.title.value.trim(), lang),
            action,
            support: written.support.as_ref().map(|s| typography::set(s.value.trim(), lang)).unwrap_or_default(),
            body,
            easy: written.easy.iter().map(|idea| self.easy(idea, yaml, lang)).collect(),
            status: self.status(written, yaml, lang)?,
            action_place,
            file: yaml.file.path.clone(),
            written: written.texts(body_text, yaml),
        })
    }

    fn easy(&mut self, idea: &EasyFile, yaml: &YamlText<'_>, lang: &Lang) -> EasyIdea {
        if !(1..=3).contains(&idea.sentences.value.len()) {
            let error = Diagnostic::error(Message::new("easy-sentences")).at(yaml.place(&idea.sentences));
            self.diagnostics.push(error.hint(Message::new("hint-easy-sentences")));
        }
        let sentences = idea.sentences.value.iter().map(|s| typography::set(s.value.trim(), lang)).collect();
        EasyIdea { pictogram: idea.pictogram.clone(), sentences }
    }

    fn status(&mut self, written: &WordsFile, yaml: &YamlText<'_>, lang: &Lang) -> Option<Status> {
        match written.status {
            None if lang == self.source_language => Some(Status::Translated),
            None => {
                let error = Diagnostic::error(Message::new("status-missing").arg("lang", lang));
                self.diagnostics.push(error.at(yaml.place(&written.title)).hint(Message::new("hint-status")));
                None
            }
            Some(StatusFile::Machine) => Some(Status::Machine),
            Some(StatusFile::Translated) => Some(Status::Translated),
            Some(StatusFile::Reviewed) => match (&written.reviewed_by, &written.reviewed_on) {
                (Some(by), Some(on)) => Some(Status::Reviewed { by: by.clone(), on: self.date(on, yaml)? }),
                _ => {
                    let error = Diagnostic::error(Message::new("status-reviewed-by")).at(yaml.place(&written.title));
                    self.diagnostics.push(error.hint(Message::new("hint-status-reviewed")));
                    None
                }
            },
        }
    }

    fn keep(&mut self, id: &str, facts: &TipFile, yaml: &YamlText<'_>, place: Place, words: BTreeMap<Lang, TipWords>) {
        if let Some(error) = bad_id(id, &place) {
            return self.diagnostics.push(error);
        }
        if let Some(first) = self.loaded.tips.get(id) {
            let message = Message::new("id-duplicate").arg("id", id).arg("first", first.place.brief());
            return self.diagnostics.push(Diagnostic::error(message).at(place).hint(Message::new("hint-id-duplicate")));
        }
        let Some(tip) = self.tip(id, facts, yaml, place, words) else { return self.broken(id) };
        self.loaded.tips.insert(id.to_owned(), tip);
    }

    fn tip(
        &mut self,
        id: &str,
        facts: &TipFile,
        yaml: &YamlText<'_>,
        place: Place,
        words: BTreeMap<Lang, TipWords>,
    ) -> Option<Tip> {
        if facts.audience == Audience::Public && facts.moment.is_none() {
            let missing = Message::new("yaml-missing-key").arg("key", "moment");
            let hint = Message::new("hint-add-key").arg("key", "moment");
            self.diagnostics.push(Diagnostic::error(missing).at(place).hint(hint));
            return None;
        }
        let (written_on, review_by) = (self.date(&facts.written_on, yaml), self.date(&facts.review_by, yaml));
        let sources: Vec<_> = facts.sources.value.iter().map(|source| self.source(source, yaml)).collect();
        let allow = facts.allow.iter().map(|(rule, reason)| Allow {
            rule: rule.clone(),
            reason: reason.value.clone(),
            place: yaml.key(reason, rule),
        });
        let allow = allow.collect();
        let mut files: Vec<String> = words.values().map(|words| words.file.clone()).collect();
        files.push(yaml.file.path.clone());
        files.sort();
        files.dedup();
        Some(Tip {
            id: id.to_owned(),
            moment: facts.moment,
            audience: facts.audience,
            situations: facts.situations.clone(),
            pictogram: facts.pictogram.clone(),
            dots: facts.dots,
            shortcut: facts.shortcut.as_ref().map(|s| s.value.clone()),
            conditions: facts.conditions.clone(),
            priority: facts.priority,
            sources,
            written_on: written_on?,
            review_by: review_by?,
            review_by_place: yaml.place(&facts.review_by),
            allow,
            words,
            place,
            files,
        })
    }

    fn source(&mut self, source: &SourceFile, yaml: &YamlText<'_>) -> SourceReference {
        let consulted = source.consulted.as_ref().and_then(|text| self.date(text, yaml));
        let place = yaml.place(&source.address);
        if !source.address.value.starts_with("http") {
            self.diagnostics.push(Diagnostic::error(Message::new("source-address")).at(place.clone()));
        }
        let licence = source.licence.clone();
        let (title, address) = (source.title.clone(), source.address.value.clone());
        SourceReference { title, address, consulted, licence, place }
    }

    fn date(&mut self, text: &At<String>, yaml: &YamlText<'_>) -> Option<Date> {
        super::date(text, yaml, self.diagnostics)
    }

    fn lang(&mut self, code: &str, place: Place) -> Option<Lang> {
        super::lang(code, place, self.diagnostics)
    }

    fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|d| d.is_error()).count()
    }

    fn broken(&mut self, id: &str) {
        self.loaded.broken.insert(id.to_owned());
    }
}

/// The Markdown below the header of a file, as it was written.
fn verbatim(markdown: &MarkdownText<'_>) -> Written {
    let start = match markdown.origin {
        Origin::Verbatim(start) => start,
        Origin::Value(ref value) => value.start,
    };
    let place = markdown.file.place(start..start + markdown.text.len());
    Written { part: Part::Body, text: markdown.text.to_owned(), markup: true, place, stands: Stands::Verbatim }
}

/// An id becomes a folder name and a part of an address: small letters, digits and hyphens.
pub fn bad_id(id: &str, place: &Place) -> Option<Diagnostic> {
    let good = !id.is_empty()
        && id.len() <= 64
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let error = Diagnostic::error(Message::new("id-bad").arg("id", id)).at(place.clone());
    (!good).then(|| error.hint(Message::new("hint-id")))
}
