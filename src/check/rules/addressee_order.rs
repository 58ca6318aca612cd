//! D571

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::text::Text;

rule! {
    /// An addressee of higher rank behind one of lower rank.
    ///
    /// ## Why
    /// Those above come first: the Government and ministries, the province, its departments, then
    /// communes. A reader who finds himself behind those below him takes it for a slight.
    ///
    /// Looked at: Kính gửi and Nơi nhận, names whose rank is known; `Như trên`, `Như Điều` and
    /// those marked `(để b/c)` are passed over.
    ///
    /// ## Bad
    /// ```yaml
    /// recipients: {to: [Ủy ban nhân dân các xã, Bộ Nội vụ], cc: [Như trên], file: {unit: VP}}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// recipients: {to: [Bộ Nội vụ, Ủy ban nhân dân các xã], cc: [Như trên], file: {unit: VP}}
    /// ```
    ///
    /// ## Basis
    /// Custom of offices; NĐ 30 leaves the order free.
    ///
    /// ## Là gì
    /// Nơi nhận cấp trên ghi sau cấp dưới.
    ///
    /// ## Vì sao
    /// Cấp trên ghi trước: Chính phủ và các bộ, rồi tỉnh, sở, rồi đến xã.
    ///
    /// Xét Kính gửi và Nơi nhận, những tên biết được cấp; bỏ qua `Như trên`, `Như Điều`, dòng ghi
    /// `(để b/c)`.
    ///
    /// ## Căn cứ
    /// Thông lệ văn thư; Nghị định 30 không quy định thứ tự.
    "D571" "addressee-order" Warning => check
}

/// What names begin with, and their rank; 0 is the highest.
const RANKS: [(&str, u8); 31] = [
    ("thủ tướng", 0),
    ("chính phủ", 0),
    ("văn phòng chính phủ", 0),
    ("bộ ", 1),
    ("các bộ", 1),
    // Bodies of the armed forces in a province stand beside its departments.
    ("bộ chỉ huy", 3),
    ("bộ tư lệnh", 3),
    ("bộ đội", 3),
    ("bộ phận", 5),
    ("thanh tra chính phủ", 1),
    ("tỉnh ủy", 2),
    ("thường trực tỉnh ủy", 2),
    ("thành ủy", 2),
    ("ubnd tỉnh", 2),
    ("ủy ban nhân dân tỉnh", 2),
    ("hđnd tỉnh", 2),
    ("hội đồng nhân dân tỉnh", 2),
    ("đoàn đại biểu quốc hội tỉnh", 2),
    ("sở ", 3),
    ("các sở", 3),
    ("ban quản lý khu", 3),
    ("ubnd xã", 5),
    ("ubnd phường", 5),
    ("ubnd các xã", 5),
    ("ủy ban nhân dân các xã", 5),
    ("ủy ban nhân dân xã", 5),
    ("ủy ban nhân dân phường", 5),
    ("ubnd các phường", 5),
    ("các xã", 5),
    ("các thôn", 6),
    ("trưởng thôn", 6),
];

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let recipients = &input.directive.recipients;
    for list in [&recipients.to, &recipients.cc] {
        let mut lowest: Option<(&Text, u8)> = None;
        for entry in list {
            let Some(rank) = rank(&entry.value) else { continue };
            match lowest {
                // Neighbours in rank may stand either way.
                Some((lower, of_lower)) if rank + 1 < of_lower => {
                    let message = Message::new("addressee-order")
                        .with("entry", &entry.value)
                        .with("lower", &lower.value);
                    report.emit(entry.span, message).subject = Some(entry.value.clone());
                }
                Some((_, of_lower)) if rank <= of_lower => {}
                _ => lowest = Some((entry, rank)),
            }
        }
    }
}

fn rank(entry: &str) -> Option<u8> {
    let words = entry.to_lowercase().replace("uỷ", "ủy");
    if words.contains("(để") {
        return None;
    }
    RANKS.iter().rev().find(|(head, _)| words.starts_with(head)).map(|(_, rank)| *rank)
}
