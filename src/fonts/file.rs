//! Font files: those of the program, which are not copied, and others.

use std::ops::Deref;
use std::sync::Arc;

macro_rules! house_fonts {
    ($($style:literal),*) => {
        [$((
            concat!("LiberationSerif-", $style, ".ttf"),
            include_bytes!(concat!("../../templates/fonts/LiberationSerif-", $style, ".ttf"))
                .as_slice(),
        )),*]
    };
}

pub(super) static HOUSE_FONTS: [(&str, &[u8]); 4] =
    house_fonts!["Regular", "Bold", "Italic", "BoldItalic"];

/// The content of a font file.
#[derive(Clone)]
pub enum FontData {
    /// Of one that is part of the program.
    BuiltIn(&'static [u8]),
    /// Of one that was read.
    Read(Arc<[u8]>),
}

impl From<Vec<u8>> for FontData {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Read(bytes.into())
    }
}

impl Deref for FontData {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::BuiltIn(bytes) => bytes,
            Self::Read(bytes) => bytes,
        }
    }
}

impl AsRef<[u8]> for FontData {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

/// A font file.
#[derive(Clone)]
pub struct FontFile {
    /// Its file name.
    pub name: String,
    /// Its content.
    pub data: FontData,
}
