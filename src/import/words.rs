//! The text of a file that an import makes: [`venue_file`].

use serde_json::{Map, Value};

use crate::form;

/// The first line of the file of a venue, by which a later import knows it even without its record.
pub(super) fn head(register: &str, key: &str, french: bool) -> String {
    if french {
        format!(
            "# Importé du registre {register} ({key}). Modifiez ce fichier : vos changements restent aux imports suivants."
        )
    } else {
        format!("# Imported from the register {register} ({key}). Edit this file: later imports keep your changes.")
    }
}

/// The first line of the file of an organisation.
pub(super) fn organisation_head(register: &str, french: bool) -> String {
    if french {
        format!("# Importé du registre {register}. Ajoutez ce que partagent ses lieux : couleur, logo, contacts.")
    } else {
        format!("# Imported from the register {register}. Add what its venues share: colour, logo, contacts.")
    }
}

/// A file with this first line and this profile.
pub(super) fn venue_file(head: &str, profile: &Map<String, Value>) -> String {
    let mut text = format!("{head}\n");
    for (key, value) in profile {
        text.push_str(&form::entry(key, value).unwrap_or_else(|| format!("{key}: {value}\n")));
    }
    text
}
