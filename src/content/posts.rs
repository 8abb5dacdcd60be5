//! The posts of a venue, from what its author wrote: [`Cascade::posts`].

use super::cascade::Cascade;
use super::profile::PostFile;
use super::tip::bad_id;
use super::yaml::YamlText;
use crate::diag::{Message, Place};
use crate::model::{Date, Every, Lang, Medium, Post, Rotation, ScreenSize, System, Variant};

/// Tips on a picture of a rotation.
const TIPS: std::ops::RangeInclusive<usize> = 1..=3;

/// What a post has where it says nothing of its own.
pub(super) struct PostDefaults<'a> {
    pub(super) system: System,
    pub(super) interface_language: &'a Lang,
    pub(super) languages: &'a [Lang],
}

impl Cascade<'_> {
    /// The nearest list of posts, in the order of their names.
    pub(super) fn posts(&self, defaults: &PostDefaults<'_>) -> Vec<Post> {
        let Some(written) = self.layers.iter().find(|written| written.profile.posts.is_some()) else {
            return Vec::new();
        };
        let yaml = YamlText::whole(&written.file);
        let Some(posts) = &written.profile.posts else { return Vec::new() };
        let names: Vec<&str> = posts.value.keys().map(String::as_str).collect();
        self.origins.borrow_mut().push(("posts".to_owned(), names.join(", "), yaml.place(posts)));
        posts.value.iter().filter_map(|(id, post)| self.post(id, post, &yaml, defaults)).collect()
    }

    fn post(&self, id: &str, post: &PostFile, yaml: &YamlText<'_>, defaults: &PostDefaults<'_>) -> Option<Post> {
        let place = yaml.place(&post.screen);
        if let Some(error) = bad_id(id, &yaml.key(&post.screen, id)) {
            self.push(error);
            return None;
        }
        let screen = ScreenSize::parse(&post.screen.value);
        if screen.is_none() {
            let message = Message::new("screen-bad").arg("text", &post.screen.value);
            self.error(message, place.clone(), Some(Message::new("hint-screen")));
        }
        let languages: Vec<Lang> =
            post.languages.iter().filter_map(|at| self.lang(at.value.trim(), yaml.place(at))).collect();
        let interface = post.interface_language.as_ref().and_then(|at| self.lang(at.value.trim(), yaml.place(at)));
        Some(Post {
            id: id.to_owned(),
            system: post.system.as_ref().map_or(defaults.system, |at| at.value),
            count: post.count.as_ref().map_or(1, |at| at.value),
            screen: screen?,
            languages: if languages.is_empty() { defaults.languages.to_vec() } else { languages },
            variant: self.variant(post, yaml),
            interface_language: interface.unwrap_or_else(|| defaults.interface_language.clone()),
            media: self.media(post, yaml),
            tips: post.tips.iter().map(|tip| (tip.value.clone(), yaml.place(tip))).collect(),
            rotation: self.rotation(post, yaml),
            place,
        })
    }

    fn variant(&self, post: &PostFile, yaml: &YamlText<'_>) -> Variant {
        let Some(at) = &post.variant else { return Variant::Dark };
        if !Medium::Wallpaper.variants().contains(&at.value) {
            let message =
                Message::new("variant-unknown").arg("variant", at.value.name()).arg("medium", Medium::Wallpaper);
            self.error(message, yaml.place(at), Some(Message::new("hint-post-variant")));
        }
        at.value
    }

    fn media(&self, post: &PostFile, yaml: &YamlText<'_>) -> Vec<Medium> {
        for at in post.media.iter().filter(|at| !at.value.is_on_screen()) {
            let message = Message::new("post-medium").arg("medium", at.value);
            self.error(message, yaml.place(at), Some(Message::new("hint-post-medium")));
        }
        let media: Vec<Medium> = post.media.iter().map(|at| at.value).filter(|medium| medium.is_on_screen()).collect();
        if media.is_empty() { vec![Medium::Wallpaper] } else { media }
    }

    fn rotation(&self, post: &PostFile, yaml: &YamlText<'_>) -> Option<Rotation> {
        let every = post.rotation.as_ref()?.value;
        let from = self.first_day(post, every, yaml)?;
        let tips = post.tips_each.as_ref().map_or(*TIPS.start(), |at| at.value);
        if let Some(at) = post.tips_each.as_ref().filter(|_| !TIPS.contains(&tips)) {
            self.error(Message::new("tips-each").arg("count", tips), yaml.place(at), None);
        }
        Some(Rotation { every, from, tips })
    }

    /// The day a rotation starts: without one, nobody could say which picture shows today.
    fn first_day(&self, post: &PostFile, every: Every, yaml: &YamlText<'_>) -> Option<Date> {
        let place = || post.rotation.as_ref().map_or_else(|| self.start(), |at| yaml.place(at));
        let Some(from) = &post.from else {
            let message = Message::new("rotation-without-day").arg("every", every.name());
            self.error(message, place(), Some(Message::new("hint-rotation-day")));
            return None;
        };
        let day = Date::parse(from.value.trim());
        if day.is_none() {
            let message = Message::new("date-bad").arg("text", &from.value);
            self.error(message, yaml.place(from), Some(Message::new("hint-date")));
        }
        day
    }

    fn start(&self) -> Place {
        self.layers[0].file.start()
    }
}
