//! D517

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::check::prose::Prose;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::check::sums;
use crate::diagnostic::Message;
use crate::model::amount::Amount;

rule! {
    /// A sum in a sentence that is not that of its parts.
    ///
    /// ## Why
    /// `300 hộ, gồm 120 hộ nghèo và 190 hộ cận nghèo` contradicts itself; the parts or the whole
    /// are wrong.
    ///
    /// Looked at: a figure with its unit, `gồm`, `bao gồm` or `từ các nguồn`, and parts that each
    /// begin with a figure, or end with one in the same unit, and come near to it. `trong đó` may
    /// name only some of the parts: there the parts are more than the whole, or the one is what the
    /// other is not. And `19 chỉ tiêu trong tổng số 16 chỉ tiêu`.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Có 300 hộ, gồm 120 hộ nghèo và 190 hộ cận nghèo./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Có 300 hộ, gồm 120 hộ nghèo và 180 hộ cận nghèo./.
    /// ```
    ///
    /// ## Basis
    /// What is computed is right or wrong.
    ///
    /// ## Là gì
    /// Tổng trong câu không bằng các phần được kể sau chữ `gồm`.
    ///
    /// ## Vì sao
    /// `300 hộ, gồm 120 hộ nghèo và 190 hộ cận nghèo` tự trái nhau; tổng hoặc một phần đã sai.
    ///
    /// Chỉ xét một số có đơn vị, chữ `gồm`, `bao gồm` hoặc `từ các nguồn`, rồi các phần đều bắt đầu
    /// bằng số, hoặc kết thúc bằng số cùng đơn vị, và cộng lại gần bằng tổng. `trong đó` có thể chỉ
    /// kể một phần: chỉ báo khi các phần nhiều hơn tổng, hoặc phần này là phủ định của phần kia. Và
    /// `19 chỉ tiêu trong tổng số 16 chỉ tiêu`.
    ///
    /// ## Căn cứ
    /// Số tính được thì đúng hoặc sai.
    "D517" "wrong-sum" Warning => check
}

/// A figure, words that say of what, and `gồm`. What stands behind `trong đó`, [`sums`] reads.
static WHOLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+) ([^\s0-9,.;:()]+)(?: [^\s0-9,.;:()]+)?,? (?:bao gồm|gồm)(?: có)?:? ",
    )
    .expect("its fixture is tested")
});

static FIGURE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+").expect("its fixture is tested")
});

/// `19 chỉ tiêu trong tổng số 16 chỉ tiêu`
static SHARE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+) ([^\s0-9,.;:()]+)[^0-9,.;:()]{0,30} ",
        r"(?:trong tổng số|trên tổng số|trong số) ([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+) ([^\s0-9,.;:()]+)",
    ))
    .expect("its fixture is tested")
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.bodies_with_figures().filter(|prose| prose.has_digit()) {
        let mut told = parts_that_begin_alike(prose, report);
        for found in sums::contradictions(&prose.text) {
            if !found.is_in_parentheses && !told.contains(&found.whole.start) {
                told.push(found.whole.start);
                let words = &prose.text[found.whole.clone()];
                let unit = prose.text[found.whole.end..].split([' ', ',']).nth(1);
                let whole = format!("{words} {}", unit.unwrap_or_default());
                let sum = found.printed();
                tell(prose, found.whole, whole, sum, report);
            }
        }
        for captures in SHARE.captures_iter(&prose.text) {
            above_the_whole(prose, &captures, report);
        }
    }
}

/// A part that is more than what it is a part of.
fn above_the_whole(prose: &Prose, captures: &Captures<'_>, report: &mut RuleReport<'_>) {
    let group = |index: usize| captures.get(index).map_or("", |it| it.as_str());
    let (Some(all), Some(part)) = (captures.get(0), captures.get(1)) else { return };
    let (Some(some), Some(whole)) = (amount(group(1)), amount(group(3))) else { return };
    let is_alone = !prose.text[..part.start()]
        .ends_with(|sign: char| sign.is_alphanumeric() || "/,.-".contains(sign));
    if some > whole && is_alone && group(2) == group(4) {
        let message = Message::new("wrong-sum-share")
            .with("part", format!("{} {}", group(1), group(2)))
            .with("whole", format!("{} {}", group(3), group(4)));
        report.emit(prose.span(all.range()), message).subject = Some(part.as_str().to_owned());
    }
}

fn tell(
    prose: &Prose,
    range: Range<usize>,
    whole: String,
    sum: String,
    report: &mut RuleReport<'_>,
) {
    let words = prose.text[range.clone()].to_owned();
    let message = Message::new("wrong-sum").with("whole", whole).with("sum", &sum);
    let finding = report.emit(prose.span(range), message);
    finding.subject = Some(words);
    finding.found = Some(sum);
}

/// Wholes whose parts all begin with a figure and their unit; gives where they stand.
fn parts_that_begin_alike(prose: &Prose, report: &mut RuleReport<'_>) -> Vec<usize> {
    let mut told = Vec::new();
    if prose.text.contains("gồm") {
        for captures in WHOLE.captures_iter(&prose.text) {
            let (Some(all), Some(whole), Some(unit)) =
                (captures.get(0), captures.get(1), captures.get(2))
            else {
                continue;
            };
            let before = &prose.text[..whole.start()];
            let is_part =
                before.ends_with(|sign: char| sign.is_alphanumeric() || "/,.-".contains(sign));
            let parts = sum(clause(&prose.text[all.end()..]), unit.as_str());
            let (Some(sum), Some(total)) = (parts.filter(|_| !is_part), amount(whole.as_str()))
            else {
                continue;
            };
            if sum != total {
                told.push(whole.start());
                let words = format!("{} {}", whole.as_str(), unit.as_str());
                tell(prose, whole.range(), words, sum.vietnamese(0), report);
            }
        }
    }
    told
}

/// The words up to the end of the sentence or clause; a point between thousands ends none.
fn clause(text: &str) -> &str {
    let ends = |(at, sign): (usize, char)| {
        let next = text[at + sign.len_utf8()..].chars().next();
        let is_end =
            ";:()".contains(sign) || sign == '.' && !next.is_some_and(|next| next.is_ascii_digit());
        is_end.then_some(at)
    };
    &text[..text.char_indices().find_map(ends).unwrap_or(text.len())]
}

fn amount(words: &str) -> Option<Amount> {
    Amount::from_figure(&words.replace('.', "")).ok()
}

/// The sum of parts that each have one figure and the same `unit` behind it.
fn sum(parts: &str, unit: &str) -> Option<Amount> {
    let parts: Vec<&str> = parts.split(", ").flat_map(|part| part.split(" và ")).collect();
    let mut sum = Amount::from(0);
    for part in &parts {
        let mut figures = FIGURE.find_iter(part);
        let figure = figures.next()?;
        let behind = part[figure.end()..].strip_prefix(' ')?;
        let is_same = behind.split(' ').next() == Some(unit);
        if figures.next().is_some() || !is_same || !part[..figure.start()].trim().is_empty() {
            return None;
        }
        sum = &sum + &amount(figure.as_str())?;
    }
    (parts.len() > 1).then_some(sum)
}
