//! Computed figures beside the text: totals, subtotals, and what references print.

use std::ops::Range;

use gen_lsp_types::{InlayHint, Label};

use super::analysis::Analysis;
use super::position::Lines;
use crate::compute::Origin;
use crate::model::cell_id::CellId;
use crate::model::reference::Referent;
use crate::pipeline::Examined;
use crate::printed::document::Document;
use crate::printed::numbers;
use crate::printed::run::Source;

/// The hints whose place is within the bytes `range` of the directive; `document` is the printed
/// document.
pub(super) fn inlay_hints(
    analysis: &Analysis,
    document: &Document,
    range: &Range<usize>,
) -> Vec<InlayHint> {
    let Some(examined) = &analysis.examined else { return Vec::new() };
    let lines = analysis.lines();
    let mut hints = Vec::new();
    let is_wanted = |offset: usize| range.contains(&offset) || offset == range.end;
    for block in document.texts().flatten() {
        for run in block.line().into_iter().flat_map(|line| &line.runs) {
            let Source::Reference(reference) = &run.source else { continue };
            let is_short = !matches!(reference.to, Referent::Bases | Referent::Document(_));
            let is_here = reference.span.source == analysis.source;
            if is_short && is_here && is_wanted(reference.span.end) {
                hints.push(hint(&lines, reference.span.end, run.text.clone()));
            }
        }
    }
    for (cell, offset) in lines_with_totals(analysis, examined) {
        if is_wanted(offset) {
            let label = totals(examined, cell);
            hints.extend((!label.is_empty()).then(|| hint(&lines, offset, label)));
        }
    }
    hints.sort_by_key(|hint| (hint.position.line, hint.position.character));
    hints
}

fn hint(lines: &Lines<'_>, offset: usize, label: String) -> InlayHint {
    InlayHint {
        position: lines.position(offset),
        label: Label::String(label),
        kind: None,
        text_edits: None,
        tooltip: None,
        padding_left: Some(true),
        padding_right: None,
        data: None,
    }
}

/// The row of totals and the groups of each table, at the end of the line they are written on.
fn lines_with_totals(analysis: &Analysis, examined: &Examined) -> Vec<(CellId, usize)> {
    let mut found = Vec::new();
    for (target, table) in examined.directive.targets.iter().enumerate() {
        let total = table.total.as_ref().map(|total| (None, total.label.span));
        let groups = table.lines.iter().enumerate().filter(|(_, line)| line.group.is_some());
        let groups = groups.map(|(index, line)| (Some(index), line.name.span));
        for (line, span) in groups.chain(total) {
            if span.source == analysis.source {
                let rest = analysis.text()[span.end..].find(['\r', '\n']);
                let end = rest.map_or(analysis.text().len(), |length| span.end + length);
                found.push((CellId { target, line, column: 0 }, end));
            }
        }
    }
    found
}

/// The computed figures of a row: `tn_2023 41.383 · tn_2024 66.688`.
fn totals(examined: &Examined, row: CellId) -> String {
    let columns = examined.directive.targets[row.target].columns.iter().enumerate();
    let figures = columns.filter_map(|(column, made)| {
        let cell = CellId { column, ..row };
        let is_made = examined.tables.cell(cell).origin != Origin::Input;
        let printed = numbers::at(cell, &examined.tables);
        (is_made && !printed.is_empty()).then(|| format!("{} {printed}", made.id.value))
    });
    figures.collect::<Vec<_>>().join(" · ")
}
