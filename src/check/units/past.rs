//! Whether a sentence speaks of what a unit was, or asks something of it now (D155).
//!
//! Who is asked to do something is meant as he is today: no date or word further on in the sentence
//! makes him one of the past. Where nobody is asked, a date before the end of the unit does, or a
//! word for what was.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::check::days;

/// Words by which a sentence speaks of what was, in small letters.
const PAST: [&str; 43] = [
    "(cũ)",
    " cũ ",
    " cũ,",
    " cũ.",
    " cũ;",
    " cũ)",
    "trước đây",
    "nguyên quán",
    "quê quán",
    "quê ở",
    "quê tại",
    "quê xã",
    "quê huyện",
    "quê phường",
    "quê tỉnh",
    "sinh tại",
    "sinh năm",
    "sinh ngày",
    "nơi sinh",
    "thời kỳ",
    "chia tách",
    "tái lập",
    "thành lập",
    "không tổ chức",
    "nguyên là",
    "nguyên chủ tịch",
    "nguyên phó",
    "nguyên bí thư",
    "nguyên trưởng",
    "nguyên giám đốc",
    "sáp nhập",
    "hợp nhất",
    "sắp xếp",
    "giải thể",
    "bãi bỏ",
    "kết thúc hoạt động",
    "chấm dứt hoạt động",
    "chuyển giao",
    "bàn giao",
    "nay là ",
    "nay thuộc ",
    "tài liệu lưu trữ",
    "hồ sơ lưu trữ",
];

/// What stands right behind a unit that is told as one of the past, or as one abroad.
static MARKED: LazyLock<Regex> = LazyLock::new(|| {
    let kinds = "huyện|thị xã|thành phố|tỉnh|xã|phường|thị trấn|quận|và";
    let country = "Trung Quốc|Lào|CHDCND Lào|Campuchia|Hàn Quốc|Nhật Bản|Thái Lan|nước ";
    Regex::new(&format!(
        r"^(?:(?:,? (?:{kinds})|,? \p{{Lu}}\p{{L}}*|,)*(?: \(?(?:cũ|trước đây|nay là |nay thuộc ))|^[^.;()]{{0,40}} \((?:{country})|^, (?:{country}))"
    ))
    .expect("a test finds units with it")
});

/// Verbs that ask somebody who is named behind them.
static ASKS: LazyLock<Regex> = LazyLock::new(|| {
    let small = "đề nghị|yêu cầu|giao|phân công|ủy quyền|uỷ quyền|chỉ đạo|phối hợp với|phối hợp cùng|\
        gửi về|báo cáo về|hướng dẫn|đôn đốc";
    let first = "Đề nghị|Yêu cầu|Giao|Phân công|Ủy quyền|Uỷ quyền|Chỉ đạo|Phối hợp với|Hướng dẫn|\
        Đôn đốc";
    Regex::new(&format!(r"[ ,(](?:{small}) |(?:^|[;:.] ?|[-+–] )(?:{first}) "))
        .expect("a test finds units with it")
});

/// What a unit behind it is no longer the one who is asked for: a place, an owner, a source.
const STOPS: [&str; 12] = [
    " của ",
    " tại ",
    " trên ",
    " ở ",
    " từ ",
    " do ",
    " cho ",
    " đã ",
    " được ",
    " thuộc ",
    " giữa ",
    " tên ",
];

/// What somebody who is named before it has to do.
static DUTY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^[^.;,:]{0,40}? (?:chủ trì|có trách nhiệm|chịu trách nhiệm|phải |cần |khẩn trương|\
        nghiêm túc|báo cáo|thực hiện xong|hoàn thành|gửi )",
    )
    .expect("a test finds units with it")
});

/// A year that a sentence speaks of.
static YEAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:[Nn]ăm|[Nn]ăm học|[Gg]iai đoạn|[Nn]hiệm kỳ|niên độ|khóa|[Tt]háng [0-9]{1,2}[/-]) ?([12][0-9]{3})")
        .expect("a test finds units with it")
});

/// Whether the unit at `unit` of `text`, not there since `since`, is told as one of the past.
/// `cited` are the documents that `text` names, with their days: these say nothing of the unit.
pub(in crate::check) fn is_past(
    text: &str,
    unit: &Range<usize>,
    since: Date,
    cited: &[Range<usize>],
) -> bool {
    let sentence = sentence(text, unit.start);
    if MARKED.is_match(&text[unit.end.min(sentence.end)..sentence.end]) {
        return true;
    }
    let told = Told { text, since, cited };
    if told.is_asked(&sentence, unit) {
        return false;
    }
    // What a sentence begins with goes for all of its parts.
    let begin = text[sentence.start..unit.start].rfind(';');
    let begin = begin.map_or(sentence.start, |at| sentence.start + at + 1);
    let end = text[unit.start..sentence.end].find(';').map_or(sentence.end, |at| unit.start + at);
    let lead = text[sentence.start..begin].find(", ").map(|at| sentence.start + at);
    let lead = sentence.start..lead.unwrap_or(sentence.start);
    told.is_of_past(begin..end) || told.is_of_past(lead)
}

/// A text, and since when a unit in it is not there.
struct Told<'a> {
    text: &'a str,
    since: Date,
    cited: &'a [Range<usize>],
}

impl Told<'_> {
    fn is_of_past(&self, range: Range<usize>) -> bool {
        let lower = self.text[range.clone()].to_lowercase();
        PAST.iter().any(|word| lower.contains(word)) || self.has_past_date(range)
    }

    /// Whether a day or a year before the end of the unit stands in `range`, of no cited document.
    fn has_past_date(&self, range: Range<usize>) -> bool {
        let words = &self.text[range.clone()];
        let is_free = |at: usize| {
            let at = range.start + at;
            self.cited.iter().all(|cited| !cited.contains(&at)) && !is_of_law(&self.text[..at])
        };
        let is_day_past = days::find(words)
            .iter()
            .any(|day| day.date.is_some_and(|date| date <= self.since) && is_free(day.range.start));
        let mut years = YEAR.captures_iter(words).filter_map(|captures| captures.get(1));
        is_day_past
            || years.any(|year| {
                let is_past = year.as_str().parse().is_ok_and(|year: i16| self.is_past(year));
                is_past && is_free(year.start())
            })
    }

    /// Most of the year a unit ended in was before its end.
    fn is_past(&self, year: i16) -> bool {
        year < self.since.year() || year == self.since.year() && self.since.month() > 6
    }

    /// Whether something is asked of the unit now.
    fn is_asked(&self, sentence: &Range<usize>, unit: &Range<usize>) -> bool {
        let before = &self.text[sentence.start..unit.start];
        let clause = before.rfind(';').map_or(0, |at| at + 1);
        let lead_end = ASKS.find_iter(&before[clause..]).last().map(|verb| verb.range());
        let Some(verb) = lead_end else {
            let is_alone = STOPS.iter().all(|stop| !before[clause..].contains(stop));
            return is_alone
                && DUTY.is_match(&self.text[unit.end..sentence.end])
                && !self.has_past_date(sentence.start..unit.start);
        };
        let head = sentence.start..sentence.start + clause + verb.start;
        let words = &self.text[head.clone()];
        let is_told = ["đã", "được", "bị", "từng", "bàn", "chuyển", "có"];
        let is_told = is_told.iter().any(|word| words.ends_with(word));
        let between = format!(" {}", &before[clause + verb.end..]);
        !is_told
            && STOPS.iter().all(|stop| !between.contains(stop))
            && !words.to_lowercase().contains("trước đây")
            && !self.has_past_date(head)
    }
}

/// Whether the words `before` a day name a law or another document whose day it is.
fn is_of_law(before: &str) -> bool {
    let clause = before.rsplit([',', ';', '.', '(']).next().unwrap_or_default();
    ["Luật ", "Pháp lệnh ", "Bộ luật ", "Nghị quyết ", "Nghị định ", "Quyết định ", "Kế hoạch "]
        .iter()
        .any(|kind| clause.contains(kind))
}

/// The sentence around `at`: no abbreviation ends one.
pub(in crate::check) fn sentence(text: &str, at: usize) -> Range<usize> {
    let ends = |from: usize, to: usize| {
        text[from..to].match_indices(['.', '\n', '!', '?']).filter_map(move |(index, mark)| {
            let index = from + index;
            (mark == "\n" || is_end(text, index)).then_some(index)
        })
    };
    let start = ends(0, at).next_back().map_or(0, |end| end + 1);
    let end = ends(at, text.len()).next().map_or(text.len(), |end| end + 1);
    start..end
}

/// Whether the mark at `at` ends a sentence: `TP. Việt Trì`, `1.250` do not.
fn is_end(text: &str, at: usize) -> bool {
    let word = text[..at].rsplit([' ', '(', '\n', ',']).next().unwrap_or_default();
    let behind = &text[at + 1..];
    let is_abbreviation = word.chars().count() < 4
        && word.starts_with(char::is_uppercase)
        && !word.chars().skip(1).any(|sign| !sign.is_ascii_alphabetic());
    let next = behind.trim_start().chars().next();
    let goes_on = behind.starts_with(|sign: char| !sign.is_whitespace() && sign != '/')
        || next.is_some_and(char::is_lowercase);
    !is_abbreviation && !goes_on
}
