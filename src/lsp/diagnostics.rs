//! Findings as diagnostics of the protocol.

use std::collections::BTreeMap;

use gen_lsp_types::{
    Code, Diagnostic as LspDiagnostic, DiagnosticRelatedInformation, DiagnosticSeverity,
    Message as LspMessage, Range as LspRange,
};

use super::places::Places;
use super::position::Lines;
use crate::diagnostic::{Diagnostic, Severity};
use crate::messages::Catalog;
use crate::messages::finding;
use crate::source::{Source, Sources};
use crate::span::SourceId;

/// Diagnostics, by the path of the file in the project.
pub(super) type ByFile = BTreeMap<String, Vec<LspDiagnostic>>;

/// The diagnostics for `findings`, which are about the text `source`. Accepted ones are left out.
pub(super) fn diagnostics<'f>(
    findings: impl IntoIterator<Item = &'f Diagnostic>,
    source: SourceId,
    sources: &Sources,
    places: &Places<'_>,
    catalog: &Catalog,
) -> ByFile {
    let mut by_file = ByFile::new();
    for finding in findings.into_iter().filter(|finding| finding.accepted.is_none()) {
        let (name, range) = place(finding, source, sources);
        let diagnostic = diagnostic(finding, range, sources, places, catalog);
        by_file.entry(name).or_default().push(diagnostic);
    }
    by_file
}

/// The file and the place in it that a finding is shown at.
pub(super) fn place(
    finding: &Diagnostic,
    source: SourceId,
    sources: &Sources,
) -> (String, LspRange) {
    let own = sources.get(source);
    let Some(place) = &finding.place else {
        return (own.path.clone(), Lines::of(own).range(&(0..0)));
    };
    let other = sources.get(place.span.source);
    if other.sheet().is_some() {
        return (own.path.clone(), named_in(own, other));
    }
    let range = Lines::of(other).range(&other.whole(place.span.range()));
    (other.path.clone(), range)
}

/// Where a directive names a workbook, which an editor of texts does not show.
fn named_in(own: &Source, workbook: &Source) -> LspRange {
    let name = workbook.path.rsplit('/').next().unwrap_or_default();
    let start = own.text.find(name).filter(|_| !name.is_empty());
    let range = start.map_or(0..0, |start| start..start + name.len());
    Lines::of(own).range(&range)
}

fn diagnostic(
    finding: &Diagnostic,
    range: LspRange,
    sources: &Sources,
    places: &Places<'_>,
    catalog: &Catalog,
) -> LspDiagnostic {
    let message = finding::message(finding, sources, catalog);
    let message = match catalog.help(finding) {
        Some(help) => format!("{message}\n{help}"),
        None => message,
    };
    let related = finding.related.iter().filter_map(|related| {
        Some(DiagnosticRelatedInformation {
            location: places.location(related.span, sources),
            message: catalog.say(related.label.as_ref()?),
        })
    });
    let related: Vec<_> = related.collect();
    LspDiagnostic {
        range,
        severity: Some(match finding.severity {
            Severity::Error => DiagnosticSeverity::Error,
            Severity::Warning => DiagnosticSeverity::Warning,
            Severity::Info => DiagnosticSeverity::Information,
        }),
        code: Some(Code::String(finding.code.id.to_owned())),
        source: Some("vanthu".to_owned()),
        message: LspMessage::String(message),
        related_information: (!related.is_empty()).then_some(related),
        ..LspDiagnostic::default()
    }
}
