//! What a sheet has in common with those of other venues stands in a file of its own, `/common.json`: templates that read nothing else
//! are run once, and Typst remembers what they made. Colours stand there as stand-ins ([`fn@file`]), the same for every venue; [`put_in`]
//! puts each venue's own in their place after its pages are laid out.
//!
//! A template may place these colours, also in the text of a drawing, but not mix, compare or take them apart. A theme in which something
//! [`mixes`] them gets those of the venue from the beginning; one that compares them reads them in `/job.json`.

use std::collections::BTreeMap;

use serde::Serialize;
use typst::foundations::{Bytes, Smart};
use typst::layout::{Frame, FrameItem};
use typst::visualize::{Color, FixedStroke, Image, ImageKind, Paint, SvgImage};
use typst_layout::PagedDocument;

use crate::model::{Direction, Lang, Pt};
use crate::plan::Job;
use crate::theme::{Colour, Roles};

/// The file that templates read.
pub const FILE: &str = "common.json";

/// What templates read.
#[derive(Serialize)]
struct Common<'a> {
    /// Width, height and unit of its pages.
    width: Pt,
    height: Pt,
    u: Pt,
    #[serde(flatten)]
    spoken: Spoken<'a>,
    second: Option<Spoken<'a>>,
    directional: &'a [String],
    eco: bool,
    colours: Colours,
}

/// A language, as all sheets in it are set.
#[derive(Serialize)]
struct Spoken<'a> {
    lang: &'a Lang,
    dir: Direction,
    fonts: &'a [String],
    words: &'a BTreeMap<String, String>,
}

/// Colours by role, and grounds of rows.
#[derive(Serialize)]
struct Colours {
    #[serde(flatten)]
    roles: Roles,
    grounds: Vec<Colour>,
}

impl Colours {
    fn of(job: &Job) -> Self {
        Colours { roles: Roles::clone(&job.colours), grounds: job.grounds.clone() }
    }

    /// Each in its place, always in the same order.
    fn all(&mut self) -> impl Iterator<Item = &mut Colour> {
        self.roles.all_mut().chain(&mut self.grounds)
    }
}

/// The stand-in of the colour at this place: a pink that nobody chooses.
fn stand_in(at: usize) -> Colour {
    Colour::new([0xfe, u8::try_from(at).unwrap_or(u8::MAX), 0xa7])
}

/// Whose colours a file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Nobody's: the same for all sheets with as many of them.
    StandIns,
    /// Those of the job.
    Own,
}

/// What Typst calls to make a colour from another one (<https://typst.app/docs/reference/visualize/color/>).
const MIXING: [&str; 13] = [
    ".lighten(",
    ".darken(",
    ".saturate(",
    ".desaturate(",
    ".negate(",
    ".rotate(",
    ".mix(",
    ".transparentize(",
    ".opacify(",
    ".components(",
    ".space(",
    "gradient.",
    "tiling(",
];

/// Whether a template makes colours from others.
pub fn mixes(template: &str) -> bool {
    MIXING.iter().any(|call| template.contains(call))
}

/// The file of a job.
pub fn file(job: &Job, whose: Whose) -> Vec<u8> {
    let mut colours = Colours::of(job);
    if whose == Whose::StandIns {
        colours.all().enumerate().for_each(|(at, colour)| *colour = stand_in(at));
    }
    let second = job.second.as_ref();
    let common = Common {
        width: job.width,
        height: job.height,
        u: job.u,
        spoken: Spoken { lang: &job.lang, dir: job.dir, fonts: &job.fonts, words: &job.words },
        second: second.map(|it| Spoken { lang: &it.lang, dir: it.dir, fonts: &it.fonts, words: &it.words }),
        directional: &job.directional,
        eco: job.eco,
        colours,
    };
    serde_json::to_vec(&common).unwrap_or_default()
}

/// The pages of a job.
#[derive(Debug)]
pub struct Drawn {
    /// In its colours.
    pub document: PagedDocument,
    /// As they were laid out, with stand-ins: most of them are those of other venues too.
    shared: Option<PagedDocument>,
}

impl Drawn {
    /// Pages that were laid out in the colours of the job.
    pub fn own(document: PagedDocument) -> Self {
        Drawn { document, shared: None }
    }

    /// Whether they were laid out with stand-ins.
    pub fn has_stand_ins(&self) -> bool {
        self.shared.is_some()
    }

    /// The pages as they were laid out, whatever their colours.
    pub fn laid(&self) -> &PagedDocument {
        self.shared.as_ref().unwrap_or(&self.document)
    }
}

/// The pages with the colours of a job where stand-ins were; nothing where they cannot be put in: letters inside a drawing would lose
/// their font.
pub fn put_in(mut shared: PagedDocument, job: &Job) -> Option<Drawn> {
    let own = Own::of(job);
    let mut pages: Vec<_> = shared.pages().to_vec();
    for page in &mut pages {
        if let Smart::Custom(Some(fill)) = &mut page.fill {
            own.paint(fill);
        }
        own.frame(&mut page.frame)?;
    }
    let info = shared.info_mut().clone();
    Some(Drawn { document: PagedDocument::new(pages.into(), info), shared: Some(shared) })
}

/// The colours of a job, each at the place of its stand-in.
pub struct Own {
    colours: Vec<Colour>,
}

impl Own {
    /// Those of this job.
    pub fn of(job: &Job) -> Self {
        Own { colours: Colours::of(job).all().map(|colour| *colour).collect() }
    }

    /// The colour that is meant by this one.
    pub fn colour(&self, colour: Colour) -> Colour {
        self.instead(colour.channels()).unwrap_or(colour)
    }

    fn instead(&self, [red, green, blue]: [u8; 3]) -> Option<Colour> {
        let own = self.colours.get(usize::from(green))?;
        (stand_in(usize::from(green)).channels() == [red, green, blue]).then_some(*own)
    }

    fn frame(&self, frame: &mut Frame) -> Option<()> {
        let mut whole = Some(());
        frame.retain(|item| {
            whole = whole.and_then(|()| self.item(item));
            true
        });
        whole
    }

    fn item(&self, item: &mut FrameItem) -> Option<()> {
        match item {
            FrameItem::Group(group) => self.frame(&mut group.frame)?,
            FrameItem::Text(text) => {
                self.paint(&mut text.fill);
                text.stroke.iter_mut().for_each(|stroke| self.stroke(stroke));
            }
            FrameItem::Shape(shape, _) => {
                shape.fill.iter_mut().for_each(|fill| self.paint(fill));
                shape.stroke.iter_mut().for_each(|stroke| self.stroke(stroke));
            }
            FrameItem::Image(image, ..) => self.image(image)?,
            FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
        Some(())
    }

    fn stroke(&self, stroke: &mut FixedStroke) {
        self.paint(&mut stroke.paint);
    }

    fn paint(&self, paint: &mut Paint) {
        let Paint::Solid(colour) = paint else { return };
        let [red, green, blue, alpha] = colour.to_vec4_u8();
        if let Some(own) = self.instead([red, green, blue]) {
            let [red, green, blue] = own.channels();
            *colour = Color::from_u8(red, green, blue, alpha);
        }
    }

    fn image(&self, image: &mut Image) -> Option<()> {
        let ImageKind::Svg(svg) = image.kind() else { return Some(()) };
        let Some(drawing) = std::str::from_utf8(svg.data()).ok().and_then(|drawing| self.drawing(drawing)) else {
            return Some(());
        };
        let drawn = (!drawing.contains("<text")).then(|| SvgImage::new(Bytes::from_string(drawing)).ok())??;
        *image = Image::new(drawn, image.alt().map(Into::into), image.scaling());
        Some(())
    }

    /// The text of a drawing with its own colours; nothing where it has none of them.
    fn drawing(&self, drawing: &str) -> Option<String> {
        let mut parts = drawing.split('#');
        let mut own = parts.next()?.to_owned();
        let mut changed = false;
        for part in parts {
            let colour = part
                .get(..6)
                .and_then(|hex| self.instead(u32::from_str_radix(hex, 16).ok()?.to_be_bytes()[1..].try_into().ok()?));
            changed |= colour.is_some();
            match colour {
                Some(colour) => own += &format!("{}{}", colour.hex(), &part[6..]),
                None => own += &format!("#{part}"),
            }
        }
        changed.then_some(own)
    }
}
