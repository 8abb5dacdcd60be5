//! Which tips an order shows: those that it names, that its venue selects or that apply ([`Selector::chosen`]), as far as a language
//! has words for them ([`Selector::tips_in`]).

use super::select::{Gap, Selector, document_of, situations};
use crate::diag::{Diagnostic, Message, Place, did_you_mean};
use crate::model::{Audience, Languages, Medium, Moment, Order, Tip, Variant};

/// Fewest and most steps of a checklist.
const STEPS: std::ops::RangeInclusive<usize> = 4..=7;
/// Most tips on a wallpaper.
const WALLPAPER_TIPS: usize = 3;
/// Most slides of a sequence: who waits sees them all in two minutes.
const SLIDES_MOST: usize = 10;

impl<'a> Selector<'a> {
    /// The tips of an order before languages: those named, or the selection of the venue, or all that apply.
    pub(super) fn chosen(&mut self, order: &Order) -> Option<Vec<&'a Tip>> {
        let named = if order.tips.is_empty() { self.venue.selection.get(&order.medium) } else { Some(&order.tips) };
        let Some(named) = named else { return Some(self.applying(order.medium)) };
        let mut tips = Vec::new();
        let mut good = true;
        for (id, place) in named {
            match self.catalog.tips.get(id) {
                Some(tip) if tip.conditions.unmet(self.venue).is_none() => tips.push(tip),
                Some(_) => {}
                None => {
                    good = false;
                    self.unknown_tip(id, place);
                }
            }
        }
        good.then_some(tips).filter(|tips| self.shows_all(order, tips.len()))
    }

    /// Tips that an order names are all shown, or it is a mistake; a selection is a list of wishes, of which the first fit.
    fn shows_all(&mut self, order: &Order, count: usize) -> bool {
        let most = most_tips(order.medium);
        if order.tips.is_empty() || count <= most {
            return true;
        }
        let message = Message::new("tips-too-many").arg("medium", order.medium).arg("count", count).arg("most", most);
        let error = Diagnostic::error(message).at(order.at.clone());
        self.diagnostics.push(error.hint(Message::new("hint-tips-too-many")));
        false
    }

    pub(super) fn unknown_tip(&mut self, id: &str, place: &Place) {
        let broken = self.catalog.broken_tips.contains(id);
        let message = Message::new(if broken { "tip-broken" } else { "tip-unknown" }).arg("id", id);
        let hint = if broken { None } else { did_you_mean(id, self.catalog.tips.keys().map(String::as_str)) };
        self.diagnostics.push(Diagnostic::error(message).at(place.clone()).hint(hint));
    }

    /// Tips for the readers of a medium that apply to the venue, in the order of a visit.
    pub(super) fn applying(&self, medium: Medium) -> Vec<&'a Tip> {
        let audience = if medium.is_public() { Audience::Public } else { Audience::Staff };
        let mut tips: Vec<&Tip> = self.catalog.tips.values().collect();
        tips.retain(|tip| tip.audience == audience && tip.conditions.unmet(self.venue).is_none());
        if medium == Medium::PosterChecklist {
            tips.retain(|tip| tip.moment == Some(Moment::Leaving));
        }
        tips.sort_by_key(|tip| (tip.moment, tip.priority, tip.id.clone()));
        tips
    }

    /// The tips that have words in a language, or nothing where there are too few to make the medium.
    pub(super) fn tips_in(
        &mut self,
        order: &Order,
        languages: &Languages,
        variant: Option<Variant>,
        chosen: &[&'a Tip],
        by_name: bool,
    ) -> Option<Vec<&'a Tip>> {
        let medium = order.medium;
        if let Some(document) = document_of(medium, variant) {
            let has =
                self.catalog.documents.get(document).is_some_and(|by_lang| by_lang.contains_key(&languages.first));
            if !has {
                let missing = format!("content/documents/{document}/{languages}.yaml");
                self.missing(order, languages, by_name, missing, false);
            }
            return has.then(Vec::new);
        }
        let of_card = |tip: &&&Tip| match variant.map(situations) {
            Some(wanted) if medium == Medium::StaffCard => tip.situations.iter().any(|s| wanted.contains(s)),
            _ => true,
        };
        let mut with_words = Vec::new();
        for tip in chosen.iter().filter(of_card) {
            let mut words = std::iter::once(&languages.first).chain(&languages.second).map(|lang| tip.words.get(lang));
            if words.clone().any(|words| words.is_none()) {
                self.missing(order, languages, by_name, tip.id.clone(), true);
            } else if medium != Medium::EasyRead || words.all(|words| words.is_some_and(|words| !words.easy.is_empty()))
            {
                with_words.push(*tip);
            }
        }
        with_words.truncate(most_tips(medium));
        let enough = if medium == Medium::PosterChecklist { *STEPS.start() } else { 1 };
        if with_words.len() < enough {
            self.too_few(order, languages, by_name, with_words.len(), enough);
            return None;
        }
        Some(with_words)
    }

    /// Too few tips are a mistake of an order that names them or its language, else a gap.
    fn too_few(&mut self, order: &Order, lang: &Languages, by_name: bool, count: usize, enough: usize) {
        if !by_name && order.tips.is_empty() {
            return self.missing(order, lang, by_name, format!("{count} < {enough}"), false);
        }
        let message = Message::new("tips-too-few")
            .arg("medium", order.medium)
            .arg("lang", lang)
            .arg("venue", &self.venue.id)
            .arg("count", count)
            .arg("enough", enough);
        let error = Diagnostic::error(message).at(order.at.clone());
        self.diagnostics.push(error.hint(Message::new("hint-tips-too-few")));
    }

    /// A language that was ordered by name must have its words; one that was only offered leaves a gap.
    pub(super) fn missing(
        &mut self,
        order: &Order,
        lang: &Languages,
        by_name: bool,
        missing: String,
        made_without: bool,
    ) {
        if by_name {
            let message = Message::new("words-missing")
                .arg("medium", order.medium)
                .arg("lang", lang)
                .arg("venue", &self.venue.id)
                .arg("missing", &missing);
            let place = order.languages.iter().find(|(known, _)| known == lang).map_or(&order.at, |(_, place)| place);
            let error = Diagnostic::error(message).at(place.clone()).hint(Message::new("hint-words-missing"));
            self.diagnostics.push(error);
            return;
        }
        let (venue, medium) = (self.venue.id.clone(), order.medium);
        self.gaps.insert(Gap { venue, lang: lang.clone(), medium, missing, made_without });
    }
}

/// Most tips that a medium shows.
fn most_tips(medium: Medium) -> usize {
    match medium {
        Medium::PosterChecklist => *STEPS.end(),
        Medium::Wallpaper => WALLPAPER_TIPS,
        Medium::LockScreen => 1,
        Medium::Signage => SLIDES_MOST,
        _ => usize::MAX,
    }
}
