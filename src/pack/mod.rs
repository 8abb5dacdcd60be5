//! What a venue is handed: [`guides`] say how its files are printed, and [`fn@write`] puts all of them into one archive with their
//! checksums. The same files give the same bytes: paths are sorted, and times are the day printed on the sheets.

mod guide;

use std::collections::BTreeSet;
use std::io::{Result, Seek, Write};

use sha2::{Digest as _, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::diag::Diagnostic;
use crate::manifest::{Entry, PRINT_GUIDE, ZIP};
use crate::model::{Date, Venue};
use crate::output::Output;

pub use guide::{Guide, GuidePage, guides};

/// The checksums in the folder of an archive, as `sha256sum -c` reads them.
pub const CHECKSUMS: &str = "SHA256SUMS";

/// Formats that are compressed already: to compress them again takes time and wins nothing.
const COMPRESSED: [&str; 7] = ["pdf", "png", "jpg", "jpeg", "webp", "woff2", "zip"];
/// What zlib does when nobody says anything else.
const LEVEL: i64 = 6;

/// Writes the guides of a venue and the archive of all its files, of which `entries` says what stands; their entries come back.
///
/// # Errors
/// What the disk says.
pub fn write(
    venue: &Venue,
    entries: &[Entry],
    guides: Vec<GuidePage>,
    output: &Output,
) -> std::result::Result<Vec<Entry>, Diagnostic> {
    let mut made = Vec::new();
    for guide in guides {
        output.write(&guide.path, &guide.bytes)?;
        let entry = Entry::of_venue(&guide.path, PRINT_GUIDE, venue, &guide.bytes);
        made.push(Entry { lang: Some(guide.lang.to_string()), ..entry });
    }
    let stand = members(venue, entries.iter()).filter(|entry| !entry.is_pack());
    let zip = archive(venue, &stand.chain(&made).collect::<Vec<_>>(), output)?;
    made.push(zip);
    Ok(made)
}

/// What the archive of a venue holds.
fn members<'e>(venue: &Venue, entries: impl Iterator<Item = &'e Entry>) -> impl Iterator<Item = &'e Entry> {
    entries.filter(|entry| entry.is_packed() && entry.venue.as_ref() == Some(&venue.id))
}

/// The archive of an earlier build stays if its files are the same.
fn archive(venue: &Venue, files: &[&Entry], output: &Output) -> std::result::Result<Entry, Diagnostic> {
    fn facts(entry: &Entry) -> (&str, &str) {
        (&entry.path, &entry.blake3)
    }
    let path = format!("{}.zip", venue.id);
    let now: BTreeSet<_> = files.iter().map(|entry| facts(entry)).collect();
    let before: BTreeSet<_> = members(venue, output.earlier.values()).map(facts).collect();
    let earlier = output.earlier.get(&path).filter(|_| now == before);
    if let Some(earlier) = earlier.filter(|earlier| output.stands(&path, &earlier.blake3)) {
        output.publish_again(&path)?;
        return Ok(earlier.clone());
    }
    let paths: Vec<&str> = files.iter().map(|entry| entry.path.as_str()).collect();
    let read = |path: &str| output.bytes_of(path);
    let (bytes, blake3) = output.publish_stream(&path, |file| write_zip(file, &venue.id, venue.date, &paths, read))?;
    Ok(Entry { bytes, blake3, ..Entry::of_venue(&path, ZIP, venue, &[]) })
}

/// Writes an archive of files, each named by its path, which begins with `folder`; `read` gives their bytes, one file at a time,
/// or nothing for a file that somebody took away.
///
/// # Errors
/// What the disk says.
fn write_zip(
    into: impl Write + Seek,
    folder: &str,
    date: Date,
    paths: &[&str],
    read: impl Fn(&str) -> Result<Option<Vec<u8>>>,
) -> Result<()> {
    let mut paths = paths.to_vec();
    let (checksums, sums) = (format!("{folder}/{CHECKSUMS}"), checksums(folder, &mut paths, &read)?);
    paths.push(&checksums);
    paths.sort_unstable();
    let mut zip = ZipWriter::new(into);
    for path in paths {
        let bytes = if path == checksums { Some(sums.clone().into_bytes()) } else { read(path)? };
        zip.start_file(path, options(path, date))?;
        zip.write_all(&bytes.unwrap_or_default())?;
    }
    zip.finish()?;
    Ok(())
}

/// A line for each file, in the order of their paths; those that are not there are struck from the list.
fn checksums(folder: &str, paths: &mut Vec<&str>, read: impl Fn(&str) -> Result<Option<Vec<u8>>>) -> Result<String> {
    paths.sort_unstable();
    let (mut lines, mut there) = (String::new(), Vec::new());
    for path in paths.iter() {
        let Some(bytes) = read(path)? else { continue };
        let sum: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let name = path.strip_prefix(folder).unwrap_or(path).trim_start_matches('/');
        lines += &format!("{sum}  {name}\n");
        there.push(*path);
    }
    *paths = there;
    Ok(lines)
}

/// Everything that would differ from one machine to another is said.
fn options(path: &str, date: Date) -> SimpleFileOptions {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending).unwrap_or_default();
    let (method, level) = match COMPRESSED.contains(&ending) {
        true => (CompressionMethod::Stored, None),
        false => (CompressionMethod::Deflated, Some(LEVEL)),
    };
    let year = u16::try_from(date.year).unwrap_or_default();
    // the format knows the years 1980 to 2107
    let time = DateTime::from_date_and_time(year, date.month, date.day, 0, 0, 0).unwrap_or_default();
    SimpleFileOptions::default()
        .compression_method(method)
        .compression_level(level)
        .last_modified_time(time)
        .system(System::Unix)
        .unix_permissions(if ending == "sh" { 0o755 } else { 0o644 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read as _};

    const DAY: Date = Date { year: 2026, month: 3, day: 9 };

    fn packed(paths: &[&str]) -> Vec<u8> {
        let mut into = Cursor::new(Vec::new());
        let read = |path: &str| Ok((!path.contains("gone")).then(|| path.repeat(99).into_bytes()));
        write_zip(&mut into, "lieu", DAY, paths, read).unwrap();
        into.into_inner()
    }

    #[test]
    fn the_order_of_the_list_makes_no_difference() {
        let bytes = packed(&["lieu/fr/é.txt", "lieu/a.png", "lieu/run.sh"]);
        assert_eq!(bytes, packed(&["lieu/run.sh", "lieu/a.png", "lieu/fr/é.txt"]));
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut names = Vec::new();
        let mut facts = Vec::new();
        for at in 0..zip.len() {
            let file = zip.by_index(at).unwrap();
            names.push(file.name().unwrap().into_owned());
            assert_eq!(file.last_modified().unwrap().to_string(), "2026-03-09 00:00:00");
            facts.push((file.compression(), file.unix_mode().unwrap() & 0o777));
        }
        assert_eq!(names, ["lieu/SHA256SUMS", "lieu/a.png", "lieu/fr/é.txt", "lieu/run.sh"]);
        let (stored, deflated) = (CompressionMethod::Stored, CompressionMethod::Deflated);
        assert_eq!(facts, [(deflated, 0o644), (stored, 0o644), (deflated, 0o644), (deflated, 0o755)]);
    }

    #[test]
    fn a_file_that_is_gone_is_not_promised() {
        let mut zip = zip::ZipArchive::new(Cursor::new(packed(&["lieu/a.txt", "lieu/gone.txt"]))).unwrap();
        let mut sums = String::new();
        zip.by_name("lieu/SHA256SUMS").unwrap().read_to_string(&mut sums).unwrap();
        assert_eq!((zip.len(), sums.lines().count()), (2, 1));
        // `printf 'lieu/a.txt%.0s' $(seq 99) | sha256sum`
        assert_eq!(sums, "78f9152b8a9c497afba3f82719baf7b3810a6a505268d416016f97ec50e21be1  a.txt\n");
    }
}
