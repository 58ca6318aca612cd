//! The fixed lines of Mẫu 1.7–1.10.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::load::spanned::{Text, Value, blank_is_empty};

/// The fixed lines of a giấy mời.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    /// Who is invited.
    pub guests: Vec<Text>,
    /// To what.
    pub event: Text,
    /// Who chairs it.
    pub chair: Option<Text>,
    /// When.
    pub time: Text,
    /// Where.
    pub place: Text,
}

/// The fixed lines of a biên bản.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    /// `cuoc-hop` (unless said otherwise), `hoi-nghi` or `hoi-thao`.
    pub meeting: Option<Text>,
    /// When it began.
    pub start: Text,
    /// Where.
    pub place: Text,
    /// Who took part.
    pub attendees: Vec<Text>,
    /// Who chaired it.
    pub chair: Text,
    /// Who kept the record.
    pub secretary: Text,
    /// When it ended.
    pub end: Text,
    /// What is said behind the end.
    pub closing: Option<Text>,
}

/// The fixed lines of a giấy giới thiệu.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Introduction {
    /// Who is introduced.
    pub person: Text,
    /// Chức vụ.
    pub position: Text,
    /// The agency that the person is sent to.
    pub to: Text,
    /// The last day on which it is valid.
    pub until: Option<Text>,
}

/// The fixed lines of a giấy nghỉ phép.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Leave {
    /// The day of the application.
    pub requested: Option<Text>,
    /// Who is on leave.
    pub person: Text,
    /// Chức vụ.
    pub position: Text,
    /// How long.
    pub duration: Text,
    /// The first day.
    pub from: Option<Text>,
    /// The last day.
    pub until: Option<Text>,
    /// Where the leave is spent.
    pub place: Text,
    /// What the days are counted as.
    pub counted_as: Text,
    /// Whether there is room for a confirmation of the place where the leave is spent.
    #[serde(default, deserialize_with = "blank_is_empty")]
    pub confirmation: bool,
}

impl Value for Invitation {}
impl Value for Minutes {}
impl Value for Introduction {}
impl Value for Leave {}
