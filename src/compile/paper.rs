//! Finished PDFs, as far as they are looked at once more: pages counted, and drawn.

use hayro::hayro_syntax::Pdf;

/// How many pages a PDF has; nothing where it is none.
#[must_use]
pub fn pages(pdf: &[u8]) -> Option<usize> {
    Pdf::new(pdf.to_vec()).ok().map(|pdf| pdf.pages().len())
}
