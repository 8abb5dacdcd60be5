//! Running text on lines that are broken before the layout, where a template would measure it again and again: [`Fitting::sentence`] and
//! [`Fitting::column`].

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::fit::{Lines, Paragraph, even_lines};
use crate::model::{Block, Inline, Lang, Pt};
use crate::theme::Ruler;

use super::{Fitting, LABEL, TEXT};

/// Lines of running texts: by column, and in it by text or by where a paragraph stands in its tree (`1.0.2` is the paragraph 2 of the
/// item 0 of the list 1). A template draws them as they are; what is not here it breaks itself.
pub type Running = BTreeMap<String, BTreeMap<String, Lines>>;

/// Between the sign of an item and its words, in sizes, as the theme's `blocks` has it.
const AFTER_SIGN: f64 = 0.6;
const BULLET: &str = "•";

/// How a column is set: lengths in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// Size of the text.
    pub(super) size: f64,
    /// Width of the column.
    pub(super) width: f64,
    /// Its lines may be narrower, down to this part of the width.
    pub(super) least: f64,
    /// Whether all of it is strong.
    pub(super) strong: bool,
}

impl Hash for Column {
    fn hash<H: Hasher>(&self, state: &mut H) {
        ([self.size, self.width, self.least].map(f64::to_bits), self.strong).hash(state);
    }
}

impl Fitting<'_> {
    /// A sentence of a column, known by its words.
    pub(super) fn sentence(&mut self, column: &str, words: &str, ruler: &Ruler, size: f64, width: f64) {
        let lines = of_sentence(ruler, words, Column { size, width, least: 0.0, strong: false });
        let known = self.running.entry(column.to_owned()).or_default();
        known.extend(lines.map(|lines| (words.to_owned(), lines)));
    }

    /// A column of paragraphs and lists; `under` is where it stands in a larger tree.
    pub(super) fn column(&mut self, name: &str, under: &str, lang: &Lang, blocks: &[Block], column: Column) {
        let (text, strong) = (self.ruler(lang, TEXT, 0.0), self.ruler(lang, LABEL, 0.0));
        let lines = of_tree(&text, &strong, under, blocks, column);
        self.running.entry(name.to_owned()).or_default().extend(lines.iter().cloned());
    }
}

/// The lines of a sentence, remembered: most are those of the next venue too.
#[comemo::memoize]
fn of_sentence(ruler: &Ruler, words: &str, column: Column) -> Option<Lines> {
    let lines = even_lines(&[Paragraph::plain(ruler, words)], Pt(column.size), Pt(column.width), column.least);
    lines.and_then(|mut lines| lines.pop())
}

/// The lines of a tree of blocks, each with where it stands, remembered.
#[comemo::memoize]
fn of_tree(text: &Ruler, strong: &Ruler, under: &str, blocks: &[Block], column: Column) -> Arc<[(String, Lines)]> {
    let mut tree = Tree { rulers: (text, strong), column, paths: Vec::new(), paragraphs: Vec::new() };
    let words = tree.blocks(blocks, under, 0.0);
    let Tree { paths, paragraphs, .. } = tree;
    let lines = words.and_then(|()| even_lines(&paragraphs, Pt(column.size), Pt(column.width), column.least));
    paths.into_iter().zip(lines.into_iter().flatten()).collect()
}

/// A tree of blocks that becomes paragraphs, each with where it stands.
struct Tree<'r> {
    rulers: (&'r Ruler, &'r Ruler),
    column: Column,
    paths: Vec<String>,
    paragraphs: Vec<Paragraph>,
}

impl Tree<'_> {
    /// Nothing where some of it is more than words.
    fn blocks(&mut self, blocks: &[Block], under: &str, indent: f64) -> Option<()> {
        for (at, block) in blocks.iter().enumerate() {
            match block {
                Block::Paragraph { c } => self.paragraph(c, format!("{under}{at}"), self.column.strong, indent)?,
                Block::Heading { c, .. } => self.paragraph(c, format!("{under}{at}"), true, indent)?,
                Block::List { ordered, items } => {
                    let indent = indent + self.sign(*ordered, items.len());
                    for (number, item) in items.iter().enumerate() {
                        self.blocks(item, &format!("{under}{at}.{number}."), indent)?;
                    }
                }
                Block::Image { .. } => return None,
            }
        }
        Some(())
    }

    fn paragraph(&mut self, inlines: &[Inline], path: String, strong: bool, indent: f64) -> Option<()> {
        self.paragraphs.push(Paragraph::of(self.rulers, inlines, strong, Pt(indent))?);
        self.paths.push(path);
        Some(())
    }

    /// The widest sign of the items of a list, with what follows it.
    fn sign(&self, ordered: bool, count: usize) -> f64 {
        let ruler = if self.column.strong { self.rulers.1 } else { self.rulers.0 };
        let signs: Vec<String> =
            if ordered { (1..=count).map(|at| format!("{at}.")).collect() } else { vec![BULLET.to_owned()] };
        let widest = signs.iter().map(|sign| ruler.width(sign).0).fold(0.0, f64::max);
        (widest + AFTER_SIGN) * self.column.size
    }
}
