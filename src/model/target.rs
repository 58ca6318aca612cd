//! A table of targets, before anything is computed.

use super::amount::Amount;
use super::formula::Formula;
use super::text::Text;
use crate::source::Span;

/// One table: inputs, formulas, and what others say its totals are.
#[derive(Debug, Clone)]
pub struct Target {
    /// Its name in references: `chi-tieu`.
    pub id: Text,
    /// Title of the appendix.
    pub title: Option<Text>,
    /// Header over the row names.
    pub row_header: Text,
    /// Header over the running numbers.
    pub index_header: Text,
    /// The headers as a tree; its leaves are the printed ones of `columns`, in order.
    pub headers: Vec<Header>,
    /// All columns that hold cells, in order.
    pub columns: Vec<Column>,
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// Label of the row of totals, if there is one.
    pub total: Option<Text>,
    /// Totals as others printed them.
    pub declared: Vec<Declared>,
}

/// A printed header.
#[derive(Debug, Clone)]
pub enum Header {
    /// Over one column.
    Leaf {
        /// The words.
        text: Text,
    },
    /// Over several headers.
    Group {
        /// The words.
        text: Text,
        /// What stands under it.
        under: Vec<Header>,
    },
}

/// A column of cells.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its name in formulas and references.
    pub id: Text,
    /// What its cells hold.
    pub kind: ColumnKind,
    /// What makes its cells; an input column has none.
    pub formula: Option<ColumnFormula>,
    /// Not printed in the table.
    pub hidden: bool,
}

/// A formula and where it is written.
#[derive(Debug, Clone)]
pub struct ColumnFormula {
    /// Parsed.
    pub formula: Formula,
    /// As written.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Whole numbers: people, households.
    Integer,
    /// Numbers printed with so many decimals.
    Decimal(u32),
    /// Percentages printed with so many decimals; their total is never a sum.
    Percent(u32),
    /// Words.
    Text,
}

impl ColumnKind {
    /// How many decimals are printed.
    #[must_use]
    pub fn decimals(self) -> u32 {
        match self {
            Self::Integer | Self::Text => 0,
            Self::Decimal(decimals) | Self::Percent(decimals) => decimals,
        }
    }
}

/// The inputs of a row.
#[derive(Debug, Clone)]
pub struct Row {
    /// Name of the unit.
    pub name: Text,
    /// One for each column; blank in the columns of formulas.
    pub inputs: Vec<Input>,
}

/// What the author wrote in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Nothing: prints blank and counts as nothing.
    Blank,
    /// A figure.
    Amount(Amount),
    /// Words.
    Text(Text),
}

/// What others say a total is.
#[derive(Debug, Clone)]
pub struct Declared {
    /// Index of the column.
    pub column: usize,
    /// The figure.
    pub amount: Amount,
    /// Where it is written.
    pub span: Span,
}

impl Target {
    /// Every printed text of the table.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        let mut texts: Vec<&Text> = self.title.iter().chain(&self.total).collect();
        texts.extend([&self.row_header, &self.index_header]);
        for header in &self.headers {
            header.texts(&mut texts);
        }
        for row in &self.rows {
            texts.push(&row.name);
            texts.extend(row.inputs.iter().filter_map(|input| match input {
                Input::Text(text) => Some(text),
                Input::Blank | Input::Amount(_) => None,
            }));
        }
        texts
    }
}

impl Header {
    fn texts<'a>(&'a self, texts: &mut Vec<&'a Text>) {
        match self {
            Self::Leaf { text } => texts.push(text),
            Self::Group { text, under } => {
                texts.push(text);
                under.iter().for_each(|header| header.texts(texts));
            }
        }
    }
}
