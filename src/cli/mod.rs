//! The command line: [`run`] reads arguments, does one command, prints what came of it, and gives the exit code.

mod args;
mod build;
mod check;
mod clock;
mod diff;
mod eject;
mod evidence;
mod explain;
mod findings;
mod fit;
mod help;
mod import;
mod interrupt;
mod list;
mod merge;
mod messages;
mod new;
mod progress;
mod report;
mod schema;
mod serve;
mod shard;
mod stamp;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use args::{Args, Verb};
pub use findings::{json as json_findings, sarif as sarif_findings, short as short_findings};
pub use messages::{Messages, UiLang};
pub use report::plain as plain_report;

/// What was asked for was done.
const DONE: u8 = 0;
/// Something is wrong with the content, the arguments or the machine.
const FAILED: u8 = 2;

/// Runs the program with these arguments, the first being its name.
pub fn run(arguments: Vec<String>) -> ExitCode {
    let lang = ui_lang(&arguments);
    let messages = Messages::new(lang);
    let command = help::localise(Args::command(), &messages);
    let parsed = command.try_get_matches_from(&arguments).and_then(|matches| Args::from_arg_matches(&matches));
    let args = match parsed {
        Ok(args) => args,
        Err(error) => return help::refuse(&error, &messages),
    };
    let done = match &args.verb {
        Verb::Build(options) => build::run(options, &messages),
        Verb::Merge(options) => merge::run(options, &messages),
        Verb::Serve(options) => serve::run(options, &messages, lang),
        Verb::Fit(options) => fit::run(options, &messages),
        Verb::Check(options) => return ExitCode::from(check::run(options, &messages, lang)),
        Verb::Stamp(options) => stamp::run(options, &messages),
        Verb::Diff(options) => diff::run(options, &messages),
        Verb::Report(options) => evidence::run(options, args.ui_lang.as_deref(), &messages),
        Verb::New(options) => new::run(options, &messages),
        Verb::Import(options) => import::run(options, &messages),
        Verb::Eject(options) => eject::run(options, &messages),
        Verb::List(options) => list::run(options, &messages, lang),
        Verb::Explain(options) => explain::run(options, &messages),
        Verb::Schema(options) => schema::run(options, &messages),
        Verb::Completions(options) => help::completions(options),
        Verb::Man => help::man(&messages),
    };
    ExitCode::from(if done { DONE } else { FAILED })
}

/// Prints a line to standard output; a reader that has gone away is no error.
fn say(line: impl std::fmt::Display) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Prints a line to standard error.
fn tell(line: impl std::fmt::Display) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// `--ui-lang`, else the locale; messages must be chosen before the arguments are read.
fn ui_lang(arguments: &[String]) -> UiLang {
    let asked = arguments.iter().enumerate().find_map(|(at, argument)| {
        let inline = argument.strip_prefix("--ui-lang=").map(str::to_owned);
        inline.or_else(|| (argument == "--ui-lang").then(|| arguments.get(at + 1).cloned()).flatten())
    });
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| environment(name));
    UiLang::of(asked.or(locale).as_deref().unwrap_or_default())
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
