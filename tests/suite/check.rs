//! The rules of `pancarte check`. `tests/check/rules/<ID>.yaml` holds, for each rule, texts and files in which it must find
//! something at the right place, and near misses in which it must find nothing.

use std::collections::BTreeMap;

use pancarte::check::{Group, Outcome, Request, Run, check_project, rules};
use pancarte::cli::{Messages, UiLang, short_findings};
use pancarte::diag::Severity;
use pancarte::files::Files;
use pancarte::model::Date;
use serde::Deserialize;

use crate::support::{differs, lang, root, skipped, tests, text};

/// The day of all fixtures.
const TODAY: &str = "2026-11-24";

/// The tip that fixtures change.
const TIP: &str = "content/tips/essai/tip.yaml";

/// `tests/check/rules/<ID>.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fixture {
    fires: Vec<Case>,
    spares: Vec<Case>,
}

/// A change of the small project, and what is found.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Case {
    /// Words of the tip by language, over the good ones: title, action, support, body, and `easy` (one sentence).
    fr: BTreeMap<String, String>,
    en: BTreeMap<String, String>,
    ar: BTreeMap<String, String>,
    /// Lines of `tip.yaml` over the good ones, by key.
    tip: BTreeMap<String, String>,
    /// Whole files.
    files: BTreeMap<String, String>,
    /// Replacements in shipped files, by path: from, to.
    replace: BTreeMap<String, BTreeMap<String, String>>,
    /// The characters that must be underlined; the whole message must stand in the file where it is left out.
    at: String,
    /// The severity, where it matters.
    severity: Option<String>,
}

fn words(lang: &str, over: &BTreeMap<String, String>) -> String {
    let good: [(&str, &str); 5] = match lang {
        "fr" => [
            ("title", "Votre essai"),
            ("action", "Fermez **la page**"),
            ("support", "Attendez la fin."),
            ("easy", "Fermez la page."),
            ("body", "Fermez la page quand vous avez fini."),
        ],
        "en" => [
            ("title", "Your try"),
            ("action", "Close **the page**"),
            ("support", "Wait for the end."),
            ("easy", "Close the page."),
            ("body", "Close the page when you are done."),
        ],
        _ => [
            ("title", "صفحتك"),
            ("action", "أغلق **الصفحة**"),
            ("support", "انتظر النهاية."),
            ("easy", "أغلق الصفحة."),
            ("body", "أغلق الصفحة عند الانتهاء."),
        ],
    };
    let value = |key: &str| {
        let known = good.iter().find(|(known, _)| *known == key).map(|(_, text)| (*text).to_owned());
        over.get(key).cloned().or(known).unwrap_or_default()
    };
    let quoted = |key: &str| format!("\"{}\"", value(key).replace('\\', "\\\\").replace('"', "\\\""));
    let status = if lang == "fr" { "" } else { "status: translated\n" };
    format!(
        "---\ntitle: {}\naction: {}\nsupport: {}\neasy:\n  - pictogram: fermer\n    sentences:\n      - {}\n{status}---\n{}\n",
        quoted("title"),
        quoted("action"),
        quoted("support"),
        quoted("easy"),
        value("body")
    )
}

fn facts(over: &BTreeMap<String, String>) -> String {
    let good = [
        ("moment", "online"),
        ("audience", "public"),
        ("pictogram", "fermer"),
        ("priority", "10"),
        ("sources", "[{title: Une page, address: \"https://exemple.fr/page\", consulted: 2026-11-24}]"),
        ("written_on", "2026-11-24"),
        ("review_by", "2027-11-24"),
    ];
    let mut lines: BTreeMap<&str, &str> = good.into_iter().collect();
    lines.extend(over.iter().map(|(key, value)| (key.as_str(), value.as_str())));
    lines.iter().filter(|(_, value)| !value.is_empty()).map(|(key, value)| format!("{key}: {value}\n")).collect()
}

/// The small project of a case.
fn project(case: &Case) -> BTreeMap<String, Vec<u8>> {
    let kit = "extends: pancarte\ndefaults:\n  keyboard: fr-azerty\n  colour: \"#7B2CBF\"\n  languages: [fr, en, ar]\n  site_url: https://exemple.fr/postes\n";
    let venue = "name: Salle d’essai\norders:\n  - {medium: easy-read, tips: [essai]}\n";
    let mut files = BTreeMap::from([
        ("content/kit.yaml".to_owned(), kit.to_owned()),
        ("content/venues/essai.yaml".to_owned(), venue.to_owned()),
        (TIP.to_owned(), facts(&case.tip)),
        ("content/tips/essai/fr.md".to_owned(), words("fr", &case.fr)),
        ("content/tips/essai/en.md".to_owned(), words("en", &case.en)),
        ("content/tips/essai/ar.md".to_owned(), words("ar", &case.ar)),
    ]);
    files.extend(case.files.clone());
    for (path, pairs) in &case.replace {
        let mut shipped = text(&root().join(path));
        for (from, to) in pairs {
            assert!(shipped.contains(from), "{path} does not hold {from:?}");
            shipped = shipped.replace(from, to);
        }
        files.insert(path.clone(), shipped);
    }
    files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect()
}

/// What one rule finds in a case; the rules about allowances need all others.
fn outcome(id: &str, case: &Case) -> Outcome {
    let rule = rules::find(id).unwrap();
    let pages = matches!(rule.run, Run::Pages(_));
    let only = if rule.group == Group::Checker { Vec::new() } else { vec![rule.id] };
    let today = Date::parse(TODAY).unwrap();
    let request = Request { pages, spell: id == "LA-SPELL", only, ..Request::on(today) };
    check_project(Files::memory(project(case)), &request)
}

/// What is wrong with a case, if anything.
fn judge(id: &str, case: &Case, fires: bool) -> Option<String> {
    let mut all = outcome(id, case).findings;
    // shipped texts are checked by a test of their own
    let own = project(case);
    all.retain(|finding| finding.diagnostic.place.as_ref().is_none_or(|place| own.contains_key(&place.path)));
    let found: Vec<_> = all.iter().filter(|finding| finding.diagnostic.rule == Some(id)).collect();
    let broken = |finding: &&pancarte::check::Finding| {
        let found = &finding.diagnostic;
        let in_tip = found.place.as_ref().is_some_and(|place| place.path.starts_with("content/tips/essai/"));
        found.rule.is_none() && found.is_error() && in_tip
    };
    if let Some(broken) = all.iter().find(broken) {
        return Some(format!("{id}: the project of {case:?} cannot be read: {:?}", broken.diagnostic));
    }
    if !fires {
        // what is found in shipped texts is not about this case
        let files = project(case);
        let own = |finding: &&&pancarte::check::Finding| {
            finding.diagnostic.place.as_ref().is_none_or(|place| files.contains_key(&place.path))
        };
        return found.iter().find(own).map(|finding| format!("{id} must spare {case:?}: {:?}", finding.diagnostic));
    }
    let there = |finding: &&&pancarte::check::Finding| {
        let place = finding.diagnostic.place.as_ref();
        let named = place.map(|place| &place.text[place.span.clone()]).unwrap_or_default();
        let severity = case.severity.as_ref();
        let meant = severity.is_none_or(|meant| format!("{:?}", finding.diagnostic.severity).to_lowercase() == *meant);
        meant && (case.at.is_empty() || named == case.at)
    };
    let seen: Vec<_> = found.iter().map(|finding| &finding.diagnostic.place).collect();
    found.iter().find(there).is_none().then(|| format!("{id} must find {:?} in {case:?}; it found {seen:?}", case.at))
}

/// Whether the dictionaries of French and English are installed.
fn can_spell() -> bool {
    let missing = outcome("LA-SPELL", &Case::default()).without_dictionary;
    let there = ["fr", "en"].iter().all(|code| !missing.contains(&lang(code)));
    if !there {
        skipped("a Hunspell dictionary of French or English");
    }
    there
}

#[test]
fn every_rule_finds_its_faults_and_spares_near_misses() {
    let wanted = std::env::var("RULE").ok();
    let easy_read = text(&tests("suite/easy.rs"));
    let mut problems = Vec::new();
    for rule in rules::ALL.iter().filter(|rule| wanted.as_ref().is_none_or(|id| rule.id == *id)) {
        let path = tests("check/rules").join(format!("{}.yaml", rule.id));
        let on_pages = matches!(rule.run, Run::Pages(_)) && rule.group == Group::EasyRead;
        if on_pages && !path.exists() && easy_read.contains(&format!("\"{}\"", rule.id)) {
            // broken templates of this rule stand in the tests of easy-read pages
            continue;
        }
        if !path.exists() {
            problems.push(format!("{} has no fixture", rule.id));
            continue;
        }
        let fixture: Fixture =
            serde_saphyr::from_str(&text(&path)).unwrap_or_else(|error| panic!("{}: {error}", rule.id));
        if rule.id == "LA-SPELL" && !can_spell() {
            continue;
        }
        assert!(!fixture.fires.is_empty() && !fixture.spares.is_empty(), "{} lacks a case", rule.id);
        problems.extend(fixture.fires.iter().filter_map(|case| judge(rule.id, case, true)));
        problems.extend(fixture.spares.iter().filter_map(|case| judge(rule.id, case, false)));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}

#[test]
fn every_rule_has_a_page_in_both_languages() {
    for rule in rules::ALL {
        for french in [false, true] {
            let page = rule.page(french);
            let (why, no, yes) =
                if french { ("Pourquoi : ", "- Non : ", "- Oui : ") } else { ("Why: ", "- No: ", "- Yes: ") };
            let whole = !page.summary.is_empty()
                && [why, no, yes, "Source"].iter().all(|part| page.body.contains(part))
                && !page.summary.contains(rule.id);
            assert!(whole, "{} in {}: {page:?}", rule.id, if french { "French" } else { "English" });
        }
    }
}

/// The document of all rules in one language: a table, then every manual page.
fn manual(french: bool) -> String {
    let (title, lead, head) = if french {
        (
            "Les règles de `pancarte check`",
            "Page fabriquée à partir des règles elles-mêmes (`UPDATE=1` avec la suite de tests). Une règle signale un endroit à \
             regarder ; aucune ne décerne de conformité.",
            "| Règle | Groupe | Gravité | Ce qu’elle demande |",
        )
    } else {
        (
            "The rules of `pancarte check`",
            "This page is made from the rules themselves (`UPDATE=1` with the test suite). A rule points at a place to look at; none \
             of them grants conformity.",
            "| Rule | Group | Severity | What it wants |",
        )
    };
    let severity = |severity| match (severity, french) {
        (Severity::Error, true) => "erreur",
        (Severity::Warning, true) => "attention",
        (Severity::Notice, true) => "à voir",
        (Severity::Error, false) => "error",
        (Severity::Warning, false) => "warning",
        (Severity::Notice, false) => "notice",
    };
    let mut text = format!("# {title}\n\n{lead}\n\n{head}\n|---|---|---|---|\n");
    for rule in rules::ALL {
        let (id, page) = (rule.id, rule.page(french));
        let link = format!("[{id}](#{})", id.to_lowercase());
        text += &format!("| {link} | {} | {} | {} |\n", rule.group.name(), severity(rule.severity), page.summary);
    }
    for rule in rules::ALL {
        let page = rule.page(french);
        text += &format!("\n## {}\n\n**{}**\n\n{}\n", rule.id, page.summary, page.body);
    }
    text
}

#[test]
fn the_documents_of_the_rules_are_true() {
    let documents = [("docs/rules.md", false), ("docs/regles.md", true)];
    let problems: Vec<String> =
        documents.into_iter().filter_map(|(path, french)| differs(&root().join(path), &manual(french))).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The whole of the shipped content: nothing worse than a notice.
#[test]
fn the_shipped_content_has_no_warning() {
    let today = Date::parse(TODAY).unwrap();
    let request = Request::on(today);
    let outcome = check_project(Files::project(&root()), &request);
    let worse: Vec<_> =
        outcome.findings.into_iter().filter(|found| found.diagnostic.severity > Severity::Notice).collect();
    assert!(worse.is_empty(), "{}", short_findings(&worse, &Messages::new(UiLang::French)));
}
