//! One change, as a value.

use schemars::JsonSchema;
use serde::Serialize;

use super::words::{self, Piece};

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
    /// Something on paper that has no name here: a template, the look of the page.
    Look,
}

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
    /// Its lines.
    pub rows: usize,
    /// Its printed columns.
    pub columns: usize,
    /// Its row of totals, by columns.
    pub totals: Vec<(String, String)>,
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
}

/// A field of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Field {
    /// Which.
    pub field: FieldName,
    /// Where there are several (signatures, documents put into force): which one, from 1.
    pub nth: Option<usize>,
    /// What it was.
    pub before: Option<String>,
    /// What it is.
    pub after: Option<String>,
}

/// The fields of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FieldName {
    /// Tên loại.
    Kind,
    /// Draft or issued.
    Status,
    /// Số.
    Number,
    /// Ký hiệu.
    Symbol,
    /// Địa danh.
    Place,
    /// Ngày ban hành.
    Date,
    /// Trích yếu.
    Subject,
    /// Độ khẩn.
    Urgency,
    /// Phạm vi lưu hành.
    Circulation,
    /// Cơ quan chủ quản.
    Parent,
    /// Cơ quan ban hành.
    Issuer,
    /// How appendices name the issuer.
    CitedAs,
    /// Thẩm quyền ban hành.
    Authority,
    /// Địa chỉ.
    Contact,
    /// The Lưu line.
    FileNote,
    /// Lines above the title of who signs.
    SignedFor,
    /// The title signed under.
    SignedAs,
    /// Another office of who signs.
    Office,
    /// The name of who signs.
    SignedBy,
    /// Tên loại of what is put into force.
    EnactedKind,
    /// Trích yếu of what is put into force.
    EnactedSubject,
}

/// A list whose order matters little.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ListName {
    /// Căn cứ.
    Bases,
    /// Kính gửi.
    To,
    /// Nơi nhận.
    Cc,
}

/// A basis or a recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Entry {
    /// Of which list.
    pub list: ListName,
    /// What happened to it.
    #[serde(flatten)]
    pub event: EntryEvent,
}

/// What happened to an entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum EntryEvent {
    /// It is new.
    Added {
        /// The entry.
        entry: String,
    },
    /// It is gone.
    Removed {
        /// The entry.
        entry: String,
    },
    /// It stands elsewhere in the list.
    Moved {
        /// The entry.
        entry: String,
    },
    /// It says something else.
    Changed {
        /// Word by word.
        pieces: Vec<Piece>,
    },
}

/// Where a paragraph stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct At {
    /// Which document that the decision puts into force, from 1; nothing in the main text.
    pub enacted: Option<usize>,
    /// The headings it stands under, the outermost first.
    pub headings: Vec<String>,
    /// What it begins with: `1.`, `a)`, `-`.
    pub marker: Option<String>,
    /// Which paragraph of its part it is, from 1; 0 is the heading itself.
    pub number: usize,
}

/// A whole paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Paragraph {
    /// Where.
    pub at: At,
    /// What happened to it.
    #[serde(flatten)]
    pub event: ParagraphEvent,
    /// Its words.
    pub text: String,
}

/// What happened to a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum ParagraphEvent {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It stands elsewhere.
    Moved,
    /// It stands in another document now.
    MovedTo {
        /// The path of the document.
        document: String,
    },
    /// It is printed in another way: bold, italic, as a heading.
    Restyled,
}

/// Words within a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Words {
    /// Where.
    pub at: At,
    /// Word by word.
    pub pieces: Vec<Piece>,
}

/// An `accept` line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Accept {
    /// The rule.
    pub rule: String,
    /// What it covers.
    pub at: Option<String>,
    /// What happened to it.
    #[serde(flatten)]
    pub event: AcceptEvent,
    /// The reason that is given.
    pub why: String,
}

/// What happened to an `accept` line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum AcceptEvent {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It gives another reason, or accepts another value.
    Changed,
}

impl Change {
    /// How much it weighs.
    #[must_use]
    pub fn weight(&self) -> Weight {
        if !self.is_on_paper() {
            return Weight::Aside;
        }
        match self {
            Self::Figure(_) | Self::Row(_) | Self::Table(_) => Weight::Figures,
            Self::Column(column) => match column.event {
                Event::Moved { .. } => Weight::Header,
                _ => Weight::Figures,
            },
            Self::Cell(_) | Self::Look => Weight::Text,
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
            Self::Row(_) | Self::Entry(_) | Self::Paragraph(_) | Self::Words(_) | Self::Look => true,
        }
    }
}

impl Property {
    fn weight(&self) -> Weight {
        match self.property {
            PropertyName::Unit
            | PropertyName::ColumnUnit
            | PropertyName::Type
            | PropertyName::Hidden => Weight::Figures,
            PropertyName::Title
            | PropertyName::RowHeader
            | PropertyName::IndexHeader
            | PropertyName::Header
            | PropertyName::TotalLabel
            | PropertyName::Working => Weight::Text,
            PropertyName::Numbered | PropertyName::Orientation | PropertyName::TotalPlace => {
                Weight::Marks
            }
            PropertyName::Formula | PropertyName::TotalRule | PropertyName::Declared => {
                Weight::Aside
            }
        }
    }
}
