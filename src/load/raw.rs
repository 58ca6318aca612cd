//! The YAML of a directive, field by field. Ids are still strings, nothing is checked.
//!
//! Keys are English and closed: an unknown one is refused with the nearest known one. Leaves
//! are [`Spanned`], so that every later finding can point at what the author wrote.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::node::Node;
pub use super::pdf::{Pdf, PdfParts};
use crate::characters;

/// A value and the bytes of the file it stands in. Which file is known to the loader only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it is written; quotes belong to it.
    pub range: Range<usize>,
}

impl<T: Value> From<serde_saphyr::Spanned<T>> for Spanned<T> {
    fn from(spanned: serde_saphyr::Spanned<T>) -> Self {
        Self { value: spanned.value.normalized(), range: byte_range(&spanned.referenced) }
    }
}

/// A value with a place.
pub trait Value: Sized {
    /// The value as it is read: text in its normal form (`characters`), all else as it is.
    #[must_use]
    fn normalized(self) -> Self {
        self
    }
}

impl Value for String {
    fn normalized(self) -> Self {
        match characters::normalized(&self) {
            Cow::Borrowed(_) => self,
            Cow::Owned(normalized) => normalized,
        }
    }
}

impl<T> Value for Vec<T> {}
impl Value for Issuer {}
impl Value for Appendix {}
impl Value for Copies {}
impl Value for Invitation {}
impl Value for Minutes {}
impl Value for Introduction {}
impl Value for Leave {}
impl Value for CopiedDocument {}
impl Value for Column {}
impl Value for Allocate {}
impl Value for Node {}
impl Value for Pdf {}

/// A name that the system must find again as it is written, such as a path.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline)]
pub struct Verbatim(pub String);

impl Value for Verbatim {}

/// By this name [`super::tolerant`] knows that a place is asked for, too.
pub(super) const SPANNED: &str = "Spanned";

impl<'de, T: Deserialize<'de> + Value> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // YAML itself is for people, the tree of it is not.
        if deserializer.is_human_readable() {
            return serde_saphyr::Spanned::deserialize(deserializer).map(Self::from);
        }
        deserializer.deserialize_tuple_struct(SPANNED, 3, PartsVisitor(PhantomData))
    }
}

/// Reads start, end and value.
struct PartsVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + Value> Visitor<'de> for PartsVisitor<T> {
    type Value = Spanned<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value with its place")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
        let lacks = || A::Error::invalid_length(3, &"start, end and value");
        let start = parts.next_element()?.ok_or_else(lacks)?;
        let end = parts.next_element()?.ok_or_else(lacks)?;
        let value: T = parts.next_element()?.ok_or_else(lacks)?;
        Ok(Spanned { value: value.normalized(), range: start..end })
    }
}

/// The bytes a location covers; empty when the parser does not know them.
pub(super) fn byte_range(location: &serde_saphyr::Location) -> Range<usize> {
    let span = location.span();
    let bytes = |count: Option<u64>| usize::try_from(count.unwrap_or(0)).unwrap_or(usize::MAX);
    let start = bytes(span.byte_offset());
    start..start.saturating_add(bytes(span.byte_len()))
}

/// A key that stands there without a value (`cc:`) says as little as one that does not.
pub(super) fn blank_is_empty<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// A text where the author wrote it.
pub type Text = Spanned<String>;

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

/// The fixed lines of a giấy mời.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    /// Who is invited.
    pub guests: Vec<Text>,
    /// To what.
    pub event: Text,
    /// Who chairs it.
    pub chair: Option<Text>,
    /// When.
    pub time: Text,
    /// Where.
    pub place: Text,
}

/// The fixed lines of a biên bản.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    /// `cuoc-hop` (unless said otherwise), `hoi-nghi` or `hoi-thao`.
    pub meeting: Option<Text>,
    /// When it began.
    pub start: Text,
    /// Where.
    pub place: Text,
    /// Who took part.
    pub attendees: Vec<Text>,
    /// Who chaired it.
    pub chair: Text,
    /// Who kept the record.
    pub secretary: Text,
    /// When it ended.
    pub end: Text,
    /// What is said behind the end.
    pub closing: Option<Text>,
}

/// The fixed lines of a giấy giới thiệu.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Introduction {
    /// Who is introduced.
    pub person: Text,
    /// Chức vụ.
    pub position: Text,
    /// The agency that the person is sent to.
    pub to: Text,
    /// The last day on which it is valid.
    pub until: Option<Text>,
}

/// The fixed lines of a giấy nghỉ phép.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Leave {
    /// The day of the application.
    pub requested: Option<Text>,
    /// Who is on leave.
    pub person: Text,
    /// Chức vụ.
    pub position: Text,
    /// How long.
    pub duration: Text,
    /// The first day.
    pub from: Option<Text>,
    /// The last day.
    pub until: Option<Text>,
    /// Where the leave is spent.
    pub place: Text,
    /// What the days are counted as.
    pub counted_as: Text,
    /// Whether there is room for a confirmation of the place where the leave is spent.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub confirmation: bool,
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

/// One table of targets.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Title of the appendix.
    pub title: Option<Text>,
    /// Unit of every figure: `(Đơn vị tính: …)`.
    pub unit: Option<Text>,
    /// Header of the column of row names.
    pub row_header: Text,
    /// Width of the column of row names in millimetres; else what its names need.
    pub name_width: Option<Text>,
    /// Header of the column of running numbers; `STT` unless said otherwise.
    pub index_header: Option<Text>,
    /// How rows are numbered, level by level: `A/I/1/-`, `1/1.1`, `running`, `none`.
    pub numbering: Option<Text>,
    /// Header of the column of codes of rows; `Mã số` unless said otherwise.
    pub code_header: Option<Text>,
    /// Header of the column of units of rows; `Đơn vị tính` unless said otherwise.
    pub unit_header: Option<Text>,
    /// Header of the column of notes of rows; `Ghi chú` unless said otherwise.
    pub note_header: Option<Text>,
    /// `false`: the table is computed and may be referred to, but is not printed.
    pub printed: Option<bool>,
    /// Which columns of a table of tasks say who leads, who helps, when it is due and what comes of
    /// it.
    pub tasks: Option<Tasks>,
    /// Whether it is a form to be filled in by hand: dots in it are no forgotten places.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub form: bool,
    /// Said below the table, each line on its own.
    pub note: Option<Text>,
    /// Where its figures come from; below the notes.
    pub source: Option<Text>,
    /// Who sign below the table, from left to right.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub signatures: Vec<TableSignature>,
    /// Whether a row of column numbers stands under the header.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub column_numbers: bool,
    /// `auto` (unless said otherwise), `portrait` or `landscape`.
    pub orientation: Option<Text>,
    /// Paper of its appendix: `a4` (unless said otherwise) or `a3`.
    pub paper: Option<Text>,
    /// Smallest type in points, for a table that would not fit otherwise.
    pub table_size: Option<Text>,
    /// Whether a table that is too wide is printed in several parts, each with some of its columns.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub split_columns: bool,
    /// The columns after the names.
    pub columns: Vec<Spanned<Column>>,
    /// The rows, in the order they are printed, or the file they are in.
    pub rows: Spanned<Node>,
    /// The row of totals.
    pub total: Option<Total>,
    /// Figures as others printed them: checked.
    pub declared: Option<Spanned<Node>>,
}

/// The columns of a table of tasks, by their ids.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tasks {
    /// Who leads; required.
    pub lead: Text,
    /// Who helps.
    pub support: Option<Text>,
    /// When it is due.
    pub due: Option<Text>,
    /// What comes of it.
    pub output: Option<Text>,
}

/// Who signs below a table.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableSignature {
    /// Who: `Người lập biểu`.
    pub title: Text,
    /// The name.
    pub name: Option<Text>,
}

/// A column, or a header over several.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Name in formulas and references.
    pub id: Option<Text>,
    /// Printed header.
    pub header: Text,
    /// `integer` (unless said otherwise), `money`, `decimal(n)`, `percent(n)`, `date` or `text`.
    #[serde(rename = "type")]
    pub kind: Option<Text>,
    /// Unit of its figures, printed under the header.
    pub unit: Option<Text>,
    /// Makes every cell of the column, such as `tn_2024 - tn_2023`.
    pub formula: Option<Text>,
    /// Spreads one amount over the rows.
    pub allocate: Option<Spanned<Allocate>>,
    /// What makes its totals: `sum`, `ratio`, `min`, `max`, `none` or a formula.
    pub total: Option<Text>,
    /// Its width in millimetres; else what its words need.
    pub width: Option<Text>,
    /// What a row is that `table.row.column` does not find: `error` (unless said otherwise) or
    /// `blank`.
    pub missing: Option<Text>,
    /// Whether its printed shares are to add up to 100 exactly.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub adds_up: bool,
    /// Computed, may be referred to, not printed in the table.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub hidden: bool,
    /// The columns under this header.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub columns: Vec<Spanned<Column>>,
}

/// How one amount is spread over the rows.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Allocate {
    /// A number, or a formula over totals and other tables.
    pub amount: Text,
    /// The column of weights.
    pub by: Text,
    /// No unit gets less.
    pub floor: Option<Text>,
    /// No unit gets more.
    pub cap: Option<Text>,
    /// Units whose part is settled.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub fixed: Entries<Text>,
    /// Who comes first at a tie: `order` (unless said otherwise) or `name`.
    pub ties: Option<Text>,
    /// Whether the working is printed as an appendix.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub working: bool,
}

/// The row of totals.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Total {
    /// Printed in front of it.
    pub label: Text,
    /// `bottom` (unless said otherwise) or `top`.
    pub at: Option<Text>,
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

/// A mapping whose keys are the author's own: order and places kept.
#[derive(Debug, Clone)]
pub struct Entries<T, K = String>(pub Vec<(Spanned<K>, T)>);

impl<T, K> Default for Entries<T, K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T, K> Deserialize<'de> for Entries<T, K>
where
    T: Deserialize<'de>,
    K: Deserialize<'de> + Value,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntriesVisitor<T, K>(PhantomData<(T, K)>);

        impl<'de, T, K> Visitor<'de> for EntriesVisitor<T, K>
        where
            T: Deserialize<'de>,
            K: Deserialize<'de> + Value,
        {
            type Value = Entries<T, K>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a mapping")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(key) = map.next_key::<Spanned<K>>()? {
                    entries.push((key, map.next_value()?));
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}
