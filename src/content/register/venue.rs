//! A row becomes the profile of a venue: [`venue`].

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::closed::CLOSED;
use super::contact::{Mail, Phone, Site};
use super::decode::{Register, Row};
use super::map::SCHEMA;
use super::note::{Done, Note};
use super::words::{folded, tidy};
use super::{address, contact, hours, kind};
use crate::content::persons;
use crate::diag::Message;
use crate::model::slug;

/// What a project has, for rows that name it.
#[derive(Debug, Clone, Default)]
pub struct Kit {
    /// Ids of its kinds.
    pub kinds: BTreeSet<String>,
    /// The kind of a venue that does not say.
    pub usual_kind: Option<String>,
    /// Languages of its sheets.
    pub languages: Vec<String>,
    /// Ids of its organisations, where new ones cannot be made.
    pub organisations: Option<BTreeSet<String>>,
}

/// An organisation that a row names.
#[derive(Debug, Clone, PartialEq)]
pub struct Organisation {
    /// Id of its file.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A row, understood.
#[derive(Debug, Clone)]
pub struct Made {
    /// What the file of the venue says, in the order of its keys.
    pub profile: Map<String, Value>,
    /// The column that each key comes from; parts of an address as `address.street`.
    pub columns: BTreeMap<&'static str, &'static str>,
    /// The organisation it belongs to.
    pub organisation: Option<Organisation>,
    /// What was done on the way.
    pub notes: Vec<Note>,
}

/// Keys of a venue that a column of a table may have for a name; lists are parted by `|`.
pub(super) const OWN: [(&str, bool); 14] = [
    ("name", false),
    ("kind", false),
    ("organisation", false),
    ("colour", false),
    ("languages", true),
    ("browsers", true),
    ("system", false),
    ("keyboard", false),
    ("interface_language", false),
    ("screens", true),
    ("theme", false),
    ("site_url", false),
    ("scan_distance", false),
    ("date", false),
];

/// Order of the keys in a file.
const ORDER: [&str; 17] = [
    "name",
    "kind",
    "organisation",
    "address",
    "hours",
    "contacts",
    "colour",
    "languages",
    "browsers",
    "system",
    "keyboard",
    "interface_language",
    "screens",
    "theme",
    "site_url",
    "scan_distance",
    "date",
];

/// What `prise_en_charge_specifique` says that a sheet does not print.
const CARE: [&str; 5] = ["Surdité", "Handicaps moteurs", "Handicaps mentaux", "Illettrisme", "Déficience visuelle"];
/// Languages of sheets, by their French name.
const LANGUAGES: [(&str, &str); 3] = [("anglais", "en"), ("arabe", "ar"), ("francais", "fr")];

/// The columns of a register that no venue is made of.
pub fn unknown_columns(register: &Register) -> Vec<&str> {
    let known = |column: &str| SCHEMA.contains(&column) || OWN.iter().any(|(own, _)| *own == column);
    register.columns.iter().map(String::as_str).filter(|column| !column.is_empty() && !known(column)).collect()
}

/// The profile of a row; nothing but notes where it has no name that can be printed.
pub fn venue(row: &Row, kit: &Kit) -> (Option<Made>, Vec<Note>) {
    let mut maker = Maker { row, kit, profile: Map::new(), columns: BTreeMap::new(), notes: Vec::new() };
    let Some(name) = maker.name() else { return (None, maker.notes) };
    maker.set("name", "nom", name.clone().into());
    maker.kind();
    let organisation = maker.organisation(&name);
    maker.address();
    maker.hours();
    maker.contacts();
    maker.languages();
    maker.closed_values();
    maker.own();
    let profile = ORDER.iter().filter_map(|key| Some(((*key).to_owned(), maker.profile.get(*key)?.clone()))).collect();
    let organisation = organisation.filter(|_| row.get("organisation").is_none());
    (Some(Made { profile, columns: maker.columns, organisation, notes: maker.notes }), Vec::new())
}

struct Maker<'a> {
    row: &'a Row,
    kit: &'a Kit,
    profile: Map<String, Value>,
    columns: BTreeMap<&'static str, &'static str>,
    notes: Vec<Note>,
}

impl Maker<'_> {
    fn note(&mut self, column: &str, what: &'static str, done: Done) {
        let value = self.row.get(column).unwrap_or_default();
        self.notes.push(Note::new(column, value, what, done));
    }

    /// A note about a part of a cell; one that names a person is not repeated.
    fn note_value(&mut self, column: &str, value: &str, what: &'static str, done: Done) {
        let person = ["telephone", "courriels"].contains(&column) && persons::names_a_person(value);
        let value = if person { "" } else { value };
        self.notes.push(Note::new(column, value, what, done));
    }

    fn set(&mut self, key: &'static str, column: &'static str, value: Value) {
        self.profile.insert(key.to_owned(), value);
        self.columns.insert(key, column);
    }

    /// The name on one line, without persons and brackets.
    fn name(&mut self) -> Option<String> {
        let column = if self.row.get("name").is_some() { "name" } else { "nom" };
        let Some(cell) = self.row.get(column) else {
            self.note("nom", "register-name-missing", Done::Refused);
            return None;
        };
        let mut name = tidy(cell);
        let person = persons::in_name(&name).is_some();
        let shown = if person { "" } else { cell };
        if cell.contains('\n') {
            self.note_value(column, shown, "register-name-lines", Done::Mended);
        }
        if let Some(left) = persons::without_person(&name) {
            let nothing = !left.chars().any(char::is_alphabetic);
            self.note_value(column, "", "register-name-person", if nothing { Done::Refused } else { Done::LeftOut });
            if nothing {
                return None;
            }
            name = left;
        }
        if name.contains(['[', ']']) {
            self.note_value(column, shown, "register-name-brackets", Done::Mended);
            name = tidy(&name.replace(" - [", " – ").replace(" – [", " – ").replace('[', " – ").replace(']', ""));
            name = name.trim_start_matches("– ").to_owned();
        }
        if !name.chars().any(char::is_alphanumeric) {
            self.note(column, "register-name-missing", Done::Refused);
            return None;
        }
        Some(name)
    }

    fn kind(&mut self) {
        if self.row.get("kind").is_some() {
            return;
        }
        let typologies = self.row.many("typologie");
        let (kind, unknown) = kind::of(&typologies);
        for value in &unknown {
            self.note_value("typologie", value, "register-typology-unknown", Done::LeftOut);
        }
        let known = kind.filter(|kind| self.kit.kinds.contains(*kind));
        let usual = self.kit.usual_kind.clone();
        if known.is_none() {
            let what = if kind.is_some() { "register-kind-missing" } else { "register-typology-missing" };
            self.note("typologie", what, if usual.is_some() { Done::Usual } else { Done::LeftOut });
        }
        if let Some(kind) = known.map(str::to_owned).or(usual) {
            self.set("kind", "typologie", kind.into());
        }
    }

    /// The structure a venue belongs to, where that is a name and not its own.
    fn organisation(&mut self, name: &str) -> Option<Organisation> {
        let parent = tidy(self.row.get("structure_parente")?);
        let figures = parent.chars().filter(char::is_ascii_digit).count();
        let letters = parent.chars().filter(|c| c.is_alphabetic()).count();
        if figures >= 9 || letters < 2 || folded(&parent).starts_with("siret") {
            self.note("structure_parente", "register-parent-number", Done::LeftOut);
            return None;
        }
        if persons::in_name(&parent).is_some() {
            self.note_value("structure_parente", "", "register-parent-person", Done::LeftOut);
            return None;
        }
        let id = super::ids::short(&slug(&parent));
        if id == slug(name) {
            return None;
        }
        if self.kit.organisations.as_ref().is_some_and(|known| !known.contains(&id)) {
            return None;
        }
        if self.row.get("organisation").is_none() {
            self.set("organisation", "structure_parente", id.clone().into());
        }
        Some(Organisation { id, name: parent })
    }

    fn address(&mut self) {
        let mut parts = Map::new();
        let postcode = self.row.get("code_postal").and_then(address::postcode);
        match (&postcode, self.row.get("code_postal")) {
            (Some((_, true)), _) => self.note("code_postal", "register-postcode-zero", Done::Mended),
            (None, Some(_)) => self.note("code_postal", "register-postcode-bad", Done::LeftOut),
            _ => {}
        }
        let postcode = postcode.map(|(postcode, _)| postcode);
        let town = self.row.get("commune").map(tidy);
        if let Some(cell) = self.row.get("adresse") {
            let (street, repeated, shouted) = address::street(cell, postcode.as_deref(), town.as_deref());
            if repeated {
                self.note("adresse", "register-street-town", Done::Mended);
            }
            if shouted {
                self.note("adresse", "register-street-capitals", Done::Mended);
            }
            self.part(&mut parts, "address.street", "adresse", Some(street));
        }
        self.part(&mut parts, "address.postcode", "code_postal", postcode);
        self.part(&mut parts, "address.town", "commune", town);
        if !parts.is_empty() {
            self.profile.insert("address".to_owned(), Value::Object(parts));
        }
        if let (Some(latitude), Some(longitude)) = (self.row.get("latitude"), self.row.get("longitude"))
            && !address::in_france(latitude, longitude)
        {
            let point = format!("{latitude} {longitude}");
            self.notes.push(Note::new("latitude", &point, "register-coordinates", Done::LeftOut));
        }
    }

    fn part(&mut self, parts: &mut Map<String, Value>, key: &'static str, column: &'static str, value: Option<String>) {
        if let (Some(value), Some(name)) = (value.filter(|value| !value.is_empty()), key.strip_prefix("address.")) {
            parts.insert(name.to_owned(), value.into());
            self.columns.insert(key, column);
        }
    }

    fn hours(&mut self) {
        let Some(cell) = self.row.get("horaires") else { return };
        match hours::said(cell) {
            Some((french, english)) => self.set("hours", "horaires", json!({ "fr": french, "en": english })),
            None => self.note("horaires", "register-hours", Done::LeftOut),
        }
    }

    fn contacts(&mut self) {
        let mut contacts = Vec::new();
        for (said, phone) in contact::phones(self.row.get("telephone").unwrap_or_default()) {
            match phone {
                Phone::Good(value, mended) => {
                    if mended {
                        self.note_value("telephone", &said, "register-phone-zero", Done::Mended);
                    }
                    contacts.push(json!({ "kind": "phone", "value": value }));
                }
                Phone::Bad => self.note_value("telephone", &said, "register-phone-bad", Done::LeftOut),
            }
        }
        for cell in contact::mails(self.row.get("courriels").unwrap_or_default()) {
            match contact::mail(cell) {
                Mail::Good(value) => contacts.push(json!({ "kind": "email", "value": value })),
                Mail::Person => self.note_value("courriels", "", "register-mail-person", Done::LeftOut),
                Mail::Bad => self.note_value("courriels", cell, "register-mail-bad", Done::LeftOut),
            }
        }
        self.sites(&mut contacts);
        let mut known = BTreeSet::new();
        contacts.retain(|contact| known.insert(contact["value"].to_string()));
        let first = ["telephone", "courriels", "site_web"].into_iter().find(|column| self.row.get(column).is_some());
        if let (false, Some(column)) = (contacts.is_empty(), first) {
            self.set("contacts", column, Value::Array(contacts));
        }
    }

    /// The first site of a venue; a sheet has room for one.
    fn sites(&mut self, contacts: &mut Vec<Value>) {
        let mut one = false;
        for cell in self.row.many("site_web") {
            match contact::site(cell) {
                Site::Good(_) if one => self.note_value("site_web", cell, "register-site-second", Done::LeftOut),
                Site::Good(value) => {
                    contacts.push(json!({ "kind": "web", "value": value }));
                    one = true;
                }
                Site::Social => self.note_value("site_web", cell, "register-site-social", Done::LeftOut),
                Site::Bad => self.note_value("site_web", cell, "register-site-bad", Done::LeftOut),
            }
        }
    }

    /// Languages that people are received in, added to those of the kit.
    fn languages(&mut self) {
        let mut languages = self.kit.languages.clone();
        for value in self.row.many("prise_en_charge_specifique") {
            let known = folded(value);
            let named =
                known.strip_prefix("langues etrangeres").map(|rest| rest.trim_matches(|c: char| " :()".contains(c)));
            match named {
                Some(named) => match LANGUAGES.iter().find(|(name, _)| *name == named) {
                    Some((_, code)) if !languages.iter().any(|known| known == code) => {
                        languages.push((*code).to_owned())
                    }
                    Some(_) => {}
                    None => self.note_value("prise_en_charge_specifique", value, "register-language", Done::LeftOut),
                },
                None if CARE.iter().any(|care| folded(care) == known) => {}
                None => self.note_value("prise_en_charge_specifique", value, "register-value", Done::LeftOut),
            }
        }
        if languages.len() > self.kit.languages.len() && !self.kit.languages.is_empty() {
            self.set("languages", "prise_en_charge_specifique", languages.into());
        }
    }

    /// Values of the schema that no sheet prints: those that it does not know are told all the same.
    fn closed_values(&mut self) {
        for (column, known) in CLOSED {
            for value in self.row.many(column) {
                if !known.split('|').any(|known| folded(known) == folded(value)) {
                    self.note_value(column, value, "register-value", Done::LeftOut);
                }
            }
        }
    }

    /// Columns with the keys of a venue file.
    fn own(&mut self) {
        for (key, list) in OWN {
            let Some(cell) = self.row.get(key).filter(|_| key != "name") else { continue };
            let value: Value = if list { self.row.many(key).into() } else { cell.into() };
            self.set(key, key, value);
        }
        if self.row.get("name").is_some() {
            self.columns.insert("name", "name");
        }
    }
}

impl Note {
    /// The note with one more argument of its message.
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.what = Message::arg(self.what, name, value);
        self
    }
}
