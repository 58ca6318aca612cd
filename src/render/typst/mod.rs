//! The printed document to Typst text, through Tera. Adds layout, never text.

mod body;
mod closing;
mod expected;
mod profile;
pub mod templates;
mod typst_text;
mod view;

use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::fonts::Fonts;
use crate::model::measure::Measure;
use crate::printed::Document;
use crate::printed::document::CopiedPages;
use crate::render::Style;
use crate::source::Sources;
use crate::verify::expected::Expected;
pub use templates::{IMPORT, Templates};
pub(crate) use typst_text::literal;

/// A document as Typst text.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The Typst text.
    pub typst: String,
    /// What must stand on the pages that are set from it.
    pub expected: Expected,
}

/// The Typst text of `document`, to be set in `fonts`, or why its template cannot be used; the
/// template then is added to `sources`. `start` is where there is room on the last of the pages
/// that a certified copy copies, from its upper edge.
pub fn render(
    document: &Document,
    start: Option<Measure>,
    templates: &Templates,
    style: &Style<'_>,
    fonts: &Fonts,
    sources: &mut Sources,
) -> Result<Rendered, Box<Diagnostic>> {
    let style = &style.under(document.rules);
    let mut view = view::Document::new(document, style, fonts);
    if let Some((copy, view)) = document.copy.as_ref().zip(view.copy.as_mut()) {
        view.start = start.map(Measure::parts);
        view.source = match &copy.pages {
            CopiedPages::Pdf(bytes) => Some(Digest::of(bytes).to_string()),
            CopiedPages::Document(source) => {
                let source = render(source, None, templates, style, fonts, sources)?;
                Some(Digest::of(source.typst.as_bytes()).to_string())
            }
            CopiedPages::Repeated => None,
        };
    }
    let typst = templates.render(document.kind.template, &view, sources)?;
    Ok(Rendered { typst, expected: expected::expected(&view) })
}

/// Whether `bytes` are the built-in template called `name`.
#[must_use]
pub fn is_built_in(name: &str, bytes: &[u8]) -> bool {
    templates::BUILT_IN.iter().any(|(known, text)| *known == name && text.as_bytes() == bytes)
}
