//! Runs of text, and what else stands in a paragraph.

use super::drawing::DrawnLine;
use super::xml::Xml;

/// What stands in a paragraph.
#[derive(Debug, Clone)]
pub(crate) enum Inline {
    Run(Run),
    /// A forced new line.
    Break,
    /// A field, and what it shows until it is updated.
    Field {
        instruction: String,
        shown: Run,
    },
    /// Text that leads to a bookmark.
    Link {
        bookmark: String,
        run: Run,
    },
    /// Text that has a name.
    Bookmark {
        id: usize,
        name: String,
        content: Vec<Inline>,
    },
    /// The raised number of the footnote with this id; without one, that of the footnote it
    /// stands in.
    NoteNumber(Option<usize>),
    /// A line drawn beside the text.
    Line(DrawnLine),
}

/// `w:r` with text in it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Run {
    pub(crate) properties: RunProperties,
    pub(crate) text: String,
}

/// `w:rPr`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct RunProperties {
    pub(crate) font: Option<String>,
    pub(crate) bold: Option<bool>,
    pub(crate) italic: Option<bool>,
    pub(crate) underline: bool,
    /// Six hexadecimal digits.
    pub(crate) color: Option<&'static str>,
    /// In half-points.
    pub(crate) size: Option<i64>,
    pub(crate) language: Option<&'static str>,
}

impl Inline {
    pub(super) fn write(&self, xml: &mut Xml) {
        match self {
            Self::Run(run) => run.write(xml),
            Self::Break => xml.element("w:r", &[], |xml| xml.empty("w:br", &[])),
            Self::Field { instruction, shown } => field(instruction, shown, xml),
            Self::Link { bookmark, run } => {
                let attributes: [(&str, &dyn std::fmt::Display); 2] =
                    [("w:anchor", bookmark), ("w:history", &1)];
                xml.element("w:hyperlink", &attributes, |xml| run.write(xml));
            }
            Self::Bookmark { id, name, content } => {
                xml.empty("w:bookmarkStart", &[("w:id", id), ("w:name", name)]);
                content.iter().for_each(|inline| inline.write(xml));
                xml.empty("w:bookmarkEnd", &[("w:id", id)]);
            }
            Self::NoteNumber(id) => note_number(*id, xml),
            Self::Line(line) => line.write(xml),
        }
    }
}

/// Begin, instruction, separator, what is shown, end: each in a run of its own.
fn field(instruction: &str, shown: &Run, xml: &mut Xml) {
    let properties = &shown.properties;
    let mark = |kind: &'static str, xml: &mut Xml| {
        xml.element("w:r", &[], |xml| {
            properties.write(xml);
            xml.empty("w:fldChar", &[("w:fldCharType", &kind)]);
        });
    };
    mark("begin", xml);
    xml.element("w:r", &[], |xml| {
        properties.write(xml);
        xml.element("w:instrText", &[("xml:space", &"preserve")], |xml| {
            xml.text(&format!(" {instruction} "));
        });
    });
    mark("separate", xml);
    shown.write(xml);
    mark("end", xml);
}

fn note_number(id: Option<usize>, xml: &mut Xml) {
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| xml.value("w:vertAlign", "superscript"));
        match id {
            Some(id) => xml.empty("w:footnoteReference", &[("w:id", &id)]),
            None => xml.empty("w:footnoteRef", &[]),
        }
    });
}

impl Run {
    pub(super) fn write(&self, xml: &mut Xml) {
        if self.text.is_empty() {
            return;
        }
        xml.element("w:r", &[], |xml| {
            self.properties.write(xml);
            for (index, line) in self.text.split('\n').enumerate() {
                xml.flag("w:br", index > 0);
                for (index, part) in line.split('\t').enumerate() {
                    xml.flag("w:tab", index > 0);
                    if !part.is_empty() {
                        xml.element("w:t", &[("xml:space", &"preserve")], |xml| xml.text(part));
                    }
                }
            }
        });
    }
}

impl RunProperties {
    pub(super) fn write(&self, xml: &mut Xml) {
        if *self == Self::default() {
            return;
        }
        xml.element("w:rPr", &[], |xml| {
            if let Some(font) = &self.font {
                let names = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"];
                let attributes = names.map(|name| (name, font as &dyn std::fmt::Display));
                xml.empty("w:rFonts", &attributes);
            }
            switch("w:b", "w:bCs", self.bold, xml);
            switch("w:i", "w:iCs", self.italic, xml);
            if let Some(color) = self.color {
                xml.value("w:color", color);
            }
            if let Some(size) = self.size {
                xml.value("w:sz", size);
                xml.value("w:szCs", size);
            }
            if self.underline {
                xml.value("w:u", "single");
            }
            if let Some(language) = self.language {
                xml.empty("w:lang", &[("w:val", &language), ("w:eastAsia", &language)]);
            }
        });
    }
}

/// A property of letters that is on, off or that of the style; also for complex scripts.
fn switch(name: &str, complex: &str, value: Option<bool>, xml: &mut Xml) {
    match value {
        Some(true) => [name, complex].iter().for_each(|name| xml.empty(name, &[])),
        Some(false) => [name, complex].iter().for_each(|name| xml.value(name, 0)),
        None => {}
    }
}
