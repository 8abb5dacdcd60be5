//! What rules read: [`Passage`], a sentence or a paragraph of the content with its sentences and words found, and
//! [`passages`], all of a catalog.

use std::ops::Range;

use icu_segmenter::options::{SentenceBreakInvariantOptions, WordBreakInvariantOptions};
use icu_segmenter::{SentenceSegmenter, WordSegmenter};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::Finding;
use crate::content::Catalog;
use crate::diag::{Message, Place};
use crate::model::{Audience, Lang, Part, Status, Written};

/// Whose words these are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner<'a> {
    /// Of a tip, by id.
    Tip(&'a str),
    /// Of a document, by id.
    Document(&'a str),
    /// Of the glossary.
    Glossary,
    /// Of the layouts.
    Words,
}

/// What a passage is in its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A text of one line.
    Line,
    /// A paragraph of a Markdown text.
    Paragraph,
    /// A heading of a Markdown text, 1 to 6.
    Heading(u8),
    /// An item of a list: which list of the text, from 0.
    Item(usize),
    /// What a picture says to those who do not see it.
    Alt,
}

/// A sentence or a paragraph as it was written, without the marks of Markdown.
#[derive(Debug)]
pub struct Passage<'a> {
    /// Whose it is.
    pub owner: Owner<'a>,
    /// Who it speaks to.
    pub audience: Audience,
    /// Its language.
    pub lang: &'a Lang,
    /// Whether a machine wrote it.
    pub machine: bool,
    /// Which part of the content it is.
    pub part: Part,
    /// What it is in its text.
    pub shape: Shape,
    /// Its characters.
    pub text: String,
    /// Bytes of its sentences, without the space around them.
    pub sentences: Vec<Range<usize>>,
    /// Bytes of its words.
    pub words: Vec<Range<usize>>,
    /// Level of the heading before it in the same text, 0 where there is none.
    pub level_before: u8,
    written: &'a Written,
    /// Where pieces of the text begin, and where they stand in the written text; none where both are the same.
    pieces: Vec<(usize, usize)>,
}

impl<'a> Passage<'a> {
    fn new(voice: Voice<'a>, written: &'a Written, shape: Shape) -> Self {
        Passage {
            owner: voice.owner,
            audience: voice.audience,
            lang: voice.lang,
            machine: voice.machine,
            part: written.part,
            shape,
            text: String::new(),
            sentences: Vec::new(),
            words: Vec::new(),
            level_before: 0,
            written,
            pieces: Vec::new(),
        }
    }

    /// The place of some of its bytes.
    pub fn place(&self, range: Range<usize>) -> Place {
        let (start, end) = (self.written_at(range.start), self.written_at(range.end.max(1) - 1) + 1);
        self.written.at(start..if range.is_empty() { start } else { end })
    }

    /// Which list of which text it is an item of.
    pub fn list(&self) -> Option<(&str, usize, usize)> {
        match self.shape {
            Shape::Item(list) => Some((&self.written.place.path, self.written.place.span.start, list)),
            _ => None,
        }
    }

    /// The place of all of it.
    pub fn whole(&self) -> Place {
        self.place(0..self.text.len())
    }

    /// What a rule found in some of its bytes.
    pub fn finding(&self, range: Range<usize>, message: Message) -> Finding {
        let tip = match self.owner {
            Owner::Tip(id) => Some(id.to_owned()),
            _ => None,
        };
        Finding { tip, ..Finding::at(self.place(range), message) }
    }

    /// Whether it is in this language, in any region.
    pub fn is(&self, primary: &str) -> bool {
        self.lang.primary() == primary
    }

    /// Whether easy-read rules hold for it.
    pub fn is_easy(&self) -> bool {
        self.part.is_easy()
    }

    /// The words inside a range of bytes.
    pub fn words_in(&self, range: &Range<usize>) -> impl DoubleEndedIterator<Item = (Range<usize>, &str)> {
        let inside = self.words.iter().filter(move |word| word.start >= range.start && word.end <= range.end);
        inside.map(|word| (word.clone(), &self.text[word.clone()]))
    }

    /// Whether some of its bytes stand between quotes, as the name of a button does.
    pub fn in_quotes(&self, range: &Range<usize>) -> bool {
        let (before, after) = (&self.text[..range.start], &self.text[range.end..]);
        let inside = |(open, close): (char, char)| {
            let opened = before.rfind(open);
            opened.is_some_and(|opened| !closes(&before[opened..], close) && closes(after, close))
        };
        let straight = before.matches('"').count() % 2 == 1 && after.contains('"');
        straight || [('«', '»'), ('“', '”'), ('‘', '’')].into_iter().any(inside)
    }

    fn written_at(&self, at: usize) -> usize {
        match self.pieces.partition_point(|(start, _)| *start <= at).checked_sub(1) {
            Some(piece) => self.pieces[piece].1 + (at - self.pieces[piece].0),
            None => at,
        }
    }

    fn push(&mut self, text: &str, at: usize) {
        self.pieces.push((self.text.len(), at));
        self.text.push_str(text);
    }

    fn segmented(mut self) -> Self {
        let bounds: Vec<usize> =
            SentenceSegmenter::new(SentenceBreakInvariantOptions::default()).segment_str(&self.text).collect();
        let trimmed = bounds.windows(2).map(|pair| trim(&self.text, pair[0]..pair[1]));
        self.sentences = trimmed.filter(|sentence| !sentence.is_empty()).collect();
        let segmenter = WordSegmenter::new_for_non_complex_scripts(WordBreakInvariantOptions::default());
        let mut start = 0;
        for (end, kind) in segmenter.segment_str(&self.text).iter_with_word_type() {
            if kind.is_word_like() {
                self.words.extend(elided(&self.text, start..end));
            }
            start = end;
        }
        self
    }
}

/// Whether a quote closes here; an apostrophe inside a word closes nothing.
fn closes(text: &str, close: char) -> bool {
    let ends = |at: usize| !text[at + close.len_utf8()..].starts_with(char::is_alphabetic);
    text.char_indices().any(|(at, c)| c == close && ends(at))
}

fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

/// `l’ordinateur` is two words in French and `don’t` one in English: what stands before the apostrophe is a word of its own
/// where it is an elided article, pronoun or preposition.
fn elided(text: &str, word: Range<usize>) -> Vec<Range<usize>> {
    const ELIDED: [&str; 13] = ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];
    let split = text[word.clone()].char_indices().find(|(_, c)| matches!(c, '’' | '\''));
    match split {
        Some((at, mark)) if ELIDED.contains(&text[word.start..word.start + at].to_lowercase().as_str()) => {
            vec![word.start..word.start + at + mark.len_utf8(), word.start + at + mark.len_utf8()..word.end]
        }
        _ => vec![word],
    }
}

/// Who speaks, to whom, in which language.
#[derive(Debug, Clone, Copy)]
struct Voice<'a> {
    owner: Owner<'a>,
    audience: Audience,
    lang: &'a Lang,
    machine: bool,
}

/// All passages of a catalog, in the order of its files.
pub fn passages(catalog: &Catalog) -> Vec<Passage<'_>> {
    let mut all = Vec::new();
    for tip in catalog.tips.values() {
        for (lang, words) in &tip.words {
            let machine = words.status == Status::Machine;
            let voice = Voice { owner: Owner::Tip(&tip.id), audience: tip.audience, lang, machine };
            words.written.iter().for_each(|written| read(voice, written, &mut all));
        }
    }
    for (id, languages) in &catalog.documents {
        for (lang, document) in languages {
            let machine = document.status == Status::Machine;
            let voice = Voice { owner: Owner::Document(id), audience: Audience::Staff, lang, machine };
            document.written.iter().for_each(|written| read(voice, written, &mut all));
        }
    }
    for (lang, glossary) in &catalog.glossary {
        let machine = glossary.status == Status::Machine;
        let voice = Voice { owner: Owner::Glossary, audience: Audience::Public, lang, machine };
        glossary.written.iter().for_each(|written| read(voice, written, &mut all));
    }
    for (lang, words) in &catalog.words {
        let voice = Voice { owner: Owner::Words, audience: Audience::Public, lang, machine: false };
        words.written.iter().for_each(|written| read(voice, written, &mut all));
    }
    all
}

fn read<'a>(voice: Voice<'a>, written: &'a Written, all: &mut Vec<Passage<'a>>) {
    if written.markup {
        return markdown(voice, written, all);
    }
    let passage = Passage { text: written.text.clone(), ..Passage::new(voice, written, Shape::Line) };
    all.push(passage.segmented());
}

/// The paragraphs, headings and items of a Markdown text.
fn markdown<'a>(voice: Voice<'a>, written: &'a Written, all: &mut Vec<Passage<'a>>) {
    let mut open: Vec<Passage<'a>> = Vec::new();
    let mut lists: Vec<usize> = Vec::new();
    let (mut known_lists, mut heading) = (0, 0);
    for (event, range) in Parser::new(&written.text).into_offset_iter() {
        match event {
            Event::Start(Tag::List(_)) => {
                lists.push(known_lists);
                known_lists += 1;
            }
            Event::End(TagEnd::List(_)) => drop(lists.pop()),
            Event::Start(tag) => open.extend(opened(&tag, &lists).map(|shape| Passage::new(voice, written, shape))),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::Image) => {
                if let Some(mut passage) = open.pop().filter(|passage| !passage.text.is_empty()) {
                    passage.level_before = heading;
                    if let Shape::Heading(level) = passage.shape {
                        heading = level;
                    }
                    all.push(passage.segmented());
                }
            }
            Event::Text(text) => {
                if let Some(passage) = open.last_mut() {
                    passage.push(&text, range.start);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(passage) = open.last_mut() {
                    passage.push(" ", range.start);
                }
            }
            _ => {}
        }
    }
}

fn opened(tag: &Tag<'_>, lists: &[usize]) -> Option<Shape> {
    match tag {
        Tag::Paragraph => Some(lists.last().map_or(Shape::Paragraph, |list| Shape::Item(*list))),
        Tag::Item => Some(Shape::Item(lists.last().copied().unwrap_or_default())),
        Tag::Heading { level, .. } => Some(Shape::Heading(*level as u8)),
        Tag::Image { .. } => Some(Shape::Alt),
        _ => None,
    }
}
