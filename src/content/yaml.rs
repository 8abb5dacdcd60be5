//! The one door to YAML: [`parse`] turns a text into a type, and what is wrong into a diagnostic with its place.
//!
//! serde-saphyr is set so that nobody's text turns into a number or a truth value by surprise: `no` and `012` stay words.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_saphyr::options::{DuplicateKeyPolicy, MergeKeyPolicy};
use serde_saphyr::{Error, Location, Options, Spanned};

use crate::diag::{Diagnostic, Diagnostics, Message, Place, did_you_mean};
use crate::files::TextFile;
use crate::model::{Part, Stands, Written};

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

impl<T: Serialize> Serialize for At<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
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
    /// Where its lines begin, once somebody asked.
    lines: OnceCell<Vec<usize>>,
}

impl<'a> YamlText<'a> {
    /// The whole of a file.
    pub fn whole(file: &'a TextFile) -> Self {
        YamlText::part(file, 0..file.text.len())
    }

    /// These bytes of a file.
    pub fn part(file: &'a TextFile, range: Range<usize>) -> Self {
        YamlText { file, range, lines: OnceCell::new() }
    }

    /// A text with the way back to its characters.
    pub fn written(&self, part: Part, value: &At<String>, markup: bool) -> Written {
        let place = self.place(value);
        Written { part, text: value.value.clone(), markup, place, stands: Stands::Value }
    }

    /// The place of a value.
    pub fn place<T>(&self, at: &At<T>) -> Place {
        self.locate(at.location)
    }

    /// The place of the key of a value on the same line; that of the value where the key is not there.
    pub fn key<T>(&self, at: &At<T>, key: &str) -> Place {
        let place = self.place(at);
        let line = self.file.text[..place.span.start].rfind('\n').map_or(0, |end| end + 1);
        let found = self.file.text[line..place.span.start].rfind(key).map(|at| line + at);
        found.map_or(place, |start| self.file.place(start..start + key.len()))
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
        if let Some(span) = self.file.lines.as_ref().and_then(|lines| lines.get(line - 1)) {
            return self.file.place(span.clone());
        }
        let column = usize::try_from(location.column()).unwrap_or(1).max(1);
        let lines = self.lines.get_or_init(|| line_starts(text));
        let start = lines.get(line - 1).copied().unwrap_or(text.len());
        let rest = text[start.min(text.len())..].lines().next().unwrap_or_default();
        let offset = rest.char_indices().nth(column - 1).map_or(rest.len(), |(at, _)| at);
        let in_flow = rest[..offset].contains(['{', '[']);
        let length = value_length(&rest[offset..], in_flow);
        let start = self.range.start + start + offset;
        self.file.place(start..start + length)
    }

    /// The tab of a line, for a caret under it.
    fn tab(&self, place: Place) -> Place {
        let line = self.file.text[..place.span.start].rfind('\n').map_or(0, |end| end + 1);
        let tab = self.file.text[line..].find('\t').map(|at| line + at);
        tab.map_or(place, |tab| self.file.place(tab..tab + 1))
    }

    fn explain(&self, error: &Error) -> Diagnostic {
        let place = error.location().filter(|l| l.line() > 0).map_or_else(|| self.file.start(), |l| self.locate(l));
        let (message, hint) = explain(error);
        let place = if message.id == "yaml-tab" { self.tab(place) } else { place };
        Diagnostic::error(message).at(place).hint(hint)
    }
}

/// Where the lines of a text begin.
fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
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
        Error::MergeKeyNotAllowed { .. } => (Message::new("yaml-merge-key"), Some(Message::new("hint-merge-key"))),
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
        Error::Unexpected { expected, .. } => (shape(expected), Some(Message::new("hint-yaml-shape"))),
        other => syntax(&first_line(&other.to_string())),
    }
}

/// What a value should have been, in the words of authors.
fn shape(expected: &str) -> Message {
    match expected {
        "sequence start" => Message::new("yaml-not-list"),
        "mapping start" => Message::new("yaml-not-map"),
        "string scalar" => Message::new("yaml-not-text"),
        other => Message::new("yaml-expected").arg("expected", other),
    }
}

/// Two mistakes that everybody makes have words of their own; the rest is told as the reader of YAML tells it.
fn syntax(detail: &str) -> (Message, Option<Message>) {
    if detail.starts_with("tabs disallowed") {
        return (Message::new("yaml-tab"), Some(Message::new("hint-yaml-tab")));
    }
    if detail.starts_with("unclosed quote") {
        return (Message::new("yaml-quote-open"), Some(Message::new("hint-yaml-quote")));
    }
    (Message::new("yaml-syntax").arg("detail", detail), Some(Message::new("hint-yaml-syntax")))
}

/// What is wrong, without the place: the caret shows it.
fn first_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
    line.split(" at line ").next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only whether they can be read is tested")]
    struct Sample {
        title: String,
        #[serde(default)]
        lang: String,
        #[serde(default)]
        enabled: bool,
        #[serde(default)]
        list: Vec<String>,
        #[serde(default)]
        nested: Option<serde_json::Value>,
    }

    fn file(text: &str) -> TextFile {
        TextFile::new("t.yaml", text)
    }

    fn good<T: DeserializeOwned>(text: &str) -> T {
        let mut diagnostics = Diagnostics::new();
        let read = YamlText::whole(&file(text)).parse(&mut diagnostics);
        read.unwrap_or_else(|| panic!("{text}: {diagnostics:?}"))
    }

    /// Id of the message, line and column of the only mistake.
    fn bad(text: &str) -> (&'static str, usize, usize) {
        let mut diagnostics = Diagnostics::new();
        assert!(YamlText::whole(&file(text)).parse::<Sample>(&mut diagnostics).is_none(), "{text}");
        assert_eq!(diagnostics.len(), 1, "{text}");
        let (line, column) = diagnostics[0].place.as_ref().map(Place::line_column).unwrap_or_default();
        (diagnostics[0].message.id, line, column)
    }

    #[test]
    fn keys_are_checked() {
        assert_eq!(bad("title: a\ntitel: b\n"), ("yaml-unknown-key", 2, 1));
        assert_eq!(bad("title: a\nlang: fr\ntitle: b\n"), ("yaml-duplicate-key", 3, 1));
        assert_eq!(bad("lang: fr\n"), ("yaml-missing-key", 1, 1));
        assert_eq!(bad("title:\nlang: fr\n"), ("yaml-empty", 1, 6));
    }

    #[test]
    fn signs_are_checked() {
        assert_eq!(bad("title: \"a\nlang: fr\n"), ("yaml-quote-open", 1, 8));
        assert_eq!(bad("title: a\nlist:\n\t- b\n"), ("yaml-tab", 3, 1));
        assert_eq!(bad("title: a: b\n").0, "yaml-syntax");
    }

    #[test]
    fn files_of_windows_are_read() {
        let files = crate::files::Files::memory(BTreeMap::from([(
            "t.yaml".to_owned(),
            "\u{feff}title: a\r\nlang: fr\r\n".into(),
        )]));
        let text = files.text("t.yaml").unwrap();
        let sample: Option<Sample> = YamlText::whole(&text).parse(&mut Diagnostics::new());
        assert_eq!(sample.map(|sample| (sample.title, sample.lang)), Some(("a".into(), "fr".into())));
    }

    #[test]
    fn words_stay_words() {
        assert_eq!(good::<Sample>("title: a\nlang: no\n").lang, "no");
        assert_eq!(good::<Sample>("title: 012\nlang: y\n").title, "012");
        assert_eq!(good::<Sample>("title: 1_000\nlist: [no, 08, 1e3]\n").list, ["no", "08", "1e3"]);
        assert!(good::<Sample>("title: a\nenabled: true\n").enabled);
        assert_eq!(bad("title: a\nenabled: yes\n"), ("yaml-not-boolean", 2, 10));
    }

    #[test]
    fn untyped_words_stay_words() {
        let read: BTreeMap<String, serde_json::Value> = good("a: no\nb: y\nc: 012\nd: 1_000\n");
        let words: Vec<Option<&str>> = read.values().map(serde_json::Value::as_str).collect();
        assert_eq!(words, [Some("no"), Some("y"), Some("012"), Some("1_000")]);
    }

    #[test]
    fn exploding_files_are_stopped() {
        let mut bomb = String::from("title: a\nnested:\n  - &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (name, before) in ('b'..='l').zip('a'..) {
            bomb += &format!("  - &{name} [{}]\n", vec![format!("*{before}"); 10].join(", "));
        }
        assert_eq!(bad(&bomb).0, "yaml-too-large");
        assert_eq!(bad("title: a\n<<: {lang: fr}\n"), ("yaml-merge-key", 2, 1));
    }

    #[test]
    fn deep_files_are_stopped() {
        let deep = format!("title: a\nnested: {}\n", "[".repeat(20_000));
        assert!(["yaml-too-large", "yaml-syntax"].contains(&bad(&deep).0), "{:?}", bad(&deep));
    }

    #[test]
    fn long_lists_are_read() {
        let list: String =
            (0..20_000).map(|number| format!("  - conseil numéro {number}, {}\n", "x".repeat(90))).collect();
        assert_eq!(good::<Sample>(&format!("title: a\nlist:\n{list}")).list.len(), 20_000);
    }

    #[test]
    fn places_are_those_of_the_file() {
        let file = file("---\ntitle: é\nlang: fr # oui\n---\n");
        let yaml = YamlText::part(&file, 4..file.text.rfind("---").unwrap());
        let read: BTreeMap<String, At<String>> = yaml.parse(&mut Diagnostics::new()).unwrap();
        let place = yaml.place(&read["lang"]);
        assert_eq!((place.line_column(), &place.text[place.span.clone()]), ((3, 7), "fr"));
    }
}
