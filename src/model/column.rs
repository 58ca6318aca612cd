//! The columns of a table: what their cells hold, and what makes them.

use super::allocation::Allocation;
use super::formula::SourceFormula;
use super::measure::Measure;
use super::text::Text;

/// A column of cells.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its name in formulas and references.
    pub id: Text,
    /// Printed over it, under the headers of its groups.
    pub header: String,
    /// What its cells hold.
    pub kind: ColumnKind,
    /// What makes its cells.
    pub made_by: MadeBy,
    /// The unit over it.
    pub unit: Option<String>,
    /// What makes its totals and subtotals.
    pub total: TotalRule,
    /// Whether its author chose that.
    pub is_total_chosen: bool,
    /// Its width in millimetres, where its author sets one.
    pub width: Option<Measure>,
    /// Whether its printed shares are to add up to 100 exactly.
    pub adds_up: bool,
    /// Not printed in the table.
    pub hidden: bool,
}

/// What makes the cells of a column.
#[derive(Debug, Clone)]
pub enum MadeBy {
    /// The author writes them.
    Input,
    /// A formula over the same row.
    Formula(SourceFormula),
    /// One amount spread over the rows.
    Allocation(Allocation),
}

/// What makes the totals and subtotals of a column.
#[derive(Debug, Clone)]
pub enum TotalRule {
    /// The sum of the rows.
    Sum,
    /// The sum of the rows, which must be the column's formula over the totals, too: down and
    /// across give one figure.
    BothWays,
    /// The column's own formula, over the totals: a percentage is never summed or averaged.
    Ratio,
    /// The least of the rows.
    Least,
    /// The greatest of the rows.
    Greatest,
    /// The mean of the rows that hold a figure; rounded where it is printed.
    Average,
    /// How many rows hold a figure.
    Count,
    /// Nothing.
    None,
    /// A formula of its own, over the totals.
    Formula(SourceFormula),
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Whole numbers: people, households.
    Integer,
    /// Whole numbers of money.
    Money,
    /// Numbers printed with so many decimals.
    Decimal(u32),
    /// Percentages (29.72 for 29,72 %) printed with so many decimals.
    Percent(u32),
    /// Numbers with so many decimals, printed with their sign: `+5`.
    Signed(u32),
    /// Percentage points with so many decimals, printed with their sign.
    Points(u32),
    /// Days.
    Date,
    /// Words.
    Text,
}

impl ColumnKind {
    /// How many decimals are printed.
    #[must_use]
    pub fn decimals(self) -> u32 {
        match self {
            Self::Integer | Self::Money | Self::Date | Self::Text => 0,
            Self::Decimal(decimals)
            | Self::Percent(decimals)
            | Self::Signed(decimals)
            | Self::Points(decimals) => decimals,
        }
    }

    /// The same with another number of decimals, for figures that are no percentages.
    #[must_use]
    pub fn with_decimals(self, decimals: Option<u32>) -> Self {
        match (self, decimals) {
            (Self::Integer | Self::Money, Some(0)) => self,
            (Self::Integer | Self::Money | Self::Decimal(_), Some(decimals)) => {
                Self::Decimal(decimals)
            }
            (Self::Signed(_), Some(decimals)) => Self::Signed(decimals),
            _ => self,
        }
    }

    /// Whether the cells are percentages or points: they are never summed, and rounded in print.
    #[must_use]
    pub fn is_ratio(self) -> bool {
        matches!(self, Self::Percent(_) | Self::Points(_))
    }

    /// Whether a sign stands before positive figures.
    #[must_use]
    pub fn is_signed(self) -> bool {
        matches!(self, Self::Signed(_) | Self::Points(_))
    }

    /// Whether the cells are figures.
    #[must_use]
    pub fn is_figure(self) -> bool {
        !matches!(self, Self::Date | Self::Text)
    }
}
