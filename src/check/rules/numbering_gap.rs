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
    "D047" "numbering-gap" Warning => check
}

/// The letters of điểm (R52).
const LETTERS: [&str; 22] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
    "u", "v", "x",
];

/// A series of markers: each kind counts by itself, and starts anew under a wider one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Series {
    Roman,
    Number,
    Letter,
}

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    // The last count of each series, from wide to narrow.
    let mut counts = [0usize; 3];
    for block in &subject.directive.body {
        walk(block, &mut counts, report);
    }
}

fn walk(block: &Block<Reference>, counts: &mut [usize; 3], report: &mut RuleReport<'_>) {
    match block {
        Block::Heading { marker: Some(marker), .. } => look(marker, counts, report),
        Block::Item { marker, blocks } => {
            look(marker, counts, report);
            blocks.iter().for_each(|block| walk(block, counts, report));
        }
        Block::Heading { marker: None, .. } | Block::Paragraph(_) => {}
    }
}

fn look(marker: &Marker, counts: &mut [usize; 3], report: &mut RuleReport<'_>) {
    let Some((series, count)) = read(&marker.text) else { return };
    let level = series as usize;
    counts[level + 1..].fill(0);
    let wanted = counts[level] + 1;
    if count != wanted {
        let message = Message::new("numbering-gap")
            .with("found", &marker.text)
            .with("expected", written(series, wanted));
        report.emit(marker.span, message).subject = Some(marker.text.clone());
    }
    // Go on from what is there: one gap is one finding.
    counts[level] = count;
}

/// Which series a marker belongs to, and its place in it.
fn read(marker: &str) -> Option<(Series, usize)> {
    if let Some(letter) = marker.strip_suffix(')') {
        let place = LETTERS.iter().position(|known| *known == letter)?;
        return Some((Series::Letter, place + 1));
    }
    let digits = marker.strip_suffix('.')?;
    if let Ok(number) = digits.parse() {
        return Some((Series::Number, number));
    }
    (1..=50).find(|number| roman(*number) == digits).map(|number| (Series::Roman, number))
}

fn written(series: Series, count: usize) -> String {
    match series {
        Series::Roman => format!("{}.", roman(count)),
        Series::Number => format!("{count}."),
        Series::Letter => format!("{})", LETTERS.get(count - 1).unwrap_or(&"…")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_after_d_is_d_with_a_stroke() {
        assert_eq!(read("đ)"), Some((Series::Letter, 5)));
        assert_eq!(written(Series::Letter, 5), "đ)");
    }

    #[test]
    fn dashes_belong_to_no_series() {
        assert_eq!(read("-"), None);
        assert_eq!(read("1.1."), None);
    }
}
