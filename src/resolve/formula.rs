//! Formulas: parsed by precedence climbing, names looked up among the tables.

use super::scope::Scope;
use crate::diagnostic::Message;
use crate::model::amount::{Amount, FigureError};
use crate::model::formula::{
    Aggregate, CellRef, ColumnRef, Comparison, Condition, Extreme, Formula, Operator, RowRef,
};
use crate::nearest::{listed, suggestion};

/// No formula needs to be nested deeper.
const DEEPEST: usize = 50;

/// No formula needs more bytes.
const LONGEST: usize = 1_000;

/// Names that formulas use themselves.
pub(crate) const FUNCTIONS: [&str; 11] = [
    "average",
    "count",
    "cumulative",
    "growth",
    "if",
    "max",
    "min",
    "rank",
    "round",
    "share",
    "sum",
];

/// Why a formula cannot be read, and what to do.
pub(super) type ParseError = (Message, Option<Message>);

/// Parses `text`.
pub(super) fn parse(text: &str, scope: Scope<'_>) -> Result<Formula, ParseError> {
    if text.len() > LONGEST {
        let message = Message::new("formula-long").with("length", text.len()).with("most", LONGEST);
        return Err((message, None));
    }
    let mut parser = Parser { rest: text, scope, depth: 0 };
    let formula = parser.sum()?;
    match parser.peek() {
        None => Ok(formula),
        Some(sign) => Err(unexpected(sign)),
    }
}

/// Parses a comparison: `tn_tang > 0`.
pub(super) fn condition(text: &str, scope: Scope<'_>) -> Result<Condition, ParseError> {
    if text.len() > LONGEST {
        let message = Message::new("formula-long").with("length", text.len()).with("most", LONGEST);
        return Err((message, None));
    }
    let mut parser = Parser { rest: text, scope, depth: 0 };
    let condition = parser.condition()?;
    match parser.peek() {
        None => Ok(condition),
        Some(sign) => Err(unexpected(sign)),
    }
}

struct Parser<'a> {
    rest: &'a str,
    scope: Scope<'a>,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn peek(&mut self) -> Option<char> {
        self.rest = self.rest.trim_start();
        self.rest.chars().next()
    }

    fn take(&mut self, wanted: &str) -> bool {
        self.peek();
        let rest = self.rest.strip_prefix(wanted);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn expect(&mut self, wanted: &'static str) -> Result<(), ParseError> {
        if self.take(wanted) {
            return Ok(());
        }
        match self.peek() {
            None if wanted == ")" => Err((Message::new("formula-open"), None)),
            None => Err((Message::new("formula-short"), None)),
            Some(sign) => Err(unexpected(sign)),
        }
    }

    fn operator(&mut self, wanted: &[(&str, Operator)]) -> Option<Operator> {
        let (_, operator) = wanted.iter().find(|(sign, _)| self.take(sign))?;
        Some(*operator)
    }

    fn sum(&mut self) -> Result<Formula, ParseError> {
        let signs = [("+", Operator::Add), ("-", Operator::Subtract), ("−", Operator::Subtract)];
        let mut left = self.product()?;
        while let Some(operator) = self.operator(&signs) {
            left = Formula::Binary(operator, Box::new(left), Box::new(self.product()?));
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Formula, ParseError> {
        let signs = [("*", Operator::Multiply), ("/", Operator::Divide)];
        let mut left = self.factor()?;
        while let Some(operator) = self.operator(&signs) {
            left = Formula::Binary(operator, Box::new(left), Box::new(self.factor()?));
        }
        Ok(left)
    }

    fn factor(&mut self) -> Result<Formula, ParseError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err((Message::new("formula-deep"), None));
        }
        let factor = if self.take("-") || self.take("−") {
            Formula::Negative(Box::new(self.factor()?))
        } else if self.take("(") {
            let inner = self.sum()?;
            self.expect(")")?;
            inner
        } else {
            match self.peek() {
                Some(sign) if sign.is_ascii_digit() => Formula::Number(self.number()?),
                Some(sign) if sign.is_alphabetic() => self.named()?,
                Some('[') => self.line_cell(self.scope.here)?,
                Some('~') => {
                    self.take("~");
                    Formula::Blank
                }
                Some(sign) => return Err(unexpected(sign)),
                None => return Err((Message::new("formula-short"), None)),
            }
        };
        self.depth -= 1;
        Ok(factor)
    }

    fn number(&mut self) -> Result<Amount, ParseError> {
        // A comma parts arguments; `1,5` would be two of them, and is refused as such.
        let text = self.word(|sign| sign.is_ascii_digit() || sign == '.');
        Amount::from_figure(text).map_err(|error| match error {
            FigureError::NotANumber => {
                (Message::new("figure-not-a-number").with("value", text), None)
            }
            FigureError::Ambiguous(readings) => {
                let readings = listed(readings.iter().map(String::as_str));
                let help = Message::new("figure-readings").with("readings", readings);
                (Message::new("figure-ambiguous").with("value", text), Some(help))
            }
        })
    }

    /// A function, a cell of another table, a column, or a row.
    fn named(&mut self) -> Result<Formula, ParseError> {
        let name = self.name();
        if self.take("(") {
            let formula = self.function(name)?;
            self.expect(")")?;
            return Ok(formula);
        }
        if self.peek() == Some('[') {
            let table = self.scope.table(name)?;
            return self.line_cell(table);
        }
        if !self.take(".") {
            return self.word_cell(name);
        }
        if name == "total" {
            let here = self.scope.here;
            return Ok(cell(here, self.figure_column(here)?, RowRef::Total));
        }
        let table = self.scope.table(name)?;
        let row = match self.name() {
            "total" => RowRef::Total,
            "row" if self.scope.has_row => {
                RowRef::SameName { or_blank: self.scope.missing_is_blank }
            }
            other => return Err((Message::new("formula-part").with("name", other), None)),
        };
        Ok(cell(table, self.column_behind(table)?, row))
    }

    /// A name alone: a column; in a formula of one row a row, or its total, too.
    fn word_cell(&mut self, name: &str) -> Result<Formula, ParseError> {
        let here = self.scope.here;
        let Some(of) = self.scope.row else {
            let column = self.scope.column(here, name)?;
            if !self.scope.has_row {
                return Err((Message::new("formula-no-row").with("name", name), None));
            }
            return Ok(cell(here, column, RowRef::Same));
        };
        if name == "total" {
            return Ok(cell(here, of.column, RowRef::Total));
        }
        let column = self.scope.column(here, name);
        match (column, self.scope.line_spelt(name)) {
            (Ok(column), None) => Ok(cell(here, column, RowRef::Same)),
            (Ok(column), Some(_)) if of.is_of_cell => Ok(cell(here, column, RowRef::Same)),
            (_, Some(line)) => Ok(cell(here, of.column, RowRef::Line(line?))),
            (Err((message, help)), None) => Err((message, help)),
        }
    }

    /// `["Xã A"]["Ngân sách tỉnh"].n`
    fn line_cell(&mut self, table: usize) -> Result<Formula, ParseError> {
        let mut path = Vec::new();
        while self.take("[") {
            self.expect("\"")?;
            let end = self.rest.find('"').ok_or_else(|| (Message::new("formula-short"), None))?;
            let (name, rest) = self.rest.split_at(end);
            self.rest = &rest[1..];
            path.push(name);
            self.expect("]")?;
        }
        let line = self.scope.line(table, &path)?;
        Ok(cell(table, self.column_behind(table)?, RowRef::Line(line)))
    }

    /// `.n`; in a formula of one row it may be left out: the column of the same name.
    fn column_behind(&mut self, table: usize) -> Result<usize, ParseError> {
        let next = self.peek();
        match self.scope.row {
            Some(of) if next != Some('.') => self.scope.same_column(table, of),
            _ => {
                self.expect(".")?;
                self.figure_column(table)
            }
        }
    }

    fn function(&mut self, name: &str) -> Result<Formula, ParseError> {
        Ok(match name {
            "sum" => self.of_several(Aggregate::Sum)?,
            "count" => self.of_several(Aggregate::Count)?,
            "average" => self.of_several(Aggregate::Average)?,
            "cumulative" if self.scope.has_row => Formula::Cumulative(self.column_here()?),
            "growth" => {
                let now = self.sum()?;
                self.expect(",")?;
                Formula::Growth(Box::new(now), Box::new(self.sum()?))
            }
            "rank" if self.scope.has_row => Formula::Rank(self.column_here()?),
            "share" if self.scope.has_row => Formula::Share(self.column_here()?),
            "round" => {
                let inner = self.sum()?;
                self.expect(",")?;
                let digits = self.word(|sign| sign.is_ascii_digit());
                let decimals = digits.parse().ok().filter(|decimals| *decimals <= 6);
                let decimals = decimals.ok_or_else(|| (Message::new("formula-round"), None))?;
                Formula::Round(Box::new(inner), decimals)
            }
            "if" => {
                let condition = self.condition()?;
                self.expect(",")?;
                let yes = self.sum()?;
                self.expect(",")?;
                Formula::If(Box::new(condition), Box::new(yes), Box::new(self.sum()?))
            }
            "min" => self.extreme(Extreme::Least)?,
            "max" => self.extreme(Extreme::Greatest)?,
            other => {
                let message = Message::new("formula-function").with("name", other);
                return Err((message, suggestion(other, FUNCTIONS)));
            }
        })
    }

    /// Of one column: over its units. Of several values: of those that are not blank.
    fn of_several(&mut self, aggregate: Aggregate) -> Result<Formula, ParseError> {
        let before = self.rest;
        let column = self.column_ref();
        if self.peek() == Some(')') {
            return Ok(Formula::Aggregate(aggregate, column?));
        }
        self.rest = before;
        Ok(Formula::Filled(aggregate, self.values()?))
    }

    /// Of one column: over its units. Of several values: the one among them.
    fn extreme(&mut self, extreme: Extreme) -> Result<Formula, ParseError> {
        let before = self.rest;
        if let Ok(column) = self.column_ref()
            && self.peek() == Some(')')
        {
            return Ok(Formula::Aggregate(Aggregate::Extreme(extreme), column));
        }
        self.rest = before;
        Ok(Formula::Extreme(extreme, self.values()?))
    }

    /// `x, y, …`
    fn values(&mut self) -> Result<Vec<Formula>, ParseError> {
        let mut parts = vec![self.sum()?];
        while self.take(",") {
            parts.push(self.sum()?);
        }
        Ok(parts)
    }

    fn condition(&mut self) -> Result<Condition, ParseError> {
        let left = self.sum()?;
        let signs = [
            ("<>", Comparison::Different),
            ("!=", Comparison::Different),
            ("<=", Comparison::AtMost),
            ("≤", Comparison::AtMost),
            (">=", Comparison::AtLeast),
            ("≥", Comparison::AtLeast),
            ("<", Comparison::Less),
            (">", Comparison::Greater),
            ("==", Comparison::Equal),
            ("=", Comparison::Equal),
        ];
        let found = signs.iter().find(|(sign, _)| self.take(sign));
        let (_, comparison) = found.ok_or_else(|| (Message::new("formula-condition"), None))?;
        Ok(Condition { left, comparison: *comparison, right: self.sum()? })
    }

    /// `column`, or `table.column`.
    fn column_ref(&mut self) -> Result<ColumnRef, ParseError> {
        self.peek();
        let before = self.rest;
        let name = self.name();
        if self.take(".") {
            let target = self.scope.table(name)?;
            return Ok(ColumnRef { target, column: self.figure_column(target)? });
        }
        self.rest = before;
        self.column_here()
    }

    fn column_here(&mut self) -> Result<ColumnRef, ParseError> {
        let target = self.scope.here;
        Ok(ColumnRef { target, column: self.figure_column(target)? })
    }

    fn figure_column(&mut self, table: usize) -> Result<usize, ParseError> {
        self.peek();
        let name = self.name();
        self.scope.column(table, name)
    }

    fn name(&mut self) -> &'a str {
        self.word(|sign| sign.is_alphanumeric() || sign == '_')
    }

    fn word(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        self.peek();
        let length = self.rest.find(|sign| !belongs(sign)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(length);
        self.rest = rest;
        word
    }
}

fn cell(target: usize, column: usize, row: RowRef) -> Formula {
    Formula::Cell(CellRef { column: ColumnRef { target, column }, row })
}

fn unexpected(sign: char) -> ParseError {
    (Message::new("formula-sign").with("sign", sign), None)
}
