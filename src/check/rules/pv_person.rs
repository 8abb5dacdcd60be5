//! # PV-PERSON: no person’s own number or address in the content
//!
//! A French mobile number, or an address of a provider for private people, beside a title (Mr, Mrs) or a first name and a surname
//! (on the same line or one beside it) is reported. So is an address made of a person’s name, and a person in the name of a venue:
//! after a title, in brackets, or with the surname in capitals. A venue’s own number or address alone is fine. Numbers reserved for fiction (06 39 98 …) are left alone.
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
//! d’un nom (sur la même ligne ou une ligne voisine), est signalé. Une adresse faite du nom d’une personne aussi. Une personne
//! dans le nom d’un lieu aussi : après une civilité, entre parenthèses, ou avec son nom en capitales. Le numéro ou
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
use crate::content::persons::{in_name, is_name, is_private_provider, names_a_person};

/// The rule.
pub const RULE: Rule = Rule {
    id: "PV-PERSON",
    group: Group::Privacy,
    severity: Severity::Warning,
    source: include_str!("pv_person.rs"),
    run: Run::File(check),
};

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
    let names = venue_name(file).and_then(|name| Some((in_name(&file.text[name.clone()])?, name.start)));
    let named = names.map(|(found, start)| {
        let finding = Finding::at(file.place(start + found.start..start + found.end), Message::new("pv-person-name"));
        finding.hint(Message::new("hint-pv-person-name"))
    });
    named.into_iter().chain((0..lines.len()).flat_map(private)).collect()
}

/// The bytes of the name of a venue, in its file.
fn venue_name(file: &TextFile) -> Option<Range<usize>> {
    let venue = file.path.starts_with("content/venues/") && file.path.ends_with(".yaml");
    let mut starts = std::iter::once(0).chain(file.text.match_indices('\n').map(|(at, _)| at + 1));
    let start = starts.find(|start| file.text[*start..].starts_with("name:")).filter(|_| venue)? + "name:".len();
    let length = file.text[start..].lines().next().map_or(0, str::len);
    Some(start..start + length)
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
        let private = is_private_provider(host);
        let mail = Private { range: at - local..at + 1 + host.len(), host: Some(host.to_owned()), named };
        (local > 0 && scan::is_host(host) && (named || private)).then_some(mail)
    })
}
