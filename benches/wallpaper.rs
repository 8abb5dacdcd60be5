//! What a wallpaper costs, part by part: the shipped kit at two sizes, dark and light. `cargo bench --bench wallpaper`.
//!
//! One thread; Typst's cache is cleared before each sheet, as in a build. Times are those of the processor where the system tells
//! them, for other programs take the clock's too, and medians over all the wallpapers of one size and kind, each made several times.
//! A median from the laid-out page to the picture on disk over its limit fails the run.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark says what it found, or has failed")]
#![allow(clippy::disallowed_methods, reason = "a benchmark makes a folder and reads the clock")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use pancarte::diag::Diagnostics;
use pancarte::files::Files;
use pancarte::layout::{Press, lay_out};
use pancarte::model::{Medium, Size, Variant};
use pancarte::output::Output;
use pancarte::pipeline::load_and_plan;
use pancarte::plan::{Job, Wanted};
use pancarte::render::{drawings, pixels, png, raster};

/// Width, height, and the most milliseconds from the laid-out page to the picture on disk.
const SIZES: [(u32, u32, f64); 2] = [(3840, 2160, 250.0), (1920, 1080, 70.0)];
const VARIANTS: [Variant; 2] = [Variant::Dark, Variant::Light];
/// How often each wallpaper is made.
const RUNS: usize = 3;
/// Larger side of a thumbnail.
const THUMBNAIL: u32 = 360;
/// Dots per inch that a picture of a screen declares.
const DPI: f64 = 96.0;

const PARTS: [&str; 8] = ["layout", "svg", "read", "paint", "look", "encode", "write", "thumbnail"];
/// The parts from the laid-out page to the picture on disk.
const MAKING: std::ops::Range<usize> = 1..7;

fn main() {
    let wanted = Wanted { media: vec![Medium::Wallpaper], ..Wanted::default() };
    let project = Files::project(Path::new(env!("CARGO_MANIFEST_DIR")));
    let planned = load_and_plan(project, &wanted, &mut Diagnostics::new()).unwrap();
    let press: BTreeMap<&str, Press> =
        planned.themes.iter().map(|(name, theme)| (name.as_str(), Press::new(Arc::new(theme.clone())))).collect();
    let folder = tempfile::tempdir().unwrap();
    let output = Output::open(folder.path()).unwrap();
    println!("medians in ms     {}     sum   kB", PARTS.map(|part| format!("{part:>10}")).concat());
    let mut over = 0;
    for (width, height, limit) in SIZES {
        for variant in VARIANTS {
            let is_one = |job: &&Job| job.variant == Some(variant) && is_so_large(job, width, height);
            let jobs: Vec<&Job> = planned.plan.jobs.iter().filter(is_one).collect();
            assert!(!jobs.is_empty(), "no wallpaper of {width}x{height}");
            let made = (0..RUNS).flat_map(|_| &jobs).map(|job| make(job, &press[job.theme.as_str()], &output));
            let (medians, bytes) = medians(made.collect());
            let sum: f64 = medians[PARTS.len()];
            let parts: String = medians[..PARTS.len()].iter().map(|ms| format!("{ms:10.1}")).collect();
            println!("{:<17} {parts} {sum:7.1} {:4.0}", format!("{width}x{height} {}", variant.name()), bytes / 1e3);
            over += usize::from(sum > limit);
        }
    }
    assert!(over == 0, "{over} kinds of wallpapers take too long");
}

fn is_so_large(job: &Job, width: u32, height: u32) -> bool {
    matches!(job.size, Size::Screen(screen) if (screen.width.0, screen.height.0) == (width, height))
}

/// Makes one wallpaper: milliseconds of its parts, and bytes of the picture.
fn make(job: &Job, press: &Press, output: &Output) -> (Vec<f64>, f64) {
    comemo::evict(0);
    let path = format!("{}.png", job.path());
    output.remove([path.clone()]).unwrap();
    let mut clock = Clock { start: Instant::now(), parts: Vec::new(), last: 0.0 };
    clock.last = clock.now();
    let document = lay_out(job, press).unwrap();
    clock.tick();
    let drawing = drawings(&document).remove(0);
    clock.tick();
    let tree = raster::read(&drawing).unwrap();
    clock.tick();
    let picture = raster::paint(&tree, job.width.0 as u32, job.height.0 as u32).unwrap();
    clock.tick();
    assert!(pixels::look(&picture, &document.pages()[0], job).is_empty());
    clock.tick();
    let bytes = png::png(&picture, DPI).unwrap();
    clock.tick();
    output.write(&path, &bytes).unwrap();
    clock.tick();
    let height = (f64::from(THUMBNAIL) * job.height.0 / job.width.0).round() as u32;
    std::hint::black_box(png::png(&raster::draw(&drawing, THUMBNAIL, height).unwrap(), DPI).unwrap());
    clock.tick();
    (clock.parts, bytes.len() as f64)
}

struct Clock {
    start: Instant,
    parts: Vec<f64>,
    last: f64,
}

impl Clock {
    fn tick(&mut self) {
        let now = self.now();
        self.parts.push(now - self.last);
        self.last = now;
    }

    /// Milliseconds that this thread had of the processor.
    fn now(&self) -> f64 {
        // Linux brings the count up to date when a thread gives way
        std::thread::yield_now();
        let counts = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
        let spent = counts.and_then(|counts| counts.split(' ').next()?.parse::<f64>().ok());
        spent.map_or_else(|| self.start.elapsed().as_secs_f64() * 1e3, |nanoseconds| nanoseconds / 1e6)
    }
}

/// The median of every part, that of the whole making, and that of the bytes.
fn medians(made: Vec<(Vec<f64>, f64)>) -> (Vec<f64>, f64) {
    let parts = (0..PARTS.len()).map(|at| median(made.iter().map(|(parts, _)| parts[at]).collect()));
    let sum = median(made.iter().map(|(parts, _)| parts[MAKING].iter().sum()).collect());
    let bytes = median(made.iter().map(|(_, bytes)| *bytes).collect());
    (parts.chain([sum]).collect(), bytes)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
