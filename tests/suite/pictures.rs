//! Small reference pictures of every medium, in French and Arabic, for two venues: `tests/reference/`. They say that a change
//! of looks was meant; `UPDATE=1` rewrites them.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use image::codecs::png::{CompressionType, FilterType as RowFilter, PngEncoder};
use image::imageops::FilterType;
use image::{DynamicImage, RgbImage};
use pancarte::diag::Diagnostics;
use pancarte::files::Files;
use pancarte::layout::{Press, lay_out};
use pancarte::model::{Format, Medium};
use pancarte::pipeline::load_and_plan;
use pancarte::render::{drawings, raster};

use crate::support::{build_well, everything, lang, only, root, tests, tree, update};

/// Larger side of a reference.
const SIDE: u32 = 180;
/// Largest file of a reference.
const MAX_BYTES: usize = 20 * 1024;
/// Largest mean difference of a channel, of 255.
const MEAN: f64 = 2.0;
/// From here on a pixel differs.
const DIFFERENT: u8 = 64;
/// Largest part of the pixels that may differ.
const PART: f64 = 0.01;
const VENUES: [&str; 2] = ["mediatheque-des-tanneurs", "salle-de-formation-atelier"];
/// The sheets that are compared, where they exist.
const SHEETS: [&str; 18] = [
    "poster-checklist-a4",
    "poster-checklist-a3",
    "poster-tip-a3-mot-de-passe-solide",
    "poster-tip-a3-regards",
    "wallpaper-1920x1080-dark",
    "wallpaper-1920x1080-light",
    "wallpaper-1280x1024-dark",
    "wallpaper-1920x1200-light-essai",
    "lock-screen-1920x1200-light-essai",
    "signage-1920x1080-entree",
    "booklet",
    "easy-read",
    "staff-card-train",
    "staff-card-accompany",
    "staff-card-act-for",
    "mandate-written",
    "mandate-oral",
    "house-rules",
];

/// A picture as small as a reference.
pub fn small(bytes: &[u8]) -> RgbImage {
    small_of(&image::load_from_memory(bytes).unwrap().to_rgb8())
}

/// The same of a picture that was decoded.
pub fn small_of(picture: &RgbImage) -> RgbImage {
    DynamicImage::from(picture.clone()).resize(SIDE, SIDE, FilterType::Triangle).to_rgb8()
}

/// Writes a reference. Six bits of a channel are kept: that makes a smaller file, and is far from the differences that count.
fn write(path: &Path, mut picture: RgbImage) {
    picture.pixels_mut().flat_map(|pixel| &mut pixel.0).for_each(|value| *value = *value / 4 * 4 + *value / 64);
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, RowFilter::Adaptive);
    picture.write_with_encoder(encoder).unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// Compares a picture with its reference of this name, or rewrites that.
pub fn compare(name: &str, picture: RgbImage) -> Option<String> {
    let path = tests("reference").join(name);
    if update() {
        write(&path, picture.clone());
    }
    differs(&path, &picture)
}

/// What is wrong with a picture, if it differs from its reference.
fn differs(path: &Path, picture: &RgbImage) -> Option<String> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    let Ok(bytes) = std::fs::read(path) else { return Some(format!("{name} is missing")) };
    let expected = image::load_from_memory(&bytes).unwrap().to_rgb8();
    if bytes.len() > MAX_BYTES {
        return Some(format!("{name} has {} bytes", bytes.len()));
    }
    if expected.dimensions() != picture.dimensions() {
        return Some(format!("{name} is {:?}, was {:?}", picture.dimensions(), expected.dimensions()));
    }
    let (mean, part) = distance(&expected, picture);
    (mean > MEAN || part > PART).then(|| format!("{name} differs: mean {mean:.2}, {:.2} % of the pixels", part * 100.0))
}

/// Mean difference of a channel, and the part of the pixels that differ.
fn distance(one: &RgbImage, other: &RgbImage) -> (f64, f64) {
    let (mut sum, mut different) = (0_u64, 0_u64);
    for (a, b) in one.pixels().zip(other.pixels()) {
        let apart: Vec<u8> = a.0.iter().zip(b.0).map(|(a, b)| a.abs_diff(b)).collect();
        sum += apart.iter().map(|value| u64::from(*value)).sum::<u64>();
        different += u64::from(apart.iter().any(|value| *value > DIFFERENT));
    }
    let pixels = f64::from(one.width() * one.height());
    (sum as f64 / pixels / 3.0, different as f64 / pixels)
}

#[test]
fn sheets_look_as_before() {
    let output = tempfile::tempdir().unwrap();
    let mut request = everything();
    request.wanted.venues = VENUES.map(str::to_owned).to_vec();
    request.wanted.langs = vec![lang("fr"), lang("ar")];
    request.wanted.formats = vec![Format::Svg];
    build_well(&root(), output.path(), &request);
    let files = tree(output.path());
    let (mut problems, mut seen) = (Vec::new(), BTreeSet::new());
    for (venue, code) in VENUES.iter().flat_map(|venue| [(venue, "fr"), (venue, "ar")]) {
        for sheet in SHEETS {
            let Some(bytes) = files.get(&format!("{venue}/{code}/thumbnails/{sheet}.png")) else { continue };
            problems.extend(compare(&format!("{venue}-{code}-{sheet}.png"), small(bytes)));
            seen.insert((code, sheet));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    check_coverage(&seen);
}

/// Every medium that these venues have in French, and every public one in Arabic.
fn check_coverage(seen: &BTreeSet<(&str, &str)>) {
    for medium in Medium::ALL.into_iter().filter(|medium| medium.is_usual()) {
        let codes: &[&str] = if medium.is_public() { &["fr", "ar"] } else { &["fr"] };
        for code in codes {
            let found = seen.iter().any(|(known, sheet)| known == code && sheet.starts_with(medium.name()));
            assert!(found, "no picture of {medium} in {code}");
        }
    }
}

#[test]
fn pictures_decode_to_the_exact_pixels() {
    const EXACT: [&str; 3] = ["wallpaper-1920x1080-dark", "wallpaper-1920x1080-light", "poster-checklist-a4"];
    let mut request = only(&[Medium::Wallpaper, Medium::PosterChecklist], &[Format::Png]);
    request.wanted.venues = vec![VENUES[0].to_owned()];
    request.wanted.langs = vec![lang("fr")];
    let output = tempfile::tempdir().unwrap();
    build_well(&root(), output.path(), &request);
    let planned = load_and_plan(Files::project(&root()), &request.wanted, &mut Diagnostics::new()).unwrap();
    let press = Press::new(Arc::new(planned.themes["default"].clone()));
    for sheet in EXACT {
        let job = planned.plan.jobs.iter().find(|job| job.stem == sheet && !job.only_words).unwrap();
        let written = image::open(output.path().join(format!("{}.png", job.path()))).unwrap();
        let drawing = drawings(&lay_out(job, &press).unwrap()).remove(0);
        let painted = raster::draw(&drawing, written.width(), written.height()).unwrap();
        let pixels: Vec<u8> = painted.pixels().iter().flat_map(|p| [p.red(), p.green(), p.blue()]).collect();
        assert!(painted.pixels().iter().all(|pixel| pixel.is_opaque()), "{sheet} shows what is behind it");
        assert!(*written.as_rgb8().unwrap().as_raw() == pixels, "{sheet}: other pixels than were painted");
    }
}
