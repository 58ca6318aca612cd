//! The file: parts in a ZIP archive, and what says how they belong together.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::section::{FIRST_PART, Section, relationship};
use super::settings::{self, CoreProperties};
use super::style::{self, Defaults, NamedStyle, StyleId};
use super::table::TableBorders;
use super::xml::{Attribute, Xml};
use super::{Element, NAMESPACES, Paragraph, notes, theme};

/// A document, ready to be written.
#[derive(Debug)]
pub(crate) struct Package {
    pub(crate) family: String,
    pub(crate) defaults: Defaults,
    pub(crate) styles: Vec<NamedStyle>,
    pub(crate) tables: Vec<(StyleId, &'static str, TableBorders)>,
    /// The style of the paragraph that the format wants behind a table at the end of a section,
    /// and between two tables.
    pub(crate) separator: StyleId,
    pub(crate) sections: Vec<Section>,
    /// Headers and footers, which sections name by their index.
    pub(crate) parts: Vec<Part>,
    /// Footnotes, whose ids count from 1.
    pub(crate) notes: Vec<Paragraph>,
    pub(crate) core: CoreProperties,
}

/// A header or a footer.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) is_footer: bool,
    pub(crate) elements: Vec<Element>,
}

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

impl Package {
    /// The bytes of the file: the same for the same document.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        let mut archive = Archive::new();
        archive.add("[Content_Types].xml", &self.content_types());
        archive.add("_rels/.rels", &root_relationships());
        archive.add("docProps/app.xml", &settings::app());
        archive.add("docProps/core.xml", &settings::core(&self.core));
        archive.add("word/_rels/document.xml.rels", &self.relationships());
        archive.add("word/settings.xml", &settings::settings(!self.notes.is_empty()));
        archive.add("word/fontTable.xml", &settings::fonts(&self.family));
        archive.add("word/theme/theme1.xml", &theme::part(&self.family));
        archive.add("word/styles.xml", &style::part(&self.defaults, &self.styles, &self.tables));
        for (index, part) in self.parts.iter().enumerate() {
            archive.add(&format!("word/{}.xml", part.name(index)), &part.write());
        }
        if !self.notes.is_empty() {
            archive.add("word/footnotes.xml", &notes::part(&self.notes));
        }
        let document = document(self.sections, self.separator);
        archive.add("word/document.xml", &document);
        archive.finish()
    }

    fn content_types(&self) -> Vec<u8> {
        let mut xml = Xml::new();
        let namespace = format!("{PACKAGE}/content-types");
        xml.element("Types", &[("xmlns", &namespace)], |xml| {
            let rels = "application/vnd.openxmlformats-package.relationships+xml";
            for (extension, kind) in [("rels", rels), ("xml", "application/xml")] {
                xml.empty("Default", &[("Extension", &extension), ("ContentType", &kind)]);
            }
            let mut part = |name: &str, kind: &str| {
                let name = format!("/{name}");
                xml.empty("Override", &[("PartName", &name), ("ContentType", &kind)]);
            };
            part("word/document.xml", &format!("{WORD}.document.main+xml"));
            part("word/styles.xml", &format!("{WORD}.styles+xml"));
            part("word/settings.xml", &format!("{WORD}.settings+xml"));
            part("word/fontTable.xml", &format!("{WORD}.fontTable+xml"));
            let theme = "application/vnd.openxmlformats-officedocument.theme+xml";
            part("word/theme/theme1.xml", theme);
            part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
            let app = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
            part("docProps/app.xml", app);
            for (index, it) in self.parts.iter().enumerate() {
                part(&format!("word/{}.xml", it.name(index)), &format!("{WORD}.{}+xml", it.kind()));
            }
            if !self.notes.is_empty() {
                part("word/footnotes.xml", &format!("{WORD}.footnotes+xml"));
            }
        });
        xml.into_bytes()
    }

    fn relationships(&self) -> Vec<u8> {
        let fixed = [
            ("styles", "styles.xml"),
            ("settings", "settings.xml"),
            ("fontTable", "fontTable.xml"),
            ("theme", "theme/theme1.xml"),
        ];
        debug_assert_eq!(fixed.len() + 1, FIRST_PART);
        let fixed = fixed.iter().enumerate().map(|(index, (kind, target))| {
            (format!("rId{}", index + 1), format!("{OFFICE}/{kind}"), (*target).to_owned())
        });
        let parts = self.parts.iter().enumerate().map(|(index, part)| {
            let target = format!("{}.xml", part.name(index));
            (relationship(index), format!("{OFFICE}/{}", part.kind()), target)
        });
        let notes = (!self.notes.is_empty()).then(|| {
            let id = relationship(self.parts.len());
            (id, format!("{OFFICE}/footnotes"), "footnotes.xml".to_owned())
        });
        relationships_part(fixed.chain(parts).chain(notes))
    }
}

impl Part {
    fn kind(&self) -> &'static str {
        if self.is_footer { "footer" } else { "header" }
    }

    fn name(&self, index: usize) -> String {
        format!("{}{}", self.kind(), index + 1)
    }

    fn write(&self) -> Vec<u8> {
        let mut xml = Xml::new();
        let name = if self.is_footer { "w:ftr" } else { "w:hdr" };
        xml.element(name, &NAMESPACES, |xml| {
            self.elements.iter().for_each(|element| element.write(xml));
        });
        xml.into_bytes()
    }
}

fn root_relationships() -> Vec<u8> {
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    let all = [
        (format!("{OFFICE}/officeDocument"), "word/document.xml"),
        (core, "docProps/core.xml"),
        (format!("{OFFICE}/extended-properties"), "docProps/app.xml"),
    ];
    let all = all.into_iter().enumerate();
    relationships_part(
        all.map(|(index, (kind, target))| (format!("rId{}", index + 1), kind, target.to_owned())),
    )
}

/// Id, kind and target of each.
fn relationships_part(all: impl Iterator<Item = (String, String, String)>) -> Vec<u8> {
    let mut xml = Xml::new();
    let namespace = format!("{PACKAGE}/relationships");
    xml.element("Relationships", &[("xmlns", &namespace)], |xml| {
        for (id, kind, target) in all {
            let attributes: [Attribute<'_>; 3] =
                [("Id", &id), ("Type", &kind), ("Target", &target)];
            xml.empty("Relationship", &attributes);
        }
    });
    xml.into_bytes()
}

/// The part `document.xml`. Each section but the last ends in the properties of its last
/// paragraph; tables are kept apart.
fn document(sections: Vec<Section>, separator: StyleId) -> Vec<u8> {
    let mut xml = Xml::new();
    let last = sections.len().saturating_sub(1);
    xml.element("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            for (index, Section { elements, properties }) in sections.into_iter().enumerate() {
                let mut elements = apart(elements, separator);
                match elements.last_mut() {
                    Some(Element::Paragraph(paragraph)) if index < last => {
                        paragraph.properties.section = Some(Box::new(properties.clone()));
                    }
                    _ => {}
                }
                elements.iter().for_each(|element| element.write(xml));
                if index == last {
                    properties.write(xml);
                }
            }
        });
    });
    xml.into_bytes()
}

/// Word makes one table of two that follow each other, and wants a paragraph behind the last one.
fn apart(elements: Vec<Element>, separator: StyleId) -> Vec<Element> {
    let mut out: Vec<Element> = Vec::with_capacity(elements.len() + 1);
    let between = || Element::from(super::Paragraph::new(separator, Vec::new()));
    for element in elements {
        let is_table =
            |element: &Element| matches!(element, Element::Table(_) | Element::SideBySide(_));
        if is_table(&element) && out.last().is_some_and(is_table) {
            out.push(between());
        }
        out.push(element);
    }
    if !matches!(out.last(), Some(Element::Paragraph(_))) {
        out.push(between());
    }
    out
}

/// A ZIP archive in memory, in which nothing tells when it was made.
struct Archive {
    writer: ZipWriter<Cursor<Vec<u8>>>,
    options: SimpleFileOptions,
}

/// Writing to memory fails only where there is none left.
const IN_MEMORY: &str = "an archive in memory can be written";

impl Archive {
    fn new() -> Self {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        Self { writer: ZipWriter::new(Cursor::new(Vec::new())), options }
    }

    fn add(&mut self, name: &str, bytes: &[u8]) {
        self.writer.start_file(name, self.options).expect(IN_MEMORY);
        self.writer.write_all(bytes).expect(IN_MEMORY);
    }

    fn finish(self) -> Vec<u8> {
        self.writer.finish().expect(IN_MEMORY).into_inner()
    }
}
