//! One amount to be spread over the units of a table.

use super::amount::Amount;
use super::formula::SourceFormula;
use crate::span::Span;

/// How an amount is spread.
#[derive(Debug, Clone)]
pub struct Allocation {
    /// What is spread: a number, or a formula over totals and other tables.
    pub amount: SourceFormula,
    /// The column whose cells are the weights.
    pub by: usize,
    /// No unit gets less.
    pub floor: Option<Amount>,
    /// No unit gets more.
    pub cap: Option<Amount>,
    /// Units whose part is settled: index of the line, and the part.
    pub fixed: Vec<(usize, Amount)>,
    /// Who comes first when two have the same claim to the last one.
    pub ties: Ties,
    /// Whether the working is printed as an appendix.
    pub shows_working: bool,
    /// Where it is written.
    pub span: Span,
}

/// Who comes first when two units have the same claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ties {
    /// The one that stands first in the table.
    Order,
    /// The one whose name comes first by its letters: the same in any order of rows.
    Name,
}

impl Ties {
    /// What the YAML says, and what it means.
    pub const KNOWN: [(&str, Self); 2] = [("order", Self::Order), ("name", Self::Name)];
}
