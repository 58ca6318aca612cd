//! What is said of the files of a document, in a directive or in the settings of an office.

use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::load::office::Office;
use crate::load::raw::{self, Pdf, Spanned, Text};
use crate::model::output::{Attach, OutputChoice};
use crate::model::standard::Standard;
use crate::nearest::{listed, suggestion};
use crate::span::{SourceId, Span};

/// The keys that say it, as written.
#[derive(Clone, Copy)]
pub struct OutputKeys<'a> {
    pdf: Option<&'a Spanned<Pdf>>,
    source_fingerprint: Option<bool>,
}

impl<'a> From<&'a raw::Directive> for OutputKeys<'a> {
    fn from(raw: &'a raw::Directive) -> Self {
        Self { pdf: raw.pdf.as_ref(), source_fingerprint: raw.source_fingerprint }
    }
}

impl<'a> From<&'a Office> for OutputKeys<'a> {
    fn from(office: &'a Office) -> Self {
        Self { pdf: office.pdf.as_ref(), source_fingerprint: Some(office.source_fingerprint) }
    }
}

/// What `keys` mean, or `None` when findings say what is wrong with them.
pub fn output(keys: OutputKeys<'_>, source: SourceId, report: &mut Report) -> Option<OutputChoice> {
    let fingerprint = keys.source_fingerprint;
    let Some(raw) = keys.pdf else {
        return Some(OutputChoice { fingerprint, ..OutputChoice::NONE });
    };
    let standards = Standard::ALL.map(|standard| (standard.name(), standard));
    let mut words = Words { source, report };
    let parts = match &raw.value {
        Pdf::Standard(word) => {
            let word = Text { value: word.clone(), range: raw.range.clone() };
            let standard = words.one("pdf", &word, &standards)?;
            let standard = Some((standard, words.span(&word)));
            return Some(OutputChoice { standard, attach: None, fingerprint });
        }
        Pdf::Parts(parts) => parts,
    };
    let standard = parts.standard.as_ref().map(|word| {
        let standard = words.one("pdf.standard", word, &standards)?;
        Some((standard, words.span(word)))
    });
    let attach = parts.attach.as_ref().map(|list| words.attach(list));
    let (standard, attach) = (super::flatten(standard)?, super::flatten(attach)?);
    Some(OutputChoice { standard, attach, fingerprint })
}

/// The finding for files that a PDF of `standard` cannot have inside.
#[must_use]
pub fn attach_standard(standard: Standard, span: Span) -> Diagnostic {
    let message = Message::new("attach-standard").with("standard", standard.name());
    let message = message.with("wanted", standard.with_files().name());
    Diagnostic::new(&codes::BAD_ATTACHMENT, message).at(span)
}

/// The findings go to `report`, the spans to `source`.
struct Words<'a> {
    source: SourceId,
    report: &'a mut Report,
}

impl Words<'_> {
    fn span(&self, word: &Text) -> Span {
        Span::new(self.source, word.range.clone())
    }

    /// What is to be inside, each once, and where the list is.
    fn attach(&mut self, list: &Spanned<Vec<Text>>) -> Option<(Vec<Attach>, Span)> {
        let words = &list.value;
        let found: Vec<Option<Attach>> =
            words.iter().map(|word| self.one("pdf.attach", word, &Attach::KNOWN)).collect();
        let mut found = found.into_iter().collect::<Option<Vec<Attach>>>()?;
        found.sort_unstable();
        found.dedup();
        let range = match (words.first(), words.last()) {
            (Some(first), Some(last)) => first.range.start..last.range.end,
            _ => list.range.clone(),
        };
        Some((found, Span::new(self.source, range)))
    }

    /// What a word of a closed list means.
    fn one<T: Copy>(&mut self, key: &str, word: &Text, known: &[(&str, T)]) -> Option<T> {
        let found = known.iter().find(|(known, _)| *known == word.value);
        if let Some((_, value)) = found {
            return Some(*value);
        }
        let known: Vec<&str> = known.iter().map(|(known, _)| *known).collect();
        let message = Message::new("bad-value").with("key", key).with("value", &word.value);
        let finding = Diagnostic::new(&codes::BAD_VALUE, message).at(self.span(word));
        let near = suggestion(&word.value, known.iter().copied());
        let help = Message::new("suggest-known").with("known", listed(known.iter().copied()));
        self.report.emit(if key == "pdf" { finding.help(help) } else { finding.suggest(near) });
        None
    }
}
