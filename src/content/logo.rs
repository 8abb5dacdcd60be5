//! A logo is read, checked and made harmless before it reaches a sheet: [`load`].

use std::collections::HashMap;
use std::io::Cursor;

use image::{ImageFormat, ImageReader, Limits};
use resvg::usvg::{self, roxmltree};

use crate::diag::{Diagnostic, Message, Place};
use crate::files::Files;
use crate::model::Logo;

/// Largest SVG logo: a drawing of half a megabyte has thousands of shapes already.
const SVG_LIMIT: u64 = 512 << 10;
/// Largest file of a picture.
const RASTER_LIMIT: u64 = 24 << 20;
/// Largest side of a picture that is opened at all.
const MAX_SIDE: u32 = 8_000;
/// Most memory a picture may ask for when it is opened.
const MAX_MEMORY: u64 = 256 << 20;
/// Largest side that is kept: more cannot be seen at the size a logo is printed.
const KEPT_SIDE: u32 = 1_600;
/// Most elements of a drawing.
const MAX_ELEMENTS: u32 = 20_000;

/// Reads the logo at `path`, which was written at `place`.
///
/// # Errors
/// A file that is missing, too large, no picture, or a drawing that reaches for files or the network.
pub fn load(files: &Files, path: &str, alt: String, place: Place) -> Result<Logo, Diagnostic> {
    let svg = path.to_ascii_lowercase().ends_with(".svg");
    let limit = if svg { SVG_LIMIT } else { RASTER_LIMIT };
    let missing = |error: Diagnostic| match error.hint {
        None => error.at(place.clone()).hint(Message::new("hint-logo-path")),
        Some(_) => error.at(place.clone()),
    };
    let bytes = files.bytes(path, limit).map_err(missing)?;
    let read = if svg { drawing(&bytes) } else { picture(&bytes) };
    let (extension, bytes, ratio) = read.map_err(|reason| {
        Diagnostic::error(Message::new(reason.id).arg("path", path).arg("detail", reason.detail))
            .at(place)
            .hint(Message::new(reason.hint))
    })?;
    Ok(Logo { extension, bytes: bytes.into(), alt, ratio, credit: None })
}

struct Reason {
    id: &'static str,
    hint: &'static str,
    detail: String,
}

fn reason(id: &'static str, hint: &'static str, detail: impl ToString) -> Reason {
    Reason { id, hint, detail: detail.to_string() }
}

type Read = Result<(&'static str, Vec<u8>, f64), Reason>;

/// A raster picture, decoded within limits and written anew: its metadata (place, author, device) stays behind.
fn picture(bytes: &[u8]) -> Read {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_MEMORY);
    let bad = || reason("logo-no-picture", "hint-logo-formats", "");
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| bad())?;
    reader.limits(limits);
    let mut picture = reader.decode().map_err(|error| match error {
        image::ImageError::Limits(_) => reason("logo-too-large", "hint-logo-size", MAX_SIDE),
        _ => bad(),
    })?;
    if picture.width().max(picture.height()) > KEPT_SIDE {
        picture = picture.resize(KEPT_SIDE, KEPT_SIDE, image::imageops::FilterType::Lanczos3);
    }
    let ratio = f64::from(picture.width()) / f64::from(picture.height());
    let mut png = Vec::new();
    picture.write_to(&mut Cursor::new(&mut png), ImageFormat::Png).map_err(|_| bad())?;
    Ok(("png", png, ratio))
}

/// A drawing, checked for what it reaches for, then reduced by usvg to plain shapes.
fn drawing(bytes: &[u8]) -> Read {
    let bad = || reason("logo-no-picture", "hint-logo-formats", "");
    let text = std::str::from_utf8(bytes).map_err(|_| bad())?;
    let options = roxmltree::ParsingOptions { allow_dtd: true, nodes_limit: MAX_ELEMENTS, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => reason("logo-too-complex", "hint-logo-simplify", MAX_ELEMENTS),
        other => reason("logo-svg-broken", "hint-logo-formats", other.pos().row),
    })?;
    inspect(&document)?;
    let mut options = usvg::Options::default();
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    let tree = usvg::Tree::from_xmltree(&document, &options).map_err(|_| bad())?;
    let ratio = f64::from(tree.size().width() / tree.size().height());
    let clean = without_names(&tree.to_string(&usvg::WriteOptions::default()));
    Ok(("svg", clean.into_bytes(), ratio))
}

/// The same drawing with numbers for the ids of its parts, which editors make of names of layers, files and people.
fn without_names(svg: &str) -> String {
    const BEFORE: [(&str, char); 3] = [(" id=\"", '"'), ("url(#", ')'), ("href=\"#", '"')];
    let mut names: HashMap<&str, usize> = HashMap::new();
    let (mut clean, mut done) = (String::with_capacity(svg.len()), 0);
    for (at, _) in svg.match_indices(['"', '#']) {
        let known = BEFORE.iter().find(|(before, _)| svg[..=at].ends_with(before));
        let Some((_, end)) = known.filter(|_| at >= done) else { continue };
        let start = at + 1;
        let length = svg[start..].find(*end).unwrap_or(svg.len() - start);
        let fresh = names.len();
        let number = *names.entry(&svg[start..start + length]).or_insert(fresh);
        clean.push_str(&svg[done..start]);
        clean.push_str(&format!("n{number}"));
        done = start + length;
    }
    clean + &svg[done..]
}

fn inspect(document: &roxmltree::Document<'_>) -> Result<(), Reason> {
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        if let Some(target) = reaches_out(&node) {
            return Err(reason("logo-reaches-out", "hint-logo-alone", target));
        }
        match node.tag_name().name() {
            "script" | "foreignObject" => {
                return Err(reason("logo-script", "hint-logo-alone", node.tag_name().name()));
            }
            "text" => return Err(reason("logo-text", "hint-logo-outlines", "text")),
            "use" if nested_use(document, &node) => {
                return Err(reason("logo-too-complex", "hint-logo-simplify", "use"));
            }
            _ => {}
        }
    }
    Ok(())
}

/// What an element asks for outside the file, if anything.
fn reaches_out(node: &roxmltree::Node<'_, '_>) -> Option<String> {
    let inside = |target: &str| target.is_empty() || target.starts_with('#') || target.starts_with("data:image/");
    let link = node.attributes().find(|a| a.name() == "href" && node.tag_name().name() != "a" && !inside(a.value()));
    let style = |text: &str| {
        let url = text.split("url(").skip(1).find(|rest| !inside(rest.trim_start_matches(['\'', '"', ' '])));
        url.map(|rest| rest.split(')').next().unwrap_or_default().to_owned())
            .or_else(|| text.contains("@import").then(|| "@import".to_owned()))
    };
    let styled = node.attributes().find_map(|a| style(a.value()));
    let sheet = (node.tag_name().name() == "style").then(|| node.text().and_then(style)).flatten();
    link.map(|a| a.value().to_owned()).or(styled).or(sheet)
}

/// A `use` of something that has a `use` inside can grow without end.
fn nested_use(document: &roxmltree::Document<'_>, node: &roxmltree::Node<'_, '_>) -> bool {
    let href = node.attributes().find(|a| a.name() == "href").map(|a| a.value().trim_start_matches('#'));
    let target = document.descendants().find(|n| n.attribute("id").is_some() && n.attribute("id") == href);
    target.is_some_and(|target| target.descendants().any(|n| n.tag_name().name() == "use"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_become_numbers() {
        let svg = r##"<svg><g id="Marie"><path id="b" fill="url(#Marie)"/><use xlink:href="#b"/></g></svg>"##;
        let clean = r##"<svg><g id="n0"><path id="n1" fill="url(#n0)"/><use xlink:href="#n1"/></g></svg>"##;
        assert_eq!(without_names(svg), clean);
    }
}
