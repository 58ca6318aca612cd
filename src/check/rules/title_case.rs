//! D115

use std::sync::LazyLock;

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::check::wordings::{Wordings, begins_with_person};
use crate::diagnostic::Message;

rule! {
    /// An office with a small letter before the name of its holder.
    ///
    /// ## Why
    /// With a specific person the office is a capital: Giám đốc Nguyễn Văn An.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Giao đồng chí phó chủ tịch Nguyễn Văn An chủ trì./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Giao đồng chí Phó Chủ tịch Nguyễn Văn An chủ trì./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 3 (R115)
    ///
    /// ## Là gì
    /// Chức vụ đi liền tên người mà viết thường.
    ///
    /// ## Vì sao
    /// Chức vụ đi liền với tên người cụ thể thì viết hoa: Giám đốc Nguyễn Văn An.
    "D115" "title-case" Info => check
}

static TITLES: LazyLock<Wordings> = LazyLock::new(|| {
    let titles = [
        "Phó Chủ tịch",
        "Chủ tịch",
        "Phó Giám đốc",
        "Giám đốc",
        "Bộ trưởng",
        "Thứ trưởng",
        "Thủ tướng",
        "Bí thư",
        "Phó Bí thư",
        "Trưởng phòng",
        "Phó Trưởng phòng",
        "Chánh Văn phòng",
        "Hiệu trưởng",
        "Giáo sư",
    ];
    Wordings::new(titles.map(|title| (title.to_lowercase(), title)))
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose.iter().filter(|prose| prose.is_body()) {
        for (range, right) in TITLES.find(prose) {
            if !begins_with_person(prose.text[range.end..].trim_start()) {
                continue;
            }

            let found = &prose.text[range.clone()];
            let message = Message::new("title-case").with("found", found).with("right", right);
            let found = found.to_owned();
            let finding = report.emit(prose.span(range.clone()), message);
            finding.subject = Some(found);
            finding.edits.extend(prose.edit(range, right));
        }
    }
}
