//! What can be asked of a venue, from the JSON Schema of its file: [`of_schema`] gives the fields, in the order of the schema.

use schemars::schema_for;
use serde_json::Value;

use crate::content::profile::Profile;

/// One thing that is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its key in the file.
    pub key: String,
    /// What can be answered.
    pub control: Control,
    /// Whether there is no profile, contact, order or logo without it.
    pub needed: bool,
}

/// What can be answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Control {
    /// Words.
    Text,
    /// Yes or no.
    Flag,
    /// One of these values.
    Choice(Vec<String>),
    /// Some of these values; any value where the schema names none.
    Many(Vec<String>),
    /// Words by language.
    ByLanguage,
    /// Fields that belong together.
    Group(Vec<Field>),
    /// A list of things that each have these fields.
    Rows(Vec<Field>),
    /// Nothing that a form can ask: it stays as it stands in the file.
    Kept,
}

/// The fields of a venue file.
pub fn of_venue() -> Vec<Field> {
    let mut fields = of_schema(&schema_for!(Profile).to_value());
    for field in &mut fields {
        // the same keys hold for kinds and organisations, which have no need of a name
        field.needed |= field.key == "name";
    }
    fields
}

/// The fields of an object.
pub fn of_schema(schema: &Value) -> Vec<Field> {
    fields(schema, schema)
}

/// The path of the field that holds what stands at a path of the file: a screen of a list is part of the field of the list.
pub fn nearest(fields: &[Field], path: &str) -> String {
    let mut parts = path.split('.');
    let mut known: Vec<&str> = Vec::new();
    let mut fields = fields;
    while let Some(part) = parts.next() {
        let Some(field) = fields.iter().find(|field| field.key == part) else { break };
        known.push(part);
        match &field.control {
            Control::Group(inside) => fields = inside,
            Control::Rows(inside) => {
                known.extend(parts.next());
                fields = inside;
            }
            Control::ByLanguage => known.extend(parts.next()),
            _ => break,
        }
    }
    known.join(".")
}

fn fields(root: &Value, object: &Value) -> Vec<Field> {
    let needed = |key: &str| object["required"].as_array().is_some_and(|list| list.iter().any(|name| name == key));
    let properties = object["properties"].as_object().into_iter().flatten();
    let field = |(key, schema): (&String, &Value)| Field {
        key: key.clone(),
        control: control(root, schema),
        needed: needed(key),
    };
    properties.map(field).collect()
}

fn control(root: &Value, schema: &Value) -> Control {
    let schema = resolved(root, schema);
    let values = values(schema);
    if !values.is_empty() {
        return Control::Choice(values);
    }
    if schema["properties"].is_object() {
        return Control::Group(fields(root, schema));
    }
    if is(schema, "array") {
        let item = resolved(root, &schema["items"]);
        let object = item["properties"].is_object();
        return if object { Control::Rows(fields(root, item)) } else { Control::Many(self::values(item)) };
    }
    let by_language = schema["anyOf"].as_array().is_some_and(|forms| forms.iter().any(|form| is(form, "object")));
    match () {
        () if by_language => Control::ByLanguage,
        () if is(schema, "boolean") => Control::Flag,
        () if is(schema, "string") => Control::Text,
        () => Control::Kept,
    }
}

/// A schema without the names and the nulls around it.
fn resolved<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    if let Some(name) = schema["$ref"].as_str() {
        return root.pointer(name.trim_start_matches('#')).map_or(schema, |found| resolved(root, found));
    }
    let forms = schema["anyOf"].as_array().map(Vec::as_slice).unwrap_or_default();
    match forms {
        [one, null] | [null, one] if is(null, "null") => resolved(root, one),
        _ => schema,
    }
}

/// Whether a schema allows this type.
fn is(schema: &Value, name: &str) -> bool {
    let types = &schema["type"];
    types == name || types.as_array().is_some_and(|list| list.iter().any(|known| known == name))
}

/// The values of an enumeration.
fn values(schema: &Value) -> Vec<String> {
    let one_of = schema["oneOf"].as_array().into_iter().flatten();
    let named = one_of.flat_map(|form| form["const"].as_str().into_iter().chain(strings(&form["enum"])));
    named.chain(strings(&schema["enum"])).map(str::to_owned).collect()
}

fn strings(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn control(key: &str) -> Control {
        of_venue().into_iter().find(|field| field.key == key).unwrap().control
    }

    #[test]
    fn places_belong_to_fields() {
        let of = |path| nearest(&of_venue(), path);
        assert_eq!(of("screens.0"), "screens");
        assert_eq!(of("contacts.1.label.fr"), "contacts.1.label.fr");
        assert_eq!(of("orders.2.formats.0"), "orders.2.formats");
        assert_eq!(of("contacts.1"), "contacts.1");
        assert_eq!(of("nothing.1"), "");
    }

    #[test]
    fn the_schema_says_what_is_asked() {
        assert_eq!(control("name"), Control::Text);
        assert_eq!(control("hours"), Control::ByLanguage);
        assert_eq!(control("languages"), Control::Many(Vec::new()));
        assert_eq!(control("selection"), Control::Kept);
        assert!(matches!(control("system"), Control::Choice(values) if values.len() == 10));
        let Control::Rows(contact) = control("contacts") else { panic!() };
        let needed: Vec<&str> = contact.iter().filter(|field| field.needed).map(|field| field.key.as_str()).collect();
        assert_eq!(needed, ["kind", "value"]);
        let Control::Group(equipment) = control("equipment") else { panic!() };
        assert_eq!(equipment[0].control, Control::Flag);
        let Control::Rows(order) = control("orders") else { panic!() };
        let formats = order.into_iter().find(|field| field.key == "formats").unwrap();
        assert_eq!(formats.control, Control::Many(["pdf", "svg", "png", "html"].map(str::to_owned).to_vec()));
    }
}
