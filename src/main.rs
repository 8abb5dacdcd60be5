//! Arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    pancarte::cli::run(std::env::args().collect())
}
