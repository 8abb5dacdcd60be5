//! Tips become the tips of one venue in one language: keys of its keyboard, its name in the text. [`Adapter`] does it.
//!
//! Placeholders such as `{{ venue.name }}` are replaced in the strings of the tree; what they bring is never read again.

use crate::content::Catalog;
use crate::diag::{Diagnostic, Diagnostics, Message, Place, did_you_mean};
use crate::model::{Block, Chord, FormDocument, Inline, Lang, Status, Tip, TipWords, Venue, plain_inlines};

use super::sheet::{DocumentWords, SheetSection, SheetTip};

/// What can stand between `{{` and `}}`.
const PLACEHOLDERS: [&str; 5] = ["venue.name", "venue.town", "venue.organisation", "venue.hours", "shortcut"];

/// Replaces placeholders and finds keys for one venue and language.
#[derive(Debug)]
pub struct Adapter<'a> {
    /// All content.
    pub catalog: &'a Catalog,
    /// The venue.
    pub venue: &'a Venue,
    /// The language.
    pub lang: &'a Lang,
}

impl Adapter<'_> {
    /// A tip with the words of the language, for this venue.
    pub fn tip(&self, tip: &Tip, words: &TipWords, diagnostics: &mut Diagnostics) -> SheetTip {
        let keys = self.keys(tip);
        let mut filler = Filler { adapter: self, keys: &keys, source: &words.action_place, diagnostics };
        SheetTip {
            id: tip.id.clone(),
            title: filler.string(&words.title),
            action: plain_inlines(&filler.inlines(&words.action)),
            support: filler.string(&words.support),
            pictogram: tip.pictogram.clone(),
            body: filler.blocks(&words.body),
            machine: words.status == Status::Machine,
            keys,
        }
    }

    /// The poster line with its strong words, for this venue.
    pub fn action(&self, tip: &Tip, words: &TipWords) -> Vec<Inline> {
        let keys = self.keys(tip);
        let mut said_before = Diagnostics::new();
        Filler { adapter: self, keys: &keys, source: &words.action_place, diagnostics: &mut said_before }
            .inlines(&words.action)
    }

    /// A document for this venue.
    pub fn document(&self, document: &FormDocument, diagnostics: &mut Diagnostics) -> DocumentWords {
        let mut filler = Filler { adapter: self, keys: &[], source: &document.place, diagnostics };
        let mut sections = Vec::new();
        for section in &document.sections {
            sections.push(SheetSection {
                title: filler.string(&section.title),
                pictogram: section.pictogram.clone(),
                body: filler.blocks(&section.body),
                fields: section.fields.clone(),
            });
        }
        DocumentWords {
            title: filler.string(&document.title),
            subtitle: document.subtitle.as_ref().map(|text| filler.string(text)),
            intro: filler.blocks(&document.intro),
            sections,
        }
    }

    /// A string with its placeholders replaced; `source` is a place in the file it stands in.
    pub fn string(&self, text: &str, source: &Place, diagnostics: &mut Diagnostics) -> String {
        Filler { adapter: self, keys: &[], source, diagnostics }.string(text)
    }

    /// The keys of a tip's shortcut at this venue.
    pub fn keys(&self, tip: &Tip) -> Vec<Chord> {
        let shortcut = tip.shortcut.as_deref();
        shortcut.map(|name| self.catalog.shortcuts.chords(name, self.venue, self.lang)).unwrap_or_default()
    }

    fn value(&self, name: &str) -> Option<String> {
        let venue = self.venue;
        match name {
            "venue.name" => Some(venue.name.clone()),
            "venue.town" => Some(venue.address.town.clone().unwrap_or_default()),
            "venue.organisation" => Some(venue.organisation.clone().unwrap_or_else(|| venue.name.clone())),
            "venue.hours" => Some(super::in_lang(&venue.hours, self.lang).unwrap_or_default()),
            _ => None,
        }
    }
}

struct Filler<'a, 'd> {
    adapter: &'a Adapter<'a>,
    keys: &'a [Chord],
    /// A place in the file the words stand in.
    source: &'a Place,
    diagnostics: &'d mut Diagnostics,
}

impl Filler<'_, '_> {
    fn blocks(&mut self, blocks: &[Block]) -> Vec<Block> {
        let fill = |block: &Block| match block {
            Block::Paragraph { c } => Block::Paragraph { c: self.inlines(c) },
            Block::Heading { level, c } => Block::Heading { level: *level, c: self.inlines(c) },
            Block::List { ordered, items } => {
                Block::List { ordered: *ordered, items: items.iter().map(|item| self.blocks(item)).collect() }
            }
            Block::Image { .. } => block.clone(),
        };
        blocks.iter().map(fill).collect()
    }

    fn inlines(&mut self, inlines: &[Inline]) -> Vec<Inline> {
        let mut filled = Vec::new();
        for inline in inlines {
            match inline {
                Inline::Text { text } => self.text(text, &mut filled),
                Inline::Strong { c } => filled.push(Inline::Strong { c: self.inlines(c) }),
                Inline::Emphasis { c } => filled.push(Inline::Emphasis { c: self.inlines(c) }),
                Inline::Link { url, c } => filled.push(Inline::Link { url: url.clone(), c: self.inlines(c) }),
                other => filled.push(other.clone()),
            }
        }
        filled
    }

    /// A text between two placeholders stays a text; `{{ shortcut }}` becomes keys.
    fn text(&mut self, text: &str, into: &mut Vec<Inline>) {
        let mut rest = text;
        while let Some((before, name, after)) = next_placeholder(rest) {
            if !before.is_empty() {
                into.push(Inline::text(before));
            }
            into.extend(self.placeholder(name));
            rest = after;
        }
        if !rest.is_empty() {
            into.push(Inline::text(rest));
        }
    }

    fn placeholder(&mut self, name: &str) -> Option<Inline> {
        if name == "shortcut" && !self.keys.is_empty() {
            return Some(Inline::Keys { chords: self.keys.to_vec() });
        }
        if let Some(value) = self.adapter.value(name) {
            return Some(Inline::text(value));
        }
        self.unknown(name);
        None
    }

    fn unknown(&mut self, name: &str) {
        let id = if name == "shortcut" { "placeholder-no-shortcut" } else { "placeholder-unknown" };
        let no_keys = || Some(Message::new("hint-placeholder-shortcut"));
        let hint = if name == "shortcut" { no_keys() } else { did_you_mean(name, PLACEHOLDERS) };
        let message = Message::new(id).arg("name", name).arg("venue", &self.adapter.venue.id);
        let error = Diagnostic::error(message).at(self.source.start().find("{{").find(name)).hint(hint);
        if !self.diagnostics.contains(&error) {
            self.diagnostics.push(error);
        }
    }

    fn string(&mut self, text: &str) -> String {
        let mut inlines = Vec::new();
        self.text(text, &mut inlines);
        plain_inlines(&inlines)
    }
}

fn next_placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let open = text.find("{{")?;
    let close = text[open..].find("}}")? + open;
    Some((&text[..open], text[open + 2..close].trim(), &text[close + 2..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_found_once() {
        assert_eq!(next_placeholder("a {{ venue.name }} b"), Some(("a ", "venue.name", " b")));
        assert_eq!(next_placeholder("a {{ venue.name"), None);
        assert_eq!(next_placeholder("}} {"), None);
    }
}
