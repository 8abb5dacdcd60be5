//! What stands in the output folder: the same bytes always, nothing left over, nothing of others touched.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use pancarte::manifest::Manifest;
use pancarte::model::{Format, Medium};
use pancarte::pipeline::{Report, Request};
use pancarte::plan::Wanted;
use tempfile::TempDir;

use crate::support::{build_in, build_well, everything, french, lang, only, put, root, sheets_tree, tests, tree};

const KIT: &str = "extends: pancarte
defaults: {keyboard: fr-azerty, languages: [fr], browsers: [firefox], colour: \"#006B57\", site_url: https://lieux.exemple.fr}
";
const PAGES: &str = "orders: [{medium: house-rules, formats: [html]}, {medium: mandate, formats: [html]}]\n";

/// A project with venues `a` and `b`, who order two web pages each.
fn two_venues() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "content/kit.yaml", KIT);
    venue(folder.path(), "a", PAGES);
    venue(folder.path(), "b", PAGES);
    folder
}

fn venue(project: &Path, id: &str, orders: &str) {
    put(project, &format!("content/venues/{id}.yaml"), format!("name: Lieu {id}\n{orders}"));
}

fn manifest(output: &Path) -> Manifest {
    serde_json::from_slice(&fs::read(output.join("manifest.json")).unwrap()).unwrap()
}

fn paths(output: &Path) -> Vec<String> {
    tree(output).into_keys().collect()
}

fn errors(report: &Report) -> Vec<&str> {
    report.diagnostics.iter().filter(|found| found.is_error()).map(|found| found.message.id).collect()
}

/// Files of the project `orders`, built on so many threads.
fn on_threads(jobs: usize) -> BTreeMap<String, Vec<u8>> {
    let output = tempfile::tempdir().unwrap();
    let request = Request { jobs: Some(jobs), ..everything() };
    build_well(&tests("projects/orders"), output.path(), &request);
    tree(output.path())
}

#[test]
fn threads_make_no_difference() {
    let (one, four) = (on_threads(1), on_threads(4));
    let differing: Vec<&String> = one.keys().filter(|path| one.get(*path) != four.get(*path)).collect();
    assert!(differing.is_empty(), "differ: {differing:?}");
    assert_eq!(one.len(), four.len());
}

#[test]
fn the_manifest_says_what_is_there() {
    let output = tempfile::tempdir().unwrap();
    build_well(&tests("projects/orders"), output.path(), &everything());
    let mut files = tree(output.path());
    files.remove("manifest.json");
    let manifest = manifest(output.path());
    // what is published stands in the folder of the site too, with the same bytes
    for entry in manifest.files.iter().filter(|entry| entry.is_published()) {
        assert_eq!(files.remove(&format!("site/{}", entry.path)).as_ref(), files.get(&entry.path), "{}", entry.path);
    }
    let mut listed: Vec<&String> = manifest.files.iter().map(|entry| &entry.path).collect();
    listed.sort();
    assert_eq!(listed, files.keys().collect::<Vec<_>>());
    for entry in manifest.files {
        let bytes = &files[&entry.path];
        assert_eq!(entry.bytes, bytes.len() as u64, "{}", entry.path);
        assert_eq!(entry.blake3, blake3::hash(bytes).to_hex().to_string(), "{}", entry.path);
    }
}

#[test]
fn a_second_build_changes_nothing() {
    let (project, output) = (two_venues(), tempfile::tempdir().unwrap());
    build_well(project.path(), output.path(), &everything());
    let before = tree(output.path());
    let time = |path: &str| fs::metadata(output.path().join(path)).unwrap().modified().unwrap();
    let written = time("a/fr/house-rules.html");
    let report = build_well(project.path(), output.path(), &everything());
    assert!(before == tree(output.path()));
    assert_eq!(report.removed, 0);
    assert_eq!(time("a/fr/house-rules.html"), written, "the same bytes were written again");
}

#[test]
fn what_is_no_longer_wanted_goes() {
    let (project, output) = (two_venues(), tempfile::tempdir().unwrap());
    build_well(project.path(), output.path(), &everything());
    put(output.path(), "a/fr/notes.txt", "à moi");
    put(output.path(), "photo.png", "à moi");
    fs::remove_file(project.path().join("content/venues/b.yaml")).unwrap();
    venue(project.path(), "a", "orders: [{medium: house-rules, formats: [html]}]\n");
    let report = build_well(project.path(), output.path(), &everything());
    let sheet = ["a/fr/house-rules.html", "a/fr/notes.txt", "a/fr/thumbnails/house-rules.png", "a/fr/tips.json"];
    let kit = ["a/fragment.css", "manifest.json", "photo.png"];
    let left = [&["a.zip", "a/credits.txt", "a/fr/fragment.html"][..], &sheet[..], &kit[..]].concat();
    assert_eq!(sheets_tree(output.path()).into_keys().collect::<Vec<_>>(), left);
    assert!(report.removed > 0 && !output.path().join("b").exists());
    assert!(!output.path().join("site/b/fr/index.html").exists());
    let gone = fs::read_to_string(output.path().join("site/b/fr/house-rules/index.html")).unwrap();
    assert!(gone.contains("Ce document est retiré"), "{gone}");
    build_well(project.path(), output.path(), &everything());
    assert!(output.path().join("site/b/fr/house-rules/index.html").exists(), "a withdrawn sheet keeps its page");
}

#[test]
fn a_sheet_that_an_error_hides_is_not_withdrawn() {
    let (project, output) = (two_venues(), tempfile::tempdir().unwrap());
    build_well(project.path(), output.path(), &everything());
    let before = paths(output.path());
    venue(project.path(), "a", "orders: [{medium: house-rules, formats: [html], languages: [de]}]\n");
    let report = build_in(project.path(), output.path(), &Request { keep_going: true, ..everything() });
    assert!(!errors(&report).is_empty(), "an order in a language without words");
    assert_eq!(paths(output.path()), before);
    let page = fs::read_to_string(output.path().join("site/a/fr/house-rules/index.html")).unwrap();
    assert!(!page.contains("Ce document est retiré"), "{page}");
}

#[test]
fn an_edited_manifest_writes_nothing_outside() {
    let (project, output) = (two_venues(), tempfile::tempdir().unwrap());
    let inside = output.path().join("inside");
    build_well(project.path(), &inside, &everything());
    let mut previous = manifest(&inside).files;
    for entry in previous.iter_mut().filter(|entry| entry.is_page()) {
        entry.venue = Some("../../outside".to_owned());
        entry.path = "site/../../outside/fr/house-rules/index.html".to_owned();
    }
    build_well(project.path(), &inside, &Request { previous, ..everything() });
    let beside = fs::read_dir(output.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect::<Vec<_>>();
    assert_eq!(beside, ["inside"]);
}

#[test]
fn what_was_published_elsewhere_keeps_its_pages() {
    let (project, old, fresh) = (two_venues(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    build_well(project.path(), old.path(), &everything());
    fs::remove_file(project.path().join("content/venues/b.yaml")).unwrap();
    build_well(project.path(), fresh.path(), &everything());
    assert!(!fresh.path().join("site/b").exists());
    let request = Request { previous: manifest(old.path()).files, ..everything() };
    build_well(project.path(), fresh.path(), &request);
    assert!(fresh.path().join("site/b/fr/house-rules/index.html").exists());
    assert!(!fresh.path().join("b").exists());
}

#[test]
fn a_part_keeps_the_rest() {
    let (project, output) = (two_venues(), tempfile::tempdir().unwrap());
    build_well(project.path(), output.path(), &everything());
    let before = tree(output.path());
    let venue_a = Request { wanted: Wanted { venues: vec!["a".to_owned()], ..Wanted::default() }, ..everything() };
    for part in [venue_a, only(&[Medium::Mandate], &[]), only(&[], &[Format::Html])] {
        build_well(project.path(), output.path(), &part);
        assert!(before == tree(output.path()), "{:?}", part.wanted);
    }
}

#[test]
fn one_format_keeps_the_others() {
    let (project, output) = (two_venues(), tempfile::tempdir().unwrap());
    let orders =
        "orders: [{medium: poster-checklist, size: a4}, {medium: wallpaper, size: 800x600}, {medium: mandate}]\n";
    venue(project.path(), "a", orders);
    build_well(project.path(), output.path(), &everything());
    let before = tree(output.path());
    for format in Format::ALL {
        build_well(project.path(), output.path(), &only(&[], &[format]));
        let after = tree(output.path());
        let lost: Vec<&String> = before.keys().filter(|path| !after.contains_key(*path)).collect();
        assert!(before == after, "{}: lost {lost:?}", format.extension());
    }
}

#[test]
fn what_nobody_orders_is_said() {
    let (project, output) = (two_venues(), tempfile::tempdir().unwrap());
    let german = Wanted { langs: vec![lang("de")], ..Wanted::default() };
    for request in [Request { wanted: german, ..everything() }, only(&[Medium::Mandate], &[Format::Png])] {
        let report = build_in(project.path(), output.path(), &request);
        assert_eq!(errors(&report), ["nothing-to-make"]);
        assert!(paths(output.path()).is_empty());
    }
}

#[cfg(unix)]
#[test]
fn links_do_not_leave_the_project() {
    let (project, output) = (two_venues(), tempfile::tempdir().unwrap());
    put(output.path(), "logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    std::os::unix::fs::symlink(output.path().join("logo.svg"), project.path().join("logo.svg")).unwrap();
    venue(project.path(), "a", &format!("logo: {{file: logo.svg, alt: Logo}}\n{PAGES}"));
    assert_eq!(errors(&build_in(project.path(), output.path(), &everything())), ["path-leaves"]);
}

#[test]
fn good_venues_are_built_beside_broken_ones() {
    let (project, output) = (two_venues(), tempfile::tempdir().unwrap());
    build_well(project.path(), output.path(), &everything());
    let before = paths(output.path());
    put(project.path(), "content/venues/a.yaml", format!("name: Nouveau nom\n{PAGES}"));
    put(project.path(), "content/venues/b.yaml", format!("nom: Lieu b\n{PAGES}"));
    let stopped = build_in(project.path(), output.path(), &everything());
    assert_eq!((errors(&stopped), stopped.files), (vec!["yaml-unknown-key"], 0));
    let report = build_in(project.path(), output.path(), &Request { keep_going: true, ..everything() });
    assert_eq!((errors(&report), report.venues), (vec!["yaml-unknown-key"], 1));
    assert_eq!(paths(output.path()), before, "the last good files of a broken venue stay");
    let page = fs::read_to_string(output.path().join("a/fr/house-rules.html")).unwrap();
    assert!(page.contains("Nouveau nom"));
}

#[test]
fn a_sheet_that_fails_keeps_its_last_good_files() {
    let (project, output) = (two_venues(), tempfile::tempdir().unwrap());
    build_well(project.path(), output.path(), &everything());
    let before = paths(output.path());
    put(project.path(), "themes/default/house-rules.typ", "#couleur\n");
    let report = build_in(project.path(), output.path(), &Request { keep_going: true, ..everything() });
    assert!(errors(&report).iter().all(|id| *id == "theme-error"), "{}", french(&report.diagnostics));
    assert_eq!(paths(output.path()), before);
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let (project, folder) = (two_venues(), tempfile::tempdir().unwrap());
    let output = folder.path().join("output");
    fs::write(&output, "un fichier").unwrap();
    let report = build_in(project.path(), &output, &everything());
    assert_eq!(errors(&report), ["write-failed"]);
    assert!(french(&report.diagnostics).contains(&output.display().to_string()));
    assert_eq!(fs::read_to_string(&output).unwrap(), "un fichier");
}

#[test]
fn a_file_in_the_way_is_named() {
    let (project, output) = (two_venues(), tempfile::tempdir().unwrap());
    put(output.path(), "a", "un fichier");
    let report = build_in(project.path(), output.path(), &everything());
    assert!(!errors(&report).is_empty() && errors(&report).iter().all(|id| *id == "write-failed"));
    assert_eq!(fs::read_to_string(output.path().join("a")).unwrap(), "un fichier");
}

/// Builds one shipped venue in French.
fn shipped(venue: &str, media: &[Medium], formats: &[Format]) -> BTreeMap<String, Vec<u8>> {
    let output = tempfile::tempdir().unwrap();
    let mut request = only(media, formats);
    request.wanted.venues = vec![venue.to_owned()];
    request.wanted.langs = vec![lang("fr")];
    build_well(&root(), output.path(), &request);
    tree(output.path())
}

/// Width, height and dots per inch of a PNG.
fn png(bytes: &[u8]) -> (u32, u32, Option<u32>) {
    let reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let info = reader.info();
    let dots = info.pixel_dims.map(|dots| (f64::from(dots.xppu) * 0.0254).round() as u32);
    (info.width, info.height, dots)
}

#[test]
fn pictures_have_their_size_and_resolution() {
    let files = shipped("mediatheque-des-tanneurs", &[Medium::PosterChecklist, Medium::Wallpaper], &[Format::Png]);
    let of = |name: &str| png(&files[&format!("mediatheque-des-tanneurs/fr/{name}.png")]);
    assert_eq!(of("poster-checklist-a4"), (1240, 1754, Some(150)));
    assert_eq!(of("poster-checklist-a3"), (1754, 2480, Some(150)));
    for (name, width, height) in [("1366x768-dark", 1366, 768), ("1280x1024-light", 1280, 1024)] {
        assert_eq!(of(&format!("wallpaper-{name}")), (width, height, Some(96)));
    }
    assert!(files.contains_key("mediatheque-des-tanneurs/fr/poster-checklist-a4.txt"));
}

fn contains(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn documents_are_tagged_and_archivable() {
    let files = shipped("mediatheque-des-tanneurs", &[Medium::Booklet, Medium::HouseRules], &[Format::Pdf]);
    for name in ["booklet", "house-rules"] {
        let pdf = &files[&format!("mediatheque-des-tanneurs/fr/{name}.pdf")];
        assert!(pdf.starts_with(b"%PDF-"), "{name}");
        assert!(contains(pdf, "pdfuaid") && contains(pdf, "pdfaid"), "{name} lacks its marks");
    }
    let print = &files["mediatheque-des-tanneurs/fr/booklet-print-only.pdf"];
    assert!(print.starts_with(b"%PDF-") && !contains(print, "pdfuaid"));
}

#[test]
fn booklets_can_be_folded() {
    let output = tempfile::tempdir().unwrap();
    let mut request = only(&[Medium::Booklet], &[Format::Pdf]);
    request.wanted.langs = vec![lang("fr")];
    build_well(&root(), output.path(), &request);
    let manifest = manifest(output.path());
    let booklets: Vec<_> = manifest.files.iter().filter(|entry| entry.path.ends_with("/booklet.pdf")).collect();
    assert!(booklets.len() >= 5);
    for booklet in booklets {
        assert!(booklet.pages >= 8 && booklet.pages % 4 == 0, "{} has {} pages", booklet.path, booklet.pages);
    }
}
