//! The form of a venue: what it changes, what it leaves byte for byte, and what it refuses.

use std::fs;
use std::path::Path;

use pancarte::cli::{Messages, UiLang};
use pancarte::content::profile::Written;
use pancarte::diag::Message;
use pancarte::files::Files;
use pancarte::form::edit::{applied, changes, comments};
use pancarte::form::values::{Pairs, pairs_of, pruned};
use pancarte::form::{Around, Outcome, SheetPicture, fields, page, submit};
use serde_json::{Value, json};

use crate::support::{put, root, text};

const STARTER: &str = "content/starter/mon-lieu.yaml";
const PATH: &str = "content/venues/lieu.yaml";
const KIT: &str = "extends: pancarte
defaults:
  languages: [fr, en]
  colour: '#1F2AD1'
  keyboard: fr-azerty
  browsers: [firefox]
";

/// The five shipped venues and the one of a new project.
fn venue_texts() -> Vec<String> {
    let mut paths: Vec<_> =
        fs::read_dir(root().join("content/venues")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert_eq!(paths.len(), 5);
    paths.iter().map(|path| text(path)).chain([text(&root().join(STARTER))]).collect()
}

fn says(file: &str) -> Value {
    let files = Files::memory([(PATH.to_owned(), file.as_bytes().to_vec())].into());
    let read = Written::read(&files.text(PATH).unwrap());
    pruned(serde_json::to_value(read.unwrap_or_else(|| panic!("cannot be read:\n{file}")).profile).unwrap())
}

fn edited(file: &str, new: &Value) -> String {
    let text = file.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let changes = changes(&text, &says(file), new).unwrap_or_else(|| panic!("not changed: {new}"));
    applied(file, &changes).unwrap()
}

/// Lines of a text that are not in another one.
fn lost(before: &str, after: &str) -> Vec<String> {
    let after: Vec<&str> = after.split('\n').collect();
    before.split('\n').filter(|line| !after.contains(line)).map(str::to_owned).collect()
}

/// Profiles that differ from this one in one field; the field, and how many lines of the file can change for that.
fn other_profiles(old: &Value) -> Vec<(String, Value)> {
    let values = json!({
        "name": "Été : l'« annexe » # 2", "kind": "epn", "organisation": "valmont", "colour": "#123456",
        "address": {"street": "12", "postcode": "no", "town": "a, b: {c} 😀"},
        "hours": {"fr": "Toujours", "en": "Always", "ar": "دائما"},
        "contacts": [{"kind": "desk", "value": "- Accueil"}],
        "logo": {"file": "content/logos/valmont.svg", "alt": "\"Logo\""},
        "languages": ["ar", "fr"], "browsers": ["safari"], "system": "kde", "keyboard": "ar",
        "interface_language": "en", "screens": ["1024x768"],
        "equipment": {"printer": false, "scanner": true, "private_mode": "disabled"},
        "orders": [{"medium": "poster-checklist", "size": "600x800 mm", "languages": ["fr+ar"], "press": true}],
        "site_url": "https://exemple.fr/é", "scan_distance": "2 m", "date": "2026-11-24", "theme": "default",
    });
    let mut others = Vec::new();
    for (key, value) in values.as_object().unwrap() {
        let mut new = old.clone();
        new[key] = value.clone();
        others.push((key.clone(), sorted(new)));
        if let Some(parts) = value.as_object() {
            for (part, value) in parts {
                let mut new = old.clone();
                if !new[key].is_object() {
                    continue;
                }
                new[key][part] = value.clone();
                others.push((format!("{key}.{part}"), sorted(new)));
            }
        }
        if old.get(key).is_some() && key != "name" {
            let mut new = old.clone();
            new.as_object_mut().unwrap().shift_remove(key);
            others.push((format!("{key} gone"), new));
        }
        for part in old[key].as_object().into_iter().flatten().map(|(part, _)| part) {
            let mut new = old.clone();
            new[key].as_object_mut().unwrap().shift_remove(part);
            others.push((format!("{key}.{part} gone"), pruned(new)));
        }
        if let Some(list) = old[key].as_array() {
            let with = |change: &dyn Fn(&mut Vec<Value>)| {
                let (mut new, mut list) = (old.clone(), list.clone());
                change(&mut list);
                new[key] = list.into();
                pruned(new)
            };
            others.push((format!("{key} first gone"), with(&|list| drop(list.remove(0)))));
            others.push((format!("{key} last gone"), with(&|list| drop(list.pop()))));
            others.push((format!("{key} one more"), with(&|list| list.push(value[0].clone()))));
            others.push((format!("{key} one before"), with(&|list| list.insert(0, value[0].clone()))));
        }
    }
    others
}

/// Keys in the order of the schema, as a filled form has them.
fn sorted(profile: Value) -> Value {
    let order: Vec<String> = fields::of_venue().into_iter().map(|field| field.key).collect();
    let mut entries: Vec<(String, Value)> = profile.as_object().unwrap().clone().into_iter().collect();
    entries.sort_by_key(|(key, _)| order.iter().position(|known| known == key));
    Value::Object(entries.into_iter().collect())
}

#[test]
fn one_changed_field_changes_only_its_lines() {
    let mut cases = 0;
    for file in venue_texts() {
        let old = says(&file);
        for (what, new) in other_profiles(&old) {
            let after = edited(&file, &new);
            assert_eq!(says(&after), new, "{what}:\n{after}");
            assert_eq!(comments(&after), comments(&file), "{what}:\n{after}");
            let key = what.split(['.', ' ']).next().unwrap();
            let in_key = |line: &String| lines_of(&file, key).contains(line);
            let lost = lost(&file, &after);
            assert!(lost.iter().all(in_key), "{what} lost {lost:?}:\n{after}");
            cases += 1;
        }
    }
    assert!(cases > 300, "only {cases} cases");
}

/// The lines of a file that a key of the first level covers.
fn lines_of(file: &str, key: &str) -> Vec<String> {
    let from_key = file.split('\n').skip_while(|line| !line.starts_with(&format!("{key}:")));
    let inside = |(at, line): &(usize, &str)| *at == 0 || line.starts_with([' ', '#']) || line.is_empty();
    from_key.enumerate().take_while(inside).map(|(_, line)| line.to_owned()).collect()
}

/// Whatever the words, they are words when they are read again, in every style a file can have.
#[test]
fn words_stay_words() {
    let files = [
        "name: x # c\naddress: {town: x, street: 'x'}\ncontacts:\n  - {kind: desk, value: x} # d\n",
        "name: 'x'\naddress:\n  town: \"x\" # c\n  street: x\ncontacts:\n- kind: desk\n  value: x # d\n",
        "name: >\n  x\naddress:\n  town: |-\n    x\n  street: x\n  # c\ncontacts: [{kind: desk, value: x}] # d\n",
    ];
    let words = [
        "no",
        "~",
        "null",
        "12",
        "1e3",
        "0x1F",
        "1_000",
        "2026-11-24",
        "12:30:45",
        "# x",
        "a # b",
        "a: b",
        "a:",
        "- a",
        "[a]",
        "{a: b}",
        "a, b",
        "]",
        "}",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a`",
        "'",
        "\"",
        "\\",
        "\\n",
        "l'été",
        "« Oui »\u{a0}!",
        "المكتبة، 12",
        "😀",
        "a\u{2028}b",
        "\u{feff}a",
        "é: \"x\" # '",
        "<<",
        "=",
        "---",
        "...",
        "? a",
        "a\u{a0}",
    ];
    for file in files {
        for word in words {
            for path in ["/name", "/address/town", "/address/street", "/contacts/0/value"] {
                let mut new = says(file);
                *new.pointer_mut(path).unwrap() = word.into();
                let after = edited(file, &new);
                assert_eq!(says(&after), new, "{word}:\n{after}");
                assert_eq!(comments(&after), comments(file), "{word}:\n{after}");
            }
        }
    }
}

#[test]
fn windows_line_ends_and_byte_order_marks_stay() {
    for file in venue_texts() {
        let windows = format!("\u{feff}{}", file.replace('\n', "\r\n"));
        let old = says(&file);
        for (what, new) in other_profiles(&old) {
            let expected = format!("\u{feff}{}", edited(&file, &new).replace('\n', "\r\n"));
            assert_eq!(edited(&windows, &new), expected, "{what}");
        }
    }
}

#[test]
fn odd_layouts_are_changed_or_left_alone() {
    let old_and_new = [
        ("colour: '#1F2AD1'\nname: x", "name", json!("z"), "colour: '#1F2AD1'\nname: z"),
        ("name: >-\n  a\n  b\n\n# end\nkind: epn\n", "name", json!("c"), "name: c\n\n# end\nkind: epn\n"),
        ("{name: x, kind: epn}\n", "name", json!("a, b"), "{name: \"a, b\", kind: epn}\n"),
        (
            "name: x # c\nhours: y # d\n",
            "hours",
            json!({"fr": "1", "en": "z"}),
            "name: x # c\nhours:\n  fr: \"1\"\n  en: z # d\n",
        ),
        ("name: x\naddress:\n  # a\n  town: y # b\n", "address", Value::Null, "name: x\n  # a\n# b\n"),
        ("name: x\nsystem:\nkind: epn\n", "system", json!("kde"), "name: x\nsystem: kde\nkind: epn\n"),
        ("name: x", "kind", json!("epn"), "name: x\nkind: epn"),
        ("---\nname: x\n...\n", "kind", json!("epn"), "---\nname: x\nkind: epn\n...\n"),
        ("name: x\nlanguages:\n- fr # 1\n- en # 2\n", "languages", json!(["en"]), "name: x\nlanguages:\n- en # 2\n"),
        ("name: x\n\"kind\": 'epn'\n", "kind", json!("l'un"), "name: x\n\"kind\": 'l''un'\n"),
    ];
    for (file, key, value, expected) in old_and_new {
        let mut new = says(file);
        new[key] = value;
        let after = edited(file, &pruned(new.clone()));
        assert_eq!(says(&after), pruned(new), "{file}");
        if !file.contains("# a") && !file.contains("# 1") {
            assert_eq!(after, expected);
        }
        assert_eq!(comments(&after), comments(file), "{after}");
    }
    for special in ["name: &a x\nkind: *a\n", "name: !!str x\n", "name: x\n---\nname: y\n", "- x\n"] {
        assert_eq!(changes(special, &json!({"name": "x"}), &json!({"name": "z"})), None, "{special}");
    }
}

fn say(message: &Message) -> String {
    Messages::new(UiLang::French).text(message)
}

fn around<'a>(project: &'a Path, sheets: &'a [SheetPicture]) -> Around<'a> {
    Around {
        root: project,
        say: &say,
        lang: "fr",
        token: "secret",
        action: "/form/lieu",
        home: "/",
        sheets,
        style: "form.css",
        colours: "form-colours.css",
        script: None,
    }
}

fn project(venue: &str) -> tempfile::TempDir {
    let project = tempfile::tempdir().unwrap();
    put(project.path(), "content/kit.yaml", KIT);
    put(project.path(), PATH, venue);
    project
}

/// The pairs that a browser sends for the form as it is shown.
fn filled(project: &Path) -> Vec<(String, String)> {
    let file = text(&project.join(PATH));
    let mut pairs = pairs_of(&fields::of_venue(), &says(&file)).0;
    pairs.push(("seen".to_owned(), blake3::hash(file.as_bytes()).to_hex().to_string()));
    pairs.push(("act".to_owned(), "save".to_owned()));
    pairs
}

fn with(pairs: Vec<(String, String)>, changed: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut pairs = Pairs(pairs);
    changed.iter().for_each(|(name, value)| pairs.set(name, value));
    pairs.0
}

fn again(outcome: Outcome) -> String {
    match outcome {
        Outcome::Again(page) => page,
        Outcome::Saved { .. } => panic!("saved"),
    }
}

#[test]
fn a_form_sent_as_it_was_shown_changes_nothing() {
    for venue in venue_texts() {
        let venue = venue.lines().filter(|line| !line.starts_with("organisation")).collect::<Vec<_>>().join("\n");
        let project = project(&venue);
        let outcome = submit(&around(project.path(), &[]), "lieu", filled(project.path())).unwrap();
        assert!(matches!(outcome, Outcome::Saved { changed: false, .. }), "{outcome:?}");
        assert_eq!(text(&project.path().join(PATH)), venue);
    }
}

#[test]
fn answers_are_saved() {
    let project = project(
        "# mine\nname: Port # the port\nhours: Toujours\ncontacts:\n  - {kind: phone, value: 02 00 00 00 34}\n",
    );
    let answers = [
        ("name", "no: # x"),
        ("colour", "#c8102e"),
        ("languages", "ar"),
        ("screens", "1024x768, 1920x1080"),
        ("hours.en", "Always"),
        ("equipment.usb", "false"),
        ("contacts.1.was", ""),
        ("contacts.1.kind", "web"),
        ("contacts.1.value", "exemple.fr"),
        ("contacts.1.label.fr", "Site"),
        ("contacts.2.was", ""),
        ("contacts.2.kind", ""),
        ("orders.0.medium", "poster-checklist"),
        ("orders.0.press", "true"),
        ("orders.0.formats", "pdf"),
    ];
    let outcome = submit(&around(project.path(), &[]), "lieu", with(filled(project.path()), &answers)).unwrap();
    assert!(matches!(&outcome, Outcome::Saved { changed: true, path } if path == PATH), "{outcome:?}");
    let expected = "# mine
name: \"no: # x\" # the port
hours:
  fr: Toujours
  en: Always
contacts:
  - {kind: phone, value: 02 00 00 00 34}
  - {kind: web, value: exemple.fr, label: Site}
colour: \"#c8102e\"
languages: [ar]
screens: [1024x768, 1920x1080]
equipment:
  usb: false
orders:
  - {medium: poster-checklist, formats: [pdf], press: true}
";
    assert_eq!(text(&project.path().join(PATH)), expected);
    let emptied = [("colour", ""), ("equipment.usb", ""), ("orders.0.formats", "")];
    submit(&around(project.path(), &[]), "lieu", with(filled(project.path()), &emptied)).unwrap();
    let now = text(&project.path().join(PATH));
    assert!(!now.contains("colour") && !now.contains("equipment") && !now.contains("formats"), "{now}");
}

#[test]
fn the_colour_that_was_changed_wins() {
    let project = project("name: Port\ncolour: '#1F2AD1'\n");
    let picker = [("colour_shown", "#1f2ad1"), ("colour_picker", "#00aa00")];
    submit(&around(project.path(), &[]), "lieu", with(filled(project.path()), &picker)).unwrap();
    assert_eq!(text(&project.path().join(PATH)), "name: Port\ncolour: '#00aa00'\n");
    let both = [("colour_shown", "#00aa00"), ("colour_picker", "#0000aa"), ("colour", "#aa0000")];
    submit(&around(project.path(), &[]), "lieu", with(filled(project.path()), &both)).unwrap();
    assert_eq!(text(&project.path().join(PATH)), "name: Port\ncolour: '#aa0000'\n");
}

#[test]
fn wrong_answers_are_refused_beside_their_field() {
    let file = "name: Port\nlogo: {file: content/logo.svg, alt: x}\n";
    let project = project(file);
    put(
        project.path(),
        "content/logo.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path d='M0 0h1v1z'/></svg>",
    );
    let wrong = [
        ("name", "", "f-name"),
        ("name", "a\nb", "f-name"),
        ("colour", "red", "f-colour"),
        ("colour", "#abc", "f-colour"),
        ("logo.alt", "", "f-logo-alt"),
        ("logo.file", "../x.svg", "f-logo-file"),
        ("kind", "nothing", "f-kind"),
        ("screens", "1x1", "f-screens"),
        ("system", "dos", "f-system"),
        ("contacts.0.value", "12", "f-contacts-0-kind"),
        ("orders.0.medium", "wallpaper' , x", "f-orders-0-medium"),
        ("site_url", "javascript:alert(1)", "f-site_url"),
    ];
    for (name, value, id) in wrong {
        let page = again(
            submit(&around(project.path(), &[]), "lieu", with(filled(project.path()), &[(name, value)])).unwrap(),
        );
        assert!(page.contains(&format!("href=\"#{id}\"")) && page.contains("role=\"alert\""), "{name}: {page}");
        assert_eq!(text(&project.path().join(PATH)), file, "{name}");
        assert_whole(&page);
    }
}

#[test]
fn a_file_that_changed_meanwhile_is_not_overwritten() {
    let project = project("name: Port\n");
    let pairs = with(filled(project.path()), &[("name", "Halle"), ("colour", "#112233")]);
    put(project.path(), PATH, "name: Quai\n");
    let page = again(submit(&around(project.path(), &[]), "lieu", pairs).unwrap());
    assert_eq!(text(&project.path().join(PATH)), "name: Quai\n");
    assert!(page.contains("value=\"Halle\"") && page.contains("value=\"#112233\""), "{page}");
    assert!(page.contains("Dans le fichier, maintenant\u{a0}: Quai"), "{page}");
}

#[test]
fn rows_come_and_go_without_a_script() {
    let project =
        project("name: Port\ncontacts:\n  - {kind: desk, value: Accueil}\n  - {kind: web, value: exemple.fr}\n");
    let act = |act: &str| {
        again(submit(&around(project.path(), &[]), "lieu", with(filled(project.path()), &[("act", act)])).unwrap())
    };
    let shown = |page: &str, value: &str| page.contains(&format!("value=\"{value}\""));
    let more = act("add:contacts");
    assert!(more.contains("name=\"contacts.2.value\"") && shown(&more, "Accueil"), "{more}");
    let less = act("remove:contacts.0");
    assert!(!shown(&less, "Accueil") && shown(&less, "exemple.fr"), "{less}");
    assert_eq!(act("look").matches("name=\"token\" value=\"secret\"").count(), 1);
}

#[cfg(unix)]
#[test]
fn links_out_of_the_project_are_not_followed() {
    let (project, outside) = (project("name: Port\n"), tempfile::tempdir().unwrap());
    put(outside.path(), "secret.yaml", "name: Secret\n");
    std::os::unix::fs::symlink(outside.path().join("secret.yaml"), project.path().join("content/venues/dehors.yaml"))
        .unwrap();
    for venue in ["dehors", "../kit", "nulle-part", "", "mediatheque-des-tanneurs"] {
        assert!(page(&around(project.path(), &[]), venue, false).is_err(), "{venue}");
        assert!(submit(&around(project.path(), &[]), venue, filled(project.path())).is_err(), "{venue}");
    }
    assert_eq!(text(&outside.path().join("secret.yaml")), "name: Secret\n");
}

#[test]
fn nothing_of_a_file_becomes_markup() {
    let project = project("name: '<script>\"{{ x }}&'\naddress: {town: '\"><b>'}\n");
    let page = page(&around(project.path(), &[]), "lieu", true).unwrap();
    assert!(!page.contains("<script") && !page.contains("<b>") && page.contains("{{ x }}"), "{page}");
}

/// Every word has its message, no id comes twice, and what describes a field is there.
fn assert_whole(page: &str) {
    assert!(!page.contains(">form-") && !page.contains(">hint-") && !page.contains("{ $"), "{page}");
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "an id comes twice");
    let named = ["aria-describedby=\"", "aria-labelledby=\"", " for=\"", "href=\"#"].into_iter();
    let named = named.flat_map(|before| page.split(before).skip(1).filter_map(|rest| rest.split('"').next()));
    for id in named.flat_map(str::split_whitespace) {
        assert!(ids.contains(&id), "nothing has the id {id}");
    }
}

#[test]
fn the_page_is_whole() {
    let venue =
        "name: Port\nkind: epn\ncontacts:\n  - {kind: desk, value: Accueil}\norders:\n  - {medium: wallpaper}\n";
    let project = project(venue);
    for lang in [UiLang::French, UiLang::English] {
        let messages = Messages::new(lang);
        let tell = |message: &Message| messages.text(message);
        let around = Around { say: &tell, ..around(project.path(), &[]) };
        assert_whole(&page(&around, "lieu", true).unwrap());
    }
}
