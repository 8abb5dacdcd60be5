//! Small projects that must build, and what must stand in their sheets: `tests/projects/<case>/`, whose `expected.txt` lists
//! the files.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use base64::Engine as _;
use pancarte::content::{self, Catalog};
use pancarte::diag::Diagnostics;
use pancarte::files::Files;
use pancarte::model::plain_blocks;
use resvg::usvg::roxmltree;

use crate::support::{build_well, differs, everything, folders, lang, tests, tree};

/// Files of a built project by path.
type Built = BTreeMap<String, Vec<u8>>;

/// All cases; each has a test that builds it.
const CASES: [&str; 10] = [
    "arabic-only",
    "bilingual",
    "cascade",
    "deploy",
    "forms",
    "hostile",
    "keyboards",
    "orders",
    "print",
    "seven-steps",
];

/// Builds a project, compares the list of its files, and returns them. A project is built once for all tests.
fn built(case: &'static str) -> &'static Built {
    static ALL: OnceLock<BTreeMap<&'static str, OnceLock<Built>>> = OnceLock::new();
    let all = ALL.get_or_init(|| CASES.map(|case| (case, OnceLock::new())).into());
    all[case].get_or_init(|| build(case))
}

fn build(case: &str) -> Built {
    let folder = tempfile::tempdir().unwrap();
    let project = tests("projects").join(case);
    build_well(&project, folder.path(), &everything());
    let files = tree(folder.path());
    let sheets = files.keys().filter(|path| !path.starts_with("site/"));
    let list: String = sheets.map(|path| format!("{path}\n")).collect();
    if let Some(problem) = differs(&project.join("expected.txt"), &list) {
        panic!("{problem}");
    }
    files
}

fn words(files: &Built, path: &str) -> String {
    let bytes = files.get(path).unwrap_or_else(|| panic!("{path} is missing"));
    String::from_utf8(bytes.clone()).unwrap()
}

fn catalog(case: &str) -> Catalog {
    let mut diagnostics = Diagnostics::new();
    let loaded = content::load(Files::project(&tests("projects").join(case)), &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    loaded.unwrap().0
}

#[test]
fn every_case_is_tested() {
    assert_eq!(folders(&tests("projects")), CASES);
    CASES.iter().for_each(|case| assert!(built(case).contains_key("manifest.json"), "{case}"));
}

#[test]
fn forms_of_a_tip_mean_the_same() {
    let files = built("forms");
    let of = |id: &str| words(files, &format!("mairie/fr/poster-tip-a3-{id}.txt"));
    let first = of("dossier");
    assert!(first.contains("Écrivez vos conseils") && first.contains("Ctrl + Maj + Suppr"), "{first}");
    for id in ["liste", "seul", "texte"] {
        assert_eq!(of(id), first, "{id}");
    }
}

#[test]
fn forms_of_a_tip_read_the_same() {
    let catalog = catalog("forms");
    let of = |id: &str| {
        let tip = &catalog.tips[id];
        let words = &tip.words[&lang("fr")];
        let sources: Vec<_> = tip.sources.iter().map(|source| (&source.title, &source.address)).collect();
        format!("{:?} {:?} {} {sources:?}", words.action, words.easy, plain_blocks(&words.body))
    };
    for id in ["liste", "seul", "texte"] {
        assert_eq!(of(id), of("dossier"), "{id}");
    }
}

#[test]
fn the_nearest_value_wins() {
    built("cascade");
    let catalog = catalog("cascade");
    let venue = &catalog.venues["annexe"];
    let origins: BTreeMap<&str, (&str, String)> =
        venue.origins.iter().map(|(field, value, place)| (field.as_str(), (value.as_str(), place.brief()))).collect();
    let expected = [
        ("keyboard", "fr-azerty", "content/venues/annexe.yaml:4"),
        ("languages", "fr", "content/venues/annexe.yaml:5"),
        ("kind", "guichet", "content/venues/annexe.yaml:2"),
        ("organisation", "ville", "content/venues/annexe.yaml:3"),
        ("colour", "#006B57", "content/organisations/ville.yaml:2"),
        ("screens", "1920x1080", "content/organisations/ville.yaml:3"),
        ("address.town", "Valmont", "content/organisations/ville.yaml:4"),
        ("address.street", "1 rue du Port", "content/venues/annexe.yaml:6"),
        ("browsers", "edge", "content/kinds/guichet.yaml:2"),
        ("equipment.printer", "true", "content/kinds/guichet.yaml:5"),
        ("equipment.usb", "false", "content/kit.yaml:8"),
        ("orders", "house-rules", "content/kit.yaml:12"),
    ];
    for (field, value, place) in expected {
        assert_eq!(origins.get(field), Some(&(value, place.to_owned())), "{field}");
    }
    let contacts: Vec<&str> = venue.contacts.iter().map(|contact| contact.value.as_str()).collect();
    assert_eq!(contacts, ["03\u{a0}00\u{a0}00\u{a0}00\u{a0}01", "kit.exemple.fr"]);
}

#[test]
fn orders_are_followed() {
    let files = built("orders");
    let manifest: serde_json::Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    let entries = manifest["files"].as_array().unwrap();
    let entry = |path: &str| entries.iter().find(|entry| entry["path"] == path).unwrap_or_else(|| panic!("{path}"));
    let poster = entry("mairie/fr/poster-checklist-a4-salle-2.html");
    assert_eq!(poster["address"], "https://exemple.fr/postes/mairie/fr/poster-checklist-a4-salle-2");
    assert_eq!(entry("mairie/fr/poster-checklist-a3.pdf")["mm"], serde_json::json!([297.0, 420.0]));
    let page = words(files, "mairie/fr/poster-checklist-a4-salle-2.html");
    assert!(!page.contains("Effacez"), "a tip that was not ordered");
}

const SCRIPT: &str = "<script>alert(1)";
const NAME: &str = "#panic() `$x$` {{ x }} <script>alert(1)</script> *a* @ref \\ \" ' &\u{a0}~ [b](c)";

#[test]
fn hostile_words_stay_words() {
    let files = built("hostile");
    let said = words(files, "piege/fr/poster-tip-a3-piege.txt");
    assert!(said.contains(r##"#panic() $x$ @ref & \ "a" ~"##), "{said}");
    assert!(said.contains("#read('/etc/passwd') $x$ <script>alert(1)</script> *a* @ref = - + // &"), "{said}");
    assert!(said.contains(&NAME.replace('\u{a0}', " ")), "{said}");
}

#[test]
fn hostile_words_are_escaped_in_pages() {
    let files = built("hostile");
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8(bytes.clone()).unwrap();
        assert!(!page.contains(SCRIPT), "{path} runs a script");
        assert!(!page.contains("href=\"javascript:"), "{path} has a link that runs");
    }
    for sheet in ["poster-tip-a3-piege", "easy-read", "house-rules"] {
        let page = words(files, &format!("piege/fr/{sheet}.html"));
        assert!(page.contains("#panic() `$x$` {{ x }} &lt;script&gt;"), "{sheet} lacks the name");
    }
}

#[test]
fn hostile_words_leave_drawings_well_formed() {
    let drawings: Vec<_> = built("hostile").iter().filter(|(path, _)| path.ends_with(".svg")).collect();
    assert!(drawings.len() >= 4);
    for (path, bytes) in drawings {
        let drawing = std::str::from_utf8(bytes).unwrap();
        let document = roxmltree::Document::parse(drawing).unwrap_or_else(|error| panic!("{path}: {error}"));
        let root = document.root_element();
        assert_eq!((root.attribute("role"), root.attribute("lang")), (Some("img"), Some("fr")), "{path}");
        let has = |name: &str| root.children().any(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name)));
        assert!(has("title") && has("desc"), "{path}");
        assert!(!document.descendants().any(|node| node.tag_name().name() == "script"), "{path}");
    }
}

#[test]
fn long_names_stay_whole() {
    let name = &catalog("hostile").venues["long"].name;
    assert!(name.chars().count() >= 120, "{name}");
    let files = built("hostile");
    assert!(words(files, "long/fr/poster-checklist-a4.txt").contains(name.as_str()));
    assert!(words(files, "long/fr/poster-checklist-a4.html").contains(name.as_str()));
}

#[test]
fn arabic_alone_reads_from_the_right() {
    let files = built("arabic-only");
    let page = words(files, "markaz/ar/poster-checklist-a4.html");
    assert!(page.contains("dir=\"rtl\"") && page.contains("lang=\"ar\"") && page.contains("مركز الخدمات"));
    assert!(words(files, "site/markaz/ar/index.html").contains("poster-checklist-a4.html"));
}

#[test]
fn the_keyboard_on_the_table_decides() {
    let files = built("keyboards");
    let page = words(files, "bureau-francais/ar/poster-checklist-a4.html");
    assert!(page.contains("<kbd>Maj</kbd>") && page.contains("<kbd>Suppr</kbd>"), "French keys on an Arabic poster");
    let page = words(files, "bureau-arabe/fr/poster-checklist-a4.html");
    assert!(page.contains("<kbd>Shift</kbd>") && page.contains("<kbd>Delete</kbd>"), "Arabic keys on a French poster");
    let page = words(files, "bureau-mac/fr/poster-checklist-a4.html");
    assert!(page.contains("Historique &gt; Effacer l’historique"), "a way through the menus");
}

/// Brightest difference from the background in a strip of a picture, from 0 to 255.
fn contrast(picture: &image::GrayImage, from: u32, to: u32) -> u8 {
    let ground = picture.get_pixel(0, 0).0[0];
    let strip = picture.enumerate_pixels().filter(|(x, ..)| (from..to).contains(x));
    strip.map(|(.., pixel)| pixel.0[0].abs_diff(ground)).max().unwrap_or_default()
}

#[test]
fn icons_stand_where_the_system_puts_them() {
    let files = built("keyboards");
    let sides = [("bureau-francais/ar", "left"), ("bureau-arabe/fr", "right"), ("bureau-mac/fr", "right")];
    for (folder, side) in sides {
        let bytes = &files[&format!("{folder}/wallpaper-1366x768-dark.png")];
        let picture = image::load_from_memory(bytes).unwrap().to_luma8();
        let strip = picture.width() / 8;
        let (from, to) = if side == "left" { (0, strip) } else { (picture.width() - strip, picture.width()) };
        assert!(contrast(&picture, from, to) < 60, "{folder}: words where icons stand, on the {side}");
        let (from, to) = (picture.width() / 2 - 2 * strip, picture.width() / 2 + 2 * strip);
        assert!(contrast(&picture, from, to) > 100, "{folder}: no words at all");
    }
}

/// Pages of a sheet as drawings.
fn drawings<'a>(files: &'a Built, sheet: &str) -> Vec<&'a str> {
    let of_sheet = |path: &&String| path.starts_with(&format!("{sheet}-p")) && path.ends_with(".svg");
    let paths: Vec<&String> = files.keys().filter(of_sheet).collect();
    paths.into_iter().map(|path| std::str::from_utf8(&files[path]).unwrap()).collect()
}

/// Whether a QR code is drawn on some page: the one drawing whose edges must stay sharp.
fn shows_code(files: &Built, sheet: &str) -> bool {
    const PICTURE: &str = "data:image/svg+xml;base64,";
    let pages = drawings(files, sheet);
    assert!(!pages.is_empty(), "{sheet} has no drawings");
    let pictures = pages.iter().flat_map(|page| page.split(PICTURE).skip(1));
    let decode =
        |rest: &str| base64::engine::general_purpose::STANDARD.decode(rest.split('"').next().unwrap()).unwrap();
    pictures.map(decode).any(|picture| String::from_utf8_lossy(&picture).contains("crispEdges"))
}

#[test]
fn the_code_stands_where_there_is_an_address() {
    let files = built("bilingual");
    for sheet in ["avec-adresse/fr+ar/easy-read", "avec-adresse/fr/easy-read", "avec-adresse/fr/booklet-a6"] {
        assert!(shows_code(files, sheet), "{sheet}");
    }
    for sheet in ["sans-adresse/ar+fr/easy-read", "sans-adresse/ar/booklet-a6", "sans-adresse/fr/booklet"] {
        assert!(!shows_code(files, sheet), "{sheet}");
    }
}

#[test]
fn pages_for_notes_are_declared() {
    let files = built("bilingual");
    let manifest: serde_json::Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    for entry in manifest["files"].as_array().unwrap().iter().filter(|entry| entry["kind"] != "page") {
        let notes = entry["notes_pages"].as_u64();
        let path = entry["path"].as_str().unwrap();
        assert_eq!(notes.is_some(), path.contains("/booklet"), "{path}");
        // cover, contents, one page for each of two moments at least, contacts, back cover
        assert!(notes.is_none_or(|notes| notes <= 3), "{path}: {notes:?}");
    }
}

#[test]
fn two_languages_say_the_same_under_one_number() {
    let files = built("bilingual");
    let page = words(files, "avec-adresse/fr+ar/easy-read.html");
    let of = |before: &str| page.matches(before).count();
    assert_eq!(of("<div class=\"one\">"), of("<div class=\"one\" lang=\"ar\" dir=\"rtl\">"));
    assert!(page.contains("احم معلوماتك") && page.contains("Protégez vos informations"));
    let poster = words(files, "avec-adresse/fr+ar/poster-checklist-a4.html");
    let steps = poster.matches("<p class=\"action\">").count();
    assert!(steps >= 4, "{steps} steps");
    assert_eq!(poster.matches("<p class=\"action\" lang=\"ar\" dir=\"rtl\">").count(), steps);
}
