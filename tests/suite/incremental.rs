//! A build makes what changed, all of it and nothing else; it goes on where another was interrupted; parts of several machines make
//! the same whole.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

use pancarte::diag::Diagnostics;
use pancarte::files::Files;
use pancarte::ledger;
use pancarte::model::Shard;
use pancarte::pipeline::{Progress, Quiet, Report, Request, build, merge};
use tempfile::TempDir;
use walkdir::WalkDir;

use crate::support::{build_in, build_well, everything, french, put, root, tree};

const KIT: &str = "extends: pancarte
defaults:
  keyboard: fr-azerty
  languages: [fr]
  browsers: [firefox]
  colour: \"#006B57\"
  theme: mine
  orders:
    - {medium: poster-tip, size: a4, formats: [svg], tips: [regards, reprendre-papiers]}
    - {medium: house-rules, formats: [html]}
";
/// Sheets of a venue: two posters and the house rules.
const SHEETS: usize = 3;
const VENUES: [&str; 3] = ["13/a", "13/b", "c"];

/// Three venues with a theme of their own, which is a copy of the one that ships.
fn project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "content/kit.yaml", KIT);
    for id in VENUES {
        put(folder.path(), &format!("content/venues/{id}.yaml"), format!("name: Lieu {id}\n"));
    }
    let theme = root().join("themes/default");
    for entry in WalkDir::new(&theme).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
        let path = entry.path().strip_prefix(&theme).unwrap();
        put(folder.path(), &format!("themes/mine/{}", path.display()), fs::read(entry.path()).unwrap());
    }
    folder
}

/// When each file was changed last, records included.
fn times(folder: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let files = WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().to_owned(), entry.metadata().unwrap().modified().unwrap())).collect()
}

/// Changes a text of the project.
fn change(project: &Path, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(project.join(path)).unwrap();
    assert!(text.contains(from), "{path}");
    fs::write(project.join(path), text.replacen(from, to, 1)).unwrap();
}

/// What a build from nothing would give.
fn anew(project: &Path) -> BTreeMap<String, Vec<u8>> {
    let output = tempfile::tempdir().unwrap();
    build_well(project, output.path(), &everything());
    tree(output.path())
}

fn same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) {
    let names = |tree: &BTreeMap<String, Vec<u8>>| tree.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(one), names(other));
    let differing: Vec<&String> = one.keys().filter(|path| one[*path] != other[*path]).collect();
    assert!(differing.is_empty(), "differ: {differing:?}");
}

#[test]
fn only_what_changed_is_made() {
    let (project, output) = (project(), tempfile::tempdir().unwrap());
    let (project, output) = (project.path(), output.path());
    let all = SHEETS * VENUES.len();
    let built = || build_well(project, output, &everything());
    let first = built();
    assert_eq!((first.sheets, first.fresh), (all, all));
    let before = times(output);
    let second = built();
    assert_eq!((second.sheets, second.fresh, second.files, second.bytes), (all, 0, first.files, first.bytes));
    assert_eq!(times(output), before, "nothing is touched");
    assert_eq!(build_well(project, output, &Request { verify: true, ..everything() }).fresh, 0);

    put(project, "content/venues/c.yaml", "name: Un autre nom\n");
    assert_eq!(built().fresh, SHEETS, "one venue");
    same(&tree(output), &anew(project));

    let tip = fs::read_to_string(root().join("content/tips/regards/fr.md")).unwrap();
    put(project, "content/tips/regards/fr.md", tip.replacen("On lit par-dessus", "Quelqu’un lit par-dessus", 1));
    assert_eq!(built().fresh, VENUES.len(), "sheets that show the tip");

    change(project, "themes/mine/poster-tip.typ", "#import", "// one more line\n#import");
    assert_eq!(built().fresh, 2 * VENUES.len(), "sheets of this template");
    change(project, "themes/mine/lib.typ", "#let job", "// one more line\n#let job");
    assert_eq!(built().fresh, all, "sheets of the library");
    change(project, "themes/mine/document.html", "<", "<!-- one more line -->\n<");
    assert_eq!(built().fresh, VENUES.len(), "pages");
    assert_eq!(build_well(project, output, &Request { force: true, ..everything() }).fresh, all);
    same(&tree(output), &anew(project));
}

#[test]
fn damage_is_noticed_and_mended() {
    let (project, output) = (project(), tempfile::tempdir().unwrap());
    let (project, output) = (project.path(), output.path());
    build_well(project, output, &everything());
    let good = tree(output);
    let poster = good.keys().find(|path| path.starts_with("13/a/") && path.ends_with("regards.svg")).unwrap();
    let mended = |what: &str, least: usize| {
        let report = build_well(project, output, &everything());
        assert!(report.fresh >= least, "{what}: {}", report.fresh);
        same(&tree(output), &good);
    };
    fs::remove_file(output.join(poster)).unwrap();
    mended("a file that is missing", 1);
    fs::write(output.join(poster), "changed by hand").unwrap();
    mended("a file that was changed", 1);
    fs::remove_file(output.join("site").join(poster)).unwrap();
    mended("a copy for the site that is missing", 0);
    fs::remove_file(output.join("site").join(poster)).unwrap();
    fs::write(output.join("site").join(poster), "changed by hand").unwrap();
    mended("a copy for the site that was changed", 0);
    fs::remove_file(output.join("13/a/credits.txt")).unwrap();
    mended("credits that are missing", 0);
    fs::remove_file(output.join("site/index.html")).unwrap();
    mended("a page that is missing", 0);
    fs::remove_file(output.join("manifest.json")).unwrap();
    mended("no manifest", 0);
    let record = output.join(ledger::path("13/a"));
    let bytes = fs::read(&record).unwrap();
    fs::write(&record, &bytes[..bytes.len() / 2]).unwrap();
    mended("a record that is cut off", SHEETS);
    fs::remove_file(&record).unwrap();
    mended("a record that is missing", SHEETS);
    fs::write(output.join(".pancarte/build"), "nonsense").unwrap();
    mended("a note that is damaged", 0);
}

#[test]
fn verify_reads_what_looks_the_same() {
    let (project, output) = (project(), tempfile::tempdir().unwrap());
    let (project, output) = (project.path(), output.path());
    build_well(project, output, &everything());
    let good = tree(output);
    let page = output.join("13/b/fr/house-rules.html");
    let (bytes, time) = (fs::read(&page).unwrap(), fs::metadata(&page).unwrap().modified().unwrap());
    let mut changed = bytes.clone();
    changed[bytes.len() / 2] ^= 1;
    fs::write(&page, changed).unwrap();
    File::options().write(true).open(&page).unwrap().set_modified(time).unwrap();
    assert_eq!(build_well(project, output, &everything()).fresh, 0, "size and time are the same");
    assert_eq!(build_well(project, output, &Request { verify: true, ..everything() }).fresh, 1);
    same(&tree(output), &good);
}

/// Stops after so many sheets.
struct After(AtomicUsize);

impl Progress for After {
    fn start(&self, _: usize) {}
    fn step(&self, _: &str) {
        let _ = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
    }
    fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed) == 0
    }
}

#[test]
fn an_interrupted_build_goes_on() {
    let (project, output) = (project(), tempfile::tempdir().unwrap());
    let (project, output) = (project.path(), output.path());
    let stop = After(AtomicUsize::new(4));
    let report = build(Files::project(project), output, &everything(), &stop);
    assert!(report.interrupted && report.fresh >= 4, "{}", report.fresh);
    let whole = anew(project);
    for (path, bytes) in tree(output).iter().filter(|(path, _)| path.ends_with(".svg") || path.ends_with("rules.html"))
    {
        assert!(whole.get(path) == Some(bytes), "{path} is whole");
    }
    let rest = build_well(project, output, &everything());
    assert_eq!(rest.fresh + report.fresh, SHEETS * VENUES.len(), "nothing is made twice");
    same(&tree(output), &whole);
}

fn part(project: &Path, output: &Path, index: u32, of: u32) -> Report {
    let request = Request { shard: Some(Shard::new(index, of).unwrap()), ..everything() };
    build_in(project, output, &request)
}

fn joined(project: &Path, parts: &[PathBuf], output: &Path) -> Report {
    merge(Files::project(project), parts, output, &everything(), &Quiet)
}

fn ids(found: &Diagnostics) -> Vec<&str> {
    found.iter().map(|found| found.message.id).collect()
}

#[test]
fn parts_of_several_machines_make_the_same_whole() {
    let (project, folder) = (project(), tempfile::tempdir().unwrap());
    let (project, folder) = (project.path(), folder.path());
    let whole = anew(project);
    let parts: Vec<PathBuf> = (1..=3).map(|index| folder.join(format!("part-{index}"))).collect();
    let made = parts.iter().zip(1..).map(|(output, index)| part(project, output, index, 3).sheets);
    assert_eq!(made.sum::<usize>(), SHEETS * VENUES.len());
    let report = joined(project, &parts, &folder.join("whole"));
    assert!(report.diagnostics.is_empty(), "{}", french(&report.diagnostics));
    assert_eq!(report.sheets, SHEETS * VENUES.len());
    same(&tree(&folder.join("whole")), &whole);
    assert_eq!(build_well(project, &folder.join("whole"), &everything()).fresh, 0, "a build afterwards makes nothing");
    // the same, in one folder that all share
    let shared = folder.join("shared");
    (1..=2).for_each(|index| drop(part(project, &shared, index, 2)));
    let report = joined(project, std::slice::from_ref(&shared), &shared);
    assert!(report.diagnostics.is_empty(), "{}", french(&report.diagnostics));
    same(&tree(&shared), &whole);
}

#[test]
fn a_venue_that_went_is_not_in_what_is_joined() {
    let (project, folder) = (project(), tempfile::tempdir().unwrap());
    let (project, folder) = (project.path(), folder.path());
    let parts: Vec<PathBuf> = (1..=2).map(|index| folder.join(format!("part-{index}"))).collect();
    let whole = folder.join("whole");
    let join = || {
        parts.iter().zip(1..).for_each(|(output, index)| drop(part(project, output, index, 2)));
        let report = joined(project, &parts, &whole);
        assert!(report.diagnostics.is_empty(), "{}", french(&report.diagnostics));
        assert_eq!(build_well(project, &whole, &everything()).fresh, 0, "a build afterwards makes nothing");
    };
    join();
    assert!(tree(&whole).keys().any(|path| path.starts_with("13/b/")));
    fs::remove_file(project.join("content/venues/13/b.yaml")).unwrap();
    put(project, "content/venues/13/d.yaml", "name: Lieu 13/d\n");
    join();
    let now = tree(&whole);
    // the page of a sheet that was published says that it is gone
    let left: Vec<&String> =
        now.keys().filter(|path| path.contains("13/b/") && !path.ends_with("index.html")).collect();
    assert!(left.is_empty(), "{left:?}");
    assert!(now.keys().any(|path| path.starts_with("13/d/")));
    let mine = |tree: &BTreeMap<String, Vec<u8>>| -> BTreeMap<String, Vec<u8>> {
        let kept = tree.iter().filter(|(path, _)| path.starts_with("13/a/") || path.starts_with("c/"));
        kept.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
    };
    same(&mine(&now), &mine(&anew(project)));
}

#[test]
fn what_is_missing_or_double_is_told() {
    let (project, folder) = (project(), tempfile::tempdir().unwrap());
    let (project, folder) = (project.path(), folder.path());
    let parts: Vec<PathBuf> = (1..=2).map(|index| folder.join(format!("part-{index}"))).collect();
    let told = |parts: &[PathBuf]| {
        let report = joined(project, parts, &folder.join("whole"));
        ids(&report.diagnostics).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    part(project, &parts[0], 1, 2);
    assert_eq!(told(&parts[..1]), ["merge-missing"]);
    assert_eq!(told(&parts), ["merge-no-part", "merge-missing"]);
    part(project, &parts[1], 2, 2);
    let twice = [parts[0].clone(), parts[0].clone(), parts[1].clone()];
    assert_eq!(told(&twice), ["merge-double"]);
    let file =
        tree(&parts[0]).into_keys().chain(tree(&parts[1]).into_keys()).find(|path| path.ends_with("regards.svg"));
    let file = file.unwrap();
    let holder = parts.iter().find(|part| part.join(&file).exists()).unwrap();
    fs::write(holder.join(&file), "changed by hand").unwrap();
    assert_eq!(told(&parts), ["merge-file"]);
    put(project, "content/venues/c.yaml", "name: Un autre nom\n");
    assert_eq!(told(&parts), ["merge-other-content", "merge-other-content"]);
}

/// What is counted does not depend on what was made now and what stood already.
#[test]
fn bytes_are_counted_alike_however_they_came() {
    let (project, output) = (project(), tempfile::tempdir().unwrap());
    build_well(project.path(), output.path(), &everything());
    change(project.path(), "content/venues/c.yaml", "name: Lieu c", "name: Lieu de c");
    let figures = |report: &Report| (report.sheets, report.files, report.bytes);
    let again = build_well(project.path(), output.path(), &everything());
    let whole = build_well(project.path(), tempfile::tempdir().unwrap().path(), &everything());
    assert_eq!((again.fresh, figures(&again)), (SHEETS, figures(&whole)));
}
