//! D502

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::fonts::estimated_width;
use crate::model::measure::Measure;
use crate::model::profile::Field;
use crate::span::Span;

rule! {
    /// A run of characters without a space that no line can hold.
    ///
    /// ## Why
    /// It would run over the margin and off the paper.
    ///
    /// ## Bad
    /// ```yaml
    /// subject: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// subject: nghiêng nghiêng
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, I.3 (R8)
    ///
    /// ## Là gì
    /// Dãy ký tự dài mà không dòng nào chứa hết.
    ///
    /// ## Vì sao
    /// Nó sẽ in tràn ra lề hoặc đè lên cột bên cạnh.
    "D502" "unbreakable-word" Error => check
}

/// Widths are estimates: so much of a line, in hundredths, is sure to be enough.
const SURE: i64 = 98;

/// Bold capitals are wider than the others: O, G and H by an eighteenth part.
const SURE_IN_BOLD: i64 = 92;

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    let narrow: Vec<Span> = directive.column_texts().iter().map(|text| text.span).collect();
    let profile = directive.rules.profile(*input.context.profile);
    let line = ems(profile.text_width(), profile.get(Field::BodySize), SURE);
    // The number keeps its 13 pt whatever the size of the names is.
    let column = ems(profile.get(Field::HeaderLeft), Measure::whole(13), SURE_IN_BOLD);
    directive.texts(&mut |text, span| {
        let most = if narrow.contains(&span) { column } else { line };
        // No sign is wider than the type size, and none has more capitals than bytes.
        let longest = || text.as_bytes().split(|byte| *byte == b' ').map(<[u8]>::len).max();
        if text.len() * 1_000 <= most || longest().unwrap_or_default() * 1_000 <= most {
            return;
        }
        // A line may also break behind `/` and `-`.
        let words = text.split_whitespace().flat_map(|word| word.split_inclusive(['/', '-']));
        let long = words.filter(|word| word.len() * 1_000 > most);
        let widest = long.max_by_key(|word| width(word)).unwrap_or_default();
        if width(widest) > most {
            let message = Message::new("unbreakable-word")
                .with("word", widest)
                .with("length", widest.chars().count());
            report.emit(span, message);
        }
    });
}

/// Millimetres in thousandths of a type size in points, less what estimates may be wrong by.
fn ems(width: Measure, size: Measure, sure: i64) -> usize {
    // 72 points are 25.4 mm.
    let ems = width.parts() * 720 * 1_000 / 254 / size.parts();
    usize::try_from(ems * sure / 100).unwrap_or_default()
}

/// As printed in capitals, which is never narrower.
fn width(word: &str) -> usize {
    estimated_width(&word.to_uppercase())
}
