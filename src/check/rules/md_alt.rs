//! # MD-ALT: what a picture says is said in words
//!
//! The words for a picture are not “image”, not a file name, and not longer than 120 characters. A picture without any words is
//! refused in any case.
//!
//! Why: people who do not see the picture hear these words.
//!
//! Source: RGAA 1.3 and 1.6; WCAG 1.1.1.
//!
//! - No: `![picture](pictogram:usb)`
//! - Yes: `![A USB stick in the computer](pictogram:usb)`
//!
//! # MD-ALT : ce que dit une image est dit en mots
//!
//! Les mots d’une image ne sont ni « image », ni un nom de fichier, ni plus de 120 signes. Une image sans aucun mot est refusée
//! de toute façon.
//!
//! Pourquoi : qui ne voit pas l’image entend ces mots.
//!
//! Source : RGAA 1.3 et 1.6 ; WCAG 1.1.1.
//!
//! - Non : `![image](pictogram:usb)`
//! - Oui : `![Une clé USB dans l’ordinateur](pictogram:usb)`

use std::sync::LazyLock;

use regex::Regex;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "MD-ALT",
    group: Group::Media,
    severity: Severity::Warning,
    source: include_str!("md_alt.rs"),
    run: Run::Passage(check),
};

/// Most characters of the words for a picture.
const MOST: usize = 120;

static EMPTY: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)^\s*(?:image|photo|picture|pictogramme?|icône|icon|illustration|dessin|logo)s?\s*\d*\s*$|\.(?:svg|png|jpe?g|gif|webp)\s*$";
    Regex::new(pattern).expect("a constant pattern")
});

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if passage.shape != Shape::Alt {
        return Vec::new();
    }
    let id = if EMPTY.is_match(&passage.text) {
        "md-alt-empty"
    } else if passage.text.chars().count() > MOST {
        "md-alt-long"
    } else {
        return Vec::new();
    };
    vec![passage.finding(0..passage.text.len(), Message::new(id)).hint(Message::new("hint-md-alt"))]
}
