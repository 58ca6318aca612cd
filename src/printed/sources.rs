//! What makes the columns of all tables, and what others say their figures are: for who recalculates
//! a workbook. It is no part of the printed document.

use super::phrases;
use crate::compute::{ComputedTable, Tables};
use crate::model::amount::Amount;
use crate::model::target::{Declared, MadeBy, Target};

/// Lists below each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sources {
    /// From top to bottom.
    pub parts: Vec<SourcePart>,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourcePart {
    /// Over it.
    pub title: String,
    /// Over its columns.
    pub headers: Vec<String>,
    /// From top to bottom, each from left to right.
    pub rows: Vec<Vec<SourceCell>>,
}

/// A cell of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceCell {
    /// As printed.
    pub text: String,
    /// The figure, if it is one.
    pub amount: Option<Amount>,
}

impl From<String> for SourceCell {
    fn from(text: String) -> Self {
        Self { text, amount: None }
    }
}

/// The lists of `tables`, which are called `names`.
#[must_use]
pub fn sources(tables: &Tables, names: &[String]) -> Sources {
    let headers = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect();
    let all = || tables.iter().zip(names);
    let columns = all().flat_map(|(table, name)| columns(table.target, name)).collect();
    let columns = SourcePart {
        title: phrases::COLUMNS_TITLE.to_owned(),
        headers: headers(&phrases::COLUMNS_HEADERS),
        rows: columns,
    };
    let compared: Vec<_> = all().flat_map(|(table, name)| compared(table, name)).collect();
    let compared = (!compared.is_empty()).then(|| SourcePart {
        title: phrases::COMPARED_TITLE.to_owned(),
        headers: headers(&phrases::COMPARED_HEADERS),
        rows: compared,
    });
    Sources { parts: std::iter::once(columns).chain(compared).collect() }
}

fn columns(target: &Target, name: &str) -> Vec<Vec<SourceCell>> {
    let row = |column: &crate::model::target::Column| {
        let made_by = match &column.made_by {
            MadeBy::Input => phrases::MADE_BY_INPUT.to_owned(),
            MadeBy::Formula(written) => written.text.clone(),
            MadeBy::Allocation(_) => phrases::MADE_BY_ALLOCATION.to_owned(),
        };
        let texts = [name.to_owned(), column.header.clone(), column.id.value.clone(), made_by];
        texts.map(SourceCell::from).to_vec()
    };
    target.columns.iter().map(row).collect()
}

/// Each figure that somebody else stated, beside ours.
fn compared(
    ComputedTable { target, table }: ComputedTable<'_>,
    name: &str,
) -> Vec<Vec<SourceCell>> {
    let row = |declared: &Declared| {
        let column = &target.columns[declared.column];
        let cell = table.cell(declared.line, declared.column);
        let label = target.total.as_ref().map_or(phrases::TOTAL, |it| it.label.value.as_str());
        let line = declared.line.map_or(label, |line| target.lines[line].name.value.as_str());
        let texts = [name, line, &column.header].map(|it| SourceCell::from(it.to_owned()));
        let computed = cell.value.amount();
        let difference = computed.map(|computed| computed - &declared.amount);
        let figure = |amount: Option<Amount>| {
            let text = amount.as_ref().map(|amount| amount.vietnamese_plain(6));
            SourceCell { text: text.unwrap_or_default(), amount }
        };
        let figures = [Some(declared.amount.clone()), computed.cloned(), difference].map(figure);
        texts.into_iter().chain(figures).collect()
    };
    target.declared.iter().map(row).collect()
}
