//! D178

use std::sync::LazyLock;

use regex::Regex;

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A comma between the parts of a document that are cited from small to large.
    ///
    /// ## Why
    /// The decree cites parts without commas: `điểm c khoản 1 Điều 25 Nghị định này`.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Thực hiện theo điểm c, khoản 1, Điều 14 của Quy chế./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Thực hiện theo điểm c khoản 1 Điều 14 của Quy chế./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 7 (R178)
    ///
    /// ## Là gì
    /// Dấu phẩy giữa các phần của văn bản được viện dẫn từ nhỏ đến lớn.
    ///
    /// ## Vì sao
    /// Nghị định viện dẫn không có dấu phẩy: `điểm c khoản 1 Điều 25 Nghị định này`.
    "D178" "parts-with-commas" Info => check
}

static PARTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?:[Đđ]iểm [a-zđ], ?khoản [0-9]{1,2}(?:,? ?Điều [0-9]{1,3})?|[Kk]hoản [0-9]{1,2}, ?Điều [0-9]{1,3})",
    )
    .expect("its fixture is tested")
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let looked_at = input.prose.iter().filter(|prose| prose.has(b','));
    for prose in looked_at.filter(|prose| prose.text.contains("hoản ")) {
        for found in PARTS.find_iter(&prose.text) {
            let before = &prose.text[..found.start()];
            // A list of several: `điểm a, b, khoản 1`, `khoản 1, khoản 2, Điều 5`.
            if before.ends_with(", ") || before.ends_with("và ") || prose.is_quoted(found.start())
            {
                continue;
            }
            let words = found.as_str();
            let right = words.replace(", ", " ").replace(',', " ");
            let message =
                Message::new("parts-with-commas").with("found", words).with("right", right);
            let span = prose.span(found.range());
            report.emit(span, message).subject = Some(words.to_owned());
        }
    }
}
