//! What artifacts say that nobody wrote: nothing about the people and the machine that made them, and no page asks another
//! server for anything.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::sync::OnceLock;

use base64::Engine as _;

use crate::support::{build_well, everything, put, tree};

/// A word that is hidden in the logos of the project, and that no artifact may show.
const HIDDEN: &str = "Jeanne-Cachee";
const KIT: &str = "extends: pancarte
defaults: {keyboard: fr-azerty, languages: [fr], browsers: [firefox], colour: \"#006B57\", site_url: https://exemple.fr/postes}
";
const ORDERS: &str = "orders:
  - {medium: poster-checklist, size: a4, press: true}
  - {medium: wallpaper, size: 800x600}
  - {medium: booklet}
  - {medium: easy-read, tips: [regards, fermer-session]}
  - {medium: house-rules}
";

/// A small PNG with a text chunk about its author.
fn logo() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 2, 2);
    encoder.set_color(png::ColorType::Rgb);
    encoder.add_text_chunk("Author".to_owned(), HIDDEN.to_owned()).unwrap();
    encoder.write_header().unwrap().write_image_data(&[90; 12]).unwrap();
    bytes
}

fn svg_logo() -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 2\"><!-- {HIDDEN} --><metadata>{HIDDEN}</metadata>\
         <title>{HIDDEN}</title><rect id=\"{HIDDEN}\" width=\"2\" height=\"2\"/></svg>"
    )
}

/// What was built: the files by path, and words of the machine that none may hold.
struct Built {
    files: BTreeMap<String, Vec<u8>>,
    machine: Vec<String>,
}

fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| {
        let (project, output) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        put(project.path(), "content/kit.yaml", KIT);
        put(project.path(), "content/logos/a.png", logo());
        put(project.path(), "content/logos/b.svg", svg_logo());
        for (id, logo) in [("a", "a.png"), ("b", "b.svg")] {
            let logo = format!("logo: {{file: content/logos/{logo}, alt: Logo}}\n");
            put(project.path(), &format!("content/venues/{id}.yaml"), format!("name: Lieu {id}\n{logo}{ORDERS}"));
        }
        build_well(project.path(), output.path(), &everything());
        let named = ["HOME", "USER", "LOGNAME", "HOSTNAME"].iter().filter_map(|name| std::env::var(name).ok());
        // a short name, or the one of every container, stands in many words
        let mut machine: Vec<String> = named.filter(|name| name.len() > 4 && name != "/root").collect();
        machine.extend(
            [project.path(), output.path(), &std::env::current_dir().unwrap()].map(|path| path.display().to_string()),
        );
        machine.extend(["/tmp/", "/home/", "/Users/", "/root/", "file://", HIDDEN].map(str::to_owned));
        Built { files: tree(output.path()), machine }
    })
}

fn ending(wanted: &str) -> impl Iterator<Item = (&'static String, &'static Vec<u8>)> + use<'_> {
    built().files.iter().filter(move |(path, _)| path.ends_with(wanted))
}

fn contains(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

/// The bytes of a PDF, and those of each stream that can be unpacked.
fn unpacked(pdf: &[u8]) -> Vec<u8> {
    let mut all = pdf.to_vec();
    for at in 0..pdf.len().saturating_sub(8) {
        let begins = pdf[at..].starts_with(b"stream") && !pdf[..at].ends_with(b"end");
        if !begins {
            continue;
        }
        let skip = 6 + pdf[at + 6..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let mut stream = Vec::new();
        // what is no Flate stream is there in the bytes themselves
        let _ = flate2::read::ZlibDecoder::new(&pdf[at + skip..]).read_to_end(&mut stream);
        all.extend(stream);
    }
    all
}

#[test]
fn nothing_names_the_machine_or_its_people() {
    let mut kinds = 0;
    for (path, bytes) in &built().files {
        let all = if path.ends_with(".pdf") { unpacked(bytes) } else { with_embedded(bytes) };
        let said: Vec<&String> = built().machine.iter().filter(|words| contains(&all, words)).collect();
        assert!(said.is_empty(), "{path} says {said:?}");
        kinds += usize::from(path.ends_with(".pdf") || path.ends_with(".html"));
    }
    assert!(kinds > 10);
}

#[test]
fn pdfs_name_no_author_and_no_other_program() {
    assert!(ending(".pdf").count() >= 10);
    for (path, bytes) in ending(".pdf") {
        let all = unpacked(bytes);
        for key in ["/Author", "/Producer", "/Company", "dc:creator", "pdf:Producer", "photoshop:", "exif:"] {
            assert!(!contains(&all, key), "{path} has {key}");
        }
        let text = String::from_utf8_lossy(&all);
        let creator = text.split("<xmp:CreatorTool>").nth(1).and_then(|rest| rest.split('<').next());
        let archived = path.ends_with("/booklet.pdf");
        let program = concat!("pancarte ", env!("CARGO_PKG_VERSION"));
        assert!(creator == Some(program) || (creator.is_none() && !archived), "{path}: {creator:?}");
    }
}

#[test]
fn pictures_hold_pixels_and_nothing_else() {
    assert!(ending(".png").count() >= 10);
    for (path, bytes) in ending(".png") {
        let mut at = 8;
        while at < bytes.len() {
            let length = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
            let name = std::str::from_utf8(&bytes[at + 4..at + 8]).unwrap();
            let allowed = ["IHDR", "PLTE", "tRNS", "pHYs", "sRGB", "IDAT", "IEND"];
            assert!(allowed.contains(&name), "{path} has a chunk {name}");
            at += 12 + length;
        }
    }
}

/// A page, and the pictures that are embedded in it.
fn with_embedded(bytes: &[u8]) -> Vec<u8> {
    let mut all = bytes.to_vec();
    let text = String::from_utf8_lossy(bytes);
    for data in text.split(";base64,").skip(1) {
        let end = data.find(|c: char| !(c.is_ascii_alphanumeric() || "+/=".contains(c))).unwrap_or(data.len());
        let decoded = base64::engine::general_purpose::STANDARD.decode(&data[..end]).unwrap_or_default();
        all.push(b'\n');
        all.extend(with_embedded(&decoded));
    }
    all
}

/// What a page or a picture asks for, but not where its links lead.
fn requests(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for tag in text.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        for key in
            ["src", "srcset", "poster", "data", "action", "href"].iter().filter(|key| name != "a" || **key != "href")
        {
            let begins = format!("{key}=\"");
            let values = tag.split(&begins).skip(1).filter_map(|rest| rest.split('"').next());
            found.extend(values.map(str::to_owned));
        }
    }
    let urls = text.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
    found.extend(urls.map(|url| url.trim_matches(['"', '\'']).to_owned()));
    found
}

#[test]
fn pages_ask_no_server_for_anything() {
    let pages: Vec<_> = ending(".html").chain(ending(".svg")).collect();
    assert!(pages.len() >= 10);
    for (path, bytes) in pages {
        let all = with_embedded(bytes);
        let text = String::from_utf8_lossy(&all);
        // pages of the site have a script of their own, beside them
        let scripts = text.matches("<script").count();
        let own = text.matches("<script src=\"").count();
        assert_eq!(scripts, if path.starts_with("site/") { own } else { 0 }, "{path} has a script");
        for word in ["@import", "<iframe", "http-equiv", "<base"] {
            assert!(!text.contains(word), "{path} has {word}");
        }
        let named = ["rel=\"canonical\"", "rel=\"alternate\""];
        let text: String = text.split_inclusive('>').filter(|tag| !named.iter().any(|rel| tag.contains(rel))).collect();
        for url in requests(&text) {
            let away = url.contains("//") && !url.starts_with("data:");
            assert!(!away, "{path} asks for {url}");
        }
    }
}
