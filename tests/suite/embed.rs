//! What other sites take: `tips.json`, `fragment.html` and `fragment.css` of a venue.

use std::collections::BTreeMap;
use std::path::Path;

use pancarte::model::{Format, Medium};
use serde_json::Value;

use crate::support::{build_well, only, put, root, text};

/// Files of the embeds of a venue, by path.
fn embeds(project: &Path, venue: &str) -> BTreeMap<String, String> {
    let output = tempfile::tempdir().unwrap();
    let mut request = only(&[Medium::Booklet], &[Format::Html]);
    request.wanted.venues = vec![venue.to_owned()];
    build_well(project, output.path(), &request);
    let manifest: Value = serde_json::from_str(&text(&output.path().join("manifest.json"))).unwrap();
    let files = manifest["files"].as_array().unwrap().iter().filter(|file| file["kind"] == "embed");
    let paths = files.map(|file| file["path"].as_str().unwrap().to_owned());
    paths.map(|path| (path.clone(), text(&output.path().join(&path)))).collect()
}

/// A project whose one venue and one tip try to be more than words.
fn hostile(project: &Path) {
    let kit = "extends: pancarte\ndefaults:\n  keyboard: fr-azerty\n  colour: \"#7B2CBF\"\n  languages: [fr, ar]\n";
    put(project, "content/kit.yaml", kit);
    put(project, "content/venues/essai.yaml", "name: \"<script>alert(1)</script> & 'x' \\\"y\\\"\"\n");
    let easy = "easy:\n  - pictogram: fermer\n    sentences: [\"</section><b>Fermez.</b>\"]\n";
    let words = format!("title: Essai\naction: \"Fermez \\\\<img src=x>\"\n{easy}");
    let facts = "moment: online\naudience: public\npictogram: fermer\npriority: 1\nsources:\n  - {title: Page, address: \
                 \"https://exemple.fr/a\", consulted: 2026-11-24}\nwritten_on: 2026-11-24\nreview_by: 2027-11-24\n";
    put(project, "content/tips/aaa.md", format!("---\n{facts}{words}---\nFermez {{{{ venue.name }}}} \\</li> tout.\n"));
}

#[test]
fn the_same_advice_stands_in_data_and_fragment() {
    let files = embeds(&root(), "mediatheque-des-tanneurs");
    let data: Vec<(&String, Value)> = files
        .iter()
        .filter(|(path, _)| path.ends_with("tips.json"))
        .map(|(path, text)| (path, serde_json::from_str(text).unwrap()))
        .collect();
    assert!(!data.is_empty(), "{:?}", files.keys());
    for (path, data) in data {
        assert_eq!((&data["version"], &data["licence"]), (&1.into(), &"CC-BY-4.0".into()), "{path}");
        let fragment = &files[&path.replace("tips.json", "fragment.html")];
        let lang = data["lang"].as_str().unwrap();
        assert!(fragment.starts_with(&format!("<section class=\"pancarte\" lang=\"{lang}\"")), "{path}");
        let mut rest = fragment.as_str();
        let tips = data["moments"].as_array().unwrap().iter().flat_map(|moment| moment["tips"].as_array().unwrap());
        for tip in tips {
            let action = tip["action"].as_str().unwrap();
            let at = rest.find(&format!(">{action}</h4>")).unwrap_or_else(|| panic!("{path}: {action} in its order"));
            rest = &rest[at..];
            assert!(tip["html"].as_str().unwrap().starts_with('<') && tip["text"] != "", "{path}: {action}");
            assert!(rest.contains(tip["html"].as_str().unwrap()), "{path}: {action}");
        }
    }
}

#[test]
fn a_fragment_leaves_the_site_around_it_alone() {
    let files = embeds(&root(), "mediatheque-des-tanneurs");
    for (path, fragment) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        for forbidden in ["<html", "<head", "<body", "<script", "<style", "<link", " id=", "http-equiv", "<h1"] {
            assert!(!fragment.contains(forbidden), "{path} has {forbidden}");
        }
        let own = |class: &&str| class.starts_with("pancarte") || class.starts_with("keys");
        let classes = fragment.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
        assert!(classes.flat_map(str::split_whitespace).all(|class| own(&class)), "{path}");
    }
    let style = text(&root().join("themes/default/fragment.css"));
    let rules = style.split("*/").nth(1).unwrap().lines().filter(|line| line.contains('{'));
    let scoped =
        |line: &str| line.split('{').next().unwrap().split(',').all(|selector| selector.starts_with(".pancarte"));
    assert!(rules.into_iter().all(scoped));
}

#[test]
fn nothing_that_is_said_becomes_markup() {
    let project = tempfile::tempdir().unwrap();
    hostile(project.path());
    let files = embeds(project.path(), "essai");
    let fragment = &files["essai/fr/fragment.html"];
    assert!(fragment.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;x&#39; &quot;y&quot;"), "{fragment}");
    for markup in ["<script", "<img", "<b>"] {
        assert!(!fragment.contains(markup), "{markup} in {fragment}");
    }
    assert_eq!(fragment.matches("<section").count(), fragment.matches("</section>").count());
    let data: Value = serde_json::from_str(&files["essai/fr/tips.json"]).unwrap();
    assert_eq!(data["venue"]["name"], "<script>alert(1)</script> & 'x' \"y\"");
    let tip = &data["moments"][0]["tips"].as_array().unwrap().iter().find(|tip| tip["id"] == "aaa");
    let all = data["moments"].as_array().unwrap().iter().flat_map(|moment| moment["tips"].as_array().unwrap());
    let found = tip.or_else(|| all.into_iter().find(|tip| tip["id"] == "aaa")).unwrap();
    assert!(!found["html"].as_str().unwrap().contains("<script"), "{found}");
    assert_eq!(found["action"], "Fermez <img src=x>");
    assert!(files["essai/ar/fragment.html"].contains("dir=\"rtl\""));
}
