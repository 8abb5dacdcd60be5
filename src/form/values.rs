//! The values of a form and those of a file: [`pairs_of`] fills a form from a profile, [`profile_of`] makes a profile of a filled
//! form. What nobody changed comes back as it was written.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::fields::{Control, Field};
use crate::diag::{Message, did_you_mean};

/// The language that words without one are in.
const FIRST: &str = "fr";

/// Names and values of a form, in its order; a name can come several times.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pairs(pub Vec<(String, String)>);

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Name of the field.
    pub field: String,
    /// What is wrong.
    pub message: Message,
    /// What to do.
    pub hint: Option<Message>,
}

impl Pairs {
    /// The first value of this name.
    pub fn one(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// All values of this name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Numbers of the rows of a list.
    pub fn rows(&self, name: &str) -> BTreeSet<usize> {
        self.below(name).filter_map(|(rest, _)| rest.split('.').next()?.parse().ok()).collect()
    }

    /// Pairs whose name goes on after this one, with what follows.
    pub fn below(&self, name: &str) -> impl Iterator<Item = (&str, &str)> {
        let below = move |known: &'_ str| known.strip_prefix(name)?.strip_prefix('.').map(str::len);
        self.0.iter().filter_map(move |(known, value)| {
            let length = below(known)?;
            Some((&known[known.len() - length..], value.as_str()))
        })
    }

    /// Another value for a name.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), value.to_owned()));
    }

    /// One more row in a list; its name.
    pub fn add_row(&mut self, name: &str) -> String {
        let number = self.rows(name).last().map_or(0, |last| last + 1);
        let row = format!("{name}.{number}");
        self.0.push((format!("{row}.was"), String::new()));
        row
    }

    /// Takes a row away.
    pub fn remove_row(&mut self, row: &str) {
        let inside = format!("{row}.");
        self.0.retain(|(known, _)| !known.starts_with(&inside));
    }
}

/// A profile without what says nothing.
pub fn pruned(value: Value) -> Value {
    let says = |value: &Value| match value {
        Value::Null => false,
        Value::Array(list) => !list.is_empty(),
        Value::Object(map) => !map.is_empty(),
        _ => true,
    };
    match value {
        Value::Array(list) => Value::Array(list.into_iter().map(pruned).filter(says).collect()),
        Value::Object(map) => {
            Value::Object(map.into_iter().map(|(key, value)| (key, pruned(value))).filter(|(_, v)| says(v)).collect())
        }
        other => other,
    }
}

/// A form filled with a profile.
pub fn pairs_of(fields: &[Field], profile: &Value) -> Pairs {
    let mut pairs = Pairs::default();
    for field in fields {
        fill(field, &field.key, &profile[&field.key], &mut pairs);
    }
    pairs
}

fn fill(field: &Field, name: &str, value: &Value, pairs: &mut Pairs) {
    let mut put = |name: String, value: String| pairs.0.push((name, value));
    match &field.control {
        Control::Kept => {}
        Control::Text | Control::Choice(_) | Control::Flag => put(name.to_owned(), shown(value)),
        Control::Many(_) => {
            put(name.to_owned(), String::new());
            value.as_array().into_iter().flatten().for_each(|item| put(name.to_owned(), shown(item)));
        }
        Control::ByLanguage => {
            by_language(value).into_iter().for_each(|(lang, words)| put(format!("{name}.{lang}"), shown(&words)));
        }
        Control::Group(fields) => {
            fields.iter().for_each(|field| fill(field, &format!("{name}.{}", field.key), &value[&field.key], pairs));
        }
        Control::Rows(fields) => {
            put(name.to_owned(), String::new());
            for (number, row) in value.as_array().into_iter().flatten().enumerate() {
                pairs.0.push((format!("{name}.{number}.was"), number.to_string()));
                for field in fields {
                    fill(field, &format!("{name}.{number}.{}", field.key), &row[&field.key], pairs);
                }
            }
        }
    }
}

/// A value as a line of a form holds it.
fn shown(value: &Value) -> String {
    let words = match value {
        Value::Null => String::new(),
        Value::String(words) => words.clone(),
        other => other.to_string(),
    };
    words.trim_matches(SPACES).replace(['\n', '\r', '\t'], " ")
}

/// No-break spaces are words of their author.
const SPACES: [char; 4] = [' ', '\n', '\r', '\t'];

fn by_language(value: &Value) -> Map<String, Value> {
    match value {
        Value::String(_) => Map::from_iter([(FIRST.to_owned(), value.clone())]),
        Value::Object(map) => map.clone(),
        _ => Map::new(),
    }
}

/// The profile that a filled form asks for, and what is wrong with the answers. `old` is the profile of the file.
pub fn profile_of(fields: &[Field], old: &Value, pairs: &Pairs) -> (Value, Vec<Problem>) {
    let mut reader = Reader { pairs, problems: Vec::new() };
    let profile = reader.group(fields, "", old);
    (pruned(profile), reader.problems)
}

struct Reader<'a> {
    pairs: &'a Pairs,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn group(&mut self, fields: &[Field], name: &str, old: &Value) -> Value {
        let mut map = Map::new();
        for field in fields {
            let inside = if name.is_empty() { field.key.clone() } else { format!("{name}.{}", field.key) };
            map.insert(field.key.clone(), self.value(field, &inside, &old[&field.key]));
        }
        let value = pruned(Value::Object(map));
        let whole = name.is_empty() || value.as_object().is_some_and(|map| !map.is_empty());
        for field in fields.iter().filter(|field| whole && field.needed && value[&field.key].is_null()) {
            let inside = if name.is_empty() { field.key.clone() } else { format!("{name}.{}", field.key) };
            self.problem(inside, Message::new("form-needed"), None);
        }
        value
    }

    fn problem(&mut self, field: String, message: Message, hint: Option<Message>) {
        self.problems.push(Problem { field, message, hint });
    }

    fn value(&mut self, field: &Field, name: &str, old: &Value) -> Value {
        let asked = self.pairs.one(name).is_some();
        match &field.control {
            Control::Kept => old.clone(),
            Control::Group(fields) => self.group(fields, name, old),
            Control::ByLanguage => self.by_language(name, old),
            _ if !asked => old.clone(),
            Control::Text => self.words(name, old),
            Control::Flag => self.flag(name, old),
            Control::Choice(known) => {
                let value = self.words(name, old);
                self.known(name, known, &value);
                value
            }
            Control::Many(known) => {
                let list = self.many(name, old);
                list.as_array().into_iter().flatten().for_each(|value| self.known(name, known, value));
                list
            }
            Control::Rows(fields) => self.rows(fields, name, old),
        }
    }

    /// A value is one of those the schema names, where it names some.
    fn known(&mut self, name: &str, known: &[String], value: &Value) {
        let Some(value) = value.as_str().filter(|_| !known.is_empty()) else { return };
        if known.iter().all(|known| known != value) {
            let hint = did_you_mean(value, known.iter().map(String::as_str));
            self.problem(name.to_owned(), Message::new("yaml-unknown-value").arg("value", value), hint);
        }
    }

    fn words(&mut self, name: &str, old: &Value) -> Value {
        let words = self.pairs.one(name).unwrap_or_default();
        if words == shown(old) {
            return old.clone();
        }
        let words = words.trim_matches(SPACES);
        if words.contains(char::is_control) {
            self.problem(name.to_owned(), Message::new("form-one-line"), Some(Message::new("hint-form-one-line")));
        }
        if words.is_empty() { Value::Null } else { words.into() }
    }

    /// What was said no to stays a no; a box that is not ticked says nothing new.
    fn flag(&mut self, name: &str, old: &Value) -> Value {
        let answers: Vec<&str> = self.pairs.all(name).collect();
        match answers.last() {
            Some(&"true") => true.into(),
            Some(&"false") => false.into(),
            _ if answers.len() == 1
                && self.pairs.one(&format!("{name}.box")).is_some()
                && *old == Value::Bool(false) =>
            {
                old.clone()
            }
            _ => Value::Null,
        }
    }

    /// Those that were there keep their order, others follow.
    fn many(&mut self, name: &str, old: &Value) -> Value {
        let asked: Vec<String> = self.pairs.all(name).flat_map(|list| list.split([',', ';'])).map(trimmed).collect();
        let asked: Vec<String> = asked.into_iter().filter(|item| !item.is_empty()).collect();
        if asked.iter().any(|item| item.contains(char::is_control)) {
            self.problem(name.to_owned(), Message::new("form-one-line"), Some(Message::new("hint-form-one-line")));
        }
        let there: Vec<&Value> = old.as_array().into_iter().flatten().collect();
        let kept: Vec<Value> =
            there.iter().filter(|item| asked.contains(&shown(item))).map(|item| (*item).clone()).collect();
        let fresh = asked.iter().filter(|item| there.iter().all(|known| shown(known) != **item));
        let mut list = kept;
        for item in fresh {
            let item = Value::from(item.as_str());
            if !list.contains(&item) {
                list.push(item);
            }
        }
        Value::Array(list)
    }

    fn by_language(&mut self, name: &str, old: &Value) -> Value {
        let stood = by_language(old);
        let mut langs: Vec<String> = stood.keys().cloned().collect();
        for (lang, _) in self.pairs.below(name) {
            if !langs.iter().any(|known| known == lang) {
                langs.push(lang.to_owned());
            }
        }
        let mut map = Map::new();
        for lang in langs {
            let inside = format!("{name}.{lang}");
            let was = stood.get(&lang).unwrap_or(&Value::Null);
            let words = if self.pairs.one(&inside).is_some() { self.words(&inside, was) } else { was.clone() };
            if !words.is_null() {
                map.insert(lang, words);
            }
        }
        let alone = map.len() == 1 && !old.is_object();
        match map.get(FIRST) {
            Some(words) if alone => words.clone(),
            _ => Value::Object(map),
        }
    }

    fn rows(&mut self, fields: &[Field], name: &str, old: &Value) -> Value {
        let mut rows = Vec::new();
        for number in self.pairs.rows(name) {
            let row = format!("{name}.{number}");
            let was = self.pairs.one(&format!("{row}.was")).and_then(|was| was.parse::<usize>().ok());
            let stood = was.and_then(|was| old.get(was)).unwrap_or(&Value::Null);
            rows.push(self.group(fields, &row, stood));
        }
        Value::Array(rows)
    }
}

fn trimmed(word: &str) -> String {
    word.trim_matches(SPACES).to_owned()
}
