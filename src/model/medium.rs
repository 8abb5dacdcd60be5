//! Media, formats and sizes: what can be made, and in which shapes.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Mm, Pt, Px};

/// A kind of sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Medium {
    /// The checklist "Avant de partir", four to seven steps.
    PosterChecklist,
    /// One tip, huge.
    PosterTip,
    /// A desktop picture.
    Wallpaper,
    /// The welcome booklet.
    Booklet,
    /// The easy-read sheet.
    EasyRead,
    /// A card for staff.
    StaffCard,
    /// The blank mandate.
    Mandate,
    /// Paragraphs for the house rules.
    HouseRules,
}

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Portable Document Format.
    Pdf,
    /// Scalable Vector Graphics, one file for each page.
    Svg,
    /// Portable Network Graphics.
    Png,
    /// A web page.
    Html,
}

/// Kinds of the same medium.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Variant {
    /// A dark wallpaper.
    Dark,
    /// A light wallpaper.
    Light,
    /// The staff card of those who teach.
    Train,
    /// The staff card of those who help a person who is present.
    Accompany,
    /// The staff card of those who act for a person who is absent.
    ActFor,
    /// The written mandate.
    Written,
    /// The oral mandate.
    Oral,
}

/// An ISO 216 paper size, held upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperSize {
    /// 297 x 420 mm.
    A3,
    /// 210 x 297 mm.
    A4,
    /// 148 x 210 mm.
    A5,
}

/// A screen in picture elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScreenSize {
    /// Width.
    pub width: Px,
    /// Height.
    pub height: Px,
}

/// The size of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// On paper.
    Paper(PaperSize),
    /// On a screen.
    Screen(ScreenSize),
}

impl Medium {
    /// All media, in the order of the README's table.
    pub const ALL: [Medium; 8] = [
        Medium::PosterChecklist,
        Medium::PosterTip,
        Medium::Wallpaper,
        Medium::Booklet,
        Medium::EasyRead,
        Medium::StaffCard,
        Medium::Mandate,
        Medium::HouseRules,
    ];

    /// The name in orders, options and file names.
    pub fn name(self) -> &'static str {
        match self {
            Medium::PosterChecklist => "poster-checklist",
            Medium::PosterTip => "poster-tip",
            Medium::Wallpaper => "wallpaper",
            Medium::Booklet => "booklet",
            Medium::EasyRead => "easy-read",
            Medium::StaffCard => "staff-card",
            Medium::Mandate => "mandate",
            Medium::HouseRules => "house-rules",
        }
    }

    /// The medium of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Medium::ALL.into_iter().find(|medium| medium.name() == name)
    }

    /// Formats it can be made in.
    pub fn formats(self) -> &'static [Format] {
        match self {
            Medium::PosterChecklist | Medium::PosterTip => &[Format::Pdf, Format::Svg, Format::Png, Format::Html],
            Medium::Wallpaper => &[Format::Svg, Format::Png, Format::Html],
            _ => &[Format::Pdf, Format::Svg, Format::Html],
        }
    }

    /// Its usual paper sizes; wallpapers take theirs from the screens of the venue.
    pub fn papers(self) -> &'static [PaperSize] {
        match self {
            Medium::PosterChecklist => &[PaperSize::A4, PaperSize::A3],
            Medium::PosterTip => &[PaperSize::A3],
            Medium::Wallpaper => &[],
            Medium::Booklet => &[PaperSize::A5],
            Medium::EasyRead | Medium::StaffCard | Medium::Mandate | Medium::HouseRules => &[PaperSize::A4],
        }
    }

    /// Its kinds; most media have none.
    pub fn variants(self) -> &'static [Variant] {
        match self {
            Medium::Wallpaper => &[Variant::Dark, Variant::Light],
            Medium::StaffCard => &[Variant::Train, Variant::Accompany, Variant::ActFor],
            Medium::Mandate => &[Variant::Written, Variant::Oral],
            _ => &[],
        }
    }

    /// Whether it speaks to the public: these are made in every language of a venue, the others in French and English.
    pub fn is_public(self) -> bool {
        !matches!(self, Medium::StaffCard | Medium::Mandate | Medium::HouseRules)
    }

    /// Whether it is a set of boxes of fixed size; the others flow over as many pages as they need.
    pub fn is_boxed(self) -> bool {
        matches!(self, Medium::PosterChecklist | Medium::PosterTip | Medium::Wallpaper)
    }

    /// Whether one medium comes in several paper sizes, so that file names must say which.
    pub fn names_its_size(self) -> bool {
        self.is_boxed()
    }
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 4] = [Format::Pdf, Format::Svg, Format::Png, Format::Html];

    /// The file name extension, which is also the name in orders and options.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Svg => "svg",
            Format::Png => "png",
            Format::Html => "html",
        }
    }
}

impl Variant {
    /// The name in orders and file names.
    pub fn name(self) -> &'static str {
        match self {
            Variant::Dark => "dark",
            Variant::Light => "light",
            Variant::Train => "train",
            Variant::Accompany => "accompany",
            Variant::ActFor => "act-for",
            Variant::Written => "written",
            Variant::Oral => "oral",
        }
    }
}

impl PaperSize {
    /// Width and height, upright (ISO 216).
    pub fn dimensions(self) -> (Mm, Mm) {
        match self {
            PaperSize::A3 => (Mm(297.0), Mm(420.0)),
            PaperSize::A4 => (Mm(210.0), Mm(297.0)),
            PaperSize::A5 => (Mm(148.0), Mm(210.0)),
        }
    }

    fn name(self) -> &'static str {
        match self {
            PaperSize::A3 => "a3",
            PaperSize::A4 => "a4",
            PaperSize::A5 => "a5",
        }
    }
}

/// Smallest and largest side of a screen that is drawn: below, nothing can be read; above, memory runs out.
const SCREEN_SIDES: std::ops::RangeInclusive<u32> = 480..=8192;

impl ScreenSize {
    /// The screen written as `1920x1080`.
    pub fn parse(text: &str) -> Option<Self> {
        let (w, h) = text.split_once(['x', 'X', '×'])?;
        let side = |s: &str| s.trim().parse().ok().filter(|n| SCREEN_SIDES.contains(n)).map(Px);
        Some(ScreenSize { width: side(w)?, height: side(h)? })
    }
}

impl Size {
    /// The size written as `a3` or `1920x1080`.
    pub fn parse(text: &str) -> Option<Self> {
        let papers = [PaperSize::A3, PaperSize::A4, PaperSize::A5];
        let paper = papers.into_iter().find(|p| p.name().eq_ignore_ascii_case(text));
        paper.map(Size::Paper).or_else(|| ScreenSize::parse(text).map(Size::Screen))
    }

    /// Width and height as the layout sees them: a screen is one point for each picture element.
    pub fn points(self) -> (Pt, Pt) {
        match self {
            Size::Paper(paper) => {
                let (width, height) = paper.dimensions();
                (width.to_pt(), height.to_pt())
            }
            Size::Screen(screen) => (screen.width.to_pt(), screen.height.to_pt()),
        }
    }
}

impl fmt::Display for Medium {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Size::Paper(paper) => f.write_str(paper.name()),
            Size::Screen(screen) => write!(f, "{}x{}", screen.width.0, screen.height.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        assert_eq!(Size::parse("A3"), Some(Size::Paper(PaperSize::A3)));
        assert_eq!(Size::parse("1366x768").unwrap().to_string(), "1366x768");
        for bad in ["a9", "0x0", "1920", "99999x1080", "1920x", "-1x5"] {
            assert_eq!(Size::parse(bad), None, "{bad}");
        }
    }
}
