//! Drawings become pixels: [`draw`], with resvg, Typst's own version. Pictograms are drawings inside the drawing, and resvg gives
//! each one a layer as large as the picture; here they are painted where they stand, which is the same but for rounding.

use resvg::tiny_skia::{self, Color, Pixmap, PixmapMut, Transform};
use resvg::usvg::{BlendMode, Group, ImageKind, Node, Options, Paint, Path, Tree};

use crate::diag::{Diagnostic, Message};

/// The drawing in so many pixels, on white.
///
/// # Errors
/// A drawing that cannot be read, or too many pixels.
pub fn draw(drawing: &str, width: u32, height: u32) -> Result<Pixmap, Diagnostic> {
    paint(&read(drawing)?, width, height)
}

/// The shapes of a drawing.
///
/// # Errors
/// A drawing that cannot be read.
pub fn read(drawing: &str) -> Result<Tree, Diagnostic> {
    Tree::from_str(drawing, &Options::default()).map_err(failed)
}

/// Shapes in so many pixels, on white.
///
/// # Errors
/// Too many pixels.
pub fn paint(tree: &Tree, width: u32, height: u32) -> Result<Pixmap, Diagnostic> {
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| failed(format!("{width} x {height}")))?;
    pixmap.fill(Color::WHITE);
    let (x, y) = (width as f32 / tree.size().width(), height as f32 / tree.size().height());
    let to_pixels = Transform::from_scale(x, y);
    if is_plain(tree.root()) {
        paint_children(tree.root(), to_pixels, &mut pixmap.as_mut());
    } else {
        resvg::render(tree, to_pixels, &mut pixmap.as_mut());
    }
    Ok(pixmap)
}

pub(super) fn failed(detail: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::error(Message::new("raster-failed").arg("detail", detail))
}

fn paint_children(group: &Group, to_pixels: Transform, picture: &mut PixmapMut<'_>) {
    for node in group.children() {
        match node {
            Node::Group(inner) if holds_inlined(inner) => {
                paint_children(inner, to_pixels.pre_concat(inner.transform()), picture);
            }
            other => match inlined(other) {
                Some(tree) => paint_children(tree.root(), to_pixels, picture),
                None => paint_node(other, to_pixels, picture),
            },
        }
    }
}

/// resvg moves a single node to the corner of the picture, and leaves out a straight line; here both stay.
fn paint_node(node: &Node, to_pixels: Transform, picture: &mut PixmapMut<'_>) {
    match (node.abs_layer_bounding_box(), node) {
        (Some(bounds), _) => drop(resvg::render_node(node, to_pixels.pre_translate(bounds.x(), bounds.y()), picture)),
        (None, Node::Path(line)) => paint_line(line, to_pixels, picture),
        _ => {}
    }
}

/// A line of one colour.
fn paint_line(line: &Path, to_pixels: Transform, picture: &mut PixmapMut<'_>) {
    let Some(stroke) = line.stroke().filter(|_| line.is_visible()) else { return };
    let Paint::Color(colour) = stroke.paint() else { return };
    let mut paint = tiny_skia::Paint::default();
    paint.set_color_rgba8(colour.red, colour.green, colour.blue, stroke.opacity().to_u8());
    paint.anti_alias = line.rendering_mode().use_shape_antialiasing();
    picture.stroke_path(line.data(), &paint, &stroke.to_tiny_skia(), to_pixels, None);
}

/// Whether a group needs no layer of its own, and holds a drawing that needs none.
fn holds_inlined(group: &Group) -> bool {
    let holds = |node: &Node| match node {
        Node::Group(inner) => holds_inlined(inner),
        other => inlined(other).is_some(),
    };
    !group.should_isolate() && group.children().iter().any(holds)
}

/// The drawing that a node is, if it looks the same without a layer.
fn inlined(node: &Node) -> Option<&Tree> {
    let Node::Image(image) = node else { return None };
    let ImageKind::SVG(tree) = image.kind() else { return None };
    (image.is_visible() && is_plain(tree.root())).then_some(tree)
}

/// Whether it can be painted node by node: nothing in it mixes its colour with what is under it, which without a layer would be the
/// page, and every straight line has one colour.
fn is_plain(group: &Group) -> bool {
    group.children().iter().all(|node| match node {
        Node::Group(inner) => inner.blend_mode() == BlendMode::Normal && is_plain(inner),
        Node::Path(path) if node.abs_layer_bounding_box().is_none() => {
            path.stroke().is_none_or(|stroke| matches!(stroke.paint(), Paint::Color(_)))
        }
        _ => true,
    })
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;

    use super::*;

    /// A page of 60 by 40 with a drawing of 10 by 10 in it, three times as large.
    fn page(inside: &str) -> String {
        let inside = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{inside}</svg>"#);
        let inside = base64::engine::general_purpose::STANDARD.encode(inside);
        format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 40" width="60" height="40">
                <path fill="#aec4fd" d="M 0 0h 40v 40h -40Z"/><g transform="translate(7 3)"><g opacity="0.5"><path d="M 1 1h 9v 9Z"/></g>
                <image transform="rotate(5)" xlink:href="data:image/svg+xml;base64,{inside}" width="30" height="30"/></g>
                <circle cx="50" cy="20" r="7.3" fill="#1a15c4"/><path d="M5 35H55" stroke="#0a122a" stroke-opacity="0.7"/></svg>"##
        )
    }

    /// The largest difference between the picture and that of resvg alone.
    fn off(inside: &str) -> u8 {
        let tree = read(&page(inside)).unwrap();
        let mut expected = Pixmap::new(150, 100).unwrap();
        expected.fill(Color::WHITE);
        resvg::render(&tree, Transform::from_scale(2.5, 2.5), &mut expected.as_mut());
        let picture = paint(&tree, 150, 100).unwrap();
        assert_ne!(picture, paint(&read(&page("")).unwrap(), 150, 100).unwrap(), "nothing was painted");
        picture.data().iter().zip(expected.data()).map(|(one, other)| one.abs_diff(*other)).max().unwrap()
    }

    #[test]
    fn inner_drawings_look_as_with_layers_of_their_own() {
        let shapes = [
            r##"<circle cx="5" cy="5" r="4" fill="#006B57"/><path d="M2 2L8 3L4 8Z" fill="#fff"/>"##,
            r##"<g opacity="0.4"><rect x="1" y="1" width="6" height="6" fill="red"/><rect x="3" y="3" width="6" height="6"/></g>"##,
            r##"<clipPath id="c"><circle cx="5" cy="5" r="3"/></clipPath><g clip-path="url(#c)"><path d="M0 0H10V9Z"/></g>"##,
            r##"<path d="M1 1L9 9" stroke="#7B2CBF" stroke-width="2"/><path d="M0 5H10" stroke="#000"/>"##,
            r##"<linearGradient id="g" gradientUnits="userSpaceOnUse" x2="9"><stop stop-color="red"/><stop offset="1"/></linearGradient>
                <path d="M5 1V9" stroke="url(#g)"/>"##,
            r##"<g style="mix-blend-mode:multiply"><circle cx="5" cy="5" r="4" fill="#0c0"/></g>"##,
        ];
        for inside in shapes {
            assert!(off(inside) <= 2, "{inside}: {}", off(inside));
        }
    }
}
