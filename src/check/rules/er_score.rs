//! # ER-SCORE: readability figures, for information
//!
//! For all easy-read texts of a language together, and for each staff document: the reading ease of Flesch and LIX, where one of
//! them says that the text is harder than it should be (ease under 70, LIX over 35; for documents 50 and 50) and the text has at
//! least 100 words. A formula counts long words and long sentences, nothing else: a good figure says nothing about whether
//! readers understand, and never that a text is easy-read.
//!
//! Why: a figure that gets worse is a hint that sentences or words have grown.
//!
//! Source: Flesch 1948; Björnsson 1968 (LIX). Figures of short texts jump about, so tips are not judged alone.
//!
//! Precision: not measured, as a figure is neither right nor wrong.
//!
//! - No: Authentication necessitates verification of identification documentation.
//! - Yes: Type your password.
//!
//! # ER-SCORE : des mesures de lisibilité, pour information
//!
//! Pour tous les textes faciles à lire d’une langue ensemble, et pour chaque document de l’équipe : la facilité de lecture de
//! Kandel et Moles et LIX, quand l’une dit que le texte est plus dur qu’il ne faut (facilité sous 70, LIX au-dessus de 35 ; pour
//! les documents 50 et 50) et que le texte a au moins 100 mots. Une formule compte les mots longs et les phrases longues, rien
//! d’autre : une bonne mesure ne dit pas que le texte est compris, et jamais qu’il est facile à lire.
//!
//! Pourquoi : une mesure qui empire laisse penser que les phrases ou les mots se sont allongés.
//!
//! Source : Kandel et Moles 1958 ; Björnsson 1968 (LIX). Les mesures d’un texte court varient trop : un conseil seul n’est pas
//! jugé.
//!
//! Précision : non mesurée, car un chiffre n’est ni juste ni faux.
//!
//! - Non : L’authentification nécessite la vérification des justificatifs d’identification.
//! - Oui : Tapez votre mot de passe.

use std::collections::BTreeMap;

use super::super::readability::{self, Figures};
use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-SCORE",
    group: Group::EasyRead,
    severity: Severity::Notice,
    source: include_str!("er_score.rs"),
    run: Run::Kit(check),
};

/// The lowest ease and the highest LIX about which nothing is said.
struct Limits {
    ease: f64,
    lix: f64,
}

const EASY: Limits = Limits { ease: 70.0, lix: 35.0 };
const DOCUMENT: Limits = Limits { ease: 50.0, lix: 50.0 };

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut texts: BTreeMap<(bool, String, &Lang), Vec<&Passage<'_>>> = BTreeMap::new();
    for passage in subject.passages {
        if let Some((document, name)) = text_of(passage) {
            texts.entry((document, name, passage.lang)).or_default().push(passage);
        }
    }
    texts.iter().filter_map(|((document, _, lang), passages)| judge(*document, lang, passages)).collect()
}

/// The text a passage is measured with.
fn text_of(passage: &Passage<'_>) -> Option<(bool, String)> {
    match passage.owner {
        Owner::Document(id) if passage.part == Part::Body => Some((true, id.to_owned())),
        _ => passage.is_easy().then(|| (false, String::new())),
    }
}

fn judge(document: bool, lang: &Lang, passages: &[&Passage<'_>]) -> Option<Finding> {
    let words = passages.iter().flat_map(|passage| passage.words.iter().map(|word| &passage.text[word.clone()]));
    let sentences = passages.iter().map(|passage| passage.sentences.len()).sum();
    let figures = readability::figures(lang, words, sentences)?;
    let limits = if document { DOCUMENT } else { EASY };
    // LIX says nothing of a language whose words are written without their vowels: only languages with a formula of ease
    let hard = figures.ease? < limits.ease || figures.lix > limits.lix;
    let path = passages.first()?.whole().path;
    let path = if document { path.as_str() } else { "content/tips" };
    hard.then(|| Finding::about(path, message(document, lang, &figures)).hint(Message::new("hint-er-score")))
}

fn message(document: bool, lang: &Lang, figures: &Figures) -> Message {
    let message = Message::new(if document { "er-score-document" } else { "er-score" });
    let ease = figures.ease.map_or_else(|| "–".to_owned(), |ease| format!("{ease:.0}"));
    let message = message.arg("lang", lang).arg("words", figures.words);
    message.arg("ease", ease).arg("lix", format!("{:.0}", figures.lix))
}
