//! What a row says besides its name and its figures.

use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::{self, CellText, Content};
use crate::model::target::{Details, Label};
use crate::model::text::Text;
use crate::nearest::suggestion;
use crate::resolve::{Resolver, flatten};

/// No figure has more decimals.
const MOST_DECIMALS: u32 = 6;

/// What says that a row has no label.
const NO_LABEL: &str = "none";

/// Whether totals sum a row, by what the author writes.
const COUNTED: [(&str, bool); 2] = [("true", true), ("false", false)];

impl Resolver<'_> {
    /// The details of a row.
    pub(super) fn details(&mut self, raw: &load::Details) -> Option<Details> {
        let code = self.detail(raw.code.as_ref());
        let unit = self.detail(raw.unit.as_ref());
        let note = self.detail(raw.note.as_ref());
        let label = match &raw.label {
            None => Some(Label::Number),
            Some(cell) if cell.value.as_deref() == Some(NO_LABEL) => Some(Label::None),
            Some(cell) => self.cell_text(cell).map(Label::Own),
        };
        let decimals = flatten(raw.decimals.as_ref().map(|cell| self.row_decimals(cell)));
        if let Some(part) = &raw.part {
            self.stray_part(part);
            return None;
        }
        Some(Details { code: code?, label: label?, unit: unit?, decimals: decimals?, note: note? })
    }

    #[expect(clippy::option_option, reason = "unreadable and not written are two things")]
    fn detail(&mut self, cell: Option<&CellText>) -> Option<Option<Text>> {
        flatten(cell.map(|cell| self.cell_text(cell)))
    }

    fn row_decimals(&mut self, cell: &CellText) -> Option<u32> {
        let found = decimals_of(cell);
        if found.is_none() {
            let message = Message::new("row-decimals")
                .with("value", cell.value.as_deref().unwrap_or_default())
                .with("most", MOST_DECIMALS);
            self.emit(&codes::BAD_VALUE, message, cell.span);
        }
        found
    }

    /// Whether the author says that totals sum the row, or do not.
    #[expect(clippy::option_option, reason = "unreadable and not written are two things")]
    pub(super) fn counted(&mut self, raw: &load::Details) -> Option<Option<bool>> {
        let Some(cell) = &raw.counted else { return Some(None) };
        let word = cell.value.as_deref().unwrap_or_default().to_lowercase();
        let found = COUNTED.iter().find(|(known, _)| *known == word).map(|(_, is)| *is);
        if found.is_none() {
            self.bad_detail("counted", cell, COUNTED.map(|(word, _)| word));
        }
        found.map(Some)
    }

    /// A part that stands behind no row, or is none of the two kinds.
    fn stray_part(&mut self, cell: &CellText) {
        let word = cell.value.as_deref().unwrap_or_default();
        if load::part_rows::of_word(word).is_some() {
            self.emit(&codes::BAD_ROW, Message::new("part-without-whole"), cell.span);
        } else {
            let known = crate::model::target::Extent::KNOWN.map(|(word, _)| word);
            self.bad_detail("part", cell, known);
        }
    }

    fn bad_detail<const N: usize>(&mut self, key: &str, cell: &CellText, known: [&'static str; N]) {
        let word = cell.value.as_deref().unwrap_or_default();
        let message = Message::new("bad-value").with("key", key).with("value", word);
        let finding = Diagnostic::new(&codes::BAD_VALUE, message).at(cell.span);
        self.report.emit(finding.suggest(suggestion(word, known)));
    }
}

fn decimals_of(cell: &CellText) -> Option<u32> {
    let value = cell.value.as_deref().unwrap_or_default().trim();
    value.parse::<u32>().ok().filter(|decimals| *decimals <= MOST_DECIMALS)
}

/// The greatest number of decimals that a line has for itself.
pub(super) fn most_decimals(lines: &[load::Line]) -> Option<u32> {
    let of_line = |line: &load::Line| {
        let own = line.details.decimals.as_ref().and_then(decimals_of);
        let below = match &line.content {
            Content::Group(below) => most_decimals(below),
            Content::Cells(_) | Content::Keyed(_) => None,
        };
        own.max(below)
    };
    lines.iter().filter_map(of_line).max()
}
