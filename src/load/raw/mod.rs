//! The YAML of a directive, field by field. Ids are still strings, nothing is checked.
//!
//! Keys are English and closed: an unknown one is refused with the nearest known one. Leaves
//! are [`Spanned`], so that every later finding can point at what the author wrote.

mod particulars;
mod table;

use schemars::JsonSchema;
use serde::Deserialize;

pub use crate::load::pdf::{Pdf, PdfParts};

use crate::load::spanned::blank_is_empty;
pub use crate::load::spanned::{Entries, Spanned, Text, Value, Verbatim};

pub use particulars::{Introduction, Invitation, Leave, Minutes};
pub use table::{Allocate, Column, TableSignature, Target, Tasks, Total};

/// One directive: one file.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Directive {
    /// Kind of document (Phụ lục III): `cong-van`, `ke-hoach`, …
    pub kind: Text,
    /// `draft` (unless said otherwise) or `issued`.
    pub status: Option<Text>,
    /// Who issues it (ô 2).
    pub issuer: Option<Spanned<Issuer>>,
    /// The number (ô 3); blank until it is given.
    pub number: Option<Text>,
    /// The symbol after the `/` (ô 3); may be left out where the catalog knows the issuer's code.
    pub symbol: Option<Text>,
    /// The place (ô 4).
    pub place: Option<Text>,
    /// The date (ô 4): `2024-03-05`, `2024-03`, `2024` or blank.
    pub date: Option<Text>,
    /// Trích yếu (ô 5).
    pub subject: Text,
    /// The rules it is set by: `nd30@2020-03-05` or, of the Party, `hd05@2026-05-27`.
    pub rules: Option<Text>,
    /// Whether it is a form to be filled in by hand: dots in it are no forgotten places.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub form: bool,
    /// `hoa-toc`, `thuong-khan` or `khan` (ô 10b).
    pub urgency: Option<Text>,
    /// `xem-xong-tra-lai` or `luu-hanh-noi-bo` (ô 11).
    pub circulation: Option<Text>,
    /// Kính gửi and Nơi nhận (ô 9).
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub recipients: Recipients,
    /// Bases, written out or by their ids in the catalog; `{{ bases }}` prints them.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub legal_bases: Vec<Text>,
    /// Tables of targets, by id.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub targets: Entries<Target>,
    /// What a giấy mời says in fixed lines (Mẫu 1.7).
    pub invitation: Option<Spanned<Invitation>>,
    /// What a biên bản says in fixed lines (Mẫu 1.9).
    pub minutes: Option<Spanned<Minutes>>,
    /// What a giấy giới thiệu says in fixed lines (Mẫu 1.8).
    pub introduction: Option<Spanned<Introduction>>,
    /// What a giấy nghỉ phép says in fixed lines (Mẫu 1.10).
    pub leave: Option<Spanned<Leave>>,
    /// What a sao y, sao lục or trích sao is a copy of.
    pub source: Option<Spanned<CopiedDocument>>,
    /// The main text, in CommonMark; some kinds need none.
    pub body: Option<Text>,
    /// Who signs (ô 7).
    pub signatory: Option<Signatory>,
    /// Those who sign side by side, from left to right; instead of `signatory`.
    pub signatories: Option<Spanned<Vec<Signatory>>>,
    /// Documents that this one puts into force (ban hành kèm theo).
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub enacts: Vec<Enacted>,
    /// Texts and tables behind the document, in their order.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub appendices: Vec<Spanned<Appendix>>,
    /// Documents that go with this one, each a directive or a PDF; their paths from its folder.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub attachments: Vec<Spanned<Verbatim>>,
    /// Whether a draft is marked as one; as `vanthu.yaml` has it unless said otherwise.
    pub draft_mark: Option<bool>,
    /// One document for each of several recipients.
    pub copies: Option<Spanned<Copies>>,
    /// What the PDF conforms to, and the files inside it.
    pub pdf: Option<Spanned<Pdf>>,
    /// Whether the fingerprint of the sources stands at the foot of each page.
    pub source_fingerprint: Option<bool>,
    /// Findings that the office answers for.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub accept: Vec<Accept>,
}

/// One document for each of several recipients; its texts may say `{{ row }}` and
/// `{{ row.column }}`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Copies {
    /// A table of `targets`, or a list of recipients of the catalog.
    pub rows: Text,
    /// Which rows: `tn_tang > 0`; all of them unless said otherwise.
    #[serde(rename = "where")]
    pub tests: Option<Text>,
    /// The names of the files: `{stt}-{row|khong-dau}` unless said otherwise.
    pub file: Option<Text>,
    /// Kính gửi of each; the name of the row unless said otherwise.
    pub to: Option<Vec<Text>>,
    /// Who is invited by each; the name of the row unless said otherwise.
    pub guests: Option<Vec<Text>>,
    /// Nơi nhận of each; that of the directive unless said otherwise.
    pub cc: Option<Vec<Text>>,
    /// Trích yếu of each; that of the directive unless said otherwise.
    pub subject: Option<Text>,
    /// Number of copies on the Lưu line of each.
    pub count: Option<Text>,
    /// Who signs each; what is left out or blank is as in the directive.
    pub signatory: Option<RowSignatory>,
    /// What goes with each: `row`, `group`, `table` or `none`.
    pub appendix: Option<Text>,
    /// `same` (unless said otherwise) or `each`.
    pub numbers: Option<Text>,
    /// Whether the general document is built, too; `true` unless said otherwise.
    pub general: Option<bool>,
    /// The file with all of them: `one-sided` (unless said otherwise), `duplex` or `none`.
    pub print: Option<Text>,
}

/// Who signs a copy.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RowSignatory {
    /// Lines above the title.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub authority: Vec<Text>,
    /// The title signed under.
    pub title: Option<Text>,
    /// Another office of the signer.
    pub office: Option<Text>,
    /// The name.
    pub name: Option<Text>,
}

/// The issuing body.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Issuer {
    /// Id in the catalog; what else is written here goes before what stands there.
    pub id: Option<Text>,
    /// Cơ quan chủ quản.
    pub parent: Option<Text>,
    /// Cơ quan ban hành; required without `id`.
    pub name: Option<Text>,
    /// How an appendix names it after `của`, when not by `name`.
    pub cited_as: Option<Text>,
    /// Thẩm quyền ban hành: who resolves, decides or wires.
    pub authority: Option<Text>,
    /// How the office can be reached (ô 13).
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub contact: Contact,
}

/// How an office can be reached (ô 13).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Street and place.
    pub address: Option<Text>,
    /// Telephone.
    pub phone: Option<Text>,
    /// Fax.
    pub fax: Option<Text>,
    /// E-mail.
    pub email: Option<Text>,
    /// Website.
    pub website: Option<Text>,
}

/// A document that a decision puts into force.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Enacted {
    /// Its kind; one with a title.
    pub kind: Text,
    /// Trích yếu.
    pub subject: Text,
    /// Its text, in CommonMark.
    pub body: Text,
}

/// An appendix: one of the tables, or a text.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Appendix {
    /// A table of `targets`; then nothing else.
    pub table: Option<Text>,
    /// By which the body names a text.
    pub id: Option<Text>,
    /// Title of a text.
    pub title: Option<Text>,
    /// A text, in CommonMark.
    pub body: Option<Text>,
    /// How the paper of a text lies: `auto` (unless said otherwise), `portrait` or `landscape`.
    pub orientation: Option<Text>,
    /// Who signs below a text.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub signatories: Vec<Signatory>,
}

/// What a certified copy is a copy of.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CopiedDocument {
    /// A PDF, or a directive; its path from the folder of this one.
    pub file: Spanned<Verbatim>,
    /// Its form: `paper` or `electronic`.
    pub from: Text,
    /// The form of the copy: `paper` (unless said otherwise) or `electronic`.
    pub to: Option<Text>,
    /// What it is: `ban-goc`, `ban-chinh` or `ban-sao-y`.
    pub of: Option<Text>,
    /// When an electronic copy is signed, where the program is to print the mark.
    pub signed_at: Option<Text>,
    /// The parts that an extract repeats.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub extract: Vec<Text>,
}

/// Whom the document goes to.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recipients {
    /// Kính gửi.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub to: Vec<Text>,
    /// Nơi nhận.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub cc: Vec<Text>,
    /// The Lưu line.
    pub file: Option<FileNote>,
}

/// `Lưu: VT, KGVX. LAI.(10).`
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileNote {
    /// Code of the drafting unit.
    pub unit: Option<Text>,
    /// Mark of the drafter.
    pub drafter: Option<Text>,
    /// Number of copies.
    pub copies: Option<Text>,
}

/// Who signs.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    /// Id among the issuer's signatories in the catalog; what else is written here goes before
    /// what stands there.
    pub id: Option<Text>,
    /// Lines above the title, such as `TM. Ban Chỉ đạo` and `KT. Trưởng ban`.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub authority: Vec<Text>,
    /// The title signed under.
    pub title: Option<Text>,
    /// Another office of the signer, printed above the name.
    pub office: Option<Text>,
    /// The name.
    pub name: Option<Text>,
}

/// A finding the office knows of and answers for.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accept {
    /// Name of the rule.
    pub rule: Text,
    /// Narrows it to one thing, such as `chi-tieu.total.tn_tang`.
    pub at: Option<Text>,
    /// The value it was written for, such as `66.689 / 66.688`.
    pub found: Option<Text>,
    /// The reason.
    pub why: Text,
}

impl Value for Issuer {}
impl Value for Appendix {}
impl Value for Copies {}
impl Value for CopiedDocument {}
