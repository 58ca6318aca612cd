//! How an amount was spread, as a table of its own.

use super::header::header_cell;
use super::{Row, TargetTable, laid_out};
use crate::compute::{Bound, Share, Working};
use crate::model::target::{MadeBy, Orientation, Target};
use crate::render::names::name;
use crate::render::sheet::Sheet;
use crate::render::spacing::running;

/// The note of an amount that was spread.
const WORKING_NOTE: &str = "Ghi chú: Phần lẻ được làm tròn theo phương pháp số dư lớn nhất để \
                            tổng các dòng bằng đúng số phân bổ.";

/// How an amount was spread, as a table of its own.
pub(in crate::render) fn working_view(
    target: &Target,
    working: &Working,
    sheet: &Sheet<'_>,
) -> TargetTable {
    let column = &target.columns[working.column];
    let by = working_weight(target, working);
    let headers = [
        target.index_header.value.clone(),
        target.row_header.value.clone(),
        by.map_or_else(String::new, |by| target.columns[by].header.clone()),
        "Tính theo tỷ lệ".to_owned(),
        "Giới hạn".to_owned(),
        column.header.clone(),
    ];
    let decimals = column.kind.decimals();
    let row = |(index, share): (usize, &Share)| {
        let cells = vec![
            (index + 1).to_string(),
            running(&target.lines[share.line].name.value),
            share.weight.as_ref().map(|weight| weight.vietnamese_plain(6)).unwrap_or_default(),
            share.exact.vietnamese(decimals + 4),
            bound_name(share.bound).to_owned(),
            share.result.vietnamese(decimals),
        ];
        Row::new("row", 1, cells)
    };
    let mut rows: Vec<Row> = working.shares.iter().enumerate().map(row).collect();
    let blank = String::new;
    let total = target.total.as_ref().map_or("Tổng cộng", |total| total.label.value.as_str());
    let cells =
        vec![total.to_owned(), blank(), blank(), blank(), working.amount.vietnamese(decimals)];
    rows.push(Row::new("total", 2, cells));
    let align = ["center", "left", "right", "right", "center", "right"];
    let header = vec![headers.iter().map(|text| header_cell(name(text), 1, 1)).collect()];
    TargetTable {
        notes: vec![WORKING_NOTE.to_owned()],
        ..laid_out(header, rows, &align, Orientation::Auto, sheet)
    }
}

/// The column of weights.
fn working_weight(target: &Target, working: &Working) -> Option<usize> {
    match &target.columns[working.column].made_by {
        MadeBy::Allocation(allocation) => Some(allocation.by),
        _ => None,
    }
}

fn bound_name(bound: Bound) -> &'static str {
    match bound {
        Bound::Free => "",
        Bound::Floor => "tối thiểu",
        Bound::Cap => "tối đa",
        Bound::Fixed => "ấn định",
    }
}
