//! Arguments to values, with help and complaints in the language of the catalog.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches};

use super::args::Args;
use super::print::{Closed, Printer};
use crate::diagnostic::Message;
use crate::error::Error;
use crate::messages::{Catalog, Language};
use crate::nearest::listed;

/// The language, before anything else is understood: `--lang`, then `VANTHU_LANG`.
pub(super) fn language_of(arguments: &[OsString]) -> Language {
    let words: Vec<_> = arguments.iter().map(|word| word.to_string_lossy()).collect();
    let typed = words.iter().enumerate().find_map(|(index, word)| {
        if word == "--lang" {
            return words.get(index + 1).map(ToString::to_string);
        }
        word.strip_prefix("--lang=").map(str::to_owned)
    });
    #[expect(clippy::disallowed_methods, reason = "the environment is read here")]
    let name = typed.or_else(|| std::env::var("VANTHU_LANG").ok());
    name.and_then(|name| Language::named(&name)).unwrap_or(Language::Vi)
}

/// The arguments, or the exit code of what was said instead.
pub(super) fn parse(arguments: &[OsString], language: Language) -> Result<Args, ExitCode> {
    let parse = |command: clap::Command| {
        let matches = command.try_get_matches_from(arguments)?;
        Args::from_arg_matches(&matches)
    };
    // The words are for who makes a mistake, or asks.
    if let Ok(args) = parse(shaped(Args::command(), true)) {
        return Ok(args);
    }
    let catalog = Catalog::new(language);
    parse(command(&catalog)).map_err(|error| {
        if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
            return match error.print().map_err(Closed::from) {
                // A closed pipe is success here, too.
                Ok(()) | Err(Closed { cause: None }) => ExitCode::SUCCESS,
                Err(_) => ExitCode::from(2),
            };
        }
        if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
            let _ = error.print();
            return ExitCode::from(2);
        }
        Printer::early(language).failure(&Error::Usage(complaint(&error)));
        ExitCode::from(2)
    })
}

/// The whole command line, with its help texts in the language of `catalog`.
pub(super) fn command(catalog: &Catalog) -> clap::Command {
    worded(shaped(Args::command(), true), catalog)
}

/// `command` with flags whose help can be in any language.
fn shaped(command: clap::Command, is_root: bool) -> clap::Command {
    let mut command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(flag("help", 'h', clap::ArgAction::Help));
    if is_root {
        command = command.arg(flag("version", 'V', clap::ArgAction::Version));
    }
    let names = names_of_subcommands(&command);
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(name, |subcommand| shaped(subcommand, false))
    })
}

/// `command` with its help texts from the catalog.
fn worded(command: clap::Command, catalog: &Catalog) -> clap::Command {
    let command = command.about(catalog.say(&Message::new("about")));
    with_texts(command, catalog)
}

fn with_texts(command: clap::Command, catalog: &Catalog) -> clap::Command {
    let say = |id: &'static str| catalog.say(&Message::new(id));
    let heading = |id: &'static str| {
        let heading: &'static str = Box::leak(say(id).into_boxed_str());
        heading
    };
    let arguments = heading("heading-arguments");
    let options = heading("heading-options");
    let usage = say("usage-heading");
    let command = command
        .subcommand_help_heading(heading("heading-commands"))
        .subcommand_value_name("…")
        .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}"))
        .mut_args(|arg| {
            let id = format!("arg-{}", arg.get_id());
            let help = if catalog.has(&id) {
                catalog.say(&Message::new(Box::leak(id.into_boxed_str())))
            } else {
                String::new()
            };
            let heading = if arg.is_positional() { arguments } else { options };
            let arg = arg.help(help).help_heading(heading);
            if arg.get_action().takes_values() {
                arg.hide_possible_values(true).hide_env(true)
            } else {
                arg
            }
        });
    let names = names_of_subcommands(&command);
    names.into_iter().fold(command, |command, name| {
        let about = format!("command-{name}");
        let about = catalog.say(&Message::new(Box::leak(about.into_boxed_str())));
        command.mut_subcommand(name, |subcommand| with_texts(subcommand.about(about), catalog))
    })
}

fn names_of_subcommands(command: &clap::Command) -> Vec<String> {
    command.get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

fn flag(name: &'static str, short: char, action: clap::ArgAction) -> clap::Arg {
    clap::Arg::new(name).long(name).short(short).action(action)
}

/// clap's complaint in our words, where it has a kind we know.
fn complaint(error: &clap::Error) -> Message {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = text(ContextKind::InvalidArg).unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument => Message::new("usage-unknown").with("value", argument),
        ErrorKind::InvalidSubcommand => {
            let value = text(ContextKind::InvalidSubcommand).unwrap_or_default();
            let command = Args::command();
            let known = listed(
                command
                    .get_subcommands()
                    .filter(|one| !one.is_hide_set())
                    .map(clap::Command::get_name),
            );
            Message::new("usage-command").with("value", value).with("known", known)
        }
        ErrorKind::InvalidValue => {
            let value = text(ContextKind::InvalidValue).unwrap_or_default();
            let known = match error.get(ContextKind::ValidValue) {
                Some(ContextValue::Strings(known)) => listed(known.iter().map(String::as_str)),
                _ => String::new(),
            };
            if value.is_empty() {
                return Message::new("usage-missing").with("arg", argument);
            }
            Message::new("usage-value")
                .with("value", value)
                .with("arg", argument)
                .with("known", known)
        }
        ErrorKind::MissingRequiredArgument => Message::new("usage-missing").with("arg", argument),
        _ => {
            let said = error.to_string();
            let line = said.lines().next().unwrap_or_default();
            Message::new("usage").with("cause", line.trim_start_matches("error: "))
        }
    }
}
