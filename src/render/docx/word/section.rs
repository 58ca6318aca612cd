//! Sections: paper, margins, headers and footers, and how pages are numbered.

use super::Element;
use super::xml::{Attribute, Xml};

/// Pages that belong together, and what stands on them.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    pub(crate) elements: Vec<Element>,
    pub(crate) properties: SectionProperties,
}

/// `w:sectPr`
#[derive(Debug, Clone)]
pub(crate) struct SectionProperties {
    /// Its headers and footers; one that is not named is that of the section before.
    pub(crate) parts: Vec<HeaderFooter>,
    pub(crate) page: PageSize,
    pub(crate) top: i64,
    pub(crate) right: i64,
    pub(crate) bottom: i64,
    pub(crate) left: i64,
    /// From the edge of the paper.
    pub(crate) header: i64,
    pub(crate) footer: i64,
    /// Whether footnotes are counted from 1 again.
    pub(crate) restarts_notes: bool,
}

/// Paper as it lies.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PageSize {
    pub(crate) width: i64,
    pub(crate) height: i64,
}

/// A header or footer that a section shows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HeaderFooter {
    pub(crate) which: Which,
    /// Index of the part of the package that holds it.
    pub(crate) part: usize,
}

/// Which pages show a header or footer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Which {
    Header,
    Footer,
    FirstHeader,
    FirstFooter,
}

/// The relationship of a part: each part has one, by its index.
pub(super) fn relationship(part: usize) -> String {
    format!("rId{}", part + FIRST_PART)
}

/// Behind those of styles, settings, fonts and theme.
pub(super) const FIRST_PART: usize = 5;

impl SectionProperties {
    pub(super) fn write(&self, xml: &mut Xml) {
        xml.element("w:sectPr", &[], |xml| {
            for HeaderFooter { which, part } in &self.parts {
                let (name, kind) = match which {
                    Which::Header => ("w:headerReference", "default"),
                    Which::Footer => ("w:footerReference", "default"),
                    Which::FirstHeader => ("w:headerReference", "first"),
                    Which::FirstFooter => ("w:footerReference", "first"),
                };
                xml.empty(name, &[("w:type", &kind), ("r:id", &relationship(*part))]);
            }
            if self.restarts_notes {
                xml.element("w:footnotePr", &[], |xml| xml.value("w:numRestart", "eachSect"));
            }
            xml.value("w:type", "nextPage");
            self.page.write(xml);
            let margins: [Attribute<'_>; 7] = [
                ("w:top", &self.top),
                ("w:right", &self.right),
                ("w:bottom", &self.bottom),
                ("w:left", &self.left),
                ("w:header", &self.header),
                ("w:footer", &self.footer),
                ("w:gutter", &0),
            ];
            xml.empty("w:pgMar", &margins);
            xml.empty("w:pgNumType", &[("w:start", &1)]);
            xml.empty("w:cols", &[("w:space", &720)]);
            xml.empty("w:titlePg", &[]);
        });
    }
}

impl PageSize {
    fn write(self, xml: &mut Xml) {
        let (width, height) = (self.width, self.height);
        let size: [Attribute<'_>; 3] =
            [("w:w", &width), ("w:h", &height), ("w:orient", &"landscape")];
        let count = if width > height { 3 } else { 2 };
        xml.empty("w:pgSz", &size[..count]);
    }
}
