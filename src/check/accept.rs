//! `accept`: a finding that the office knows of and answers for weighs as a warning.
//!
//! One line covers one thing (`at`) with one value (`found`), which the author wrote: a declared
//! figure, a sum. When either has changed it covers nothing: what an officer answered for was that
//! finding, not the next one at its place. What the program computes does not belong to it, so that
//! another target needs no other `accept`.

use crate::codes;
use crate::diagnostic::{Diagnostic, Edit, Message, Report, Severity};
use crate::model::directive::Accept;
use crate::model::text::Text;
use crate::nearest::{listed, suggestion};
use crate::scalar;

use super::rules::{RULES, idle_accept};

/// Marks what is accepted; an `accept` of nothing is itself a finding where all rules ran.
pub(super) fn apply(accepts: &[Accept], all_rules_ran: bool, report: &mut Report) {
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
        if is_idle && all_rules_ran {
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
        && is_found(accept.found.as_ref(), finding)
}

/// Whether `written` is the value that the finding is about. A line may add what was computed when
/// it was written (`66.689 / 66.688`), or name a value where none is wanted.
fn is_found(written: Option<&Text>, finding: &Diagnostic) -> bool {
    finding.found.is_none() || written.map(value) == finding.found.as_deref()
}

/// The value that `found` names, without what was computed.
fn value(found: &Text) -> &str {
    found.value.split(" / ").next().unwrap_or_default().trim()
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
        let old = accept.found.as_ref().map_or("", value);
        let message = Message::new(id).with("found", found).with("old", old);
        (accept.found.as_ref(), message.with("written", scalar::written(found)))
    } else if let (None, [_, ..]) = (&accept.at, &subjects[..]) {
        let message = Message::new("idle-accept-wide");
        (None, message.with("subjects", listed(subjects)))
    } else {
        (accept.at.as_ref(), Message::new("idle-accept"))
    };
    let span = place.unwrap_or(&accept.rule).span;
    let finding = Diagnostic::new(&idle_accept::RULE.code, message.with("rule", rule)).at(span);
    // What a person accepts is the reason; that the value is another one is shown to them.
    let found = same.and_then(|same| same.found.clone());
    match accept.found.as_ref().zip(found) {
        Some((written, found)) => {
            finding.edit(Edit::announced(written.span, scalar::written(&found)))
        }
        None => finding,
    }
}

fn unknown_rule(accept: &Accept) -> Diagnostic {
    let message = Message::new("bad-accept").with("rule", &accept.rule.value);
    let names = RULES.iter().map(|rule| rule.code.name);
    Diagnostic::new(&codes::BAD_ACCEPT, message)
        .at(accept.rule.span)
        .suggest(suggestion(&accept.rule.value, names))
}
