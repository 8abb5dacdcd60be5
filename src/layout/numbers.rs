//! Numbers that the pages of a booklet carry, and those that its contents announce: [`wrong`] compares them with the pages that were
//! laid out. Templates reckon them before they lay anything out, and name the boxes they draw them in: `box-folio`, and
//! `box-number-1` and so on for the entries of the contents.

use std::sync::Arc;

use super::trace::Traced;
use crate::diag::{Diagnostic, Diagnostics, Message};
use crate::plan::{Booklet, Job, Sheet};

/// The box of the number of a page.
const FOLIO: &str = "folio";
/// What the box of a number in the contents begins with.
const ENTRY: &str = "number-";

/// Everything that a booklet says of its pages and that is not so.
pub fn wrong(pages: &[Arc<Traced>], job: &Job) -> Diagnostics {
    let Sheet::Booklet(booklet) = &job.sheet else { return Diagnostics::new() };
    let numbered = || pages.iter().zip(1..);
    let folios = numbered().flat_map(|(page, number)| page.named(FOLIO).map(move |at| (number, page.said(at))));
    let folios = folios.filter(|(number, said)| *said != number.to_string());
    let folios = folios.map(|(number, said)| told("folio", number, said, job));
    let entries = parts(booklet).into_iter().zip(1..).flat_map(|(part, at)| {
        let begins = numbered().find(|(page, _)| page.named(&part).next().is_some()).map_or(0, |(_, number)| number);
        let entry = format!("{ENTRY}{at}");
        let said = pages.iter().flat_map(move |page| page.named(&entry).map(|at| page.said(at)).collect::<Vec<_>>());
        said.filter(move |said| *said != begins.to_string()).map(move |said| told("contents", begins, said, job))
    });
    folios.chain(entries).collect()
}

/// Boxes of the titles of a booklet's parts, in the order of its contents.
fn parts(booklet: &Booklet) -> Vec<String> {
    let chapters = (1..=booklet.chapters.len()).map(|number| format!("chapter-{number}"));
    let help = booklet.help.iter().map(|_| "help".to_owned());
    chapters.chain(help).chain(["contacts".to_owned()]).collect()
}

fn told(what: &str, page: usize, said: String, job: &Job) -> Diagnostic {
    let message = Message::new("proof-number");
    let message = message.arg("what", what).arg("page", page).arg("said", said).arg("sheet", job.path());
    Diagnostic::error(message).hint(Message::new("hint-proof-number"))
}
