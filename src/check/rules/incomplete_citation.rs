//! D045

use std::sync::LazyLock;

use regex::Regex;

use crate::check::citations::Cited;
use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::symbol::Shape;

rule! {
    /// A document whose first citation lacks its day, its issuer or what it is about.
    ///
    /// ## Why
    /// A number alone recurs every year and in every agency. The first citation is complete, later
    /// ones are kind and number.
    ///
    /// The decree commands it; the check guesses who issued a document from the words around it, and
    /// so warns.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Thực hiện Kế hoạch số 07/KH-UBND của UBND tỉnh, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Thực hiện Kế hoạch số 07/KH-UBND ngày 05/3/2026 của UBND tỉnh về giảm nghèo, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.6a–b (R44, R45)
    ///
    /// ## Là gì
    /// Văn bản được viện dẫn lần đầu mà thiếu ngày, cơ quan ban hành hoặc trích yếu.
    ///
    /// ## Vì sao
    /// Chỉ có số thì năm nào, cơ quan nào cũng có thể trùng. Lần đầu phải ghi đủ, các lần sau chỉ
    /// cần tên loại và số, ký hiệu.
    ///
    /// Nghị định bắt buộc; chương trình đoán cơ quan ban hành theo các chữ ở gần nên chỉ cảnh báo.
    "D045" "incomplete-citation" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let cited: Vec<&Cited<'_>> =
        input.citations.iter().filter(|cited| cited.prose.part != Part::Subject).collect();
    for (index, first) in cited.iter().enumerate() {
        let same = |other: &&&Cited<'_>| other.citation.symbol == first.citation.symbol;
        let is_first = !cited[..index].iter().any(|other| same(&other));
        let is_quoted = first.prose.is_quoted(first.citation.range.start);
        if !is_first || is_quoted || is_law(first) || is_named_before(first, input) {
            continue;
        }
        let group = group(&cited, index);
        let all = || cited.iter().filter(same);
        // `Kế hoạch số 89/KH-UBND cùng ngày của UBND tỉnh`
        let is_same_day =
            first.prose.text[first.citation.range.end..].trim_start().starts_with("cùng ngày");
        let has_day = is_same_day || has_common_day(group);
        let missing = if all().all(|other| other.citation.date.is_none()) && !has_day {
            // A Party document without a day is D140.
            if matches!(first.citation.shape, Shape::Party { .. }) {
                continue;
            }
            "date"
        } else if all().all(|other| !has_issuer(other)) && !group.iter().any(|it| has_issuer(it)) {
            "issuer"
        } else if is_basis(first, input) && is_bare(first.rest()) {
            "abstract"
        } else {
            continue;
        };
        let message = Message::new("incomplete-citation")
            .with("cited", first.words())
            .with("missing", missing);
        report.emit(first.span(), message).subject = Some(first.words().to_owned());
    }
}

/// Whether it is a basis itself, and not named by the subject of one.
fn is_basis(cited: &Cited<'_>, input: &RuleInput<'_>) -> bool {
    let mut own = input.documents.bases.iter().filter_map(|basis| basis.cited);
    own.any(|own| own.span() == cited.span())
}

fn is_law(cited: &Cited<'_>) -> bool {
    ["Luật", "Bộ luật", "Pháp lệnh"].contains(&cited.citation.kind.word)
}

/// Whether the text has named the document before, by another word for its kind (`Văn bản số …`),
/// or says so (`nêu trên`).
fn is_named_before(cited: &Cited<'_>, input: &RuleInput<'_>) -> bool {
    let rest = cited.prose.text[cited.citation.range.end..].trim_start_matches([' ', '(']);
    if ["nêu trên", "nói trên", "kể trên", "trên đây", "đã nêu", "đã dẫn", "này", "dẫn trên"]
        .iter()
        .any(|words| rest.starts_with(words))
    {
        return true;
    }
    let symbol = cited.citation.symbol.as_str();
    let names = |text: &str| {
        text.match_indices(symbol).any(|(at, _)| {
            !text[..at].ends_with(char::is_alphanumeric)
                && !text[at + symbol.len()..].starts_with(char::is_alphanumeric)
        })
    };
    let is_text = |prose: &&Prose| prose.is_body() || prose.part == Part::Basis;
    let mut before =
        input.prose.iter().filter(is_text).take_while(|it| !std::ptr::eq(*it, cited.prose));
    before.any(|prose| names(&prose.text)) || names(&cited.prose.text[..cited.citation.range.start])
}

/// The citations that the text puts side by side with that at `index`, which share what is said
/// once: `Tờ trình số … ngày … và Báo cáo số … ngày … của Sở Y tế`.
fn group<'a, 'b>(cited: &'b [&'a Cited<'a>], index: usize) -> &'b [&'a Cited<'a>] {
    let joined = |a: &Cited<'_>, b: &Cited<'_>| {
        std::ptr::eq(a.prose, b.prose) && is_joint(&a.prose.text[end(a)..b.citation.range.start])
    };
    let (mut first, mut last) = (index, index);
    while first > 0 && joined(cited[first - 1], cited[first]) {
        first -= 1;
    }
    while last + 1 < cited.len() && joined(cited[last], cited[last + 1]) {
        last += 1;
    }
    &cited[first..=last]
}

/// Where number and day end.
fn end(cited: &Cited<'_>) -> usize {
    let day = cited.citation.date.as_ref().map_or(0, |date| date.range.end);
    cited.citation.rest.max(day).max(cited.citation.range.end)
}

/// Whether `words` do nothing but join.
fn is_joint(words: &str) -> bool {
    let of_others = OF_OTHERS.replace_all(words, "");
    of_others
        .split(|sign: char| " ,;()".contains(sign))
        .all(|word| ["", "và", "cùng", "với", "hoặc", "các", "ngày"].contains(&word))
}

/// `, số 13/KH-UBND ngày 06/3/2026`: further documents of the kind that was named.
static OF_OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    let day = "[0-9]{1,2}(?:[/.-][0-9]{1,2}[/.-][0-9]{4}| tháng [0-9]{1,2} năm [0-9]{4})";
    Regex::new(&format!("số [0-9][^ ,;()]*(?:,? ngày {day})?")).expect("a test cites with it")
});

/// `Kế hoạch số … và Kế hoạch số … cùng ngày 05/3/2026`.
fn has_common_day(group: &[&Cited<'_>]) -> bool {
    group.len() > 1
        && group.last().is_some_and(|last| {
            let day = last.citation.date.as_ref();
            day.is_some_and(|day| last.prose.text[..day.range.start].ends_with("cùng "))
        })
}

/// Whether words follow the day, or stand between the symbol and it, or the text before names who
/// issued it.
fn has_issuer(cited: &Cited<'_>) -> bool {
    if names_issuer(&cited.prose.text[..cited.citation.range.start]) {
        return true;
    }
    let behind = cited.prose.text[cited.citation.range.end..].trim_start();
    if behind.strip_prefix("cùng ngày").is_some_and(|rest| rest.trim_start().starts_with("của "))
    {
        return true;
    }
    let Some(date) = &cited.citation.date else { return false };
    if cited.citation.rest < date.range.start {
        return true;
    }
    let rest = cited.rest();
    let of_all = OF_OTHERS.replace_all(rest, "");
    let joints: &[_] =
        if of_all.len() < rest.len() { &[' ', ',', ')', 'v', 'à'] } else { &[' ', ',', ')'] };
    let rest = of_all.trim_start_matches(joints);
    rest.starts_with(char::is_alphabetic)
        && !rest.starts_with("và ")
        && !rest.starts_with("đề nghị")
}

/// Whether the sentence `before` a citation names the issuer: `Theo đề nghị của Sở Y tế tại`,
/// `UBND tỉnh ban hành`, `các văn bản chỉ đạo của UBND tỉnh:`.
fn names_issuer(before: &str) -> bool {
    let sentence = before.rsplit(['\n', '.']).next().unwrap_or_default();
    let words = sentence.trim_end_matches([' ', '(', '“', '"']);
    let words = ["các", "theo", "những"]
        .iter()
        .fold(words, |words, word| words.strip_suffix(word).map_or(words, str::trim_end));
    let ends = |ends: &[&str]| ends.iter().any(|end| words.ends_with(end));
    let is_of = || {
        let names =
            |(at, of): (usize, &str)| words[at + of.len()..].starts_with(char::is_uppercase);
        words.match_indices("của ").chain(words.match_indices("do ")).any(names)
    };
    let is_by = || AGENCIES.iter().any(|agency| words.contains(agency));
    ends(&[" tại"])
        || ends(&[" bằng", " qua", " trong", " gồm", ":"]) && is_of()
        || ends(&[" ban hành", " có", " đã ký", " đã gửi", " đã trình", " ra"]) && is_by()
}

/// What names of issuers begin with.
const AGENCIES: [&str; 16] = [
    "UBND",
    "HĐND",
    "Ủy ban",
    "Uỷ ban",
    "Hội đồng",
    "Chính phủ",
    "Thủ tướng",
    "Bộ ",
    "Sở ",
    "Ban ",
    "Phòng ",
    "Chủ tịch",
    "Cục ",
    "Văn phòng",
    "Trung tâm",
    "Tỉnh",
];

/// Whether `rest` names an issuer and nothing else.
fn is_bare(rest: &str) -> bool {
    let rest = rest.trim();
    let is_short = rest.split_whitespace().count() <= 9;
    is_short && rest.starts_with("của ") && !ABOUT.iter().any(|word| rest.contains(word))
}

/// What a trích yếu begins with.
const ABOUT: [&str; 19] = [
    " về",
    " v/v",
    " ban hành",
    " quy định",
    " thực hiện",
    " triển khai",
    " phê duyệt",
    " giao ",
    " hướng dẫn",
    " sửa đổi",
    " bổ sung",
    " công bố",
    " thành lập",
    " kiện toàn",
    " tăng cường",
    " phân ",
    "“",
    "\"",
    " phát triển",
];
