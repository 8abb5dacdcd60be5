//! All integration tests in one binary, because each binary links Typst: `cargo test --release --test suite`.
//!
//! `UPDATE=1` rewrites what tests compare with (`tests/invalid/*/expected.txt`, `tests/projects/*/expected.txt`,
//! `tests/reference/*.png`): read every difference before it is committed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::print_stderr, reason = "a test says what it skipped")]
#![allow(clippy::disallowed_methods, reason = "tests make folders and read what was written")]

mod booklet;
mod check;
mod cli;
mod codes;
mod colours;
mod contrast;
mod deploy;
mod deploy_windows;
mod easy;
mod embed;
mod evidence;
mod fixes;
mod form;
mod generated;
mod import;
mod incremental;
mod invalid;
mod many;
mod messages;
mod order;
mod output;
mod pack;
mod pictures;
mod precision;
mod print;
mod privacy;
mod projects;
mod reckoned;
mod register;
mod screens;
mod seeded;
mod serve;
mod signage;
mod stamp;
mod support;
