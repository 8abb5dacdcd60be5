//! One diagnostic for everything that can be wrong: [`Diagnostic`] says what, where, and what to do. Its words are ids of the
//! message files (`src/cli/messages/*.ftl`), so that the same problem can be told in every language of the interface.

use std::ops::Range;
use std::sync::Arc;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something a person may want to look at.
    Notice,
    /// Worth knowing; the build goes on and succeeds.
    Warning,
    /// What was asked for cannot be made.
    Error,
}

/// A place in a text file of the project.
#[derive(Debug, Clone)]
pub struct Place {
    /// Path from the project's folder, with slashes.
    pub path: String,
    /// The whole text, shared.
    pub text: Arc<str>,
    /// Bytes of the text that are meant.
    pub span: Range<usize>,
}

// The text comes last: a register is one of megabytes, and each of its rows may be warned about.
impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        self.span == other.span
            && self.path == other.path
            && (Arc::ptr_eq(&self.text, &other.text) || self.text == other.text)
    }
}

impl Place {
    /// The place of these bytes; the range is clipped to the text and to whole characters.
    pub fn new(path: &str, text: &Arc<str>, span: Range<usize>) -> Self {
        let start = floor_char(text, span.start);
        let end = floor_char(text, span.end.max(start));
        Place { path: path.to_owned(), text: Arc::clone(text), span: start..end }
    }

    /// Line and column of the first character, both from 1.
    pub fn line_column(&self) -> (usize, usize) {
        let before = &self.text[..self.span.start];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        (line, column)
    }

    /// Line and column after the last character, both from 1.
    pub fn end_line_column(&self) -> (usize, usize) {
        Place { span: self.span.end..self.span.end, ..self.clone() }.line_column()
    }

    /// The place of a whole word at or after this place, else this place.
    pub fn find(&self, word: &str) -> Place {
        let from = self.span.start;
        let in_word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        let whole = |at: usize| !(word.ends_with(in_word) && self.text[at + word.len()..].starts_with(in_word));
        let mut starts = self.text[from..].match_indices(word).map(|(at, _)| from + at).filter(|at| whole(*at));
        let found = starts.next().map(|at| at..at + word.len());
        Place { span: found.unwrap_or_else(|| self.span.clone()), ..self.clone() }
    }

    /// The beginning of the same text.
    pub fn start(&self) -> Place {
        Place { span: 0..0, ..self.clone() }
    }

    /// `content/venues/x.yaml:3`, for lists.
    pub fn brief(&self) -> String {
        format!("{}:{}", self.path, self.line_column().0)
    }
}

fn floor_char(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}

/// An id of the message files with its arguments.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// Id in the message files.
    pub id: &'static str,
    /// Named arguments.
    pub args: Vec<(&'static str, String)>,
}

impl Message {
    /// The message of this id, without arguments yet.
    pub fn new(id: &'static str) -> Self {
        Message { id, args: Vec::new() }
    }

    /// The same message with one more argument.
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// What is wrong, where, and what to do about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Id of the rule that found it, where it is one of the rules of `check`.
    pub rule: Option<&'static str>,
    /// What is wrong.
    pub message: Message,
    /// Where, in a text.
    pub place: Option<Place>,
    /// Where, when it is a file or folder as a whole.
    pub path: Option<String>,
    /// What to do.
    pub hint: Option<Message>,
}

impl Diagnostic {
    /// An error with this message.
    pub fn error(message: Message) -> Self {
        Diagnostic { severity: Severity::Error, rule: None, message, place: None, path: None, hint: None }
    }

    /// A warning with this message.
    pub fn warning(message: Message) -> Self {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(message) }
    }

    /// The same, at this place.
    pub fn at(mut self, place: impl Into<Option<Place>>) -> Self {
        self.place = place.into();
        self
    }

    /// The same, about this file or folder.
    pub fn about(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// The same, with what to do.
    pub fn hint(mut self, hint: impl Into<Option<Message>>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Whether it is an error.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// A list of what was found, in the order it was found.
pub type Diagnostics = Vec<Diagnostic>;

/// Adds what was not found before: a mistake of a template is the same on every page, and said once.
pub fn extend_new(known: &mut Diagnostics, found: Diagnostics) {
    for diagnostic in found {
        if !known.contains(&diagnostic) {
            known.push(diagnostic);
        }
    }
}

/// Whether there is an error among them.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(Diagnostic::is_error)
}

/// A hint that names the nearest of `known`, or else all of them.
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<Message> {
    const NEAR: f64 = 0.7;
    const LISTED: usize = 12;
    let known: Vec<&str> = known.into_iter().collect();
    let likeness = |candidate: &&str| strsim::jaro_winkler(&word.to_lowercase(), &candidate.to_lowercase());
    let best = known.iter().copied().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    if likeness(&best) >= NEAR {
        return Some(Message::new("hint-did-you-mean").arg("word", best));
    }
    let mut list = known[..known.len().min(LISTED)].join(", ");
    if known.len() > LISTED {
        list.push_str(", …");
    }
    Some(Message::new("hint-known").arg("list", list))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_and_column_count_characters() {
        let text: Arc<str> = "é: 1\nà: ü\n".into();
        let place = Place::new("a.yaml", &text, text.find('ü').unwrap()..text.len());
        assert_eq!(place.line_column(), (2, 4));
        assert_eq!(Place::new("a.yaml", &text, 1..99).span, 0..text.len());
    }

    #[test]
    fn words_are_found_whole() {
        let text: Arc<str> = "icon: sortie\nother: sorti\n".into();
        let start = Place::new("a.yaml", &text, 0..0);
        assert_eq!(start.find("sorti").line_column(), (2, 8));
        assert_eq!(start.find("absent"), start);
    }

    #[test]
    fn suggestions() {
        let hint = did_you_mean("imprimente", ["imprimante", "usb"]).unwrap();
        assert_eq!(hint.args[0].1, "imprimante");
        assert_eq!(did_you_mean("zzz", ["imprimante", "usb"]).unwrap().id, "hint-known");
        assert_eq!(did_you_mean("zzz", []), None);
    }
}
