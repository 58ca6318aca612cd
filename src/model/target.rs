//! A table of targets, before anything is computed.

use jiff::civil::Date;

use super::allocation::Allocation;
use super::amount::Amount;
use super::formula::Formula;
pub use super::header::Header;
pub use super::line::{Details, Extent, Label, Line, Part, Role};
use super::measure::Measure;
use super::numbering::Numbering;
use super::tasks::TaskColumns;
use super::text::Text;
use crate::span::Span;

/// One table: inputs, formulas, and what others say its figures are.
#[derive(Debug, Clone)]
pub struct Target {
    /// Its name in references: `chi-tieu`.
    pub id: Text,
    /// Title of the appendix.
    pub title: Option<Text>,
    /// Unit of every figure, for the line `(Đơn vị tính: …)`.
    pub unit: Option<Text>,
    /// Header over the row names.
    pub row_header: Text,
    /// Width of the column of row names in millimetres, where its author sets one.
    pub name_width: Option<Measure>,
    /// Header over the running numbers.
    pub index_header: Text,
    /// Whether it is printed; else it is only computed and referred to.
    pub is_printed: bool,
    /// Whether it is a form to be filled in by hand.
    pub is_form: bool,
    /// The columns of a table of tasks.
    pub tasks: Option<TaskColumns>,
    /// Said below the table.
    pub notes: Vec<Text>,
    /// Where its figures come from.
    pub source: Option<Text>,
    /// Who sign below the table, from left to right.
    pub signers: Vec<TableSigner>,
    /// How lines are numbered.
    pub numbering: Numbering,
    /// Whether a row of column numbers stands under the header.
    pub is_numbered: bool,
    /// How the paper of its appendix lies.
    pub orientation: Orientation,
    /// The paper of its appendix.
    pub paper: Paper,
    /// Its smallest type, where it is other than that of the office.
    pub table_size: Option<Measure>,
    /// Whether it may be printed in parts, each with some of its columns.
    pub can_split: bool,
    /// The headers as a tree; its leaves are the printed ones of `columns`, in order.
    pub headers: Vec<Header>,
    /// All columns that hold cells, in order.
    pub columns: Vec<Column>,
    /// Groups and rows, in printed order; a group stands before what belongs to it.
    pub lines: Vec<Line>,
    /// The row of totals, if there is one.
    pub total: Option<Total>,
    /// Whether some row has its own number of decimals.
    pub has_row_decimals: bool,
    /// Headers over the columns of codes, units and notes of rows; `None` where there is none.
    pub beside: Beside,
    /// Figures as others printed them.
    pub declared: Vec<Declared>,
}

/// Who signs below a table.
#[derive(Debug, Clone)]
pub struct TableSigner {
    /// Who: `Người lập biểu`.
    pub title: Text,
    /// The name.
    pub name: Option<Text>,
}

/// Headers over what stands beside names and figures; `None` where no row has any.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// Over codes, before the names.
    pub code: Option<Text>,
    /// Over units, behind the names.
    pub unit: Option<Text>,
    /// Over notes, behind the last column.
    pub note: Option<Text>,
}

/// How the paper lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    /// Upright, or on its side where the table does not fit upright.
    Auto,
    /// Upright.
    Portrait,
    /// On its side (R91).
    Landscape,
}

impl Orientation {
    /// What the YAML says, and what it means.
    pub const KNOWN: [(&str, Self); 3] =
        [("auto", Self::Auto), ("portrait", Self::Portrait), ("landscape", Self::Landscape)];
}

/// The paper of an appendix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm, the one of the decree (R6).
    A4,
    /// 297 × 420 mm.
    A3,
}

impl Paper {
    /// What the YAML says, and what it means.
    pub const KNOWN: [(&str, Self); 2] = [("a4", Self::A4), ("a3", Self::A3)];

    /// Its shorter and its longer side in millimetres.
    #[must_use]
    pub const fn sides(self) -> (Measure, Measure) {
        match self {
            Self::A4 => (Measure::whole(210), Measure::whole(297)),
            Self::A3 => (Measure::whole(297), Measure::whole(420)),
        }
    }
}

/// The row of totals.
#[derive(Debug, Clone)]
pub struct Total {
    /// Printed in front of it.
    pub label: Text,
    /// Whether it stands above the rows.
    pub is_on_top: bool,
}

impl Total {
    /// Where the YAML says it stands, and whether that is above the rows.
    pub const PLACES: [(&str, bool); 2] = [("bottom", false), ("top", true)];
}

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

/// What the author wrote in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Nothing: prints blank and counts as nothing.
    Blank,
    /// A figure.
    Amount(Amount),
    /// A figure with a mark that leads to a note: `1250 (1)`.
    Noted(Box<NotedAmount>),
    /// A day.
    Date(Date),
    /// Words; a line break is `\n`, and `**…**` is bold.
    Text(Text),
    /// A mark in place of a figure.
    Mark(Mark),
}

/// A figure with a mark that leads to a note below the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotedAmount {
    /// The figure.
    pub amount: Amount,
    /// The mark, as it is printed behind the figure.
    pub mark: String,
    /// The whole cell as it is written.
    pub cell: Text,
}

/// What stands in place of a figure. It is no figure: sums pass over it, formulas see a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// `x`: no figure belongs here.
    Cross,
    /// `-`: there is none.
    None,
    /// `…`: there is one, but it is not known.
    Unknown,
}

impl Mark {
    /// How it is written, and printed first of all.
    const SIGNS: [(Self, &[&str]); 3] = [
        (Self::Cross, &["x", "X"]),
        (Self::None, &["-", "–", "—"]),
        (Self::Unknown, &["…", "..."]),
    ];

    /// Reads a cell that holds a mark alone.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let has = |(_, signs): &&(Self, &[&str])| signs.contains(&text.trim());
        Self::SIGNS.iter().find(has).map(|(mark, _)| *mark)
    }

    /// As it is printed.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Cross => "x",
            Self::None => "-",
            Self::Unknown => "…",
        }
    }
}

/// What others say a figure is.
#[derive(Debug, Clone)]
pub struct Declared {
    /// Index of the line; `None` is the row of totals.
    pub line: Option<usize>,
    /// Index of the column.
    pub column: usize,
    /// The figure.
    pub amount: Amount,
    /// To how many decimals it says what the figure is; a file may hold more or fewer of them
    /// than are printed.
    pub decimals: u32,
    /// Whether it stands among the rows, not in `declared`: what is not summed is not compared.
    pub is_among_rows: bool,
    /// Where it is written.
    pub span: Span,
}

impl Target {
    /// The column called `id`.
    #[must_use]
    pub fn column_named(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id.value == id)
    }

    /// Every printed text of the table but those in its cells.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        let mut texts = self.titles();
        texts.extend(self.texts_with_blanks());
        texts
    }

    /// Its title, its headers, and who sign below it.
    #[must_use]
    pub fn titles(&self) -> Vec<&Text> {
        let mut texts: Vec<&Text> = self.title.iter().chain(&self.unit).collect();
        texts.extend(self.total.iter().map(|total| &total.label));
        texts.extend([&self.row_header, &self.index_header]);
        let Beside { code, unit, note } = &self.beside;
        texts.extend([code, unit, note].into_iter().flatten());
        for signer in &self.signers {
            texts.push(&signer.title);
            texts.extend(&signer.name);
        }
        for header in &self.headers {
            header.texts(&mut texts);
        }
        texts
    }

    /// Texts outside its cells in which something may be filled in by hand.
    #[must_use]
    pub fn texts_with_blanks(&self) -> Vec<&Text> {
        let mut texts: Vec<&Text> = self.notes.iter().chain(&self.source).collect();
        for line in &self.lines {
            texts.push(&line.name);
            texts.extend(line.details.texts());
        }
        texts
    }

    /// The words in its cells.
    pub fn cell_texts(&self) -> impl Iterator<Item = &Text> {
        self.lines.iter().flat_map(|line| &line.inputs).filter_map(|input| match input {
            Input::Text(text) => Some(text),
            Input::Blank | Input::Amount(_) | Input::Noted(_) | Input::Date(_) | Input::Mark(_) => {
                None
            }
        })
    }
}
