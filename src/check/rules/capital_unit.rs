//! D111

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::check::wordings::small;
use crate::diagnostic::Message;

rule! {
    /// Tỉnh, huyện, xã … with a capital before a name within a sentence.
    ///
    /// ## Why
    /// The noun is small before a name: tỉnh Nam Định. It is a capital before a number, a person or
    /// an event, in Thành phố Hồ Chí Minh and Thủ đô Hà Nội.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Các xã của Tỉnh Hải Dương rà soát hộ nghèo./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Các xã của tỉnh Hải Dương rà soát hộ nghèo./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục II, III.1 (R111)
    ///
    /// ## Là gì
    /// Viết hoa danh từ chung (Tỉnh, Huyện, Xã…) trước tên riêng ở giữa câu.
    ///
    /// ## Vì sao
    /// Trước tên riêng, danh từ chung viết thường: tỉnh Nam Định. Viết hoa khi theo sau là số, tên
    /// người, sự kiện, và ở Thành phố Hồ Chí Minh, Thủ đô Hà Nội.
    "D111" "capital-unit" Info => check
}

/// What units are called, with a capital.
const NOUNS: [&str; 9] = [
    "Tỉnh ",
    "Huyện ",
    "Xã ",
    "Thị xã ",
    "Thị trấn ",
    "Thành phố ",
    "Phường ",
    "Quận ",
    "Đặc khu ",
];

/// Persons and events that units are named after: the noun belongs to the name.
const NAMESAKES: [&str; 20] = [
    "Lê Lợi",
    "Điện Biên Phủ",
    "Trần Hưng Đạo",
    "Quang Trung",
    "Nguyễn Trãi",
    "Lý Thường Kiệt",
    "Hai Bà Trưng",
    "Bà Triệu",
    "Lê Hồng Phong",
    "Trần Phú",
    "Hùng Vương",
    "Nguyễn Du",
    "Ngô Quyền",
    "Hoàng Văn Thụ",
    "Võ Thị Sáu",
    "Phan Bội Châu",
    "Phan Đình Phùng",
    "Nguyễn Huệ",
    "Lê Thánh Tông",
    "Minh Khai",
];

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose.iter().filter(|prose| prose.is_body()) {
        for noun in NOUNS {
            for (start, _) in prose.text.match_indices(noun) {
                let name = &prose.text[start + noun.len()..];
                let is_within = ends_within(&prose.text[..start]);
                if is_within && is_name(name) && !prose.is_quoted(start) {
                    let end = start + noun.len() + whole_name(name);
                    let found = &prose.text[start..end];
                    let message = Message::new("capital-unit")
                        .with("found", found)
                        .with("expected", small(found));
                    report.emit(prose.span(start..end), message).subject = Some(found.to_owned());
                }
            }
        }
    }
}

/// How long the name is: its words with capitals.
fn whole_name(text: &str) -> usize {
    let mut end = 0;
    for word in text.split_inclusive([' ', ',', '.', ';', ')', ':']) {
        let bare = word.trim_end_matches([' ', ',', '.', ';', ')', ':']);
        if !bare.starts_with(char::is_uppercase)
            && !bare.starts_with(|it: char| it.is_ascii_digit())
        {
            break;
        }
        end += bare.len();
        if bare.len() == word.len() || !word.ends_with(' ') {
            return end;
        }
        end += 1;
    }
    text[..end].trim_end().len()
}

/// Whether `before` ends with a small word and a space: a sentence goes on.
fn ends_within(before: &str) -> bool {
    let word = before.strip_suffix(' ').and_then(|words| words.split(' ').next_back());
    word.is_some_and(|word| {
        let word = word.trim_end_matches(',');
        !word.is_empty() && word.chars().all(|sign| sign.is_alphabetic() && sign.is_lowercase())
    })
}

/// Words that make another name of it: Thành phố Hồ Chí Minh, Thành đoàn.
const OTHERS: [&str; 6] = ["Hồ Chí Minh", "Đoàn", "Đội", "Hội", "Ủy", "Uỷ"];

/// A name, but not one that takes the capital noun with it, nor the name of an organisation.
fn is_name(name: &str) -> bool {
    let is_other = |other: &&str| name.starts_with(other);
    name.starts_with(char::is_uppercase) && !OTHERS.iter().chain(&NAMESAKES).any(is_other)
}
