//! All the advice of a venue in one language as one value: [`advice`]. Other sites show it: every tip for the public that applies to
//! the venue, whatever the venue orders on paper.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::adapt::Adapter;
use super::compose::by_moment;
use super::job::VenueView;
use super::planner::Planner;
use super::select::{Selector, Wanted};
use super::sheet::SheetTip;
use crate::content::Catalog;
use crate::diag::Diagnostics;
use crate::files::Files;
use crate::model::{Block, Chord, Date, Direction, EasyIdea, Lang, Medium, SourceReference, Tip, Venue};
use crate::theme::Theme;

/// The licence of the shipped tips.
const LICENCE: &str = "CC-BY-4.0";

/// The advice of a venue in one language.
#[derive(Debug, Clone, Serialize)]
pub struct Advice {
    /// Language.
    pub lang: Lang,
    /// Direction of reading.
    pub dir: Direction,
    /// Whose it is.
    pub venue: VenueView,
    /// Tips by moment of a visit.
    pub moments: Vec<AdviceMoment>,
    /// Whether some of it is a machine's and was read over by nobody.
    pub machine: bool,
    /// The day on which the youngest of its texts was written.
    pub updated: Date,
    /// SPDX identifier of the licence of the texts, where all tips are shipped ones (content/LICENSE.md), changed or not; whoever
    /// wrote others says what may be done with them.
    pub licence: Option<&'static str>,
    /// Strings of the layout, by key.
    #[serde(skip)]
    pub words: Arc<BTreeMap<String, String>>,
}

/// The tips of a moment.
#[derive(Debug, Clone, Serialize)]
pub struct AdviceMoment {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// A short sentence.
    pub lead: String,
    /// Tips, the most important first.
    pub tips: Vec<AdvisedTip>,
}

/// A tip as other sites show it.
#[derive(Debug, Clone, Serialize)]
pub struct AdvisedTip {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The poster line.
    pub action: String,
    /// The line under it; may be empty.
    pub support: String,
    /// Name of its pictogram.
    pub pictogram: String,
    /// Why and how.
    #[serde(skip)]
    pub body: Vec<Block>,
    /// Keys on the keyboards of the venue.
    pub keys: Vec<Chord>,
    /// Its easy-read text.
    pub easy: Vec<EasyIdea>,
    /// Whether a machine wrote it.
    pub machine: bool,
    /// The day it was written.
    pub written_on: Date,
    /// The day by which somebody should read it again.
    pub review_by: Date,
    /// Where its facts come from.
    pub sources: Vec<SourceReference>,
}

/// The advice of a venue in a language, or nothing where no tip has words in it. What is wrong with the tips was said by the plan.
pub fn advice(catalog: &Catalog, venue: &Venue, theme: &Theme, lang: &Lang) -> Option<Advice> {
    let words = catalog.words.get(lang)?;
    let adapter = Adapter { catalog, venue, lang };
    let wanted = Wanted::default();
    let mut tips = Selector::new(catalog, venue, &wanted).applying(Medium::Booklet);
    tips.retain(|tip| tip.words.contains_key(lang));
    let updated = tips.iter().map(|tip| tip.written_on).max()?;
    let mut said = Diagnostics::new();
    let advised: Vec<AdvisedTip> = tips.iter().map(|tip| advised(tip, &adapter, &mut said)).collect();
    let machine = advised.iter().any(|tip| tip.machine);
    let moments = by_moment(tips.iter().copied().zip(advised), words, |moment, name, lead, tips| {
        let id = moment.name().to_owned();
        AdviceMoment { id, name, lead, tips }
    });
    let venue = Planner::new(catalog, venue, theme).view(lang, words);
    let shipped = Files::shipped();
    let licence = tips.iter().all(|tip| shipped.has(&tip.place.path)).then_some(LICENCE);
    let (words, dir) = (Arc::clone(&words.strings), lang.direction());
    Some(Advice { lang: lang.clone(), dir, venue, moments, machine, updated, licence, words })
}

/// A tip as a venue shows it to readers of other sites.
pub(super) fn advised(tip: &Tip, adapter: &Adapter<'_>, said: &mut Diagnostics) -> AdvisedTip {
    let words = &tip.words[adapter.lang];
    let SheetTip { id, title, action, support, pictogram, body, keys, machine } = adapter.tip(tip, words, said);
    let mut fill = |text: &String| adapter.string(text, &words.action_place, said);
    let easy = words.easy.iter().map(|idea| EasyIdea {
        pictogram: idea.pictogram.clone(),
        sentences: idea.sentences.iter().map(&mut fill).collect(),
    });
    let (written_on, review_by, sources) = (tip.written_on, tip.review_by, tip.sources.clone());
    let easy = easy.collect();
    AdvisedTip { id, title, action, support, pictogram, body, keys, easy, machine, written_on, review_by, sources }
}
