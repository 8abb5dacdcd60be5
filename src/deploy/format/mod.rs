//! Settings become the text of a file: [`write()`]. One writer for each format serves all systems; a writer knows what its format
//! must escape, and refuses what it cannot hold.

mod ini;
mod json;
mod plist;
mod reg;
mod xfconf;

pub(super) use plist::uuid;
pub(super) use reg::{Data, RegistryValue};

use super::{PackFile, Values};
use crate::diag::{Diagnostic, Message};
use crate::model::{SettingValue, SettingsFile, SettingsFormat};

/// A key with its value, placeholders replaced.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    pub(super) group: &'a str,
    pub(super) key: &'a str,
    pub(super) value: SettingValue,
    pub(super) locked: bool,
}

/// The format cannot hold the value of this key.
#[derive(Debug, PartialEq)]
pub(super) struct DoesNotFit(pub(super) String);

/// The files that these settings become, paths as the table writes them: one, and for dconf another with the locks.
///
/// # Errors
/// A placeholder that is not one, or a value that the format cannot hold, at the file in the table.
pub fn write(file: &SettingsFile, values: &Values) -> Result<Vec<PackFile>, Diagnostic> {
    let lines = filled(file, values)?;
    let text = match file.format {
        SettingsFormat::Dconf => ini::dconf(&lines),
        SettingsFormat::Keyfile => ini::keyfile(&lines),
        SettingsFormat::RawKeyfile => ini::raw_keyfile(&lines),
        SettingsFormat::Kconfig => ini::kconfig(&lines),
        SettingsFormat::Qsettings => ini::qsettings(&lines),
        SettingsFormat::Lines => ini::lines(&lines),
        SettingsFormat::Xfconf => xfconf::channel(channel_of(&file.path), &lines),
        SettingsFormat::Json => json::object(&lines),
        SettingsFormat::Plist => plist::document(&lines),
        SettingsFormat::Reg => return registry_files(file, &lines),
        SettingsFormat::Program => return program(file).map(|file| vec![file]),
    };
    let text = text.map_err(|odd| does_not_fit(file, odd))?;
    let mut files = vec![PackFile::new(&file.path, text)];
    let locked: Vec<&Line<'_>> = lines.iter().filter(|line| line.locked).collect();
    if file.format == SettingsFormat::Dconf && !locked.is_empty() {
        files.push(PackFile::new(lock_path(&file.path), ini::dconf_locks(&locked)));
    }
    Ok(files)
}

/// The settings of a file with their placeholders replaced.
fn filled<'a>(file: &'a SettingsFile, values: &Values) -> Result<Vec<Line<'a>>, Diagnostic> {
    let mut lines = Vec::new();
    for setting in &file.settings {
        let value = values.fill(&setting.value).map_err(|name| {
            let message = Message::new("placeholder-of-system-unknown").arg("name", format!("{{{name}}}"));
            Diagnostic::error(message).at(file.place.clone())
        })?;
        lines.push(Line { group: &setting.group, key: &setting.key, value, locked: setting.locked });
    }
    Ok(lines)
}

fn does_not_fit(file: &SettingsFile, DoesNotFit(key): DoesNotFit) -> Diagnostic {
    let message = Message::new("setting-does-not-fit").arg("path", &file.path).arg("key", key);
    let message = message.arg("format", format!("{:?}", file.format).to_lowercase());
    Diagnostic::error(message).at(file.place.clone()).hint(Message::new("hint-setting-does-not-fit"))
}

/// `pancarte.reg`, and `pancarte-undo.reg` that takes it back.
fn registry_files(file: &SettingsFile, lines: &[Line<'_>]) -> Result<Vec<PackFile>, Diagnostic> {
    let merging = reg::merging(lines).map_err(|odd| does_not_fit(file, odd))?;
    let stem = file.path.strip_suffix(".reg").unwrap_or(&file.path);
    Ok(vec![PackFile::new(&file.path, merging), PackFile::new(format!("{stem}-undo.reg"), reg::removing(lines))])
}

/// The values that a file of the registry writes.
///
/// # Errors
/// A placeholder that is not one, or a value that the registry cannot hold, at the file in the table.
pub(super) fn registry_values(file: &SettingsFile, values: &Values) -> Result<Vec<RegistryValue>, Diagnostic> {
    reg::values(&filled(file, values)?).map_err(|odd| does_not_fit(file, odd))
}

/// `…/db/x.d/locks/00-gnome` beside `…/db/x.d/00-gnome`.
pub fn lock_path(path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    format!("{folder}/locks/{name}")
}

fn channel_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.strip_suffix(".xml").unwrap_or(name)
}

/// One of pancarte's own scripts.
fn program(file: &SettingsFile) -> Result<PackFile, Diagnostic> {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let text = super::linux::program(name)
        .ok_or_else(|| Diagnostic::error(Message::new("program-unknown").arg("name", name)).at(file.place.clone()))?;
    Ok(PackFile::new(&file.path, text))
}

#[cfg(test)]
mod tests;
