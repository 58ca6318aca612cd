//! Tables of targets: columns, totals, allocations.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::load::node::Node;
use crate::load::spanned::{Entries, Spanned, Text, Value, blank_is_empty};

/// One table of targets.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Title of the appendix.
    pub title: Option<Text>,
    /// Unit of every figure: `(Đơn vị tính: …)`.
    pub unit: Option<Text>,
    /// Header of the column of row names.
    pub row_header: Text,
    /// Width of the column of row names in millimetres; else what its names need.
    pub name_width: Option<Text>,
    /// Header of the column of running numbers; `STT` unless said otherwise.
    pub index_header: Option<Text>,
    /// How rows are numbered, level by level: `A/I/1/-`, `1/1.1`, `running`, `none`.
    pub numbering: Option<Text>,
    /// Header of the column of codes of rows; `Mã số` unless said otherwise.
    pub code_header: Option<Text>,
    /// Header of the column of units of rows; `Đơn vị tính` unless said otherwise.
    pub unit_header: Option<Text>,
    /// Header of the column of notes of rows; `Ghi chú` unless said otherwise.
    pub note_header: Option<Text>,
    /// `false`: the table is computed and may be referred to, but is not printed.
    pub printed: Option<bool>,
    /// Which columns of a table of tasks say who leads, who helps, when it is due and what comes of
    /// it.
    pub tasks: Option<Tasks>,
    /// Whether it is a form to be filled in by hand: dots in it are no forgotten places.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub form: bool,
    /// Said below the table, each line on its own.
    pub note: Option<Text>,
    /// Where its figures come from; below the notes.
    pub source: Option<Text>,
    /// Who sign below the table, from left to right.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub signatures: Vec<TableSignature>,
    /// Whether a row of column numbers stands under the header.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub column_numbers: bool,
    /// `auto` (unless said otherwise), `portrait` or `landscape`.
    pub orientation: Option<Text>,
    /// Paper of its appendix: `a4` (unless said otherwise) or `a3`.
    pub paper: Option<Text>,
    /// Smallest type in points, for a table that would not fit otherwise.
    pub table_size: Option<Text>,
    /// Whether a table that is too wide is printed in several parts, each with some of its columns.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub split_columns: bool,
    /// The columns after the names.
    pub columns: Vec<Spanned<Column>>,
    /// The rows, in the order they are printed, or the file they are in.
    pub rows: Spanned<Node>,
    /// The row of totals.
    pub total: Option<Total>,
    /// Figures as others printed them: checked.
    pub declared: Option<Spanned<Node>>,
}

/// The columns of a table of tasks, by their ids.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tasks {
    /// Who leads; required.
    pub lead: Text,
    /// Who helps.
    pub support: Option<Text>,
    /// When it is due.
    pub due: Option<Text>,
    /// What comes of it.
    pub output: Option<Text>,
}

/// Who signs below a table.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableSignature {
    /// Who: `Người lập biểu`.
    pub title: Text,
    /// The name.
    pub name: Option<Text>,
}

/// A column, or a header over several.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Name in formulas and references.
    pub id: Option<Text>,
    /// Printed header.
    pub header: Text,
    /// `integer` (unless said otherwise), `money`, `decimal(n)`, `percent(n)`, `date` or `text`.
    #[serde(rename = "type")]
    pub kind: Option<Text>,
    /// Unit of its figures, printed under the header.
    pub unit: Option<Text>,
    /// Makes every cell of the column, such as `tn_2024 - tn_2023`.
    pub formula: Option<Text>,
    /// Spreads one amount over the rows.
    pub allocate: Option<Spanned<Allocate>>,
    /// What makes its totals: `sum`, `ratio`, `min`, `max`, `none` or a formula.
    pub total: Option<Text>,
    /// Its width in millimetres; else what its words need.
    pub width: Option<Text>,
    /// What a row is that `table.row.column` does not find: `error` (unless said otherwise) or
    /// `blank`.
    pub missing: Option<Text>,
    /// Whether its printed shares are to add up to 100 exactly.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub adds_up: bool,
    /// Computed, may be referred to, not printed in the table.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub hidden: bool,
    /// The columns under this header.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub columns: Vec<Spanned<Column>>,
}

/// How one amount is spread over the rows.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Allocate {
    /// A number, or a formula over totals and other tables.
    pub amount: Text,
    /// The column of weights.
    pub by: Text,
    /// No unit gets less.
    pub floor: Option<Text>,
    /// No unit gets more.
    pub cap: Option<Text>,
    /// Units whose part is settled.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub fixed: Entries<Text>,
    /// Who comes first at a tie: `order` (unless said otherwise) or `name`.
    pub ties: Option<Text>,
    /// Whether the working is printed as an appendix.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub working: bool,
}

/// The row of totals.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Total {
    /// Printed in front of it.
    pub label: Text,
    /// `bottom` (unless said otherwise) or `top`.
    pub at: Option<Text>,
}

impl Value for Column {}
impl Value for Allocate {}
