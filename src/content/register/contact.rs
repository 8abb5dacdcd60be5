//! Telephone numbers, addresses and sites of a register as they are printed: [`phones`], [`mail`], [`site`].

use crate::content::persons;

/// What a cell said of a telephone.
#[derive(Debug, PartialEq)]
pub(super) enum Phone {
    /// As it is printed; whether the register wrote it in a way that had to be mended.
    Good(String, bool),
    /// No number of France.
    Bad,
}

/// Prefixes of numbers of France abroad, for which a national number begins with 0 and three figures that say where it is.
const OVERSEAS: [&str; 4] = ["590", "594", "596", "262"];
/// Prefixes of places with numbers of six figures, which keep their prefix.
const APART: [&str; 4] = ["687", "689", "508", "681"];

/// The numbers of a cell; two may stand there.
pub(super) fn phones(cell: &str) -> Vec<(String, Phone)> {
    let parts =
        cell.split(['|', '/', ';', ',', '\n']).flat_map(|part| part.split(" ou ")).flat_map(|part| part.split(" et "));
    parts.map(str::trim).filter(|part| !part.is_empty()).flat_map(numbers).collect()
}

/// One number; two where twenty figures stand side by side.
fn numbers(part: &str) -> Vec<(String, Phone)> {
    let figures: Vec<usize> = part.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect();
    if figures.len() == 20 && part.starts_with('0') && part[figures[10]..].starts_with('0') {
        let (first, second) = part.split_at(figures[10]);
        return [first, second].iter().map(|part| (part.trim().to_owned(), phone(part))).collect();
    }
    vec![(part.to_owned(), phone(part))]
}

fn phone(part: &str) -> Phone {
    let label = part.trim_start_matches(|c: char| c.is_alphabetic() || matches!(c, '.' | ':' | '°' | ' ' | '\u{a0}'));
    let odd = label.contains(|c: char| !(c.is_ascii_digit() || " .-+()\u{a0}\u{202f}_".contains(c)));
    let figures: String = label.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    if odd {
        return Phone::Bad;
    }
    let plus = label.starts_with('+');
    let abroad = figures.strip_prefix("00").filter(|_| figures.len() > 10);
    let abroad = abroad.or_else(|| plus.then_some(figures.as_str()));
    let (national, mended) = match abroad {
        Some(number) => (national(number), false),
        None => match (figures.len(), figures.as_bytes().first()) {
            (10, Some(b'0')) => (Some(figures.clone()), false),
            (4, Some(b'3' | b'1')) => return Phone::Good(pairs(&figures, 2), false),
            (9, Some(b'1'..=b'9')) => (Some(format!("0{figures}")), true),
            (11.., _) => (national(&figures), true),
            _ => (None, false),
        },
    };
    match national {
        Some(number) if number.starts_with('+') => Phone::Good(number, mended),
        Some(number) if number.len() == 10 && number.as_bytes()[1] != b'0' => Phone::Good(pairs(&number, 2), mended),
        _ => Phone::Bad,
    }
}

/// A number that begins with the code of a country.
fn national(number: &str) -> Option<String> {
    if let Some(rest) = number.strip_prefix("33") {
        return Some(format!("0{}", rest.strip_prefix('0').unwrap_or(rest)));
    }
    if let Some(code) = OVERSEAS.iter().find(|code| number.starts_with(**code)) {
        let rest = number[code.len()..].trim_start_matches('0');
        // +590 590 12 34 56 is 0590 12 34 56
        return Some(format!("0{rest}")).filter(|number| number.len() == 10);
    }
    let code = APART.iter().find(|code| number.starts_with(**code))?;
    let rest = &number[code.len()..];
    (rest.len() == 6 || rest.len() == 8).then(|| format!("+{code} {}", pairs(rest, 2)))
}

fn pairs(figures: &str, size: usize) -> String {
    let all: Vec<char> = figures.chars().collect();
    all.chunks(size).map(|pair| pair.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// What a cell said of an address.
#[derive(Debug, PartialEq)]
pub(super) enum Mail {
    /// The address of a venue.
    Good(String),
    /// An address that says a person's name.
    Person,
    /// No address.
    Bad,
}

/// The addresses of a cell; spaces part them too, where there are several.
pub(super) fn mails(cell: &str) -> Vec<&str> {
    let parts = cell.split(['|', ',', ';', '\n']);
    let single = |part: &str| part.matches('@').count() < 2;
    let words = parts.flat_map(|part| if single(part) { vec![part] } else { part.split_whitespace().collect() });
    words.map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// An address; one that names a person is told apart.
pub(super) fn mail(cell: &str) -> Mail {
    let mail = cell.trim().trim_start_matches("mailto:").trim_end_matches(['.', ';']).to_lowercase();
    let Some((local, host)) = mail.split_once('@') else { return Mail::Bad };
    let good = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || ".-_+".contains(c));
    let named = host.rsplit_once('.').is_some_and(|(name, ending)| !name.is_empty() && ending.len() >= 2);
    if !good(local) || !good(host) || !named {
        return Mail::Bad;
    }
    if persons::is_name(local) || persons::is_private_provider(host) && persons::is_personal(local) {
        return Mail::Person;
    }
    Mail::Good(mail)
}

/// What a cell said of a site.
#[derive(Debug, PartialEq)]
pub(super) enum Site {
    /// As it is printed, without `https://`.
    Good(String),
    /// A page of a social network.
    Social,
    /// No address of a site.
    Bad,
}

/// Social networks: people without an account see little there, and are counted.
const SOCIAL: [&str; 12] = [
    "facebook.",
    "fb.com",
    "fb.me",
    "instagram.",
    "twitter.",
    "x.com",
    "linkedin.",
    "youtube.",
    "youtu.be",
    "tiktok.",
    "snapchat.",
    "whatsapp.",
];

/// A site.
pub(super) fn site(cell: &str) -> Site {
    let cell = cell.trim();
    let lower = cell.to_lowercase();
    let address = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let host = address.split(['/', '?', '#']).next().unwrap_or_default();
    let bare = host.strip_prefix("www.").unwrap_or(host);
    let words = lower.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let social = SOCIAL.iter().any(|known| bare.starts_with(known) || bare.contains(&format!(".{known}")));
    if social || ["facebook", "fb", "instagram", "twitter", "linkedin", "youtube"].contains(&words) {
        return Site::Social;
    }
    let good = |c: char| c.is_alphanumeric() || "-.".contains(c);
    let named = bare.rsplit_once('.').is_some_and(|(name, ending)| !name.is_empty() && ending.len() >= 2);
    if !named || !host.chars().all(good) || cell.contains(char::is_whitespace) {
        return Site::Bad;
    }
    let shown = cell.split_once("://").map_or(cell, |(_, rest)| rest);
    Site::Good(shown.trim_end_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(cell: &str) -> Vec<String> {
        let said = |(_, phone)| match phone {
            Phone::Good(number, mended) => format!("{number}{}", if mended { " *" } else { "" }),
            Phone::Bad => "?".to_owned(),
        };
        phones(cell).into_iter().map(said).collect()
    }

    #[test]
    fn telephone_numbers() {
        for (cell, said) in [
            ("+33442645975", "04 42 64 59 75"),
            ("0033 4 42 64 59 75", "04 42 64 59 75"),
            ("+33 (0)4 42 64 59 75", "04 42 64 59 75"),
            ("04.42.64.59.75", "04 42 64 59 75"),
            ("Tél. : 04-42-64-59-75", "04 42 64 59 75"),
            ("442645975", "04 42 64 59 75 *"),
            ("33630392518", "06 30 39 25 18 *"),
            ("+590590123456", "05 90 12 34 56"),
            ("+687123456", "+687 12 34 56"),
            ("3949", "39 49"),
            ("12345", "?"),
            ("+334426459", "?"),
            ("demander à l'accueil", "?"),
        ] {
            assert_eq!(printed(cell), [said], "{cell}");
        }
        assert_eq!(printed("04 42 64 59 75 / 06 12 34 56 78"), ["04 42 64 59 75", "06 12 34 56 78"]);
        assert_eq!(printed("0442645975 0612345678"), ["04 42 64 59 75", "06 12 34 56 78"]);
        assert_eq!(printed("0442645975|442645976"), ["04 42 64 59 75", "04 42 64 59 76 *"]);
    }

    #[test]
    fn addresses_of_persons_are_told_apart() {
        for (cell, said) in [
            ("Contact@Ville.fr", Mail::Good("contact@ville.fr".into())),
            ("jeanne.martin@ville.fr", Mail::Person),
            ("jeanne.m@orange.fr", Mail::Person),
            ("jmartin@gmail.com", Mail::Good("jmartin@gmail.com".into())),
            ("marie75@gmail.com", Mail::Person),
            ("mediatheque.lilas@orange.fr", Mail::Good("mediatheque.lilas@orange.fr".into())),
            ("accueil (à) ville.fr", Mail::Bad),
            ("contact@ville", Mail::Bad),
        ] {
            assert_eq!(mail(cell), said, "{cell}");
        }
    }

    #[test]
    fn sites() {
        let good = |site: &str| Site::Good(site.to_owned());
        assert_eq!(site("https://www.ville.fr/"), good("www.ville.fr"));
        assert_eq!(site("ville.fr/Lieu?x=1"), good("ville.fr/Lieu?x=1"));
        assert_eq!(site("facebook : la maison"), Site::Social);
        assert_eq!(site("https://fr-fr.facebook.com/x"), Site::Social);
        assert_eq!(site("https://www.faxebook.fr"), good("www.faxebook.fr"));
        assert_eq!(site("en cours"), Site::Bad);
        assert_eq!(site("http://"), Site::Bad);
    }
}
