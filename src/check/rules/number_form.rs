//! D546

use std::sync::LazyLock;

use regex::Regex;

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A number with the marks of another language, or with groups that are none.
    ///
    /// ## Why
    /// In Vietnamese a comma stands before decimals and a point between thousands: `3.5 tỷ` reads
    /// as nothing, `1,250,000 đồng` as one and a quarter, `1.25.000` as a slip.
    ///
    /// Looked at: figures with a unit that can only be meant in one way.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Kinh phí thực hiện là 3.5 tỷ đồng./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Kinh phí thực hiện là 3,5 tỷ đồng./.
    /// ```
    ///
    /// ## Basis
    /// Luật Đo lường and custom: a comma before decimals, a point between thousands.
    ///
    /// ## Là gì
    /// Số dùng dấu của ngôn ngữ khác, hoặc nhóm chữ số sai.
    ///
    /// ## Vì sao
    /// Tiếng Việt dùng dấu phẩy trước phần thập phân, dấu chấm giữa các nhóm nghìn: `3.5 tỷ`,
    /// `1,250,000 đồng`, `1.25.000` đều sai.
    ///
    /// Chỉ xét số có đơn vị và chỉ có thể hiểu một cách.
    ///
    /// ## Căn cứ
    /// Cách viết số trong tiếng Việt: dấu phẩy trước phần thập phân, dấu chấm giữa các nhóm nghìn.
    "D546" "number-form" Warning => check
}

/// A run of digits, points and commas, and the word behind it.
static FIGURE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[0-9]+(?:[.,][0-9]+)+( ?%| ?[\p{L}]+[²³]?)?").expect("its fixture is tested")
});

/// What stands behind amounts that may have decimals.
const MEASURED: [&str; 22] = [
    "tỷ", "tỉ", "triệu", "nghìn", "ngàn", "ha", "km", "m", "cm", "mm", "m²", "km²", "m³", "kg",
    "tấn", "tạ", "lít", "lần", "điểm", "đồng", "%", "MW",
];

/// What is counted in whole numbers.
const COUNTED: [&str; 34] = [
    "người",
    "hộ",
    "thôn",
    "xã",
    "phường",
    "tỉnh",
    "hồ",
    "đồng",
    "học",
    "trẻ",
    "lượt",
    "đối",
    "trường",
    "cán",
    "cơ",
    "đơn",
    "doanh",
    "lao",
    "nhân",
    "văn",
    "tờ",
    "lớp",
    "giáo",
    "đại",
    "thí",
    "bệnh",
    "suất",
    "tàu",
    "xe",
    "sản",
    "ca",
    "cây",
    "con",
    "đoàn",
];

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let looked_at = input.prose.iter().filter(|prose| prose.has_digit());
    for prose in looked_at.filter(|prose| prose.has(b'.') || prose.has(b',')) {
        for captures in FIGURE.captures_iter(&prose.text) {
            let Some(whole) = captures.get(0) else { continue };
            let Some(word) = captures.get(1) else { continue };
            let figure = whole.as_str()[..whole.len() - word.len()].trim_end();
            let before = &prose.text[..whole.start()];
            let touches = |sign: char| sign.is_alphanumeric() || "/-.,:".contains(sign);
            let is_label = ["mục ", "Mục ", "Điều ", "khoản ", "bảng ", "Bảng ", "số ", "tiết "]
                .iter()
                .any(|label| before.ends_with(label))
                && !["Dân số ", "dân số ", "ổng số "].iter().any(|words| before.ends_with(words));
            if before.ends_with(touches) || is_label {
                continue;
            }
            let message = match mended(figure, word.as_str().trim()) {
                Form::Right => continue,
                Form::Marks(right) => {
                    Message::new("number-form").with("found", figure).with("right", right)
                }
                Form::Groups => Message::new("number-form-groups").with("found", figure),
            };
            let range = whole.start()..whole.start() + figure.len();
            report.emit(prose.span(range), message).subject = Some(figure.to_owned());
        }
    }
}

/// What is to be said of a figure.
#[derive(Debug, PartialEq, Eq)]
enum Form {
    Right,
    /// Other marks: how it is written.
    Marks(String),
    /// A group that is not of three digits.
    Groups,
}

fn mended(figure: &str, unit: &str) -> Form {
    let is_measured = MEASURED.contains(&unit);
    let is_counted = COUNTED.contains(&unit);
    let lengths =
        |text: &str, mark: char| -> Vec<usize> { text.split(mark).map(str::len).collect() };
    let are_threes = |lengths: &[usize]| {
        (1..=3).contains(&lengths[0]) && lengths[1..].iter().all(|length| *length == 3)
    };
    match (figure.contains('.'), figure.contains(',')) {
        // `1,250,000 đồng`, `1,250 người`
        (false, true) => {
            let groups = lengths(figure, ',');
            let is_english =
                are_threes(&groups) && (groups.len() > 2 || is_counted && unit != "đồng");
            let is_broken = groups.len() > 2 && !is_english && (is_measured || is_counted);
            match (is_english, is_broken) {
                (true, _) => Form::Marks(figure.replace(',', ".")),
                (_, true) => Form::Groups,
                _ => Form::Right,
            }
        }
        (true, false) => {
            let groups = lengths(figure, '.');
            if are_threes(&groups) || !(is_measured || is_counted) {
                Form::Right
            } else if groups.len() == 2 && groups[1] < 3 && is_measured {
                Form::Marks(figure.replace('.', ","))
            } else if groups.len() > 2 || groups[1] > 3 {
                Form::Groups
            } else {
                Form::Right
            }
        }
        // `1,250.5 triệu`
        (true, true) => {
            let is_english = figure.find(',') < figure.find('.')
                && figure.matches('.').count() == 1
                && figure.split('.').next().is_some_and(|whole| are_threes(&lengths(whole, ',')));
            let exchange = |sign| match sign {
                '.' => ',',
                ',' => '.',
                digit => digit,
            };
            let is_broken = figure.rfind('.') > figure.find(',');
            if is_english {
                Form::Marks(figure.chars().map(exchange).collect())
            } else if is_broken && (is_measured || is_counted) {
                Form::Groups
            } else {
                Form::Right
            }
        }
        (false, false) => Form::Right,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_meant_in_one_way_is_mended() {
        let marks = |right: &str| Form::Marks(right.to_owned());
        for (figure, unit, form) in [
            ("3.5", "tỷ", marks("3,5")),
            ("12.75", "%", marks("12,75")),
            ("1,250,000", "đồng", marks("1.250.000")),
            ("1,250", "người", marks("1.250")),
            ("1,250.5", "triệu", marks("1.250,5")),
            ("1.25.000", "đồng", Form::Groups),
            ("12.5000", "đồng", Form::Groups),
            ("1.2345.678", "người", Form::Groups),
            ("1.200,50.3", "ha", Form::Groups),
            ("3,5", "tỷ", Form::Right),
            ("1.250", "tỷ", Form::Right),
            ("1,250", "tỷ", Form::Right),
            ("1.2.3", "Nội", Form::Right),
            ("20.3.2026", "tại", Form::Right),
            ("1.250.000,5", "đồng", Form::Right),
        ] {
            assert_eq!(mended(figure, unit), form, "{figure} {unit}");
        }
    }
}
