//! `vanthu schema`: the form of what is read, for editors, and of what is said, for programs.

use super::Outcome;
use super::args::{SchemaArgs, SubjectName};
use super::print::{Closed, Printer};
use crate::schema::{Subject, text};

pub(super) fn schema(args: &SchemaArgs) -> Result<Outcome, Closed> {
    let subject = match args.subject {
        Some(SubjectName::Directive) | None => Subject::Directive,
        Some(SubjectName::Catalog) => Subject::Catalog,
        Some(SubjectName::Office) => Subject::Office,
        Some(SubjectName::Finding) => Subject::Finding,
        Some(SubjectName::Explanation) => Subject::Explanation,
    };
    Printer::data(text(subject).trim_end())?;
    Ok(Outcome::Clean)
}
