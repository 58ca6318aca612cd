//! What a Word file says is what the printed document says, block by block and cell by cell.

use vanthu::printed::Document;
use vanthu::printed::grid::Grid;
use vanthu::printed::text::{Part, Piece, sections};

use super::read::{Item, Paragraph, Table, Word, paragraphs};

/// The style of tables of figures; another table only places what is in it.
const GRID: &str = "BangSoLieu";

/// The styles of further lines of a paragraph, which have tab stops of their own.
const CONTINUED: [&str; 2] = ["NoiDungTiep", "BangGhiChuTiep"];

/// What is in the file and not in `document`, or the other way round; nothing when both agree.
pub(crate) fn differences(document: &Document, word: &Word) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut grids = document.grids().map(|(_, grid)| grid).collect::<Vec<_>>().into_iter();
    let expected = sections(document);
    if expected.len() != word.sections.len() {
        wrong.push(format!("{} sections for {}", word.sections.len(), expected.len()));
    }
    for (pieces, section) in expected.iter().zip(&word.sections) {
        let notes = pieces.iter().filter(|piece| piece.part == Part::Note);
        let notes: Vec<String> = notes.map(|piece| spaced(&piece.text)).collect();
        wrong.extend(of_lists(
            &notes,
            &section.notes.iter().map(Paragraph::text).collect::<Vec<_>>(),
        ));
        let pieces = texts(pieces, document);
        let mut said = Vec::new();
        let mut parts: Vec<&Table> = Vec::new();
        for item in &section.items {
            match item {
                Item::Table(table) if table.style == GRID => {
                    if !table.has_lines {
                        wrong.push("a table of figures without lines".to_owned());
                    }
                    parts.push(table);
                }
                item => {
                    if matches!(item, Item::Table(table) if table.has_lines) {
                        wrong.push("lines around what a table only places".to_owned());
                    }
                    for paragraph in paragraphs(std::slice::from_ref(item)) {
                        add(paragraph, &mut said);
                    }
                }
            }
        }
        let mut parts = parts.into_iter();
        while let Some(first) = parts.next() {
            let Some(grid) = grids.next() else {
                wrong.push("a table more".to_owned());
                continue;
            };
            wrong.extend(of_grid(grid, first, &mut parts));
        }
        wrong.extend(of_lists(&pieces, &said));
    }
    wrong.extend(grids.map(|grid| format!("no table for {:?}", grid.shows)));
    wrong.extend(of_furniture(document, word));
    wrong
}

/// The text of a paragraph; of one that only goes on with the one before it, behind that.
fn add(paragraph: &Paragraph, said: &mut Vec<String>) {
    let text = paragraph.text();
    match said
        .last_mut()
        .filter(|_| CONTINUED.contains(&paragraph.style.as_str()) && !text.is_empty())
    {
        Some(last) => *last = format!("{last} {text}"),
        None => said.extend(Some(text).filter(|text| !text.is_empty())),
    }
}

/// The pieces that stand in paragraphs, in the order of the file.
fn texts(pieces: &[Piece], document: &Document) -> Vec<String> {
    let is_circulation = |piece: &Piece| {
        let circulation = document.marks.circulation.as_ref();
        piece.part == Part::Mark && circulation.is_some_and(|it| it.1.printed() == piece.text)
    };
    let in_text = |piece: &&Piece| {
        let is_cell = matches!(piece.part, Part::HeaderCell | Part::Cell);
        let is_beside = matches!(piece.part, Part::Contact | Part::Note);
        !is_cell && !is_beside && !is_circulation(piece)
    };
    let mut pieces: Vec<&Piece> = pieces.iter().filter(in_text).collect();
    // Nơi nhận stands under several who sign.
    let signers = document.signature.as_ref().map_or(0, |signature| signature.signers.len());
    if signers > 1 {
        pieces.sort_by_key(|piece| piece.part == Part::Recipient);
        let first = pieces.iter().position(|piece| piece.part == Part::Recipient);
        assert!(
            first.is_none_or(|first| pieces[first..].iter().all(|it| it.part == Part::Recipient))
        );
    }
    pieces.iter().map(|piece| spaced(&piece.text)).filter(|text| !text.is_empty()).collect()
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn of_lists(expected: &[String], said: &[String]) -> Vec<String> {
    if expected == said {
        return Vec::new();
    }
    let at = expected.iter().zip(said).take_while(|(one, other)| one == other).count();
    let (wanted, found) = (expected.get(at), said.get(at));
    let is_part = |found: &&String| found.contains("phần") || found.contains("Phần");
    if let (Some(found), true) = (found.filter(is_part), said.len() >= expected.len()) {
        // A table in parts says above each which it is.
        let rest: Vec<String> = said[at..].iter().filter(|it| !is_part(it)).cloned().collect();
        let wanted: Vec<String> =
            expected[at..].iter().filter(|it| !it.starts_with("(Đơn vị tính")).cloned().collect();
        if rest == wanted {
            return Vec::new();
        }
        return vec![format!("behind `{found}`: {rest:?} for {wanted:?}")];
    }
    vec![format!("block {at}: `{found:?}` for `{wanted:?}`")]
}

/// Cell by cell; a table in parts has the first two columns in each of them.
fn of_grid<'a>(
    grid: &Grid,
    first: &'a Table,
    more: &mut impl Iterator<Item = &'a Table>,
) -> Vec<String> {
    let expected = expected_cells(grid);
    let count = grid.columns.len();
    let mut shown = 0;
    let mut table = Some(first);
    let mut wrong = Vec::new();
    while let Some(part) = table {
        let width = part.widths.len();
        let columns: Vec<usize> = if width == count {
            (0..count).collect()
        } else {
            [0, 1].into_iter().chain(shown.max(2)..shown.max(2) + width - 2).collect()
        };
        shown = columns.last().map_or(0, |last| last + 1);
        wrong.extend(of_part(&expected, part, &columns, grid));
        table = if shown < count { more.next() } else { None };
    }
    if shown != count {
        wrong.push(format!("{shown} columns of {count}"));
    }
    wrong
}

/// What stands at each place of the grid: text, and the columns and rows its cell takes.
type Cells = Vec<Vec<Option<String>>>;

/// The text of each cell at its first place; nothing where a cell goes on.
fn expected_cells(grid: &Grid) -> Cells {
    let count = grid.columns.len();
    let mut rows: Cells = vec![vec![None; count]; grid.header.len() + grid.rows.len()];
    for (row, cells) in grid.header.iter().enumerate() {
        for cell in cells {
            rows[row][cell.column] = Some(spaced(&cell.line.printed()));
        }
    }
    for (row, cells) in grid.rows.iter().enumerate() {
        let mut column = 0;
        for cell in &cells.cells {
            rows[grid.header.len() + row][column] = Some(spaced(&cell.text.read()));
            column += cell.colspan;
        }
    }
    rows
}

fn of_part(expected: &Cells, part: &Table, columns: &[usize], grid: &Grid) -> Vec<String> {
    let mut wrong = Vec::new();
    if part.rows.len() != expected.len() {
        wrong.push(format!("{} rows for {}", part.rows.len(), expected.len()));
    }
    for (index, (row, expected)) in part.rows.iter().zip(expected).enumerate() {
        if row.is_header != (index < grid.header.len()) {
            wrong.push(format!("row {index}: repeated {}", row.is_header));
        }
        let mut place = 0;
        for cell in &row.cells {
            let texts = cell.paragraphs.iter().map(Paragraph::text);
            let said = texts.collect::<Vec<_>>().join(" ");
            let under = &columns[place.min(columns.len())..(place + cell.span).min(columns.len())];
            // A heading that lies over several parts stands over each.
            let first = under.first().copied().unwrap_or(0);
            let wanted = (0..=first).rev().find_map(|column| expected[column].as_ref());
            if cell.goes_on {
                if !said.is_empty() {
                    wrong.push(format!("row {index}: `{said}` in a cell that goes on"));
                }
            } else if wanted.is_none_or(|wanted| *wanted != said) {
                wrong.push(format!("row {index}, column {place}: `{said}` for {wanted:?}"));
            }
            place += cell.span;
        }
        if place != columns.len() {
            wrong.push(format!("row {index} has {place} columns of {}", columns.len()));
        }
    }
    wrong
}

/// The mark above and the lines below the first page; page numbers; nothing else.
fn of_furniture(document: &Document, word: &Word) -> Vec<String> {
    let mut wrong = Vec::new();
    let said = |section: usize, kind: &str| -> Vec<String> {
        let name = word.sections.get(section).and_then(|it| it.references.get(kind));
        let items = name.and_then(|name| word.furniture.get(name));
        let all = items.map(|it| paragraphs(it)).unwrap_or_default();
        all.into_iter().map(Paragraph::text).filter(|text| !text.is_empty()).collect()
    };
    let circulation = document.marks.circulation.iter().map(|(_, line)| spaced(&line.printed()));
    let contact = document.contact.iter().map(|line| spaced(&line.printed()));
    let wanted = [
        ("header first", circulation.collect::<Vec<_>>()),
        ("footer first", contact.collect()),
        ("header default", vec!["2".to_owned()]),
    ];
    for (kind, wanted) in wanted {
        if said(0, kind) != wanted {
            wrong.push(format!("{kind}: {:?} for {wanted:?}", said(0, kind)));
        }
    }
    for section in 1..word.sections.len() {
        for kind in ["header first", "footer first"] {
            if !said(section, kind).is_empty() {
                wrong.push(format!("section {section}, {kind}: {:?}", said(section, kind)));
            }
        }
    }
    wrong
}
