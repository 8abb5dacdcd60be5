//! Easy-read sheets: hard words are explained and listed, the rules of layout hold, and a theme that breaks one is found out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use pancarte::diag::Diagnostics;
use pancarte::files::Files;
use pancarte::layout::{Pages, Press, easy_faults, lay_out};
use pancarte::model::{Logo, Size};
use pancarte::pipeline::{Planned, load_and_plan};
use pancarte::plan::{EasyReview, Job, Sheet, Wanted};
use pancarte::theme::Theme;

use crate::support::{french, lang};

const KIT: &str = "extends: pancarte
defaults:
  keyboard: fr-azerty
  browsers: [firefox]
  site_url: https://exemple.fr/postes
";
const VENUE: &str = "name: Mairie
colour: '#006B57'
languages: [fr, en, ar]
contacts: [{kind: phone, value: 03 00 00 00 00}]
orders:
  - {medium: easy-read, tips: [essai], languages: [fr, en, ar, fr+ar, fr+en]}
  - {medium: easy-read, tips: [essai], languages: [fr], size: a3}
";
const LONG: &str = "Le navigateur garde la liste de toutes les pages que vous regardez pendant votre visite chez nous.";

/// A tip of eight ideas; « compte » stands in the explanation of « code », and « liste » has a pictogram and no use.
fn tip() -> String {
    let facts = "moment: online\naudience: public\npictogram: sortie\npriority: 1\nsources: []\nwritten_on: 2026-11-24\nreview_by: 2027-11-24\nwords:\n";
    let words = |code: &str, title: &str, first: &[&str], other: &str| {
        let sentences = first.iter().map(|sentence| format!("          - {sentence}\n")).collect::<String>();
        let others = format!("      - {{pictogram: aide, sentences: [{other}]}}\n").repeat(7);
        let status = if code == "fr" { "" } else { "    status: translated\n" };
        format!(
            "  {code}:\n    title: {title}\n    action: {title}\n    body: {title}\n{status}    easy:\n      - pictogram: sortie\n        sentences:\n{sentences}{others}"
        )
    };
    let french = ["Votre code est secret.", "Gardez votre Code.", LONG];
    let english = ["Your code is secret.", "Keep your code.", "The browser keeps a list."];
    let arabic = ["رمزك سري.", "احفظ الرمز عندك.", "المتصفح يحفظ قائمة بكل الصفحات التي تراها عندنا."];
    [
        facts.to_owned(),
        words("fr", "Un essai", &french, "Demandez-nous de l’aide."),
        words("en", "A try", &english, "Ask us."),
        words("ar", "تجربة", &arabic, "اسألنا."),
    ]
    .concat()
}

const FRENCH: &str = "terms:
  code: {term: code, forms: [codes], pictogram: secret, meaning: [Un code est un mot secret., Il ouvre votre compte.]}
  compte: {term: compte, meaning: [Un compte est votre place sur un site.]}
  liste: {term: éventail, pictogram: journal, meaning: [Un éventail est un choix.]}
  abri: {term: navigateur, meaning: [Le navigateur ouvre les pages.]}
";
const ENGLISH: &str = "terms:
  code: {term: code, pictogram: secret, meaning: [A code is a secret word.]}
  abri: {term: browser, meaning: [The browser opens pages.]}
";
const ARABIC: &str = "status: machine
terms:
  code: {term: رمز, forms: [الرمز, رمزك], pictogram: secret, meaning: [الرمز كلمة سرية.]}
";

fn planned_with(french: &str) -> Planned {
    let files = [
        ("content/kit.yaml", KIT.to_owned()),
        ("content/venues/mairie.yaml", VENUE.to_owned()),
        ("content/tips/essai.yaml", tip()),
        ("content/glossary/fr.yaml", french.to_owned()),
        ("content/glossary/en.yaml", ENGLISH.to_owned()),
        ("content/glossary/ar.yaml", ARABIC.to_owned()),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.into_bytes())).into();
    let mut diagnostics = Diagnostics::new();
    let planned = load_and_plan(Files::memory(files), &Wanted::default(), &mut diagnostics);
    assert!(diagnostics.is_empty(), "{}", crate::support::french(&diagnostics));
    planned.unwrap()
}

fn planned() -> &'static Planned {
    static PLANNED: OnceLock<Planned> = OnceLock::new();
    PLANNED.get_or_init(|| planned_with(FRENCH))
}

fn theme() -> &'static Theme {
    &planned().themes["default"]
}

fn job(languages: &str) -> &'static Job {
    let found =
        planned().plan.jobs.iter().find(|job| job.languages.to_string() == languages && job.stem == "easy-read");
    found.unwrap()
}

/// Rules that a job breaks when it is drawn by a template.
fn rules(job: &Job, template: &str) -> BTreeSet<String> {
    let mut theme = theme().clone();
    Arc::make_mut(&mut theme.assets).insert("easy-read.typ".to_owned(), template.as_bytes().to_vec());
    match lay_out(job, &Press::new(Arc::new(theme))) {
        Ok(document) => easy_faults(job, &document).into_iter().map(|fault| fault.rule.to_owned()).collect(),
        Err(found) => {
            let easy: BTreeSet<String> = found
                .iter()
                .filter(|found| found.message.id == "easy-page")
                .filter_map(|found| found.message.args.iter().find(|(name, _)| *name == "rule"))
                .map(|(_, rule)| rule.clone())
                .collect();
            assert!(!easy.is_empty(), "{}", french(&found));
            easy
        }
    }
}

fn template() -> String {
    String::from_utf8(theme().assets["easy-read.typ"].clone()).unwrap()
}

/// The shipped template with some of its words replaced.
fn changed(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(template(), |source, (from, to)| {
        assert!(source.contains(from), "the template has no {from}");
        source.replacen(from, to, 1)
    })
}

#[test]
fn the_shipped_theme_keeps_the_rules() {
    for job in &planned().plan.jobs {
        assert_eq!(rules(job, &template()), BTreeSet::new(), "{}", job.path());
    }
}

/// One sentence of the shipped template.
const SENTENCE: &str =
    "if lines == none { pitch(spacing, rtl: v.rtl, block(width: line-width, par(s))) } else { column(v, lines) }";
const BODY: &str = "#let body = b.at.body.first() * 1pt";
const SHEET: &str = "#show: sheet.with(size: body)";

/// Words of the template, and what stands there instead.
type Change = (&'static str, &'static str);

/// What is wrong, in which languages, and the words of the template that make it so.
fn broken() -> Vec<(&'static str, &'static str, Vec<Change>)> {
    vec![
        ("ER-FONT-SIZE", "fr", vec![(BODY, "#let body = b.at.body.first() * 0.7pt")]),
        ("ER-FONT-SIZE", "ar", vec![(BODY, "#let body = b.at.body.first() * 0.8pt")]),
        (
            "ER-FONT-ONE",
            "fr",
            vec![(SHEET, "#show: sheet.with(size: body)\n#show heading: set text(font: \"Noto Sans\")")],
        ),
        ("ER-NO-ITALIC", "fr", vec![(SENTENCE, "block(skew(ax: -12deg, par(s)))")]),
        ("ER-NO-CAPS-PAGE", "fr", vec![(SENTENCE, "block(width: line-width, par(upper(s)))")]),
        ("ER-ALIGN", "fr", vec![(SENTENCE, "block(width: line-width, align(center, par(s)))")]),
        ("ER-ALIGN", "fr", vec![(SENTENCE, "block(width: line-width, par(justify: true, s))")]),
        ("ER-ALIGN", "ar", vec![(SENTENCE, "block(width: line-width, align(left, par(s)))")]),
        ("ER-HYPHEN-PAGE", "fr", vec![(SENTENCE, "block(width: 0.3 * line-width, text(hyphenate: true, par(s)))")]),
        ("ER-HYPHEN-PAGE", "fr", vec![(SENTENCE, "block(par(s.replace(\"toutes\", \"tou\\u{ad}tes\")))")]),
        (
            "ER-SENT-LINE-PAGE",
            "fr",
            vec![(
                "..list.map(s => sentence(s, v))",
                "named(v.prefix + \"sentence\", block(width: line-width, par(list.join([ ]))))",
            )],
        ),
        ("ER-SENT-LINE-PAGE", "fr", vec![("named(v.prefix + \"sentence\", if lines == none", "(if lines == none")]),
        (
            "ER-SENT-BREAK",
            "fr",
            vec![
                ("let next-room = H - strip - foot + last-air", "let next-room = 9 * H"),
                ("let first-room = H -", "let first-room = 9 * H -"),
                ("breakable: false, inset: (x: M), x.content", "inset: (x: M), x.content"),
                (SENTENCE, "block(width: 0.3 * line-width, par(s))"),
                ("most: 5", "most: 99"),
            ],
        ),
        ("ER-LEADING", "fr", vec![("other == none { 1.5 }", "other == none { 1.3 }")]),
        ("ER-LEADING", "ar", vec![("other == none { 1.5 }", "other == none { 1.4 }")]),
        ("ER-LEADING", "fr", vec![("(pitches.at(v.at).between + between-sentences) * 1em", "0.1em")]),
        (
            "ER-LINE",
            "fr",
            vec![(
                SENTENCE,
                "block(scale(x: 40%, origin: left, reflow: true, block(width: 2.4 * line-width, par(s))))",
            )],
        ),
        (
            "ER-COLUMNS",
            "fr+en",
            vec![("stack(dir: ttb, spacing: spacing, ..voices.map", "grid(columns: 2, ..voices.map")],
        ),
        (
            "ER-PIC-SIDE",
            "fr",
            vec![(
                "#let row(pictogram, content, size: picture, side: horizon) = grid(",
                "#let row(pictogram, content, size: picture, side: horizon) = grid(columns: (1fr, picture), align: top, content, [], [],\n)\n#let unused(pictogram, content, size: picture, side: horizon) = grid(",
            )],
        ),
        (
            "ER-PIC-SIDE",
            "fr",
            vec![(
                "named(\"idea\", block(if other == none { row(",
                "named(\"idea\", block(if other == none { set text(dir: rtl); row(",
            )],
        ),
        (
            "ER-PIC-SIDE",
            "ar",
            vec![(
                "named(\"idea\", block(if other == none { row(",
                "named(\"idea\", block(if other == none { set text(dir: ltr); row(",
            )],
        ),
        (
            "ER-PIC-DENSITY",
            "fr",
            vec![
                ("#let picture = b.picture * u", "#let picture = 0.3 * b.picture * u"),
                ("other == none { 10mm }", "other == none { 1mm }"),
                ("most: 5", "most: 9"),
            ],
        ),
        ("ER-PAGE-NO", "fr", vec![("page-of(p + 1, count)", "str(p + 1)")]),
        ("ER-PAGE-NO", "ar", vec![("named(\"page\", block(", "(block(")]),
        ("ER-MARGIN", "fr", vec![("#let M = b.margin * u", "#let M = 0.7 * b.margin * u")]),
        (
            "ER-LENGTH",
            "fr",
            vec![("bands, next-room, next-room)", "bands, next-room, next-room) + range(25).map(_ => ())")],
        ),
    ]
}

#[test]
fn a_theme_that_breaks_a_rule_is_found_out() {
    let mut missed = Vec::new();
    for (rule, languages, changes) in broken() {
        let found = rules(job(languages), &changed(&changes));
        if !found.contains(rule) {
            missed.push(format!("{rule} in {languages}, {changes:?}: {found:?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
    let tested: BTreeSet<&str> = broken().into_iter().map(|(rule, ..)| rule).collect();
    assert_eq!(tested.len(), 16);
}

fn sheet(job: &Job) -> &pancarte::plan::EasyRead {
    job.sheet.easy_read().unwrap()
}

#[test]
fn hard_words_are_explained_in_the_next_sentence() {
    let french = sheet(job("fr"));
    let ideas: Vec<_> = french.sections.iter().flat_map(|section| &section.ideas).collect();
    let expected = [
        "Votre code est secret.",
        "Un code est un mot secret.",
        "Il ouvre votre compte.",
        "Gardez votre Code.",
        LONG,
        "Le navigateur ouvre les pages.",
    ];
    assert_eq!(ideas[0].sentences, expected);
    assert!(ideas[1..].iter().all(|idea| idea.sentences.len() == 1));
    // « compte » is explained in the list only: the sheet says it in an explanation; « éventail » is not said
    let listed: Vec<&str> = french.hard_words.iter().map(|word| word.term.as_str()).collect();
    assert_eq!(listed, ["code", "compte", "navigateur"]);
}

#[test]
fn two_languages_list_the_same_words() {
    let job = job("fr+ar");
    let second = job.second.as_ref().and_then(|second| second.sheet.easy_read()).unwrap();
    let ids = |words: &[pancarte::plan::HardWord]| words.iter().map(|word| word.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&sheet(job).hard_words), ids(&second.hard_words));
    assert_eq!(second.hard_words.iter().map(|word| word.term.as_str()).collect::<Vec<_>>(), ["رمز", "", ""]);
    assert!(job.machine, "an explanation of a machine marks the sheet");
    assert!(!self::job("fr").machine);
}

#[test]
fn explanations_are_words_of_the_sheet() {
    let other = planned_with(&FRENCH.replace("Un code est un mot secret.", "Un code est un secret."));
    let same = other.plan.jobs.iter().find(|other| other.path() == job("fr").path()).unwrap();
    assert_ne!(same.code, job("fr").code);
    let said = planned_with(&FRENCH.replace("Un code est un mot secret.", "Votre code est secret."));
    let said = said.plan.jobs.iter().find(|other| other.path() == job("fr").path()).unwrap();
    assert_eq!(sheet(said).sections[0].ideas[0].sentences[1], "Il ouvre votre compte.");
    assert!(job("fr").files.contains(&"content/glossary/fr.yaml".to_owned()));
    let page = Pages::new(Arc::new(theme().clone())).unwrap().page(job("fr+ar"), &[]).unwrap();
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} is missing"));
    assert!(
        at("Votre code est secret.") < at("Un code est un mot secret.")
            && at("Demandez-nous de") < at("<dfn>compte</dfn>")
    );
    assert!(
        page.contains("<div lang=\"ar\" dir=\"rtl\"><p><dfn>رمز</dfn></p>")
            && at("<dfn>code</dfn>") < at("id=\"contacts\"")
    );
}

#[test]
fn large_print_is_the_same_sheet() {
    let large = planned().plan.jobs.iter().find(|job| job.stem == "easy-read-a3").unwrap();
    assert!(matches!(large.size, Size::Paper(_)));
    let theme = Press::new(Arc::new(theme().clone()));
    let pages = |job: &Job| lay_out(job, &theme).unwrap().pages().len();
    assert_eq!(pages(large), pages(job("fr")));
    assert_eq!(large.code, job("fr").code);
}

/// Stops the layout where the height of a row, or of what stands around rows, by arithmetic is not that of the layout, to a twentieth of a point.
const HEIGHTS: &str = "#let same(known, laid-out) = if calc.abs((known - laid-out) / 1pt) > 0.05 {
  panic(repr(known) + \" is laid out \" + repr(laid-out))
}
#context {
  for (rows, heights) in ((shared-rows(), shared-heights()), (own-rows, own-heights())) {
    for (x, known) in rows.zip(heights) { same(known, measure(block(width: W - 2 * M, x.content)).height) }
  }
  same(opening-height(), measure(block(width: W, opening-page)).height)
  same(foot-marks-height(), measure(foot-marks).height)
  for (s, known) in band-heights().enumerate() { same(known, measure(block(width: W, band(s, false))).height) }
";

#[test]
fn heights_by_arithmetic_are_those_of_the_layout() {
    let source = changed(&[("#context {\n", HEIGHTS)]);
    for job in &planned().plan.jobs {
        assert_eq!(rules(job, &source), BTreeSet::new(), "{}", job.path());
    }
    let higher =
        changed(&[("#context {\n", HEIGHTS), ("#let between-sentences = 0.35", "#let between-sentences = 0.4")]);
    assert_eq!(rules(job("fr"), &higher), BTreeSet::new());
    let wrong = higher.replace("(pitch.between + between-sentences) * em", "(pitch.between + 0.35) * em");
    let mut theme = theme().clone();
    Arc::make_mut(&mut theme.assets).insert("easy-read.typ".to_owned(), wrong.into_bytes());
    let found = french(&lay_out(job("fr"), &Press::new(Arc::new(theme))).unwrap_err());
    assert!(found.contains("is laid out"), "{found}");
}

/// A job as the register of readings will make it, with a square for the logo, which pancarte never ships.
fn reviewed(languages: &str) -> Job {
    let mut job = job(languages).clone();
    let names = vec!["Ana Petit".to_owned(), "Léo Roux".to_owned()];
    if let Sheet::EasyRead(sheet) = &mut job.sheet {
        sheet.review = Some(EasyReview { names, date_text: "1 décembre 2026".to_owned() });
    }
    job.carry_easy_logo(&square());
    job
}

fn square() -> Logo {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><path fill='#335' d='M0 0h10v10H0z'/></svg>";
    Logo { extension: "svg", bytes: svg.as_bytes().into(), alt: String::new(), ratio: 1.0, credit: None }
}

#[test]
fn the_logo_stands_on_reviewed_sheets_only() {
    let mut unread = job("fr").clone();
    unread.carry_easy_logo(&square());
    assert!(unread.easy_logo.is_none() && unread.easy_logo_file.is_none());
    let mut half = job("fr+en").clone();
    half.sheet = reviewed("fr").sheet;
    half.carry_easy_logo(&square());
    assert!(half.easy_logo.is_none(), "one language of two was read");
    for languages in ["en", "ar"] {
        assert_eq!(rules(&reviewed(languages), &template()), BTreeSet::new(), "{languages}");
    }
    let job = reviewed("fr");
    assert_eq!(rules(&job, &template()), BTreeSet::new());
    let small = changed(&[("#let logo-height = z * calc.max(20mm", "#let logo-height = z * 0.4 * calc.max(20mm")]);
    assert!(rules(&job, &small).contains("ER-LOGO"));
    let silent = changed(&[("par(string(v, \"easy_logo_mention\"))", "[]")]);
    assert!(rules(&job, &silent).contains("ER-LOGO"));
    let page = Pages::new(Arc::new(theme().clone())).unwrap().page(&job, &[]).unwrap();
    assert!(page.contains("<bdi>Ana Petit</bdi>, <bdi>Léo Roux</bdi> (<bdi>1 décembre 2026</bdi>)"), "{page}");
    assert!(page.contains("© Logo européen Facile à lire") && page.contains("alt=\"Logo européen Facile à lire\""));
}

#[test]
fn terms_are_found_for_others() {
    let glossary = &planned().catalog.glossary[&lang("fr")];
    let text = "Vos CODES ouvrent un compte.";
    let found: BTreeMap<&str, &str> =
        glossary.terms_in(text).into_iter().map(|(term, range)| (term.id.as_str(), &text[range])).collect();
    assert_eq!(found, BTreeMap::from([("code", "CODES"), ("compte", "compte")]));
}
