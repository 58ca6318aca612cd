//! Changes of tables.

use schemars::JsonSchema;
use serde::Serialize;

use super::Weight;

/// What happened to something that is no value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It has another name; what it was called.
    Renamed {
        /// What it was called.
        from: String,
    },
    /// It stands elsewhere.
    Moved {
        /// What it stands behind now; nothing when it is the first.
        behind: Option<String>,
    },
    /// Its parts stand in another order.
    Reordered {
        /// Those that stand elsewhere, in their order now.
        moved: Vec<String>,
    },
    /// It stands in another document now.
    MovedTo {
        /// The path of the document.
        document: String,
    },
}

/// A figure of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Figure {
    /// Name of the table.
    pub table: String,
    /// The row, as printed.
    pub row: String,
    /// The column, as printed.
    pub column: String,
    /// As it was printed; nothing when it was blank.
    pub before: Option<String>,
    /// As it is printed; nothing when it is blank.
    pub after: Option<String>,
    /// The difference with its sign, as the column prints figures.
    pub difference: Option<String>,
    /// The difference in per cent of the former figure, with its sign; of a percentage there is
    /// none, its difference is one of percentage points.
    pub percent: Option<String>,
    /// Whether it is a percentage.
    pub is_percentage: bool,
    /// What makes it now, or made it.
    pub made_by: MadeBy,
    /// Whether its column is printed.
    pub is_printed: bool,
    /// The row it has exchanged its figure with.
    pub swapped_with: Option<String>,
}

/// What makes a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MadeBy {
    /// The author.
    Input,
    /// A formula.
    Formula,
    /// A part of an amount that is spread.
    Allocation,
    /// A share, rounded so that all of them add up.
    Adjusted,
    /// The sum of the rows.
    Sum,
    /// The least of the rows.
    Least,
    /// The greatest of the rows.
    Greatest,
    /// The mean of the rows.
    Average,
    /// How many rows hold a figure.
    Count,
    /// Nothing.
    Nothing,
}

/// Words or a day in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cell {
    /// Name of the table.
    pub table: String,
    /// The row, as printed.
    pub row: String,
    /// The column, as printed.
    pub column: String,
    /// What stood there.
    pub before: Option<String>,
    /// What stands there.
    pub after: Option<String>,
    /// Whether its column is printed.
    pub is_printed: bool,
}

/// A line of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Row {
    /// Name of the table.
    pub table: String,
    /// The row, as printed.
    pub row: String,
    /// Whether it is the heading of a group.
    pub is_group: bool,
    /// What happened to it.
    #[serde(flatten)]
    pub event: Event,
    /// Of a new or removed row: its printed cells that are not blank, by their columns.
    pub cells: Vec<(String, String)>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Column {
    /// Name of the table.
    pub table: String,
    /// The column, as printed.
    pub column: String,
    /// What happened to it.
    #[serde(flatten)]
    pub event: Event,
    /// Of a new or removed column: its printed cells that are not blank, by their rows.
    pub cells: Vec<(String, String)>,
    /// Whether it is, or was, printed.
    pub is_printed: bool,
}

/// A whole table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Table {
    /// Name of the table.
    pub table: String,
    /// What happened to it.
    #[serde(flatten)]
    pub event: Event,
    /// Whether it is an appendix.
    pub is_appendix: bool,
    /// Its printed columns.
    pub headers: Vec<String>,
    /// Its lines and the row of totals: their names, and their printed cells in the order of the
    /// columns.
    pub lines: Vec<(String, Vec<String>)>,
}

/// A property of a table, or of one of its columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Property {
    /// Name of the table.
    pub table: String,
    /// The column or the row it is of; nothing when it is of the table.
    pub of: Option<String>,
    /// Which.
    pub property: PropertyName,
    /// What it was.
    pub before: Option<String>,
    /// What it is.
    pub after: Option<String>,
}

/// The properties of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PropertyName {
    /// Its title.
    Title,
    /// The unit of its figures.
    Unit,
    /// The header over the names of rows.
    RowHeader,
    /// The header over the running numbers.
    IndexHeader,
    /// Whether the columns are numbered.
    Numbered,
    /// How the paper lies.
    Orientation,
    /// The paper of its appendix.
    Paper,
    /// Whether it may be printed in parts.
    SplitColumns,
    /// Its smallest type.
    TableSize,
    /// The row of totals: its label.
    TotalLabel,
    /// The row of totals: where it stands.
    TotalPlace,
    /// What is printed over a column.
    Header,
    /// The unit of a column.
    ColumnUnit,
    /// What the cells of a column hold.
    Type,
    /// How the cells of a column are made.
    Formula,
    /// How the totals of a column are made.
    TotalRule,
    /// Whether a column is printed.
    Hidden,
    /// The working of an allocation.
    Working,
    /// A figure as others printed it.
    Declared,
    /// How rows are numbered.
    Numbering,
    /// The header over codes of rows.
    CodeHeader,
    /// The header over units of rows.
    UnitHeader,
    /// The header over notes of rows.
    NoteHeader,
    /// What is said below it.
    Notes,
    /// Where its figures come from.
    Source,
    /// The width of a column.
    Width,
    /// The code of a row.
    RowCode,
    /// What stands in place of the number of a row.
    RowLabel,
    /// The unit of a row.
    RowUnit,
    /// The note of a row.
    RowNote,
    /// What a row is to the rows around it.
    RowRole,
    /// How a row is computed.
    RowFormula,
    /// The columns of a table of tasks.
    Tasks,
    /// Whether it is a form.
    Form,
    /// Who sign below it.
    Signers,
    /// Whether it is printed.
    Printed,
}

impl Property {
    pub(super) fn weight(&self) -> Weight {
        match self.property {
            PropertyName::Unit
            | PropertyName::RowUnit
            | PropertyName::RowRole
            | PropertyName::ColumnUnit
            | PropertyName::Type
            | PropertyName::Hidden => Weight::Figures,
            PropertyName::Title
            | PropertyName::Signers
            | PropertyName::Printed
            | PropertyName::CodeHeader
            | PropertyName::UnitHeader
            | PropertyName::NoteHeader
            | PropertyName::Notes
            | PropertyName::Source
            | PropertyName::RowCode
            | PropertyName::RowNote
            | PropertyName::RowHeader
            | PropertyName::IndexHeader
            | PropertyName::Header
            | PropertyName::TotalLabel
            | PropertyName::Working => Weight::Text,
            PropertyName::Numbered
            | PropertyName::Numbering
            | PropertyName::Width
            | PropertyName::RowLabel
            | PropertyName::Orientation
            | PropertyName::Paper
            | PropertyName::SplitColumns
            | PropertyName::TableSize
            | PropertyName::TotalPlace => Weight::Marks,
            PropertyName::Formula
            | PropertyName::RowFormula
            | PropertyName::Tasks
            | PropertyName::Form
            | PropertyName::TotalRule
            | PropertyName::Declared => Weight::Aside,
        }
    }
}
