//! A JSON object of settings.

use serde_json::{Map, Value};

use super::{DoesNotFit, Line};
use crate::model::SettingValue;

/// The object, groups nested in it.
pub(super) fn object(lines: &[Line<'_>]) -> Result<String, DoesNotFit> {
    let mut root = Map::new();
    for line in lines {
        let mut at = &mut root;
        for part in line.group.split('/').filter(|part| !part.is_empty()) {
            let below = at.entry(part).or_insert_with(|| Value::Object(Map::new()));
            at = below.as_object_mut().ok_or_else(|| DoesNotFit(line.key.to_owned()))?;
        }
        at.insert(line.key.to_owned(), value(&line.value));
    }
    Ok(format!("{:#}\n", Value::Object(root)))
}

fn value(of: &SettingValue) -> Value {
    match of {
        SettingValue::Bool(value) => Value::Bool(*value),
        SettingValue::Int(number) => Value::from(*number),
        SettingValue::Text(text) => Value::from(text.as_str()),
        SettingValue::List(list) => list.iter().map(value).collect(),
        SettingValue::Map(map) => map.iter().map(|(key, of)| (key.clone(), value(of))).collect(),
    }
}
