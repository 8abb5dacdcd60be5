//! The program as people run it: commands, exit codes, languages.

use std::path::Path;
use std::process::{Command, Output};

use crate::support::{tests, tree};

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
    assert!(written.contains_key("manifest.json") && written.contains_key("index.html"));
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
