//! A formula, parsed: its names are columns.

use super::amount::Amount;

/// What makes the cells of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Formula {
    /// A number written in the formula.
    Number(Amount),
    /// The cell of another column in the same row, by its index among the leaf columns.
    Column(usize),
    /// `-x`
    Negative(Box<Formula>),
    /// `x + y` and the like.
    Binary(Operator, Box<Formula>, Box<Formula>),
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

impl Formula {
    /// The columns it reads, as often as it reads them.
    #[must_use]
    pub fn columns(&self) -> Vec<usize> {
        match self {
            Self::Number(_) => Vec::new(),
            Self::Column(column) => vec![*column],
            Self::Negative(inner) => inner.columns(),
            Self::Binary(_, left, right) => {
                let mut columns = left.columns();
                columns.extend(right.columns());
                columns
            }
        }
    }
}
