//! Names that mean something to a format come back from it equal; what it cannot hold, it refuses. The programs that read these
//! files for real do the same in `tests/deploy/run.py`.

use resvg::usvg::roxmltree;

use super::*;
use crate::model::{PicturePaths, Setting};

/// Nasty names.
const NAMES: [&str; 22] = [
    "Médiathèque",
    "",
    " ",
    "  two before, two after  ",
    "a'b\"c",
    "''' \"\"\"",
    "line\nbreak\r\nand\ttab",
    "\n",
    "$(touch canari) `touch canari` ${HOME} $HOME",
    "%PATH% %s %% %n",
    "back\\slash \\n \\\\ \\",
    "]#;=,[group]",
    "# comment",
    "; comment",
    "<a href=\"x\">&amp;</a>&#10;]]>",
    "المكتبة العامة",
    "\u{202E}reversed\u{2066}",
    "😀 𐍈 e\u{301}",
    "éa0 é1 éf",
    "@Variant(x) @",
    "{venue} {lock} }{",
    "\u{1}\u{1b}[31m\u{7f}",
];

fn settings_file(path: &str, format: SettingsFormat, value: SettingValue) -> SettingsFile {
    let checked_on = crate::model::Date::parse("2026-11-25").unwrap();
    let setting =
        Setting { group: "a".into(), key: "name".into(), value, locked: false, source: String::new(), checked_on };
    SettingsFile {
        pack: crate::model::Pack::Linux,
        path: path.into(),
        format,
        when: crate::model::When::Always,
        needs: None,
        existing: crate::model::Existing::Replace,
        settings: vec![setting],
        place: crate::diag::Place::new("content/systems.yaml", &"".into(), 0..0),
    }
}

/// What a file says when a venue has this name, or nothing where its format cannot say it.
fn written(format: SettingsFormat, name: &str) -> Option<String> {
    let values = Values::new(&PicturePaths::default(), name, "");
    let file = settings_file("x/channel.xml", format, SettingValue::Text("{venue}".into()));
    let Ok(files) = write(&file, &values) else { return None };
    match &files[0].content {
        crate::deploy::Content::Bytes(bytes) => Some(String::from_utf8(bytes.clone()).unwrap()),
        crate::deploy::Content::SameAs(_) => None,
    }
}

/// The text after `name=`, of a file that has one section and one key.
fn after_key(text: &str) -> String {
    let lines: Vec<&str> = text.strip_suffix('\n').unwrap().split('\n').collect();
    assert_eq!((lines.len(), lines[0]), (2, "[a]"), "{text}");
    lines[1].strip_prefix("name=").unwrap().to_owned()
}

/// Reads escapes of one letter, and those of code points: `u` has four digits, `x` as many as come.
fn unescaped(text: &str) -> String {
    let mut units: Vec<u16> = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            units.extend(c.encode_utf16(&mut [0; 2]).iter());
            continue;
        }
        let letter = chars.next().unwrap();
        let mut digits = |most: usize| {
            let mut number = 0;
            for _ in 0..most {
                let Some(digit) = chars.peek().and_then(|c| c.to_digit(16)) else { break };
                number = number * 16 + digit;
                chars.next();
            }
            u16::try_from(number).unwrap()
        };
        let unit = match letter {
            'n' => 10,
            'r' => 13,
            't' => 9,
            's' => 32,
            'u' => digits(4),
            'x' => digits(usize::MAX),
            other => u16::try_from(u32::from(other)).unwrap(),
        };
        units.push(unit);
    }
    String::from_utf16(&units).unwrap()
}

#[test]
fn names_come_back_from_every_format() {
    for name in NAMES {
        let dconf = after_key(&written(SettingsFormat::Dconf, name).unwrap());
        let quoted = dconf.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')).unwrap();
        assert_eq!(unescaped(quoted), name, "dconf {dconf}");
        let keyfile = after_key(&written(SettingsFormat::Keyfile, name).unwrap());
        assert_eq!((keyfile.trim(), unescaped(&keyfile).as_str()), (keyfile.as_str(), name));
        let kconfig = after_key(&written(SettingsFormat::Kconfig, name).unwrap());
        assert_eq!((kconfig.trim(), unescaped(&kconfig).as_str()), (kconfig.as_str(), name));
        let qt = after_key(&written(SettingsFormat::Qsettings, name).unwrap());
        assert!(qt.is_ascii(), "{qt}");
        let quoted = qt.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap();
        let read = unescaped(quoted);
        assert_eq!(if name.starts_with('@') { &read[1..] } else { &read }, name, "Qt {qt}");
        let json: serde_json::Value = serde_json::from_str(&written(SettingsFormat::Json, name).unwrap()).unwrap();
        assert_eq!(json["a"]["name"], name);
    }
}

#[test]
fn xml_holds_all_but_control_characters() {
    for name in NAMES {
        let odd = name.contains(|c: char| c.is_ascii_control() && !"\n\r\t".contains(c));
        let Some(text) = written(SettingsFormat::Xfconf, name) else {
            assert!(odd, "{name:?}");
            continue;
        };
        assert!(!odd, "{name:?}");
        let document = roxmltree::Document::parse(&text).unwrap();
        let found = document.descendants().find(|node| node.attribute("name") == Some("name")).unwrap();
        assert_eq!(found.attribute("value"), Some(name));
        assert_eq!(document.root_element().attribute("name"), Some("channel"));
    }
}

#[test]
fn raw_values_are_refused_or_stand_as_they_are() {
    for name in NAMES {
        let fits = name.trim() == name && !name.contains(char::is_control);
        let raw = written(SettingsFormat::RawKeyfile, name);
        assert_eq!(raw.map(|text| after_key(&text)), fits.then(|| name.to_owned()));
        assert_eq!(written(SettingsFormat::Lines, name), fits.then(|| format!("{name}\n")));
    }
}

#[test]
fn keys_hold_nothing_that_means_something() {
    let values = Values::new(&PicturePaths::default(), "", "");
    for key in ["", "a=b", "a\nb", "[a]", "#a"] {
        let mut file = settings_file("x", SettingsFormat::Keyfile, SettingValue::Bool(true));
        file.settings[0].key = key.to_owned();
        assert!(write(&file, &values).is_err(), "{key:?}");
    }
    let map = SettingValue::Map([("x".to_owned(), SettingValue::Int(1))].into());
    assert!(write(&settings_file("x", SettingsFormat::Kconfig, map.clone()), &values).is_err());
    assert!(write(&settings_file("x", SettingsFormat::Json, map), &values).is_ok());
}

#[test]
fn locked_keys_stand_beside_a_keyfile_of_dconf() {
    let mut file = settings_file("etc/x.d/00-a", SettingsFormat::Dconf, SettingValue::Int(1));
    file.settings[0].locked = true;
    let files = write(&file, &Values::default()).unwrap();
    assert_eq!(files[1], PackFile::new("etc/x.d/locks/00-a", "/a/name\n"));
}
