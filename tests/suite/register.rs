//! Registers of venues, as public data has them, become posters that hold every word: 145 real venues where the shared folder is
//! at hand, and invented ones with the same dirt always.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use pancarte::diag::Diagnostics;
use pancarte::files::Files;
use pancarte::model::{Format, Medium};
use pancarte::pipeline::load_and_plan;
use pancarte::plan::Job;

use crate::support::{build_well, only, put, root, skipped};

const KIT: &str = "extends: pancarte
defaults:
  languages: [fr]
  colour: '#006B57'
  keyboard: fr-azerty
  browsers: [firefox, chrome, edge]
  site_url: https://exemple.fr/postes
  orders:
    - {medium: poster-checklist, size: a4}
    - {medium: poster-checklist, size: a3}
";

/// A venue of a register: what a poster shows of it.
#[derive(Debug, Clone, Default)]
struct Row {
    name: String,
    street: String,
    postcode: String,
    town: String,
    hours: String,
}

impl Row {
    /// Its profile: JSON strings are YAML strings.
    fn profile(&self) -> String {
        let quoted = |text: &str| serde_json::to_string(text).unwrap();
        let mut profile = format!("name: {}\n", quoted(&self.name));
        let address = [("street", &self.street), ("postcode", &self.postcode), ("town", &self.town)];
        let address = address.iter().filter(|(_, value)| !value.trim().is_empty());
        let address: Vec<String> = address.map(|(key, value)| format!("  {key}: {}\n", quoted(value))).collect();
        if !address.is_empty() {
            profile += &format!("address:\n{}", address.concat());
        }
        if !self.hours.is_empty() {
            profile += &format!("hours: {}\n", quoted(&self.hours));
        }
        profile
    }
}

#[test]
fn a_real_register_becomes_posters() {
    let path = root().join("../shared/venues/lieux-mediation-numerique.csv");
    if !path.is_file() {
        eprintln!("skipped: {} is not there", path.display());
        return;
    }
    let mut reader = csv::Reader::from_path(&path).unwrap();
    let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 145);
    let of = |row: &BTreeMap<String, String>, key: &str| row[key].clone();
    let rows = rows.iter().map(|row| Row {
        name: of(row, "nom"),
        street: [of(row, "adresse"), of(row, "complement_adresse")].join(" ").trim().to_owned(),
        postcode: of(row, "code_postal"),
        town: of(row, "commune"),
        hours: of(row, "horaires"),
    });
    assert_posters_hold_every_word(&rows.collect::<Vec<_>>());
}

/// Names as registers have them: capitals, brackets, quotation marks, doubled spaces, numbers, signs, and one of 120 characters.
const NAMES: [&str; 16] = [
    "MAIRIE",
    "Bus France Services - [Place Robert Joubert - St Angeau]",
    "Caisse primaire d'assurance maladie des Bouches-du-Rhône",
    "Espace Public Numérique \"Le Patio\"",
    "  Médiathèque   des  Deux Rives ",
    "C.C.A.S. de Villeneuve-sur-Lot (antenne n° 2)",
    "L’Atelier du 15 / Le FabLab & Co",
    "Centre socio-culturel « Les Hauts de l’Isle »",
    "EPN@Vallée",
    "Tiers-lieu numérique_intercommunal_de_la_Haute-Vallée-de-l’Aude",
    "Point d’accès au droit, maison des services, espace numérique et relais petite enfance de la communauté de communes 12",
    "Ça & Là : l’Île aux œuvres",
    "POLE EMPLOI (FRANCE TRAVAIL) AGENCE DE SAINT-QUENTIN-EN-YVELINES",
    "Maison de la solidarité Émile-Zola, rez-de-chaussée, porte B",
    "N° 7",
    "Bibliothèque-ludothèque municipale Marie-Curie-Skłodowska",
];
const STREETS: [&str; 6] = [
    "",
    "27 TER AVENUE JEAN ET MARCEL FONTENAILLE Résidence des facultés, Bat. C n° 559",
    "passerelle des Droits de l'Homme",
    "1, pl. du Mal-de-Lattre-de-Tassigny",
    "Le Bourg",
    "ZA de la Croix-Blanche, 12 bis allée des Châtaigniers, bâtiment administratif, 2e étage",
];
const TOWNS: [(&str, &str); 5] = [
    ("13090", "Aix-en-Provence"),
    ("82290", "La Ville-Dieu-du-Temple"),
    ("", ""),
    ("51300", "SAINT-REMY-EN-BOUZEMONT-SAINT-GENEST-ET-ISSON"),
    ("16230", "Saint-Angeau"),
];
const HOURS: [&str; 5] = [
    "",
    "Mo-Fr 08:00-12:15,13:15-16:30",
    "Mo 14:00-18:00; Tu-Fr 09:00-12:00,14:00-18:00; Sa 09:00-12:00",
    "Tu-Sa 09:00-13:00,14:00-18:00; We,Fr 14:00-18:00",
    "sur rendez-vous uniquement, du lundi au vendredi, sauf le 1er jeudi du mois et les jours fériés",
];

#[test]
fn an_invented_register_becomes_posters() {
    let row = |at: usize| Row {
        name: NAMES[at % NAMES.len()].to_owned(),
        street: STREETS[at % STREETS.len()].to_owned(),
        postcode: TOWNS[at % TOWNS.len()].0.to_owned(),
        town: TOWNS[at % TOWNS.len()].1.to_owned(),
        hours: HOURS[at % HOURS.len()].to_owned(),
    };
    assert!(NAMES.iter().any(|name| name.chars().count() >= 118));
    assert_posters_hold_every_word(&(0..30).map(row).collect::<Vec<_>>());
}

/// Builds posters in A4 and A3 for every row, and reads them back.
fn assert_posters_hold_every_word(rows: &[Row]) {
    let (project, output) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    put(project.path(), "content/kit.yaml", KIT);
    for (at, row) in rows.iter().enumerate() {
        put(project.path(), &format!("content/venues/lieu-{at:03}.yaml"), row.profile());
    }
    let request = only(&[Medium::PosterChecklist], &[Format::Pdf]);
    let report = build_well(project.path(), output.path(), &request);
    assert_eq!(report.sheets, 2 * rows.len());
    let mut diagnostics = Diagnostics::new();
    let planned = load_and_plan(Files::project(project.path()), &request.wanted, &mut diagnostics).unwrap();
    for job in &planned.plan.jobs {
        let legibility = job.legibility.as_ref().unwrap();
        for (role, reached) in &legibility.reached {
            assert!(reached.cap_mm >= 4.49 && reached.one_in <= 200.0, "{}: {role:?} {reached:?}", job.path());
        }
    }
    let missing: Vec<String> = planned.plan.jobs.iter().flat_map(|job| missing_words(job, output.path())).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Words of a job that `pdftotext` does not find in its PDF, as often as the job says them.
fn missing_words(job: &Job, output: &Path) -> Vec<String> {
    let pdf = output.join(format!("{}.pdf", job.path()));
    let Ok(read) = Command::new("pdftotext").arg("-raw").arg(&pdf).arg("-").output() else {
        skipped("pdftotext");
        return Vec::new();
    };
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let text = letters(&String::from_utf8_lossy(&read.stdout));
    let mut lines = job.sheet.plain();
    lines.extend(job.venue.address.iter().chain(&job.venue.hours).cloned());
    lines.extend([job.venue.name.clone(), job.code.clone(), job.address.clone().unwrap()]);
    let mut wanted: BTreeMap<String, usize> = BTreeMap::new();
    for word in lines.iter().flat_map(|line| line.split(|c: char| !c.is_alphanumeric())).filter(|word| *word != "https")
    {
        *wanted.entry(word.to_owned()).or_default() += usize::from(!word.is_empty());
    }
    let missing =
        wanted.into_iter().filter(|(word, count)| !word.is_empty() && text.matches(word.as_str()).count() < *count);
    missing.map(|(word, _)| format!("{}: {word}", job.path())).collect()
}
