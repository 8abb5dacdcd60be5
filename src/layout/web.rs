//! A job becomes a web page through Tera: [`Pages`] holds the templates of a theme.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use base64::Engine as _;
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use crate::diag::{Diagnostic, Diagnostics, Message, Place};
use crate::model::{Block, Logo};
use crate::plan::{Job, SecondLanguage};
use crate::theme::{Roles, Theme};

/// The style sheet of a theme.
pub const STYLE: &str = "style.css";
/// The style sheet of the site, after that of the theme.
pub const SITE_STYLE: &str = "site.css";
/// The template of the first page of a site: a theme that has it has them all.
const SITE: &str = "site-home.html";
/// The template of reports.
const REPORT: &str = "report.html";
/// The template of the page that says how the files of a venue are printed.
const PRINT_GUIDE: &str = "print-guide.html";
/// The template of the piece of page that other sites take.
const FRAGMENT: &str = "fragment.html";
/// The style sheet of that piece.
const FRAGMENT_STYLE: &str = "fragment.css";

/// The page templates of a theme, parsed.
#[derive(Debug)]
pub struct Pages {
    tera: Tera,
    theme: Arc<Theme>,
    style: String,
    /// What pages of the site have besides.
    site_style: String,
}

impl Pages {
    /// Parses the templates of a theme.
    ///
    /// # Errors
    /// A template that does not parse, or uses what does not exist.
    pub fn new(theme: Arc<Theme>) -> Result<Self, Diagnostics> {
        let mut tera = Tera::new();
        // Tera escapes .html only where it is told to, and .svg not at all.
        tera.autoescape_on(vec![".html", ".svg", ".xml"]);
        tera.register_filter("blocks", blocks_filter);
        tera.register_filter("inlines", inlines_filter);
        register_pictogram(&mut tera, Arc::clone(&theme));
        let texts: Vec<(String, String)> = theme
            .assets
            .iter()
            .filter(|(path, _)| path.ends_with(".html"))
            .map(|(path, bytes)| (path.clone(), String::from_utf8_lossy(bytes).into_owned()))
            .collect();
        let named: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        tera.add_raw_templates(named).map_err(|error| vec![explain(&error, &theme, None)])?;
        let text = |path: &str| theme.assets.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let (style, site_style) = (text(STYLE).unwrap_or_default(), text(SITE_STYLE).unwrap_or_default());
        Ok(Pages { tera, style, site_style, theme })
    }

    /// The page of a job, with pictures of its sheets as data URIs.
    ///
    /// # Errors
    /// A mistake in the template.
    pub fn page(&self, job: &Job, pictures: &[String]) -> Result<String, Diagnostics> {
        self.sheet(job, pictures, None)
    }

    fn sheet(&self, job: &Job, pictures: &[String], site: Option<&serde_json::Value>) -> Result<String, Diagnostics> {
        let template = self.theme.medium(job.medium).map(|medium| medium.page.as_str()).unwrap_or_default();
        let mut context =
            Context::from_serialize(job).map_err(|error| vec![explain(&error, &self.theme, Some(job))])?;
        context.insert("words", &*job.words);
        if let Some(second) = &job.second {
            context.insert("second", &SecondOnPage { second, words: &second.words });
        }
        if job.eco {
            // saving toner is for paper: on a screen the roles of eco would set white on white
            context.insert("colours", &Roles::of(job.colours.brand.0));
        }
        context.insert("pictures", pictures);
        if let Some(site) = site {
            context.insert("site", site);
        }
        let uri = |logo: &Option<Logo>| logo.as_ref().map(|logo| data_uri(media_type(logo.extension), &logo.bytes));
        context.insert("logo_uri", &uri(&job.logo));
        context.insert("easy_logo_uri", &uri(&job.easy_logo_file));
        self.render(template, context, Some(job))
    }

    /// Whether the theme has pages for a site.
    pub fn has_site(&self) -> bool {
        self.theme.assets.contains_key(SITE)
    }

    /// A page of the site, from its own data.
    ///
    /// # Errors
    /// A mistake in the template, or a theme without it.
    pub fn site_page(&self, template: &str, data: &serde_json::Value) -> Result<String, Diagnostics> {
        let context = Context::from_serialize(data).map_err(|error| vec![explain(&error, &self.theme, None)])?;
        self.render(template, context, None)
    }

    /// The page of a job as a page of the site: `pictures` are links, and `site` says what is around it.
    ///
    /// # Errors
    /// A mistake in the template.
    pub fn site_sheet(&self, job: &Job, pictures: &[String], site: &serde_json::Value) -> Result<String, Diagnostics> {
        self.sheet(job, pictures, Some(site))
    }

    /// The report of a venue, from its own data.
    ///
    /// # Errors
    /// A mistake in the template, or a theme without it.
    pub fn report(&self, data: &serde_json::Value) -> Result<String, Diagnostics> {
        let context = Context::from_serialize(data).map_err(|error| vec![explain(&error, &self.theme, None)])?;
        self.render(REPORT, context, None)
    }

    /// The page that says how the files of a venue are printed, from its own data; nothing in a theme without it.
    ///
    /// # Errors
    /// A mistake in the template.
    pub fn print_guide(&self, data: &serde_json::Value) -> Result<Option<String>, Diagnostics> {
        let there = self.theme.assets.contains_key(PRINT_GUIDE);
        there.then(|| self.site_page(PRINT_GUIDE, data)).transpose()
    }

    /// The piece of page that other sites take, from its own data.
    ///
    /// # Errors
    /// A mistake in the template.
    pub fn fragment(&self, data: &impl Serialize) -> Result<String, Diagnostics> {
        let context = Context::from_serialize(data).map_err(|error| vec![explain(&error, &self.theme, None)])?;
        self.render(FRAGMENT, context, None)
    }

    /// The style sheet of that piece, where the theme has the piece.
    pub fn fragment_style(&self) -> Option<&[u8]> {
        self.theme.assets.get(FRAGMENT).and_then(|_| self.theme.assets.get(FRAGMENT_STYLE)).map(|bytes| &bytes[..])
    }

    fn render(&self, template: &str, mut context: Context, job: Option<&Job>) -> Result<String, Diagnostics> {
        if context.get("site").is_none() {
            context.insert("site", &());
            context.insert_value("style", Value::safe_string(&self.style));
        } else {
            context.insert_value("style", Value::safe_string(&format!("{}{}", self.style, self.site_style)));
        }
        self.tera.render(template, &context).map_err(|error| vec![explain(&error, &self.theme, job)])
    }
}

/// The second language of a sheet as its page sees it.
#[derive(Serialize)]
struct SecondOnPage<'a> {
    #[serde(flatten)]
    second: &'a SecondLanguage,
    words: &'a BTreeMap<String, String>,
}

/// A picture inside a page, so that the page asks nothing of anybody.
pub fn data_uri(media_type: &str, bytes: &[u8]) -> String {
    format!("data:{media_type};base64,{}", base64::engine::general_purpose::STANDARD.encode(bytes))
}

fn media_type(extension: &str) -> &'static str {
    if extension == "svg" { "image/svg+xml" } else { "image/png" }
}

fn explain(error: &tera::Error, theme: &Theme, job: Option<&Job>) -> Diagnostic {
    let (detail, place) = match error.kind() {
        tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report) => {
            // the list of all variables is for nobody
            let words = report.message().split(". Available").next().unwrap_or_default();
            (words.to_owned(), place(report, theme))
        }
        _ => (error.to_string(), None),
    };
    let message = match job {
        Some(job) => Message::new("theme-error").arg("sheet", job.path()),
        None => Message::new("theme-page"),
    };
    let about = format!("themes/{}", theme.id);
    let hint = job.is_none().then(|| Message::new("hint-theme-page"));
    Diagnostic::error(message.arg("detail", detail)).at(place).about(about).hint(hint)
}

/// A caret says enough in one line.
fn first_line(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let line = text.get(range.clone()).and_then(|words| words.lines().next()).map_or(range.len(), str::len);
    range.start..range.start + line
}

fn place(report: &tera::ReportError, theme: &Theme) -> Option<Place> {
    let bytes = theme.assets.get(report.filename())?;
    let text: Arc<str> = String::from_utf8_lossy(bytes).into();
    Some(Place::new(
        &format!("themes/{}/{}", theme.id, report.filename()),
        &text,
        first_line(&text, report.span().range.clone()),
    ))
}

/// A text as HTML.
pub fn html(text: &[Block]) -> String {
    let mut html = String::new();
    blocks(&Value::from_serializable(&text), &mut html);
    html
}

fn blocks_filter(value: &Value, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let mut html = String::new();
    blocks(value, &mut html);
    Ok(Value::safe_string(&html))
}

fn inlines_filter(value: &Value, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let mut html = String::new();
    inlines(value, &mut html);
    Ok(Value::safe_string(&html))
}

fn field<'a>(value: &'a Value, name: &'a str) -> Option<&'a Value> {
    value.get_from_path(name).filter(|found| !found.is_none() && !found.is_undefined())
}

fn text<'a>(value: &'a Value, name: &'a str) -> &'a str {
    field(value, name).and_then(Value::as_str).unwrap_or_default()
}

fn items<'a>(value: &'a Value, name: &'a str) -> &'a [Value] {
    field(value, name).and_then(Value::as_array).unwrap_or_default()
}

fn escape(text: &str, into: &mut String) {
    for c in text.chars() {
        match c {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\'' => into.push_str("&#39;"),
            other => into.push(other),
        }
    }
}

fn blocks(value: &Value, into: &mut String) {
    for block in value.as_array().unwrap_or_default() {
        match text(block, "t") {
            "paragraph" => wrap("p", into, |into| inlines_of(block, into)),
            "heading" => wrap("h4", into, |into| inlines_of(block, into)),
            "list" => {
                let ordered = field(block, "ordered").and_then(Value::as_bool).unwrap_or(false);
                wrap(if ordered { "ol" } else { "ul" }, into, |into| {
                    for item in items(block, "items") {
                        wrap("li", into, |into| blocks(item, into));
                    }
                });
            }
            "image" => wrap("p", into, |into| escape(text(block, "alt"), into)),
            _ => {}
        }
    }
}

fn wrap(tag: &str, into: &mut String, content: impl FnOnce(&mut String)) {
    let _ = write!(into, "<{tag}>");
    content(into);
    let _ = write!(into, "</{tag}>");
}

fn inlines_of(value: &Value, into: &mut String) {
    if let Some(list) = field(value, "c") {
        inlines(list, into);
    }
}

fn inlines(value: &Value, into: &mut String) {
    for inline in value.as_array().unwrap_or_default() {
        match text(inline, "t") {
            "text" => escape(text(inline, "text"), into),
            "strong" | "emphasis" => wrap("strong", into, |into| inlines_of(inline, into)),
            "link" => {
                into.push_str("<a href=\"");
                escape(text(inline, "url"), into);
                into.push_str("\">");
                inlines_of(inline, into);
                into.push_str("</a>");
            }
            "keys" => keys(items(inline, "chords"), into),
            "break" => into.push_str("<br>"),
            _ => {}
        }
    }
}

fn keys(chords: &[Value], into: &mut String) {
    for (at, chord) in chords.iter().enumerate() {
        into.push_str(if at > 0 { ", " } else { "" });
        into.push_str("<span class=\"keys\" dir=\"ltr\">");
        for (at, cap) in items(chord, "caps").iter().filter_map(Value::as_str).enumerate() {
            into.push_str(if at > 0 { " + " } else { "" });
            wrap("kbd", into, |into| escape(cap, into));
        }
        escape(text(chord, "menu"), into);
        into.push_str("</span>");
        let browsers = text(chord, "browsers");
        if !browsers.is_empty() {
            into.push_str(" (");
            escape(browsers, into);
            into.push(')');
        }
    }
}

fn register_pictogram(tera: &mut Tera, theme: Arc<Theme>) {
    tera.register_function("pictogram", move |args: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let name: &str = args.must_get("name")?;
        let rtl = args.get::<&str>("dir")? == Some("rtl");
        let drawn = if rtl && name == "aide" { "aide-ar" } else { name };
        let bytes = theme.assets.get(&format!("pictograms/{drawn}.svg"));
        let Some(bytes) = bytes else { return Err(tera::Error::message(format!("pictogram `{name}`"))) };
        let mirrored = rtl && theme.file.directional.iter().any(|directional| directional == name);
        let class = if mirrored { "pictogram mirrored" } else { "pictogram" };
        let svg = String::from_utf8_lossy(bytes);
        let svg = svg.replacen("<svg ", &format!("<svg class=\"{class}\" aria-hidden=\"true\" "), 1);
        Ok(Value::safe_string(svg.trim()))
    });
}
