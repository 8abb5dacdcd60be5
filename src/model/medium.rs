//! Media, formats and sizes: what can be made, and in which shapes.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Paper, PaperSize, Pt, Px};

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
    /// The picture behind the box to sign in, or of a locked screen.
    LockScreen,
    /// Slides for a screen that people walk past.
    Signage,
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
    Paper(Paper),
    /// On a screen.
    Screen(ScreenSize),
}

impl Medium {
    /// All media, in the order of the README's table.
    pub const ALL: [Medium; 10] = [
        Medium::PosterChecklist,
        Medium::PosterTip,
        Medium::Wallpaper,
        Medium::LockScreen,
        Medium::Signage,
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
            Medium::LockScreen => "lock-screen",
            Medium::Signage => "signage",
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
            medium if medium.is_on_screen() => &[Format::Svg, Format::Png, Format::Html],
            _ => &[Format::Pdf, Format::Svg, Format::Html],
        }
    }

    /// Its usual paper sizes; wallpapers take theirs from the screens of the venue.
    pub fn papers(self) -> &'static [PaperSize] {
        match self {
            Medium::PosterChecklist => &[PaperSize::A4, PaperSize::A3],
            Medium::PosterTip => &[PaperSize::A3],
            Medium::Wallpaper | Medium::LockScreen | Medium::Signage => &[],
            Medium::Booklet => &[PaperSize::A5],
            Medium::EasyRead | Medium::StaffCard | Medium::Mandate | Medium::HouseRules => &[PaperSize::A4],
        }
    }

    /// Every ISO paper size it can be ordered in.
    pub fn orderable(self) -> &'static [PaperSize] {
        const POSTERS: [PaperSize; 6] =
            [PaperSize::A5, PaperSize::A4, PaperSize::A3, PaperSize::A2, PaperSize::A1, PaperSize::A0];
        match self {
            Medium::PosterChecklist | Medium::PosterTip => &POSTERS,
            Medium::Booklet => &[PaperSize::A5, PaperSize::A6],
            Medium::EasyRead => &[PaperSize::A4, PaperSize::A3],
            _ => self.papers(),
        }
    }

    /// Whether it hangs on a wall: it comes in any size of paper, upright or on its side, for an office printer or a press.
    pub fn is_poster(self) -> bool {
        matches!(self, Medium::PosterChecklist | Medium::PosterTip)
    }

    /// Whether it is shown on a screen and never printed.
    pub fn is_on_screen(self) -> bool {
        matches!(self, Medium::Wallpaper | Medium::LockScreen | Medium::Signage)
    }

    /// Whether a venue that orders nothing gets it all the same; the others come with posts, or when they are ordered.
    pub fn is_usual(self) -> bool {
        !matches!(self, Medium::LockScreen | Medium::Signage)
    }

    /// Whether two languages can share one sheet.
    pub fn is_bilingual(self) -> bool {
        matches!(self, Medium::PosterChecklist | Medium::EasyRead)
    }

    /// Its kinds; most media have none.
    pub fn variants(self) -> &'static [Variant] {
        match self {
            Medium::Wallpaper | Medium::LockScreen => &[Variant::Dark, Variant::Light],
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
        self.is_poster() || self.is_on_screen()
    }

    /// Whether a file name must say this size: the medium comes in several, or it is not the usual one.
    pub fn names_size(self, size: Size) -> bool {
        let usual = |paper: Paper| self.papers().contains(&paper.size);
        self.is_boxed() || !size.paper().is_some_and(usual)
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
    /// The size written as `a3`, `600x800 mm` or `1920x1080`.
    pub fn parse(text: &str) -> Option<Self> {
        let paper = PaperSize::parse(text).map(|size| Size::Paper(Paper::upright(size)));
        paper.or_else(|| ScreenSize::parse(text).map(Size::Screen))
    }

    /// The paper, if it is one.
    pub fn paper(self) -> Option<Paper> {
        match self {
            Size::Paper(paper) => Some(paper),
            Size::Screen(_) => None,
        }
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
            Size::Paper(paper) => write!(f, "{paper}"),
            Size::Screen(screen) => write!(f, "{}x{}", screen.width.0, screen.height.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        assert_eq!(Size::parse("A3"), Some(Size::Paper(Paper::upright(PaperSize::A3))));
        assert_eq!(Size::parse("600 x 800 mm").unwrap().to_string(), "600x800mm");
        assert_eq!(Size::parse("1366x768").unwrap().to_string(), "1366x768");
        for bad in ["a9", "0x0", "1920", "99999x1080", "1920x", "-1x5", "600x800 cm", "9x9 mm"] {
            assert_eq!(Size::parse(bad), None, "{bad}");
        }
    }
}
