//! A document of running text and blanks to fill by hand: mandates, house rules, what staff may do.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Block, Status, Written};
use crate::diag::Place;

/// What a blank looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FieldKind {
    /// A labelled line.
    Line,
    /// Several lines under a label.
    Lines,
    /// Boxes to tick.
    Choice,
    /// A room for a signature.
    Signature,
}

/// How much of the measure a blank takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FieldWidth {
    /// All of it.
    #[default]
    Full,
    /// Half of it: two stand side by side.
    Half,
}

/// Whether one or several boxes may be ticked.
pub type Choice = bool;

/// A blank of a form. It is always blank: pancarte takes no personal data as input.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// What it looks like.
    pub kind: FieldKind,
    /// What is asked.
    pub label: String,
    /// A word of help.
    #[serde(default)]
    pub hint: Option<String>,
    /// Number of lines, for `lines`.
    #[serde(default = "one")]
    pub count: u8,
    /// How much of the measure it takes.
    #[serde(default)]
    pub width: FieldWidth,
    /// What can be ticked, for `choice`.
    #[serde(default)]
    pub options: Vec<String>,
    /// Whether several may be ticked.
    #[serde(default)]
    pub multiple: Choice,
}

fn one() -> u8 {
    1
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FormSection {
    /// Its heading.
    pub title: String,
    /// Name of a pictogram of the theme.
    pub pictogram: Option<String>,
    /// Its text.
    pub body: Vec<Block>,
    /// Its blanks.
    pub fields: Vec<Field>,
}

/// A document in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct FormDocument {
    /// Its title.
    pub title: String,
    /// A line under the title.
    pub subtitle: Option<String>,
    /// Text before the first section.
    pub intro: Vec<Block>,
    /// Its parts.
    pub sections: Vec<FormSection>,
    /// How far the text has come.
    pub status: Status,
    /// Where it begins in its file.
    pub place: Place,
    /// Its texts as they were written.
    pub written: Vec<Written>,
}
