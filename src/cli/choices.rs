//! What may be chosen on the command line.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::build::settings::Emit;
use crate::compile::EngineName;

impl ValueEnum for EngineName {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Embedded, Self::TypstCli]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

impl ValueEnum for Emit {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(Self::name(*self)))
    }
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With the lines they are about.
    Human,
    /// One line each.
    Short,
    /// One JSON object a line, to stdout.
    Json,
    /// Annotations of GitHub Actions, to stdout.
    Github,
    /// One SARIF log of the whole run, to stdout.
    Sarif,
}

impl Format {
    /// Whether findings are the data of a run, so that nothing else goes to stdout.
    #[must_use]
    pub fn is_data(self) -> bool {
        !matches!(self, Self::Human | Self::Short)
    }
}

/// How tasks are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TaskFormat {
    /// Lines, month by month.
    Text,
    /// A table for a spreadsheet.
    Csv,
    /// A calendar (iCalendar).
    Ics,
}

/// Findings that are counted unless asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shown {
    /// Those that the directive accepts.
    Accepted,
}

/// A language, by its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LanguageName {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How a comparison is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For a terminal.
    Human,
    /// For a merge request.
    Markdown,
    /// A page for a browser.
    Html,
    /// One JSON object.
    Json,
}

/// What there is a schema of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SubjectName {
    /// A directive.
    Directive,
    /// A file of the catalog.
    Catalog,
    /// `vanthu.yaml`.
    Office,
    /// A line of `--format json`.
    Finding,
    /// What `diff --format json` says.
    Diff,
    /// What `explain` says of a figure.
    Explanation,
}
