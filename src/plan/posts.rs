//! Posts become order lines: [`Selector::posts`] gives each group of machines its pictures, and [`Planners`] plans them as who sits
//! there sees the venue: with the keys and the side of the icons of that system.

use super::planner::Planner;
use super::select::{OrderLine, Selector, everything};
use crate::content::Catalog;
use crate::model::{Format, Lang, Languages, Medium, Order, Post, Size, Tip, Venue};
use crate::theme::Theme;

impl<'a> Selector<'a> {
    /// The pictures of every post, in the order of posts, media and languages.
    pub(super) fn posts(&mut self, lines: &mut Vec<OrderLine<'a>>) {
        for post in &self.venue.posts {
            for medium in post.media.iter().filter(|medium| self.wanted.medium(**medium)) {
                self.post(post, *medium, lines);
            }
        }
    }

    fn post(&mut self, post: &'a Post, medium: Medium, lines: &mut Vec<OrderLine<'a>>) {
        let tips = post.tips.clone();
        let order = Order { sizes: vec![Size::Screen(post.screen)], tips, ..everything(medium, &post.place) };
        let formats = self.wanted.formats(self.post_formats(post, medium));
        let rotation = post.rotation.filter(|_| medium == Medium::Wallpaper);
        let chosen = match rotation {
            Some(_) => self.turning(&order),
            None => self.chosen(&order),
        };
        let Some(chosen) = chosen.filter(|_| !formats.is_empty()) else { return };
        let parts: Vec<&[&'a Tip]> = match rotation {
            Some(rotation) => chosen.chunks(rotation.tips).collect(),
            None => vec![&chosen],
        };
        for lang in &post.languages {
            let languages = Languages::from(lang.clone());
            if !self.wanted.languages(&languages) {
                continue;
            }
            let Some((lang, _)) = self.with_words(&order, &languages, false) else { continue };
            for (at, part) in parts.iter().enumerate() {
                let number = rotation.map(|_| at + 1);
                let line = self.post_line(&order, post, lang, part, &formats);
                lines.extend(line.map(|line| OrderLine { part: number, ..line }));
            }
        }
    }

    fn post_line(
        &mut self,
        order: &Order,
        post: &'a Post,
        lang: &'a Lang,
        chosen: &[&'a Tip],
        formats: &[Format],
    ) -> Option<OrderLine<'a>> {
        let languages = Languages::from(lang.clone());
        let tips = self.tips_in(order, &languages, None, chosen, false)?;
        Some(OrderLine {
            medium: order.medium,
            size: Size::Screen(post.screen),
            variant: Some(post.variant).filter(|variant| order.medium.variants().contains(variant)),
            lang,
            second: None,
            formats: formats.to_vec(),
            tips,
            place: None,
            post: Some(post),
            part: None,
            distance: None,
            print: order.print,
            stale: order.stale,
            only_words: false,
            at: Some(post.place.clone()),
        })
    }

    /// Tips that take turns: those that are named, or all that apply.
    fn turning(&mut self, order: &Order) -> Option<Vec<&'a Tip>> {
        if order.tips.is_empty() {
            return Some(self.applying(order.medium));
        }
        // any number of them can be named: a set has as many pictures as it takes
        let named = Order { medium: Medium::Booklet, ..order.clone() };
        self.chosen(&named)
    }

    /// A wallpaper that says what all wallpapers of the venue say shares their page; any other has its own.
    fn post_formats(&self, post: &Post, medium: Medium) -> &'static [Format] {
        let shared = self.venue.orders.is_none() && post.tips.is_empty() && post.rotation.is_none();
        if medium == Medium::Wallpaper && shared { &[Format::Svg, Format::Png] } else { medium.formats() }
    }
}

/// The venue, and the venue as each of its posts sees it.
pub(super) struct Desks {
    venue: Venue,
    posts: Vec<(String, Venue)>,
}

impl Desks {
    pub(super) fn of(venue: &Venue) -> Self {
        let posts = venue.posts.iter().map(|post| (post.id.clone(), venue.at_post(post))).collect();
        Desks { venue: venue.clone(), posts }
    }
}

/// A planner for each of them.
pub(super) struct Planners<'a> {
    venue: Planner<'a>,
    posts: Vec<(&'a str, Planner<'a>)>,
}

impl<'a> Planners<'a> {
    pub(super) fn new(catalog: &'a Catalog, theme: &'a Theme, desks: &'a Desks) -> Self {
        let planner = |venue| Planner::new(catalog, venue, theme);
        let posts = desks.posts.iter().map(|(id, venue)| (id.as_str(), planner(venue))).collect();
        Planners { venue: planner(&desks.venue), posts }
    }

    /// The planner of the machines that a line is for.
    pub(super) fn of(&self, line: &OrderLine<'a>) -> &Planner<'a> {
        let own = line.post.and_then(|post| self.posts.iter().find(|(id, _)| *id == post.id));
        own.map_or(&self.venue, |(_, planner)| planner)
    }
}
