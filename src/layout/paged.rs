//! A job becomes pages through Typst: [`lay_out`]. The world a template sees is the theme's folder, `/job.json`, `/common.json` and the
//! logo of the venue; there is no disk, no network, no clock and no package.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use serde::Serialize;
use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Duration, Label};
use typst::introspection::Introspector as _;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, PicoStr};
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;

use super::common::{self, Drawn, Whose};
use super::{contrast, easy_proof, proof};
use crate::diag::{Diagnostic, Diagnostics, Message, Place, has_errors};
use crate::model::Medium;
use crate::plan::Job;
use crate::theme::Theme;

/// The label of a page for notes.
const NOTES: &str = "notes-page";

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// A theme made ready for laying out: sources parsed, files named. One serves all jobs of a theme.
#[derive(Debug)]
pub struct Press {
    /// The theme.
    pub theme: Arc<Theme>,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
    texts: HashMap<FileId, Arc<str>>,
    /// Whether its templates make colours from others: no stand-in is given to them.
    mixes: bool,
    /// BLAKE3 of every file of the theme, by path, and of its fonts, by number.
    hashes: BTreeMap<String, String>,
}

impl Press {
    /// The press of a theme.
    pub fn new(theme: Arc<Theme>) -> Self {
        let (mut sources, mut files, mut texts) = (HashMap::new(), HashMap::new(), HashMap::new());
        for (path, bytes) in theme.assets.iter() {
            let Some(id) = file_id(path) else { continue };
            if path.ends_with(".typ") {
                let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
                texts.insert(id, Arc::from(text.as_str()));
                sources.insert(id, Source::new(id, text));
            }
            files.insert(id, Bytes::new(bytes.clone()));
        }
        let file = |(path, bytes): (&String, &Vec<u8>)| (path.clone(), blake3::hash(bytes).to_hex().to_string());
        let fonts = theme.fonts.fonts.iter().enumerate().map(|(at, font)| {
            (format!("{FONT}{at}"), format!("{} {}", blake3::hash(font.data()).to_hex(), font.index()))
        });
        let hashes = theme.assets.iter().map(file).chain(fonts).collect();
        let mixes = texts.values().any(|template| common::mixes(template));
        Press { theme, sources, files, texts, mixes, hashes }
    }

    /// File and line of a place that Typst names by a number.
    pub fn place_of(&self, span: std::num::NonZeroU64) -> (String, u32) {
        let span = typst::syntax::Span::from_raw(span);
        let Some(id) = span.id() else { return (String::new(), 0) };
        let path = id.get().vpath().get_without_slash().to_string();
        let line =
            self.sources.get(&id).and_then(|source| source.lines().byte_to_line(source.find(span)?.range().start));
        (path, line.unwrap_or_default() as u32 + 1)
    }

    /// The hash of a file of the theme or of one of its fonts, as [`Opened::hashes`] names them.
    pub fn hash_of(&self, name: &str) -> Option<String> {
        self.hashes.get(name).cloned()
    }

    /// A hash of all files of the theme whose path this says yes to.
    pub fn hash_of_all(&self, wanted: impl Fn(&str) -> bool) -> String {
        let mut hasher = blake3::Hasher::new();
        for (path, hash) in self.hashes.iter().filter(|(path, _)| wanted(path)) {
            hasher.update(path.as_bytes()).update(b"\0").update(hash.as_bytes()).update(b"\0");
        }
        hasher.finalize().to_hex().to_string()
    }
}

fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(format!("/{path}")).ok()?;
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

/// What a sheet opened of its theme: paths of files, and fonts by number.
#[derive(Debug, Default)]
pub struct Opened(Mutex<BTreeSet<Asset>>);

/// A file or a font of a theme.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Asset {
    File(String),
    Font(usize),
}

impl Opened {
    fn note(&self, asset: Asset) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(asset);
    }

    /// What was opened, by name, each with the hash that it has in this press.
    pub fn hashes(&self, press: &Press) -> BTreeMap<String, String> {
        let opened = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let name = |asset: &Asset| match asset {
            Asset::File(path) => path.clone(),
            Asset::Font(at) => format!("{FONT}{at}"),
        };
        opened.iter().map(name).filter_map(|name| Some((name.clone(), press.hash_of(&name)?))).collect()
    }
}

/// How the names of fonts begin among those of files.
const FONT: &str = "font:";

struct JobWorld<'a> {
    press: &'a Press,
    main: FileId,
    own: HashMap<FileId, Bytes>,
    /// Comemo asks again what a remembered result was made from: what it did not open anew is noted too.
    opened: &'a Opened,
}

impl JobWorld<'_> {
    fn note(&self, id: FileId) {
        if !self.own.contains_key(&id) {
            self.opened.note(Asset::File(id.get().vpath().get_without_slash().into()));
        }
    }
}

impl World for JobWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.theme.fonts.book
    }
    fn main(&self) -> FileId {
        self.main
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        self.note(id);
        self.press.sources.get(&id).cloned().ok_or_else(|| not_found(id))
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.note(id);
        self.own.get(&id).or_else(|| self.press.files.get(&id)).cloned().ok_or_else(|| not_found(id))
    }
    fn font(&self, index: usize) -> Option<Font> {
        self.opened.note(Asset::Font(index));
        self.press.theme.fonts.fonts.get(index).cloned()
    }
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

/// The pages of a job, proved: nothing left its box or the sheet, all words can be read, and an easy-read sheet keeps its rules.
///
/// # Errors
/// Mistakes of the template, texts that left their box, and texts that are hard to read on their ground.
pub fn lay_out(job: &Job, press: &Press) -> Result<PagedDocument, Diagnostics> {
    lay_out_noting(job, press, &Opened::default()).map(|(document, _)| document)
}

/// The same, with what is worth knowing before it is printed; what it opened of the theme is added to `opened`.
///
/// # Errors
/// As [`lay_out`].
pub fn lay_out_noting(job: &Job, press: &Press, opened: &Opened) -> Result<(PagedDocument, Diagnostics), Diagnostics> {
    let template = press.theme.medium(job.medium).map(|medium| medium.template.clone()).unwrap_or_default();
    let mut own = HashMap::new();
    if let Some(logo) = &job.logo {
        let bytes = Bytes::new(logo.bytes.to_vec());
        own.extend(file_id(&format!("logo.{}", logo.extension)).map(|id| (id, bytes)));
    }
    if let Some(logo) = &job.easy_logo_file {
        let bytes = Bytes::new(logo.bytes.to_vec());
        own.extend(file_id(&format!("easy-logo.{}", logo.extension)).map(|id| (id, bytes)));
    }
    let drawn = coloured(job, press, &template, &own, opened)?;
    let mut diagnostics = proof::prove(drawn.laid(), job);
    diagnostics.extend(contrast::contrast(&drawn, job));
    let (errors, warnings) = easy_proof::prove(drawn.laid(), job);
    diagnostics.extend(errors);
    if has_errors(&diagnostics) { Err(diagnostics) } else { Ok((drawn.document, warnings)) }
}

/// What stands around the pages of a print-only file, drawn by the template of marks from `/marks.json`.
///
/// # Errors
/// A theme without this template, and its mistakes.
pub fn lay_out_marks(marks: &impl Serialize, job: &Job, press: &Press) -> Result<PagedDocument, Diagnostics> {
    let template = press.theme.file.marks.as_str();
    if !press.theme.assets.contains_key(template) {
        let message = Message::new("template-missing").arg("template", template).arg("theme", &press.theme.id);
        return Err(vec![Diagnostic::error(message).about(format!("themes/{}", press.theme.id))]);
    }
    let json = serde_json::to_vec(marks).map_err(|error| vec![internal(job, &error.to_string())])?;
    let own = file_id("marks.json").map(|id| (id, Bytes::new(json)));
    coloured(job, press, template, &own.into_iter().collect(), &Opened::default()).map(|drawn| drawn.document)
}

/// The pages of a job in its own colours: those that a template takes from what sheets have in common are put in afterwards.
fn coloured(
    job: &Job,
    press: &Press,
    template: &str,
    own: &HashMap<FileId, Bytes>,
    opened: &Opened,
) -> Result<Drawn, Diagnostics> {
    let with = |whose: Whose| {
        let mut own = own.clone();
        own.extend(file_id(common::FILE).map(|id| (id, Bytes::new(common::file(job, whose)))));
        draw(job, press, template, own, opened)
    };
    let shared = if press.mixes { None } else { common::put_in(with(Whose::StandIns)?, job) };
    shared.map_or_else(|| with(Whose::Own).map(Drawn::own), Ok)
}

/// Runs a template, which reads `/job.json` and its own files.
fn draw(
    job: &Job,
    press: &Press,
    template: &str,
    mut own: HashMap<FileId, Bytes>,
    opened: &Opened,
) -> Result<PagedDocument, Diagnostics> {
    let main = file_id(template).ok_or_else(|| vec![internal(job, "template")])?;
    let json = serde_json::to_vec(job).map_err(|error| vec![internal(job, &error.to_string())])?;
    own.extend(file_id("job.json").map(|id| (id, Bytes::new(json))));
    let world = JobWorld { press, main, own, opened };
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
    let mut diagnostics: Diagnostics = warnings.iter().map(|warning| explain(warning, &world, job)).collect();
    match output {
        Ok(document) if diagnostics.is_empty() => return Ok(document),
        Ok(_) => {}
        Err(errors) => diagnostics.extend(errors.iter().map(|error| explain(error, &world, job))),
    }
    Err(diagnostics)
}

/// Pages of a booklet that are left for notes, so that its pages are a multiple of four; nothing for other media.
pub fn notes_pages(document: &PagedDocument, job: &Job) -> Option<usize> {
    let label = Label::new(PicoStr::intern(NOTES))?;
    (job.medium == Medium::Booklet).then(|| document.introspector().label_count(label))
}

fn internal(job: &Job, detail: &str) -> Diagnostic {
    Diagnostic::error(Message::new("theme-error").arg("detail", detail).arg("sheet", job.path()))
}

/// What Typst says of a template, at its place in the theme. A warning is an error too: a missing font or a layout that does not
/// settle would only be seen on paper.
pub(crate) fn explain_export(errors: &[SourceDiagnostic], job: &Job) -> Diagnostics {
    let detail = |error: &SourceDiagnostic| internal(job, &error.message);
    errors.iter().map(detail).collect()
}

fn explain(error: &SourceDiagnostic, world: &JobWorld<'_>, job: &Job) -> Diagnostic {
    let place = error.span.id().and_then(|id| {
        let text = world.press.texts.get(&id)?;
        let range = world.range(error.span)?;
        let path = format!("themes/{}/{}", world.press.theme.id, id.get().vpath().get_without_slash());
        Some(Place::new(&path, text, range))
    });
    let message = Message::new("theme-error").arg("detail", &error.message).arg("sheet", job.path());
    let hint = error.hints.first().map(|hint| Message::new("hint-detail").arg("detail", &hint.v));
    Diagnostic::error(message).at(place).hint(hint)
}
