//! What a venue orders: [`Order`], one line of its list.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::tiling::fits_on_one;
use super::{Distance, Format, Lang, Medium, Orientation, PaperSize, Size, Variant};
use crate::diag::Place;

/// One language, or two that share a sheet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Languages {
    /// The language of the sheet.
    pub first: Lang,
    /// The one beside it.
    pub second: Option<Lang>,
}

impl Languages {
    /// Whether this is one of them.
    pub fn contain(&self, lang: &Lang) -> bool {
        self.first == *lang || self.second.as_ref() == Some(lang)
    }
}

impl From<Lang> for Languages {
    fn from(first: Lang) -> Self {
        Languages { first, second: None }
    }
}

impl fmt::Display for Languages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.second {
            Some(second) => write!(f, "{}+{second}", self.first),
            None => write!(f, "{}", self.first),
        }
    }
}

/// What is made beside the tagged document, for who prints it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PrintOptions {
    /// A file with bleed and crop marks.
    pub press: bool,
    /// A file cut into sheets of this size, for who has an office printer only.
    pub tile: Option<PaperSize>,
    /// White ground, black and one colour: what it takes the least toner for.
    pub eco: bool,
}

impl PrintOptions {
    /// For one of the sizes of an order: what goes on one sheet whole is not cut.
    pub fn of(self, size: Size) -> PrintOptions {
        let whole = |tile: &PaperSize| size.paper().is_some_and(|paper| fits_on_one(paper, *tile));
        PrintOptions { tile: self.tile.filter(|tile| !whole(tile)), ..self }
    }
}

/// What to do with a text that may no longer say what it is bound to says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum StalePolicy {
    /// Print it all the same.
    #[default]
    Print,
    /// Do not make the sheet.
    Refuse,
}

impl StalePolicy {
    /// Whether it is what holds where nothing is said.
    pub fn is_usual(&self) -> bool {
        *self == StalePolicy::default()
    }
}

/// One line of what a venue wants printed; an empty list means the usual ones.
#[derive(Debug, Clone)]
pub struct Order {
    /// What.
    pub medium: Medium,
    /// Papers (`a3`) or screens (`1920x1080`).
    pub sizes: Vec<Size>,
    /// Upright or on its side.
    pub orientation: Orientation,
    /// Languages by name.
    pub languages: Vec<(Languages, Place)>,
    /// File formats.
    pub formats: Vec<Format>,
    /// Kinds of the same medium: dark or light, written or oral.
    pub variants: Vec<Variant>,
    /// Tips by name.
    pub tips: Vec<(String, Place)>,
    /// Where it will hang: `entrance`, `desk`…
    pub place: Option<String>,
    /// How far away it is read; the place or the size decide where it is left out.
    pub distance: Option<Distance>,
    /// What is made beside it for printing.
    pub print: PrintOptions,
    /// What to do with stale texts.
    pub stale: StalePolicy,
    /// Where the order stands.
    pub at: Place,
}
