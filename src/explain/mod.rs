//! How a printed figure came about: model and tables to a tree. Nothing is printed here.

pub(crate) mod branch;
mod find;
pub mod form;
mod made;
mod marks;
mod shape;
pub(crate) mod tree;
mod worked;

use crate::compute::{Bound, Value};
use crate::diagnostic::Report;
use crate::model::Directive;
use crate::model::amount::Amount;
use crate::model::formula::{Aggregate, ColumnRef};
use crate::model::reference::Appendix;
use crate::model::target::ColumnKind;
use crate::pipeline::Examined;
use crate::printed::run::Line;
use crate::printed::{self, Document, Sentence};
use crate::span::Span;

use crate::model::cell_id::CellId;
pub use find::{LookupError, find, typed};
pub use marks::{mark, seen_on};
pub use shape::Shaper;

/// A figure, how it came about and where it is printed.
#[derive(Debug)]
pub struct Explanation {
    /// The figure and what it is made of.
    pub root: Node,
    /// What others say it is.
    pub declared: Vec<DeclaredAs>,
    /// Where it is printed, in reading order: sentences first.
    pub prints: Vec<Print>,
}

/// A figure and what it is made of.
#[derive(Debug)]
pub struct Node {
    /// Which one.
    pub spot: CellId,
    /// Exactly.
    pub value: Value,
    /// As its column prints it.
    pub printed: String,
    /// Whether printing rounds it.
    pub is_rounded: bool,
    /// What made it.
    pub made: Derivation,
}

/// What made a figure.
#[derive(Debug)]
pub enum Derivation {
    /// The author wrote it.
    Input,
    /// A formula.
    Formula(Evaluation),
    /// A share, rounded so that all of them add up.
    Adjusted {
        /// Before rounding.
        exact: Option<Amount>,
        /// The formula.
        worked: Evaluation,
    },
    /// Rows of its column.
    Rows {
        /// What was made of them.
        how: Aggregate,
        /// Those that hold a figure.
        rows: Vec<CellId>,
        /// How many are blank.
        blank: usize,
        /// The formula over the totals, which gives the same.
        across: Option<Evaluation>,
    },
    /// A part of an amount that was spread.
    Allocated(Box<Allocated>),
    /// It was told above.
    Above,
    /// Nothing makes one here.
    Nothing,
}

/// A formula and what it was computed from.
#[derive(Debug)]
pub struct Evaluation {
    /// As written.
    pub text: String,
    /// Where.
    pub span: Span,
    /// With figures in place of names; `None` where one of them is blank.
    pub figures: Option<String>,
    /// What it gives, exactly.
    pub value: Option<Amount>,
    /// What it reads, in its order, each once.
    pub parts: Vec<Part>,
}

/// What a formula reads.
#[derive(Debug)]
pub enum Part {
    /// A cell.
    Figure(Box<Node>),
    /// Something made of a whole column.
    Column {
        /// `None` is the place of the row in it.
        how: Option<Aggregate>,
        /// Which one.
        column: ColumnRef,
        /// What came of it.
        value: Option<Amount>,
    },
}

/// How one part of an amount was found.
#[derive(Debug)]
pub struct Allocated {
    /// What was spread.
    pub amount: Evaluation,
    /// The column of weights.
    pub by: ColumnRef,
    /// The weight of this row.
    pub weight: Option<Amount>,
    /// The weights of all rows that nothing holds.
    pub weights: Amount,
    /// What these rows share: the amount without what is held or settled.
    pub left: Amount,
    /// The part before rounding.
    pub exact: Amount,
    /// What holds it.
    pub bound: Bound,
    /// No row gets less.
    pub floor: Option<Amount>,
    /// No row gets more.
    pub cap: Option<Amount>,
    /// The part rounded down.
    pub whole: Amount,
    /// Whether it got one of the units left over.
    pub gets_one: bool,
    /// How many units were left over.
    pub left_over: usize,
}

/// What others say a figure is.
#[derive(Debug)]
pub struct DeclaredAs {
    /// As its column prints it.
    pub printed: String,
    /// What it says more or less than the computed one; `None` when they agree.
    pub difference: Option<String>,
    /// Where it is written.
    pub span: Span,
    /// The reason of the `accept` that covers the difference.
    pub accepted: Option<String>,
}

/// A place where a figure is printed.
#[derive(Debug)]
pub enum Print {
    /// In a sentence of the text.
    Sentence(Sentence),
    /// In its table.
    Table {
        /// The appendix it is, such as `Phụ lục I`; a table within the text is none.
        appendix: Option<String>,
        /// Where its row is written.
        span: Span,
    },
    /// In the appendix that shows how an amount was spread.
    Working {
        /// The appendix.
        appendix: String,
        /// Where its row is written.
        span: Span,
    },
}

/// The tree of the figure at `spot`, and where it is printed in `document`.
#[must_use]
pub fn explain(examined: &Examined, document: &Document, spot: CellId) -> Explanation {
    let mut report = Report::default();
    let root = made::Maker::new(examined, &mut report).node(spot);
    let prints = prints(document, &examined.directive, spot);
    Explanation { root, declared: declared(examined, spot), prints }
}

/// The figures others gave for `spot`.
#[must_use]
pub fn declared(examined: &Examined, spot: CellId) -> Vec<DeclaredAs> {
    let target = &examined.directive.targets[spot.target];
    let kind = target.columns[spot.column].kind;
    let computed = examined.tables.cell(spot).value.amount().map(|it| it.round(kind.decimals()));
    let is_here = |line, column| line == spot.line && column == spot.column;
    let here = target.declared.iter().filter(|one| is_here(one.line, one.column));
    here.map(|one| {
        let difference = match &computed {
            Some(computed) if *computed == one.amount => None,
            Some(computed) => Some(signed(&(&one.amount - computed), kind)),
            None => Some(signed(&one.amount, kind)),
        };
        let accepted = difference.is_some().then(|| accepted(examined, spot)).flatten();
        DeclaredAs { printed: shown(&one.amount, kind), difference, span: one.span, accepted }
    })
    .collect()
}

fn accepted(examined: &Examined, spot: CellId) -> Option<String> {
    let at = spot.accept_path(&examined.directive);
    let covers = |accept: &&crate::model::directive::Accept| {
        accept.rule.value == "declared-total" && accept.at.as_ref().is_some_and(|it| it.value == at)
    };
    examined.directive.accepts.iter().find(covers).map(|accept| accept.why.value.clone())
}

fn signed(difference: &Amount, kind: ColumnKind) -> String {
    let words = shown(difference, kind);
    if words.starts_with('-') { words } else { format!("+{words}") }
}

/// As the column prints it; with all its decimals where it has more.
fn shown(amount: &Amount, kind: ColumnKind) -> String {
    let decimals = kind.decimals();
    if amount.round(decimals) == *amount { amount.vietnamese(decimals) } else { amount.to_string() }
}

/// Where the figure at `spot` is printed in `document`.
#[must_use]
pub fn prints(document: &Document, directive: &Directive, spot: CellId) -> Vec<Print> {
    let sentences = printed::sentences(document, &|figure| figure.cell == spot);
    let mut prints: Vec<Print> = sentences.into_iter().map(Print::Sentence).collect();
    let span = spot.row_span(directive);
    for (label, grid) in document.grids().filter(|(_, grid)| grid.has(spot)) {
        let appendix = label.map(Line::printed);
        let print = match (grid.shows, appendix) {
            (Appendix::Working(..), Some(appendix)) => Print::Working { appendix, span },
            (_, appendix) => Print::Table { appendix, span },
        };
        prints.push(print);
    }
    prints
}
