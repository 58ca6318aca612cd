//! One entry as a line of a file.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::model::issued::{Entry, State};

/// One entry as a line has it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line<'a> {
    #[serde(borrow)]
    pub(super) path: Cow<'a, str>,
    #[serde(borrow)]
    document: Cow<'a, str>,
    #[serde(borrow)]
    date: Cow<'a, str>,
    #[serde(borrow)]
    state: Cow<'a, str>,
    #[serde(borrow)]
    meaning: Cow<'a, str>,
    source: Digest,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pdf: Option<Digest>,
    #[serde(borrow)]
    program: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    reasons: Vec<String>,
}

impl<'a> Line<'a> {
    /// The entry of a line, when all of it can be used.
    pub(super) fn read(line: &'a str) -> Option<Self> {
        let line: Self = serde_json::from_str(line).ok()?;
        line.state()?;
        let meaning: crate::model::issued::Meaning = line.meaning.parse().ok()?;
        // What a newer program has recorded cannot be compared with what this one finds.
        meaning.is_comparable().then_some(line)
    }

    fn state(&self) -> Option<State> {
        State::KNOWN.iter().find(|(name, _)| *name == self.state).map(|(_, state)| *state)
    }

    pub(super) fn entry(self) -> Option<Entry> {
        Some(Entry {
            state: self.state()?,
            meaning: self.meaning.parse().ok()?,
            document: self.document.into_owned(),
            date: self.date.into_owned(),
            source: self.source,
            pdf: self.pdf,
            program: self.program.into_owned(),
            reasons: self.reasons,
        })
    }
}

/// The line that holds `entry` of the directive at `path`, without its end.
///
/// # Panics
///
/// Never: texts have a form in JSON.
#[must_use]
pub fn line(path: &str, entry: &Entry) -> String {
    let line = Line {
        path: path.into(),
        document: (&*entry.document).into(),
        date: (&*entry.date).into(),
        state: entry.state.name().into(),
        meaning: entry.meaning.to_string().into(),
        source: entry.source,
        pdf: entry.pdf,
        program: (&*entry.program).into(),
        reasons: entry.reasons.clone(),
    };
    serde_json::to_string(&line).expect("texts have a form in JSON")
}

/// Path and entry of a line, when all of it can be used.
#[must_use]
pub fn read_line(line: &str) -> Option<(String, Entry)> {
    let line = Line::read(line)?;
    Some((line.path.clone().into_owned(), line.entry()?))
}
