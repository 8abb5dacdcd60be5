//! What is deployed to Windows, ChromeOS, macOS and browsers. What other programs read in it is tested by
//! `tests/deploy/windows.py`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use pancarte::content::systems;
use pancarte::diag::Diagnostics;
use pancarte::files::Files;
use pancarte::model::{Pack, PrivateMode, Systems};
use serde_json::Value;

use crate::support::{build_well, everything, put, tests, text, tree};

const POSTS: &str = "  accueil: {system: windows, screen: 800x600, media: [lock-screen]}\n  \
    chrome: {system: chromeos, screen: 800x600, media: [lock-screen]}\n  \
    mac: {system: macos, screen: 800x600, tips: [effacer-traces]}\n  \
    salle: {system: xfce, screen: 800x600, media: [lock-screen]}\n";

/// `deploy/` of a venue of this name and these lines, by path.
fn deployed(name: &str, lines: &str) -> BTreeMap<String, Vec<u8>> {
    deployed_in(&text(&tests("projects/deploy/content/kit.yaml")), name, lines)
}

fn deployed_in(kit: &str, name: &str, lines: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let kit = kit.replace("languages: [fr, ar]", "languages: [fr]");
    put(folder.path(), "content/kit.yaml", kit);
    let venue = format!(
        "name: {name}\norders: [{{medium: poster-tip, size: a4, tips: [effacer-traces], formats: [svg]}}]\nposts:\n{POSTS}{lines}"
    );
    put(folder.path(), "content/venues/lieu.yaml", venue);
    let output = folder.path().join("output");
    build_well(folder.path(), &output, &everything());
    let all = tree(&output).into_iter();
    all.filter_map(|(path, bytes)| path.strip_prefix("lieu/deploy/").map(|path| (path.to_owned(), bytes))).collect()
}

fn table() -> Systems {
    let mut diagnostics = Diagnostics::new();
    let table = systems::load(&Files::shipped().extending_shipped(), &mut diagnostics);
    assert_eq!(diagnostics, []);
    table
}

/// The keys that the table has for a file of a browser, where private windows are treated so.
fn keys(table: &Systems, browser: &str, path: &str, mode: PrivateMode) -> BTreeSet<String> {
    let files = table.files_of_browser(browser, Pack::Browsers);
    let file = files.into_iter().find(|file| file.path == path).unwrap();
    let settings = file.settings.iter().filter(|setting| setting.private_mode.is_none_or(|of| of == mode));
    settings.map(|setting| setting.key.clone()).collect()
}

fn members(value: &Value) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

#[test]
fn policies_have_the_keys_of_the_table_and_follow_private_windows() {
    let table = table();
    let modes =
        [("available", PrivateMode::Available), ("forced", PrivateMode::Forced), ("disabled", PrivateMode::Disabled)];
    for (name, mode) in modes {
        let lines = format!("browsers: [firefox, chrome, safari]\nequipment: {{private_mode: {name}}}\n");
        let files = deployed("Lieu", &lines);
        let json = |path: &str| serde_json::from_slice::<Value>(&files[path]).unwrap();
        let (firefox, chrome) = (json("browsers/firefox/policies.json"), json("browsers/chrome/pancarte.json"));
        assert_eq!(members(&firefox["policies"]), keys(&table, "firefox", "firefox/policies.json", mode), "{name}");
        assert_eq!(members(&chrome), keys(&table, "chrome", "chrome/pancarte.json", mode), "{name}");
        let wanted = match mode {
            PrivateMode::Available => Value::Null,
            PrivateMode::Forced => Value::from(2),
            PrivateMode::Disabled => Value::from(1),
        };
        assert_eq!(chrome["IncognitoModeAvailability"], wanted, "{name}");
        assert_eq!(firefox["policies"]["PrivateBrowsingModeAvailability"], wanted, "{name}");
        let others = files.keys().filter(|path| path.starts_with("browsers/"));
        assert!(!others.clone().any(|path| path.contains("edge") || path.contains("safari")), "{others:?}");
    }
}

#[test]
fn no_word_of_a_venue_is_in_a_script() {
    let (one, two) = (deployed("Lieu", ""), deployed("'$(id) \"x\" ‘y’'", ""));
    for path in
        ["windows/install.ps1", "windows/undo.ps1", "windows/rotate.ps1", "windows/common.ps1", "macos/install.sh"]
    {
        assert_eq!(one[path], two[path], "{path}");
    }
    assert_ne!(one["windows/pancarte.json"], two["windows/pancarte.json"]);
}

#[test]
fn each_system_has_pictures_in_the_format_it_takes() {
    let files = deployed("Lieu", "");
    let has = |path: &str| files.contains_key(path);
    for path in ["accueil/fr/lock.jpg", "chrome/fr/lock.jpg", "mac/fr/desktop.png", "salle/fr/lock.png"] {
        assert!(has(&format!("pictures/{path}")), "{path}: {:?}", files.keys());
    }
    let other = |path: &&String| path.starts_with("pictures/") && path.ends_with(".png") && path.contains("accueil");
    assert_eq!(files.keys().find(other), None);
    // without a picture of the desktop, nothing is said of one
    assert!(has("windows/pancarte-lock-screen.reg") && !has("windows/pancarte.reg"));
}

#[test]
fn chromebooks_have_a_policy_where_the_site_has_an_address() {
    let policy =
        |files: &BTreeMap<String, Vec<u8>>| files.keys().find(|path| Path::new(path).ends_with("policy.json")).cloned();
    let files = deployed("Lieu", "");
    assert_eq!(policy(&files).as_deref(), Some("chromeos/chrome/fr/policy.json"));
    let value: Value = serde_json::from_slice(&files["chromeos/chrome/fr/policy.json"]).unwrap();
    let url = "https://exemple.fr/postes/lieu/fr/lock-screen-800x600-dark-chrome.jpg";
    assert_eq!(value["DeviceWallpaperImage"]["url"], url);
    let kit = text(&tests("projects/deploy/content/kit.yaml"));
    let without = deployed_in(&kit.replace("site_url:", "# site_url:"), "Lieu", "");
    assert_eq!(policy(&without), None);
    assert!(without.contains_key("chromeos/notes.txt"));
}
