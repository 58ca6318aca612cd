//! D509

use crate::characters;
use crate::check::legacy;
use crate::check::prose::Written;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A letter that looks like one of Vietnamese and is none: Cyrillic or Greek among Latin ones,
    /// `Ð` (U+00D0) for `Đ`.
    ///
    /// ## Why
    /// It looks the same, but the word is not found by a search, and some typefaces show it in
    /// another shape. The program reads and prints `Ð` as `Đ`.
    ///
    /// ## Bad
    /// ```yaml
    /// subject: "rà soát h\u043e nghèo"
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// subject: rà soát ho nghèo
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, I.4 (R9)
    ///
    /// ## Là gì
    /// Chữ cái nhìn giống chữ Việt mà không phải: chữ Kirin hoặc Hy Lạp lẫn trong từ viết bằng chữ
    /// Latinh, `Ð` (U+00D0) thay cho `Đ`.
    ///
    /// ## Vì sao
    /// Nhìn giống nhau nhưng tìm kiếm không ra, và có kiểu chữ in ra hình khác. Chương trình đọc
    /// và in `Ð` là `Đ`.
    "D509" "look-alike-letter" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose.iter().filter(|prose| !prose.text.is_ascii()) {
        for written in prose.written(input.sources) {
            // What is in another encoding is wrong as a whole.
            if written.text.chars().any(is_foreign) && legacy::find(written.text).is_empty() {
                of_words(&written, report);
            }
        }
    }
}

fn of_words(written: &Written<'_>, report: &mut RuleReport<'_>) {
    let text = written.text;
    let mut behind = 0;
    for word in text.split(|sign: char| !sign.is_alphanumeric()) {
        // What is cut off behind each word is one sign.
        let (start, end) = (behind, behind + word.len());
        behind = end + text[end..].chars().next().map_or(0, char::len_utf8);
        let foreign = word.chars().find(|sign| is_foreign(*sign));
        let has_latin =
            word.chars().any(|sign| sign.is_alphabetic() && !is_of_another_script(sign));
        let Some(sign) = foreign.filter(|_| has_latin) else { continue };
        let message = Message::new("look-alike-letter")
            .with("word", word)
            .with("sign", sign)
            .with("number", format!("U+{:04X}", u32::from(sign)));
        let finding = report.emit(written.span(start..end), message);
        finding.subject = Some(characters::normalized(word).into_owned());
        let mended: Option<String> = word.chars().map(mended).collect();
        finding.help =
            mended.map(|mended| Message::new("look-alike-letter-mended").with("mended", mended));
    }
}

fn is_foreign(sign: char) -> bool {
    is_of_another_script(sign) || characters::look_alike(sign).is_some()
}

/// Greek and Cyrillic.
fn is_of_another_script(sign: char) -> bool {
    matches!(sign, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}')
}

/// The Latin letter that `sign` looks like; itself where it is one.
fn mended(sign: char) -> Option<char> {
    const ALIKE: &str = "аaеeоoрpсcхxуyіiјjѕsАAВBЕEКKМMНHОOРPСCТTХXІIЅSЈJ\
        οoαaνvρpΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";
    if !is_foreign(sign) {
        return Some(sign);
    }
    let mut pairs = ALIKE.chars();
    while let (Some(foreign), Some(latin)) = (pairs.next(), pairs.next()) {
        if foreign == sign {
            return Some(latin);
        }
    }
    characters::look_alike(sign)
}
