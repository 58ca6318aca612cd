//! An issued document is corrected, or withdrawn.

use super::{IssueCommand, Stopped, cannot};
use crate::diagnostic::{Message, Report};
use crate::model::citation;
use crate::model::directive::Status;
use crate::model::issued::{Entry, State};
use crate::model::kind::Kind;
use crate::source::Sources;

/// A longer reason is a document of its own.
const LONGEST: usize = 500;

impl IssueCommand<'_> {
    /// The document as it stands now takes the place of the issued one.
    pub(super) fn correct(&mut self, reason: &str) -> Result<(), Stopped> {
        let reason = self.reason(reason)?;
        let (sources, text) = self.read()?;
        let before = self.run.project.record.entry(&self.name).cloned();
        if before.as_ref().is_some_and(|entry| entry.state == State::Withdrawn) {
            return Err(self.cannot("issue-withdrawn", &sources));
        }
        let (examined, sources) = self.examined(&text)?;
        if examined.directive.status == Status::Draft {
            return Err(self.cannot("issue-draft", &sources));
        }
        let document = examined.directive.number_and_symbol();
        let former = if before.is_none() { self.former(&document) } else { None };
        let (former, before) = former.map_or((None, before), |(path, it)| (Some(path), Some(it)));
        let kind = examined.directive.kind;
        if before.is_some() && !names_amending_document(&reason, kind) {
            let message = Message::new("issue-correct-by").with("kind", kind.name);
            return Err(self.refuse_with(message, &sources));
        }
        let state = if before.is_some() { State::Corrected } else { State::Issued };
        let mut reasons = before.as_ref().map_or_else(Vec::new, |entry| entry.reasons.clone());
        reasons.push(reason);
        let entry = self.entry(&examined, &text, state, reasons)?;
        if former.is_none() && before.is_some_and(|before| before.meaning == entry.meaning) {
            return Err(self.cannot("issue-unchanged", &sources));
        }
        let told = Message::new("issue-corrected").with("document", &entry.document);
        self.finish(&told, entry, former.as_deref())
    }

    /// The document does not hold any more.
    pub(super) fn withdraw(&mut self, reason: &str) -> Result<(), Stopped> {
        let reason = self.reason(reason)?;
        let (sources, _) = self.read()?;
        let id = match self.run.project.record.entry(&self.name).cloned() {
            None => "issue-not-recorded",
            Some(entry) if entry.state == State::Withdrawn => "issue-withdrawn",
            Some(_) if citation::find(&reason).is_empty() => "issue-withdraw-by",
            Some(mut entry) => {
                entry.state = State::Withdrawn;
                entry.reasons.push(reason);
                let told = Message::new("issue-withdrew").with("document", &entry.document);
                return self.finish(&told, entry, None);
            }
        };
        Err(self.cannot(id, &sources))
    }

    fn finish(&self, told: &Message, entry: Entry, former: Option<&str>) -> Result<(), Stopped> {
        if !self.args.dry_run {
            self.write_record(&self.record_with(entry, former))?;
        }
        self.run.note(told);
        Ok(())
    }

    /// A reason is one line that says something.
    fn reason(&mut self, words: &str) -> Result<String, Stopped> {
        let words = words.trim();
        let is_good = !words.is_empty()
            && words.chars().count() <= LONGEST
            && !words.chars().any(char::is_control);
        if is_good {
            return Ok(words.to_owned());
        }
        let mut sources = Sources::default();
        sources.add(&self.name, "");
        Err(self.cannot("issue-reason", &sources))
    }

    fn cannot(&mut self, id: &'static str, sources: &Sources) -> Stopped {
        self.refuse_with(Message::new(id), sources)
    }

    fn refuse_with(&mut self, message: Message, sources: &Sources) -> Stopped {
        let mut report = Report::default();
        report.emit(cannot(message));
        self.refuse(&report, sources)
    }
}

/// Whether `reason` names what may change an issued document of `kind`: a công văn, which corrects
/// its form, or a document of the same kind, which amends its content (R203).
fn names_amending_document(reason: &str, kind: &Kind) -> bool {
    let same = kind.name.to_lowercase();
    citation::find(reason)
        .iter()
        .any(|it| it.kind.word == "Công văn" || it.kind.word.to_lowercase() == same)
}
