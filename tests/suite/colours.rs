//! Colours that are put into pages afterwards give the same pages as colours that the template had from the beginning.

use std::collections::BTreeMap;
use std::sync::Arc;

use pancarte::diag::Diagnostics;
use pancarte::files::Files;
use pancarte::layout::{Press, lay_out};
use pancarte::pipeline::{Planned, load_and_plan};
use pancarte::plan::{Job, Wanted};
use pancarte::render::pdf::pdf;
use pancarte::theme::Theme;
use rayon::prelude::*;

use crate::support::{changed, french};

/// A venue with this colour that orders one of everything.
fn planned(colour: &str) -> Planned {
    let kit = format!(
        "extends: pancarte\ndefaults:\n  theme: default\n  languages: [fr, ar]\n  keyboard: fr-azerty\n  browsers: [firefox]\n  \
         colour: \"{colour}\"\n  selection:\n    poster-tip: [regards]\n    easy-read: [fermer-session, effacer-traces]\n"
    );
    let venue = "name: Espace numérique du Port\naddress: {town: Port-Lanvec}\norders:\n  \
                 - {medium: poster-checklist, size: a3}\n  - {medium: poster-checklist, size: a3, eco: true}\n  \
                 - {medium: poster-checklist, size: a3, languages: [fr+ar]}\n  - {medium: poster-tip, size: a4}\n  \
                 - {medium: booklet}\n  - {medium: easy-read}\n  - {medium: staff-card}\n  - {medium: mandate}\n  - {medium: house-rules}\n  \
                 - {medium: signage}\n  - {medium: wallpaper, size: 1920x1080}\n";
    let file = |path: &str, text: &str| (path.to_owned(), text.as_bytes().to_vec());
    let files = BTreeMap::from([file("content/kit.yaml", &kit), file("content/venues/port.yaml", venue)]);
    let mut diagnostics = Diagnostics::new();
    let planned = load_and_plan(Files::memory(files), &Wanted::default(), &mut diagnostics).unwrap();
    assert!(diagnostics.is_empty(), "{}", french(&diagnostics));
    planned
}

/// The theme as it would be if templates had the colours of the venue.
fn direct(theme: &Theme) -> Press {
    let own = "{ let job = json(\"/job.json\"); job.colours + (grounds: job.grounds) }";
    changed(theme, "base.typ", "common.colours.pairs()", &format!("{own}.pairs()"))
}

fn drawn(job: &Job, press: &Press) -> Vec<u8> {
    pdf(&lay_out(job, press).unwrap(), job).unwrap()
}

#[test]
fn colours_put_in_afterwards_are_those_of_the_venue() {
    for colour in ["#1F2AD1", "#F5C518", "#777777"] {
        let planned = planned(colour);
        assert!(planned.plan.jobs.len() > 15, "{}", planned.plan.jobs.len());
        let theme = &planned.themes["default"];
        let (afterwards, direct) = (Press::new(Arc::new(theme.clone())), direct(theme));
        let other: Vec<String> = planned
            .plan
            .jobs
            .par_iter()
            .filter(|job| drawn(job, &afterwards) != drawn(job, &direct))
            .map(|job| format!("{colour} {}", job.path()))
            .collect();
        assert!(other.is_empty(), "{other:#?}");
    }
}

/// A stand-in that is made lighter is nobody's colour: a theme that does so has the colours of the venue from the beginning.
#[test]
fn a_theme_may_mix_colours() {
    let planned = planned("#1F2AD1");
    let theme = &planned.themes["default"];
    let job = planned.plan.jobs.iter().find(|job| job.stem == "poster-checklist-a3").unwrap();
    let lighter =
        |press: &Press| changed(&press.theme, "checklist.typ", "fill: c.field)", "fill: c.field.lighten(5%))");
    let plain = Press::new(Arc::new(theme.clone()));
    let bytes = drawn(job, &lighter(&plain));
    assert_ne!(bytes, drawn(job, &plain));
    assert_eq!(bytes, drawn(job, &lighter(&direct(theme))));
}

/// Letters in a drawing have a font only while the template is run: such a sheet has its colours from the beginning.
#[test]
fn a_drawing_with_letters_keeps_them() {
    let planned = planned("#1F2AD1");
    let theme = &planned.themes["default"];
    let letters = "<text x=\"2\" y=\"20\" font-size=\"9\" fill=\"var(--a)\">Lu</text></svg>";
    let lettered = |press: &Press| changed(&press.theme, "pictograms/sortie.svg", "</svg>", letters);
    let job = planned.plan.jobs.iter().find(|job| job.stem == "poster-checklist-a3").unwrap();
    let plain = Press::new(Arc::new(theme.clone()));
    let bytes = drawn(job, &lettered(&plain));
    assert_ne!(bytes, drawn(job, &plain));
    assert_eq!(bytes, drawn(job, &lettered(&direct(theme))));
}

/// Where a theme has the colours of the venue from the beginning, a pink is a pink, and is judged as one.
#[test]
fn a_colour_like_a_stand_in_is_judged_as_it_is() {
    let planned = planned("#1F2AD1");
    let job = planned.plan.jobs.iter().find(|job| job.stem == "poster-checklist-a3").unwrap();
    let pink = "#let c = (..c, ink: rgb(\"#fe04a7\"))\n#let lighter = c.field.lighten(5%)\n#let ladder = c.ladder";
    let press = changed(&planned.themes["default"], "base.typ", "#let ladder = c.ladder", pink);
    let found = french(&lay_out(job, &press).unwrap_err()).to_lowercase();
    assert!(found.contains("#fe04a7"), "{found}");
}
