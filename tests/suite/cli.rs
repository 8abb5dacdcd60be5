//! The program as people run it: commands, exit codes, languages.

use std::path::Path;
use std::process::{Command, Output};

use crate::support::{put, tests, text, tree};

/// Runs the program with these arguments, in French or English by its locale.
fn run(locale: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pancarte"));
    command.env_clear().env("LC_ALL", locale).args(arguments);
    command.output().unwrap()
}

fn french(arguments: &[&str]) -> Output {
    run("fr_FR.UTF-8", arguments)
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn complained(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// What a command that must succeed says.
fn succeed(arguments: &[&str]) -> String {
    let output = french(arguments);
    assert_eq!(code(&output), 0, "{arguments:?}: {}", complained(&output));
    said(&output)
}

/// What a command that must fail complains of.
fn fail(arguments: &[&str]) -> String {
    let output = french(arguments);
    assert_eq!(code(&output), 2, "{arguments:?}: {}", said(&output));
    complained(&output)
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_new_project_builds() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("projet");
    assert!(succeed(&["new", path(&project)]).starts_with("Projet créé dans "));
    let build = ["build", "--project", path(&project), "--medium", "poster-checklist", "--format", "pdf"];
    let last = succeed(&build);
    assert!(last.contains("1 lieu"), "{last}");
    let written = tree(&project.join("output"));
    assert!(written.contains_key("mon-lieu/fr/poster-checklist-a4.pdf"), "{:?}", written.keys());
    assert!(written.contains_key("manifest.json") && written.contains_key("site/index.html"));
    assert!(fail(&["new", path(&project)]).contains("existe déjà"));
}

#[test]
fn a_broken_project_exits_with_two() {
    let folder = tempfile::tempdir().unwrap();
    let project = tests("invalid/bad-colour");
    let build = ["build", "--project", path(&project), "--output", path(folder.path())];
    assert!(fail(&build).contains("n’est pas une couleur"));
    assert!(tree(folder.path()).is_empty());
}

#[test]
fn the_locale_chooses_the_language() {
    let list = ["list", "tips", "--project", "/nowhere"];
    assert!(complained(&run("fr_FR.UTF-8", &list)).starts_with("erreur"));
    assert!(complained(&run("de_DE.UTF-8", &list)).starts_with("error"));
    assert!(complained(&run("fr_FR.UTF-8", &[&list[..], &["--ui-lang", "en"]].concat())).starts_with("error"));
    assert!(complained(&run("C", &[&list[..], &["--ui-lang=fr"]].concat())).starts_with("erreur"));
}

#[test]
fn lists_are_printed() {
    let project = tests("projects/orders");
    let of = |what: &'static str| succeed(&["list", what, "--project", path(&project)]);
    assert!(of("venues").contains("mairie"));
    assert!(of("tips").contains("effacer-traces"));
    assert!(of("media").contains("poster-checklist"));
    assert!(of("themes").contains("default"));
}

#[test]
fn values_are_explained() {
    let project = tests("projects/cascade");
    let explained = succeed(&["explain", "annexe", "--project", path(&project)]);
    let colour = explained.lines().find(|line| line.starts_with("colour")).unwrap();
    assert!(colour.contains("#006B57") && colour.ends_with("content/organisations/ville.yaml:2"), "{colour}");
    assert!(fail(&["explain", "annexes", "--project", path(&project)]).contains("vouliez-vous dire « annexe »"));
}

#[test]
fn schemas_are_json() {
    let schema: serde_json::Value = serde_json::from_str(&succeed(&["schema"])).unwrap();
    assert!(schema["$defs"]["profile"]["properties"]["colour"].is_object());
    let folder = tempfile::tempdir().unwrap();
    let said = succeed(&["schema", "--into", path(folder.path())]);
    assert!(said.contains("yaml-language-server"), "{said}");
    assert!(tree(folder.path()).contains_key("tip.schema.json"));
}

#[test]
fn shells_and_readers_are_served() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(succeed(&["completions", shell]).contains("keep-going"), "{shell}");
    }
    assert!(succeed(&["man"]).contains(".TH pancarte"));
    assert!(succeed(&["--help"]).contains("Usage : pancarte"));
    assert!(succeed(&["build", "--help"]).contains("Seulement ce lieu"));
    assert!(succeed(&["--version"]).starts_with("pancarte "));
}

#[test]
fn wrong_arguments_are_explained() {
    let project = tests("projects/orders");
    assert!(fail(&["build", "--venu", "x"]).contains("« --venu » n’est pas connu"));
    assert!(fail(&["bild"]).contains("« bild » n’est pas connu"));
    assert!(fail(&["list", "venue"]).contains("possible : venues, tips, media, themes"));
    assert!(fail(&["build", "--format", "docx"]).contains("possible : pdf, svg, png, html"));
    assert!(fail(&["build", "--medium", "poster"]).contains("vouliez-vous dire « poster-tip »"));
    assert!(fail(&["build", "--lang", "FR"]).contains("n’est pas un code de langue"));
    assert!(fail(&["explain"]).contains("il manque"));
    let unknown = fail(&["build", "--project", path(&project), "--venue", "marie"]);
    assert!(unknown.contains("vouliez-vous dire « mairie »"), "{unknown}");
    assert!(!project.join("output").exists());
}

#[test]
fn eject_never_overwrites() {
    let folder = tempfile::tempdir().unwrap();
    let eject = ["eject", "theme", "--project", path(folder.path())];
    assert!(succeed(&eject).contains("themes/default"));
    assert!(tree(folder.path()).contains_key("themes/default/theme.yaml"));
    assert!(fail(&eject).contains("existe déjà"));
    assert!(succeed(&["eject", "tips", "--project", path(folder.path())]).contains("content/tips"));
}

/// A project with one sentence that is too long for easy-read, in a folder whose name needs escaping.
fn project_with_a_fault(root: &Path) {
    let kit = "extends: pancarte\ndefaults:\n  keyboard: fr-azerty\n  colour: \"#7B2CBF\"\n  languages: [fr]\n";
    put(root, "content/kit.yaml", kit);
    put(root, "content/venues/essai.yaml", "name: Essai\norders:\n  - {medium: easy-read, tips: [essai]}\n");
    let tip = "---\nmoment: online\naudience: public\npictogram: fermer\npriority: 10\nsources:\n  - {title: Une page, \
               address: \"https://exemple.fr/page\", consulted: 2026-11-24}\nwritten_on: 2026-11-24\nreview_by: \
               2027-11-24\ntitle: Votre essai\naction: Fermez **la page**\neasy:\n  - pictogram: fermer\n    sentences:\n      \
               - Fermez la page du site internet avant de quitter l’ordinateur de la salle.\n---\nFermez la page.\n";
    put(root, "content/tips/essai.md", tip);
}

#[test]
fn findings_are_told_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    project_with_a_fault(folder.path());
    let project = folder.path().to_str().unwrap();
    let check = |more: &[&str]| {
        let fixed = ["check", "--today", "2026-11-24", "--project", project, "content/tips/essai.md"];
        french(&[fixed.as_slice(), more].concat())
    };
    let short = check(&["--format", "short"]);
    let line = "content/tips/essai.md:15:9: attention[ER-SENT-LEN] 14 mots dans cette phrase : 12 suffisent";
    assert!(said(&short).lines().any(|one| one == line), "{}", said(&short));
    assert_eq!(code(&short), 0);
    let human = said(&check(&[]));
    assert!(human.contains("attention[ER-SENT-LEN]") && human.contains("15 |"), "{human}");
    let github = said(&check(&["--format", "github"]));
    let start = "::warning file=content/tips/essai.md,line=15,col=9,title=ER-SENT-LEN::14 mots dans cette phrase";
    assert!(github.contains(start) && github.contains("%0A"), "{github}");
    let json: serde_json::Value = serde_json::from_str(&said(&check(&["--format", "json"]))).unwrap();
    let found = json["findings"].as_array().unwrap().iter().find(|one| one["rule"] == "ER-SENT-LEN").unwrap();
    assert_eq!((&found["line"], &found["end_column"], &found["tip"]), (&15.into(), &83.into(), &"essai".into()));
    let sarif: serde_json::Value = serde_json::from_str(&said(&check(&["--format", "sarif"]))).unwrap();
    let run = &sarif["runs"][0];
    let result = run["results"].as_array().unwrap().iter().find(|one| one["ruleId"] == "ER-SENT-LEN").unwrap();
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "content/tips/essai.md");
    assert_eq!((&place["region"]["startLine"], &result["level"]), (&15.into(), &"warning".into()));
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(rules.iter().any(|rule| rule["id"] == "ER-SENT-LEN" && rule["help"]["text"] != ""));
}

#[test]
fn what_is_denied_fails() {
    let folder = tempfile::tempdir().unwrap();
    project_with_a_fault(folder.path());
    let project = folder.path().to_str().unwrap();
    let denied = |what: &str| {
        code(&french(&["check", "--project", project, "--format", "short", "content/tips/essai.md", "--deny", what]))
    };
    assert_eq!([denied("ER-SENT-LEN"), denied("easy-read"), denied("warnings"), denied("notices")], [1; 4]);
    assert_eq!([denied("ER-NO-CAPS"), denied("privacy")], [0; 2]);
    assert_eq!([denied("er-sent-len"), denied("er-sentlen")], [1, 2]);
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(code(&french(&["check", "--project", empty.path().to_str().unwrap()])), 2);
}

#[test]
fn a_path_outside_the_project_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    project_with_a_fault(folder.path());
    let project = folder.path().to_str().unwrap();
    assert!(fail(&["check", "--project", project, "/etc"]).contains("n’est pas dans le projet"));
    let elsewhere = said(&french(&["check", "--project", project, "content/venues", "--format", "short"]));
    assert!(!elsewhere.contains("ER-SENT-LEN"), "{elsewhere}");
}

#[test]
fn a_rule_explains_itself_in_both_languages() {
    assert!(succeed(&["check", "--explain", "er-sent-len"]).contains("Pourquoi : "));
    let english = run("en_GB.UTF-8", &["check", "--explain", "ER-SENT-LEN"]);
    assert!(said(&english).contains("Why: "));
    assert!(fail(&["check", "--explain", "ER-SENTLEN"]).contains("ER-SENT-LEN"));
    assert!(succeed(&["list", "rules"]).lines().count() > 40);
}

#[test]
fn what_stops_the_check_is_said_wherever_one_looks() {
    let folder = tempfile::tempdir().unwrap();
    project_with_a_fault(folder.path());
    put(folder.path(), "content/kit.yaml", "extends: pancarte\nfoo: [\n");
    let output = french(&["check", "--project", folder.path().to_str().unwrap(), "content/tips"]);
    assert_eq!(code(&output), 2);
    assert!(said(&output).contains("content/kit.yaml:"), "{}", said(&output));
}

#[test]
fn a_line_with_a_secret_is_never_shown() {
    let folder = tempfile::tempdir().unwrap();
    project_with_a_fault(folder.path());
    let path = folder.path().join("content/tips/essai.md");
    let tip = text(&path).replace("Fermez la page.\n", "Mot de passe du wifi : Quincaille77! c'est bon.\n");
    put(folder.path(), "content/tips/essai.md", tip);
    let project = folder.path().to_str().unwrap();
    for format in ["human", "short", "json", "sarif", "github"] {
        let shown = said(&french(&["check", "--project", project, "content/tips", "--format", format]));
        assert!(shown.contains("PV-PASSWORD") && shown.contains("TY-APOSTROPHE"), "{format}: {shown}");
        assert!(!shown.contains("Quincaille"), "{format}: {shown}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_when_it_is_mended() {
    let folder = tempfile::tempdir().unwrap();
    project_with_a_fault(folder.path());
    let tip = text(&folder.path().join("content/tips/essai.md"))
        .replace("Fermez la page.\n", "Fermez la page !!  C'est fini.\n");
    put(folder.path(), "shared/essai.md", tip);
    let link = folder.path().join("content/tips/essai.md");
    std::fs::remove_file(&link).unwrap();
    std::os::unix::fs::symlink("../../shared/essai.md", &link).unwrap();
    let project = folder.path().to_str().unwrap();
    let named = said(&french(&["check", "--project", project, "--format", "short", "content/tips/essai.md"]));
    assert!(named.contains("TY-APOSTROPHE"), "{named}");
    french(&["check", "--project", project, "--fix", "content/tips/essai.md"]);
    assert!(link.is_symlink() && text(&folder.path().join("shared/essai.md")).contains("C’est fini"));
}
