//! D060

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::text::Text;

rule! {
    /// TM., KT., TL., TUQ. or Q. before words they cannot stand before.
    ///
    /// ## Why
    /// TM. stands before the name of the collective; KT., TL., TUQ. and Q. stand before the title
    /// of the head; whoever signs with KT. is a deputy.
    ///
    /// ## Bad
    /// ```yaml
    /// signatory: {authority: [KT. Phó Trưởng ban], title: Ủy viên}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// signatory: {authority: [KT. Trưởng ban], title: Phó Trưởng ban}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.7b; Điều 13 (R60–R64)
    ///
    /// ## Là gì
    /// TM., KT., TL., TUQ. hoặc Q. đặt trước những chữ không đúng.
    ///
    /// ## Vì sao
    /// TM. đặt trước tên tập thể, cơ quan; KT., TL., TUQ., Q. đặt trước chức vụ của người đứng đầu;
    /// người ký KT. phải là cấp phó.
    "D060" "signature-prefix" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for signatory in &input.directive.signatories {
        let of = |prefix: &str| {
            signatory
                .authority
                .iter()
                .position(|line| line.value.to_uppercase().starts_with(prefix))
        };
        let first = ["KT.", "TL.", "TUQ."].iter().filter_map(|prefix| of(prefix)).min();
        if let (Some(first), Some(last)) = (first, of("TM."))
            && first < last
        {
            let line = &signatory.authority[last];
            let message = Message::new("signature-prefix")
                .with("what", "order")
                .with("line", &line.value)
                .with("prefix", &signatory.authority[first].value);
            report.emit(line.span, message).subject = Some(line.value.clone());
        }
    }
    let lines = input.directive.signatories.iter().flat_map(|signatory| {
        let title = signatory.title.as_ref();
        signatory.authority.iter().chain(title).map(move |line| (line, title))
    });
    for (line, title) in lines {
        let Some((prefix, rest)) = split(&line.value) else { continue };
        let what = match (prefix, rest.as_str()) {
            (_, "") => "alone",
            ("TM.", rest) if begins(rest, &HEADS) => "head",
            ("TM.", _) => continue,
            (_, rest) if rest.starts_with("phó ") => "deputy",
            (_, rest) if begins(rest, &COLLECTIVES) && !is_head(rest) => "collective",
            ("KT.", rest) if is_same(title, line, rest) => "self",
            _ => continue,
        };
        let message = Message::new("signature-prefix")
            .with("what", what)
            .with("line", &line.value)
            .with("prefix", prefix);
        report.emit(line.span, message).subject = Some(line.value.clone());
    }
}

/// Titles of those who head an agency.
const HEADS: [&str; 13] = [
    "chủ tịch",
    "chủ nhiệm",
    "giám đốc",
    "tổng giám đốc",
    "trưởng",
    "bộ trưởng",
    "cục trưởng",
    "vụ trưởng",
    "chánh ",
    "hiệu trưởng",
    "bí thư",
    "thủ trưởng",
    "viện trưởng",
];

/// What names of collectives begin with.
const COLLECTIVES: [&str; 26] = [
    "ủy ban",
    "uỷ ban",
    "ubnd",
    "hội đồng",
    "hđnd",
    "ban chỉ đạo",
    "bcđ",
    "ban chấp hành",
    "ban thường vụ",
    "tập thể",
    "sở ",
    "bộ ",
    "cục ",
    "chi cục ",
    "vụ ",
    "phòng ",
    "văn phòng",
    "thanh tra ",
    "đảng ủy",
    "đảng uỷ",
    "tỉnh ủy",
    "thành ủy",
    "công an",
    "bảo hiểm xã hội",
    "trung tâm ",
    "trường ",
];

/// `Bộ trưởng`, `Cục trưởng`, `Chánh Thanh tra`: heads, not what they head.
fn is_head(rest: &str) -> bool {
    begins(rest, &HEADS)
        || ["vụ trưởng", "cục trưởng", "bộ trưởng"].iter().any(|it| rest.starts_with(it))
}

fn begins(rest: &str, words: &[&str]) -> bool {
    words.iter().any(|word| rest.starts_with(word))
}

/// Whether the title signed under is the one signed for.
fn is_same(title: Option<&Text>, line: &Text, rest: &str) -> bool {
    title.is_some_and(|title| title.span != line.span && title.value.to_lowercase() == rest)
}

/// The prefix of a line and the words behind it, in small letters.
fn split(line: &str) -> Option<(&'static str, String)> {
    ["TM.", "KT.", "TL.", "TUQ.", "Q."].into_iter().find_map(|prefix| {
        let rest = line.to_uppercase().strip_prefix(prefix)?.trim().to_lowercase();
        Some((prefix, rest))
    })
}
