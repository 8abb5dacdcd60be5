//! Documents and cards measure what has no tags, and draw what has: both are as high.

use std::collections::BTreeMap;

use pancarte::diag::Diagnostics;
use pancarte::files::Files;
use pancarte::layout::lay_out;
use pancarte::pipeline::load_and_plan;
use pancarte::plan::Wanted;

use crate::support::{changed, french};

const KIT: &str = "extends: pancarte
defaults:
  keyboard: fr-azerty
  browsers: [firefox, chrome, edge]
  languages: [fr, en]
  orders:
    - {medium: mandate, formats: [pdf]}
    - {medium: staff-card, formats: [pdf]}
    - {medium: house-rules, formats: [pdf]}
";
const VENUE: &str = "name: Espace numérique de la Halle-aux-Grains\ncolour: '#1F2AD1'\n";

/// Of everything that its prose can be made of.
const WRITTEN: &str = "title: Mandat écrit
sections:
  - title: Ce que vous devez savoir avant de signer, et ce que nous ferons ensuite avec vous
    body: |
      Un paragraphe assez long pour prendre plusieurs lignes, avec un [lien](https://exemple.fr/une-page), des **mots forts** et des *mots soulignés*, pour que rien ne manque à la mesure.

      Nous faisons trois choses :

      1. la première, qui est assez longue pour prendre deux lignes sur la page, parce que ses mots sont nombreux et qu’ils continuent ;
      2. la deuxième ;
      3. la troisième.

      Et nous ne faisons pas :

      - ce que vous ne demandez pas ;
      - ce que nous ne savons pas faire, ou pas assez bien pour que vous puissiez compter dessus sans crainte.
    fields:
      - {kind: line, label: Votre nom}
      - {kind: line, label: Le nom complet de la personne qui vous accompagne aujourd’hui dans cette démarche}
      - {kind: choice, label: Durée, options: [un jour, une semaine]}
      - {kind: choice, label: Ce que nous pouvons faire, options: [ouvrir votre compte et lire avec vous les messages que l’administration vous a envoyés, écrire une réponse que vous relirez avant qu’elle parte]}
      - {kind: lines, label: Autre chose, count: 2, hint: Écrivez lisiblement.}
      - {kind: signature, label: Votre signature}
      - {kind: signature, label: Notre signature, hint: Avec le tampon du lieu.}
";

/// Says so where what is measured is not as high as what is drawn.
const SAME: &str = "let same(reckoned, drawn) = if calc.abs((reckoned - drawn) / 1pt) > 0.01 { panic(repr(reckoned) + \" is drawn \" + repr(drawn)) }\n";
const SAME_MANDATE: &str = "for x in settings {
    same(height(opening(x, tagged: false)), height(opening(x)))
    for s in doc.sections { same(height(section(s, x, tagged: false)), height(section(s, x))) }
  }
  set page(margin";
const SAME_CARD: &str = "for row in rows { same(row.height, measure(row.body).height) }
  let needs = rows";
const SAME_RULES: &str = "for s in doc.sections {
    let drawn = pitch(1.5, prose(s.body, width: measure-of, look: pitch.with(1.5), level: 3))
    let plain = pitch(1.5, prose(s.body, width: measure-of, look: pitch.with(1.5), level: 3, tagged: false))
    same(measure(block(width: measure-of, plain)).height, measure(block(width: measure-of, drawn)).height)
  }
  set page(margin";

fn found(template: &str, from: &str, check: &str, medium: &str, written: Option<&str>) -> Vec<String> {
    let file = |path: &str, text: &str| (path.to_owned(), text.as_bytes().to_vec());
    let mut files = BTreeMap::from([file("content/kit.yaml", KIT), file("content/venues/halle.yaml", VENUE)]);
    files.extend(written.map(|written| file("content/documents/mandat-ecrit/fr.yaml", written)));
    let mut diagnostics = Diagnostics::new();
    let planned = load_and_plan(Files::memory(files), &Wanted::default(), &mut diagnostics).unwrap();
    assert!(diagnostics.is_empty(), "{}", french(&diagnostics));
    let press = changed(&planned.themes["default"], template, from, &format!("{SAME}  {check}"));
    let jobs: Vec<_> = planned.plan.jobs.iter().filter(|job| job.medium.name() == medium).collect();
    assert!(jobs.len() > 1, "{medium}");
    jobs.into_iter().filter_map(|job| lay_out(job, &press).err()).map(|found| french(&found)).collect()
}

#[test]
fn what_is_measured_is_as_high_as_what_is_drawn() {
    for written in [None, Some(WRITTEN)] {
        let found = found("mandate.typ", "set page(margin", SAME_MANDATE, "mandate", written);
        assert!(found.is_empty(), "{found:?}");
    }
    for (template, from, check, medium) in [
        ("staff-card.typ", "let needs = rows", SAME_CARD, "staff-card"),
        ("house-rules.typ", "set page(margin", SAME_RULES, "house-rules"),
    ] {
        let found = found(template, from, check, medium, None);
        assert!(found.is_empty(), "{found:?}");
    }
    // and what is wrong is found
    let wrong = SAME_CARD.replace("row.height", "row.height + 1mm");
    assert!(!found("staff-card.typ", "let needs = rows", &wrong, "staff-card", None).is_empty());
}
