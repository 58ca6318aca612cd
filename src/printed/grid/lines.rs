//! The rows of a table below its header.

use std::collections::BTreeSet;

use super::{Cell, Column, Content, Row, RowKind};
use crate::compute::{Cell as Computed, Table, Value};
use crate::load::part_rows;
use crate::model::numbering::Counter;
use crate::model::target::{ColumnKind, Extent, Label, Line, Role, Target};
use crate::printed::run::{self, Run, Source};
use crate::printed::{numbers, phrases};

/// The columns of a table: running numbers, codes, names and units of rows, then its own, then
/// notes of rows. Those that nothing stands in are left out.
pub(super) fn columns(target: &Target) -> Vec<Column> {
    let beside = &target.beside;
    let mut columns = Vec::new();
    columns.extend(has_index(target).then_some(Column::of(Content::Index)));
    columns.extend(beside.code.as_ref().map(|_| Column::of(Content::Code)));
    columns.push(Column { width: target.name_width, ..Column::of(Content::Name) });
    columns.extend(beside.unit.as_ref().map(|_| Column::of(Content::Unit)));
    columns.extend(super::printed(target).map(|column| {
        let holds = match target.columns[column].kind {
            ColumnKind::Text => Content::Text,
            ColumnKind::Date => Content::Date,
            _ => Content::Figure,
        };
        Column { holds, index: Some(column), width: target.columns[column].width }
    }));
    columns.extend(beside.note.as_ref().map(|_| Column::of(Content::Note)));
    columns
}

/// Whether there is a column of running numbers.
fn has_index(target: &Target) -> bool {
    let has_label = |line: &Line| matches!(line.details.label, Label::Own(_));
    !target.numbering.is_none() || target.lines.iter().any(has_label)
}

/// The rows of a table with these columns, and that of totals.
pub(super) fn rows(target: &Target, table: &Table, columns: &[Column]) -> Vec<Row> {
    let mut rows = lines(target, table, columns);
    let Some(total) = &target.total else { return rows };
    let is_before =
        |column: &&Column| matches!(column.holds, Content::Index | Content::Code | Content::Name);
    let colspan = columns.iter().take_while(is_before).count();
    let label = Cell { colspan, ..Cell::from(Run::typed(&total.label)) };
    let others = columns[colspan..].iter().map(|column| match column.index {
        Some(index) => figure(target, None, index, &table.total),
        None => Cell::blank(),
    });
    let cells = std::iter::once(label).chain(others).collect();
    let row = Row { kind: RowKind::Total, line: None, cells };
    rows.insert(if total.is_on_top { 0 } else { rows.len() }, row);
    rows
}

fn lines(target: &Target, table: &Table, columns: &[Column]) -> Vec<Row> {
    let mut counter = Counter::default();
    let parents = target.parents();
    let with_groups: BTreeSet<Option<usize>> = target
        .lines
        .iter()
        .zip(&parents)
        .filter(|(line, _)| line.group.is_some())
        .map(|(_, parent)| *parent)
        .collect();
    let mut row = |(index, line): (usize, &Line)| {
        let is_counted = matches!(line.role, Role::Counted | Role::Apart | Role::Blank);
        let sign = match &line.details.label {
            Label::Own(text) => Run::typed(text),
            Label::Number if is_counted => {
                let is_group = line.group.is_some();
                // A unit beside groups is counted as they are.
                let is_beside = with_groups.contains(&parents[index]);
                let level = line.level;
                phrases::own(counter.next(&target.numbering, level, (is_group, is_beside)))
            }
            Label::Number | Label::None => phrases::own(""),
        };
        let mut cells: Vec<Cell> = Vec::with_capacity(columns.len());
        for column in columns {
            let details = &line.details;
            cells.push(match column.holds {
                Content::Index => sign.clone().into(),
                Content::Code => optional(details.code.as_ref()),
                Content::Name => name(line),
                Content::Unit => optional(details.unit.as_ref()),
                Content::Note => optional(details.note.as_ref()),
                _ => match column.index {
                    Some(column) => figure(target, Some(index), column, &table.lines[index]),
                    None => Cell::blank(),
                },
            });
        }
        let kind = kind(line);
        if matches!(kind, RowKind::Group | RowKind::Heading) {
            spread_name(&mut cells, columns);
        }
        Row { kind, line: Some(index), cells }
    };
    target.lines.iter().enumerate().map(&mut row).collect()
}

fn kind(line: &Line) -> RowKind {
    match line.role {
        _ if line.group.is_some() => RowKind::Group,
        Role::Counted | Role::Apart | Role::Blank => RowKind::Unit,
        Role::Part(_) => RowKind::Part,
        Role::Heading => RowKind::Heading,
    }
}

/// The name of a line. The first part of a whole says that it is one, unless its author did.
fn name(line: &Line) -> Cell {
    let own = Run::typed(&line.name);
    let Role::Part(part) = line.role else { return own.into() };
    let name = line.name.value.as_str();
    let is_dashed = name.starts_with(['-', '–', '+']);
    let lead = match part.extent {
        Extent::Some => phrases::OF_WHICH,
        Extent::Whole => phrases::MADE_OF,
    };
    let has_lead = part_rows::of_name(name).is_some();
    let dash = if part.is_only || is_dashed || has_lead { "" } else { "- " };
    let before = if part.is_first && !has_lead && !is_dashed {
        format!("{lead} {dash}")
    } else {
        dash.to_owned()
    };
    if before.is_empty() {
        return own.into();
    }
    Cell { text: run::Line::from(phrases::own(before)).with(own), ..Cell::blank() }
}

/// The name lies over the empty cells to its right.
fn spread_name(cells: &mut Vec<Cell>, columns: &[Column]) {
    let Some(name) = columns.iter().position(|it| it.holds == Content::Name) else { return };
    let empty = cells[name + 1..].iter().take_while(|cell| cell.text.is_blank()).count();
    cells.drain(name + 1..=name + empty);
    cells[name].colspan = 1 + empty;
}

/// The words of a text cell.
fn words(text: &str) -> run::Line {
    let mut line = run::Line::default();
    for (part, is_strong) in numbers::parts(text) {
        let mut run = Run::new(part, Source::Cell);
        run.style.strong = is_strong;
        line.runs.push(run);
    }
    line
}

fn optional(text: Option<&crate::model::text::Text>) -> Cell {
    text.map_or_else(Cell::blank, |text| Run::typed(text).into())
}

fn figure(target: &Target, line: Option<usize>, column: usize, cells: &[Computed]) -> Cell {
    let value = cells[column].value.clone();
    let kind = target.kind_at(line, column);
    let text = match &value {
        Value::Text(text) => words(text),
        value => {
            let figure = numbers::cell(value, kind);
            let mark = line.and_then(|line| target.lines[line].mark(column));
            let marked = mark.map_or_else(|| figure.clone(), |mark| format!("{figure} {mark}"));
            Run::new(marked, Source::Cell).into()
        }
    };
    Cell { text, value: Some(value), colspan: 1 }
}
