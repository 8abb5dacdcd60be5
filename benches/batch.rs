//! What a sheet costs in a batch, part by part: one venue after the other, as a build makes them. `cargo bench --bench batch`, of
//! one medium `cargo bench --bench batch -- easy-read`.
//!
//! One thread. The first venue is left out: it fills caches that all share. Medians over the venues, in milliseconds. `TRACE=FILE`
//! writes what Typst does for one sheet, for Chrome's `about:tracing`.
//!
//! `-- --alone poster-checklist` makes nothing but PDF files, of 60 venues with a colour each, writes them, and says what one takes on
//! average in processor time of all threads: what benches/compare.py puts beside engines that make nothing but PDF files either.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark says what it found, or has failed")]
#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use pancarte::diag::Diagnostics;
use pancarte::files::Files;
use pancarte::layout::{Pages, Press, lay_out};
use pancarte::model::Medium;
use pancarte::pipeline::load;
use pancarte::plan::{Wanted, plan};
use pancarte::render::{drawings, pdf, render};

/// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// So many that an average says something.
const ALONE: usize = 60;
const VENUES: usize = 12;
/// Sheets after which Typst forgets, as in a build.
const REMEMBERED: usize = 8;
const KIT: &str = r##"extends: pancarte
defaults:
  theme: default
  languages: [fr]
  keyboard: fr-azerty
  browsers: [firefox, chrome, edge]
  colour: "#1F5FA8"
  orders:
    - {medium: poster-checklist, size: a3, formats: [pdf]}
    - {medium: poster-tip, size: a4, formats: [pdf]}
    - {medium: house-rules, formats: [pdf]}
    - {medium: easy-read, formats: [pdf]}
    - {medium: booklet, formats: [pdf]}
    - {medium: wallpaper, formats: [png]}
"##;
const MEDIA: [Medium; 6] = [
    Medium::PosterChecklist,
    Medium::PosterTip,
    Medium::HouseRules,
    Medium::EasyRead,
    Medium::Booklet,
    Medium::Wallpaper,
];

fn main() {
    let mut files = BTreeMap::from([("content/kit.yaml".to_owned(), KIT.as_bytes().to_vec())]);
    let alone = std::env::args().any(|word| word == "--alone");
    for at in 0..if alone { ALONE } else { VENUES } {
        let mut venue = format!(
            "name: Médiathèque numéro {at}\nkind: bibliotheque\naddress:\n  street: {at}, rue des Érables\n  postcode: \"51100\"\n  town: Reims\ncontacts:\n  - kind: phone\n    value: 03 26 00 00 {}\n",
            10 + at
        );
        if alone {
            venue += &format!("colour: \"#{:02x}{:02x}{:02x}\"\n", 20 + 3 * at, 95, 220 - 3 * at);
        }
        files.insert(format!("content/venues/lieu-{at:03}.yaml"), venue.into_bytes());
    }
    let mut diagnostics = Diagnostics::new();
    let (mut catalog, themes) = load(Files::memory(files), &mut diagnostics).unwrap();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let all = std::mem::take(&mut catalog.venues);
    let theme = Arc::new(themes["default"].clone());
    let scratch = tempfile::tempdir().unwrap();
    let (press, pages) = (Press::new(Arc::clone(&theme)), Pages::new(theme).unwrap());
    let named: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    for medium in MEDIA {
        if !named.is_empty() && !named.iter().any(|name| name == medium.name()) {
            continue;
        }
        let wanted = Wanted { media: vec![medium], ..Wanted::default() };
        if alone {
            let mut start = 0.0;
            for (at, (id, venue)) in all.iter().enumerate() {
                catalog.venues = BTreeMap::from([(id.clone(), venue.clone())]);
                let plan = plan(&catalog, &themes, &wanted, &mut diagnostics);
                let document = lay_out(&plan.jobs[0], &press).unwrap();
                std::fs::write(scratch.path().join(format!("{id}.pdf")), pdf::pdf(&document, &plan.jobs[0]).unwrap())
                    .unwrap();
                if at % REMEMBERED == REMEMBERED - 1 {
                    comemo::evict(1);
                }
                if at == 0 {
                    start = processor_ms();
                }
            }
            println!("{:<18}  {:.2}", medium.name(), (processor_ms() - start) / (ALONE - 1) as f64);
            continue;
        }
        let mut rows: Vec<Vec<f64>> = Vec::new();
        for (id, venue) in &all {
            catalog.venues = BTreeMap::from([(id.clone(), venue.clone())]);
            let mut clock = Clock::new();
            let plan = plan(&catalog, &themes, &wanted, &mut diagnostics);
            clock.tick();
            let job = &plan.jobs[0];
            let traced = id.ends_with("005").then(|| std::env::var("TRACE").ok()).flatten();
            if traced.is_some() {
                typst_timing::enable();
            }
            let document = lay_out(job, &press).unwrap();
            if let Some(path) = traced {
                typst_timing::disable();
                let out = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
                typst_timing::export_json(out, |span| press.place_of(span)).unwrap();
            }
            clock.tick();
            std::hint::black_box(pdf::pdf(&document, job).unwrap());
            clock.tick();
            std::hint::black_box(drawings(&document));
            clock.tick();
            std::hint::black_box(render(&document, job, &press, &pages).unwrap());
            clock.tick();
            comemo::evict(1);
            clock.tick();
            rows.push(clock.parts);
        }
        let parts = ["plan", "lay out", "pdf", "svg", "render", "evict"];
        let of = |at: usize| median(rows[1..].iter().map(|row| row[at]).collect());
        let told: String = parts.iter().enumerate().map(|(at, part)| format!("  {part} {:.1}", of(at))).collect();
        println!("{:<18}{told}", medium.name());
    }
}

struct Clock {
    last: Instant,
    parts: Vec<f64>,
}

impl Clock {
    fn new() -> Self {
        Clock { last: Instant::now(), parts: Vec::new() }
    }
    fn tick(&mut self) {
        let now = Instant::now();
        self.parts.push((now - self.last).as_secs_f64() * 1e3);
        self.last = now;
    }
}

/// Time that the threads of this process ran, in milliseconds, as Linux counts it (proc(5), schedstat).
fn processor_ms() -> f64 {
    let tasks = std::fs::read_dir("/proc/self/task").unwrap();
    let ran = |task: std::io::Result<std::fs::DirEntry>| {
        let told = std::fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
        told.split_whitespace().next()?.parse::<f64>().ok()
    };
    tasks.filter_map(ran).sum::<f64>() / 1e6
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
