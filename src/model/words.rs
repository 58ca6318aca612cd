//! Numbers in Vietnamese words (`bang_chu`).

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// A whole number, given by its digits, in words: `18304` is
/// `mười tám nghìn ba trăm linh bốn`.
#[must_use]
pub fn in_words(digits: &str) -> String {
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => ("âm ", digits),
        None => ("", digits),
    };
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return DIGITS[0].to_owned();
    }
    format!("{sign}{}", billions(digits))
}

/// Every nine digits are counted in `tỷ`, and those in `tỷ tỷ`.
fn billions(digits: &str) -> String {
    if digits.len() <= 9 {
        return millions(digits, false);
    }
    let (high, low) = digits.split_at(digits.len() - 9);
    let high = format!("{} tỷ", billions(high));
    if low.bytes().all(|digit| digit == b'0') {
        high
    } else {
        format!("{high} {}", millions(low, true))
    }
}

/// Up to nine digits; `is_tail` when greater ones were said before.
fn millions(digits: &str, is_tail: bool) -> String {
    let padded = format!("{digits:0>9}");
    let mut words: Vec<String> = Vec::new();
    for (index, unit) in [" triệu", " nghìn", ""].iter().enumerate() {
        let group = &padded[index * 3..index * 3 + 3];
        if group != "000" {
            let is_first = words.is_empty() && !is_tail;
            words.push(format!("{}{unit}", hundreds(group, is_first)));
        }
    }
    words.join(" ")
}

/// Three digits; the first group of a number says no empty hundreds.
fn hundreds(group: &str, is_first: bool) -> String {
    let digit = |index: usize| usize::from(group.as_bytes()[index] - b'0');
    let (hundred, ten, one) = (digit(0), digit(1), digit(2));
    let mut words = Vec::new();
    if hundred > 0 || !is_first {
        words.push(format!("{} trăm", DIGITS[hundred]));
    }
    match ten {
        0 if one == 0 => {}
        0 if words.is_empty() => {}
        0 => words.push("linh".to_owned()),
        1 => words.push("mười".to_owned()),
        _ => words.push(format!("{} mươi", DIGITS[ten])),
    }
    match one {
        0 => {}
        1 if ten > 1 => words.push("mốt".to_owned()),
        5 if ten > 0 => words.push("lăm".to_owned()),
        _ => words.push(DIGITS[one].to_owned()),
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_they_are_read_out() {
        for (digits, words) in [
            ("0", "không"),
            ("5", "năm"),
            ("10", "mười"),
            ("15", "mười lăm"),
            ("21", "hai mươi mốt"),
            ("24", "hai mươi bốn"),
            ("55", "năm mươi lăm"),
            ("101", "một trăm linh một"),
            ("110", "một trăm mười"),
            ("1000", "một nghìn"),
            ("1005", "một nghìn không trăm linh năm"),
            ("18304", "mười tám nghìn ba trăm linh bốn"),
            ("38155", "ba mươi tám nghìn một trăm năm mươi lăm"),
            ("1000000", "một triệu"),
            ("2000015", "hai triệu không trăm mười lăm"),
            ("88421117", "tám mươi tám triệu bốn trăm hai mươi mốt nghìn một trăm mười bảy"),
            ("1000000000", "một tỷ"),
            ("5000000001", "năm tỷ không trăm linh một"),
            ("-7", "âm bảy"),
            ("0042", "bốn mươi hai"),
        ] {
            assert_eq!(in_words(digits), words, "{digits}");
        }
    }
}
