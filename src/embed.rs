//! What other sites take: for each venue and language `tips.json`, and `fragment.html`, a piece of page without head, script or
//! style of its own, with `fragment.css` of the venue beside it. [`files`] makes them; docs/embed.md describes them.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use crate::diag::Diagnostics;
use crate::layout::{Pages, web};
use crate::model::{Block, Date, Direction, Lang, plain_blocks};
use crate::plan::{Advice, AdviceMoment, AdvisedTip, VenueView};
use crate::theme::Roles;

/// The style sheet of fragments, in the folder of a venue.
pub const STYLE: &str = "fragment.css";

/// Version of the form of `tips.json`: a field that goes or changes its meaning makes a new one.
const VERSION: u32 = 1;

/// The name of the data in the folder of a language of a venue.
pub const TIPS: &str = "tips.json";
/// The name of the piece of page beside it.
pub const FRAGMENT: &str = "fragment.html";

/// Files of one venue and language.
#[derive(Debug)]
pub struct Embed {
    /// The data.
    pub tips: Vec<u8>,
    /// The piece of page.
    pub fragment: String,
}

/// The files of one venue and language.
///
/// # Errors
/// A mistake in the template of the fragment.
pub fn files(advice: &Advice, roles: &Roles, pages: &Pages) -> Result<Embed, Diagnostics> {
    let mut tips = serde_json::to_vec_pretty(&data(advice)).unwrap_or_default();
    tips.push(b'\n');
    let fragment = pages.fragment(&Fragment {
        around: Around::of(advice),
        moments: moments(advice, |tip| TipAsBlocks { tip, body: &tip.body }),
        words: &advice.words,
        colours: roles,
    })?;
    Ok(Embed { tips, fragment })
}

/// What a template of fragments sees.
#[derive(Serialize)]
struct Fragment<'a> {
    #[serde(flatten)]
    around: Around<'a>,
    moments: Vec<Moment<'a, TipAsBlocks<'a>>>,
    words: &'a BTreeMap<String, String>,
    colours: &'a Roles,
}

/// The data.
#[derive(Serialize)]
struct Data<'a> {
    version: u32,
    generator: String,
    lang: &'a Lang,
    dir: Direction,
    venue: Value,
    moments: Vec<Moment<'a, TipAsText<'a>>>,
    machine: bool,
    updated: Date,
    licence: Option<&'static str>,
}

#[derive(Serialize)]
struct Around<'a> {
    lang: &'a Lang,
    dir: Direction,
    venue: &'a VenueView,
    machine: bool,
    updated: Date,
    licence: Option<&'static str>,
}

impl<'a> Around<'a> {
    fn of(advice: &'a Advice) -> Self {
        let Advice { lang, dir, venue, machine, updated, licence, .. } = advice;
        Around { lang, dir: *dir, venue, machine: *machine, updated: *updated, licence: *licence }
    }
}

#[derive(Serialize)]
struct Moment<'a, T> {
    id: &'a str,
    name: &'a str,
    lead: &'a str,
    tips: Vec<T>,
}

#[derive(Serialize)]
struct TipAsBlocks<'a> {
    #[serde(flatten)]
    tip: &'a AdvisedTip,
    body: &'a [Block],
}

#[derive(Serialize)]
struct TipAsText<'a> {
    #[serde(flatten)]
    tip: &'a AdvisedTip,
    text: String,
    html: String,
}

fn moments<'a, T>(advice: &'a Advice, tip: impl Fn(&'a AdvisedTip) -> T) -> Vec<Moment<'a, T>> {
    let moment = |moment: &'a AdviceMoment| {
        let AdviceMoment { id, name, lead, tips } = moment;
        Moment { id, name, lead, tips: tips.iter().map(&tip).collect() }
    };
    advice.moments.iter().map(moment).collect()
}

fn data(advice: &Advice) -> Data<'_> {
    let Around { lang, dir, venue, machine, updated, licence } = Around::of(advice);
    let mut venue = json!(venue);
    // a file of the output folder, which other sites do not have
    venue.as_object_mut().and_then(|venue| venue.shift_remove("logo"));
    let text = |tip| TipAsText { tip, text: plain_blocks(&tip.body), html: web::html(&tip.body) };
    let generator = format!("pancarte {}", env!("CARGO_PKG_VERSION"));
    let moments = moments(advice, text);
    Data { version: VERSION, generator, lang, dir, venue, moments, machine, updated, licence }
}
