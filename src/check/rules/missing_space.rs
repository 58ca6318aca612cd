//! D555

use std::ops::Range;

use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// No space behind a mark or before a parenthesis.
    ///
    /// ## Why
    /// Two words stand together as one: `;và`, `đủ.Báo`. The line cannot break there, and a search
    /// does not find the word.
    ///
    /// Looked at: `,` `;` `:` `.` `)` with a letter right behind, and `(` with a word right before.
    /// Abbreviations (`TP.HCM`, `ThS.`), addresses of the Web and figures are none.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Đề nghị các xã rà soát;và báo cáo./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Đề nghị các xã rà soát; và báo cáo./.
    /// ```
    ///
    /// ## Basis
    /// A mark stands close to the word before it, with one space behind.
    ///
    /// ## Là gì
    /// Thiếu dấu cách sau dấu câu hoặc trước dấu ngoặc mở.
    ///
    /// ## Vì sao
    /// Hai chữ dính vào nhau: `;và`, `đủ.Báo`. Dòng không ngắt được ở đó, tìm kiếm cũng không thấy
    /// chữ.
    ///
    /// Xét `,` `;` `:` `.` `)` có chữ cái ngay sau và `(` có chữ ngay trước. Chữ viết tắt
    /// (`TP.HCM`, `ThS.`), địa chỉ mạng, số không xét.
    ///
    /// ## Căn cứ
    /// Dấu câu đặt sát chữ đứng trước, cách chữ đứng sau một dấu cách.
    "D555" "missing-space" Warning => check
}

/// Marks beside which a space may be missing.
const MARKS: &[u8; 6] = b",;:.)(";

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let looked_at = input.prose.iter().filter(|prose| prose.part != Part::Other);
    for prose in looked_at {
        let mut start = 0;
        for word in prose.text.split([' ', '\n']) {
            let range = start..start + word.len();
            start = range.end + 1;
            let may_be_wrong = |byte: u8| byte.is_ascii_digit() || MARKS.contains(&byte);
            if word.len() > LONGEST || !word.bytes().any(may_be_wrong) || is_address(word) {
                continue;
            }
            if let Some(noun) = joined_number(word) {
                tell_joined(prose, range, noun.len(), report);
                continue;
            }
            let marks = word.bytes().enumerate().skip(1).filter(|(_, sign)| MARKS.contains(sign));
            let mut marks = marks.filter(|(at, _)| at + 1 < word.len());
            if let Some((at, mark)) = marks.find(|(at, mark)| is_missing(word, *at, *mark)) {
                tell(prose, range, at, mark, report);
            }
        }
    }
}

/// `số1540/QĐ-UBND`, `ngày05`: a noun and its number without a space.
fn joined_number(word: &str) -> Option<&'static str> {
    const NOUNS: [&str; 10] =
        ["số", "Số", "ngày", "tháng", "năm", "quý", "Điều", "khoản", "Khoản", "Phụ lục"];
    NOUNS.into_iter().find(|noun| {
        word.strip_prefix(noun)
            .is_some_and(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit()))
    })
}

fn tell_joined(prose: &Prose, range: Range<usize>, cut: usize, report: &mut RuleReport<'_>) {
    let found = prose.text[range.clone()].trim_end_matches([',', ';', '.', ')']);
    let right = format!("{} {}", &found[..cut], &found[cut..]);
    let message = Message::new("missing-space").with("found", found).with("right", &right);
    let range = range.start..range.start + found.len();
    let finding = report.emit(prose.span(range.clone()), message);
    finding.subject = Some(found.to_owned());
    finding.edits.extend(prose.edit(range, &right));
}

/// A longer run of characters is D502.
const LONGEST: usize = 200;

fn is_missing(text: &str, at: usize, mark: u8) -> bool {
    let (before, behind) = (&text[..at], &text[at + 1..]);
    let word = before.rsplit(['(', '“']).next().unwrap_or_default();
    let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphabetic);
    let last = before.chars().next_back();
    let next = behind.chars().next();
    match mark {
        b'(' => {
            let is_word = word.chars().count() > 1 && word.chars().all(char::is_lowercase);
            is_word && is_letter(next) && !word.is_ascii()
                || is_word && is_letter(next) && word.chars().count() > 3
        }
        _ if !is_letter(next) => false,
        b')' => behind.chars().take_while(|sign| sign.is_alphabetic()).count() > 1,
        b'.' => {
            // `TP.HCM`, `Th.S`, `v.v.Các`, `PGS.TS`: abbreviations.
            let is_word = word.chars().count() > 1
                && word.chars().skip(1).all(char::is_lowercase)
                && word.chars().all(char::is_alphabetic)
                && !ABBREVIATIONS.contains(&word);
            let rest: String = behind.chars().take_while(|sign| sign.is_alphabetic()).collect();
            let begins = rest.chars().next().is_some_and(char::is_uppercase)
                && rest.chars().count() > 1
                && rest.chars().skip(1).all(char::is_lowercase);
            is_word && begins
        }
        b':' => is_letter(last) && !behind.starts_with("//"),
        _ => {
            is_letter(last)
                || last.is_some_and(|sign| ")”%".contains(sign) || sign.is_ascii_digit())
        }
    }
}

const ABBREVIATIONS: [&str; 14] =
    ["Tp", "TP", "Tx", "Ths", "Th", "Ts", "Gs", "Pgs", "Bs", "Ks", "Cn", "St", "Dr", "Mr"];

/// Whether a word is an address of the Web or of mail.
fn is_address(word: &str) -> bool {
    word.contains(['@', '\\'])
        || word.contains("www.")
        || word.contains("://")
        || word.contains(".vn")
}

fn tell(prose: &Prose, range: Range<usize>, at: usize, mark: u8, report: &mut RuleReport<'_>) {
    let found = &prose.text[range.clone()];
    let cut = if mark == b'(' { at } else { at + 1 };
    let right = format!("{} {}", &found[..cut], &found[cut..]);
    let message = Message::new("missing-space").with("found", found).with("right", right);
    let mark_at = range.start + at;
    let finding = report.emit(prose.span(range), message);
    finding.subject = Some(found.to_owned());
    finding.edits.extend(match mark {
        // What stands close to `(` may be meant so.
        b'(' => prose.edit(mark_at..mark_at + 1, " ("),
        _ => prose.safe_edit(mark_at..mark_at + 1, &format!("{} ", char::from(mark))),
    });
}
