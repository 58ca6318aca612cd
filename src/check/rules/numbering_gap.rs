//! D047

use std::collections::{BTreeMap, BTreeSet};

use super::item_form;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::block::{Block, Inline, Marker, Rank};
use crate::model::reference::Reference;
use crate::model::roman::roman;

rule! {
    /// Headings or items that are not numbered one after the other.
    ///
    /// ## Why
    /// A document is cited by its numbers: a second `2.`, or a missing `3.`, sends readers astray.
    ///
    /// Headings and items of one form are one series (`## 1.`, `2.`, `## 3.`). Between quotation
    /// marks stand parts of another document: they are not counted.
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
    ///
    /// Đề mục và khoản cùng kiểu số là một dãy (`## 1.`, `2.`, `## 3.`). Phần trong dấu nháy là của
    /// văn bản khác nên không tính.
    "D047" "numbering-gap" Warning => check
}

/// The letters of điểm (R52).
const LETTERS: [&str; 23] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
    "u", "v", "x", "y",
];

/// A series of markers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Series {
    Roman,
    Number,
    Letter,
}

/// The last number of each series at one depth of the body.
#[derive(Default)]
struct Counts {
    /// Of headings by rank.
    ranks: BTreeMap<Rank, usize>,
    /// Ranks under a part that was opened after their last heading.
    begun_anew: BTreeSet<Rank>,
    number: usize,
    letter: usize,
    /// Ranks that may go on or begin anew, behind a heading with a capital letter: `A.`, `B.`.
    either: BTreeSet<Rank>,
    /// The last number before such a heading.
    carried: usize,
}

impl Counts {
    /// A heading of `rank` begins the series of smaller parts anew; điều alone count on through
    /// the whole text.
    fn open(&mut self, rank: Rank, count: usize) {
        self.ranks.insert(rank, count);
        self.begun_anew.remove(&rank);
        let smaller = self.ranks.keys().copied().filter(|known| *known > rank);
        self.begun_anew.extend(smaller.filter(|known| *known != Rank::Article));
        (self.number, self.letter) = (0, 0);
    }

    /// A marker in another form, such as `1/`, is D051; it counts all the same.
    /// A heading `A.`, `B.`: what is smaller in the paper may begin anew behind it, or go on.
    fn open_capital(&mut self) {
        self.either.extend(self.ranks.keys().copied());
        self.carried = self.number.max(self.carried);
        (self.number, self.letter) = (0, 0);
    }

    fn note(&mut self, content: &[Inline<Reference>]) {
        let Some(Inline::Text { text, .. }) = content.first() else { return };
        match item_form::wrong(text).and_then(|(_, meant)| Some((read(&meant)?, meant))) {
            Some(((_, count), meant)) if meant.starts_with("Điều ") => {
                self.open(Rank::Article, count);
            }
            Some(((Series::Number, count), _)) => (self.number, self.letter) = (count, 0),
            Some(((Series::Letter, count), _)) => self.letter = count,
            Some(((Series::Roman, _), _)) | None => {}
        }
    }

    /// What the next number of `rank` may be, the likeliest first: chương may begin anew in each
    /// phần or count on.
    fn wanted(&self, rank: Rank) -> Vec<usize> {
        let next = self.ranks.get(&rank).map_or(1, |last| last + 1);
        let mut wanted = match rank {
            _ if !self.begun_anew.contains(&rank) => vec![next],
            Rank::Chapter => vec![next, 1],
            _ => vec![1],
        };
        if self.either.contains(&rank) {
            wanted = vec![1, next];
        }
        // The items before it may be of its series.
        match rank {
            Rank::Clause if self.number > 0 => wanted.push(self.number + 1),
            Rank::Point if self.letter > 0 => wanted.push(self.letter + 1),
            _ => {}
        }
        wanted
    }

    /// The number of an item is `count`: it goes on with the items before it, or with the headings
    /// of the same form.
    fn item(&mut self, series: Series, marker: &Marker, report: &mut RuleReport<'_>) {
        let (rank, last) = match series {
            Series::Letter => (Rank::Point, &mut self.letter),
            Series::Number | Series::Roman => (Rank::Clause, &mut self.number),
        };
        let mut wanted = vec![*last + 1];
        if *last == 0 && rank == Rank::Clause && self.carried > 0 {
            wanted.push(self.carried + 1);
        }
        let is_open = !self.begun_anew.contains(&rank);
        wanted.extend(self.ranks.get(&rank).filter(|_| is_open).map(|heading| heading + 1));
        let count = look(marker, &wanted, report);
        *last = count;
        if wanted.get(1) == Some(&count) && wanted[0] != count {
            self.ranks.insert(rank, count);
        }
        if rank == Rank::Clause {
            self.letter = 0;
        }
    }
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for body in input.directive.bodies() {
        let mut walk = Walk { quoted: quoted(body), at: 0, report };
        walk.blocks(body);
    }
}

/// A walk through a body in reading order.
struct Walk<'a, 'r> {
    /// For each block with words whether it begins between quotation marks.
    quoted: Vec<bool>,
    /// How many of these were come to.
    at: usize,
    report: &'a mut RuleReport<'r>,
}

impl Walk<'_, '_> {
    fn blocks(&mut self, blocks: &[Block<Reference>]) {
        let mut counts = Counts::default();
        for block in blocks {
            let is_quoted = self.quoted.get(self.at).copied().unwrap_or(false);
            match block {
                Block::Heading { rank, marker, content } => {
                    self.at += 1;
                    if marker.is_none() && is_capital(content) {
                        counts.open_capital();
                    }
                    if let Some(marker) = marker.as_ref().filter(|_| !is_quoted) {
                        heading(*rank, marker, &mut counts, self.report);
                    }
                }
                Block::Item { marker, blocks } => {
                    match read(&marker.text).filter(|_| !is_quoted) {
                        Some(_) if marker.text.starts_with("Điều ") => {
                            heading(Rank::Article, marker, &mut counts, self.report);
                        }
                        Some((series, _)) => counts.item(series, marker, self.report),
                        None => {}
                    }
                    self.blocks(blocks);
                }
                Block::Paragraph(content) => {
                    self.at += 1;
                    if !is_quoted {
                        counts.note(content);
                    }
                }
                Block::Note { .. } => {}
            }
        }
    }
}

/// For each block with words whether it begins between quotation marks that are closed further on.
fn quoted(body: &[Block<Reference>]) -> Vec<bool> {
    let mut texts = Vec::new();
    texts_of(body, &mut texts);
    let mut quoted = vec![false; texts.len()];
    let mut open: Vec<usize> = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        for sign in text.chars() {
            let opens = sign == '“' || sign == '"' && open.is_empty();
            if opens {
                open.push(at);
            } else if sign == '”' || sign == '"' {
                let begin = open.pop().unwrap_or(at);
                quoted[(begin + 1).min(at + 1)..=at].fill(true);
            }
        }
    }
    quoted
}

/// Whether a heading begins with a capital letter as its number: `B. Nhiệm vụ`.
fn is_capital(content: &[Inline<Reference>]) -> bool {
    let mut text = String::new();
    plain(content, &mut text);
    let mut signs = text.chars();
    signs.next().is_some_and(|sign| sign.is_ascii_uppercase()) && signs.next() == Some('.')
}

fn texts_of(blocks: &[Block<Reference>], texts: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => {
                let mut text = String::new();
                plain(content, &mut text);
                texts.push(text);
            }
            Block::Item { blocks, .. } => texts_of(blocks, texts),
            Block::Note { .. } => {}
        }
    }
}

fn plain(content: &[Inline<Reference>], text: &mut String) {
    for inline in content {
        match inline {
            Inline::Text { text: words, .. } => text.push_str(words),
            Inline::Strong(inner) | Inline::Emphasis(inner) => plain(inner, text),
            Inline::Break | Inline::Note { .. } | Inline::Reference(_) => {}
        }
    }
}

fn heading(rank: Rank, marker: &Marker, counts: &mut Counts, report: &mut RuleReport<'_>) {
    if read(&marker.text).is_some() {
        let count = look(marker, &counts.wanted(rank), report);
        counts.either.remove(&rank);
        counts.open(rank, count);
    } else if marker.text.starts_with(char::is_uppercase) && marker.text.chars().count() == 2 {
        counts.open_capital();
    }
}

/// The number of a marker, which should be one of `wanted`.
fn look(marker: &Marker, wanted: &[usize], report: &mut RuleReport<'_>) -> usize {
    let Some((series, count)) = read(&marker.text) else { return wanted[0] - 1 };
    if !wanted.contains(&count) {
        let (label, number) = parts(&marker.text);
        let digits = number.trim_end_matches(END);
        let end = &number[digits.len()..];
        let message = Message::new("numbering-gap")
            .with("found", &marker.text)
            .with("expected", format!("{label}{}{end}", written(series, wanted[0])));
        report.emit(marker.span, message).subject = Some(marker.text.clone());
    }
    // Go on from what is there: one gap is one finding.
    count
}

/// What a number may end in.
const END: [char; 3] = ['.', ')', ':'];

/// `Chương ` and `II.`; a marker without a name has only a number.
fn parts(marker: &str) -> (&str, &str) {
    marker.split_at(marker.rfind(' ').map_or(0, |space| space + 1))
}

/// Which series a marker belongs to, and its place in it.
fn read(marker: &str) -> Option<(Series, usize)> {
    let (label, number) = parts(marker);
    let digits = number.trim_end_matches(END);
    if digits == number && label.is_empty() {
        return None;
    }
    if number.ends_with(')')
        && let Some(place) = LETTERS.iter().position(|known| *known == digits)
    {
        return Some((Series::Letter, place + 1));
    }
    if let Ok(number) = digits.parse() {
        return Some((Series::Number, number));
    }
    (1..=50).find(|number| roman(*number) == digits).map(|number| (Series::Roman, number))
}

fn written(series: Series, count: usize) -> String {
    match series {
        Series::Roman => roman(count),
        Series::Number => count.to_string(),
        Series::Letter => (*LETTERS.get(count - 1).unwrap_or(&"…")).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_after_d_is_d_with_a_stroke() {
        assert_eq!(read("đ)"), Some((Series::Letter, 5)));
        assert_eq!(written(Series::Letter, 5), "đ");
    }

    #[test]
    fn named_parts_are_numbered_too() {
        assert_eq!(read("Chương IV."), Some((Series::Roman, 4)));
        assert_eq!(read("Mục 2"), Some((Series::Number, 2)));
        assert_eq!(parts("Tiểu mục 3:"), ("Tiểu mục ", "3:"));
    }

    #[test]
    fn dashes_belong_to_no_series() {
        assert_eq!(read("-"), None);
        assert_eq!(read("1.1."), None);
    }
}
