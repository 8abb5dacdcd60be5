//! One colour, and how it is seen: [`Colour`], its contrast with another one, and [`Vision`], the eyes and printers that lose hues.
//!
//! Work is done in OKLCH (<https://bottosson.github.io/posts/oklab/>) and luminance is that of WCAG 2
//! (<https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>).

use palette::color_difference::Wcag21RelativeContrast;
use palette::{IntoColor, LinSrgb, Oklch, Srgb};
use serde::{Serialize, Serializer};

/// Least contrast of text, from 1 to 21: WCAG 2.2, criterion 1.4.6, level AAA.
pub const TEXT_CONTRAST: f64 = 7.0;
/// Least contrast of text that stays in greyscale and for colour-blind eyes: WCAG 2.2, criterion 1.4.3, level AA.
pub const VISION_CONTRAST: f64 = 4.5;

/// An opaque sRGB colour, written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub Srgb<u8>);

impl Serialize for Colour {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.hex())
    }
}

impl Colour {
    /// White.
    pub const WHITE: Colour = Colour::new([255, 255, 255]);
    /// Black.
    pub const BLACK: Colour = Colour::new([0, 0, 0]);

    /// The colour of these channels: red, green and blue, from 0 to 255.
    pub const fn new([red, green, blue]: [u8; 3]) -> Self {
        Colour(Srgb::new(red, green, blue))
    }

    /// Red, green and blue, from 0 to 255.
    pub fn channels(self) -> [u8; 3] {
        [self.0.red, self.0.green, self.0.blue]
    }

    /// `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0.red, self.0.green, self.0.blue)
    }

    /// Relative luminance of WCAG 2, from 0 to 1.
    pub fn luminance(self) -> f64 {
        self.linear().relative_luminance().luma
    }

    /// Contrast ratio of WCAG 2, from 1 to 21.
    pub fn contrast(self, other: Colour) -> f64 {
        self.linear().relative_contrast(other.linear())
    }

    /// The colour as this vision shows it.
    pub fn seen_by(self, vision: Vision) -> Colour {
        vision.matrix().map_or_else(|| self.grey(), |matrix| self.through(matrix))
    }

    /// Why text of this colour is hard to read on a ground; nothing where it is not. Where the eyes of most people have trouble,
    /// that is all that is said.
    pub fn faults_on(self, ground: Colour) -> Vec<Fault> {
        let ratio = self.contrast(ground);
        if ratio < TEXT_CONTRAST {
            return vec![Fault { vision: None, ratio }];
        }
        let seen =
            |vision| Fault { vision: Some(vision), ratio: self.seen_by(vision).contrast(ground.seen_by(vision)) };
        Vision::ALL.map(seen).into_iter().filter(|fault| fault.ratio < VISION_CONTRAST).collect()
    }

    /// The grey of an office printer: luma of ITU-R BT.601-7, section 2.5.1, of the encoded values.
    fn grey(self) -> Colour {
        let [red, green, blue] = self.channels().map(f64::from);
        let luma = (0.299 * red + 0.587 * green + 0.114 * blue).round() as u8;
        Colour::new([luma; 3])
    }

    fn through(self, matrix: [[f64; 3]; 3]) -> Colour {
        let from = self.linear();
        let [red, green, blue] = matrix.map(|row| row[0] * from.red + row[1] * from.green + row[2] * from.blue);
        Colour::clamped(LinSrgb::new(red, green, blue))
    }

    fn linear(self) -> LinSrgb<f64> {
        self.0.into_linear()
    }

    fn clamped(colour: LinSrgb<f64>) -> Colour {
        let inside =
            LinSrgb::new(colour.red.clamp(0.0, 1.0), colour.green.clamp(0.0, 1.0), colour.blue.clamp(0.0, 1.0));
        Colour(Srgb::<f64>::from_linear(inside).into_format::<u8>())
    }

    pub(super) fn lch(self) -> Oklch<f64> {
        self.linear().into_color()
    }
}

/// Text that is hard to read on its ground.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fault {
    /// Who cannot read it; nobody in particular where it is hard for all.
    pub vision: Option<Vision>,
    /// The contrast that is left, from 1 to 21.
    pub ratio: f64,
}

/// A way of seeing that loses some or all hues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Vision {
    /// Printed in black and white.
    Greyscale,
    /// Without the cones of long waves: red is dark.
    Protanopia,
    /// Without the cones of medium waves: red and green are alike.
    Deuteranopia,
    /// Without the cones of short waves: blue and green are alike.
    Tritanopia,
}

impl Vision {
    /// All of them.
    pub const ALL: [Vision; 4] = [Vision::Greyscale, Vision::Protanopia, Vision::Deuteranopia, Vision::Tritanopia];

    /// The name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Vision::Greyscale => "greyscale",
            Vision::Protanopia => "protanopia",
            Vision::Deuteranopia => "deuteranopia",
            Vision::Tritanopia => "tritanopia",
        }
    }

    /// What eyes make of linear sRGB, at severity 1.0: Machado, Oliveira and Fernandes, “A physiologically-based model for
    /// simulation of color vision deficiency”, IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009, table 1
    /// (<https://doi.org/10.1109/TVCG.2009.113>).
    fn matrix(self) -> Option<[[f64; 3]; 3]> {
        match self {
            Vision::Greyscale => None,
            Vision::Protanopia => Some([
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ]),
            Vision::Deuteranopia => Some([
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ]),
            Vision::Tritanopia => Some([
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ]),
        }
    }
}

/// The colour of this lightness, chroma and hue; chroma is reduced until sRGB can show it.
pub(super) fn in_gamut(lightness: f64, chroma: f64, hue: f64) -> Colour {
    const TOLERANCE: f64 = 0.0008;
    let linear = |chroma: f64| -> LinSrgb<f64> {
        palette::convert::FromColorUnclamped::from_color_unclamped(Oklch::new(lightness, chroma, hue))
    };
    let fits = |c: &LinSrgb<f64>| [c.red, c.green, c.blue].iter().all(|v| (-TOLERANCE..=1.0 + TOLERANCE).contains(v));
    let mut chroma = chroma;
    let mut colour = linear(chroma);
    for _ in 0..40 {
        if fits(&colour) {
            break;
        }
        chroma *= 0.94;
        colour = linear(chroma);
    }
    Colour::clamped(colour)
}

/// The colour of this chroma and hue whose luminance is nearest to the target.
pub(super) fn at_luminance(target: f64, chroma: f64, hue: f64) -> Colour {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..18 {
        let middle = f64::midpoint(low, high);
        if in_gamut(middle, chroma, hue).luminance() < target { low = middle } else { high = middle }
    }
    in_gamut(f64::midpoint(low, high), chroma, hue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greys_look_alike_to_everybody() {
        for value in 0..=255 {
            let grey = Colour::new([value; 3]);
            for vision in Vision::ALL {
                assert_eq!(grey.seen_by(vision), grey, "{vision:?}");
            }
        }
    }

    /// What the paper's tables make of the corners of sRGB, worked out by hand.
    #[test]
    fn hues_are_lost() {
        let seen = |hex: &str, vision| Colour(hex.parse().unwrap()).seen_by(vision).hex();
        assert_eq!(seen("#ff0000", Vision::Greyscale), "#4c4c4c");
        assert_eq!(seen("#00ff00", Vision::Greyscale), "#969696");
        assert_eq!(seen("#ff0000", Vision::Protanopia), "#6d5f00");
        assert_eq!(seen("#00ff00", Vision::Tritanopia), "#00f7d9");
    }

    /// Red and green of one lightness, which most colour-blind people mix up, come near each other.
    #[test]
    fn red_and_green_are_mixed_up() {
        let (red, green) = (at_luminance(0.2, 0.15, 25.0), at_luminance(0.2, 0.15, 145.0));
        let apart = |vision| {
            let (red, green) = (red.seen_by(vision).lch(), green.seen_by(vision).lch());
            let turn = (red.hue - green.hue).into_degrees().abs();
            if red.chroma.min(green.chroma) < 0.02 { 0.0 } else { turn }
        };
        assert!(apart(Vision::Deuteranopia) < 30.0, "{}", apart(Vision::Deuteranopia));
        assert!(apart(Vision::Tritanopia) > 90.0, "{}", apart(Vision::Tritanopia));
    }

    #[test]
    fn faults_name_who_cannot_read() {
        let faults =
            |fore: &str, ground: &str| Colour(fore.parse().unwrap()).faults_on(Colour(ground.parse().unwrap()));
        assert!(faults("#000000", "#ffffff").is_empty());
        let all = faults("#767676", "#ffffff");
        assert_eq!(all[0].vision, None);
        assert!((all[0].ratio - 4.54).abs() < 0.01, "{all:?}");
        let grey = faults("#1ece0c", "#142712");
        assert!(matches!(grey[..], [Fault { vision: Some(Vision::Greyscale), .. }]), "{grey:?}");
    }
}
