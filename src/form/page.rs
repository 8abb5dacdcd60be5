//! The page of a form: [`render`].

use serde_json::{Value, json};
use tera::{Context, Tera};

use super::opened::Opened;
use super::values::{Pairs, Problem};
use super::view::{View, id};
use super::{Around, Notice, labels, swatches};
use crate::diag::{Diagnostic, Diagnostics, Message, Place};
use crate::theme::Roles;

const TEMPLATE: &str = "form.html";
/// The green of the visual system, where a venue has no colour that can be read.
const NO_COLOUR: palette::Srgb<u8> = palette::Srgb::new(0x08, 0x44, 0x38);

/// Words of the template: their names there, and the ids of their messages.
const WORDS: [(&str, &str); 23] = [
    ("skip", "form-skip"),
    ("home", "form-home"),
    ("intro", "form-intro"),
    ("kept", "form-kept"),
    ("needed", "form-needed-mark"),
    ("saved", "form-saved"),
    ("conflict", "form-conflict"),
    ("problems", "form-problems"),
    ("error", "form-error"),
    ("save", "form-save"),
    ("look", "form-look"),
    ("look_help", "form-look-help"),
    ("sheets", "form-sheets"),
    ("no_sheets", "form-no-sheets"),
    ("stale", "form-sheet-stale"),
    ("your_colour", "form-your-colour"),
    ("used_colour", "form-used-colour"),
    ("sample", "form-sample"),
    ("spark", "form-spark"),
    ("picker", "form-picker"),
    ("contrasts", "form-contrasts"),
    ("ladder", "form-ladder"),
    ("also", "form-also"),
];

/// The page of a form that is filled with these pairs.
pub(super) fn render(
    around: &Around<'_>,
    opened: &Opened,
    pairs: &Pairs,
    notice: &Notice,
) -> Result<String, Diagnostics> {
    let roles = roles(opened, pairs);
    let view = View::new(opened, pairs, notice, around.say, &roles);
    let words: serde_json::Map<String, Value> =
        WORDS.iter().map(|(name, id)| ((*name).to_owned(), (around.say)(&Message::new(id)).into())).collect();
    let sections = view.sections();
    let name = pairs.one("name").filter(|name| !name.trim().is_empty());
    let brand = roles.brand.hex();
    let data = json!({
        "lang": around.lang,
        "words": words,
        "title": (around.say)(&Message::new("form-title").arg("venue", name.unwrap_or(&opened.id))),
        "path": opened.path,
        "venue": opened.id,
        "action": around.action,
        "home": around.home,
        "token": around.token,
        "seen": notice.seen.as_ref().unwrap_or(&opened.hash),
        "style": around.style,
        "colours": format!("{}?brand={}", around.colours, brand.trim_start_matches('#')),
        "script": around.script,
        "sheets": around.sheets,
        "saved": notice.saved,
        "conflict": notice.conflict,
        "problems": problems(around, notice, &sections),
        "sections": sections,
    });
    page(&data).map_err(|error| vec![broken(&error)])
}

/// The colours of the answers, or of the venue where the answer is no colour.
fn roles(opened: &Opened, pairs: &Pairs) -> Roles {
    let asked = pairs.one("colour").and_then(|colour| swatches::roles(colour.trim()));
    let venue = opened.catalog.as_ref().and_then(|catalog| catalog.venues.get(&opened.id));
    asked.unwrap_or_else(|| Roles::of(venue.map_or(NO_COLOUR, |venue| venue.colour)))
}

/// What is wrong, with the field it is in, in the order of the page.
fn problems(around: &Around<'_>, notice: &Notice, sections: &[Value]) -> Vec<Value> {
    let drawn = sections.iter().flat_map(|section| section["fields"].as_array().into_iter().flatten());
    let names: Vec<&str> = drawn.filter_map(|field| field["name"].as_str()).collect();
    let mut in_order: Vec<&Problem> = notice.problems.iter().collect();
    in_order.sort_by_key(|problem| names.iter().position(|name| *name == problem.field));
    let of_fields = in_order.into_iter().map(|problem| {
        let path: Vec<&str> = problem.field.split('.').filter(|part| part.parse::<usize>().is_err()).collect();
        let label = labels::label(&path.join(".")).map(|label| (around.say)(&label));
        json!({ "id": id(&problem.field), "label": label, "text": (around.say)(&problem.message) })
    });
    let others = notice.general.iter().map(|error| {
        let hint = error.hint.as_ref().map(|hint| (around.say)(hint));
        let place = error.place.as_ref().map(Place::brief).or_else(|| error.path.clone());
        json!({ "text": (around.say)(&error.message), "hint": hint, "place": place })
    });
    of_fields.chain(others).collect()
}

fn page(data: &Value) -> Result<String, tera::Error> {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html"]);
    tera.add_raw_templates(vec![(TEMPLATE, include_str!("form.html"))])?;
    tera.render(TEMPLATE, &Context::from_serialize(data)?)
}

fn broken(error: &tera::Error) -> Diagnostic {
    Diagnostic::error(Message::new("theme-page").arg("detail", error)).about(TEMPLATE)
}
