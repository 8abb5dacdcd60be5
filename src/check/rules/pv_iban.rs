//! # PV-IBAN: no account number in the content
//!
//! Any text of the content is read, comments too. Only a number with the right length and the right check digits is reported. The
//! message shows its first four characters.
//!
//! Why: content is published, printed and kept in versions for years. Nobody’s account belongs there.
//!
//! Source: GDPR, article 5(1)(c); ISO 13616 for the check digits.
//!
//! - No: a bank slip pasted as a comment
//! - Yes: no account number, or dots in its place
//!
//! # PV-IBAN : pas de compte bancaire dans le contenu
//!
//! Tous les textes du contenu sont lus, commentaires compris. Seul un numéro de la bonne longueur et dont la clé est juste est
//! signalé. Le message montre ses quatre premiers signes.
//!
//! Pourquoi : le contenu est publié, imprimé et gardé dans ses versions pendant des années. Le compte de personne n’y a sa place.
//!
//! Source : RGPD, article 5-1 c ; ISO 13616 pour la clé.
//!
//! - Non : un RIB collé en commentaire
//! - Oui : pas de numéro de compte, ou des points à sa place

use super::prelude::*;
use crate::check::scan;

/// The rule.
pub const RULE: Rule = Rule {
    id: "PV-IBAN",
    group: Group::Privacy,
    severity: Severity::Error,
    source: include_str!("pv_iban.rs"),
    run: Run::File(check),
};

/// Lengths by country (ISO 13616): France, its neighbours, and others that are met in France.
const LENGTHS: [(&[u8; 2], usize); 36] = [
    (b"AD", 24),
    (b"AE", 23),
    (b"AT", 20),
    (b"BE", 16),
    (b"BG", 22),
    (b"CH", 21),
    (b"CY", 28),
    (b"CZ", 24),
    (b"DE", 22),
    (b"DK", 18),
    (b"EE", 20),
    (b"ES", 24),
    (b"FI", 18),
    (b"FR", 27),
    (b"GB", 22),
    (b"GR", 27),
    (b"HR", 21),
    (b"HU", 28),
    (b"IE", 22),
    (b"IT", 27),
    (b"LB", 28),
    (b"LT", 20),
    (b"LU", 20),
    (b"LV", 21),
    (b"MC", 27),
    (b"MT", 31),
    (b"NL", 18),
    (b"NO", 15),
    (b"PL", 28),
    (b"PT", 25),
    (b"RO", 24),
    (b"SE", 24),
    (b"SI", 19),
    (b"SK", 24),
    (b"TN", 24),
    (b"TR", 26),
];

fn check(file: &TextFile, _: &Subject<'_>) -> Vec<Finding> {
    let starts = scan::begins(&file.text, |b| b.is_ascii_alphabetic());
    starts.filter_map(|at| judge(file, at)).collect()
}

fn judge(file: &TextFile, at: usize) -> Option<Finding> {
    let head = file.text.as_bytes().get(at..at + 4)?;
    let country = [head[0].to_ascii_uppercase(), head[1].to_ascii_uppercase()];
    if !head[2..].iter().all(u8::is_ascii_digit) {
        return None;
    }
    let (_, length) = LENGTHS.iter().find(|(code, _)| **code == country)?;
    let (number, end) = scan::number(&file.text, at, *length)?;
    let message = Message::new("pv-iban").arg("begins", &number[..4]);
    let finding = Finding::at(file.place(at..end), message).hint(Message::new("hint-pv-number"));
    is_valid(&number).then_some(finding)
}

/// The first four characters go to the end, letters become numbers from 10 on, and the rest of the division by 97 is 1.
fn is_valid(number: &str) -> bool {
    let turned = number.bytes().skip(4).chain(number.bytes().take(4));
    let rest = turned.fold(0_u32, |rest, b| match b {
        b'0'..=b'9' => (rest * 10 + u32::from(b - b'0')) % 97,
        letter => (rest * 100 + u32::from(letter - b'A') + 10) % 97,
    });
    rest == 1
}
