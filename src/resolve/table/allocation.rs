//! `allocate`: what is spread, by what, within which bounds.

use super::super::scope::Scope;
use super::{ColumnOutline, Outline};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::{CellText, raw};
use crate::model::allocation::{Allocation, Ties};
use crate::model::amount::Amount;
use crate::model::target::ColumnKind;
use crate::nearest::listed;
use crate::resolve::{Resolver, flatten};
use crate::span::Span;

impl Resolver<'_> {
    pub(super) fn allocation(
        &mut self,
        raw: &raw::Spanned<raw::Allocate>,
        column: &ColumnOutline,
        here: usize,
        tables: &[Outline],
    ) -> Option<Allocation> {
        let allocate = &raw.value;
        let span = self.span(&allocate.amount);
        if !matches!(column.kind, ColumnKind::Integer | ColumnKind::Money | ColumnKind::Decimal(_))
        {
            let message = Message::new("allocate-kind").with("column", &column.id.value);
            self.emit(&codes::BAD_ALLOCATION, message, span);
            return None;
        }
        let outline = &tables[here];
        let scope = Scope { tables, here, has_row: false, missing_is_blank: false, row: None };
        let amount = self.written(&allocate.amount, scope);
        let by = self.weights(&allocate.by, outline);
        let floor = allocate.floor.as_ref().map(|text| self.part(text, column));
        let cap = allocate.cap.as_ref().map(|text| self.part(text, column));
        let fixed: Vec<Option<(usize, Amount)>> = allocate
            .fixed
            .0
            .iter()
            .map(|(name, text)| {
                let line = self.unit(name, outline);
                let part = self.part(text, column);
                line.zip(part)
            })
            .collect();
        let ties = self.word("ties", allocate.ties.as_ref(), &Ties::KNOWN);
        Some(Allocation {
            amount: amount?,
            by: by?,
            floor: flatten(floor)?,
            cap: flatten(cap)?,
            fixed: fixed.into_iter().collect::<Option<_>>()?,
            ties: ties?.unwrap_or(Ties::Order),
            shows_working: allocate.working,
            span,
        })
    }

    fn weights(&mut self, raw: &raw::Text, outline: &Outline) -> Option<usize> {
        let is_meant =
            |column: &ColumnOutline| column.id.value == raw.value && column.kind.is_figure();
        let found = outline.columns.iter().position(is_meant);
        if found.is_none() {
            let names = outline.columns.iter().filter(|column| column.kind.is_figure());
            let known = listed(names.map(|column| column.id.value.as_str()));
            let message = Message::new("reference-no-column").with("name", &raw.value);
            let finding = Diagnostic::new(&codes::BAD_ALLOCATION, message).at(self.span(raw));
            self.report.emit(finding.help(Message::new("suggest-known").with("known", known)));
        }
        found
    }

    /// A part of the amount: not negative, no finer than the column prints.
    fn part(&mut self, raw: &raw::Text, column: &ColumnOutline) -> Option<Amount> {
        let cell = in_yaml(&raw.value, self.span(raw));
        let amount = self.figure(&raw.value, &cell, column.kind.decimals())?;
        let is_fine = amount.round(column.kind.decimals()) == amount;
        if amount < Amount::zero() || !is_fine {
            let message = Message::new("allocate-part").with("value", &raw.value);
            self.emit(&codes::BAD_ALLOCATION, message, cell.span);
            return None;
        }
        Some(amount)
    }

    fn unit(&mut self, raw: &raw::Text, outline: &Outline) -> Option<usize> {
        let name = in_yaml(&raw.value, self.span(raw));
        let line = self.declared_line(&name, outline)?;
        if outline.lines[line].group.is_some() {
            let message = Message::new("allocate-group").with("name", &raw.value);
            self.emit(&codes::BAD_ALLOCATION, message, name.span);
            return None;
        }
        Some(line)
    }
}

fn in_yaml(value: &str, span: Span) -> CellText {
    CellText::in_yaml(Some(value.to_owned()), span)
}
