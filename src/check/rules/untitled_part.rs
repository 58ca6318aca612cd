//! D525

use std::iter;

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::block::{Block, Inline, Rank};
use crate::model::reference::Reference;

rule! {
    /// A phần, chương, mục or tiểu mục without a title, or a heading of a điều without one in what
    /// is put into force.
    ///
    /// ## Why
    /// The title tells what the part is about; without one it is a number that readers have to
    /// look behind.
    ///
    /// ## Bad
    /// ```yaml
    /// kind: quyet-dinh
    /// symbol: QĐ-UBND
    /// subject: Ban hành Quy chế làm việc
    /// body: Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc./.
    /// enacts:
    ///   - kind: quy-che
    ///     subject: Làm việc
    ///     body: |
    ///       # Chương I.
    ///
    ///       ### Điều 1. Phạm vi điều chỉnh
    ///
    ///       Quy chế này quy định nguyên tắc làm việc./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// kind: quyet-dinh
    /// symbol: QĐ-UBND
    /// subject: Ban hành Quy chế làm việc
    /// body: Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc./.
    /// enacts:
    ///   - kind: quy-che
    ///     subject: Làm việc
    ///     body: |
    ///       # Chương I. Quy định chung
    ///
    ///       ### Điều 1. Phạm vi điều chỉnh
    ///
    ///       Quy chế này quy định nguyên tắc làm việc./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.6 (R47)
    ///
    /// ## Là gì
    /// Phần, chương, mục, tiểu mục không có tiêu đề; hoặc điều viết thành tiêu đề trong văn bản ban
    /// hành kèm theo mà chỉ có số.
    ///
    /// ## Vì sao
    /// Tiêu đề cho biết nội dung chính của phần, chương, mục, tiểu mục, điều; chỉ có số thì người
    /// đọc không biết ở đó nói gì.
    "D525" "untitled-part" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    // The điều of a decision itself run on behind their numbers; its own body comes first.
    let smallest = iter::once(Rank::Subsection).chain(iter::repeat(Rank::Article));
    for (body, smallest) in input.directive.bodies().zip(smallest) {
        walk(body, smallest, report);
    }
}

/// Looks at headings down to those of rank `smallest`, and those of a number alone
fn walk(blocks: &[Block<Reference>], smallest: Rank, report: &mut RuleReport<'_>) {
    for block in blocks {
        match block {
            Block::Heading { rank, marker: Some(marker), content }
                if *rank <= smallest && content.is_empty() =>
            {
                let message = Message::new("untitled-part").with("label", &marker.text);
                report.emit(marker.span, message).subject = Some(marker.text.clone());
            }
            // `# II.`, which is read as words.
            Block::Heading { marker: None, content, .. }
                if let [Inline::Text { text, span }] = &content[..]
                    && is_label(text) =>
            {
                let message = Message::new("untitled-part").with("label", text.trim());
                report.emit(*span, message).subject = Some(text.trim().to_owned());
            }
            Block::Item { blocks, .. } => walk(blocks, smallest, report),
            Block::Heading { .. } | Block::Paragraph(_) | Block::Note { .. } => {}
        }
    }
}

/// Whether the words of a heading are a number alone: `II.`, `3.`.
fn is_label(text: &str) -> bool {
    let Some(number) = text.trim().strip_suffix('.') else { return false };
    let is_roman = number.bytes().all(|byte| b"IVX".contains(&byte));
    !number.is_empty() && (is_roman || number.bytes().all(|byte| byte.is_ascii_digit()))
}
