//! The command line: the only code that prints.

pub mod args;
mod build;
mod check;
mod choices;
mod diff;
mod doctor;
mod explain;
mod figure;
mod fix;
mod fonts;
mod help;
mod init;
mod issue;
mod issued_changes;
mod lsp;
mod manual;
mod new;
mod preview;
mod print;
mod progress;
mod reasons;
mod register;
mod run;
mod schema;
mod settings;
mod tasks;
mod verify;
mod verify_pdf;
mod watch;
mod work;

use std::ffi::OsString;
use std::process::ExitCode;

use args::{Args, Color, Command, Format};
use print::{Closed, Printer};

use crate::build::worker::STACK;
use crate::error::{Error, catch};
use crate::limits::{self, Beyond, Limits};
use crate::messages::{Catalog, Language};
use crate::project::settings::SettingsError;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Nothing to say: exit code 0.
    Clean,
    /// The input has errors: exit code 1.
    Findings,
    /// The program or its context failed, or it was called wrongly: exit code 2.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(outcome as u8)
    }
}

/// Runs the command that `arguments`, the program's name first, ask for.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = help::language_of(&arguments);
    // Behind the name of the program and that of the command: what workers are told, too.
    let words = arguments.get(2..).unwrap_or_default().to_vec();
    let args = match help::parse(&arguments, language) {
        Ok(args) => args,
        Err(code) => return code,
    };
    // What Rust says of a panic is for its makers; here it is a failure like any other.
    std::panic::set_hook(Box::new(|_| ()));
    let failed = |error: &Error| {
        Printer::early(language).failure(error);
        Outcome::Failed
    };
    if let Some(limits) = limited(&args.command) {
        limits::watch(limits, arguments, beyond);
    }
    // A worker has a stack of its own, within its limit of memory.
    let is_worker = matches!(args.command, Command::Work(_));
    let work = || command(&args, words);
    let done = if is_worker { catch(work) } else { on_a_stack(work) };
    let outcome = match done {
        Ok(Ok(outcome)) => outcome,
        // A closed pipe is no failure: its reader wants no more.
        Ok(Err(Closed { cause: None })) => Outcome::Clean,
        Ok(Err(Closed { cause: Some(cause) })) => {
            failed(&Error::Write { path: "stdout".into(), cause })
        }
        Err(error) => failed(&error),
    };
    // A report that has not arrived is none.
    if print::is_all_said() { outcome.into() } else { Outcome::Failed.into() }
}

/// The limits for the work of this process: those of a worker, which has its own.
fn limited(command: &Command) -> Option<Limits> {
    let (time, memory) = match command {
        // A server has no end.
        Command::Work(_) | Command::Lsp(_) | Command::Preview(_) => return None,
        Command::Build(args) => (args.make.time_limit, args.make.memory_limit),
        Command::Watch(args) => (args.make.time_limit, args.make.memory_limit),
        Command::Verify(args) => (args.make.time_limit, args.make.memory_limit),
        _ => (settings::limit("VANTHU_TIME_LIMIT"), settings::limit("VANTHU_MEMORY_LIMIT")),
    };
    let (time, memory) = settings::limits(time, memory);
    Some(Limits { time, memory })
}

/// Ends the program: it is beyond its limits, and no file is to blame.
fn beyond(beyond: Beyond) {
    let printer = Printer::early(Language::Vi);
    printer.failure(&Error::Usage(beyond.message()));
    #[expect(clippy::exit, reason = "the thread that works cannot be asked to stop")]
    std::process::exit(Outcome::Failed as i32)
}

/// What `work` gives, on a stack as workers have one: the first thread of a program has less.
fn on_a_stack<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, Error> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        let started = thread.spawn_scoped(scope, || catch(work));
        let thread =
            started.map_err(|cause| Error::Worker { program: "vanthu".to_owned(), cause })?;
        thread.join().unwrap_or_else(|_| Err(Error::Internal(String::new())))
    })
}

fn command(args: &Args, words: Vec<OsString>) -> Result<Outcome, Closed> {
    match &args.command {
        Command::Build(args) => build::build(args, words),
        Command::Watch(args) => watch::watch(args, &words),
        Command::Verify(args) => verify::verify(args, words),
        Command::Work(args) => Ok(work::work(args)),
        Command::Check(args) => check::check(args),
        Command::Diff(args) => diff::diff(args),
        Command::Explain(args) => explain::explain(args),
        Command::Issue(args) => issue::issue(args),
        Command::Register(args) => register::register(args),
        Command::Schema(args) => schema::schema(args),
        Command::Init(args) => init::init(args),
        Command::New(args) => new::new(args),
        Command::Doctor(args) => doctor::doctor(args),
        Command::Fonts(args) => fonts::fonts(args),
        Command::Preview(args) => preview::preview(args),
        Command::Lsp(args) => Ok(lsp::lsp(args)),
        Command::Completions(args) => manual::completions(args),
        Command::Man(args) => manual::man(args),
        Command::Tasks(args) => tasks::tasks(args),
    }
}

/// A printer for what goes wrong before there are settings.
fn early_printer(common: &args::CommonArgs) -> Printer {
    let args::ProjectArgs { lang, format, color, .. } = &common.of_project;
    let catalog = Catalog::new(settings::early_language(*lang));
    Printer::new(catalog, format.unwrap_or(Format::Human), color.unwrap_or(Color::Auto))
}

/// Says why there are no settings.
fn unsettled(common: &args::CommonArgs, why: &SettingsError) -> Result<Outcome, Closed> {
    let printer = early_printer(common);
    match why {
        SettingsError::Findings(sources, findings) => {
            for finding in findings {
                printer.finding(finding, sources)?;
            }
            printer.end()?;
            Ok(Outcome::Findings)
        }
        SettingsError::Failure(error) => {
            let project = settings::project_of(common.of_project.project.as_deref());
            let outcome = printer.error(error, &project.unwrap_or_default());
            printer.end()?;
            Ok(outcome)
        }
    }
}
