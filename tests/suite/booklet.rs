//! Booklets: numbers of pages are known before anything is laid out, and are those of the pages.

use std::collections::BTreeMap;

use pancarte::diag::Diagnostics;
use pancarte::files::Files;
use pancarte::layout::{Press, lay_out};
use pancarte::model::Medium;
use pancarte::pipeline::{Planned, load_and_plan};
use pancarte::plan::{Job, Wanted};

use crate::support::{changed, french};

const KIT: &str = "extends: pancarte
defaults:
  keyboard: fr-azerty
  browsers: [firefox, chrome]
  site_url: https://exemple.fr/postes
";
const VENUE: &str = "name: Espace numérique de la Halle-aux-Grains
languages: [fr, en, ar]
address: {street: 12 rue des Érables, postcode: \"51100\", town: Reims}
hours: Mo-Fr 09:00-18:00
colour: '#1F2AD1'
logo: {file: content/logo.svg, alt: Reims}
contacts:
  - {kind: phone, value: 03 00 00 00 00}
  - {kind: email, value: accueil@exemple.fr, note: Nous répondons en deux jours.}
orders:
  - {medium: booklet, size: a5, languages: [fr, en, ar]}
  - {medium: booklet, size: a6, languages: [fr, ar]}
";
const LOGO: &str =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'><path fill='#335' d='M0 0h30v10H0z'/></svg>";

fn planned(venue: &str, tip: Option<String>) -> Planned {
    let file = |path: &str, text: &str| (path.to_owned(), text.as_bytes().to_vec());
    let mut files = BTreeMap::from([
        file("content/kit.yaml", KIT),
        file("content/venues/halle.yaml", venue),
        file("content/logo.svg", LOGO),
    ]);
    files.extend(tip.map(|tip| file("content/tips/essai.yaml", &tip)));
    let mut diagnostics = Diagnostics::new();
    let planned = load_and_plan(Files::memory(files), &Wanted::default(), &mut diagnostics);
    assert!(diagnostics.is_empty(), "{}", french(&diagnostics));
    planned.unwrap()
}

fn booklets(planned: &Planned) -> impl Iterator<Item = &Job> {
    planned.plan.jobs.iter().filter(|job| job.medium == Medium::Booklet)
}

/// The press of the shipped theme, with this at the end of what draws the pages.
fn press(planned: &Planned, more: &str) -> Press {
    changed(&planned.themes["default"], "booklet.typ", "  back()\n}", &format!("  back()\n{more}}}"))
}

/// Says so where a page has another number than was reckoned, or where the cover and the back are as high as nobody thought.
const SAME: &str = "  if not known { panic(\"not known\") }
  let found = query(heading.where(level: 1, outlined: true)).map(x => x.location().page())
  if found.len() > 0 and found != starts { panic(repr(starts) + \" stand on \" + repr(found)) }
  let end = query(<end-of-text>)
  if end.len() > 0 and end.last().location().page() != last { panic(\"the end is not on \" + str(last)) }
  let same(reckoned, drawn) = if calc.abs((reckoned - drawn) / 1pt) > 0.5 { panic(repr(reckoned) + \" is drawn \" + repr(drawn)) }
  same(signature-height(), measure(signature).height)
  same(height-of-both((\"cover-1\", \"cover-2\")), measure(as-one((\"cover-1\", \"cover-2\"), (c.ink, c.ink))).height)
  same(text-height(W - 2 * M, imprint(line => block(spacing: 0.6em, line))), measure(block(width: W - 2 * M, imprint(par))).height)
";

/// The venue without its logo, and with so many contacts that they take several pages.
fn much_asked() -> String {
    let contact = |at: usize| {
        format!(
            "  - {{kind: email, value: guichet-{at}@exemple.fr, note: Le guichet {at} répond le mardi et le jeudi.}}\n"
        )
    };
    let contacts: String = (1..10).map(contact).collect();
    let kept = VENUE.lines().filter(|line| !line.starts_with("logo:")).map(|line| format!("{line}\n"));
    kept.collect::<String>().replace("orders:\n", &format!("{contacts}orders:\n"))
}

#[test]
fn numbers_of_pages_are_known_before_they_are_laid_out() {
    for venue in [VENUE.to_owned(), much_asked()] {
        let planned = planned(&venue, None);
        let sizes: Vec<_> = booklets(&planned).map(|job| job.path()).collect();
        assert_eq!(sizes.len(), 5, "{sizes:?}");
        for job in booklets(&planned) {
            let found = lay_out(job, &press(&planned, SAME));
            assert!(found.is_ok(), "{}: {}", job.path(), french(&found.unwrap_err()));
        }
        // and what is wrong is found
        let wrong = SAME.replace("!= starts", "!= starts.slice(1)");
        assert!(lay_out(booklets(&planned).next().unwrap(), &press(&planned, &wrong)).is_err());
    }
}

#[test]
fn numbers_that_are_not_those_of_the_pages_are_told() {
    let planned = planned(VENUE, None);
    let job = booklets(&planned).next().unwrap();
    let found = |from: &str, to: &str| {
        let press = changed(&planned.themes["default"], "booklet.typ", from, to);
        french(&lay_out(job, &press).unwrap_err())
    };
    let late = found("starts.push(if known { next })", "starts.push(if known { next + 1 })");
    let sheet = job.path();
    for told in [
        format!("le sommaire annonce la page « 4 » pour ce qui commence à la page 3 dans {sheet}"),
        format!("la page 3 porte le numéro « 4 » dans {sheet}"),
        "le thème compte mal ses pages".to_owned(),
    ] {
        assert!(late.contains(&told), "{told}\n{late}");
    }
    let shuffled = found("contents(places)\n  for", "contents(places.rev())\n  for");
    assert!(
        shuffled.contains("pour ce qui commence à la page 3") && !shuffled.contains("porte le numéro"),
        "{shuffled}"
    );
}

/// A tip that no page of a booklet has room for.
fn endless() -> String {
    let body = "Fermez la fenêtre, puis regardez si elle est bien fermée. ".repeat(60);
    format!(
        "moment: online\naudience: public\npictogram: sortie\npriority: 1\nsources: []\nwritten_on: 2026-11-24\nreview_by: 2027-11-24\nwords:\n  fr:\n    title: Un essai\n    action: Fermez la fenêtre\n    body: {body}\n"
    )
}

#[test]
fn a_tip_longer_than_a_page_flows_over_and_numbers_are_those_of_the_pages() {
    let venue = VENUE
        .replace("[fr, en, ar]", "[fr]")
        .replace("size: a6, languages: [fr, ar]", "size: a6, tips: [essai, regards]");
    let planned = planned(&venue, Some(endless()));
    let long = booklets(&planned).last().unwrap();
    let document = lay_out(long, &press(&planned, "")).unwrap_or_else(|found| panic!("{}", french(&found)));
    assert!(document.pages().len().is_multiple_of(4));
    let found = french(&lay_out(long, &press(&planned, SAME)).unwrap_err());
    assert!(found.contains("not known"), "{found}");
}
