//! The record of issued documents.

use serde::Deserialize;

use super::raw::{Entries, Text, Verbatim};
use super::yaml;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::digest::Digest;
use crate::model::issued::{Entry, Meaning, Record, State};
use crate::source::Sources;
use crate::span::{SourceId, Span};

/// One entry, as it stands in the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEntry {
    document: Text,
    date: Text,
    state: Text,
    meaning: Text,
    source: Text,
    pdf: Option<Text>,
    program: Text,
    #[serde(default)]
    reasons: Vec<Text>,
}

/// A record, and where the path of each of its entries stands.
#[derive(Debug, Clone, Default)]
pub struct Issued {
    /// The entries.
    pub record: Record,
    /// The places of their paths, in the order of the file.
    pub paths: Vec<(String, Span)>,
}

/// Reads the record in `source`; a file that says nothing has no entries. Entries that cannot be
/// used are findings.
pub fn issued(sources: &Sources, source: SourceId, report: &mut Report) -> Issued {
    let text = &sources.get(source).text;
    let mut issued = Issued::default();
    if yaml::is_blank(text) {
        return issued;
    }
    let raw: Entries<RawEntry, Verbatim> = match yaml::parse(text, source) {
        Ok(raw) => raw,
        Err(finding) => {
            report.emit(*finding);
            return issued;
        }
    };
    for (path, raw) in raw.0 {
        let span = Span::new(source, path.range.clone());
        match entry(&raw) {
            Ok(entry) => {
                issued.record.insert(path.value.0.clone(), entry);
                issued.paths.push((path.value.0, span));
            }
            Err(text) => {
                let message = Message::new("bad-record").with("value", &text.value);
                let at = Span::new(source, text.range.clone());
                report.emit(Diagnostic::new(&codes::BAD_RECORD, message).at(at));
            }
        }
    }
    issued
}

/// The entry, or what of it cannot be read.
fn entry(raw: &RawEntry) -> Result<Entry, &Text> {
    let state = State::KNOWN.iter().find(|(name, _)| *name == raw.state.value);
    // What a newer program has recorded cannot be compared with what this one finds.
    let meaning = raw.meaning.value.parse().ok().filter(|it: &Meaning| it.is_comparable());
    let digest = |text: &Text| text.value.parse::<Digest>().ok();
    Ok(Entry {
        document: raw.document.value.clone(),
        date: raw.date.value.clone(),
        state: state.ok_or(&raw.state)?.1,
        meaning: meaning.ok_or(&raw.meaning)?,
        source: digest(&raw.source).ok_or(&raw.source)?,
        pdf: raw.pdf.as_ref().map(|text| digest(text).ok_or(text)).transpose()?,
        program: raw.program.value.clone(),
        reasons: raw.reasons.iter().map(|reason| reason.value.clone()).collect(),
    })
}
