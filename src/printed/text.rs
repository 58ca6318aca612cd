//! The text of a document piece by piece, in reading order: what every output format must say.

use super::block::Block;
use super::document::{Addressees, Appendix, CopyNote, Document, Enacted, Names, Signature, Title};
use super::grid::Grid;
use super::run::Line;

/// A text that stands together on paper: a line, a paragraph, a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Which part of the document it is.
    pub part: Part,
    /// As printed, with ordinary spaces; a blank, and room to write in, is one space, a forced line
    /// break is `\n`.
    pub text: String,
}

/// A part of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Cơ quan chủ quản and cơ quan ban hành.
    Issuer,
    /// Quốc hiệu and Tiêu ngữ.
    Nation,
    /// `Số: 05/KH-UBND`
    Number,
    /// Place and date.
    Date,
    /// Trích yếu of a công văn.
    Subject,
    /// `DỰ THẢO`, mức độ khẩn, phạm vi lưu hành.
    Mark,
    /// Tên loại, trích yếu; label and title of an appendix.
    Title,
    /// `(Kèm theo …)`
    Accompanies,
    /// Kính gửi.
    Addressee,
    /// Who decides, and the verb.
    Authority,
    /// A heading of the text.
    Heading,
    /// A paragraph or an item of the text, a căn cứ.
    Paragraph,
    /// A footnote, behind its number.
    Note,
    /// A cell of a header, printed again on each page the table goes on.
    HeaderCell,
    /// A cell of a table.
    Cell,
    /// Unit and notes of a table.
    TableNote,
    /// Nơi nhận.
    Recipient,
    /// Who signs.
    Signer,
    /// The foot of the first page.
    Contact,
    /// The fingerprint of the sources, at the foot of every page.
    Fingerprint,
}

/// Pieces that begin on a page of their own: first the document itself, then each document it
/// puts into force, then each appendix. Empty pieces are left out.
#[must_use]
pub fn sections(document: &Document) -> Vec<Vec<Piece>> {
    let mut sections = vec![main(document)];
    sections.extend(document.enacted.iter().map(enacted));
    sections.extend(document.appendices.iter().map(appendix));
    if let (Some(last), Some(copy)) = (sections.last_mut(), &document.copy) {
        copy_note(&copy.note, last);
    }
    sections.iter_mut().for_each(|pieces| pieces.retain(|piece| !piece.text.is_empty()));
    sections
}

/// All pieces of a document.
#[must_use]
pub fn pieces(document: &Document) -> Vec<Piece> {
    sections(document).concat()
}

fn piece(part: Part, line: &Line) -> Piece {
    Piece { part, text: line.read() }
}

fn all<'a>(part: Part, lines: impl IntoIterator<Item = &'a Line>, pieces: &mut Vec<Piece>) {
    pieces.extend(lines.into_iter().map(|line| piece(part, line)));
}

fn main(document: &Document) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (letterhead, marks) = (&document.letterhead, &document.marks);
    all(Part::Mark, marks.circulation.iter().map(|(_, line)| line), &mut pieces);
    names(&letterhead.names, &mut pieces);
    all(Part::Number, &letterhead.number, &mut pieces);
    all(Part::Subject, &letterhead.subject, &mut pieces);
    all(Part::Mark, &marks.draft, &mut pieces);
    all(Part::Mark, marks.urgency.iter().map(|(_, line)| line), &mut pieces);
    all(Part::Date, &letterhead.date, &mut pieces);
    document.title.iter().for_each(|it| title(it, &mut pieces));
    document.addressees.iter().for_each(|it| addressees(it, &mut pieces));
    if let Some(preamble) = &document.preamble {
        all(Part::Authority, &preamble.authority, &mut pieces);
        all(Part::Paragraph, &preamble.bases, &mut pieces);
        all(Part::Authority, [&preamble.verb], &mut pieces);
    }
    blocks(&document.blocks, &mut pieces);
    document.signature.iter().for_each(|it| signature(it, &mut pieces));
    all(Part::Contact, &document.contact, &mut pieces);
    all(Part::Fingerprint, &document.fingerprint, &mut pieces);
    pieces
}

fn names(names: &Names, pieces: &mut Vec<Piece>) {
    all(Part::Issuer, names.parent.iter().chain(&names.issuer).chain(&names.mark), pieces);
    all(Part::Nation, [&names.nation].into_iter().chain(&names.motto), pieces);
}

fn title(title: &Title, pieces: &mut Vec<Piece>) {
    all(Part::Title, [&title.name].into_iter().chain(&title.subject).chain(&title.end), pieces);
    all(Part::Number, &title.number, pieces);
}

/// A single addressee stands on the line of `Kính gửi:` (R74).
fn addressees(addressees: &Addressees, pieces: &mut Vec<Piece>) {
    let lead = addressees.lead.printed();
    let entries = addressees.entries.iter().map(Line::printed);
    let texts: Vec<String> = match addressees.marker {
        Some(marker) => {
            let entries = entries.map(|entry| format!("{marker} {entry}"));
            std::iter::once(lead).chain(entries).collect()
        }
        None => vec![format!("{lead} {}", entries.collect::<Vec<_>>().join(" "))],
    };
    pieces.extend(texts.into_iter().map(|text| Piece { part: Part::Addressee, text }));
}

fn blocks(blocks: &[Block], pieces: &mut Vec<Piece>) {
    for block in blocks {
        let text = block.line().map(Line::read).unwrap_or_default();
        let text = match block.marker() {
            Some(marker) => format!("{marker} {text}"),
            None => text,
        };
        match block {
            Block::Heading { .. } => pieces.push(Piece { part: Part::Heading, text }),
            Block::Paragraph { .. }
            | Block::Item { .. }
            | Block::Article { .. }
            | Block::Lead { .. } => {
                pieces.push(Piece { part: Part::Paragraph, text });
            }
            Block::Note { .. } => pieces.push(Piece { part: Part::Note, text }),
            Block::Bases(lines) => all(Part::Paragraph, lines, pieces),
            Block::Grid(_) | Block::SideBySide(_) => {
                block.grids().iter().for_each(|it| grid(it, pieces));
            }
        }
    }
}

fn grid(grid: &Grid, pieces: &mut Vec<Piece>) {
    all(Part::TableNote, &grid.unit, pieces);
    all(Part::HeaderCell, grid.header.iter().flatten().map(|cell| &cell.line), pieces);
    let cells = grid.rows.iter().flat_map(|row| &row.cells);
    pieces.extend(cells.map(|cell| Piece { part: Part::Cell, text: cell.text.read() }));
    all(Part::TableNote, &grid.notes, pieces);
    for signer in &grid.signers {
        all(Part::TableNote, [&signer.title].into_iter().chain(&signer.name), pieces);
    }
}

fn signature(signature: &Signature, pieces: &mut Vec<Piece>) {
    let Signature { heading, recipients, file, signers, confirmation } = signature;
    all(Part::Recipient, heading.iter().chain(recipients).chain(file), pieces);
    for signer in signers {
        let above = signer.authority.iter().chain(&signer.title).chain(&signer.signed);
        all(Part::Signer, above.chain(&signer.office).chain(&signer.name), pieces);
    }
    all(Part::Signer, confirmation, pieces);
}

/// The mark of an electronic copy stands at the top of the first page.
fn copy_note(note: &CopyNote, pieces: &mut Vec<Piece>) {
    match note {
        CopyNote::Nothing => {}
        CopyNote::Mark(line) => pieces.push(piece(Part::Mark, line)),
        CopyNote::Block(block) => {
            all(Part::Issuer, &block.issuer, pieces);
            all(Part::Title, [&block.name], pieces);
            all(Part::Number, &block.number, pieces);
            all(Part::Date, [&block.date], pieces);
            block.signature.iter().for_each(|it| signature(it, pieces));
        }
    }
}

fn enacted(enacted: &Enacted) -> Vec<Piece> {
    let mut pieces = Vec::new();
    names(&enacted.names, &mut pieces);
    title(&enacted.title, &mut pieces);
    all(Part::Accompanies, [&enacted.accompanies.line()], &mut pieces);
    blocks(&enacted.blocks, &mut pieces);
    pieces
}

fn appendix(appendix: &Appendix) -> Vec<Piece> {
    let mut pieces = Vec::new();
    all(Part::Title, [&appendix.label].into_iter().chain(&appendix.title), &mut pieces);
    all(Part::Accompanies, [&appendix.accompanies.line()], &mut pieces);
    blocks(&appendix.blocks, &mut pieces);
    appendix.signature.iter().for_each(|it| signature(it, &mut pieces));
    pieces
}
