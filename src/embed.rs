//! What other sites take: for each venue and language `tips.json`, and `fragment.html`, a piece of page without head, script or
//! style of its own, with `fragment.css` of the venue beside it. [`files`] makes them; docs/embed.md describes them.

use serde_json::{Value, json};

use crate::diag::Diagnostics;
use crate::layout::{Pages, web};
use crate::model::plain_blocks;
use crate::plan::{Advice, AdvisedTip};
use crate::theme::Roles;

/// The style sheet of fragments, in the folder of a venue.
pub const STYLE: &str = "fragment.css";

/// Version of the form of `tips.json`: a field that goes or changes its meaning makes a new one.
const VERSION: u32 = 1;

/// Files of one venue and language, by path.
///
/// # Errors
/// A mistake in the template of the fragment.
pub fn files(advice: &Advice, roles: &Roles, pages: &Pages) -> Result<Vec<(String, Vec<u8>)>, Diagnostics> {
    let folder = format!("{}/{}", advice.venue.id, advice.lang);
    let mut data = serde_json::to_vec_pretty(&tips_json(advice)).unwrap_or_default();
    data.push(b'\n');
    let fragment = pages.fragment(&fragment_data(advice, roles))?;
    Ok(vec![(format!("{folder}/tips.json"), data), (format!("{folder}/fragment.html"), fragment.into_bytes())])
}

fn tips_json(advice: &Advice) -> Value {
    let mut value = json!(advice);
    // a file of the output folder, which other sites do not have
    value["venue"].as_object_mut().and_then(|venue| venue.shift_remove("logo"));
    for (moment, written) in list(&mut value["moments"]).zip(&advice.moments) {
        for (tip, written) in list(&mut moment["tips"]).zip(&written.tips) {
            tip["text"] = plain_blocks(&written.body).into();
            tip["html"] = web::html(&written.body).into();
        }
    }
    let head = json!({
        "version": VERSION,
        "generator": format!("pancarte {}", env!("CARGO_PKG_VERSION")),
    });
    let (Value::Object(mut head), Value::Object(body)) = (head, value) else { return Value::Null };
    head.extend(body);
    Value::Object(head)
}

fn list(value: &mut Value) -> std::slice::IterMut<'_, Value> {
    value.as_array_mut().map(|items| items.iter_mut()).unwrap_or_default()
}

fn fragment_data(advice: &Advice, roles: &Roles) -> Value {
    let tip = |tip: &AdvisedTip| {
        let mut value = json!(tip);
        value["body"] = json!(tip.body);
        value
    };
    let mut value = json!(advice);
    for (moment, written) in list(&mut value["moments"]).zip(&advice.moments) {
        moment["tips"] = written.tips.iter().map(tip).collect();
    }
    value["words"] = json!(advice.words);
    value["colours"] = json!(roles);
    value
}
