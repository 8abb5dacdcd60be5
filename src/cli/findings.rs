//! Findings for machines: a line each ([`short`]), JSON ([`json`]), SARIF 2.1.0 for code hosts ([`sarif`]) and the annotations of
//! GitHub Actions ([`github`]).

use serde_json::{Value, json};

use super::messages::{Messages, UiLang};
use crate::check::{Finding, rules};
use crate::diag::{Diagnostic, Severity};

/// The word of a severity, by id in the message files.
pub fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "report-error",
        Severity::Warning => "report-warning",
        Severity::Notice => "report-notice",
    }
}

/// The name of a severity for machines, the same in every language.
fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    }
}

/// The rule that found it, else the id of the message.
fn rule_of(found: &Diagnostic) -> &str {
    found.rule.unwrap_or(found.message.id)
}

fn path_of(found: &Diagnostic) -> &str {
    found.place.as_ref().map(|place| place.path.as_str()).or(found.path.as_deref()).unwrap_or_default()
}

/// `path:line:column: severity[RULE] message`, a line for each finding.
pub fn short(findings: &[Finding], messages: &Messages) -> String {
    let line = |finding: &Finding| {
        let found = &finding.diagnostic;
        let (line, column) = found.place.as_ref().map_or((1, 1), |place| place.line_column());
        let severity = messages.word(severity_word(found.severity));
        let text = messages.text(&found.message);
        format!("{}:{line}:{column}: {severity}[{}] {text}\n", path_of(found), rule_of(found))
    };
    findings.iter().map(line).collect()
}

/// One object with all findings; the fields are described in docs/check.md.
pub fn json(findings: &[Finding], messages: &Messages) -> String {
    let one = |finding: &Finding| {
        let found = &finding.diagnostic;
        let from = found.place.as_ref().map(|place| place.line_column());
        let to = found.place.as_ref().map(|place| place.end_line_column());
        json!({
            "rule": rule_of(found),
            "severity": severity_name(found.severity),
            "message": messages.text(&found.message),
            "hint": found.hint.as_ref().map(|hint| messages.text(hint)),
            "path": path_of(found),
            "line": from.map(|at| at.0),
            "column": from.map(|at| at.1),
            "end_line": to.map(|at| at.0),
            "end_column": to.map(|at| at.1),
            "tip": finding.tip,
            "fixable": finding.fix.is_some(),
        })
    };
    let list: Vec<Value> = findings.iter().map(one).collect();
    serde_json::to_string_pretty(&json!({ "version": 1, "findings": list })).unwrap_or_default()
}

/// A log of SARIF 2.1.0 (OASIS, docs.oasis-open.org/sarif/sarif/v2.1.0): columns count Unicode code points.
pub fn sarif(findings: &[Finding], messages: &Messages, lang: UiLang) -> String {
    let level = |severity| match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "note",
    };
    let result = |finding: &Finding| {
        let found = &finding.diagnostic;
        let region = found.place.as_ref().map(|place| {
            let (from, to) = (place.line_column(), place.end_line_column());
            json!({ "startLine": from.0, "startColumn": from.1, "endLine": to.0, "endColumn": to.1 })
        });
        let mut physical = json!({ "artifactLocation": { "uri": uri(path_of(found)) } });
        if let Some(region) = region {
            physical["region"] = region;
        }
        json!({
            "ruleId": rule_of(found),
            "level": level(found.severity),
            "message": { "text": messages.text(&found.message) },
            "locations": [{ "physicalLocation": physical }],
        })
    };
    let french = lang == UiLang::French;
    let rule = |rule: &crate::check::Rule| {
        let page = rule.page(french);
        json!({
            "id": rule.id,
            "shortDescription": { "text": page.summary },
            "help": { "text": page.body },
            "defaultConfiguration": { "level": level(rule.severity) },
        })
    };
    let driver = json!({
        "name": "pancarte",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": rules::ALL.iter().map(rule).collect::<Vec<_>>(),
    });
    let run = json!({
        "tool": { "driver": driver },
        "columnKind": "unicodeCodePoints",
        "results": findings.iter().map(result).collect::<Vec<_>>(),
    });
    let log = json!({ "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run] });
    serde_json::to_string_pretty(&log).unwrap_or_default()
}

/// A path as a relative reference: what is not a plain character is written in percent.
fn uri(path: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~/".contains(&b);
    path.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// Workflow commands of GitHub Actions, which become annotations.
pub fn github(findings: &[Finding], messages: &Messages) -> String {
    let line = |finding: &Finding| {
        let found = &finding.diagnostic;
        let (line, column) = found.place.as_ref().map_or((1, 1), |place| place.line_column());
        let hint = found.hint.as_ref().map(|hint| format!("\n{}", messages.text(hint))).unwrap_or_default();
        let text = format!("{}{hint}", messages.text(&found.message));
        let place = format!("file={},line={line},col={column}", property(path_of(found)));
        let title = property(rule_of(found));
        format!("::{} {place},title={title}::{}\n", severity_name(found.severity), data(&text))
    };
    findings.iter().map(line).collect()
}

/// What a value of a workflow command may not hold as it is.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_break_a_line_is_escaped() {
        assert_eq!(property("a,b:c\n100 %"), "a%2Cb%3Ac%0A100 %25");
        assert_eq!(uri("content/tips/é à.md"), "content/tips/%C3%A9%20%C3%A0.md");
    }
}
