//! What rules find in a text that was not written for them: each line of the file `CORPUS` is read as the easy-read sentence of an
//! idea, in `LANGUAGE` (fr), and what `RULE` (or every rule on language) finds is printed for a person to judge. `TIP_LINES`
//! lines (5) make a tip. See docs/precision.md.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Instant;

use pancarte::check::{Finding, Group, Request, check_project, rules};
use pancarte::files::Files;
use pancarte::model::Date;

use crate::support::text;

const FACTS: &str = "moment: online\naudience: public\npictogram: fermer\npriority: 10\nwritten_on: 2026-11-24\nreview_by: 2027-11-24\nsources: [{title: Une page, address: \"https://exemple.fr/page\", consulted: 2026-11-24}]\n";

fn variable(name: &str, or: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| or.to_owned())
}

/// A tip whose ideas have one sentence each.
fn words(lang: &str, lines: &[&str]) -> String {
    let status = if lang == "fr" { "" } else { "status: translated\n" };
    let mut easy = String::new();
    for line in lines {
        let quoted = line.replace('\\', "\\\\").replace('"', "\\\"");
        let _ = writeln!(easy, "  - pictogram: fermer\n    sentences:\n      - \"{quoted}\"");
    }
    format!("---\ntitle: Une page\naction: Fermez\neasy:\n{easy}{status}---\nFermez la page.\n")
}

fn project(lang: &str, corpus: &str) -> BTreeMap<String, Vec<u8>> {
    let lines: Vec<&str> = corpus.lines().filter(|line| !line.trim().is_empty()).collect();
    let kit = "extends: pancarte\ndefaults:\n  keyboard: fr-azerty\n  colour: \"#7B2CBF\"\n  languages: [fr, en]\n  site_url: https://exemple.fr\n";
    let venue = "name: Salle\norders:\n  - {medium: easy-read, tips: [c0]}\n";
    let mut files = BTreeMap::from([
        ("content/kit.yaml".to_owned(), kit.to_owned()),
        ("content/venues/essai.yaml".to_owned(), venue.to_owned()),
    ]);
    let size = variable("TIP_LINES", "5").parse().unwrap();
    for (number, chunk) in lines.chunks(size).enumerate() {
        let folder = format!("content/tips/c{number}");
        files.insert(format!("{folder}/tip.yaml"), FACTS.to_owned());
        files.insert(format!("{folder}/fr.md"), words("fr", &["Fermez la page."]));
        files.insert(format!("{folder}/{lang}.md"), words(lang, chunk));
    }
    files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect()
}

/// The line that a finding is in.
fn line(finding: &Finding) -> (String, String) {
    let Some(place) = &finding.diagnostic.place else { return (String::new(), String::new()) };
    let (before, after) = place.text.split_at(place.span.start);
    let begin = before.rfind('\n').map_or(0, |at| at + 1);
    let end = place.span.start + after.find('\n').unwrap_or(after.len());
    (place.text[place.span.clone()].to_owned(), place.text[begin..end].trim().trim_start_matches("- ").to_owned())
}

#[test]
#[ignore = "prints findings for a person to judge: CORPUS=path"]
#[allow(clippy::print_stdout, reason = "it prints for a person")]
fn findings_to_judge() {
    let (lang, rule) = (variable("LANGUAGE", "fr"), variable("RULE", ""));
    let corpus = text(std::path::Path::new(&variable("CORPUS", "")));
    let files = Files::memory(project(&lang, &corpus));
    let today = Date::parse("2026-11-24").unwrap();
    let start = Instant::now();
    let outcome = check_project(files, &Request::on(today));
    let spent = start.elapsed();
    let judged = |finding: &&Finding| {
        let id = finding.diagnostic.rule.unwrap_or_default();
        let language = rules::find(id).is_some_and(|rule| matches!(rule.group, Group::EasyRead | Group::Plain));
        if rule.is_empty() { language } else { id == rule }
    };
    for finding in outcome.findings.iter().filter(judged) {
        let (words, line) = line(finding);
        println!("{}\t{words}\t{line}", finding.diagnostic.rule.unwrap_or_default());
    }
    println!("# {} texts, {spent:?}", outcome.texts);
}
