//! Markdown becomes a tree: [`blocks`] and [`inlines`]. What the tree does not know is an error at its place, never passed over.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::typography;
use crate::diag::{Diagnostic, Diagnostics, Message};
use crate::files::TextFile;
use crate::model::{Block, Inline, Lang};

/// A piece of Markdown inside a file.
#[derive(Debug, Clone)]
pub struct MarkdownText<'a> {
    /// The file, for messages.
    pub file: &'a TextFile,
    /// Where the piece begins in the file, or the place of the value that holds it.
    pub origin: Origin,
    /// The Markdown.
    pub text: &'a str,
    /// Its language.
    pub lang: &'a Lang,
}

/// How offsets in the Markdown become places in the file.
#[derive(Debug, Clone)]
pub enum Origin {
    /// The Markdown stands in the file as it is, from this byte on.
    Verbatim(usize),
    /// The Markdown is a value whose lines were joined or indented: only the place of the value is known.
    Value(Range<usize>),
}

impl MarkdownText<'_> {
    /// The text as blocks.
    pub fn blocks(&self, diagnostics: &mut Diagnostics) -> Vec<Block> {
        let mut reader = Reader { text: self, diagnostics, stack: Vec::new() };
        reader.read()
    }

    /// The text as one line: a single paragraph without its paragraph.
    pub fn inlines(&self, diagnostics: &mut Diagnostics) -> Vec<Inline> {
        let mut blocks = self.blocks(diagnostics);
        match (blocks.pop(), blocks.is_empty()) {
            (Some(Block::Paragraph { c }), true) => c,
            (None, _) => Vec::new(),
            _ => {
                let error = Diagnostic::error(Message::new("markdown-one-line")).at(self.place(0..self.text.len()));
                diagnostics.push(error.hint(Message::new("hint-one-line")));
                Vec::new()
            }
        }
    }

    fn place(&self, range: Range<usize>) -> crate::diag::Place {
        match &self.origin {
            Origin::Verbatim(start) => self.file.place(start + range.start..start + range.end),
            Origin::Value(value) => {
                // A value stands in its file as it was written, but for quotes and indents: look for the very words.
                let words = &self.text[range];
                let found = self.file.text[value.start..].find(words).filter(|_| !words.is_empty());
                let start = found.map(|at| value.start + at);
                self.file.place(start.map_or(value.clone(), |start| start..start + words.len()))
            }
        }
    }
}

/// An element that is open: what it will be, and what it holds so far.
enum Open {
    Paragraph(Vec<Inline>),
    Heading(u8, Vec<Inline>),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Link(String, Vec<Inline>),
    Image(String, Vec<Inline>),
    List(bool, Vec<Vec<Block>>),
    Item(Vec<Block>, Vec<Inline>),
    Root(Vec<Block>),
    /// Something the tree does not know: its content is dropped, and the error was said once.
    Refused,
}

struct Reader<'a, 'd> {
    text: &'a MarkdownText<'a>,
    diagnostics: &'d mut Diagnostics,
    stack: Vec<Open>,
}

impl Reader<'_, '_> {
    fn read(&mut self) -> Vec<Block> {
        self.stack.push(Open::Root(Vec::new()));
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
        for (event, range) in Parser::new_ext(self.text.text, options).into_offset_iter() {
            self.event(event, range);
        }
        match self.stack.pop() {
            Some(Open::Root(blocks)) => blocks,
            _ => Vec::new(),
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.inline(Inline::text(typography::set(&text, self.text.lang))),
            Event::SoftBreak => self.inline(Inline::text(" ")),
            Event::HardBreak => self.inline(Inline::Break),
            Event::Html(_) => {}
            Event::InlineHtml(_) => self.refuse("markdown-html", range),
            Event::Code(_) => self.refuse("markdown-code", range),
            Event::Rule => self.refuse("markdown-rule", range),
            _ => self.refuse("markdown-unknown", range),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let open = match tag {
            Tag::Paragraph => Open::Paragraph(Vec::new()),
            Tag::Heading { level, .. } => Open::Heading(heading_level(level), Vec::new()),
            Tag::Strong => Open::Strong(Vec::new()),
            Tag::Emphasis => Open::Emphasis(Vec::new()),
            Tag::Link { dest_url, .. } => {
                if !["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| dest_url.starts_with(scheme)) {
                    self.refuse("markdown-link", range);
                }
                Open::Link(dest_url.into_string(), Vec::new())
            }
            Tag::Image { dest_url, .. } => Open::Image(dest_url.into_string(), Vec::new()),
            Tag::List(first) => Open::List(first.is_some(), Vec::new()),
            Tag::Item => Open::Item(Vec::new(), Vec::new()),
            other => {
                self.refuse(refused_id(&other), range);
                Open::Refused
            }
        };
        self.stack.push(open);
    }

    fn end(&mut self, _tag: TagEnd, range: Range<usize>) {
        let Some(open) = self.stack.pop() else { return };
        match open {
            Open::Paragraph(c) => self.block(Block::Paragraph { c }),
            Open::Heading(level, c) => self.block(Block::Heading { level, c }),
            Open::Strong(c) => self.inline(Inline::Strong { c }),
            Open::Emphasis(c) => self.inline(Inline::Emphasis { c }),
            Open::Link(url, c) => self.inline(Inline::Link { url, c }),
            Open::Image(target, c) => self.image(&target, &c, range),
            Open::List(ordered, items) => self.block(Block::List { ordered, items }),
            Open::Item(mut blocks, line) => {
                close_line(&mut blocks, line);
                if let Some(Open::List(_, items)) = self.stack.last_mut() {
                    items.push(blocks);
                }
            }
            Open::Root(_) | Open::Refused => {}
        }
    }

    /// `![what it says](pictogram:usb)`.
    fn image(&mut self, target: &str, alt: &[Inline], range: Range<usize>) {
        let alt = crate::model::plain_inlines(alt);
        let Some(pictogram) = target.strip_prefix("pictogram:") else {
            return self.refuse("markdown-image-target", range);
        };
        if alt.trim().is_empty() {
            return self.refuse("markdown-image-alt", range);
        }
        // CommonMark puts a picture inside a paragraph; the paragraph it stood in is left empty and dropped.
        let image = Block::Image { pictogram: pictogram.to_owned(), alt };
        let paragraph = self.stack.pop();
        self.block(image);
        self.stack.extend(paragraph);
    }

    fn inline(&mut self, inline: Inline) {
        if let Some(
            Open::Paragraph(c)
            | Open::Heading(_, c)
            | Open::Strong(c)
            | Open::Emphasis(c)
            | Open::Link(_, c)
            | Open::Image(_, c)
            | Open::Item(_, c),
        ) = self.stack.last_mut()
        {
            c.push(inline);
        }
    }

    fn block(&mut self, block: Block) {
        if matches!(&block, Block::Paragraph { c } if c.is_empty()) {
            return;
        }
        match self.stack.last_mut() {
            Some(Open::Root(blocks)) => blocks.push(block),
            Some(Open::Item(blocks, line)) => {
                close_line(blocks, std::mem::take(line));
                blocks.push(block);
            }
            _ => {}
        }
    }

    /// Says what is refused, but not again for every part of it.
    fn refuse(&mut self, id: &'static str, range: Range<usize>) {
        if self.stack.iter().any(|open| matches!(open, Open::Refused)) {
            return;
        }
        let hint = if id == "markdown-link" { "hint-markdown-link" } else { "hint-markdown" };
        let place = self.text.place(trimmed(self.text.text, range));
        self.diagnostics.push(Diagnostic::error(Message::new(id)).at(place).hint(Message::new(hint)));
    }
}

/// The words of a tight list item become its paragraph.
fn close_line(blocks: &mut Vec<Block>, line: Vec<Inline>) {
    if !line.is_empty() {
        blocks.push(Block::Paragraph { c: line });
    }
}

/// Only the first line of what is refused is underlined.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let first = text[range.clone()].lines().next().unwrap_or_default().trim_end();
    range.start..range.start + first.len()
}

fn refused_id(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::HtmlBlock => "markdown-html",
        Tag::Table(_) => "markdown-table",
        Tag::CodeBlock(_) => "markdown-code",
        Tag::BlockQuote(_) => "markdown-quote",
        Tag::FootnoteDefinition(_) => "markdown-footnote",
        _ => "markdown-unknown",
    }
}

fn heading_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// The header and the body of a Markdown file: byte ranges of the YAML between two lines `---`, and of what follows.
///
/// # Errors
/// A header that is missing or not closed.
pub fn front_matter(file: &TextFile) -> Result<(Range<usize>, Range<usize>), Diagnostic> {
    let text = &*file.text;
    let lead = text.len() - text.trim_start_matches('\n').len();
    let Some(rest) = text[lead..].strip_prefix("---\n") else {
        let error = Diagnostic::error(Message::new("front-matter-missing")).at(file.start());
        return Err(error.hint(Message::new("hint-front-matter")));
    };
    let start = text.len() - rest.len();
    let mut at = start;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Ok((start..at, at + line.len()..text.len()));
        }
        at += line.len();
    }
    let error = Diagnostic::error(Message::new("front-matter-open")).at(file.place(lead..lead + 3));
    Err(error.hint(Message::new("hint-front-matter")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::plain_blocks;

    fn read(text: &str) -> (Vec<Block>, Diagnostics) {
        let file = TextFile::new("t.md", text);
        let lang = Lang::french();
        let mut diagnostics = Diagnostics::new();
        let markdown = MarkdownText { file: &file, origin: Origin::Verbatim(0), text, lang: &lang };
        let blocks = markdown.blocks(&mut diagnostics);
        (blocks, diagnostics)
    }

    #[test]
    fn what_looks_like_code_stays_text() {
        let (blocks, diagnostics) = read("#read(\"/etc/passwd\") $x$ {{ x }} @ref");
        assert!(diagnostics.is_empty());
        assert_eq!(plain_blocks(&blocks), "#read(\"/etc/passwd\") $x$ {{ x }} @ref");
    }

    #[test]
    fn refusals_point_at_their_place() {
        let cases = [
            ("a <b>x</b>", "markdown-html", 3),
            ("<script>x</script>", "markdown-html", 1),
            ("| a |\n|---|\n| b |", "markdown-table", 1),
            ("a `x`", "markdown-code", 3),
            ("![](pictogram:usb)", "markdown-image-alt", 1),
            ("![x](a.png)", "markdown-image-target", 1),
            ("[x](javascript:alert(1))", "markdown-link", 1),
            ("> a", "markdown-quote", 1),
        ];
        for (text, id, column) in cases {
            let (_, diagnostics) = read(text);
            assert_eq!(diagnostics.first().map(|d| d.message.id), Some(id), "{text}");
            assert_eq!(diagnostics[0].place.as_ref().unwrap().line_column(), (1, column), "{text}");
        }
    }

    #[test]
    fn lists_and_pictures() {
        let (blocks, diagnostics) = read("Un\n\n- a\n- **b**\n\n![La clé](pictogram:usb)");
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        assert_eq!(plain_blocks(&blocks), "Un\n- a\n- b\nLa clé");
    }

    #[test]
    fn headers() {
        let file = |text: &str| TextFile::new("t.md", text);
        let (header, body) = front_matter(&file("---\na: 1\n---\nBonjour\n")).unwrap();
        assert_eq!((header, body), (4..9, 13..21));
        assert_eq!(front_matter(&file("---\n\na: 1\n---\n")).unwrap().0, 4..10);
        assert_eq!(front_matter(&file("Bonjour")).unwrap_err().message.id, "front-matter-missing");
        assert_eq!(front_matter(&file("---\na: 1\n")).unwrap_err().message.id, "front-matter-open");
    }
}
