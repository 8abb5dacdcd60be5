//! What a tagged PDF says of itself, read back from its bytes: [`read`]. The reader is not the writer's: hayro-syntax.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};
use serde::Serialize;

/// What a PDF says of itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PdfFacts {
    /// Pages.
    pub pages: usize,
    /// Whether it has a tree of tags and is marked as tagged.
    pub tagged: bool,
    /// Elements of the tree.
    pub elements: usize,
    /// Headings among them.
    pub headings: usize,
    /// Items of lists among them.
    pub list_items: usize,
    /// Pictures among them; what is decoration is not in the tree.
    pub figures: usize,
    /// Pictures that have an alternative text.
    pub figures_with_alt: usize,
    /// Marked pieces of pages, and how many of them the tree reads after the piece before: on each page in the order of drawing.
    pub marked: usize,
    /// See `marked`.
    pub marked_in_order: usize,
    /// Language of the document.
    pub lang: Option<String>,
    /// Whether a viewer shows the title instead of the name of the file.
    pub shows_title: bool,
    /// Part of PDF/UA that its metadata declare: `1`.
    pub pdf_ua: Option<String>,
    /// Part and level of PDF/A that its metadata declare: `2A`.
    pub pdf_a: Option<String>,
}

/// What a PDF says of itself; nothing where it cannot be read.
pub fn read(bytes: &[u8]) -> Option<PdfFacts> {
    let pdf = Pdf::new(bytes.to_vec()).ok()?;
    let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let mut reader = Reader { facts: PdfFacts { pages: pdf.pages().len(), ..PdfFacts::default() }, last: None };
    let marked = catalog.get::<Dict<'_>>("MarkInfo").and_then(|info| info.get::<bool>("Marked"));
    if let Some(root) = catalog.get::<Dict<'_>>("StructTreeRoot") {
        reader.facts.tagged = marked == Some(true);
        reader.children(&root, 0);
    }
    let mut facts = reader.facts;
    facts.lang = catalog.get::<PdfString<'_>>("Lang").map(|lang| text(lang.as_bytes()));
    let preferences = catalog.get::<Dict<'_>>("ViewerPreferences");
    facts.shows_title = preferences.and_then(|preferences| preferences.get::<bool>("DisplayDocTitle")) == Some(true);
    let metadata = catalog.get::<Stream<'_>>("Metadata").and_then(|stream| Some(text(&stream.decoded().ok()?)));
    let said = |name: &str| metadata.as_deref().and_then(|xml| element(xml, name));
    facts.pdf_ua = said("pdfuaid:part");
    facts.pdf_a = said("pdfaid:part").map(|part| part + &said("pdfaid:conformance").unwrap_or_default());
    Some(facts)
}

/// Levels of a tree: ours have some ten, and a broken file must not take all memory.
const DEEPEST: usize = 200;

struct Reader {
    facts: PdfFacts,
    /// Page and number of the marked piece read last.
    last: Option<(i32, i64)>,
}

impl Reader {
    fn children(&mut self, of: &Dict<'_>, depth: usize) {
        let page = of.get_ref("Pg").map(|page| page.obj_number);
        match of.get::<Object<'_>>("K") {
            Some(Object::Array(kids)) => self.kids(&kids, page, depth),
            Some(kid) => self.kid(kid, page, depth),
            None => {}
        }
    }

    fn kids(&mut self, kids: &Array<'_>, page: Option<i32>, depth: usize) {
        for kid in kids.iter::<Object<'_>>() {
            self.kid(kid, page, depth);
        }
    }

    fn kid(&mut self, kid: Object<'_>, page: Option<i32>, depth: usize) {
        match kid {
            Object::Number(number) => self.piece(page, number.as_i64()),
            Object::Dict(dict) => match dict.get::<Name<'_>>("Type").map(|name| text(&name)).as_deref() {
                Some("MCR") => {
                    let page = dict.get_ref("Pg").map(|page| page.obj_number).or(page);
                    self.piece(page, dict.get::<i64>("MCID").unwrap_or_default());
                }
                Some("OBJR") => {}
                _ if depth < DEEPEST => self.element(&dict, depth),
                _ => {}
            },
            _ => {}
        }
    }

    /// A page that is met for the first time has no piece before.
    fn piece(&mut self, page: Option<i32>, number: i64) {
        let page = page.unwrap_or_default();
        let ordered = self.last.is_none_or(|(before, last)| before != page || last < number);
        self.facts.marked += 1;
        self.facts.marked_in_order += usize::from(ordered);
        self.last = Some((page, number));
    }

    fn element(&mut self, dict: &Dict<'_>, depth: usize) {
        let kind = dict.get::<Name<'_>>("S").map(|name| text(&name)).unwrap_or_default();
        let facts = &mut self.facts;
        facts.elements += 1;
        match kind.as_str() {
            "Figure" => {
                facts.figures += 1;
                let alt = dict.get::<PdfString<'_>>("Alt").is_some_and(|alt| !alt.as_bytes().is_empty());
                facts.figures_with_alt += usize::from(alt);
            }
            "LI" => facts.list_items += 1,
            "H" | "H1" | "H2" | "H3" | "H4" | "H5" | "H6" => facts.headings += 1,
            _ => {}
        }
        self.children(dict, depth + 1);
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What stands in an element, or in an attribute of this name, of an XMP packet.
fn element(xml: &str, name: &str) -> Option<String> {
    let inside = xml.split_once(&format!("<{name}>")).and_then(|(_, rest)| rest.split_once('<'));
    let attribute = xml.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
    inside.or(attribute).map(|(value, _)| value.trim().to_owned())
}
