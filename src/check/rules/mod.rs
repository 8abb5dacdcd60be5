//! The rules, one file each, in the order of their manual: [`ALL`].

/// What every rule uses.
mod prelude {
    #![allow(unused_imports, reason = "not every rule uses all of them")]

    pub(super) use super::super::lexicon::Lexicon;
    pub(super) use super::super::sentence::{self, Sentence};
    pub(super) use super::super::{Finding, Group, LaidOut, Owner, Passage, Rule, Run, Shape, Subject, lexicon};
    pub(super) use crate::diag::{Message, Severity};
    pub(super) use crate::files::TextFile;
    pub(super) use crate::model::{Audience, Lang, Part, StampKind, Tip};

    /// Bytes of the words that the glossary of the language explains.
    pub(super) fn explained(passage: &Passage<'_>, subject: &Subject<'_>) -> Vec<std::ops::Range<usize>> {
        let glossary = subject.planned.catalog.glossary.get(passage.lang);
        let terms = glossary.map(|glossary| glossary.terms_in(&passage.text)).unwrap_or_default();
        terms.into_iter().map(|(_, range)| range).collect()
    }

    /// How many of the project's own tips lack something in each of their languages; what is built into the program is not theirs to
    /// mend.
    pub(super) fn lacking<'a>(
        subject: &Subject<'a>,
        lacks: impl Fn(&Tip, &Lang) -> bool,
    ) -> std::collections::BTreeMap<&'a Lang, usize> {
        let mut by_lang = std::collections::BTreeMap::new();
        for tip in subject.planned.catalog.tips.values().filter(|tip| subject.is_own(&tip.place.path)) {
            for lang in tip.words.keys().filter(|lang| lacks(tip, lang)) {
                *by_lang.entry(lang).or_insert(0) += 1;
            }
        }
        by_lang
    }

    /// What is stale of a kind in the texts of a tip.
    pub(super) fn stale(tip: &Tip, subject: &Subject<'_>, kind: StampKind, id: &'static str) -> Vec<Finding> {
        let catalog = &subject.planned.catalog;
        let hint = if kind == StampKind::Review { "hint-stale-review" } else { "hint-stale" };
        let finding = |lang: &Lang, stale: crate::model::Stale| {
            let message = Message::new(id).arg("lang", lang).arg("day", stale.stamped_on);
            Finding::at(stale.place, message).hint(Message::new(hint).arg("tip", &tip.id).arg("lang", lang))
        };
        let of_lang = |lang: &Lang| {
            let all = catalog.staleness(tip, lang).into_iter().filter(|stale| stale.kind == kind);
            all.map(|stale| finding(lang, stale)).collect::<Vec<_>>()
        };
        tip.words.keys().flat_map(of_lang).collect()
    }

    /// What the pages of an easy-read sheet show against this rule.
    pub(super) fn easy_page(id: &str, sheet: &LaidOut<'_>) -> Vec<Finding> {
        let shown = sheet.document.map(|document| crate::layout::easy_faults(sheet.job, document)).unwrap_or_default();
        let shown = shown.into_iter().filter(|fault| fault.rule == id).map(|fault| fault.diagnostic(sheet.job));
        // a sheet that may not be made has no pages any more, only what was said of them
        let about = |found: &&crate::diag::Diagnostic| {
            let rule = found.message.args.iter().find(|(name, _)| *name == "rule");
            found.message.id == "easy-page" && rule.is_some_and(|(_, rule)| rule == id)
        };
        shown.chain(sheet.faults.iter().filter(about).cloned()).map(Finding::of).collect()
    }
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
    er_no_caps,
    er_digits,
    er_symbol,
    er_date,
    er_percent,
    er_roman,
    er_abbr,
    er_punct,
    er_paren,
    er_comma,
    er_bullet,
    er_heading,
    er_picture,
    er_sent_line,
    er_sent_end,
    er_hyphen,
    er_date_contact,
    er_font_size,
    er_font_one,
    er_no_italic,
    er_no_caps_page,
    er_align,
    er_hyphen_page,
    er_sent_line_page,
    er_sent_break,
    er_leading,
    er_line,
    er_columns,
    er_pic_side,
    er_pic_density,
    er_page_no,
    er_margin,
    er_length,
    er_logo,
    er_stale,
    er_review_stale,
    er_review,
    er_logo_held,
    pl_action_len,
    pl_one_action,
    pl_positive,
    pl_promise,
    pl_fear,
    pl_sent_len,
    pl_list,
    la_stale,
    la_unstamped,
    md_licence,
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
    md_alt,
    md_picto_meaning,
    md_contrast,
    md_legibility,
    md_proof,

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

/// Whether a rule tells what loading or planning found.
pub fn claimed(finding: &super::Finding) -> bool {
    md_fit::is_about_fit(finding) || md_licence::is_about_licences(finding)
}
