//! D567

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::block::{Block, Rank};
use crate::model::reference::Reference;

rule! {
    /// `Như Điều …` in Nơi nhận that points to a điều that the document does not have.
    ///
    /// ## Why
    /// Those who carry the decision out find themselves through this line; a number left over from
    /// another decision points to nothing.
    ///
    /// ## Bad
    /// ```yaml
    /// kind: quyet-dinh
    /// symbol: QĐ-UBND
    /// issuer: {name: Ủy ban nhân dân xã Yên Phú, authority: Ủy ban nhân dân xã Yên Phú}
    /// subject: Về việc kiện toàn Tổ công tác
    /// legal_bases:
    ///   - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
    /// body: |
    ///   Điều 1. Kiện toàn Tổ công tác.
    ///
    ///   Điều 2. Quyết định này có hiệu lực từ ngày ký./.
    /// recipients: {cc: [Như Điều 5], file: {unit: VP}}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// kind: quyet-dinh
    /// symbol: QĐ-UBND
    /// issuer: {name: Ủy ban nhân dân xã Yên Phú, authority: Ủy ban nhân dân xã Yên Phú}
    /// subject: Về việc kiện toàn Tổ công tác
    /// legal_bases:
    ///   - Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
    /// body: |
    ///   Điều 1. Kiện toàn Tổ công tác.
    ///
    ///   Điều 2. Quyết định này có hiệu lực từ ngày ký./.
    /// recipients: {cc: [Như Điều 2], file: {unit: VP}}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.1–1.3 (R79)
    ///
    /// ## Là gì
    /// `Như Điều …` ở Nơi nhận dẫn đến điều mà văn bản không có.
    ///
    /// ## Vì sao
    /// Người thi hành tìm tên mình qua dòng này; số điều chép từ quyết định khác thì dẫn đến chỗ
    /// không có.
    "D567" "as-of-article" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    for entry in &directive.recipients.cc {
        let Some(rest) = entry.value.strip_prefix("Như Điều ") else { continue };
        let digits = rest.split(|sign: char| !sign.is_ascii_digit()).next().unwrap_or_default();
        let Ok(number) = digits.parse::<usize>() else { continue };
        let count = articles(&directive.body);
        // A draft without its text has none yet.
        if directive.body.is_empty() || (1..=count).contains(&number) {
            continue;
        }
        let message =
            Message::new("as-of-article").with("entry", &entry.value).with("count", count);
        report.emit(entry.span, message).subject = Some(entry.value.clone());
    }
}

/// How many điều a body has.
pub(super) fn articles(blocks: &[Block<Reference>]) -> usize {
    let count = |block: &Block<Reference>| match block {
        Block::Heading { rank, .. } => usize::from(*rank == Rank::Article),
        Block::Item { marker, .. } => usize::from(marker.text.starts_with("Điều ")),
        Block::Paragraph(_) | Block::Note { .. } => 0,
    };
    blocks.iter().map(count).sum()
}
