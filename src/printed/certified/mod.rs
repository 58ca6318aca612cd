//! Certified copies: sao y, sao lục, trích sao (Điều 25, Mẫu 3.1 and 3.2).

mod extract;
mod part;

use std::sync::Arc;

use super::document::{
    CertifiedCopy, CopiedPages, CopyBlock, CopyNote, Document, Letterhead, Marks, Names,
};
use super::run::Line;
use super::{number_line, phrases, properties, signature};
use crate::compute::{self, Tables};
use crate::diagnostic::Report;
use crate::model::Directive;
use crate::model::certified::{Content, CopiedDocument, Medium};
use crate::model::kind::Certified;
use crate::model::text::Text;
use part::PartPath;

/// The directive that an extract repeats; nothing of other documents.
#[must_use]
pub fn repeated_by(directive: &Directive) -> Option<&Directive> {
    match &directive.copied.as_ref()?.content {
        Content::Directive(source) if is_extract(directive) => Some(source),
        _ => None,
    }
}

/// The same, with its tables.
#[must_use]
pub fn repeated(directive: &Directive) -> Option<(&Directive, Tables)> {
    repeated_by(directive).map(|source| (source, tables(source)))
}

/// The parts that an extract names and its document does not have.
#[must_use]
pub fn unknown_parts(directive: &Directive) -> Vec<&Text> {
    let Some((source, tables)) = repeated(directive) else { return Vec::new() };
    let copied = directive.copied.iter().flat_map(|copied| &copied.extract);
    let mut whole = super::print(source, &tables, false);
    let parts: Vec<(&Text, PartPath)> =
        copied.map(|part| (part, PartPath::parse(&part.value))).collect();
    let paths: Vec<PartPath> = parts.iter().map(|(_, path)| path.clone()).collect();
    let found = extract::extract(&mut whole, &paths);
    let parts = parts.into_iter().zip(found);
    parts.filter(|(_, is_found)| !is_found).map(|((part, _), _)| part).collect()
}

/// A certified copy: the parts it repeats, or nothing, and who copied them.
pub(super) fn print(directive: &Directive, copied: &CopiedDocument) -> Document {
    let document = repeated(directive).map(|(source, tables)| {
        let mut document = super::print(source, &tables, false);
        let paths: Vec<PartPath> =
            copied.extract.iter().map(|part| PartPath::parse(&part.value)).collect();
        if !paths.is_empty() {
            extract::extract(&mut document, &paths);
        }
        mark_as_signed(&mut document);
        document
    });
    let pages = match (&document, &copied.content) {
        (Some(_), _) => CopiedPages::Repeated,
        (None, Content::Pdf(bytes)) => CopiedPages::Pdf(Arc::clone(bytes)),
        (None, Content::Directive(source)) => {
            CopiedPages::Document(Box::new(super::print(source, &tables(source), false)))
        }
    };
    let copy = Some(CertifiedCopy { pages, note: note(directive, copied) });
    let properties = properties(directive);
    Document { properties, copy, ..document.unwrap_or_else(|| empty(directive)) }
}

fn is_extract(directive: &Directive) -> bool {
    directive.kind.certified() == Some(Certified::Extract)
}

/// Those of a directive that was computed without a finding before.
fn tables(source: &Directive) -> Tables {
    compute::compute(source, &mut Report::default())
}

fn note(directive: &Directive, copied: &CopiedDocument) -> CopyNote {
    let Some(certified) = directive.kind.certified() else { return CopyNote::Nothing };
    let issuer = directive.issuer.as_ref();
    match (copied.to, copied.signed_at) {
        (Medium::Electronic, None) => CopyNote::Nothing,
        (Medium::Electronic, Some(time)) => {
            CopyNote::Mark(phrases::copy_mark(certified, issuer, time))
        }
        (Medium::Paper, _) => CopyNote::Block(Box::new(CopyBlock {
            issuer: issuer.map(|issuer| Line::typed(&issuer.name).in_capitals()),
            name: phrases::copy_name(certified),
            number: number_line(directive),
            date: phrases::date_line(directive.place.as_ref(), directive.date),
            signature: signature(directive),
        })),
    }
}

/// `(Đã ký)` stands where somebody signed.
fn mark_as_signed(document: &mut Document) {
    let appended = document.appendices.iter_mut().flat_map(|it| &mut it.signature);
    for signer in document.signature.iter_mut().chain(appended).flat_map(|it| &mut it.signers) {
        signer.signed = Some(phrases::signed());
    }
}

/// A document that says nothing.
fn empty(directive: &Directive) -> Document {
    let nation = Line::default();
    let names = Names { parent: None, issuer: None, mark: None, nation, motto: None };
    Document {
        kind: directive.kind,
        rules: directive.rules,
        properties: properties(directive),
        letterhead: Letterhead { names, number: None, date: None, subject: None },
        marks: Marks::default(),
        title: None,
        addressees: None,
        preamble: None,
        blocks: Vec::new(),
        signature: None,
        enacted: Vec::new(),
        appendices: Vec::new(),
        contact: Vec::new(),
        copy: None,
        fingerprint: None,
    }
}
