//! One change, as a value.

mod tables;
mod texts;

use schemars::JsonSchema;
use serde::Serialize;

pub use tables::{Cell, Column, Event, Figure, MadeBy, Property, PropertyName, Row, Table};
pub use texts::{
    Accept, AcceptEvent, Entry, EntryEvent, Field, FieldName, ListName, Paragraph, ParagraphEvent,
    ParagraphPlace, Words,
};

use super::words;

/// How much a change weighs; the first is the heaviest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// Money, targets and other figures, and the rows and columns they stand in.
    Figures,
    /// What a document is known and executed by: number, day, signature, bases, recipients.
    Header,
    /// Words.
    Text,
    /// Punctuation, spaces and capitals.
    Marks,
    /// Nothing on paper.
    Aside,
}

/// One change. What it is about is named as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Change {
    /// A figure of a table.
    Figure(Figure),
    /// Words or a day in a cell of a table.
    Cell(Cell),
    /// A line of a table.
    Row(Row),
    /// A column of a table.
    Column(Column),
    /// A whole table.
    Table(Table),
    /// A title, a header or another property of a table.
    Property(Property),
    /// A field of the document: number, day, trích yếu, who signs.
    Field(Field),
    /// A basis or a recipient.
    Entry(Entry),
    /// A whole paragraph.
    Paragraph(Paragraph),
    /// Words within a paragraph.
    Words(Words),
    /// An `accept` line.
    Accept(Accept),
    /// Copies for single recipients.
    Copies(Copies),
    /// Something on paper that has no name here: a template, the look of the page.
    Look,
}

/// What a change does to the copies of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Copies {
    /// How many there are now.
    pub total: usize,
    /// The recipients of those that say something else now.
    pub changed: Vec<String>,
    /// The recipients of those that are new.
    pub added: Vec<String>,
    /// The recipients of those that are gone.
    pub removed: Vec<String>,
}

impl Change {
    /// How much it weighs.
    #[must_use]
    pub fn weight(&self) -> Weight {
        if !self.is_on_paper() {
            return Weight::Aside;
        }
        match self {
            // Figures that have changed go before rows that only stand elsewhere.
            Self::Row(Row { event: Event::Moved { .. } | Event::Reordered { .. }, .. }) => {
                Weight::Header
            }
            Self::Figure(_) | Self::Row(_) | Self::Table(_) => Weight::Figures,
            Self::Column(column) => match column.event {
                Event::Moved { .. } => Weight::Header,
                _ => Weight::Figures,
            },
            Self::Cell(_) | Self::Copies(_) | Self::Look => Weight::Text,
            Self::Property(property) => property.weight(),
            Self::Field(_) => Weight::Header,
            Self::Entry(entry) => match &entry.event {
                EntryEvent::Changed { pieces } => words::weight(pieces).max(Weight::Header),
                EntryEvent::Moved { .. } => Weight::Text,
                EntryEvent::Added { .. } | EntryEvent::Removed { .. } => Weight::Header,
            },
            Self::Paragraph(paragraph) => match paragraph.event {
                ParagraphEvent::Restyled => Weight::Marks,
                _ => Weight::Text,
            },
            Self::Words(words) => words::weight(&words.pieces),
            Self::Accept(_) => Weight::Aside,
        }
    }

    /// Whether it is to be seen on paper.
    #[must_use]
    pub fn is_on_paper(&self) -> bool {
        match self {
            Self::Figure(Figure { is_printed, .. })
            | Self::Cell(Cell { is_printed, .. })
            | Self::Column(Column { is_printed, .. }) => *is_printed,
            Self::Table(table) => !matches!(table.event, Event::Renamed { .. }),
            Self::Property(property) => !matches!(
                property.property,
                PropertyName::Declared | PropertyName::Formula | PropertyName::TotalRule
            ),
            Self::Field(field) => field.field != FieldName::Status,
            Self::Accept(_) => false,
            Self::Row(_)
            | Self::Entry(_)
            | Self::Paragraph(_)
            | Self::Words(_)
            | Self::Copies(_)
            | Self::Look => true,
        }
    }
}
