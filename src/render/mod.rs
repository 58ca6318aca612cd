//! Model and tables to Typst text.

mod bases;
mod column_numbers;
mod columns;
mod content;
mod names;
mod numbers;
mod profile;
pub mod prose;
mod sentences;
mod sheet;
mod spacing;
mod table;
pub mod templates;
mod typst_text;
mod view;
mod word_groups;

use crate::compute::{Table, Value};
use crate::diagnostic::Diagnostic;
use crate::fonts::Fonts;
use crate::model::Directive;
use crate::model::profile::Profile;
use crate::model::reference::Figure;
use crate::model::target::ColumnKind;
use crate::source::Sources;
pub use sentences::{Sentence, bodies, sentences};
pub use templates::{IMPORT, Templates};

/// What a rendering needs that is not in the directive.
#[derive(Debug, Clone)]
pub struct Style<'a> {
    /// The family everything is set in (R9).
    pub font: &'a str,
    /// The measures of the page.
    pub profile: Profile,
    /// Whether drafts are marked as such.
    pub draft_mark: bool,
    /// The day of a document whose own date is open, as year, month, day.
    pub fallback_date: (i16, i8, i8),
}

/// The Typst text of `directive`, to be set in `fonts`, or why its template cannot be used; the
/// template then is added to `sources`.
pub fn render(
    directive: &Directive,
    tables: &[Table],
    templates: &Templates,
    style: &Style<'_>,
    fonts: &Fonts,
    sources: &mut Sources,
) -> Result<String, Box<Diagnostic>> {
    let view = view::Document::new(directive, tables, style, fonts);
    templates.render(directive.kind.template, &view, sources)
}

/// What a figure of a column of `kind` is printed as.
#[must_use]
pub fn printed(value: &Value, kind: ColumnKind) -> String {
    numbers::cell(value, kind)
}

/// What a reference to `figure` is printed as.
#[must_use]
pub fn figure(figure: Figure, directive: &Directive, tables: &[Table]) -> String {
    content::figure(figure, directive, tables)
}

/// `Phụ lục` when there is one, `Phụ lục I`, `Phụ lục II` when there are more (R84).
#[must_use]
pub fn appendix_label(place: usize, count: usize) -> String {
    view::appendix_label(place, count)
}

/// Whether `bytes` are what the program itself brings under `name`.
#[must_use]
pub fn is_built_in(name: &str, bytes: &[u8]) -> bool {
    templates::BUILT_IN.iter().any(|(known, text)| *known == name && text.as_bytes() == bytes)
}
