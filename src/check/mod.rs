//! Rules over the model and its tables.

mod accept;
mod figures_in_text;
pub mod rule;
pub mod rules;

use crate::compute::Table;
use crate::diagnostic::Report;
use crate::fonts::Coverage;
use crate::model::Directive;
use crate::model::profile::Profile;
use rule::{RuleReport, Subject};

/// Runs every rule over `directive`, then lays its `accept` lines over the findings.
pub fn check(
    directive: &Directive,
    tables: &[Table],
    coverage: &Coverage,
    profile: &Profile,
    report: &mut Report,
) {
    let subject = Subject { directive, tables, coverage, profile };
    for rule in rules::RULES {
        (rule.check)(&subject, &mut RuleReport { rule, report });
    }
    accept::apply(&directive.accepts, report);
}
