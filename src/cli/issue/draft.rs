//! A draft becomes an issued document.

use super::shown::shown;
use super::{IssueCommand, Stopped, cannot};
use crate::cli::print::Printer;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::issue::{Given, Uneditable, applied, edits, meaning_of};
use crate::load::{self, raw};
use crate::model::date::{DateError, IssueDate};
use crate::model::directive::Status;
use crate::model::issued::State;
use crate::model::number::DocumentNumber;
use crate::pipeline::{self, Examined};
use crate::project::record::Pending;
use crate::register::{Numbered, against};
use crate::source::Sources;
use crate::source::work_tree::{WorkTree, work_tree};
use crate::span::Span;

/// A longer list helps nobody.
const MOST_LISTED: usize = 5;

impl IssueCommand<'_> {
    pub(super) fn issue(&mut self) -> Result<(), Stopped> {
        let (mut sources, text) = self.read()?;
        let (raw, before) = self.draft(&mut sources)?;
        if self.is_moved(&before)? {
            return Ok(());
        }
        let given = self.given(&raw, &before, &sources)?;
        self.is_clean()?;
        let edits = edits(&text, &raw, given);
        let edits = match edits {
            Ok(edits) => edits,
            Err(Uneditable(key)) => return Err(self.uneditable(key, &sources)),
        };
        let after = applied(&text, &edits);
        if !self.is_as_given(&before, &after, given) {
            return Err(self.uneditable("number", &sources));
        }
        let (examined, _) = self.examined_as(&after, Some((&text, &edits)))?;
        self.is_in_order(&examined, &sources)?;
        let entry = self.entry(&examined, &after, State::Issued, Vec::new())?;
        let told =
            Message::new("issue-done").with("document", &entry.document).with("date", &entry.date);
        if self.args.dry_run {
            Printer::data(shown(&self.name, &text, &after).trim_end())?;
            return Ok(());
        }
        let previous = self.run.project.record.entry(&self.name);
        let both = (text.as_str(), after.as_str());
        let pending = Pending::new(&self.name, both, &entry, previous);
        self.write_both(&self.record_with(entry, None), &pending)?;
        self.run.note(&told);
        Ok(())
    }

    /// Whether the file is that of an issued document under another name: then the record follows.
    fn is_moved(&self, examined: &Examined) -> Result<bool, Stopped> {
        let directive = &examined.directive;
        if directive.status != Status::Issued || self.args.dry_run {
            return Ok(false);
        }
        let Some((former, entry)) = self.former(&directive.number_and_symbol()) else {
            return Ok(false);
        };
        let told = Message::new("issue-moved").with("document", &entry.document);
        let told = told.with("from", &former).with("to", &self.name);
        self.write_record(&self.record_with(entry, Some(&former)))?;
        self.run.note(&told);
        Ok(true)
    }

    /// The draft as it is.
    fn draft(&mut self, sources: &mut Sources) -> Result<(raw::Directive, Examined), Stopped> {
        let mut report = Report::default();
        let (file, source) = (self.file(), sources.first());
        let read_file = file.reader();
        let catalog = self.run.project.catalog();
        let examined = pipeline::computed(sources, source, &read_file, catalog, &mut report)?;
        // What can be computed can be loaded.
        let loaded = load::load(sources, source, &read_file, &mut Report::default())?;
        drop(read_file);
        let found = loaded.map(|loaded| loaded.raw).zip(examined);
        found.ok_or_else(|| self.refuse(&report, sources))
    }

    /// Number and day, from the command line or from the draft; what is wrong with them is told
    /// all at once.
    fn given(
        &mut self,
        raw: &raw::Directive,
        before: &Examined,
        sources: &Sources,
    ) -> Result<Given, Stopped> {
        let mut report = Report::default();
        let directive = &before.directive;
        if directive.status == Status::Issued {
            let span = directive.status_span.unwrap_or(directive.span);
            report.emit(cannot(Message::new("issue-issued")).at(span));
        }
        // A withdrawn document keeps its number and its file (R204).
        if let Some(entry) = self.run.project.record.entry(&self.name)
            && directive.status == Status::Draft
        {
            let id =
                if entry.state == State::Withdrawn { "issue-withdrawn" } else { "issue-recorded" };
            let message =
                Message::new(id).with("document", &entry.document).with("date", &entry.date);
            report.emit(cannot(message).at(directive.span));
        }
        let span = |text: &raw::Text| Span::new(sources.first(), text.range.clone());
        let number = self.number(raw, &span, &mut report);
        let date = self.date(raw, &span, &mut report);
        match (number, date) {
            (Some(number), Some(date)) if !report.has_error() => Ok(Given { number, date }),
            _ => Err(self.refuse(&report, sources)),
        }
    }

    fn number(
        &self,
        raw: &raw::Directive,
        span: &dyn Fn(&raw::Text) -> Span,
        report: &mut Report,
    ) -> Option<DocumentNumber> {
        let there = raw.number.as_ref();
        // What stands there was read before, so it is one.
        let known = there.and_then(|text| text.value.parse::<DocumentNumber>().ok());
        let Some(asked) = &self.args.number else {
            if known.is_none() {
                report.emit(cannot(Message::new("issue-no-number")));
            }
            return known;
        };
        let Ok(number) = asked.parse::<DocumentNumber>() else {
            let message = Message::new("bad-document-number").with("value", asked);
            report.emit(Diagnostic::new(&codes::BAD_NUMBER, message));
            return None;
        };
        if let (Some(known), Some(text)) = (known, there)
            && known != number
        {
            let message = Message::new("issue-other-number");
            let message = message.with("known", known).with("asked", number);
            report.emit(cannot(message).at(span(text)));
        }
        Some(number)
    }

    fn date(
        &self,
        raw: &raw::Directive,
        span: &dyn Fn(&raw::Text) -> Span,
        report: &mut Report,
    ) -> Option<jiff::civil::Date> {
        let there = raw.date.as_ref();
        let known = there.and_then(|text| text.value.parse::<IssueDate>().ok());
        let known = match known {
            Some(IssueDate::Day(day)) => Some(day),
            _ => None,
        };
        let Some(asked) = &self.args.date else {
            if known.is_none() {
                report.emit(cannot(Message::new("issue-no-date")));
            }
            return known;
        };
        let id = match asked.parse::<IssueDate>() {
            Ok(IssueDate::Day(day)) => {
                if let (Some(known), Some(text)) = (known, there)
                    && known != day
                {
                    let message = Message::new("issue-other-date");
                    let message = message.with("known", known).with("asked", day);
                    report.emit(cannot(message).at(span(text)));
                }
                return Some(day);
            }
            Ok(_) | Err(DateError::Form) => "bad-date-form",
            Err(DateError::Calendar) => "bad-date-calendar",
        };
        let message = Message::new(id).with("value", asked);
        let help = Message::new("issue-write-day");
        report.emit(Diagnostic::new(&codes::BAD_DATE, message).help(help));
        None
    }

    /// Only what is committed is issued: what is signed is then what was reviewed.
    fn is_clean(&mut self) -> Result<(), Stopped> {
        if self.args.allow_dirty || self.args.dry_run {
            return Ok(());
        }
        let message = match work_tree(&self.run.settings.project) {
            WorkTree::Clean => return Ok(()),
            WorkTree::None => Message::new("issue-no-repository"),
            WorkTree::NoGit => Message::new("issue-no-git"),
            WorkTree::Dirty(files) => {
                let listed =
                    crate::nearest::listed(files.iter().take(MOST_LISTED).map(String::as_str));
                let more = if files.len() > MOST_LISTED { ", …" } else { "" };
                let files = format!("{listed}{more}");
                Message::new("issue-dirty").with("files", files)
            }
        };
        let mut sources = Sources::default();
        sources.add(&self.name, "");
        let mut report = Report::default();
        report.emit(cannot(message));
        Err(self.refuse(&report, &sources))
    }

    /// Numbers are taken in the order of days (R193).
    fn is_in_order(&mut self, examined: &Examined, sources: &Sources) -> Result<(), Stopped> {
        let own = Numbered::of(&self.name, &examined.directive);
        let found = own.and_then(|own| against(&own, &self.others().1));
        let Some(message) = found else { return Ok(()) };
        let mut report = Report::default();
        report.emit(Diagnostic::new(&codes::NUMBER_ORDER, message));
        Err(self.refuse(&report, sources))
    }

    /// Whether the text says what the draft did, number, day and status aside, and these as
    /// given.
    fn is_as_given(&self, before: &Examined, after: &str, given: Given) -> bool {
        let mut sources = self.run.project.office.sources();
        let source = sources.add(&self.name, after);
        let file = self.file();
        let (read_file, mut report) = (file.reader(), Report::default());
        let catalog = self.run.project.catalog();
        let found = pipeline::computed(&mut sources, source, &read_file, catalog, &mut report);
        let Ok(Some(found)) = found else { return false };
        let mut wanted = before.directive.clone();
        wanted.status = Status::Issued;
        wanted.number = Some(given.number);
        wanted.date = IssueDate::Day(given.date);
        meaning_of(&found.directive, &found.tables) == meaning_of(&wanted, &before.tables)
    }

    fn uneditable(&mut self, key: &str, sources: &Sources) -> Stopped {
        let mut report = Report::default();
        report.emit(cannot(Message::new("issue-uneditable").with("key", key)));
        self.refuse(&report, sources)
    }
}
