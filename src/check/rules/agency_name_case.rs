//! D113

use std::sync::LazyLock;

use crate::check::prose::Part;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::check::wordings::{Wordings, capitals, report_listed, small};

rule! {
    /// A name of an agency with wrong capitals: `Ủy ban Nhân dân`, `Sở tài chính`.
    ///
    /// ## Why
    /// Capitals are the first letters of the words for type, function and field: Ủy ban nhân dân,
    /// Sở Tài chính, Liên hợp quốc; abbreviations are all capitals: UNESCO.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Ủy ban Nhân dân xã giao Sở tài chính thẩm định./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Ủy ban nhân dân xã giao Sở Tài chính thẩm định./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục II, Mục IV (R113)
    ///
    /// ## Là gì
    /// Tên cơ quan, tổ chức viết sai chữ hoa: `Ủy ban Nhân dân`, `Sở tài chính`.
    ///
    /// ## Vì sao
    /// Viết hoa chữ cái đầu của các từ chỉ loại hình, chức năng, lĩnh vực: Ủy ban nhân dân, Sở Tài
    /// chính, Liên hợp quốc; chữ viết tắt viết hoa tất cả: UNESCO.
    "D113" "agency-name-case" Warning => check
}

/// Names that are everywhere the same.
const NAMES: [&str; 12] = [
    "Ủy ban nhân dân",
    "Uỷ ban nhân dân",
    "Hội đồng nhân dân",
    "Tòa án nhân dân",
    "Liên hợp quốc",
    "Đảng Cộng sản Việt Nam",
    "Mặt trận Tổ quốc Việt Nam",
    "Hội Liên hiệp Phụ nữ Việt Nam",
    "Tổng Liên đoàn Lao động Việt Nam",
    "Kho bạc Nhà nước",
    "Ngân hàng Nhà nước Việt Nam",
    "Văn phòng Trung ương Đảng",
];

/// Fields of ministries and departments, their first letter a capital.
const FIELDS: [&str; 17] = [
    "Nội vụ",
    "Tài chính",
    "Y tế",
    "Giáo dục và Đào tạo",
    "Xây dựng",
    "Tư pháp",
    "Công Thương",
    "Khoa học và Công nghệ",
    "Nông nghiệp và Môi trường",
    "Văn hóa, Thể thao và Du lịch",
    "Ngoại vụ",
    "Dân tộc và Tôn giáo",
    "Quốc phòng",
    "Công an",
    "Ngoại giao",
    "Tài nguyên và Môi trường",
    "Kế hoạch và Đầu tư",
];

static WRONG: LazyLock<Wordings> = LazyLock::new(|| {
    let mut pairs: Vec<(String, &'static str)> = Vec::new();
    for name in NAMES {
        pairs.extend(ways(name).into_iter().map(|wrong| (wrong, name)));
    }
    for (wrong, right) in [
        ("Unesco", "UNESCO"),
        ("Asean", "ASEAN"),
        ("Undp", "UNDP"),
        ("Unicef", "UNICEF"),
        ("Wto", "WTO"),
        ("Who", "WHO"),
        ("Liên Hiệp Quốc", "Liên hiệp quốc"),
        ("Bộ chính trị", "Bộ Chính trị"),
        ("Bộ Chính Trị", "Bộ Chính trị"),
        ("Ban bí thư", "Ban Bí thư"),
        ("Ban Bí Thư", "Ban Bí thư"),
        ("Ban chấp hành trung ương", "Ban Chấp hành Trung ương"),
        ("Ban Chấp hành trung ương", "Ban Chấp hành Trung ương"),
        ("Công An tỉnh", "Công an tỉnh"),
        ("Công An xã", "Công an xã"),
        ("Công An phường", "Công an phường"),
        ("Công An thành phố", "Công an thành phố"),
        ("Công An nhân dân", "Công an nhân dân"),
    ] {
        pairs.push((wrong.to_owned(), right));
    }
    Wordings::new(pairs)
});

/// `Sở tài chính`, `sở Tài chính`: the field with a small letter, or the noun before its field.
static FIELDS_WRONG: LazyLock<Wordings> = LazyLock::new(|| {
    let mut pairs: Vec<(String, &'static str)> = Vec::new();
    for field in FIELDS {
        for noun in ["Sở", "Bộ"] {
            pairs.push((format!("{noun} {}", small(field)), field));
            pairs.push((format!("{} {field}", small(noun)), field));
            if capitals(field) != field {
                // `Nông Nghiệp và Môi Trường`
                let joined = capitals(field).replace(" Và ", " và ");
                pairs.push((format!("{noun} {joined}"), field));
                pairs.push((format!("{noun} {}", capitals(field)), field));
                pairs.push((format!("{} {}", small(noun), capitals(field)), field));
            }
        }
        pairs.push((format!("Sở {}", field.to_lowercase()), field));
    }
    Wordings::new(pairs)
});

/// Other ways of setting the capitals of a name that begins with one: each word a capital, and all
/// words but the first small.
fn ways(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let first = words[0];
    let all = capitals(name);
    let rest = words[1..].join(" ").to_lowercase();
    let mut ways = vec![all, format!("{first} {rest}")];
    if words.len() == 4 && name.ends_with("nhân dân") {
        ways.push(format!("{first} {} Nhân dân", words[1]));
        ways.push(format!("{first} {} Nhân Dân", words[1]));
    }
    ways.retain(|way| way != name);
    ways
}

/// Whether `words` hold a name that this rule tells of.
pub(super) fn is_told(words: &str) -> bool {
    WRONG.is_in(words) || FIELDS_WRONG.is_in(words)
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let is_looked_at = |part| !matches!(part, Part::Other | Part::Table | Part::Cell);
    for prose in input.prose.iter().filter(|prose| is_looked_at(prose.part)) {
        if prose.text.is_ascii() {
            continue;
        }
        let names = WRONG.find(prose).map(|(range, right)| (range, right.to_owned()));
        let fields = FIELDS_WRONG.find(prose).filter_map(|(range, field)| {
            // `các sở Nội vụ, Tài chính` speaks of several.
            let before = prose.text[..range.start].trim_end().to_lowercase();
            let is_plural = ["các", "những", "hai", "ba"].iter().any(|it| before.ends_with(it));
            let noun = prose.text[range.start..].split(' ').next()?;
            let noun = if noun.to_lowercase() == "sở" { "Sở" } else { "Bộ" };
            let is_small = prose.text[range.clone()].starts_with(char::is_lowercase);
            // `Bộ công an` may be an edge of `cán bộ Công an`.
            let is_edge =
                ["cán", "toàn", "nội", "tiến", "đồng", "đội", "hội", "cục", "tuyến", "trực"]
                    .iter()
                    .any(|it| before.ends_with(it));
            let is_other = is_small && (noun == "Bộ" && is_edge || is_plural);
            (!is_other).then(|| (range, format!("{noun} {field}")))
        });
        let mut all: Vec<_> = names.chain(fields).collect();
        all.sort_by_key(|(range, _)| range.start);
        for (range, right) in all {
            report_listed("agency-name-case", prose, range, &right, report);
        }
    }
}
