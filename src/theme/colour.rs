//! Every colour of a sheet from one brand colour: [`Roles::of`]. Contrast is a rule of construction, not a check afterwards.
//!
//! Work is done in OKLCH (<https://bottosson.github.io/posts/oklab/>) and luminance is that of WCAG 2
//! (<https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>). The thresholds are those of the visual system: paper on field at
//! least 10:1, spark on field 7:1, ink on every tone of the ladder 8:1.

use palette::color_difference::Wcag21RelativeContrast;
use palette::{IntoColor, LinSrgb, Oklch, Srgb};
use serde::{Serialize, Serializer};

/// Tones of the ladder, from colour to paper.
pub const LADDER_STEPS: usize = 6;

/// Luminance from which a brand is light: it becomes the spark, and the field becomes near-black.
const LIGHT_FROM: f64 = 0.40;
/// Chroma under which a brand is grey.
const GREY_UNDER: f64 = 0.03;
/// Wanted contrast of paper on field.
const PAPER_ON_FIELD: f64 = 10.5;
/// Darkest field that still looks like a colour.
const DARKEST_FIELD: f64 = 0.016;
/// Wanted contrast of spark on field.
const SPARK_ON_FIELD: f64 = 7.15;
/// Where the ladder begins: below it neither ink nor paper reaches 7:1.
const LADDER_START: f64 = 0.43;

/// An opaque sRGB colour, written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub Srgb<u8>);

impl Serialize for Colour {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.hex())
    }
}

impl Colour {
    /// `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0.red, self.0.green, self.0.blue)
    }

    /// Relative luminance of WCAG 2, from 0 to 1.
    pub fn luminance(self) -> f64 {
        let linear: LinSrgb<f64> = self.0.into_format::<f64>().into_linear();
        linear.relative_luminance().luma
    }

    /// Contrast ratio of WCAG 2, from 1 to 21.
    pub fn contrast(self, other: Colour) -> f64 {
        self.0.into_format::<f64>().relative_contrast(other.0.into_format::<f64>())
    }

    fn lch(self) -> Oklch<f64> {
        self.0.into_format::<f64>().into_linear().into_color()
    }
}

/// The colours of a sheet, by what they are for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Roles {
    /// What the venue gave.
    pub brand: Colour,
    /// The solid field: the brand, darkened only as far as needed.
    pub field: Colour,
    /// What stands on the field.
    pub onfield: Colour,
    /// Ground of dark wallpapers.
    pub deep: Colour,
    /// Near-black for text.
    pub ink: Colour,
    /// Near-white ground.
    pub paper: Colour,
    /// The one accent, on the field only.
    pub spark: Colour,
    /// Soft text on the dark ground.
    pub tint: Colour,
    /// Ground of light wallpapers.
    pub mist: Colour,
    /// Quiet lines.
    pub line: Colour,
    /// Grounds of rows, from colour to paper.
    pub ladder: Vec<Colour>,
    /// Discs of dark wallpapers, from the field upwards.
    pub dark_discs: Vec<Colour>,
    /// Discs of light wallpapers, from colour upwards.
    pub light_discs: Vec<Colour>,
    /// Twelve dots of a password on the field, from 3:1 to paper; the last one is the spark.
    pub dots: Vec<Colour>,
}

impl Roles {
    /// The roles of a brand colour.
    pub fn of(brand: Srgb<u8>) -> Self {
        let base = Base::of(Colour(brand));
        let spark = base.spark();
        let field_lch = base.field.lch();
        Roles {
            brand: base.brand,
            field: base.field,
            onfield: base.paper,
            deep: at_luminance(base.field.luminance() * 0.5, field_lch.chroma * 0.85, base.hue),
            ink: base.ink,
            paper: base.paper,
            spark,
            tint: at_luminance(0.80, base.chroma * 0.24, base.hue),
            mist: at_luminance(0.90, base.chroma * 0.10, base.hue),
            line: at_luminance(0.55, base.chroma * 0.35, base.hue),
            ladder: base.ladder(LADDER_STEPS),
            dark_discs: base.dark_discs(),
            light_discs: base.light_discs(),
            dots: base.dots(spark),
        }
    }

    /// A ladder of another number of steps.
    pub fn ladder_of(brand: Srgb<u8>, steps: usize) -> Vec<Colour> {
        Base::of(Colour(brand)).ladder(steps)
    }
}

/// What all roles are derived from.
struct Base {
    brand: Colour,
    luminance: f64,
    hue: f64,
    chroma: f64,
    grey: bool,
    light: bool,
    paper: Colour,
    ink: Colour,
    field: Colour,
}

impl Base {
    fn of(brand: Colour) -> Self {
        let lch = brand.lch();
        let hue = lch.hue.into_positive_degrees();
        let grey = lch.chroma < GREY_UNDER;
        let luminance = brand.luminance();
        let light = luminance >= LIGHT_FROM;
        let chroma = if grey { 0.0 } else { lch.chroma.max(0.10) };
        let paper = in_gamut(0.992, if grey { 0.0 } else { 0.005 }, hue);
        let ink = in_gamut(0.19, chroma.min(0.05), hue);
        let brightest = (paper.luminance() + 0.05) / PAPER_ON_FIELD - 0.05;
        let field = if light {
            at_luminance(DARKEST_FIELD, chroma.min(0.045), hue)
        } else if (DARKEST_FIELD..=brightest).contains(&luminance) {
            brand
        } else {
            at_luminance(luminance.clamp(DARKEST_FIELD, brightest), chroma, hue)
        };
        Base { brand, luminance, hue, chroma, grey, light, paper, ink, field }
    }

    /// Near-complement of the brand: of three, the one that keeps most colour at the lightness needed; warm ones are favoured.
    fn spark(&self) -> Colour {
        let luminance = (SPARK_ON_FIELD * (self.field.luminance() + 0.05) - 0.05).max(0.60);
        if self.light {
            return if self.luminance >= 0.44 { self.brand } else { at_luminance(0.44, self.chroma, self.hue) };
        }
        if self.grey {
            return at_luminance(luminance, 0.165, 90.0);
        }
        let candidates = [150.0, 180.0, 210.0].map(|turn| {
            let hue = (self.hue + turn) % 360.0;
            let warm = hue > 35.0 && hue < 112.0;
            let colour = at_luminance(luminance, if warm { 0.165 } else { 0.105 }, hue);
            (colour.lch().chroma * if warm { 1.5 } else { 1.0 }, colour)
        });
        let best = candidates.into_iter().reduce(|a, b| if b.0 > a.0 { b } else { a });
        best.map_or(self.paper, |(_, colour)| colour)
    }

    fn ladder(&self, steps: usize) -> Vec<Colour> {
        let start = if self.light { LADDER_START.max(self.luminance) } else { LADDER_START };
        let chroma = match (self.light, self.grey) {
            (true, _) => self.chroma,
            (_, true) => 0.0,
            _ => (self.chroma * 0.62).max(0.105),
        };
        let tone = |step: usize| {
            if step + 1 == steps {
                return self.paper;
            }
            let part = step as f64 / (steps - 1) as f64;
            let luminance = start + (0.93 - start) * part.powf(0.95);
            at_luminance(luminance, chroma * (1.0 - part) + 0.1 * self.chroma * part, self.hue)
        };
        (0..steps).map(tone).collect()
    }

    fn dark_discs(&self) -> Vec<Colour> {
        let (low, high) = (self.field.luminance(), 0.092_f64);
        let chroma = if self.grey { 0.0 } else { self.field.lch().chroma.max(0.10) };
        thirds().map(|part| at_luminance(low + (high - low) * part, chroma, self.hue)).to_vec()
    }

    fn light_discs(&self) -> Vec<Colour> {
        let chroma = if self.grey { 0.0 } else { (self.chroma * 0.5).max(0.08) };
        thirds().map(|part| at_luminance(0.56 + 0.22 * part, chroma * (1.0 - 0.55 * part), self.hue)).to_vec()
    }

    fn dots(&self, spark: Colour) -> Vec<Colour> {
        const DOTS: usize = 12;
        let low = 3.05 * (self.field.luminance() + 0.05) - 0.05;
        let chroma = if self.grey { 0.0 } else { self.chroma.max(0.11) };
        let dot = |at: usize| {
            if at + 1 == DOTS {
                return spark;
            }
            let part = at as f64 / (DOTS - 1) as f64;
            at_luminance(low + (0.93 - low) * part.powf(1.1), chroma * (0.95 - 0.85 * part), self.hue)
        };
        (0..DOTS).map(dot).collect()
    }
}

fn thirds() -> [f64; 3] {
    [0.0, 0.5, 1.0]
}

/// The colour of this lightness, chroma and hue; chroma is reduced until sRGB can show it.
fn in_gamut(lightness: f64, chroma: f64, hue: f64) -> Colour {
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
    let clamped = LinSrgb::new(colour.red.clamp(0.0, 1.0), colour.green.clamp(0.0, 1.0), colour.blue.clamp(0.0, 1.0));
    Colour(Srgb::<f64>::from_linear(clamped).into_format::<u8>())
}

/// The colour of this chroma and hue whose luminance is nearest to the target.
fn at_luminance(target: f64, chroma: f64, hue: f64) -> Colour {
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

    /// 400 brand colours with the extremes: the worst contrast of every role holds.
    #[test]
    fn contrast_holds_for_every_brand() {
        let byte = |n: usize| u8::try_from(n % 256).unwrap();
        let spread = (0..388).map(|i| Srgb::new(byte(i * 97 + 13), byte(i * 57 + 101), byte(i * 149 + 7)));
        let extremes = [
            "#ffffff", "#000000", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#00ffff", "#ff00ff", "#808080",
            "#ff8800", "#7f7f00", "#f5f5dc",
        ];
        let extremes = extremes.iter().map(|hex| hex.parse::<Srgb<u8>>().unwrap());
        for brand in spread.chain(extremes) {
            let r = Roles::of(brand);
            let name = r.brand.hex();
            assert!(r.paper.contrast(r.field) >= 10.0, "paper on field of {name}");
            assert!(r.spark.contrast(r.field) >= 7.0, "spark on field of {name}");
            assert!(r.paper.contrast(r.deep) >= 13.0, "paper on deep of {name}");
            assert!(r.tint.contrast(r.deep) >= 7.0, "tint on deep of {name}");
            assert!(r.ink.contrast(r.mist) >= 13.0, "ink on mist of {name}");
            for tone in &r.ladder {
                assert!(r.ink.contrast(*tone) >= 8.0, "ink on ladder of {name}");
            }
            for dot in &r.dots {
                assert!(dot.contrast(r.field) >= 2.95, "dot on field of {name}: {}", dot.contrast(r.field));
            }
        }
    }

    /// The reference exported from the Typst prototypes.
    #[test]
    fn the_green_of_the_reference() {
        let roles = Roles::of("#006B57".parse().unwrap());
        assert!((roles.paper.contrast(roles.field) - 10.6).abs() < 0.2);
        assert!((roles.spark.contrast(roles.field) - 7.2).abs() < 0.2);
    }
}
