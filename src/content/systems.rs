//! `systems.yaml`: which file of which system says where its pictures are. [`load`] reads it; a project without one has the shipped
//! file.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::yaml::{At, YamlText};
use crate::diag::{Diagnostic, Diagnostics, Message, Place};
use crate::files::Files;
use crate::model::{
    Date, Existing, Pack, PicturePaths, PrivateMode, Setting, SettingValue, SettingsFile, SettingsFormat, SettingsOf,
    Systems, When,
};

/// The file the table lives in.
pub const FILE: &str = "content/systems.yaml";

/// `systems.yaml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SystemsFile {
    /// Where pictures stand on a machine, by pack.
    packs: BTreeMap<Pack, PathsFile>,
    /// Systems as venues name them, and what comes with several of them.
    systems: BTreeMap<String, SettingsOfFile>,
    /// Browsers as venues name them.
    #[serde(default)]
    browsers: BTreeMap<String, SettingsOfFile>,
}

/// The places of pictures.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PathsFile {
    /// The picture of the desktop.
    desktop: String,
    /// The picture of the screen before somebody signs in.
    lock: String,
    /// The calendar of a rotation, where the system reads one.
    #[serde(default)]
    calendar: String,
}

/// A system or a program.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SettingsOfFile {
    /// Its name for people.
    name: String,
    /// Names of others that come with it.
    #[serde(default)]
    includes: Vec<At<String>>,
    /// Its files.
    #[serde(default)]
    files: Vec<SettingsFileFile>,
}

/// A file of a machine.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SettingsFileFile {
    /// The folder of the pack.
    pack: Pack,
    /// Its path in the pack.
    path: At<String>,
    /// How it is written.
    format: SettingsFormat,
    /// What a group of machines must have.
    #[serde(default)]
    when: Option<When>,
    /// A folder of the machine without which the file is not installed.
    #[serde(default)]
    needs: Option<At<String>>,
    /// What happens to a file that stands there.
    #[serde(default)]
    existing: Existing,
    /// Section of the settings that name none.
    #[serde(default)]
    group: String,
    /// Source of the settings that name none.
    #[serde(default)]
    source: Option<String>,
    /// The day it was read, as YYYY-MM-DD.
    #[serde(default)]
    checked_on: Option<At<String>>,
    /// Its settings.
    #[serde(default)]
    settings: Vec<SettingFile>,
}

/// A key and its value.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SettingFile {
    /// Its section.
    #[serde(default)]
    group: Option<String>,
    /// Its name.
    #[serde(default)]
    key: String,
    /// Its value.
    value: SettingValue,
    /// Whether it is kept from being changed.
    #[serde(default)]
    locked: bool,
    /// The way to treat private windows that it is for, where it is for one.
    #[serde(default)]
    private_mode: Option<PrivateMode>,
    /// The address of the page or the source of whoever made the system.
    #[serde(default)]
    source: Option<String>,
    /// The day it was read, as YYYY-MM-DD.
    #[serde(default)]
    checked_on: Option<At<String>>,
}

/// The table of systems.
pub fn load(files: &Files, diagnostics: &mut Diagnostics) -> Systems {
    let Some(file) = super::table(files, FILE, diagnostics) else { return Systems::default() };
    let yaml = YamlText::whole(&file);
    let Some(read) = yaml.parse::<SystemsFile>(diagnostics) else { return Systems::default() };
    let known: Vec<String> = read.systems.keys().cloned().collect();
    let mut reader = Reader { yaml: &yaml, known: &known, diagnostics };
    let all = |of: BTreeMap<String, SettingsOfFile>, reader: &mut Reader<'_>| {
        of.into_iter().map(|(id, of)| (id, reader.settings_of(of))).collect()
    };
    let systems = all(read.systems, &mut reader);
    let browsers = all(read.browsers, &mut reader);
    let paths = |of: PathsFile| PicturePaths { desktop: of.desktop, lock: of.lock, calendar: of.calendar };
    Systems { packs: read.packs.into_iter().map(|(pack, of)| (pack, paths(of))).collect(), systems, browsers }
}

struct Reader<'a> {
    yaml: &'a YamlText<'a>,
    known: &'a [String],
    diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    fn settings_of(&mut self, of: SettingsOfFile) -> SettingsOf {
        for name in of.includes.iter().filter(|name| !self.known.contains(&name.value)) {
            let message = Message::new("system-include-unknown").arg("name", &name.value);
            self.error(message, self.yaml.place(name), None);
        }
        let includes = of.includes.into_iter().map(|name| name.value).collect();
        let files = of.files.into_iter().filter_map(|file| self.file(file)).collect();
        SettingsOf { name: of.name, includes, files }
    }

    fn file(&mut self, file: SettingsFileFile) -> Option<SettingsFile> {
        let place = self.yaml.place(&file.path);
        for path in std::iter::once(&file.path).chain(&file.needs) {
            if !is_plain(path.value.trim_start_matches('/')) {
                let message = Message::new("system-path-bad").arg("text", &path.value);
                self.error(message, self.yaml.place(path), Some(Message::new("hint-system-path")));
                return None;
            }
        }
        let checked_on = file.checked_on.as_ref().and_then(|at| super::date(at, self.yaml, self.diagnostics));
        let of_file = (file.source.as_deref(), checked_on);
        let settings: Vec<Setting> =
            file.settings.into_iter().filter_map(|of| self.setting(of, &file.group, of_file, &place)).collect();
        Some(SettingsFile {
            pack: file.pack,
            path: file.path.value,
            format: file.format,
            when: file.when.unwrap_or(When::Desktop),
            needs: file.needs.map(|needs| needs.value),
            existing: file.existing,
            settings,
            place,
        })
    }

    fn setting(
        &mut self,
        of: SettingFile,
        group: &str,
        of_file: (Option<&str>, Option<Date>),
        place: &Place,
    ) -> Option<Setting> {
        let own = of.checked_on.as_ref().and_then(|at| super::date(at, self.yaml, self.diagnostics));
        let source = of.source.or_else(|| of_file.0.map(str::to_owned));
        let (Some(source), Some(checked_on)) = (source, own.or(of_file.1)) else {
            let hint = Message::new("hint-system-source");
            self.error(Message::new("system-source-missing"), place.clone(), Some(hint));
            return None;
        };
        let group = of.group.unwrap_or_else(|| group.to_owned());
        let (key, value, locked, private_mode) = (of.key, of.value, of.locked, of.private_mode);
        Some(Setting { group, key, value, locked, private_mode, source, checked_on })
    }

    fn error(&mut self, message: Message, place: Place, hint: Option<Message>) {
        self.diagnostics.push(Diagnostic::error(message).at(place).hint(hint));
    }
}

/// Whether a path can be written into a list of files and read by a shell script: no space, no quote, nothing above.
fn is_plain(path: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    path.split('/').all(|part| !part.is_empty() && part != "." && part != ".." && part.chars().all(plain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::System;

    #[test]
    fn paths_are_plain() {
        assert!(is_plain("etc/dconf/db/pancarte.d/00-gnome"));
        for path in ["", "a//b", "../a", "a/./b", "a b", "a'b", "a$b", "é", "a\nb", "-/../x"] {
            assert!(!is_plain(path), "{path:?}");
        }
    }

    #[test]
    fn the_shipped_table_knows_every_system() {
        let mut diagnostics = Diagnostics::new();
        let systems = load(&Files::shipped().extending_shipped(), &mut diagnostics);
        assert_eq!(diagnostics, []);
        for system in System::ALL {
            assert!(systems.systems.contains_key(system.name()), "{system:?}");
        }
        let settings = systems.systems.values().chain(systems.browsers.values()).flat_map(|of| &of.files);
        for setting in settings.flat_map(|file| &file.settings) {
            assert!(setting.source.starts_with("https://") || setting.source.starts_with("pancarte"), "{setting:?}");
        }
    }
}
