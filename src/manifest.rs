//! What an output folder holds: [`Manifest`], with an [`Entry`] for each file.

use serde::{Deserialize, Serialize};
use sha2::Digest as _;

use crate::model::{Format, Lang, Medium, Mm, Size, Variant, Venue};
use crate::plan::{Job, Legibility, Wanted};
use crate::render::{Artifact, ArtifactKind};

/// Name of the manifest in the output folder.
pub const MANIFEST: &str = "manifest.json";
/// Kind of pages and other files of the site.
pub const SITE: &str = "site";
/// Kind of the page of a sheet.
pub const PAGE: &str = "page";
/// Kind of the page of a sheet that is no longer made.
pub const WITHDRAWN: &str = "withdrawn";
/// Kind of what a venue copies to its machines.
pub const DEPLOY: &str = "deploy";
/// Kind of the files of a report.
pub const REPORT: &str = "report";
/// Kind of the pages that say how the files of a venue are printed.
pub const PRINT_GUIDE: &str = "print-guide";
/// Kind of the archive with the files of a venue.
pub const ZIP: &str = "zip";
/// Kinds of files that an archive holds: what a venue prints, shows or installs, and who made it. Thumbnails and pages are the
/// site's, and a report tells of one day.
const PACKED: [&str; 8] = ["sheet", "print-only", "instruction", "words", "credits", "embed", PRINT_GUIDE, "deploy"];
/// Version of the shape of the manifest.
pub const MANIFEST_VERSION: u32 = 1;

/// What an output folder holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of this shape.
    pub manifest: u32,
    /// Version of the program.
    pub pancarte: String,
    /// Files in the order of their paths.
    pub files: Vec<Entry>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Path under the output folder, with slashes.
    pub path: String,
    /// Whether it is a sheet, words, a thumbnail, for printing only, the instruction of such a file, credits, an archive, or a report.
    pub kind: String,
    /// File format.
    pub format: String,
    /// Medium, but for files of the whole kit.
    pub medium: Option<String>,
    /// Kind of the medium.
    pub variant: Option<String>,
    /// Venue.
    pub venue: Option<String>,
    /// Language, or two: `fr+ar`.
    pub lang: Option<String>,
    /// Name of the sheet, the last part of its address.
    pub sheet: Option<String>,
    /// Title of the document.
    pub title: Option<String>,
    /// Width and height in millimetres, on paper.
    pub mm: Option<(f64, f64)>,
    /// Width and height in pixels, on a screen and for pictures.
    pub px: Option<(u32, u32)>,
    /// Dots per inch of a picture of a sheet of paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dpi: Option<f64>,
    /// The group of machines it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// Its number in a set of pictures that take turns, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<usize>,
    /// SHA-256 of the bytes of a picture for machines, in hexadecimal digits: what systems compare.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// How far away the sheet is read and what its texts reach, on posters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legibility: Option<Legibility>,
    /// Pages.
    pub pages: usize,
    /// How many of them are left for notes, in a booklet.
    pub notes_pages: Option<usize>,
    /// Bytes.
    pub bytes: u64,
    /// BLAKE3 of the bytes, in hexadecimal digits.
    pub blake3: String,
    /// Permanent address of the sheet.
    pub address: Option<String>,
    /// Version code printed on the sheet.
    pub code: Option<String>,
    /// Whether some of its words are a machine's.
    pub machine: bool,
    /// Content files it was made from.
    pub made_from: Vec<String>,
}

impl Entry {
    /// The entry of an artifact of a job.
    pub fn of(artifact: &Artifact, job: &Job) -> Self {
        let mm = match job.size {
            Size::Paper(paper) => {
                let (width, height) = paper.dimensions();
                Some((width.0, height.0))
            }
            Size::Screen(_) => None,
        };
        let hundredths = |length: Mm| (length.0 * 100.0).round() / 100.0;
        let mm = artifact.paper.map(|(width, height)| (hundredths(width), hundredths(height))).or(mm);
        let screen = match job.size {
            Size::Screen(screen) if !job.only_words => Some((screen.width.0, screen.height.0)),
            _ => None,
        };
        let words = matches!(artifact.kind, ArtifactKind::Words | ArtifactKind::Instruction | ArtifactKind::Thumbnail)
            || job.only_words;
        let is_picture = matches!(artifact.kind, ArtifactKind::Sheet(Format::Png) | ArtifactKind::Jpeg);
        Entry {
            path: artifact.path.clone(),
            kind: kind(artifact.kind).to_owned(),
            format: ending(&artifact.path),
            medium: Some(job.medium.name().to_owned()),
            variant: job.variant.map(|variant: Variant| variant.name().to_owned()),
            venue: Some(job.venue.id.clone()),
            lang: Some(job.languages.to_string()),
            sheet: Some(job.stem.clone()),
            title: Some(job.title.clone()),
            mm: if words { None } else { mm },
            px: artifact.pixels.map(|(width, height)| (width.0, height.0)).or(screen),
            dpi: artifact.dpi,
            post: job.post.clone(),
            part: job.part,
            sha256: (job.post.is_some() && is_picture).then(|| sha256(&artifact.bytes)),
            legibility: if words { None } else { job.legibility.clone() },
            pages: artifact.pages,
            notes_pages: None,
            bytes: artifact.bytes.len() as u64,
            blake3: blake3::hash(&artifact.bytes).to_hex().to_string(),
            address: job.address.clone(),
            code: Some(job.code.clone()),
            machine: job.machine,
            made_from: job.files.clone(),
        }
    }

    /// The entry of a file of the site, which it names by its path under it.
    pub fn of_site(file: &SiteFile) -> Self {
        let entry = Entry::of_file(&site_path(&file.path), SITE, &file.bytes);
        let (venue, lang, sheet, title, medium, withdrawn) = match &file.kind {
            FileKind::Whole => return entry,
            FileKind::Venue { venue } => return Entry { venue: Some(venue.clone()), ..entry },
            FileKind::Sheet { venue, lang, sheet, title, medium, withdrawn } => {
                (venue, lang, sheet, title, medium, withdrawn)
            }
        };
        Entry {
            kind: if *withdrawn { WITHDRAWN } else { PAGE }.to_owned(),
            venue: Some(venue.clone()),
            lang: Some(lang.clone()),
            sheet: Some(sheet.clone()),
            title: Some(title.clone()),
            medium: Some(medium.clone()),
            ..entry
        }
    }

    /// `venue/fr/poster-checklist-a3`: the sheet that the file is of, as [`Job::path`] names it.
    pub fn sheet_path(&self) -> Option<String> {
        let (venue, lang, sheet) = (self.venue.as_ref()?, self.lang.as_ref()?, self.sheet.as_ref()?);
        Some(format!("{venue}/{lang}/{sheet}"))
    }

    /// Whether it is the page of a sheet, made today or no longer.
    pub fn is_page(&self) -> bool {
        [PAGE, WITHDRAWN].contains(&self.kind.as_str())
    }

    /// Whether it is such a page and stands where the address of its sheet leads: somebody may have edited the manifest.
    pub fn is_page_at_its_address(&self) -> bool {
        let address = self.sheet_path().map(|sheet| site_path(&format!("{sheet}/index.html")));
        self.is_page() && address.as_ref() == Some(&self.path) && is_tame(&self.path)
    }

    /// Whether the file stands in the folder of the site too.
    pub fn is_published(&self) -> bool {
        ["sheet", "jpeg", "print-only", "instruction", "words", "thumbnail", "credits", "embed", ZIP]
            .contains(&self.kind.as_str())
    }

    /// Whether the archive of its venue holds the file.
    pub fn is_packed(&self) -> bool {
        PACKED.contains(&self.kind.as_str())
    }

    /// Whether the file is made from the others of its venue: the archive, and what says how they are printed.
    pub fn is_pack(&self) -> bool {
        [PRINT_GUIDE, ZIP].contains(&self.kind.as_str())
    }

    /// What a print-only file and its instruction are for.
    pub fn print_use(&self) -> Option<PrintUse> {
        let known = ["print-only", "instruction"].contains(&self.kind.as_str());
        let stem = self.path.rsplit_once('.')?.0.strip_suffix("-print-only").filter(|_| known)?;
        Some(match stem.rsplit('-').next() {
            Some("press") => PrintUse::Press,
            Some("tiles") => PrintUse::Tiles,
            _ => PrintUse::Fold,
        })
    }

    /// The entry of a text that tells something of a whole venue.
    pub fn of_venue(path: &str, kind: &str, venue: &Venue, bytes: &[u8]) -> Self {
        let lang = venue.languages.first().map(Lang::to_string);
        Entry { venue: Some(venue.id.clone()), lang, ..Entry::of_file(path, kind, bytes) }
    }

    /// The entry of a copy of a file, in what is deployed.
    pub fn of_copy(path: &str, venue: &Venue, of: &Entry) -> Self {
        let entry = Entry::of_venue(path, DEPLOY, venue, &[]);
        Entry { bytes: of.bytes, blake3: of.blake3.clone(), px: of.px, ..entry }
    }

    /// Whether it is a picture for the machines of this group, in this format.
    pub fn is_picture_of(&self, post: &str, format: &str) -> bool {
        self.post.as_deref() == Some(post) && ["sheet", "jpeg"].contains(&self.kind.as_str()) && self.format == format
    }

    fn of_file(path: &str, kind: &str, bytes: &[u8]) -> Self {
        Entry {
            path: path.to_owned(),
            kind: kind.to_owned(),
            format: ending(path),
            medium: None,
            variant: None,
            venue: None,
            lang: None,
            sheet: None,
            title: None,
            mm: None,
            px: None,
            dpi: None,
            post: None,
            part: None,
            sha256: None,
            legibility: None,
            pages: 1,
            notes_pages: None,
            bytes: bytes.len() as u64,
            blake3: blake3::hash(bytes).to_hex().to_string(),
            address: None,
            code: None,
            machine: false,
            made_from: Vec::new(),
        }
    }

    /// Whether a build of these venues, media, languages and formats would make this file.
    pub fn is_wanted(&self, wanted: &Wanted) -> bool {
        let any = |list: &[String], value: &Option<String>| {
            list.is_empty() || value.as_ref().is_some_and(|value| list.contains(value))
        };
        let media: Vec<String> = wanted.media.iter().map(|medium: &Medium| medium.name().to_owned()).collect();
        let langs: Vec<String> = wanted.langs.iter().map(|lang: &Lang| lang.code().to_owned()).collect();
        let formats: Vec<&str> = wanted.formats.iter().map(|format: &Format| format.extension()).collect();
        // words and thumbnails come with their sheet, whatever its format; instructions with their PDF, JPEG with its PNG
        let is_sheet = ["sheet", "jpeg", "print-only", "instruction"].contains(&self.kind.as_str());
        let format = match self.kind.as_str() {
            "instruction" => Format::Pdf.extension(),
            "jpeg" => Format::Png.extension(),
            _ => self.format.as_str(),
        };
        // a report tells of the sheets of an earlier build: any build of its venue takes it away
        let told = self.kind == REPORT && any(&wanted.venues, &self.venue);
        told || any(&wanted.venues, &self.venue)
            && any(&media, &self.medium)
            && (langs.is_empty()
                || self.lang.iter().flat_map(|tag| tag.split('+')).any(|code| langs.iter().any(|l| l == code)))
            && (formats.is_empty() || (is_sheet && formats.contains(&format)))
    }
}

fn kind(kind: ArtifactKind) -> &'static str {
    match kind {
        ArtifactKind::Sheet(_) => "sheet",
        ArtifactKind::Jpeg => "jpeg",
        ArtifactKind::PrintOnly => "print-only",
        ArtifactKind::Instruction => "instruction",
        ArtifactKind::Words => "words",
        ArtifactKind::Thumbnail => "thumbnail",
    }
}

/// What a file for printing only is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PrintUse {
    /// To fold into a booklet.
    Fold,
    /// To cut and glue.
    Tiles,
    /// For a print shop.
    Press,
}

/// What a file name ends in, without the dot; empty where it has none.
fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map(|(_, ending)| ending.to_owned()).unwrap_or_default()
}

fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let digest = sha2::Sha256::digest(bytes);
    digest.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A file of the site.
#[derive(Debug, Clone)]
pub struct SiteFile {
    /// Path under the site.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it is.
    pub kind: FileKind,
}

/// What a file of the site is.
#[derive(Debug, Clone, PartialEq)]
pub enum FileKind {
    /// A page of the whole site, or another file of it.
    Whole,
    /// A page of a venue.
    Venue {
        /// The venue.
        venue: String,
    },
    /// The page of a sheet.
    Sheet {
        /// Venue.
        venue: String,
        /// Language, or two.
        lang: String,
        /// Name of the sheet.
        sheet: String,
        /// Title of the document.
        title: String,
        /// Medium.
        medium: String,
        /// Whether the sheet is no longer made.
        withdrawn: bool,
    },
}

/// Where a file stands in the folder of the site.
pub fn site_path(path: &str) -> String {
    format!("{SITE}/{path}")
}

/// Whether a path of a manifest stays in its folder: somebody may have edited it.
pub fn is_tame(path: &str) -> bool {
    !path.is_empty()
        && std::path::Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edited_manifest_removes_nothing_outside() {
        for path in ["../x", "/etc/passwd", "a/../../b", ""] {
            assert!(!is_tame(path), "{path}");
        }
        assert!(is_tame("venue/fr/booklet.pdf"));
    }
}
