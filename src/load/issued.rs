//! The record of issued documents, as earlier programs wrote it.

use serde::Deserialize;

use super::spanned::{Entries, Text, Verbatim, blank_is_empty};
use super::yaml;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::digest::Digest;
use crate::model::issued::{Entry, Meaning, State};
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
    #[serde(default, deserialize_with = "blank_is_empty")]
    reasons: Vec<Text>,
}

/// Reads a record of the form that earlier programs wrote, `issued.yaml`: the path of each entry,
/// where it stands, and the entry, in the order of the file. A file that says nothing has no
/// entries; entries that cannot be used are findings.
pub fn issued(
    sources: &Sources,
    source: SourceId,
    report: &mut Report,
) -> Vec<(String, Span, Entry)> {
    let file = sources.get(source);
    let text = &file.text;
    let mut issued = Vec::new();
    if yaml::is_blank(text) {
        return issued;
    }
    let raw: Entries<RawEntry, Verbatim> = match yaml::parse(text, source).whole() {
        Ok(raw) => raw,
        Err(findings) => {
            findings.into_iter().for_each(|finding| _ = report.emit(finding));
            return issued;
        }
    };
    for (path, raw) in raw.0 {
        let span = Span::new(source, path.range.clone());
        match entry(&raw) {
            Ok(entry) => issued.push((path.value.0, span, entry)),
            Err(text) => {
                let message = Message::new("bad-record").with("value", &text.value);
                let message = message.with("file", &file.path);
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
