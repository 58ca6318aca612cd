//! D065

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// TM., KT., TL., TUQ. or Q. with a slash, without its full stop or without the space behind
    /// it.
    ///
    /// ## Why
    /// The slash is the style of Party documents; state documents have a full stop and one space.
    ///
    /// ## Bad
    /// ```yaml
    /// signatory: {authority: [T/M Ủy ban nhân dân], title: Chủ tịch}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// signatory: {authority: [TM. Ủy ban nhân dân], title: Chủ tịch}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.7đ (R65)
    ///
    /// ## Là gì
    /// TM., KT., TL., TUQ., Q. viết có gạch chéo, thiếu dấu chấm hoặc thiếu dấu cách.
    ///
    /// ## Vì sao
    /// Gạch chéo (T/M, K/T) là cách viết của văn bản Đảng; văn bản hành chính dùng dấu chấm và một
    /// dấu cách.
    "D065" "authority-form" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    look(input, report, "authority-form", &FORMS);
}

/// Tells, in the words of the message `id`, each line of who signs that begins with a prefix of
/// `forms` which is not written as it is to be.
pub(super) fn look(
    input: &RuleInput<'_>,
    report: &mut RuleReport<'_>,
    id: &'static str,
    forms: &[Form],
) {
    let signatories = input.directive.signatories.iter();
    for line in signatories.flat_map(|one| one.authority.iter().chain(&one.title)) {
        let Some(expected) = mended(&line.value, forms) else { continue };
        let message = Message::new(id).with("line", &line.value).with("expected", expected);
        report.emit(line.span, message).subject = Some(line.value.clone());
    }
}

/// A prefix as it is to be written, and all ways it is written.
pub(super) type Form = (&'static str, &'static [&'static str]);

const FORMS: [Form; 5] = [
    ("TUQ.", &["TUQ", "T/U/Q", "T.U.Q", "TU/Q"]),
    ("TM.", &["TM", "T/M", "T.M"]),
    ("KT.", &["KT", "K/T", "K.T"]),
    ("TL.", &["TL", "T/L", "T.L"]),
    ("Q.", &["Q/", "Q."]),
];

/// The line as it is to be written, when it is not.
pub(super) fn mended(line: &str, forms: &[Form]) -> Option<String> {
    for (prefix, ways) in forms {
        for form in *ways {
            let Some(rest) = line.strip_prefix(form) else { continue };
            let mark = rest.starts_with(['.', ':', '/']);
            // `TMDV` is a word.
            if !mark && !rest.starts_with(' ') && !form.ends_with(['.', '/']) && !rest.is_empty() {
                continue;
            }
            let words = rest.trim_start_matches(['.', ':', '/', ' ']);
            let expected = format!("{prefix} {words}");
            return (line != expected && line != *prefix).then_some(expected);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_are_mended_and_words_left_alone() {
        let table = [
            ("K/T Chủ tịch", Some("KT. Chủ tịch")),
            ("TM Ủy ban nhân dân", Some("TM. Ủy ban nhân dân")),
            ("KT.Chủ tịch", Some("KT. Chủ tịch")),
            ("TUQ: Chủ tịch", Some("TUQ. Chủ tịch")),
            ("Q.Chủ tịch", Some("Q. Chủ tịch")),
            ("KT. Chủ tịch", None),
            ("TM. Ủy ban nhân dân", None),
            ("Q. Chủ tịch", None),
            ("Quyền Chủ tịch", None),
            ("TMDV Giám đốc", None),
        ];
        for (line, expected) in table {
            assert_eq!(mended(line, &FORMS).as_deref(), expected, "{line}");
        }
    }
}
