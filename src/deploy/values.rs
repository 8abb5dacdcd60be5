//! What the placeholders of the table of systems stand for: [`Values`]. They are replaced once, and what they bring is not read
//! again; the format escapes the result.

use std::fmt::Write as _;

use super::Source;
use crate::model::{Pack, PicturePaths, SettingValue};

/// The values of placeholders.
#[derive(Debug, Clone, Default)]
pub struct Values {
    values: Vec<(&'static str, String)>,
}

impl Values {
    /// Those of a venue on the machines of a pack.
    pub fn of(source: &Source<'_>, pack: Pack) -> Self {
        let paths = source.catalog.systems.packs.get(&pack).cloned().unwrap_or_default();
        Values::new(&paths, &source.venue.name, source.message)
    }

    /// `{desktop}`, `{lock}` and `{calendar}` with their `…_uri`, `{venue}`, `{message}`.
    pub fn new(paths: &PicturePaths, venue: &str, message: &str) -> Self {
        let values = vec![
            ("desktop", paths.desktop.clone()),
            ("desktop_uri", file_uri(&paths.desktop)),
            ("lock", paths.lock.clone()),
            ("lock_uri", file_uri(&paths.lock)),
            ("calendar", paths.calendar.clone()),
            ("calendar_uri", file_uri(&paths.calendar)),
            ("venue", venue.to_owned()),
            ("message", message.to_owned()),
        ];
        Values { values }
    }

    /// The same with one more.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// A value with its placeholders replaced.
    ///
    /// # Errors
    /// The name of a placeholder that is not one.
    pub fn fill(&self, value: &SettingValue) -> Result<SettingValue, String> {
        Ok(match value {
            SettingValue::Text(text) => SettingValue::Text(self.fill_text(text)?),
            SettingValue::List(list) => {
                SettingValue::List(list.iter().map(|of| self.fill(of)).collect::<Result<_, _>>()?)
            }
            SettingValue::Map(map) => {
                let filled = map.iter().map(|(key, of)| self.fill(of).map(|of| (key.clone(), of)));
                SettingValue::Map(filled.collect::<Result<_, _>>()?)
            }
            SettingValue::Bool(_) | SettingValue::Int(_) => value.clone(),
        })
    }

    fn fill_text(&self, text: &str) -> Result<String, String> {
        let (mut filled, mut rest) = (String::new(), text);
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else { return Err(after.to_owned()) };
            let found = self.values.iter().find(|(known, _)| *known == name);
            filled.push_str(before);
            filled.push_str(found.map(|(_, value)| value).ok_or_else(|| name.to_owned())?);
            rest = after;
        }
        Ok(filled + rest)
    }
}

/// `file:///…` of an absolute path, of Windows too: every byte but letters, digits and `-._~/:` is percent-encoded.
pub fn file_uri(path: &str) -> String {
    let mut uri = "file://".to_owned();
    let path = path.replace('\\', "/");
    if !path.starts_with('/') {
        uri.push('/');
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values() -> Values {
        let paths = PicturePaths { desktop: "/usr/x.png".into(), ..PicturePaths::default() };
        Values::new(&paths, "{lock} $HOME", "m")
    }

    #[test]
    fn what_a_placeholder_brings_is_not_read_again() {
        let fill = |text: &str| values().fill(&SettingValue::Text(text.into()));
        assert_eq!(fill("a {venue} b"), Ok(SettingValue::Text("a {lock} $HOME b".into())));
        assert_eq!(fill("{desktop_uri}"), Ok(SettingValue::Text("file:///usr/x.png".into())));
        assert_eq!(fill("{who}"), Err("who".into()));
    }

    #[test]
    fn addresses_of_files_hold_no_character_of_their_own() {
        assert_eq!(file_uri("/a b/é%#?.png"), "file:///a%20b/%C3%A9%25%23%3F.png");
        assert_eq!(file_uri(r"C:\ProgramData\x.png"), "file:///C:/ProgramData/x.png");
    }
}
