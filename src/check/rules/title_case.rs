//! D115

use std::sync::LazyLock;

use crate::characters::capital;
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
    // `phó chủ tịch` and `Phó chủ tịch`
    let ways = titles.into_iter().flat_map(|title| {
        let small = title.to_lowercase();
        [(capital(&small), title), (small, title)]
    });
    Wordings::new(ways.filter(|(wrong, right)| wrong != right))
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose.iter().filter(|prose| prose.is_body()) {
        for (range, right) in TITLES.find(prose) {
            let behind = prose.text[range.end..].trim_start();
            if !begins_with_person(behind) && !is_of_province(behind) {
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

/// `Ủy ban nhân dân tỉnh Nguyễn Hữu Thắng`: an agency of the province, and a name of three words.
fn is_of_province(behind: &str) -> bool {
    const AGENCIES: [&str; 4] =
        ["Ủy ban nhân dân tỉnh ", "Uỷ ban nhân dân tỉnh ", "UBND tỉnh ", "Hội đồng nhân dân tỉnh "];
    let name = AGENCIES.iter().find_map(|agency| behind.strip_prefix(agency));
    name.is_some_and(|name| {
        let is_capital = |word: &str| word.starts_with(char::is_uppercase);
        begins_with_person(name) && name.split([' ', ',', '.']).take(3).all(is_capital)
    })
}
