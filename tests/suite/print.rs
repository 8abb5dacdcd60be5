//! Files for printing only: true boxes, all sheets, instructions beside each, and a warning where a booklet is too thick.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::OnceLock;

use pancarte::manifest::{Entry, Manifest};
use pancarte::model::{Format, Medium};

use crate::support::{build_in, build_well, everything, french, only, put, tests, tree};

const MM_PER_POINT: f64 = 25.4 / 72.0;
const BOXES: [&str; 3] = ["MediaBox", "BleedBox", "TrimBox"];

/// The files of the project `print`.
fn built() -> &'static BTreeMap<String, Vec<u8>> {
    static FILES: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    FILES.get_or_init(|| {
        let output = tempfile::tempdir().unwrap();
        build_well(&tests("projects/print"), output.path(), &everything());
        tree(output.path())
    })
}

/// Entries of the manifest whose path ends so.
fn entries(ending: &str) -> Vec<Entry> {
    let manifest: Manifest = serde_json::from_slice(&built()["manifest.json"]).unwrap();
    manifest.files.into_iter().filter(|entry| entry.path.ends_with(ending)).collect()
}

/// Left, top, right and bottom of a box of the only page, in millimetres from the lower left corner.
fn sides(pdf: &[u8], name: &str) -> [f64; 4] {
    let text = String::from_utf8_lossy(pdf);
    let after = text.split(&format!("/{name}")).nth(1).unwrap_or_else(|| panic!("no {name}"));
    let inside = after.split(['[', ']']).nth(1).unwrap();
    let points: Vec<f64> = inside.split_whitespace().map(|number| number.parse().unwrap()).collect();
    [0, 1, 2, 3].map(|at| points[at] * MM_PER_POINT)
}

#[test]
fn a_press_cuts_where_it_must() {
    let presses = entries("-press-print-only.pdf");
    assert_eq!(presses.len(), 3);
    for press in presses {
        let pdf = &built()[&press.path];
        let [media, bleed, trim] = BOXES.map(|name| sides(pdf, name));
        let sheet = entries(&format!("{}.pdf", press.path.trim_end_matches("-press-print-only.pdf")));
        let (width, height) = sheet[0].mm.unwrap();
        assert!((trim[2] - trim[0] - width).abs() < 0.1 && (trim[3] - trim[1] - height).abs() < 0.1, "{}", press.path);
        for (at, sign) in [(0, -1.0), (1, -1.0), (2, 1.0), (3, 1.0)] {
            assert!((sign * (bleed[at] - trim[at]) - 3.0).abs() < 0.05, "{}: {bleed:?} {trim:?}", press.path);
            assert!(sign * (media[at] - bleed[at]) >= 5.0, "no room for marks: {}", press.path);
        }
        let (media_width, media_height) = press.mm.unwrap();
        assert!((media[2] - media_width).abs() < 0.05 && (media[3] - media_height).abs() < 0.05);
        assert_eq!((press.kind.as_str(), press.pages), ("print-only", 1));
    }
}

#[test]
fn sheets_follow_their_plan() {
    let of = |name: &str| {
        let entry = &entries(&format!("{name}-tiles-print-only.pdf"))[0];
        (entry.pages, entry.mm.unwrap())
    };
    assert_eq!(of("fr/poster-checklist-a3"), (5, (210.0, 297.0)));
    assert_eq!(of("ar/poster-checklist-a3"), (5, (210.0, 297.0)));
    assert_eq!(of("fr/poster-tip-a2-landscape-regards"), (9, (210.0, 297.0)));
}

#[test]
fn booklets_lie_on_paper_of_twice_their_size() {
    for entry in entries("/booklet-print-only.pdf") {
        let booklet = &entries(&entry.path.replace("-print-only", ""))[0];
        assert_eq!((entry.pages, entry.mm), (booklet.pages / 2, Some((297.0, 210.0))));
    }
}

#[test]
fn printing_is_told_beside_each_file() {
    let files = entries("-print-only.pdf");
    assert_eq!(files.len(), 8);
    for file in files {
        let pdf = &built()[&file.path];
        let tagged = pdf.windows(15).any(|bytes| bytes == b"/StructTreeRoot");
        assert!(!tagged, "{}", file.path);
        let entry = entries(&file.path.replace(".pdf", ".txt")).remove(0);
        assert_eq!((entry.kind.as_str(), entry.mm), ("instruction", None));
        let words = std::str::from_utf8(&built()[&entry.path]).unwrap();
        assert!(words.contains("\n1. ") && !words.contains(['{', '}']), "{words}");
    }
    let words = |path: &str| std::str::from_utf8(&built()[path]).unwrap();
    let french = words("mairie/fr/booklet-print-only.txt");
    assert!(french.starts_with("Livret d’accueil – Mairie de Valmont – Pour l’impression seulement\n"), "{french}");
    assert!(french.contains("\n1. Imprimez sur A4, recto verso. Retournez sur le petit côté.\n"), "{french}");
    let press = words("mairie/fr/poster-checklist-a3-press-print-only.txt");
    assert!(press.contains("A3, 297 × 420 mm"), "{press}");
}

/// A venue with so many tips of its own that its booklet is thick.
fn thick(project: &Path) {
    put(
        project,
        "content/kit.yaml",
        "extends: pancarte\ndefaults: {keyboard: fr-azerty, languages: [fr], browsers: [firefox]}\n",
    );
    put(project, "content/venues/a.yaml", "name: Lieu\ncolour: \"#006B57\"\norders: [{medium: booklet}]\n");
    for at in 0..24 {
        let mut tip = String::from("moment: online\naudience: public\npictogram: cle\npriority: 50\n");
        let _ = writeln!(tip, "sources: [{{title: Une page, address: \"https://exemple.fr\", consulted: 2026-11-24}}]");
        tip += "written_on: 2026-11-24\nreview_by: 2027-11-24\nwords:\n  fr:\n    title: Un conseil\n";
        let _ = write!(
            tip,
            "    action: Gardez vos secrets\n    support: Le conseil {at}.\n    easy: []\n    body: Un texte.\n"
        );
        put(project, &format!("content/tips/plus-{at}.yaml"), tip);
    }
}

#[test]
fn a_thick_booklet_is_told() {
    let (project, output) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    thick(project.path());
    let report = build_in(project.path(), output.path(), &only(&[Medium::Booklet], &[Format::Pdf]));
    let said = french(&report.diagnostics);
    assert_eq!(report.diagnostics.len(), 1, "{said}");
    assert!(!report.diagnostics[0].is_error());
    assert!(tree(output.path()).contains_key("a/fr/booklet-print-only.pdf"), "a warning stops nothing");
    let expected =
        "attention: ce livret de 20 pages est épais : celles du milieu dépassent de 0,6 mm\n--> a/fr/booklet\n";
    assert!(said.starts_with(expected), "{said}");
}
