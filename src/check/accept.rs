//! `accept`: a finding that the office knows of and answers for weighs as a warning.
//!
//! One line covers one thing (`at`) with one value (`found`). When either has changed it covers
//! nothing: what an officer answered for was that finding, not the next one at its place.

use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report, Severity};
use crate::model::directive::Accept;
use crate::model::text::Text;
use crate::nearest::{listed, suggestion};

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
            if is_meant(accept, finding) {
                is_idle = false;
                finding.accepted = Some(accept.why.value.clone());
                finding.severity = finding.severity.max(Severity::Warning);
            }
        }
        if is_idle {
            useless.push(idle(accept, report));
        }
    }
    for finding in useless {
        report.emit(finding);
    }
}

fn is_meant(accept: &Accept, finding: &Diagnostic) -> bool {
    finding.code.name == accept.rule.value
        && is(accept.at.as_ref(), finding.subject.as_ref())
        && is(accept.found.as_ref(), finding.found.as_ref())
}

fn is(written: Option<&Text>, found: Option<&String>) -> bool {
    written.map(|text| &text.value) == found
}

/// What an `accept` without a finding of its own has to say instead.
fn idle(accept: &Accept, report: &mut Report) -> Diagnostic {
    let rule = &accept.rule.value;
    let of_rule = || report.findings().iter().filter(|finding| finding.code.name == rule);
    let same = of_rule().find(|finding| is(accept.at.as_ref(), finding.subject.as_ref()));
    let subjects: Vec<&str> = of_rule().filter_map(|finding| finding.subject.as_deref()).collect();
    let (place, message) = if let Some(found) = same.and_then(|same| same.found.as_ref()) {
        let id = if accept.found.is_some() { "idle-accept-changed" } else { "idle-accept-unbound" };
        let old = accept.found.as_ref().map_or("", |text| text.value.as_str());
        (accept.found.as_ref(), Message::new(id).with("found", found).with("old", old))
    } else if let (None, [_, ..]) = (&accept.at, &subjects[..]) {
        let message = Message::new("idle-accept-wide");
        (None, message.with("subjects", listed(subjects.into_iter().take(MOST_LISTED))))
    } else {
        (accept.at.as_ref(), Message::new("idle-accept"))
    };
    let span = place.unwrap_or(&accept.rule).span;
    Diagnostic::new(&idle_accept::RULE.code, message.with("rule", rule)).at(span)
}

/// A longer list helps nobody.
const MOST_LISTED: usize = 5;

fn unknown_rule(accept: &Accept) -> Diagnostic {
    let message = Message::new("bad-accept").with("rule", &accept.rule.value);
    let names = RULES.iter().map(|rule| rule.code.name);
    Diagnostic::new(&codes::BAD_ACCEPT, message)
        .at(accept.rule.span)
        .suggest(suggestion(&accept.rule.value, names))
}
