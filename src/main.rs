//! Arguments in, exit code out.

use std::process::ExitCode;

/// Pages are made of millions of small pieces, and both threads make them at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    pancarte::cli::run(std::env::args().collect())
}
