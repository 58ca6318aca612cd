//! `vanthu diff`: what a change means on paper.

mod driver;
mod pages;
mod scope;
mod side;
mod states;

use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;

use anstream::AutoStream;

use super::Outcome;
use super::args::{Color, DiffArgs, DiffFormat, Format};
use super::print::{Closed, Printer};
use super::progress::Progress;
use super::settings::{early_language, project_of};
use crate::build::worker::STACK;
use crate::diagnostic::Message;
use crate::diff::report::{self, PagePictures, Report};
use crate::error::{Error, catch};
use crate::messages::{Catalog, Language};
use crate::project::settings::language;
use crate::source::tree::Tree;

pub(super) fn diff(args: &DiffArgs) -> Result<Outcome, Closed> {
    // Typst needs more room than the first thread of a program has.
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        let ran = thread.spawn_scoped(scope, || catch(|| of_kind(args)));
        let ended = ran.map_err(|cause| Error::Worker { program: "vanthu".to_owned(), cause });
        let ended = ended.and_then(|thread| {
            thread.join().unwrap_or_else(|_| Err(Error::Internal(String::new())))
        });
        ended.unwrap_or_else(|error| Ok(fail(args, early_language(args.lang), &error)))
    })
}

fn of_kind(args: &DiffArgs) -> Result<Outcome, Closed> {
    let context = match Context::new(args) {
        Ok(context) => context,
        Err(error) => return Ok(fail(args, early_language(args.lang), &error)),
    };
    if args.driver {
        return driver::run(args, &context);
    }
    let done = if args.install_git {
        driver::install(&context)
    } else {
        states::states(args, &context).and_then(|states| compared(args, &context, states))
    };
    match done {
        Ok(report) => {
            let Some((report, sheets)) = report else { return Ok(Outcome::Clean) };
            context.print(&report, &sheets)?;
            Ok(outcome(args, &report))
        }
        Err(error) => Ok(fail(args, context.language, &error)),
    }
}

fn compared(
    args: &DiffArgs,
    context: &Context,
    states: states::States,
) -> Result<Option<(Report, PagePictures)>, Error> {
    let [before, after] = states.sides(args, context)?;
    let progress = |count| context.progress(count);
    let mut report = scope::report(&before, &after, &progress)?;
    let mut sheets = PagePictures::new();
    if !args.no_pages {
        let are_drawn = context.format == DiffFormat::Html;
        pages::set(&before, &after, &mut report, are_drawn.then_some(&mut sheets), &progress)?;
    }
    Ok(Some((report.report, sheets)))
}

fn fail(args: &DiffArgs, language: Language, error: &Error) -> Outcome {
    let color = args.color.unwrap_or(Color::Auto);
    Printer::new(Catalog::new(language), Format::Human, color).failure(error);
    Outcome::Failed
}

/// Errors in the present state are findings, as everywhere; a difference is one when asked for.
fn outcome(args: &DiffArgs, report: &Report) -> Outcome {
    let is_bad = report.documents.iter().any(|document| !document.is_good_now());
    let differs = report.documents.iter().any(|document| document.on_paper != Some(false));
    if is_bad || !report.failures.is_empty() || (args.exit_code && differs) {
        Outcome::Findings
    } else {
        Outcome::Clean
    }
}

/// What all of this goes by.
struct Context {
    project: PathBuf,
    language: Language,
    catalog: Catalog,
    color: Color,
    format: DiffFormat,
    fallback_date: (i16, i8, i8),
}

impl Context {
    fn new(args: &DiffArgs) -> Result<Self, Error> {
        let project = project_of(args.project.as_deref())?;
        let language = match args.lang {
            Some(name) => early_language(Some(name)),
            None => language(&Tree::Disk(project.clone())).unwrap_or(Language::Vi),
        };
        Ok(Self {
            project,
            language,
            catalog: Catalog::new(language),
            color: args.color.unwrap_or(Color::Auto),
            format: args.format.unwrap_or(DiffFormat::Human),
            fallback_date: super::settings::fallback_date()?,
        })
    }

    /// The report to stdout.
    fn print(&self, report: &Report, sheets: &PagePictures) -> Result<(), Closed> {
        let (_, width) = self.terminal();
        let text = match self.format {
            DiffFormat::Human => report::human(report, &self.catalog, width),
            DiffFormat::Markdown => report::markdown(report, &self.catalog),
            DiffFormat::Html => report::html(report, &self.catalog, self.language, sheets),
            DiffFormat::Json => format!("{}\n", report::json(report, &self.catalog)),
        };
        self.write(&text)
    }

    fn write(&self, text: &str) -> Result<(), Closed> {
        let (color, _) = self.terminal();
        let mut stream = AutoStream::new(std::io::stdout().lock(), color);
        stream.write_all(text.as_bytes()).and_then(|()| stream.flush()).map_err(Closed::from)
    }

    /// Shown to a person at a terminal, when it lasts.
    fn progress(&self, count: usize) -> Progress {
        let is_wanted = std::io::stderr().is_terminal();
        Progress::new(count, is_wanted.then(|| said(self, &Message::new("diff-progress"))))
    }

    fn printer(&self) -> Printer {
        Printer::new(Catalog::new(self.language), Format::Human, self.color)
    }

    /// Colours, and how wide the terminal is; git's pager is one, too.
    fn terminal(&self) -> (anstream::ColorChoice, Option<usize>) {
        #[expect(clippy::disallowed_methods, reason = "the environment is read here")]
        let is_paged = std::env::var_os("GIT_PAGER_IN_USE").is_some_and(|value| value == "true");
        let color = match (self.color, self.format) {
            (Color::Never, _) | (_, DiffFormat::Markdown | DiffFormat::Html | DiffFormat::Json) => {
                anstream::ColorChoice::Never
            }
            (Color::Always, _) => anstream::ColorChoice::Always,
            (Color::Auto, _) if is_paged && !is_without_colors() => anstream::ColorChoice::Always,
            (Color::Auto, _) => anstream::ColorChoice::Auto,
        };
        let is_terminal = std::io::stdout().is_terminal();
        let size = terminal_size::terminal_size().filter(|_| is_terminal || is_paged);
        (color, size.map(|(width, _)| usize::from(width.0)))
    }
}

#[expect(clippy::disallowed_methods, reason = "the environment is read here")]
fn is_without_colors() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// A failure as a sentence.
fn said(context: &Context, message: &Message) -> String {
    context.catalog.say(message)
}
