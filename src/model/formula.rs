//! A formula, parsed: its names are cells.

use super::amount::Amount;
use crate::span::Span;

/// What makes a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Formula {
    /// A number written in the formula.
    Number(Amount),
    /// `~`: nothing.
    Blank,
    /// A cell of this or of another table.
    Cell(CellRef),
    /// `-x`
    Negative(Box<Formula>),
    /// `x + y` and the like.
    Binary(Operator, Box<Formula>, Box<Formula>),
    /// `if(condition, x, y)`
    If(Box<Condition>, Box<Formula>, Box<Formula>),
    /// `round(x, n)`
    Round(Box<Formula>, u32),
    /// `min(x, y, …)` or `max(x, y, …)`
    Extreme(Extreme, Vec<Formula>),
    /// `sum(x, y, …)`, `count(x, y, …)`, `average(x, y, …)`: of those that are not blank.
    Filled(Aggregate, Vec<Formula>),
    /// `growth(now, before)`: by how many per cent; blank where there was nothing or zero before.
    Growth(Box<Formula>, Box<Formula>),
    /// `sum(column)`, `count(column)`, `min(column)`, …: over the units of the column.
    Aggregate(Aggregate, ColumnRef),
    /// `cumulative(column)`: the sum of the units down to this one.
    Cumulative(ColumnRef),
    /// `rank(column)`: 1 is the greatest; equals share a place.
    Rank(ColumnRef),
    /// `share(column)`: percent of the column's total.
    Share(ColumnRef),
}

/// A formula and where it is written.
#[derive(Debug, Clone)]
pub struct SourceFormula {
    /// Parsed.
    pub formula: Formula,
    /// As written.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ColumnRef {
    /// Index of the target.
    pub target: usize,
    /// Index of the column.
    pub column: usize,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellRef {
    /// Its column.
    pub column: ColumnRef,
    /// Its row.
    pub row: RowRef,
}

/// Which row a formula speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowRef {
    /// The row the formula is computed for.
    Same,
    /// The row of the same name, in another table.
    SameName {
        /// Whether it is blank where there is no such row; else that is a mistake.
        or_blank: bool,
    },
    /// The row of totals.
    Total,
    /// The line of this index.
    Line(usize),
}

/// An operator between two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
}

/// A comparison of two values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The value on the left.
    pub left: Formula,
    /// How they are compared.
    pub comparison: Comparison,
    /// The value on the right.
    pub right: Formula,
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `<>`
    Different,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
}

/// The one of several values that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extreme {
    /// The least.
    Least,
    /// The greatest.
    Greatest,
}

/// What is made of the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aggregate {
    /// Their sum.
    Sum,
    /// How many hold a figure.
    Count,
    /// Their sum divided by their count.
    Average,
    /// The least or greatest of them.
    Extreme(Extreme),
}

impl Comparison {
    /// How it is written, in formulas of directives as in those of Excel.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Different => "<>",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
        }
    }
}

impl Formula {
    /// Calls `visit` with this formula and every one within it.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Formula)) {
        visit(self);
        match self {
            Self::Number(_)
            | Self::Blank
            | Self::Cell(_)
            | Self::Aggregate(..)
            | Self::Cumulative(_)
            | Self::Rank(_)
            | Self::Share(_) => {}
            Self::Negative(inner) | Self::Round(inner, _) => inner.walk(visit),
            Self::Binary(_, left, right) | Self::Growth(left, right) => {
                left.walk(visit);
                right.walk(visit);
            }
            Self::If(condition, yes, no) => {
                for part in [&condition.left, &condition.right, yes, no] {
                    part.walk(visit);
                }
            }
            Self::Extreme(_, parts) | Self::Filled(_, parts) => {
                parts.iter().for_each(|part| part.walk(visit));
            }
        }
    }

    /// Whether it only adds and subtracts cells of its row: then the total of its column is the
    /// same down and across.
    #[must_use]
    pub fn is_linear(&self) -> bool {
        match self {
            Self::Cell(cell) => cell.row == RowRef::Same,
            Self::Negative(inner) => inner.is_linear(),
            Self::Binary(Operator::Add | Operator::Subtract, left, right) => {
                left.is_linear() && right.is_linear()
            }
            Self::Filled(Aggregate::Sum, parts) => parts.iter().all(Self::is_linear),
            _ => false,
        }
    }

    /// Whether it is a quotient of amounts, or a growth: yields, prices, means. The sum of several
    /// says nothing; over the totals the formula says what all rows are together.
    #[must_use]
    pub fn is_rate(&self) -> bool {
        self.dimension().is_some_and(|dimension| dimension <= 0)
    }

    /// Whether it names no cell of its row: `average(x)`, `t.total.x`.
    #[must_use]
    pub fn is_of_table(&self) -> bool {
        let (mut has_row, mut has_other) = (false, false);
        self.walk(&mut |part| match part {
            Self::Cell(CellRef { row: RowRef::Same | RowRef::SameName { .. }, .. })
            | Self::Cumulative(_)
            | Self::Rank(_)
            | Self::Share(_) => has_row = true,
            Self::Cell(_) | Self::Aggregate(..) => has_other = true,
            _ => {}
        });
        has_other && !has_row
    }

    /// Whether it sets a row against the greatest, the least, the mean or the count of all rows:
    /// the same of the total says nothing.
    #[must_use]
    pub fn compares_with_rows(&self) -> bool {
        let mut found = false;
        self.walk(&mut |part| {
            found |= matches!(part, Self::Aggregate(of, _) if *of != Aggregate::Sum);
        });
        found && !self.is_of_table()
    }

    /// How many amounts are multiplied in it less those it is divided by; `None` for a constant.
    fn dimension(&self) -> Option<i32> {
        let greatest =
            |parts: &mut dyn Iterator<Item = &Self>| parts.filter_map(Self::dimension).max();
        match self {
            Self::Number(_) | Self::Blank => None,
            // A count is an amount.
            Self::Cell(_)
            | Self::Aggregate(..)
            | Self::Cumulative(_)
            | Self::Filled(Aggregate::Count, _) => Some(1),
            Self::Rank(_) | Self::Share(_) | Self::Growth(..) => Some(0),
            Self::Negative(inner) | Self::Round(inner, _) => inner.dimension(),
            Self::If(_, yes, no) => greatest(&mut [&**yes, &**no].into_iter()),
            Self::Extreme(_, parts) | Self::Filled(_, parts) => greatest(&mut parts.iter()),
            Self::Binary(operator, left, right) => {
                let (left, right) = (left.dimension(), right.dimension());
                match (operator, left.or(right)) {
                    (_, None) => None,
                    (Operator::Multiply, _) => Some(left.unwrap_or(0) + right.unwrap_or(0)),
                    (Operator::Divide, _) => Some(left.unwrap_or(0) - right.unwrap_or(0)),
                    (Operator::Add | Operator::Subtract, _) => left.max(right),
                }
            }
        }
    }

    /// Whether a rank or a cumulative sum is among what it is made of: then it has no total.
    #[must_use]
    pub fn has_place(&self) -> bool {
        let mut found = false;
        self.walk(&mut |part| found |= matches!(part, Self::Rank(_) | Self::Cumulative(_)));
        found
    }
}
