//! JPEG pictures, for systems whose policies name no PNG: [`of_png`].

use image::codecs::jpeg::JpegEncoder;

/// Best quality first; below the last, letters would show it.
const QUALITIES: [u8; 2] = [95, 92];

/// The pixels of a PNG as a JPEG of at most so many bytes; nothing where they do not fit, or it is no picture.
pub fn of_png(png: &[u8], most_bytes: usize) -> Option<Vec<u8>> {
    let picture = image::load_from_memory_with_format(png, image::ImageFormat::Png).ok()?.to_rgb8();
    QUALITIES.iter().find_map(|quality| {
        let mut bytes = Vec::new();
        JpegEncoder::new_with_quality(&mut bytes, *quality).encode_image(&picture).ok()?;
        (bytes.len() <= most_bytes).then_some(bytes)
    })
}

#[cfg(test)]
mod tests {
    use image::{ImageFormat, Rgb, RgbImage};

    use super::*;

    #[test]
    fn letters_keep_their_edges() {
        let picture = RgbImage::from_fn(64, 48, |x, y| {
            if (x / 4 + y / 4) % 2 == 0 { Rgb([250, 250, 250]) } else { Rgb([20, 30, 160]) }
        });
        let mut png = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut png, ImageFormat::Png).unwrap();
        let jpeg = of_png(png.get_ref(), 100_000).unwrap();
        let back = image::load_from_memory_with_format(&jpeg, ImageFormat::Jpeg).unwrap().to_rgb8();
        assert_eq!(back.dimensions(), (64, 48));
        let off = picture.pixels().zip(back.pixels()).flat_map(|(a, b)| (0..3).map(|i| a.0[i].abs_diff(b.0[i])));
        assert!(off.clone().max().unwrap() <= 24, "{:?}", off.max());
        assert!(of_png(png.get_ref(), 100).is_none());
        assert!(of_png(b"no picture", 100_000).is_none());
    }
}
