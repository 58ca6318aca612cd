//! One directive to a document for each of several recipients.
//!
//! A copy is a directive of its own with tables of its own: every later stage sees it as any other
//! document. Its tables hold what belongs to its recipient, as values; figures of the text that come
//! from other rows, such as totals, are words in it.

mod bind;
mod excerpt;
mod file_names;
mod merge;
mod recipients;

use crate::compute::{Evaluator, Tables};
use crate::diagnostic::Report;
use crate::model::Directive;
use crate::model::copies::Copies;

pub use bind::Letters;
pub(crate) use merge::ToldOnce;
pub use recipients::Recipient;
use recipients::recipients;

/// What is asked of the rows of a directive with copies.
pub(crate) struct Row<'a> {
    pub(crate) directive: &'a Directive,
    pub(crate) tables: &'a Tables,
    pub(crate) copies: &'a Copies,
}

/// The recipients of a directive, in the order of the rows, and their letters; nothing where it has
/// no copies. Rows of which it cannot be said whether they get one are reported.
pub fn letters<'a>(
    directive: &'a Directive,
    tables: &'a Tables,
    silent: &'a mut Report,
    report: &mut Report,
) -> Option<(Vec<Recipient>, Letters<'a>)> {
    let (recipients, row, evaluator) = found(directive, tables, silent, report)?;
    Some((recipients, Letters::new(row, evaluator)))
}

/// The same with whole tables, whatever goes with a copy: figures of its text are still ones of its
/// tables, to be explained.
pub fn whole_letters<'a>(
    directive: &'a Directive,
    tables: &'a Tables,
    silent: &'a mut Report,
) -> Option<(Vec<Recipient>, Letters<'a>)> {
    let (recipients, row, evaluator) = found(directive, tables, silent, &mut Report::default())?;
    Some((recipients, Letters::new(row, evaluator).with_whole_tables()))
}

fn found<'a>(
    directive: &'a Directive,
    tables: &'a Tables,
    silent: &'a mut Report,
    report: &mut Report,
) -> Option<(Vec<Recipient>, Row<'a>, Evaluator<'a>)> {
    let copies = directive.copies.as_deref()?;
    let row = Row { directive, tables, copies };
    let mut evaluator = Evaluator::new(tables, silent);
    let recipients = recipients(&row, &mut evaluator, report);
    Some((recipients, row, evaluator))
}
