//! # ER-REVIEW: easy-read texts are read by people with an intellectual disability
//!
//! Reported once for each language: the number of easy-read texts without a recorded reading. Until then the sheet says so
//! itself. Only people can say that a text is easy-read: no rule here does.
//!
//! Why: it is what defines easy-read.
//!
//! Source: Inclusion Europe, conditions of the logo; DIN SPEC 33429; UNE 153101. Precision: mechanical, it counts records.
//!
//! - No: an easy-read sheet that none of these people has seen.
//! - Yes: two readers, their names with their consent: `pancarte stamp TIP --lang fr --reviewed-by NAME --consent`
//!
//! # ER-REVIEW : les textes faciles sont relus par des personnes en situation de handicap intellectuel
//!
//! Signalé une fois par langue : le nombre de textes faciles sans relecture enregistrée. D’ici là, la fiche le dit elle-même.
//! Seules des personnes peuvent reconnaître qu’un texte est facile à lire et à comprendre : aucune règle ne le fait ici.
//!
//! Pourquoi : c’est ce qui définit le FALC.
//!
//! Source : Inclusion Europe, conditions du logo ; DIN SPEC 33429 ; UNE 153101. Précision : mécanique, la règle compte des
//! enregistrements.
//!
//! - Non : une fiche facile qu’aucune personne concernée n’a vue.
//! - Oui : deux relecteurs, leurs noms avec leur accord : `pancarte stamp CONSEIL --lang fr --reviewed-by NOM --consent`

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-REVIEW",
    group: Group::EasyRead,
    severity: Severity::Notice,
    source: include_str!("er_review.rs"),
    run: Run::Kit(check),
};

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let catalog = &subject.planned.catalog;
    let lacks = |tip: &Tip, lang: &Lang| !tip.words[lang].easy.is_empty() && catalog.review(tip, lang).is_none();
    let finding = |(lang, tips): (&Lang, usize)| {
        let message = Message::new("er-review").arg("lang", lang).arg("tips", tips);
        Finding::about("content/tips", message).hint(Message::new("hint-er-review"))
    };
    lacking(subject, lacks).into_iter().map(finding).collect()
}
