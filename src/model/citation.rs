//! Documents cited in a text: `Nghị quyết số 125/NQ-CP ngày 08/10/2018 của Chính phủ …`.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::symbol::{Shape, shape};

/// A kind of document by its word, with the codes it may bear (R130–R133).
#[derive(Debug, PartialEq, Eq)]
pub struct TypeWord {
    /// As within a sentence.
    pub word: &'static str,
    /// Codes of state and normative symbols; none for a công văn and for laws.
    pub state: &'static [&'static str],
    /// Codes of Party symbols.
    pub party: &'static [&'static str],
}

/// Longer words first, for the first that matches is taken.
static TYPE_WORDS: &[TypeWord] = &[
    word("Chương trình hành động", &["CTr"], &["CTr"]),
    word("Nghị quyết liên tịch", &["NQLT"], &[]),
    word("Thông tư liên tịch", &["TTLT"], &[]),
    word("Bộ luật", &[], &[]),
    word("Luật", &[], &[]),
    word("Pháp lệnh", &[], &[]),
    word("Nghị quyết", &["NQ"], &["NQ"]),
    word("Nghị định", &["NĐ"], &[]),
    word("Quyết định", &["QĐ"], &["QĐ"]),
    word("Quy định", &["QyĐ"], &["QĐ", "QĐi", "QyĐ"]),
    word("Quy chế", &["QC"], &["QC"]),
    word("Chỉ thị", &["CT"], &["CT"]),
    word("Thông tư", &["TT"], &[]),
    word("Kết luận", &[], &["KL"]),
    word("Kế hoạch", &["KH"], &["KH"]),
    word("Chương trình", &["CTr"], &["CTr"]),
    word("Hướng dẫn", &["HD"], &["HD"]),
    word("Thông báo", &["TB"], &["TB"]),
    word("Báo cáo", &["BC"], &["BC"]),
    word("Tờ trình", &["TTr"], &["TTr"]),
    word("Đề án", &["ĐA"], &["ĐA"]),
    word("Công điện", &["CĐ"], &[]),
    word("Công văn", &[], &["CV"]),
];

const fn word(
    word: &'static str,
    state: &'static [&'static str],
    party: &'static [&'static str],
) -> TypeWord {
    TypeWord { word, state, party }
}

/// The kind of document that a state symbol bears the code of.
#[must_use]
pub fn kind_of(symbol: &str) -> Option<&'static str> {
    let code = symbol.rsplit('/').next()?.split('-').next()?;
    let is_of = |word: &&TypeWord| word.state == [code];
    TYPE_WORDS.iter().filter(is_of).map(|word| word.word).next_back()
}

/// A document named by its kind and its number and symbol.
#[derive(Debug, Clone)]
pub struct Citation {
    /// Its kind.
    pub kind: &'static TypeWord,
    /// Whether `số` stands before the number.
    pub has_so: bool,
    /// Kind, number and symbol, in the text it was found in.
    pub range: Range<usize>,
    /// Number and symbol without spaces.
    pub symbol: String,
    /// The shape of `symbol`.
    pub shape: Shape,
    /// The day it names.
    pub date: Option<CitedDate>,
    /// Where the words behind number and date begin.
    pub rest: usize,
}

/// The day of a cited document.
#[derive(Debug, Clone)]
pub struct CitedDate {
    /// Where it is written.
    pub range: Range<usize>,
    /// The day, when the calendar has it.
    pub date: Option<Date>,
    /// Whether it is written with `tháng` and `năm`.
    pub in_words: bool,
    /// Day and month as written.
    pub written: (String, String),
}

impl Citation {
    /// The number alone: `125`.
    #[must_use]
    pub fn number(&self) -> &str {
        self.symbol.split(['/', '-']).next().unwrap_or_default()
    }
}

static CITED: LazyLock<Regex> = LazyLock::new(|| {
    let words: Vec<String> = TYPE_WORDS.iter().map(|kind| either_case(kind.word)).collect();
    let pattern = format!(
        r#"({})( số)?:? ?([0-9]{{1,5}}(?:\.[0-9]{{1,3}})? ?[/-] ?[^\s;,()\[\]“”"\u{{fffc}}]*)"#,
        words.join("|")
    );
    Regex::new(&pattern).expect("a test cites with it")
});

static DATED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "ngày ([0-9]{1,2})(?: tháng ([0-9]{1,2}) năm ([0-9]{4})|[/.-]([0-9]{1,2})[/.-]([0-9]{4}))",
    )
    .expect("a test cites with it")
});

/// `Công văn` and `công văn`.
fn either_case(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().unwrap_or_default();
    format!("[{first}{}]{}", first.to_lowercase(), letters.as_str())
}

/// Every citation in `text`, in reading order.
#[must_use]
pub fn find(text: &str) -> Vec<Citation> {
    let mut found: Vec<Citation> = Vec::new();
    let mut at = 0;
    while let Some(captures) = CITED.captures_at(text, at) {
        let Some(whole) = captures.get(0) else { break };
        at = whole.end();
        let word = captures.get(1).map_or("", |group| group.as_str());
        let written = captures.get(3).map_or("", |group| group.as_str()).trim_end_matches('.');
        let written = written.strip_suffix("./").unwrap_or(written).trim_end_matches(['.', ':']);
        let symbol: String = written.chars().filter(|sign| *sign != ' ').collect();
        let is_symbol = symbol.contains('/') && symbol.chars().any(char::is_uppercase);
        let is_word = !text[..whole.start()].ends_with(char::is_alphanumeric);
        let kind = TYPE_WORDS.iter().find(|kind| kind.word.to_lowercase() == word.to_lowercase());
        let (Some(kind), Some(group)) = (kind, captures.get(3)) else { continue };
        // `Đề án 06/CP`: a scheme is called by the act that approved it.
        let is_called = ["Đề án", "Chương trình"].contains(&kind.word) && captures.get(2).is_none();
        let is_called =
            is_called && !kind.state.iter().any(|code| symbol.contains(&format!("/{code}")));
        if !is_symbol || !is_word || is_called {
            continue;
        }
        let end = group.start() + written.trim_end().len();
        found.push(Citation {
            kind,
            has_so: captures.get(2).is_some(),
            range: whole.start()..end,
            shape: shape(&symbol),
            symbol,
            date: None,
            rest: end,
        });
    }
    for index in 0..found.len() {
        let end = found.get(index + 1).map_or(text.len(), |next| next.range.start);
        date(text, &mut found[index], end);
    }
    found
}

/// Looks for the day of `citation` before the clause, or the next citation, ends.
fn date(text: &str, citation: &mut Citation, end: usize) {
    let clause = &text[citation.range.end..end];
    let clause = &clause[..clause.find([';', '\n']).unwrap_or(clause.len())];
    let Some(captures) = DATED.captures(clause) else { return };
    let Some(whole) = captures.get(0) else { return };
    if !leads_to_day(&clause[..whole.start()]) {
        return;
    }
    let part = |index: usize| captures.get(index).map_or("", |group| group.as_str());
    let in_words = captures.get(2).is_some();
    let (day, month, year) =
        if in_words { (part(1), part(2), part(3)) } else { (part(1), part(4), part(5)) };
    let (start, stop) = (citation.range.end + whole.start(), citation.range.end + whole.end());
    citation.date = Some(CitedDate {
        range: start..stop,
        date: civil(day, month, year),
        in_words,
        written: (day.to_owned(), month.to_owned()),
    });
    if whole.start() <= 2 {
        citation.rest = stop;
    }
}

/// Whether the words between a symbol and a day say that the day is that of the document: none, or
/// an issuer (`của Chính phủ ngày …`). A day in another sentence or clause, or a term (`trước ngày
/// …`), is that of another thing.
fn leads_to_day(words: &str) -> bool {
    let ends_sentence = words.contains([':', '?', '!', ')']) || words.contains(". ");
    let ends_clause = words.match_indices(", ").any(|(at, comma)| {
        let rest = &words[at + comma.len()..];
        rest.starts_with(char::is_lowercase) && !rest.starts_with("ban hành")
    });
    let last = words.split_whitespace().next_back().unwrap_or_default();
    words.chars().count() <= FARTHEST_DAY
        && !ends_sentence
        && !ends_clause
        && !BEFORE_TERM.contains(&last)
}

/// The name of an issuer has fewer letters.
const FARTHEST_DAY: usize = 60;

/// Words right before a day that is a term, or that of something that happens.
const BEFORE_TERM: [&str; 20] = [
    "trước", "sau", "từ", "đến", "tới", "hết", "trong", "vào", "nhất", "là", "hạn", "xong", "đầu",
    "cuối", "thành", "lực", "qua", "họp", "chức", "nhận",
];

fn civil(day: &str, month: &str, year: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        find(text)
            .iter()
            .map(|cited| {
                let date = cited.date.as_ref().and_then(|date| date.date);
                let date = date.map_or_else(String::new, |date| date.to_string());
                format!("{} {} {date}", cited.kind.word, cited.symbol)
            })
            .collect()
    }

    #[test]
    fn citations_of_the_real_documents_are_found() {
        let text = "Thực hiện Nghị quyết số 28-NQ/TW ngày 23 tháng 5 năm 2018 Hội nghị lần thứ \
            bảy (Nghị quyết số 28-NQ/TW); Nghị quyết số 125/NĐ-CP ngày 08/10/2018 của Chính phủ; \
            Nghị quyết 35/NQ-HĐND ngày 08/12/2022; Quyết định số 5106/QĐ- ngày 19/12/2022 của \
            UBND; Tờ trình số 295/ BHXH-TST ngày 27/02/2024; công văn số 12/UBND-VX.";
        let expected = [
            "Nghị quyết 28-NQ/TW 2018-05-23",
            "Nghị quyết 28-NQ/TW ",
            "Nghị quyết 125/NĐ-CP 2018-10-08",
            "Nghị quyết 35/NQ-HĐND 2022-12-08",
            "Quyết định 5106/QĐ- 2022-12-19",
            "Tờ trình 295/BHXH-TST 2024-02-27",
            "Công văn 12/UBND-VX ",
        ];
        assert_eq!(found(text), expected);
    }

    #[test]
    fn a_day_belongs_to_the_clause_it_stands_in() {
        for (text, date) in [
            ("Kế hoạch số 12/KH-UBND ngày 02/3/2026 của UBND tỉnh", "2026-03-02"),
            ("Kế hoạch số 12/KH-UBND của UBND tỉnh ngày 02/3/2026", "2026-03-02"),
            ("Kế hoạch số 12/KH-UBND, ngày 02/3/2026", "2026-03-02"),
            ("Kế hoạch số 12/KH-UBND (ban hành ngày 02/3/2026)", "2026-03-02"),
            (
                "Quyết định số 12/QĐ-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch ngày 02/3/2026",
                "2026-03-02",
            ),
            ("Kế hoạch số 12/KH-UBND. Báo cáo trước ngày 20/3/2026", ""),
            ("Kế hoạch số 12/KH-UBND. Ngày họp: ngày 20/3/2026", ""),
            ("Kế hoạch số 12/KH-UBND, báo cáo ngày 20/3/2026", ""),
            ("Kế hoạch số 12/KH-UBND trước ngày 20/3/2026", ""),
            ("Kế hoạch số 12/KH-UBND có hiệu lực từ ngày 20/3/2026", ""),
            ("Kế hoạch số 12/KH-UBND xong chậm nhất ngày 20/3/2026", ""),
            ("Kế hoạch số 12/KH-UBND như sau: ngày 20/3/2026 họp", ""),
            ("Kế hoạch số 12/KH-UBND (của tỉnh) ngày 20/3/2026", ""),
        ] {
            let cited = find(text);
            let found = cited[0].date.as_ref().and_then(|date| date.date);
            assert_eq!(found.map_or_else(String::new, |it| it.to_string()), date, "{text}");
        }
    }

    #[test]
    fn years_figures_and_days_are_no_citations() {
        for text in [
            "Kế hoạch 5 năm 2021-2025",
            "Báo cáo 6/2024",
            "báo cáo ngày 12/8/2024",
            "Nghị quyết 18",
            "chương trình 2021-2025/giai đoạn",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
