//! `WordprocessingML` (ECMA-376): the elements that documents here are made of. Each type writes
//! what is in it in the order that the schema demands, so no order has to be known elsewhere.
//!
//! Lengths are whole numbers in the unit of the format: twentieths of a point (twips) unless a
//! name says otherwise, EMU (914 400 to an inch) in drawings, half-points for type sizes.

mod drawing;
mod notes;
mod package;
mod paragraph;
mod run;
mod section;
mod settings;
mod style;
mod table;
mod theme;
pub(crate) mod xml;

pub(crate) use drawing::{DrawnLine, LinePlace};
pub(crate) use package::{Package, Part};
pub(crate) use paragraph::{
    Border, Indent, Justify, LineHeight, Paragraph, ParagraphProperties, Spacing, TabStop,
};
pub(crate) use run::{Inline, Run, RunProperties};
pub(crate) use section::{HeaderFooter, PageSize, Section, SectionProperties, Which};
pub(crate) use settings::CoreProperties;
pub(crate) use style::{Defaults, NamedStyle, StyleId};
pub(crate) use table::{Cell, Merge, Row, SideBySide, Table, TableBorders};

/// What a story (the body, a header, a footer) is made of.
#[derive(Debug, Clone)]
pub(crate) enum Element {
    Paragraph(Paragraph),
    Table(Table),
    SideBySide(SideBySide),
}

impl Element {
    fn write(&self, xml: &mut xml::Xml) {
        match self {
            Self::Paragraph(paragraph) => paragraph.write(xml),
            Self::Table(table) => table.write(xml),
            Self::SideBySide(it) => it.write(xml),
        }
    }
}

impl From<Paragraph> for Element {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(paragraph)
    }
}

impl From<Table> for Element {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}

/// The namespaces of a part.
const NAMESPACES: [xml::Attribute<'static>; 6] = [
    ("xmlns:w", &"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", &"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", &"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", &"http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:wps", &"http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    ("xmlns:mc", &"http://schemas.openxmlformats.org/markup-compatibility/2006"),
];
