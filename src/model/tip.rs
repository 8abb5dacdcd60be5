//! A tip: one piece of advice, its facts, and its words in each language.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Block, Date, Inline, Lang, PrivateMode, Venue, Written};
use crate::diag::Place;

/// When a tip matters, in the order of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Moment {
    /// Sitting down.
    Arriving,
    /// While browsing.
    Online,
    /// When opening an account.
    SigningUp,
    /// Before leaving.
    Leaving,
}

impl Moment {
    /// All moments, in the order of a visit.
    pub const ALL: [Moment; 4] = [Moment::Arriving, Moment::Online, Moment::SigningUp, Moment::Leaving];

    /// The name in content files and in keys of words.
    pub fn name(self) -> &'static str {
        match self {
            Moment::Arriving => "arriving",
            Moment::Online => "online",
            Moment::SigningUp => "signing-up",
            Moment::Leaving => "leaving",
        }
    }
}

/// Who a tip speaks to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// People who use the computers.
    Public,
    /// People who help them.
    Staff,
}

/// What a member of staff is doing when a staff tip matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Situation {
    /// Teaching a group or a person.
    Train,
    /// Helping a person who is present.
    Accompany,
    /// Acting for a person who is absent, with a mandate.
    ActFor,
    /// A mandate given orally, in extreme urgency.
    OralMandate,
    /// Asking for a password.
    Password,
}

impl Situation {
    /// The name in content files and in keys of words.
    pub fn name(self) -> &'static str {
        match self {
            Situation::Train => "train",
            Situation::Accompany => "accompany",
            Situation::ActFor => "act-for",
            Situation::OralMandate => "oral-mandate",
            Situation::Password => "password",
        }
    }
}

/// What a venue must be for a tip to apply; an empty value asks for nothing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conditions {
    /// People can print.
    #[serde(default)]
    pub printer: Option<bool>,
    /// People can scan or copy.
    #[serde(default)]
    pub scanner: Option<bool>,
    /// USB sticks can be plugged in.
    #[serde(default)]
    pub usb: Option<bool>,
    /// The session erases itself when it is closed.
    #[serde(default)]
    pub session_reset: Option<bool>,
    /// The venue keeps logs of connections.
    #[serde(default)]
    pub logs: Option<bool>,
    /// Any of these ways in which the browsers of the venue treat private windows.
    #[serde(default)]
    pub private_mode: Vec<PrivateMode>,
}

/// One condition that a venue does not meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition(pub &'static str);

impl Conditions {
    /// The first condition this venue does not meet, if any.
    pub fn unmet(&self, venue: &Venue) -> Option<Condition> {
        let has = &venue.equipment;
        let flags = [
            ("printer", self.printer, has.printer),
            ("scanner", self.scanner, has.scanner),
            ("usb", self.usb, has.usb),
            ("session_reset", self.session_reset, has.session_reset),
            ("logs", self.logs, has.logs),
        ];
        let flag = flags.into_iter().find(|(_, asked, is)| asked.is_some_and(|a| a != *is));
        let private = !self.private_mode.is_empty() && !self.private_mode.contains(&has.private_mode);
        flag.map(|(name, ..)| Condition(name)).or(private.then_some(Condition("private_mode")))
    }
}

/// Where the facts of a tip come from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SourceReference {
    /// What the page or document is called.
    pub title: String,
    /// Its address.
    pub address: String,
    /// The day it was read, where it is known.
    pub consulted: Option<Date>,
    /// SPDX identifier of its licence, where it has an open one.
    pub licence: Option<String>,
    /// Where it is written.
    #[serde(skip)]
    pub place: Place,
}

/// How far a text in one language has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "status")]
pub enum Status {
    /// Made by a machine, read by nobody: printed with a mark.
    Machine,
    /// Written or translated by a person.
    Translated,
    /// Read over by another person.
    Reviewed {
        /// Who.
        by: String,
        /// When.
        on: Date,
    },
}

/// One idea of an easy-read text: one picture and one to three short sentences.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EasyIdea {
    /// Name of a pictogram of the theme.
    pub pictogram: String,
    /// One to three sentences.
    pub sentences: Vec<String>,
}

/// The words of a tip in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct TipWords {
    /// Its name, for headings.
    pub title: String,
    /// The poster line; strong words are printed in the second colour.
    pub action: Vec<Inline>,
    /// One or two short sentences to be read from close under a one-tip poster; may be empty.
    pub support: String,
    /// Why and how.
    pub body: Vec<Block>,
    /// The easy-read form.
    pub easy: Vec<EasyIdea>,
    /// How far the text has come.
    pub status: Status,
    /// Where the action stands, for messages about its length.
    pub action_place: Place,
    /// The file of the words.
    pub file: String,
    /// All its texts as they were written.
    pub written: Vec<Written>,
}

/// A rule of `check` that an author silenced.
#[derive(Debug, Clone, PartialEq)]
pub struct Allow {
    /// Id of the rule.
    pub rule: String,
    /// Why.
    pub reason: String,
    /// Where it is written.
    pub place: Place,
}

/// One piece of advice.
#[derive(Debug, Clone)]
pub struct Tip {
    /// Stable name, unique in a project.
    pub id: String,
    /// When it matters; staff tips may have none.
    pub moment: Option<Moment>,
    /// Who it speaks to.
    pub audience: Audience,
    /// What a member of staff is doing when it matters.
    pub situations: Vec<Situation>,
    /// Name of a pictogram of the theme.
    pub pictogram: String,
    /// How many dots of a hidden password the one-tip poster draws instead of the pictogram.
    pub dots: Option<u8>,
    /// Name of a shortcut of `shortcuts.yaml`.
    pub shortcut: Option<String>,
    /// What the venue must be.
    pub conditions: Conditions,
    /// Lower comes first.
    pub priority: u32,
    /// Where its facts come from.
    pub sources: Vec<SourceReference>,
    /// The day it was written.
    pub written_on: Date,
    /// The day by which somebody should read it again.
    pub review_by: Date,
    /// Where that day is written.
    pub review_by_place: Place,
    /// Rules of `check` that are silent for this tip, each with its reason.
    pub allow: Vec<Allow>,
    /// Its words by language.
    pub words: BTreeMap<Lang, TipWords>,
    /// Where its facts stand.
    pub place: Place,
    /// Files it was read from.
    pub files: Vec<String>,
}
