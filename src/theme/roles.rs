//! Every colour of a sheet from one brand colour: [`Roles::of`]. Contrast is a rule of construction, not a check afterwards.
//!
//! The thresholds are those of the visual system: paper on field at least 10:1, spark on field 7:1, ink on every tone of the ladder
//! 8:1; for every way of seeing ([`Vision`](super::Vision)) text keeps 4.5:1. [`Roles::eco`] saves toner.

use palette::Srgb;
use serde::Serialize;

use super::colour::{Colour, at_luminance, in_gamut};

/// Tones of the ladder, from colour to paper.
pub const LADDER_STEPS: usize = 6;
/// Dots of a password.
const DOTS: usize = 12;
/// Discs of a wallpaper.
const DISCS: usize = 3;

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
/// Luminance of the one colour of a light brand on white: 7.5:1, for rounding takes some of it.
const ECO_SPARK: f64 = 0.09;

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
    /// Whether toner is saved: white, black and one colour.
    #[serde(skip)]
    pub eco: bool,
}

/// What became of a brand when it was made the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldChange {
    /// It is the field as it is.
    Kept,
    /// It was too bright for white text.
    Darker,
    /// It was so dark that no colour was left.
    Lighter,
    /// It is light: the field is near-black, and the brand is the spark.
    Swapped,
}

/// Two roles that text is set in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextPair {
    /// What stands on what: `spark on field`.
    pub name: &'static str,
    /// Colour of the text.
    pub fore: Colour,
    /// What it stands on.
    pub ground: Colour,
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
            eco: false,
        }
    }

    /// All of them, in the order in which they stand here.
    pub fn all_mut(&mut self) -> impl Iterator<Item = &mut Colour> {
        let Roles {
            brand,
            field,
            onfield,
            deep,
            ink,
            paper,
            spark,
            tint,
            mist,
            line,
            ladder,
            dark_discs,
            light_discs,
            dots,
            eco: _,
        } = self;
        let single = [brand, field, onfield, deep, ink, paper, spark, tint, mist, line];
        single.into_iter().chain(ladder).chain(dark_discs).chain(light_discs).chain(dots)
    }

    /// The roles as properties of a style sheet: `--field:#064639;…;--l1:#59c0a6;…`.
    pub fn properties(&self) -> String {
        let named = [
            ("brand", self.brand),
            ("field", self.field),
            ("onfield", self.onfield),
            ("deep", self.deep),
            ("ink", self.ink),
            ("paper", self.paper),
            ("spark", self.spark),
            ("mist", self.mist),
        ];
        let named = named.iter().map(|(name, colour)| format!("--{name}:{};", colour.hex()));
        let ladder = self.ladder.iter().enumerate().map(|(at, tone)| format!("--l{}:{};", at + 1, tone.hex()));
        named.chain(ladder).collect()
    }

    /// The roles for an office printer: white, black, and as the one colour the brand, dark enough for text on white. They are for
    /// sheets of paper; wallpapers and web pages keep [`Roles::of`].
    pub fn eco(brand: Srgb<u8>) -> Self {
        let base = Base::of(Colour(brand));
        let spark = if base.light { at_luminance(ECO_SPARK, base.chroma, base.hue) } else { base.field };
        Roles {
            brand: base.brand,
            field: Colour::WHITE,
            onfield: Colour::BLACK,
            deep: Colour::WHITE,
            ink: Colour::BLACK,
            paper: Colour::WHITE,
            spark,
            tint: Colour::BLACK,
            mist: Colour::WHITE,
            line: Colour::BLACK,
            ladder: vec![Colour::WHITE; LADDER_STEPS],
            dark_discs: vec![spark; DISCS],
            light_discs: vec![spark; DISCS],
            dots: vec![spark; DOTS],
            eco: true,
        }
    }

    /// What became of the brand.
    pub fn field_change(&self) -> FieldChange {
        match () {
            () if self.field == self.brand => FieldChange::Kept,
            () if self.brand.luminance() >= LIGHT_FROM => FieldChange::Swapped,
            () if self.field.luminance() < self.brand.luminance() => FieldChange::Darker,
            () => FieldChange::Lighter,
        }
    }

    /// The ladder with another number of steps.
    pub fn ladder_of(&self, steps: usize) -> Vec<Colour> {
        match self {
            _ if self.eco => vec![self.paper; steps],
            _ if steps == self.ladder.len() => self.ladder.clone(),
            _ => Base::of(self.brand).ladder(steps),
        }
    }

    /// Every pair that text is set in, by the templates and pages of the default theme. A theme that keeps to them is read by all.
    pub fn text_pairs(&self) -> Vec<TextPair> {
        let pair = |name, fore, ground| TextPair { name, fore, ground };
        let mut pairs = vec![
            pair("onfield on field", self.onfield, self.field),
            pair("spark on field", self.spark, self.field),
            pair("ink on paper", self.ink, self.paper),
            pair("ink on white", self.ink, Colour::WHITE),
            pair("tint on deep", self.tint, self.deep),
            pair("ink on mist", self.ink, self.mist),
        ];
        pairs.extend(self.ladder.iter().map(|tone| pair("ink on ladder", self.ink, *tone)));
        if !self.eco {
            // of wallpapers and web pages, which are never eco
            pairs.extend([
                pair("paper on deep", self.paper, self.deep),
                pair("paper on ink", self.paper, self.ink),
                pair("spark on ink", self.spark, self.ink),
            ]);
        }
        pairs
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
    /// A golden spark on pure blue, or a green brand as its own spark, is lighter than that: else it would go dark without red cones
    /// or in greyscale.
    fn spark(&self) -> Colour {
        let luminance = (SPARK_ON_FIELD * (self.field.luminance() + 0.05) - 0.05).max(0.60);
        let read = |colour: Colour| colour.faults_on(self.field).is_empty() && colour.faults_on(self.ink).is_empty();
        if self.light {
            let brand = self.luminance >= 0.44 && read(self.brand);
            return if brand {
                self.brand
            } else {
                light_enough(self.luminance.max(0.44), self.chroma, self.hue, read)
            };
        }
        if self.grey {
            return light_enough(luminance, 0.165, 90.0, read);
        }
        let candidates = [150.0, 180.0, 210.0].map(|turn| {
            let hue = (self.hue + turn) % 360.0;
            let warm = hue > 35.0 && hue < 112.0;
            let colour = light_enough(luminance, if warm { 0.165 } else { 0.105 }, hue, read);
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
            let chroma = chroma * (1.0 - part) + 0.1 * self.chroma * part;
            light_enough(luminance, chroma, self.hue, |tone| self.ink.faults_on(tone).is_empty())
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

/// The colour of this chroma and hue that is read by all, no lighter than it takes. What is read at this luminance stays there.
fn light_enough(luminance: f64, chroma: f64, hue: f64, read: impl Fn(Colour) -> bool) -> Colour {
    const STEP: f64 = 0.01;
    let lighter = (0..100).map(|step| at_luminance(luminance + STEP * f64::from(step), chroma, hue));
    lighter.into_iter().find(|colour| read(*colour)).unwrap_or(Colour::WHITE)
}

fn thirds() -> [f64; DISCS] {
    [0.0, 0.5, 1.0]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 400 brand colours with the extremes.
    fn brands() -> impl Iterator<Item = Srgb<u8>> {
        let byte = |n: usize| u8::try_from(n % 256).unwrap();
        let spread = (0..386).map(move |i| Srgb::new(byte(i * 97 + 13), byte(i * 57 + 101), byte(i * 149 + 7)));
        let extremes = [
            "#ffffff", "#000000", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#00ffff", "#ff00ff", "#808080",
            "#ff8800", "#7f7f00", "#f5f5dc", "#0000d2", "#00d200",
        ];
        spread.chain(extremes.map(|hex| hex.parse().unwrap()))
    }

    /// The worst contrast of every role holds.
    #[test]
    fn contrast_holds_for_every_brand() {
        for brand in brands() {
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

    /// Whatever the brand, the printer and the eyes: text is read.
    #[test]
    fn text_is_read_by_all() {
        for roles in brands().flat_map(|brand| [Roles::of(brand), Roles::eco(brand)]) {
            let of = if roles.eco { "eco of" } else { "of" };
            for TextPair { name, fore, ground } in roles.text_pairs() {
                assert_eq!(fore.faults_on(ground), [], "{name} {of} {}", roles.brand.hex());
            }
            for tone in (1..=9).flat_map(|steps| roles.ladder_of(steps)) {
                assert_eq!(roles.ink.faults_on(tone), [], "ink on ladder {of} {}", roles.brand.hex());
            }
        }
    }

    /// On white paper discs and dots are seen, and the one colour can be read.
    #[test]
    fn eco_is_black_and_one_colour_on_white() {
        for roles in brands().map(Roles::eco) {
            let name = roles.brand.hex();
            assert!(roles.spark.contrast(Colour::WHITE) >= 7.1, "spark on white of {name}");
            for sign in roles.dots.iter().chain(&roles.dark_discs).chain(&roles.light_discs) {
                assert_eq!(*sign, roles.spark, "{name}");
            }
            for role in [roles.onfield, roles.ink, roles.field, roles.paper, roles.deep, roles.mist, roles.line] {
                assert!([Colour::WHITE, Colour::BLACK].contains(&role), "{name}");
            }
        }
    }

    #[test]
    fn what_became_of_a_brand() {
        let change = |hex: &str| Roles::of(hex.parse().unwrap()).field_change();
        assert_eq!(change("#4B1280"), FieldChange::Kept);
        assert_eq!(change("#C8102E"), FieldChange::Darker);
        assert_eq!(change("#FFD400"), FieldChange::Swapped);
        assert_eq!(change("#050505"), FieldChange::Lighter);
    }

    /// The reference exported from the Typst prototypes.
    #[test]
    fn the_green_of_the_reference() {
        let roles = Roles::of("#006B57".parse().unwrap());
        assert!((roles.paper.contrast(roles.field) - 10.6).abs() < 0.2);
        assert!((roles.spark.contrast(roles.field) - 7.2).abs() < 0.2);
    }
}
