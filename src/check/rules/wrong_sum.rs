//! D517

use std::sync::LazyLock;

use regex::Regex;

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::amount::Amount;

rule! {
    /// A sum in a sentence that is not that of its parts.
    ///
    /// ## Why
    /// `300 hộ, gồm 120 hộ nghèo và 190 hộ cận nghèo` contradicts itself; the parts or the whole
    /// are wrong.
    ///
    /// Looked at: a figure with its unit, `gồm` or `bao gồm`, and parts that each begin with a
    /// figure and the same unit. `trong đó` may name only some of the parts.
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
    /// Chỉ xét một số có đơn vị, chữ `gồm` hoặc `bao gồm`, rồi các phần đều bắt đầu bằng số và cùng
    /// đơn vị. `trong đó` có thể chỉ kể một phần nên không xét.
    ///
    /// ## Căn cứ
    /// Số tính được thì đúng hoặc sai.
    "D517" "wrong-sum" Warning => check
}

/// A figure, words that say of what, and `gồm`. `trong đó` may name some of the parts only, and
/// is not looked at.
static WHOLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+) ([^\s0-9,.;:()]+)(?: [^\s0-9,.;:()]+)?,? (?:bao gồm|gồm)(?: có)?:? ",
    )
    .expect("its fixture is tested")
});

static FIGURE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+").expect("its fixture is tested")
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let looked_at = input.prose.iter().filter(|prose| prose.is_body());
    for prose in looked_at.filter(|prose| prose.text.contains("gồm")) {
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
                let message = Message::new("wrong-sum")
                    .with("whole", format!("{} {}", whole.as_str(), unit.as_str()))
                    .with("sum", sum.vietnamese(0));
                let finding = report.emit(prose.span(whole.range()), message);
                finding.subject = Some(whole.as_str().to_owned());
                finding.found = Some(sum.vietnamese(0));
            }
        }
    }
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
