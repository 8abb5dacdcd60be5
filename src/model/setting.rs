//! Settings of machines: which file of a system says what, in which format, and who says that it does. [`Systems`] is the table;
//! nothing in it is code.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, PrivateMode, System};
use crate::diag::Place;

/// A folder of what is deployed, and the way it is installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Pack {
    /// A tree of files and a shell script.
    Linux,
    /// A PowerShell script and registry files.
    Windows,
    /// A policy for the console of an administrator.
    Chromeos,
    /// A profile.
    Macos,
    /// Policies of browsers, for any system.
    Browsers,
}

impl Pack {
    /// Its folder.
    pub fn name(self) -> &'static str {
        match self {
            Pack::Linux => "linux",
            Pack::Windows => "windows",
            Pack::Chromeos => "chromeos",
            Pack::Macos => "macos",
            Pack::Browsers => "browsers",
        }
    }

    /// The format of its pictures, as the end of a file name: policies of Windows and ChromeOS name JPEG and no PNG.
    pub fn picture(self) -> &'static str {
        match self {
            Pack::Windows | Pack::Chromeos => "jpg",
            Pack::Linux | Pack::Macos | Pack::Browsers => "png",
        }
    }

    /// The pack of a system.
    pub fn of(system: System) -> Self {
        match system {
            System::Windows => Pack::Windows,
            System::Macos => Pack::Macos,
            System::Chromeos => Pack::Chromeos,
            System::Linux
            | System::Gnome
            | System::Kde
            | System::Xfce
            | System::Mate
            | System::Cinnamon
            | System::Lxqt => Pack::Linux,
        }
    }
}

/// How settings are written down. A format knows how its characters are escaped; nothing else does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SettingsFormat {
    /// A keyfile of dconf, its values in the text form of GVariant; locked keys stand in `locks/` beside it.
    Dconf,
    /// A key file of GLib, with its escapes.
    Keyfile,
    /// A key file whose values are read as they stand: they hold no line break and no space at an end.
    RawKeyfile,
    /// A configuration file of KDE; `/` in a group goes down a level.
    Kconfig,
    /// An INI file of Qt.
    Qsettings,
    /// A channel of xfconf, named by its file; `/` in a group goes down a level.
    Xfconf,
    /// A JSON object; `/` in a group goes down a level.
    Json,
    /// Registry values; the group is the key with its root in full.
    Reg,
    /// A property list; `/` in a group goes down a level.
    Plist,
    /// Values, a line each.
    Lines,
    /// One of pancarte's own scripts, named by its file.
    Program,
}

/// What a group of machines must have for a file to make sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum When {
    /// A picture of the desktop.
    Desktop,
    /// A picture of the screen before somebody signs in.
    Lock,
    /// Pictures that take turns.
    Rotation,
    /// Nothing.
    Always,
}

impl When {
    /// The name in lists of files.
    pub fn name(self) -> &'static str {
        match self {
            When::Desktop => "desktop",
            When::Lock => "lock",
            When::Rotation => "rotation",
            When::Always => "always",
        }
    }
}

/// What happens to a file that stands there already; it comes back when everything is undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Existing {
    /// It gives way.
    #[default]
    Replace,
    /// The settings are written into it, the others stay.
    Merge,
    /// It stays as it is, and somebody is told.
    Keep,
}

impl Existing {
    /// The name in lists of files.
    pub fn name(self) -> &'static str {
        match self {
            Existing::Replace => "replace",
            Existing::Merge => "merge",
            Existing::Keep => "keep",
        }
    }
}

/// A value; the strings in it hold placeholders of a closed set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum SettingValue {
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<SettingValue>),
    /// Values by name.
    Map(BTreeMap<String, SettingValue>),
}

/// One key and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// The section it stands in; empty where the file has none.
    pub group: String,
    /// Its name; empty for a line.
    pub key: String,
    /// What it is set to.
    pub value: SettingValue,
    /// Whether people who use the machine are kept from changing it, where the format can say so.
    pub locked: bool,
    /// The way to treat private windows that it is for, where it is for one.
    pub private_mode: Option<PrivateMode>,
    /// The page or the source of whoever made the system, where this key was read.
    pub source: String,
    /// The day it was read.
    pub checked_on: Date,
}

/// One file of a machine.
#[derive(Debug, Clone, PartialEq)]
pub struct SettingsFile {
    /// The folder of the pack it stands in.
    pub pack: Pack,
    /// Its path there: on the machine too, under the root, where the pack is a tree.
    pub path: String,
    /// How it is written.
    pub format: SettingsFormat,
    /// What a group of machines must have.
    pub when: When,
    /// A folder of the machine without which the file is not installed: that of a program that may be absent.
    pub needs: Option<String>,
    /// What happens to the file that stands there.
    pub existing: Existing,
    /// Its settings, in their order.
    pub settings: Vec<Setting>,
    /// Where it is written in the table.
    pub place: Place,
}

/// The fixed places of the pictures on the machines of a pack; settings always point there.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PicturePaths {
    /// The desktop.
    pub desktop: String,
    /// The screen before somebody signs in.
    pub lock: String,
    /// The calendar of a rotation, where the system reads one; may be empty.
    pub calendar: String,
}

/// A system or a program: what it is called, and its files.
#[derive(Debug, Clone, PartialEq)]
pub struct SettingsOf {
    /// Its name for people.
    pub name: String,
    /// Names of others that come with it.
    pub includes: Vec<String>,
    /// Its files.
    pub files: Vec<SettingsFile>,
}

/// The table of systems.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Systems {
    /// Where pictures stand, by pack.
    pub packs: BTreeMap<Pack, PicturePaths>,
    /// Systems as venues name them, and what comes with several of them.
    pub systems: BTreeMap<String, SettingsOf>,
    /// Browsers as venues name them.
    pub browsers: BTreeMap<String, SettingsOf>,
}

impl Systems {
    /// The files of a system in a pack, those of what it includes too, by path; a file that several include comes once.
    pub fn files_of(&self, system: System, pack: Pack) -> Vec<&SettingsFile> {
        let mut names = vec![system.name().to_owned()];
        let mut at = 0;
        while let Some(of) = names.get(at).map(|name| self.systems.get(name)) {
            let new: Vec<String> =
                of.into_iter().flat_map(|of| &of.includes).filter(|name| !names.contains(name)).cloned().collect();
            names.extend(new);
            at += 1;
        }
        let files = names.iter().filter_map(|name| self.systems.get(name)).flat_map(|of| &of.files);
        let by_path: BTreeMap<&str, &SettingsFile> =
            files.filter(|file| file.pack == pack).map(|file| (file.path.as_str(), file)).collect();
        by_path.into_values().collect()
    }

    /// The files that carry the advice of a venue out in a browser.
    pub fn files_of_browser(&self, browser: &str, pack: Pack) -> Vec<&SettingsFile> {
        let files = self.browsers.get(browser).into_iter().flat_map(|of| &of.files);
        files.filter(|file| file.pack == pack).collect()
    }
}
