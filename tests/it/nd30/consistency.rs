//! What stands on the pages is what the printed document says, piece by piece, and nothing else.

use vanthu::model::blank::BOXES;
use vanthu::printed::text::{Part, Piece, sections};
use vanthu::printed::{Document, phrases};

use super::paper::MARGIN;
use crate::pdf::{Line, Pdf};

/// A line of a page.
struct Printed {
    page: usize,
    text: String,
}

/// What is on the pages and not in `document`, or the other way round; nothing when both agree.
///
/// Letters, marks and spaces within a line must be the same; lines may end anywhere.
pub(crate) fn differences(document: &Document, pdf: &Pdf) -> Vec<String> {
    let is_furniture = |line: &Line| {
        let text = line.text();
        let is_number = line.y() < MARGIN && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number || text == phrases::CONTINUED
    };
    let mut left: Vec<Printed> = Vec::new();
    for (page, sheet) in pdf.pages.iter().enumerate() {
        let lines = sheet.lines().into_iter().filter(|line| !is_furniture(line));
        left.extend(lines.map(|line| Printed { page, text: line.text() }));
    }
    let mut wrong = Vec::new();
    let sections = sections(document);
    // The foot of the first page is drawn within the text that goes on behind it.
    let (contact, text): (Vec<&Piece>, Vec<&Piece>) =
        sections.iter().flatten().partition(|piece| piece.part == Part::Contact);
    for piece in contact.into_iter().chain(text) {
        if !take(&piece.text, None, &mut left) {
            wrong.push(format!("not on the pages: {:?} `{}`", piece.part, piece.text));
        }
    }
    // Headers are printed again on each page a table goes on.
    for section in &sections {
        let header: Vec<&Piece> =
            section.iter().filter(|piece| piece.part == Part::HeaderCell).collect();
        for page in 0..pdf.pages.len() {
            let taken = header.iter().filter(|cell| take(&cell.text, Some(page), &mut left));
            let count = taken.count();
            if count > 0 && count < header.len() && document.grids().count() == 1 {
                wrong.push(format!("page {}: {count} cells of {}", page + 1, header.len()));
            }
        }
    }
    let more = left.iter().map(|it| format!("page {}: also says `{}`", it.page + 1, it.text));
    wrong.extend(more);
    wrong
}

/// Takes the first lines that together say `text`; whether there are any. They follow each other,
/// but for the end of a page.
fn take(text: &str, page: Option<usize>, left: &mut Vec<Printed>) -> bool {
    // Boxes are drawn.
    let words = text.replace(BOXES, " ").split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return true;
    }
    let mut starts = (0..left.len()).filter(|at| page.is_none_or(|page| left[*at].page == page));
    let found = starts.find_map(|start| lines_of(&words, start, left));
    let Some(found) = found else { return false };
    found.iter().rev().for_each(|at| drop(left.remove(*at)));
    true
}

fn lines_of(words: &str, start: usize, left: &[Printed]) -> Option<Vec<usize>> {
    let mut rest = words.strip_prefix(left[start].text.as_str())?;
    let mut taken = vec![start];
    while !rest.is_empty() {
        let last = taken[taken.len() - 1];
        let goes_on = |at: &usize| {
            let is_near = *at == last + 1 || left[*at].page == left[last].page + 1;
            is_near && rest.trim_start().starts_with(left[*at].text.as_str())
        };
        let next = (last + 1..left.len()).find(goes_on)?;
        rest = &rest.trim_start()[left[next].text.len()..];
        taken.push(next);
    }
    Some(taken)
}
