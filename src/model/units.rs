//! Lengths with their unit in the type, so that no bare number is ever taken for another.

use serde::{Deserialize, Serialize};

/// A length in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mm(pub f64);

/// A length in PostScript points: 72 to the inch of 25.4 mm.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pt(pub f64);

/// A number of picture elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Px(pub u32);

const MM_PER_INCH: f64 = 25.4;
const PT_PER_INCH: f64 = 72.0;

impl Mm {
    /// The same length in points.
    pub fn to_pt(self) -> Pt {
        Pt(self.0 / MM_PER_INCH * PT_PER_INCH)
    }
}

impl Pt {
    /// The same length in millimetres.
    pub fn to_mm(self) -> Mm {
        Mm(self.0 / PT_PER_INCH * MM_PER_INCH)
    }
}

impl Px {
    /// One picture element drawn as one point: how wallpapers are laid out.
    pub fn to_pt(self) -> Pt {
        Pt(f64::from(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a4_in_points() {
        assert!((Mm(210.0).to_pt().0 - 595.2756).abs() < 1e-3);
        assert!((Mm(210.0).to_pt().to_mm().0 - 210.0).abs() < 1e-9);
    }
}
