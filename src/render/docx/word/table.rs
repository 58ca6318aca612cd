//! Tables.

use super::Element;
use super::paragraph::{Justify, Paragraph};
use super::style::StyleId;
use super::xml::{Attribute, Xml};

/// `w:tbl`
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) style: StyleId,
    /// Of its columns.
    pub(crate) widths: Vec<i64>,
    pub(crate) is_centred: bool,
    pub(crate) borders: TableBorders,
    /// Room beside the text of a cell, and above and below it.
    pub(crate) inset: (i64, i64),
    pub(crate) rows: Vec<Row>,
}

/// The lines of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TableBorders {
    None,
    /// 0.5 pt around every cell.
    All,
}

/// `w:tr`
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
    /// Whether it is printed again on each page that the table goes on.
    pub(crate) is_header: bool,
    /// Whether it may go on on the next page.
    pub(crate) can_split: bool,
}

/// `w:tc`
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    pub(crate) width: i64,
    pub(crate) span: usize,
    pub(crate) merge: Merge,
    pub(crate) is_middle: bool,
    pub(crate) content: Vec<Paragraph>,
}

/// How a cell belongs to those above and below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Merge {
    Alone,
    /// It goes on in the next row.
    Begins,
    /// It is a part of the one above.
    GoesOn,
}

impl Table {
    pub(super) fn write(&self, xml: &mut Xml) {
        xml.element("w:tbl", &[], |xml| {
            self.head(xml);
            self.rows.iter().for_each(|row| row.write(xml));
        });
    }

    /// What stands before its rows.
    fn head(&self, xml: &mut Xml) {
        self.properties(xml);
        xml.element("w:tblGrid", &[], |xml| {
            for width in &self.widths {
                xml.empty("w:gridCol", &[("w:w", width)]);
            }
        });
    }

    fn properties(&self, xml: &mut Xml) {
        let width: i64 = self.widths.iter().sum();
        xml.element("w:tblPr", &[], |xml| {
            xml.value("w:tblStyle", self.style.0);
            length("w:tblW", width, xml);
            if self.is_centred {
                xml.value("w:jc", Justify::Center.name());
            }
            length("w:tblInd", 0, xml);
            self.borders.write("w:tblBorders", xml);
            xml.empty("w:tblLayout", &[("w:type", &"fixed")]);
            let (beside, above) = self.inset;
            cell_margins(beside, above, xml);
            xml.empty("w:tblLook", &[("w:val", &"0000")]);
        });
    }
}

/// `w:tblCellMar`
pub(super) fn cell_margins(beside: i64, above: i64, xml: &mut Xml) {
    xml.element("w:tblCellMar", &[], |xml| {
        length("w:top", above, xml);
        length("w:left", beside, xml);
        length("w:bottom", above, xml);
        length("w:right", beside, xml);
    });
}

/// An element that says how long something is.
fn length(name: &str, twips: i64, xml: &mut Xml) {
    xml.empty(name, &[("w:w", &twips), ("w:type", &"dxa")]);
}

impl TableBorders {
    pub(super) fn write(self, name: &str, xml: &mut Xml) {
        xml.element(name, &[], |xml| {
            for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                let attributes: [Attribute<'_>; 4] = match self {
                    Self::None => {
                        [("w:val", &"nil"), ("w:sz", &0), ("w:space", &0), ("w:color", &"auto")]
                    }
                    Self::All => [
                        ("w:val", &"single"),
                        ("w:sz", &4),
                        ("w:space", &0),
                        ("w:color", &"000000"),
                    ],
                };
                let count = if self == Self::None { 1 } else { 4 };
                xml.empty(side, &attributes[..count]);
            }
        });
    }
}

impl Row {
    fn write(&self, xml: &mut Xml) {
        xml.element("w:tr", &[], |xml| {
            if self.is_header || !self.can_split {
                xml.element("w:trPr", &[], |xml| {
                    xml.flag("w:cantSplit", !self.can_split);
                    xml.flag("w:tblHeader", self.is_header);
                });
            }
            self.cells.iter().for_each(|cell| cell.write(xml));
        });
    }
}

impl Cell {
    fn write(&self, xml: &mut Xml) {
        xml.element("w:tc", &[], |xml| {
            xml.element("w:tcPr", &[], |xml| {
                length("w:tcW", self.width, xml);
                if self.span > 1 {
                    xml.value("w:gridSpan", self.span);
                }
                match self.merge {
                    Merge::Alone => {}
                    Merge::Begins => xml.value("w:vMerge", "restart"),
                    Merge::GoesOn => xml.empty("w:vMerge", &[]),
                }
                if self.is_middle {
                    xml.value("w:vAlign", "center");
                }
            });
            if self.content.is_empty() {
                // The schema wants a paragraph in every cell.
                Paragraph::default().write(xml);
            }
            self.content.iter().for_each(|it| Element::from(it.clone()).write(xml));
        });
    }
}

/// What stands beside each other: a table of one row without lines.
#[derive(Debug, Clone)]
pub(crate) struct SideBySide {
    pub(crate) style: StyleId,
    /// Of the paragraph that the format wants behind the last element of a cell.
    pub(crate) separator: StyleId,
    /// Of all together.
    pub(crate) width: i64,
    /// From left to right, each with its width.
    pub(crate) columns: Vec<(i64, Vec<Element>)>,
}

impl SideBySide {
    pub(super) fn write(&self, xml: &mut Xml) {
        let whole: i64 = self.columns.iter().map(|(width, _)| width).sum();
        let gaps = i64::try_from(self.columns.len()).unwrap_or(1).max(2) - 1;
        let gap = (self.width - whole).max(0) / gaps;
        let mut cells: Vec<(i64, &[Element])> = Vec::new();
        for (width, elements) in &self.columns {
            if !cells.is_empty() {
                cells.push((gap, &[]));
            }
            cells.push((*width, elements));
        }
        let table = Table {
            style: self.style,
            widths: cells.iter().map(|(width, _)| *width).collect(),
            is_centred: false,
            borders: TableBorders::None,
            inset: (0, 0),
            rows: Vec::new(),
        };
        xml.element("w:tbl", &[], |xml| {
            table.head(xml);
            xml.element("w:tr", &[], |xml| {
                for (width, elements) in &cells {
                    xml.element("w:tc", &[], |xml| {
                        xml.element("w:tcPr", &[], |xml| length("w:tcW", *width, xml));
                        elements.iter().for_each(|element| element.write(xml));
                        Element::from(Paragraph::new(self.separator, Vec::new())).write(xml);
                    });
                }
            });
        });
    }
}
