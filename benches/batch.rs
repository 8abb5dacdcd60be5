//! What a sheet costs in a batch, part by part: one venue after the other, as a build makes them. `cargo bench --bench batch`, of
//! one medium `cargo bench --bench batch -- easy-read`.
//!
//! One thread. The first venue is left out: it fills caches that all share. Medians over the venues, in milliseconds. `TRACE=FILE`
//! writes what Typst does for one sheet, for Chrome's `about:tracing`.
//!
//! `-- --alone poster-checklist` makes nothing but PDF files, of 60 venues with a colour each, writes them, and says what one takes on
//! average in processor time of all threads: what benches/compare.py puts beside engines that make nothing but PDF files either.
//! `-- --together poster-checklist booklet easy-read` says how many such files two threads make in a second.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark says what it found, or has failed")]
#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use pancarte::content::Catalog;
use pancarte::diag::Diagnostics;
use pancarte::files::Files;
use pancarte::layout::{Pages, Press, lay_out};
use pancarte::model::{Medium, Venue};
use pancarte::pipeline::load;
use pancarte::plan::{Plan, Wanted, plan};
use pancarte::render::{drawings, pdf, render};
use pancarte::theme::Theme;

/// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// So many that an average says something.
const ALONE: usize = 60;
const VENUES: usize = 12;
/// Sheets after which Typst forgets, as in a build.
const REMEMBERED: usize = 8;
/// Sheets so far, of all threads.
static DRAWN: AtomicUsize = AtomicUsize::new(0);
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
    - {medium: mandate, formats: [pdf]}
    - {medium: staff-card, formats: [pdf]}
    - {medium: easy-read, formats: [pdf]}
    - {medium: booklet, formats: [pdf]}
    - {medium: wallpaper, formats: [png]}
"##;
const MEDIA: [Medium; 8] = [
    Medium::PosterChecklist,
    Medium::PosterTip,
    Medium::HouseRules,
    Medium::Mandate,
    Medium::StaffCard,
    Medium::EasyRead,
    Medium::Booklet,
    Medium::Wallpaper,
];

fn main() {
    let named: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let asked = |flag: &str| std::env::args().any(|word| word == flag);
    let media = MEDIA.into_iter().filter(|medium| named.is_empty() || named.iter().any(|name| name == medium.name()));
    if asked("--together") {
        return together(&media.collect::<Vec<_>>());
    }
    let mut shop = Shop::open(if asked("--alone") { ALONE } else { VENUES }, asked("--alone"));
    media.for_each(|medium| if asked("--alone") { shop.alone(medium) } else { shop.parts(medium) });
}

/// Venues, of one colour or each with its own.
fn project(venues: usize, colours: bool) -> Files {
    let mut files = BTreeMap::from([("content/kit.yaml".to_owned(), KIT.as_bytes().to_vec())]);
    for at in 0..venues {
        let mut venue = format!(
            "name: Médiathèque numéro {at}\nkind: bibliotheque\naddress:\n  street: {at}, rue des Érables\n  postcode: \"51100\"\n  town: Reims\ncontacts:\n  - kind: phone\n    value: 03 26 00 00 {}\n",
            10 + at
        );
        if colours {
            venue += &format!("colour: \"#{:02x}{:02x}{:02x}\"\n", 20 + 3 * at, 95, 220 - 3 * at);
        }
        files.insert(format!("content/venues/lieu-{at:03}.yaml"), venue.into_bytes());
    }
    Files::memory(files)
}

/// All that a thread needs to make sheets.
struct Shop {
    catalog: Catalog,
    venues: BTreeMap<String, Venue>,
    themes: BTreeMap<String, Theme>,
    press: Arc<Press>,
    pages: Pages,
}

impl Shop {
    fn open(venues: usize, colours: bool) -> Self {
        let mut diagnostics = Diagnostics::new();
        let (mut catalog, themes) = load(project(venues, colours), &mut diagnostics).unwrap();
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        let venues = std::mem::take(&mut catalog.venues);
        let theme = Arc::new(themes["default"].clone());
        let (press, pages) = (Arc::new(Press::new(Arc::clone(&theme))), Pages::new(theme).unwrap());
        Shop { catalog, venues, themes, press, pages }
    }

    fn plan(&mut self, id: &str, media: &[Medium]) -> Plan {
        self.catalog.venues = BTreeMap::from([(id.to_owned(), self.venues[id].clone())]);
        let wanted = Wanted { media: media.to_vec(), ..Wanted::default() };
        plan(&self.catalog, &self.themes, &wanted, &mut Diagnostics::new())
    }

    /// Makes the PDF files of one venue, and nothing else.
    fn make(&mut self, id: &str, media: &[Medium], folder: &Path) {
        for job in &self.plan(id, media).jobs {
            let document = lay_out(job, &self.press).unwrap();
            let name = format!("{id}-{}.pdf", job.medium.name());
            std::fs::write(folder.join(name), pdf::pdf(&document, job).unwrap()).unwrap();
            if (DRAWN.fetch_add(1, Ordering::Relaxed) + 1).is_multiple_of(REMEMBERED) {
                comemo::evict(1);
            }
        }
    }

    fn ids(&self) -> Vec<String> {
        self.venues.keys().cloned().collect()
    }

    fn alone(&mut self, medium: Medium) {
        let (scratch, mut start) = (tempfile::tempdir().unwrap(), 0.0);
        for (at, id) in self.ids().iter().enumerate() {
            self.make(id, &[medium], scratch.path());
            if at == 0 {
                start = processor_ms();
            }
        }
        println!("{:<18}  {:.2}", medium.name(), (processor_ms() - start) / (ALONE - 1) as f64);
    }

    fn parts(&mut self, medium: Medium) {
        let mut rows: Vec<Vec<f64>> = Vec::new();
        for id in self.ids() {
            let mut clock = Clock::new();
            let plan = self.plan(&id, &[medium]);
            clock.tick();
            let job = &plan.jobs[0];
            let traced = id.ends_with("005").then(|| std::env::var("TRACE").ok()).flatten();
            if traced.is_some() {
                typst_timing::enable();
            }
            let document = lay_out(job, &self.press).unwrap();
            if let Some(path) = traced {
                typst_timing::disable();
                let out = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
                typst_timing::export_json(out, |span| self.press.place_of(span)).unwrap();
            }
            clock.tick();
            std::hint::black_box(pdf::pdf(&document, job).unwrap());
            clock.tick();
            std::hint::black_box(drawings(&document));
            clock.tick();
            std::hint::black_box(render(&document, job, &self.press, &self.pages).unwrap());
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

/// How many PDF files two threads make in a second, each with half of the venues, after both made one.
fn together(media: &[Medium]) {
    const THREADS: usize = 2;
    let (scratch, press) = (tempfile::tempdir().unwrap(), Shop::open(1, true).press);
    // as in a build, each has a pool of one for what Typst would do side by side
    let hand = |_| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        (pool, Shop { press: Arc::clone(&press), ..Shop::open(ALONE, true) })
    };
    let mut hands: Vec<_> = (0..THREADS).map(hand).collect();
    let ids = hands[0].1.ids();
    let mut make = |ids: &[String]| {
        std::thread::scope(|scope| {
            for (thread, (pool, shop)) in hands.iter_mut().enumerate() {
                let (mine, folder) = (ids.iter().skip(thread).step_by(THREADS), scratch.path());
                scope.spawn(move || pool.install(|| mine.for_each(|id| shop.make(id, media, folder))));
            }
        });
    };
    make(&ids[..THREADS]);
    let start = Instant::now();
    make(&ids[THREADS..]);
    let documents = (ALONE - THREADS) * media.len();
    println!("{:.1} documents per second", documents as f64 / start.elapsed().as_secs_f64());
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
