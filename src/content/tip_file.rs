//! What can be written in the files of tips: the types that YAML is read into, and that the JSON Schema is made from. The reader
//! is [`super::tip`].

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::yaml::{At, YamlText};
use crate::model::{Audience, Conditions, Moment, Part, Situation, Written};

/// Where the facts of a tip come from.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceFile {
    /// What the page or document is called.
    pub(super) title: String,
    /// Its address.
    pub(super) address: At<String>,
    /// The day it was read, as YYYY-MM-DD; `check` asks for it.
    #[serde(default)]
    pub(super) consulted: Option<At<String>>,
    /// SPDX identifier of its licence, where it has an open one: it is named in the credits.
    #[serde(default)]
    pub(super) licence: Option<String>,
}

/// How far a text has come.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum StatusFile {
    /// Made by a machine, read by nobody: printed with a mark.
    Machine,
    /// Written or translated by a person.
    Translated,
    /// Read over by another person: `reviewed_by` and `reviewed_on` say who and when.
    Reviewed,
}

/// One idea of an easy-read text.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EasyFile {
    /// Name of a pictogram of the theme.
    pub(super) pictogram: String,
    /// One to three short sentences.
    pub(super) sentences: At<Vec<At<String>>>,
}

/// Defines a content file made of the facts of a tip and of keys of its own.
macro_rules! with_facts {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// When it matters: arriving, online, signing-up, leaving. Tips for the public need it.
            #[serde(default)]
            pub(super) moment: Option<Moment>,
            /// Who it speaks to.
            pub(super) audience: Audience,
            /// For staff: train, accompany, act-for, oral-mandate, password.
            #[serde(default)]
            pub(super) situations: Vec<Situation>,
            /// Name of a pictogram of the theme.
            pub(super) pictogram: String,
            /// How many dots of a hidden password the one-tip poster draws instead of the pictogram.
            #[serde(default)]
            pub(super) dots: Option<u8>,
            /// Name of a shortcut of shortcuts.yaml: the venue decides the keys.
            #[serde(default)]
            pub(super) shortcut: Option<At<String>>,
            /// What the venue must be for the tip to apply.
            #[serde(default)]
            pub(super) conditions: Conditions,
            /// Lower comes first.
            pub(super) priority: u32,
            /// Where the facts come from.
            pub(super) sources: At<Vec<SourceFile>>,
            /// The day it was written, as YYYY-MM-DD.
            pub(super) written_on: At<String>,
            /// The day by which somebody should read it again, as YYYY-MM-DD.
            pub(super) review_by: At<String>,
            /// Rules of `pancarte check` that are silent for this tip, each with its reason.
            #[serde(default)]
            pub(super) allow: BTreeMap<String, At<String>>,
            $($(#[$field_meta])* pub(super) $field: $type,)*
        }

        impl $name {
            #[allow(dead_code, reason = "the file that is only facts needs no copy of them")]
            pub(super) fn facts(&self) -> TipFile {
                TipFile {
                    moment: self.moment,
                    audience: self.audience,
                    situations: self.situations.clone(),
                    pictogram: self.pictogram.clone(),
                    dots: self.dots,
                    shortcut: self.shortcut.clone(),
                    conditions: self.conditions.clone(),
                    priority: self.priority,
                    sources: self.sources.clone(),
                    written_on: self.written_on.clone(),
                    review_by: self.review_by.clone(),
                    allow: self.allow.clone(),
                }
            }
        }
    };
}

with_facts!(
    /// `tips/<id>/tip.yaml`: the facts of a tip.
    TipFile {}
);

with_facts!(
    /// A tip in a YAML file: facts, and words by language.
    TipInYaml {
        /// Stable name; the name of the file where it is left out.
        #[serde(default)]
        id: Option<At<String>>,
        /// Words by language.
        words: BTreeMap<String, WordsFile>,
    }
);

with_facts!(
    /// The header of `tips/<id>.md`: facts, and the words of one language; the body is the Markdown below it.
    TipInMarkdown {
        /// Language of this file; the kit's source language where it is left out.
        #[serde(default)]
        lang: Option<At<String>>,
        /// Its name, for headings.
        title: At<String>,
        /// The poster line, at most 40 characters; **strong** words are printed in the second colour.
        action: At<String>,
        /// One or two short sentences under a one-tip poster.
        #[serde(default)]
        support: Option<At<String>>,
        /// The easy-read form.
        #[serde(default)]
        easy: Vec<EasyFile>,
        /// How far the text has come.
        #[serde(default)]
        status: Option<StatusFile>,
        /// Who read it over.
        #[serde(default)]
        reviewed_by: Option<String>,
        /// When, as YYYY-MM-DD.
        #[serde(default)]
        reviewed_on: Option<At<String>>,
    }
);

/// `tips/<name>.yaml` with many tips.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TipsFile {
    /// The tips.
    pub(super) tips: Vec<TipInYaml>,
}

/// The words of a tip in one language: the header of `tips/<id>/<lang>.md`, or a value of `words` in a YAML file.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WordsFile {
    /// Its name, for headings.
    pub(super) title: At<String>,
    /// The poster line, at most 40 characters; **strong** words are printed in the second colour.
    pub(super) action: At<String>,
    /// One or two short sentences under a one-tip poster.
    #[serde(default)]
    pub(super) support: Option<At<String>>,
    /// Why and how, in Markdown; only in YAML files, elsewhere it stands below the header.
    #[serde(default)]
    pub(super) body: Option<At<String>>,
    /// The easy-read form.
    #[serde(default)]
    pub(super) easy: Vec<EasyFile>,
    /// How far the text has come; it may be left out in the source language.
    #[serde(default)]
    pub(super) status: Option<StatusFile>,
    /// Who read it over.
    #[serde(default)]
    pub(super) reviewed_by: Option<String>,
    /// When, as YYYY-MM-DD.
    #[serde(default)]
    pub(super) reviewed_on: Option<At<String>>,
}

impl WordsFile {
    /// Its texts as they were written, in the order of reading; the body may stand outside this YAML.
    pub(super) fn texts(&self, body: Option<Written>, yaml: &YamlText<'_>) -> Vec<Written> {
        let head = [yaml.written(Part::Title, &self.title, false), yaml.written(Part::Action, &self.action, true)];
        let support = self.support.iter().map(|support| yaml.written(Part::Support, support, false));
        let easy = self.easy.iter().enumerate().flat_map(|(idea, easy)| {
            let sentences = easy.sentences.value.iter().enumerate();
            sentences.map(move |(sentence, text)| yaml.written(Part::Easy { idea, sentence }, text, false))
        });
        head.into_iter().chain(support).chain(body).chain(easy).collect()
    }
}
