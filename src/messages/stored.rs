//! Findings as they are kept and sent: code, arguments and places, and the lines around them.

use serde::{Deserialize, Serialize};

use crate::check::rules::RULES;
use crate::codes;
use crate::diagnostic::{Code, Diagnostic, Edit, Message, Place, Severity};
use crate::source::{Excerpt, Sources};
use crate::span::{SourceId, Span};

/// A finding with all that is needed to print it, in any language and format, at any time.
///
/// Workers send these, and the state of a build and the cached catalog hold them. The stages of the
/// pipeline make [`Diagnostic`]s; who prints gets a [`Diagnostic`] back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredFinding {
    code: String,
    severity: Severity,
    message: Message,
    place: Option<Place>,
    related: Vec<Place>,
    help: Option<Message>,
    edits: Vec<Edit>,
    accepted: Option<String>,
    /// The recipients of the copies it was found in.
    #[serde(default)]
    copies: Vec<String>,
    /// What the places are in: a place in the first one has the id 0.
    excerpts: Vec<Excerpt>,
}

impl StoredFinding {
    /// `finding`, whose places are in `sources`.
    #[must_use]
    pub fn of(finding: &Diagnostic, sources: &Sources) -> Self {
        let mut stored = Self {
            code: finding.code.id.to_owned(),
            severity: finding.severity,
            message: finding.message.clone(),
            place: finding.place.clone(),
            related: finding.related.clone(),
            help: finding.help.clone(),
            edits: finding.edits.clone(),
            accepted: finding.accepted.clone(),
            copies: finding.copies.clone(),
            excerpts: Vec::new(),
        };
        stored.excerpts = excerpts(stored.spans(), sources);
        if stored.excerpts.is_empty() {
            // What has no place is about the first source as a whole.
            stored.excerpts.extend(sources.excerpt_of_first());
        }
        stored
    }

    /// The finding, and the sources its places are in; nothing when no finding has this code any
    /// longer.
    #[must_use]
    pub fn restore(&self) -> Option<(Diagnostic, Sources)> {
        let mut finding = Diagnostic::new(code(&self.code)?, self.message.clone());
        finding.severity = self.severity;
        finding.place.clone_from(&self.place);
        finding.related.clone_from(&self.related);
        finding.help.clone_from(&self.help);
        finding.edits.clone_from(&self.edits);
        finding.accepted.clone_from(&self.accepted);
        finding.copies.clone_from(&self.copies);
        Some((finding, Sources::of_excerpts(&self.excerpts)))
    }

    /// Its code, such as `D034`.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Its weight.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The same, found in the copy for `name`.
    #[must_use]
    pub(crate) fn in_copy(self, name: &str) -> Self {
        Self { copies: vec![name.to_owned()], ..self }
    }

    fn spans(&mut self) -> Vec<&mut Span> {
        let places = self.place.iter_mut().chain(&mut self.related).map(|place| &mut place.span);
        places.chain(self.edits.iter_mut().map(|edit| &mut edit.span)).collect()
    }
}

/// The findings of a document and of `count` copies of it, each told once. What is found in all
/// copies, or in the document itself, is said of the document.
#[must_use]
pub(crate) fn told_once(
    general: Vec<StoredFinding>,
    copies: impl Iterator<Item = StoredFinding>,
    count: usize,
) -> Vec<StoredFinding> {
    let mut told = general;
    for finding in copies {
        let is_same = |known: &&mut StoredFinding| {
            known.code == finding.code
                && known.message == finding.message
                && known.place == finding.place
                && known.excerpts == finding.excerpts
        };
        match told.iter_mut().find(is_same) {
            Some(known) if known.copies.is_empty() => {}
            Some(known) => known.copies.extend(finding.copies),
            None => told.push(finding),
        }
    }
    for finding in &mut told {
        finding.copies.dedup();
        if count > 1 && finding.copies.len() == count {
            finding.copies.clear();
        }
    }
    told
}

/// The lines around `spans`, one excerpt for each source; the spans become places in these.
fn excerpts(mut spans: Vec<&mut Span>, sources: &Sources) -> Vec<Excerpt> {
    let mut ids: Vec<SourceId> = Vec::new();
    for span in &spans {
        if !ids.contains(&span.source) {
            ids.push(span.source);
        }
    }
    let mut excerpts = Vec::new();
    for (index, id) in (0..).zip(ids) {
        let own = || spans.iter().enumerate().filter(|(_, span)| span.source == id);
        let places: Vec<usize> = own().map(|(place, _)| place).collect();
        let ranges: Vec<_> = own().map(|(_, span)| span.range()).collect();
        let (excerpt, moved) = sources.get(id).excerpt(&ranges);
        excerpts.push((SourceId::own(index), places, moved, excerpt));
    }
    // Only now: an id of an excerpt may be that of another source.
    let mut found = Vec::new();
    for (id, places, moved, excerpt) in excerpts {
        for (place, range) in places.into_iter().zip(moved) {
            *spans[place] = Span::new(id, range);
        }
        found.push(excerpt);
    }
    found
}

fn code(id: &str) -> Option<&'static Code> {
    let of_rules = RULES.iter().map(|rule| &rule.code);
    codes::ALL.iter().copied().chain(of_rules).find(|code| code.id == id)
}
