//! A table of targets, before anything is computed.

use super::amount::Amount;
pub use super::column::{Column, ColumnKind, MadeBy, TotalRule};
pub use super::formula::SourceFormula;
pub use super::header::Header;
pub use super::input::{Input, Mark, NotedAmount};
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
