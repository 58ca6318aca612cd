//! What is found in many copies, told once.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Report};

/// Findings of the general document and of copies.
#[derive(Default)]
pub(crate) struct ToldOnce {
    findings: Vec<Diagnostic>,
    /// Where each finding is, by all that it says.
    places: BTreeMap<String, usize>,
}

impl ToldOnce {
    /// Takes what was found in the general document.
    pub(crate) fn general(&mut self, report: &Report) {
        for finding in report.findings() {
            self.places.entry(key(finding)).or_insert(self.findings.len());
            self.findings.push(finding.clone());
        }
    }

    /// Takes what was found in the copy for `name`.
    pub(crate) fn copy(&mut self, report: &Report, name: &str) {
        for finding in report.findings() {
            let key = key(finding);
            if let Some(place) = self.places.get(&key) {
                let known = &mut self.findings[*place].copies;
                // What has no names is of the general document.
                if known.last().is_some_and(|last| last != name) {
                    known.push(name.to_owned());
                }
                continue;
            }
            self.places.insert(key, self.findings.len());
            self.findings.push(Diagnostic { copies: vec![name.to_owned()], ..finding.clone() });
        }
    }

    /// All of them; what was found in each of `count` copies is said of the document.
    pub(crate) fn findings(mut self, count: usize) -> Vec<Diagnostic> {
        for finding in &mut self.findings {
            if count > 1 && finding.copies.len() == count {
                finding.copies.clear();
            }
        }
        self.findings
    }
}

fn key(finding: &Diagnostic) -> String {
    let Diagnostic { code, message, place, related, subject, .. } = finding;
    format!("{} {message:?} {place:?} {related:?} {subject:?}", code.id)
}
