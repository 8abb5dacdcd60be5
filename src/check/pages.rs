//! Rules on laid-out pages: [`check`] lays out every sheet of the plan, runs the rules on its pages and drops them.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::{Finding, LaidOut, Run, Subject, rules, settled};
use crate::layout::{self, Press};
use crate::plan::Job;

/// What the rules find on the pages of all sheets.
pub fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let themes = &subject.planned.themes;
    let presses: BTreeMap<&str, Press> =
        themes.iter().map(|(name, theme)| (name.as_str(), Press::new(Arc::new(theme.clone())))).collect();
    let mut findings = Vec::new();
    // as in a build: Typst's cache is cleared after each sheet of each thread
    for batch in subject.planned.plan.jobs.chunks(rayon::current_num_threads()) {
        let found: Vec<Finding> = batch.par_iter().flat_map_iter(|job| sheet(job, &presses, subject)).collect();
        findings.extend(found);
        comemo::evict(0);
    }
    findings
}

fn sheet(job: &Job, presses: &BTreeMap<&str, Press>, subject: &Subject<'_>) -> Vec<Finding> {
    let Some(press) = presses.get(job.theme.as_str()) else { return Vec::new() };
    let (document, faults) = match layout::lay_out(job, press) {
        Ok(document) => (Some(document), Vec::new()),
        Err(faults) => (None, faults),
    };
    let laid_out = LaidOut { job, document: document.as_ref(), faults: &faults };
    let on_pages = rules::ALL.iter().filter(|rule| subject.runs(rule)).filter_map(|rule| match rule.run {
        Run::Pages(check) => Some((rule, check)),
        _ => None,
    });
    on_pages.flat_map(|(rule, check)| check(&laid_out, subject).into_iter().map(|found| settled(found, rule))).collect()
}
