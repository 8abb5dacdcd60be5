//! What the program says of what it made: differences between builds, credits, evidence.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use pancarte::model::{Format, Medium};
use tempfile::TempDir;

use crate::support::{build_in, build_well, everything, french, only, put, root, text, tree};

const KIT: &str = "extends: pancarte
defaults: {keyboard: fr-azerty, languages: [fr], browsers: [firefox], colour: \"#006B57\"}
";
const ORDERS: &str = "orders:
  - {medium: house-rules}
  - {medium: poster-checklist, size: a4, formats: [pdf]}
  - {medium: wallpaper, size: 800x600, variants: [dark]}
";

/// A tip in Arabic, from a source with an open licence.
const TIP: &str = "moment: leaving
audience: public
pictogram: sortie
priority: 1
sources: [{title: Guide, address: https://exemple.fr/guide, consulted: 2026-11-01, licence: etalab-2.0}]
written_on: 2026-11-01
review_by: 2027-11-01
words:
  ar: {title: اخرج, action: اخرج, status: translated, easy: [{pictogram: sortie, sentences: [اخرج.]}]}
";

/// A project with one venue, and its first build.
fn built() -> (TempDir, TempDir) {
    let (project, output) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    put(project.path(), "content/kit.yaml", KIT);
    put(project.path(), "content/venues/a.yaml", format!("name: Lieu\n{ORDERS}"));
    build_well(project.path(), output.path(), &everything());
    (project, output)
}

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pancarte"));
    command.env_clear().env("LC_ALL", "fr_FR.UTF-8").args(arguments).output().unwrap()
}

fn succeed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn fail(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn sheets_whose_words_changed_are_reprinted() {
    let (project, output) = built();
    let old = project.path().join("old.json");
    fs::copy(output.path().join("manifest.json"), &old).unwrap();
    let diff = ["diff", path(&old), "--output", path(output.path())];
    assert!(succeed(&diff).starts_with("Sur papier : rien à réimprimer, rien à retirer, rien de nouveau."));
    let orders = ORDERS.replace("- {medium: house-rules}\n", "- {medium: booklet, formats: [html]}\n");
    put(project.path(), "content/venues/a.yaml", format!("name: Autre nom\n{orders}"));
    build_well(project.path(), output.path(), &everything());
    let said = succeed(&diff);
    let expected: Vec<Vec<&str>> = vec![
        vec!["a"],
        vec!["sur", "papier"],
        vec!["à", "réimprimer", "fr", "poster-checklist-a4", "A4"],
        vec!["à", "retirer", "fr", "house-rules", "A4"],
        vec!["sur", "écran"],
        vec!["à", "réimprimer", "fr", "wallpaper"],
        vec!["à", "réimprimer", "fr", "wallpaper-800x600-dark", "800", "×", "600"],
        vec!["nouveau", "fr", "booklet"],
    ];
    let lines: Vec<Vec<&str>> = said.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(lines.len(), expected.len() + 1, "{said}");
    for (line, wanted) in lines.iter().zip(&expected) {
        assert_eq!(&line[..wanted.len()], wanted, "{said}");
    }
    assert!(lines[2].len() == 8 && lines[2][6] == "→", "old code and new code: {said}");
    assert!(said.ends_with(
        "Sur papier : une feuille à réimprimer, une à retirer, rien de nouveau. Sur écran : 3 changements.\n"
    ));
    let json: serde_json::Value = serde_json::from_str(&succeed(&[&diff[..], &["--json"]].concat())).unwrap();
    assert_eq!(json[0]["paper"][0]["change"], "reprint");
    assert_ne!(json[0]["paper"][0]["old_code"], json[0]["paper"][0]["new_code"]);
}

#[test]
fn sheets_drawn_in_another_way_may_stay() {
    let (project, output) = built();
    let old = project.path().join("old.json");
    fs::copy(output.path().join("manifest.json"), &old).unwrap();
    put(project.path(), "content/venues/a.yaml", format!("name: Lieu\ncolour: \"#7A1F5C\"\n{ORDERS}"));
    build_well(project.path(), output.path(), &everything());
    let said = succeed(&["diff", path(&old), "--output", path(output.path())]);
    assert!(said.contains("4 documents sont dessinés autrement"), "{said}");
}

/// A build that must fail: what it says, in French.
fn refused(project: &Path, file: &str, text: &str) -> String {
    put(project, file, text);
    let output = tempfile::tempdir().unwrap();
    let report = build_in(project, output.path(), &only(&[Medium::HouseRules], &[Format::Html]));
    assert!(report.diagnostics.iter().any(|found| found.is_error()), "{file}: {text}");
    french(&report.diagnostics)
}

#[test]
fn pictures_without_a_free_licence_are_refused() {
    let (project, output) = built();
    let project = project.path();
    let theme = text(&root().join("themes/default/theme.yaml"));
    let licences = "themes/default/licences.yaml";
    let own = |id: &str| {
        format!(
            "licences:\n  - {{files: [pictograms/chat.svg], name: Chats, author: Léa, licence: {id}, address: 'https://exemple.fr'}}\n"
        )
    };
    let missing = refused(project, "themes/default/pictograms/chat.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    assert!(missing.contains("la licence d’un fichier n’est dite nulle part : pictograms/chat.svg"), "{missing}");
    assert!(missing.contains("themes/default/licences.yaml"), "{missing}");
    for (id, why) in [
        ("CC-BY-NC-SA-4.0", "interdit un usage commercial"),
        ("CC-BY-ND-4.0", "interdit de modifier"),
        ("Freeware", "n’est pas connue d’ici"),
        ("OFL-1.2", "vouliez-vous dire « OFL-1.1 »"),
    ] {
        let said = refused(project, licences, &own(id));
        assert!(said.contains(why) && said.contains("licences.yaml:2:"), "{id}: {said}");
    }
    put(project, licences, own("CC-BY-SA-4.0"));
    build_well(project, output.path(), &only(&[Medium::HouseRules], &[Format::Html]));
    let changed = theme.replace("licence: OFL-1.1", "licence: CC-BY-NC-4.0");
    assert!(refused(project, "themes/default/theme.yaml", &changed).contains("« Noto Sans Arabic » est sous"));
    let unsaid = theme.split("licences:\n").next().unwrap();
    assert!(refused(project, "themes/default/theme.yaml", unsaid).contains("la licence de "));
}

#[test]
fn credits_name_what_the_sheets_use() {
    let (project, output) = built();
    let credits = |venue: &str| text(&output.path().join(venue).join("credits.txt"));
    let french = credits("a");
    assert!(french.starts_with("Crédits – Lieu\n"), "{french}");
    for named in ["pancarte, CC BY 4.0", "Atkinson Hyperlegible Next, The", "CC0-1.0", "staysafeonline.org"] {
        assert!(french.contains(named), "{named}: {french}");
    }
    assert!(french.contains("consulté le ") && !french.contains("Noto Sans Arabic"), "{french}");
    let before = tree(output.path());
    build_well(project.path(), output.path(), &only(&[Medium::Wallpaper], &[]));
    assert!(before == tree(output.path()), "credits are those of the whole venue");
    let orders = "orders: [{medium: easy-read, formats: [html], tips: [regards, chat]}]\n";
    put(project.path(), "content/tips/chat.yaml", TIP);
    put(project.path(), "content/venues/b.yaml", format!("name: B\nlanguages: [ar]\n{orders}"));
    put(
        project.path(),
        "content/tips/regards/fr.md",
        shipped("content/tips/regards/fr.md").replace("---\n", "---\n# ici\n"),
    );
    build_well(project.path(), output.path(), &everything());
    let arabic = credits("b");
    assert!(arabic.contains("Noto Sans Arabic") && arabic.contains("pancarte مع تعديلات"), "{arabic}");
    assert!(!arabic.contains("OFL-1.1, https://github.com/notofonts/latin"), "{arabic}");
    assert!(arabic.contains("- Guide, https://exemple.fr/guide, ") && arabic.contains(", etalab-2.0\n"), "{arabic}");
}

fn shipped(path: &str) -> String {
    pancarte::files::Files::shipped().text(path).unwrap().text.to_string()
}

#[test]
fn manifests_that_cannot_be_read_are_said() {
    let (project, output) = built();
    let diff = |old: &str| fail(&["diff", old, "--output", path(output.path())]);
    let old = project.path().join("old.json");
    assert!(diff(path(&old)).contains("n’existe pas"));
    for (text, said) in [
        ("{\n  \"manifest\": 1,\n  \"files\": [}", ":3:13"),
        ("[]", "ce n’est pas un manifeste"),
        ("{\"manifest\": 7, \"pancarte\": \"9\", \"files\": []}", "de la version 7"),
    ] {
        fs::write(&old, text).unwrap();
        let complaint = diff(path(&old));
        assert!(complaint.contains(said) && complaint.contains("old.json"), "{complaint}");
    }
    fs::write(&old, [0xff, 0xfe]).unwrap();
    assert!(diff(path(&old)).contains("UTF-8"));
    let empty = tempfile::tempdir().unwrap();
    let current = output.path().join("manifest.json");
    assert!(fail(&["diff", path(&current), "--project", path(empty.path())]).contains("lancez pancarte build"));
}

/// The report of venue `a`, as a page and as data.
fn report(project: &Path, output: &Path, more: &[&str]) -> (String, serde_json::Value) {
    let arguments = ["report", "a", "--project", path(project), "--output", path(output), "--today", "2026-11-24"];
    let said = succeed(&[&arguments[..], more].concat());
    assert_eq!(said.lines().count(), 2, "{said}");
    let json = text(&output.join("a/report.json"));
    (text(&output.join("a/report.html")), serde_json::from_str(&json).unwrap())
}

fn sheet<'a>(report: &'a serde_json::Value, name: &str) -> &'a serde_json::Value {
    report["sheets"].as_array().unwrap().iter().find(|sheet| sheet["sheet"] == name).unwrap_or_else(|| panic!("{name}"))
}

#[test]
fn a_report_says_what_was_measured() {
    let (project, output) = built();
    let (page, data) = report(project.path(), output.path(), &[]);
    let manifest: serde_json::Value = serde_json::from_str(&text(&output.path().join("manifest.json"))).unwrap();
    let entries = manifest["files"].as_array().unwrap();
    for sheet in data["sheets"].as_array().unwrap().iter().filter(|sheet| sheet["sheet"] != "wallpaper") {
        let name = sheet["sheet"].as_str().unwrap();
        let measures = &sheet["measures"];
        assert!(measures["contrast"]["ratio"].as_f64().unwrap() >= 7.0, "{name}");
        assert!(measures["vision"]["ratio"].as_f64().unwrap() >= 4.5, "{name}");
        let entry = entries.iter().find(|entry| entry["sheet"] == name && entry["format"] == "pdf");
        assert_eq!(entry.is_some(), sheet["pdf"].is_object(), "{name}");
        if let Some(entry) = entry {
            assert_eq!((&entry["code"], &entry["pages"]), (&sheet["code"], &sheet["pdf"]["pages"]), "{name}");
            assert_eq!(measures["order"]["lines"], measures["order"]["in_order"], "{name}");
            assert_eq!(sheet["pdf"]["pdf_ua"], "1", "{name}");
            assert_eq!(sheet["pdf"]["pdf_a"], "2A", "{name}");
            assert_eq!(sheet["pdf"]["marked"], sheet["pdf"]["marked_in_order"], "{name}");
            assert!(sheet["pdf"]["tagged"] == true && sheet["pdf"]["lang"] == "fr", "{name}");
        }
    }
    let poster = sheet(&data, "poster-checklist-a4");
    assert!(poster["measures"]["smallest"]["cap_mm"].as_f64().unwrap() >= 4.5);
    assert!(page.contains("Vérifié par le programme") && page.contains("possède-t-il, si nécessaire"), "{page}");
    assert!(!page.to_lowercase().contains("conforme") && !page.contains("<script"), "a report claims nothing");
    for tag in ["section", "div", "table", "tr", "td", "ul", "small", "dl", "span"] {
        let opened = page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
        assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{tag}");
    }
}

#[test]
fn the_figures_of_a_report_follow_the_sheets() {
    let (project, output) = built();
    let contrast = |data: &serde_json::Value| sheet(data, "house-rules")["measures"]["contrast"]["fore"].clone();
    let (_, green) = report(project.path(), output.path(), &[]);
    put(project.path(), "content/venues/a.yaml", format!("name: Lieu\ncolour: \"#7A1F5C\"\n{ORDERS}"));
    let (page, purple) = report(project.path(), output.path(), &["--ui-lang", "en"]);
    assert_ne!(contrast(&green), contrast(&purple));
    assert!(page.contains("Checked by the program") && page.contains("lang=\"en\""), "{page}");
}

#[test]
fn a_build_takes_reports_away() {
    let (project, output) = built();
    let before = tree(output.path());
    report(project.path(), output.path(), &[]);
    assert_eq!(tree(output.path()).len(), before.len() + 2);
    build_well(project.path(), output.path(), &only(&[Medium::HouseRules], &[Format::Html]));
    assert!(before == tree(output.path()), "a report tells of the sheets of an earlier build");
}

#[test]
fn reports_of_what_is_not_there_are_refused() {
    let (project, output) = built();
    let arguments = |venue: &'static str| ["report", venue, "--project", path(project.path()), "--output"];
    let said = fail(&[&arguments("b")[..], &[path(output.path())]].concat());
    assert!(said.contains("le lieu « b » n’existe pas"), "{said}");
    put(project.path(), "themes/default/house-rules.typ", "#couleur\n");
    let said = fail(&[&arguments("a")[..], &[path(output.path())]].concat());
    assert!(said.contains("house-rules.typ"), "{said}");
    let page = text(&output.path().join("a/report.html"));
    assert!(page.contains("n’a pas pu être fait"), "{page}");
}
