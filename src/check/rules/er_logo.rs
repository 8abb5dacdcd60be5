//! # ER-LOGO: the European logo is used as its owner asks
//!
//! On laid-out pages (`--pages`).
//!
//! Why: it is printed only where a reading by people with an intellectual disability is recorded, at least 15 mm wide, with
//! its mention and the names of the readers.
//!
//! Source: Inclusion Europe, conditions of the logo.
//!
//! - No: a logo of 10 mm
//! - Yes: a logo of 15 mm or more, with its mention
//!
//! # ER-LOGO : le logo européen s’emploie comme le demande son propriétaire
//!
//! Sur les pages composées (`--pages`).
//!
//! Pourquoi : il n’est imprimé que si une relecture par des personnes en situation de handicap intellectuel est enregistrée,
//! à 15 mm au moins, avec sa mention et les noms des relecteurs.
//!
//! Source : Inclusion Europe, conditions du logo.
//!
//! - Non : un logo de 10 mm
//! - Oui : un logo de 15 mm ou plus, avec sa mention

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-LOGO",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_logo.rs"),
    run: Run::Pages(check),
};

fn check(sheet: &LaidOut<'_>, _: &Subject<'_>) -> Vec<Finding> {
    easy_page("ER-LOGO", sheet)
}
