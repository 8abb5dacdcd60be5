//! Property lists of Apple, in XML: [`document`]; [`uuid`] names a payload, the same in every build.

use super::xfconf::xml_text;
use super::{DoesNotFit, Line};
use crate::model::SettingValue;

/// A property list of one dictionary, its settings in their order.
pub(super) fn document(lines: &[Line<'_>]) -> Result<String, DoesNotFit> {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
        <plist version=\"1.0\">\n<dict>\n",
    );
    for line in lines {
        member(line.key, &line.value, 1, &mut text).ok_or_else(|| DoesNotFit(line.key.to_owned()))?;
    }
    Ok(text + "</dict>\n</plist>\n")
}

fn member(key: &str, value: &SettingValue, depth: usize, text: &mut String) -> Option<()> {
    text.push_str(&format!("{}<key>{}</key>\n", "  ".repeat(depth), xml_text(key)?));
    write(value, depth, text)
}

fn write(value: &SettingValue, depth: usize, text: &mut String) -> Option<()> {
    let indent = "  ".repeat(depth);
    match value {
        SettingValue::Bool(value) => text.push_str(&format!("{indent}<{value}/>\n")),
        SettingValue::Int(number) => text.push_str(&format!("{indent}<integer>{number}</integer>\n")),
        SettingValue::Text(words) => text.push_str(&format!("{indent}<string>{}</string>\n", xml_text(words)?)),
        SettingValue::List(values) => {
            text.push_str(&format!("{indent}<array>\n"));
            values.iter().try_for_each(|value| write(value, depth + 1, text))?;
            text.push_str(&format!("{indent}</array>\n"));
        }
        SettingValue::Map(members) => {
            text.push_str(&format!("{indent}<dict>\n"));
            members.iter().try_for_each(|(key, value)| member(key, value, depth + 1, text))?;
            text.push_str(&format!("{indent}</dict>\n"));
        }
    }
    Some(())
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
        let document = |text: &str| {
            document(&[Line { group: "", key: "<a>", value: SettingValue::Text(text.into()), locked: false }])
        };
        let text = document("</string>&\r\n\"é\" ع 🦀").unwrap();
        assert!(
            text.contains("<key>&lt;a&gt;</key>\n  <string>&lt;/string&gt;&amp;&#xD;&#xA;&quot;é&quot; ع 🦀</string>"),
            "{text}"
        );
        assert_eq!(document("a\u{b}"), Err(DoesNotFit("<a>".into())));
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
