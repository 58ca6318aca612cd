//! D510

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// Two spaces in a row, or a space before a mark.
    ///
    /// ## Why
    /// It tears lines apart in print, and a mark alone can stand at the beginning of a line.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Đề nghị các xã rà soát , báo cáo./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Đề nghị các xã rà soát, báo cáo./.
    /// ```
    ///
    /// ## Basis
    /// Words are parted by one space; a mark follows its word.
    ///
    /// ## Là gì
    /// Hai dấu cách liền nhau, hoặc dấu cách trước dấu câu.
    ///
    /// ## Vì sao
    /// In ra dòng bị hở, dấu câu có thể rơi xuống đầu dòng dưới.
    ///
    /// ## Căn cứ
    /// Các chữ cách nhau một dấu cách; dấu câu đặt sát chữ đứng trước.
    "D510" "stray-space" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose {
        let bytes = prose.text.as_bytes();
        for (start, _) in prose.text.match_indices(' ') {
            let next = bytes.get(start + 1).copied().unwrap_or(b'x');
            let behind = bytes.get(start + 2).copied().unwrap_or(b' ');
            // A second line of a paragraph may begin with a space that CommonMark took.
            let is_double = next == b' ' && start > 0 && bytes[start - 1] != b' ';
            let is_alone = matches!(behind, b' ' | b'\n') || bytes.get(start + 2).is_none();
            // `các sở ,ngành`: the space stands on the wrong side.
            let is_wrong_side = b",;:".contains(&next)
                && prose.text[start + 2..].starts_with(char::is_alphabetic)
                && prose.text[..start].ends_with(|it: char| it.is_alphanumeric() || it == ')');
            let is_mark = b",;:!?)".contains(&next) && (is_alone || next == b')')
                || next == b'.' && (is_alone || &bytes[start + 1..] == b"./.")
                || is_wrong_side;
            if start == 0 || !is_double && !is_mark || prose.is_filled_in(start + 1..start + 2) {
                continue;
            }
            let id = if is_double { "stray-space-double" } else { "stray-space-mark" };
            let word = prose.text[..start].rsplit(' ').next().unwrap_or_default();
            let message = Message::new(id).with("word", word).with("mark", char::from(next));
            let finding = report.emit(prose.span(start..start + 2), message);
            let edit = if is_double {
                let run = bytes[start..].iter().take_while(|byte| **byte == b' ').count();
                prose.safe_edit(start..start + run, " ")
            } else {
                let right = if is_wrong_side {
                    format!("{} ", char::from(next))
                } else {
                    char::from(next).to_string()
                };
                prose.safe_edit(start..start + 2, &right)
            };
            finding.edits.extend(edit);
        }
    }
}
