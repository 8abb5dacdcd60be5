//! `pancarte fit`: how many characters each text in a box has left, sheet by sheet, without writing a sheet.

use super::args::FitArgs;
use super::messages::Messages;
use super::report;
use crate::diag::{Diagnostics, Message, has_errors};
use crate::files::Files;
use crate::pipeline;
use crate::plan::{FitRow, Text, matrix};

/// Prints the matrix, and says whether every text fits.
pub fn run(options: &FitArgs, messages: &Messages) -> bool {
    let wanted = match super::build::wanted(&options.sheets, &[]) {
        Ok(wanted) => wanted,
        Err(diagnostics) => {
            report::print(&diagnostics, messages);
            return false;
        }
    };
    let mut diagnostics = Diagnostics::new();
    let loaded = pipeline::load(Files::project(&options.project.project), &mut diagnostics);
    let rows = loaded.map(|(catalog, themes)| matrix(&catalog, &themes, &wanted, &mut diagnostics)).unwrap_or_default();
    let over = rows.iter().flat_map(|row| &row.texts).filter(|text| text.left < 0).count();
    if options.json {
        super::say(serde_json::to_string_pretty(&rows).unwrap_or_default());
    } else {
        rows.iter().for_each(|row| print(row, messages));
        let texts: usize = rows.iter().map(|row| row.texts.len()).sum();
        let closing = Message::new("fit-done").arg("sheets", rows.len()).arg("texts", texts).arg("over", over);
        super::say(messages.text(&closing));
    }
    report::print(&diagnostics, messages);
    !has_errors(&diagnostics) && over == 0
}

/// A heading for the sheet, then a line for each text, the tightest first.
fn print(row: &FitRow, messages: &Messages) {
    let distance = row.distance_m.map(|metres| format!(" · {}", messages.number(metres) + " m")).unwrap_or_default();
    super::say(format_args!("{}/{}/{}{distance}", row.venue, row.lang, row.sheet));
    let mut texts: Vec<&Text> = row.texts.iter().collect();
    texts.sort_by_key(|text| text.left);
    for text in texts {
        let cap = match (text.cap_mm, text.lowest_cap_mm) {
            (Some(cap), Some(lowest)) => format!("{} ≥ {} mm", messages.number(cap), messages.number(lowest)),
            (None, Some(lowest)) => format!("< {} mm", messages.number(lowest)),
            _ => String::new(),
        };
        let whose = text.tip.as_deref().unwrap_or(&text.name);
        super::say(format_args!("  {:>5}  {cap:<18} {whose:<26} {}", left(text.left), text.words));
    }
}

/// `+12`, `-3`; the count stops somewhere, and says so.
fn left(count: i64) -> String {
    const MANY: i64 = 240;
    if count >= MANY { format!("+{MANY}…") } else { format!("{count:+}") }
}
