//! # ER-ADDRESS: a text speaks to its reader in one way
//!
//! The easy-read text of a tip says “you” or “I”, not both; the less frequent one gives a warning. Words between quotes do not
//! count.
//!
//! Why: the reader has to know who is meant, and a change of form looks like a change of person.
//!
//! Source: Inclusion Europe, Information for All (speak to people directly).
//!
//! Precision: 9 of 10 findings were right (5,657 sentences of manuals in groups of five, not easy-read, on 2026-11-24): too few
//! to trust. Known false alarms: characters that look like “I”.
//!
//! - No: You close your session. I take my papers.
//! - Yes: Close your session. Take your papers.
//!
//! # ER-ADDRESS : un texte s’adresse à la personne d’une seule manière
//!
//! Le texte facile à lire d’un conseil dit « vous », « tu » ou « je », pas deux des trois ; le moins fréquent donne un
//! avertissement. Les mots entre guillemets ne comptent pas.
//!
//! Pourquoi : il faut savoir de qui on parle, et changer de forme fait croire qu’on change de personne.
//!
//! Source : Inclusion Europe, L’information pour tous (parler directement aux personnes, avec respect).
//!
//! Précision : 48 résultats justes sur 50 tirés au sort (20 000 phrases de fiches administratives, par groupes de cinq, pas
//! faciles à lire, le 2026-11-24). Fausse alerte connue : le nom d’un service (« Gérer mon compte »). Non vu : l’impératif avec
//! « tu ».
//!
//! - Non : Fermez la session. Prends tes papiers.
//! - Oui : Fermez la session. Prenez vos papiers.

use std::collections::BTreeMap;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-ADDRESS",
    group: Group::EasyRead,
    severity: Severity::Warning,
    source: include_str!("er_address.rs"),
    run: Run::Kit(check),
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let texts = subject.passages.chunk_by(|a, b| a.owner == b.owner && a.lang == b.lang);
    texts.flat_map(judge).collect()
}

fn judge(text: &[Passage<'_>]) -> Vec<Finding> {
    let sentences: Vec<Sentence<'_>> = text.iter().flat_map(|passage| sentence::easy(passage, &["fr", "en"])).collect();
    let mut manners: BTreeMap<&'static str, Vec<(&Sentence<'_>, usize)>> = BTreeMap::new();
    for sentence in &sentences {
        for at in 0..sentence.tokens.len() {
            if let Some(manner) = manner(sentence, at).filter(|_| !sentence.quoted(at)) {
                manners.entry(manner).or_default().push((sentence, at));
            }
        }
    }
    let Some(kept) = manners.iter().max_by_key(|(_, places)| places.len()).map(|(manner, _)| *manner) else { return Vec::new() };
    let others = manners.iter().filter(|(manner, _)| **manner != kept);
    others.filter_map(|(manner, places)| Some(finding(places.first()?, manner, kept))).collect()
}

fn finding(place: &(&Sentence<'_>, usize), manner: &str, kept: &str) -> Finding {
    let (sentence, at) = *place;
    let message = Message::new("er-address").arg("manner", manner).arg("kept", kept);
    sentence.finding(at, at, message).hint(Message::new("hint-er-address").arg("kept", kept))
}

/// Whom a word speaks of: the reader, politely or not, or the one who speaks.
fn manner(sentence: &Sentence<'_>, at: usize) -> Option<&'static str> {
    let word = sentence.word(at);
    if !is_pronoun(sentence, at) {
        return None;
    }
    if !sentence.passage.is("fr") {
        return match word {
            "you" | "your" | "yours" | "yourself" => Some("you"),
            "i" | "my" | "me" | "mine" | "myself" | "i'm" | "i've" => Some("I"),
            _ => None,
        };
    }
    match word {
        "vous" | "votre" | "vos" => Some("vous"),
        "tu" | "te" | "t" | "toi" | "ta" | "tes" | "ton" => Some("tu"),
        "je" | "j" | "me" | "m" | "moi" | "ma" | "mes" | "mon" => Some("je"),
        word if word.ends_with("ez") && !["chez", "assez", "nez", "rez"].contains(&word) => Some("vous"),
        _ => None,
    }
}

/// Not the « t » of « s’affiche-t-elle », the metre of « 150 m² » or the name « Mon compte ».
fn is_pronoun(sentence: &Sentence<'_>, at: usize) -> bool {
    let written = sentence.written(at, at);
    let joined = sentence.tokens[at].before.ends_with(['-', '&', '~', '.', '/']);
    let letter = ["m", "t", "j"].contains(&sentence.word(at)) && !written.ends_with(['’', '\'']);
    let name = ["mon", "ma", "mes", "my"].contains(&sentence.word(at)) && written.starts_with('M');
    let initials = written.chars().count() > 1 && written.chars().all(char::is_uppercase);
    !letter && !initials && (at == 0 || !(joined || name))
}
