//! The rules, one file each, in the order of their manual: [`ALL`].

/// What every rule uses.
mod prelude {
    #![allow(unused_imports, reason = "not every rule uses all of them")]

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
    md_fit,

    ty_space,
    ty_apostrophe,
    ty_quotes,
    ty_ellipsis,
    ty_ordinal,
    ty_numero,
    ty_double_space,
    ty_comma,
    ty_capital_accent,

    pv_iban,
    pv_nir,
    pv_card,
    pv_password,
    pv_person,

    la_spell,
    la_detect,
    la_missing,
    la_parity,
    la_machine,

    tr_review_by,
    tr_shortcut_age,
    tr_source_date,
    tr_source_none,
    tr_superseded,
    tr_dead_ref,

    ck_allow_unused,
    ck_allow_unknown,
    ck_allow_reason,
}

/// The rule of this id.
pub fn find(id: &str) -> Option<&'static super::Rule> {
    ALL.iter().find(|rule| rule.id == id)
}
