//! # ER-PUNCT: simple punctuation
//!
//! Semicolons, ellipses, dashes and doubled marks give a warning.
//!
//! Why: full stops and commas are enough; other marks join what should be two sentences.
//!
//! Source: Information for All (Inclusion Europe).
//!
//! - No: Close the page; wait…
//! - Yes: Close the page. Wait.
//!
//! # ER-PUNCT : une ponctuation simple
//!
//! Le point-virgule, les points de suspension, les tirets et les signes doublés donnent un avertissement.
//!
//! Pourquoi : le point et la virgule suffisent ; les autres signes collent ce qui devrait faire deux phrases.
//!
//! Source : L’information pour tous (Inclusion Europe).
//!
//! - Non : Fermez la page ; attendez…
//! - Oui : Fermez la page. Attendez.

use std::sync::LazyLock;

use regex::Regex;

use super::prelude::*;

/// The rule.
pub const RULE: Rule = Rule {
    id: "ER-PUNCT",
    group: Group::EasyRead,
    severity: Severity::Warning,
    source: include_str!("er_punct.rs"),
    run: Run::Passage(check),
};

static MARKS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[;؛…]|\.{2,}|[!?]{2,}| [–—-] |—").expect("a constant pattern"));

fn check(passage: &Passage<'_>, _: &Subject<'_>) -> Vec<Finding> {
    if !passage.is_easy() {
        return Vec::new();
    }
    let finding = |found: regex::Match<'_>| {
        let message = Message::new("er-punct").arg("mark", found.as_str().trim());
        passage.finding(found.range(), message).hint(Message::new("hint-er-punct"))
    };
    MARKS.find_iter(&passage.text).map(finding).collect()
}
