//! Tables cut down to what belongs to one recipient, with values in place of formulas.

use std::collections::BTreeMap;

use crate::compute::{Cell, ComputedTable, Origin, Table, Tables, Value};
use crate::model::copies::{Attached, Rows};
use crate::model::target::{Input, Line, MadeBy, Role, Target, TotalRule};
use crate::model::text::Text;

use super::Row;

/// What is the same in the tables of all copies.
pub(super) struct Cutter {
    /// The tables without lines.
    frames: Vec<Target>,
    /// Which tables are cut down: those with a row of some recipient.
    is_cut: Vec<bool>,
    /// The lines of each such table, by their names.
    lines: Vec<BTreeMap<String, Vec<usize>>>,
    /// The line around each line of the table that the rows are of.
    parents: Vec<Option<usize>>,
}

impl Cutter {
    pub(super) fn new(of: &Row<'_>) -> Self {
        let targets = &of.directive.targets;
        let own = own_table(of);
        let names: std::collections::BTreeSet<&str> =
            of.rows().into_iter().map(|row| of.name(row).value.as_str()).collect();
        let lines: Vec<BTreeMap<String, Vec<usize>>> = targets
            .iter()
            .map(|target| {
                let mut lines: BTreeMap<String, Vec<usize>> = BTreeMap::new();
                for (index, line) in target.lines.iter().enumerate() {
                    if names.contains(line.name.value.as_str()) {
                        lines.entry(line.name.value.clone()).or_default().push(index);
                    }
                }
                lines
            })
            .collect();
        let is_cut = lines.iter().enumerate();
        let is_cut = is_cut.map(|(at, lines)| Some(at) == own || !lines.is_empty()).collect();
        let parents = own.map(|own| targets[own].parents()).unwrap_or_default();
        Self { frames: targets.iter().map(frame).collect(), is_cut, lines, parents }
    }

    /// The tables of the copy for `row`.
    pub(super) fn tables(&self, of: &Row<'_>, row: usize) -> Tables {
        let tables = of.tables.iter().enumerate();
        let (targets, tables): (Vec<_>, _) =
            tables.map(|(at, whole)| self.table(of, row, at, whole)).unzip();
        Tables::new(targets.into(), tables)
    }

    fn table(
        &self,
        of: &Row<'_>,
        row: usize,
        at: usize,
        whole: ComputedTable<'_>,
    ) -> (Target, Table) {
        let target = whole.target;
        let is_gone = of.copies.appendix == Attached::None && self.is_cut[at] || !target.is_printed;
        if is_gone {
            let frame = Target { is_printed: false, ..self.frames[at].clone() };
            return cut(frame, whole, &[], 0);
        }
        if !self.is_cut[at] {
            return (target.clone(), whole.table.clone());
        }
        let first = if Some(at) == own_table(of) {
            Some(row)
        } else {
            let lines = self.lines[at].get(&of.name(row).value);
            lines.and_then(|lines| lines.first()).copied()
        };
        let Some(first) = first else {
            let frame = Target { is_printed: false, ..self.frames[at].clone() };
            return cut(frame, whole, &[], 0);
        };
        let group = match of.copies.appendix {
            Attached::Group if Some(at) == own_table(of) => self.group_of(target, first),
            _ => None,
        };
        let (start, end) = match group {
            Some(group) => (group, group + 1 + target.lines[group].group.unwrap_or(0)),
            None => (first, behind(&target.lines, first)),
        };
        let kept: Vec<usize> = (start..end).collect();
        cut(self.frames[at].clone(), whole, &kept, target.lines[start].level)
    }

    /// The innermost group around a line.
    fn group_of(&self, target: &Target, line: usize) -> Option<usize> {
        let mut parent = self.parents.get(line).copied().flatten();
        while let Some(at) = parent {
            if target.lines[at].group.is_some() {
                return Some(at);
            }
            parent = self.parents[at];
        }
        None
    }
}

/// The index of the table that the rows are of.
fn own_table(of: &Row<'_>) -> Option<usize> {
    match of.copies.rows {
        Rows::Table(table) => Some(table),
        Rows::List(_) => None,
    }
}

/// The index behind a line and its parts.
fn behind(lines: &[Line], first: usize) -> usize {
    let below = lines[first + 1..].iter().take_while(|line| line.level > lines[first].level);
    first + 1 + below.count()
}

/// A table without lines, totals and formulas.
fn frame(target: &Target) -> Target {
    let mut frame = Target { lines: Vec::new(), total: None, ..target.clone() };
    frame.declared.clear();
    for column in &mut frame.columns {
        column.made_by = MadeBy::Input;
        column.total = TotalRule::None;
        column.adds_up = false;
    }
    frame
}

/// `frame` with the `kept` lines of a table, the outermost of which stand at `level`.
fn cut(
    mut frame: Target,
    ComputedTable { target, table }: ComputedTable<'_>,
    kept: &[usize],
    level: usize,
) -> (Target, Table) {
    let blank = Cell { value: Value::Blank, origin: Origin::Nothing };
    let total = vec![blank; target.columns.len()];
    let mut lines = Vec::new();
    for index in kept {
        let line = &target.lines[*index];
        let cells: Vec<Cell> = table.lines[*index]
            .iter()
            .map(|cell| Cell { value: cell.value.clone(), origin: Origin::Input })
            .collect();
        let role = match line.role {
            Role::Part(part) => {
                let of = kept.iter().position(|kept| *kept == part.of);
                of.map_or(Role::Apart, |of| Role::Part(crate::model::target::Part { of, ..part }))
            }
            other => other,
        };
        frame.lines.push(Line {
            level: line.level.saturating_sub(level),
            role,
            inputs: cells.iter().enumerate().map(|(at, cell)| input(line, at, cell)).collect(),
            formulas: Vec::new(),
            ..line.clone()
        });
        lines.push(cells);
    }
    (frame, Table { lines, total, workings: Vec::new() })
}

/// What an author would have written to have `cell`.
fn input(line: &Line, at: usize, cell: &Cell) -> Input {
    match &cell.value {
        Value::Blank => Input::Blank,
        Value::Amount(amount) => Input::Amount(amount.clone()),
        Value::Date(date) => Input::Date(*date),
        Value::Mark(mark) => Input::Mark(*mark),
        Value::Text(text) => match line.inputs.get(at) {
            Some(Input::Text(written)) => Input::Text(written.clone()),
            _ => Input::Text(Text::new(text, line.name.span)),
        },
    }
}
