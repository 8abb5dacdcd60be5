//! Registry files of Windows, as its registry editor exports them: [`merging`] writes values, [`removing`] takes them away.

/// A value of the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `REG_SZ`.
    Text(String),
    /// `REG_DWORD`.
    Number(u32),
}

/// A value at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The key, from its root written in full: `HKEY_CURRENT_USER\Software\…`.
    pub key: String,
    /// Name of the value.
    pub name: String,
    /// The value.
    pub value: Value,
}

/// A file that writes these values.
pub fn merging(settings: &[Setting]) -> Vec<u8> {
    file(settings, |setting| assigned(&setting.value))
}

/// A file that takes these values away.
pub fn removing(settings: &[Setting]) -> Vec<u8> {
    file(settings, |_| "-".to_owned())
}

/// UTF-16LE with its mark and CRLF; an empty line ends a key.
fn file(settings: &[Setting], right: impl Fn(&Setting) -> String) -> Vec<u8> {
    let mut text = String::from("\u{feff}Windows Registry Editor Version 5.00\r\n");
    let mut key = "";
    for setting in settings {
        if key != setting.key {
            key = &setting.key;
            text.push_str(&format!("\r\n[{key}]\r\n"));
        }
        text.push_str(&format!("\"{}\"={}\r\n", escaped(&setting.name), right(setting)));
    }
    text.push_str("\r\n");
    utf16(&text)
}

fn assigned(value: &Value) -> String {
    match value {
        Value::Number(number) => format!("dword:{number:08x}"),
        Value::Text(text) if text.chars().any(char::is_control) => bytes(text),
        Value::Text(text) => format!("\"{}\"", escaped(text)),
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
    use super::*;

    fn read(bytes: &[u8]) -> String {
        let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        String::from_utf16(&units).unwrap()
    }

    fn setting(name: &str, value: Value) -> Setting {
        Setting { key: "HKEY_CURRENT_USER\\Software\\X".into(), name: name.into(), value }
    }

    #[test]
    fn quotes_and_backslashes_are_escaped() {
        let settings = [
            setting("Image", Value::Text("C:\\a\\\"é\" %x% $y `z` 🦀".into())),
            setting("a\\\"b", Value::Number(255)),
        ];
        let text = read(&merging(&settings));
        let expected = "\u{feff}Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\X]\r\n\
            \"Image\"=\"C:\\\\a\\\\\\\"é\\\" %x% $y `z` 🦀\"\r\n\"a\\\\\\\"b\"=dword:000000ff\r\n\r\n";
        assert_eq!(text, expected);
        assert!(read(&removing(&settings)).contains("\"Image\"=-\r\n"));
    }

    #[test]
    fn a_text_of_several_lines_cannot_end_its_line() {
        let text = read(&merging(&[setting("Image", Value::Text("a\r\n[-HKEY_LOCAL_MACHINE]".into()))]));
        assert!(text.contains("\"Image\"=hex(1):61,00,0d,00,0a,00,5b,00"));
        assert!(!text.contains("[-HKEY"));
        assert!(text.contains(",\\\r\n  "));
    }
}
