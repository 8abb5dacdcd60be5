//! What kind of venue a `typologie` is: [`of`].

/// Typologies by kind of the shipped kit, the most telling first: a library of a town is a library. The vocabulary is that of
/// data.inclusion and of the national map of digital inclusion, with those of earlier versions.
const KINDS: [(&str, &str); 6] = [
    ("bibliotheque", "BIB RELAIS_LECTURE"),
    ("epn", "EPN FABLAB TIERS_LIEUX PIJ_BIJ"),
    ("salle-formation", "OF AFPA E2C EPIDE CFP ENM FABRIQUE"),
    ("salle-attente", "CSAPA CAARUD CMP CMS"),
    (
        "guichet",
        "CCAS CIAS CAF CPAM MSA PE FT CAP_EMPLOI ML MDE MDEF MDS MDH MDPH CDAS MSAP RFS PIMMS PAD PI LA_POSTE UDAF CIDFF PLIE PREF \
         DEETS DIPLP SPIP PJJ ASE OIL ODC OPCS CCONS CITMET PREVENTION SCP FAIS AVIP HUDA CADA CHRS CHU CPH PENSION OACAS EPI",
    ),
    ("epn", "CS CSC EVS MJC MQ RS_FJT RESSOURCERIE ES"),
];

/// Typologies that say who runs a venue, by the kind that such venues mostly are.
const RUNNERS: [(&str, &str); 2] = [
    ("guichet", "MUNI CC EPCI CD CT DEPT REG ACI ACIPHC AI CAVA EA EATT EI EITI ETTI ESAT GEIQ"),
    ("epn", "ASSO ASSO_CHOMEUR ESS Autre"),
];

/// The kind of the most telling of these typologies, and those that nobody knows.
pub(super) fn of<'a>(typologies: &[&'a str]) -> (Option<&'static str>, Vec<&'a str>) {
    let rank = |typology: &str| {
        let mut all = KINDS.iter().chain(&RUNNERS);
        all.position(|(_, known)| known.split_whitespace().any(|known| known.eq_ignore_ascii_case(typology)))
    };
    let unknown = typologies.iter().copied().filter(|typology| rank(typology).is_none()).collect();
    let best = typologies.iter().filter_map(|typology| rank(typology)).min();
    (best.and_then(|at| KINDS.iter().chain(&RUNNERS).nth(at)).map(|(kind, _)| *kind), unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_telling_typology_wins() {
        assert_eq!(of(&["MUNI", "BIB"]), (Some("bibliotheque"), vec![]));
        assert_eq!(of(&["TIERS_LIEUX", "ASSO"]), (Some("epn"), vec![]));
        assert_eq!(of(&["ASSO", "OF"]), (Some("salle-formation"), vec![]));
        assert_eq!(of(&["MUNI"]), (Some("guichet"), vec![]));
        assert_eq!(of(&["XYZ", "asso"]), (Some("epn"), vec!["XYZ"]));
        assert_eq!(of(&[]), (None, vec![]));
    }

    #[test]
    fn no_typology_is_named_twice() {
        let mut all: Vec<&str> = KINDS.iter().chain(&RUNNERS).flat_map(|(_, known)| known.split_whitespace()).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
