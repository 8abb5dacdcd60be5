//! Every message that the sources name exists in the message files, and every message there is used.

use std::collections::BTreeSet;

use crate::support::{root, text};
use walkdir::WalkDir;

/// Beginnings of ids that are put together from names of commands and options.
const COMPOSED: [&str; 1] = ["help-"];

/// All Rust sources of the program, without their unit tests.
fn sources() -> String {
    let files = WalkDir::new(root().join("src")).sort_by_file_name().into_iter().filter_map(Result::ok);
    let rust = files.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"));
    let read = |entry: walkdir::DirEntry| {
        let source = text(entry.path());
        source.split("#[cfg(test)]").next().unwrap_or_default().to_owned()
    };
    rust.map(read).collect()
}

/// Ids of the message files of a language.
fn ids(lang: &str) -> BTreeSet<String> {
    let read = |name: String| text(&root().join("src/cli/messages").join(name));
    let files = [read(format!("{lang}.ftl")), read(format!("rules-{lang}.ftl"))].concat();
    let lines = files.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    lines.filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect()
}

/// The strings that stand right after `before` in the sources.
fn strings_after(source: &str, before: &str) -> BTreeSet<String> {
    let after = source.split(before).skip(1);
    after.filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next().map(str::to_owned)).collect()
}

/// All strings of the sources that look like an id.
fn strings(source: &str) -> BTreeSet<String> {
    let looks_right = |word: &&str| {
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b.is_ascii_digit())
    };
    source.split('"').filter(looks_right).map(str::to_owned).collect()
}

#[test]
fn every_message_named_exists() {
    let (source, known) = (sources(), ids("fr"));
    let mut named = strings_after(&source, "Message::new(");
    named.extend(strings_after(&source, "messages.word("));
    named.extend(strings_after(&source, "self.refuse("));
    let missing: Vec<&String> = named.difference(&known).collect();
    assert!(named.len() > 60, "only {} messages found in the sources", named.len());
    assert!(missing.is_empty(), "not in fr.ftl: {missing:?}");
}

#[test]
fn every_message_is_used() {
    let used = strings(&sources());
    let composed = |id: &&String| COMPOSED.iter().any(|beginning| id.starts_with(beginning));
    let known = ids("fr");
    let unused: Vec<&String> = known.difference(&used).filter(|id| !composed(id)).collect();
    assert!(unused.is_empty(), "in fr.ftl, but used nowhere: {unused:?}");
}

#[test]
fn both_languages_have_the_same_messages() {
    let (fr, en) = (ids("fr"), ids("en"));
    let alone: Vec<&String> = fr.symmetric_difference(&en).collect();
    assert!(alone.is_empty(), "in one language only: {alone:?}");
}
