//! Whether what is to be inside the PDF can be there.

use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::model::Directive;
use crate::model::output::{Attach, OutputChoice};
use crate::resolve;

/// Reports what `directive` says of its PDF and cannot be, in an office that wants `office`.
pub(super) fn check(directive: &Directive, office: &OutputChoice, report: &mut Report) {
    let own = &directive.output;
    let choice = own.or(office);
    let attach = own.attach.as_ref().map(|(_, span)| *span);
    // What the office alone says was told with its settings.
    let span = attach.or(own.standard.map(|(_, span)| span));
    if let (Some(standard), Some(span)) = (choice.conflict(), span) {
        report.emit(resolve::attach_standard(standard, span));
    }
    if let Some(span) = attach.filter(|_| directive.copied.is_some() && !own.attached().is_empty())
    {
        let message = Message::new("attach-certified");
        report.emit(Diagnostic::new(&codes::BAD_ATTACHMENT, message).at(span));
    }
    let is_of_copies_alone = directive.copies.as_ref().is_some_and(|copies| !copies.has_general);
    if let Some(span) = attach.filter(|_| is_of_copies_alone && own.attaches(Attach::Source)) {
        let message = Message::new("attach-source-of-copies");
        report.emit(Diagnostic::new(&codes::BAD_ATTACHMENT, message).at(span));
    }
}
