//! What is known of figures as one JSON value.

use schemars::JsonSchema;
use serde::Serialize;

/// All that was asked for.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Explanation", deny_unknown_fields)]
pub struct Form {
    /// The version of this form: 1.
    pub schema: u8,
    /// The directive, by its path in the project.
    pub file: String,
    /// What was asked for, as it was typed.
    pub asked: String,
    /// How many pages the document has; null when it could not be set here.
    pub page_count: Option<usize>,
    /// The figures: one for a path, those of a row for its name, those of a value for a number.
    pub figures: Vec<Figure>,
    /// Where a number that was asked for is typed in the text, and so follows no table.
    pub typed: Vec<Typed>,
}

/// A figure of a table.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Figure {
    /// Its value and what it is made of.
    pub figure: Node,
    /// As `accept: at` names it.
    pub accept_at: String,
    /// The title of its table.
    pub title: Option<String>,
    /// What others say it is.
    pub declared: Vec<Declared>,
    /// Where it is printed.
    pub printed_in: Vec<Print>,
}

/// A figure and what it is made of.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Node {
    /// As a reference spells it.
    pub path: String,
    /// The printed name of its row.
    pub row: String,
    /// The printed header of its column.
    pub column: String,
    /// As its column prints it; empty where it is blank.
    pub printed: String,
    /// Exactly, as decimals with a point or as a fraction; null where it is no number.
    pub exact: Option<String>,
    /// Whether printing rounds it.
    pub is_rounded: bool,
    /// What made it; null in a list of several figures.
    pub made: Option<Derivation>,
}

/// What made a figure.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "by", rename_all = "kebab-case")]
#[schemars(deny_unknown_fields)]
pub enum Derivation {
    /// The author wrote it.
    Input {
        /// Where its row is written.
        place: Place,
    },
    /// A formula.
    Formula {
        /// Which, and from what.
        formula: Evaluation,
    },
    /// A share, rounded so that all of them add up.
    AdjustedShare {
        /// Which, and from what: its value is the one before rounding.
        formula: Evaluation,
    },
    /// Rows of its column.
    Rows {
        /// `sum`, `least` or `greatest`.
        how: &'static str,
        /// All rows that hold a figure.
        rows: Vec<Row>,
        /// How many rows are blank.
        blank: usize,
        /// The formula over the totals, which gives the same.
        across: Option<Evaluation>,
    },
    /// A part of an amount that was spread.
    Allocation {
        /// How.
        working: Box<Allocation>,
    },
    /// It is told above, at the same path.
    Above,
    /// Nothing makes a figure here.
    Nothing,
}

/// A row of a sum.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Row {
    /// As a reference spells it.
    pub path: String,
    /// The printed name of the row.
    pub row: String,
    /// As its column prints it.
    pub printed: String,
    /// Where the row is written.
    pub place: Place,
}

/// A formula and what it was computed from.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Evaluation {
    /// As written.
    pub text: String,
    /// Where.
    pub place: Place,
    /// With figures in place of names; null where one of them is blank.
    pub figures: Option<String>,
    /// What it gives, exactly.
    pub exact: Option<String>,
    /// The cells it reads.
    pub reads: Vec<Node>,
    /// What it makes of whole columns.
    pub columns: Vec<Column>,
}

/// Something made of a whole column.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Column {
    /// `sum`, `least`, `greatest` or `rank`.
    pub how: &'static str,
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
    /// What came of it, exactly.
    pub exact: Option<String>,
}

/// How one part of an amount was found.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Allocation {
    /// What was spread.
    pub amount: Evaluation,
    /// The column of weights.
    pub weights_in: String,
    /// The weight of this row.
    pub weight: Option<String>,
    /// The weights of all rows that nothing holds.
    pub weights: String,
    /// What these rows share.
    pub left: String,
    /// The part before rounding.
    pub exact: String,
    /// What holds it: `floor`, `cap`, `fixed`, or null.
    pub held_by: Option<&'static str>,
    /// No row gets less.
    pub floor: Option<String>,
    /// No row gets more.
    pub cap: Option<String>,
    /// The part rounded down.
    pub rounded_down: String,
    /// Whether it got one of the units left over.
    pub gets_one: bool,
    /// How many units were left over.
    pub left_over: usize,
}

/// What others say a figure is.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Declared {
    /// As its column prints it.
    pub printed: String,
    /// Whether it is the computed one.
    pub agrees: bool,
    /// What it says more or less.
    pub difference: Option<String>,
    /// Where it is written.
    pub place: Place,
    /// The reason of the `accept` that covers the difference.
    pub accepted: Option<String>,
}

/// A place where a figure is printed.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Print {
    /// `sentence`, `table` or `working`.
    pub kind: &'static str,
    /// The appendix, where it is one.
    pub appendix: Option<String>,
    /// The sentence.
    pub sentence: Option<String>,
    /// What the sentence says in its place, for it may print it in another form.
    pub as_printed: Option<String>,
    /// The item the sentence stands in, such as `1.`.
    pub marker: Option<String>,
    /// Where it is written.
    pub place: Place,
    /// The pages that show it, from 1; empty when they are not known.
    pub pages: Vec<usize>,
}

/// A figure typed in the text.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Typed {
    /// As it is typed.
    pub words: String,
    /// Where.
    pub place: Place,
}

/// A place in a file, from 1; columns count characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Place {
    /// By its path in the project.
    pub file: String,
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}
