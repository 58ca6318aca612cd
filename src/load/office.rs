//! `vanthu.yaml`: the settings of an office, as written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::raw::Pdf;
use super::spanned::{Entries, Spanned, Text, Verbatim, blank_is_empty};
use super::yaml;
use crate::diagnostic::Diagnostic;
use crate::source::Sources;
use crate::span::SourceId;

/// Languages of messages.
pub const LANGUAGES: [&str; 2] = ["vi", "en"];

/// Programs that set documents.
pub const ENGINES: [&str; 2] = ["embedded", "typst-cli"];

/// What an office has set.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Language of messages: `vi` or `en`.
    pub language: Option<Text>,
    /// `embedded` or `typst-cli`.
    pub engine: Option<Text>,
    /// Page profile: `wide`, `narrow` (R171) or one of `profiles`.
    pub profile: Option<Text>,
    /// Page profiles of the office's own, by name.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub profiles: Entries<OwnProfile>,
    /// What PDFs conform to, and the files inside them.
    pub pdf: Option<Spanned<Pdf>>,
    /// Whether the fingerprint of the sources stands at the foot of each page.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub source_fingerprint: bool,
    /// Whether drafts bear the mark `DỰ THẢO`.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub draft_mark: bool,
    /// The family documents are set in.
    pub font: Option<Text>,
    /// Folders with more fonts, relative to the project folder.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub font_paths: Vec<Spanned<Verbatim>>,
    /// Folders outside the project that links in it may lead to, relative to the project folder.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub outside_paths: Vec<Spanned<Verbatim>>,
    /// How much rules weigh here: `allow`, `warn` or `deny`, by their names.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub rules: Entries<Text>,
}

/// What a page profile of the office's own has different.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnProfile {
    /// The built-in one it starts from.
    pub from: Option<Text>,
    /// Margins in millimetres.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub margins: Margins,
    /// Size of the Quốc hiệu in points; the motto and the date follow.
    pub header_size: Option<Text>,
    /// Size of the body in points.
    pub body_size: Option<Text>,
    /// Indent of first lines in millimetres.
    pub indent: Option<Text>,
    /// Gap between paragraphs in points.
    pub paragraph_gap: Option<Text>,
    /// Line spacing, in single lines.
    pub line_spacing: Option<Text>,
    /// Left column of the letterhead in millimetres.
    pub header_left: Option<Text>,
    /// Smallest type of tables in points.
    pub table_size: Option<Text>,
}

/// Margins in millimetres.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Margins {
    /// Upper one.
    pub top: Option<Text>,
    /// Lower one.
    pub bottom: Option<Text>,
    /// Left one.
    pub left: Option<Text>,
    /// Right one.
    pub right: Option<Text>,
}

/// Reads the settings in `source`; a file that says nothing sets nothing.
pub fn office(sources: &Sources, source: SourceId) -> Result<Office, Vec<Diagnostic>> {
    let text = &sources.get(source).text;
    if yaml::is_blank(text) {
        return Ok(Office::default());
    }
    yaml::parse(text, source).whole()
}
