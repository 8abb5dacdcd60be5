//! Formats of sections and lines: key files of dconf and GLib, KDE's, Qt's, and plain lines.

use super::{DoesNotFit, Line};
use crate::model::SettingValue;

/// A keyfile of dconf; values are GVariant in text form, <https://docs.gtk.org/glib/gvariant-text-format.html>.
pub(super) fn dconf(lines: &[Line<'_>]) -> Result<String, DoesNotFit> {
    sections(lines, |group| format!("[{group}]"), |line| Ok(format!("{}={}", line.key, gvariant(line)?)))
}

/// Keys that nobody changes, a path each.
pub(super) fn dconf_locks(lines: &[&Line<'_>]) -> String {
    lines.iter().map(|line| format!("/{}/{}\n", line.group, line.key)).collect()
}

fn gvariant(line: &Line<'_>) -> Result<String, DoesNotFit> {
    value(line, &|value| match value {
        SettingValue::Text(text) => gvariant_text(text),
        SettingValue::List(list) if list.is_empty() => Some("@as []".to_owned()),
        SettingValue::List(list) => {
            let texts: Option<Vec<String>> = list
                .iter()
                .map(|of| match of {
                    SettingValue::Text(text) => gvariant_text(text),
                    _ => None,
                })
                .collect();
            Some(format!("[{}]", texts?.join(", ")))
        }
        _ => None,
    })
}

/// Only `\`, `'` and what is no visible character needs an escape; the rest stands as it is.
fn gvariant_text(text: &str) -> Option<String> {
    let mut quoted = "'".to_owned();
    for c in text.chars() {
        match c {
            '\\' | '\'' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\0' => return None,
            c if c.is_control() => quoted += &format!("\\u{:04x}", u32::from(c)),
            c => quoted.push(c),
        }
    }
    Some(quoted + "'")
}

/// A key file of GLib: <https://docs.gtk.org/glib/struct.KeyFile.html>.
pub(super) fn keyfile(lines: &[Line<'_>]) -> Result<String, DoesNotFit> {
    let escaped = |text: &str, separator: bool| {
        let mut escaped = String::new();
        let (starts, ends) = (text.len() - text.trim_start_matches(' ').len(), text.trim_end_matches(' ').len());
        for (at, c) in text.char_indices() {
            match c {
                '\\' => escaped.push_str("\\\\"),
                '\n' => escaped.push_str("\\n"),
                '\r' => escaped.push_str("\\r"),
                '\t' => escaped.push_str("\\t"),
                ' ' if at < starts || at >= ends => escaped.push_str("\\s"),
                ';' if separator => escaped.push_str("\\;"),
                '\0' => return None,
                c => escaped.push(c),
            }
        }
        Some(escaped)
    };
    let text = |value: &SettingValue| match value {
        SettingValue::Text(text) => escaped(text, false),
        SettingValue::List(list) => list
            .iter()
            .map(|of| match of {
                SettingValue::Text(text) => escaped(text, true).map(|text| text + ";"),
                _ => None,
            })
            .collect(),
        _ => None,
    };
    sections(lines, |group| format!("[{group}]"), |line| Ok(format!("{}={}", line.key, value(line, &text)?)))
}

/// A key file whose values are read as they stand.
pub(super) fn raw_keyfile(lines: &[Line<'_>]) -> Result<String, DoesNotFit> {
    sections(lines, |group| format!("[{group}]"), |line| Ok(format!("{}={}", line.key, value(line, &raw)?)))
}

/// What needs no escape: no control character, no space at an end.
fn raw(value: &SettingValue) -> Option<String> {
    match value {
        SettingValue::Text(text) if !text.contains(char::is_control) && text.trim() == text => Some(text.clone()),
        _ => None,
    }
}

/// A configuration file of KDE; `[$i]` keeps a key from being changed:
/// <https://api.kde.org/frameworks/kconfig/html/options.html>.
pub(super) fn kconfig(lines: &[Line<'_>]) -> Result<String, DoesNotFit> {
    let text = |value: &SettingValue| match value {
        SettingValue::Text(text) => kconfig_text(text),
        _ => None,
    };
    let group = |group: &str| group.split('/').map(|part| format!("[{part}]")).collect();
    sections(lines, group, |line| {
        let lock = if line.locked { "[$i]" } else { "" };
        Ok(format!("{}{lock}={}", line.key, value(line, &text)?))
    })
}

fn kconfig_text(text: &str) -> Option<String> {
    let mut escaped = String::new();
    let (starts, ends) = (text.len() - text.trim_start_matches(' ').len(), text.trim_end_matches(' ').len());
    for (at, c) in text.char_indices() {
        match c {
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            ' ' if at < starts || at >= ends => escaped.push_str("\\s"),
            '\0' => return None,
            c if c.is_ascii_control() => escaped += &format!("\\x{:02x}", u32::from(c)),
            c => escaped.push(c),
        }
    }
    Some(escaped)
}

/// An INI file of Qt, in ASCII: <https://doc.qt.io/qt-6/qsettings.html#Format-enum>.
pub(super) fn qsettings(lines: &[Line<'_>]) -> Result<String, DoesNotFit> {
    let text = |value: &SettingValue| match value {
        SettingValue::Text(text) => qsettings_text(text),
        _ => None,
    };
    sections(lines, |group| format!("[{group}]"), |line| Ok(format!("{}={}", line.key, value(line, &text)?)))
}

/// A character that is no visible ASCII becomes `\x` and its UTF-16 units; a digit that follows one would be taken for a part of it.
fn qsettings_text(text: &str) -> Option<String> {
    let mut quoted = "\"".to_owned();
    if text.starts_with('@') {
        quoted.push('@');
    }
    let mut after_code = false;
    for c in text.chars() {
        let code = !(' '..='~').contains(&c) || (after_code && c.is_ascii_hexdigit());
        match c {
            '\0' => return None,
            '\\' | '"' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if code => c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| quoted += &format!("\\x{unit:x}")),
            c => quoted.push(c),
        }
        after_code = code && !['\n', '\r', '\t'].contains(&c);
    }
    Some(quoted + "\"")
}

/// Values, a line each.
pub(super) fn lines(lines: &[Line<'_>]) -> Result<String, DoesNotFit> {
    lines.iter().map(|line| Ok(value(line, &raw)? + "\n")).collect()
}

/// A section for each group, in the order of their first keys.
fn sections(
    lines: &[Line<'_>],
    head: impl Fn(&str) -> String,
    line: impl Fn(&Line<'_>) -> Result<String, DoesNotFit>,
) -> Result<String, DoesNotFit> {
    let mut groups: Vec<&str> = Vec::new();
    for line in lines.iter().filter(|line| fits_head(line)) {
        if !groups.contains(&line.group) {
            groups.push(line.group);
        }
    }
    if let Some(odd) = lines.iter().find(|line| !fits_head(line)) {
        return Err(DoesNotFit(odd.key.to_owned()));
    }
    let mut sections = Vec::new();
    for group in groups {
        let mut section = head(group) + "\n";
        for of in lines.iter().filter(|line| line.group == group) {
            section += &(line(of)? + "\n");
        }
        sections.push(section);
    }
    Ok(sections.join("\n"))
}

/// Whether nothing in the group and the key means something to a format.
fn fits_head(line: &Line<'_>) -> bool {
    let odd = |c: char| c.is_control() || "[]=#;\"'\\".contains(c);
    !line.key.is_empty() && !line.key.contains(odd) && !line.group.contains(odd)
}

/// A value: numbers and truth are written alike everywhere, the rest as `text` does.
fn value(line: &Line<'_>, text: &dyn Fn(&SettingValue) -> Option<String>) -> Result<String, DoesNotFit> {
    match &line.value {
        SettingValue::Bool(value) => Ok(value.to_string()),
        SettingValue::Int(value) => Ok(value.to_string()),
        value => text(value).ok_or_else(|| DoesNotFit(line.key.to_owned())),
    }
}
