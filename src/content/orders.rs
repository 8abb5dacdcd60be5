//! The orders of a venue, from what its author wrote: [`Cascade::orders`]. What a medium cannot be made in is said here.

use super::cascade::Cascade;
use super::profile::OrderFile;
use super::yaml::{At, YamlText};
use crate::diag::{Message, did_you_mean};
use crate::model::{Medium, Order, Orientation, Size};

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
        let orientation = order.orientation.as_ref();
        if let Some(at) = orientation.filter(|o| o.value == Orientation::Landscape) {
            self.error(
                Message::new("landscape-later").arg("medium", medium),
                yaml.place(at),
                Some(Message::new("hint-portrait")),
            );
        }
        let lang = |code: &At<String>| Some((self.lang(&code.value, yaml.place(code))?, yaml.place(code)));
        let languages = order.languages.iter().filter_map(lang).collect();
        Order {
            medium,
            sizes: order.size.as_ref().and_then(|size| self.size(medium, size, yaml)).into_iter().collect(),
            orientation: orientation.map(|o| o.value).unwrap_or_default(),
            languages,
            formats: order.formats.iter().map(|format| format.value).collect(),
            variants: order.variants.iter().map(|variant| variant.value).collect(),
            tips: order.tips.iter().map(|tip| (tip.value.clone(), yaml.place(tip))).collect(),
            place: order.place.clone(),
            at: yaml.place(&order.medium),
        }
    }

    fn size(&self, medium: Medium, text: &At<String>, yaml: &YamlText<'_>) -> Option<Size> {
        let size = Size::parse(text.value.trim());
        let fits = match size {
            Some(Size::Paper(paper)) => medium.papers().contains(&paper),
            Some(Size::Screen(_)) => medium == Medium::Wallpaper,
            None => false,
        };
        if fits {
            return size;
        }
        let known: Vec<String> = medium.papers().iter().map(|paper| Size::Paper(*paper).to_string()).collect();
        let message = Message::new("size-unknown").arg("size", &text.value).arg("medium", medium);
        let hint = if known.is_empty() {
            Some(Message::new("hint-screen"))
        } else {
            did_you_mean(&text.value, known.iter().map(String::as_str))
        };
        self.error(message, yaml.place(text), hint);
        None
    }
}
