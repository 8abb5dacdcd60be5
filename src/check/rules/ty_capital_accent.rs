//! # TY-CAPITAL-ACCENT: capitals have their accents
//!
//! In French, a sentence that begins with “A” for “à”, or a word such as Etat, Ecran or Etes, lacks its accent. `--fix` corrects
//! it.
//!
//! Why: the accent is part of the word, even on a capital, and screen readers need it.
//!
//! Source: Académie française (the accent has full value); Imprimerie nationale, Lexique des règles typographiques.
//!
//! - No: A la fin, fermez l’Ecran.
//! - Yes: À la fin, fermez l’Écran.
//!
//! # TY-CAPITAL-ACCENT : les capitales ont leurs accents
//!
//! En français, une phrase qui commence par « A » pour « à », ou un mot comme Etat, Ecran ou Etes, a perdu son accent. `--fix`
//! corrige.
//!
//! Pourquoi : l’accent fait partie du mot, même sur une capitale, et les lecteurs d’écran en ont besoin.
//!
//! Source : Académie française (l’accent a pleine valeur) ; Imprimerie nationale, Lexique des règles typographiques.
//!
//! - Non : A la fin, fermez l’Ecran.
//! - Oui : À la fin, fermez l’Écran.

use super::prelude::*;
use crate::check::scan;

/// The rule.
pub const RULE: Rule = Rule {
    id: "TY-CAPITAL-ACCENT",
    group: Group::Typography,
    severity: Severity::Notice,
    source: include_str!("ty_capital_accent.rs"),
    run: Run::Passage(check),
};

/// Beginnings of words that lost the accent of their capital, without it and with it.
const WORDS: [(&str, &str); 20] = [
    ("Etat", "État"),
    ("Ecran", "Écran"),
    ("Ecri", "Écri"),
    ("Eteign", "Éteign"),
    ("Eteint", "Éteint"),
    ("Ecole", "École"),
    ("Ecout", "Écout"),
    ("Economi", "Économi"),
    ("Electr", "Électr"),
    ("Egal", "Égal"),
    ("Evite", "Évite"),
    ("Etape", "Étape"),
    ("Etabli", "Établi"),
    ("Etes", "Êtes"),
    ("Etre", "Être"),
    ("Equip", "Équip"),
    ("Epel", "Épel"),
    ("Elev", "Élev"),
    ("Etud", "Étud"),
    ("Evalu", "Évalu"),
];

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if !passage.is("fr") {
        return Vec::new();
    }
    let judge = |(index, word): (usize, &std::ops::Range<usize>)| {
        let good = good(passage, index, word)?;
        let finding = passage.finding(word.clone(), Message::new("ty-capital-accent").arg("word", &good));
        Some(Finding { fix: scan::swap(passage, word.clone(), &good), ..finding })
    };
    passage.words.iter().enumerate().filter_map(judge).collect()
}

fn good(passage: &Passage<'_>, index: usize, word: &std::ops::Range<usize>) -> Option<String> {
    let written = &passage.text[word.clone()];
    if written == "A" {
        return is_preposition(passage, index).then(|| "À".to_owned());
    }
    let known = WORDS.iter().filter(|_| written.starts_with('E'));
    let (stem, right) = known.into_iter().find(|(stem, _)| written.starts_with(stem))?;
    Some(format!("{right}{}", &written[stem.len()..]))
}

/// Whether “A” begins a sentence and is followed by a small word.
fn is_preposition(passage: &Passage<'_>, index: usize) -> bool {
    let word = &passage.words[index];
    let begins = passage.sentences.iter().any(|sentence| sentence.start == word.start);
    let next = passage.words.get(index + 1);
    let small = next.is_some_and(|next| passage.text[next.clone()].starts_with(char::is_lowercase));
    begins && small && next.is_some_and(|next| passage.text[word.end..next.start].trim().is_empty())
}
