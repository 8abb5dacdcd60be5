//! # ER-SYMBOL: no special signs in running text
//!
//! Signs such as & < > § # / @ * _ + = and the dots of inclusive writing are errors. Web and email addresses may have them.
//! Percent has a rule of its own.
//!
//! Why: a sign has no sound: everybody reads it in another way, and many do not read it at all.
//!
//! Source: Information for All (Inclusion Europe); Unapei checklist.
//!
//! - No: papers & files, and/or
//! - Yes: papers and files
//!
//! # ER-SYMBOL : pas de signes spéciaux dans le texte
//!
//! Les signes comme & < > § # / @ * _ + = et les points de l’écriture inclusive sont des erreurs. Les adresses de sites et de
//! courriels peuvent en avoir. Le pourcentage a sa propre règle.
//!
//! Pourquoi : un signe ne se prononce pas ; chacun le lit à sa façon, et beaucoup ne le lisent pas.
//!
//! Source : L’information pour tous (Inclusion Europe) ; liste de contrôle de l’Unapei.
//!
//! - Non : papiers & fichiers, et/ou
//! - Oui : les papiers et les fichiers

use std::sync::LazyLock;

use regex::Regex;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-SYMBOL",
    group: Group::EasyRead,
    severity: Severity::Error,
    source: include_str!("er_symbol.rs"),
    run: Run::Passage(check),
};

/// Signs that have no place in an easy sentence.
const SIGNS: [char; 20] =
    ['&', '<', '>', '§', '#', '\\', '/', '@', '*', '_', '+', '=', '|', '~', '^', '·', '•', '→', '×', '⋅'];

static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    // addresses of sites and mail, and placeholders, which the venue fills
    Regex::new(r"https?://\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?|\{\{.*?\}\}").expect("a constant pattern")
});

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if !passage.is_easy() {
        return Vec::new();
    }
    let addresses: Vec<_> = ADDRESS.find_iter(&passage.text).map(|found| found.range()).collect();
    let signs = passage.text.char_indices().filter(|(_, c)| SIGNS.contains(c));
    let alone = signs.filter(|(at, _)| !addresses.iter().any(|address| address.contains(at)));
    let finding = |(at, c): (usize, char)| {
        passage.finding(at..at + c.len_utf8(), Message::new("er-symbol").arg("sign", c)).hint(Message::new("hint-er-symbol"))
    };
    alone.map(finding).collect()
}
