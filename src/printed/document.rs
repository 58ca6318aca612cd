//! The printed document and its parts, named after the boxes (ô) of the decree's layout.

use std::sync::Arc;

use super::block::Block;
use super::grid::Grid;
use super::run::{Line, Run};
use crate::model::date::IssueDate;
use crate::model::kind::Kind;
use crate::model::mark::{Circulation, Urgency};
use crate::model::reference;
use crate::model::rule_set::RuleSet;
use crate::model::target::Orientation;

/// A document as it stands on paper.
///
/// `printed::print` makes it from a directive and its computed tables. The output formats, `diff`,
/// `explain` and `issue` read it; none of them adds text of its own. It holds no layout: no
/// widths, no line or page breaks, no no-break spaces. Two documents are equal when they print
/// the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its kind.
    pub kind: &'static Kind,
    /// The rules it is set by.
    pub rules: RuleSet,
    /// What the file says of itself beside its pages.
    pub properties: Properties,
    /// Ô 1–4 and 5b.
    pub letterhead: Letterhead,
    /// Ô 10 and 11.
    pub marks: Marks,
    /// Ô 5a; a công văn has none.
    pub title: Option<Title>,
    /// Ô 9a.
    pub addressees: Option<Addressees>,
    /// What stands before the text of a decision.
    pub preamble: Option<Preamble>,
    /// Ô 6: the main text.
    pub blocks: Vec<Block>,
    /// Ô 7 and 9b; `None` when nobody signs and nobody receives it yet.
    pub signature: Option<Signature>,
    /// Documents that this one puts into force.
    pub enacted: Vec<Enacted>,
    /// In their order.
    pub appendices: Vec<Appendix>,
    /// Ô 13: lines at the foot of the first page.
    pub contact: Vec<Line>,
    /// Of a certified copy: what it copies, and who copied it. The rest of the document is what an
    /// extract repeats; in other copies it is empty.
    pub copy: Option<CertifiedCopy>,
    /// The fingerprint of the sources, in the lower margin of every page; set by the caller, as
    /// [`super::print`] does not know the sources.
    pub fingerprint: Option<Line>,
}

impl Document {
    /// Whether it has nothing but who copied the pages of another document.
    #[must_use]
    pub fn is_copy_alone(&self) -> bool {
        self.copy.as_ref().is_some_and(|copy| copy.pages != CopiedPages::Repeated)
    }

    /// The main text, that of each document it puts into force, and that of each appendix.
    pub fn texts(&self) -> impl Iterator<Item = &[Block]> {
        let enacted = self.enacted.iter().map(|enacted| enacted.blocks.as_slice());
        let appended = self.appendices.iter().map(|appendix| appendix.blocks.as_slice());
        std::iter::once(self.blocks.as_slice()).chain(enacted).chain(appended)
    }

    /// The same, to be changed.
    fn blocks_mut(&mut self) -> impl Iterator<Item = &mut Block> {
        let enacted = self.enacted.iter_mut().flat_map(|enacted| &mut enacted.blocks);
        let appended = self.appendices.iter_mut().flat_map(|appendix| &mut appendix.blocks);
        self.blocks.iter_mut().chain(enacted).chain(appended)
    }

    /// Every run of the texts, to be changed.
    pub fn runs_mut(&mut self) -> impl Iterator<Item = &mut Run> {
        self.blocks_mut().flat_map(Block::runs_mut)
    }

    /// Every table, with the label of the appendix it stands in; one within the text has none.
    pub fn grids(&self) -> impl Iterator<Item = (Option<&Line>, &Grid)> {
        let enacted = self.enacted.iter().flat_map(|enacted| &enacted.blocks);
        let in_text = self.blocks.iter().chain(enacted).flat_map(Block::grids);
        let appended = self.appendices.iter().flat_map(|appendix| {
            let grids = appendix.blocks.iter().flat_map(Block::grids);
            grids.map(|grid| (Some(&appendix.label), grid))
        });
        in_text.map(|grid| (None, grid)).chain(appended)
    }

    /// The same tables, to be changed.
    pub fn grids_mut(&mut self) -> impl Iterator<Item = &mut Grid> {
        self.blocks_mut().flat_map(Block::grids_mut)
    }
}

/// The properties of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Properties {
    /// Tên loại and trích yếu.
    pub title: String,
    /// The issuer, when it is known.
    pub author: Option<String>,
    /// Trích yếu.
    pub subject: String,
    /// Tên loại, and number with symbol when there is a number.
    pub keywords: Vec<String>,
    /// The day of the document, as far as it is known.
    pub date: IssueDate,
}

/// Ô 1 and 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// Cơ quan chủ quản.
    pub parent: Option<Line>,
    /// Cơ quan ban hành.
    pub issuer: Option<Line>,
    /// `*` below the issuer, on a Party document (R157).
    pub mark: Option<Line>,
    /// Quốc hiệu, or the name of the Party.
    pub nation: Line,
    /// Tiêu ngữ; a Party document has none.
    pub motto: Option<Line>,
}

/// The head of the first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    /// Ô 1 and 2.
    pub names: Names,
    /// Ô 3: `Số: 05/KH-UBND`; `None` where the kind has none, or has it under its title.
    pub number: Option<Line>,
    /// Ô 4: `Hải Dương, ngày 05 tháng 3 năm 2024`; a biên bản and a contract have none here.
    pub date: Option<Line>,
    /// Ô 5b: `V/v …`, on a công văn.
    pub subject: Option<Line>,
}

/// Marks beside the text.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Marks {
    /// `DỰ THẢO`
    pub draft: Option<Line>,
    /// Ô 10b: `HOẢ TỐC`.
    pub urgency: Option<(Urgency, Line)>,
    /// Ô 11: `LƯU HÀNH NỘI BỘ`.
    pub circulation: Option<(Circulation, Line)>,
}

/// Tên loại and trích yếu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// `KẾ HOẠCH`
    pub name: Line,
    /// Trích yếu; some kinds have none here.
    pub subject: Option<Line>,
    /// `Số: 05/HĐ-UBND`, of a contract.
    pub number: Option<Line>,
    /// `-----` below trích yếu of a Party document, in place of a rule (R157).
    pub end: Option<Line>,
}

/// Who decides, on what grounds, and the verb (R123).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preamble {
    /// `ỦY BAN NHÂN DÂN TỈNH …`
    pub authority: Option<Line>,
    /// Căn cứ, one a line.
    pub bases: Vec<Line>,
    /// `QUYẾT ĐỊNH:`
    pub verb: Line,
}

/// Whom the document goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressees {
    /// `Kính gửi:`, or who wires: `CHỦ TỊCH … điện:`.
    pub lead: Line,
    /// Printed before each entry (R74); `None` where there is one entry, on the line of the lead.
    pub marker: Option<&'static str>,
    /// With the marks behind them (R75).
    pub entries: Vec<Line>,
}

/// Nơi nhận and who signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// `Nơi nhận:`; `None` when there is nobody below it.
    pub heading: Option<Line>,
    /// `- Như trên;`
    pub recipients: Vec<Line>,
    /// `- Lưu: VT, …`, below them.
    pub file: Option<Line>,
    /// One, or several, two side by side from left to right.
    pub signers: Vec<Signer>,
    /// Of a giấy nghỉ phép: the words below the signature, under which another body confirms the
    /// leave (Mẫu 1.10).
    pub confirmation: Option<Line>,
}

/// Who signs, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`
    pub authority: Vec<Line>,
    /// `PHÓ CHỦ TỊCH`
    pub title: Option<Line>,
    /// `(Đã ký)`, in the place of the signature, where an extract repeats it.
    pub signed: Option<Line>,
    /// Another office, above the name.
    pub office: Option<Line>,
    /// The name.
    pub name: Option<Line>,
}

/// A certified copy (Điều 25, Mẫu 3.1 and 3.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertifiedCopy {
    /// What it copies.
    pub pages: CopiedPages,
    /// Who copied it.
    pub note: CopyNote,
}

/// What a certified copy copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopiedPages {
    /// The pages of a finished PDF.
    Pdf(Arc<Vec<u8>>),
    /// The pages of another document.
    Document(Box<Document>),
    /// What this document itself repeats of another one.
    Repeated,
}

/// What a certified copy adds to the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyNote {
    /// On paper: who copied it, below the last part (R104).
    Block(Box<CopyBlock>),
    /// In a file: one line at the top of the first page (R102).
    Mark(Line),
    /// In a file whose mark the program for signing adds.
    Nothing,
}

/// Who copied a document, on paper (Mẫu 3.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyBlock {
    /// The agency that copied it.
    pub issuer: Option<Line>,
    /// `SAO Y`
    pub name: Line,
    /// `Số: 05/SY-UBND`
    pub number: Option<Line>,
    /// Place and date of the copy.
    pub date: Line,
    /// Nơi nhận, and who signs the copy.
    pub signature: Option<Signature>,
}

/// `(Kèm theo Quyết định số … ngày … tháng … năm … của …)` (R87).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accompanies {
    /// Up to the space behind the year.
    pub document: Line,
    /// `của …`
    pub issuer: Option<Line>,
    /// `)`
    pub end: Line,
}

impl Accompanies {
    /// The whole line.
    #[must_use]
    pub fn line(&self) -> Line {
        let lines = [Some(&self.document), self.issuer.as_ref(), Some(&self.end)];
        Line { runs: lines.into_iter().flatten().flat_map(|line| line.runs.clone()).collect() }
    }
}

/// A document that comes into force with the decision before it (R92).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enacted {
    /// Printed once more.
    pub names: Names,
    /// Tên loại and trích yếu.
    pub title: Title,
    /// What it goes with.
    pub accompanies: Accompanies,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// An appendix on pages of its own (R84–R88).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appendix {
    /// Which one of the directive.
    pub which: reference::Appendix,
    /// `Phụ lục II`
    pub label: Line,
    /// Its title.
    pub title: Option<Line>,
    /// What it goes with.
    pub accompanies: Accompanies,
    /// Its text; of a table that is an appendix, the table alone.
    pub blocks: Vec<Block>,
    /// How its author wants the paper of a text to lie; a table has a key for that of its own.
    pub orientation: Orientation,
    /// Who signs below it, without Nơi nhận.
    pub signature: Option<Signature>,
}

impl Appendix {
    /// The table, of an appendix that is one: then paper and its side follow from the table.
    #[must_use]
    pub fn table(&self) -> Option<&Grid> {
        if let [block] = &self.blocks[..] { block.grid() } else { None }
    }
}
