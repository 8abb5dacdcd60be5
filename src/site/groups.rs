//! How many venues are put into groups that people find: by department or folder, else by first letter, and large groups by the first
//! letter of the town ([`tree`]).

use std::collections::BTreeMap;

use super::departments;
use super::register::NAMED;
use super::shards::fold;
use super::summary::Card;

/// Most venues of one page: a link takes about 400 bytes, so that a page stays under 150 kB.
const ON_A_PAGE: usize = 300;
/// The group of what has no letter.
const OTHERS: &str = "_";

/// Venues that stand on one page, or the groups they are in.
#[derive(Debug)]
pub struct Group<'r> {
    /// Its folder under that of the list of venues: `13`, `13/m`; empty for all.
    pub key: String,
    /// What it is called; nothing for all venues, and for those without a letter.
    pub name: Option<String>,
    /// The groups it stands in, by key and name, without that of all.
    pub above: Vec<(String, Option<String>)>,
    /// Its venues by town, then by name.
    pub cards: Vec<&'r Card>,
    /// The groups they are in, where they are too many for a page.
    pub groups: Vec<Group<'r>>,
}

impl<'r> Group<'r> {
    /// The group and all that are in it.
    pub fn all(&self) -> Vec<&Group<'r>> {
        std::iter::once(self).chain(self.groups.iter().flat_map(Group::all)).collect()
    }

    /// A group in this one.
    fn within(&self, key: String, name: Option<String>, cards: Vec<&'r Card>) -> Group<'r> {
        let mut above = self.above.clone();
        if !self.key.is_empty() {
            above.push((self.key.clone(), self.name.clone()));
        }
        Group { key, name, above, cards, groups: Vec::new() }
    }
}

/// Venues, which come in the order of their names, in groups.
pub fn tree<'r>(cards: &'r [Card]) -> Group<'r> {
    let mut root =
        Group { key: String::new(), name: None, above: Vec::new(), cards: cards.iter().collect(), groups: Vec::new() };
    if cards.len() <= NAMED {
        return root;
    }
    root.cards.sort_by_cached_key(|card| fold(card.town.as_deref().unwrap_or_default()));
    let mut groups: BTreeMap<String, Vec<&Card>> = BTreeMap::new();
    for card in &root.cards {
        groups.entry(key(card)).or_default().push(card);
    }
    let mut groups: Vec<(String, Vec<&Card>)> = groups.into_iter().collect();
    groups.sort_by_key(|(key, _)| key == OTHERS);
    let group = |(key, cards): (String, Vec<&'r Card>)| {
        let name = name(&key);
        split(root.within(key, name, cards))
    };
    root.groups = groups.into_iter().map(group).collect();
    root
}

fn key(card: &Card) -> String {
    let folder = card.id.split_once('/').map(|(folder, _)| folder.to_lowercase());
    let department = || card.postcode.as_deref().and_then(departments::of_postcode).map(str::to_owned);
    folder.or_else(department).unwrap_or_else(|| initial(&card.name))
}

fn name(key: &str) -> Option<String> {
    let department = departments::name(key).map(|name| format!("{} – {name}", key.to_uppercase()));
    let known = || if key.chars().count() == 1 { key.to_uppercase() } else { key.to_owned() };
    (key != OTHERS).then(|| department.unwrap_or_else(known))
}

fn initial(text: &str) -> String {
    fold(text).chars().next().map_or_else(|| OTHERS.to_owned(), |letter| letter.to_string())
}

/// A large group by the first letter of the town; of one letter, so many venues that they fill a page.
fn split(mut group: Group<'_>) -> Group<'_> {
    if group.cards.len() <= ON_A_PAGE {
        return group;
    }
    let mut letters: BTreeMap<String, Vec<&Card>> = BTreeMap::new();
    for card in &group.cards {
        letters.entry(initial(card.town.as_deref().unwrap_or_default())).or_default().push(card);
    }
    let mut parts = Vec::new();
    for (letter, cards) in letters {
        let name = name(&letter);
        let several = cards.len() > ON_A_PAGE;
        for (part, cards) in (1..).zip(cards.chunks(ON_A_PAGE)) {
            let key = if part == 1 { letter.clone() } else { format!("{letter}-{part}") };
            let name = if several { name.as_ref().map(|name| format!("{name} {part}")) } else { name.clone() };
            parts.push(group.within(format!("{}/{key}", group.key), name, cards.to_vec()));
        }
    }
    group.groups = parts;
    group
}
