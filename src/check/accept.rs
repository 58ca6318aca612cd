//! `accept`: a finding that the office knows of and answers for weighs as a warning.

use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report, Severity};
use crate::model::directive::Accept;
use crate::nearest::suggestion;

use super::rules::{RULES, idle_accept};

/// Marks what is accepted; an `accept` of nothing is itself a finding.
pub(super) fn apply(accepts: &[Accept], report: &mut Report) {
    // Said at the end, for they are nothing to be accepted.
    let mut useless = Vec::new();
    for accept in accepts {
        if !RULES.iter().any(|rule| rule.code.name == accept.rule.value) {
            useless.push(unknown_rule(accept));
            continue;
        }
        let mut is_idle = true;
        for finding in report.findings_mut() {
            let is_meant = finding.code.name == accept.rule.value
                && accept.at.as_ref().is_none_or(|at| finding.subject.as_ref() == Some(&at.value));
            if is_meant {
                is_idle = false;
                finding.accepted = Some(accept.why.value.clone());
                finding.severity = finding.severity.max(Severity::Warning);
            }
        }
        if is_idle {
            useless.push(idle(accept));
        }
    }
    for finding in useless {
        report.emit(finding);
    }
}

fn idle(accept: &Accept) -> Diagnostic {
    let place = accept.at.as_ref().unwrap_or(&accept.rule);
    let message = Message::new("idle-accept").with("rule", &accept.rule.value);
    Diagnostic::new(&idle_accept::RULE.code, message).at(place.span)
}

fn unknown_rule(accept: &Accept) -> Diagnostic {
    let message = Message::new("bad-accept").with("rule", &accept.rule.value);
    let names = RULES.iter().map(|rule| rule.code.name);
    Diagnostic::new(&codes::BAD_ACCEPT, message)
        .at(accept.rule.span)
        .suggest(suggestion(&accept.rule.value, names))
}
