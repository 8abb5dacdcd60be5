//! # PV-PERSON: no person’s own number or address in the content
//!
//! A French mobile number, or an address of a provider for private people, beside a title (Mr, Mrs) or a first name and a surname
//! (on the same line or one beside it) is reported. So is an address made of a person’s name. A venue’s own number or address
//! alone is fine. Numbers reserved for fiction (06 39 98 …) are left alone.
//!
//! Why: sheets hang on walls and stay on the web. People leave, or get calls at night; a venue’s number stays.
//!
//! Source: GDPR, article 5(1)(c); ARCEP numbering plan for numbers reserved for fiction.
//!
//! - No: Appelez Mme Durand au 06 12 34 56 78.
//! - Yes: Appelez l’accueil au 03 00 00 00 12.
//!
//! # PV-PERSON : pas de numéro ni d’adresse d’une personne dans le contenu
//!
//! Un numéro de portable français, ou une adresse d’un fournisseur pour particuliers, à côté d’une civilité ou d’un prénom et
//! d’un nom (sur la même ligne ou une ligne voisine), est signalé. Une adresse faite du nom d’une personne aussi. Le numéro ou
//! l’adresse du lieu, seuls, conviennent. Les numéros réservés à la fiction (06 39 98 …) sont laissés de côté.
//!
//! Pourquoi : les affiches restent au mur et les pages en ligne. Une personne part ou se fait appeler la nuit ; le numéro du lieu
//! reste.
//!
//! Source : RGPD, article 5-1 c ; plan de numérotation de l’ARCEP pour les numéros réservés à la fiction.
//!
//! - Non : Appelez Mme Durand au 06 12 34 56 78.
//! - Oui : Appelez l’accueil au 03 00 00 00 12.

use std::ops::Range;

use super::prelude::*;
use crate::check::scan;

/// The rule.
pub const RULE: Rule = Rule {
    id: "PV-PERSON",
    group: Group::Privacy,
    severity: Severity::Warning,
    source: include_str!("pv_person.rs"),
    run: Run::File(check),
};

/// Providers for private people, with or without their ending.
const PROVIDERS: [&str; 24] = [
    "gmail.com",
    "googlemail.com",
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "laposte.net",
    "outlook.",
    "hotmail.",
    "yahoo.",
    "live.",
    "sfr.fr",
    "neuf.fr",
    "bbox.fr",
    "icloud.com",
    "me.com",
    "protonmail.com",
    "proton.me",
    "gmx.",
    "aol.com",
    "msn.com",
    "numericable.fr",
    "club-internet.fr",
    "aliceadsl.fr",
    "ymail.com",
];

/// Civilities before a name.
const CIVILITIES: [&str; 15] = [
    "M.",
    "Mme",
    "Mlle",
    "Monsieur",
    "Madame",
    "Mademoiselle",
    "Mr",
    "Mr.",
    "Mrs",
    "Ms",
    "Dr",
    "Miss",
    "السيد",
    "السيدة",
    "الأستاذ",
];

/// First names that are common in France, without accents.
const FIRST_NAMES: &str = "adam adrien agathe ahmed aicha alain albert alexandre alexis alice aline ali amelie amina amine anais andre \
    andrea anna anne annie antoine antonio arnaud arthur audrey aurelie baptiste benjamin bernard bertrand bruno camille carole \
    catherine cecile celine chantal charlotte chloe christelle christian christine christophe claire clara claude claudine clement \
    colette corinne cyril damien daniel daniele david delphine denis denise didier dominique elena elise elisabeth elodie emilie emma \
    emmanuel eric estelle eva fabien fabienne fabrice fatima fatiha fatou florence florent franck francois francoise frederic gabriel \
    genevieve georges gerard gilles guillaume guy hakim hamid hassan helene henri herve hugo hugues ibrahim ines isabelle jacqueline \
    jacques jean jeanne jeremy jerome joel jonathan josette joseph josiane judith julie julien juliette justine karim karima karine \
    kevin khadija laetitia latifa laura laure laurence laurent lea leila leo leon liliane lionel loic louis louise luc lucas lucie \
    lucien ludovic magali mamadou manon marc marcel margaux maria mariam marie marine marion martin martine mathieu mathilde maurice \
    max maxime melanie michel michele mohamed monique moussa mustapha nadia nadine nathalie nathan nicolas nicole noemie nora odile \
    olivia olivier oumar pascal pascale patrice patricia patrick paul pauline philippe pierre quentin rachid raphael raymond rene \
    richard robert roger roland romain rose sabine salima samia samir samuel sandra sandrine sarah sebastien serge simon simone sonia \
    sophie stephane stephanie suzanne sylvain sylvie theo therese thierry thomas valerie vanessa veronique victor vincent virginie \
    xavier yann yannick yasmina yasmine youssef yves yvette yvonne zoe";

/// What bears the name of a person and is none.
const PLACES: [&str; 18] = [
    "rue",
    "avenue",
    "place",
    "boulevard",
    "quai",
    "allee",
    "impasse",
    "square",
    "ecole",
    "college",
    "lycee",
    "espace",
    "mediatheque",
    "bibliotheque",
    "centre",
    "maison",
    "salle",
    "street",
];

fn check(file: &TextFile, _: &Subject<'_>) -> Vec<Finding> {
    let mut start = 0;
    let lines: Vec<Range<usize>> = file
        .text
        .split_inclusive('\n')
        .map(|line| {
            start += line.len();
            start - line.len()..start
        })
        .collect();
    let private = |line: usize| {
        let found = phones(&file.text, &lines[line]).chain(mails(&file.text, &lines[line]));
        found.filter_map(|contact| contact.judge(file, &lines, line)).collect::<Vec<_>>()
    };
    (0..lines.len()).flat_map(private).collect()
}

/// A number or an address that may be a person's.
struct Private {
    range: Range<usize>,
    /// What stands after `@`, in an address.
    host: Option<String>,
    /// Whether it says the name itself.
    named: bool,
}

impl Private {
    fn judge(self, file: &TextFile, lines: &[Range<usize>], line: usize) -> Option<Finding> {
        let near = line.saturating_sub(1)..(line + 2).min(lines.len());
        let beside = || lines[near].iter().any(|line| names_a_person(&file.text[line.clone()]));
        if !self.named && !beside() {
            return None;
        }
        let message = match self.host {
            Some(host) => Message::new("pv-person-mail").arg("host", host),
            None => Message::new("pv-person-phone"),
        };
        Some(Finding::at(file.place(self.range), message).hint(Message::new("hint-pv-person")))
    }
}

/// French mobile numbers of a line.
fn phones<'a>(text: &'a str, line: &Range<usize>) -> impl Iterator<Item = Private> + use<'a> {
    let from = line.start;
    let starts = scan::begins(&text[line.clone()], |b| matches!(b, b'0' | b'3'));
    starts.filter_map(move |at| {
        let (start, end) = phone(text, from + at)?;
        Some(Private { range: start..end, host: None, named: false })
    })
}

/// `06 12 34 56 78` or `+33 6 12 34 56 78`.
fn phone(text: &str, at: usize) -> Option<(usize, usize)> {
    let abroad = text[..at].ends_with('+') && text[at..].starts_with("33");
    let (number, end) = scan::number(text, at, if abroad { 11 } else { 10 })?;
    let own = number.strip_prefix(if abroad { "33" } else { "0" })?;
    let mobile = own.starts_with(['6', '7']) && own.bytes().all(|b| b.is_ascii_digit());
    let fiction = own.starts_with("63998");
    (mobile && !fiction).then_some((at - usize::from(abroad), end))
}

/// Addresses of a line that may be a person's.
fn mails<'a>(text: &'a str, line: &Range<usize>) -> impl Iterator<Item = Private> + use<'a> {
    let from = line.start;
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    text[line.clone()].match_indices('@').filter_map(move |(at, _)| {
        let at = from + at;
        let local = text[..at].len() - text[..at].trim_end_matches(part).len();
        let rest = &text[at + 1..];
        let host = rest[..rest.find(|c| !part(c)).unwrap_or(rest.len())].trim_end_matches(['.', '-']);
        let named = is_name(&text[at - local..at]);
        let private = PROVIDERS.iter().any(|known| host == *known || (known.ends_with('.') && host.starts_with(known)));
        let mail = Private { range: at - local..at + 1 + host.len(), host: Some(host.to_owned()), named };
        (local > 0 && scan::is_host(host) && (named || private)).then_some(mail)
    })
}

/// `marie.durand`: a first name and another word.
fn is_name(local: &str) -> bool {
    let mut parts = local.split(['.', '_', '-']);
    let first = parts.next().is_some_and(is_first_name);
    first && parts.next().is_some_and(|name| name.len() > 1 && name.bytes().all(|b| b.is_ascii_alphabetic()))
}

fn is_first_name(word: &str) -> bool {
    let folded = folded(word);
    !folded.is_empty() && FIRST_NAMES.split_whitespace().any(|name| name == folded)
}

/// Small letters without accents.
fn folded(word: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'û' | 'ù' | 'ü' => 'u',
        'ç' => 'c',
        other => other,
    };
    word.to_lowercase().chars().map(plain).collect()
}

/// Whether a line names a person: a civility, or a first name, and then a word with a capital.
fn names_a_person(line: &str) -> bool {
    let words: Vec<&str> = line
        .split([' ', '\u{a0}', ',', '"', '\'', '’', '(', ')', ':', '*', '\n'])
        .filter(|word| !word.is_empty())
        .collect();
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(|c| c.is_uppercase() || !c.is_ascii() && !c.is_lowercase()) && chars.next().is_some()
    };
    words.windows(2).enumerate().any(|(at, pair)| {
        let first = capital(pair[0]) && is_first_name(pair[0].split('-').next().unwrap_or_default());
        let place = at > 0 && PLACES.contains(&folded(words[at - 1]).as_str());
        (first && !place || CIVILITIES.contains(&pair[0])) && capital(pair[1])
    })
}
