//! `vanthu.yaml`: the settings of an office, as written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::raw::{Text, blank_is_empty};
use super::yaml;
use crate::diagnostic::Diagnostic;
use crate::source::{SourceId, Sources};

/// Languages of messages.
pub const LANGUAGES: [&str; 2] = ["vi", "en"];

/// Programs that set documents.
pub const ENGINES: [&str; 2] = ["embedded", "typst-cli"];

/// Page profiles.
pub const PROFILES: [&str; 2] = ["wide", "narrow"];

/// What an office has set.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Language of messages: `vi` or `en`.
    pub language: Option<Text>,
    /// `embedded` or `typst-cli`.
    pub engine: Option<Text>,
    /// Page profile: `wide` or `narrow` (R171).
    pub profile: Option<Text>,
    /// Whether drafts bear the mark `DỰ THẢO`.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub draft_mark: bool,
    /// The family documents are set in.
    pub font: Option<Text>,
    /// Folders with more fonts, relative to the project folder.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub font_paths: Vec<Text>,
}

/// Reads the settings in `source`; a file that says nothing sets nothing.
pub fn office(sources: &Sources, source: SourceId) -> Result<Office, Box<Diagnostic>> {
    let text = &sources.get(source).text;
    if yaml::is_blank(text) {
        return Ok(Office::default());
    }
    yaml::parse(text, source)
}
