//! The text that a document must print, for the verification of its pages: what the templates get,
//! in reading order, with the place it belongs to.

use super::body::Block;
use super::view::{AddresseesView, CopyBlockView, Document, LetterheadView, Names, Signing};
use crate::render::table::{TargetTable, TooWide};
use crate::verify::expected::{Expected, Narrow, Origin};

/// The runs of `view`.
pub(super) fn expected(view: &Document) -> Expected {
    let mut writer = Writer { expected: Expected::default(), notes: Vec::new() };
    writer.document(view);
    writer.notes();
    writer.expected
}

struct Writer {
    expected: Expected,
    /// Footnotes so far: they are read behind everything else.
    notes: Vec<(Origin, String)>,
}

impl Writer {
    fn document(&mut self, view: &Document) {
        self.all(Origin::TopMargin, view.copy.iter().filter_map(|copy| copy.mark.as_ref()));
        self.letterhead(&view.letterhead);
        self.all(Origin::FirstFoot, &view.contact);
        if let Some(type_name) = &view.type_name {
            self.put(Origin::Head, &type_name.name);
            self.all(Origin::Head, &type_name.subject);
            self.all(Origin::Head, &type_name.end);
            self.all(Origin::Head, &type_name.number);
        }
        if let Some(addressees) = &view.addressees {
            self.addressees(addressees);
        }
        if let Some(preamble) = &view.preamble {
            self.all(Origin::Head, &preamble.authority);
            self.all(Origin::Head, &preamble.bases);
            self.put(Origin::Head, &preamble.verb);
        }
        view.body.iter().for_each(|block| self.block(block));
        if let Some(signing) = &view.signing {
            self.signing(signing);
        }
        for enacted in &view.enacts {
            self.names(&enacted.names);
            self.put(Origin::Head, &enacted.type_name.name);
            self.all(Origin::Head, &enacted.type_name.subject);
            self.all(Origin::Head, &enacted.type_name.end);
            self.put(Origin::Head, &enacted.reference);
            enacted.body.iter().for_each(|block| self.block(block));
        }
        for (index, appendix) in view.appendices.iter().enumerate() {
            let head = Origin::AppendixHead(index);
            self.put(head, &appendix.label);
            self.all(head, &appendix.title);
            self.put(head, &appendix.reference);
            appendix.table.iter().chain(&appendix.rest).for_each(|part| self.table(part));
            appendix.body.iter().for_each(|block| self.block(block));
            if let Some(signing) = &appendix.signing {
                self.signing(signing);
            }
        }
        if let Some(block) = view.copy.as_ref().and_then(|copy| copy.block.as_ref()) {
            self.copy_block(block);
        }
    }

    fn copy_block(&mut self, block: &CopyBlockView) {
        self.all(Origin::Signature, &block.issuer);
        self.put(Origin::Signature, &block.name);
        self.all(Origin::Signature, &block.number);
        self.put(Origin::Signature, &block.date);
        block.signing.iter().for_each(|signing| self.signing(signing));
    }

    fn put(&mut self, origin: Origin, text: &str) {
        self.expected.push(origin, text);
    }

    fn all<'t>(&mut self, origin: Origin, texts: impl IntoIterator<Item = &'t String>) {
        texts.into_iter().for_each(|text| self.put(origin, text));
    }

    fn letterhead(&mut self, head: &LetterheadView) {
        if let Some(stamp) = &head.circulation {
            self.put(Origin::TopMargin, &stamp.words);
        }
        self.names(&head.names);
        self.all(Origin::Head, &head.number);
        self.all(Origin::Head, &head.subject);
        self.all(Origin::Head, &head.draft);
        if let Some(stamp) = &head.urgency {
            self.put(Origin::Head, &stamp.words);
        }
        self.all(Origin::Head, &head.date);
    }

    fn names(&mut self, names: &Names) {
        self.all(Origin::Head, &names.parent);
        self.all(Origin::Head, &names.issuer);
        self.all(Origin::Head, &names.mark);
        self.put(Origin::Head, &names.nation);
        self.all(Origin::Head, &names.motto);
    }

    fn addressees(&mut self, addressees: &AddresseesView) {
        self.put(Origin::Head, &addressees.lead);
        for entry in &addressees.entries {
            let marker = addressees.marker.unwrap_or_default();
            self.put(Origin::Head, &format!("{marker} {entry}"));
        }
    }

    fn block(&mut self, block: &Block) {
        if block.is_table || block.is_side_by_side {
            block.table.iter().chain(&block.tables).for_each(|table| self.table(table));
            return;
        }
        let mut text = block.marker.as_ref().map(|marker| format!("{marker} ")).unwrap_or_default();
        for run in &block.runs {
            text.push_str(if run.is_break { "\n" } else { &run.text });
            if !run.note.is_empty() {
                let note: String = run.note.iter().map(|it| it.text.as_str()).collect();
                let note = format!("{} {note}", run.text);
                self.notes.push((Origin::Paragraph(run.note_span), note));
            }
        }
        self.put(Origin::Paragraph(block.span), &text);
    }

    fn notes(&mut self) {
        for (origin, text) in std::mem::take(&mut self.notes) {
            self.put(origin, &text);
        }
    }

    fn signing(&mut self, signing: &Signing) {
        let is_one = signing.signers.len() == 1;
        if is_one {
            self.recipients(signing);
        }
        for signer in &signing.signers {
            self.all(Origin::Signature, &signer.authority);
            self.all(Origin::Signature, &signer.title);
            self.all(Origin::Signature, &signer.signed);
            self.all(Origin::Signature, &signer.office);
            self.all(Origin::Signature, &signer.name);
        }
        if !is_one {
            self.recipients(signing);
        }
        self.all(Origin::Signature, &signing.confirmation);
    }

    fn recipients(&mut self, signing: &Signing) {
        self.all(Origin::Signature, &signing.heading);
        self.all(Origin::Signature, &signing.recipients);
    }

    fn table(&mut self, table: &TargetTable) {
        let id = table.id;
        if let Some(TooWide { lack, options, fits_appendix }) = &table.too_wide {
            self.expected.narrow.push(Narrow {
                table: id,
                lack: lack / 100,
                options: options.clone(),
                fits_appendix: *fits_appendix,
            });
        }
        self.all(Origin::Beside(id), &table.unit);
        for cell in table.header.iter().flatten() {
            self.put(Origin::Header(id, table.shown[cell.column]), &cell.text);
        }
        for row in &table.rows {
            let mut column = 0;
            for (text, colspan) in row.cells.iter().zip(&row.spans) {
                self.put(Origin::Cell(id, row.line, table.shown[column]), text);
                column += colspan;
            }
        }
        self.all(Origin::Beside(id), table.notes.iter().map(|note| &note.text));
        for signer in &table.signers {
            self.put(Origin::Beside(id), &signer.title);
        }
        for signer in &table.signers {
            self.all(Origin::Beside(id), &signer.name);
        }
    }
}
