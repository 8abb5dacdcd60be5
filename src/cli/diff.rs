//! `pancarte diff OLD_MANIFEST`: what to print again and what to take down since an earlier build, venue by venue.

use super::args::DiffArgs;
use super::messages::Messages;
use super::report;
use crate::diag::{Diagnostic, Message};
use crate::manifest::MANIFEST;
use crate::reprint::{Change, ChangedSheet, VenueChanges, compare, read, read_at};

/// Prints what changed; whether anything did makes no difference to the exit code.
pub fn run(options: &DiffArgs, messages: &Messages) -> bool {
    match changes(options) {
        Ok(venues) if options.json => {
            super::say(serde_json::to_string_pretty(&venues).unwrap_or_default());
            true
        }
        Ok(venues) => {
            print(&venues, messages);
            true
        }
        Err(error) => {
            report::print(&[error], messages);
            false
        }
    }
}

fn changes(options: &DiffArgs) -> Result<Vec<VenueChanges>, Diagnostic> {
    let old = read_at(&options.old)?;
    let output = options.output.clone().unwrap_or_else(|| options.project.project.join("output"));
    let new = read(&output, MANIFEST)?;
    Ok(compare(&old, &new))
}

fn print(venues: &[VenueChanges], messages: &Messages) {
    let word = |id: &str| messages.word(id);
    for venue in venues.iter().filter(|venue| !venue.paper.is_empty() || !venue.screens.is_empty()) {
        super::say(&venue.venue);
        for (heading, sheets) in [("diff-paper", &venue.paper), ("diff-screens", &venue.screens)] {
            if !sheets.is_empty() {
                super::say(format_args!("  {}", word(heading)));
                sheets.iter().for_each(|sheet| super::say(line(sheet, messages)));
            }
        }
    }
    let paper = |change| venues.iter().flat_map(|venue| &venue.paper).filter(|sheet| sheet.change == change).count();
    let message = Message::new("diff-done")
        .arg("reprint", paper(Change::Reprint))
        .arg("down", paper(Change::TakeDown))
        .arg("new", paper(Change::New))
        .arg("screens", venues.iter().map(|venue| venue.screens.len()).sum::<usize>())
        .arg("redrawn", venues.iter().map(|venue| venue.redrawn).sum::<usize>());
    super::say(messages.text(&message));
}

/// `    to reprint   fr     poster-checklist-a3   A3   K7Q2M → P4X9A`
fn line(sheet: &ChangedSheet, messages: &Messages) -> String {
    let change = messages.text(&Message::new("diff-change").arg("change", sheet.change.name()));
    let codes: Vec<&str> = [&sheet.old_code, &sheet.new_code].into_iter().flatten().map(String::as_str).collect();
    let (lang, name, size, codes) = (&sheet.lang, &sheet.sheet, &sheet.size, codes.join(" → "));
    format!("    {change:<14} {lang:<6} {name:<40} {size:<14} {codes}").trim_end().to_owned()
}
