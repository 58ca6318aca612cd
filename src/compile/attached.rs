//! Files inside a PDF.

use std::fmt::Write as _;

use super::Standard;
use crate::digest::Digest;
use crate::render::typst::literal;

/// The folder of the sealed world that holds them, by their places in the list.
pub(super) const FOLDER: &str = "attached";

/// What one PDF is besides the text it is set from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extras {
    /// What it conforms to; that of the engine unless said otherwise.
    pub standard: Option<Standard>,
    /// What is inside it.
    pub files: Vec<AttachedFile>,
}

/// A file inside a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedFile {
    /// Its path, from the folder that all of them are in.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// What it is to the document, in the words of PDF/A-3.
    pub relationship: &'static str,
    /// Its type.
    pub mime: &'static str,
    /// What it is, for the list that a reader shows.
    pub description: String,
}

impl Extras {
    /// What besides the text makes the PDF another one; nothing where it is the text alone.
    #[must_use]
    pub fn digest(&self) -> Option<Digest> {
        let standard = self.standard.map(Standard::name);
        if standard.is_none() && self.files.is_empty() {
            return None;
        }
        let files = self.files.iter().flat_map(|file| {
            let AttachedFile { name, bytes, relationship, mime, description } = file;
            let words = [name.as_str(), relationship, mime, description].map(str::as_bytes);
            words.into_iter().chain([bytes.as_slice()])
        });
        Some(Digest::of_parts([standard.unwrap_or_default().as_bytes()].into_iter().chain(files)))
    }

    /// `main` with the calls that put the files inside.
    pub(super) fn added_to(&self, main: &str) -> String {
        let mut text = main.to_owned();
        for (index, file) in self.files.iter().enumerate() {
            // A name that begins so is one from the root, wherever the text is.
            let name = literal(&format!("/{}", file.name));
            let [mime, description] = [file.mime, &file.description].map(literal);
            let relationship = file.relationship;
            let _ = write!(
                text,
                "\n#pdf.attach({name}, read(\"/{FOLDER}/{index}\", encoding: none), \
                 relationship: \"{relationship}\", mime-type: {mime}, description: {description})"
            );
        }
        text
    }

    /// The file that the text reads as `path`.
    #[cfg(feature = "embedded")]
    pub(super) fn file(&self, path: &str) -> Option<&AttachedFile> {
        let index = path.strip_prefix(FOLDER)?.strip_prefix('/')?;
        self.files.get(index.parse::<usize>().ok()?)
    }
}
