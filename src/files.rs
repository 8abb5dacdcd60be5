//! Where bytes come from: [`Files`] lays the project's folder over the content and the default theme that are built into the
//! program. The only module that reads a disk, and it never leaves the project's folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use rust_embed::RustEmbed;

use crate::diag::{Diagnostic, Message, Place};

#[derive(RustEmbed)]
#[folder = "content/"]
#[prefix = "content/"]
struct ShippedContent;

#[derive(RustEmbed)]
#[folder = "themes/"]
#[prefix = "themes/"]
struct ShippedThemes;

/// Folders of the shipped content that a project which extends it gets; venues and organisations are its own.
const SHARED: [&str; 11] = [
    "content/tips/",
    "content/stamps/",
    "content/words/",
    "content/glossary/",
    "content/kinds/",
    "content/documents/",
    "content/shortcuts.yaml",
    "content/zones.yaml",
    "content/systems.yaml",
    "content/dictionary.txt",
    "content/kit.yaml",
];

/// Largest text file that is read: a tip has some kilobytes, a long list of venues some megabytes.
const TEXT_LIMIT: u64 = 16 << 20;

/// One source of files.
#[derive(Debug)]
enum Layer {
    /// A folder.
    Disk(PathBuf),
    /// What is built into the program: themes, and the content too where the project extends it.
    Shipped { content: bool },
    /// Files of a test or an editor.
    Memory(BTreeMap<String, Vec<u8>>),
}

/// Files of a project; the first layer that has a path wins.
#[derive(Debug)]
pub struct Files {
    layers: Vec<Layer>,
    asked: Option<Asked>,
}

/// Paths that somebody wanted to read, whether there was a file or not; shared with who waits for them to change.
pub type Asked = Arc<Mutex<BTreeSet<String>>>;

/// A text file: line ends are `\n`, a byte order mark is gone.
#[derive(Debug, Clone)]
pub struct TextFile {
    /// Path from the project's folder, with slashes.
    pub path: String,
    /// Its text.
    pub text: Arc<str>,
    /// For a row of a table that is read as a YAML text: the bytes of this text that each of its lines comes from.
    pub lines: Option<Arc<[Range<usize>]>>,
}

impl TextFile {
    /// A file with this text.
    pub fn new(path: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        TextFile { path: path.into(), text: text.into(), lines: None }
    }

    /// The place of these bytes.
    pub fn place(&self, span: Range<usize>) -> Place {
        Place::new(&self.path, &self.text, span)
    }

    /// The place of its first line; of the first cell of a row of a table.
    pub fn start(&self) -> Place {
        if let Some(first) = self.lines.as_ref().and_then(|lines| lines.first()) {
            return self.place(first.clone());
        }
        self.place(0..self.text.lines().next().map_or(0, str::len))
    }
}

impl Files {
    /// The files of the project in this folder, over the themes built into the program.
    pub fn project(root: &Path) -> Self {
        Files { layers: vec![Layer::Disk(root.to_owned()), Layer::Shipped { content: false }], asked: None }
    }

    /// Files held in memory, over the themes built into the program.
    pub fn memory(files: BTreeMap<String, Vec<u8>>) -> Self {
        Files { layers: vec![Layer::Memory(files), Layer::Shipped { content: false }], asked: None }
    }

    /// Only what is built into the program.
    pub fn shipped() -> Self {
        Files { layers: vec![Layer::Shipped { content: true }], asked: None }
    }

    /// The same files over the shipped tips, words, kinds, documents and shortcuts.
    pub fn extending_shipped(mut self) -> Self {
        self.layers.pop();
        self.layers.push(Layer::Shipped { content: true });
        self
    }

    /// The same files under others that are held in memory.
    pub fn under(mut self, files: BTreeMap<String, Vec<u8>>) -> Self {
        self.layers.insert(0, Layer::Memory(files));
        self
    }

    /// The same files; every path that is asked for from now on is added to `asked`.
    pub fn noting(mut self, asked: Asked) -> Self {
        self.asked = Some(asked);
        self
    }

    /// Paths of all files under `folder`, sorted; hidden files and editors' leftovers are passed over.
    pub fn list(&self, folder: &str) -> Result<Vec<String>, Diagnostic> {
        let mut paths = BTreeSet::new();
        for layer in &self.layers {
            match layer {
                Layer::Disk(root) => list_disk(root, folder, &mut paths)?,
                Layer::Memory(files) => paths.extend(files.keys().cloned()),
                Layer::Shipped { content } => paths.extend(shipped_paths(*content)),
            }
        }
        let prefix = format!("{folder}/");
        paths.retain(|path| path.starts_with(&prefix));
        Ok(paths.into_iter().collect())
    }

    /// Whether there is such a file.
    pub fn has(&self, path: &str) -> bool {
        self.layers.iter().any(|layer| match layer {
            Layer::Disk(root) => root.join(path).is_file(),
            Layer::Memory(files) => files.contains_key(path),
            Layer::Shipped { content } => shipped(path, *content).is_some(),
        })
    }

    /// Whether a file is the project's own: not one that is built into the program.
    pub fn is_own(&self, path: &str) -> bool {
        self.layers.iter().any(|layer| match layer {
            Layer::Disk(root) => root.join(path).is_file(),
            Layer::Memory(files) => files.contains_key(path),
            Layer::Shipped { .. } => false,
        })
    }

    /// The bytes of a file, at most `limit` of them.
    ///
    /// # Errors
    /// A path that leaves the project, a missing or unreadable file, a file over the limit.
    pub fn bytes(&self, path: &str, limit: u64) -> Result<Vec<u8>, Diagnostic> {
        confined(path)?;
        if let Some(asked) = &self.asked {
            asked.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
        }
        for layer in &self.layers {
            let found = match layer {
                Layer::Disk(root) => read_disk(root, path, limit)?,
                Layer::Memory(files) => files.get(path).cloned(),
                Layer::Shipped { content } => shipped(path, *content),
            };
            if let Some(bytes) = found {
                return Ok(bytes);
            }
        }
        Err(Diagnostic::error(Message::new("file-missing").arg("path", path)).about(path))
    }

    /// The text of a file.
    ///
    /// # Errors
    /// As [`Files::bytes`], and text that is not UTF-8.
    pub fn text(&self, path: &str) -> Result<TextFile, Diagnostic> {
        let bytes = self.bytes(path, TEXT_LIMIT)?;
        let text = String::from_utf8(bytes).map_err(|_| {
            Diagnostic::error(Message::new("file-not-utf8").arg("path", path))
                .about(path)
                .hint(Message::new("hint-save-as-utf8"))
        })?;
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        Ok(TextFile::new(path, text))
    }
}

/// The text of a file of the system: a dictionary. In Latin-1 where it is not UTF-8, as old dictionaries are.
#[expect(clippy::disallowed_methods, reason = "the one module that reads a disk")]
pub fn system_text(path: &str) -> Option<String> {
    let bytes = fs::read(path).ok()?;
    Some(String::from_utf8(bytes).unwrap_or_else(|error| error.into_bytes().into_iter().map(char::from).collect()))
}

/// The path of a file or folder that exists in a project, from the project's folder, with slashes; empty for the folder itself.
#[expect(clippy::disallowed_methods, reason = "the one module that reads a disk")]
pub fn inside(root: &Path, path: &Path) -> Option<String> {
    let root = fs::canonicalize(root).ok()?;
    let from_here = placed(path).filter(|full| full.starts_with(&root));
    let full = from_here.or_else(|| placed(&root.join(path)))?;
    let parts: Vec<_> = full.strip_prefix(&root).ok()?.iter().map(|part| part.to_string_lossy()).collect();
    Some(parts.join("/"))
}

/// Where a path leads, but for its last part, which may be a link: findings name it as the project does.
#[expect(clippy::disallowed_methods, reason = "the one module that reads a disk")]
fn placed(path: &Path) -> Option<PathBuf> {
    let real = fs::canonicalize(path).ok()?;
    let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else { return Some(real) };
    let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
    fs::canonicalize(parent).ok().map(|parent| parent.join(name))
}

/// What is seen of a file from outside: enough to tell that it has changed.
#[derive(Debug, Clone)]
pub struct Sight {
    bytes: u64,
    modified: Option<SystemTime>,
    hash: Option<blake3::Hash>,
}

/// Files that changed last are also told apart by what they hold: a drive that keeps whole seconds only shows one of two saves.
const HASHED: usize = 8;
/// Largest file that is hashed for that.
const HASHED_BYTES: u64 = 1 << 20;

impl Sight {
    /// Whether the file is surely another than it was then.
    pub fn differs(&self, then: &Sight) -> bool {
        let hashes = self.hash.zip(then.hash).is_some_and(|(now, then)| now != then);
        hashes || (self.bytes, self.modified) != (then.bytes, then.modified)
    }
}

/// What is seen of all files in these folders of a project, and of these other files of it, by path.
#[expect(clippy::disallowed_methods, reason = "the one module that reads a disk")]
pub fn sight(root: &Path, folders: &[&str], others: &BTreeSet<String>) -> BTreeMap<String, Sight> {
    let inside = |path: &String| confined(path).is_ok();
    let mut paths: BTreeSet<String> = others.iter().filter(|path| inside(path)).cloned().collect();
    for folder in folders {
        let entries = walkdir::WalkDir::new(root.join(folder)).into_iter().filter_entry(is_visible);
        let files = entries.filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir());
        paths.extend(files.filter_map(|entry| slashed(root, entry.path())));
    }
    let seen = paths.into_iter().filter_map(|path| {
        let metadata = fs::metadata(root.join(&path)).ok().filter(fs::Metadata::is_file)?;
        Some((path, Sight { bytes: metadata.len(), modified: metadata.modified().ok(), hash: None }))
    });
    let mut seen: BTreeMap<String, Sight> = seen.collect();
    let mut newest: Vec<(&String, &mut Sight)> = seen.iter_mut().filter(|(_, now)| now.bytes <= HASHED_BYTES).collect();
    newest.sort_by_key(|(_, now)| std::cmp::Reverse(now.modified));
    for (path, now) in newest.into_iter().take(HASHED) {
        now.hash = fs::read(root.join(path)).ok().map(|bytes| blake3::hash(&bytes));
    }
    seen
}

/// Says no to a path that is absolute or climbs out of the project.
fn confined(path: &str) -> Result<(), Diagnostic> {
    let climbs = path.split(['/', '\\']).any(|part| part == "..");
    let absolute = path.starts_with(['/', '\\']) || path.contains(':');
    if climbs || absolute || path.contains('\0') {
        return Err(leaves(path));
    }
    Ok(())
}

fn leaves(path: &str) -> Diagnostic {
    Diagnostic::error(Message::new("path-leaves").arg("path", path)).hint(Message::new("hint-path-inside"))
}

fn unreadable(path: &str, error: &dyn std::fmt::Display) -> Diagnostic {
    Diagnostic::error(Message::new("file-unreadable").arg("path", path).arg("reason", error)).about(path)
}

#[expect(clippy::disallowed_methods, reason = "the one module that reads a disk")]
fn read_disk(root: &Path, path: &str, limit: u64) -> Result<Option<Vec<u8>>, Diagnostic> {
    let full = root.join(path);
    let metadata = match fs::metadata(&full) {
        Ok(metadata) if metadata.is_file() => metadata,
        Ok(_) => return Ok(None),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(path, &error)),
    };
    // A link inside the project may point outside it.
    let real = fs::canonicalize(&full).map_err(|error| unreadable(path, &error))?;
    let real_root = fs::canonicalize(root).map_err(|error| unreadable(path, &error))?;
    if !real.starts_with(real_root) {
        return Err(leaves(path));
    }
    if metadata.len() > limit {
        let limit = Message::new("file-too-large").arg("path", path).arg("megabytes", limit >> 20);
        return Err(Diagnostic::error(limit).about(path));
    }
    fs::read(&full).map(Some).map_err(|error| unreadable(path, &error))
}

fn list_disk(root: &Path, folder: &str, into: &mut BTreeSet<String>) -> Result<(), Diagnostic> {
    let top = root.join(folder);
    if !top.is_dir() {
        return Ok(());
    }
    for entry in walkdir::WalkDir::new(&top).sort_by_file_name().into_iter().filter_entry(is_visible) {
        let entry = entry.map_err(|error| unreadable(folder, &error))?;
        if !entry.file_type().is_dir() {
            into.extend(slashed(root, entry.path()));
        }
    }
    Ok(())
}

/// Hidden files and what editors leave behind are not.
fn is_visible(entry: &walkdir::DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.depth() == 0 || !(name.starts_with('.') || name.ends_with('~') || name.starts_with('#'))
}

fn slashed(root: &Path, path: &Path) -> Option<String> {
    let parts: Vec<_> = path.strip_prefix(root).ok()?.iter().map(|part| part.to_string_lossy()).collect();
    Some(parts.join("/"))
}

fn is_shared(path: &str, content: bool) -> bool {
    path.starts_with("themes/") || (content && SHARED.iter().any(|shared| path.starts_with(shared)))
}

fn shipped(path: &str, content: bool) -> Option<Vec<u8>> {
    let file = is_shared(path, content).then(|| ShippedThemes::get(path).or_else(|| ShippedContent::get(path)));
    file.flatten().map(|file| file.data.into_owned())
}

fn shipped_paths(content: bool) -> impl Iterator<Item = String> {
    let all = ShippedThemes::iter().chain(ShippedContent::iter());
    all.map(|path| path.into_owned()).filter(move |path| is_shared(path, content))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_project_is_read() {
        let files = Files::memory(BTreeMap::from([("content/kit.yaml".to_owned(), b"x".to_vec())]));
        assert!(files.bytes("content/kit.yaml", 10).is_ok());
        for path in ["../secret", "/etc/passwd", "content/../../x", "C:\\x", "a\0b", "..\\x"] {
            assert_eq!(files.bytes(path, 10).unwrap_err().message.id, "path-leaves", "{path}");
        }
    }

    #[test]
    fn windows_files_read_like_others() {
        let files = Files::memory(BTreeMap::from([("a.yaml".to_owned(), "\u{feff}a: 1\r\nb: 2\r\n".into())]));
        assert_eq!(&*files.text("a.yaml").unwrap().text, "a: 1\nb: 2\n");
    }
}
