//! A YAML text as its author laid it out: [`Source::read`] finds the bytes of every key, value and comment, with the parser that
//! reads content ([`crate::content::YamlText`]), so that what is edited is what is read.

use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};

/// A text and what stands in it.
pub(super) struct Source {
    /// The value of the whole file.
    pub(super) root: Node,
    /// Comments, from `#` to the end of their line.
    pub(super) comments: Vec<Range<usize>>,
}

/// A value and its bytes: quotes, braces and brackets are in, the dash of an item and comments around are not.
pub(super) struct Node {
    pub(super) span: Range<usize>,
    pub(super) kind: Kind,
}

/// What a value is.
pub(super) enum Kind {
    /// A word or a number; with whether it stands in quotes, and in which.
    Scalar(ScalarStyle),
    /// A list.
    List { flow: bool, items: Vec<Node> },
    /// Keys and values.
    Map { flow: bool, entries: Vec<Entry> },
}

/// A key and its value.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) key: Range<usize>,
    pub(super) value: Node,
}

impl Source {
    /// What stands in a text; nothing where it is not one document of plain keys, lists and words: anchors, aliases and tags say
    /// the same thing in two places, and only their author knows which one is meant.
    pub(super) fn read(text: &str) -> Option<Source> {
        let mut reader = Reader { text, events: Parser::new_from_str(text), comments: Vec::new() };
        let root = loop {
            match reader.next()? {
                (Event::StreamStart | Event::DocumentStart(..), _) => {}
                (event, span) => break reader.node(&event, span)?,
            }
        };
        loop {
            match reader.next()?.0 {
                Event::DocumentEnd => {}
                Event::StreamEnd => return Some(Source { root, comments: reader.comments }),
                _ => return None,
            }
        }
    }

    /// The keys and places in lists that lead to a byte, as `contacts.0.value`; the nearest there is.
    pub(super) fn path_at(&self, at: usize) -> String {
        let mut path: Vec<String> = Vec::new();
        let mut node = &self.root;
        loop {
            let next = match &node.kind {
                Kind::Scalar(_) => None,
                Kind::List { items, .. } => {
                    let found = items.iter().enumerate().find(|(_, item)| item.span.contains(&at));
                    found.map(|(index, item)| (index.to_string(), item))
                }
                Kind::Map { entries, .. } => {
                    let found = entries.iter().find(|entry| (entry.key.start..entry.value.span.end).contains(&at));
                    found.map(|entry| (entry.name.clone(), &entry.value))
                }
            };
            let Some((name, inside)) = next else { return path.join(".") };
            path.push(name);
            node = inside;
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    events: Parser<'a, granit_parser::StrInput<'a>>,
    comments: Vec<Range<usize>>,
}

impl<'a> Reader<'a> {
    /// The next event that is no comment.
    fn next(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        loop {
            let (event, span) = self.events.next_event()?.ok()?;
            let span = span.byte_range()?;
            match event {
                Event::Comment(..) => self.comments.push(span),
                other => return Some((other, span)),
            }
        }
    }

    fn node(&mut self, event: &Event<'a>, span: Range<usize>) -> Option<Node> {
        match event {
            Event::Scalar(_, style, 0, None) => {
                // the empty lines after a block of text are not its own
                let words = self.text.get(span.clone())?.trim_end().len();
                Some(Node { span: span.start..span.start + words, kind: Kind::Scalar(*style) })
            }
            Event::SequenceStart(style, 0, None) => self.list(*style == StructureStyle::Flow, span),
            Event::MappingStart(style, 0, None) => self.map(*style == StructureStyle::Flow, span),
            _ => None,
        }
    }

    fn list(&mut self, flow: bool, begin: Range<usize>) -> Option<Node> {
        let mut items: Vec<Node> = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if event == Event::SequenceEnd {
                let end = if flow { span.end } else { items.last().map_or(begin.end, |item| item.span.end) };
                return Some(Node { span: begin.start..end, kind: Kind::List { flow, items } });
            }
            items.push(self.node(&event, span)?);
        }
    }

    fn map(&mut self, flow: bool, begin: Range<usize>) -> Option<Node> {
        let mut entries: Vec<Entry> = Vec::new();
        loop {
            let (event, key) = self.next()?;
            let name = match event {
                Event::MappingEnd => {
                    let end = if flow { key.end } else { entries.last().map_or(begin.end, |e| e.value.span.end) };
                    return Some(Node { span: begin.start..end, kind: Kind::Map { flow, entries } });
                }
                Event::Scalar(name, _, 0, None) => name.into_owned(),
                _ => return None,
            };
            let (event, span) = self.next()?;
            entries.push(Entry { name, key, value: self.node(&event, span)? });
        }
    }
}
