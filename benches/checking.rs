//! How long `pancarte check` takes: the shipped kit, and a kit of 1,000 tips in three languages. `cargo bench --bench checking`.
//!
//! Times are medians of several runs on two threads, from the folder on disk to the sorted findings. A median over its limit
//! fails the run.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark says what it found, or has failed")]
#![allow(clippy::disallowed_methods, reason = "a benchmark makes a folder and reads the clock")]

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use pancarte::check::{Outcome, Request, check_project};
use pancarte::files::Files;
use pancarte::model::Date;

/// Longest the shipped kit may take.
const SHIPPED: Duration = Duration::from_secs(1);
/// Longest 1,000 tips in three languages may take.
const LARGE: Duration = Duration::from_secs(3);
/// Tips of the large kit.
const TIPS: usize = 1000;
const RUNS: usize = 5;

fn main() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    large_kit(root, folder.path());
    let kits = [("shipped kit", root, SHIPPED), ("1,000 tips x 3 languages", folder.path(), LARGE)];
    let over = pool.install(|| kits.iter().filter(|(name, root, limit)| measure(name, root) > *limit).count());
    assert!(over == 0, "{over} kits take too long");
}

/// Prints the median of one kit, and gives it.
fn measure(name: &str, root: &Path) -> Duration {
    let mut times = Vec::new();
    let mut last = Outcome::default();
    for _ in 0..RUNS {
        let start = Instant::now();
        last = check_project(Files::project(root), &request());
        times.push(start.elapsed());
    }
    times.sort();
    let (median, texts, found) = (times[RUNS / 2], last.texts, last.findings.len());
    println!(
        "{name}: {texts} texts, {} sheets, {found} findings: {:.0} ms",
        last.sheets,
        median.as_secs_f64() * 1000.0
    );
    median
}

fn request() -> Request {
    let today = Date::parse("2026-11-24").unwrap();
    Request::on(today)
}

/// The shipped content with its tips many times over, and one venue.
fn large_kit(root: &Path, into: &Path) {
    let shipped = root.join("content");
    let folders: Vec<_> = fs::read_dir(shipped.join("tips")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let folders: Vec<_> = folders.into_iter().filter(|path| path.is_dir()).collect();
    for number in 0..TIPS {
        let tip = into.join(format!("content/tips/conseil-{number}"));
        fs::create_dir_all(&tip).unwrap();
        for file in fs::read_dir(&folders[number % folders.len()]).unwrap().map(|entry| entry.unwrap().path()) {
            let text = fs::read_to_string(&file).unwrap();
            fs::write(tip.join(file.file_name().unwrap()), format!("{text}\n")).unwrap();
        }
    }
    fs::write(
        into.join("content/kit.yaml"),
        "extends: pancarte\ndefaults:\n  keyboard: fr-azerty\n  colour: \"#7B2CBF\"\n  languages: [fr, en, ar]\n",
    )
    .unwrap();
    fs::create_dir_all(into.join("content/venues")).unwrap();
    let orders = "name: Essai\norders:\n  - {medium: poster-tip, tips: [conseil-1, conseil-2]}\n";
    fs::write(into.join("content/venues/essai.yaml"), orders).unwrap();
}
