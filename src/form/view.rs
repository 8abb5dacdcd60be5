//! The fields of a form as its template draws them: [`View::sections`] gives a flat list, in which groups and rows open and close.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::fields::{Control, Field};
use super::labels::{self, SECTIONS};
use super::opened::Opened;
use super::values::{self, Pairs};
use super::{Notice, swatches};
use crate::content::profile::{KINDS, ORGANISATIONS, Profile, Written};
use crate::diag::Message;
use crate::model::Lang;
use crate::theme::{self, Roles};

/// Endings of pictures that can be a logo.
const PICTURES: [&str; 5] = ["svg", "png", "jpg", "jpeg", "webp"];
/// Folders of a project that have no logos.
const OUTSIDE: [&str; 2] = ["content", "logos"];
/// Lists that are long enough to be folded away.
const FOLDED: &str = "orders.tips";

pub(super) struct View<'a> {
    opened: &'a Opened,
    pairs: &'a Pairs,
    notice: &'a Notice,
    say: &'a dyn Fn(&Message) -> String,
    roles: &'a Roles,
    /// What the file says now.
    stands: Pairs,
    /// Languages: code and name.
    tongues: Vec<(String, String)>,
    drawn: Vec<Value>,
}

impl<'a> View<'a> {
    pub(super) fn new(
        opened: &'a Opened,
        pairs: &'a Pairs,
        notice: &'a Notice,
        say: &'a dyn Fn(&Message) -> String,
        roles: &'a Roles,
    ) -> Self {
        let stands = values::pairs_of(&opened.fields, &opened.profile);
        View { opened, pairs, notice, say, roles, stands, tongues: tongues(opened, pairs), drawn: Vec::new() }
    }

    /// All sections with what they hold.
    pub(super) fn sections(mut self) -> Vec<Value> {
        let mut sections = Vec::new();
        for (id, title, keys) in SECTIONS {
            for field in keys.iter().filter_map(|key| self.opened.fields.iter().find(|field| field.key == *key)) {
                self.field(field, &field.key, &field.key);
            }
            let fields = std::mem::take(&mut self.drawn);
            sections.push(json!({ "id": id, "title": (self.say)(&Message::new(title)), "fields": fields }));
        }
        sections
    }

    fn field(&mut self, field: &Field, name: &str, path: &str) {
        match &field.control {
            Control::Kept => {}
            Control::Group(fields) => {
                self.control("group", name, path, json!({}));
                for inside in fields {
                    self.field(inside, &format!("{name}.{}", inside.key), &format!("{path}.{}", inside.key));
                }
                self.close();
            }
            Control::Rows(fields) => self.rows(fields, name, path),
            Control::ByLanguage => {
                // each language says what it inherits
                self.control("group", name, path, json!({ "inherited": null }));
                for (code, tongue) in self.tongues.clone() {
                    let dir = Lang::parse(&code).map(|lang| lang.direction());
                    let inside = format!("{name}.{code}");
                    let told = json!({ "label": tongue, "help": null, "lang": code, "dir": dir });
                    self.control("text", &inside, path, told);
                }
                self.close();
            }
            Control::Text if path == "colour" => self.colour(name, path),
            Control::Text => match self.choices(path, name) {
                Some(choices) => self.select(field, name, path, choices),
                None => {
                    // a logo needs its words, a venue needs no logo
                    let of_group = name == path && name.contains('.');
                    self.control("text", name, path, json!({ "needed": field.needed && !of_group }));
                }
            },
            Control::Choice(values) => {
                let choices = values.iter().map(|value| (value.clone(), self.value_name(value))).collect();
                self.select(field, name, path, choices);
            }
            Control::Flag if name == path => {
                let choices = ["true", "false"].map(|value| (value.to_owned(), self.value_name(value)));
                self.select(field, name, path, choices.to_vec());
            }
            Control::Flag => {
                let on = self.pairs.all(name).any(|value| value == "true");
                self.control("check", name, path, json!({ "on": on }));
            }
            Control::Many(values) => self.many(values, name, path),
        }
    }

    fn close(&mut self) {
        self.drawn.push(json!({ "t": "end" }));
    }

    /// A thing to draw: what all have, and what this one has more.
    fn control(&mut self, kind: &str, name: &str, path: &str, more: Value) {
        let said = |message: Option<Message>| message.map(|message| (self.say)(&message));
        let problem = self.notice.problems.iter().find(|problem| problem.field == name);
        let mut drawn = json!({
            "t": kind,
            "name": name,
            "id": id(name),
            "label": said(labels::label(path)),
            "help": said(labels::help(path)),
            "value": self.pairs.one(name),
            "inherited": self.inherited(name),
            "error": problem.map(|problem| (self.say)(&problem.message)),
            "hint": problem.and_then(|problem| problem.hint.as_ref()).map(|hint| (self.say)(hint)),
            "now": self.now(name),
        });
        if let (Some(drawn), Value::Object(more)) = (drawn.as_object_mut(), more) {
            drawn.extend(more);
        }
        self.drawn.push(drawn);
    }

    fn rows(&mut self, fields: &[Field], name: &str, path: &str) {
        let also = if path == "contacts" { self.others_contacts() } else { Vec::new() };
        let focus = self.notice.row.as_deref() == Some(name);
        let (add, remove) = match path {
            "contacts" => (Message::new("form-add-contact"), "form-remove-contact"),
            _ => (Message::new("form-add-order"), "form-remove-order"),
        };
        let title = if path == "contacts" { "form-contact-row" } else { "form-order-row" };
        self.control("rows", name, path, json!({ "also": also }));
        for (at, number) in self.pairs.rows(name).into_iter().enumerate() {
            let row = format!("{name}.{number}");
            let focus = self.notice.row.as_deref() == Some(&row);
            let told = json!({
                "label": (self.say)(&Message::new(title).arg("number", at + 1)),
                "remove": (self.say)(&Message::new(remove).arg("number", at + 1)),
                "was": self.pairs.one(&format!("{row}.was")),
                "list": id(name),
                "focus": focus,
            });
            self.control("row", &row, "", told);
            let first = self.drawn.len();
            self.row(fields, &row, path);
            if let Some(first) = self.drawn.get_mut(first).filter(|_| focus) {
                first["focus"] = true.into();
            }
            self.close();
        }
        self.drawn.push(json!({ "t": "add", "name": name, "id": id(name), "label": (self.say)(&add), "focus": focus }));
        self.close();
    }

    /// The fields of a row: what is always asked, then what most rows do not need, folded away until it says something.
    fn row(&mut self, fields: &[Field], row: &str, path: &str) {
        let often = |field: &&Field| labels::OFTEN.contains(&format!("{path}.{}", field.key).as_str());
        for field in fields.iter().filter(often) {
            self.field(field, &format!("{row}.{}", field.key), &format!("{path}.{}", field.key));
        }
        let seldom: Vec<&Field> = fields.iter().filter(|field| !often(field)).collect();
        let asked = |field: &&Field| {
            let name = format!("{row}.{}", field.key);
            let below = self.pairs.below(&name).filter(|(rest, _)| *rest != "box").map(|(_, value)| value);
            let wrong = self.notice.problems.iter().any(|problem| problem.field.starts_with(&name));
            wrong || self.pairs.all(&name).chain(below).any(|value| !value.is_empty())
        };
        let open = seldom.iter().any(asked);
        let label = (self.say)(&Message::new("form-more"));
        self.drawn.push(json!({ "t": "more", "label": label, "open": open }));
        for field in seldom {
            self.field(field, &format!("{row}.{}", field.key), &format!("{path}.{}", field.key));
        }
        self.drawn.push(json!({ "t": "less" }));
    }

    fn select(&mut self, field: &Field, name: &str, path: &str, mut choices: Vec<(String, String)>) {
        let chosen = self.pairs.one(name).unwrap_or_default().to_owned();
        if !chosen.is_empty() && choices.iter().all(|(value, _)| *value != chosen) {
            choices.push((chosen.clone(), chosen.clone()));
        }
        let options = options(&choices, |value| value == chosen);
        let empty = match self.inherited(name) {
            Some(inherited) => inherited,
            None if field.needed && name != path => (self.say)(&Message::new("form-choose")),
            None => (self.say)(&Message::new("form-nothing")),
        };
        let more = json!({ "options": options, "empty": empty, "needed": field.needed && name != path, "inherited": Value::Null });
        self.control("select", name, path, more);
    }

    fn many(&mut self, values: &[String], name: &str, path: &str) {
        let named = values.iter().map(|value| (value.clone(), self.value_name(value))).collect();
        let choices = if values.is_empty() { self.choices(path, name) } else { Some(named) };
        let ticked: Vec<String> = self.pairs.all(name).filter(|value| !value.is_empty()).map(str::to_owned).collect();
        let Some(known) = choices else {
            self.control("text", name, path, json!({ "value": ticked.join(", ") }));
            return;
        };
        // those of the file stand first: their order says which language comes first
        let name_of = |value: &String| known.iter().find(|(known, _)| known == value).map(|(_, name)| name.clone());
        let mut choices: Vec<(String, String)> =
            ticked.iter().map(|value| (value.clone(), name_of(value).unwrap_or_else(|| value.clone()))).collect();
        choices.extend(known.iter().filter(|(value, _)| !ticked.contains(value)).cloned());
        let options = options(&choices, |value| ticked.iter().any(|ticked| ticked == value));
        let folded = (path == FOLDED).then(|| (self.say)(&Message::new("form-ticked").arg("count", ticked.len())));
        self.control("checks", name, path, json!({ "options": options, "folded": folded }));
    }

    fn colour(&mut self, name: &str, path: &str) {
        let shown = swatches::shown(self.roles, self.say);
        let hex = self.roles.brand.hex();
        self.control("colour", name, path, json!({ "picked": hex, "used": self.roles.field.hex(), "shown": shown }));
    }

    fn value_name(&self, value: &str) -> String {
        labels::value(value, self.say)
    }

    /// What can be chosen where the schema lets any words in.
    fn choices(&self, path: &str, name: &str) -> Option<Vec<(String, String)>> {
        let same = |ids: Vec<String>| ids.into_iter().map(|id| (id.clone(), id)).collect();
        let pairs = |(id, name): (&str, &str)| (id.to_owned(), name.to_owned());
        let catalog = self.opened.catalog.as_ref();
        Some(match path {
            "kind" => profiles(&self.opened.profiles.kinds),
            "organisation" => profiles(&self.opened.profiles.organisations),
            "languages" | "interface_language" => self.tongues.clone(),
            "orders.languages" => self.together(name),
            "browsers" => catalog?.shortcuts.browsers().map(pairs).collect(),
            "keyboard" => catalog?.shortcuts.keyboards().map(pairs).collect(),
            "theme" => same(theme::names(&self.opened.files).ok()?.into_iter().collect()),
            "logo.file" | "easy_read_logo" => same(self.pictures()),
            "contacts.pictogram" => same(self.pictograms()),
            "orders.tips" => same(catalog?.tips.keys().cloned().collect()),
            _ => return None,
        })
    }

    /// Languages of the venue, and its first one together with each of the others.
    fn together(&self, name: &str) -> Vec<(String, String)> {
        let named = |tag: &str| {
            let names = tag.split('+').map(|code| {
                self.tongues.iter().find(|(known, _)| known == code).map_or(code, |(_, name)| name.as_str())
            });
            names.collect::<Vec<_>>().join(" + ")
        };
        let venue = self.opened.catalog.as_ref().and_then(|catalog| catalog.venues.get(&self.opened.id));
        let of_venue = || venue.map(|venue| venue.languages.iter().map(Lang::to_string).collect());
        let all = || self.tongues.iter().map(|(code, _)| code.clone()).collect();
        let codes: Vec<String> = of_venue().unwrap_or_else(all);
        let first = codes.first().cloned().unwrap_or_default();
        let mut tags: Vec<String> = codes.clone();
        tags.extend(codes.iter().skip(1).map(|code| format!("{first}+{code}")));
        let asked = self.pairs.all(name).filter(|tag| !tag.is_empty()).map(str::to_owned);
        tags.extend(asked.filter(|tag| !codes.contains(tag)).collect::<Vec<_>>());
        tags.dedup();
        tags.iter().map(|tag| (tag.clone(), named(tag))).collect()
    }

    fn pictures(&self) -> Vec<String> {
        let listed = OUTSIDE.iter().flat_map(|folder| self.opened.files.list(folder).unwrap_or_default());
        let ending = |path: &String| path.rsplit('.').next().unwrap_or_default().to_lowercase();
        listed.filter(|path| PICTURES.contains(&ending(path).as_str()) && self.opened.files.is_own(path)).collect()
    }

    fn pictograms(&self) -> Vec<String> {
        let venue = self.opened.catalog.as_ref().and_then(|catalog| catalog.venues.get(&self.opened.id));
        let folder = format!("{}/{}/pictograms", theme::FOLDER, venue.map_or("default", |venue| venue.theme.as_str()));
        let files = self.opened.files.list(&folder).unwrap_or_default();
        files
            .iter()
            .filter_map(|path| path.strip_prefix(&folder)?.strip_prefix('/')?.strip_suffix(".svg"))
            .map(str::to_owned)
            .collect()
    }

    /// Contacts that come from elsewhere: they add up.
    fn others_contacts(&self) -> Vec<String> {
        let Some(venue) = self.opened.catalog.as_ref().and_then(|catalog| catalog.venues.get(&self.opened.id)) else {
            return Vec::new();
        };
        let elsewhere =
            |place: &&(String, String, crate::diag::Place)| place.0 == "contacts" && place.2.path != self.opened.path;
        venue.origins.iter().filter(elsewhere).map(|(_, shown, place)| self.from(shown, &place.path)).collect()
    }

    /// The value that holds where a field is empty, and where it comes from.
    fn inherited(&self, name: &str) -> Option<String> {
        let venue = self.opened.catalog.as_ref()?.venues.get(&self.opened.id)?;
        let key = name.split_once('.').filter(|(key, _)| *key == "hours").map_or(name, |(key, _)| key);
        let (_, shown, place) = venue.origins.iter().find(|(known, ..)| known == key)?;
        if place.path == self.opened.path || key == "contacts" {
            return None;
        }
        let shown = match name.split_once('.') {
            Some(("hours", lang)) => venue.hours.get(&Lang::parse(lang)?)?.clone(),
            _ => shown.split(", ").map(|value| self.shown_value(key, value)).collect::<Vec<_>>().join(", "),
        };
        Some(self.from(&shown, &place.path))
    }

    fn shown_value(&self, key: &str, value: &str) -> String {
        let known = self.choices(key, key).unwrap_or_default();
        let name = known.into_iter().find(|(id, _)| id == value).map(|(_, name)| name);
        name.unwrap_or_else(|| self.value_name(value))
    }

    fn from(&self, value: &str, path: &str) -> String {
        let id = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".yaml");
        let name = |known: &BTreeMap<String, Option<Written>>| {
            let profile = known.get(id).and_then(Option::as_ref).map(|written| &written.profile);
            profile.and_then(name_of).unwrap_or_else(|| id.to_owned())
        };
        let message = match path {
            _ if path.starts_with(KINDS) => {
                Message::new("form-from-kind").arg("name", name(&self.opened.profiles.kinds))
            }
            _ if path.starts_with(ORGANISATIONS) => {
                Message::new("form-from-organisation").arg("name", name(&self.opened.profiles.organisations))
            }
            _ => Message::new("form-from-kit"),
        };
        (self.say)(&message.arg("value", value))
    }

    /// What the file says now, where it changed while the form was open.
    fn now(&self, name: &str) -> Option<String> {
        if !self.notice.conflict || self.pairs.one(name).is_none() {
            return None;
        }
        let list =
            |pairs: &Pairs| pairs.all(name).filter(|value| !value.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        let (asked, stands) = (list(self.pairs), list(&self.stands));
        let now = if stands.is_empty() { (self.say)(&Message::new("form-nothing")) } else { stands.join(", ") };
        (asked != stands).then(|| (self.say)(&Message::new("form-now").arg("value", now)))
    }
}

/// The id of a field in the page.
pub(super) fn id(name: &str) -> String {
    format!("f-{}", name.replace('.', "-"))
}

fn options(choices: &[(String, String)], chosen: impl Fn(&str) -> bool) -> Vec<Value> {
    let option = |(value, label): &(String, String)| json!({ "value": value, "label": label, "chosen": chosen(value) });
    choices.iter().map(option).collect()
}

fn profiles(known: &BTreeMap<String, Option<Written>>) -> Vec<(String, String)> {
    let name = |written: &Option<Written>| written.as_ref().and_then(|written| name_of(&written.profile));
    known.iter().map(|(id, written)| (id.clone(), name(written).unwrap_or_else(|| id.clone()))).collect()
}

fn name_of(profile: &Profile) -> Option<String> {
    profile.name.as_ref().map(|name| name.value.clone())
}

/// Languages that the project has words in, and those the form names.
fn tongues(opened: &Opened, pairs: &Pairs) -> Vec<(String, String)> {
    let words = opened.catalog.iter().flat_map(|catalog| &catalog.words);
    let name = |name: &str, code: &str| if name.is_empty() { code.to_owned() } else { name.to_owned() };
    let mut tongues: Vec<(String, String)> =
        words.map(|(lang, words)| (lang.to_string(), name(words.get("language_name"), lang.code()))).collect();
    let venue = opened.catalog.as_ref().and_then(|catalog| catalog.venues.get(&opened.id));
    let languages: Vec<String> = venue.iter().flat_map(|venue| &venue.languages).map(Lang::to_string).collect();
    tongues.sort_by_key(|(code, _)| languages.iter().position(|known| known == code).unwrap_or(usize::MAX));
    let named = pairs.all("languages").chain(pairs.below("hours").map(|(code, _)| code));
    for code in named.filter(|code| !code.is_empty()) {
        if tongues.iter().all(|(known, _)| known != code) {
            tongues.push((code.to_owned(), code.to_owned()));
        }
    }
    tongues
}
