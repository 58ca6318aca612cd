//! D566

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// The name of the signer in capitals, or with a small letter.
    ///
    /// ## Why
    /// The name stands below the signature in ordinary letters, each part with a capital; the
    /// program does not change what is written here.
    ///
    /// ## Bad
    /// ```yaml
    /// signatory: {title: Giám đốc, name: TRẦN VĂN SƠN}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// signatory: {title: Giám đốc, name: Trần Văn Sơn}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7 điểm đ; Phụ lục II, Mục II, khoản 1
    /// điểm a (R66, R109)
    ///
    /// ## Là gì
    /// Họ tên người ký viết in hoa, hoặc có chữ không viết hoa chữ cái đầu.
    ///
    /// ## Vì sao
    /// Họ tên người ký in bằng chữ thường, viết hoa chữ cái đầu của tất cả các âm tiết; chương
    /// trình in đúng như đã gõ.
    "D566" "signer-name-form" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for name in input.directive.signatories.iter().filter_map(|one| one.name.as_ref()) {
        let (rank, own) = parted(&name.value);
        let words: Vec<&str> = own.split(' ').collect();
        let is_word = |word: &&str| word.chars().filter(|sign| sign.is_alphabetic()).count() > 1;
        let is_in_capitals = words.iter().filter(|word| is_word(word)).count() > 1
            && words.iter().all(|word| !word.contains(char::is_lowercase));
        // A title before the name is D066; `Y`, `K'` are whole parts of a name.
        let is_small = words.iter().any(|word| word.starts_with(char::is_lowercase));
        let has_digit = own.contains(|sign: char| sign.is_ascii_digit());
        if is_in_capitals || is_small || has_digit {
            let right = words.iter().map(|word| capitalised(word)).collect::<Vec<_>>().join(" ");
            let right = format!("{rank}{right}").replace(|sign: char| sign.is_ascii_digit(), "");
            let message =
                Message::new("signer-name-form").with("name", &name.value).with("right", right);
            report.emit(name.span, message).subject = Some(name.value.clone());
        }
    }
}

/// Ranks of the armed forces, which stand before a name (R66).
const RANKS: [&str; 16] = [
    "Đại tướng ",
    "Thượng tướng ",
    "Trung tướng ",
    "Thiếu tướng ",
    "Đại tá ",
    "Thượng tá ",
    "Trung tá ",
    "Thiếu tá ",
    "Đại úy ",
    "Thượng úy ",
    "Trung úy ",
    "Thiếu úy ",
    "Đại uý ",
    "Thượng uý ",
    "Chuẩn đô đốc ",
    "Phó Đô đốc ",
];

/// The rank before a name, with its space, and the name.
fn parted(name: &str) -> (&str, &str) {
    let rank = RANKS.iter().find(|rank| name.starts_with(**rank)).map_or(0, |rank| rank.len());
    name.split_at(rank)
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|sign| sign.to_uppercase().to_string()).unwrap_or_default();
    first + &letters.as_str().to_lowercase()
}
