//! How a register that names things in its own way is read: [`Mapping`], from `--map` or `lieux.map.yaml`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::words::folded;
use crate::content::YamlText;
use crate::diag::Diagnostics;
use crate::files::TextFile;

/// Columns of the national schema "lieux de médiation numérique" (LaMednum/standard-mediation-num, schema.json).
pub const SCHEMA: [&str; 32] = [
    "id",
    "pivot",
    "nom",
    "commune",
    "code_postal",
    "code_insee",
    "adresse",
    "complement_adresse",
    "latitude",
    "longitude",
    "typologie",
    "telephone",
    "courriels",
    "site_web",
    "horaires",
    "presentation_resume",
    "presentation_detail",
    "source",
    "itinerance",
    "structure_parente",
    "date_maj",
    "services",
    "publics_specifiquement_adresses",
    "prise_en_charge_specifique",
    "frais_a_charge",
    "dispositif_programmes_nationaux",
    "formations_labels",
    "autres_formations_labels",
    "modalites_acces",
    "modalites_accompagnement",
    "fiche_acces_libre",
    "prise_rdv",
];

/// Names of columns in earlier versions of the schema.
const EARLIER: [(&str, &str); 3] =
    [("courriel", "courriels"), ("structure_parente_nom", "structure_parente"), ("code_insee_commune", "code_insee")];

/// How venues of a register are put into folders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// All in one folder.
    None,
    /// One folder for each department.
    Department,
}

impl Group {
    /// As it is typed.
    pub fn name(self) -> &'static str {
        match self {
            Group::None => "none",
            Group::Department => "department",
        }
    }
}

/// What a register calls columns and values.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Mapping {
    /// Column of the schema, or key of a venue, by column of the register. An empty one is not read.
    pub columns: BTreeMap<String, String>,
    /// By column of the schema: value of the schema, by value of the register.
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// Folders of the venues.
    pub group: Option<Group>,
}

impl Mapping {
    /// Reads a mapping; what is wrong is said.
    pub fn read(file: &TextFile, diagnostics: &mut Diagnostics) -> Option<Mapping> {
        YamlText::whole(file).parse(diagnostics)
    }

    /// The name of the schema for a column, else its own.
    pub(super) fn column(&self, column: &str) -> String {
        let column = column.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let key = key(column);
        if let Some((_, known)) =
            self.columns.iter().find(|(theirs, _)| theirs.as_str() == column || self::key(theirs) == key)
        {
            return known.clone();
        }
        let known = SCHEMA.iter().find(|known| **known == key).copied();
        let known = known.or_else(|| EARLIER.iter().find(|(earlier, _)| *earlier == key).map(|(_, now)| *now));
        known.map_or(key, str::to_owned)
    }

    /// What a cell says in the words of the schema.
    pub(super) fn value(&self, column: &str, cell: &str) -> String {
        let Some(values) = self.values.get(column) else { return cell.to_owned() };
        let mapped = |value: &str| {
            let known = values.iter().find(|(theirs, _)| folded(theirs) == folded(value.trim()));
            known.map_or_else(|| value.to_owned(), |(_, ours)| ours.clone())
        };
        if let Some((_, ours)) = values.iter().find(|(theirs, _)| folded(theirs) == folded(cell)) {
            return ours.clone();
        }
        cell.split('|').map(mapped).collect::<Vec<_>>().join("|")
    }
}

/// `Code postal` as `code_postal`.
fn key(column: &str) -> String {
    let letters: String = folded(column).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    letters.split_whitespace().collect::<Vec<_>>().join("_")
}
