//! What the program has to say about a directive: values, collected, printed later.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// How much a finding weighs; the order is that of weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// The document would be wrong: nothing is built from it.
    Error,
    /// Probably wrong, or wrong and answered for by an `accept`.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// The word for machines.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// What kind of finding: an id for ever, a name to accept it by, a weight.
///
/// The letter says what it is about: I issuing and the record of issued documents, Y the shape of
/// the YAML, N names and values (also what a formula or an allocation cannot give), D rules of the
/// decree and of the figures, T templates, P Typst and PDF. A D number below 500 is that of the
/// decree rule it enforces.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Such as `Y003`.
    pub id: &'static str,
    /// Such as `unknown-key`; what an `accept` names.
    pub name: &'static str,
    /// What it weighs unless accepted.
    pub severity: Severity,
}

/// A sentence of the message catalog: its id and the words to put in.
///
/// Everything that is said to a person is one until it is printed, so that no language reaches a
/// stage or a cache. Only [`messages`](crate::messages) makes text of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The id in `messages/*.ftl`.
    pub id: Cow<'static, str>,
    /// Name and text of each variable.
    pub args: Vec<(Cow<'static, str>, String)>,
}

impl Message {
    /// The sentence `id`, still without words.
    #[must_use]
    pub fn new(id: &'static str) -> Self {
        Self { id: Cow::Borrowed(id), args: Vec::new() }
    }

    /// Puts `value` in for the variable `name`.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "callers hand over numbers and texts alike")]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((Cow::Borrowed(name), value.to_string()));
        self
    }
}

/// A place and what to say at its caret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Where.
    pub span: Span,
    /// The words at the caret.
    pub label: Option<Message>,
}

/// A change of a text that puts right what a finding is about.
///
/// `vanthu check --fix` writes it, JSON and SARIF output and the caret of a finding show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The bytes to replace; an empty range inserts.
    pub span: Span,
    /// What to write there, exactly as it has to stand in the file.
    pub replacement: String,
    /// Whether it may be applied without asking: it says what the author meant, and nothing else
    /// in the document changes. An edit that guesses is not safe.
    pub safe: bool,
    /// Whether `--fix` prints the finding when it applies the edit: a person has to know of it.
    pub announced: bool,
}

impl Edit {
    /// An edit that `--fix` applies where it is safe.
    #[must_use]
    pub fn new(span: Span, replacement: impl Into<String>, safe: bool) -> Self {
        Self { span, replacement: replacement.into(), safe, announced: false }
    }

    /// An edit that `--fix` applies.
    #[must_use]
    pub fn safe(span: Span, replacement: impl Into<String>) -> Self {
        Self::new(span, replacement, true)
    }

    /// An edit that `--fix` applies and prints.
    #[must_use]
    pub fn announced(span: Span, replacement: impl Into<String>) -> Self {
        Self { announced: true, ..Self::safe(span, replacement) }
    }

    /// An edit that is shown, and applied by a person only.
    #[must_use]
    pub fn guess(span: Span, replacement: impl Into<String>) -> Self {
        Self::new(span, replacement, false)
    }
}

/// One finding: something the author may have to change.
///
/// Every stage makes them and emits them into a [`Report`]. They hold no text in any language. A
/// failure of the program or of its surroundings is an [`Error`](crate::error::Error) instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind.
    pub code: &'static Code,
    /// Its weight here; an accepted error weighs as a warning.
    pub severity: Severity,
    /// One line that makes sense alone.
    pub message: Message,
    /// Where the author should look first.
    pub place: Option<Place>,
    /// Where else.
    pub related: Vec<Place>,
    /// The edit to make, in words.
    pub help: Option<Message>,
    /// The edit to make, as data: all of these together, or none. Empty where there is none.
    pub edits: Vec<Edit>,
    /// The one thing it is about, as an `accept` names it with `at`.
    pub subject: Option<String>,
    /// The value it is about, as an `accept` names it with `found`: another value is another
    /// finding.
    pub found: Option<String>,
    /// The reason given by the `accept` that covers it.
    pub accepted: Option<String>,
    /// The recipients of the copies it was found in; empty where it is of the document.
    pub copies: Vec<String>,
}

impl Diagnostic {
    /// A finding without a place.
    #[must_use]
    pub fn new(code: &'static Code, message: Message) -> Self {
        Self {
            code,
            severity: code.severity,
            message,
            place: None,
            related: Vec::new(),
            help: None,
            edits: Vec::new(),
            subject: None,
            found: None,
            accepted: None,
            copies: Vec::new(),
        }
    }

    /// Puts the caret at `span`.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.place = Some(Place { span, label: None });
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn related(mut self, span: Span, label: Message) -> Self {
        self.related.push(Place { span, label: Some(label) });
        self
    }

    /// Says what to change, when something can be suggested.
    #[must_use]
    pub fn suggest(mut self, help: Option<Message>) -> Self {
        self.help = help;
        self
    }

    /// Says what to change.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// Adds a change that puts it right; see [`Edit`].
    #[must_use]
    pub fn edit(mut self, edit: Edit) -> Self {
        self.edits.push(edit);
        self
    }

    /// Whether `--fix` may apply its edits: there are some, each is safe, and no `accept` covers
    /// the finding.
    #[must_use]
    pub fn is_fixable(&self) -> bool {
        let is_safe = self.edits.iter().all(|edit| edit.safe);
        !self.edits.is_empty() && is_safe && self.accepted.is_none()
    }
}

/// The one sink for findings.
#[derive(Debug, Default)]
pub struct Report {
    findings: Vec<Diagnostic>,
}

impl Report {
    /// Takes in a finding, to be completed in place.
    ///
    /// # Panics
    ///
    /// Never: the finding was just put there.
    pub fn emit(&mut self, finding: Diagnostic) -> &mut Diagnostic {
        self.findings.push(finding);
        self.findings.last_mut().expect("a finding was just put there")
    }

    /// Whether an error was found.
    #[must_use]
    pub fn has_error(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// The findings in the order of their places, those without a place first, each once.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut findings: Vec<&Diagnostic> = self.findings.iter().collect();
        findings.sort_by_key(|finding| {
            (finding.place.as_ref().map(|place| place.span), finding.severity, finding.code.id)
        });
        findings.dedup();
        findings
    }

    /// The findings in the order they were made.
    pub(crate) fn findings(&self) -> &[Diagnostic] {
        &self.findings
    }

    /// The findings, to be changed in place by the `accept` lines.
    pub(crate) fn findings_mut(&mut self) -> &mut Vec<Diagnostic> {
        &mut self.findings
    }
}
