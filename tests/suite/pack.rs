//! The archive of a venue: its files, nobody else's, with checksums that hold and a page that says how they are printed.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;

use pancarte::manifest::{Entry, Manifest};
use pancarte::model::Medium;
use pancarte::pipeline::Request;
use pancarte::plan::Wanted;
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::support::{build_in, build_well, everything, only, put, tests, tree};

const KIT: &str = "extends: pancarte
defaults: {keyboard: fr-azerty, languages: [fr], browsers: [firefox], colour: \"#006B57\", date: 2026-03-09}
";

fn venue(project: &Path, id: &str, orders: &str) {
    put(project, &format!("content/venues/{id}.yaml"), format!("name: Lieu {id}\norders: [{orders}]\n"));
}

/// A project with venues `a` and `b`.
fn two_venues() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "content/kit.yaml", KIT);
    venue(folder.path(), "a", "{medium: mandate, formats: [pdf, html]}, {medium: house-rules, formats: [html]}");
    venue(folder.path(), "b", "{medium: house-rules, formats: [html]}");
    folder
}

fn of_venue(id: &str) -> Request {
    Request { wanted: Wanted { venues: vec![id.to_owned()], ..Wanted::default() }, ..everything() }
}

fn manifest(output: &Path) -> Vec<Entry> {
    let manifest: Manifest = serde_json::from_slice(&fs::read(output.join("manifest.json")).unwrap()).unwrap();
    manifest.files
}

/// Files of an archive by path.
fn unzip(bytes: Vec<u8>) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        let name = file.name().unwrap().into_owned();
        assert!(!files.contains_key(&name), "{name} twice");
        files.insert(name, bytes);
    }
    files
}

fn packed(output: &Path, venue: &str) -> BTreeMap<String, Vec<u8>> {
    unzip(fs::read(output.join(format!("{venue}.zip"))).unwrap())
}

/// The archives of a venue hold what the manifest says, with the bytes that stand beside them and their checksums.
fn check_archive(output: &Path, venue: &str) {
    let mut files = packed(output, venue);
    let sums = String::from_utf8(files.remove(&format!("{venue}/SHA256SUMS")).unwrap()).unwrap();
    let hexadecimal =
        |bytes: &[u8]| -> String { Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect() };
    let expected: String = files
        .iter()
        .map(|(path, bytes)| format!("{}  {}\n", hexadecimal(bytes), path.strip_prefix(&format!("{venue}/")).unwrap()))
        .collect();
    assert_eq!(sums, expected);
    let own = |entry: &Entry| entry.venue.as_deref() == Some(venue) && !entry.path.starts_with("site/");
    let left_out = ["thumbnail", "zip", "report"];
    let listed = manifest(output).into_iter().filter(|entry| own(entry) && !left_out.contains(&entry.kind.as_str()));
    assert_eq!(files.keys().cloned().collect::<Vec<_>>(), listed.map(|entry| entry.path).collect::<Vec<_>>());
    for (path, bytes) in &files {
        assert!(*bytes == fs::read(output.join(path)).unwrap(), "{path}");
    }
}

#[test]
fn an_archive_holds_the_files_of_its_venue() {
    let (project, output) = (two_venues(), tempfile::tempdir().unwrap());
    build_well(project.path(), output.path(), &everything());
    for venue in ["a", "b"] {
        check_archive(output.path(), venue);
        let zip = fs::read(output.path().join(format!("{venue}.zip"))).unwrap();
        assert!(zip == fs::read(output.path().join(format!("site/{venue}.zip"))).unwrap());
        let page = fs::read_to_string(output.path().join(format!("site/{venue}/fr/index.html"))).unwrap();
        assert!(page.contains(&format!("href=\"../../{venue}.zip\"")), "the page of the venue offers it");
    }
    let a = packed(output.path(), "a");
    for path in ["a/credits.txt", "a/IMPRIMER.txt", "a/PRINT.txt", "a/imprimer.html", "a/print.html", "a/fr/tips.json"]
    {
        assert!(a.contains_key(path), "{path}");
    }
    let b: Vec<String> = packed(output.path(), "b").into_keys().collect();
    assert!(!b.iter().any(|path| path.contains("IMPRIMER")), "nothing of b is printed: {b:?}");
}

#[test]
fn every_member_has_the_day_of_its_venue() {
    let (project, output) = (two_venues(), tempfile::tempdir().unwrap());
    build_well(project.path(), output.path(), &everything());
    let bytes = fs::read(output.path().join("a.zip")).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for at in 0..zip.len() {
        let file = zip.by_index(at).unwrap();
        assert_eq!(file.last_modified().unwrap().to_string(), "2026-03-09 00:00:00", "{:?}", file.name());
        assert_eq!(file.unix_mode(), Some(0o100_644), "{:?}", file.name());
    }
}

#[test]
fn an_unchanged_archive_is_not_written_again() {
    let (project, output) = (two_venues(), tempfile::tempdir().unwrap());
    build_well(project.path(), output.path(), &everything());
    let before = tree(output.path());
    let written = |venue: &str| fs::metadata(output.path().join(format!("{venue}.zip"))).unwrap().modified().unwrap();
    let times = [written("a"), written("b")];
    build_well(project.path(), output.path(), &everything());
    assert!(before == tree(output.path()));
    assert_eq!(times, [written("a"), written("b")]);
    // a broken archive is made anew, with the same bytes
    fs::write(output.path().join("a.zip"), "cassé").unwrap();
    build_well(project.path(), output.path(), &everything());
    assert!(before == tree(output.path()));
    let elsewhere = tempfile::tempdir().unwrap();
    build_well(project.path(), elsewhere.path(), &Request { jobs: Some(1), ..everything() });
    assert!(before == tree(elsewhere.path()));
}

#[test]
fn a_part_makes_the_archive_of_the_whole() {
    let (project, output) = (two_venues(), tempfile::tempdir().unwrap());
    build_well(project.path(), output.path(), &everything());
    let b = fs::read(output.path().join("b.zip")).unwrap();
    put(
        project.path(),
        "content/venues/a.yaml",
        "name: Nouveau nom\norders: [{medium: mandate, formats: [pdf]}, {medium: house-rules, formats: [html]}]\n",
    );
    build_well(project.path(), output.path(), &only(&[Medium::Mandate], &[]));
    check_archive(output.path(), "a");
    let a = packed(output.path(), "a");
    assert!(a.contains_key("a/fr/house-rules.html"), "what was not made today is there");
    assert!(String::from_utf8_lossy(&a["a/credits.txt"]).contains("Nouveau nom"));
    assert!(b == fs::read(output.path().join("b.zip")).unwrap());
    // a file that somebody took away is not in it, and its checksum neither
    fs::remove_file(output.path().join("a/fr/house-rules.html")).unwrap();
    venue(project.path(), "a", "{medium: mandate, formats: [pdf]}, {medium: house-rules, formats: [html]}");
    build_well(project.path(), output.path(), &only(&[Medium::Mandate], &[]));
    let a = packed(output.path(), "a");
    assert!(!a.contains_key("a/fr/house-rules.html"));
    assert!(!String::from_utf8_lossy(&a["a/SHA256SUMS"]).contains("house-rules"));
}

#[test]
fn archives_go_with_their_venue_and_stay_while_something_is_wrong() {
    let (project, output) = (two_venues(), tempfile::tempdir().unwrap());
    build_well(project.path(), output.path(), &everything());
    let before = fs::read(output.path().join("a.zip")).unwrap();
    put(project.path(), "content/venues/b.yaml", "nom: Lieu b\n");
    let broken = build_in(project.path(), output.path(), &Request { keep_going: true, ..everything() });
    assert!(broken.diagnostics.iter().any(|found| found.is_error()));
    assert!(before == fs::read(output.path().join("a.zip")).unwrap() && output.path().join("b.zip").exists());
    fs::remove_file(project.path().join("content/venues/b.yaml")).unwrap();
    build_well(project.path(), output.path(), &of_venue("a"));
    assert!(output.path().join("b.zip").exists(), "only a was asked for");
    build_well(project.path(), output.path(), &everything());
    for path in ["b.zip", "site/b.zip", "b"] {
        assert!(!output.path().join(path).exists(), "{path}");
    }
    venue(project.path(), "a", "{medium: house-rules, formats: [html]}");
    build_well(project.path(), output.path(), &everything());
    assert!(!output.path().join("a/IMPRIMER.txt").exists() && output.path().join("a.zip").exists());
}

#[test]
fn the_guide_says_how_each_pdf_is_printed() {
    let output = tempfile::tempdir().unwrap();
    build_well(&tests("projects/print"), output.path(), &everything());
    check_archive(output.path(), "mairie");
    let entries = manifest(output.path());
    let pdfs: Vec<&Entry> = entries.iter().filter(|entry| entry.format == "pdf").collect();
    let read = |name: &str| fs::read_to_string(output.path().join("mairie").join(name)).unwrap();
    let (french, english) = (read("IMPRIMER.txt"), read("PRINT.txt"));
    for name in ["IMPRIMER.txt", "PRINT.txt", "imprimer.html", "print.html"] {
        for pdf in &pdfs {
            let file = pdf.path.rsplit('/').next().unwrap();
            assert_eq!(read(name).matches(file).count(), 1, "{file} in {name}");
        }
    }
    let pages = |path: &str| pdfs.iter().find(|entry| entry.path == path).unwrap().pages;
    let booklet = pages("mairie/fr/booklet-print-only.pdf") / 2;
    assert_eq!(booklet, pages("mairie/fr/booklet.pdf") / 4);
    let tiles = pages("mairie/fr/poster-tip-a2-landscape-regards-tiles-print-only.pdf");
    // the group that a file stands in, and its line
    let told = |guide: &str, file: &str| -> (String, String) {
        let part = guide.split("\n\n").find(|part| part.contains(&format!(" {file} "))).unwrap();
        let line = part.lines().find(|line| line.contains(&format!(" {file} "))).unwrap();
        let words: Vec<&str> = line.split_whitespace().collect();
        (part.lines().next().unwrap().to_owned(), words[1..].join(" "))
    };
    let cases = [
        ("poster-checklist-a3.pdf", "A3 – d’un seul côté – 2\u{a0}feuilles", "1\u{a0}feuille (fr, ar)".to_owned()),
        ("poster-tip-a2-landscape-regards.pdf", "Chez un imprimeur – format fini", "A2 (fr)".to_owned()),
        ("poster-checklist-a3-press-print-only.pdf", "Chez un imprimeur – format fini", "A3 (fr, ar)".to_owned()),
        (
            "poster-tip-a2-landscape-regards-tiles-print-only.pdf",
            "A4 – d’un seul côté, à assembler",
            format!("{tiles}\u{a0}feuilles (fr)"),
        ),
        ("booklet.pdf", "À l’écran – sans imprimer", String::new()),
        ("booklet-print-only.pdf", "A4 – recto verso", format!("{booklet}\u{a0}feuilles (fr")),
    ];
    for (file, group, line) in cases {
        let (head, rest) = told(&french, file);
        let (group, line) = (group.replace('\u{a0}', " "), line.replace('\u{a0}', " "));
        assert!(head.replace('\u{a0}', " ").starts_with(&group), "{file}: {head}");
        assert!(rest.replace('\u{a0}', " ").starts_with(&line), "{file}: {rest}");
    }
    assert!(french.contains("Retournez sur le petit côté") && french.contains("taille réelle"));
    assert!(told(&english, "booklet-print-only.pdf").0.starts_with("A4 – on both sides"));
    assert!(english.contains("Flip on the short edge") && english.contains("actual size"));
}
