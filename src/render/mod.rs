//! A document becomes artifacts, paths with bytes: [`render`]. Nothing here touches a disk.

mod imposition;
mod jpeg;
mod marks;
pub mod pdf;
pub mod pixels;
pub mod png;
mod print;
pub mod raster;
mod reading;
mod svg;
pub mod tags;
mod tiles;

use std::cell::OnceCell;

use resvg::tiny_skia::Pixmap;
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

use crate::diag::{Diagnostic, Diagnostics, Message, has_errors};
use crate::layout::web::data_uri;
use crate::layout::{Pages, Press};
use crate::model::{Format, Medium, Mm, Px, Size};
use crate::plan::Job;

use png::Raster;
use print::{PrintFile, Source};
use reading::page_words;

/// Dots per inch of posters up to A2.
const POSTER_DPI: f64 = 150.0;
/// Most pixels of a poster: those of A2 at 150 dots per inch. Larger sheets are read from farther, and take fewer dots.
const POSTER_PIXELS: f64 = 8.8e6;
/// Dots per inch of screens, where no distance is known.
const SCREEN_DPI: f64 = 96.0;
/// Points per inch.
const PT_PER_INCH: f64 = 72.0;
/// Most bytes of a JPEG: what policies of ChromeOS take, as `WallpaperImage.yaml` of Chromium says.
const JPEG_BYTES: usize = 16 * MEGA;
const MEGA: usize = 1024 * 1024;
/// Larger side of a thumbnail.
const THUMBNAIL: f64 = 360.0;

/// A file to be written.
#[derive(Debug, Clone)]
pub struct Artifact {
    /// Path under the output folder, with slashes.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it is.
    pub kind: ArtifactKind,
    /// Pages it holds or shows.
    pub pages: usize,
    /// Pixels, for pictures made of them.
    pub pixels: Option<(Px, Px)>,
    /// Dots per inch, for pictures of a sheet of paper.
    pub dpi: Option<f64>,
    /// Width and height of its pages, where they are not those of the sheet.
    pub paper: Option<(Mm, Mm)>,
}

/// What came of a job.
#[derive(Debug, Clone, Default)]
pub struct Rendered {
    /// Its artifacts.
    pub artifacts: Vec<Artifact>,
    /// What is worth knowing before it is printed.
    pub warnings: Diagnostics,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArtifactKind {
    /// A sheet in a format that was asked for.
    Sheet(Format),
    /// The same pixels as the PNG of the sheet, for machines whose system takes no PNG.
    Jpeg,
    /// Sheets for a printer or a print shop, without tags.
    PrintOnly,
    /// How to print such a file.
    Instruction,
    /// The words of a picture.
    Words,
    /// A small picture for the site.
    Thumbnail,
}

/// All artifacts of a job, and warnings.
///
/// # Errors
/// What a format refuses, and words that the finished picture shows badly.
pub fn render(document: &PagedDocument, job: &Job, press: &Press, pages: &Pages) -> Result<Rendered, Diagnostics> {
    let drawings = document.pages().iter().map(|_| OnceCell::new()).collect();
    let renderer = Renderer { document, job, press, drawings };
    let mut rendered = Rendered::default();
    for format in &job.formats {
        match format {
            Format::Pdf => renderer.pdf(&mut rendered)?,
            Format::Svg => renderer.svg(&mut rendered.artifacts),
            Format::Png => renderer.png(&mut rendered.artifacts)?,
            Format::Html => renderer.html(pages, &mut rendered.artifacts)?,
        }
    }
    if !job.only_words {
        rendered.artifacts.push(renderer.thumbnail()?);
    }
    Ok(rendered)
}

/// The pages of a document as SVG, without the words that a file has beside them: for who looks at them now.
pub fn drawings(document: &PagedDocument) -> Vec<String> {
    document.pages().iter().map(svg::drawing).collect()
}

struct Renderer<'a> {
    document: &'a PagedDocument,
    job: &'a Job,
    press: &'a Press,
    /// Pages as SVG, drawn when they are asked for.
    drawings: Vec<OnceCell<String>>,
}

impl Renderer<'_> {
    fn drawing(&self, at: usize) -> &str {
        self.drawings[at].get_or_init(|| svg::drawing(&self.document.pages()[at]))
    }

    fn artifact(&self, suffix: &str, bytes: Vec<u8>, kind: ArtifactKind) -> Artifact {
        let path = format!("{}{suffix}", self.job.path());
        Artifact { path, bytes, kind, pages: self.drawings.len(), pixels: None, dpi: None, paper: None }
    }

    /// The tagged document, and what is printed beside it.
    fn pdf(&self, into: &mut Rendered) -> Result<(), Diagnostics> {
        let bytes = pdf::pdf(self.document, self.job)?;
        if self.job.medium == Medium::Booklet {
            let pages = self.drawings.len();
            self.print_only(imposition::booklet(&bytes, pages, self.job)?, &mut into.artifacts);
            into.warnings.extend(imposition::creep_warning(pages, self.job));
        }
        into.artifacts.push(self.artifact(".pdf", bytes, ArtifactKind::Sheet(Format::Pdf)));
        self.posters(&mut into.artifacts)
    }

    /// A poster for a print shop, and for who has an office printer only.
    fn posters(&self, into: &mut Vec<Artifact>) -> Result<(), Diagnostics> {
        let options = self.job.print;
        if !options.press && options.tile.is_none() {
            return Ok(());
        }
        let bled = Source::read(pdf::bled(self.document, self.job)?, self.job)?;
        if options.press {
            self.print_only(print::press(&bled, self.job, self.press)?, into);
        }
        if let (Some(size), Some(poster)) = (options.tile, self.job.size.paper()) {
            self.print_only(tiles::tiles(&bled, poster, size, self.job, self.press)?, into);
        }
        Ok(())
    }

    fn print_only(&self, file: PrintFile, into: &mut Vec<Artifact>) {
        let PrintFile { suffix, bytes, pages, paper, instructions } = file;
        let sheets = self.artifact(&format!("{suffix}.pdf"), bytes, ArtifactKind::PrintOnly);
        into.push(Artifact { pages, paper: Some(paper), ..sheets });
        let words = self.artifact(&format!("{suffix}.txt"), instructions.into_bytes(), ArtifactKind::Instruction);
        into.push(Artifact { pages: 1, ..words });
    }

    /// One file for each page: `booklet-p03.svg`; a sheet of one page has no number.
    fn svg(&self, into: &mut Vec<Artifact>) {
        let count = self.drawings.len();
        let words = self.job.plain();
        for at in 0..count {
            let drawing = self.drawing(at);
            let (suffix, description) =
                if count == 1 && self.job.medium.is_boxed() && self.job.medium != Medium::Signage {
                    (".svg".to_owned(), words.trim().to_owned())
                } else {
                    (format!("-p{:02}.svg", at + 1), page_words(self.document, at))
                };
            let bytes = svg::described(drawing, self.job, &description).into_bytes();
            let mut artifact = self.artifact(&suffix, bytes, ArtifactKind::Sheet(Format::Svg));
            artifact.pages = 1;
            into.push(artifact);
        }
    }

    /// One file for each slide of a sequence, `signage-1920x1080-p03.png`; other sheets in pixels have one page.
    fn png(&self, into: &mut Vec<Artifact>) -> Result<(), Diagnostics> {
        for at in 0..self.drawings.len() {
            let suffix =
                if self.job.medium == Medium::Signage { format!("-p{:02}.png", at + 1) } else { ".png".to_owned() };
            self.picture(at, &suffix, into)?;
        }
        if self.job.medium != Medium::Wallpaper || self.job.formats.contains(&Format::Html) {
            into.push(self.artifact(".txt", self.job.plain().into_bytes(), ArtifactKind::Words));
        }
        Ok(())
    }

    /// A page in pixels, if all its words can be read on it.
    fn picture(&self, at: usize, suffix: &str, into: &mut Vec<Artifact>) -> Result<(), Diagnostics> {
        let raster = self.raster();
        let picture = self.draw(at, raster)?;
        let faint = pixels::look(&picture, &self.document.pages()[at], self.job);
        if has_errors(&faint) {
            return Err(faint);
        }
        let artifact = self.artifact(suffix, self.encode(&picture, raster)?, ArtifactKind::Sheet(Format::Png));
        let pixels = Some((Px(raster.width), Px(raster.height)));
        into.push(Artifact { pages: 1, pixels, dpi: self.job.size.paper().map(|_| raster.dpi), ..artifact });
        if self.job.jpeg {
            into.push(self.jpeg(&picture, raster)?);
        }
        Ok(())
    }

    fn jpeg(&self, picture: &Pixmap, raster: Raster) -> Result<Artifact, Diagnostics> {
        let bytes = jpeg::jpeg(picture, JPEG_BYTES).ok_or_else(|| {
            vec![
                Diagnostic::error(Message::new("jpeg-too-heavy").arg("limit", JPEG_BYTES / MEGA))
                    .about(self.job.path()),
            ]
        })?;
        let artifact = self.artifact(".jpg", bytes, ArtifactKind::Jpeg);
        Ok(Artifact { pixels: Some((Px(raster.width), Px(raster.height))), ..artifact })
    }

    fn draw(&self, at: usize, raster: Raster) -> Result<Pixmap, Diagnostics> {
        let picture = raster::draw(self.drawing(at), raster.width, raster.height);
        picture.map_err(|error| vec![error.about(self.job.path())])
    }

    fn encode(&self, picture: &Pixmap, raster: Raster) -> Result<Vec<u8>, Diagnostics> {
        png::png(picture, raster.dpi).map_err(|error| vec![error.about(self.job.path())])
    }

    /// Exactly the pixels of the screen; on paper 150 to the inch, or as many as a large sheet may have.
    fn raster(&self) -> Raster {
        match self.job.size {
            Size::Screen(screen) => Raster { width: screen.width.0, height: screen.height.0, dpi: SCREEN_DPI },
            Size::Paper(_) => {
                let (width, height) = (self.job.width.0 / PT_PER_INCH, self.job.height.0 / PT_PER_INCH);
                let dpi = POSTER_DPI.min((POSTER_PIXELS / (width * height)).sqrt()).floor();
                let pixels = |inches: f64| (inches * dpi).round() as u32;
                Raster { width: pixels(width), height: pixels(height), dpi }
            }
        }
    }

    fn html(&self, pages: &Pages, into: &mut Vec<Artifact>) -> Result<(), Diagnostics> {
        let pictures: Vec<String> = if self.job.medium.is_boxed() {
            (0..self.drawings.len()).map(|at| data_uri("image/svg+xml", self.drawing(at).as_bytes())).collect()
        } else {
            Vec::new()
        };
        let html = pages.page(self.job, &pictures)?;
        into.push(self.artifact(".html", html.into_bytes(), ArtifactKind::Sheet(Format::Html)));
        if self.job.only_words {
            into.push(self.artifact(".txt", self.job.plain().into_bytes(), ArtifactKind::Words));
        }
        Ok(())
    }

    fn thumbnail(&self) -> Result<Artifact, Diagnostics> {
        // drawn by Typst's own renderer: at this size it takes a third of the time that an SVG takes to be made and read again
        let scale = THUMBNAIL / self.job.width.0.max(self.job.height.0);
        let options = RenderOptions { pixel_per_pt: Scalar::new(scale), render_bleed: false };
        let pixmap = typst_render::render(&self.document.pages()[0], &options);
        let raster = Raster { width: pixmap.width(), height: pixmap.height(), dpi: SCREEN_DPI };
        let bytes = self.encode(&pixmap, raster)?;
        let path = format!("{}/{}/thumbnails/{}.png", self.job.venue.id, self.job.languages, self.job.stem);
        let pixels = Some((Px(raster.width), Px(raster.height)));
        Ok(Artifact { path, bytes, kind: ArtifactKind::Thumbnail, pages: 1, pixels, dpi: None, paper: None })
    }
}
