//! Stamps: what was compared with what, what changed since, and what a sheet says of it.

use std::path::Path;
use std::process::{Command, Output};

use pancarte::content::{self, Catalog};
use pancarte::diag::Diagnostics;
use pancarte::files::Files;
use pancarte::model::{Date, Format, Medium, Stale, StampKind};
use pancarte::pipeline::Request;
use tempfile::TempDir;

use crate::support::{build_in, build_well, french, lang, only, put, text};

const KIT: &str = "defaults: {keyboard: fr-azerty, languages: [fr, en], browsers: [firefox], colour: \"#006B57\"}\n";
const TIP: &str = "moment: leaving
audience: public
pictogram: sortie
priority: 1
sources: []
written_on: 2026-11-01
review_by: 2027-11-01
words:
";
const FRENCH: &str = "  fr:
    title: Partir
    action: Fermez tout
    support: Rien ne reste.
    easy: [{pictogram: sortie, sentences: [Vous partez., Fermez tout.]}]
";
const ENGLISH: &str = "  en:
    title: Leaving
    action: Close everything
    status: translated
    easy: [{pictogram: sortie, sentences: [You leave., Close everything.]}]
";
const VENUE: &str = "name: Lieu\n";

/// A project with one tip in French and English, and the shipped words and shortcuts.
fn project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let shipped = Files::shipped();
    for path in ["content/words/fr.yaml", "content/words/en.yaml", "content/shortcuts.yaml"] {
        put(folder.path(), path, shipped.bytes(path, u64::MAX).unwrap());
    }
    put(folder.path(), "content/kit.yaml", KIT);
    put(folder.path(), "content/venues/lieu.yaml", VENUE);
    tip(folder.path(), FRENCH, ENGLISH);
    folder
}

fn tip(project: &Path, french: &str, english: &str) {
    put(project, "content/tips/partir.yaml", format!("{TIP}{french}{english}"));
}

fn catalog(project: &Path) -> (Catalog, Vec<&'static str>) {
    let mut found = Diagnostics::new();
    let loaded = content::load(Files::project(project), &mut found);
    (loaded.unwrap().0, found.iter().map(|found| found.message.id).collect())
}

fn stale(project: &Path, code: &str) -> Vec<(StampKind, String)> {
    let (catalog, _) = catalog(project);
    let stale = catalog.staleness(&catalog.tips["partir"], &lang(code));
    stale.into_iter().map(|Stale { kind, stamped_on, .. }| (kind, stamped_on.to_string())).collect()
}

fn unstamped(project: &Path, code: &str) -> Vec<StampKind> {
    let (catalog, _) = catalog(project);
    catalog.unstamped(&catalog.tips["partir"], &lang(code))
}

/// Runs `pancarte stamp` in French with these arguments.
fn run(project: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pancarte"));
    command.env_clear().env("LC_ALL", "fr_FR.UTF-8").env("SOURCE_DATE_EPOCH", "1795564799");
    command.arg("stamp").args(arguments).arg("--project").arg(project).output().unwrap()
}

/// What a stamp that must succeed says.
fn stamp(project: &Path, arguments: &[&str]) -> String {
    let output = run(project, arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What a stamp that must be refused complains of.
fn refused(project: &Path, arguments: &[&str]) -> String {
    let output = run(project, arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

const FILE: &str = "content/stamps/partir.yaml";

#[test]
fn a_change_of_the_source_makes_texts_stale() {
    let folder = project();
    let project = folder.path();
    assert_eq!(unstamped(project, "en"), [StampKind::Easy, StampKind::Review, StampKind::Translation]);
    stamp(project, &["partir", "--lang", "en"]);
    stamp(project, &["partir", "--lang", "fr", "--today", "2026-11-20"]);
    assert_eq!((stale(project, "fr"), stale(project, "en")), (vec![], vec![]));
    assert_eq!(unstamped(project, "en"), [StampKind::Review]);
    // where a line breaks, and spaces, are no change
    tip(project, &FRENCH.replace("support: Rien ne reste.", "support: \"Rien  ne\\u00a0reste.\""), ENGLISH);
    assert_eq!((stale(project, "fr"), stale(project, "en")), (vec![], vec![]));
    tip(project, &FRENCH.replace("Fermez tout\n", "Fermez bien tout\n"), ENGLISH);
    assert_eq!(stale(project, "fr"), [(StampKind::Easy, "2026-11-20".to_owned())]);
    assert_eq!(stale(project, "en"), [(StampKind::Translation, "2026-11-24".to_owned())]);
    let said = stamp(project, &["partir", "--lang", "en"]);
    assert!(said.contains("traduction : le texte de départ a changé depuis le 2026-11-24"), "{said}");
    assert!(said.contains("    Fermez {+bien+} tout\n") && !said.contains('\u{1b}'), "{said}");
    assert!(said.contains("facile à lire : le texte de départ n’a pas changé"), "{said}");
    assert_eq!(stale(project, "en"), []);
}

#[test]
fn the_file_is_read_as_it_was_written() {
    let folder = project();
    stamp(folder.path(), &["--all"]);
    let first = text(&folder.path().join(FILE));
    assert!(first.starts_with("# Written by `pancarte stamp`"), "{first}");
    assert!(first.contains("    date: 2026-11-24\n") && first.contains("      Fermez tout\n"), "{first}");
    let (catalog, found) = catalog(folder.path());
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(catalog.stamps["partir"].to_yaml(), first);
    assert!(stamp(folder.path(), &["--all"]).contains("Tout est déjà tamponné."));
    assert_eq!(text(&folder.path().join(FILE)), first);
}

#[test]
fn all_stamps_what_is_new_or_stale() {
    let folder = project();
    assert!(stamp(folder.path(), &["--all", "--lang", "fr"]).contains("Un texte tamponné."));
    tip(folder.path(), &FRENCH.replace("Vous partez.", "Vous allez partir."), ENGLISH);
    // the French easy-read text is bound to the title, action, support and body alone
    assert!(stamp(folder.path(), &["--all"]).contains("2 textes tamponnés."));
    assert_eq!(unstamped(folder.path(), "en"), [StampKind::Review]);
}

#[test]
fn a_review_needs_consent_and_holds_for_these_sentences() {
    let folder = project();
    let project = folder.path();
    let review = ["partir", "--lang", "fr", "--reviewed-by", "Ana B.", "--reviewed-by", "Lou"];
    let said = refused(project, &review);
    assert!(said.contains("ces noms seront imprimés") && said.contains("Ana B., Lou"), "{said}");
    assert!(!project.join(FILE).exists());
    stamp(project, &[&review[..], &["--consent"]].concat());
    stamp(project, &["partir", "--lang", "fr", "--reviewed-by", "Zoé", "--reviewed-by", "Lou", "--consent"]);
    let names = |project: &Path| {
        let (catalog, _) = catalog(project);
        catalog.review(&catalog.tips["partir"], &lang("fr")).map(|review| review.names.join(", "))
    };
    assert_eq!(names(project).as_deref(), Some("Ana B., Lou, Zoé"));
    tip(project, &FRENCH.replace("support: Rien ne reste.", "support: Tout est parti."), ENGLISH);
    assert_eq!(names(project).as_deref(), Some("Ana B., Lou, Zoé"));
    tip(project, &FRENCH.replace("Vous partez.", "Vous allez partir."), ENGLISH);
    assert_eq!(names(project), None);
    assert_eq!(stale(project, "fr"), [(StampKind::Review, "2026-11-24".to_owned())]);
    stamp(project, &["partir", "--lang", "fr", "--reviewed-by", "Lou", "--consent"]);
    assert_eq!(names(project).as_deref(), Some("Lou"), "those who read other sentences have not read these");
}

#[test]
fn wrong_requests_are_explained() {
    let folder = project();
    let project = folder.path();
    assert!(refused(project, &["parti", "--lang", "fr"]).contains("vouliez-vous dire « partir »"));
    assert!(refused(project, &["partir", "--lang", "ar"]).contains("n’a pas de texte en « ar »"));
    assert!(refused(project, &["partir", "--lang", "FR"]).contains("n’est pas un code de langue"));
    assert!(refused(project, &["partir"]).contains("il manque --lang"));
    assert!(refused(project, &["--lang", "fr"]).contains("il manque"));
    assert!(refused(project, &["partir", "--lang", "fr", "--all"]).contains("ou --all sans conseil"));
    assert!(refused(project, &["--all", "--reviewed-by", "Lou", "--consent"]).contains("ni relecture"));
    assert!(refused(project, &["partir", "--lang", "fr", "--today", "24/11/2026"]).contains("n’est pas une date"));
    tip(project, "  fr: {title: Partir, action: Fermez}\n", "");
    assert!(refused(project, &["partir", "--lang", "fr"]).contains("n’a rien à tamponner"));
}

#[test]
fn bad_files_are_said() {
    let folder = project();
    let project = folder.path();
    stamp(project, &["partir", "--lang", "fr"]);
    let good = text(&project.join(FILE));
    let cases = [
        (good.replace("Fermez tout", "Ouvrez tout"), "stamp-edited"),
        (good.replace("  fr:", "  de:"), "stamp-lang-unknown"),
        (good.replace("2026-11-24", "hier"), "date-bad"),
        (good.replace("hash:", "hache:"), "yaml-unknown-key"),
        (
            good.replace("easy:", "review:").replace("    date", "    names: [Lou]\n    consent: false\n    date"),
            "stamp-no-consent",
        ),
        (
            good.replace("easy:", "review:").replace("    date", "    names: []\n    consent: true\n    date"),
            "stamp-no-names",
        ),
    ];
    for (file, id) in cases {
        put(project, FILE, file);
        assert_eq!(catalog(project).1, [id]);
        let broken = !["stamp-edited", "stamp-lang-unknown"].contains(&id);
        assert_eq!(run(project, &["partir", "--lang", "fr"]).status.code(), Some(if broken { 2 } else { 0 }), "{id}");
    }
    put(project, FILE, good.clone());
    put(project, "content/stamps/partie.yaml", good);
    assert_eq!(catalog(project).1, ["stamp-tip-unknown"]);
}

fn easy_read(format: Format) -> Request {
    only(&[Medium::EasyRead], &[format])
}

#[test]
fn stale_sheets_are_refused_where_the_order_says_so() {
    let (folder, output) = (project(), tempfile::tempdir().unwrap());
    let project = folder.path();
    stamp(project, &["--all", "--today", "2026-11-20"]);
    let orders =
        "orders: [{medium: easy-read, languages: [en], stale: refuse}, {medium: easy-read, languages: [fr]}]\n";
    put(project, "content/venues/lieu.yaml", format!("{VENUE}{orders}"));
    build_well(project, output.path(), &easy_read(Format::Html));
    tip(project, &FRENCH.replace("Fermez tout\n", "Fermez bien tout\n"), ENGLISH);
    let report = build_in(project, output.path(), &Request { keep_going: true, ..easy_read(Format::Html) });
    let said = french(&report.diagnostics);
    assert!(
        said.contains("lieu/en/easy-read n’est pas fait : la traduction de partir (en) date du 2026-11-20"),
        "{said}"
    );
    assert!(said.contains("content/tips/partir.yaml:16") && said.contains("pancarte stamp partir --lang en"), "{said}");
    assert_eq!((report.sheets, report.diagnostics.len()), (1, 1), "the French sheet prints what it has");
    tip(project, FRENCH, &ENGLISH.replace("Close everything\n", "Close it all\n"));
    let report = build_in(project, output.path(), &easy_read(Format::Html));
    assert!(french(&report.diagnostics).contains("le texte facile à lire de partir (en)"));
}

#[test]
fn a_sheet_names_its_readers_while_they_read_it() {
    let (folder, output) = (project(), tempfile::tempdir().unwrap());
    let project = folder.path();
    put(project, "content/venues/lieu.yaml", format!("{VENUE}languages: [fr]\n"));
    let page = || {
        build_well(project, output.path(), &easy_read(Format::Html));
        text(&output.path().join("lieu/fr/easy-read.html"))
    };
    let code = |page: &str| {
        page.split("<div class=\"imprint\">").nth(1).unwrap().split("<bdi>").nth(1).unwrap()[..5].to_owned()
    };
    let before = page();
    assert!(!before.contains("Lou"));
    stamp(project, &["partir", "--lang", "fr", "--reviewed-by", "Lou", "--consent"]);
    let read = page();
    assert!(read.contains("Lou"), "the readers are named");
    assert_ne!(code(&before), code(&read), "a reading makes a new version");
    tip(project, &FRENCH.replace("Vous partez.", "Vous allez partir."), ENGLISH);
    assert!(!page().contains("Lou"), "nobody read these sentences");
}

#[test]
fn tips_of_the_program_are_not_stamped_with_the_others() {
    let folder = project();
    put(folder.path(), "content/kit.yaml", format!("extends: pancarte\n{KIT}"));
    assert!(stamp(folder.path(), &["--all"]).contains("3 textes tamponnés."));
    assert_eq!(std::fs::read_dir(folder.path().join("content/stamps")).unwrap().count(), 1);
}

#[test]
fn the_day_is_the_one_of_the_request() {
    let folder = project();
    stamp(folder.path(), &["partir", "--lang", "fr", "--today", "2027-01-02"]);
    let (catalog, _) = catalog(folder.path());
    let stamp = catalog.stamp(&catalog.tips["partir"], &lang("fr"), StampKind::Easy).unwrap();
    assert_eq!(stamp.date, Date { year: 2027, month: 1, day: 2 });
}

#[test]
fn a_reading_covers_what_explains_the_explanations() {
    let kit = "extends: pancarte\ndefaults:\n  keyboard: fr-azerty\n  colour: \"#7B2CBF\"\n  languages: [fr]\n";
    let tip = "---\nmoment: online\naudience: public\npictogram: fermer\npriority: 1\nsources: []\nwritten_on: \
               2026-11-24\nreview_by: 2027-11-24\ntitle: Essai\naction: Fermez\neasy:\n  - pictogram: fermer\n    sentences: \
               [Utilisez un foobar.]\n---\nFermez.\n";
    let words = "terms:\n  foobar: {term: foobar, meaning: [Un foobar est un bidule.]}\n  bidule: {term: bidule, meaning: [Un \
                 bidule est une chose.]}\n";
    let files = [("content/kit.yaml", kit), ("content/tips/mien.md", tip), ("content/glossary/fr.yaml", words)];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let mut diagnostics = Vec::new();
    let (catalog, _) = pancarte::content::load(pancarte::files::Files::memory(files.into()), &mut diagnostics).unwrap();
    let bound = catalog.bound_text(&catalog.tips["mien"], &lang("fr"), pancarte::model::StampKind::Review).unwrap();
    assert_eq!(bound, "Utilisez un foobar.\nUn bidule est une chose.\nUn foobar est un bidule.");
}
