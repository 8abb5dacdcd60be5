//! Words as trees: what Markdown becomes, and what Typst, Tera and plain text are made from. A tree holds strings only;
//! nothing in it is ever evaluated.

use serde::Serialize;

/// A part of running text that stands on lines of its own.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
#[serde(tag = "t", rename_all = "lowercase")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its words.
        c: Vec<Inline>,
    },
    /// A heading inside a text; level 1 is the highest.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its words.
        c: Vec<Inline>,
    },
    /// A list.
    List {
        /// Numbered, or with bullets.
        ordered: bool,
        /// Each item is a small text.
        items: Vec<Vec<Block>>,
    },
    /// A pictogram that means something here.
    Image {
        /// Name of a pictogram of the theme.
        pictogram: String,
        /// What it says to those who do not see it.
        alt: String,
    },
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
#[serde(tag = "t", rename_all = "lowercase")]
pub enum Inline {
    /// Characters to be shown as they are.
    Text {
        /// The characters.
        text: String,
    },
    /// Words that matter most.
    Strong {
        /// The words.
        c: Vec<Inline>,
    },
    /// Words that stand out.
    Emphasis {
        /// The words.
        c: Vec<Inline>,
    },
    /// A link.
    Link {
        /// Where it goes: `https:`, `mailto:` or `tel:`.
        url: String,
        /// Its words.
        c: Vec<Inline>,
    },
    /// The keys of a shortcut, as they stand on the keyboard of the venue.
    Keys {
        /// One chord for each group of browsers.
        chords: Vec<Chord>,
    },
    /// A new line.
    Break,
}

/// Keys pressed together, or the way through a menu where there are no keys.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct Chord {
    /// What is engraved on the keys, in the order of pressing; empty where `menu` says the way.
    pub caps: Vec<String>,
    /// The way through the menus, in the language of the sheet.
    pub menu: Option<String>,
    /// Names of the browsers it is for, where the venue has others with other keys.
    pub browsers: Option<String>,
}

impl Chord {
    /// `Ctrl + Maj + Suppr (Firefox)`.
    pub fn plain(&self) -> String {
        let keys = match &self.menu {
            Some(menu) if self.caps.is_empty() => menu.clone(),
            _ => self.caps.join(" + "),
        };
        match &self.browsers {
            Some(browsers) => format!("{keys} ({browsers})"),
            None => keys,
        }
    }
}

impl Inline {
    /// Characters to be shown as they are.
    pub fn text(text: impl Into<String>) -> Self {
        Inline::Text { text: text.into() }
    }
}

/// The words of a line without their marks.
pub fn plain_inlines(inlines: &[Inline]) -> String {
    inlines.iter().map(plain_inline).collect()
}

fn plain_inline(inline: &Inline) -> String {
    match inline {
        Inline::Text { text } => text.clone(),
        Inline::Strong { c } | Inline::Emphasis { c } | Inline::Link { c, .. } => plain_inlines(c),
        Inline::Keys { chords } => chords.iter().map(Chord::plain).collect::<Vec<_>>().join(", "),
        Inline::Break => "\n".to_owned(),
    }
}

/// Names of the pictograms in a text.
pub fn pictograms(blocks: &[Block]) -> std::vec::IntoIter<&str> {
    blocks.iter().flat_map(pictograms_inside).collect::<Vec<_>>().into_iter()
}

fn pictograms_inside(block: &Block) -> Vec<&str> {
    match block {
        Block::Image { pictogram, .. } => vec![pictogram.as_str()],
        Block::List { items, .. } => items.iter().flat_map(|item| pictograms(item)).collect(),
        Block::Paragraph { .. } | Block::Heading { .. } => Vec::new(),
    }
}

/// The words of a text, a line for each paragraph and list item.
pub fn plain_blocks(blocks: &[Block]) -> String {
    let lines: Vec<String> = blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph { c } | Block::Heading { c, .. } => plain_inlines(c),
            Block::Image { alt, .. } => alt.clone(),
            Block::List { items, .. } => {
                items.iter().map(|item| format!("- {}", plain_blocks(item))).collect::<Vec<_>>().join("\n")
            }
        })
        .collect();
    lines.join("\n")
}
