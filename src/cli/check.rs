//! `pancarte check`: the rules over a project, told for people, editors and machines; `--explain` prints the manual page of a
//! rule, `--fix` mends what is safe.

use std::path::Path;

use super::args::{CheckArgs, FindingsFormat};
use super::messages::{Messages, UiLang};
use super::{clock, findings, report};
use crate::check::{Denied, Finding, Group, Outcome, Request, check_project, fix, rules};
use crate::diag::{Diagnostic, Diagnostics, Message, Severity, did_you_mean};
use crate::files::Files;
use crate::output;

/// Something was found that is an error.
const FOUND: u8 = 1;

/// Checks and prints; the exit code is 0 where no error was found, 1 where one was, 2 where nothing could be checked.
pub fn run(options: &CheckArgs, messages: &Messages, lang: UiLang) -> u8 {
    if let Some(id) = &options.explain {
        return explain(id, messages, lang);
    }
    let request = match request(options) {
        Ok(request) => request,
        Err(diagnostics) => {
            report::print(&diagnostics, messages);
            return super::FAILED;
        }
    };
    let root = &options.project.project;
    let only = match paths(root, &options.paths) {
        Ok(only) => only,
        Err(error) => {
            report::print(&[*error], messages);
            return super::FAILED;
        }
    };
    let mut outcome = check_project(Files::project(root), &request);
    if options.fix {
        match mend(root, &outcome, &only, &request, messages) {
            Ok(Some(after)) => outcome = after,
            Ok(None) => {}
            Err(error) => {
                report::print(&[error], messages);
                return super::FAILED;
            }
        }
    }
    if !outcome.nothing {
        outcome.findings.retain(|finding| within(finding, &only));
    }
    print(&outcome, options.format, messages, lang);
    let wrong = outcome.findings.iter().any(|finding| finding.diagnostic.is_error());
    if outcome.nothing {
        super::FAILED
    } else if wrong {
        FOUND
    } else {
        super::DONE
    }
}

fn print(outcome: &Outcome, format: FindingsFormat, messages: &Messages, lang: UiLang) {
    let text = match format {
        FindingsFormat::Human => {
            report::print_findings(&outcome.findings, messages);
            for lang in &outcome.without_dictionary {
                super::tell(messages.text(&Message::new("check-no-dictionary").arg("lang", lang)));
            }
            messages.text(&summary(outcome))
        }
        FindingsFormat::Short => findings::short(&outcome.findings, messages),
        FindingsFormat::Json => findings::json(&outcome.findings, messages),
        FindingsFormat::Sarif => findings::sarif(&outcome.findings, messages, lang),
        FindingsFormat::Github => findings::github(&outcome.findings, messages),
    };
    if !text.is_empty() {
        super::say(text.trim_end());
    }
}

fn summary(outcome: &Outcome) -> Message {
    let count = |severity| outcome.findings.iter().filter(|found| found.diagnostic.severity == severity).count();
    Message::new("check-done")
        .arg("texts", outcome.texts)
        .arg("sheets", outcome.sheets)
        .arg("errors", count(Severity::Error))
        .arg("warnings", count(Severity::Warning))
        .arg("notices", count(Severity::Notice))
}

/// What was typed becomes what is needed; every unknown name is refused here.
fn request(options: &CheckArgs) -> Result<Request, Diagnostics> {
    let mut diagnostics = Diagnostics::new();
    let wanted = super::build::wanted(&options.sheets, &[]);
    let wanted = wanted.map_err(|errors| diagnostics.extend(errors)).unwrap_or_default();
    let denied = options.deny.iter().filter_map(|word| {
        let denied = Denied::parse(word);
        if denied.is_none() {
            diagnostics.push(unknown_rule(word));
        }
        denied
    });
    let denied: Vec<Denied> = denied.collect();
    let only = options.rule.iter().filter_map(|word| {
        let rule = rules::find(&word.to_uppercase());
        if rule.is_none() {
            diagnostics.push(unknown_rule(word));
        }
        rule.map(|rule| rule.id)
    });
    let only: Vec<&'static str> = only.collect();
    let today = clock::today(options.today.as_deref()).map_err(|error| diagnostics.push(error));
    match today {
        Ok(today) if diagnostics.is_empty() => {
            let (pages, spell) = (options.pages, options.spell);
            Ok(Request { wanted, pages, spell, today, denied, only })
        }
        _ => Err(diagnostics),
    }
}

fn unknown_rule(word: &str) -> Diagnostic {
    let groups = Group::ALL.iter().map(|group| group.name());
    let known = rules::ALL.iter().map(|rule| rule.id).chain(groups).chain(["warnings", "notices"]);
    Diagnostic::error(Message::new("rule-unknown").arg("rule", word)).hint(did_you_mean(word, known))
}

/// Paths as they were typed, from the folder of the project; a path that is not in it is a mistake.
fn paths(root: &Path, typed: &[std::path::PathBuf]) -> Result<Vec<String>, Box<Diagnostic>> {
    let inside = |path: &std::path::PathBuf| {
        let shown = path.display().to_string();
        crate::files::inside(root, path).ok_or_else(|| {
            Box::new(
                Diagnostic::error(Message::new("check-path").arg("path", shown)).hint(Message::new("hint-check-path")),
            )
        })
    };
    typed.iter().map(inside).collect()
}

fn within(finding: &Finding, only: &[String]) -> bool {
    let found = &finding.diagnostic;
    let path = found.place.as_ref().map(|place| place.path.as_str()).or(found.path.as_deref());
    let under = |folder: &String| {
        folder.is_empty() || path.is_some_and(|path| path == folder || path.starts_with(&format!("{folder}/")))
    };
    only.is_empty() || only.iter().any(under)
}

/// Mends what is safe, and gives what a check of the mended files finds. Nothing is written where the mended files could not be
/// read as well as before.
fn mend(
    root: &Path,
    outcome: &Outcome,
    only: &[String],
    request: &Request,
    messages: &Messages,
) -> Result<Option<Outcome>, Diagnostic> {
    let own: Vec<Finding> =
        outcome.findings.iter().filter(|found| is_own(root, found) && within(found, only)).cloned().collect();
    let mended = fix::mended(&own);
    if mended.is_empty() {
        return Ok(None);
    }
    let files = Files::project(root);
    let mut bytes = Vec::new();
    for file in &mended {
        let stood = files.bytes(&file.path, u64::MAX)?;
        bytes.push((file.path.clone(), fix::in_the_manner_of(&stood, &file.text)));
    }
    let after = check_project(files.under(bytes.iter().cloned().collect()), request);
    if !fix::reads_as_well(outcome, &after) {
        return Err(Diagnostic::error(Message::new("check-fix-unsafe")));
    }
    output::rewrite(root, &bytes)?;
    for file in &mended {
        let line = Message::new("check-fixed").arg("path", &file.path).arg("places", file.places);
        super::tell(messages.text(&line));
    }
    Ok(Some(after))
}

/// What is built into the program cannot be mended in the project.
fn is_own(root: &Path, finding: &Finding) -> bool {
    finding.fix.as_ref().is_some_and(|fix| crate::files::inside(root, &root.join(&fix.place.path)).is_some())
}

fn explain(id: &str, messages: &Messages, lang: UiLang) -> u8 {
    let Some(rule) = rules::find(&id.to_uppercase()) else {
        report::print(&[unknown_rule(id)], messages);
        return super::FAILED;
    };
    let page = rule.page(lang == UiLang::French);
    let severity = messages.word(findings::severity_word(rule.severity));
    super::say(format!("{} ({}, {severity})\n{}\n\n{}", rule.id, rule.group.name(), page.summary, page.body));
    super::DONE
}
