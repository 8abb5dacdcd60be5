//! # ER-PICTURE: every public tip has its easy-read text, picture by picture
//!
//! A tip for the public that has words in a language but no easy-read ideas there is an error.
//!
//! Why: whoever needs the easy text needs all of the advice, not the half of it that was easy to write.
//!
//! Source: the CNIL advice of 2019 has no easy-read version; DoH 2009 (a picture beside each idea).
//!
//! - No: `title` and `action`, without `easy`.
//! - Yes: two to four ideas under `easy`, each with a pictogram.
//!
//! # ER-PICTURE : chaque conseil au public a son texte facile, image par image
//!
//! Un conseil au public qui a des mots dans une langue, mais pas d’idées faciles à lire dans cette langue, est une erreur.
//!
//! Pourquoi : qui a besoin du texte facile a besoin de tous les conseils, pas seulement de ceux qui étaient faciles à écrire.
//!
//! Source : les conseils de la CNIL de 2019 n’ont pas de version FALC ; DoH 2009 (une image par idée).
//!
//! - Non : `title` et `action`, sans `easy`.
//! - Oui : deux à quatre idées sous `easy`, chacune avec son pictogramme.

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-PICTURE",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_picture.rs"),
    run: Run::Tip(check),
};

fn check(tip: &Tip, _: &Subject<'_>) -> Vec<Finding> {
    if tip.audience != Audience::Public {
        return Vec::new();
    }
    let without = tip.words.iter().filter(|(_, words)| words.easy.is_empty());
    let finding = |(lang, words): (&Lang, &crate::model::TipWords)| {
        let message = Message::new("er-picture").arg("tip", &tip.id).arg("lang", lang);
        Finding::at(words.action_place.clone(), message).hint(Message::new("hint-er-picture"))
    };
    without.map(finding).collect()
}
