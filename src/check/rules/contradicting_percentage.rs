//! D526

use crate::check::figures_in_text::percentages;
use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Place};
use crate::model::amount::Amount;
use crate::span::Span;

rule! {
    /// One thing that is given two percentages in one part of the text.
    ///
    /// ## Why
    /// The reader does not know which of the two holds.
    ///
    /// Looked at: percentages behind the same words of a sentence, under the same heading and
    /// number; other words, and so another year or unit, are another thing.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   Tỷ lệ bao phủ bảo hiểm y tế đạt 95%.
    ///
    ///   Tỷ lệ bao phủ bảo hiểm y tế là 93%./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   Tỷ lệ bao phủ bảo hiểm y tế đạt 95%.
    ///
    ///   Tỷ lệ bao phủ bảo hiểm y tế hộ gia đình là 93%./.
    /// ```
    ///
    /// ## Basis
    /// A figure is written once.
    ///
    /// ## Là gì
    /// Một nội dung được ghi hai tỷ lệ phần trăm khác nhau trong cùng một phần.
    ///
    /// ## Vì sao
    /// Người đọc không biết tỷ lệ nào đúng.
    ///
    /// Chỉ xét tỷ lệ đứng sau cùng những chữ của câu, dưới cùng một đề mục; chữ khác (năm khác, đơn
    /// vị khác) là nội dung khác.
    ///
    /// ## Căn cứ
    /// Mỗi số chỉ ghi một lần.
    "D526" "contradicting-percentage" Warning => check
}

/// A percentage and what it is of.
struct Given {
    of: String,
    words: String,
    amount: Amount,
    span: Span,
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let mut given: Vec<Given> = Vec::new();
    for prose in input.prose.iter().filter(|prose| prose.is_body()) {
        // What stands under another heading or number speaks of another thing.
        if prose.part == Part::Heading || prose.marker.is_some() {
            given.clear();
        }
        for (of, range, amount) in named(prose) {
            let words = prose.text[range.clone()].to_owned();
            let span = prose.span(range);
            let first = given.iter().find(|other| other.of == of);
            match first {
                Some(first) if first.amount != amount => {
                    let message = Message::new("contradicting-percentage")
                        .with("of", &of)
                        .with("first", &first.words)
                        .with("second", &words);
                    let finding = report.emit(span, message);
                    let label = Some(Message::new("contradicting-percentage-first"));
                    finding.related.push(Place { span: first.span, label });
                    finding.subject = Some(of);
                }
                Some(_) => {}
                None => given.push(Given { of, words, amount, span }),
            }
        }
    }
}

/// The percentages of a paragraph, each behind the words of its sentence that name it.
fn named(prose: &Prose) -> Vec<(String, std::ops::Range<usize>, Amount)> {
    let mut found = Vec::new();
    for percentage in percentages(&prose.text) {
        let before = &prose.text[..percentage.range.start];
        let start = before.rfind(['.', ';', ':', '\n', '(', '%']).map_or(0, |end| end + 1);
        let of = name(&before[start..]);
        if of.split(' ').count() >= FEWEST_WORDS {
            found.push((of, percentage.range, percentage.amount));
        }
    }
    found
}

/// Fewer words name nothing.
const FEWEST_WORDS: usize = 4;

/// `before` without what leads to the figure, in small letters.
fn name(before: &str) -> String {
    let mut words: Vec<String> = before.split_whitespace().map(str::to_lowercase).collect();
    while words.last().is_some_and(|word| LEADING.contains(&word.as_str())) {
        words.pop();
    }
    words.join(" ")
}

/// What stands between a thing and its percentage.
const LEADING: [&str; 16] = [
    "đạt", "là", "bằng", "chiếm", "từ", "trên", "dưới", "khoảng", "tối", "thiểu", "đa", "ít",
    "nhất", "hơn", "mức", "được",
];
