//! Three values of each field become one: [`merged`].

use serde_json::{Map, Value};

/// A field that the register and people changed, each in their own way.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// Its key; parts of an address as `address.street`.
    pub field: String,
    /// What was imported last.
    pub base: String,
    /// What the register says.
    pub theirs: String,
    /// What the file says, and goes on saying.
    pub ours: String,
}

/// A profile that was compared.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Merged {
    /// What the file should say.
    pub profile: Map<String, Value>,
    /// How many fields people changed while the register did not.
    pub kept: usize,
    /// What both changed.
    pub conflicts: Vec<Conflict>,
}

/// The key whose parts are fields of their own.
const PARTED: &str = "address";

/// What a file should say that says `ours`, when the register said `base` and now says `theirs`. Fields that the register never said
/// are people's own.
pub fn merged(base: &Map<String, Value>, theirs: &Map<String, Value>, ours: &Map<String, Value>) -> Merged {
    let mut merged = Merged { profile: ours.clone(), ..Merged::default() };
    let (base_fields, fields) = (fields(base), fields(theirs));
    let gone = base_fields.iter().filter(|field| !fields.contains(field));
    for field in fields.iter().chain(gone) {
        let (base, theirs, now) = (get(base, field), get(theirs, field), get(ours, field));
        if now == theirs {
            continue;
        }
        if now == base {
            set(&mut merged.profile, field, theirs.cloned());
        } else if base == theirs {
            merged.kept += 1;
        } else {
            let (base, theirs, ours) = (shown(base), shown(theirs), shown(now));
            merged.conflicts.push(Conflict { field: field.clone(), base, theirs, ours });
        }
    }
    merged
}

fn fields(profile: &Map<String, Value>) -> Vec<String> {
    let parts = |(key, value): (&String, &Value)| match value {
        Value::Object(parts) if key == PARTED => parts.keys().map(|part| format!("{key}.{part}")).collect(),
        _ => vec![key.clone()],
    };
    profile.iter().flat_map(parts).collect()
}

fn get<'a>(profile: &'a Map<String, Value>, field: &str) -> Option<&'a Value> {
    match field.split_once('.') {
        Some((key, part)) => profile.get(key)?.get(part),
        None => profile.get(field),
    }
}

fn set(profile: &mut Map<String, Value>, field: &str, value: Option<Value>) {
    let Some((key, part)) = field.split_once('.') else {
        put(profile, field, value);
        return;
    };
    let mut parts = profile.get(key).and_then(Value::as_object).cloned().unwrap_or_default();
    put(&mut parts, part, value);
    put(profile, key, (!parts.is_empty()).then_some(Value::Object(parts)));
}

fn put(map: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    match value {
        Some(value) => {
            map.insert(key.to_owned(), value);
        }
        None => {
            map.shift_remove(key);
        }
    }
}

/// A value in a report.
fn shown(value: Option<&Value>) -> String {
    match value {
        None => "—".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(list)) => {
            list.iter().map(|item| shown(Some(item.get("value").unwrap_or(item)))).collect::<Vec<_>>().join(", ")
        }
        Some(Value::Object(map)) => map.values().next().map_or_else(String::new, |first| shown(Some(first))),
        Some(other) => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn map(value: Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap_or_default()
    }

    #[test]
    fn each_field_goes_its_own_way() {
        let base =
            map(json!({"name": "A", "kind": "epn", "address": {"street": "1", "town": "T"}, "hours": {"fr": "h"}}));
        let theirs = map(json!({"name": "B", "kind": "guichet", "address": {"street": "2", "town": "T"}}));
        let ours = map(
            json!({"name": "A", "kind": "salle", "address": {"street": "1", "town": "U"}, "hours": {"fr": "h"}, "colour": "#000000"}),
        );
        let merged = merged(&base, &theirs, &ours);
        let said =
            map(json!({"name": "B", "kind": "salle", "address": {"street": "2", "town": "U"}, "colour": "#000000"}));
        assert_eq!(merged.profile, said);
        assert_eq!(merged.kept, 1);
        let conflict =
            Conflict { field: "kind".into(), base: "epn".into(), theirs: "guichet".into(), ours: "salle".into() };
        assert_eq!(merged.conflicts, [conflict]);
    }
}
