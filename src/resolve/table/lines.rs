//! Groups, units and parts of a table.

use super::ColumnOutline;
use super::line_cells::{OfLine, column_of};
use super::line_details::most_decimals;
use super::row_formulas::RowFormula;
use super::sums::is_sum;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::{self, CellText, Content};
use crate::model::amount::{Amount, FigureError};
use crate::model::target::{Declared, Input, Line, Part, Role, Total};
use crate::model::text::Text;
use crate::nearest::{listed, suggestion};
use crate::resolve::Resolver;
use crate::span::Span;

/// A formula that makes nothing.
const BLANK: &str = "~";

/// Groups nest no deeper.
const DEEPEST_GROUP: usize = 5;

/// The rows of a table, and what stood among them.
#[derive(Default)]
pub(super) struct ReadRows {
    pub(super) lines: Vec<Line>,
    /// What rows of sums, and computed columns of a file, say.
    pub(super) declared: Vec<Declared>,
    /// The row of totals, when it stands among the rows and nowhere else.
    pub(super) total: Option<Total>,
    pub(super) formulas: Vec<RowFormula>,
}

/// Where a line stands.
#[derive(Clone, Copy)]
pub(super) struct Within<'a> {
    pub(super) columns: &'a [ColumnOutline],
    pub(super) level: usize,
    /// The group that holds it.
    pub(super) group: Option<usize>,
    /// Whether what stands here is summed in print.
    pub(super) is_summed: bool,
    /// Number of decimals of sums among these lines.
    pub(super) decimals: Option<u32>,
}

impl Resolver<'_> {
    /// The lines of a table. Rows of sums are no lines: what they say is compared with the sums.
    pub(super) fn lines(
        &mut self,
        loaded: &[load::Line],
        columns: &[ColumnOutline],
        has_total: bool,
        span: Span,
    ) -> Option<ReadRows> {
        let mut rows = ReadRows::default();
        let decimals = most_decimals(loaded);
        let within = Within { columns, level: 0, group: None, is_summed: has_total, decimals };
        let is_good = self.lines_within(loaded, within, &mut rows);
        if is_good && !rows.lines.iter().any(|line| line.group.is_none()) {
            self.emit(&codes::BAD_ROW, Message::new("rows-empty"), span);
            return None;
        }
        is_good.then_some(rows)
    }

    /// Adds lines that stand beside each other; whether all of them are good.
    fn lines_within(
        &mut self,
        loaded: &[load::Line],
        within: Within<'_>,
        rows: &mut ReadRows,
    ) -> bool {
        let sums: Vec<bool> = (0..loaded.len())
            .map(|at| is_sum(loaded, at, within.is_summed, within.columns))
            .collect();
        let first = sums.iter().position(|is_sum| !is_sum);
        let last = sums.iter().rposition(|is_sum| !is_sum);
        let mut is_good = true;
        for (at, line) in loaded.iter().enumerate() {
            if let Some(comma) = &line.comma {
                self.decimal_comma(comma);
                is_good = false;
                continue;
            }
            if !sums[at] {
                is_good &= self.has_whole(line) && self.line(line, within, rows);
                continue;
            }
            let is_outside =
                first.is_none_or(|first| at < first) || last.is_none_or(|last| at > last);
            if !is_outside && line.is_total.is_none() {
                let name = line.name.value.as_deref().unwrap_or_default();
                let message = Message::new("table-sum-in-the-middle").with("name", name);
                self.emit(&codes::BAD_ROW, message, line.name.span);
                is_good = false;
                continue;
            }
            is_good &= self.sum(line, within, rows);
            if within.group.is_none() && !within.is_summed && rows.total.is_none() {
                let is_on_top = first.is_some_and(|first| at < first);
                rows.total = self.cell_text(&line.name).map(|label| Total { label, is_on_top });
            }
        }
        is_good
    }

    /// A row named as a part stands behind the row that it is a part of.
    fn has_whole(&mut self, line: &load::Line) -> bool {
        let name = line.name.value.as_deref().unwrap_or_default();
        let is_group = matches!(line.content, Content::Group(_));
        let is_said = line.details.part.is_some() || line.is_blank;
        if is_group || is_said || load::part_rows::of_name(name).is_none() {
            return true;
        }
        let message = Message::new("part-row-without-whole").with("name", name);
        self.emit(&codes::BAD_ROW, message, line.name.span);
        false
    }

    fn decimal_comma(&mut self, comma: &load::DecimalComma) {
        let (left, right) = (&comma.left, &comma.right);
        let value = format!("{left},{right}");
        let readings = match Amount::from_figure(&value) {
            Err(FigureError::Ambiguous(readings)) => listed(readings.iter().map(String::as_str)),
            _ => format!("`{left}.{right}`"),
        };
        let message = Message::new("comma-without-space").with("value", value);
        let help = Message::new("comma-without-space-help")
            .with("readings", readings)
            .with("left", left)
            .with("right", right);
        self.report.emit(Diagnostic::new(&codes::BAD_FIGURE, message).at(comma.span).help(help));
    }

    /// Adds the line and what is below it; whether all of it is good.
    fn line(&mut self, loaded: &load::Line, within: Within<'_>, rows: &mut ReadRows) -> bool {
        let level = within.level;
        if loaded.is_blank {
            let name = Text::new("", loaded.name.span);
            let blanks = vec![Input::Blank; within.columns.len()];
            rows.lines.push(Line { role: Role::Blank, ..Line::unit(name, level, blanks) });
            return true;
        }
        let Some(name) = self.cell_text(&loaded.name) else { return false };
        let Content::Group(below) = &loaded.content else {
            return self.row(name, loaded, (within.columns, level, None), rows);
        };
        if level == DEEPEST_GROUP {
            let message = Message::new("deep-group").with("most", DEEPEST_GROUP);
            self.emit(&codes::BAD_ROW, message, loaded.name.span);
            return false;
        }
        let Some(details) = self.details(&loaded.details) else { return false };
        let mut is_good = self.has_no_formula(&loaded.details);
        let index = rows.lines.len();
        let decimals = details.decimals.or_else(|| most_decimals(below));
        rows.lines.push(Line { group: Some(0), details, ..Line::unit(name, level, Vec::new()) });
        is_good &= self.parts(&loaded.parts, index, within, rows);
        let inner =
            Within { level: level + 1, group: Some(index), is_summed: true, decimals, ..within };
        is_good &= self.lines_within(below, inner, rows);
        rows.lines[index].group = Some(rows.lines.len() - index - 1);
        is_good
    }

    /// Sums make the figures of a group, nothing else.
    fn has_no_formula(&mut self, details: &load::Details) -> bool {
        let Some(formula) = details.formulas.first() else { return true };
        self.emit(&codes::BAD_ROW, Message::new("group-formula"), formula.text.span);
        false
    }

    /// Adds a unit, a computed row or a part, and the parts of it.
    fn row(
        &mut self,
        name: Text,
        loaded: &load::Line,
        (columns, level, decimals): (&[ColumnOutline], usize, Option<u32>),
        rows: &mut ReadRows,
    ) -> bool {
        let Some(mut details) = self.details(&loaded.details) else { return false };
        details.decimals = details.decimals.or(decimals);
        let line = rows.lines.len();
        let is_computed = loaded.details.formulas.iter().any(|formula| formula.column.is_none());
        let of = OfLine { columns, line, decimals: details.decimals, is_computed };
        let inputs = match &loaded.content {
            Content::Cells(cells) => self.listed_cells(&loaded.name, cells, of, rows),
            Content::Keyed(cells) => self.keyed_cells(cells, of, rows),
            Content::Group(_) => None,
        };
        let counted = self.counted(&loaded.details);
        let (Some(inputs), Some(counted)) = (inputs, counted) else { return false };
        let role = if counted == Some(false) { Role::Apart } else { Role::Counted };
        rows.lines.push(Line { role, details, ..Line::unit(name, level, inputs) });
        let is_good = self.row_formulas(&loaded.details, (line, counted), columns, rows);
        let within = Within { columns, level, group: None, is_summed: false, decimals: None };
        is_good & self.parts(&loaded.parts, line, within, rows)
    }

    /// The formulas of a row, to be read when all tables are known.
    fn row_formulas(
        &mut self,
        details: &load::Details,
        (line, is_counted): (usize, Option<bool>),
        columns: &[ColumnOutline],
        rows: &mut ReadRows,
    ) -> bool {
        let mut is_good = true;
        for formula in &details.formulas {
            let mut column = None;
            if let Some(key) = &formula.column {
                let name = key.value.as_deref().unwrap_or_default();
                column = column_of(name, columns).filter(|at| columns[*at].kind.is_figure());
                if column.is_none() {
                    let figures = columns.iter().filter(|column| column.kind.is_figure());
                    let known = figures.map(|column| column.id.value.as_str());
                    let message = Message::new("reference-no-column").with("name", name);
                    let finding = Diagnostic::new(&codes::BAD_COLUMN, message).at(key.span);
                    self.report.emit(finding.suggest(suggestion(name, known)));
                    is_good = false;
                    continue;
                }
            }
            let mut text = formula.text.clone();
            if column.is_some() {
                // `ss: ~`: this cell has none of what its column computes.
                text.value.get_or_insert_with(|| BLANK.to_owned());
            }
            if text.value.is_some() {
                rows.formulas.push(RowFormula { line, column, text, is_counted });
            }
        }
        is_good
    }

    /// Adds the parts of the line `of`.
    fn parts(
        &mut self,
        parts: &[load::Parts],
        of: usize,
        within: Within<'_>,
        rows: &mut ReadRows,
    ) -> bool {
        // Parts are printed as their whole is, unless they say otherwise.
        let decimals = rows.lines[of].details.decimals;
        let mut is_good = true;
        for (breakdown, parts) in parts.iter().enumerate() {
            let mut level = within.level + 1;
            if let Some(title) = &parts.title {
                is_good &= self.has_parts(title, parts);
                let Some(name) = self.cell_text(title) else { return false };
                let blanks = vec![Input::Blank; within.columns.len()];
                let heading = Line::unit(name, level, blanks);
                rows.lines.push(Line { role: Role::Heading, ..heading });
                level += 1;
            }
            for (at, line) in parts.lines.iter().enumerate() {
                let index = rows.lines.len();
                let Some(name) = self.cell_text(&line.name) else { return false };
                is_good &= self.row(name, line, (within.columns, level, decimals), rows);
                let part = Part {
                    of,
                    breakdown,
                    is_first: at == 0 && parts.title.is_none(),
                    is_only: parts.lines.len() == 1,
                    extent: parts.extent,
                };
                if let Some(line) = rows.lines.get_mut(index) {
                    line.role = Role::Part(part);
                }
            }
        }
        is_good
    }

    /// A title of parts has some below it: rows without a dash would be units again.
    fn has_parts(&mut self, title: &CellText, parts: &load::Parts) -> bool {
        if !parts.lines.is_empty() {
            return true;
        }
        let name = title.value.as_deref().unwrap_or_default();
        let message = Message::new("part-title-alone").with("name", name);
        self.emit(&codes::BAD_ROW, message, title.span);
        false
    }
}
