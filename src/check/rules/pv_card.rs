//! # PV-CARD: no card number in the content
//!
//! Any text of the content is read, comments too. Sixteen digits of Visa, Mastercard or the French CB (fifteen of American
//! Express) whose check digit is right are reported. The message shows the first four.
//!
//! Why: a card number in a published file can be misused within hours.
//!
//! Source: ISO/IEC 7812-1 (the Luhn formula); GDPR, article 5(1)(f).
//!
//! - No: a real card number in an example of a form
//! - Yes: 4970 •••• •••• ••••
//!
//! # PV-CARD : pas de numéro de carte dans le contenu
//!
//! Tous les textes du contenu sont lus, commentaires compris. Seize chiffres de Visa, Mastercard ou CB (quinze pour American
//! Express) dont la clé est juste sont signalés. Le message montre les quatre premiers.
//!
//! Pourquoi : un numéro de carte dans un fichier publié peut servir à un fraudeur en quelques heures.
//!
//! Source : ISO/CEI 7812-1 (formule de Luhn) ; RGPD, article 5-1 f.
//!
//! - Non : un vrai numéro de carte dans un exemple de formulaire
//! - Oui : 4970 •••• •••• ••••

use super::prelude::*;
use crate::check::scan;

/// The rule.
pub const RULE: Rule = Rule {
    id: "PV-CARD",
    group: Group::Privacy,
    severity: Severity::Error,
    source: include_str!("pv_card.rs"),
    run: Run::File(check),
};

fn check(file: &TextFile, _: &Subject<'_>) -> Vec<Finding> {
    scan::begins(&file.text, |b| matches!(b, b'2'..=b'5')).filter_map(|at| judge(file, at)).collect()
}

fn judge(file: &TextFile, at: usize) -> Option<Finding> {
    let length = if file.text.as_bytes()[at] == b'3' { 15 } else { 16 };
    let (number, end) = scan::number(&file.text, at, length)?;
    let message = Message::new("pv-card").arg("begins", &number[..4]);
    let finding = Finding::at(file.place(at..end), message).hint(Message::new("hint-pv-number"));
    (is_issued(&number) && is_valid(&number)).then_some(finding)
}

/// Whether cards begin so: 4, 51 to 55, 2221 to 2720, 34 and 37.
fn is_issued(number: &str) -> bool {
    let head = number[..4].parse().unwrap_or(0);
    matches!(head, 2221..=2720 | 3400..=3499 | 3700..=3799 | 4000..=4999 | 5100..=5599)
}

/// The Luhn formula: every second digit from the right counts twice.
fn is_valid(number: &str) -> bool {
    let digits = number.bytes().rev().enumerate();
    let sum = digits.map(|(at, b)| {
        let digit = u32::from(b.saturating_sub(b'0')) * if at % 2 == 1 { 2 } else { 1 };
        digit / 10 + digit % 10
    });
    number.bytes().all(|b| b.is_ascii_digit()) && sum.sum::<u32>() % 10 == 0
}
