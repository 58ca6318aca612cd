//! D503

use crate::check::rule::{RuleInput, RuleReport, rule};

rule! {
    /// An `accept` that accepts nothing, or not what it was written for.
    ///
    /// ## Why
    /// It was written for a mistake that has since been mended, or for figures that have changed;
    /// left there, it would cover the next one unseen.
    ///
    /// ## Bad
    /// ```yaml
    /// accept:
    ///   - {rule: declared-total, why: theo bản đã ký}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// accept: []
    /// ```
    ///
    /// ## Basis
    /// The figures of a document are the office's own word.
    ///
    /// ## Là gì
    /// Dòng `accept` không chấp nhận điều gì, hoặc đã chấp nhận một điều nay khác đi.
    ///
    /// ## Vì sao
    /// Nó được viết cho một chỗ sai đã sửa, hoặc cho những con số nay đã khác; để lại thì nó che
    /// chỗ sai tiếp theo.
    ///
    /// ## Căn cứ
    /// Mỗi chỗ khác biệt do cơ quan tự chịu trách nhiệm.
    "D503" "idle-accept" Warning => check
}

/// Which accepts are idle is seen when they are laid over the findings, in `check::accept`.
fn check(_subject: &RuleInput<'_>, _report: &mut RuleReport<'_>) {}
