//! `pancarte check --fix`: what is mended, what stays as it was, and that mending twice is mending once.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use pancarte::check::{Group, Outcome, Request, check_project, fix, rules};
use pancarte::content::{self, Catalog};
use pancarte::diag::Diagnostics;
use pancarte::files::Files;
use pancarte::model::{Date, Part};

use crate::support::{lang, put, tree};

const KIT: &str = "extends: pancarte
defaults: {keyboard: fr-azerty, colour: \"#7B2CBF\", languages: [fr, en]}
";
const VENUE: &str = "name: Salle d’essai\norders: [{medium: house-rules, languages: [fr]}]\n";
const FACTS: &str = "moment: online
audience: public
pictogram: fermer
priority: 10
sources: [{title: Une page, address: \"https://exemple.fr/page\", consulted: 2026-11-24}]
written_on: 2026-11-24
review_by: 2027-11-24
words:
";

/// Sentences with a mistake, and without it.
const FRENCH: [(&str, &str); 16] = [
    ("Besoin d'aide?", "Besoin d’aide\u{a0}?"),
    ("C'est l'ordinateur.", "C’est l’ordinateur."),
    ("Vos droits: les voici!", "Vos droits\u{a0}: les voici\u{a0}!"),
    ("Cliquez sur \"Effacer\".", "Cliquez sur «\u{a0}Effacer\u{a0}»."),
    ("Cliquez sur «Effacer».", "Cliquez sur «\u{a0}Effacer\u{a0}»."),
    ("Attendez la fin...", "Attendez la fin…"),
    ("La 1ère page et le 2ème bouton.", "La 1re page et le 2e bouton."),
    ("Prenez le poste N°12 ou n 3.", "Prenez le poste n°\u{a0}12 ou n°\u{a0}3."),
    ("Fermez  la page ,puis partez .", "Fermez la page, puis partez."),
    ("C'est fini.Partez!", "C’est fini. Partez\u{a0}!"),
    ("A la fin, partez.", "À la fin, partez."),
    ("Dites \"oui?\"; puis partez.", "Dites «\u{a0}oui\u{a0}?\u{a0}»\u{a0}; puis partez."),
    ("Demandez à {{ venue.name }}!", "Demandez à {{ venue.name }}\u{a0}!"),
    ("Ouvert à 12:30, au 16:9.", "Ouvert à 12:30, au 16:9."),
    ("Voyez https://exemple.fr/a?b.", "Voyez https://exemple.fr/a?b."),
    ("Il faut 1,5 fois 2 : pas plus.", "Il faut 1,5 fois 2 : pas plus."),
];
const ENGLISH: [(&str, &str); 8] = [
    ("Need help ?", "Need help?"),
    ("Don't leave it open.", "Don’t leave it open."),
    ("One thing : close it !", "One thing: close it!"),
    ("Click on \"Clear\".", "Click on “Clear”."),
    ("Wait for the end...", "Wait for the end…"),
    ("Close it ,then leave .", "Close it, then leave."),
    ("The users' files  stay.", "The users' files stay."),
    ("Open at 12:30; a ratio of 3 : 1.", "Open at 12:30; a ratio of 3 : 1."),
];

fn project(tip: &str) -> BTreeMap<String, Vec<u8>> {
    let files = [("content/kit.yaml", KIT), ("content/venues/essai.yaml", VENUE), ("content/tips/essai.yaml", tip)];
    files.into_iter().map(|(path, text)| (path.to_owned(), text.into())).collect()
}

fn checked(files: &BTreeMap<String, Vec<u8>>) -> Outcome {
    let today = Date::parse("2026-11-24").unwrap();
    let request = Request::on(today);
    check_project(Files::memory(files.clone()), &request)
}

/// The files after one run of fixes.
fn mended(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let outcome = checked(files);
    assert!(outcome.findings.iter().all(|found| found.diagnostic.rule.is_some()), "{:?}", outcome.findings);
    let mut after = files.clone();
    for file in fix::mended(&outcome.findings) {
        let stood = &files[&file.path];
        after.insert(file.path, fix::in_the_manner_of(stood, &file.text));
    }
    assert!(fix::reads_as_well(&outcome, &checked(&after)));
    after
}

/// What the typography rules find: ids and whether it can be mended.
fn typography(outcome: &Outcome) -> Vec<(&'static str, bool)> {
    let of = |id| rules::find(id).is_some_and(|rule| rule.group == Group::Typography);
    let rule = |found: &pancarte::check::Finding| Some((found.diagnostic.rule?, found.fix.is_some()));
    outcome.findings.iter().filter_map(rule).filter(|(id, _)| of(id)).collect()
}

/// The texts of the tip in a language, by part.
fn texts(catalog: &Catalog, id: &str, code: &str) -> Vec<(Part, String)> {
    let written = &catalog.tips[id].words[&lang(code)].written;
    written.iter().map(|text| (text.part, text.text.trim().to_owned())).collect()
}

/// Sentences in one of the ways in which YAML writes a text.
fn value(way: &str, sentences: &[&str], indent: &str) -> String {
    let (line, lines) = (sentences.join(" "), sentences.join(&format!("\n{indent}")));
    match way {
        "double" => format!("\"{}\"", line.replace('"', "\\\"")),
        "single" => format!("'{}'", line.replace('\'', "''")),
        "folded" => format!(">-\n{indent}{lines}"),
        "literal" => format!("|-\n{indent}{lines}"),
        _ => format!("Une page. {line}"),
    }
}

/// A tip whose title, support and body hold these sentences.
fn tip(way: &str, code: &str, sentences: &[&str]) -> String {
    let one = |indent| value(way, sentences, indent);
    let status = if code == "fr" { "" } else { "    status: translated\n" };
    let (title, body) = (one("      "), one("      "));
    format!(
        "# un commentaire : gardé?\n{FACTS}  {code}:\n    title: {title} # L'un\n    action: Fermez **la page**\n    support: {title}\n    body: {body}\n{status}"
    )
    .replace("# L'un", if way == "folded" || way == "literal" { "" } else { " # L'un" })
}

/// Numbers that look random and are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 40).unwrap() % most
    }
}

/// A tip in one way of writing, and its texts when it is mended.
struct Trial {
    way: &'static str,
    code: &'static str,
    tip: String,
    wanted: String,
}

impl Trial {
    fn new(way: &'static str, code: &'static str, pairs: &[(&str, &str)]) -> Self {
        let (wrong, right): (Vec<&str>, Vec<&str>) = pairs.iter().copied().unzip();
        let lead = if way == "plain" { "Une page. " } else { "" };
        let joint = if way == "literal" { "\n" } else { " " };
        Trial { way, code, tip: tip(way, code, &wrong), wanted: format!("{lead}{}", right.join(joint)) }
    }
}

/// Every way of writing for many mixtures of sentences.
fn trials() -> Vec<Trial> {
    let mut dice = Dice(7);
    let mut trials = Vec::new();
    for (code, known) in [("fr", &FRENCH[..]), ("en", &ENGLISH[..])] {
        for _ in 0..40 {
            let count = 1 + dice.below(4);
            let pairs: Vec<(&str, &str)> = (0..count).map(|_| known[dice.below(known.len())]).collect();
            // a plain value cannot hold these
            let plain = pairs.iter().all(|(wrong, _)| !wrong.contains(": ") && !wrong.contains(" :"));
            let ways = ["double", "single", "folded", "literal", "plain"];
            trials.extend(ways.iter().filter(|way| plain || **way != "plain").map(|way| Trial::new(way, code, &pairs)));
        }
    }
    trials
}

#[test]
fn texts_are_mended_however_they_are_written() {
    let trials = trials();
    let mut before = project(&format!("{FACTS}  fr: {{title: Un titre, action: Fermez **la page**}}\n"));
    let path = |at: usize| format!("content/tips/essai-{at}.yaml");
    before.extend(trials.iter().enumerate().map(|(at, trial)| (path(at), trial.tip.clone().into_bytes())));
    let after = mended(&before);
    assert_eq!(typography(&checked(&after)), []);
    assert!(mended(&after) == after, "mending twice");
    let (catalog, _) = content::load(Files::memory(after.clone()), &mut Diagnostics::new()).unwrap();
    for (at, trial) in trials.iter().enumerate() {
        let shown = String::from_utf8_lossy(&after[&path(at)]).into_owned();
        assert!(shown.starts_with("# un commentaire : gardé?\n"), "{shown}");
        for (part, text) in texts(&catalog, &format!("essai-{at}"), trial.code) {
            assert!(part == Part::Action || text == trial.wanted, "{}, {part:?}: {text:?}\n{shown}", trial.way);
        }
    }
}

#[test]
fn marks_of_markdown_stay_what_they_are() {
    let cases = [
        ("Fermez **la page**! Puis **partez!**", "Fermez **la page**\u{a0}! Puis **partez\u{a0}!**"),
        ("Un «**mot**» et *l'eau*", "Un «\u{a0}**mot**\u{a0}» et *l’eau*"),
        ("- L'un\n- \"L'autre\"\n\nFin...", "- L’un\n- «\u{a0}L’autre\u{a0}»\n\nFin…"),
        ("Voir [l'aide](https://exemple.fr/l'aide?x)!", "Voir [l’aide](https://exemple.fr/l'aide?x)\u{a0}!"),
        ("Une *page* ,une **autre**  page", "Une *page* ,une **autre** page"),
        ("(**a**)**!** oui", "(**a**)**!** oui"),
        ("C\\*est &amp; l&#39;eau: là", "C\\*est &amp; l&#39;eau\u{a0}: là"),
    ];
    for (wrong, right) in cases {
        let body = |text: &str| format!("    body: |-\n      {}\n", text.replace('\n', "\n      "));
        let head = format!("{FACTS}  fr:\n    title: Un titre\n    action: Fermez **la page**\n");
        let after = mended(&project(&format!("{head}{}", body(wrong))));
        assert_eq!(String::from_utf8_lossy(&after["content/tips/essai.yaml"]), format!("{head}{}", body(right)));
    }
}

#[test]
fn what_cannot_be_placed_is_not_mended() {
    let head = format!("{FACTS}  fr:\n    title: &titre \"L'eau\"\n    action: Fermez **la page**\n");
    let cases = ["    support: *titre\n", "    support: \"L\\u0027eau\"\n", "    body: \"L'un \\\"ouvre\"\n"];
    for case in cases {
        let after = mended(&project(&format!("{head}{case}")));
        assert!(typography(&checked(&after)).iter().all(|(_, fixable)| !fixable), "{case}");
        assert_eq!(mended(&after), after);
    }
}

/// Runs `pancarte check --fix` on a project.
fn run(project: &Path) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pancarte"));
    command.env_clear().env("LC_ALL", "fr_FR.UTF-8").args(["check", "--fix", "--format", "short", "--project"]);
    let output = command.arg(project).output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_file_keeps_its_manner() {
    let folder = tempfile::tempdir().unwrap();
    let text = |title: &str, body: &str| {
        let head = "---\r\n# L'en-tête: reste\r\ntitle:   'L";
        format!(
            "\u{feff}{head}{title}'   # d'accord?\r\naction: Fermez **la page**\r\n---\r\n\r\nUn mot\r\n  et{body}\r\n"
        )
    };
    put(folder.path(), "content/kit.yaml", KIT);
    put(folder.path(), "content/venues/essai.yaml", VENUE);
    put(folder.path(), "content/tips/essai/tip.yaml", FACTS.replace("words:\n", "# l'espace: reste\n"));
    put(folder.path(), "content/tips/essai/fr.md", text("''eau", " l'eau! ..."));
    let before = tree(folder.path());
    let (code, said) = run(folder.path());
    assert!(code < 2, "{said}");
    let words = fs::read_to_string(folder.path().join("content/tips/essai/fr.md")).unwrap();
    assert_eq!(words, text("’eau", " l’eau\u{a0}! …"));
    let after = tree(folder.path());
    let changed: Vec<&String> = after.keys().filter(|path| before.get(*path) != after.get(*path)).collect();
    assert_eq!(changed, ["content/tips/essai/fr.md"]);
    assert!(!said.contains("TY-"), "{said}");
    run(folder.path());
    assert!(after == tree(folder.path()), "mending twice");
}

#[test]
fn what_would_not_read_is_refused() {
    let good = format!("{FACTS}  fr:\n    title: Un titre\n    action: Fermez **la page**\n");
    let before = checked(&project(&good));
    let broken = good.replace("title: Un titre", "title: Un titre: là");
    let longer = format!("{good}    body: Un texte de plus.\n");
    assert!(fix::reads_as_well(&before, &checked(&project(&good))));
    for text in [broken, longer] {
        assert!(!fix::reads_as_well(&before, &checked(&project(&text))), "{text}");
    }
}
