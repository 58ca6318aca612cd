//! D503

use crate::check::rule::{RuleReport, Subject, rule};

rule! {
    /// An `accept` that accepts nothing.
    ///
    /// ## Why
    /// It was written for a mistake that has since been mended; left there, it would cover the
    /// next one unseen.
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
    "D503" "idle-accept" Warning => check
}

/// Which accepts are idle is seen when they are laid over the findings, in `check::accept`.
fn check(_subject: &Subject<'_>, _report: &mut RuleReport<'_>) {}
