//! All findings of a run as one SARIF log (OASIS, version 2.1.0).

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::Language;
use super::documentation;
use super::finding::Finding;
use crate::check::rules::RULES;
use crate::visible;

/// What a path may hold in a URI without being written otherwise.
const PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What a run has come to so far.
#[derive(Debug, Default)]
pub(crate) struct Log {
    pub(crate) findings: Vec<Finding>,
    /// Why the program, or what surrounds it, failed.
    pub(crate) failures: Vec<String>,
}

impl Log {
    /// The log, in the words of `language`.
    pub(crate) fn text(&self, language: Language) -> String {
        let names: BTreeMap<&str, &str> = self
            .findings
            .iter()
            .map(|finding| (finding.code.as_str(), finding.name.as_str()))
            .collect();
        let index: BTreeMap<&str, usize> =
            names.keys().enumerate().map(|(index, code)| (*code, index)).collect();
        let rules: Vec<Value> =
            names.iter().map(|(code, name)| rule(code, name, language)).collect();
        let results: Vec<Value> = self
            .findings
            .iter()
            .map(|finding| result(finding, index[finding.code.as_str()]))
            .collect();
        let notes: Vec<Value> = self
            .failures
            .iter()
            .map(|failure| json!({"level": "error", "message": {"text": failure}}))
            .collect();
        let log = json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": {"driver": {
                    "name": "vanthu",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "language": language.name(),
                    "rules": rules,
                }},
                "invocations": [{
                    "executionSuccessful": self.failures.is_empty(),
                    "toolExecutionNotifications": notes,
                }],
                "columnKind": "unicodeCodePoints",
                "results": results,
            }],
        });
        visible::json(format!("{log:#}"))
    }
}

fn rule(code: &str, name: &str, language: Language) -> Value {
    let rule = RULES.iter().find(|rule| rule.code.id == code);
    let Some(rule) = rule else { return json!({"id": code, "name": name}) };
    let what = match language {
        Language::En => documentation::section(rule, ""),
        Language::Vi => documentation::section(rule, "Là gì"),
    };
    json!({
        "id": code,
        "name": name,
        "shortDescription": {"text": what},
        "help": {"text": documentation::of(rule, language, "#")},
        "defaultConfiguration": {"level": level(rule.code.severity.name())},
    })
}

fn result(finding: &Finding, rule: usize) -> Value {
    let help = finding.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
    let related: Vec<Value> = finding
        .related
        .iter()
        .map(|place| {
            let region = json!({"startLine": place.line, "startColumn": place.column});
            let mut location = location(&place.file, &region);
            if let Some(message) = &place.message {
                location["message"] = json!({"text": message});
            }
            location
        })
        .collect();
    let region = json!({
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    });
    let mut result = json!({
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": level(&finding.severity),
        "message": {"text": format!("{}{help}", finding.message)},
        "locations": [location(&finding.file, &region)],
    });
    if !related.is_empty() {
        result["relatedLocations"] = json!(related);
    }
    if !finding.edits.is_empty() {
        result["fixes"] = json!([fix(finding)]);
    }
    if finding.accepted {
        result["suppressions"] = json!([{"kind": "inSource"}]);
    }
    result
}

/// All edits of a finding are one fix, gathered by file.
fn fix(finding: &Finding) -> Value {
    let mut by_file: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for edit in &finding.edits {
        let region = json!({
            "startLine": edit.line,
            "startColumn": edit.column,
            "endLine": edit.end_line,
            "endColumn": edit.end_column,
        });
        by_file.entry(&edit.file).or_default().push(json!({
            "deletedRegion": region,
            "insertedContent": {"text": edit.replacement},
        }));
    }
    let changes: Vec<Value> = by_file
        .into_iter()
        .map(|(file, replacements)| {
            json!({"artifactLocation": artifact(file), "replacements": replacements})
        })
        .collect();
    let text = finding.help.as_deref().unwrap_or(&finding.message);
    json!({"description": {"text": text}, "artifactChanges": changes})
}

fn location(file: &str, region: &Value) -> Value {
    json!({"physicalLocation": {"artifactLocation": artifact(file), "region": region}})
}

fn artifact(file: &str) -> Value {
    let uri = utf8_percent_encode(file, PATH).to_string();
    json!({"uri": uri, "uriBaseId": "%SRCROOT%"})
}

fn level(severity: &str) -> &'static str {
    match severity {
        "error" => "error",
        "warning" => "warning",
        _ => "note",
    }
}
