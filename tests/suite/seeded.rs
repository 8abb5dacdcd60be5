//! A kit without a fault, and the same kit with faults sown in it: `tests/check/clean` and `tests/check/faults.yaml`. Each fault is
//! found by its rule at its line and column, and the clean kit gives no finding at all.

use std::collections::BTreeMap;

use pancarte::check::{Finding, Request, Run, check_project, rules};
use pancarte::cli::{Messages, UiLang, short_findings};
use pancarte::files::Files;
use pancarte::model::Date;
use serde::Deserialize;

use crate::support::{root, tests, text, tree};

/// A fault that is sown.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fault {
    rule: String,
    file: String,
    from: String,
    to: String,
    /// What must be underlined; anywhere in the file where it is left out.
    at: Option<String>,
    /// The file it is told in, where it is another one.
    found_in: Option<String>,
}

/// The clean kit: its own texts, and the strings of layouts and the shortcuts of the shipped content.
fn clean() -> BTreeMap<String, String> {
    let own = tree(&tests("check/clean")).into_iter();
    let mut files: BTreeMap<String, String> =
        own.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect();
    for path in ["content/words/fr.yaml", "content/words/en.yaml", "content/shortcuts.yaml"] {
        files.insert(path.to_owned(), text(&root().join(path)));
    }
    files
}

fn findings(files: &BTreeMap<String, String>) -> Vec<Finding> {
    let bytes = files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect();
    let today = Date::parse("2026-11-24").unwrap();
    let request = Request::on(today);
    check_project(Files::memory(bytes), &request).findings
}

fn told(findings: &[Finding]) -> String {
    short_findings(findings, &Messages::new(UiLang::French))
}

/// Whether a finding of the rule underlines what was sown, in the text that was sown.
fn is_found(fault: &Fault, faulty: &BTreeMap<String, String>, findings: &[Finding]) -> bool {
    let start = faulty[&fault.file].find(&fault.to).unwrap_or_default();
    let near = start..start + fault.to.len();
    findings.iter().filter(|finding| finding.diagnostic.rule == Some(fault.rule.as_str())).any(|finding| {
        let Some(place) = &finding.diagnostic.place else {
            return fault.found_in.is_some() && finding.diagnostic.path == fault.found_in;
        };
        let span = place.span.clone();
        match &fault.at {
            None => place.path == *fault.found_in.as_ref().unwrap_or(&fault.file),
            // a fault of what is not there is told elsewhere
            Some(at) if fault.to.is_empty() || !fault.to.contains(at) => place.text[span] == **at,
            Some(at) => {
                place.path == fault.file && near.start <= span.start && span.end <= near.end && place.text[span] == **at
            }
        }
    })
}

#[test]
fn sown_faults_are_found_where_they_are() {
    let faults: Vec<Fault> = serde_saphyr::from_str(&text(&tests("check/faults.yaml"))).unwrap();
    assert!(faults.len() >= 60, "only {} faults", faults.len());
    let mut faulty = clean();
    for fault in &faults {
        let text = faulty.get_mut(&fault.file).unwrap_or_else(|| panic!("{} is not in the kit", fault.file));
        assert_eq!(text.matches(&fault.from).count(), 1, "{:?} in {}", fault.from, fault.file);
        *text = text.replace(&fault.from, &fault.to);
    }
    let found = findings(&faulty);
    let missed: Vec<_> = faults.iter().filter(|fault| !is_found(fault, &faulty, &found)).collect();
    assert!(missed.is_empty(), "not found: {missed:#?}\n{}", told(&found));
}

/// Rules that no fault of this kit breaks, each with the reason; their fixtures are in `tests/check/rules` or in another test.
const ELSEWHERE: [&str; 4] = [
    // needs a logo
    "ER-LOGO-HELD",
    // a hundred hard words in easy texts
    "ER-SCORE",
    // needs dictionaries
    "LA-SPELL",
    // is about a theme, and the kit has the shipped one
    "MD-LICENCE",
];

#[test]
fn every_rule_has_a_fault_sown() {
    let faults: Vec<Fault> = serde_saphyr::from_str(&text(&tests("check/faults.yaml"))).unwrap();
    let on_words = rules::ALL.iter().filter(|rule| !matches!(rule.run, Run::Pages(_)));
    let without: Vec<&str> = on_words
        .map(|rule| rule.id)
        .filter(|id| !ELSEWHERE.contains(id) && !faults.iter().any(|fault| fault.rule == *id))
        .collect();
    assert!(without.is_empty(), "no fault for {without:?}");
}

#[test]
fn the_clean_kit_gives_no_finding() {
    let found = findings(&clean());
    assert!(found.is_empty(), "{}", told(&found));
}
