//! Diagnostics become lines of a terminal: [`print`], with the source line and a caret; [`plain`] without colours, for tests.

use std::collections::BTreeSet;
use std::io::Write as _;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::findings::severity_word;
use super::messages::Messages;
use crate::check::Finding;
use crate::diag::{Diagnostic, Message, Severity};

/// Prints what was found to standard error; colours only where there is a terminal.
pub fn print(diagnostics: &[Diagnostic], messages: &Messages) {
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii);
    let text = render(diagnostics, messages, &renderer);
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// Prints findings to standard output, which they are what was asked for.
pub fn print_findings(findings: &[Finding], messages: &Messages) {
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii);
    let secret: BTreeSet<(&str, usize)> =
        findings.iter().map(|finding| &finding.diagnostic).filter(|found| is_private(found)).filter_map(line).collect();
    let texts = findings.iter().map(|finding| {
        let hidden = line(&finding.diagnostic).is_some_and(|line| secret.contains(&line));
        one(&finding.diagnostic, hidden, messages, &renderer) + "\n\n"
    });
    let _ = anstream::stdout().write_all(texts.collect::<String>().as_bytes());
}

/// What was found, as plain text.
pub fn plain(diagnostics: &[Diagnostic], messages: &Messages) -> String {
    render(diagnostics, messages, &Renderer::plain().decor_style(DecorStyle::Ascii))
}

/// Prints a message that is not about a place.
pub fn message(message: &Message, messages: &Messages) {
    print(&[Diagnostic::error(message.clone())], messages);
}

fn render(diagnostics: &[Diagnostic], messages: &Messages, renderer: &Renderer) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&one(diagnostic, is_private(diagnostic), messages, renderer));
        text.push_str("\n\n");
    }
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    if errors > 1 {
        text.push_str(&messages.text(&Message::new("report-errors").arg("count", errors)));
        text.push('\n');
    }
    text
}

/// What should not be in the content should not be in a log either.
fn is_private(found: &Diagnostic) -> bool {
    found.rule.is_some_and(|rule| rule.starts_with("PV-"))
}

/// The file and line something was found in.
fn line(found: &Diagnostic) -> Option<(&str, usize)> {
    found.place.as_ref().map(|place| (place.path.as_str(), place.line_column().0))
}

fn one(diagnostic: &Diagnostic, hidden: bool, messages: &Messages, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Notice => Level::NOTE,
    };
    let name = messages.word(severity_word(diagnostic.severity));
    let name = diagnostic.rule.map_or_else(|| name.clone(), |rule| format!("{name}[{rule}]"));
    let title = level.with_name(name).primary_title(messages.text(&diagnostic.message));
    let mut group = Group::with_title(title);
    if let Some(place) = diagnostic.place.as_ref().filter(|_| hidden) {
        let (line, column) = place.line_column();
        group = group.element(Origin::path(place.path.as_str()).line(line).char_column(column));
    } else if let Some(place) = &diagnostic.place {
        let span = place.span.clone();
        let snippet = Snippet::source(&*place.text).path(place.path.as_str());
        group = group.element(snippet.annotation(AnnotationKind::Primary.span(span)));
    } else if let Some(path) = &diagnostic.path {
        group = group.element(Origin::path(path.as_str()));
    }
    if let Some(hint) = &diagnostic.hint {
        group = group.element(Level::HELP.with_name(messages.word("report-hint")).message(messages.text(hint)));
    }
    renderer.render(&[group])
}
