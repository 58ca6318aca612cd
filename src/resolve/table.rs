//! Tables of targets.

use super::{Resolver, formula};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::raw;
use crate::model::amount::{Amount, FigureError};
use crate::model::target::{
    Column, ColumnFormula, ColumnKind, Declared, Header, Input, Row, Target,
};
use crate::model::text::Text;
use crate::nearest::{listed, nearest};
use crate::source::Span;

/// Headers nest no deeper.
const DEEPEST_HEADER: usize = 3;

/// Names that references use themselves.
const TAKEN: [&str; 4] = ["appendix", "bases", "table", "total"];

impl Resolver<'_> {
    pub(super) fn targets(&mut self, raw: &raw::Entries<raw::Target>) -> Option<Vec<Target>> {
        let targets: Vec<Option<Target>> =
            raw.0.iter().map(|(id, target)| self.target(id, target)).collect();
        targets.into_iter().collect()
    }

    fn target(&mut self, id: &raw::Text, raw: &raw::Target) -> Option<Target> {
        let id = self.id(id, "-");
        let title = self.optional(raw.title.as_ref());
        let row_header = self.text(&raw.row_header);
        let index_header = self.optional(raw.index_header.as_ref());
        let total = self.optional(raw.total.as_ref().map(|total| &total.label));
        let leaves = leaves(&raw.columns);
        let columns = self.columns(&leaves);
        let headers = self.headers(&raw.columns, 1);
        let columns = columns?;
        let row_header_span = self.span(&raw.row_header);
        let rows = self.rows(&raw.rows, &columns);
        let declared = self.declared(&raw.declared, &columns);
        let target = Target {
            id: id?,
            title: title?,
            row_header: row_header?,
            index_header: index_header?.unwrap_or_else(|| stt(row_header_span)),
            headers: headers?,
            columns,
            rows: rows?,
            total: total?,
            declared: declared?,
        };
        self.checked(target)
    }

    /// What only the whole table shows: cycles, totals declared where none is made.
    fn checked(&mut self, target: Target) -> Option<Target> {
        if let (None, Some(declared)) = (&target.total, target.declared.first()) {
            self.emit(&codes::BAD_ROW, Message::new("declared-without-total"), declared.span);
            return None;
        }
        let Some(cycle) = cycle(&target.columns) else { return Some(target) };
        let chain: Vec<&str> =
            cycle.iter().map(|index| target.columns[*index].id.value.as_str()).collect();
        let message = Message::new("formula-cycle").with("chain", chain.join(" → "));
        let span = target.columns[cycle[0]].formula.as_ref().map(|formula| formula.span)?;
        self.emit(&codes::BAD_FORMULA, message, span);
        None
    }

    /// A name in references: small letters, digits and `joint`, a letter first.
    fn id(&mut self, raw: &raw::Text, joint: &str) -> Option<Text> {
        let span = self.span(raw);
        let value = raw.value.clone();
        let is_name = value.starts_with(|c: char| c.is_ascii_lowercase())
            && value
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || joint.contains(c))
            && value.len() <= 40;
        let id = if !is_name {
            "bad-id"
        } else if TAKEN.contains(&value.as_str()) {
            "taken-id"
        } else {
            return Some(Text { value, span });
        };
        self.emit(
            &codes::BAD_ID,
            Message::new(id).with("value", &value).with("joint", joint),
            span,
        );
        None
    }

    fn columns(&mut self, leaves: &[&raw::Spanned<raw::Column>]) -> Option<Vec<Column>> {
        let names: Vec<&str> = leaves
            .iter()
            .filter_map(|leaf| leaf.value.id.as_ref())
            .map(|id| id.value.as_str())
            .collect();
        let columns: Vec<Option<Column>> =
            leaves.iter().map(|leaf| self.column(leaf, &names)).collect();
        let columns: Vec<Column> = columns.into_iter().collect::<Option<_>>()?;
        for (index, column) in columns.iter().enumerate() {
            let id = &column.id;
            if let Some(first) = columns[..index].iter().find(|other| other.id.value == id.value) {
                let message = Message::new("duplicate-column").with("id", &id.value);
                self.report.emit(
                    Diagnostic::new(&codes::BAD_COLUMN, message)
                        .at(id.span)
                        .related(first.id.span, Message::new("duplicate-key-first")),
                );
                return None;
            }
        }
        Some(columns)
    }

    fn column(&mut self, raw: &raw::Spanned<raw::Column>, names: &[&str]) -> Option<Column> {
        let column = &raw.value;
        let Some(id) = &column.id else {
            let message = Message::new("column-without-id");
            self.emit(&codes::BAD_COLUMN, message, self.span(&column.header));
            return None;
        };
        let id = self.id(id, "_");
        let kind = self.column_kind(column.kind.as_ref());
        let formula = match &column.formula {
            Some(text) => Some(self.formula(text, names)?),
            None => None,
        };
        if let (Some(ColumnKind::Text), Some(formula)) = (kind, &formula) {
            self.emit(&codes::BAD_COLUMN, Message::new("text-with-formula"), formula.span);
            return None;
        }
        Some(Column { id: id?, kind: kind?, formula, hidden: column.hidden })
    }

    fn formula(&mut self, raw: &raw::Text, names: &[&str]) -> Option<ColumnFormula> {
        let span = self.span(raw);
        match formula::parse(&raw.value, names) {
            Ok(formula) => Some(ColumnFormula { formula, text: raw.value.trim().to_owned(), span }),
            Err((message, help)) => {
                let mut finding = Diagnostic::new(&codes::BAD_FORMULA, message).at(span);
                finding.help = help;
                self.report.emit(finding);
                None
            }
        }
    }

    fn column_kind(&mut self, raw: Option<&raw::Text>) -> Option<ColumnKind> {
        let Some(raw) = raw else { return Some(ColumnKind::Integer) };
        let (name, decimals) = match raw.value.strip_suffix(')').and_then(|t| t.split_once('(')) {
            Some((name, digits)) => (name, digits.parse::<u32>().ok().filter(|most| *most <= 6)),
            None => (raw.value.as_str(), None),
        };
        let kind = match (name, decimals, raw.value.contains('(')) {
            ("integer", None, false) => ColumnKind::Integer,
            ("text", None, false) => ColumnKind::Text,
            ("decimal", Some(decimals), true) => ColumnKind::Decimal(decimals),
            ("percent", Some(decimals), true) => ColumnKind::Percent(decimals),
            _ => {
                let known = ["integer", "decimal(2)", "percent(2)", "text"];
                return self.bad_value("type", raw, &known);
            }
        };
        Some(kind)
    }

    fn headers(&mut self, raw: &[raw::Spanned<raw::Column>], depth: usize) -> Option<Vec<Header>> {
        let mut headers = Some(Vec::new());
        for column in raw {
            let text = self.text(&column.value.header);
            if depth > DEEPEST_HEADER {
                let message = Message::new("deep-header").with("most", DEEPEST_HEADER);
                self.emit(&codes::BAD_COLUMN, message, self.span(&column.value.header));
                return None;
            }
            if column.value.columns.is_empty() {
                if !column.value.hidden {
                    push(&mut headers, text.map(|text| Header::Leaf { text }));
                }
                continue;
            }
            self.refuse_group_keys(&column.value);
            let under = self.headers(&column.value.columns, depth + 1);
            let is_printed = under.as_ref().is_none_or(|under| !under.is_empty());
            if is_printed {
                let group = text.zip(under).map(|(text, under)| Header::Group { text, under });
                push(&mut headers, group);
            }
        }
        headers
    }

    /// A header over columns holds no cells: what only cells can have is a mistake there.
    fn refuse_group_keys(&mut self, column: &raw::Column) {
        let keys = [("id", &column.id), ("type", &column.kind), ("formula", &column.formula)];
        for (key, value) in keys {
            if let Some(value) = value {
                let message = Message::new("group-key").with("key", key);
                self.emit(&codes::BAD_COLUMN, message, self.span(value));
            }
        }
    }

    fn rows(&mut self, raw: &raw::Entries<raw::Row>, columns: &[Column]) -> Option<Vec<Row>> {
        let rows: Vec<Option<Row>> =
            raw.0.iter().map(|(name, row)| self.row(name, row, columns)).collect();
        rows.into_iter().collect()
    }

    fn row(&mut self, name: &raw::Text, raw: &raw::Row, columns: &[Column]) -> Option<Row> {
        let text = self.text(name);
        let wanted: Vec<&Column> =
            columns.iter().filter(|column| column.formula.is_none()).collect();
        // Words at the end of a row may be left out, figures may not: a gap must be seen.
        let least = wanted.iter().rposition(|column| column.kind != ColumnKind::Text);
        let least = least.map_or(0, |last| last + 1);
        if !(least..=wanted.len()).contains(&raw.value.len()) {
            let names = listed(wanted.iter().map(|column| column.id.value.as_str()));
            let message = Message::new("row-length")
                .with("name", &name.value)
                .with("found", raw.value.len())
                .with("expected", wanted.len())
                .with("columns", names);
            self.emit(&codes::BAD_ROW, message, self.span(name));
            return None;
        }
        let mut cells = raw.value.iter();
        let inputs: Vec<Option<Input>> = columns
            .iter()
            .map(|column| match (&column.formula, column.formula.is_none().then(|| cells.next())) {
                (None, Some(Some(cell))) => self.input(cell, column),
                _ => Some(Input::Blank),
            })
            .collect();
        Some(Row { name: text?, inputs: inputs.into_iter().collect::<Option<_>>()? })
    }

    fn input(&mut self, cell: &raw::Cell, column: &Column) -> Option<Input> {
        let Some(value) = cell.value.as_ref().filter(|value| !value.trim().is_empty()) else {
            return Some(Input::Blank);
        };
        let span = self.span(cell);
        if column.kind == ColumnKind::Text {
            let raw = raw::Text { value: value.clone(), range: cell.range.clone() };
            return self.text(&raw).map(Input::Text);
        }
        let amount = self.figure(value, span)?;
        if column.kind == ColumnKind::Integer && !amount.is_integer() {
            let message = Message::new("figure-not-whole")
                .with("value", value)
                .with("column", &column.id.value);
            self.emit(&codes::BAD_FIGURE, message, span);
            return None;
        }
        Some(Input::Amount(amount))
    }

    fn figure(&mut self, value: &str, span: Span) -> Option<Amount> {
        let finding = match Amount::from_figure(value.trim()) {
            Ok(amount) => return Some(amount),
            Err(FigureError::NotANumber) => Diagnostic::new(
                &codes::BAD_FIGURE,
                Message::new("figure-not-a-number").with("value", value),
            ),
            Err(FigureError::Ambiguous(readings)) => {
                let readings = listed(readings.iter().map(String::as_str));
                Diagnostic::new(
                    &codes::BAD_FIGURE,
                    Message::new("figure-ambiguous").with("value", value),
                )
                .help(Message::new("figure-readings").with("readings", readings))
            }
        };
        self.report.emit(finding.at(span));
        None
    }

    fn declared(
        &mut self,
        raw: &raw::Entries<raw::Cell>,
        columns: &[Column],
    ) -> Option<Vec<Declared>> {
        let mut declared = Some(Vec::new());
        for (name, cell) in &raw.0 {
            let known =
                |column: &Column| column.id.value == name.value && column.kind != ColumnKind::Text;
            let column = columns.iter().position(known);
            let value = cell.value.as_deref().unwrap_or_default();
            let amount = self.figure(value, self.span(cell));
            if column.is_none() {
                let figures = columns.iter().filter(|column| column.kind != ColumnKind::Text);
                let names = figures.map(|column| column.id.value.as_str());
                let help = match nearest(&name.value, names.clone()) {
                    Some(known) => Message::new("reference-nearest").with("nearest", known),
                    None => Message::new("reference-known").with("known", listed(names)),
                };
                let message = Message::new("reference-no-column").with("name", &name.value);
                let span = self.span(name);
                self.report.emit(Diagnostic::new(&codes::BAD_COLUMN, message).at(span).help(help));
            }
            let span = self.span(cell);
            let found = column.zip(amount);
            push(&mut declared, found.map(|(column, amount)| Declared { column, amount, span }));
        }
        declared
    }
}

/// The header of running numbers unless the author has another; it has no place of its own.
fn stt(span: Span) -> Text {
    Text { value: "STT".to_owned(), span }
}

/// Adds `item`, or gives up the whole list when there is none.
fn push<T>(list: &mut Option<Vec<T>>, item: Option<T>) {
    match item {
        Some(item) => {
            if let Some(list) = list {
                list.push(item);
            }
        }
        None => *list = None,
    }
}

/// The columns that hold cells, in printed order.
fn leaves(columns: &[raw::Spanned<raw::Column>]) -> Vec<&raw::Spanned<raw::Column>> {
    columns
        .iter()
        .flat_map(|column| {
            if column.value.columns.is_empty() {
                vec![column]
            } else {
                leaves(&column.value.columns)
            }
        })
        .collect()
}

/// A chain of columns that leads back to its start.
fn cycle(columns: &[Column]) -> Option<Vec<usize>> {
    let mut done = vec![false; columns.len()];
    (0..columns.len()).find_map(|start| follow(start, columns, &mut done, &mut Vec::new()))
}

fn follow(
    at: usize,
    columns: &[Column],
    done: &mut [bool],
    path: &mut Vec<usize>,
) -> Option<Vec<usize>> {
    if let Some(first) = path.iter().position(|seen| *seen == at) {
        let mut cycle = path[first..].to_vec();
        cycle.push(at);
        return Some(cycle);
    }
    if done[at] {
        return None;
    }
    path.push(at);
    let read = columns[at].formula.as_ref().map(|formula| formula.formula.columns());
    for next in read.unwrap_or_default() {
        if let Some(cycle) = follow(next, columns, done, path) {
            return Some(cycle);
        }
    }
    path.pop();
    done[at] = true;
    None
}
