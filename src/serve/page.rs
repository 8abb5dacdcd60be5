//! The page around the sheets: [`home`] writes the list as it is now, so that a reload is as good as any news, and `page.js` keeps
//! it up to date. Template, style and script belong to this tool, not to a theme.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use axum::body::Bytes;
use serde::Serialize;
use serde_json::{Value, json};
use tera::{Context, Tera};

use super::Words;
use super::show::{Card, Show};
use super::studio::Tell;
use crate::diag::{Diagnostic, Message};
use crate::files::Files;
use crate::form;
use crate::model::{Medium, PaperSize, Size, Variant};
use crate::plan::Job;
use crate::theme::Roles;

/// Name of the style sheet that holds the colours of the venues.
pub const COLOURS: &str = "colours.css";
/// Name of the style sheet that holds the colours of the brand it is asked for with.
pub const BRAND: &str = "brand.css";
/// Name of the style sheet of forms.
pub const FORM_STYLE: &str = "form.css";
/// Name of the script of forms.
pub const FORM_SCRIPT: &str = "form.js";
const TEMPLATE: &str = "page.html";
const REFUSAL: &str = "refusal.html";
/// Fonts of the tool: the Latin ones of the shipped theme.
const FONTS: [&str; 3] = [
    "AtkinsonHyperlegibleNext-Medium.ttf",
    "AtkinsonHyperlegibleNext-Bold.ttf",
    "AtkinsonHyperlegibleNext-ExtraBold.ttf",
];
/// The dot of a hidden password.
const ICON: &str =
    r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#084438"/></svg>"##;
/// Largest font.
const FONT_LIMIT: u64 = 1 << 20;

/// Ids of the words of the page, in the message files.
pub const WORDS: [&str; 46] = [
    "serve-title",
    "serve-skip",
    "serve-filters",
    "serve-show",
    "serve-venue",
    "serve-medium",
    "serve-lang",
    "serve-all-venues",
    "serve-all-media",
    "serve-all-langs",
    "serve-count",
    "serve-none",
    "serve-reading",
    "serve-waiting",
    "serve-stale",
    "serve-report",
    "serve-excerpt",
    "serve-silent",
    "serve-change",
    "serve-close",
    "serve-previous",
    "serve-next",
    "serve-page",
    "serve-pages",
    "serve-larger",
    "serve-alone",
    "serve-view",
    "serve-landscape",
    "serve-eco",
    "serve-poster-checklist",
    "serve-poster-tip",
    "serve-wallpaper",
    "serve-lock-screen",
    "serve-signage",
    "serve-booklet",
    "serve-easy-read",
    "serve-staff-card",
    "serve-mandate",
    "serve-house-rules",
    "serve-dark",
    "serve-light",
    "serve-train",
    "serve-accompany",
    "serve-act-for",
    "serve-written",
    "serve-oral",
];

/// How a message becomes words.
pub type Say = Arc<dyn Fn(&Message) -> String + Send + Sync>;

/// The page without its sheets.
pub struct Site {
    /// What only pages of this server know.
    pub token: String,
    /// Files of the page by name, with their media types.
    pub files: BTreeMap<&'static str, (&'static str, Bytes)>,
    /// The language of the words.
    pub lang: &'static str,
    /// The words of other messages.
    pub say: Say,
    tell: Tell,
    words: BTreeMap<&'static str, String>,
    tera: Tera,
}

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Filter {
    venue: Option<String>,
    medium: Option<String>,
    lang: Option<String>,
}

impl Site {
    /// The page with these words.
    ///
    /// # Errors
    /// A template that does not parse.
    pub fn new(words: &Words, token: String) -> Result<Self, tera::Error> {
        let mut tera = Tera::new();
        tera.autoescape_on(vec![".html"]);
        tera.add_raw_templates(vec![(TEMPLATE, include_str!("page.html")), (REFUSAL, include_str!("refusal.html"))])?;
        let text = |text: &'static str| Bytes::from_static(text.as_bytes());
        let mut files = BTreeMap::from([
            ("page.css", ("text/css; charset=utf-8", text(include_str!("page.css")))),
            ("icon.svg", ("image/svg+xml", text(ICON))),
            ("page.js", ("text/javascript; charset=utf-8", text(include_str!("page.js")))),
            (FORM_STYLE, ("text/css; charset=utf-8", text(form::STYLE))),
            (FORM_SCRIPT, ("text/javascript; charset=utf-8", text(form::SCRIPT))),
        ]);
        let shipped = Files::shipped();
        for name in FONTS {
            let font = shipped.bytes(&format!("themes/default/fonts/{name}"), FONT_LIMIT);
            files.extend(font.ok().map(|bytes| (name, ("font/ttf", Bytes::from(bytes)))));
        }
        let Words { lang, say, tell } = words;
        // the page fills these in, again and again
        let open = |name| (name, format!("{{{name}}}"));
        let word = |id| (id, say(&Message { id, args: ["count", "page", "pages"].map(open).into() }));
        let words = WORDS.into_iter().map(word).collect();
        Ok(Site { token, files, lang, say: Arc::clone(say), tell: Arc::clone(tell), words, tera })
    }

    /// The page that says why there is no other.
    ///
    /// # Errors
    /// A mistake in the template.
    pub fn refusal(&self, errors: &[Diagnostic]) -> Result<String, tera::Error> {
        let data = json!({
            "lang": self.lang,
            "title": self.word("serve-report").replace("{count}", &errors.len().to_string()),
            "excerpt": self.word("serve-excerpt"),
            "text": (self.tell)(errors),
            "home": (self.say)(&Message::new("form-home")),
        });
        self.tera.render(REFUSAL, &Context::from_serialize(&data)?)
    }

    fn word(&self, id: &str) -> &str {
        self.words.get(id).map(String::as_str).unwrap_or_default()
    }
}

impl Filter {
    /// The filter in a query; ids need no escapes.
    pub fn of(query: &str) -> Self {
        let mut filter = Filter::default();
        for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            let value = Some(value.to_owned()).filter(|value| !value.is_empty());
            match name {
                "venue" => filter.venue = value,
                "medium" => filter.medium = value,
                "lang" => filter.lang = value,
                _ => {}
            }
        }
        filter
    }

    fn shows(&self, job: &Job) -> bool {
        let any = |wanted: &Option<String>, value: &str| wanted.as_ref().is_none_or(|wanted| wanted == value);
        let lang = |wanted: &String| langs(job).iter().any(|lang| lang == wanted);
        any(&self.venue, &job.venue.id) && any(&self.medium, job.medium.name()) && self.lang.as_ref().is_none_or(lang)
    }
}

/// The page with its list.
///
/// # Errors
/// A mistake in the template.
pub fn home(show: &Show, site: &Site, filter: &Filter) -> Result<String, tera::Error> {
    let words: BTreeMap<String, &String> =
        site.words.iter().map(|(id, word)| (id.trim_start_matches("serve-").replace('-', "_"), word)).collect();
    let shown = show.cards.iter().filter(|card| filter.shows(&card.job)).count();
    let data = json!({
        "lang": site.lang,
        "words": words,
        "token": site.token,
        "version": env!("CARGO_PKG_VERSION"),
        "ready": show.ready,
        "report": show.report,
        "problem": site.word("serve-report").replace("{count}", &show.report.count.to_string()),
        "count": site.word("serve-count").replace("{count}", &shown.to_string()),
        "shown": shown,
        "chosen": filter.venue.as_deref().unwrap_or_default(),
        "choices": choices(show, site, filter),
        "venues": venues(show, site, filter),
        "colours": blake3::hash(colours(show).as_bytes()).to_hex()[..16],
    });
    site.tera.render(TEMPLATE, &Context::from_serialize(&data)?)
}

/// What can be chosen: venues, media and languages of all sheets.
fn choices(show: &Show, site: &Site, filter: &Filter) -> Value {
    let (mut venues, mut media, mut tongues) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
    for job in show.cards.iter().map(|card| &card.job) {
        let venue = (job.venue.id.clone(), job.venue.name.clone());
        if !venues.contains(&venue) {
            venues.push(venue);
        }
        media.insert(job.medium, site.word(&format!("serve-{}", job.medium.name())).to_owned());
        tongues.insert(job.lang.code().to_owned(), job.word("language_name").to_owned());
        let second = job.second.as_ref();
        tongues.extend(
            second.and_then(|second| Some((second.lang.code().to_owned(), second.words.get("language_name")?.clone()))),
        );
    }
    let media: Vec<(String, String)> =
        media.into_iter().map(|(medium, label)| (medium.name().to_owned(), label)).collect();
    let choice = |name: &str, all: &str, chosen: &Option<String>, options: Vec<(String, String)>| {
        let options: Vec<Value> = options
            .into_iter()
            .map(
                |(value, label)| json!({ "selected": chosen.as_ref() == Some(&value), "value": value, "label": label }),
            )
            .collect();
        let label = site.word(&format!("serve-{name}"));
        json!({ "name": name, "label": label, "all": site.word(all), "options": options })
    };
    json!([
        choice("venue", "serve-all-venues", &filter.venue, venues),
        choice("medium", "serve-all-media", &filter.medium, media),
        choice("lang", "serve-all-langs", &filter.lang, tongues.into_iter().collect()),
    ])
}

fn venues(show: &Show, site: &Site, filter: &Filter) -> Vec<Value> {
    let venues = show.cards.chunk_by(|one, other| one.job.venue.id == other.job.venue.id);
    let venue = |cards: &[Card]| {
        let view = &cards[0].job.venue;
        let mut media: BTreeMap<Medium, Vec<&Card>> = BTreeMap::new();
        cards.iter().for_each(|card| media.entry(card.job.medium).or_default().push(card));
        let media: Vec<Value> = media
            .into_iter()
            .map(|(medium, cards)| {
                json!({
                    "medium": medium,
                    "label": site.word(&format!("serve-{}", medium.name())),
                    "hidden": !cards.iter().any(|card| filter.shows(&card.job)),
                    "sheets": cards.iter().map(|card| sheet(card, site, filter)).collect::<Vec<Value>>(),
                })
            })
            .collect();
        let hidden = !cards.iter().any(|card| filter.shows(&card.job));
        json!({ "id": view.id, "name": view.name, "place": view.place, "hidden": hidden, "media": media })
    };
    venues.map(venue).collect()
}

fn sheet(card: &Card, site: &Site, filter: &Filter) -> Value {
    let job = &card.job;
    let (key, pages) = (&card.key, card.versions());
    json!({
        "key": key,
        "name": name(job),
        "lang": job.lang.code(),
        "dir": job.dir,
        "langs": langs(job).join(" "),
        "detail": detail(card, site),
        "width": job.width.0.round(),
        "height": job.height.0.round(),
        "src": card.address(),
        "pages": pages.join(" "),
        "state": card.state,
        "hidden": !filter.shows(job),
    })
}

/// The title of a sheet under the name of its venue.
pub fn name(job: &Job) -> &str {
    job.title.strip_suffix(&format!(" – {}", job.venue.name)).unwrap_or(&job.title)
}

/// « A3, Français, 16 pages ».
fn detail(card: &Card, site: &Site) -> String {
    let job = &card.job;
    let mut parts = vec![size(job.size, site)];
    parts.extend(job.variant.map(|variant: Variant| site.word(&format!("serve-{}", variant.name())).to_owned()));
    parts.extend(job.eco.then(|| site.word("serve-eco").to_owned()));
    let second = job.second.as_ref().and_then(|second| second.words.get("language_name"));
    // an Arabic name would take the number after it along: it is isolated
    let names = job.words.get("language_name").into_iter().chain(second);
    parts.extend(names.map(|name| format!("\u{2068}{name}\u{2069}")));
    let pages = card.drawing.as_ref().map_or(1, |drawing| drawing.pages.len());
    parts.extend((pages > 1).then(|| site.word("serve-pages").replace("{pages}", &pages.to_string())));
    parts.join(", ")
}

fn size(size: Size, site: &Site) -> String {
    match size {
        Size::Screen(screen) => format!("{} × {}", screen.width.0, screen.height.0),
        Size::Paper(paper) => match paper.size {
            PaperSize::Other(..) => {
                let (width, height) = paper.dimensions();
                format!("{} × {} mm", width.0, height.0)
            }
            iso if paper.to_string().ends_with("landscape") => {
                format!("{} {}", iso.to_string().to_uppercase(), site.word("serve-landscape"))
            }
            iso => iso.to_string().to_uppercase(),
        },
    }
}

fn langs(job: &Job) -> Vec<String> {
    let second = job.second.as_ref().map(|second| second.lang.code().to_owned());
    std::iter::once(job.lang.code().to_owned()).chain(second).collect()
}

/// The colours of every venue, and of the first one around them.
pub fn colours(show: &Show) -> String {
    let mut css = String::new();
    for cards in show.cards.chunk_by(|one, other| one.job.venue.id == other.job.venue.id) {
        let job = cards.iter().map(|card| &card.job).find(|job| !job.eco).unwrap_or(&cards[0].job);
        // saving toner is for paper
        let roles = if job.eco { Roles::of(job.colours.brand.0) } else { Roles::clone(&job.colours) };
        let around = if css.is_empty() { ":root," } else { "" };
        let _ = writeln!(css, "{around}[data-venue=\"{}\"]{{{}}}", job.venue.id, roles.properties());
    }
    css
}
