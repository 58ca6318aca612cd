//! Which blocks reserve room for the signature (`lib/closing.typ`).

use super::body::{Block, Run};
use crate::render::sheet::Sheet;

/// Marks the last blocks above the signature, which reserve room for it. Returns whether there is
/// such a block.
pub(super) fn hold_the_signature(blocks: &mut [Block], sheet: &Sheet<'_>) -> bool {
    let Some((last, before)) = blocks.split_last_mut().filter(|(last, _)| last.can_hold()) else {
        return false;
    };
    last.holds_signature = true;
    if last.is_one_line(sheet)
        && let Some(next) = before.last_mut().filter(|block| block.can_hold())
    {
        (next.holds_signature, next.holds_line) = (true, true);
    }
    true
}

impl Block {
    fn is_title(&self) -> bool {
        self.is_heading || self.is_division
    }

    fn can_hold(&self) -> bool {
        let is_text = !self.is_title() && !self.is_lead && !self.is_side_by_side;
        is_text && self.table.as_ref().is_none_or(|table| table.can_hold)
    }

    fn is_one_line(&self, sheet: &Sheet<'_>) -> bool {
        let width = |run: &Run| {
            let is_italic = run.emphasis || self.is_basis;
            sheet.fonts.advances(run.strong, is_italic).width(&run.text)
        };
        let marker = self.marker.as_ref().map(|marker| Run {
            text: format!("{marker} "),
            strong: self.is_article,
            ..Run::default()
        });
        let ems: i64 = marker.iter().chain(&self.runs).map(width).sum();
        let has_break = self.runs.iter().any(|run| run.is_break);
        !self.is_table
            && !self.is_side_by_side
            && !has_break
            && sheet.in_points(ems) < sheet.first_line
    }
}
