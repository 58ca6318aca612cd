//! Reads a PDF back: what stands where, in what type, without the templates and without Typst.
//!
//! Positions are in millimetres from the top left corner of the page, the place of a text is
//! that of its baseline; sizes of type and widths of strokes are in points. What the reader does
//! not know is a panic, never a gap in what it gives.
#![expect(clippy::float_arithmetic, reason = "positions are measures, not amounts")]

mod attached;
mod content;
mod facts;
mod font;
mod matrix;
mod operands;
mod outline;
#[cfg(test)]
mod tests;
mod tree;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub(crate) use attached::Attached;
pub(crate) use font::Font;
pub(crate) use outline::Bookmark;
pub(crate) use tree::{Owner, Part};
pub(crate) use words::{Line, Word};

/// Millimetres in a point.
pub(crate) const MM: f64 = 25.4 / 72.0;

/// A document.
#[derive(Debug)]
pub(crate) struct Pdf {
    /// Its pages.
    pub(crate) pages: Vec<Page>,
    /// The title in its metadata.
    pub(crate) title: Option<String>,
    /// The date in its metadata, as `2024-03-01T00:00:00`.
    pub(crate) created: Option<String>,
    /// Part and conformance of PDF/A, as `2B`.
    pub(crate) conformance: Option<String>,
    /// Part of PDF/UA, as `1`.
    pub(crate) accessibility: Option<String>,
    /// Author, subject and keywords in its metadata.
    pub(crate) author: Option<String>,
    pub(crate) subject: Option<String>,
    pub(crate) keywords: Option<String>,
    /// The language of the whole document.
    pub(crate) language: Option<String>,
    /// Whether the window shows the title instead of the name of the file.
    pub(crate) shows_title: bool,
    /// Whether it says that it has a structure.
    pub(crate) is_tagged: bool,
    /// The bookmarks.
    pub(crate) bookmarks: Vec<Bookmark>,
    /// The structure.
    pub(crate) tree: Option<Part>,
    /// What the reader's page list calls each page.
    pub(crate) labels: Vec<String>,
    /// The files inside it, by name.
    pub(crate) attached: BTreeMap<String, Attached>,
}

/// A page.
#[derive(Debug)]
pub(crate) struct Page {
    /// Width in millimetres.
    pub(crate) width: f64,
    /// Height in millimetres.
    pub(crate) height: f64,
    /// Every sign in the order it is drawn: the reading order, but that cells over several rows
    /// come after the last of them.
    pub(crate) glyphs: Vec<Glyph>,
    strokes: Vec<Stroke>,
}

/// A sign, or several that one glyph stands for.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    /// What is read; empty for the later glyphs of one cluster.
    pub(crate) text: String,
    /// The typeface.
    pub(crate) font: Rc<Font>,
    /// Size in points.
    pub(crate) size: f64,
    /// Left end.
    pub(crate) x: f64,
    /// Baseline.
    pub(crate) y: f64,
    /// Advance.
    pub(crate) width: f64,
    /// Colour.
    pub(crate) color: Color,
    /// What it belongs to.
    pub(crate) owner: Owner,
}

/// A straight line, drawn or as a thin filled rectangle.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stroke {
    /// Left or upper end, as x and y.
    pub(crate) from: (f64, f64),
    /// Right or lower end.
    pub(crate) to: (f64, f64),
    /// Width in points.
    pub(crate) width: f64,
    /// Colour.
    pub(crate) color: Color,
    /// Neither dashed nor dotted.
    pub(crate) is_solid: bool,
    /// What it belongs to.
    pub(crate) owner: Owner,
}

/// Red, green and blue, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Color(pub(crate) f64, pub(crate) f64, pub(crate) f64);

impl Color {
    /// Black.
    pub(crate) const BLACK: Self = Self(0.0, 0.0, 0.0);
}

impl Pdf {
    /// Reads a document.
    ///
    /// # Panics
    ///
    /// When it is none, or holds what the reader does not know.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let pdf = hayro_syntax::Pdf::new(bytes.to_vec()).expect("the bytes are a PDF");
        let pages: Vec<Page> = pdf.pages().iter().map(content::page).collect();
        let labels = facts::labels(&pdf, pages.len());
        let xmp = facts::xmp(&pdf);
        let [author, subject, keywords] = facts::author_subject_keywords(&pdf);
        Self {
            accessibility: facts::accessibility(&xmp),
            author,
            subject,
            keywords,
            language: facts::language(&pdf),
            shows_title: facts::shows_title(&pdf),
            is_tagged: facts::is_tagged(&pdf),
            bookmarks: outline::bookmarks(&pdf),
            tree: tree::tree(&pdf, &pages),
            pages,
            title: facts::title(&pdf),
            created: facts::created(&pdf),
            conformance: facts::conformance(&xmp),
            labels,
            attached: attached::files(&pdf),
        }
    }

    /// All pages, line under line.
    pub(crate) fn text(&self) -> String {
        self.pages.iter().map(Page::text).collect::<Vec<_>>().join("\n")
    }

    /// Every typeface that draws a sign.
    pub(crate) fn fonts(&self) -> BTreeSet<Font> {
        let glyphs = self.pages.iter().flat_map(|page| &page.glyphs);
        glyphs.map(|glyph| (*glyph.font).clone()).collect()
    }
}

impl Page {
    /// The lines in the order they are drawn. Cells and columns side by side are lines of their own.
    pub(crate) fn lines(&self) -> Vec<Line> {
        words::lines(&self.glyphs)
    }

    /// The words in the order they are drawn.
    pub(crate) fn words(&self) -> Vec<Word> {
        self.lines().into_iter().flat_map(|line| line.words).collect()
    }

    /// The lines, one under the other.
    pub(crate) fn text(&self) -> String {
        self.lines().iter().map(Line::text).collect::<Vec<_>>().join("\n")
    }

    /// The one line that begins with `start`.
    ///
    /// # Panics
    ///
    /// When there is none, or more than one.
    pub(crate) fn line(&self, start: &str) -> Line {
        let mut found = self.lines().into_iter().filter(|line| line.text().starts_with(start));
        let line = found.next();
        let line =
            line.unwrap_or_else(|| panic!("no line begins with `{start}`:\n{}", self.text()));
        assert!(found.next().is_none(), "two lines begin with `{start}`:\n{}", self.text());
        line
    }

    /// The strokes in the order they are drawn.
    pub(crate) fn strokes(&self) -> &[Stroke] {
        &self.strokes
    }
}
