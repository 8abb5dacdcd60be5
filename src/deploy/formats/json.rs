//! JSON files: [`document`].

use serde_json::Value;

/// A value, a member on each line, UTF-8 without a mark.
pub fn document(value: &Value) -> Vec<u8> {
    format!("{value:#}\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_hostile_text_comes_back_equal() {
        let value = json!({"name": "\"a\"\n$(b) %c% `d` \\ é ع 🦀 \u{7}"});
        assert_eq!(serde_json::from_slice::<Value>(&document(&value)).unwrap(), value);
    }
}
