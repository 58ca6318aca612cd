//! Named styles.

use super::NAMESPACES;
use super::paragraph::ParagraphProperties;
use super::run::RunProperties;
use super::table::{TableBorders, cell_margins};
use super::xml::{Attribute, Xml};

/// The id of a style, by which paragraphs and tables name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StyleId(pub(crate) &'static str);

/// A paragraph style.
#[derive(Debug, Clone)]
pub(crate) struct NamedStyle {
    pub(crate) id: StyleId,
    /// What Word shows.
    pub(crate) name: &'static str,
    pub(crate) paragraph: ParagraphProperties,
    pub(crate) run: RunProperties,
}

/// What holds where no style says otherwise.
#[derive(Debug, Clone)]
pub(crate) struct Defaults {
    pub(crate) run: RunProperties,
    pub(crate) paragraph: ParagraphProperties,
}

/// The part `styles.xml`: the defaults, the paragraph styles, and a table style with and one
/// without lines.
pub(super) fn part(
    defaults: &Defaults,
    styles: &[NamedStyle],
    tables: &[(StyleId, &'static str, TableBorders)],
) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:styles", &NAMESPACES[..1], |xml| {
        xml.element("w:docDefaults", &[], |xml| {
            xml.element("w:rPrDefault", &[], |xml| defaults.run.write(xml));
            xml.element("w:pPrDefault", &[], |xml| defaults.paragraph.write(xml));
        });
        normal(xml);
        styles.iter().for_each(|style| style.write(xml));
        table_normal(xml);
        for (id, name, borders) in tables {
            table_style(*id, name, *borders, xml);
        }
    });
    xml.into_bytes()
}

fn style(kind: &str, id: &str, is_default: bool, xml: &mut Xml, inside: impl FnOnce(&mut Xml)) {
    let custom: Attribute<'_> = if is_default { ("w:default", &1) } else { ("w:customStyle", &1) };
    xml.element("w:style", &[("w:type", &kind), custom, ("w:styleId", &id)], inside);
}

fn normal(xml: &mut Xml) {
    style("paragraph", "Normal", true, xml, |xml| {
        xml.value("w:name", "Normal");
        xml.empty("w:qFormat", &[]);
    });
}

fn table_normal(xml: &mut Xml) {
    style("table", "TableNormal", true, xml, |xml| {
        xml.value("w:name", "Normal Table");
        xml.value("w:uiPriority", 99);
        xml.empty("w:semiHidden", &[]);
        xml.empty("w:unhideWhenUsed", &[]);
        xml.element("w:tblPr", &[], |xml| cell_margins(0, 0, xml));
    });
}

fn table_style(id: StyleId, name: &str, borders: TableBorders, xml: &mut Xml) {
    style("table", id.0, false, xml, |xml| {
        xml.value("w:name", name);
        xml.value("w:basedOn", "TableNormal");
        xml.element("w:tblPr", &[], |xml| borders.write("w:tblBorders", xml));
    });
}

impl NamedStyle {
    fn write(&self, xml: &mut Xml) {
        style("paragraph", self.id.0, false, xml, |xml| {
            xml.value("w:name", self.name);
            xml.value("w:basedOn", "Normal");
            xml.empty("w:qFormat", &[]);
            self.paragraph.write(xml);
            self.run.write(xml);
        });
    }
}
