//! D551

use crate::check::numerals::{Figure, figures};
use crate::check::prose::{Prose, REFERENCE};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Place};
use crate::model::target::Target;

rule! {
    /// A number of units typed beside a table that has another number of them.
    ///
    /// ## Why
    /// `Hỗ trợ 3 tỉnh tại Phụ lục` with four rows in it: a row was added and the sentence was not
    /// changed.
    ///
    /// Looked at: a number and the word at the head of the row names, or that the rows begin with,
    /// in a sentence that refers to the table and names no part of it (`trong đó`, `còn lại`, …).
    ///
    /// ## Bad
    /// ```yaml
    /// body: Hỗ trợ 3 tỉnh tại {{ appendix("t") }}./.
    /// targets:
    ///   t:
    ///     title: Chỉ tiêu
    ///     row_header: Tỉnh
    ///     columns: [{id: a, header: Gạo}]
    ///     rows: {Lào Cai: [1], Sơn La: [2]}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Hỗ trợ 2 tỉnh tại {{ appendix("t") }}./.
    /// targets:
    ///   t:
    ///     title: Chỉ tiêu
    ///     row_header: Tỉnh
    ///     columns: [{id: a, header: Gạo}]
    ///     rows: {Lào Cai: [1], Sơn La: [2]}
    /// ```
    ///
    /// ## Basis
    /// What is counted is right or wrong.
    ///
    /// ## Là gì
    /// Số đơn vị gõ trong câu khác số dòng của bảng được dẫn.
    ///
    /// ## Vì sao
    /// `Hỗ trợ 3 tỉnh tại Phụ lục` mà bảng có bốn dòng: thêm dòng mà quên sửa câu.
    ///
    /// Chỉ xét số và danh từ ở đầu cột tên, hoặc danh từ mở đầu tên dòng, trong câu có dẫn bảng và
    /// không nói riêng một phần (`trong đó`, `còn lại`…).
    ///
    /// ## Căn cứ
    /// Số đếm được thì đúng hoặc sai.
    "D551" "count-against-table" Warning => check
}

/// Words of sentences that speak of some of the units only.
const SOME: [&str; 10] = [
    "trong đó",
    "còn lại",
    "chưa ",
    "riêng ",
    "đầu tiên",
    "vượt ",
    "thí điểm",
    "không ",
    "một số",
    "thêm ",
];

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    if input.directive.targets.is_empty() {
        return;
    }
    let looked_at = input.prose.iter().filter(|prose| prose.is_body() && prose.has_digit());
    for prose in looked_at.filter(|prose| prose.text.contains(REFERENCE)) {
        for figure in figures(&prose.text) {
            let behind = prose.text[figure.range.end..].trim_start();
            let counts: Vec<(&Target, &str, usize)> = input
                .directive
                .targets
                .iter()
                .filter_map(|target| counted(target, behind).map(|(noun, is)| (target, noun, is)))
                .collect();
            let Some(said) = figure.whole().and_then(|it| usize::try_from(it).ok()) else {
                continue;
            };
            let Some((target, noun, count)) = counts.first() else { continue };
            let sentence = sentence(&prose.text, figure.range.start);
            let is_of_table = sentence.contains(REFERENCE)
                && !is_of_some(sentence)
                && !counts.iter().any(|(_, noun, count)| says_all(sentence, noun, *count));
            // `Dự án khởi công mới: 02 dự án`: the rows of one group.
            let is_of_group =
                counts.iter().any(|(target, ..)| groups(target).any(|rows| rows == said));
            if is_of_table && !is_of_group && counts.iter().all(|(_, _, count)| *count != said) {
                tell(prose, figure.range, (target, noun, *count), report);
            }
        }
    }
}

fn tell(
    prose: &Prose,
    range: std::ops::Range<usize>,
    (target, noun, count): (&Target, &str, usize),
    report: &mut RuleReport<'_>,
) {
    let words = format!("{} {noun}", &prose.text[range.clone()]);
    let message = Message::new("count-against-table")
        .with("words", &words)
        .with("table", &target.id.value)
        .with("count", count);
    let finding = report.emit(prose.span(range), message);
    let label = Some(Message::new("count-against-table-place"));
    finding.related.push(Place { span: target.id.span, label });
    finding.subject = Some(words);
    finding.found = Some(count.to_string());
}

/// How many units each group of a table has.
fn groups(target: &Target) -> impl Iterator<Item = usize> + '_ {
    let lines = target.lines.iter().enumerate().filter(|(_, line)| line.group.is_some());
    lines.map(|(index, _)| target.units(Some(index)).count())
}

/// Whether the sentence speaks of some of the units only.
fn is_of_some(sentence: &str) -> bool {
    let sentence = sentence.to_lowercase();
    SOME.iter().any(|word| sentence.contains(word))
}

/// Whether the sentence says how many there are in all: `trong 3 xã được rà soát, có 2 xã …`.
fn says_all(sentence: &str, noun: &str, count: usize) -> bool {
    let is_all = |figure: &Figure| {
        figure.whole().and_then(|it| usize::try_from(it).ok()) == Some(count)
            && sentence[figure.range.end..].trim_start().starts_with(noun)
    };
    sentence.contains(&format!("{REFERENCE} {noun}")) || figures(sentence).iter().any(is_all)
}

/// The sentence around byte `at`.
fn sentence(text: &str, at: usize) -> &str {
    let is_end = |(index, sign): (usize, char)| {
        let ends = sign == ';' || sign == '\n' || sign == '.' && text[index + 1..].starts_with(' ');
        ends.then_some(index)
    };
    let start = text[..at].char_indices().rev().find_map(is_end).map_or(0, |index| index + 1);
    let end = text[at..].char_indices().find_map(|(index, sign)| is_end((at + index, sign)));
    &text[start..end.unwrap_or(text.len())]
}

/// What is counted, and how many rows of `target` are such, if `behind` begins with the word for
/// them.
fn counted<'a>(target: &Target, behind: &'a str) -> Option<(&'a str, usize)> {
    let begins = |noun: &str| -> Option<&'a str> {
        let rest = behind.strip_prefix(noun)?;
        let is_word = !rest.starts_with(char::is_alphanumeric);
        (is_word && !noun.is_empty()).then(|| &behind[..noun.len()])
    };
    let header = target.row_header.value.to_lowercase();
    let units = || target.units(None);
    if let Some(noun) = begins(&header) {
        // `12 đơn vị cấp xã`: some of them, perhaps.
        let rest = behind[noun.len()..].trim_start();
        let is_all = rest.is_empty()
            || rest.starts_with(|sign: char| !sign.is_alphabetic())
            || ["tại", "theo", "được", "nêu", "ở", "trên", "có"]
                .iter()
                .any(|word| rest.split(' ').next() == Some(word));
        return is_all.then(|| (noun, units().count()));
    }
    let nouns = ["xã", "phường", "đặc khu", "tỉnh", "thành phố", "thôn", "trường", "sở"];
    let noun = nouns.into_iter().find_map(begins)?;
    let rest = behind[noun.len()..].trim_start();
    // `5 xã, phường`: both together.
    let is_list = rest.starts_with(", ") || rest.starts_with("và ");
    let count = units()
        .filter(|line| target.lines[*line].name.value.to_lowercase().starts_with(noun))
        .count();
    (count > 0 && !is_list).then_some((noun, count))
}
