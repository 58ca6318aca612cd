//! D547

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::check::numerals::{Figure, figures, last_before, printed, within};
use crate::check::prose::Prose;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::check::sums;
use crate::diagnostic::Message;

rule! {
    /// A sum whose parts stand in parentheses or with `+`, and which they do not give.
    ///
    /// ## Why
    /// `35 (25 + 11)` contradicts itself: the sum or a part is wrong.
    ///
    /// Looked at: a figure and, in parentheses right behind it, figures joined by `+`, or parts that
    /// each begin with a figure, or end with one in the same unit, and come near to it; and
    /// `25 + 10 = 36`.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Có 35 hộ (25 + 11) được hỗ trợ./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Có 36 hộ (25 + 11) được hỗ trợ./.
    /// ```
    ///
    /// ## Basis
    /// What is computed is right or wrong.
    ///
    /// ## Là gì
    /// Tổng không bằng các số hạng ghi trong ngoặc hoặc nối bằng dấu `+`.
    ///
    /// ## Vì sao
    /// `35 (25 + 11)` tự trái nhau: tổng hoặc một phần đã sai.
    ///
    /// Chỉ xét một số và phần trong ngoặc ngay sau gồm các số nối bằng `+`, hoặc các phần đều bắt đầu
    /// bằng số, hoặc kết thúc bằng số cùng đơn vị, cộng lại gần bằng tổng (`58 người (41 nam, 17
    /// nữ)`); và `25 + 10 = 36`.
    ///
    /// ## Căn cứ
    /// Số tính được thì đúng hoặc sai.
    "D547" "sum-in-parentheses" Warning => check
}

/// `25 + 10 = 36`
static EQUATION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"((?:[0-9][0-9.]*(?: [^\s0-9+=(),;]+){0,2} ?\+ ?)+[0-9][0-9.]*(?: [^\s0-9+=(),;]+){0,2}) ?= ?([0-9][0-9.]*[0-9]|[0-9])")
        .expect("its fixture is tested")
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let others = input.prose.iter().filter(|prose| !prose.is_body());
    let looked_at = others.chain(input.bodies_with_figures()).filter(|prose| prose.has_digit());
    for prose in looked_at.filter(|prose| prose.has(b'(') || prose.has(b'=')) {
        let text = &prose.text;
        let mut told = Vec::new();
        for found in sums::contradictions(text).into_iter().filter(|it| it.is_in_parentheses) {
            let sum = found.printed();
            told.push(found.whole.start);
            emit(prose, found.whole, found.parts, sum, report);
        }
        if !prose.has(b'+') && !text.contains("(gồm ") && !text.contains("(bao gồm ") {
            continue;
        }
        let all = figures(text);
        for (open, _) in text.match_indices('(') {
            let Some(length) = text[open..].find(')') else { break };
            let inside = open + 1..open + length;
            let Some(whole) = before(text, &all, open) else { continue };
            let unit = text[whole.range.end..open].trim();
            if told.contains(&whole.range.start) {
                continue;
            }
            if let Some(sum) = sum(text, &all, &inside, unit) {
                tell(prose, whole, inside, sum, report);
            }
        }
        for captures in EQUATION.captures_iter(text) {
            let (Some(parts), Some(total)) = (captures.get(1), captures.get(2)) else { continue };
            let sum = terms(text, &all, &parts.range());
            let whole = within(&all, &total.range()).first();
            if let (Some(sum), Some(whole)) = (sum, whole) {
                tell(prose, whole, parts.range(), sum, report);
            }
        }
    }
}

/// The figure right before a parenthesis, with a few words between.
fn before<'a>(text: &str, all: &'a [Figure], open: usize) -> Option<&'a Figure> {
    let figure = last_before(all, open)?;
    let unit = text[figure.range.end..open].trim();
    let is_near =
        unit.split(' ').count() <= 4 && !unit.contains(['.', ',', ';', ':', '%', '/', ')']);
    is_near.then_some(figure)
}

/// What the parts within parentheses add up to, where they are all named.
fn sum(text: &str, all: &[Figure], inside: &Range<usize>, unit: &str) -> Option<u128> {
    let words = &text[inside.clone()];
    if words.contains('+') {
        return terms(text, all, inside);
    }
    let list = ["gồm có ", "gồm ", "bao gồm "].iter().find_map(|head| words.strip_prefix(head))?;
    let unit = unit.split(' ').next().filter(|unit| !unit.is_empty())?;
    let parts: Vec<&str> = list.split([',', ';']).flat_map(|part| part.split(" và ")).collect();
    let part = |part: &str| {
        let (figure, rest) = part.trim().split_once(' ')?;
        let [figure] = &figures(figure)[..] else { return None };
        let is_whole = rest.split(' ').next() == Some(unit) && figures(rest).is_empty();
        figure.whole().filter(|_| is_whole)
    };
    let amounts: Option<Vec<u128>> = parts.iter().map(|words| part(words)).collect();
    amounts.filter(|amounts| amounts.len() > 1).map(|amounts| amounts.iter().sum())
}

/// The sum of terms joined by `+`, each of one figure and a few words.
fn terms(text: &str, all: &[Figure], range: &Range<usize>) -> Option<u128> {
    let mut start = range.start;
    let mut sum = 0;
    let mut count = 0;
    for term in text[range.clone()].split('+') {
        let end = start + term.len();
        let [figure] = within(all, &(start..end)) else { return None };
        let begins = text[start..figure.range.start].trim().is_empty();
        let is_plain = begins && !term.contains(['×', '*', '%', '=', '-', ';']);
        sum += figure.whole().filter(|_| is_plain)?;
        count += 1;
        start = end + 1;
    }
    (count > 1).then_some(sum)
}

fn tell(
    prose: &Prose,
    whole: &Figure,
    parts: Range<usize>,
    sum: u128,
    report: &mut RuleReport<'_>,
) {
    if whole.whole().is_none_or(|whole| whole == sum) {
        return;
    }
    emit(prose, whole.range.clone(), parts, printed(sum), report);
}

fn emit(
    prose: &Prose,
    whole: Range<usize>,
    parts: Range<usize>,
    sum: String,
    report: &mut RuleReport<'_>,
) {
    let words = &prose.text[whole.clone()];
    let message = Message::new("sum-in-parentheses")
        .with("whole", words)
        .with("parts", &prose.text[parts])
        .with("sum", &sum);
    let finding = report.emit(prose.span(whole), message);
    finding.subject = Some(words.to_owned());
    finding.found = Some(sum);
}
