//! How an amount was spread, as a table of its own.

use super::header::{assign_columns, header_cell};
use super::{Cell, Column, Content, Grid, Row, RowKind};
use crate::compute::{ComputedTable, Share, Tables, Value, Working};
use crate::model::amount::Amount;
use crate::model::reference::Appendix;
use crate::model::target::{MadeBy, Orientation, Paper, Target};
use crate::printed::phrases;
use crate::printed::run::{Run, Source};

/// How the amount in `column` of the target `index` was spread; without rows where it was not.
pub(in crate::printed) fn of_working(tables: &Tables, index: usize, column: usize) -> Grid {
    let ComputedTable { target, table } = tables.of(index);
    let working = table.workings.iter().find(|working| working.column == column);
    let decimals = target.columns[column].kind.decimals();
    let row = |(index, share): (usize, &Share)| unit(target, index, share, decimals);
    let shares = working.iter().flat_map(|working| &working.shares).enumerate();
    let total = working.map(|working| total(target, working, decimals));
    let rows = shares.map(row).chain(total).collect();
    Grid {
        shows: Appendix::Working(index, column),
        unit: None,
        columns: vec![
            Column::of(Content::Index),
            Column::of(Content::Name),
            Column::of(Content::Figure),
            Column::of(Content::Figure),
            Column::of(Content::Bound),
            Column { index: Some(column), ..Column::of(Content::Figure) },
        ],
        header: header(target, column),
        rows,
        notes: vec![phrases::own(phrases::SPREAD).into()],
        signers: Vec::new(),
        orientation: Orientation::Auto,
        paper: Paper::A4,
        table_size: target.table_size,
        can_split: false,
    }
}

fn header(target: &Target, column: usize) -> Vec<Vec<super::HeaderCell>> {
    let weights = match &target.columns[column].made_by {
        MadeBy::Allocation(allocation) => target.columns[allocation.by].header.as_str(),
        _ => "",
    };
    let [exact, bound] = phrases::WORKING_HEADERS.map(phrases::own);
    let of_columns = [weights, &target.columns[column].header].map(phrases::own);
    let [weights, result] = of_columns;
    let rows = [&target.index_header, &target.row_header].map(Run::typed).into_iter();
    let all = rows.chain([weights, exact, bound, result]);
    let mut header = vec![all.map(|run| header_cell(run, 1, 1)).collect()];
    assign_columns(&mut header);
    header
}

fn unit(target: &Target, index: usize, share: &Share, decimals: u32) -> Row {
    let weight = share.weight.as_ref();
    let cells = vec![
        phrases::own((index + 1).to_string()).into(),
        Run::typed(&target.lines[share.line].name).into(),
        cell(weight, |weight| weight.vietnamese_plain(6)),
        cell(Some(&share.exact), |exact| exact.vietnamese(decimals + 4)),
        phrases::own(phrases::bound(share.bound)).into(),
        cell(Some(&share.result), |result| result.vietnamese(decimals)),
    ];
    Row { kind: RowKind::Unit, line: Some(share.line), cells }
}

fn total(target: &Target, working: &Working, decimals: u32) -> Row {
    let label = target.total.as_ref();
    let label = label.map_or_else(|| phrases::own(phrases::TOTAL), |it| Run::typed(&it.label));
    let amount = cell(Some(&working.amount), |amount| amount.vietnamese(decimals));
    let label = Cell { colspan: 2, ..label.into() };
    let cells = vec![label, Cell::blank(), Cell::blank(), Cell::blank(), amount];
    Row { kind: RowKind::Total, line: None, cells }
}

fn cell(amount: Option<&Amount>, printed: impl Fn(&Amount) -> String) -> Cell {
    let text = amount.map(printed).unwrap_or_default();
    let value = Value::from(amount.cloned());
    Cell { value: Some(value), ..Run::new(text, Source::Cell).into() }
}
