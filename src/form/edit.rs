//! A changed profile becomes a few changes of its text: [`changes`] touches only what says something else, so that comments, order,
//! quotes, empty lines and line ends of the rest stay byte for byte.

use std::ops::Range;

use granit_parser::ScalarStyle;
use serde_json::{Map, Value};

use super::source::{Entry, Kind, Node, Source};
use super::yaml_words::{entry_lines, entry_words, item_lines, one_line, scalar};

/// Bytes of a text, and what comes in their place.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The bytes, in the text as it is read: line ends are `\n`, without a byte order mark.
    pub span: Range<usize>,
    /// What comes in their place.
    pub text: String,
}

/// The changes that make a text that says `old` say `new`; keys that come stand where the order of `new` has them. Nothing where
/// the text is laid out in a way that cannot be changed piece by piece.
pub fn changes(text: &str, old: &Value, new: &Value) -> Option<Vec<Change>> {
    let source = Source::read(text)?;
    let mut editor = Editor { text, comments: &source.comments, changes: Vec::new() };
    let Kind::Map { flow, entries } = &source.root.kind else { return None };
    editor.entries(*flow, entries, old.as_object()?, new.as_object()?)?;
    let mut changes = editor.changes;
    changes.sort_by_key(|change| (change.span.start, change.span.end));
    let apart = changes.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
    apart.then_some(changes)
}

/// A file with these changes; its byte order mark and its line ends stay.
pub fn applied(file: &str, changes: &[Change]) -> Option<String> {
    let places = places(file);
    let windows = file.find('\n').is_some_and(|end| file[..end].ends_with('\r'));
    let (mut text, mut at) = (String::with_capacity(file.len()), 0);
    for change in changes {
        text.push_str(file.get(at..*places.get(change.span.start)?)?);
        text.push_str(&if windows { change.text.replace('\n', "\r\n") } else { change.text.clone() });
        at = *places.get(change.span.end)?;
    }
    text.push_str(file.get(at..)?);
    Some(text)
}

/// The comments of a text, in its order.
pub fn comments(text: &str) -> Option<Vec<String>> {
    let source = Source::read(text)?;
    source.comments.into_iter().map(|comment| Some(text.get(comment)?.trim_end().to_owned())).collect()
}

/// Where the bytes of a text as it is read stand in its file.
fn places(file: &str) -> Vec<usize> {
    let mark = file.len() - file.trim_start_matches('\u{feff}').len();
    let bytes = file.as_bytes();
    let mut places: Vec<usize> = Vec::with_capacity(file.len() + 1);
    for at in mark..bytes.len() {
        let ends_line = bytes[at] == b'\n' && at > mark && bytes[at - 1] == b'\r';
        // the first of the two signs of a line end has the place already
        if !ends_line {
            places.push(at);
        }
    }
    places.push(file.len());
    places
}

/// Bytes of a key with its value, or of an item with its dash.
type Child = Range<usize>;

struct Editor<'a> {
    text: &'a str,
    comments: &'a [Range<usize>],
    changes: Vec<Change>,
}

impl Editor<'_> {
    fn change(&mut self, span: Range<usize>, text: impl Into<String>) -> Option<()> {
        self.changes.push(Change { span, text: text.into() });
        Some(())
    }

    /// Keys that are there, keys that go and keys that come.
    fn entries(
        &mut self,
        flow: bool,
        entries: &[Entry],
        old: &Map<String, Value>,
        new: &Map<String, Value>,
    ) -> Option<()> {
        let gone: Vec<bool> = entries.iter().map(|e| old.contains_key(&e.name) && !new.contains_key(&e.name)).collect();
        let children: Vec<Child> = entries.iter().map(|entry| self.entry_span(entry)).collect();
        for entry in entries {
            let Some(value) = new.get(&entry.name) else { continue };
            self.value(entry, flow, old.get(&entry.name), value)?;
        }
        let rank = |key: &str| new.keys().position(|known| known == key).unwrap_or(usize::MAX);
        let fresh = new.iter().filter(|(key, _)| entries.iter().all(|entry| entry.name != **key));
        let before = |key: &str| {
            let kept = (0..entries.len()).filter(|at| !gone[*at] && rank(&entries[*at].name) < rank(key));
            kept.max_by_key(|at| rank(&entries[*at].name))
        };
        let column = entries.first().map_or(0, |entry| self.column(entry.key.start));
        let mut added = Vec::new();
        for (key, value) in fresh {
            let words = if flow { entry_words(key, value)? } else { entry_lines(key, value, column)? };
            added.push((before(key), words));
        }
        self.restructure(flow, &children, &gone, &added)
    }

    /// Items that stay at the beginning and at the end stay; those between are changed one by one.
    fn items(&mut self, flow: bool, items: &[Node], old: &[Value], new: &[Value]) -> Option<()> {
        if items.len() != old.len() {
            return None;
        }
        let begin = old.iter().zip(new).take_while(|(a, b)| a == b).count();
        let rest = old.len().min(new.len()) - begin;
        let end = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
        let (from, to) = (&old[begin..old.len() - end], &new[begin..new.len() - end]);
        let shared = from.len().min(to.len());
        for at in 0..shared {
            self.node(&items[begin + at], flow, &from[at], &to[at])?;
        }
        let gone: Vec<bool> = (0..items.len()).map(|at| (begin + shared..items.len() - end).contains(&at)).collect();
        let children: Vec<Child> =
            items.iter().map(|item| if flow { item.span.clone() } else { self.dash(item)..item.span.end }).collect();
        let column = children.first().map_or(0, |child| self.column(child.start));
        let before = (begin + shared).checked_sub(1);
        let mut added = Vec::new();
        for value in &to[shared..] {
            added.push((before, if flow { one_line(value, true)? } else { item_lines(value, column)? }));
        }
        self.restructure(flow, &children, &gone, &added)
    }

    /// The value of a key.
    fn value(&mut self, entry: &Entry, flow: bool, old: Option<&Value>, new: &Value) -> Option<()> {
        match old {
            Some(old) if old == new => Some(()),
            Some(old) => match self.node(&entry.value, flow, old, new) {
                Some(()) => Some(()),
                None => self.whole(entry, flow, new),
            },
            None => self.whole(entry, flow, new),
        }
    }

    /// A value, changed inside; nothing where it takes another shape.
    fn node(&mut self, node: &Node, flow: bool, old: &Value, new: &Value) -> Option<()> {
        let kept = self.changes.len();
        let changed = match (&node.kind, old, new) {
            _ if old == new => Some(()),
            (Kind::Map { flow, entries }, Value::Object(old), Value::Object(new)) => {
                self.entries(*flow, entries, old, new)
            }
            (Kind::List { flow, items }, Value::Array(old), Value::Array(new)) => self.items(*flow, items, old, new),
            (Kind::Scalar(ScalarStyle::Literal | ScalarStyle::Folded), ..) => None,
            (Kind::Scalar(style), _, Value::String(_) | Value::Bool(_)) if !node.span.is_empty() => {
                let words = scalar(new, flow, *style)?;
                self.change(node.span.clone(), words)
            }
            _ => None,
        };
        if changed.is_none() {
            self.changes.truncate(kept);
        }
        changed
    }

    /// Another value after the same key. Comments inside the old one move above the key.
    fn whole(&mut self, entry: &Entry, flow: bool, new: &Value) -> Option<()> {
        let after = entry.key.end + self.text[entry.key.end..].find(':')? + 1;
        let span = after..entry.value.span.end.max(after);
        let comments = self.comments_in(&span);
        if !comments.is_empty() {
            let line = self.line_start(entry.key.start);
            let margin = self.text.get(line..entry.key.start).filter(|margin| margin.trim().is_empty())?;
            let above: String = comments.iter().map(|comment| format!("{margin}{comment}\n")).collect();
            self.change(line..line, above)?;
        }
        let words = if flow {
            format!(" {}", one_line(new, true)?)
        } else {
            let lines = entry_lines(&entry.name, new, self.column(entry.key.start))?;
            let key = entry_lines(&entry.name, &Value::Bool(true), self.column(entry.key.start))?;
            lines.strip_prefix(key.trim_end_matches(" true\n"))?.trim_end_matches('\n').to_owned()
        };
        self.change(span, words)
    }

    fn restructure(
        &mut self,
        flow: bool,
        children: &[Child],
        gone: &[bool],
        added: &[(Option<usize>, String)],
    ) -> Option<()> {
        let first = gone.iter().position(|gone| !gone);
        if first.is_none() && !(children.is_empty() && added.is_empty()) {
            return None;
        }
        let first = first.unwrap_or(0);
        if flow { self.flow(children, gone, first, added) } else { self.block(children, gone, first, added) }
    }

    /// Between braces or brackets: commas go and come with what they part.
    fn flow(
        &mut self,
        children: &[Child],
        gone: &[bool],
        first: usize,
        added: &[(Option<usize>, String)],
    ) -> Option<()> {
        if first > 0 {
            self.change(children[0].start..children[first].start, "")?;
        }
        for at in first + 1..children.len() {
            if gone[at] {
                self.change(children[at - 1].end..children[at].end, "")?;
            }
        }
        for (before, words) in added {
            match before {
                Some(at) => self.change(children[*at].end..children[*at].end, format!(", {words}"))?,
                None => {
                    let at = children.get(first)?.start;
                    self.change(at..at, format!("{words}, "))?;
                }
            }
        }
        Some(())
    }

    /// On lines of their own: comments of what goes stay.
    fn block(
        &mut self,
        children: &[Child],
        gone: &[bool],
        first: usize,
        added: &[(Option<usize>, String)],
    ) -> Option<()> {
        let indented = |editor: &Self, at: usize| editor.text[editor.line_start(at)..at].trim().is_empty();
        for at in (0..children.len()).filter(|at| gone[*at]) {
            let child = children[at].clone();
            if indented(self, child.start) {
                let span = self.line_start(child.start)..self.line_end(child.end);
                let margin = " ".repeat(self.column(child.start));
                let kept: String = self.comments_in(&span).iter().map(|c| format!("{margin}{c}\n")).collect();
                self.change(span, kept)?;
            } else {
                // the first key after a dash: the next one takes its place
                let next = children.get(at + 1).filter(|_| !gone[at + 1])?;
                let span = child.start..next.start;
                let margin = " ".repeat(self.column(child.start));
                let kept: String = self.comments_in(&span).iter().map(|c| format!("{c}\n{margin}")).collect();
                self.change(span, kept)?;
            }
        }
        for (before, lines) in added {
            match before {
                Some(at) => {
                    let end = self.after(children[*at].end);
                    let open = end > 0 && !self.text[..end].ends_with('\n');
                    let words = if open { format!("\n{}", lines.trim_end_matches('\n')) } else { lines.clone() };
                    self.change(end..end, words)?;
                }
                None => {
                    let start = children.get(first)?.start;
                    if indented(self, start) {
                        let line = self.line_start(start);
                        self.change(line..line, lines.clone())?;
                    } else {
                        let margin = " ".repeat(self.column(start));
                        self.change(start..start, format!("{}{margin}", lines.trim_start_matches(' ')))?;
                    }
                }
            }
        }
        Some(())
    }

    fn entry_span(&self, entry: &Entry) -> Child {
        let colon = self.text[entry.key.end..].find(':').map_or(entry.key.end, |at| entry.key.end + at + 1);
        entry.key.start..entry.value.span.end.max(colon)
    }

    /// Where the dash of an item stands.
    fn dash(&self, item: &Node) -> usize {
        let mut at = item.span.start;
        loop {
            at = self.text[..at].trim_end().len();
            match self.comments.iter().find(|comment| comment.end == at) {
                Some(comment) if comment.start < at => at = comment.start,
                _ => return at.saturating_sub(1),
            }
        }
    }

    fn comments_in(&self, span: &Range<usize>) -> Vec<&str> {
        let inside = self.comments.iter().filter(|comment| span.contains(&comment.start));
        inside.filter_map(|comment| self.text.get(comment.clone())).collect()
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    /// The beginning of the next line.
    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |end| at + end + 1)
    }

    /// In characters, as YAML counts it.
    fn column(&self, at: usize) -> usize {
        self.text[self.line_start(at)..at].chars().count()
    }

    /// Where something new stands after something: on the next line, or after the comments that follow and end at an empty line,
    /// for those belong to what is above them.
    fn after(&self, at: usize) -> usize {
        let next = self.line_end(at);
        let mut end = next;
        loop {
            let line = &self.text[end..self.line_end(end)];
            if !line.trim_start().starts_with('#') {
                return if line.trim().is_empty() { end } else { next };
            }
            end = self.line_end(end);
        }
    }
}
