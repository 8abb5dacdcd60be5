//! # ER-METAPHOR: words mean what they say
//!
//! Idioms from a list of our own are reported (“keep an eye on”, “in a nutshell”). Figures of speech that no list knows need a
//! human reader.
//!
//! Why: many readers of easy-read texts take words as they are, and other readers are still learning the language.
//!
//! Source: Inclusion Europe, Information for All (no metaphors); gov.uk guide to Easy Read.
//!
//! Precision: all 39 findings were right (5,657 sentences of manuals, not easy-read, on 2026-11-24). Known false alarms: words of
//! an idiom that are meant literally (“a green light”).
//!
//! - No: Keep an eye on your papers.
//! - Yes: Look at your papers.
//!
//! # ER-METAPHOR : les mots veulent dire ce qu’ils disent
//!
//! Les tournures imagées d’une liste du projet sont signalées (« garder un œil sur », « sous la main »). Une image qu’aucune
//! liste ne connaît demande une relecture.
//!
//! Pourquoi : beaucoup de personnes prennent les mots dans leur premier sens, et d’autres apprennent encore la langue.
//!
//! Source : Inclusion Europe, L’information pour tous (pas de métaphores) ; guide gov.uk de l’Easy Read.
//!
//! Précision : 13 résultats justes sur 14 (24 736 phrases de fiches administratives, pas faciles à lire, le 2026-11-24). Fausses
//! alertes connues : des mots à prendre dans leur premier sens (« joindre à la lettre », retiré de la liste depuis).
//!
//! - Non : Gardez un œil sur vos papiers.
//! - Oui : Surveillez vos papiers.

use std::sync::LazyLock;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-METAPHOR",
    group: Group::EasyRead,
    severity: Severity::Notice,
    source: include_str!("er_metaphor.rs"),
    run: Run::Passage(check),
};

static IDIOMS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(&[("fr", include_str!("../lists/idioms-fr.txt")), ("en", include_str!("../lists/idioms-en.txt"))])
});

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    let sentences = sentence::easy(passage, &["fr", "en"]);
    let in_sentence = |sentence: &'_ Sentence<'_>| -> Vec<(usize, usize)> {
        sentence.hits(&IDIOMS).into_iter().filter(|(from, _)| !is_name(sentence, *from)).collect()
    };
    let idioms = sentences.iter().flat_map(|sentence| in_sentence(sentence).into_iter().map(move |hit| (sentence, hit)));
    let finding = |(sentence, (from, to)): (&Sentence<'_>, (usize, usize))| sentence.finding(from, to, Message::new("er-metaphor"));
    idioms.map(|idiom| finding(idiom).hint(Message::new("hint-er-metaphor"))).collect()
}

/// « la prime Coup de pouce »: a capital inside a sentence makes a name.
fn is_name(sentence: &Sentence<'_>, at: usize) -> bool {
    at > 0 && sentence.written(at, at).starts_with(char::is_uppercase)
}
