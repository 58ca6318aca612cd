//! A finding in words and numbers: what every form but the human one is made from.

use schemars::JsonSchema;
use serde::Serialize;

use super::Catalog;
use crate::diagnostic::{Diagnostic, Edit, Message, Place, Severity};
use crate::source::Sources;
use crate::span::Span;
use crate::visible;

/// A finding of `vanthu check` or `vanthu build` with `--format json`: one object a line.
///
/// Lines and columns begin at 1, columns count characters; the end is the place behind the last
/// character.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// The version of this form.
    #[schemars(range(min = 1, max = 1))]
    pub schema: u8,
    /// Such as `D034`; `vanthu explain D034` says more.
    #[schemars(regex(pattern = "^[DINPTY][0-9]{3}$"))]
    pub code: String,
    /// The name of the code, as an `accept` spells it.
    pub name: String,
    /// What it weighs here.
    #[schemars(extend("enum" = ["error", "warning", "info"]))]
    pub severity: String,
    /// What is the matter, in one line.
    pub message: String,
    /// The file, from the project folder, with `/`.
    pub file: String,
    /// Where it begins.
    #[schemars(range(min = 1))]
    pub line: usize,
    /// Where it begins.
    #[schemars(range(min = 1))]
    pub column: usize,
    /// Where it ends.
    #[schemars(range(min = 1))]
    pub end_line: usize,
    /// Where it ends.
    #[schemars(range(min = 1))]
    pub end_column: usize,
    /// Other places it is about.
    pub related: Vec<Related>,
    /// The edit to make, in words.
    pub help: Option<String>,
    /// Whether the directive accepts it.
    pub accepted: bool,
    /// The edit to make, as data: all of these together, or none.
    pub edits: Vec<FindingEdit>,
}

/// Another place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Related {
    /// The file, from the project folder, with `/`.
    pub file: String,
    /// Where it begins.
    #[schemars(range(min = 1))]
    pub line: usize,
    /// Where it begins.
    #[schemars(range(min = 1))]
    pub column: usize,
    /// What is there.
    pub message: Option<String>,
}

/// A change of a file: what stands between the two places becomes `replacement`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingEdit {
    /// The file, from the project folder, with `/`.
    pub file: String,
    /// Where it begins.
    #[schemars(range(min = 1))]
    pub line: usize,
    /// Where it begins.
    #[schemars(range(min = 1))]
    pub column: usize,
    /// Where it ends; an edit that ends where it begins inserts.
    #[schemars(range(min = 1))]
    pub end_line: usize,
    /// Where it ends.
    #[schemars(range(min = 1))]
    pub end_column: usize,
    /// What to write there, exactly.
    pub replacement: String,
    /// Whether `vanthu check --fix` applies it.
    pub safe: bool,
}

impl FindingEdit {
    fn of(edit: &Edit, sources: &Sources) -> Self {
        let place = Located::of_span(edit.span, sources);
        Self {
            file: place.path,
            line: place.line,
            column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
            replacement: edit.replacement.clone(),
            safe: edit.safe,
        }
    }
}

/// The message of a finding, which begins with the cell it is about where that is in a file of
/// rows.
#[must_use]
pub fn message(finding: &Diagnostic, sources: &Sources, catalog: &Catalog) -> String {
    let text = of_copies(finding, catalog, catalog.say(&finding.message));
    let Some(cell) = finding.place.as_ref().and_then(|place| cell(place, sources)) else {
        return text;
    };
    format!("{}: {text}", catalog.say(&cell))
}

/// So many recipients are named with a finding.
const MOST_NAMED: usize = 3;

/// `text` behind the recipients of the copies it is about.
fn of_copies(finding: &Diagnostic, catalog: &Catalog, text: String) -> String {
    let copies = &finding.copies;
    if copies.is_empty() {
        return text;
    }
    let more = copies.len().saturating_sub(MOST_NAMED);
    let names: Vec<&str> = copies.iter().take(MOST_NAMED).map(String::as_str).collect();
    let id = if more == 0 { "of-copies" } else { "of-copies-more" };
    let message = Message::new(id).with("names", names.join("`, `"));
    let message = if more == 0 { message } else { message.with("more", more) };
    format!("{}: {text}", catalog.say(&message))
}

/// The name of the cell at a place.
fn cell(place: &Place, sources: &Sources) -> Option<Message> {
    let source = sources.get(place.span.source);
    let (row, column) = source.cell_at(place.span.start)?;
    let name = crate::load::sheet::cell_name(row, column);
    Some(match source.sheet() {
        Some(sheet) => Message::new("cell-place-sheet").with("sheet", sheet).with("cell", name),
        None => Message::new("cell-place").with("cell", name),
    })
}

impl Finding {
    /// `finding` in the words of `catalog`.
    #[must_use]
    pub fn of(finding: &Diagnostic, sources: &Sources, catalog: &Catalog) -> Self {
        let place = Located::new(finding.place.as_ref(), sources);
        let related = |related: &Place| {
            let place = Located::new(Some(related), sources);
            Related {
                file: place.path,
                line: place.line,
                column: place.column,
                message: related.label.as_ref().map(|label| catalog.say(label)),
            }
        };
        Self {
            schema: 1,
            code: finding.code.id.to_owned(),
            name: finding.code.name.to_owned(),
            severity: finding.severity.name().to_owned(),
            message: message(finding, sources, catalog),
            file: place.path,
            line: place.line,
            column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
            related: finding.related.iter().map(related).collect(),
            help: catalog.help(finding),
            accepted: finding.accepted.is_some(),
            edits: finding.edits.iter().map(|edit| FindingEdit::of(edit, sources)).collect(),
        }
    }

    /// The same with paths from the folder that the project lies `below`, with a `/` behind.
    #[must_use]
    pub fn below(mut self, below: &str) -> Self {
        self.file.insert_str(0, below);
        self.related.iter_mut().for_each(|related| related.file.insert_str(0, below));
        self.edits.iter_mut().for_each(|edit| edit.file.insert_str(0, below));
        self
    }

    /// As one JSON object; the order of the keys is part of the form.
    ///
    /// # Panics
    ///
    /// Never: strings and numbers have a form in JSON.
    #[must_use]
    pub fn json(&self) -> String {
        let text = serde_json::to_string(self);
        visible::json(text.expect("strings and numbers have a form in JSON"))
    }

    /// In one line, as compilers do; the word for its severity is that of `catalog`.
    #[must_use]
    pub fn short(&self, catalog: &Catalog) -> String {
        let Self { file, line, column, code, message, .. } = self;
        let severity = catalog.severity(
            [Severity::Error, Severity::Warning]
                .into_iter()
                .find(|severity| severity.name() == self.severity)
                .unwrap_or(Severity::Info),
        );
        let file = visible::visible(file);
        format!("{file}:{line}:{column}: {severity}[{code}]: {message}")
    }
}

/// A place in numbers for a person: from 1, columns in characters.
pub struct Located {
    /// The file, from the project folder.
    pub path: String,
    /// Where it begins.
    pub line: usize,
    /// Where it begins.
    pub column: usize,
    end_line: usize,
    end_column: usize,
}

impl Located {
    /// `place`, or the beginning of the first file.
    #[must_use]
    pub fn new(place: Option<&Place>, sources: &Sources) -> Self {
        let Some(place) = place else {
            let path = sources.path_of_first().to_owned();
            return Self { path, line: 1, column: 1, end_line: 1, end_column: 1 };
        };
        Self::of_span(place.span, sources)
    }

    fn of_span(span: Span, sources: &Sources) -> Self {
        let source = sources.get(span.source);
        let start = source.line_column(span.start);
        let end = source.line_column(span.end);
        Self {
            path: source.path.clone(),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}
