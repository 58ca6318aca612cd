//! Headers of a table, as a tree.

use super::text::Text;

/// A printed header.
#[derive(Debug, Clone)]
pub enum Header {
    /// Over one column.
    Leaf {
        /// The words.
        text: Text,
        /// Unit of its figures.
        unit: Option<Text>,
    },
    /// Over several headers.
    Group {
        /// The words.
        text: Text,
        /// What stands under it.
        under: Vec<Header>,
    },
}

impl Header {
    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Leaf { text, .. } | Self::Group { text, .. } => &text.value,
        }
    }

    /// Over how many columns it stands.
    #[must_use]
    pub fn width(&self) -> usize {
        match self {
            Self::Leaf { .. } => 1,
            Self::Group { under, .. } => under.iter().map(Self::width).sum(),
        }
    }

    pub(super) fn texts<'a>(&'a self, texts: &mut Vec<&'a Text>) {
        match self {
            Self::Leaf { text, unit } => {
                texts.push(text);
                texts.extend(unit);
            }
            Self::Group { text, under } => {
                texts.push(text);
                under.iter().for_each(|header| header.texts(texts));
            }
        }
    }
}
