//! Ids of the venues of a register, the same at every reading: [`ids`].

use std::collections::{BTreeMap, BTreeSet};

use super::address;
use super::decode::Row;
use super::map::Group;
use super::words::tidy;
use crate::content::persons;
use crate::model::{slug, version_code};

/// Longest id without what tells twins apart: a folder and a suffix have room under the 64 signs of an id.
const LONGEST: usize = 54;

/// What a row is known by in the register: its id, or its name and where it is. No person is in it.
pub fn key(row: &Row) -> String {
    let named = || said(row).into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    row.get("id").map_or_else(named, tidy)
}

/// What tells venues apart for people.
fn said(row: &Row) -> [String; 3] {
    let part = |column: &str| row.get(column).map(tidy).unwrap_or_default();
    [name(row).unwrap_or_default(), part("adresse"), part("commune")]
}

/// The name of a venue on one line, without persons.
fn name(row: &Row) -> Option<String> {
    let name = tidy(row.get("name").or_else(|| row.get("nom"))?);
    Some(persons::without_person(&name).unwrap_or(name))
}

/// Keys of all rows. Rows that share an id, but neither name nor address, are told apart by these; the same row again is `None`.
pub fn keys(rows: &[Row]) -> Vec<Option<String>> {
    let mut first: BTreeMap<String, [String; 3]> = BTreeMap::new();
    let mut taken = BTreeSet::new();
    let keys = rows.iter().map(|row| {
        let key = key(row);
        let said = said(row);
        let same = first.entry(key.clone()).or_insert_with(|| said.clone()) == &said;
        let key = if same { key } else { format!("{key}~{}", version_code(&said.join("\n")).to_lowercase()) };
        taken.insert(key.clone()).then_some(key)
    });
    keys.collect()
}

/// An id cut at a hyphen where it is long.
pub(super) fn short(id: &str) -> String {
    if id.len() <= LONGEST {
        return id.to_owned();
    }
    let cut = id[..LONGEST].rfind('-').unwrap_or(LONGEST);
    id[..cut].to_owned()
}

/// The id that the name and the town of a venue make; nothing where there is no name.
pub fn base(row: &Row) -> Option<String> {
    let name = name(row)?;
    if !name.chars().any(char::is_alphanumeric) {
        return None;
    }
    let name = slug(&name);
    let town = row.get("commune").map(slug).unwrap_or_default();
    let inside = format!("-{name}-").contains(&format!("-{town}-"));
    let id = short(&if town.is_empty() || inside { name } else { format!("{name}-{town}") });
    // the site has folders of these names, and one of two letters for each language
    let reserved = ["site", "assets"].contains(&id.as_str()) || id.len() == 2;
    Some(if reserved { format!("{id}-lieu") } else { id })
}

/// The folder of a row.
pub fn folder(row: &Row, group: Group) -> Option<String> {
    let postcode = row.get("code_postal").and_then(address::postcode).map(|(postcode, _)| postcode);
    (group == Group::Department).then(|| address::department(row.get("code_insee"), postcode.as_deref())).flatten()
}

/// What is known of ids before a register is read.
#[derive(Debug, Default)]
pub struct Known {
    /// Ids of rows that were read before, by key.
    pub rows: BTreeMap<String, String>,
    /// Ids that other venues have.
    pub taken: BTreeSet<String>,
}

/// The id of each row; nothing for one without a name, or that stands there twice. Rows that would share an id all get a suffix of their
/// key, so that the order of rows does not matter.
pub fn ids(rows: &[Row], keys: &[Option<String>], group: Group, known: &Known) -> Vec<Option<String>> {
    let wanted = |row: &Row| {
        let base = base(row)?;
        Some(folder(row, group).map_or_else(|| base.clone(), |folder| format!("{folder}/{base}")))
    };
    let wanted: Vec<Option<String>> = rows.iter().map(wanted).collect();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, key) in wanted.iter().zip(keys) {
        if let (Some(id), Some(key)) = (id, key)
            && !known.rows.contains_key(key)
        {
            *count.entry(id).or_default() += 1;
        }
    }
    let before: BTreeSet<&String> = known.rows.values().collect();
    let id = |(wanted, key): (&Option<String>, &Option<String>)| {
        let (wanted, key) = (wanted.as_ref()?, key.as_ref()?);
        if let Some(id) = known.rows.get(key) {
            return Some(id.clone());
        }
        let alone = count.get(wanted.as_str()) == Some(&1) && !known.taken.contains(wanted) && !before.contains(wanted);
        Some(if alone { wanted.clone() } else { format!("{wanted}-{}", version_code(key).to_lowercase()) })
    };
    wanted.iter().zip(keys).map(id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, name: &str, town: &str, insee: &str) -> Row {
        let cells = [("id", id), ("nom", name), ("commune", town), ("code_insee", insee)];
        let cells = cells.iter().filter(|(_, value)| !value.is_empty());
        Row { line: 1, cells: cells.map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect() }
    }

    fn of(rows: &[Row], group: Group, known: &Known) -> Vec<String> {
        ids(rows, &keys(rows), group, known).into_iter().map(Option::unwrap_or_default).collect()
    }

    #[test]
    fn ids_say_name_and_town() {
        let rows =
            [row("1", "Mairie", "Évry", "91228"), row("2", "Mairie d’Évry", "Évry", ""), row("3", "", "Évry", "")];
        assert_eq!(of(&rows, Group::None, &Known::default()), ["mairie-evry", "mairie-d-evry", ""]);
        assert_eq!(of(&rows, Group::Department, &Known::default())[0], "91/mairie-evry");
        assert_eq!(
            of(&[row("1", "Site", "", ""), row("2", "FR", "", "")], Group::None, &Known::default()),
            ["site-lieu", "fr-lieu"]
        );
    }

    #[test]
    fn twins_are_told_apart_in_any_order() {
        let mut rows = vec![row("1", "CCAS", "Lens", ""), row("2", "CCAS", "Lens", ""), row("3", "CCAS", "Arras", "")];
        let first = of(&rows, Group::None, &Known::default());
        assert!(first[0] != first[1] && first[0].starts_with("ccas-lens-") && first[2] == "ccas-arras", "{first:?}");
        rows.reverse();
        let mut second = of(&rows, Group::None, &Known::default());
        second.reverse();
        assert_eq!(first, second);
        let known = Known { rows: [("1".into(), "ccas-lens".into())].into(), taken: ["ccas-arras".to_owned()].into() };
        let third = of(&rows, Group::None, &known);
        assert!(
            third[2] == "ccas-lens" && third[1].starts_with("ccas-lens-") && third[0].starts_with("ccas-arras-"),
            "{third:?}"
        );
    }

    #[test]
    fn shared_ids_of_a_register_are_told_apart() {
        let rows = [row("1", "A", "Lens", ""), row("1", "B", "Lens", ""), row("1", "A", "Lens", "")];
        let keys = keys(&rows);
        assert_eq!(keys[0].as_deref(), Some("1"));
        assert!(keys[1].as_ref().unwrap().starts_with("1~"));
        assert_eq!(keys[2], None);
    }
}
