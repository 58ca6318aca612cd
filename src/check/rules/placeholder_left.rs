//! D508

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::appended::Appended;
use crate::model::block::Inline;
use crate::model::directive::Status;
use crate::span::Span;

rule! {
    /// A blank or a note of the drafter that is still in an issued document.
    ///
    /// ## Why
    /// `số …/KH-UBND`, `xxx`, `TODO` wait for something; once the document is signed nobody fills
    /// them in.
    ///
    /// ## Bad
    /// ```yaml
    /// status: issued
    /// issuer: {name: Ủy ban nhân dân xã Nam Sách}
    /// number: 12
    /// place: Nam Sách
    /// date: 2026-03-05
    /// signatory: {authority: [TM. Ủy ban nhân dân], title: Chủ tịch, name: Nguyễn Văn A}
    /// body: Theo Kế hoạch số …/KH-UBND, đề nghị các xã rà soát xxx hộ./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// status: issued
    /// issuer: {name: Ủy ban nhân dân xã Nam Sách}
    /// number: 13
    /// place: Nam Sách
    /// date: 2026-03-05
    /// signatory: {authority: [TM. Ủy ban nhân dân], title: Chủ tịch, name: Nguyễn Văn A}
    /// body: Đề nghị các xã rà soát hộ nghèo, cận nghèo./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Điều 15 (R105)
    ///
    /// ## Là gì
    /// Văn bản đã ban hành còn chỗ để trống hoặc ghi chú của người soạn.
    ///
    /// ## Vì sao
    /// `số …/KH-UBND`, `xxx`, `TODO` là chỗ chờ điền; ký rồi thì không ai điền nữa.
    "D508" "placeholder-left" Error => check
}

/// Dots where a number, a day or a name should be, and the words drafters leave; an enumeration
/// that goes on (`thu nhập, …`) is none.
static LEFT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:số|ngày|tháng|năm) ?(?:…|\.{3})|(?:…|\.{3}) ?/[A-ZĐ]|…{2,}|\.{4,}|\[(?:…|\.{3})\]|_{3,}|[xX]{3,}|\bxx\b|TODO|FIXME|\?{2,}",
    )
    .expect("its fixture is tested")
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    if input.directive.status == Status::Draft {
        return;
    }
    // A form is filled in by hand.
    let forms = input.directive.targets.iter().filter(|target| target.is_form);
    let of_forms: BTreeSet<&str> = forms
        .flat_map(|form| form.texts().into_iter().chain(form.cell_texts()))
        .map(|text| text.value.as_str())
        .collect();
    let is_of_form = |prose: &Prose| {
        matches!(prose.part, Part::Table | Part::Cell) && of_forms.contains(prose.text.as_str())
    };
    let forms = text_forms(input);
    for prose in input.prose.iter().filter(|prose| !is_of_form(prose)) {
        let start = prose.span(0..0);
        let is_in_form = forms.iter().any(|form| {
            form.source == start.source && (form.start..=form.end).contains(&start.start)
        });
        for found in LEFT.find_iter(&prose.text) {
            if (is_in_form || input.directive.is_form) && is_blank(found.as_str()) {
                continue;
            }
            let before = prose.text[..found.start()].chars().next_back();
            let after = prose.text[found.end()..].chars().next();
            let is_letters = found.as_str().starts_with(char::is_alphabetic);
            // `xxx` within a Roman numeral or a word is part of it.
            if is_letters && before.is_some_and(char::is_alphanumeric)
                || found.as_str().ends_with(['x', 'X', 'O', 'E'])
                    && after.is_some_and(char::is_alphanumeric)
                || is_roman(found.as_str())
            {
                continue;
            }
            let message = Message::new("placeholder-left").with("found", found.as_str());
            report.emit(prose.span(found.range()), message).subject =
                Some(found.as_str().to_owned());
        }
    }
}

/// A blank to be filled in by hand, not a word that a drafter left.
fn is_blank(found: &str) -> bool {
    found.contains(['…', '.', '_']) && !found.starts_with('[')
}

/// The appendices of text that are forms: several blanks, or nobody's name where somebody signs.
fn text_forms(input: &RuleInput<'_>) -> Vec<Span> {
    let form = |appended: &Appended| {
        let (mut places, mut blanks) = (Vec::new(), 0);
        for block in &appended.body {
            block.walk(&mut |inline| {
                if let Inline::Text { text, span } = inline {
                    places.push(*span);
                    blanks += LEFT.find_iter(text).filter(|it| is_blank(it.as_str())).count();
                }
            });
        }
        let is_unsigned = appended.signatories.iter().any(|signatory| signatory.name.is_none());
        let first = places.iter().min_by_key(|span| span.start)?;
        let end = places.iter().map(|span| span.end).max()?;
        (blanks > 1 || is_unsigned).then_some(Span { end, ..*first })
    };
    input.directive.appended.iter().filter_map(form).collect()
}

fn is_roman(found: &str) -> bool {
    found == "XXX"
}
