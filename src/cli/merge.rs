//! `pancarte merge`: parts that several machines built become one output folder.

use std::time::Instant;

use super::args::MergeArgs;
use super::build::closing;
use super::messages::Messages;
use super::progress::Bar;
use super::report;
use crate::diag::has_errors;
use crate::files::Files;
use crate::pipeline::{Request, merge};

/// Merges, prints, and says whether all is there.
pub fn run(options: &MergeArgs, messages: &Messages) -> bool {
    let start = Instant::now();
    let output = options.output.clone().unwrap_or_else(|| options.project.project.join("output"));
    let bar = Bar::new(messages);
    let files = Files::project(&options.project.project);
    let came = merge(files, &options.folders, &output, &Request::default(), &bar);
    bar.finish();
    report::print(&came.diagnostics, messages);
    let done = !has_errors(&came.diagnostics);
    if done {
        super::say(messages.text(&closing("merge-done", &came, start, &output)));
    }
    done
}
