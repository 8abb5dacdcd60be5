//! The one door to YAML: [`parse`] turns a text into a type, and what is wrong into a diagnostic with its place.
//!
//! serde-saphyr is set so that nobody's text turns into a number or a truth value by surprise: `no` and `012` stay words.

use std::borrow::Cow;
use std::ops::Range;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_saphyr::options::{DuplicateKeyPolicy, MergeKeyPolicy};
use serde_saphyr::{Error, Location, Options, Spanned};

use crate::diag::{Diagnostic, Diagnostics, Message, Place, did_you_mean};
use crate::files::TextFile;

/// Nodes of one file: about 2 MB of venues.
const MAX_NODES: usize = 500_000;

/// A value and the place it was written at.
#[derive(Debug, Clone)]
pub struct At<T> {
    /// The value.
    pub value: T,
    location: Location,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for At<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<T>::deserialize(deserializer)?;
        Ok(At { value: spanned.value, location: spanned.referenced })
    }
}

impl<T: JsonSchema> JsonSchema for At<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// A YAML text inside a file: the whole of it, or the header of a Markdown file.
#[derive(Debug, Clone)]
pub struct YamlText<'a> {
    /// The file.
    pub file: &'a TextFile,
    /// The bytes of it that are YAML.
    pub range: Range<usize>,
}

impl<'a> YamlText<'a> {
    /// The whole of a file.
    pub fn whole(file: &'a TextFile) -> Self {
        YamlText { file, range: 0..file.text.len() }
    }

    /// The place of a value.
    pub fn place<T>(&self, at: &At<T>) -> Place {
        self.locate(at.location)
    }

    /// The value of `T`, or nothing and a diagnostic.
    pub fn parse<T: DeserializeOwned>(&self, diagnostics: &mut Diagnostics) -> Option<T> {
        let text = &self.file.text[self.range.clone()];
        match serde_saphyr::from_str_with_options(text, options()) {
            Ok(value) => Some(value),
            Err(error) => {
                diagnostics.push(self.explain(error.without_snippet()));
                None
            }
        }
    }

    fn locate(&self, location: Location) -> Place {
        let text = &self.file.text[self.range.clone()];
        let line = usize::try_from(location.line()).unwrap_or(1).max(1);
        let column = usize::try_from(location.column()).unwrap_or(1).max(1);
        let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let rest = text[start.min(text.len())..].lines().next().unwrap_or_default();
        let offset = rest.char_indices().nth(column - 1).map_or(rest.len(), |(at, _)| at);
        let in_flow = rest[..offset].contains(['{', '[']);
        let length = value_length(&rest[offset..], in_flow);
        let start = self.range.start + start + offset;
        self.file.place(start..start + length)
    }

    fn explain(&self, error: &Error) -> Diagnostic {
        let place = error.location().filter(|l| l.line() > 0).map_or_else(|| self.file.start(), |l| self.locate(l));
        let (message, hint) = explain(error);
        Diagnostic::error(message).at(place).hint(hint)
    }
}

/// The length of what a caret should underline: a key, or a value to the end of its line without a comment. Only between braces
/// or brackets does a comma end a value.
fn value_length(rest: &str, in_flow: bool) -> usize {
    if let Some(quote @ ('"' | '\'')) = rest.chars().next() {
        return rest[1..].find(quote).map_or(rest.len(), |end| end + 2);
    }
    let stops: &[&str] = if in_flow { &[": ", " #", ", ", "]", "}"] } else { &[": ", " #"] };
    let end = stops.iter().filter_map(|stop| rest.find(stop)).min().unwrap_or(rest.len());
    let cut = rest[..end].trim_end();
    cut.strip_suffix(':').unwrap_or(cut).len().max(usize::from(!rest.is_empty()))
}

fn options() -> Options {
    let budget = serde_saphyr::budget! { max_nodes: MAX_NODES, max_events: 4 * MAX_NODES };
    serde_saphyr::options! {
        budget: budget,
        duplicate_keys: DuplicateKeyPolicy::Error,
        merge_keys: MergeKeyPolicy::Error,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
    }
}

/// Our words for what serde-saphyr found.
fn explain(error: &Error) -> (Message, Option<Message>) {
    match error {
        Error::SerdeUnknownField { field, expected, .. } => {
            (Message::new("yaml-unknown-key").arg("key", field), did_you_mean(field, expected.iter().copied()))
        }
        Error::SerdeMissingField { field, .. } => {
            (Message::new("yaml-missing-key").arg("key", field), Some(Message::new("hint-add-key").arg("key", field)))
        }
        Error::SerdeUnknownVariant { variant, expected, .. } => {
            (Message::new("yaml-unknown-value").arg("value", variant), did_you_mean(variant, expected.iter().copied()))
        }
        Error::DuplicateMappingKey { key, .. } => (
            Message::new("yaml-duplicate-key").arg("key", key.as_deref().unwrap_or("?")),
            Some(Message::new("hint-remove-one")),
        ),
        Error::NullIntoString { .. } => (Message::new("yaml-empty"), Some(Message::new("hint-write-value"))),
        Error::InvalidBooleanStrict { .. } => (Message::new("yaml-not-boolean"), Some(Message::new("hint-boolean"))),
        Error::MergeKeyNotAllowed { .. } => (Message::new("yaml-merge-key"), None),
        Error::Budget { .. }
        | Error::AliasReplayLimitExceeded { .. }
        | Error::AliasExpansionLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. } => {
            (Message::new("yaml-too-large"), Some(Message::new("hint-anchors")))
        }
        Error::AliasError { error, .. } => explain(error),
        Error::SerdeInvalidType { unexpected, expected, .. }
        | Error::SerdeInvalidValue { unexpected, expected, .. } => {
            (Message::new("yaml-wrong-type").arg("found", unexpected).arg("expected", expected), None)
        }
        Error::Unexpected { expected, .. } => {
            (Message::new("yaml-expected").arg("expected", expected), Some(Message::new("hint-yaml-shape")))
        }
        other => (
            Message::new("yaml-syntax").arg("detail", first_line(&other.to_string())),
            Some(Message::new("hint-yaml-syntax")),
        ),
    }
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned()
}
