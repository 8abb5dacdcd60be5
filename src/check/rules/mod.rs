//! The rules, one file each, in the order of their manual: [`ALL`].

/// What every rule uses.
mod prelude {
    #![allow(unused_imports, reason = "not every rule uses all of them")]

    pub(super) use super::super::lexicon::Lexicon;
    pub(super) use super::super::sentence::{self, Sentence};
    pub(super) use super::super::{Finding, Group, LaidOut, Owner, Passage, Rule, Run, Shape, Subject, lexicon};
    pub(super) use crate::diag::{Message, Severity};
    pub(super) use crate::files::TextFile;
    pub(super) use crate::model::{Audience, Lang, Part, Tip};
}

/// Declares the rules of this folder.
macro_rules! rules {
    ($($module:ident,)*) => {
        $(pub(super) mod $module;)*

        /// All rules.
        pub const ALL: &[super::Rule] = &[$($module::RULE,)*];
    };
}

rules! {
    er_sent_len,
    er_sent_idea,
    er_active,
    er_tense,
    er_pronoun,
    er_positive,
    er_metaphor,
    er_word_hard,
    er_foreign,
    er_word_same,
    er_address,
    er_score,
    md_fit,
    ck_allow_unused,
    ck_allow_unknown,
    ck_allow_reason,
}

/// The rule of this id.
pub fn find(id: &str) -> Option<&'static super::Rule> {
    ALL.iter().find(|rule| rule.id == id)
}
