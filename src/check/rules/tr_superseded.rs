//! # TR-SUPERSEDED: no advice that a later source has withdrawn
//!
//! Phrases in French and English that give one of these pieces of advice are reported, unless their sentence denies it:
//!
//! - change passwords at fixed dates: CNIL, recommendation 2022-100 of 21 July 2022, no longer asks for it; nor does NIST SP
//!   800-63B;
//! - a password of 8 characters: the same recommendation asks for 12 with four kinds, or 7 words drawn at random;
//! - secret questions: NIST SP 800-63B (2017) refuses them;
//! - the padlock shows a safe site: Chrome took it away in 2023, as most fake sites have one (Chromium Blog, 2 May 2023).
//!
//! Why: advice that used to be good does harm when it no longer is: people who must change a password often choose a weaker one.
//!
//! Source: named with each piece of advice above.
//!
//! - No: Changez vos mots de passe tous les trois mois.
//! - Yes: Changez un mot de passe quand quelqu’un a pu le voir.
//!
//! # TR-SUPERSEDED : pas de conseil qu’une source plus récente a retiré
//!
//! Les formules, en français et en anglais, qui donnent un de ces conseils sont signalées, sauf si leur phrase le nie :
//!
//! - changer ses mots de passe à dates fixes : la CNIL, recommandation 2022-100 du 21 juillet 2022, ne le demande plus ; NIST
//!   SP 800-63B non plus ;
//! - un mot de passe de 8 signes : la même recommandation en demande 12 de quatre sortes, ou 7 mots tirés au hasard ;
//! - les questions secrètes : NIST SP 800-63B (2017) les refuse ;
//! - le cadenas montre un site sûr : Chrome l’a retiré en 2023, car la plupart des faux sites en ont un (blog de Chromium, 2 mai
//!   2023).
//!
//! Pourquoi : un conseil qui a été bon nuit quand il ne l’est plus : obligé de changer souvent, on choisit un mot de passe plus
//! faible.
//!
//! Source : nommée avec chaque conseil ci-dessus.
//!
//! - Non : Changez vos mots de passe tous les trois mois.
//! - Oui : Changez un mot de passe quand quelqu’un a pu le voir.

use std::ops::Range;
use std::sync::LazyLock;

use super::prelude::*;
use crate::check::lexicon::{Lexicon, folded};

/// The rule.
pub const RULE: Rule = Rule {
    id: "TR-SUPERSEDED",
    group: Group::Truth,
    severity: Severity::Warning,
    source: include_str!("tr_superseded.rs"),
    run: Run::Passage(check),
};

const FRENCH: &str = "
chang* régulièrement => renewal
régulièrement chang* => renewal
chang* souvent => renewal
chang* périodiquement => renewal
renouvel* régulièrement => renewal
renouvel* périodiquement => renewal
tous les mois => renewal
tous les deux mois => renewal
tous les 2 mois => renewal
tous les trois mois => renewal
tous les 3 mois => renewal
tous les six mois => renewal
tous les 6 mois => renewal
tous les 90 jours => renewal
tous les ans => renewal
chaque mois => renewal
chaque année => renewal
8 caractères => length
huit caractères => length
8 signes => length
huit signes => length
question secrète => question
questions secrètes => question
question de sécurité => question
questions de sécurité => question
cadenas => padlock
";
const ENGLISH: &str = "
change* regularly => renewal
regularly change* => renewal
change* often => renewal
change* periodically => renewal
every month => renewal
every two months => renewal
every three months => renewal
every 3 months => renewal
every six months => renewal
every 6 months => renewal
every 90 days => renewal
every year => renewal
8 characters => length
eight characters => length
secret question => question
secret questions => question
security question => question
security questions => question
padlock => padlock
";

static PHRASES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[("fr", FRENCH), ("en", ENGLISH)]));

/// Advice that was taken back: its message, its hint, and beginnings of words of which its sentence holds one.
struct Advice {
    name: &'static str,
    message: &'static str,
    hint: &'static str,
    with: &'static [&'static [&'static str]],
}

const ADVICE: [Advice; 4] = [
    Advice {
        name: "renewal",
        message: "tr-superseded-renewal",
        hint: "hint-tr-superseded-renewal",
        with: &[&["passe", "password"], &["chang", "renouvel", "modif", "renew", "updat"]],
    },
    Advice {
        name: "length",
        message: "tr-superseded-length",
        hint: "hint-tr-superseded-length",
        with: &[&["passe", "password"]],
    },
    Advice {
        name: "question",
        message: "tr-superseded-question",
        hint: "hint-tr-superseded-question",
        with: &[&[
            "répond",
            "chois",
            "utilis",
            "mett",
            "définiss",
            "activ",
            "prépar",
            "answer",
            "choose",
            "use",
            "set",
            "pick",
        ]],
    },
    Advice {
        name: "padlock",
        message: "tr-superseded-padlock",
        hint: "hint-tr-superseded-padlock",
        with: &[&["sûr", "fiable", "confiance", "honnête", "sécuris", "vrai", "safe", "secure", "trust", "genuine"]],
    },
];

/// Words that deny what their sentence says.
const DENIALS: &[&str] = &[
    "ne", "n'", "pas", "inutile", "jamais", "sans", "rien", "non", "not", "no", "never", "don't", "doesn't", "isn't",
    "needless",
];

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    PHRASES.hits(passage).into_iter().filter_map(|hit| judge(passage, hit.range, hit.instead?)).collect()
}

fn judge(passage: &Passage<'_>, range: Range<usize>, name: &str) -> Option<Finding> {
    let advice = ADVICE.iter().find(|advice| advice.name == name)?;
    let sentence = passage.sentences.iter().find(|sentence| sentence.contains(&range.start))?;
    let words: Vec<String> =
        passage.words_in(sentence).map(|(_, word)| word.to_lowercase().replace('’', "'")).collect();
    let has = |starts: &&[&str]| words.iter().any(|word| starts.iter().any(|start| word.starts_with(start)));
    let with = advice.with.iter().all(has);
    let denied = words.iter().any(|word| DENIALS.contains(&word.as_str()) || DENIALS.contains(&folded(word).as_str()));
    let finding = passage.finding(range, Message::new(advice.message)).hint(Message::new(advice.hint));
    (with && !denied).then_some(finding)
}
