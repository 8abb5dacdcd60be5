//! A channel of xfconf: <https://gitlab.xfce.org/xfce/xfconf/-/blob/master/xfconfd/xfconf-backend-perchannel-xml.c>.

use std::collections::BTreeMap;

use super::{DoesNotFit, Line};
use crate::model::SettingValue;

/// Nobody but root: a name in `unlocked` locks all others, a star in `locked` alone locks nobody.
const LOCKED: &str = " locked=\"*\" unlocked=\"root\"";

#[derive(Default)]
struct Node<'a> {
    below: BTreeMap<&'a str, Node<'a>>,
    line: Option<&'a Line<'a>>,
}

/// The channel, groups nested in it.
pub(super) fn channel(name: &str, lines: &[Line<'_>]) -> Result<String, DoesNotFit> {
    let mut root = Node::default();
    for line in lines {
        let mut at = &mut root;
        for part in line.group.split('/').chain([line.key]).filter(|part| !part.is_empty()) {
            at = at.below.entry(part).or_default();
        }
        at.line = Some(line);
    }
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    xml += &format!("<channel name=\"{}\" version=\"1.0\">\n", fit(name, name)?);
    for (name, node) in &root.below {
        property(name, node, 1, &mut xml)?;
    }
    Ok(xml + "</channel>\n")
}

fn property(name: &str, node: &Node<'_>, depth: usize, xml: &mut String) -> Result<(), DoesNotFit> {
    let indent = "  ".repeat(depth);
    let (kind, value) = match node.line.map(|line| &line.value) {
        None => ("empty", None),
        Some(SettingValue::Bool(value)) => ("bool", Some(value.to_string())),
        Some(SettingValue::Int(value)) => ("int", Some(value.to_string())),
        Some(SettingValue::Text(text)) => ("string", Some(fit(text, name)?)),
        Some(SettingValue::List(_) | SettingValue::Map(_)) => return Err(DoesNotFit(name.to_owned())),
    };
    let value = value.map(|value| format!(" value=\"{value}\"")).unwrap_or_default();
    let lock = if node.line.is_some_and(|line| line.locked) { LOCKED } else { "" };
    let open = format!("{indent}<property name=\"{}\" type=\"{kind}\"{value}{lock}", fit(name, name)?);
    if node.below.is_empty() {
        *xml += &(open + "/>\n");
        return Ok(());
    }
    *xml += &(open + ">\n");
    for (name, node) in &node.below {
        property(name, node, depth + 1, xml)?;
    }
    *xml += &format!("{indent}</property>\n");
    Ok(())
}

fn fit(text: &str, key: &str) -> Result<String, DoesNotFit> {
    xml_text(text).ok_or_else(|| DoesNotFit(key.to_owned()))
}

/// A text as XML holds it in an attribute and between tags: <https://www.w3.org/TR/xml/#syntax>. Control characters other than tabs
/// and line breaks have no place in it.
pub(super) fn xml_text(text: &str) -> Option<String> {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\t' => escaped.push_str("&#x9;"),
            '\n' => escaped.push_str("&#xA;"),
            '\r' => escaped.push_str("&#xD;"),
            c if c.is_ascii_control() || ['\u{FFFE}', '\u{FFFF}'].contains(&c) => return None,
            c => escaped.push(c),
        }
    }
    Some(escaped)
}
