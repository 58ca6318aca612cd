//! A finished PDF as pages of text, for their verification: what an engine that is a program of
//! its own lets us know of its layout.
//!
//! It reads the PDFs that Typst writes. What it does not know it passes over; text that it cannot
//! read becomes a replacement character, which the verification reports.
#![expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    reason = "positions in a PDF are floats; they leave this module as whole numbers"
)]

mod content;
mod font;
mod matrix;
mod structure;

use hayro_syntax::Pdf;

use crate::verify::page::Page;

/// What stands on the pages of `pdf`; none when it cannot be read at all.
#[must_use]
pub fn pages(pdf: &[u8]) -> Vec<Page> {
    let Ok(pdf) = Pdf::new(pdf.to_vec()) else { return Vec::new() };
    let roles = structure::roles(&pdf);
    let pages = pdf.pages().iter().enumerate();
    pages.map(|(number, page)| content::page(page, number, &roles)).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_no_pdf_has_no_pages() {
        assert_eq!(super::pages(b"%PDF-1.7 and no more"), Vec::new());
    }
}
