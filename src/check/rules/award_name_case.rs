//! D119

use std::sync::LazyLock;

use regex::Regex;

use crate::characters::capital;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::check::wordings::{Wordings, capitals, report_listed, small};

rule! {
    /// A medal, an honour or a historic event with wrong capitals.
    ///
    /// ## Why
    /// Words of rank are capitals: Huân chương Lao động hạng Nhất; numbers in names of events are
    /// words with a capital: Cách mạng tháng Tám.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Đề nghị tặng Huân chương Lao động hạng nhất./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Đề nghị tặng Huân chương Lao động hạng Nhất./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 2, 9 (R119)
    ///
    /// ## Là gì
    /// Huân chương, danh hiệu hoặc sự kiện lịch sử viết sai chữ hoa.
    ///
    /// ## Vì sao
    /// Từ chỉ thứ bậc viết hoa: Huân chương Lao động hạng Nhất; số trong tên sự kiện viết bằng chữ,
    /// viết hoa: Cách mạng tháng Tám.
    "D119" "award-name-case" Warning => check
}

static NAMES: LazyLock<Wordings> = LazyLock::new(|| {
    let pairs = [
        ("Cách mạng tháng 8", "Cách mạng tháng Tám"),
        ("Cách mạng Tháng 8", "Cách mạng tháng Tám"),
        ("cách mạng tháng 8", "Cách mạng tháng Tám"),
        ("cách mạng tháng tám", "Cách mạng tháng Tám"),
        ("Cách mạng tháng tám", "Cách mạng tháng Tám"),
        ("Cách mạng tháng 10", "Cách mạng tháng Mười"),
        ("huân chương Lao động", "Huân chương Lao động"),
        ("Huân chương lao động", "Huân chương Lao động"),
        ("huân chương Độc lập", "Huân chương Độc lập"),
        ("Huân chương độc lập", "Huân chương Độc lập"),
        ("Huân chương Sao Vàng", "Huân chương Sao vàng"),
        ("Nghệ sĩ nhân dân", "Nghệ sĩ Nhân dân"),
        ("Nghệ sĩ ưu tú", "Nghệ sĩ Ưu tú"),
        ("Nhà giáo nhân dân", "Nhà giáo Nhân dân"),
        ("Nhà giáo ưu tú", "Nhà giáo Ưu tú"),
        ("Thầy thuốc nhân dân", "Thầy thuốc Nhân dân"),
        ("Thầy thuốc ưu tú", "Thầy thuốc Ưu tú"),
        ("Anh hùng lao động", "Anh hùng Lao động"),
        ("Bà mẹ Việt Nam Anh hùng", "Bà mẹ Việt Nam anh hùng"),
    ];
    let mut all: Vec<(String, &'static str)> =
        pairs.map(|(wrong, right)| (wrong.to_owned(), right)).into();
    for award in AWARDS {
        let name = &award[award.find("chương ").map_or(0, |at| at + "chương ".len())..];
        let noun = &award[..award.len() - name.len()];
        let ways = [small(name), capitals(name), name.to_lowercase(), name.to_owned()];
        let nouns = [noun.to_owned(), small(noun)];
        all.extend(
            nouns
                .iter()
                .flat_map(|noun| ways.iter().map(move |way| format!("{noun}{way}")))
                .filter(|wrong| wrong != award)
                .map(|wrong| (wrong, award)),
        );
    }
    Wordings::new(all)
});

/// Orders and medals of the State (Phụ lục II, V.1).
const AWARDS: [&str; 11] = [
    "Huân chương Sao vàng",
    "Huân chương Hồ Chí Minh",
    "Huân chương Độc lập",
    "Huân chương Quân công",
    "Huân chương Lao động",
    "Huân chương Bảo vệ Tổ quốc",
    "Huân chương Chiến công",
    "Huân chương Đại đoàn kết dân tộc",
    "Huân chương Dũng cảm",
    "Huân chương Hữu nghị",
    "Huy chương Hữu nghị",
];

/// The rank of a medal.
static RANK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:Huân|Huy) chương [^.;]{3,40}?hạng (nhất|nhì|ba)")
        .expect("its fixture is tested")
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose.iter().filter(|prose| !prose.text.is_ascii()) {
        let mut found: Vec<_> =
            NAMES.find(prose).map(|(range, right)| (range, right.to_owned())).collect();
        if prose.text.contains("chương ") {
            for captures in RANK.captures_iter(&prose.text) {
                if let Some(rank) = captures.get(1) {
                    let right = capital(rank.as_str());
                    found.push((rank.range(), right));
                }
            }
        }
        for (range, right) in found {
            report_listed("award-name-case", prose, range, &right, report);
        }
    }
}
