//! What is wrong or weak in a kit: [`check_project`] runs every rule of [`rules`] over the content, the plan and, where they are asked
//! for, the laid-out pages, and gives what they found, worst places first to last in the files.
//!
//! A rule is a file of [`rules`]; its documentation is its manual page. It is handed [`Passage`]s (texts as they were written),
//! tips, raw files, the whole kit or laid-out sheets, and gives [`Finding`]s. Nothing here writes: mending is planned by
//! [`fix::mended`] and written by [`crate::output`].

mod finding;
pub mod fix;
pub mod lexicon;
mod pages;
mod passage;
pub mod readability;
mod rule;
pub mod rules;
pub mod scan;
pub mod sentence;
pub mod spelling;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

pub use finding::{Finding, Fix};
pub use passage::{Owner, Passage, Shape, passages};
pub use rule::{Group, LaidOut, Page, Rule, Run, Subject, days_between};

use crate::diag::{Diagnostics, Message, Severity};
use crate::files::{Files, TextFile};
use crate::model::{Date, Lang, Tip};
use crate::pipeline;
use crate::plan::Wanted;
use spelling::Spelling;

/// What is an error although its rule says less.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Denied {
    /// What one rule finds.
    Rule(&'static str),
    /// What the rules of a group find.
    Group(Group),
    /// Every warning.
    Warnings,
    /// Every warning and notice.
    Notices,
}

impl Denied {
    /// What was typed: the id of a rule, a group, `warnings` or `notices`.
    pub fn parse(word: &str) -> Option<Self> {
        let group = || Group::ALL.into_iter().find(|group| group.name() == word).map(Denied::Group);
        match word {
            "warnings" => Some(Denied::Warnings),
            "notices" => Some(Denied::Notices),
            _ => rules::find(&word.to_uppercase()).map(|rule| Denied::Rule(rule.id)).or_else(group),
        }
    }

    fn covers(&self, rule: &Rule, severity: Severity) -> bool {
        match self {
            Denied::Rule(id) => rule.id == *id,
            Denied::Group(group) => rule.group == *group && severity > Severity::Notice,
            Denied::Warnings => severity == Severity::Warning,
            Denied::Notices => true,
        }
    }
}

/// What to check, and how.
#[derive(Debug, Clone)]
pub struct Request {
    /// Which sheets are planned; all where it says nothing.
    pub wanted: Wanted,
    /// Whether pages are laid out and checked too.
    pub pages: bool,
    /// Whether words are looked up in dictionaries.
    pub spell: bool,
    /// The day of the check.
    pub today: Date,
    /// What is an error although its rule says less.
    pub denied: Vec<Denied>,
    /// Ids of the only rules that run; all where it is empty.
    pub only: Vec<&'static str>,
}

impl Request {
    /// All rules on all content on this day, without laying out pages or looking up words.
    pub fn on(today: Date) -> Self {
        let (denied, only) = (Vec::new(), Vec::new());
        Request { wanted: Wanted::default(), pages: false, spell: false, today, denied, only }
    }
}

/// What came of a check.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What was found, sorted by file and place.
    pub findings: Vec<Finding>,
    /// Texts that were read.
    pub texts: usize,
    /// Sheets that were planned.
    pub sheets: usize,
    /// Languages whose dictionaries are not installed, where spelling was asked for.
    pub without_dictionary: Vec<Lang>,
    /// Whether there was no project to check.
    pub nothing: bool,
}

/// Checks a project.
pub fn check_project(files: Files, request: &Request) -> Outcome {
    let texts = content_files(&files);
    let mut found = Diagnostics::new();
    let Some((catalog, themes, files)) = pipeline::load_keeping(files, &mut found) else {
        return Outcome { findings: found.into_iter().map(Finding::of).collect(), nothing: true, ..Outcome::default() };
    };
    let plan = crate::plan::plan(&catalog, &themes, &request.wanted, &mut found);
    let planned = pipeline::Planned { catalog, themes, plan };
    let passages = passages(&planned.catalog);
    let langs: BTreeSet<&Lang> = passages.iter().map(|passage| passage.lang).collect();
    let spelling = request.spell.then(|| Spelling::load(&files, langs));
    let (spelling, without_dictionary) = spelling.map_or((None, Vec::new()), |(ours, missing)| (Some(ours), missing));
    let subject = Subject {
        planned: &planned,
        found: &found,
        files: &texts,
        passages: &passages,
        today: request.today,
        spelling: spelling.as_ref(),
        pages: request.pages,
        only: &request.only,
        whole: request.wanted.is_everything(),
    };
    let on_pages = if request.pages { pages::check(&subject) } else { Vec::new() };
    let findings = check(&subject, on_pages, &request.denied);
    let (texts, sheets) = (passages.len(), planned.plan.jobs.len());
    Outcome { findings, texts, sheets, without_dictionary, nothing: false }
}

/// Every text file of the project's own content.
fn content_files(files: &Files) -> Vec<TextFile> {
    let paths = files.list("content").unwrap_or_default();
    let own = paths.iter().filter(|path| files.is_own(path));
    let texts = own.filter(|path| path.ends_with(".yaml") || path.ends_with(".md"));
    texts.filter_map(|path| files.text(path).ok()).collect()
}

/// Everything the rules find, sorted by file and place; what tips allow is left out, and what is denied is an error.
fn check(subject: &Subject<'_>, on_pages: Vec<Finding>, denied: &[Denied]) -> Vec<Finding> {
    let found = rules::ALL.par_iter().filter(|rule| subject.runs(rule));
    let mut findings: Vec<Finding> =
        found.flat_map_iter(|rule| run(rule, subject).into_iter().map(|finding| settled(finding, rule))).collect();
    findings.extend(on_pages);
    findings.extend(subject.found.iter().cloned().map(Finding::of).filter(|found| !rules::claimed(found)));
    // nobody can act on a notice about what is built into the program
    findings.retain(|found| found.diagnostic.severity > Severity::Notice || is_own(found, subject));
    name_tips(&mut findings, subject);
    let mut findings = allowed(findings, subject);
    for finding in &mut findings {
        let rule = finding.diagnostic.rule.and_then(rules::find);
        let severity = finding.diagnostic.severity;
        let covers = |denied: &Denied| match rule {
            Some(rule) => denied.covers(rule, severity),
            // what loading and planning warn about
            None => matches!(denied, Denied::Warnings | Denied::Notices) && severity == Severity::Warning,
        };
        if denied.iter().any(covers) {
            finding.diagnostic.severity = Severity::Error;
        }
    }
    findings.sort_by(|a, b| order(a).cmp(&order(b)));
    findings.dedup_by(|a, b| a.diagnostic == b.diagnostic);
    findings
}

fn run(rule: &Rule, subject: &Subject<'_>) -> Vec<Finding> {
    match rule.run {
        Run::Passage(check) => subject.passages.par_iter().flat_map_iter(|passage| check(passage, subject)).collect(),
        Run::Tip(check) => {
            let tips = subject.planned.catalog.tips.values();
            tips.flat_map(|tip| check(tip, subject).into_iter().map(|finding| finding.of_tip(&tip.id))).collect()
        }
        Run::File(check) => subject.files.par_iter().flat_map_iter(|file| check(file, subject)).collect(),
        Run::Kit(check) => check(subject),
        Run::Pages(_) | Run::Checker => Vec::new(),
    }
}

fn settled(mut finding: Finding, rule: &Rule) -> Finding {
    finding.diagnostic.rule = Some(rule.id);
    finding.diagnostic.severity = finding.severity.unwrap_or(rule.severity);
    finding
}

fn order(finding: &Finding) -> (&str, usize, &str) {
    let found = &finding.diagnostic;
    let path = found.place.as_ref().map(|place| place.path.as_str()).or(found.path.as_deref());
    let at = found.place.as_ref().map_or(0, |place| place.span.start);
    (path.unwrap_or_default(), at, found.rule.unwrap_or_default())
}

fn is_own(finding: &Finding, subject: &Subject<'_>) -> bool {
    finding.diagnostic.place.as_ref().is_none_or(|place| subject.is_own(&place.path))
}

/// What was found in a file that belongs to one tip belongs to that tip.
fn name_tips(findings: &mut [Finding], subject: &Subject<'_>) {
    let mut owners: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for tip in subject.planned.catalog.tips.values() {
        tip.files.iter().for_each(|file| owners.entry(file).or_default().push(&tip.id));
    }
    for finding in findings.iter_mut().filter(|finding| finding.tip.is_none()) {
        let Some(place) = &finding.diagnostic.place else { continue };
        if let Some([only]) = owners.get(place.path.as_str()).map(Vec::as_slice) {
            finding.tip = Some((*only).to_owned());
        }
    }
}

/// Without what tips allow, and with a word about every allowance that is unknown or does nothing.
fn allowed(findings: Vec<Finding>, subject: &Subject<'_>) -> Vec<Finding> {
    let tips = &subject.planned.catalog.tips;
    let mut used: BTreeSet<(String, String)> = BTreeSet::new();
    let mut kept = Vec::new();
    for finding in findings {
        let rule = finding.diagnostic.rule.unwrap_or_default();
        let tip = finding.tip.as_ref().and_then(|id| tips.get(id));
        match tip.filter(|tip| tip.allow.iter().any(|allow| allow.rule == rule)) {
            Some(tip) => drop(used.insert((tip.id.clone(), rule.to_owned()))),
            None => kept.push(finding),
        }
    }
    kept.extend(tips.values().flat_map(|tip| idle_allowances(tip, &used, subject)));
    kept
}

fn idle_allowances(tip: &Tip, used: &BTreeSet<(String, String)>, subject: &Subject<'_>) -> Vec<Finding> {
    let judge = |allow: &crate::model::Allow| {
        let finding = |id: &'static str| Finding::at(allow.place.clone(), Message::new(id).arg("rule", &allow.rule));
        let Some(known) = rules::find(&allow.rule) else {
            let hint = crate::diag::did_you_mean(&allow.rule, rules::ALL.iter().map(|rule| rule.id));
            let mut unknown = finding("ck-allow-unknown");
            unknown.diagnostic.hint = hint;
            return rules::find("CK-ALLOW-UNKNOWN").map(|rule| settled(unknown, rule));
        };
        if allow.reason.trim().is_empty() {
            return rules::find("CK-ALLOW-REASON").map(|rule| settled(finding("ck-allow-reason"), rule));
        }
        // a rule that did not run cannot say that it had nothing to find
        let idle = subject.runs(known) && !used.contains(&(tip.id.clone(), allow.rule.clone()));
        let rule = rules::find("CK-ALLOW-UNUSED").filter(|_| idle)?;
        Some(settled(finding("ck-allow-unused").hint(Message::new("hint-ck-allow-unused")), rule))
    };
    tip.allow.iter().filter_map(judge).collect()
}
