//! D585

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::note_mark::{at_end, at_start};
use crate::model::target::{Input, Target};
use crate::model::text::Text;

rule! {
    /// A mark in a table without its note below, or a note without its mark.
    ///
    /// ## Why
    /// `(2)` beside a figure sends the reader to the notes; where there is no note (2), or where a
    /// note belongs to no figure, one of them was forgotten.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   ket-qua:
    ///     row_header: Thôn
    ///     columns: [{id: ho, header: Số hộ}]
    ///     rows: {Thôn Đông: ["412 (2)"], Thôn Đoài: [368]}
    ///     note: (1) Số ước.
    /// body: |
    ///   Kết quả như sau:
    ///
    ///   {{ table("ket-qua") }}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// targets:
    ///   ket-qua:
    ///     row_header: Thôn
    ///     columns: [{id: ho, header: Số hộ}]
    ///     rows: {Thôn Đông: ["412 (1)"], Thôn Đoài: [368]}
    ///     note: (1) Số ước.
    /// body: |
    ///   Kết quả như sau:
    ///
    ///   {{ table("ket-qua") }}
    /// ```
    ///
    /// ## Basis
    /// A mark and its note belong together. In names and headers `(1)` may mean something else:
    /// there it is a mark when the table has such notes. Notes that are numbered while the table
    /// has no mark at all are a list.
    ///
    /// ## Là gì
    /// Dấu chú thích trong bảng không có ghi chú bên dưới, hoặc ghi chú không có dấu trong bảng.
    ///
    /// ## Vì sao
    /// `(2)` cạnh một số là để người đọc xem ghi chú (2); không có ghi chú ấy, hoặc ghi chú không
    /// thuộc số nào, là bỏ sót một trong hai.
    ///
    /// ## Căn cứ
    /// Dấu và ghi chú đi với nhau.
    "D585" "note-mark" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for target in input.directive.targets.iter().filter(|target| target.is_printed) {
        let notes: Vec<(&Text, &str)> =
            target.notes.iter().filter_map(|note| Some((note, at_start(&note.value)?))).collect();
        let has_note = |mark: &str| notes.iter().any(|(_, known)| *known == mark);
        let has_notes_like =
            |mark: &str| notes.iter().any(|(_, known)| form_of(known) == form_of(mark));
        for (text, mark) in figure_marks(target) {
            if !has_note(mark) {
                missing(text, mark, report);
            }
        }
        let named: Vec<(&Text, &str)> =
            texts(target).filter_map(|text| Some((text, at_end(&text.value)?.1))).collect();
        for (text, mark) in &named {
            if has_notes_like(mark) && !has_note(mark) {
                missing(text, mark, report);
            }
        }
        // In words and titles a mark may stand anywhere.
        let has_mark = |mark: &str| {
            figure_marks(target).any(|(_, used)| used == mark)
                || texts(target).chain(target.cell_texts()).any(|it| it.value.contains(mark))
        };
        if notes.iter().any(|(_, mark)| has_mark(mark)) {
            for (note, mark) in notes.iter().filter(|(_, mark)| !has_mark(mark)) {
                let message =
                    Message::new("note-without-mark").with("note", &note.value).with("mark", mark);
                report.emit(note.span, message);
            }
        }
    }
}

fn missing(text: &Text, mark: &str, report: &mut RuleReport<'_>) {
    let message = Message::new("mark-without-note").with("mark", mark).with("text", &text.value);
    report.emit(text.span, message);
}

/// Marks of one form are of one list: stars, numbers, letters.
fn form_of(mark: &str) -> u8 {
    let inner = mark.trim_start_matches('(').as_bytes();
    match inner.first() {
        Some(b'0'..=b'9') => 0,
        Some(b'*') => 1,
        _ => 2,
    }
}

/// The marks of figures, each with the cell as it is written.
fn figure_marks(target: &Target) -> impl Iterator<Item = (&Text, &str)> {
    let inputs = target.lines.iter().flat_map(|line| &line.inputs);
    inputs.filter_map(|input| match input {
        Input::Noted(noted) => Some((&noted.cell, noted.mark.as_str())),
        _ => None,
    })
}

/// Every printed text of the table but notes and those in cells.
fn texts(target: &Target) -> impl Iterator<Item = &Text> {
    let is_note = |text: &Text| target.notes.iter().any(|note| note.span == text.span);
    target.texts().into_iter().filter(move |text| !is_note(text))
}
