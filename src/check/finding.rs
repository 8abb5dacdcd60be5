//! What a rule found: [`Finding`], a diagnostic with the tip it belongs to and, where it is safe, the text that mends it.

use crate::diag::{Diagnostic, Message, Place, Severity};

/// A text that mends what was found, put in the place of what stands there.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// What is replaced.
    pub place: Place,
    /// What stands there afterwards.
    pub text: String,
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What and where; the rule and its severity are filled in by [`super::check_project`].
    pub diagnostic: Diagnostic,
    /// Severity, where it is not the usual one of the rule.
    pub severity: Option<Severity>,
    /// The tip it belongs to, by id.
    pub tip: Option<String>,
    /// What mends it.
    pub fix: Option<Fix>,
}

impl Finding {
    /// Something at this place.
    pub fn at(place: Place, message: Message) -> Self {
        Finding { diagnostic: Diagnostic::warning(message).at(place), severity: None, tip: None, fix: None }
    }

    /// Something about a whole file.
    pub fn about(path: &str, message: Message) -> Self {
        Finding { diagnostic: Diagnostic::warning(message).about(path), severity: None, tip: None, fix: None }
    }

    /// What another part of the program found.
    pub fn of(diagnostic: Diagnostic) -> Self {
        Finding { severity: Some(diagnostic.severity), diagnostic, tip: None, fix: None }
    }

    /// The same, with what to do.
    pub fn hint(mut self, hint: Message) -> Self {
        self.diagnostic.hint = Some(hint);
        self
    }

    /// The same, worse or better than usual.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// The same, of a tip.
    pub fn of_tip(mut self, id: &str) -> Self {
        self.tip = Some(id.to_owned());
        self
    }

    /// The same, mended where it stands by this text.
    pub fn fixed_by(mut self, text: impl Into<String>) -> Self {
        self.fix = self.diagnostic.place.clone().map(|place| Fix { place, text: text.into() });
        self
    }
}
