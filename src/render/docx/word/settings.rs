//! The parts beside the text: settings, the typeface, and the properties of the file.

use super::xml::{Attribute, Xml};
use super::{NAMESPACES, notes};

/// What the file says of itself.
#[derive(Debug, Clone)]
pub(crate) struct CoreProperties {
    pub(crate) title: String,
    pub(crate) subject: String,
    pub(crate) creator: Option<String>,
    pub(crate) keywords: String,
    /// `2024-03-05`: it stands in for the time of making, which a file that is always the same
    /// cannot hold.
    pub(crate) date: String,
}

/// The part `settings.xml`: a document of Word 2013 or later, in Vietnamese. It names the lines above
/// footnotes, where there are any.
pub(super) fn settings(has_notes: bool) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:settings", &NAMESPACES[..1], |xml| {
        xml.empty("w:zoom", &[("w:percent", &100)]);
        xml.value("w:defaultTabStop", 567);
        xml.value("w:characterSpacingControl", "doNotCompress");
        if has_notes {
            xml.element("w:footnotePr", &[], |xml| {
                for (id, ..) in notes::LINES {
                    xml.empty("w:footnote", &[("w:id", &id)]);
                }
            });
        }
        xml.element("w:compat", &[], |xml| {
            let setting: [Attribute<'_>; 3] = [
                ("w:name", &"compatibilityMode"),
                ("w:uri", &"http://schemas.microsoft.com/office/word"),
                ("w:val", &15),
            ];
            xml.empty("w:compatSetting", &setting);
        });
        xml.empty("w:themeFontLang", &[("w:val", &"vi-VN")]);
        xml.value("w:decimalSymbol", ",");
        xml.value("w:listSeparator", ";");
    });
    xml.into_bytes()
}

/// The part `fontTable.xml`.
pub(super) fn fonts(family: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:fonts", &NAMESPACES[..1], |xml| {
        xml.element("w:font", &[("w:name", &family)], |xml| {
            xml.value("w:charset", "00");
            xml.value("w:family", "roman");
            xml.value("w:pitch", "variable");
        });
    });
    xml.into_bytes()
}

/// The part `docProps/core.xml`.
pub(super) fn core(properties: &CoreProperties) -> Vec<u8> {
    let namespaces: [Attribute<'_>; 4] = [
        ("xmlns:cp", &"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", &"http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", &"http://purl.org/dc/terms/"),
        ("xmlns:xsi", &"http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let mut xml = Xml::new();
    xml.element("cp:coreProperties", &namespaces, |xml| {
        let mut put = |name: &str, text: &str| xml.element(name, &[], |xml| xml.text(text));
        put("dc:title", &properties.title);
        put("dc:subject", &properties.subject);
        if let Some(creator) = &properties.creator {
            put("dc:creator", creator);
        }
        put("cp:keywords", &properties.keywords);
        put("dc:language", "vi-VN");
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.element(name, &[("xsi:type", &"dcterms:W3CDTF")], |xml| {
                xml.text(&format!("{}T00:00:00Z", properties.date));
            });
        }
    });
    xml.into_bytes()
}

/// The part `docProps/app.xml`.
pub(super) fn app() -> Vec<u8> {
    let namespace: Attribute<'_> =
        ("xmlns", &"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
    let mut xml = Xml::new();
    xml.element("Properties", &[namespace], |xml| {
        xml.element("Application", &[], |xml| xml.text("vanthu"));
    });
    xml.into_bytes()
}
