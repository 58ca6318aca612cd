//! D601

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

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
    let signatories = input.directive.signatories.iter();
    for line in signatories.flat_map(|one| one.authority.iter().chain(&one.title)) {
        let Some(expected) = mended(&line.value) else { continue };
        let message =
            Message::new("party-authority").with("line", &line.value).with("expected", expected);
        report.emit(line.span, message).subject = Some(line.value.clone());
    }
}

/// The line as it is to be written, when it is not.
fn mended(line: &str) -> Option<String> {
    for (own, letters) in [("T/M", ["T", "M"]), ("K/T", ["K", "T"]), ("T/L", ["T", "L"])] {
        let rest = line.strip_prefix(letters[0]).map(|rest| rest.trim_start_matches(['.', '/']));
        let Some(rest) = rest.and_then(|rest| rest.strip_prefix(letters[1])) else { continue };
        // `TMDV`, `Tổ trưởng` and `Khối trưởng` are words.
        if !rest.starts_with(['.', ':', ' ', '/']) {
            continue;
        }
        let expected = format!("{own} {}", rest.trim_start_matches(['.', ':', '/', ' ']));
        return (line != expected).then_some(expected);
    }
    None
}

#[cfg(test)]
mod tests {
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
            assert_eq!(mended(line).as_deref(), expected, "{line}");
        }
    }
}
