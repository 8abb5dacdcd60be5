//! A language, and the direction its script is read in.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language by its BCP 47 code, lower case: `fr`, `en`, `ar`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Lang(String);

/// The direction of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

/// Languages written from the right: Arabic, Persian and Dari, Pashto, Urdu, Sorani Kurdish, Hebrew.
const RIGHT_TO_LEFT: [&str; 7] = ["ar", "fa", "prs", "ps", "ur", "ckb", "he"];

/// Whether a letter belongs to a script read from the right: the blocks of Hebrew and Arabic, and of their forms.
pub fn read_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

impl Lang {
    /// The language of this code, or nothing where the code is not two or three small letters, perhaps with a region.
    pub fn parse(code: &str) -> Option<Self> {
        let mut parts = code.split('-');
        let primary = parts.next()?;
        let well_formed = (2..=3).contains(&primary.len())
            && primary.bytes().all(|b| b.is_ascii_lowercase())
            && parts.all(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        well_formed.then(|| Lang(code.to_owned()))
    }

    /// French, the first language of the product.
    pub fn french() -> Self {
        Lang("fr".to_owned())
    }

    /// The code, as in file names and `lang` attributes.
    pub fn code(&self) -> &str {
        &self.0
    }

    /// The language without its region: `fr` of `fr-BE`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// The direction its script is read in.
    pub fn direction(&self) -> Direction {
        if RIGHT_TO_LEFT.contains(&self.primary()) { Direction::Rtl } else { Direction::Ltr }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        for good in ["fr", "ar", "prs", "fr-BE", "zh-Hans"] {
            assert!(Lang::parse(good).is_some(), "{good}");
        }
        for bad in ["", "f", "FR", "french", "fr_BE", "../x", "fr-"] {
            assert!(Lang::parse(bad).is_none(), "{bad}");
        }
        assert_eq!(Lang::parse("fa-AF").unwrap().direction(), Direction::Rtl);
    }
}
