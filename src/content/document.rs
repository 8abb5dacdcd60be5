//! Mandates, house rules and other documents of running text and blanks: [`load`].

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::markdown::{MarkdownText, Origin};
use super::tip::bad_id;
use super::tip_file::StatusFile;
use super::yaml::{At, YamlText};
use super::{lang_of_path, typography};
use crate::diag::Diagnostics;
use crate::files::Files;
use crate::model::{Block, Field, FormDocument, FormSection, Lang, Part, Status, Written};

/// The folder documents live in: `documents/<id>/<lang>.yaml`.
pub const FOLDER: &str = "content/documents";

/// `documents/<id>/<lang>.yaml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentFile {
    /// Its title.
    title: At<String>,
    /// A line under the title.
    #[serde(default)]
    subtitle: Option<At<String>>,
    /// How far the text has come.
    #[serde(default)]
    status: Option<StatusFile>,
    /// Text before the first section, in Markdown.
    #[serde(default)]
    intro: Option<At<String>>,
    /// Its parts.
    sections: Vec<SectionFile>,
}

/// A part of a document.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SectionFile {
    /// Its heading.
    title: At<String>,
    /// Name of a pictogram of the theme.
    #[serde(default)]
    pictogram: Option<String>,
    /// Its text, in Markdown.
    #[serde(default)]
    body: Option<At<String>>,
    /// Its blanks.
    #[serde(default)]
    fields: Vec<Field>,
}

/// Documents by id and language.
pub type Documents = BTreeMap<String, BTreeMap<Lang, FormDocument>>;

/// Reads all documents.
pub fn load(files: &Files, diagnostics: &mut Diagnostics) -> Documents {
    let mut documents = Documents::new();
    let paths = files.list(FOLDER).map_err(|error| diagnostics.push(error)).unwrap_or_default();
    for path in paths.iter().filter(|path| path.ends_with(".yaml")) {
        let Some((id, _)) = path[FOLDER.len() + 1..].split_once('/') else { continue };
        let Some(lang) = lang_of_path(path, diagnostics) else { continue };
        let Some(document) = read(files, path, &lang, diagnostics) else { continue };
        let bad = bad_id(id, &document.place);
        if bad.is_none() {
            documents.entry(id.to_owned()).or_default().insert(lang, document);
        }
        diagnostics.extend(bad);
    }
    documents
}

fn read(files: &Files, path: &str, lang: &Lang, diagnostics: &mut Diagnostics) -> Option<FormDocument> {
    let file = files.text(path).map_err(|error| diagnostics.push(error)).ok()?;
    let yaml = YamlText::whole(&file);
    let written: DocumentFile = yaml.parse(diagnostics)?;
    let set = |text: &str| typography::set(text.trim(), lang);
    let mut markdown = |value: &Option<At<String>>| -> Vec<Block> {
        let Some(value) = value else { return Vec::new() };
        let origin = Origin::Value(yaml.place(value).span);
        MarkdownText { file: &file, origin, text: &value.value, lang }.blocks(diagnostics)
    };
    let field = |field: &Field| Field {
        label: set(&field.label),
        hint: field.hint.as_deref().map(set),
        options: field.options.iter().map(|option| set(option)).collect(),
        ..field.clone()
    };
    Some(FormDocument {
        intro: markdown(&written.intro),
        sections: written
            .sections
            .iter()
            .map(|section| FormSection {
                title: set(&section.title.value),
                pictogram: section.pictogram.clone(),
                body: markdown(&section.body),
                fields: section.fields.iter().map(field).collect(),
            })
            .collect(),
        title: set(&written.title.value),
        subtitle: written.subtitle.as_ref().map(|subtitle| set(&subtitle.value)),
        status: match written.status {
            Some(StatusFile::Machine) => Status::Machine,
            _ => Status::Translated,
        },
        place: file.start(),
        written: written_texts(&written, &yaml),
    })
}

/// The texts of a document in the order of reading.
fn written_texts(document: &DocumentFile, yaml: &YamlText<'_>) -> Vec<Written> {
    let heading = |text: &At<String>| yaml.written(Part::Heading, text, false);
    let body = |text: &At<String>| yaml.written(Part::Body, text, true);
    let head = std::iter::once(heading(&document.title)).chain(document.subtitle.iter().map(heading));
    let sections = document
        .sections
        .iter()
        .flat_map(|section| std::iter::once(heading(&section.title)).chain(section.body.iter().map(body)));
    head.chain(document.intro.iter().map(body)).chain(sections).collect()
}
