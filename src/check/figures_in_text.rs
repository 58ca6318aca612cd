//! Figures typed in the body, beside those of the tables.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::rule::RuleInput;
use crate::compute::ComputedTable;
use crate::model::Directive;
use crate::model::amount::Amount;
use crate::model::block::Inline;
use crate::model::cell_id::CellId;
use crate::model::target::{ColumnKind, Target};
use crate::source::Sources;
use crate::span::Span;

/// A figure that stands in the body as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// As it is typed.
    pub words: String,
    /// What it says.
    pub amount: Amount,
    /// Where.
    pub span: Span,
}

/// A computed figure of a table; its words are made only where a finding needs them.
pub(super) struct Computed<'a> {
    directive: &'a Directive,
    cell: CellId,
    /// As its column prints it.
    pub(super) amount: Amount,
}

impl Computed<'_> {
    fn target(&self) -> &Target {
        &self.directive.targets[self.cell.target]
    }

    /// As a reference spells it: `chi_tieu.total.tn_tang`.
    pub(super) fn reference(&self) -> String {
        self.cell.path(self.directive)
    }

    /// As the table prints it.
    pub(super) fn printed(&self) -> String {
        let kind = self.target().kind_at(self.cell.line, self.cell.column);
        self.amount.vietnamese(kind.decimals())
    }

    /// Whether it is a total or a subtotal.
    pub(super) fn is_total(&self) -> bool {
        self.cell.line.is_none_or(|line| self.target().lines[line].group.is_some())
    }

    /// Whether its column holds percentages.
    pub(super) fn is_percentage(&self) -> bool {
        matches!(self.target().columns[self.cell.column].kind, ColumnKind::Percent(_))
    }

    /// Where its line is named, or the total labelled.
    pub(super) fn span(&self) -> Span {
        self.cell.row_span(self.directive)
    }
}

/// Figures of tables by what they amount to; of equal ones the first.
pub(super) struct Sorted<'a, 'b>(BTreeMap<&'a Amount, &'a Computed<'b>>);

impl<'a, 'b> Sorted<'a, 'b> {
    pub(super) fn new(figures: impl Iterator<Item = &'a Computed<'b>>) -> Self {
        let mut sorted = BTreeMap::new();
        for figure in figures {
            sorted.entry(&figure.amount).or_insert(figure);
        }
        Self(sorted)
    }

    /// The figure that amounts to `amount`.
    pub(super) fn same(&self, amount: &Amount) -> Option<&'a Computed<'b>> {
        self.0.get(amount).copied()
    }

    /// The nearest below `amount`, and the nearest that is not below it.
    pub(super) fn around(&self, amount: &Amount) -> impl Iterator<Item = &'a Computed<'b>> {
        let below = self.0.range::<Amount, _>(..amount).next_back();
        let above = self.0.range::<Amount, _>(amount..).next();
        below.into_iter().chain(above).map(|(_, figure)| *figure)
    }
}

/// A percentage that stands in a text: `29,72%`.
pub(super) struct Percentage {
    /// With its sign.
    pub(super) range: Range<usize>,
    pub(super) amount: Amount,
    pub(super) decimals: u32,
}

static PERCENTAGE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("([0-9]{1,3})(?:,([0-9]{1,3}))? ?%").expect("a test finds percentages with it")
});

/// The percentages in `text`, in reading order.
pub(super) fn percentages(text: &str) -> Vec<Percentage> {
    if !text.contains('%') {
        return Vec::new();
    }
    let found = PERCENTAGE.captures_iter(text).filter_map(|captures| {
        let whole = captures.get(0)?;
        let is_part = text[..whole.start()]
            .ends_with(|sign: char| sign.is_alphanumeric() || ".,/-–".contains(sign));
        let part = |index: usize| captures.get(index).map_or("", |group| group.as_str());
        let (units, fraction) = (part(1), part(2));
        let amount = amount(units, fraction)?;
        let decimals = u32::try_from(fraction.len()).ok()?;
        (!is_part).then_some(Percentage { range: whole.range(), amount, decimals })
    });
    found.collect()
}

/// The figures typed in the body and those of the tables; `None` where none is typed.
pub(super) fn figures<'a>(input: &RuleInput<'a>) -> Option<(Vec<Typed>, Vec<Computed<'a>>)> {
    let typed = typed(input.directive, input.sources);
    (!typed.is_empty()).then(|| (typed, computed(input)))
}

/// Every figure of the body that is written as a figure: with a point between thousands
/// (`18.305`). Years, numbers of documents and dates are not.
pub(crate) fn typed(directive: &Directive, sources: &Sources) -> Vec<Typed> {
    let mut found = Vec::new();
    for block in directive.bodies().flatten() {
        block.walk(&mut |inline| {
            if let Inline::Text { text, span } = inline {
                in_text(text, *span, sources, &mut found);
            }
        });
    }
    found
}

fn in_text(text: &str, span: Span, sources: &Sources, found: &mut Vec<Typed>) {
    let belongs = |sign: char| sign.is_ascii_digit() || ".,/-".contains(sign);
    let mut at = 0;
    while let Some(start) = text[at..].find(|sign: char| sign.is_ascii_digit()).map(|i| at + i) {
        let length = text[start..].find(|sign| !belongs(sign)).unwrap_or(text.len() - start);
        at = start + length;
        let touches_word = |sign: Option<char>| {
            sign.is_some_and(|sign| sign.is_alphanumeric() || "/-".contains(sign))
        };
        let words = text[start..at].trim_end_matches(['.', ',', '-', '/']);
        let is_alone = !touches_word(text[..start].chars().next_back())
            && !touches_word(text[start + words.len()..].chars().next());
        let Some(amount) = grouped(words).filter(|_| is_alone) else { continue };
        // Where the file has other signs, the whole run is meant.
        let exact = sources.exact(span, text);
        let span = exact.map_or(span, |exact| exact.part(start..start + words.len()));
        found.push(Typed { words: words.to_owned(), amount, span });
    }
}

/// The amount of `18.305` or `1.234,5`; nothing else.
fn grouped(words: &str) -> Option<Amount> {
    let (whole, fraction) = words.split_once(',').unwrap_or((words, ""));
    let groups: Vec<&str> = whole.split('.').collect();
    let is_grouped = groups.len() > 1
        && (1..=3).contains(&groups[0].len())
        && groups[1..].iter().all(|group| group.len() == 3)
        && whole.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && fraction.bytes().all(|byte| byte.is_ascii_digit());
    if !is_grouped {
        return None;
    }
    amount(&groups.concat(), fraction)
}

/// The amount of digits before and behind the decimal comma.
fn amount(units: &str, fraction: &str) -> Option<Amount> {
    // A zero behind keeps three decimals from looking like thousands.
    let zero = if fraction.len() == 3 { "0" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    Amount::from_figure(&format!("{units}{point}{fraction}{zero}")).ok()
}

/// The figures of every table, totals first; inputs too, for prose may speak of one row.
pub(super) fn computed<'a>(input: &RuleInput<'a>) -> Vec<Computed<'a>> {
    let mut found = Vec::new();
    for (index, ComputedTable { target, table }) in input.tables.iter().enumerate() {
        let total = target.total.as_ref().map(|_| (None, &table.total));
        let lines = table.lines.iter().enumerate().map(|(line, cells)| (Some(line), cells));
        for (line, cells) in total.into_iter().chain(lines) {
            for (column, cell) in cells.iter().enumerate() {
                if let Some(amount) = cell.value.amount() {
                    let amount = amount.round(target.kind_at(line, column).decimals());
                    let cell = CellId { target: index, line, column };
                    found.push(Computed { directive: input.directive, cell, amount });
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_told_from_ranges_and_ratios() {
        let text = "đạt 29,72%; 95 %, 80-90%, 1.250,5% và 12/5%, tăng 3,125%";
        let found = percentages(text);
        let words: Vec<&str> = found.iter().map(|found| &text[found.range.clone()]).collect();
        assert_eq!(words, ["29,72%", "95 %", "3,125%"]);
        let last = found.last().map(|found| found.amount.vietnamese(found.decimals));
        assert_eq!(last.as_deref(), Some("3,125"));
    }

    #[test]
    fn figures_are_told_from_years_dates_and_numbers_of_documents() {
        let text = "18.305 (người), năm 2024, 4107/KH-UBND, 22/11/2018, 2021-2025, 1.234,5; \
                    38.154. Điều 1.2, 1.250/QĐ, 12.345.678 đồng, 1.234,56 và 1.234,567";
        let mut sources = Sources::default();
        let span = Span::new(sources.add("a", text), 0..text.len());
        let mut found = Vec::new();
        in_text(text, span, &sources, &mut found);
        let words: Vec<&str> = found.iter().map(|typed| typed.words.as_str()).collect();
        assert_eq!(words, ["18.305", "1.234,5", "38.154", "12.345.678", "1.234,56", "1.234,567"]);
    }
}
