//! D047

use crate::check::rule::{RuleReport, Subject, rule};
use crate::diagnostic::Message;
use crate::model::block::{Block, Marker};
use crate::model::reference::Reference;
use crate::model::roman::roman;

rule! {
    /// Headings or items that are not numbered one after the other.
    ///
    /// ## Why
    /// A document is cited by its numbers: a second `2.`, or a missing `3.`, sends readers astray.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   1. Việc thứ nhất.
    ///
    ///   3. Việc thứ hai./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   1. Việc thứ nhất.
    ///
    ///   2. Việc thứ hai./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.6c (R47, R51–R53)
    ///
    /// ## Là gì
    /// Số thứ tự của mục, khoản, điểm không liên tiếp.
    ///
    /// ## Vì sao
    /// Văn bản được viện dẫn theo số: hai khoản `2.` hoặc thiếu khoản `3.` làm người đọc tìm sai
    /// chỗ.
    "D047" "numbering-gap" Warning => check
}

/// The letters of điểm (R52).
const LETTERS: [&str; 22] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
    "u", "v", "x",
];

/// A series of markers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Series {
    Roman,
    Number,
    Letter,
}

/// The last number of each series at one depth of the body. A heading begins the narrower
/// headings and all items anew; a khoản begins the điểm anew.
#[derive(Default)]
struct Counts {
    headings: [usize; 3],
    number: usize,
    letter: usize,
}

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    walk(&subject.directive.body, report);
}

fn walk(blocks: &[Block<Reference>], report: &mut RuleReport<'_>) {
    let mut counts = Counts::default();
    for block in blocks {
        match block {
            Block::Heading { level, marker: Some(marker), .. } => {
                let level = usize::from(*level) - 1;
                let last = counts.headings[level];
                counts.headings[level..].fill(0);
                counts.headings[level] = look(marker, last, report);
                (counts.number, counts.letter) = (0, 0);
            }
            Block::Item { marker, blocks } => {
                match read(&marker.text) {
                    Some((Series::Letter, _)) => {
                        counts.letter = look(marker, counts.letter, report);
                    }
                    Some(_) => {
                        counts.number = look(marker, counts.number, report);
                        counts.letter = 0;
                    }
                    None => {}
                }
                walk(blocks, report);
            }
            Block::Heading { marker: None, .. } | Block::Paragraph(_) => {}
        }
    }
}

/// The number of a marker, which should follow `last`.
fn look(marker: &Marker, last: usize, report: &mut RuleReport<'_>) -> usize {
    let Some((series, count)) = read(&marker.text) else { return last };
    let wanted = last + 1;
    if count != wanted {
        let end = if series != Series::Letter && marker.text.ends_with(')') { ")" } else { "." };
        let message = Message::new("numbering-gap")
            .with("found", &marker.text)
            .with("expected", written(series, wanted, end));
        report.emit(marker.span, message).subject = Some(marker.text.clone());
    }
    // Go on from what is there: one gap is one finding.
    count
}

/// Which series a marker belongs to, and its place in it.
fn read(marker: &str) -> Option<(Series, usize)> {
    let digits = marker.strip_suffix(['.', ')'])?;
    if marker.ends_with(')')
        && let Some(place) = LETTERS.iter().position(|known| *known == digits)
    {
        return Some((Series::Letter, place + 1));
    }
    if let Ok(number) = digits.parse() {
        return Some((Series::Number, number));
    }
    (1..=50).find(|number| roman(*number) == digits).map(|number| (Series::Roman, number))
}

fn written(series: Series, count: usize, end: &str) -> String {
    match series {
        Series::Roman => format!("{}{end}", roman(count)),
        Series::Number => format!("{count}{end}"),
        Series::Letter => format!("{})", LETTERS.get(count - 1).unwrap_or(&"…")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_after_d_is_d_with_a_stroke() {
        assert_eq!(read("đ)"), Some((Series::Letter, 5)));
        assert_eq!(written(Series::Letter, 5, "."), "đ)");
    }

    #[test]
    fn dashes_belong_to_no_series() {
        assert_eq!(read("-"), None);
        assert_eq!(read("1.1."), None);
    }
}
