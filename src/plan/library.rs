//! All the advice of a project in one language, for no venue in particular: [`library`]. The web site shows it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::adapt::Adapter;
use super::advice::{AdvisedTip, advised};
use super::hard_words;
use super::sheet::{DocumentWords, SheetIdea};
use crate::content::Catalog;
use crate::content::shortcuts::SystemKeys;
use crate::diag::Diagnostics;
use crate::model::{Audience, Direction, EasyIdea, Lang, Moment, Situation, Status, Tip, Venue};

/// All advice in one language.
#[derive(Debug, Clone, Serialize)]
pub struct Library {
    /// Language.
    pub lang: Lang,
    /// Direction of reading.
    pub dir: Direction,
    /// Tips for the public, by moment of a visit.
    pub moments: Vec<LibraryPart>,
    /// Tips for staff, by what they are doing.
    pub situations: Vec<LibraryPart>,
    /// Documents by id.
    pub documents: BTreeMap<String, LibraryDocument>,
}

/// Tips that matter together.
#[derive(Debug, Clone, Serialize)]
pub struct LibraryPart {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: String,
    /// A short sentence.
    pub lead: String,
    /// Tips, the most important first.
    pub tips: Vec<LibraryTip>,
}

/// A tip for no venue in particular.
#[derive(Debug, Clone, Serialize)]
pub struct LibraryTip {
    /// Its words and facts.
    #[serde(flatten)]
    pub tip: AdvisedTip,
    /// Its keys by system.
    pub systems: Vec<SystemKeys>,
    /// Whether it is for some venues only, and not for one that has what most have.
    pub some_venues: bool,
    /// Its easy-read text, hard words explained.
    pub ideas: Vec<SheetIdea>,
}

/// A document for no venue in particular.
#[derive(Debug, Clone, Serialize)]
pub struct LibraryDocument {
    /// Its words.
    pub document: DocumentWords,
    /// Whether a machine translated it.
    pub machine: bool,
}

/// All advice in one language; `name` stands where a venue would be named.
pub fn library(catalog: &Catalog, lang: &Lang, name: &str) -> Library {
    let venue = Venue { name: name.to_owned(), ..catalog.anywhere.clone() };
    let reader = Reader { catalog, venue: &venue, lang };
    Library {
        lang: lang.clone(),
        dir: lang.direction(),
        moments: reader.moments(),
        situations: reader.situations(),
        documents: reader.documents(),
    }
}

struct Reader<'a> {
    catalog: &'a Catalog,
    venue: &'a Venue,
    lang: &'a Lang,
}

/// What staff may be doing, in the order of their pages.
const SITUATIONS: [Situation; 5] =
    [Situation::Train, Situation::Accompany, Situation::ActFor, Situation::OralMandate, Situation::Password];

impl Reader<'_> {
    fn word(&self, key: &str) -> String {
        self.catalog.words.get(self.lang).map(|words| words.get(key)).unwrap_or_default().to_owned()
    }

    fn moments(&self) -> Vec<LibraryPart> {
        let part = |moment: Moment| {
            let name = moment.name();
            let of = |tip: &&Tip| tip.audience == Audience::Public && tip.moment == Some(moment);
            self.part(name, self.word(&format!("moment_{name}")), self.word(&format!("lead_{name}")), of)
        };
        Moment::ALL.into_iter().filter_map(part).collect()
    }

    fn situations(&self) -> Vec<LibraryPart> {
        let part = |situation: Situation| {
            let name = situation.name();
            let of = |tip: &&Tip| tip.audience == Audience::Staff && tip.situations.contains(&situation);
            self.part(name, self.word(&format!("staff_{name}")), self.word(&format!("staff_{name}_lead")), of)
        };
        SITUATIONS.into_iter().filter_map(part).collect()
    }

    fn part(&self, id: &'static str, name: String, lead: String, of: impl Fn(&&Tip) -> bool) -> Option<LibraryPart> {
        let mut tips: Vec<&Tip> = self.catalog.tips.values().filter(of).collect();
        tips.retain(|tip| tip.words.contains_key(self.lang));
        tips.sort_by_key(|tip| (tip.priority, &tip.id));
        let tips: Vec<LibraryTip> = tips.into_iter().map(|tip| self.tip(tip)).collect();
        (!tips.is_empty()).then_some(LibraryPart { id, name, lead, tips })
    }

    fn tip(&self, tip: &Tip) -> LibraryTip {
        let adapter = Adapter { catalog: self.catalog, venue: self.venue, lang: self.lang };
        let advised = advised(tip, &adapter, &mut Diagnostics::new());
        let keys = |name: &String| self.catalog.shortcuts.everywhere(name, self.venue, self.lang);
        LibraryTip {
            systems: tip.shortcut.as_ref().map(keys).unwrap_or_default(),
            some_venues: tip.conditions.unmet(self.venue).is_some(),
            ideas: self.ideas(&advised),
            tip: advised,
        }
    }

    fn ideas(&self, tip: &AdvisedTip) -> Vec<SheetIdea> {
        let idea = |idea: &EasyIdea| SheetIdea {
            pictogram: idea.pictogram.clone(),
            follows: vec![false; idea.sentences.len()],
            sentences: idea.sentences.clone(),
            keys: Vec::new(),
        };
        let mut ideas: Vec<SheetIdea> = tip.easy.iter().map(idea).collect();
        hard_words::explain(ideas.iter_mut(), self.catalog.glossary.get(self.lang));
        ideas
    }

    fn documents(&self) -> BTreeMap<String, LibraryDocument> {
        let adapter = Adapter { catalog: self.catalog, venue: self.venue, lang: self.lang };
        let written = self.catalog.documents.iter().filter_map(|(id, by_lang)| Some((id, by_lang.get(self.lang)?)));
        let document = |(id, document): (&String, &crate::model::FormDocument)| {
            let machine = document.status == Status::Machine;
            (id.clone(), LibraryDocument { document: adapter.document(document, &mut Diagnostics::new()), machine })
        };
        written.map(document).collect()
    }
}
