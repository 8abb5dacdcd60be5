//! The orders of a venue, from what its author wrote: [`Cascade::orders`]. What a medium cannot be made in is said here.

use super::cascade::Cascade;
use super::profile::OrderFile;
use super::yaml::{At, YamlText};
use crate::diag::{Message, Place, did_you_mean};
use crate::model::tiling::fits_on_one;
use crate::model::{
    Distance, Format, Languages, Medium, Order, Orientation, Paper, PaperSize, PrintOptions, Size, slug,
};

/// Sheets that a poster can be cut into: what office printers hold.
const TILES: [PaperSize; 2] = [PaperSize::A4, PaperSize::A3];

impl Cascade<'_> {
    /// The nearest list of orders, if there is one.
    pub(super) fn orders(&self) -> Option<Vec<Order>> {
        let written = self.layers.iter().find(|written| written.profile.orders.is_some())?;
        let yaml = YamlText::whole(&written.file);
        let orders = written.profile.orders.as_ref()?;
        let media: Vec<&str> = orders.value.iter().map(|order| order.medium.value.name()).collect();
        self.origins.borrow_mut().push(("orders".to_owned(), media.join(", "), yaml.place(orders)));
        Some(orders.value.iter().map(|order| self.order(order, &yaml)).collect())
    }

    fn order(&self, order: &OrderFile, yaml: &YamlText<'_>) -> Order {
        let medium = order.medium.value;
        for variant in order.variants.iter().filter(|v| !medium.variants().contains(&v.value)) {
            let message = Message::new("variant-unknown").arg("variant", variant.value.name()).arg("medium", medium);
            let hint = did_you_mean(variant.value.name(), medium.variants().iter().map(|v| v.name()));
            self.error(message, yaml.place(variant), hint);
        }
        for format in order.formats.iter().filter(|format| !medium.formats().contains(&format.value)) {
            let name = format.value.extension();
            let message = Message::new("format-unknown").arg("format", name).arg("medium", medium);
            let hint = did_you_mean(name, medium.formats().iter().map(|f| f.extension()));
            self.error(message, yaml.place(format), hint);
        }
        let (place, from_place) = self.place(order, yaml);
        let named = order.distance.as_ref().and_then(|at| self.distance(&at.value, yaml.place(at)));
        Order {
            medium,
            sizes: order.size.as_ref().and_then(|size| self.size(medium, size, yaml)).into_iter().collect(),
            orientation: self.orientation(order, yaml),
            languages: order.languages.iter().filter_map(|at| self.languages_of(medium, at, yaml)).collect(),
            formats: order.formats.iter().map(|format| format.value).collect(),
            variants: order.variants.iter().map(|variant| variant.value).collect(),
            tips: order.tips.iter().map(|tip| (tip.value.clone(), yaml.place(tip))).collect(),
            place,
            distance: named.or(from_place),
            print: self.print(order, yaml),
            stale: order.stale,
            at: yaml.place(&order.medium),
        }
    }

    /// The place and, where it is written or known, its distance.
    fn place(&self, order: &OrderFile, yaml: &YamlText<'_>) -> (Option<String>, Option<Distance>) {
        let Some(at) = &order.place else { return (None, None) };
        match at.value.rsplit_once(':') {
            Some((name, distance)) => {
                (Some(name.trim().to_owned()), self.distance(distance.trim(), yaml.place(at).find(distance.trim())))
            }
            None => (Some(at.value.trim().to_owned()), Distance::of_place(&slug(&at.value))),
        }
    }

    /// `fr`, or `fr+ar` where two languages can share a sheet.
    fn languages_of(&self, medium: Medium, at: &At<String>, yaml: &YamlText<'_>) -> Option<(Languages, Place)> {
        let place = yaml.place(at);
        let (first, second) = match at.value.split_once('+') {
            Some((first, second)) => (first, Some(second)),
            None => (at.value.as_str(), None),
        };
        let first = self.lang(first.trim(), place.clone())?;
        let second = match second {
            Some(code) => Some(self.lang(code.trim(), place.clone())?),
            None => None,
        };
        if second.is_some() && (!medium.is_bilingual() || second.as_ref() == Some(&first)) {
            let message = Message::new("languages-not-together").arg("languages", &at.value).arg("medium", medium);
            self.error(message, place, Some(Message::new("hint-languages-not-together")));
            return None;
        }
        Some((Languages { first, second }, place))
    }

    fn orientation(&self, order: &OrderFile, yaml: &YamlText<'_>) -> Orientation {
        let Some(at) = &order.orientation else { return Orientation::default() };
        if at.value == Orientation::Landscape && !order.medium.value.is_poster() {
            let message = Message::new("landscape-not-for").arg("medium", order.medium.value);
            self.error(message, yaml.place(at), Some(Message::new("hint-portrait")));
        }
        at.value
    }

    fn print(&self, order: &OrderFile, yaml: &YamlText<'_>) -> PrintOptions {
        let flag = |name: &'static str, at: &Option<At<bool>>| {
            at.as_ref().is_some_and(|at| at.value && self.for_posters(order, name, yaml.place(at)))
        };
        PrintOptions {
            press: flag("press", &order.press)
                && order.press.as_ref().is_none_or(|at| self.with_pdf(order, "press", yaml.place(at))),
            eco: flag("eco", &order.eco),
            tile: order.tile.as_ref().and_then(|at| self.tile(order, at, yaml)),
        }
    }

    fn tile(&self, order: &OrderFile, at: &At<String>, yaml: &YamlText<'_>) -> Option<PaperSize> {
        let place = || yaml.place(at);
        if !self.for_posters(order, "tile", place()) || !self.with_pdf(order, "tile", place()) {
            return None;
        }
        let tile = PaperSize::parse(&at.value).filter(|size| TILES.contains(size));
        match tile {
            None => {
                let message = Message::new("tile-unknown").arg("size", &at.value);
                self.error(message, yaml.place(at), did_you_mean(&at.value, ["a4", "a3"]));
            }
            Some(tile) if self.is_uncut(order, tile) => {
                let message = Message::new("tile-useless").arg("size", at.value.to_uppercase());
                self.error(message, yaml.place(at), Some(Message::new("hint-tile-useless")));
            }
            Some(_) => {}
        }
        tile
    }

    /// Whether every sheet of an order goes on one sheet of this size whole.
    fn is_uncut(&self, order: &OrderFile, tile: PaperSize) -> bool {
        let ordered = order.size.as_ref().map(|size| Size::parse(size.value.trim()).and_then(Size::paper));
        let usual = || order.medium.value.papers().iter().map(|size| Some(Paper::upright(*size))).collect();
        let papers: Vec<Option<Paper>> = ordered.map_or_else(usual, |paper| vec![paper]);
        papers.into_iter().all(|paper| paper.is_some_and(|paper| fits_on_one(paper, tile)))
    }

    /// What is printed is PDF: an order that leaves it out would make nothing for the printer.
    fn with_pdf(&self, order: &OrderFile, key: &'static str, place: Place) -> bool {
        let without = !order.formats.is_empty() && order.formats.iter().all(|format| format.value != Format::Pdf);
        if without {
            let message = Message::new("print-without-pdf").arg("key", key);
            self.error(message, place, Some(Message::new("hint-print-without-pdf")));
        }
        !without
    }

    fn for_posters(&self, order: &OrderFile, key: &'static str, place: Place) -> bool {
        let poster = order.medium.value.is_poster();
        if !poster {
            let message = Message::new("key-for-posters").arg("key", key).arg("medium", order.medium.value);
            self.error(message, place, Some(Message::new("hint-key-for-posters").arg("key", key)));
        }
        poster
    }

    fn size(&self, medium: Medium, text: &At<String>, yaml: &YamlText<'_>) -> Option<Size> {
        let size = Size::parse(text.value.trim());
        let fits = match size {
            Some(Size::Paper(paper)) => {
                medium.orderable().contains(&paper.size)
                    || medium.is_poster() && matches!(paper.size, PaperSize::Other(..))
            }
            Some(Size::Screen(_)) => medium.is_on_screen(),
            None => false,
        };
        if fits {
            return size;
        }
        let known: Vec<String> = medium.orderable().iter().map(PaperSize::to_string).collect();
        let message = Message::new("size-unknown").arg("size", &text.value).arg("medium", medium);
        let hint = match medium {
            _ if medium.is_on_screen() => Some(Message::new("hint-screen")),
            _ if medium.is_poster() => Some(Message::new("hint-poster-size").arg("list", known.join(", "))),
            _ => did_you_mean(&text.value, known.iter().map(String::as_str)),
        };
        self.error(message, yaml.place(text), hint);
        None
    }
}
