//! Lines drawn beside the text (`DrawingML`).

use super::xml::{Attribute, Xml};

/// A straight line from left to right, 0.75 pt, black.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DrawnLine {
    /// No other drawing of the file has this number: Word takes a file with two for damaged.
    pub(crate) id: usize,
    /// In EMU.
    pub(crate) length: i64,
    pub(crate) place: LinePlace,
}

/// Where a line stands, from left to right in the middle of its column.
#[derive(Debug, Clone, Copy)]
pub(crate) enum LinePlace {
    /// So far (EMU) below the top of the line of text it belongs to.
    BelowLine(i64),
    /// So far (EMU) below the top of its paragraph.
    BelowParagraph(i64),
}

/// 0.75 pt.
const THICKNESS: i64 = 9_525;

const GRAPHIC: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

impl DrawnLine {
    pub(super) fn write(&self, xml: &mut Xml) {
        xml.element("w:r", &[], |xml| {
            xml.element("mc:AlternateContent", &[], |xml| {
                xml.element("mc:Choice", &[("Requires", &"wps")], |xml| {
                    xml.element("w:drawing", &[], |xml| self.anchor(xml));
                });
            });
        });
    }

    fn anchor(&self, xml: &mut Xml) {
        let attributes: [Attribute<'_>; 10] = [
            ("distT", &0),
            ("distB", &0),
            ("distL", &0),
            ("distR", &0),
            ("simplePos", &0),
            ("relativeHeight", &self.id),
            ("behindDoc", &0),
            ("locked", &0),
            ("layoutInCell", &1),
            ("allowOverlap", &1),
        ];
        let (from, offset) = match self.place {
            LinePlace::BelowLine(offset) => ("line", offset),
            LinePlace::BelowParagraph(offset) => ("paragraph", offset),
        };
        xml.element("wp:anchor", &attributes, |xml| {
            xml.empty("wp:simplePos", &[("x", &0), ("y", &0)]);
            xml.element("wp:positionH", &[("relativeFrom", &"column")], |xml| {
                xml.element("wp:align", &[], |xml| xml.text("center"));
            });
            xml.element("wp:positionV", &[("relativeFrom", &from)], |xml| {
                xml.element("wp:posOffset", &[], |xml| xml.text(&offset.to_string()));
            });
            xml.empty("wp:extent", &[("cx", &self.length), ("cy", &0)]);
            xml.empty("wp:effectExtent", &[("l", &0), ("t", &0), ("r", &0), ("b", &0)]);
            xml.empty("wp:wrapNone", &[]);
            let name = format!("Đường kẻ {}", self.id);
            xml.empty("wp:docPr", &[("id", &self.id), ("name", &name)]);
            xml.empty("wp:cNvGraphicFramePr", &[]);
            xml.element("a:graphic", &[], |xml| {
                xml.element("a:graphicData", &[("uri", &GRAPHIC)], |xml| self.shape(xml));
            });
        });
    }

    fn shape(&self, xml: &mut Xml) {
        xml.element("wps:wsp", &[], |xml| {
            xml.empty("wps:cNvCnPr", &[]);
            xml.element("wps:spPr", &[], |xml| {
                xml.element("a:xfrm", &[], |xml| {
                    xml.empty("a:off", &[("x", &0), ("y", &0)]);
                    xml.empty("a:ext", &[("cx", &self.length), ("cy", &0)]);
                });
                xml.element("a:prstGeom", &[("prst", &"line")], |xml| xml.empty("a:avLst", &[]));
                xml.element("a:ln", &[("w", &THICKNESS)], |xml| {
                    xml.element("a:solidFill", &[], |xml| {
                        xml.empty("a:srgbClr", &[("val", &"000000")]);
                    });
                });
            });
            xml.empty("wps:bodyPr", &[]);
        });
    }
}
