//! What is said of the commands: help, manual, completions, and why an argument was refused. Words come from the message files, by
//! name of command and option ([`localise`]).

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Command};

use super::FAILED;
use super::args::{Args, CompletionsArgs};
use super::messages::Messages;
use crate::diag::Message;

/// The command with its words in the language of the interface: `help-build` for a command, `help-build-venue` for an option.
pub fn localise(command: Command, messages: &Messages) -> Command {
    let word = |id: &str| messages.word(id);
    let template = format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}\n", word("help-usage"));
    let help =
        clap::Arg::new("help").short('h').long("help").action(ArgAction::Help).help(word("help-help")).global(true);
    let version =
        clap::Arg::new("version").short('V').long("version").action(ArgAction::Version).help(word("help-version"));
    let mut command = command
        .about(word("help-about"))
        .help_template(template.clone())
        .subcommand_help_heading(word("help-commands"))
        .arg(help)
        .arg(version)
        .mut_arg("ui_lang", |arg| arg.help(word("help-ui-lang")));
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(&name, |sub| {
            let mut sub = sub.about(word(&format!("help-{name}"))).help_template(template.clone());
            let options: Vec<String> = sub.get_arguments().map(|arg| arg.get_id().to_string()).collect();
            for option in options {
                let id = format!("help-{name}-{}", option.replace('_', "-"));
                sub = sub.mut_arg(&option, |arg| arg.help(word(&id)));
            }
            sub
        });
    }
    command
}

/// Says why the arguments were refused, or prints the help that was asked for.
pub fn refuse(error: &clap::Error, messages: &Messages) -> ExitCode {
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let message = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let shown = error.print();
            let asked = error.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand && shown.is_ok();
            return if asked { ExitCode::SUCCESS } else { ExitCode::from(FAILED) };
        }
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => {
            let word = [context(ContextKind::InvalidArg), context(ContextKind::InvalidSubcommand)].concat();
            Message::new("args-unknown").arg("word", word)
        }
        ErrorKind::InvalidValue => Message::new("args-value")
            .arg("value", context(ContextKind::InvalidValue))
            .arg("option", context(ContextKind::InvalidArg))
            .arg("known", context(ContextKind::ValidValue)),
        ErrorKind::ValueValidation => Message::new("args-value-bad")
            .arg("value", context(ContextKind::InvalidValue))
            .arg("option", context(ContextKind::InvalidArg)),
        ErrorKind::MissingRequiredArgument => {
            Message::new("args-missing").arg("option", context(ContextKind::InvalidArg))
        }
        _ => Message::new("args-other").arg("detail", error.to_string().lines().next().unwrap_or_default()),
    };
    super::report::message(&message, messages);
    ExitCode::from(FAILED)
}

/// Prints completions.
pub fn completions(options: &CompletionsArgs) -> bool {
    let mut command = <Args as clap::CommandFactory>::command();
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut command, "pancarte", &mut script);
    super::say(String::from_utf8_lossy(&script).trim_end());
    true
}

/// Prints the manual page.
pub fn man(messages: &Messages) -> bool {
    let command = localise(<Args as clap::CommandFactory>::command(), messages);
    let mut page = Vec::new();
    let made = clap_mangen::Man::new(command).render(&mut page).is_ok();
    super::say(String::from_utf8_lossy(&page).trim_end());
    made
}
