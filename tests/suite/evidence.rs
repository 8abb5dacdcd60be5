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
    let orders = "orders: [{medium: easy-read, formats: [html], tips: [regards]}]\n";
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
