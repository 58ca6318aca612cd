//! Changes of fields, lists and bodies.

use schemars::JsonSchema;
use serde::Serialize;

use crate::diff::words::Piece;

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
    /// The rules it is set by.
    Rules,
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
    /// The title of an appendix of text.
    AppendixTitle,
    /// Who signs an appendix of text.
    AppendixSigned,
    /// What a certified copy is a copy of.
    CopiedDocument,
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
pub struct ParagraphPlace {
    /// Which document that the decision puts into force, from 1; nothing in the main text.
    pub enacted: Option<usize>,
    /// The title of the appendix it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appendix: Option<String>,
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
    pub at: ParagraphPlace,
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
    pub at: ParagraphPlace,
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
