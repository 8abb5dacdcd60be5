//! The order of modules in `src/lib.rs` is law: a module uses only what is declared above it, or itself.

use std::fs;
use std::path::Path;

use crate::support::{root, text};
use walkdir::WalkDir;

/// Modules in the order of `src/lib.rs`.
fn modules() -> Vec<String> {
    let lib = text(&root().join("src/lib.rs"));
    let names = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

/// The first module named in a path under `src`.
fn module_of(relative: &str) -> &str {
    relative.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// What stands above the unit tests, which may use anything.
fn without_tests(source: &str) -> &str {
    source.split("#[cfg(test)]").next().unwrap_or_default()
}

/// Modules a line of source names after `crate::`, also between braces.
fn named(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or_default();
    code.split("crate::").skip(1).flat_map(first_names).collect()
}

/// `plan` of `plan::Job`, `content` and `theme` of `{content, theme::Theme}`.
fn first_names(path: &str) -> Vec<&str> {
    let inside = path.strip_prefix('{').map(|rest| rest.split('}').next().unwrap_or_default());
    let parts: Vec<&str> = inside.map_or_else(|| vec![path], |inside| inside.split(',').collect());
    let in_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    parts.into_iter().filter_map(|part| part.trim().split(|c: char| !in_name(c)).next()).collect()
}

/// Uses of modules below in one file.
fn breaches(path: &Path, order: &[String]) -> Vec<String> {
    let relative = path.strip_prefix(root().join("src")).unwrap().to_string_lossy().replace('\\', "/");
    let Some(own) = order.iter().position(|name| name == module_of(&relative)) else { return Vec::new() };
    let source = fs::read_to_string(path).unwrap();
    let mut found = Vec::new();
    for (number, line) in without_tests(&source).lines().enumerate() {
        let below = named(line)
            .into_iter()
            .filter(|name| order.iter().position(|known| known == name).is_some_and(|at| at > own));
        found.extend(below.map(|name| format!("src/{relative}:{}: {name} stands below {}", number + 1, order[own])));
    }
    found
}

#[test]
fn modules_use_only_what_stands_above() {
    let order = modules();
    assert!(order.len() > 5, "no modules found in src/lib.rs");
    let files = WalkDir::new(root().join("src")).sort_by_file_name().into_iter().filter_map(Result::ok);
    let sources = files.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"));
    let found: Vec<String> = sources.flat_map(|entry| breaches(entry.path(), &order)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn uses_are_found() {
    let order = ["diag", "files", "plan"].map(str::to_owned);
    assert_eq!(named("use crate::plan::Job; // crate::files"), ["plan"]);
    assert_eq!(named("let x: crate::files::Files = crate::plan::y()"), ["files", "plan"]);
    assert_eq!(named("use crate::{content, theme::Theme};"), ["content", "theme"]);
    assert_eq!(module_of("plan/job.rs"), "plan");
    assert_eq!(module_of("diag.rs"), order[0]);
}
