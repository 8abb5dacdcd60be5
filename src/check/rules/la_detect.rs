//! # LA-DETECT: a text is in the language it claims
//!
//! All texts of a tip or a document in one language are read together: where they have 60 letters or more and are surely in
//! another language, this is reported. So is a sentence without a single letter of its language’s script.
//!
//! Why: a file copied as a start for a translation is easily forgotten, and then printed.
//!
//! Source: our own choice; languages are told apart by groups of three letters (Cavnar and Trenkle, 1994).
//!
//! - No: the file ar.md still holds the French words
//! - Yes: no file ar.md before the words are translated
//!
//! # LA-DETECT : un texte est dans la langue qu’il annonce
//!
//! Tous les textes d’un conseil ou d’un document dans une langue sont lus ensemble : s’ils ont 60 lettres ou plus et sont
//! sûrement dans une autre langue, c’est signalé. Une phrase sans une seule lettre de l’écriture de sa langue l’est aussi.
//!
//! Pourquoi : un fichier copié pour commencer une traduction s’oublie vite, puis s’imprime.
//!
//! Source : notre choix ; les langues se distinguent par les groupes de trois lettres (Cavnar et Trenkle, 1994).
//!
//! - Non : le fichier ar.md contient encore les mots français
//! - Oui : pas de fichier ar.md avant que les mots soient traduits

use std::collections::BTreeSet;

use rayon::prelude::*;
use whatlang::Detector;

use super::prelude::*;
use crate::check::scan;

/// The rule.
pub const RULE: Rule = Rule {
    id: "LA-DETECT",
    group: Group::Languages,
    severity: Severity::Warning,
    source: include_str!("la_detect.rs"),
    run: Run::Kit(check),
};

/// Fewest letters of a text whose language can be told, and as many as are read.
const ENOUGH: usize = 60;
const AT_MOST: usize = 400;

/// Fewest letters of a sentence in another script.
const ENOUGH_OF_SCRIPT: usize = 20;

/// Languages that are told apart, in both codes.
const KNOWN: [(&str, whatlang::Lang); 12] = [
    ("fr", whatlang::Lang::Fra),
    ("en", whatlang::Lang::Eng),
    ("ar", whatlang::Lang::Ara),
    ("es", whatlang::Lang::Spa),
    ("pt", whatlang::Lang::Por),
    ("it", whatlang::Lang::Ita),
    ("de", whatlang::Lang::Deu),
    ("ru", whatlang::Lang::Rus),
    ("uk", whatlang::Lang::Ukr),
    ("tr", whatlang::Lang::Tur),
    ("ro", whatlang::Lang::Ron),
    ("fa", whatlang::Lang::Pes),
];

/// Small words by which a text in these languages is known at once.
const SMALL: [(&str, &[&str]); 2] = [
    ("fr", &["le", "la", "les", "des", "du", "vous", "vos", "votre", "est", "et", "une", "dans", "pour", "je"]),
    ("en", &["the", "and", "your", "you", "to", "of", "is", "with", "for", "that", "it", "my"]),
];

/// Languages that are looked for although the kit does not speak them.
const USUAL: [&str; 5] = ["fr", "en", "es", "it", "de"];

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let spoken: BTreeSet<&str> = subject.passages.iter().map(|passage| passage.lang.primary()).chain(USUAL).collect();
    let allowed = KNOWN.iter().filter(|(code, _)| spoken.contains(code)).map(|(_, lang)| *lang);
    let detector = Detector::with_allowlist(allowed.collect());
    let texts: Vec<&[Passage<'_>]> = subject.passages.chunk_by(|a, b| a.owner == b.owner && a.lang == b.lang).collect();
    texts.par_iter().flat_map_iter(|text| judge(text, &detector)).collect()
}

fn judge(text: &[Passage<'_>], detector: &Detector) -> Vec<Finding> {
    let lang = text[0].lang;
    let strange: Vec<Finding> = text.iter().filter_map(in_another_script).collect();
    let known = KNOWN.iter().find(|(code, _)| *code == lang.primary());
    match known.filter(|_| strange.is_empty()) {
        Some((_, expected)) => in_another_language(text, *expected, detector).into_iter().collect(),
        None => strange,
    }
}

fn in_another_language(text: &[Passage<'_>], expected: whatlang::Lang, detector: &Detector) -> Option<Finding> {
    let mut joined = String::new();
    let words = text.iter().flat_map(|passage| passage.text.split_whitespace());
    for word in words.filter(|word| !scan::is_address(word)) {
        if joined.len() > AT_MOST {
            break;
        }
        joined.push_str(word);
        joined.push(' ');
    }
    if is_plainly(text[0].lang, &joined) {
        return None;
    }
    let enough = joined.chars().filter(|c| c.is_alphabetic()).take(ENOUGH).count() == ENOUGH;
    let found = detector.detect(&joined).filter(|_| enough)?;
    if found.lang() == expected || !found.is_reliable() {
        return None;
    }
    let code = KNOWN.iter().find(|(_, lang)| *lang == found.lang()).map_or("?", |(code, _)| *code);
    let message = Message::new("la-detect").arg("found", code).arg("lang", text[0].lang);
    Some(text[0].finding(0..text[0].text.len(), message))
}

/// Whether the small words of a text are those of its language: most texts need no closer look.
fn is_plainly(lang: &Lang, text: &str) -> bool {
    let (mut own, mut foreign) = (0, 0);
    for word in text.split(|c: char| !c.is_alphabetic()) {
        let of = SMALL.iter().find(|(_, words)| words.contains(&word));
        match of {
            Some((code, _)) if *code == lang.primary() => own += 1,
            Some(_) => foreign += 1,
            None => {}
        }
    }
    own >= 3 && own > 2 * foreign
}

/// Whether a letter belongs to the script of a language; nothing where its script is not known here.
fn script(lang: &Lang) -> Option<fn(char) -> bool> {
    let script: fn(char) -> bool = match lang.primary() {
        "ar" | "fa" | "prs" | "ps" | "ur" | "ckb" => |c| matches!(c, '\u{600}'..='\u{6ff}' | '\u{fb50}'..='\u{fefc}'),
        "ru" | "uk" | "bg" => |c| matches!(c, '\u{400}'..='\u{52f}'),
        "fr" | "en" | "es" | "pt" | "it" | "de" | "nl" | "tr" | "ro" | "so" | "sq" | "pl" => {
            |c| matches!(c, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}')
        }
        "ti" | "am" => |c| matches!(c, '\u{1200}'..='\u{139f}'),
        "ka" => |c| matches!(c, '\u{10a0}'..='\u{10ff}'),
        "hy" => |c| matches!(c, '\u{530}'..='\u{58f}'),
        "he" => |c| matches!(c, '\u{590}'..='\u{5ff}'),
        "ta" => |c| matches!(c, '\u{b80}'..='\u{bff}'),
        "bn" => |c| matches!(c, '\u{980}'..='\u{9ff}'),
        _ => return None,
    };
    Some(script)
}

fn in_another_script(passage: &Passage<'_>) -> Option<Finding> {
    let script = script(passage.lang)?;
    let text = &passage.text;
    if text.contains(script) || !text.trim().contains(char::is_whitespace) {
        return None;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let finding = passage.finding(0..text.len(), Message::new("la-script").arg("lang", passage.lang));
    (letters >= ENOUGH_OF_SCRIPT).then_some(finding)
}
