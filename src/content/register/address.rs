//! Where a venue is: [`street`], [`postcode`], [`department`].

use super::words::{folded, readable, shouts, tidy};

/// A street without the postcode and the town that people write after it, and in small letters; whether each was done.
pub(super) fn street(cell: &str, postcode: Option<&str>, town: Option<&str>) -> (String, bool, bool) {
    let said = tidy(cell);
    let cut = cut_town(&said, postcode, town);
    let repeated = cut.len() < said.len();
    if shouts(cut) { (readable(cut), repeated, true) } else { (cut.to_owned(), repeated, false) }
}

/// `12 rue X, 59000 Lille` before its postcode; `12 rue X - Lille` before its town.
fn cut_town<'a>(street: &'a str, postcode: Option<&str>, town: Option<&str>) -> &'a str {
    let loose = |c: char| c.is_whitespace() || ",;-–()".contains(c);
    let whole = |at: usize, code: &str| {
        let before = street[..at].chars().next_back();
        let after = street[at + code.len()..].chars().next();
        !before.is_some_and(char::is_numeric) && !after.is_some_and(char::is_numeric)
    };
    if let Some(at) = postcode.and_then(|code| street.rfind(code).filter(|at| *at > 0 && whole(*at, code))) {
        let rest = key(&street[at..]);
        let town = town.map(key).unwrap_or_default();
        let known = rest
            .split_whitespace()
            .skip(1)
            .all(|word| town.split_whitespace().any(|known| known == word) || word == "cedex" || word == "france");
        if known {
            return street[..at].trim_end_matches(loose);
        }
    }
    let Some(town) = town else { return street };
    let ends = street
        .char_indices()
        .rev()
        .map(|(at, _)| at)
        .find(|at| key(&street[*at..]) == key(town) && starts_word(street, *at));
    match ends {
        // « rue de Lille » is no street in Lille: only what a comma or a dash parts is a town
        Some(at)
            if at > 0 && street[..at].trim_end().ends_with([',', '-', '–', ';']) && street[..at].ends_with(' ') =>
        {
            street[..at].trim_end_matches(loose)
        }
        _ => street,
    }
}

fn starts_word(text: &str, at: usize) -> bool {
    !text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
}

/// Words to compare: `Saint-Étienne` and `ST ETIENNE` are one.
fn key(text: &str) -> String {
    let letters: String = folded(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words = letters.split_whitespace().map(|word| match word {
        "st" => "saint",
        "ste" => "sainte",
        other => other,
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A postcode of five figures; whether its zero was missing.
pub(super) fn postcode(cell: &str) -> Option<(String, bool)> {
    let figures: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    let figures = figures.strip_suffix(".0").unwrap_or(&figures);
    if !figures.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match figures.len() {
        5 => Some((figures.to_owned(), false)),
        4 => Some((format!("0{figures}"), true)),
        _ => None,
    }
}

/// The department of a code of INSEE, else of a postcode: `13`, `2a`, `971`.
pub(super) fn department(insee: Option<&str>, postcode: Option<&str>) -> Option<String> {
    let of = |code: &str| {
        let code = code.trim().to_lowercase();
        let code = if code.len() == 4 { format!("0{code}") } else { code };
        let good = code.len() == 5 && code.is_ascii() && code[2..].bytes().all(|b| b.is_ascii_digit());
        let length = if code.starts_with("97") || code.starts_with("98") { 3 } else { 2 };
        good.then(|| code[..length].to_owned())
    };
    if let Some(found) = insee.and_then(of) {
        let corsica = ["2a", "2b"].contains(&found.as_str());
        if corsica || found.bytes().all(|b| b.is_ascii_digit()) && found != "20" {
            return Some(found);
        }
    }
    let postcode = postcode?;
    let found = of(postcode).filter(|found| found.bytes().all(|b| b.is_ascii_digit()))?;
    // postcodes of Corsica: 200 and 201 in the south, 202 and 206 in the north
    Some(match (found.as_str(), postcode.as_bytes().get(2)) {
        ("20", Some(b'0' | b'1')) => "2a".to_owned(),
        ("20", _) => "2b".to_owned(),
        _ => found,
    })
}

/// Whether coordinates stand somewhere in France, overseas included; nothing where there are none.
pub(super) fn in_france(latitude: &str, longitude: &str) -> bool {
    let number = |text: &str| text.replace(',', ".").parse::<f64>().ok();
    // south, north, west, east of the mainland and of the regions and communities overseas, in degrees
    const BOXES: [(f64, f64, f64, f64); 7] = [
        (41.2, 51.2, -5.3, 9.7),
        (14.3, 18.2, -63.2, -60.7),
        (2.0, 5.9, -54.7, -51.5),
        (-21.5, -12.5, 44.9, 56.0),
        (46.6, 47.2, -56.5, -56.0),
        (-23.0, -13.1, 158.0, 184.0),
        (-28.0, -7.8, -178.3, -134.4),
    ];
    let (Some(latitude), Some(longitude)) = (number(latitude), number(longitude)) else { return false };
    BOXES
        .iter()
        .any(|(south, north, west, east)| (*south..=*north).contains(&latitude) && (*west..=*east).contains(&longitude))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_leave_streets() {
        for (cell, said) in [
            ("12 rue des Lilas, 42000 Saint-Étienne", "12 rue des Lilas"),
            ("12 rue des Lilas 42000 ST ETIENNE CEDEX", "12 rue des Lilas"),
            ("12 rue des Lilas - Saint Etienne", "12 rue des Lilas"),
            ("12 RUE DES LILAS\n42000 SAINT-ETIENNE", "12 rue des Lilas"),
            ("12 rue de Saint-Étienne", "12 rue de Saint-Étienne"),
            ("42000 chemin long", "42000 chemin long"),
            ("Place de la Mairie", "Place de la Mairie"),
        ] {
            assert_eq!(street(cell, Some("42000"), Some("Saint-Étienne")).0, said, "{cell}");
        }
    }

    #[test]
    fn departments() {
        for (insee, code, found) in [
            (Some("13001"), Some("59000"), Some("13")),
            (Some("2A004"), None, Some("2a")),
            (None, Some("20200"), Some("2b")),
            (None, Some("20000"), Some("2a")),
            (None, Some("97410"), Some("974")),
            (Some("1053"), None, Some("01")),
            (Some("x"), Some("x"), None),
        ] {
            assert_eq!(department(insee, code).as_deref(), found, "{insee:?} {code:?}");
        }
        assert!(
            in_france("43,52", "5.4")
                && in_france("-20.9", "55.4")
                && !in_france("5.4", "43.5")
                && !in_france("0", "0")
        );
    }
}
