//! stub
use super::Theme;
use crate::diag::Diagnostics;
use std::collections::BTreeSet;
/// x
#[derive(Debug, Clone)]
pub struct WebFont {
    /// x
    pub file: String,
    /// x
    pub bytes: Vec<u8>,
}
/// x
///
/// # Errors
/// x
pub fn web_fonts(_: &Theme, _: &BTreeSet<char>) -> Result<Vec<WebFont>, Diagnostics> {
    Ok(Vec::new())
}
/// x
pub fn font_faces(_: &[WebFont]) -> String {
    String::new()
}
