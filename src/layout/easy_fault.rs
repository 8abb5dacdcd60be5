//! What breaks a rule of easy-read pages: [`EasyFault`], and how it is told.

use super::contrast::quoted;
use crate::diag::{Diagnostic, Message, Severity};
use crate::plan::Job;

/// One broken rule.
#[derive(Debug, Clone, PartialEq)]
pub struct EasyFault {
    /// Id of the rule: `ER-LEADING`.
    pub rule: &'static str,
    /// The page, from 1; nothing for the whole sheet.
    pub page: Option<usize>,
    /// The words it is about; may be empty.
    pub text: String,
    /// What was found, as it is told; may be empty.
    pub value: String,
    /// Whether the sheet may not be made.
    pub severity: Severity,
    /// How many more places of the sheet break the rule in the same way.
    pub others: usize,
}

impl EasyFault {
    /// An error on a page, 0 for the whole sheet.
    pub(super) fn error(rule: &'static str, page: usize, text: &str, value: impl ToString) -> Self {
        let page = (page > 0).then_some(page);
        EasyFault {
            rule,
            page,
            text: quoted(text.trim()),
            value: value.to_string(),
            severity: Severity::Error,
            others: 0,
        }
    }

    /// The same as an error or a warning.
    pub(super) fn graded(self, severe: bool) -> Self {
        let severity = if severe { Severity::Error } else { Severity::Warning };
        EasyFault { severity, ..self }
    }

    /// Whether the sheet is not made.
    pub(super) fn stops(&self) -> bool {
        self.severity == Severity::Error && self.rule != "ER-LENGTH"
    }

    /// As it is told; the hint says what to change in the theme.
    pub fn diagnostic(&self, job: &Job) -> Diagnostic {
        let page = self.page.map_or_else(|| "none".to_owned(), |page| page.to_string());
        let message = Message::new("easy-page")
            .arg("rule", self.rule)
            .arg("text", &self.text)
            .arg("value", &self.value)
            .arg("page", page)
            .arg("sheet", job.path())
            .arg("others", self.others);
        let found = match self.severity {
            Severity::Error => Diagnostic::error(message),
            Severity::Warning | Severity::Notice => Diagnostic::warning(message),
        };
        let hint = if self.rule == "ER-LENGTH" { "hint-easy-length" } else { "hint-easy-page" };
        found.about(format!("themes/{}", job.theme)).hint(Message::new(hint).arg("rule", self.rule))
    }
}

/// The first place of each rule, with the number of the others: one change of the theme mends them all.
pub(super) fn first_of_each(faults: Vec<EasyFault>) -> Vec<EasyFault> {
    let mut told: Vec<EasyFault> = Vec::new();
    for fault in faults {
        match told.iter_mut().find(|first| (first.rule, first.severity) == (fault.rule, fault.severity)) {
            Some(first) => first.others += 1,
            None => told.push(fault),
        }
    }
    told
}
