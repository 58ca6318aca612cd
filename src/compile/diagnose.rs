//! Typst's findings in our classes.

use super::TypstFinding;
use crate::codes;
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::source::{self, Sources};
use crate::span::Span;

/// The finding for what Typst says. `file` gives the text of a file of the Typst project, which
/// then is added to `sources` under a name the office's engineer knows.
pub fn diagnose(
    finding: &TypstFinding,
    file: impl Fn(&str) -> Option<(String, String)>,
    sources: &mut Sources,
) -> Diagnostic {
    let (code, id) = class(finding);
    let diagnostic =
        Diagnostic::new(code, Message::new(id).with("cause", one_line(&finding.message)));
    let Some((name, text)) = finding.file.as_deref().and_then(file) else { return diagnostic };
    let offset = source::offset(&text, finding.line, finding.column);
    let source = sources.add(name, text);
    diagnostic.at(Span::new(source, offset..offset))
}

fn class(finding: &TypstFinding) -> (&'static Code, &'static str) {
    let says = |words: &str| finding.message.contains(words);
    if says("unknown font family") {
        (&codes::UNKNOWN_FONT, "typst-font")
    } else if says("did not converge") {
        (&codes::NOT_CONVERGED, "typst-convergence")
    } else if !finding.is_error {
        (&codes::TYPST_WARNING, "typst-warning")
    } else if says("PDF/A") || says("PDF/UA") {
        (&codes::PDF_STANDARD, "typst-standard")
    } else {
        (&codes::TYPST_ERROR, "typst-error")
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
