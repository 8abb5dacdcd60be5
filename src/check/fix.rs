//! Mending what is safe to mend: [`mended`] gives the new texts of files. Comments and layout stay, as only the characters that
//! were found are replaced.

use std::collections::BTreeMap;

use super::{Finding, Outcome};

/// A file and its new text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// Path from the project's folder.
    pub path: String,
    /// Its new text.
    pub text: String,
    /// How many places were mended.
    pub places: usize,
}

/// The files that the fixes of these findings change; of two fixes that overlap the first wins, the next run mends the other.
pub fn mended(findings: &[Finding]) -> Vec<Mended> {
    let mut by_file: BTreeMap<&str, Vec<&super::Fix>> = BTreeMap::new();
    for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        by_file.entry(&fix.place.path).or_default().push(fix);
    }
    by_file.into_iter().map(|(path, fixes)| mend(path, fixes)).collect()
}

/// The bytes of a new text, with the line ends and the byte order mark of the file it replaces.
pub fn in_the_manner_of(stood: &[u8], text: &str) -> Vec<u8> {
    const MARK: &[u8] = "\u{feff}".as_bytes();
    let ends = stood.windows(2).filter(|pair| pair == b"\r\n").count();
    let lines = stood.iter().filter(|byte| **byte == b'\n').count();
    let text = if ends > 0 && ends == lines { text.replace('\n', "\r\n") } else { text.to_owned() };
    let mark = if stood.starts_with(MARK) { MARK } else { &[] };
    [mark, text.as_bytes()].concat()
}

/// Whether mended files read as well as before: nothing new is wrong with them, and no text came or went.
pub fn reads_as_well(before: &Outcome, after: &Outcome) -> bool {
    let unread = |outcome: &Outcome| outcome.findings.iter().filter(|found| found.diagnostic.rule.is_none()).count();
    unread(after) <= unread(before) && after.texts == before.texts
}

fn mend(path: &str, mut fixes: Vec<&super::Fix>) -> Mended {
    fixes.sort_by_key(|fix| (fix.place.span.start, fix.place.span.end));
    let source = &fixes[0].place.text;
    let (mut text, mut at, mut places) = (String::with_capacity(source.len()), 0, 0);
    for fix in fixes.iter().filter(|fix| fix.place.text == *source) {
        if fix.place.span.start < at || (places > 0 && fix.place.span.start == at && fix.place.span.is_empty()) {
            continue;
        }
        text.push_str(&source[at..fix.place.span.start]);
        text.push_str(&fix.text);
        at = fix.place.span.end;
        places += 1;
    }
    text.push_str(&source[at..]);
    Mended { path: path.to_owned(), text, places }
}
