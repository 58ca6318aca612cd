//! `vanthu schema`: the form of what is read, for editors, and of what is said, for programs.

use super::Outcome;
use super::args::{SchemaArgs, SubjectName};
use super::print::{Closed, Printer};
use crate::schema::{SchemaKind, text};

pub(super) fn schema(args: &SchemaArgs) -> Result<Outcome, Closed> {
    let subject = match args.subject {
        Some(SubjectName::Directive) | None => SchemaKind::Directive,
        Some(SubjectName::Catalog) => SchemaKind::Catalog,
        Some(SubjectName::Office) => SchemaKind::Office,
        Some(SubjectName::Finding) => SchemaKind::Finding,
        Some(SubjectName::Diff) => SchemaKind::Diff,
        Some(SubjectName::Explanation) => SchemaKind::Explanation,
    };
    Printer::data(text(subject).trim_end())?;
    Ok(Outcome::Clean)
}
