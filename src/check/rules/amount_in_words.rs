//! D545

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::check::numerals::{self, Figure, figures, last_before, printed, within};
use crate::check::prose::{Prose, REFERENCE};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::compute::Value;
use crate::diagnostic::Message;
use crate::model::amount::Amount;
use crate::model::reference::{Format, Referent};
use crate::model::words::in_words;

rule! {
    /// A number in words that is not the one in figures beside it.
    ///
    /// ## Why
    /// `50.000.000 đồng (Bằng chữ: Năm trăm triệu đồng)` contradicts itself, and of money the words
    /// are what counts.
    ///
    /// Looked at: a figure with its unit and, in parentheses right behind it, words that say
    /// nothing but a number and the unit; and words with the figure in parentheses. `{{ … |
    /// bang_chu }}` is always right.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   Kinh phí 50.000.000 đồng (Bằng chữ: Năm trăm triệu đồng)./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   Kinh phí 50.000.000 đồng (Bằng chữ: Năm mươi triệu đồng)./.
    /// ```
    ///
    /// ## Basis
    /// A number in words and in figures is one number.
    ///
    /// ## Là gì
    /// Số viết bằng chữ khác số viết bằng chữ số bên cạnh.
    ///
    /// ## Vì sao
    /// `50.000.000 đồng (Bằng chữ: Năm trăm triệu đồng)` tự trái nhau, mà với số tiền thì chữ là
    /// căn cứ.
    ///
    /// Chỉ xét số có đơn vị và phần trong ngoặc ngay sau chỉ gồm số đọc thành chữ; hoặc chữ rồi đến
    /// số trong ngoặc; số của bảng (`{{ … }}`) thì so với ô của nó. Viết `{{ … | bang_chu }}` thì luôn đúng.
    ///
    /// ## Căn cứ
    /// Số bằng chữ và bằng chữ số là một số.
    "D545" "amount-in-words" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    of_references(input, report);
    for prose in input.prose.iter().filter(|prose| prose.has_digit()) {
        let text = &prose.text;
        let is_behind = text.contains("ằng chữ");
        if !prose.has(b'(') && !is_behind {
            continue;
        }
        let all = figures(text);
        if is_behind {
            for (figure, words) in behind(text, &all) {
                compare(prose, figure, words, report);
            }
        }
        for (open, _) in text.match_indices('(') {
            let Some(length) = text[open..].find(')') else { break };
            let inside = open + 1..open + length;
            let pair =
                figure_first(text, &all, &inside).or_else(|| words_first(text, &all, &inside));
            if let Some((figure, words)) = pair {
                compare(prose, figure, words, report);
            }
        }
    }
}

/// `{{ … }} triệu đồng (Mười tỷ đồng)`: words beside a figure of a table.
fn of_references(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let mut figures = BTreeMap::new();
    input.directive.references(|reference| {
        if let Referent::Figure(figure) = reference.to
            && !matches!(figure.format, Format::Words(_) | Format::Percent(_))
        {
            figures.insert(reference.span.start, figure.cell);
        }
    });
    if figures.is_empty() {
        return;
    }
    for prose in input.prose.iter().filter(|prose| prose.is_body() && prose.has(b'(')) {
        let text = &prose.text;
        for (at, mark) in text.match_indices(REFERENCE) {
            let unit = at + mark.len();
            let Some(cell) = figures.get(&prose.span(at..unit).start) else { continue };
            let Some(open) = text[unit..].find('(').map(|open| unit + open) else { continue };
            let Some(close) = text[open..].find(')').map(|close| open + close) else { continue };
            let Value::Amount(amount) = &input.tables.cell(*cell).value else { continue };
            let figure = Figure { range: at..unit, digits: 0, decimals: 0 };
            let zeros = zeros_behind(text, &figure);
            let amount = amount * &Amount::power_of_ten(zeros);
            let pair = figure_first(text, std::slice::from_ref(&figure), &(open + 1..close));
            let Some((_, words)) = pair.filter(|_| amount.is_integer()) else { continue };
            let Some(number) = said(&text[words.clone()]) else { continue };
            let value = amount.vietnamese(0).replace('.', "");
            if number.to_string() != value {
                let message = Message::new("amount-in-words")
                    .with("figure", printed(value.parse().unwrap_or(0)))
                    .with("words", &text[words.clone()])
                    .with("right", in_words(&value))
                    .with("number", scaled(text, &figure, number));
                let words = text[words.clone()].to_owned();
                let start = prose.offset_of(&text[open..]) + text[open..].find(&words).unwrap_or(0);
                let finding = report.emit(prose.span(start..start + words.len()), message);
                finding.subject = Some(words);
            }
        }
    }
}

fn compare(prose: &Prose, figure: &Figure, words: Range<usize>, report: &mut RuleReport<'_>) {
    let Some(number) = said(&prose.text[words.clone()]) else { return };
    if let Some(value) = value(&prose.text, figure).filter(|value| *value != number) {
        tell(prose, figure, words, (value, number), report);
    }
}

/// `50.000.000 đồng. Viết bằng chữ: Năm mươi triệu đồng.`: words behind the figure, in no
/// parentheses.
fn behind<'a>(text: &str, all: &'a [Figure]) -> Vec<(&'a Figure, Range<usize>)> {
    let mut found = Vec::new();
    for head in BEHIND.find_iter(text) {
        let Some(figure) = last_before(all, head.start()) else { continue };
        let unit = text[figure.range.end..head.start()].trim_matches([' ', ',', ';', '.']);
        let rest = &text[head.end()..];
        let end = head.end() + rest.find(['.', ';', ')', '\n', '(']).unwrap_or(rest.len());
        if unit.split(' ').count() <= 2 && !unit.contains(['.', ',', ';', ':', '(']) {
            let last = unit.split(' ').next_back().unwrap_or_default();
            found.extend(trimmed(text, head.end()..end, last).map(|words| (figure, words)));
        }
    }
    found
}

/// What words behind a figure begin with.
static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:[.,;] ?)(?:[Ss]ố tiền )?(?:[Vv]iết )?[Bb]ằng chữ(?: là)?: ?")
        .expect("its fixture is tested")
});

/// `50.000.000 đồng (Năm mươi triệu đồng)`: the last figure before the parenthesis, and the words
/// within it that say a number.
fn figure_first<'a>(
    text: &str,
    all: &'a [Figure],
    inside: &Range<usize>,
) -> Option<(&'a Figure, Range<usize>)> {
    let figure = last_before(all, inside.start - 1)?;
    let unit = text[figure.range.end..inside.start - 1].trim();
    let words = &text[inside.clone()];
    let lower = words.to_lowercase();
    let head = ["bằng chữ:", "viết bằng chữ:", "số tiền bằng chữ:", "bằng chữ là:", "bằng chữ là"]
        .iter()
        .find(|head| lower.starts_with(**head));
    // `35 hộ (ba khẩu)`: only the number itself, or what says that it is one.
    let is_near = unit.split(' ').count() <= 3 && !unit.contains(['.', ',', ';', ':']);
    if !is_near {
        return None;
    }
    // Letters of another case may be of another length.
    let skipped = head.map_or(0, |head| {
        words.char_indices().nth(head.chars().count()).map_or(words.len(), |(at, _)| at)
    });
    let last = unit.split(' ').next_back().unwrap_or_default();
    trimmed(text, inside.start + skipped..inside.end, last).map(|range| (figure, range))
}

/// No numeral has more words, nor more bytes.
const MOST_WORDS: usize = 40;
const LONGEST: usize = 400;

/// `Năm mươi triệu đồng (50.000.000 đồng)`.
fn words_first<'a>(
    text: &str,
    all: &'a [Figure],
    inside: &Range<usize>,
) -> Option<(&'a Figure, Range<usize>)> {
    let [figure] = within(all, inside) else { return None };
    let unit = text[figure.range.end..inside.end].trim();
    if figure.range.start != inside.start || unit.contains(' ') {
        return None;
    }
    let before = text[..inside.start - 1].trim_end();
    let before = before.strip_suffix(unit).unwrap_or(before).trim_end();
    let is_mark = |sign: char| ",.;:()\n".contains(sign);
    let mut start = before.len();
    // The longest run of words that says a number.
    let from = before.rfind(is_mark).map_or(0, |at| at + 1);
    let first = before.len() - before[from..].trim_start().len();
    let mut numeral = None;
    for _ in 0..MOST_WORDS {
        let Some(space) = before[from..start].rfind(' ').map(|at| from + at) else { break };
        if said(&before[space + 1..]).is_some() {
            numeral = Some(space + 1..before.len());
        }
        start = space;
    }
    if before.len() - first < LONGEST && said(&before[first..]).is_some() {
        numeral = Some(first..before.len());
    }
    let words = numeral.filter(|range| text[range.clone()].contains(' '))?;
    Some((figure, words))
}

/// The range without what surrounds the words of a number.
fn trimmed(text: &str, range: Range<usize>, unit: &str) -> Option<Range<usize>> {
    let mut words = text[range.clone()].trim();
    for end in [".", "./", " chẵn", " Việt Nam", " đồng", unit] {
        words = words.strip_suffix(end).unwrap_or(words).trim_end();
    }
    if words.is_empty() {
        return None;
    }
    let start = words.as_ptr() as usize - text.as_ptr() as usize;
    Some(start..start + words.len())
}

fn said(words: &str) -> Option<u128> {
    numerals::parse(&words.to_lowercase())
}

/// What the figure says together with `triệu` or `tỷ` behind it.
fn value(text: &str, figure: &Figure) -> Option<u128> {
    let scale = 10_u128.pow(zeros_behind(text, figure));
    let value = figure.digits.checked_mul(scale)?;
    let divisor = 10_u128.checked_pow(figure.decimals)?;
    (value % divisor == 0).then_some(value / divisor)
}

/// `number` as it is written in the place of `figure`: beside `triệu` in millions.
fn scaled(text: &str, figure: &Figure, number: u128) -> String {
    let zeros = zeros_behind(text, figure);
    let scale = 10_u128.pow(zeros);
    let rest = number % scale;
    if rest == 0 {
        return printed(number / scale);
    }
    let decimals = format!("{rest:0>width$}", width = zeros as usize);
    format!("{},{}", printed(number / scale), decimals.trim_end_matches('0'))
}

/// The zeros of the word behind a figure: `50 triệu`.
fn zeros_behind(text: &str, figure: &Figure) -> u32 {
    let behind = text[figure.range.end..].trim_start();
    [("nghìn", 3), ("ngàn", 3), ("triệu", 6), ("tỷ", 9), ("tỉ", 9)]
        .iter()
        .find(|(word, _)| behind.starts_with(word))
        .map_or(0, |(_, zeros)| *zeros)
}

fn tell(
    prose: &Prose,
    figure: &Figure,
    words: Range<usize>,
    (value, number): (u128, u128),
    report: &mut RuleReport<'_>,
) {
    let found = &prose.text[figure.range.clone()];
    let message = Message::new("amount-in-words")
        .with("figure", found)
        .with("words", &prose.text[words.clone()])
        .with("right", in_words(&value.to_string()))
        .with("number", scaled(&prose.text, figure, number));
    let finding = report.emit(prose.span(words), message);
    finding.subject = Some(found.to_owned());
}
