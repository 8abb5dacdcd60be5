//! # ER-HEADING: headings are short, and in order
//!
//! A title of more than six words or with a full stop gives a warning, and so does a heading two levels below the one before it.
//!
//! Why: headings are what people look for first, and what a screen reader jumps to.
//!
//! Source: Information for All (Inclusion Europe); RGAA 9.1.
//!
//! - No: How you can make sure that nobody sees your screen.
//! - Yes: Your screen
//!
//! # ER-HEADING : les titres sont courts, et dans l’ordre
//!
//! Un titre de plus de six mots ou suivi d’un point donne un avertissement, comme un intertitre deux niveaux sous le précédent.
//!
//! Pourquoi : les titres sont ce que l’on cherche d’abord, et ce vers quoi saute un lecteur d’écran.
//!
//! Source : L’information pour tous (Inclusion Europe) ; RGAA 9.1.
//!
//! - Non : Comment faire pour que personne ne voie votre écran.
//! - Oui : Votre écran

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-HEADING",
    group: Group::EasyRead,
    severity: Severity::Warning,
    source: include_str!("er_heading.rs"),
    run: Run::Passage(check),
};

/// Most words of a heading.
const MOST: usize = 6;

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    let level = match passage.shape {
        Shape::Heading(level) => Some(level),
        Shape::Line if passage.part == Part::Title && passage.audience == Audience::Public => None,
        _ => return Vec::new(),
    };
    let finding = |message: Message| passage.finding(0..passage.text.len(), message).hint(Message::new("hint-er-heading"));
    let words = passage.words.len();
    let long = (words > MOST).then(|| finding(Message::new("er-heading-long").arg("words", words)));
    let stop = passage.text.trim_end().ends_with('.').then(|| finding(Message::new("er-heading-stop")));
    // the title of the page is level 1, so that a text begins with 2 or, where it is short, with 3
    let deep = level.filter(|level| *level > passage.level_before + 1 && *level > 3);
    let deep = deep.map(|level| finding(Message::new("er-heading-level").arg("level", level)));
    long.into_iter().chain(stop).chain(deep).collect()
}
