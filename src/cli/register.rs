//! `vanthu register`: the issued documents as a table for spreadsheets.

use super::args::RegisterArgs;
use super::print::{Closed, Printer};
use super::run::Run;
use super::settings::Settings;
use super::{Outcome, unsettled};
use crate::diagnostic::{Message, Report};
use crate::pipeline;
use crate::register::{Numbered, Row, csv, findings};
use crate::source::Sources;
use crate::span::Span;

pub(super) fn register(args: &RegisterArgs) -> Result<Outcome, Closed> {
    let settings = match Settings::new(&args.common) {
        Ok(settings) => settings,
        Err(why) => return unsettled(&args.common, &why),
    };
    let mut run = match Run::new(&settings) {
        Ok(run) => run,
        Err(ended) => return ended,
    };
    run.tell_project()?;
    let (mut rows, mut numbered) = (Vec::new(), Vec::new());
    run.each_computed(|project, name, directive| {
        // Copies with numbers of their own are documents of their own.
        let copies = pipeline::numbered_copies(directive);
        let has_general = directive.copies.as_ref().is_none_or(|copies| copies.has_general);
        let general = (has_general || copies.is_empty()).then_some(directive);
        for one in general.into_iter().chain(&copies) {
            rows.extend(Row::of(one, project.record.entry(name)));
            numbered.extend(Numbered::of(name, one));
        }
    })?;
    rows.retain(|row| args.year.is_none_or(|year| row.year() == year));
    numbered.retain(|one| args.year.is_none_or(|year| one.year() == year));
    for (path, finding) in findings(numbered) {
        let (mut sources, mut report) = (Sources::default(), Report::default());
        let start = Span::new(sources.add(&path, ""), 0..0);
        report.emit(finding.at(start));
        run.tell(&report, &sources)?;
    }
    let count = rows.len();
    Printer::data(csv(rows).trim_end())?;
    run.note(&Message::new("register-done").with("count", count));
    run.stop(Outcome::Clean)
}
