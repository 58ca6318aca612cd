//! Who signs a document.

use serde::{Deserialize, Serialize};

use super::text::Text;

/// Who signs (ô 7).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    /// Lines above the title.
    pub authority: Vec<Text>,
    /// The title signed under.
    pub title: Option<Text>,
    /// Another office, above the name.
    pub office: Option<Text>,
    /// The name.
    pub name: Option<Text>,
}

impl Signatory {
    /// Every text of it, from top to bottom.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.authority.iter().chain(&self.title).chain(&self.office).chain(&self.name)
    }

    /// Whether nothing is known of who signs.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.texts().next().is_none()
    }

    /// What is not known here, as `other` has it.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        let Self { authority, title, office, name } = self;
        Self {
            authority: if authority.is_empty() { other.authority.clone() } else { authority },
            title: title.or_else(|| other.title.clone()),
            office: office.or_else(|| other.office.clone()),
            name: name.or_else(|| other.name.clone()),
        }
    }
}
