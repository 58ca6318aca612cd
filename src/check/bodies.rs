//! Bodies that issue documents, by the codes their symbols bear.

use jiff::civil::Date;

use crate::model::citation::Citation;
use crate::model::symbol::Shape;

/// A body and its code; `UBND` and `HĐND` are those of any unit.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Body {
    /// As the second group of a symbol.
    pub(super) code: &'static str,
    /// What its name begins with, as documents write it.
    names: &'static [&'static str],
    /// The first day without it: year, month, day.
    ended: Option<(i16, i8, i8)>,
    /// Who has its tasks since.
    successor: Option<&'static str>,
}

const fn body(code: &'static str, names: &'static [&'static str]) -> Body {
    Body { code, names, ended: None, successor: None }
}

/// A ministry that ended when the Government was rearranged (Nghị quyết số 176/2025/QH15).
const fn ended(
    code: &'static str,
    names: &'static [&'static str],
    successor: &'static str,
) -> Body {
    Body { code, names, ended: Some((2025, 3, 1)), successor: Some(successor) }
}

/// Longer names stand before those they begin with.
static BODIES: &[Body] = &[
    body("UBTVQH", &["Ủy ban Thường vụ Quốc hội", "Uỷ ban Thường vụ Quốc hội"]),
    body("VPQH", &["Văn phòng Quốc hội"]),
    body("QH", &["Quốc hội"]),
    body("TTg", &["Thủ tướng"]),
    body("CP", &["Chính phủ"]),
    body("CTN", &["Chủ tịch nước"]),
    body("VPCP", &["Văn phòng Chính phủ"]),
    body("TTCP", &["Thanh tra Chính phủ"]),
    body("NHNN", &["Ngân hàng Nhà nước"]),
    body(
        "UBND",
        &[
            "Ủy ban nhân dân",
            "Uỷ ban nhân dân",
            "UBND",
            "Chủ tịch Ủy ban nhân dân",
            "Chủ tịch Uỷ ban nhân dân",
            "Chủ tịch UBND",
        ],
    ),
    body(
        "HĐND",
        &["Hội đồng nhân dân", "HĐND", "Thường trực Hội đồng nhân dân", "Thường trực HĐND"],
    ),
    body("BNV", &["Bộ Nội vụ"]),
    body("BTC", &["Bộ Tài chính"]),
    body("BYT", &["Bộ Y tế"]),
    body("BGDĐT", &["Bộ Giáo dục và Đào tạo"]),
    body("BCA", &["Bộ Công an"]),
    body("BQP", &["Bộ Quốc phòng"]),
    body("BTP", &["Bộ Tư pháp"]),
    body("BCT", &["Bộ Công Thương"]),
    body("BXD", &["Bộ Xây dựng"]),
    body("BKHCN", &["Bộ Khoa học và Công nghệ"]),
    body("BNG", &["Bộ Ngoại giao"]),
    body("BNNMT", &["Bộ Nông nghiệp và Môi trường"]),
    body("BVHTTDL", &["Bộ Văn hóa, Thể thao và Du lịch"]),
    body("BDTTG", &["Bộ Dân tộc và Tôn giáo"]),
    ended("BTNMT", &["Bộ Tài nguyên và Môi trường"], "Bộ Nông nghiệp và Môi trường"),
    ended("BKHĐT", &["Bộ Kế hoạch và Đầu tư"], "Bộ Tài chính"),
    ended(
        "BLĐTBXH",
        &["Bộ Lao động - Thương binh và Xã hội", "Bộ Lao động – Thương binh và Xã hội"],
        "Bộ Nội vụ",
    ),
    ended("BGTVT", &["Bộ Giao thông vận tải"], "Bộ Xây dựng"),
    ended("BTTTT", &["Bộ Thông tin và Truyền thông"], "Bộ Khoa học và Công nghệ"),
    ended("BNNPTNT", &["Bộ Nông nghiệp và Phát triển nông thôn"], "Bộ Nông nghiệp và Môi trường"),
    ended("UBDT", &["Ủy ban Dân tộc", "Uỷ ban Dân tộc"], "Bộ Dân tộc và Tôn giáo"),
    body("SNV", &["Sở Nội vụ"]),
    body("STC", &["Sở Tài chính"]),
    body("SYT", &["Sở Y tế"]),
    body("SGDĐT", &["Sở Giáo dục và Đào tạo"]),
    body("SXD", &["Sở Xây dựng"]),
    body("SCT", &["Sở Công Thương"]),
    body("STP", &["Sở Tư pháp"]),
    body("SKHCN", &["Sở Khoa học và Công nghệ"]),
    body("SNNMT", &["Sở Nông nghiệp và Môi trường"]),
    body("TW", &["Ban Chấp hành Trung ương", "Bộ Chính trị", "Ban Bí thư", "Trung ương Đảng"]),
    body("TU", &["Tỉnh ủy", "Tỉnh uỷ", "Thành ủy", "Thành uỷ", "Ban Thường vụ Tỉnh ủy"]),
];

impl Body {
    /// Its name in full, as a sentence names it.
    pub(super) fn name(&self) -> &'static str {
        self.names[0]
    }

    /// Who has its tasks since it ended.
    pub(super) fn successor(&self) -> Option<&'static str> {
        self.successor
    }

    /// The first day without it.
    pub(super) fn ended_on(&self) -> Option<Date> {
        let (year, month, day) = self.ended?;
        Date::new(year, month, day).ok()
    }
}

/// The body whose name `words` begin with, and how long it stands there.
pub(super) fn named(words: &str) -> Option<(&'static Body, usize)> {
    let mut found: Option<(&Body, usize)> = None;
    for body in BODIES {
        for name in body.names {
            let is_word = || !words[name.len()..].starts_with(char::is_alphanumeric);
            let is_longer = found.is_none_or(|(_, length)| name.len() > length);
            if words.starts_with(name) && is_word() && is_longer {
                found = Some((body, name.len()));
            }
        }
    }
    found
}

/// The body of this code.
pub(super) fn coded(code: &str) -> Option<&'static Body> {
    // `QH15`, `UBTVQH14` bear the number of their term.
    let bare = code.trim_end_matches(|sign: char| sign.is_ascii_digit());
    BODIES.iter().find(|body| body.code == bare && (bare == code || body.code.ends_with("QH")))
}

/// The code of the body that issued a cited document, by its symbol.
pub(super) fn code_of(citation: &Citation) -> Option<&str> {
    let symbol = &citation.symbol;
    match &citation.shape {
        Shape::State { .. } => symbol.split('/').nth(1)?.split('-').nth(1),
        Shape::Normative { code } => {
            let rest = symbol.splitn(3, '/').nth(2)?;
            if code.contains("QH") { Some(rest) } else { rest.split('-').nth(1) }
        }
        Shape::Letter { .. } => symbol.split('/').nth(1)?.split('-').next(),
        Shape::Party { .. } => symbol.rsplit('/').next(),
        Shape::Mixed | Shape::Incomplete | Shape::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_known_by_its_name_and_by_its_code() {
        let code = |words: &str| named(words).map(|(body, _)| body.code);
        assert_eq!(code("UBND tỉnh Lào Cai về giao chỉ tiêu"), Some("UBND"));
        assert_eq!(code("Chính phủ về công tác văn thư"), Some("CP"));
        assert_eq!(code("Ủy ban Thường vụ Quốc hội"), Some("UBTVQH"));
        assert_eq!(code("Chính phủquan"), None);
        assert_eq!(code("Văn phòng HĐND và UBND xã"), None);
        assert_eq!(coded("QH15").map(Body::name), Some("Quốc hội"));
        assert_eq!(coded("BNV").map(Body::name), Some("Bộ Nội vụ"));
        assert_eq!(coded("BNV2"), None);
    }
}
