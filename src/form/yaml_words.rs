//! Values as YAML that says the same thing to every reader: [`scalar`] quotes what could be taken for anything but words.

use granit_parser::ScalarStyle;
use serde_json::{Map, Value};

/// Longest item of a list that is written on one line, in characters.
const ONE_LINE: usize = 110;

/// A word, a number or a truth value, in the quotes its author used where they do.
pub(super) fn scalar(value: &Value, flow: bool, style: ScalarStyle) -> Option<String> {
    let text = match value {
        Value::String(text) => text,
        Value::Bool(_) | Value::Number(_) => return Some(value.to_string()),
        _ => return None,
    };
    Some(match style {
        ScalarStyle::SingleQuoted if text.chars().all(|c| !is_odd(c)) => format!("'{}'", text.replace('\'', "''")),
        ScalarStyle::Plain if is_plain(text, flow) => text.clone(),
        _ => quoted(text),
    })
}

/// The lines of a key and its value, each indented and ended.
pub(super) fn entry_lines(key: &str, value: &Value, indent: usize) -> Option<String> {
    let margin = " ".repeat(indent);
    let key = key_words(key, false)?;
    Some(match value {
        Value::Object(map) => format!("{margin}{key}:\n{}", map_lines(map, indent + 2)?),
        Value::Array(list) if list.iter().any(Value::is_object) => {
            let items: Option<String> = list.iter().map(|item| item_lines(item, indent + 2)).collect();
            format!("{margin}{key}:\n{}", items?)
        }
        other => format!("{margin}{key}: {}\n", one_line(other, false)?),
    })
}

/// The lines of an item of a list, each indented and ended.
pub(super) fn item_lines(value: &Value, indent: usize) -> Option<String> {
    let margin = " ".repeat(indent);
    let short = one_line(value, false)?;
    match value {
        Value::Object(map) if short.chars().count() > ONE_LINE => {
            let lines = map_lines(map, indent + 2)?;
            Some(format!("{margin}- {}", &lines[indent + 2..]))
        }
        _ => Some(format!("{margin}- {short}\n")),
    }
}

fn map_lines(map: &Map<String, Value>, indent: usize) -> Option<String> {
    map.iter().map(|(key, value)| entry_lines(key, value, indent)).collect()
}

/// A key and its value between braces.
pub(super) fn entry_words(key: &str, value: &Value) -> Option<String> {
    Some(format!("{}: {}", key_words(key, true)?, one_line(value, true)?))
}

/// A value on one line.
pub(super) fn one_line(value: &Value, flow: bool) -> Option<String> {
    match value {
        Value::Array(list) => {
            let items: Option<Vec<String>> = list.iter().map(|item| one_line(item, true)).collect();
            Some(format!("[{}]", items?.join(", ")))
        }
        Value::Object(map) => {
            let entries: Option<Vec<String>> = map.iter().map(|(key, value)| entry_words(key, value)).collect();
            Some(format!("{{{}}}", entries?.join(", ")))
        }
        other => scalar(other, flow, ScalarStyle::Plain),
    }
}

fn key_words(key: &str, flow: bool) -> Option<String> {
    scalar(&Value::String(key.to_owned()), flow, ScalarStyle::Plain)
}

fn quoted(text: &str) -> String {
    let mut words = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => words.extend(['\\', c]),
            odd if is_odd(odd) => words.push_str(&format!("\\U{:08X}", u32::from(odd))),
            other => words.push(other),
        }
    }
    words + "\""
}

/// Signs that are not seen, or that end a line for some readers (YAML 1.2.2, sections 5.1 and 5.4).
fn is_odd(c: char) -> bool {
    c.is_control() || matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether words without quotes are words for readers of YAML 1.1 and 1.2 alike.
fn is_plain(text: &str, flow: bool) -> bool {
    const WORDS: [&str; 9] = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];
    let first = text.chars().next().is_some_and(char::is_alphanumeric);
    let number = text.chars().all(|c| c.is_ascii_digit() || "._eE+-:".contains(c))
        || text.starts_with("0x")
        || text.starts_with("0o");
    first
        && text == text.trim()
        && !text.chars().any(is_odd)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !(flow && text.contains([',', '[', ']', '{', '}']))
        && !number
        && !WORDS.contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        scalar(&text.into(), false, ScalarStyle::Plain).unwrap()
    }

    #[test]
    fn words_that_are_words_stay_bare() {
        for text in
            ["Mon lieu", "03 00 00 00 00", "1920x1080", "https://exemple.fr/a", "L’été (n° 2)", "المكتبة", "fr+ar"]
        {
            assert_eq!(plain(text), text);
        }
    }

    #[test]
    fn what_could_be_something_else_is_quoted() {
        let odd = [
            "no",
            "Yes",
            "12",
            "59999",
            "2026-11-24",
            "1e3",
            "0x1F",
            "# x",
            "a: b",
            "a #b",
            "a:",
            "- a",
            "*a",
            "&a",
            "!a",
            "",
            " a",
            "~",
            "null",
            "😀",
            "\"a\"",
            "a\u{2028}b",
            "'",
            "[a",
            "{a",
            "%a",
            "@a",
            "`a",
            "|",
            ">",
        ];
        for text in odd {
            let written = plain(text);
            assert!(written.starts_with('"'), "{text}: {written}");
            let read: Value = serde_saphyr::from_str(&written).unwrap();
            assert_eq!(read, Value::String(text.into()));
        }
        assert_eq!(one_line(&serde_json::json!({"a": "x, y", "b": true}), false).unwrap(), "{a: \"x, y\", b: true}");
    }

    #[test]
    fn quotes_of_the_author_stay() {
        assert_eq!(scalar(&"l'été".into(), false, ScalarStyle::SingleQuoted).unwrap(), "'l''été'");
        assert_eq!(scalar(&"a".into(), false, ScalarStyle::DoubleQuoted).unwrap(), "\"a\"");
    }
}
