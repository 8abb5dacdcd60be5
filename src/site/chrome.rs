//! What every page of the site has around its own words: [`Chrome::around`] gives menus, languages, addresses and colours.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Value, json};

use super::map::{ASSETS, Spot, address, relative};
use crate::content::Catalog;
use crate::model::{Audience, Lang};
use crate::theme::Roles;

/// A page before it is drawn: where it stands, in which language, and where the same stands in others.
#[derive(Debug, Clone)]
pub struct Place {
    /// Path under the site.
    pub path: String,
    /// Language.
    pub lang: Lang,
    /// Paths of the same in other languages, and of itself, by tag: `fr`, `fr+ar`.
    pub others: Vec<(String, String)>,
    /// Where its site is published, without a final slash.
    pub site_url: Option<String>,
    /// Theme whose style sheet it takes.
    pub theme: String,
    /// The address that links begin with, on a page that servers show anywhere.
    pub root: Option<String>,
}

impl Place {
    /// A link to a file of the site.
    pub fn link(&self, to: &str) -> String {
        self.root.as_ref().map_or_else(|| relative(&self.path, to), |root| format!("{root}/{to}"))
    }
}

/// What the pages of a site share.
#[derive(Debug)]
pub struct Chrome<'a> {
    catalog: &'a Catalog,
    /// Languages of the site, that of the authors first.
    pub languages: Vec<Lang>,
    /// Those that have a page in easy words.
    easy: BTreeSet<Lang>,
}

impl<'a> Chrome<'a> {
    /// `languages` are those of the site, that of the authors first.
    pub fn new(catalog: &'a Catalog, languages: &[Lang]) -> Self {
        let public = catalog.tips.values().filter(|tip| tip.audience == Audience::Public && tip.moment.is_some());
        let held = public.filter(|tip| tip.conditions.unmet(&catalog.anywhere).is_none());
        let easy = held.flat_map(|tip| tip.words.iter().filter(|(_, words)| !words.easy.is_empty()));
        let easy = easy.map(|(lang, _)| lang.clone()).collect();
        Chrome { catalog, languages: languages.to_vec(), easy }
    }

    /// Words of a language, over those of the source language where it lacks some.
    pub fn words(&self, lang: &Lang) -> Arc<BTreeMap<String, String>> {
        let strings =
            |lang: &Lang| self.catalog.words.get(lang).map(|words| Arc::clone(&words.strings)).unwrap_or_default();
        let (mut words, own) = (strings(&self.catalog.kit.source_language), strings(lang));
        if words.keys().all(|key| own.contains_key(key)) {
            return own;
        }
        Arc::make_mut(&mut words).extend(own.iter().map(|(key, word)| (key.clone(), word.clone())));
        words
    }

    /// Name of a language in itself, or of two.
    pub fn language_name(&self, tag: &str) -> String {
        let own = |code: &str| {
            let words = Lang::parse(code).and_then(|lang| self.catalog.words.get(&lang));
            let name = words.map(|words| words.get("language_name")).filter(|name| !name.is_empty());
            name.unwrap_or(code).to_owned()
        };
        tag.split('+').map(own).collect::<Vec<_>>().join(" + ")
    }

    /// A page of the whole site in a language, with its counterparts in `languages`.
    pub fn place(&self, spot: Spot<'_>, lang: &Lang, languages: &[Lang], theme: &str) -> Place {
        let source = &self.catalog.kit.source_language;
        Place {
            path: spot.path(lang, source),
            lang: lang.clone(),
            others: languages.iter().map(|lang| (lang.to_string(), spot.path(lang, source))).collect(),
            site_url: self.catalog.anywhere.site_url.clone(),
            theme: theme.to_owned(),
            root: None,
        }
    }

    /// A link from a page to one of the whole site, in the language of the page.
    pub fn to(&self, place: &Place, spot: Spot<'_>) -> String {
        let lang = if self.languages.contains(&place.lang) { &place.lang } else { &self.catalog.kit.source_language };
        place.link(&spot.path(lang, &self.catalog.kit.source_language))
    }

    /// The context of a page: what is around it, and `own` of it.
    pub fn around(&self, place: &Place, spot: Option<Spot<'_>>, roles: &Roles, own: Value) -> Value {
        let words = self.words(&place.lang);
        let mut context = json!({
            "lang": place.lang,
            "dir": place.lang.direction(),
            "words": words,
            "colours": roles,
            "pancarte": env!("CARGO_PKG_VERSION"),
            "description": "",
            "site": self.site(place, spot, &words),
        });
        if let (Value::Object(context), Value::Object(own)) = (&mut context, own) {
            context.extend(own);
        }
        context
    }

    /// What `site` holds in the context of a page.
    pub fn site(&self, place: &Place, spot: Option<Spot<'_>>, words: &BTreeMap<String, String>) -> Value {
        let asset = |name: &str| place.link(&format!("{ASSETS}/{}/{name}", place.theme));
        let link = |key: &str, to: Spot<'_>| json!({"label": words.get(key), "href": self.to(place, to), "current": spot == Some(to)});
        let easy = self.easy.contains(self.indexed(&place.lang)).then(|| link("site_easy", Spot::EasyRead));
        let others = [("site_embed", Spot::Embed), ("site_checked", Spot::Checked), ("credits_title", Spot::Credits)];
        let more: Vec<Value> = easy.iter().cloned().chain(others.map(|(key, spot)| link(key, spot))).collect();
        let canonical = place.site_url.as_ref().map(|url| address(url, &place.path));
        json!({
            // a page that servers show anywhere brings its style with it
            "alone": place.root.is_some(),
            "style": asset("site.css"),
            "script": asset("site.js"),
            "index": place.link(&super::search::path(self.indexed(&place.lang))),
            "assets": ASSETS,
            "root": "../".repeat(place.path.matches('/').count()),
            "home": self.to(place, Spot::Home),
            "menu": [
                link("site_tips", Spot::Tips),
                link("site_venues", Spot::Venues),
                link("site_staff", Spot::Staff),
                link("site_search", Spot::Search),
            ],
            "easy": easy,
            "more": more,
            "search": self.to(place, Spot::Search),
            "languages": self.switch(place),
            "canonical": canonical,
            "alternates": self.alternates(place),
            "feed": self.catalog.anywhere.site_url.as_ref().map(|_| place.link(&super::feed::path(self.indexed(&place.lang)))),
        })
    }

    /// A language of the site: that of a page, or where the site has no such pages the one authors write first.
    fn indexed<'l>(&'l self, lang: &'l Lang) -> &'l Lang {
        if self.languages.contains(lang) { lang } else { &self.catalog.kit.source_language }
    }

    /// Links to the same page in other languages; a language that has no such page leads to its first page.
    fn switch(&self, place: &Place) -> Vec<Value> {
        let source = &self.catalog.kit.source_language;
        let mut links: BTreeMap<String, String> =
            self.languages.iter().map(|lang| (lang.to_string(), Spot::Home.path(lang, source))).collect();
        links.extend(place.others.iter().cloned());
        let own = place.others.iter().find(|(_, path)| *path == place.path).map(|(tag, _)| tag.clone());
        let own = own.unwrap_or_else(|| place.lang.to_string());
        let link = |(tag, path): (String, String)| {
            let lang = Lang::parse(super::map::first_code(&tag));
            json!({
                "code": tag,
                "lang": lang,
                "dir": lang.as_ref().map(Lang::direction),
                "name": self.language_name(&tag),
                "href": place.link(&path),
                "current": tag == own,
            })
        };
        links.into_iter().map(link).collect()
    }

    /// Addresses for `hreflang`: one for each language, no pairs.
    fn alternates(&self, place: &Place) -> Vec<Value> {
        let Some(url) = &place.site_url else { return Vec::new() };
        let alone = place.others.iter().filter(|(tag, _)| !tag.contains('+'));
        let several = alone.clone().count() > 1;
        let link = |(tag, path): &(String, String)| json!({"lang": tag, "href": address(url, path)});
        alone.filter(|_| several).map(link).collect()
    }
}
