//! What several machines made becomes one output folder: [`merge`] takes their files over, sees that nothing is missing or double, and
//! makes what belongs to no venue.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::hands::Hands;
use super::keys::Inputs;
use super::open::{Open, asked};
use super::shop::{farewell, remember};
use super::whole::{self, PARTS, Part};
use super::{Progress, Report, Request, in_pool};
use crate::diag::{Diagnostic, Diagnostics, Message, has_errors};
use crate::files::Files;
use crate::ledger;
use crate::manifest::site_path;
use crate::output::Output;

/// Joins the parts that stand in these folders into one; a folder may hold several parts, and be the one they are joined in.
pub fn merge(files: Files, folders: &[PathBuf], output: &Path, request: &Request, progress: &dyn Progress) -> Report {
    let mut report = Report::default();
    let work = || join(files, folders, output, request, progress, &mut report);
    if let Err(error) = in_pool(request.jobs, work) {
        report.diagnostics.push(error);
    }
    report
}

fn join(
    files: Files,
    folders: &[PathBuf],
    output: &Path,
    request: &Request,
    progress: &dyn Progress,
    report: &mut Report,
) -> Result<(), Diagnostic> {
    let output = Output::open(output)?;
    let froms: Vec<Output> = folders.iter().map(|folder| Output::at(folder, "aside")).collect();
    let parts = parts(&froms, folders, &mut report.diagnostics);
    let inputs = Inputs::of(&files, &BTreeSet::new());
    let asked = asked(request);
    check(&parts, &inputs.all(&asked), &mut report.diagnostics);
    if has_errors(&report.diagnostics) {
        return Ok(());
    }
    let Some(mut open) = Open::project(files, request, &inputs, Hands::new()?, &mut report.diagnostics) else {
        return Ok(());
    };
    check_venues(&open, &parts, &mut report.diagnostics);
    if has_errors(&report.diagnostics) {
        return Ok(());
    }
    for (from, part) in &parts {
        let told: Vec<Diagnostics> =
            part.venues.par_iter().map(|venue| take(from, &output, venue)).collect::<Result<_, _>>()?;
        report.diagnostics.extend(told.into_iter().flatten());
        for record in part.venues.iter().filter_map(|venue| output.record(venue)).filter(|r| !r.rest.sheets.is_empty())
        {
            let bytes = record.entries.iter().map(|entry| entry.bytes).sum();
            report.count(record.rest.sheets.len(), record.entries.len(), bytes);
        }
    }
    if has_errors(&report.diagnostics) {
        return Ok(());
    }
    let (mut shop, shelf, _) = open.shop(output, request, progress, false);
    farewell(&mut shop, shelf, report)?;
    let asked = format!("{asked} {:?}", None::<String>);
    whole::finish(&shop, &inputs.shared(&asked), report)?;
    let output = shop.output;
    let (key, others) = open.key(&inputs, &asked);
    remember(&output, key, others, report)
}

/// The notes of all parts, each with the folder it stands in.
fn parts<'o>(froms: &'o [Output], folders: &[PathBuf], diagnostics: &mut Diagnostics) -> Vec<(&'o Output, Part)> {
    let mut parts = Vec::new();
    for (from, folder) in froms.iter().zip(folders) {
        let before = parts.len();
        for name in from.notes(PARTS) {
            let note = from.note(&format!("{PARTS}/{name}"));
            let part = note.and_then(|note| serde_json::from_str(ledger::unsealed(&note)?).ok());
            parts.extend(part.map(|part| (from, part)));
        }
        if parts.len() == before {
            let path = folder.display().to_string();
            let error = Diagnostic::error(Message::new("merge-no-part").arg("folder", &path)).about(path);
            diagnostics.push(error.hint(Message::new("hint-merge-no-part")));
        }
    }
    parts
}

/// All parts must be there, once each, and made from what the project is now.
fn check(parts: &[(&Output, Part)], key: &str, diagnostics: &mut Diagnostics) {
    let mut error = |message: Message, hint: &'static str| {
        diagnostics.push(Diagnostic::error(message).hint(Message::new(hint)));
    };
    let Some(of) = parts.iter().map(|(_, part)| part.of).max() else { return };
    let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
    for (_, part) in parts {
        *seen.entry(part.index).or_default() += 1;
        let shard = format!("{}/{}", part.index, part.of);
        if part.of != of {
            error(Message::new("merge-other-count").arg("shard", &shard).arg("of", of), "hint-merge-again");
        }
        if part.key != key {
            error(Message::new("merge-other-content").arg("shard", &shard), "hint-merge-again");
        }
    }
    for index in 1..=of {
        let shard = format!("{index}/{of}");
        match seen.get(&index) {
            None => error(Message::new("merge-missing").arg("shard", shard), "hint-merge-missing"),
            Some(1) => {}
            Some(_) => error(Message::new("merge-double").arg("shard", shard), "hint-merge-double"),
        }
    }
}

/// Every venue of the project must stand in one part.
fn check_venues(open: &Open, parts: &[(&Output, Part)], diagnostics: &mut Diagnostics) {
    let mut counts: BTreeMap<&str, usize> = open.ids().map(|id| (id, 0)).collect();
    for venue in parts.iter().flat_map(|(_, part)| &part.venues) {
        *counts.entry(venue).or_default() += 1;
    }
    let wrong = counts.into_iter().filter(|(_, count)| *count != 1);
    diagnostics.extend(wrong.map(|(venue, count)| {
        let id = if count == 0 { "merge-venue-missing" } else { "merge-venue-double" };
        Diagnostic::error(Message::new(id).arg("venue", venue)).hint(Message::new("hint-merge-again"))
    }));
}

/// Takes the files of a venue over, with its record; what is missing or was changed is told.
fn take(from: &Output, to: &Output, venue: &str) -> Result<Diagnostics, Diagnostic> {
    let lost = |path: &str| {
        let error = Diagnostic::error(Message::new("merge-file").arg("path", path)).about(path);
        vec![error.hint(Message::new("hint-merge-again"))]
    };
    let Some(mut record) = from.record(venue) else { return Ok(lost(&ledger::path(venue))) };
    for entry in &record.entries {
        let known = record.stands.get(&entry.path);
        if !known.is_some_and(|then| then.blake3 == entry.blake3 && from.still(&entry.path, then, false)) {
            return Ok(lost(&entry.path));
        }
    }
    if from.is(to) {
        return Ok(Diagnostics::new());
    }
    for entry in &record.entries {
        to.take(from, &entry.path)?;
        if entry.is_published() {
            to.publish_again(&entry.path)?;
        }
    }
    let paths = record.entries.iter().flat_map(|entry| {
        let copy = entry.is_published().then(|| site_path(&entry.path));
        std::iter::once(entry.path.clone()).chain(copy).map(move |path| (path, &entry.blake3))
    });
    record.stands = paths.filter_map(|(path, blake3)| Some((path.clone(), to.stand(&path, blake3)?))).collect();
    to.write_record(&record)?;
    Ok(Diagnostics::new())
}
