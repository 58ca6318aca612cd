//! D556

use std::sync::LazyLock;

use regex::Regex;

use crate::check::prose::Part;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A space within the number and symbol of a cited document.
    ///
    /// ## Why
    /// Number and symbol are written without spaces; with them the reference breaks between lines
    /// and no register finds it.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   Theo Tờ trình số 175 /TTr-UBND ngày 18 tháng 11 năm 2025 của UBND tỉnh về dự toán./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   Theo Tờ trình số 175/TTr-UBND ngày 18 tháng 11 năm 2025 của UBND tỉnh về dự toán./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 điểm c (R29)
    ///
    /// ## Là gì
    /// Dấu cách trong số, ký hiệu của văn bản được viện dẫn.
    ///
    /// ## Vì sao
    /// Số và ký hiệu viết liền, không cách chữ; có dấu cách thì số bị ngắt ở cuối dòng và tra sổ
    /// không thấy.
    "D556" "spaces-in-symbol" Error => check
}

/// A number and a symbol with a space around their slash or hyphen: `175 /TTr-UBND`.
static SPACED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"[0-9]{1,5} ?/ ?(?:[0-9]{4} ?/ ?)?[A-ZĐƯ][A-Za-zĐđƯư]{0,6} ?[-–] ?[A-ZĐƯ][A-Za-zĐđƯư&0-9-]*",
        r"|[0-9]{1,5} ?- ?[A-ZĐƯ][A-Za-zĐđƯư]{0,4} ?/ ?[A-ZĐƯ]{2,}",
    ))
    .expect("its fixture is tested")
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let is_looked_at = |part| {
        matches!(part, Part::Subject | Part::Basis | Part::Heading | Part::Paragraph | Part::Note)
    };
    for prose in input.prose.iter().filter(|prose| is_looked_at(prose.part) && prose.has_digit()) {
        if !prose.has(b'/') {
            continue;
        }
        for found in SPACED.find_iter(&prose.text) {
            let words = found.as_str();
            let before = &prose.text[..found.start()];
            let is_cited = before.ends_with("số ")
                || !before.ends_with(|sign: char| sign.is_alphanumeric() || "/-.,".contains(sign))
                    && is_known(words);
            if words.contains(' ') && is_cited {
                let right: String = words.chars().filter(|sign| *sign != ' ').collect();
                let right = right.replace('–', "-");
                let message =
                    Message::new("spaces-in-symbol").with("found", words).with("right", &right);
                let finding = report.emit(prose.span(found.range()), message);
                finding.subject = Some(words.to_owned());
                finding.edits.extend(prose.safe_edit(found.range(), &right));
            }
        }
    }
}

/// Whether it has a code of a kind, so that it can be nothing but a symbol.
fn is_known(words: &str) -> bool {
    let codes =
        ["NQ", "QĐ", "CT", "TB", "HD", "CTr", "KH", "BC", "TTr", "NĐ", "TT", "KL", "CV", "ĐA"];
    words.split(|sign: char| !sign.is_alphabetic()).any(|group| codes.contains(&group))
}
