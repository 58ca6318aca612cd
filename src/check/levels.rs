//! How much rules weigh in an office: `rules` of `vanthu.yaml`.

use std::collections::BTreeMap;

use super::rules::RULES;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report, Severity};
use crate::load::raw::{Entries, Text};
use crate::nearest::{listed, suggestion};
use crate::span::{SourceId, Span};

/// What an office makes of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Says nothing.
    Allow,
    /// A warning.
    Warn,
    /// An error.
    Deny,
}

/// What `vanthu.yaml` says, and what it means.
pub const LEVELS: [(&str, Level); 3] =
    [("allow", Level::Allow), ("warn", Level::Warn), ("deny", Level::Deny)];

/// Rules whose weight an office has set, by their names.
#[derive(Debug, Clone, Default)]
pub struct Levels(BTreeMap<&'static str, Level>);

impl Levels {
    /// Every rule weighs what it weighs.
    #[must_use]
    pub const fn none() -> Self {
        Self(BTreeMap::new())
    }

    /// The levels that `entries` of the file `source` set, or what is wrong in them.
    pub fn new(entries: &Entries<Text>, source: SourceId) -> Result<Self, Vec<Diagnostic>> {
        let mut levels = BTreeMap::new();
        let mut findings = Vec::new();
        for (name, word) in &entries.0 {
            let span = |text: &Text| Span::new(source, text.range.clone());
            let Some(rule) = RULES.iter().find(|rule| rule.code.name == name.value) else {
                let message = Message::new("bad-accept").with("rule", &name.value);
                let names = RULES.iter().map(|rule| rule.code.name);
                let finding = Diagnostic::new(&codes::BAD_ACCEPT, message).at(span(name));
                findings.push(finding.suggest(suggestion(&name.value, names)));
                continue;
            };
            let Some(level) = level_named(&word.value) else {
                let message =
                    Message::new("bad-value").with("key", &name.value).with("value", &word.value);
                let known = listed(LEVELS.map(|(word, _)| word));
                let help = Message::new("suggest-known").with("known", known);
                findings
                    .push(Diagnostic::new(&codes::BAD_VALUE, message).at(span(word)).help(help));
                continue;
            };
            // What the decree forbids, an office cannot allow for all its documents in silence.
            if rule.code.severity == Severity::Error && level != Level::Deny {
                let message = Message::new("level-of-error").with("rule", &name.value);
                findings.push(Diagnostic::new(&codes::BAD_VALUE, message).at(span(word)));
                continue;
            }
            levels.insert(rule.code.name, level);
        }
        if findings.is_empty() { Ok(Self(levels)) } else { Err(findings) }
    }

    /// Lays them over the findings; what is accepted stays as it is.
    pub(super) fn apply(&self, report: &mut Report) {
        if self.0.is_empty() {
            return;
        }
        let level = |finding: &Diagnostic| self.0.get(finding.code.name).copied();
        let findings = report.findings_mut();
        findings.retain(|finding| level(finding) != Some(Level::Allow));
        for finding in findings.iter_mut().filter(|finding| finding.accepted.is_none()) {
            match level(finding) {
                Some(Level::Deny) => finding.severity = Severity::Error,
                Some(Level::Warn) => finding.severity = finding.severity.min(Severity::Warning),
                Some(Level::Allow) | None => {}
            }
        }
    }
}

fn level_named(word: &str) -> Option<Level> {
    LEVELS.iter().find(|(known, _)| *known == word).map(|(_, level)| *level)
}
