//! Appendices: texts, and the order of texts and tables.

use super::Resolver;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::{Loaded, raw};
use crate::model::appended::Appended;
use crate::model::block::{Block, Inline};
use crate::model::catalog::CatalogIssuer;
use crate::model::reference::{Appendix, Reference, Referent};
use crate::model::target::Target;
use crate::nearest::suggestion;
use crate::span::Span;

/// The texts, and the order of all that is listed.
pub(super) type Listed = (Vec<Appended>, Vec<Appendix>);

impl Resolver<'_> {
    pub(super) fn appendices(
        &mut self,
        loaded: &Loaded,
        targets: &[Target],
        entry: Option<&CatalogIssuer>,
    ) -> Option<Listed> {
        let (mut texts, mut order, mut is_good) = (Vec::new(), Vec::new(), true);
        for (raw, blocks) in loaded.raw.appendices.iter().zip(&loaded.appended) {
            let which = match &raw.value.table {
                Some(table) => self.listed_table(table, &raw.value, targets),
                None => match self.appended(raw, blocks, loaded, targets, entry) {
                    Some(text) => {
                        texts.push(text);
                        Some(Appendix::Text(texts.len() - 1))
                    }
                    None => None,
                },
            };
            is_good &= which.is_some();
            order.extend(which.map(|which| (which, self.span(raw))));
        }
        is_good &= self.are_different(&order, &texts, targets);
        let order = order.into_iter().map(|(which, _)| which).collect();
        is_good.then_some((texts, order))
    }

    /// A table of the directive; its title and text are in `targets`.
    fn listed_table(
        &mut self,
        table: &raw::Text,
        raw: &raw::Appendix,
        targets: &[Target],
    ) -> Option<Appendix> {
        let others = [
            ("id", &raw.id),
            ("title", &raw.title),
            ("body", &raw.body),
            ("orientation", &raw.orientation),
        ];
        let mut others: Vec<(&str, Span)> = others
            .into_iter()
            .filter_map(|(key, text)| Some((key, self.span(text.as_ref()?))))
            .collect();
        if !raw.signatories.is_empty() {
            others.push(("signatories", self.span(table)));
        }
        for (key, span) in &others {
            let message = Message::new("appendix-key").with("key", key);
            self.emit(&codes::BAD_APPENDIX, message, *span);
        }
        let table = self.text(table)?;
        let name = |target: &Target| target.id.value.clone();
        let found = targets.iter().position(|target| name(target) == table.value);
        if found.is_none() {
            let known = targets.iter().map(|target| target.id.value.as_str());
            let message = Message::new("reference-no-target").with("name", &table.value);
            let finding = Diagnostic::new(&codes::UNKNOWN_REFERENCE, message).at(table.span);
            self.report.emit(finding.suggest(suggestion(&table.value, known)));
        }
        found.filter(|_| others.is_empty()).map(Appendix::Table)
    }

    fn appended(
        &mut self,
        spanned: &raw::Spanned<raw::Appendix>,
        blocks: &[Block<crate::load::RawReference>],
        loaded: &Loaded,
        targets: &[Target],
        entry: Option<&CatalogIssuer>,
    ) -> Option<Appended> {
        let (span, raw) = (self.span(spanned), &spanned.value);
        for (key, value) in [("title", &raw.title), ("body", &raw.body)] {
            if value.is_none() {
                let message = Message::new("missing-key").with("key", key);
                self.emit(&codes::MISSING_KEY, message, span);
            }
        }
        let id = self.optional(raw.id.as_ref());
        let title = self.optional_name(raw.title.as_ref())?;
        let body = raw.body.as_ref().map(|text| self.body(blocks, text, targets, &loaded.raw));
        let orientation = self.orientation(raw.orientation.as_ref());
        let signatories: Vec<_> = raw.signatories.iter().map(|it| self.signer(it, entry)).collect();
        Some(Appended {
            id: id?,
            title: title?,
            body: body??,
            orientation: orientation?,
            signatories: signatories.into_iter().collect::<Option<_>>()?,
        })
    }

    /// Nothing is listed twice, and no name means two things.
    fn are_different(
        &mut self,
        order: &[(Appendix, Span)],
        texts: &[Appended],
        targets: &[Target],
    ) -> bool {
        let mut is_good = true;
        for (index, (which, span)) in order.iter().enumerate() {
            let is_twice = order[..index].iter().any(|(other, _)| other == which);
            if let (Appendix::Table(table), true) = (which, is_twice) {
                let name = &targets[*table].id.value;
                let message = Message::new("appendix-twice").with("name", name);
                self.emit(&codes::BAD_APPENDIX, message, *span);
                is_good = false;
            }
        }
        for (index, text) in texts.iter().enumerate() {
            let Some(id) = &text.id else { continue };
            let ids = texts[..index].iter().filter_map(|other| other.id.as_ref());
            let mut taken = ids.chain(targets.iter().map(|target| &target.id));
            if taken.any(|other| other.value.replace('_', "-") == id.value.replace('_', "-")) {
                let message = Message::new("appendix-name-taken").with("name", &id.value);
                self.emit(&codes::BAD_APPENDIX, message, id.span);
                is_good = false;
            }
        }
        is_good
    }

    /// A table that is listed as an appendix is not in a text, too.
    pub(super) fn are_not_in_text<'b>(
        &mut self,
        order: &[Appendix],
        bodies: impl Iterator<Item = &'b [Block<Reference>]>,
    ) -> bool {
        let mut found = Vec::new();
        for block in bodies.flatten() {
            block.walk(&mut |inline| {
                if let Inline::Reference(Reference { to: Referent::Table(table), span }) = inline
                    && order.contains(&Appendix::Table(*table))
                {
                    found.push(*span);
                }
            });
        }
        for span in &found {
            self.emit(&codes::BAD_APPENDIX, Message::new("appendix-in-text"), *span);
        }
        found.is_empty()
    }
}
