//! D601

use super::authority_form::{Form, look};
use crate::check::rule::{RuleInput, RuleReport, rule};

rule! {
    /// T/M, K/T, T/L of a Party document, written as in state documents.
    ///
    /// ## Why
    /// Party documents write the slash, state documents a full stop.
    ///
    /// ## Bad
    /// ```yaml
    /// rules: hd05@2026-05-27
    /// kind: ke-hoach
    /// symbol: KH/TU
    /// signatory: {authority: [TM. Ban Thường vụ], title: Bí thư}
    /// body: Các chi bộ thực hiện.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// rules: hd05@2026-05-27
    /// kind: ke-hoach
    /// symbol: KH/TU
    /// signatory: {authority: [T/M Ban Thường vụ], title: Bí thư}
    /// body: Các chi bộ thực hiện.
    /// ```
    ///
    /// ## Basis
    /// Hướng dẫn 05-HD/VPTW ngày 27/5/2026 (R157)
    ///
    /// ## Là gì
    /// T/M, K/T, T/L trong văn bản của Đảng viết như văn bản hành chính.
    ///
    /// ## Vì sao
    /// Văn bản của Đảng viết gạch chéo, văn bản hành chính viết dấu chấm.
    ///
    /// ## Căn cứ
    /// Hướng dẫn 05-HD/VPTW ngày 27/5/2026 (R157)
    "D601" "party-authority" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    look(input, report, "party-authority", &FORMS);
}

const FORMS: [Form; 3] = [
    ("T/M", &["TM", "T/M", "T.M", "T./M"]),
    ("K/T", &["KT", "K/T", "K.T", "K./T"]),
    ("T/L", &["TL", "T/L", "T.L", "T./L"]),
];

#[cfg(test)]
mod tests {
    use super::super::authority_form::mended;
    use super::*;

    #[test]
    fn prefixes_are_mended_and_words_left_alone() {
        let table = [
            ("TM. Ban Thường vụ", Some("T/M Ban Thường vụ")),
            ("TM Ban Thường vụ", Some("T/M Ban Thường vụ")),
            ("T.M Ban Thường vụ", Some("T/M Ban Thường vụ")),
            ("KT. Bí thư", Some("K/T Bí thư")),
            ("K/T. Chánh Văn phòng", Some("K/T Chánh Văn phòng")),
            ("TL. Ban Thường vụ", Some("T/L Ban Thường vụ")),
            ("T/M Ban Thường vụ", None),
            ("K/T Trưởng ban", None),
            ("T/L Ban Thường vụ", None),
            ("Thường trực Đảng ủy", None),
            ("TMDV Giám đốc", None),
            ("Kế toán", None),
        ];
        for (line, expected) in table {
            assert_eq!(mended(line, &FORMS).as_deref(), expected, "{line}");
        }
    }
}
