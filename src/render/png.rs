//! Drawings become PNG: [`draw`] rasterises with resvg, Typst's own version, and [`png`] encodes fast.

use png::{BitDepth, ColorType, Compression, Encoder, PixelDimensions, SrgbRenderingIntent, Unit};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::diag::{Diagnostic, Message};

/// Pixels of a picture, and how many of them go to the inch on paper.
#[derive(Debug, Clone, Copy)]
pub struct Raster {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
    /// Dots per inch.
    pub dpi: f64,
}

/// The drawing in so many pixels, on white.
///
/// # Errors
/// A drawing that cannot be read, or too many pixels.
pub fn draw(drawing: &str, width: u32, height: u32) -> Result<Pixmap, Diagnostic> {
    let tree = Tree::from_str(drawing, &Options::default()).map_err(failed)?;
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| failed(format!("{width} x {height}")))?;
    pixmap.fill(Color::WHITE);
    let (x, y) = (width as f32 / tree.size().width(), height as f32 / tree.size().height());
    resvg::render(&tree, Transform::from_scale(x, y), &mut pixmap.as_mut());
    Ok(pixmap)
}

/// The picture as a file, with so many dots per inch.
///
/// # Errors
/// A picture that cannot be encoded.
pub fn png(pixmap: &Pixmap, dpi: f64) -> Result<Vec<u8>, Diagnostic> {
    encode(pixmap, dpi).map_err(failed)
}

fn failed(detail: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::error(Message::new("raster-failed").arg("detail", detail))
}

/// Opaque sRGB without metadata but the density.
fn encode(pixmap: &Pixmap, dpi: f64) -> Result<Vec<u8>, png::EncodingError> {
    const MM_PER_METRE: f64 = 1000.0;
    const MM_PER_INCH: f64 = 25.4;
    let rgb: Vec<u8> = pixmap.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    encoder.set_source_srgb(SrgbRenderingIntent::RelativeColorimetric);
    let per_metre = (dpi / MM_PER_INCH * MM_PER_METRE).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&rgb)?;
    writer.finish()?;
    Ok(bytes)
}
