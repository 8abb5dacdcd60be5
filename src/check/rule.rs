//! A rule: its id, its group, how bad what it finds is, and what it reads. [`Rule::page`] is its manual page, which is the
//! documentation of its own file.

use crate::diag::{Diagnostic, Severity};
use crate::files::TextFile;
use crate::model::{Date, Tip};
use crate::pipeline::Planned;

use super::{Finding, Passage};

/// What rules are about; `--deny` takes these names too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Easy-read texts and pages.
    EasyRead,
    /// Plain language.
    Plain,
    /// Whether it is still true.
    Truth,
    /// Texts that changed since somebody compared them.
    Stale,
    /// Data about people.
    Privacy,
    /// Spaces, quotes and signs.
    Typography,
    /// Languages and translations.
    Languages,
    /// Pictures, colours, fonts and sheets.
    Media,
    /// The checker itself.
    Checker,
}

impl Group {
    /// All groups in the order of the manual.
    pub const ALL: [Group; 9] = [
        Group::EasyRead,
        Group::Plain,
        Group::Truth,
        Group::Stale,
        Group::Privacy,
        Group::Typography,
        Group::Languages,
        Group::Media,
        Group::Checker,
    ];

    /// The name that is typed.
    pub fn name(self) -> &'static str {
        match self {
            Group::EasyRead => "easy-read",
            Group::Plain => "plain",
            Group::Truth => "truth",
            Group::Stale => "stale",
            Group::Privacy => "privacy",
            Group::Typography => "typography",
            Group::Languages => "languages",
            Group::Media => "media",
            Group::Checker => "checker",
        }
    }
}

/// What rules may look at.
#[derive(Debug)]
pub struct Subject<'a> {
    /// Content, themes and the plan of every sheet.
    pub planned: &'a Planned,
    /// What loading and planning found.
    pub found: &'a [Diagnostic],
    /// Every text file of the project's own content, sorted by path.
    pub files: &'a [TextFile],
    /// All passages.
    pub passages: &'a [Passage<'a>],
    /// The day of the check.
    pub today: Date,
    /// Dictionaries, where spelling was asked for.
    pub spelling: Option<&'a super::spelling::Spelling>,
    /// Whether pages are laid out.
    pub pages: bool,
    /// Ids of the only rules that run; all where it is empty.
    pub only: &'a [&'static str],
    /// Whether every sheet is planned, and not only some venues, media or languages.
    pub whole: bool,
}

impl Subject<'_> {
    /// Whether a rule runs.
    pub fn runs(&self, rule: &Rule) -> bool {
        let can = match rule.run {
            Run::Pages(_) => self.pages,
            _ => rule.id != "LA-SPELL" || self.spelling.is_some(),
        };
        can && (self.only.is_empty() || self.only.contains(&rule.id))
    }

    /// Whether a file is the project's own: not one that is built into the program.
    pub fn is_own(&self, path: &str) -> bool {
        // the files are sorted by path
        self.files.binary_search_by(|file| file.path.as_str().cmp(path)).is_ok()
    }
}

/// A sheet after it was laid out.
#[derive(Debug)]
pub struct LaidOut<'a> {
    /// The sheet.
    pub job: &'a crate::plan::Job,
    /// Its pages, where they could be laid out without a mistake.
    pub document: Option<&'a typst_layout::PagedDocument>,
    /// What the proof of its pages found.
    pub faults: &'a [Diagnostic],
}

/// What a rule reads.
#[derive(Debug, Clone, Copy)]
pub enum Run {
    /// Each passage.
    Passage(fn(&Passage<'_>, &Subject<'_>) -> Vec<Finding>),
    /// Each tip.
    Tip(fn(&Tip, &Subject<'_>) -> Vec<Finding>),
    /// Each text file of the content as it stands.
    File(fn(&TextFile, &Subject<'_>) -> Vec<Finding>),
    /// The whole kit.
    Kit(fn(&Subject<'_>) -> Vec<Finding>),
    /// Each sheet after its layout (`--pages`).
    Pages(fn(&LaidOut<'_>, &Subject<'_>) -> Vec<Finding>),
    /// Nothing: [`super::check_project`] itself finds it.
    Checker,
}

/// A rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its name, which never changes: `ER-SENT-LEN`.
    pub id: &'static str,
    /// What it is about.
    pub group: Group,
    /// How bad what it finds usually is.
    pub severity: Severity,
    /// Its source file, whose documentation is the manual page.
    pub source: &'static str,
    /// What it reads.
    pub run: Run,
}

/// The manual page of a rule in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// One line: what the rule wants.
    pub summary: String,
    /// All of it, as Markdown, without the title.
    pub body: String,
}

impl Rule {
    /// The manual page, in French or in English.
    pub fn page(&self, french: bool) -> Page {
        let lines = self.source.lines().map_while(|line| line.strip_prefix("//!"));
        let text: String = lines.map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line))).collect();
        let text = format!("\n{text}");
        // the English page comes first, the French one after it
        let part = text.split("\n# ").nth(if french { 2 } else { 1 }).unwrap_or_default();
        let (title, body) = part.split_once('\n').unwrap_or_default();
        let title = title.strip_prefix(self.id).unwrap_or_default().trim_start_matches([' ', ':']);
        Page { summary: title.trim().to_owned(), body: body.trim().to_owned() }
    }
}

/// Days from one date to another, negative where the second is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    to.ordinal() - from.ordinal()
}
