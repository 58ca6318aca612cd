//! What a certified copy is a copy of, and whether the decree allows the copy.

use std::sync::Arc;

use super::Resolver;
use crate::codes;
use crate::diagnostic::Message;
use crate::load::{CopiedFile, Loaded, raw};
use crate::model::certified::{Attachment, Content, CopiedDocument, Medium, Original, SigningTime};
use crate::model::kind::{Certified, Kind};
use crate::model::text::Text;
use crate::span::Span;

impl Resolver<'_> {
    /// The document that a certified copy names, which must be there; other kinds have none.
    pub(super) fn copied(
        &mut self,
        loaded: &Loaded,
        kind: Option<&Kind>,
    ) -> Option<Option<CopiedDocument>> {
        let (raw, kind) = (&loaded.raw, kind?);
        let Some(certified) = kind.certified() else {
            let Some(source) = &raw.source else { return Some(None) };
            self.emit_not_for_kind("source", kind, self.span(source));
            return None;
        };
        let is_bare = self.has_nothing_else(raw, kind);
        let Some(source) = &raw.source else {
            let message = Message::new("missing-key").with("key", "source");
            self.emit(&codes::MISSING_KEY, message, self.span(&raw.kind));
            return None;
        };
        let copied = self.copied_document(&source.value, certified, loaded.copied.as_ref());
        copied.filter(|_| is_bare).map(Some)
    }

    /// The documents that go with the directive.
    pub(super) fn attachments(&mut self, loaded: &Loaded) -> Option<Vec<Attachment>> {
        let all = loaded.raw.attachments.iter().zip(&loaded.attached);
        let all: Vec<_> = all
            .map(|(raw, file)| {
                let name = self.line_of_text(&raw.value.0, self.span(raw));
                Some(Attachment { file: name?, content: file.as_ref().and_then(content)? })
            })
            .collect();
        all.into_iter().collect()
    }

    /// A certified copy says nothing of its own.
    fn has_nothing_else(&mut self, raw: &raw::Directive, kind: &Kind) -> bool {
        let first = |list: &[raw::Text]| list.first().map(|text| self.span(text));
        let found = [
            ("urgency", raw.urgency.as_ref().map(|it| self.span(it))),
            ("circulation", raw.circulation.as_ref().map(|it| self.span(it))),
            ("legal_bases", first(&raw.legal_bases)),
            ("targets", raw.targets.0.first().map(|(id, _)| self.span(id))),
            ("body", raw.body.as_ref().map(|it| self.span(it))),
            ("appendices", raw.appendices.first().map(|it| self.span(it))),
            ("attachments", raw.attachments.first().map(|it| self.span(it))),
            ("copies", raw.copies.as_ref().map(|it| self.span(it))),
        ];
        let found: Vec<(&str, Span)> =
            found.into_iter().filter_map(|(key, span)| Some((key, span?))).collect();
        for (key, span) in &found {
            self.emit_not_for_kind(key, kind, *span);
        }
        found.is_empty()
    }

    fn copied_document(
        &mut self,
        raw: &raw::CopiedDocument,
        certified: Certified,
        file: Option<&CopiedFile>,
    ) -> Option<CopiedDocument> {
        let name = self.line_of_text(&raw.file.value.0, self.span(&raw.file));
        let from = self.word("from", Some(&raw.from), &Medium::KNOWN).flatten();
        let to = self.word("to", raw.to.as_ref(), &Medium::KNOWN);
        let to = to.map(|to| to.unwrap_or(Medium::Paper));
        let of = self.word("of", raw.of.as_ref(), &Original::KNOWN);
        let signed_at = self.signing_time(raw, to);
        let extract = self.extract(raw, certified);
        let is_original = of.is_some_and(|of| self.is_right_original(raw, certified, of, file));
        let (from, to) = (from?, to?);
        let is_allowed = self.is_allowed(raw, certified, (from, to), file);
        let content = file.and_then(content)?;
        let (file, signed_at, extract) = (name?, signed_at?, extract?);
        let is_good = is_allowed && is_original;
        is_good.then_some(CopiedDocument { file, content, from, to, signed_at, extract })
    }

    /// The ways between paper and file that Điều 25 knows.
    fn is_allowed(
        &mut self,
        raw: &raw::CopiedDocument,
        certified: Certified,
        (from, to): (Medium, Medium),
        file: Option<&CopiedFile>,
    ) -> bool {
        let is_whole = certified != Certified::Extract;
        let is_pdf = matches!(file, Some(CopiedFile::Pdf(_)));
        let (id, at) = if is_whole && (from, to) == (Medium::Electronic, Medium::Electronic) {
            ("copy-direction", raw.to.as_ref().map_or(self.span(&raw.from), |to| self.span(to)))
        } else if is_whole && to == Medium::Electronic && !is_pdf && file.is_some() {
            ("copy-needs-scan", self.span(&raw.file))
        } else if !is_whole && is_pdf {
            ("extract-of-pdf", self.span(&raw.file))
        } else {
            return true;
        };
        let message = Message::new(id).with("path", raw.file.value.0.trim());
        self.emit(&codes::BAD_CERTIFIED_COPY, message, at);
        false
    }

    /// A sao lục is made from a bản sao y, the others from the original (Điều 3 khoản 10–12).
    fn is_right_original(
        &mut self,
        raw: &raw::CopiedDocument,
        certified: Certified,
        of: Option<Original>,
        file: Option<&CopiedFile>,
    ) -> bool {
        let known = match file {
            Some(CopiedFile::Directive(directive)) => Some(directive.kind.certified()),
            _ => None,
        };
        let is_copy = of == Some(Original::Copy);
        let id = match (certified, known) {
            (Certified::OfCopy, Some(Some(Certified::Whole))) => return true,
            (Certified::OfCopy, Some(_)) => "copy-of-original",
            (_, Some(Some(_))) => "copy-of-copy",
            (Certified::OfCopy, None) if of.is_some() && !is_copy => "copy-of-original",
            (Certified::Whole | Certified::Extract, _) if is_copy => "copy-of-copy",
            _ => return true,
        };
        let at = raw.of.as_ref().map_or(self.span(&raw.file), |of| self.span(of));
        let message = Message::new(id).with("path", raw.file.value.0.trim());
        self.emit(&codes::BAD_CERTIFIED_COPY, message, at);
        false
    }

    /// Only an electronic copy has a mark with the time of signing (R102).
    fn signing_time(
        &mut self,
        raw: &raw::CopiedDocument,
        to: Option<Medium>,
    ) -> Option<Option<SigningTime>> {
        let Some(text) = &raw.signed_at else { return Some(None) };
        let time = SigningTime::parse(text.value.trim());
        let id = match (time, to) {
            (None, _) => "bad-signing-time",
            (_, Some(Medium::Paper)) => "copy-mark-on-paper",
            _ => return time.map(Some),
        };
        let message = Message::new(id).with("value", &text.value);
        self.emit(&codes::BAD_CERTIFIED_COPY, message, self.span(text));
        None
    }

    /// Only an extract leaves anything out.
    fn extract(&mut self, raw: &raw::CopiedDocument, certified: Certified) -> Option<Vec<Text>> {
        let parts = self.texts(&raw.extract);
        if let (Some(first), true) = (raw.extract.first(), certified != Certified::Extract) {
            self.emit(&codes::BAD_CERTIFIED_COPY, Message::new("copy-of-parts"), self.span(first));
            return None;
        }
        parts
    }
}

/// What a file holds; nothing of a directive that is not resolved.
fn content(file: &CopiedFile) -> Option<Content> {
    match file {
        CopiedFile::Pdf(bytes) => Some(Content::Pdf(Arc::clone(bytes))),
        CopiedFile::Directive(directive) => Some(Content::Directive(directive.clone())),
        CopiedFile::Named(..) => None,
    }
}
