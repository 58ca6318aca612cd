//! The copy for one row.

use std::sync::Arc;

use super::Row;
use super::excerpt::Cutter;
use super::recipients::Recipient;
use crate::codes;
use crate::compute::{Evaluator, Tables};
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::model::Directive;
use crate::model::block::Block;
use crate::model::copies::{
    Attached, Audience, Choice, Numbers, RowPart, RowReference, RowText, RowValue, Rows, chosen,
};
use crate::model::directive::{FileNote, Recipients};
use crate::model::number::DocumentNumber;
use crate::model::particulars::{Invitation, Particulars};
use crate::model::reference::{Appendix, Reference, Referent};
use crate::model::signatory::Signatory;
use crate::model::text::Text;
use crate::printed;
use crate::span::Span;

/// Makes the copies of a directive.
pub struct Letters<'a> {
    of: Row<'a>,
    evaluator: Evaluator<'a>,
    /// The directive without tables.
    shell: Directive,
    /// Nothing where copies have whole tables.
    cutter: Option<Cutter>,
}

impl<'a> Letters<'a> {
    pub(super) fn new(of: Row<'a>, evaluator: Evaluator<'a>) -> Self {
        let whole = of.directive;
        // Field by field where there may be many lines.
        let shell = Directive {
            targets: Arc::default(),
            body: Vec::new(),
            copies: None,
            span: whole.span,
            kind: whole.kind,
            status: whole.status,
            status_span: whole.status_span,
            is_form: whole.is_form,
            issuer: whole.issuer.clone(),
            number: whole.number,
            symbol: whole.symbol.clone(),
            place: whole.place.clone(),
            date: whole.date,
            subject: whole.subject.clone(),
            rules: whole.rules,
            urgency: whole.urgency,
            circulation: whole.circulation,
            recipients: whole.recipients.clone(),
            legal_bases: whole.legal_bases.clone(),
            particulars: whole.particulars.clone(),
            copied: whole.copied.clone(),
            attachments: whole.attachments.clone(),
            draft_mark: whole.draft_mark,
            signatories: whole.signatories.clone(),
            enacts: whole.enacts.clone(),
            appended: whole.appended.clone(),
            appendix_order: whole.appendix_order.clone(),
            accepts: whole.accepts.clone(),
            output: whole.output.clone(),
        };
        let cutter = (of.copies.appendix != Attached::Table).then(|| Cutter::new(&of));
        Self { of, evaluator, shell, cutter }
    }

    /// The same with whole tables.
    pub(super) fn with_whole_tables(self) -> Self {
        Self { cutter: None, ..self }
    }

    /// The copy for `recipient`. What it lacks is reported; then it is not to be printed.
    pub fn letter(&mut self, recipient: &Recipient, report: &mut Report) -> (Directive, Tables) {
        let row = recipient.row;
        let bodies: Vec<Vec<Block<Reference>>> = self
            .of
            .copies
            .bodies
            .iter()
            .map(|body| chosen(body, &mut |reference| self.choice(reference, recipient, report)))
            .collect();
        let tables = match &self.cutter {
            Some(cutter) => cutter.tables(&self.of, row),
            None => self.of.tables.clone(),
        };
        let mut bind = Binder { of: &self.of, recipient, report };
        let mut letter = Directive { targets: Arc::clone(tables.targets()), ..self.shell.clone() };
        bind.fields(&mut letter);
        letter.appendix_order.retain(|which| match which {
            Appendix::Table(table) | Appendix::Working(table, _) => {
                letter.targets[*table].is_printed
            }
            Appendix::Text(_) => true,
        });
        let mut bodies = bodies.into_iter();
        letter.body = bodies.next().unwrap_or_default();
        for enacted in &mut letter.enacts {
            enacted.body = bodies.next().unwrap_or_default();
        }
        for appended in &mut letter.appended {
            appended.body = bodies.next().unwrap_or_default();
        }
        names_what_is_there(&letter, report);
        (letter, tables)
    }

    /// What becomes of a `{{ … }}` in the copy for `recipient`.
    fn choice(
        &mut self,
        reference: &RowReference,
        recipient: &Recipient,
        report: &mut Report,
    ) -> Choice {
        match reference {
            RowReference::Same(same) if self.cutter.is_some() => {
                let told = printed::of_table(&same.to, self.of.tables);
                let to = told.map_or_else(|| same.to.clone(), Referent::Told);
                Choice::Keep(Reference { to, span: same.span })
            }
            RowReference::Same(same) => Choice::Keep(same.clone()),
            RowReference::Only(Audience::General, _) => Choice::Drop,
            RowReference::Only(Audience::Copies, _) => Choice::Mark,
            RowReference::Only(Audience::Rows(tests), span) => {
                match self.of.holds(tests, recipient.row, &mut self.evaluator) {
                    Some(true) => Choice::Mark,
                    Some(false) => Choice::Drop,
                    None => {
                        let message = Message::new("copy-undecided");
                        report.emit(Diagnostic::new(&codes::COPY_LACKS, message).at(*span));
                        Choice::Drop
                    }
                }
            }
            RowReference::Row(value, span) => {
                let Some(text) = self.of.value(recipient.row, recipient.number, *value) else {
                    lacks(&self.of, recipient.row, *value, *span, report);
                    return Choice::Keep(Reference {
                        to: Referent::Told(String::new()),
                        span: *span,
                    });
                };
                let to = match (value, self.cutter.is_some()) {
                    // The cell is there to be pointed to.
                    (RowValue::Cell(column, format), false) => self
                        .of
                        .figure(recipient.row, *column, *format)
                        .map_or(Referent::Told(text), Referent::Figure),
                    _ => Referent::Told(text),
                };
                Choice::Keep(Reference { to, span: *span })
            }
        }
    }
}

/// Reports the blank cell that a copy would have to print.
fn lacks(of: &Row<'_>, row: usize, value: RowValue, span: Span, report: &mut Report) {
    let RowValue::Cell(column, _) = value else { return };
    let Rows::Table(table) = of.copies.rows else { return };
    let target = &of.directive.targets[table];
    let column = &target.columns[column];
    let message = Message::new("copy-lacks-value")
        .with("column", &column.id.value)
        .with("row", &target.lines[row].name.value);
    let finding = Diagnostic::new(&codes::COPY_LACKS, message).at(span);
    report.emit(finding.related(target.lines[row].name.span, Message::new("copy-row")));
}

/// A copy does not point to tables that do not go with it.
fn names_what_is_there(letter: &Directive, report: &mut Report) {
    letter.references(|reference| {
        let (Referent::Appendix(Appendix::Table(table) | Appendix::Working(table, _))
        | Referent::Table(table)) = reference.to
        else {
            return;
        };
        let target = &letter.targets[table];
        let is_gone = match reference.to {
            Referent::Appendix(which @ Appendix::Working(..)) => {
                !letter.appendices().contains(&which)
            }
            _ => !target.is_printed,
        };
        if is_gone {
            let message = Message::new("copy-without-table").with("table", &target.id.value);
            report.emit(Diagnostic::new(&codes::COPY_LACKS, message).at(reference.span));
        }
    });
}

/// Puts what the row says into the fields of its copy.
struct Binder<'a, 'r> {
    of: &'a Row<'a>,
    recipient: &'a Recipient,
    report: &'r mut Report,
}

impl Binder<'_, '_> {
    fn fields(&mut self, letter: &mut Directive) {
        let copies = self.of.copies;
        let own = vec![self.of.name(self.recipient.row).clone()];
        let to = &mut letter.recipients.to;
        match (&mut letter.particulars, &copies.to) {
            (Some(Particulars::Invitation(Invitation { guests, .. })), texts) => {
                *guests = copies.guests.as_ref().map_or(own, |guests| self.texts(guests));
                if let Some(texts) = texts {
                    *to = self.texts(texts);
                }
            }
            (_, Some(texts)) => *to = self.texts(texts),
            (_, None) if !to.is_empty() => *to = own,
            (_, None) => {}
        }
        let Recipients { cc, file, .. } = &mut letter.recipients;
        if let Some(texts) = &copies.cc {
            *cc = self.texts(texts);
        }
        // So many of one letter as are asked for, not as many as there are of all.
        if let Some(FileNote { copies: count, .. }) = file {
            *count = copies.count;
        }
        if let Some(subject) = &copies.subject {
            letter.subject = self.text(subject);
        }
        if let Some(signatory) = &copies.signatory {
            let authority = signatory.authority.iter().filter_map(|it| self.filled(it)).collect();
            let [title, office, name] = [&signatory.title, &signatory.office, &signatory.name]
                .map(|text| text.as_ref().and_then(|text| self.filled(text)));
            let own = Signatory { authority, title, office, name };
            match letter.signatories.first_mut() {
                Some(first) => *first = own.or(first),
                None => letter.signatories.push(own),
            }
        }
        if copies.numbers == Numbers::Each {
            letter.number = letter.number.and_then(|first| self.number(first));
        }
    }

    /// The numbers of copies follow that of the directive, which the general document bears.
    fn number(&mut self, first: DocumentNumber) -> Option<DocumentNumber> {
        let before = usize::from(!self.of.copies.has_general);
        let count = self.recipient.number - before;
        let number = first.plus(u32::try_from(count).ok()?);
        if number.is_none() {
            let message = Message::new("copies-beyond-numbers");
            self.report.emit(Diagnostic::new(&codes::BAD_COPIES, message).at(self.of.copies.span));
        }
        number
    }

    fn texts(&mut self, texts: &[RowText]) -> Vec<Text> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    /// What the row makes of a text; a blank cell is reported.
    fn text(&mut self, text: &RowText) -> Text {
        let mut value = String::new();
        for part in &text.parts {
            match part {
                RowPart::Words(words) => value.push_str(words),
                RowPart::Value(of_row, _) => {
                    let Recipient { row, number, .. } = *self.recipient;
                    match self.of.value(row, number, *of_row) {
                        Some(found) => value.push_str(&found),
                        None => lacks(self.of, row, *of_row, text.span, self.report),
                    }
                }
            }
        }
        Text::new(value, text.span)
    }

    /// The same; nothing where a cell is blank.
    fn filled(&mut self, text: &RowText) -> Option<Text> {
        let Recipient { row, number, .. } = *self.recipient;
        let is_filled = text.parts.iter().all(|part| match part {
            RowPart::Words(_) => true,
            RowPart::Value(value, _) => self.of.value(row, number, *value).is_some(),
        });
        is_filled.then(|| self.text(text))
    }
}
