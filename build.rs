//! Content and themes are built into the program: a new file there means a new program. It knows a hash of all its sources, so that
//! it does not take what another program made for its own.

#![allow(clippy::disallowed_methods, reason = "a build script has no other way to its sources")]

use std::collections::BTreeMap;
use std::path::Path;

fn main() {
    for path in ["content", "themes", "src", "Cargo.lock"] {
        println!("cargo:rerun-if-changed={path}");
    }
    let mut sources = BTreeMap::new();
    ["content", "themes", "src"].into_iter().for_each(|folder| collect(Path::new(folder), &mut sources));
    sources.insert("Cargo.lock".to_owned(), std::fs::read("Cargo.lock").unwrap_or_default());
    println!("cargo:rustc-env=PANCARTE_SOURCES={:016x}", fnv(&sources));
}

fn collect(folder: &Path, into: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, into);
        } else {
            into.insert(path.display().to_string(), std::fs::read(&path).unwrap_or_default());
        }
    }
}

/// FNV-1a, 64 bits: enough to tell builds of a program apart (<http://www.isthe.com/chongo/tech/comp/fnv/>).
fn fnv(sources: &BTreeMap<String, Vec<u8>>) -> u64 {
    let bytes = sources.iter().flat_map(|(path, bytes)| path.bytes().chain(bytes.iter().copied()));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
