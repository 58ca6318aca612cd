//! A printed line of a table but that of totals: a group, a unit, a part of one, or a heading.

use super::formula::SourceFormula;
use super::input::Input;
use super::text::Text;

/// A printed line of a table but that of totals.
#[derive(Debug, Clone)]
pub struct Line {
    /// Name of the group or the unit.
    pub name: Text,
    /// How many groups it stands in; a part stands one deeper than its whole.
    pub level: usize,
    /// A group's number of lines below it, itself not counted; `None` for every other line.
    pub group: Option<usize>,
    /// What it is to the lines around it.
    pub role: Role,
    /// What is printed beside its name and figures.
    pub details: Details,
    /// Of a unit, one for each column; blank in columns that are made.
    pub inputs: Vec<Input>,
    /// Formulas of its own, one for each column; empty where it has none.
    pub formulas: Vec<Option<SourceFormula>>,
}

/// What a line is to the lines around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A unit that totals and subtotals sum, or a group.
    Counted,
    /// A row that is in no sum: computed from other rows, or set apart by its author.
    Apart,
    /// A part of another line: in no sum, not numbered, compared with its whole.
    Part(Part),
    /// A name over parts, without figures: `Phân theo giới tính`.
    Heading,
    /// An empty row of a form, numbered; it has no name.
    Blank,
}

/// A part of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Index of the line it is a part of.
    pub of: usize,
    /// Which breakdown of that line it belongs to, from 0.
    pub breakdown: usize,
    /// Whether it is the first one of its breakdown.
    pub is_first: bool,
    /// Whether it is the only one of its breakdown.
    pub is_only: bool,
    /// What the parts of the breakdown are together.
    pub extent: Extent,
}

/// What parts are together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Some of the whole (`Trong đó`): their sum is not above it.
    Some,
    /// The whole (`Gồm`): their sum equals it.
    Whole,
}

impl Extent {
    /// What the YAML says, and what it means.
    pub const KNOWN: [(&str, Self); 2] = [("of_which", Self::Some), ("made_of", Self::Whole)];
}

/// What is printed beside name and figures of a line.
#[derive(Debug, Clone, Default)]
pub struct Details {
    /// `01`, `0.2.1.1`: in a column of codes.
    pub code: Option<Text>,
    /// What stands in the column of running numbers.
    pub label: Label,
    /// Unit of its figures, in a column of units.
    pub unit: Option<Text>,
    /// With how many decimals its figures are printed, percentages excepted; else as the column
    /// says.
    pub decimals: Option<u32>,
    /// A note, in the last column.
    pub note: Option<Text>,
}

/// What stands in the column of running numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Label {
    /// The number of the line; none for parts.
    #[default]
    Number,
    /// Words of the author; the line is not counted.
    Own(Text),
    /// Nothing; the line is not counted.
    None,
}

impl Details {
    /// Every printed text.
    pub(super) fn texts(&self) -> impl Iterator<Item = &Text> {
        let label = if let Label::Own(text) = &self.label { Some(text) } else { None };
        [self.code.as_ref(), label, self.unit.as_ref(), self.note.as_ref()].into_iter().flatten()
    }
}

impl Line {
    /// A unit with what its author wrote.
    #[must_use]
    pub fn unit(name: Text, level: usize, inputs: Vec<Input>) -> Self {
        Self {
            name,
            level,
            group: None,
            role: Role::Counted,
            details: Details::default(),
            inputs,
            formulas: Vec::new(),
        }
    }

    /// The mark behind its figure in a column, which leads to a note.
    #[must_use]
    pub fn mark(&self, column: usize) -> Option<&str> {
        match self.inputs.get(column) {
            Some(Input::Noted(noted)) => Some(&noted.mark),
            _ => None,
        }
    }

    /// Whether it is a unit that totals sum.
    #[must_use]
    pub fn is_summed(&self) -> bool {
        self.group.is_none() && self.role == Role::Counted
    }

    /// The formula of its own for a column.
    #[must_use]
    pub fn formula(&self, column: usize) -> Option<&SourceFormula> {
        self.formulas.get(column)?.as_ref()
    }
}
