//! The foot of the document: Nơi nhận (ô 9b, 12) and the signature (ô 7a–7c), in a table without
//! lines.

use super::layout::Layout;
use super::measures::{millimetres, single_line};
use super::styles::{PLAIN, Style};
use super::word::{Cell, Element, Indent, Merge, Paragraph, Row, Table, TableBorders};
use crate::model::measure::Measure;
use crate::printed::document::{Signature, Signer};
use crate::printed::run::Line;
use crate::render::lines::{self, as_it_is};
use crate::render::names::name;
use crate::render::spacing::running;

/// The column of Nơi nhận.
const LEFT: i64 = millimetres(Measure::whole(70));

/// R70: 25 mm and a little of room for signature and seal.
const ROOM: i64 = millimetres(Measure::whole(26));

/// Beside each of several who sign.
const BESIDE: i64 = millimetres(Measure::whole(4));

/// Between those who sign and what stands below them: 12 pt.
const BETWEEN_ROWS: i64 = 240;

/// The signature, and what holds it to the text: `elements`, the last of which stays on its page.
pub(super) fn close(signature: &Signature, layout: &Layout<'_>, elements: &mut Vec<Element>) {
    match elements.last_mut() {
        Some(Element::Paragraph(paragraph)) => paragraph.properties.keep_next = true,
        Some(Element::Table(table)) => table.rows.iter_mut().rev().take(2).for_each(keep),
        Some(Element::SideBySide(_)) | None => {}
    }
    let mut table = block(signature, layout);
    let gap = 2 * layout.measures.gap;
    for cell in table.rows.iter_mut().take(1).flat_map(|row| &mut row.cells) {
        if let Some(first) = cell.content.first_mut() {
            first.properties.spacing.before = Some(gap);
        }
    }
    // The rows stay together.
    let count = table.rows.len();
    table.rows.iter_mut().take(count - 1).for_each(keep);
    elements.push(table.into());
}

fn keep(row: &mut Row) {
    let paragraphs = row.cells.iter_mut().flat_map(|cell| &mut cell.content);
    paragraphs.for_each(|paragraph| paragraph.properties.keep_next = true);
}

/// Nơi nhận beside the one who signs; under those who sign side by side, two in a row. Below,
/// where another body confirms a leave (Mẫu 1.10).
fn block(signature: &Signature, layout: &Layout<'_>) -> Table {
    let text_width = layout.measures.text_width;
    let recipients = recipients(signature, layout);
    let (widths, mut rows) = match signature.signers.as_slice() {
        signers @ ([] | [_]) => {
            let right = text_width - LEFT;
            let lines = |signer| signer_lines(signer, right, 0, layout);
            let signer = signers.first().map(lines).unwrap_or_default();
            ([LEFT, right], vec![row(vec![(recipients, LEFT, 1), (signer, right, 1)])])
        }
        signers => {
            let width = text_width / 2;
            let pairs = signers.chunks(2).map(|pair| signer_row(pair, width, layout));
            let mut rows: Vec<Row> = pairs.collect();
            if !recipients.is_empty() {
                rows.push(row(vec![(recipients, 2 * width, 2)]));
            }
            ([width, width], rows)
        }
    };
    if let Some(words) = &signature.confirmation {
        let of = layout.type_at(Style::Confirmation.size(&layout.measures), false);
        let mut words = layout.balanced(Style::Confirmation, words, of, widths[0]).0;
        words.properties.spacing.after = Some(ROOM);
        rows.push(row(vec![(vec![words], widths[0], 1), (Vec::new(), widths[1], 1)]));
    }
    for row in rows.iter_mut().skip(1) {
        for cell in &mut row.cells {
            if let Some(first) = cell.content.first_mut() {
                first.properties.spacing.before = Some(BETWEEN_ROWS);
            }
        }
    }
    Table {
        style: PLAIN,
        widths: widths.to_vec(),
        is_centred: false,
        borders: TableBorders::None,
        inset: (0, 0),
        rows,
    }
}

/// Two who sign side by side, their names level; one who is left over stands in the middle.
fn signer_row(pair: &[Signer], width: i64, layout: &Layout<'_>) -> Row {
    let most = pair.iter().map(|signer| lines_above(signer, width - BESIDE, layout)).max();
    let most = most.unwrap_or_default();
    let cell = |signer| {
        let lines = signer_lines(signer, width - BESIDE, most, layout);
        if pair.len() == 1 { (lines, 2 * width, 2) } else { (lines, width, 1) }
    };
    row(pair.iter().map(cell).collect())
}

/// How many lines stand above the room for a signature.
fn lines_above(signer: &Signer, width: i64, layout: &Layout<'_>) -> usize {
    let of = layout.type_of(Style::Signature, true);
    let above = signer.authority.iter().chain(&signer.title);
    above.map(|line| of.lines(&lines::text(line, name), width).count).sum()
}

/// Content, width and number of columns of each cell.
fn row(cells: Vec<(Vec<Paragraph>, i64, usize)>) -> Row {
    let cell = |(content, width, span)| Cell {
        width,
        span,
        merge: Merge::Alone,
        is_middle: false,
        content,
    };
    let cells = cells.into_iter().map(cell).collect();
    Row { cells, is_header: false, can_split: false }
}

/// R76–R78: the heading, then a line for each; what wraps hangs behind the dash.
fn recipients(signature: &Signature, layout: &Layout<'_>) -> Vec<Paragraph> {
    let heading = signature.heading.iter();
    let heading = heading.map(|line| layout.paragraph(Style::Recipients, line, as_it_is));
    let hanging = layout.type_of(Style::Recipient, false).width("- ");
    let indent = Indent { left: Some(hanging), right: None, first_line: Some(-hanging) };
    let entry = |line: &Line, spacing| {
        let mut paragraph = layout.paragraph(Style::Recipient, line, spacing);
        paragraph.properties.indent = indent;
        paragraph
    };
    let entries = signature.recipients.iter().map(|line| entry(line, running as _));
    let file = signature.file.iter().map(|line| entry(line, as_it_is as _));
    heading.chain(entries).chain(file).collect()
}

/// R60–R69: authority and title, room, office above the name, name. The room begins below so many
/// lines as `most`, where there are fewer above it.
fn signer_lines(signer: &Signer, width: i64, most: usize, layout: &Layout<'_>) -> Vec<Paragraph> {
    let fewer = most.saturating_sub(lines_above(signer, width, layout));
    let size = Style::Signature.size(&layout.measures);
    let room = ROOM + i64::try_from(fewer).unwrap_or(0) * single_line(size);
    let line = |style: Style, line: &Line| {
        layout.balanced(style, line, layout.type_of(style, true), width).0
    };
    let authority = signer.authority.iter().map(|it| line(Style::Signature, it));
    let mut above: Vec<Paragraph> = authority.collect();
    above.extend(signer.title.iter().map(|it| {
        let mut paragraph = line(Style::Signature, it);
        if layout.measures.is_party {
            paragraph.set_plain();
        }
        paragraph
    }));
    let below = signer.office.iter().chain(&signer.name);
    let mut below: Vec<Paragraph> = below.map(|it| line(Style::Signer, it)).collect();
    if let Some(signed) = &signer.signed {
        // In the middle of the room.
        let mut signed = layout.paragraph(Style::Signed, signed, as_it_is);
        let height = single_line(Style::Signed.size(&layout.measures));
        signed.properties.spacing.before = Some((room - height) / 2);
        signed.properties.spacing.after = Some((room - height) / 2);
        above.push(signed);
        above.append(&mut below);
        return above;
    }
    match (below.first_mut(), above.last_mut()) {
        (Some(first), _) => first.properties.spacing.before = Some(room),
        (None, Some(last)) => last.properties.spacing.after = Some(room),
        (None, None) => {}
    }
    above.append(&mut below);
    above
}
