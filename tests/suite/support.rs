//! What the tests share: projects, builds, and expectations that `UPDATE=1` rewrites.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use pancarte::cli::{Messages, UiLang, plain_report};
use pancarte::diag::Diagnostic;
use pancarte::files::Files;
use pancarte::layout::Press;
use pancarte::model::{Format, Lang, Medium};
use pancarte::pipeline::{Quiet, Report, Request, build};
use pancarte::plan::Wanted;
use pancarte::theme::Theme;
use walkdir::WalkDir;

/// Threads of a build: a machine of the team has two cores.
pub const JOBS: usize = 2;

/// The root of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A folder under `tests`.
pub fn tests(folder: &str) -> PathBuf {
    root().join("tests").join(folder)
}

/// Names of the folders in a folder, sorted.
pub fn folders(of: &Path) -> Vec<String> {
    let entries = fs::read_dir(of).unwrap().map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A request for everything, on two threads.
pub fn everything() -> Request {
    Request { jobs: Some(JOBS), ..Request::default() }
}

/// A request for some media in some formats.
pub fn only(media: &[Medium], formats: &[Format]) -> Request {
    let wanted = Wanted { media: media.to_vec(), formats: formats.to_vec(), ..Wanted::default() };
    Request { wanted, ..everything() }
}

/// The language of a code.
pub fn lang(code: &str) -> Lang {
    Lang::parse(code).unwrap()
}

/// Builds the project in a folder.
pub fn build_in(project: &Path, output: &Path, request: &Request) -> Report {
    build(Files::project(project), output, request, &Quiet)
}

/// Builds a project that has no errors.
pub fn build_well(project: &Path, output: &Path, request: &Request) -> Report {
    let report = build_in(project, output, request);
    assert!(report.diagnostics.iter().all(|found| !found.is_error()), "{}", french(&report.diagnostics));
    report
}

/// The report as the program prints it in French, without colours.
pub fn french(diagnostics: &[Diagnostic]) -> String {
    plain_report(diagnostics, &Messages::new(UiLang::French))
}

/// All files under a folder, by path with slashes.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    // records say when files were written: they differ from one build to the next
    let shown = |entry: &walkdir::DirEntry| entry.file_name() != pancarte::ledger::FOLDER;
    let entries = WalkDir::new(folder).into_iter().filter_entry(shown).filter_map(Result::ok);
    let entries = entries.filter(|entry| entry.file_type().is_file());
    entries
        .map(|entry| (slashes(entry.path().strip_prefix(folder).unwrap()), fs::read(entry.path()).unwrap()))
        .collect()
}

/// The same without the folder of the site.
pub fn sheets_tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    tree(folder).into_iter().filter(|(path, _)| !path.starts_with("site/")).collect()
}

fn slashes(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The text of a file.
pub fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Writes a file and the folders it needs.
pub fn put(root: &Path, path: &str, content: impl AsRef<[u8]>) {
    let full = root.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, content).unwrap();
}

/// Says that a program is not there and what it would have checked is skipped; where all checks must run, that is a failure.
pub fn skipped(program: &str) {
    assert!(std::env::var_os("CI").is_none(), "{program} is not there");
    eprintln!("skipped: {program} is not there");
}

/// Whether expectations are rewritten instead of compared.
pub fn update() -> bool {
    std::env::var("UPDATE").is_ok_and(|value| value == "1")
}

/// What differs from the text in a file, if anything; with `UPDATE=1` the file is rewritten instead.
pub fn differs(expected: &Path, actual: &str) -> Option<String> {
    if update() {
        fs::write(expected, actual).unwrap();
        return None;
    }
    let wanted = fs::read_to_string(expected).unwrap_or_default();
    let name = expected.strip_prefix(root()).unwrap_or(expected).display();
    (wanted != actual).then(|| format!("{name}\n--- expected\n{wanted}\n--- actual\n{actual}"))
}

/// The press of a theme in which some words of a file are others.
pub fn changed(theme: &Theme, path: &str, from: &str, to: &str) -> Press {
    let mut theme = theme.clone();
    let mut assets = BTreeMap::clone(&theme.assets);
    let text = String::from_utf8(assets[path].clone()).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    assets.insert(path.to_owned(), text.replace(from, to).into_bytes());
    theme.assets = assets.into();
    Press::new(Arc::new(theme))
}
