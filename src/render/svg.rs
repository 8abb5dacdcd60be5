//! Pages become SVG with a title, a description and a language: [`svg`]. Glyphs are outlines, so that no font is needed; the words
//! stand in the description, and in the web page beside.

use std::fmt::Write as _;

use typst_layout::Page;
use typst_svg::SvgOptions;

use crate::plan::Job;

/// The picture of one page, as Typst draws it.
pub fn drawing(page: &Page) -> String {
    typst_svg::svg(page, &SvgOptions { render_bleed: false, pretty: false })
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
