//! Orders become order lines: one medium, size and kind in one language. [`lines`] expands them, and lists what is missing.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::content::Catalog;
use crate::diag::{Diagnostics, Place};
use crate::model::{
    Distance, Format, Lang, Languages, Medium, Order, Orientation, Paper, PaperSize, Post, PrintOptions, ScreenSize,
    Situation, Size, StalePolicy, Tip, Variant, Venue, slug,
};

/// What the user asked for; an empty list asks for everything.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Venues by id.
    pub venues: Vec<String>,
    /// Media.
    pub media: Vec<Medium>,
    /// Languages.
    pub langs: Vec<Lang>,
    /// Formats.
    pub formats: Vec<Format>,
}

impl Wanted {
    /// Whether nothing is left out.
    pub fn is_everything(&self) -> bool {
        self.venues.is_empty() && self.media.is_empty() && self.langs.is_empty() && self.formats.is_empty()
    }

    /// Whether this venue is asked for.
    pub fn venue(&self, id: &str) -> bool {
        self.venues.is_empty() || self.venues.iter().any(|wanted| wanted == id)
    }
    pub(super) fn medium(&self, medium: Medium) -> bool {
        self.media.is_empty() || self.media.contains(&medium)
    }
    pub(super) fn languages(&self, languages: &Languages) -> bool {
        self.langs.is_empty() || self.langs.iter().any(|lang| languages.contain(lang))
    }
    pub(super) fn formats(&self, of: &[Format]) -> Vec<Format> {
        of.iter().copied().filter(|format| self.formats.is_empty() || self.formats.contains(format)).collect()
    }
}

/// A venue, a language and a medium that cannot be made, because words are missing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Gap {
    /// The venue.
    pub venue: String,
    /// The language, or two.
    pub lang: Languages,
    /// The medium.
    pub medium: Medium,
    /// What is missing.
    pub missing: String,
    /// Whether the medium is made all the same, without the tip that is missing.
    pub made_without: bool,
}

/// One order line in one language.
#[derive(Debug, Clone)]
pub struct OrderLine<'a> {
    /// What.
    pub medium: Medium,
    /// Its size.
    pub size: Size,
    /// Its kind.
    pub variant: Option<Variant>,
    /// Its language.
    pub lang: &'a Lang,
    /// The language beside it on the same sheet.
    pub second: Option<&'a Lang>,
    /// Formats wanted.
    pub formats: Vec<Format>,
    /// Tips on it, in order.
    pub tips: Vec<&'a Tip>,
    /// Where it will hang.
    pub place: Option<String>,
    /// The group of machines it is for.
    pub post: Option<&'a Post>,
    /// Its number in a set of pictures that take turns, from 1.
    pub part: Option<usize>,
    /// How far away it is read, where the order says so.
    pub distance: Option<Distance>,
    /// What is made beside it for printing.
    pub print: PrintOptions,
    /// What to do with stale texts.
    pub stale: StalePolicy,
    /// Whether it stands for all wallpapers of a language.
    pub only_words: bool,
    /// Where the order stands, if there is one.
    pub at: Option<Place>,
}

impl<'a> OrderLine<'a> {
    /// Its language, or both.
    pub fn languages(&self) -> Languages {
        Languages { first: self.lang.clone(), second: self.second.cloned() }
    }

    /// Its tips in each of its languages.
    pub fn spoken_tips(&self) -> impl Iterator<Item = (&'a Lang, &'a Tip)> {
        let langs = std::iter::once(self.lang).chain(self.second);
        langs.flat_map(|lang| self.tips.iter().map(move |tip| (lang, *tip)))
    }
}

/// `poster-checklist-a3`, `wallpaper-1920x1080-dark`, `poster-tip-a3-mot-de-passe-solide`: fields in the order of an order line.
pub fn stem(line: &OrderLine<'_>) -> String {
    let mut parts = vec![line.medium.name().to_owned()];
    if line.medium.names_size(line.size) && !line.only_words {
        parts.push(line.size.to_string());
    }
    parts.extend(line.variant.map(|variant| variant.name().to_owned()));
    if line.medium == Medium::PosterTip {
        parts.extend(line.tips.first().map(|tip| tip.id.clone()));
    }
    parts.extend(line.print.eco.then(|| "eco".to_owned()));
    parts.extend(line.place.as_ref().map(|place| slug(place)));
    parts.extend(line.post.map(|post| post.id.clone()));
    parts.extend(line.part.map(|part| format!("{part:02}")));
    parts.join("-")
}

/// Screens of venues that name none: the most common ones, and the largest.
const USUAL_SCREENS: [&str; 4] = ["1920x1080", "1366x768", "1280x1024", "3840x2160"];
/// Screens of slides: on their side and upright.
const SLIDES: [&str; 2] = ["1920x1080", "1080x1920"];

/// Expands the orders of a venue.
#[derive(Debug)]
pub struct Selector<'a> {
    /// All content.
    pub catalog: &'a Catalog,
    /// The venue.
    pub venue: &'a Venue,
    /// What the user asked for.
    pub wanted: &'a Wanted,
    /// What cannot be made.
    pub gaps: BTreeSet<Gap>,
    /// What is wrong.
    pub diagnostics: Diagnostics,
}

impl<'a> Selector<'a> {
    /// Nothing expanded yet.
    pub fn new(catalog: &'a Catalog, venue: &'a Venue, wanted: &'a Wanted) -> Self {
        Selector { catalog, venue, wanted, gaps: BTreeSet::new(), diagnostics: Diagnostics::new() }
    }

    /// All order lines of the venue, in the order of its orders.
    pub fn lines(&mut self) -> Vec<OrderLine<'a>> {
        let all: Vec<Order>;
        let orders: &[Order] = match &self.venue.orders {
            Some(orders) => orders,
            None => {
                let usual = Medium::ALL.into_iter().filter(|medium| medium.is_usual());
                all = usual.map(|medium| everything(medium, &self.venue.place)).collect();
                &all
            }
        };
        self.check_selection();
        let ordered = self.venue.orders.is_some();
        let mut lines = Vec::new();
        for order in orders.iter().filter(|order| self.wanted.medium(order.medium)) {
            self.order(order, ordered, &mut lines);
        }
        self.posts(&mut lines);
        lines
    }

    /// Tips chosen for a medium must exist, whether the medium is ordered today or not.
    fn check_selection(&mut self) {
        for (id, place) in self.venue.selection.values().flatten() {
            if !self.catalog.tips.contains_key(id) {
                self.unknown_tip(id, place);
            }
        }
    }

    fn order(&mut self, order: &Order, ordered: bool, lines: &mut Vec<OrderLine<'a>>) {
        let by_name = !order.languages.is_empty();
        let named = order.languages.iter().map(|(languages, _)| languages.clone());
        let own = self.venue.languages.iter().cloned().map(Languages::from);
        let offered: Vec<Languages> = if by_name { named.collect() } else { own.collect() };
        let usual = if order.formats.is_empty() { order.medium.formats() } else { &order.formats };
        let formats = self.wanted.formats(usual);
        if formats.is_empty() {
            return;
        }
        let Some(chosen) = self.chosen(order) else { return };
        for languages in offered.iter().filter(|languages| self.wanted.languages(languages)) {
            let Some(languages) = self.with_words(order, languages, by_name) else { continue };
            for variant in variants(order) {
                self.line(order, languages, variant, &chosen, by_name, &formats, ordered, lines);
            }
        }
    }

    /// The languages as the catalog knows them, so that a line does not outlive its order.
    pub(super) fn with_words(
        &mut self,
        order: &Order,
        languages: &Languages,
        by_name: bool,
    ) -> Option<(&'a Lang, Option<&'a Lang>)> {
        let mut known = Vec::new();
        for lang in std::iter::once(&languages.first).chain(&languages.second) {
            match self.catalog.words.get_key_value(lang) {
                Some((lang, _)) => known.push(lang),
                None => {
                    let missing = format!("{}/{lang}.yaml", crate::content::words::FOLDER);
                    self.missing(order, languages, by_name, missing, false);
                    return None;
                }
            }
        }
        Some((known[0], known.get(1).copied()))
    }

    #[expect(clippy::too_many_arguments, reason = "one call, all of them names of the caller")]
    fn line(
        &mut self,
        order: &Order,
        (lang, second): (&'a Lang, Option<&'a Lang>),
        variant: Option<Variant>,
        chosen: &[&'a Tip],
        by_name: bool,
        formats: &[Format],
        ordered: bool,
        lines: &mut Vec<OrderLine<'a>>,
    ) {
        let languages = Languages { first: lang.clone(), second: second.cloned() };
        let Some(tips) = self.tips_in(order, &languages, variant, chosen, by_name) else { return };
        let at = ordered.then(|| order.at.clone());
        let line = |size: Size, tips: Vec<&'a Tip>, formats: Vec<Format>, only_words: bool| OrderLine {
            medium: order.medium,
            size,
            variant: if only_words { None } else { variant },
            lang,
            second,
            formats,
            tips,
            place: order.place.clone(),
            post: None,
            part: None,
            distance: order.distance,
            print: order.print.of(size),
            stale: order.stale,
            only_words,
            at: at.clone(),
        };
        match order.medium {
            Medium::Wallpaper => {
                let pictures: Vec<Format> = formats.iter().copied().filter(|f| *f != Format::Html).collect();
                let sizes = self.screens(order);
                let first = sizes.first().copied();
                // machines that are named have pictures of their own
                let for_posts = !ordered && !self.venue.posts.is_empty();
                if !pictures.is_empty() && !for_posts {
                    lines.extend(sizes.into_iter().map(|size| line(size, tips.clone(), pictures.clone(), false)));
                }
                let words = formats.contains(&Format::Html) && variant == variants(order).first().copied().flatten();
                if let (Some(size), true) = (first, words) {
                    lines.push(line(size, tips, vec![Format::Html], true));
                }
            }
            Medium::LockScreen | Medium::Signage => {
                let sizes = self.screens(order);
                lines.extend(sizes.into_iter().map(|size| line(size, tips.clone(), formats.to_vec(), false)));
            }
            Medium::PosterTip => {
                let sizes = papers(order);
                lines.extend(
                    tips.iter()
                        .flat_map(|tip| sizes.iter().map(|size| (*tip, *size)))
                        .map(|(tip, size)| line(size, vec![tip], formats.to_vec(), false)),
                );
            }
            _ => lines.extend(papers(order).into_iter().map(|size| line(size, tips.clone(), formats.to_vec(), false))),
        }
    }

    fn screens(&self, order: &Order) -> Vec<Size> {
        if !order.sizes.is_empty() {
            return order.sizes.clone();
        }
        if order.medium == Medium::Signage {
            return usual_screens(&SLIDES);
        }
        if !self.venue.screens.is_empty() {
            return self.venue.screens.iter().copied().map(Size::Screen).collect();
        }
        usual_screens(&USUAL_SCREENS)
    }
}

/// The order of a venue that orders nothing.
pub(super) fn everything(medium: Medium, at: &Place) -> Order {
    Order {
        medium,
        sizes: Vec::new(),
        orientation: Orientation::Portrait,
        languages: Vec::new(),
        formats: Vec::new(),
        variants: Vec::new(),
        tips: Vec::new(),
        place: None,
        distance: None,
        print: PrintOptions::default(),
        stale: StalePolicy::default(),
        at: at.clone(),
    }
}

fn usual_screens(list: &[&str]) -> Vec<Size> {
    list.iter().filter_map(|text| ScreenSize::parse(text)).map(Size::Screen).collect()
}

fn variants(order: &Order) -> Vec<Option<Variant>> {
    let named = if order.variants.is_empty() { order.medium.variants() } else { &order.variants };
    if named.is_empty() { vec![None] } else { named.iter().copied().map(Some).collect() }
}

fn papers(order: &Order) -> Vec<Size> {
    let held = |size: PaperSize| Size::Paper(Paper { size, orientation: order.orientation });
    let ordered: Vec<PaperSize> = order.sizes.iter().filter_map(|size| Some(size.paper()?.size)).collect();
    let sizes = if ordered.is_empty() { order.medium.papers() } else { &ordered };
    sizes.iter().copied().map(held).collect()
}

/// The document a medium is made from.
pub fn document_of(medium: Medium, variant: Option<Variant>) -> Option<&'static str> {
    match (medium, variant) {
        (Medium::Mandate, Some(Variant::Oral)) => Some("mandat-oral"),
        (Medium::Mandate, _) => Some("mandat-ecrit"),
        (Medium::HouseRules, _) => Some("reglement-interieur"),
        _ => None,
    }
}

/// The situations of a staff card, its own first.
pub fn situations(variant: Variant) -> &'static [Situation] {
    match variant {
        Variant::Train => &[Situation::Train],
        Variant::Accompany => &[Situation::Accompany, Situation::Password],
        _ => &[Situation::ActFor, Situation::OralMandate, Situation::Password],
    }
}
