//! The colour of a venue beside the colours that are computed from it: [`shown`].

use std::str::FromStr;

use palette::Srgb;
use serde_json::{Value, json};

use super::values::Problem;
use crate::diag::Message;
use crate::theme::{FieldChange, Roles};

/// The roles of a colour as its author wrote it.
pub(super) fn roles(text: &str) -> Option<Roles> {
    let digits = text.strip_prefix('#')?;
    let six = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    six.then(|| Srgb::<u8>::from_str(text).ok()).flatten().map(Roles::of)
}

/// A new colour is written in full.
pub(super) fn problem(old: &Value, new: &Value) -> Option<Problem> {
    let (was, asked) = (&old["colour"], new["colour"].as_str()?);
    let bad = was.as_str() != Some(asked) && roles(asked).is_none();
    bad.then(|| Problem {
        field: "colour".to_owned(),
        message: Message::new("colour-bad").arg("text", asked),
        hint: None,
    })
}

/// The brand, the field, why they differ, and the contrast of texts.
pub(super) fn shown(roles: &Roles, say: &dyn Fn(&Message) -> String) -> Value {
    let reason = match roles.field_change() {
        FieldChange::Kept => Message::new("form-colour-kept"),
        FieldChange::Darker => Message::new("form-colour-darker"),
        FieldChange::Lighter => Message::new("form-colour-lighter"),
        FieldChange::Swapped => Message::new("form-colour-swapped"),
    };
    let least = |tones: &mut dyn Iterator<Item = f64>| tones.fold(f64::INFINITY, f64::min);
    let ratio = |id, ratio: f64| say(&Message::new(id).arg("ratio", format!("{:.1}", (ratio * 10.0).floor() / 10.0)));
    let ladder = least(&mut roles.ladder.iter().map(|tone| roles.ink.contrast(*tone)));
    json!({
        "reason": say(&reason),
        "contrasts": [
            ratio("form-contrast-field", roles.onfield.contrast(roles.field)),
            ratio("form-contrast-spark", roles.spark.contrast(roles.field)),
            ratio("form-contrast-ladder", ladder),
        ],
    })
}
