//! Property lists of Apple, in XML: [`document`]; [`uuid`] names a payload, the same in every build.

/// A value of a property list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `<string>`.
    Text(String),
    /// `<integer>`.
    Number(u32),
    /// `<array>`.
    List(Vec<Value>),
    /// `<dict>`, its keys in this order.
    Dictionary(Vec<(&'static str, Value)>),
}

/// A property list of one value.
pub fn document(value: &Value) -> Vec<u8> {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
        <plist version=\"1.0\">\n",
    );
    write(value, 0, &mut text);
    text.push_str("</plist>\n");
    text.into_bytes()
}

fn write(value: &Value, depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    match value {
        Value::Text(words) => text.push_str(&format!("{indent}<string>{}</string>\n", escaped(words))),
        Value::Number(number) => text.push_str(&format!("{indent}<integer>{number}</integer>\n")),
        Value::List(values) => {
            text.push_str(&format!("{indent}<array>\n"));
            values.iter().for_each(|value| write(value, depth + 1, text));
            text.push_str(&format!("{indent}</array>\n"));
        }
        Value::Dictionary(members) => {
            text.push_str(&format!("{indent}<dict>\n"));
            for (key, value) in members {
                text.push_str(&format!("{indent}  <key>{}</key>\n", escaped(key)));
                write(value, depth + 1, text);
            }
            text.push_str(&format!("{indent}</dict>\n"));
        }
    }
}

/// XML has no way to write most control characters: a space takes their place.
fn escaped(text: &str) -> String {
    let character = |character: char| match character {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '\r' => "&#13;".to_owned(),
        '\t' | '\n' => character.to_string(),
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => " ".to_owned(),
        _ => character.to_string(),
    };
    text.chars().map(character).collect()
}

/// A UUID made from a name: version 8 of RFC 9562, whose bits are those of a BLAKE3 hash.
pub fn uuid(name: &str) -> String {
    let hash = blake3::hash(name.as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.as_bytes()[..16]);
    bytes[6] = 0x80 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    let digits: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_control_characters_cannot_stand_in_a_text() {
        let value = Value::Dictionary(vec![("Text", Value::Text("</string>&\u{0}\u{b}\r\n\"é\" ع 🦀".into()))]);
        let text = String::from_utf8(document(&value)).unwrap();
        assert!(text.contains("<string>&lt;/string&gt;&amp;  &#13;\n\"é\" ع 🦀</string>"), "{text}");
    }

    #[test]
    fn a_uuid_is_that_of_its_name() {
        let first = uuid("port/com.apple.desktop");
        assert_eq!(first, uuid("port/com.apple.desktop"));
        assert_ne!(first, uuid("port/com.apple.loginwindow"));
        assert_eq!(first.len(), 36);
        assert_eq!(first.as_bytes()[14], b'8');
        assert!(b"89AB".contains(&first.as_bytes()[19]));
    }
}
