//! Pages become SVG with a title, a description and a language: [`svg`]. Glyphs are outlines, so that no font is needed; the words
//! stand in the description, and in the web page beside.

use std::fmt::Write as _;

use typst_layout::Page;
use typst_svg::SvgOptions;

use crate::plan::Job;

/// The picture of one page, as Typst draws it.
pub fn drawing(page: &Page) -> String {
    with_safe_links(&typst_svg::svg(page, &SvgOptions { render_bleed: false, pretty: false }))
}

/// Typst 0.15 writes addresses into attributes as they are, but for quotes: `?a=1&b=2` would break the drawing.
fn with_safe_links(drawing: &str) -> String {
    const LINK: &str = "href=\"";
    let mut parts = drawing.split(LINK);
    let mut safe = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        safe.push_str(LINK);
        let (address, rest) = part.split_at(part.find('"').unwrap_or(part.len()));
        escape(&address.replace("&quot;", "\""), &mut safe);
        safe.push_str(rest);
    }
    safe
}

/// A drawing with its words: role, title, description and language.
pub fn described(drawing: &str, job: &Job, description: &str) -> String {
    let Some(open) = drawing.find('>') else { return drawing.to_owned() };
    let mut head = String::from(" role=\"img\" lang=\"");
    escape(job.lang.code(), &mut head);
    head.push_str("\" aria-labelledby=\"titre description\"><title id=\"titre\">");
    escape(&job.title, &mut head);
    head.push_str("</title><desc id=\"description\">");
    escape(description, &mut head);
    head.push_str("</desc>");
    format!("{}{head}{}", &drawing[..open], &drawing[open + 1..])
}

fn escape(text: &str, into: &mut String) {
    for c in text.chars() {
        match c {
            '&' | '<' | '>' | '"' => drop(write!(into, "&#{};", u32::from(c))),
            c if c.is_control() => into.push(' '),
            c => into.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_escaped_in_links() {
        let link = r##"<a href="https://a.fr?b=1&c=<&quot;" xlink:href="x&y"/><use xlink:href="#g1"/>"##;
        let safe = r##"<a href="https://a.fr?b=1&#38;c=&#60;&#34;" xlink:href="x&#38;y"/><use xlink:href="#g1"/>"##;
        assert_eq!(with_safe_links(link), safe);
    }
}
