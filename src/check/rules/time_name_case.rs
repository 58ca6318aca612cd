//! D118

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::characters::capital;
use crate::check::prose::Prose;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::check::wordings::{Wordings, capitals, small};
use crate::diagnostic::Message;

rule! {
    /// A day, a month in words, a feast or a lunar year with wrong capitals.
    ///
    /// ## Why
    /// thứ Hai, tháng Năm, ngày Quốc khánh, tết Nguyên đán, năm Ất Tỵ.
    ///
    /// Looked at: a weekday before a date or behind `sáng`, `chiều`; a month in words before a
    /// year; known feasts; the 60 lunar years.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Họp sáng thứ hai, ngày 16/3/2026./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Họp sáng thứ Hai, ngày 16/3/2026./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 5, 8 (R118)
    ///
    /// ## Là gì
    /// Ngày, tháng viết bằng chữ, ngày lễ, ngày tết, năm âm lịch viết sai chữ hoa.
    ///
    /// ## Vì sao
    /// thứ Hai, tháng Năm, ngày Quốc khánh, tết Nguyên đán, năm Ất Tỵ.
    ///
    /// Xét thứ đứng trước ngày hoặc sau `sáng`, `chiều`; tháng bằng chữ trước năm; các ngày lễ quen
    /// thuộc; 60 năm âm lịch.
    "D118" "time-name-case" Warning => check
}

static FEASTS: LazyLock<Wordings> = LazyLock::new(|| {
    let fixed = [
        ("Tết Nguyên Đán", "Tết Nguyên đán"),
        ("tết Nguyên Đán", "tết Nguyên đán"),
        ("tết nguyên đán", "tết Nguyên đán"),
        ("Tết nguyên đán", "Tết Nguyên đán"),
        ("Tết Trung Thu", "Tết Trung thu"),
        ("tết trung thu", "tết Trung thu"),
        ("Tết trung thu", "Tết Trung thu"),
        ("tết đoan ngọ", "tết Đoan ngọ"),
        ("ngày quốc khánh", "ngày Quốc khánh"),
        ("ngày Quốc Khánh", "ngày Quốc khánh"),
        ("Ngày Quốc Khánh", "Ngày Quốc khánh"),
        ("lễ Quốc Khánh", "lễ Quốc khánh"),
        ("Lễ Quốc Khánh", "Lễ Quốc khánh"),
        ("Tết Đoan Ngọ", "Tết Đoan ngọ"),
        ("ngày quốc tế lao động", "ngày Quốc tế Lao động"),
        ("ngày Quốc tế lao động", "ngày Quốc tế Lao động"),
        ("ngày phụ nữ Việt Nam", "ngày Phụ nữ Việt Nam"),
        ("ngày nhà giáo Việt Nam", "ngày Nhà giáo Việt Nam"),
        ("ngày thương binh - liệt sĩ", "ngày Thương binh - Liệt sĩ"),
    ];
    Wordings::new(fixed.map(|(wrong, right)| (wrong.to_owned(), right)))
});

/// The ten stems and twelve branches; a year is a pair of one parity.
const STEMS: [&str; 10] = ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"];
const BRANCHES: [&str; 12] =
    ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"];

/// A weekday or a month in small letters where it can be nothing else.
static DAYS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:sáng|chiều|tối|vào) (thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)(?:[ ,.;)]|$)",
        r"|([Tt]hứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)(?:,? ngày [0-9]| \(?[0-9]{1,2}/)",
        r"|[Tt]ừ (thứ (?:hai|ba|tư|năm|sáu|bảy)) đến (?:hết )?thứ (?:hai|ba|tư|năm|sáu|bảy)(?:[ ,.;)]|$)",
        r"|[Tt]ừ thứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy) đến (?:hết )?(thứ (?:hai|ba|tư|năm|sáu|bảy))(?:[ ,.;)]|$)",
        r"|(thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật) (?:hằng|hàng) tuần",
        r"|(tháng (?:giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|mười một|mười hai|chạp)) năm [0-9]",
    ))
    .expect("its fixture is tested")
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose.iter().filter(|prose| !prose.text.is_ascii()) {
        for (range, right) in FEASTS.find(prose) {
            tell(prose, range, right, report);
        }
        let text = &prose.text;
        if text.contains("thứ ") || text.contains("tháng ") || text.contains("chủ nhật") {
            for captures in DAYS.captures_iter(text) {
                let Some(found) = (1..=6).find_map(|index| captures.get(index)) else { continue };
                let words = found.as_str();
                // `lần thứ năm ngày 12/3`: the fifth one.
                let counted = ["lần ", "kỳ họp ", "khóa ", "hội nghị ", "đại hội ", "phiên họp "];
                let before = text[..found.start()].to_lowercase();
                if counted.iter().any(|word| before.ends_with(word)) {
                    continue;
                }
                let right =
                    match ["thứ ", "Thứ ", "tháng "].iter().find_map(|it| words.strip_prefix(it))
                    {
                        Some(name) => {
                            let noun = &words[..words.len() - name.len()];
                            format!("{noun}{}", capital(name))
                        }
                        None => capital(words),
                    };
                tell(prose, found.range(), &right, report);
            }
        }
        for word in ["năm ", "xuân ", "Xuân ", "Tết ", "tết "] {
            for (start, _) in text.match_indices(word) {
                let at = start + word.len();
                if let Some(length) = lunar(&text[at..]) {
                    let words = &text[at..at + length];
                    tell(prose, at..at + length, &capitals(words), report);
                }
            }
        }
    }
}

/// How long a lunar year with a small letter is that `text` begins with.
fn lunar(text: &str) -> Option<usize> {
    let mut words = text.split([' ', ',', '.', ';', ')']);
    let (stem, branch) = (words.next()?, words.next()?);
    let at = |names: &[&str], word: &str| {
        names.iter().position(|name| *name == word || small(name) == word)
    };
    let (one, other) = (at(&STEMS, stem)?, at(&BRANCHES, branch)?);
    let is_wrong = stem.starts_with(char::is_lowercase) || branch.starts_with(char::is_lowercase);
    let length = stem.len() + 1 + branch.len();
    (one % 2 == other % 2 && is_wrong && text.as_bytes().get(stem.len()) == Some(&b' '))
        .then_some(length)
}

fn tell(prose: &Prose, range: Range<usize>, right: &str, report: &mut RuleReport<'_>) {
    let found = prose.text[range.clone()].to_owned();
    let message = Message::new("time-name-case").with("found", &found).with("right", right);
    let finding = report.emit(prose.span(range.clone()), message);
    finding.subject = Some(found);
    finding.edits.extend(prose.edit(range, right));
}
