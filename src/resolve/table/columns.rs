//! Columns and their headers.

use super::super::formula;
use super::super::scope::Scope;
use super::{ColumnOutline, Outline};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::raw;
use crate::model::formula::Formula;
use crate::model::measure::Measure;
use crate::model::target::{Column, ColumnKind, Header, MadeBy, SourceFormula, TotalRule};
use crate::resolve::Resolver;

/// Headers nest no deeper.
const DEEPEST_HEADER: usize = 5;

/// The narrowest and the widest column in millimetres.
pub(crate) const WIDTHS: (Measure, Measure) = (Measure::whole(5), Measure::whole(300));

/// No sheet of paper holds more columns.
const MOST_COLUMNS: usize = 100;

/// What makes totals, by name; anything else is a formula.
pub(crate) const TOTAL_RULES: [&str; 7] =
    ["sum", "ratio", "min", "max", "average", "count", "none"];

/// What columns hold, by name; other numbers of decimals may stand in the parentheses.
pub(crate) const COLUMN_TYPES: [&str; 8] =
    ["integer", "money", "decimal(2)", "percent(2)", "signed(0)", "points(2)", "date", "text"];

/// What a row is in a table that lacks it, and whether that is a blank.
pub(crate) const MISSING: [(&str, bool); 2] = [("error", false), ("blank", true)];

type RawColumn = raw::Spanned<raw::Column>;

impl Resolver<'_> {
    pub(super) fn column_outlines(&mut self, raw: &[RawColumn]) -> Option<Vec<ColumnOutline>> {
        let leaves = leaves(raw);
        if let Some(beyond) = leaves.get(MOST_COLUMNS) {
            let message =
                Message::new("many-columns").with("count", leaves.len()).with("most", MOST_COLUMNS);
            self.emit(&codes::BAD_COLUMN, message, self.span(&beyond.value.header));
            return None;
        }
        let mut groups = Vec::new();
        groups_of(raw, &mut Vec::new(), &mut groups);
        let columns: Vec<Option<ColumnOutline>> = leaves
            .iter()
            .zip(groups)
            .map(|(leaf, groups)| self.column_outline(&leaf.value, groups))
            .collect();
        let columns: Vec<ColumnOutline> = columns.into_iter().collect::<Option<_>>()?;
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

    fn column_outline(&mut self, raw: &raw::Column, groups: Vec<String>) -> Option<ColumnOutline> {
        let Some(id) = &raw.id else {
            let message = Message::new("column-without-id");
            self.emit(&codes::BAD_COLUMN, message, self.span(&raw.header));
            return None;
        };
        let id = self.id(id, "_");
        let kind = self.column_kind(raw.kind.as_ref());
        let is_input = raw.formula.is_none() && raw.allocate.is_none();
        let header = raw.header.value.trim().to_owned();
        let unit = raw.unit.as_ref().map(|unit| unit.value.trim().to_owned());
        Some(ColumnOutline { id: id?, kind: kind?, is_input, header, groups, unit })
    }

    fn column_kind(&mut self, raw: Option<&raw::Text>) -> Option<ColumnKind> {
        let Some(raw) = raw else { return Some(ColumnKind::Integer) };
        let parts = raw.value.strip_suffix(')').and_then(|text| text.split_once('('));
        let (name, decimals) = match parts {
            Some((name, digits)) => {
                (name, digits.trim().parse::<u32>().ok().filter(|most| *most <= 6))
            }
            None => (raw.value.as_str(), None),
        };
        Some(match (name, decimals, parts.is_some()) {
            ("integer", None, false) => ColumnKind::Integer,
            ("money", None, false) => ColumnKind::Money,
            ("date", None, false) => ColumnKind::Date,
            ("text", None, false) => ColumnKind::Text,
            ("decimal", Some(decimals), true) => ColumnKind::Decimal(decimals),
            ("percent", Some(decimals), true) => ColumnKind::Percent(decimals),
            ("signed", Some(decimals), true) => ColumnKind::Signed(decimals),
            ("points", Some(decimals), true) => ColumnKind::Points(decimals),
            _ => {
                return self.bad_value("type", raw, &COLUMN_TYPES);
            }
        })
    }

    /// The columns with what makes them; `index` is that of the table among `outlines`.
    pub(super) fn columns(
        &mut self,
        raw: &[RawColumn],
        index: usize,
        outlines: &[Outline],
    ) -> Option<Vec<Column>> {
        let columns: Vec<Option<Column>> = leaves(raw)
            .iter()
            .zip(&outlines[index].columns)
            .map(|(leaf, outline)| self.column(&leaf.value, outline, index, outlines))
            .collect();
        let columns: Vec<Column> = columns.into_iter().collect::<Option<_>>()?;
        self.has_totals_to_share(&columns).then_some(columns)
    }

    /// A share of nothing would be a blank that nobody asked for.
    fn has_totals_to_share(&mut self, columns: &[Column]) -> bool {
        let mut is_good = true;
        for column in columns {
            let MadeBy::Formula(written) = &column.made_by else { continue };
            written.formula.walk(&mut |part| {
                let Formula::Share(whole) = part else { return };
                let whole = &columns[whole.column];
                if matches!(whole.total, TotalRule::None) {
                    let message = Message::new("share-without-total").with("of", &whole.id.value);
                    self.emit(&codes::BAD_FORMULA, message, written.span);
                    is_good = false;
                }
            });
        }
        is_good
    }

    fn column(
        &mut self,
        raw: &raw::Column,
        outline: &ColumnOutline,
        here: usize,
        tables: &[Outline],
    ) -> Option<Column> {
        let missing = self.word("missing", raw.missing.as_ref(), &MISSING);
        let missing_is_blank = missing?.unwrap_or(false);
        let scope = Scope { tables, here, has_row: true, missing_is_blank, row: None };
        let made_by = match (&raw.formula, &raw.allocate) {
            (Some(formula), Some(_)) => {
                let span = self.span(formula);
                self.emit(&codes::BAD_COLUMN, Message::new("formula-and-allocate"), span);
                return None;
            }
            (Some(text), None) => MadeBy::Formula(self.written(text, scope)?),
            (None, Some(allocate)) => {
                MadeBy::Allocation(self.allocation(allocate, outline, here, tables)?)
            }
            (None, None) => MadeBy::Input,
        };
        if let (false, Some(text)) = (outline.kind.is_figure(), &raw.formula) {
            let span = self.span(text);
            self.emit(&codes::BAD_COLUMN, Message::new("text-with-formula"), span);
            return None;
        }
        let total = self.total_rule(raw.total.as_ref(), outline.kind, &made_by, scope)?;
        if raw.adds_up && !is_share(&made_by) {
            let span = self.span(&raw.header);
            self.emit(&codes::BAD_COLUMN, Message::new("adds-up-without-share"), span);
            return None;
        }
        Some(Column {
            id: outline.id.clone(),
            header: outline.header.clone(),
            kind: outline.kind,
            made_by,
            unit: outline.unit.clone(),
            total,
            is_total_chosen: raw.total.is_some(),
            width: self.column_width(raw.width.as_ref())?,
            adds_up: raw.adds_up,
            hidden: raw.hidden,
        })
    }

    /// The width of a column in millimetres.
    #[expect(clippy::option_option, reason = "unreadable and not written are two things")]
    pub(super) fn column_width(&mut self, raw: Option<&raw::Text>) -> Option<Option<Measure>> {
        let Some(raw) = raw else { return Some(None) };
        let (least, most) = WIDTHS;
        let found = raw.value.trim().parse::<Measure>().ok();
        if let Some(width) = found.filter(|width| (least..=most).contains(width)) {
            return Some(Some(width));
        }
        let message = Message::new("bad-width")
            .with("value", &raw.value)
            .with("least", least)
            .with("most", most);
        self.emit(&codes::BAD_VALUE, message, self.span(raw));
        None
    }

    pub(super) fn written(&mut self, raw: &raw::Text, scope: Scope<'_>) -> Option<SourceFormula> {
        let span = self.span(raw);
        match formula::parse(&raw.value, scope) {
            Ok(formula) => Some(SourceFormula { formula, text: raw.value.trim().to_owned(), span }),
            Err((message, help)) => {
                let finding = Diagnostic::new(&codes::BAD_FORMULA, message).at(span);
                self.report.emit(Diagnostic { help, ..finding });
                None
            }
        }
    }

    fn total_rule(
        &mut self,
        raw: Option<&raw::Text>,
        kind: ColumnKind,
        made_by: &MadeBy,
        scope: Scope<'_>,
    ) -> Option<TotalRule> {
        let Some(raw) = raw else { return Some(default_total(kind, made_by)) };
        let has_formula = matches!(made_by, MadeBy::Formula(_));
        if !kind.is_figure() && raw.value != "none" {
            return self.bad_value("total", raw, &["none"]);
        }
        Some(match raw.value.as_str() {
            "sum" => TotalRule::Sum,
            "min" => TotalRule::Least,
            "max" => TotalRule::Greatest,
            "average" => TotalRule::Average,
            "count" => TotalRule::Count,
            "none" => TotalRule::None,
            "ratio" if has_formula => TotalRule::Ratio,
            "ratio" => {
                let message = Message::new("ratio-without-formula");
                self.emit(&codes::BAD_COLUMN, message, self.span(raw));
                return None;
            }
            word if word.chars().all(char::is_alphabetic)
                && crate::nearest::nearest(word, TOTAL_RULES).is_some() =>
            {
                return self.bad_value("total", raw, &TOTAL_RULES);
            }
            _ => TotalRule::Formula(self.written(raw, scope)?),
        })
    }

    pub(super) fn headers(&mut self, raw: &[RawColumn], depth: usize) -> Option<Vec<Header>> {
        let mut headers = Vec::new();
        let mut is_good = true;
        for column in raw {
            let text = self.text(&column.value.header);
            let unit = self.optional(column.value.unit.as_ref());
            if depth > DEEPEST_HEADER {
                let message = Message::new("deep-header").with("most", DEEPEST_HEADER);
                self.emit(&codes::BAD_COLUMN, message, self.span(&column.value.header));
                return None;
            }
            let (Some(text), Some(unit)) = (text, unit) else {
                is_good = false;
                continue;
            };
            if column.value.columns.is_empty() {
                if !column.value.hidden {
                    headers.push(Header::Leaf { text, unit });
                }
                continue;
            }
            is_good &= self.has_no_cells(&column.value);
            match self.headers(&column.value.columns, depth + 1) {
                Some(under) if under.is_empty() => {}
                Some(under) => headers.push(Header::Group { text, under }),
                None => is_good = false,
            }
        }
        is_good.then_some(headers)
    }

    /// A header over columns holds no cells: what only cells can have is a mistake there.
    fn has_no_cells(&mut self, column: &raw::Column) -> bool {
        let keys = [
            ("id", &column.id),
            ("type", &column.kind),
            ("unit", &column.unit),
            ("formula", &column.formula),
            ("total", &column.total),
        ];
        let mut is_good = true;
        for (key, value) in keys {
            if let Some(value) = value {
                let message = Message::new("group-key").with("key", key);
                self.emit(&codes::BAD_COLUMN, message, self.span(value));
                is_good = false;
            }
        }
        is_good
    }
}

/// Amounts are summed; a percentage or another quotient is its formula over the totals, for a sum
/// or a mean of such means nothing; a rank, a day and words have no total.
fn default_total(kind: ColumnKind, made_by: &MadeBy) -> TotalRule {
    match (kind, made_by) {
        (ColumnKind::Date | ColumnKind::Text, _) => TotalRule::None,
        (_, MadeBy::Formula(written)) if written.formula.has_place() => TotalRule::None,
        // What is one figure for all rows is that figure in their total, too.
        (_, MadeBy::Formula(written)) if written.formula.is_of_table() => TotalRule::Ratio,
        (_, MadeBy::Formula(written)) if written.formula.compares_with_rows() => TotalRule::None,
        (kind, MadeBy::Formula(written)) if kind.is_ratio() || written.formula.is_rate() => {
            TotalRule::Ratio
        }
        (kind, _) if kind.is_ratio() => TotalRule::None,
        (_, MadeBy::Formula(written)) if written.formula.is_linear() => TotalRule::BothWays,
        _ => TotalRule::Sum,
    }
}

fn is_share(made_by: &MadeBy) -> bool {
    matches!(made_by, MadeBy::Formula(SourceFormula { formula: Formula::Share(_), .. }))
}

/// The columns that hold cells, in printed order.
fn leaves(columns: &[RawColumn]) -> Vec<&RawColumn> {
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

/// The headers over each column that holds cells, in the order of [`leaves`].
fn groups_of(columns: &[RawColumn], over: &mut Vec<String>, groups: &mut Vec<Vec<String>>) {
    for column in columns {
        if column.value.columns.is_empty() {
            groups.push(over.clone());
            continue;
        }
        over.push(column.value.header.value.trim().to_owned());
        groups_of(&column.value.columns, over, groups);
        over.pop();
    }
}
