//! Pixels become a PNG file: [`fn@png`], which encodes fast.

use png::{BitDepth, ColorType, Compression, Encoder, PixelDimensions, SrgbRenderingIntent, Unit};
use resvg::tiny_skia::Pixmap;

use super::raster::failed;
use crate::diag::Diagnostic;

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

/// The picture as a file, with so many dots per inch.
///
/// # Errors
/// A picture that cannot be encoded.
pub fn png(pixmap: &Pixmap, dpi: f64) -> Result<Vec<u8>, Diagnostic> {
    encode(pixmap, dpi).map_err(failed)
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
