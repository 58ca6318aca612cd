//! What templates may see: finished strings and lists.

mod make;

use serde::Serialize;

use crate::render::table::TargetTable;
use crate::render::typst::body::Block;
use crate::render::typst::profile::Measures;

/// One document.
#[derive(Debug, Serialize)]
pub(super) struct Document {
    /// Title in the PDF.
    title: String,
    pdf_date: PdfDate,
    font: String,
    /// The issuer, when it is known.
    author: Option<String>,
    /// Trích yếu.
    description: String,
    /// Tên loại, and the whole symbol when there is a number.
    keywords: Vec<String>,
    profile: Measures,
    /// Printed where a table goes on.
    continued: &'static str,
    pub(super) letterhead: LetterheadView,
    /// Lines of ô 13.
    pub(super) contact: Vec<String>,
    /// The fingerprint of the sources.
    fingerprint: Option<String>,
    /// Tên loại and trích yếu; a công văn has none.
    pub(super) type_name: Option<TypeName>,
    /// What stands before the text of a decision.
    pub(super) preamble: Option<Preamble>,
    pub(super) addressees: Option<AddresseesView>,
    pub(super) body: Vec<Block>,
    /// `None` when nobody signs and nobody receives it yet.
    pub(super) signing: Option<Signing>,
    pub(super) enacts: Vec<Enacted>,
    pub(super) appendices: Vec<Appendix>,
    /// Of a certified copy.
    pub(super) copy: Option<CopyView>,
}

/// What a certified copy adds to the pages it copies.
#[derive(Debug, Serialize)]
pub(super) struct CopyView {
    /// At the top of the first page.
    pub(super) mark: Option<String>,
    /// Below the last part.
    pub(super) block: Option<CopyBlockView>,
    /// Where there is room on the last sheet that is copied, in hundred-thousandths of a millimetre
    /// from its upper edge.
    pub(super) start: Option<i64>,
    /// Which pages are copied.
    pub(super) source: Option<String>,
    /// Whether nothing else stands on these pages.
    is_alone: bool,
}

/// Who copied the document.
#[derive(Debug, Serialize)]
pub(super) struct CopyBlockView {
    pub(super) issuer: Option<String>,
    pub(super) name: String,
    pub(super) number: Option<String>,
    pub(super) date: String,
    pub(super) signing: Option<Signing>,
}

/// The date in the PDF's metadata.
#[derive(Debug, Serialize)]
struct PdfDate {
    year: i16,
    month: i8,
    day: i8,
}

/// Ô 1 and 2.
#[derive(Debug, Serialize)]
pub(super) struct Names {
    pub(super) parent: Option<String>,
    pub(super) issuer: Option<String>,
    pub(super) mark: Option<String>,
    pub(super) nation: String,
    pub(super) motto: Option<String>,
}

/// Ô 1–5b, 10 and 11.
#[derive(Debug, Serialize)]
pub(super) struct LetterheadView {
    #[serde(flatten)]
    pub(super) names: Names,
    pub(super) number: Option<String>,
    pub(super) date: Option<String>,
    pub(super) subject: Option<String>,
    pub(super) urgency: Option<Stamp>,
    pub(super) circulation: Option<Stamp>,
    pub(super) draft: Option<String>,
}

/// The words of a stamp, and the width of its frame in tenths of a millimetre.
#[derive(Debug, Serialize)]
pub(super) struct Stamp {
    pub(super) words: String,
    width: u16,
}

#[derive(Debug, Serialize)]
pub(super) struct TypeName {
    pub(super) name: String,
    pub(super) subject: Option<String>,
    pub(super) end: Option<String>,
    pub(super) number: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Preamble {
    pub(super) authority: Option<String>,
    pub(super) bases: Vec<String>,
    pub(super) verb: String,
}

/// Ô 9a.
#[derive(Debug, Serialize)]
pub(super) struct AddresseesView {
    /// `Kính gửi:`, or who wires.
    pub(super) lead: String,
    /// `-`
    pub(super) marker: Option<&'static str>,
    pub(super) entries: Vec<String>,
}

/// Ô 7 and 9b.
#[derive(Debug, Serialize)]
pub(super) struct Signing {
    /// `Nơi nhận:`
    pub(super) heading: Option<String>,
    pub(super) recipients: Vec<String>,
    pub(super) signers: Vec<Signer>,
    /// The words over the room in which another body confirms.
    pub(super) confirmation: Option<String>,
    /// Whether the text before it holds its room.
    is_held: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct Signer {
    pub(super) authority: Vec<String>,
    pub(super) title: Option<String>,
    /// In the place of the signature.
    pub(super) signed: Option<String>,
    pub(super) office: Option<String>,
    pub(super) name: Option<String>,
}

/// A document that comes into force with the decision before it.
#[derive(Debug, Serialize)]
pub(super) struct Enacted {
    pub(super) names: Names,
    pub(super) type_name: TypeName,
    pub(super) reference: String,
    pub(super) body: Vec<Block>,
}

/// One appendix.
#[derive(Debug, Serialize)]
pub(super) struct Appendix {
    pub(super) label: String,
    pub(super) title: Option<String>,
    pub(super) reference: String,
    /// Of an appendix that is a table.
    pub(super) table: Option<TargetTable>,
    /// The further parts of a table that is printed in several.
    pub(super) rest: Vec<TargetTable>,
    /// Of an appendix that is a text.
    pub(super) body: Vec<Block>,
    /// Whether its pages stand upright.
    is_upright: bool,
    /// Who signs below a text.
    pub(super) signing: Option<Signing>,
}
