//! Paper: ISO sizes and any other, upright or on its side.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Mm;

/// A size of paper, held upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperSize {
    /// 105 x 148 mm.
    A6,
    /// 148 x 210 mm.
    A5,
    /// 210 x 297 mm.
    A4,
    /// 297 x 420 mm.
    A3,
    /// 420 x 594 mm.
    A2,
    /// 594 x 841 mm.
    A1,
    /// 841 x 1189 mm.
    A0,
    /// Width and height as they were written.
    Other(WholeMm, WholeMm),
}

/// A side of paper in whole millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WholeMm(pub u32);

/// The way a sheet of paper is held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Orientation {
    /// Upright.
    #[default]
    Portrait,
    /// On its side.
    Landscape,
}

/// A sheet of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Paper {
    /// Its size.
    pub size: PaperSize,
    /// How it is held.
    pub orientation: Orientation,
}

/// Shortest and longest side of a paper without a name: below, no line can be read standing; above, no press prints it whole.
const SIDES: std::ops::RangeInclusive<u32> = 100..=2500;

impl PaperSize {
    /// ISO 216 sizes from the smallest.
    pub const ISO: [PaperSize; 7] =
        [PaperSize::A6, PaperSize::A5, PaperSize::A4, PaperSize::A3, PaperSize::A2, PaperSize::A1, PaperSize::A0];

    /// The size written as `a3` or `600x800 mm`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let named = PaperSize::ISO.into_iter().find(|size| size.to_string() == text);
        named.or_else(|| {
            let (width, height) = text.strip_suffix("mm")?.split_once(['x', '×'])?;
            let side = |side: &str| side.trim().parse().ok().filter(|n| SIDES.contains(n)).map(WholeMm);
            Some(PaperSize::Other(side(width)?, side(height)?))
        })
    }

    /// Width and height, as they were written or upright (ISO 216).
    pub fn dimensions(self) -> (Mm, Mm) {
        let (width, height) = match self {
            PaperSize::A6 => (105, 148),
            PaperSize::A5 => (148, 210),
            PaperSize::A4 => (210, 297),
            PaperSize::A3 => (297, 420),
            PaperSize::A2 => (420, 594),
            PaperSize::A1 => (594, 841),
            PaperSize::A0 => (841, 1189),
            PaperSize::Other(width, height) => (width.0, height.0),
        };
        (Mm(f64::from(width)), Mm(f64::from(height)))
    }

    /// Twice the size: two sheets side by side, which a booklet of this size is folded from.
    pub fn unfolded(self) -> Option<PaperSize> {
        let at = PaperSize::ISO.iter().position(|size| *size == self)?;
        PaperSize::ISO.get(at + 1).copied()
    }
}

impl Paper {
    /// A sheet held upright, or as its sides were written.
    pub fn upright(size: PaperSize) -> Self {
        Paper { size, orientation: Orientation::Portrait }
    }

    /// Width and height as it is held.
    pub fn dimensions(self) -> (Mm, Mm) {
        let (width, height) = self.size.dimensions();
        let turned = self.orientation == Orientation::Landscape && width < height;
        if turned { (height, width) } else { (width, height) }
    }
}

impl fmt::Display for PaperSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PaperSize::A6 => f.write_str("a6"),
            PaperSize::A5 => f.write_str("a5"),
            PaperSize::A4 => f.write_str("a4"),
            PaperSize::A3 => f.write_str("a3"),
            PaperSize::A2 => f.write_str("a2"),
            PaperSize::A1 => f.write_str("a1"),
            PaperSize::A0 => f.write_str("a0"),
            PaperSize::Other(width, height) => write!(f, "{}x{}mm", width.0, height.0),
        }
    }
}

impl fmt::Display for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.size, self.orientation) {
            (PaperSize::Other(..), _) => {
                let (width, height) = self.dimensions();
                write!(f, "{}x{}mm", width.0, height.0)
            }
            (size, Orientation::Portrait) => write!(f, "{size}"),
            (size, Orientation::Landscape) => write!(f, "{size}-landscape"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_are_held_as_ordered() {
        let on_its_side = |size| Paper { size, orientation: Orientation::Landscape };
        assert_eq!(on_its_side(PaperSize::A4).dimensions(), (Mm(297.0), Mm(210.0)));
        assert_eq!(on_its_side(PaperSize::A4).to_string(), "a4-landscape");
        let other = PaperSize::parse("400x600mm").unwrap();
        assert_eq!(Paper::upright(other).to_string(), "400x600mm");
        assert_eq!(on_its_side(other).to_string(), "600x400mm");
        assert_eq!(PaperSize::A5.unfolded(), Some(PaperSize::A4));
    }
}
