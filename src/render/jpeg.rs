//! Pixels become JPEG, for systems whose policies name no PNG: [`jpeg`].

use image::ExtendedColorType;
use image::codecs::jpeg::JpegEncoder;
use resvg::tiny_skia::Pixmap;

/// Best quality first; below the last, letters would show it.
const QUALITIES: [u8; 2] = [95, 92];

/// A JPEG of at most so many bytes, each pixel where the PNG of the same picture has it; nothing where it does not fit.
pub(super) fn jpeg(picture: &Pixmap, most_bytes: usize) -> Option<Vec<u8>> {
    let pixels: Vec<u8> =
        picture.pixels().iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
    QUALITIES.iter().find_map(|quality| {
        let mut bytes = Vec::new();
        let mut encoder = JpegEncoder::new_with_quality(&mut bytes, *quality);
        encoder.encode(&pixels, picture.width(), picture.height(), ExtendedColorType::Rgb8).ok()?;
        (bytes.len() <= most_bytes).then_some(bytes)
    })
}

#[cfg(test)]
mod tests {
    use image::ImageFormat;
    use resvg::tiny_skia::{Color, Paint, Rect, Transform};

    use super::*;

    #[test]
    fn letters_keep_their_edges() {
        let mut picture = Pixmap::new(64, 48).unwrap();
        picture.fill(Color::from_rgba8(20, 30, 160, 255));
        let mut paint = Paint::default();
        paint.set_color_rgba8(250, 250, 250, 255);
        for at in 0..6_u8 {
            let bar = Rect::from_xywh(f32::from(at) * 10.0, 5.0, 3.0, 37.0).unwrap();
            picture.fill_rect(bar, &paint, Transform::identity(), None);
        }
        let bytes = jpeg(&picture, 100_000).unwrap();
        let back = image::load_from_memory_with_format(&bytes, ImageFormat::Jpeg).unwrap().to_rgb8();
        assert_eq!(back.dimensions(), (64, 48));
        let off = picture.pixels().iter().zip(back.pixels()).flat_map(|(pixel, back)| {
            [pixel.red().abs_diff(back[0]), pixel.green().abs_diff(back[1]), pixel.blue().abs_diff(back[2])]
        });
        let worst = off.max().unwrap();
        assert!(worst <= 24, "{worst}");
        assert!(jpeg(&picture, 100).is_none());
    }
}
