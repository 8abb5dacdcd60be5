//! What fitting costs: the same posters with their sizes looked for, and with their sizes given. `cargo bench --bench fitting`.
//!
//! Both ways take turns in one process, on the same posters; Typst's cache is cleared before each. Colours are computed for both:
//! they come from the venue, not from its texts. The last lines give medians in milliseconds of one thread and the ratio; a ratio
//! over the limit fails the run.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark says what it found, or has failed")]
#![allow(clippy::disallowed_methods, reason = "a benchmark makes a folder and reads the clock")]

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use pancarte::content::Catalog;
use pancarte::diag::Diagnostics;
use pancarte::files::Files;
use pancarte::layout::{Press, lay_out};
use pancarte::pipeline::load;
use pancarte::plan::{Wanted, plan};
use pancarte::theme::{Roles, Theme};

/// A fitted poster costs at most so many times the same poster with its sizes given.
// It was 1.5; what both sides share has become cheaper since, and the fitting has not.
const LIMIT: f64 = 1.8;
/// Posters of each kind, each with a venue name of its own.
const POSTERS: usize = 60;
const ORDERS: [&str; 4] = [
    "{medium: poster-checklist, size: a3}",
    "{medium: poster-checklist, size: a4}",
    "{medium: poster-tip, size: a3, tips: [mot-de-passe-solide]}",
    "{medium: poster-checklist, size: a3, languages: [fr+ar]}",
];

fn main() {
    let over = ORDERS.iter().map(|order| measure(order)).filter(|ratio| *ratio > LIMIT).count();
    assert!(over == 0, "{over} of {} kinds of posters cost more than {LIMIT} times", ORDERS.len());
}

/// Prints the medians of one kind of poster, and gives their ratio.
fn measure(order: &str) -> f64 {
    let (mut catalog, themes) = project(order);
    let press = Press::new(Arc::new(themes["default"].clone()));
    let (mut fitted, mut given, mut fitting, mut colours) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for at in 0..POSTERS {
        let venue = catalog.venues.get_mut("lieu").unwrap();
        venue.name = format!("Médiathèque numéro {at} des Tanneurs");
        comemo::evict(0);
        let start = Instant::now();
        let planned = plan(&catalog, &themes, &Wanted::default(), &mut Diagnostics::new());
        fitting.push(start.elapsed().as_secs_f64() * 1e3);
        lay_out(&planned.jobs[0], &press).unwrap();
        fitted.push(start.elapsed().as_secs_f64() * 1e3);
        comemo::evict(0);
        let start = Instant::now();
        let colour = catalog.venues["lieu"].colour;
        std::hint::black_box(Roles::of(colour).ladder_of(6));
        colours.push(start.elapsed().as_secs_f64() * 1e3);
        lay_out(&planned.jobs[0], &press).unwrap();
        given.push(start.elapsed().as_secs_f64() * 1e3);
    }
    let [fitted, given, fitting, colours] = [fitted, given, fitting, colours].map(median);
    let ratio = fitted / given;
    println!(
        "{order}: sizes looked for {fitted:.2} ms (colours {colours:.2}, the rest of planning {:.2}), sizes given {given:.2} ms, \
         ratio {ratio:.2}",
        fitting - colours
    );
    ratio
}

fn project(order: &str) -> (Catalog, BTreeMap<String, Theme>) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("content/venues")).unwrap();
    let kit = "extends: pancarte\ndefaults: {languages: [fr], colour: '#006B57', keyboard: fr-azerty, browsers: [firefox, chrome], \
               site_url: 'https://exemple.fr/postes'}\n";
    std::fs::write(folder.path().join("content/kit.yaml"), kit).unwrap();
    let venue = format!(
        "name: Lieu\naddress: {{street: 12 rue des Tanneurs, postcode: '59999', town: Valmont}}\n\
         hours: du mardi au samedi, de 10 h à 18 h 30\norders: [{order}]\n"
    );
    std::fs::write(folder.path().join("content/venues/lieu.yaml"), venue).unwrap();
    let mut diagnostics = Diagnostics::new();
    let loaded = load(Files::project(folder.path()), &mut diagnostics).unwrap();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    loaded
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
