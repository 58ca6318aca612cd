//! D505

use crate::check::figures_in_text::{
    Computed, Percentage, Sorted, Typed, computed, percentages, typed,
};
use crate::check::prose::Prose;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Place};
use crate::model::amount::Amount;
use crate::span::Span;

rule! {
    /// A figure typed in the body that is close to one of a table, but not equal to it.
    ///
    /// ## Why
    /// Text and table would give two figures for one thing; this is how totals went wrong in
    /// documents that were signed.
    ///
    /// Looked at: figures with a point between thousands, and percentages with decimals beside the
    /// columns of percentages.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   chi-tieu:
    ///     title: Giao chỉ tiêu
    ///     row_header: Đơn vị
    ///     columns: [{id: so, header: Số người}]
    ///     rows: {Phường 1: [8000], Phường 2: [10304]}
    ///     total: {label: Tổng cộng}
    /// body: "Giao 18.305 người tại {{ appendix(\"chi-tieu\") }}./."
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// targets:
    ///   chi-tieu:
    ///     title: Giao chỉ tiêu
    ///     row_header: Đơn vị
    ///     columns: [{id: so, header: Số người}]
    ///     rows: {Phường 1: [8000], Phường 2: [10304]}
    ///     total: {label: Tổng cộng}
    /// body: "Giao {{ chi_tieu.total.so }} người tại {{ appendix(\"chi-tieu\") }}./."
    /// ```
    ///
    /// ## Basis
    /// A figure is written once.
    ///
    /// ## Là gì
    /// Số gõ trong nội dung gần bằng nhưng không bằng một số của bảng.
    ///
    /// ## Vì sao
    /// Nội dung và bảng sẽ cho hai số về cùng một việc; nhiều văn bản đã ký bị sai tổng như vậy.
    ///
    /// Xét số có dấu chấm hàng nghìn, và tỷ lệ phần trăm có phần thập phân so với các cột tỷ lệ.
    ///
    /// ## Căn cứ
    /// Mỗi số chỉ ghi một lần.
    "D505" "near-figure" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let typed = typed(input.directive, input.sources);
    let percentages = exact_percentages(input);
    if typed.is_empty() && percentages.is_empty() {
        return;
    }
    let computed = computed(input);
    let all = Sorted::new(computed.iter());
    let totals = Sorted::new(computed.iter().filter(|figure| figure.is_total()));
    for typed in typed {
        if all.same(&typed.amount).is_some() {
            continue;
        }
        // On either side the nearest is near, if one is.
        let around = all.around(&typed.amount).chain(totals.around(&typed.amount));
        let near = around.filter(|figure| is_near(&typed, figure));
        tell(&typed.words, &typed.amount, typed.span, near, report);
    }
    let of_table = Sorted::new(computed.iter().filter(|figure| figure.is_percentage()));
    for (prose, typed) in percentages {
        let is_same = |figure: &Computed<'_>| figure.amount.round(typed.decimals) == typed.amount;
        if of_table.around(&typed.amount).any(is_same) {
            continue;
        }
        let near = of_table.around(&typed.amount).filter(|figure| {
            &(&figure.amount - &typed.amount).abs() * &Amount::from(2) <= Amount::from(1)
        });
        let words = &prose.text[typed.range.clone()];
        tell(words, &typed.amount, prose.span(typed.range), near, report);
    }
}

/// Percentages with decimals: without, they are seldom those of a table.
fn exact_percentages<'a>(input: &RuleInput<'a>) -> Vec<(&'a Prose, Percentage)> {
    let bodies = input.prose.iter().filter(|prose| prose.is_body());
    let all = bodies
        .flat_map(|prose| percentages(&prose.text).into_iter().map(move |typed| (prose, typed)));
    // `tăng 4,7%`: by how much something grew is no share of a table.
    let is_growth = |prose: &Prose, at: usize| {
        let before = prose.text[..at].trim_end().to_lowercase();
        ["tăng", "giảm", "tăng trưởng", "tăng thêm", "tăng khoảng", "giảm khoảng", "bình quân"]
            .iter()
            .any(|word| before.ends_with(word))
    };
    all.filter(|(prose, typed)| typed.decimals > 0 && !is_growth(prose, typed.range.start))
        .collect()
}

/// The nearest of the figures that are `near`, if there is one.
fn tell<'a, 'b: 'a>(
    words: &str,
    amount: &Amount,
    span: Span,
    near: impl Iterator<Item = &'a Computed<'b>>,
    report: &mut RuleReport<'_>,
) {
    let Some(nearest) = near.min_by_key(|figure| (&figure.amount - amount).abs()) else { return };
    let message = Message::new("near-figure")
        .with("figure", words)
        .with("computed", nearest.printed())
        .with("reference", nearest.reference());
    let finding = report.emit(span, message);
    let label = Some(Message::new("near-figure-place"));
    finding.related.push(Place { span: nearest.span(), label });
    finding.subject = Some(words.to_owned());
}

/// Off by one, or off a total by no more than half a percent.
fn is_near(typed: &Typed, figure: &Computed<'_>) -> bool {
    let difference = (&figure.amount - &typed.amount).abs();
    difference <= Amount::from(1)
        || figure.is_total() && &difference * &Amount::from(200) <= figure.amount.abs()
}
