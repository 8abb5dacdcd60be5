//! The laid-out pages of an easy-read sheet keep the rules that a layout can keep: [`easy_faults`] says which are broken, by the ids
//! that the checker of words uses too. Numbers and their sources:
//!
//! - 14 points of Arial, an x of 0.519 of the size: *Information for all* (Inclusion Europe, 2009), and the British, German and
//!   Austrian guides. What counts is the height of the small letters of the font that is used.
//! - Lines at 1.5 of the size, never under 1.4; at 1.7 for Arabic, whose letters are deeper.
//! - At most 70 characters on a line, never over 80: WCAG 1.4.8.
//! - At most 5 pictures on a page (APAJH); more than 20 pages are too long (DoH 2009), more than 24 far too long (gov.uk).
//! - No text within 20 mm of the edge: our own choice. The logo at least 15 mm: Inclusion Europe.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use typst_layout::PagedDocument;

use super::easy_fault::{EasyFault, first_of_each};
use super::easy_frames::{Line, Reading, Run, Sentence, loud, sorted, words};
use crate::diag::{Diagnostics, Severity};
use crate::model::{Direction, Medium, Mm, read_from_right};
use crate::plan::{EasyRead, Job};

/// Height of an x of Arial at 14 points, in points.
const LEAST_EYE: f64 = 14.0 * 0.519;
/// Least line spacing, in sizes.
const LEADING: f64 = 1.4;
/// Least line spacing of Arabic, in sizes.
const LEADING_ARABIC: f64 = 1.7;
/// Characters on a line: more are warned about, and more than the second are an error.
const LINE: (usize, usize) = (70, 80);
/// Most pictures on a page.
const PICTURES: usize = 5;
/// Pages for the readers of one language: more are warned about, and more than the second are an error.
const PAGES: (usize, usize) = (20, 24);
/// Between text and the edge.
const MARGIN: Mm = Mm(20.0);
/// Least side of the logo.
const LOGO: Mm = Mm(15.0);
/// Edges of lines this far apart are not aligned, in points; one sentence's bearings are smaller.
const ASIDE: f64 = 1.5;
/// A space this much wider than in the font was stretched, in parts of the size.
const STRETCHED: f64 = 0.05;
/// For what layouts round, in points.
const ROUNDING: f64 = 0.5;

/// The errors of an easy-read sheet, and what is worth knowing of it before it is printed; nothing for other media. Its length is no
/// reason not to make it: somebody may want all of it.
pub(super) fn prove(document: &PagedDocument, job: &Job) -> (Diagnostics, Diagnostics) {
    let (errors, warnings): (Vec<_>, Vec<_>) = easy_faults(job, document).into_iter().partition(EasyFault::stops);
    let warning = |fault| EasyFault { severity: Severity::Warning, ..fault }.diagnostic(job);
    (errors.into_iter().map(|fault| fault.diagnostic(job)).collect(), warnings.into_iter().map(warning).collect())
}

/// Every rule that the laid-out pages of an easy-read sheet break; nothing for other media.
pub fn easy_faults(job: &Job, document: &PagedDocument) -> Vec<EasyFault> {
    let Some(sheet) = job.sheet.easy_read().filter(|_| job.medium == Medium::EasyRead) else { return Vec::new() };
    let reading = Reading::of(document);
    let mut judge = Judge { job, reading: &reading, faults: Vec::new() };
    judge.runs();
    judge.caps();
    judge.families();
    judge.sentences(sheet, false);
    if let Some(second) = job.second.as_ref().and_then(|second| second.sheet.easy_read()) {
        judge.sentences(second, true);
    }
    judge.edges();
    judge.neighbours();
    judge.pictures();
    judge.page_numbers();
    judge.length();
    judge.logo();
    first_of_each(judge.faults)
}

struct Judge<'a> {
    job: &'a Job,
    reading: &'a Reading,
    faults: Vec<EasyFault>,
}

impl Judge<'_> {
    fn find(&mut self, fault: EasyFault) {
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    /// Size, slope, margins and soft hyphens of every run.
    fn runs(&mut self) {
        let reading = self.reading;
        for run in reading.runs() {
            if run.eye < LEAST_EYE - 0.005 && run.text.chars().any(char::is_alphabetic) {
                self.find(EasyFault::error("ER-FONT-SIZE", run.page, &run.text, tenth(run.eye)));
            }
            if run.leans {
                self.find(EasyFault::error("ER-NO-ITALIC", run.page, &run.text, ""));
            }
            if run.text.contains('\u{ad}') {
                self.find(EasyFault::error("ER-HYPHEN-PAGE", run.page, &run.text, ""));
            }
            if self.near_the_edge(run) {
                self.find(EasyFault::error("ER-MARGIN", run.page, &run.text, ""));
            }
        }
    }

    fn near_the_edge(&self, run: &Run) -> bool {
        let (margin, job) = (MARGIN.to_pt().0 - ROUNDING, self.job);
        let sideways = run.ink.left < margin || run.ink.right > job.width.0 - margin;
        sideways || run.ink.top < margin || run.baseline > job.height.0 - margin
    }

    /// Words in capitals that no author wrote so: the theme made them.
    fn caps(&mut self) {
        let pages = self.reading.pages.iter().enumerate();
        let found: Vec<(usize, &String)> =
            pages.flat_map(|(at, page)| page.capitals.iter().map(move |word| (at + 1, word))).collect();
        if found.is_empty() {
            return;
        }
        let json = serde_json::to_string(self.job).unwrap_or_default().replace("\\n", " ");
        let written: BTreeSet<&str> = json.split(|c: char| !c.is_alphanumeric()).filter(|word| loud(word)).collect();
        for (page, word) in found.into_iter().filter(|(_, word)| !written.contains(word.as_str())) {
            self.find(EasyFault::error("ER-NO-CAPS-PAGE", page, word, ""));
        }
    }

    /// A letter has one look. One that the first family lacks comes from another, and then always.
    fn families(&mut self) {
        let mut looks: BTreeMap<char, Vec<&str>> = BTreeMap::new();
        for (letter, families) in self.reading.pages.iter().flat_map(|page| &page.families) {
            let known = looks.entry(*letter).or_default();
            known.extend(
                families.iter().map(String::as_str).filter(|family| !known.contains(family)).collect::<Vec<_>>(),
            );
        }
        if let Some(families) = looks.into_values().find(|families| families.len() > 1) {
            self.find(EasyFault::error("ER-FONT-ONE", 0, "", families.join(", ")));
        }
    }

    /// The sentences of one language, each whole and on lines of its own.
    fn sentences(&mut self, sheet: &EasyRead, second: bool) {
        let ideas = sheet.sections.iter().flat_map(|section| &section.ideas).flat_map(|idea| &idea.sentences);
        let wanted = ideas.chain(sheet.hard_words.iter().flat_map(|word| &word.meaning));
        let reading = self.reading;
        let found: Vec<&Sentence> = reading.sentences().filter(|sentence| sentence.second == second).collect();
        let mut at = 0;
        for sentence in wanted {
            let letters = sorted(sentence.chars());
            if let Some(count) = taken(&found[at..], &letters) {
                self.sentence(sentence, &found[at..at + count]);
                at += count;
                continue;
            }
            let page = found.get(at).map_or(0, |one| one.page);
            self.find(EasyFault::error("ER-SENT-LINE-PAGE", page, sentence, ""));
            if found.is_empty() {
                return;
            }
            // what stands in its place may be what another sentence looks for
            let next = found[at..].iter().position(|one| one.letters == letters);
            at += next.map_or(0, |skipped| skipped + 1);
        }
    }

    fn sentence(&mut self, wanted: &str, parts: &[&Sentence]) {
        let first = parts[0];
        if parts.iter().any(|part| part.page != first.page) {
            self.find(EasyFault::error("ER-SENT-BREAK", first.page, wanted, ""));
        }
        let mut whole: Vec<String> = words(wanted).collect();
        whole.sort();
        let mut drawn: Vec<&String> = parts.iter().flat_map(|part| &part.words).collect();
        drawn.sort();
        if !drawn.into_iter().eq(&whole) && !read_from_right_mixed(wanted) {
            self.find(EasyFault::error("ER-HYPHEN-PAGE", first.page, wanted, ""));
        }
        for line in parts.iter().flat_map(|part| &part.lines) {
            let count = line.text.trim().chars().count();
            if count > LINE.0 {
                self.find(EasyFault::error("ER-LINE", first.page, &line.text, count).graded(count > LINE.1));
            }
            if line.stretch > STRETCHED {
                self.find(EasyFault::error("ER-ALIGN", first.page, wanted, ""));
            }
        }
        parts.iter().for_each(|part| self.leading(&part.lines, part.page));
    }

    fn leading(&mut self, lines: &[Line], page: usize) {
        for (above, below) in lines.iter().zip(lines.iter().skip(1)) {
            let arabic = [above, below].iter().any(|line| line.text.chars().any(read_from_right));
            let least = if arabic { LEADING_ARABIC } else { LEADING };
            let pitch = (below.baseline - above.baseline) / above.size.max(below.size);
            if pitch < least - 0.01 {
                self.find(EasyFault::error("ER-LEADING", page, &below.text, tenth(pitch)));
            }
        }
    }

    /// Lines of a language begin at the same edge, in ideas and in the list of words.
    fn edges(&mut self) {
        let reading = self.reading;
        let mut edges: BTreeMap<(bool, bool), f64> = BTreeMap::new();
        for sentence in reading.sentences() {
            let idea = reading.row(sentence).is_none_or(|row| row.idea);
            let from_right = self.direction(sentence.second) == Direction::Rtl;
            for line in &sentence.lines {
                let edge = if from_right { line.right } else { line.left };
                let usual = *edges.entry((sentence.second, idea)).or_insert(edge);
                if (edge - usual).abs() > ASIDE {
                    self.find(EasyFault::error("ER-ALIGN", sentence.page, &sentence.text(), ""));
                }
            }
        }
    }

    fn direction(&self, second: bool) -> Direction {
        self.job.second.as_ref().filter(|_| second).map_or(self.job.dir, |second| second.dir)
    }

    /// Nothing stands beside a sentence but its picture; what follows it keeps its distance.
    fn neighbours(&mut self) {
        for page in self.reading.pages.iter().map(Arc::clone) {
            self.neighbours_on(&page.sentences);
        }
    }

    fn neighbours_on(&mut self, sentences: &[Sentence]) {
        for (at, one) in sentences.iter().enumerate() {
            for other in sentences[at + 1..].iter().filter(|other| beside(one, other)) {
                let same = one.row == other.row && one.second == other.second;
                let rule = if same { "ER-SENT-LINE-PAGE" } else { "ER-COLUMNS" };
                self.find(EasyFault::error(rule, one.page, &other.text(), ""));
            }
            let Some(next) = sentences.get(at + 1) else { continue };
            let follows = next.row == one.row && next.second == one.second && !beside(one, next);
            if let (true, Some(last), Some(first)) = (follows, one.lines.last(), next.lines.first()) {
                self.close_to(last, first, one.page);
            }
        }
    }

    fn close_to(&mut self, last: &Line, first: &Line, page: usize) {
        let pitch = (first.baseline - last.baseline) / last.size.max(first.size);
        if pitch < LEADING - 0.01 {
            self.find(EasyFault::error("ER-LEADING", page, &first.text, tenth(pitch)));
        }
    }

    /// Every idea has its picture at the start of its lines; a page has few.
    fn pictures(&mut self) {
        let reading = self.reading;
        for sentence in reading.sentences() {
            let good = reading.row(sentence).is_some_and(|row| {
                let placed = row.pictures.iter().filter(|picture| self.at_start(sentence, picture)).count();
                placed == row.pictures.len() && (placed > 0 || !row.idea)
            });
            if !good {
                self.find(EasyFault::error("ER-PIC-SIDE", sentence.page, &sentence.text(), ""));
            }
        }
        self.beside_rows();
        for (at, page) in reading.pages.iter().enumerate().filter(|(_, page)| page.pictures > PICTURES) {
            self.find(EasyFault::error("ER-PIC-DENSITY", at + 1, "", page.pictures));
        }
    }

    fn at_start(&self, sentence: &Sentence, picture: &super::grounds::Bounds) -> bool {
        let mut lines = sentence.lines.iter();
        match self.job.dir {
            Direction::Ltr => lines.all(|line| picture.right <= line.left + ASIDE),
            Direction::Rtl => lines.all(|line| picture.left >= line.right - ASIDE),
        }
    }

    /// A picture stands beside its words, not over or under them.
    fn beside_rows(&mut self) {
        let reading = self.reading;
        let rows = reading.pages.iter().flat_map(|page| page.rows.iter().enumerate().map(move |row| (page, row)));
        for (page, (at, row)) in rows {
            let own: Vec<&Sentence> = page.sentences.iter().filter(|sentence| sentence.row == Some(at)).collect();
            let Some(first) = own.first() else { continue };
            let lines = || own.iter().flat_map(|one| &one.lines);
            let top = lines().map(|line| line.baseline - line.size).fold(f64::INFINITY, f64::min);
            let bottom = lines().map(|line| line.baseline).fold(f64::NEG_INFINITY, f64::max);
            if row.pictures.iter().any(|picture| picture.bottom < top || picture.top > bottom) {
                self.find(EasyFault::error("ER-PIC-SIDE", row.page, &first.text(), ""));
            }
        }
    }

    /// « 2 / 8 » on every page, where there is more than one.
    fn page_numbers(&mut self) {
        let count = self.reading.pages.len();
        if count < 2 {
            return;
        }
        let reading = self.reading;
        for (at, page) in reading.pages.iter().enumerate() {
            let wanted = self.job.word("easy_page_of").replace("{page}", &(at + 1).to_string());
            let wanted = wanted.replace("{pages}", &count.to_string());
            let drawn = page.number.as_ref().map(|number| sorted(number.chars()));
            if drawn.as_deref() != Some(&sorted(wanted.chars())) {
                self.find(EasyFault::error("ER-PAGE-NO", at + 1, &wanted, ""));
            }
        }
    }

    /// Two languages on a sheet take twice the pages: each reader reads half.
    fn length(&mut self) {
        let languages = if self.job.second.is_some() { 2 } else { 1 };
        let count = self.reading.pages.len().div_ceil(languages);
        if count > PAGES.0 {
            self.find(EasyFault::error("ER-LENGTH", 0, "", count).graded(count > PAGES.1));
        }
    }

    /// The logo is large enough, and its mention is printed.
    fn logo(&mut self) {
        if self.job.easy_logo.is_none() {
            return;
        }
        let least = LOGO.to_pt().0 - ROUNDING;
        let drawn =
            self.reading.pages.iter().flat_map(|page| &page.logos).any(|(width, height)| width.min(*height) >= least);
        // a word read from the right may be drawn in pieces, the last one first
        let runs = || self.reading.runs().map(|run| run.text.as_str());
        let (forwards, backwards) = (runs().collect::<String>(), runs().rev().collect::<String>());
        let said = |word: String| forwards.contains(&word) || backwards.contains(&word);
        if !drawn || !words(self.job.word("easy_logo_mention")).all(said) {
            self.find(EasyFault::error("ER-LOGO", 0, "", ""));
        }
    }
}

/// How many of the next sentences on the pages make up one that is looked for.
fn taken(found: &[&Sentence], letters: &str) -> Option<usize> {
    const PARTS: usize = 3;
    let mut drawn = String::new();
    for (at, part) in found.iter().take(PARTS).enumerate() {
        drawn = sorted(drawn.chars().chain(part.letters.chars()));
        if drawn == letters {
            return Some(at + 1);
        }
    }
    None
}

/// Whether two sentences share a height of their page.
fn beside(one: &Sentence, other: &Sentence) -> bool {
    const LETTERS: f64 = 0.3;
    let span = |sentence: &Sentence| {
        let top = sentence.lines.first().map_or(0.0, |line| line.baseline - LETTERS * line.size);
        (top, sentence.lines.last().map_or(0.0, |line| line.baseline))
    };
    let ((top, bottom), (other_top, other_bottom)) = (span(one), span(other));
    top < other_bottom && other_top < bottom
}

/// A text of both directions is drawn in pieces whose order says nothing of its words.
fn read_from_right_mixed(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphanumeric());
    letters().any(read_from_right) && letters().any(|c| !read_from_right(c))
}

/// With one digit after the point, or two under two.
fn tenth(value: f64) -> String {
    if value < 2.0 { format!("{value:.2}") } else { format!("{value:.1}") }
}
