//! Registry files of Windows, as its registry editor exports them: [`merging`] writes settings, [`removing`] takes them away. The
//! group of a setting is the key, with its root in full.

use super::{DoesNotFit, Line};
use crate::model::SettingValue;

/// A value of the registry at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegistryValue {
    /// The key, from its root written in full: `HKEY_CURRENT_USER\Software\…`.
    pub key: String,
    /// Name of the value.
    pub name: String,
    /// The value.
    pub data: Data,
}

/// What a value holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Data {
    /// `REG_SZ`.
    Text(String),
    /// `REG_DWORD`.
    Number(u32),
}

/// The values that settings are in the registry. A list of texts is a key of its own, with values named 1, 2, 3; what has members
/// is JSON in a text: so Chromium and Edge read them.
pub(super) fn values(lines: &[Line<'_>]) -> Result<Vec<RegistryValue>, DoesNotFit> {
    let mut values = Vec::new();
    for line in lines {
        if let Some(texts) = texts(&line.value) {
            let key = format!("{}\\{}", line.group, line.key);
            let numbered = (1..).zip(texts).map(|(at, text): (usize, &String)| (at.to_string(), text.clone()));
            let value = |(name, text)| RegistryValue { key: key.clone(), name, data: Data::Text(text) };
            values.extend(numbered.map(value));
            continue;
        }
        let data = match &line.value {
            SettingValue::Bool(value) => Some(Data::Number((*value).into())),
            SettingValue::Int(value) => u32::try_from(*value).ok().map(Data::Number),
            SettingValue::Text(text) => Some(Data::Text(text.clone())),
            value => serde_json::to_string(value).ok().map(Data::Text),
        };
        let data = data.ok_or_else(|| DoesNotFit(line.key.to_owned()))?;
        values.push(RegistryValue { key: line.group.to_owned(), name: line.key.to_owned(), data });
    }
    Ok(values)
}

/// The members of a list of texts.
fn texts(value: &SettingValue) -> Option<Vec<&String>> {
    let SettingValue::List(values) = value else { return None };
    values.iter().map(|value| if let SettingValue::Text(text) = value { Some(text) } else { None }).collect()
}

/// A file that writes settings.
pub(super) fn merging(lines: &[Line<'_>]) -> Result<Vec<u8>, DoesNotFit> {
    let mut file = File::new();
    for value in &values(lines)? {
        file.value(&value.key, &value.name, &data(&value.data));
    }
    Ok(file.bytes())
}

/// A file that takes settings away; a list goes with its key.
pub(super) fn removing(lines: &[Line<'_>]) -> Vec<u8> {
    let mut file = File::new();
    for line in lines {
        match texts(&line.value) {
            Some(_) => file.remove_key(&format!("{}\\{}", line.group, line.key)),
            None => file.value(line.group, line.key, "-"),
        }
    }
    file.bytes()
}

/// UTF-16LE with its mark and CRLF; an empty line ends a key.
struct File {
    text: String,
    key: String,
}

impl File {
    fn new() -> Self {
        File { text: "\u{feff}Windows Registry Editor Version 5.00\r\n".to_owned(), key: String::new() }
    }

    fn value(&mut self, key: &str, name: &str, right: &str) {
        if self.key != key {
            key.clone_into(&mut self.key);
            self.text.push_str(&format!("\r\n[{key}]\r\n"));
        }
        self.text.push_str(&format!("\"{}\"={right}\r\n", escaped(name)));
    }

    fn remove_key(&mut self, key: &str) {
        self.key.clear();
        self.text.push_str(&format!("\r\n[-{key}]\r\n"));
    }

    fn bytes(self) -> Vec<u8> {
        utf16(&(self.text + "\r\n"))
    }
}

fn data(data: &Data) -> String {
    match data {
        Data::Number(number) => format!("dword:{number:08x}"),
        Data::Text(text) if text.chars().any(char::is_control) => bytes(text),
        Data::Text(text) => format!("\"{}\"", escaped(text)),
    }
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// A text that a line cannot hold, with its final zero, as bytes in lines of 24.
fn bytes(text: &str) -> String {
    let bytes: Vec<String> = utf16(&format!("{text}\0")).iter().map(|byte| format!("{byte:02x}")).collect();
    let lines: Vec<String> = bytes.chunks(24).map(|line| line.join(",")).collect();
    format!("hex(1):{}", lines.join(",\\\r\n  "))
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn read(bytes: &[u8]) -> String {
        let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        String::from_utf16(&units).unwrap()
    }

    fn line(key: &str, value: SettingValue) -> Line<'_> {
        Line { group: "HKEY_CURRENT_USER\\Software\\X", key, value, locked: false }
    }

    fn text(value: &str) -> SettingValue {
        SettingValue::Text(value.into())
    }

    #[test]
    fn quotes_and_backslashes_are_escaped() {
        let settings = [line("Image", text("C:\\a\\\"é\" %x% $y `z` 🦀")), line("a\\\"b", SettingValue::Int(255))];
        let expected = "\u{feff}Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\X]\r\n\
            \"Image\"=\"C:\\\\a\\\\\\\"é\\\" %x% $y `z` 🦀\"\r\n\"a\\\\\\\"b\"=dword:000000ff\r\n\r\n";
        assert_eq!(read(&merging(&settings).unwrap()), expected);
        assert!(read(&removing(&settings)).contains("\"Image\"=-\r\n\"a\\\\\\\"b\"=-\r\n"));
    }

    #[test]
    fn a_text_of_several_lines_cannot_end_its_line() {
        let file = read(&merging(&[line("Image", text("a\r\n[-HKEY_LOCAL_MACHINE]"))]).unwrap());
        assert!(file.contains("\"Image\"=hex(1):61,00,0d,00,0a,00,5b,00"));
        assert!(!file.contains("[-HKEY"));
        assert!(file.contains(",\\\r\n  "));
    }

    #[test]
    fn lists_are_keys_and_members_are_json() {
        let list = SettingValue::List(vec![text("cookies"), text("cache")]);
        let map = SettingValue::Map(BTreeMap::from([("a".to_owned(), SettingValue::Bool(true))]));
        let settings = [line("List", list), line("Map", SettingValue::List(vec![map]))];
        let file = read(&merging(&settings).unwrap());
        assert!(file.contains("[HKEY_CURRENT_USER\\Software\\X\\List]\r\n\"1\"=\"cookies\"\r\n\"2\"=\"cache\"\r\n"));
        assert!(file.contains("[HKEY_CURRENT_USER\\Software\\X]\r\n\"Map\"=\"[{\\\"a\\\":true}]\"\r\n"));
        let undo = read(&removing(&settings));
        assert!(
            undo.contains(
                "[-HKEY_CURRENT_USER\\Software\\X\\List]\r\n\r\n[HKEY_CURRENT_USER\\Software\\X]\r\n\"Map\"=-"
            )
        );
        assert!(merging(&[line("Big", SettingValue::Int(1 << 40))]).is_err());
    }
}
