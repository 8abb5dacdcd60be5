//! # PV-PASSWORD: no password in the content
//!
//! After “mot de passe :”, “password:”, “code wifi :” and the like, a word that looks like a real password is reported: letters
//! with digits or signs, digits alone at the end of a line, or one of the passwords that everybody uses. Dots, brackets,
//! placeholders and lines that say “example” are left alone. The message does not repeat it.
//!
//! Why: what stands on a poster or in a repository is no longer a secret.
//!
//! Source: CNIL, recommendation on passwords of July 2022 (never in clear); GDPR, article 32.
//!
//! - No: Mot de passe du wifi : Tannerie2024!
//! - Yes: Le mot de passe du wifi : demandez-le à l’accueil.
//!
//! # PV-PASSWORD : pas de mot de passe dans le contenu
//!
//! Après « mot de passe : », « password: », « code wifi : » et leurs semblables, un mot qui ressemble à un vrai mot de passe est
//! signalé : des lettres avec des chiffres ou des signes, des chiffres seuls en fin de ligne, ou un de ceux que tout le monde
//! utilise. Les points, les crochets, les champs à remplacer et les lignes qui disent « exemple » sont laissés de côté. Le
//! message ne le répète pas.
//!
//! Pourquoi : ce qui est sur une affiche ou dans un dépôt n’est plus un secret.
//!
//! Source : CNIL, recommandation sur les mots de passe de juillet 2022 (jamais en clair) ; RGPD, article 32.
//!
//! - Non : Mot de passe du wifi : Tannerie2024!
//! - Oui : Le mot de passe du wifi : demandez-le à l’accueil.

use std::ops::Range;

use super::prelude::*;
use crate::check::scan;

/// The rule.
pub const RULE: Rule = Rule {
    id: "PV-PASSWORD",
    group: Group::Privacy,
    severity: Severity::Warning,
    source: include_str!("pv_password.rs"),
    run: Run::File(check),
};

/// What announces a password.
const KEYS: [&str; 15] = [
    "mot de passe",
    "mots de passe",
    "mdp",
    "password",
    "passphrase",
    "passwort",
    "code wifi",
    "code wi-fi",
    "clé wifi",
    "clé wi-fi",
    "code pin",
    "pin code",
    "wifi code",
    "كلمة السر",
    "كلمة المرور",
];

/// Words that may stand between them and the colon.
const BETWEEN: [&str; 26] = [
    "du",
    "de",
    "la",
    "le",
    "des",
    "d’accès",
    "wifi",
    "wi-fi",
    "pour",
    "for",
    "the",
    "of",
    "est",
    "is",
    "poste",
    "session",
    "compte",
    "invité",
    "guest",
    "room",
    "salle",
    "internet",
    "réseau",
    "network",
    "admin",
    "actuel",
];

/// Passwords that everybody uses.
const COMMON: [&str; 14] = [
    "azerty",
    "qwerty",
    "azertyuiop",
    "motdepasse",
    "password",
    "soleil",
    "bonjour",
    "doudou",
    "loulou",
    "chouchou",
    "marseille",
    "admin",
    "welcome",
    "iloveyou",
];

/// What a line says that shows an example.
const EXAMPLES: [&str; 8] = ["exemple", "example", "par ex", "p. ex", "e.g.", "mauvais", "bad", "مثال"];

fn check(file: &TextFile, _: &Subject<'_>) -> Vec<Finding> {
    let lower = file.text.to_ascii_lowercase();
    let hits = KEYS.iter().flat_map(|key| lower.match_indices(key).map(|(at, key)| at + key.len()));
    let mut found: Vec<Range<usize>> = hits.filter_map(|end| password(&file.text, &lower, end)).collect();
    found.sort_by_key(|range| range.start);
    found.dedup();
    let finding =
        |range| Finding::at(file.place(range), Message::new("pv-password")).hint(Message::new("hint-pv-password"));
    found.into_iter().map(finding).collect()
}

/// The password announced by what ends at this byte, if there is one.
fn password(text: &str, lower: &str, end: usize) -> Option<Range<usize>> {
    let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let line_start = text[..end].rfind('\n').map_or(0, |at| at + 1);
    let colon = end + text[end..line_end].find([':', '='])?;
    let between = lower[end..colon].split_whitespace().all(|word| BETWEEN.contains(&word));
    let open = |c: char| c.is_whitespace() || "\"'«“*_".contains(c);
    let value = text[colon + 1..line_end].trim_start_matches(open);
    let start = line_end - value.len();
    let word = value.split(|c: char| c.is_whitespace() || "\"'»”,}`".contains(c)).next().unwrap_or_default();
    let word = word.trim_end_matches(|c: char| ".;:)*_".contains(c));
    let last = value[word.len()..].trim_start_matches(|c: char| "\"'»”,}.;:)*_! ".contains(c)).is_empty();
    let example = EXAMPLES.iter().any(|sign| lower[line_start..line_end].contains(sign));
    (between && !example && is_concrete(word, last)).then(|| start..start + word.len())
}

fn is_concrete(word: &str, last: bool) -> bool {
    let masked = |c: char| "•●*…<>[]{}_()".contains(c);
    let first = word.chars().next();
    let same = word.chars().all(|c| Some(c) == first);
    if word.chars().count() < 4 || word.contains(masked) || same || scan::is_address(word) {
        return false;
    }
    let has = |of: fn(char) -> bool| word.contains(of);
    let (digit, letter) = (has(|c| c.is_ascii_digit()), has(char::is_alphabetic));
    let sign = has(|c| c.is_ascii_punctuation() && !matches!(c, '-' | '\'' | '/' | '.' | '!' | '?'));
    let only_digits = word.bytes().all(|b| b.is_ascii_digit());
    let common = COMMON.contains(&word.to_ascii_lowercase().as_str());
    (letter && (digit || sign)) || (last && (only_digits || common))
}
