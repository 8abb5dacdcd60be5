//! Registers become venues: every value of the national schema, every dirt, a second import, and that no row is lost.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use pancarte::check;
use pancarte::content::profile;
use pancarte::content::register::{self, Done, Kit, Mapping, Table};
use pancarte::diag::Diagnostics;
use pancarte::files::{Files, TextFile};
use pancarte::import::{Counts, Plan, Request, plan};
use pancarte::model::Date;

use crate::support::{differs, put, root, tests, text, tree};

const KIT: &str = "extends: pancarte
defaults:
  languages: [fr]
  colour: '#006B57'
  keyboard: fr-azerty
  browsers: [firefox]
  screens: [1920x1080]
";

/// A project in a new folder.
fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "content/kit.yaml", KIT);
    folder
}

fn imported(project: &Path, file: &Path, options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pancarte"));
    command.args(["--ui-lang", "fr", "import"]).arg(file).arg("--project").arg(project).args(options);
    command.output().unwrap()
}

/// The plan of an import of these bytes into a project.
fn planned(project: &Path, bytes: &[u8]) -> Plan {
    planned_as(project, bytes, &Request { name: "lieux".into(), into: "content/venues".into(), ..Request::default() })
}

fn planned_as(project: &Path, bytes: &[u8], request: &Request) -> Plan {
    let (kit, files) = profile::load_kit(Files::project(project), &mut Diagnostics::new()).unwrap();
    plan(&files, &kit, bytes, request).unwrap()
}

fn write(project: &Path, plan: &Plan) {
    plan.made.iter().chain(&plan.changed).for_each(|(path, bytes)| put(project, path, bytes));
}

/// Imports, and says how many rows became what.
fn import(project: &Path, csv: &str) -> Plan {
    let plan = planned(project, csv.as_bytes());
    write(project, &plan);
    plan
}

fn accounted(counts: Counts) -> usize {
    counts.made + counts.changed + counts.same + counts.deleted + counts.refused
}

fn errors(project: &Path) -> Vec<String> {
    let mut found = Diagnostics::new();
    pancarte::content::load(Files::project(project), &mut found).unwrap();
    found.iter().filter(|found| found.is_error()).map(|found| format!("{found:?}")).collect()
}

/// All files of an import and its report, as one text.
fn everything(fixture: &str, options: &[&str]) -> String {
    let project = project();
    let report = project.path().join("report.csv");
    let options = [options, &["--report", report.to_str().unwrap()]].concat();
    let output = imported(project.path(), &tests("import").join(fixture), &options);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(errors(project.path()), Vec::<String>::new());
    let shown = tree(project.path()).into_iter().filter(|(path, _)| path != "content/kit.yaml");
    let files: String =
        shown.map(|(path, bytes)| format!("== {path}\n{}", String::from_utf8(bytes).unwrap())).collect();
    format!("== stdout\n{}{files}", String::from_utf8(output.stdout).unwrap())
}

#[test]
fn every_value_of_the_schema_is_imported() {
    let found = everything("every-value.csv", &[]);
    if let Some(difference) = differs(&tests("import/every-value.txt"), &found) {
        panic!("{difference}");
    }
}

#[test]
fn dirt_is_mended_or_told() {
    let found = everything("dirt.csv", &[]);
    if let Some(difference) = differs(&tests("import/dirt.txt"), &found) {
        panic!("{difference}");
    }
    for person in ["Jeanne", "jeanne", "sophie", "Dupont"] {
        assert!(!found.contains(person), "{person} is told");
    }
}

#[test]
fn columns_and_values_have_other_names() {
    let project = project();
    put(
        project.path(),
        "r.json",
        r##"[{"Nom du lieu": "Le Lieu", "Tél": ["0200000000"], "typologie": "médiathèque", "Couleur": "#123456", "Interne": "x"}]"##,
    );
    let map = tests("import/map.yaml");
    let output = imported(project.path(), &project.path().join("r.json"), &["--map", map.to_str().unwrap()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let venue = text(&project.path().join("content/venues/le-lieu.yaml"));
    let said = "\nname: Le Lieu\nkind: bibliotheque\ncontacts:\n  - {kind: phone, value: 02 00 00 00 00}\ncolour: \"#123456\"\n";
    assert!(venue.ends_with(said), "{venue}");
}

const FIRST: &str = "id,nom,commune,code_postal,adresse,telephone,horaires,typologie
a,Espace,Lens,62999,1 rue A,0200000001,Mo-Fr 09:00-12:00,EPN
b,Bureau,Lens,62999,2 rue B,0200000002,,CCAS
c,Salle,Arras,62998,3 rue C,,,OF
";

#[test]
fn the_second_import_changes_nothing() {
    let project = project();
    let first = import(project.path(), FIRST);
    assert_eq!((first.counts.made, first.counts.rows), (3, 3));
    let again = planned(project.path(), FIRST.as_bytes());
    assert_eq!((again.made.len(), again.changed.len(), again.counts.same), (0, 0, 3));
    let reversed: Vec<&str> =
        FIRST.lines().take(1).chain(FIRST.lines().skip(1).collect::<Vec<_>>().into_iter().rev()).collect();
    let other = planned(project.path(), reversed.join("\r\n").as_bytes());
    assert_eq!((other.made.len(), other.changed.len()), (0, 0));
}

#[test]
fn what_people_wrote_stays() {
    let project = project();
    import(project.path(), FIRST);
    let path = project.path().join("content/venues/espace-lens.yaml");
    let edited = text(&path)
        .replace("name: Espace", "name: Espace des Lilas # le vrai nom")
        .replace("value: 02 00 00 00 01", "value: 02 00 00 00 99")
        + "colour: \"#123456\"\n";
    fs::write(&path, &edited).unwrap();
    let second =
        FIRST.replace("1 rue A", "10 rue A").replace("0200000001", "0200000055").replace("3 rue C", "30 rue C");
    let plan = import(project.path(), &second);
    assert_eq!(text(&path), edited.replace("street: 1 rue A", "street: 10 rue A"));
    let counts = plan.counts;
    assert_eq!((counts.changed, counts.same, counts.kept, counts.conflicts), (2, 1, 1, 1));
    let conflict = plan.lines.iter().find(|line| line.note.what.id == "import-conflict").unwrap();
    let said: Vec<&str> = conflict.note.what.args.iter().map(|(_, value)| value.as_str()).collect();
    assert_eq!(said, ["contacts", "02 00 00 00 01", "02 00 00 00 55", "02 00 00 00 99"]);
    let third = import(project.path(), &second);
    assert_eq!((third.changed.len(), third.counts.conflicts), (0, 0));
}

#[test]
fn rows_and_files_that_go_are_told() {
    let project = project();
    import(project.path(), FIRST);
    fs::remove_file(project.path().join("content/venues/bureau-lens.yaml")).unwrap();
    let second: String = FIRST.lines().filter(|line| !line.starts_with("c,")).map(|line| format!("{line}\n")).collect();
    let plan = import(project.path(), &second);
    assert_eq!((plan.counts.deleted, plan.counts.gone, plan.counts.made), (1, 1, 0));
    assert!(project.path().join("content/venues/salle-arras.yaml").is_file());
    let back = planned(project.path(), FIRST.as_bytes());
    assert_eq!((back.counts.same, back.counts.deleted, back.made.len()), (2, 1, 0));
    let request = Request { name: "lieux".into(), into: "content/venues".into(), restore: true, ..Request::default() };
    assert_eq!(planned_as(project.path(), FIRST.as_bytes(), &request).counts.made, 1);
}

#[test]
fn a_lost_record_finds_its_files() {
    let project = project();
    let twins = format!("{FIRST}d,Espace,Lens,62999,4 rue D,,,EPN\n");
    import(project.path(), &twins);
    let before = tree(&project.path().join("content/venues"));
    fs::remove_file(project.path().join("content/imports/lieux.json")).unwrap();
    let plan = import(project.path(), &twins);
    assert_eq!((plan.counts.same, plan.counts.made), (4, 0));
    assert_eq!(tree(&project.path().join("content/venues")), before);
}

#[test]
fn a_venue_of_other_people_is_not_taken() {
    let project = project();
    put(project.path(), "content/venues/espace-lens.yaml", "name: Un autre\n");
    let plan = import(project.path(), FIRST);
    assert_eq!(plan.counts.made, 3);
    assert_eq!(text(&project.path().join("content/venues/espace-lens.yaml")), "name: Un autre\n");
}

#[test]
fn a_register_under_another_name_is_not_imported_twice() {
    let project = project();
    let (first, second) = (project.path().join("lieux.csv"), project.path().join("lieux-decembre.csv"));
    fs::write(&first, FIRST).unwrap();
    fs::write(&second, FIRST.replace("a,Espace,", "a,Espace neuf,")).unwrap();
    assert!(imported(project.path(), &first, &[]).status.success());
    let before = tree(&project.path().join("content"));
    let refused = imported(project.path(), &second, &[]);
    assert!(!refused.status.success());
    assert_eq!(tree(&project.path().join("content")), before);
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(told.contains("3 des 3 lieux de ce fichier sont déjà ceux du registre « lieux »"), "{told}");
    assert!(told.contains("« --register lieux »"), "{told}");
    let gone_on = imported(project.path(), &second, &["--register", "lieux"]);
    assert!(String::from_utf8_lossy(&gone_on.stdout).contains("1 modifié, 2 inchangés"), "{gone_on:?}");
    let other = imported(project.path(), &second, &["--register", "lieux-decembre", "--dry-run"]);
    assert!(String::from_utf8_lossy(&other.stdout).contains("3 à créer"), "{other:?}");
}

#[test]
fn folders_are_decided_once() {
    let project = project();
    let file = project.path().join("lieux.csv");
    fs::write(&file, FIRST).unwrap();
    assert!(imported(project.path(), &file, &["--group", "department", "--dry-run"]).status.success());
    assert!(!project.path().join("content/imports").exists());
    assert!(imported(project.path(), &file, &["--group", "department"]).status.success());
    assert!(project.path().join("content/venues/62/espace-lens.yaml").is_file());
    assert!(!imported(project.path(), &file, &["--group", "none"]).status.success());
    assert!(!imported(project.path(), &file, &["--into", "content/venues/62"]).status.success());
    assert!(!imported(project.path(), &file, &["--into", "content"]).status.success());
    let again = imported(project.path(), &file, &[]);
    assert!(String::from_utf8_lossy(&again.stdout).contains("3 inchangés"), "{again:?}");
}

/// The kit of the shipped kinds.
fn kit() -> Kit {
    let kinds = ["bibliotheque", "epn", "guichet", "salle-attente", "salle-formation"];
    Kit {
        kinds: kinds.map(str::to_owned).into(),
        usual_kind: Some("epn".into()),
        languages: vec!["fr".into()],
        organisations: None,
    }
}

#[test]
fn a_table_is_read_as_it_is() {
    let csv = "id;nom;commune;telephone;colour;system;horaires\n1;Lieu;Lens;0200000001;#123456;kde;Mo\n2;Autre;Lens;12;#12;windoz;Mo 09:00-12:00\n";
    let mut found = Diagnostics::new();
    let table = Table::read(TextFile::new("content/venues/l.csv", csv), Mapping::default(), kit(), &mut found);
    assert_eq!(table.ids().collect::<Vec<_>>(), ["autre-lens", "lieu-lens"]);
    assert_eq!(table.row_bytes("lieu-lens"), b"1;Lieu;Lens;0200000001;#123456;kde;Mo");
    let written = table.written("lieu-lens", &mut found).unwrap();
    assert_eq!(written.profile.colour.as_ref().unwrap().value, "#123456");
    let place = pancarte::content::YamlText::whole(&written.file).place(written.profile.colour.as_ref().unwrap());
    assert_eq!((place.line_column(), &place.text[place.span.clone()]), ((2, 24), "#123456"));
    found.clear();
    assert!(table.written("autre-lens", &mut found).is_none());
    let told: Vec<_> = found.iter().map(|d| (d.message.id, d.place.as_ref().unwrap().line_column())).collect();
    assert!(told.contains(&("register-phone-bad", (3, 14))), "{told:?}");
    assert!(told.contains(&("yaml-unknown-value", (3, 21))), "{told:?}");
    assert!(table.written("x", &mut found).is_none() && !table.has("x"));
}

#[test]
fn a_project_with_a_table_has_its_venues() {
    let project = project();
    put(
        project.path(),
        "content/venues/lieux.csv",
        FIRST.replace(',', ";").replace('\n', "\r\n").replace("rue A", "rue À"),
    );
    put(project.path(), "content/venues/lieux.map.yaml", "group: department\n");
    let mut found = Diagnostics::new();
    let (_, _, shelf) = pancarte::content::open(Files::project(project.path()), &mut found).unwrap();
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(shelf.ids().collect::<Vec<_>>(), ["62/bureau-lens", "62/espace-lens", "62/salle-arras"]);
}

#[test]
fn a_table_and_an_import_say_the_same() {
    let bytes = fs::read(tests("import/dirt.csv")).unwrap();
    let project = project();
    let plan = planned(project.path(), &bytes);
    let table = TextFile::new("content/venues/l.csv", register::text(&bytes));
    let table = Table::read(table, Mapping::default(), kit(), &mut Diagnostics::new());
    let venues: BTreeMap<&str, &[u8]> = plan
        .made
        .iter()
        .filter_map(|(path, text)| {
            Some((path.strip_prefix("content/venues/")?.strip_suffix(".yaml")?, text.as_slice()))
        })
        .collect();
    let made: Vec<&str> = table.ids().filter(|id| table.written(id, &mut Diagnostics::new()).is_some()).collect();
    assert_eq!(made, venues.keys().copied().collect::<Vec<_>>());
    for id in made {
        let row = table.written(id, &mut Diagnostics::new()).unwrap().profile;
        let file = String::from_utf8(venues[id].to_vec()).unwrap();
        let file = pancarte::form::profile_of("content/venues/x.yaml", &file).unwrap();
        assert_eq!(pancarte::form::values::pruned(serde_json::to_value(row).unwrap()), file, "{id}");
    }
}

#[test]
fn persons_in_names_are_flagged() {
    let project = project();
    put(project.path(), "content/venues/a.yaml", "kind: epn\nname: \"Permanence (Jeanne MARTIN)\"\n");
    put(project.path(), "content/venues/b.yaml", "name: Espace Jean Moulin\n");
    put(
        project.path(),
        "content/venues/l.csv",
        "nom,commune,courriels\nLieu,Lens,jeanne.martin@lens.exemple.fr\nMme Dupont,Lens,\n\
         Bureau,Lens,mme.dupont@lens.exemple.fr\nOffice,Lens,dr.bretagne@exemple.fr\n",
    );
    let request = check::Request { only: vec!["PV-PERSON"], ..check::Request::on(Date::parse("2026-11-25").unwrap()) };
    let found = check::check_project(Files::project(project.path()), &request).findings;
    let mut places: Vec<String> = found
        .iter()
        .filter(|finding| finding.diagnostic.rule == Some("PV-PERSON"))
        .map(|finding| {
            let place = finding.diagnostic.place.as_ref().unwrap();
            format!("{}:{}:{}", place.path, place.line_column().0, place.line_column().1)
        })
        .collect();
    places.sort();
    let wanted = [
        "content/venues/a.yaml:2:20",
        "content/venues/l.csv:2:11",
        "content/venues/l.csv:3:1",
        "content/venues/l.csv:4:13",
    ];
    assert_eq!(places, wanted);
}

#[test]
fn hours_are_said_or_left_out() {
    for (hours, french, english) in [
        (
            "Mo-Fr 09:00-12:00,13:15-16:30",
            "Du lundi au vendredi, de 9 h à 12 h et de 13 h 15 à 16 h 30",
            "Monday to Friday, 9 am to noon and 1.15 pm to 4.30 pm",
        ),
        ("Tu-Sa 10:00-19:00", "Du mardi au samedi, de 10 h à 19 h", "Tuesday to Saturday, 10 am to 7 pm"),
        (
            "Tu-Sa 09:00-13:00,14:00-18:00; We,Fr 14:00-18:00",
            "Le mardi, le jeudi et le samedi, de 9 h à 13 h et de 14 h à 18 h ; le mercredi et le vendredi, de 14 h à 18 h",
            "Tuesday, Thursday and Saturday, 9 am to 1 pm and 2 pm to 6 pm; Wednesday and Friday, 2 pm to 6 pm",
        ),
        (
            "Fr 08:45-12:15; PH off",
            "Le vendredi, de 8 h 45 à 12 h 15 ; fermé les jours fériés",
            "Friday, 8.45 am to 12.15 pm; closed on public holidays",
        ),
        (
            "Mo-Fr 09:00-12:00, Sa 10:00-12:00",
            "Du lundi au vendredi, de 9 h à 12 h ; le samedi, de 10 h à 12 h",
            "Monday to Friday, 9 am to noon; Saturday, 10 am to noon",
        ),
        ("24/7", "Tous les jours, 24 h sur 24", "Every day, 24 hours"),
        (
            "Mo-Su 08:00-24:00; Su off",
            "Du lundi au samedi, de 8 h à minuit ; fermé le dimanche",
            "Monday to Saturday, 8 am to midnight; closed on Sunday",
        ),
        (
            "Sa-Mo 09:00-10:00; SH off",
            "Le lundi, le samedi et le dimanche, de 9 h à 10 h ; fermé pendant les vacances scolaires",
            "Monday, Saturday and Sunday, 9 am to 10 am; closed during school holidays",
        ),
    ] {
        assert_eq!(register::hours(hours), Some((french.to_owned(), english.to_owned())), "{hours}");
    }
    for hours in [
        "",
        "off",
        "ouvert le matin",
        "Mo-Fr 09:00+",
        "Mo[1] 09:00-12:00",
        "Jul-Aug Mo 09:00-12:00",
        "week 1-53/2 Mo 09:00-12:00",
        "Mo 22:00-02:00",
        "Mo sunrise-sunset",
        "Mo 09:00-12:00 \"sur rendez-vous\"",
        "Mo 09:00-12:00 || \"appeler\"",
        "PH 09:00-12:00",
        "Mo 09:00-12:00,11:00-13:00",
        "Mo 12:00-09:00 off",
        "Mo 09:00-12:00 unknown",
        "Mo-Fr 09:00-17:00; Mo 12:00-13:00 off",
        "2026 Mo 09:00-12:00",
        "Mo 09:00-08:00",
        "Mo 09:00-25:00",
        "Mo 09:00-24:00; Tu",
        "Mo",
    ] {
        assert_eq!(register::hours(hours), None, "{hours}");
    }
}

/// Numbers that look random and are the same each time (Knuth's constants).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

#[test]
fn no_row_is_lost_whatever_is_in_it() {
    const BITS: [&str; 24] = [
        "é",
        "\"",
        ",",
        ";",
        "\n",
        "\r\n",
        " ",
        "#",
        ": ",
        "'",
        "[",
        "]",
        "0",
        "33",
        "@",
        "Mme Dupont",
        "CCAS",
        "lens",
        "|",
        "\u{a0}",
        "~",
        "😀",
        "- ",
        "a",
    ];
    let mut numbers = Numbers(7);
    for round in 0..60 {
        let project = project();
        let count = 1 + numbers.below(12);
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(register::SCHEMA).unwrap();
        for _ in 0..count {
            let cells: Vec<String> = register::SCHEMA
                .iter()
                .map(|_| (0..numbers.below(5)).map(|_| BITS[numbers.below(BITS.len())]).collect())
                .collect();
            writer.write_record(cells).unwrap();
        }
        let csv = writer.into_inner().unwrap();
        let plan = planned(project.path(), &csv);
        assert_eq!((plan.counts.rows, accounted(plan.counts)), (count, count), "round {round}");
        let refused = plan.lines.iter().filter(|line| line.note.done == Done::Refused).count();
        assert_eq!(refused, plan.counts.refused, "round {round}");
        write(project.path(), &plan);
        assert_eq!(errors(project.path()), Vec::<String>::new(), "round {round}");
        let again = planned(project.path(), &csv);
        assert_eq!((again.made.len(), again.changed.len()), (0, 0), "round {round}: {:?}", again.lines);
        assert_eq!(accounted(again.counts), count, "round {round}");
    }
}

#[test]
fn the_real_register_is_imported() {
    let path = root().join("../shared/venues/lieux-mediation-numerique.csv");
    if !path.is_file() {
        eprintln!("skipped: {} is not there", path.display());
        return;
    }
    let bytes = fs::read(path).unwrap();
    let project = project();
    let plan = planned(project.path(), &bytes);
    assert_eq!((plan.counts.rows, plan.counts.made, plan.counts.refused), (145, 145, 0));
    let told = |what: &str| plan.lines.iter().filter(|line| line.note.what.id == what).count();
    assert_eq!(told("register-typology-missing"), 96);
    assert_eq!((told("register-name-person"), told("register-mail-person"), told("register-hours")), (0, 0, 0));
    assert_eq!((told("register-name-brackets"), told("register-phone-zero")), (12, 12));
    write(project.path(), &plan);
    assert_eq!(errors(project.path()), Vec::<String>::new());
    let again = planned(project.path(), &bytes);
    assert_eq!((again.made.len(), again.changed.len(), again.counts.same), (0, 0, 145));
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    plan.lines.iter().for_each(|line| *kinds.entry(line.note.what.id).or_default() += 1);
    eprintln!("{kinds:?} {:?}", plan.counts);
}
