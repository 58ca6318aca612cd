//! D587

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::compute::Value;
use crate::diagnostic::Message;
use crate::model::reference::Referent;

rule! {
    /// A `{{ … }}` in a sentence whose cell holds no figure.
    ///
    /// ## Why
    /// A blank cell is printed as nothing: `Xã B có  người`. A dash or a cross in a sentence says
    /// as little.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   t:
    ///     row_header: Xã
    ///     columns: [{id: n, header: Số hộ}]
    ///     rows: {Xã A: [12], Xã B: [~]}
    /// body: |
    ///   Xã B có {{ t["Xã B"].n }} hộ:
    ///
    ///   {{ table("t") }}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// targets:
    ///   t:
    ///     row_header: Xã
    ///     columns: [{id: n, header: Số hộ}]
    ///     rows: {Xã A: [12], Xã B: [~]}
    /// body: |
    ///   Xã A có {{ t["Xã A"].n }} hộ:
    ///
    ///   {{ table("t") }}
    /// ```
    ///
    /// ## Basis
    /// A sentence with a hole says nothing.
    ///
    /// ## Là gì
    /// `{{ … }}` trong câu chỉ đến một ô không có số.
    ///
    /// ## Vì sao
    /// Ô trống in ra không có gì: `Xã B có  người`.
    ///
    /// ## Căn cứ
    /// Câu thiếu số thì không nói lên điều gì.
    "D587" "blank-in-text" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    input.directive.references(|reference| {
        let Referent::Figure(figure) = reference.to else { return };
        let is_missing =
            matches!(input.tables.cell(figure.cell).value, Value::Blank | Value::Mark(_));
        if !is_missing {
            return;
        }
        let name = figure.cell.path(input.directive);
        report.emit(reference.span, Message::new("blank-in-text").with("name", name));
    });
}
