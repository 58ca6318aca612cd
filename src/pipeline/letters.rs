//! The copies of a directive, examined.

use super::Examined;
use crate::check::{self, CheckContext};
use crate::compute::{self, Tables};
use crate::copies::{self, Letters, Recipient, ToldOnce};
use crate::diagnostic::Report;
use crate::model::Directive;
use crate::model::copies::Numbers;
use crate::source::Sources;

/// Runs all rules over the general document and every copy; what is found in several is told once.
pub(super) fn check(
    directive: &Directive,
    tables: &Tables,
    context: &CheckContext<'_>,
    sources: &Sources,
    report: &mut Report,
) {
    let mut told = ToldOnce::default();
    if directive.copies.as_ref().is_none_or(|copies| copies.has_general) {
        let mut own = Report::default();
        check::look(directive, tables, context, sources, &mut own);
        told.general(&own);
    }
    let mut silent = Report::default();
    let mut count = 0;
    if let Some((recipients, mut letters)) = copies::letters(directive, tables, &mut silent, report)
    {
        count = recipients.len();
        for recipient in &recipients {
            let mut own = Report::default();
            letter(&mut letters, recipient, context, sources, &mut own);
            told.copy(&own, &recipient.name);
        }
    }
    for finding in told.findings(count) {
        report.emit(finding);
    }
    check::settle(&directive.accepts, true, context, report);
}

/// The general document alone, of a directive with copies. An `accept` may be for a copy: one for
/// nothing is not told here.
pub(crate) fn check_general(
    examined: &Examined,
    context: &CheckContext<'_>,
    sources: &Sources,
    report: &mut Report,
) {
    let Examined { directive, tables } = examined;
    check::look(directive, tables, context, sources, report);
    check::settle(&directive.accepts, false, context, report);
}

/// The copy for `recipient` with what the office says of its findings; nothing where it has errors.
pub(crate) fn examine_letter(
    letters: &mut Letters<'_>,
    recipient: &Recipient,
    context: &CheckContext<'_>,
    sources: &Sources,
    report: &mut Report,
) -> Option<Examined> {
    let examined = letter(letters, recipient, context, sources, report);
    check::settle(&examined.directive.accepts, false, context, report);
    (!report.has_error()).then_some(examined)
}

/// How many copies of a directive have numbers of their own.
pub(crate) fn numbered_letters(directive: &Directive) -> usize {
    if directive.copies.as_ref().is_none_or(|copies| copies.numbers == Numbers::Same) {
        return 0;
    }
    let (mut silent, mut told) = (Report::default(), Report::default());
    let tables = compute::compute(directive, &mut told);
    copies::letters(directive, &tables, &mut silent, &mut told).map_or(0, |(all, _)| all.len())
}

/// The copies of a directive that have numbers of their own, as directives.
pub(crate) fn numbered_copies(directive: &Directive) -> Vec<Directive> {
    if directive.copies.as_ref().is_none_or(|copies| copies.numbers == Numbers::Same) {
        return Vec::new();
    }
    let (mut silent, mut told) = (Report::default(), Report::default());
    let tables = compute::compute(directive, &mut told);
    let found = copies::letters(directive, &tables, &mut silent, &mut told);
    let Some((recipients, mut letters)) = found else { return Vec::new() };
    recipients.iter().map(|recipient| letters.letter(recipient, &mut told).0).collect()
}

fn letter(
    letters: &mut Letters<'_>,
    recipient: &Recipient,
    context: &CheckContext<'_>,
    sources: &Sources,
    report: &mut Report,
) -> Examined {
    let (directive, tables) = letters.letter(recipient, report);
    if !report.has_error() {
        // What is recorded is the general document.
        let context = CheckContext { issued: None, ..*context };
        check::look(&directive, &tables, &context, sources, report);
    }
    Examined { directive, tables }
}
