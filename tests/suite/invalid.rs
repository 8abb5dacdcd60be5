//! Projects that must fail with exactly these words: `tests/invalid/<case>/` and its `expected.txt`.

use pancarte::cli::{Messages, UiLang};

use crate::support::{build_in, differs, everything, folders, french, tests, tree};

/// What is wrong with a case, if it does not fail as expected.
fn check(case: &str) -> Option<String> {
    let project = tests("invalid").join(case);
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("output");
    let report = build_in(&project, &output, &everything());
    if !report.diagnostics.iter().any(|found| found.is_error()) {
        return Some(format!("{case} builds, but should not"));
    }
    let written: Vec<String> = tree(&output).into_keys().collect();
    if !written.is_empty() {
        return Some(format!("{case} wrote {written:?}"));
    }
    differs(&project.join("expected.txt"), &french(&report.diagnostics))
}

#[test]
fn bad_projects_fail_with_these_words() {
    let problems: Vec<String> = folders(&tests("invalid")).iter().filter_map(|case| check(case)).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}

#[test]
fn every_mistake_says_where_in_both_languages() {
    let english = Messages::new(UiLang::English);
    for case in folders(&tests("invalid")) {
        let output = tempfile::tempdir().unwrap();
        let report = build_in(&tests("invalid").join(&case), output.path(), &everything());
        for found in report.diagnostics.iter().filter(|found| found.is_error()) {
            assert!(found.place.is_some() || found.path.is_some(), "{case}: {}", found.message.id);
            let said = english.text(&found.message);
            assert!(said != found.message.id && !said.contains("{$"), "{case}: {said}");
        }
    }
}
