//! What D530 tells besides that an issued document has changed: which figure or text, and in which
//! file.

use super::print::Printer;
use crate::diagnostic::{Diagnostic, Message};
use crate::nearest::listed;
use crate::project::{Project, issued_change};
use crate::source::Sources;

/// `finding` with the change in its words; nothing for another finding, and where git does not
/// have the document as it was issued.
pub(super) fn told(
    finding: &Diagnostic,
    sources: &Sources,
    project: &Project,
    printer: &Printer,
) -> Option<Diagnostic> {
    if finding.message.id != "issued-changed" {
        return None;
    }
    let place = finding.place.as_ref()?;
    let found = issued_change(project, &sources.get(place.span.source).path)?;
    let change = printer.change(found.changes.first()?);
    let others = found.changes.len() - 1;
    let mut finding = finding.clone();
    finding.message = Message { id: "issued-changed-what".into(), ..finding.message }
        .with("change", change)
        .with("more", if others > 0 { "yes" } else { "no" })
        .with("others", others)
        .with("files", listed(found.files.iter().map(String::as_str)));
    Some(finding)
}
