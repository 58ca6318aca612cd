//! The part `footnotes.xml`.

use super::NAMESPACES;
use super::paragraph::Paragraph;
use super::xml::Xml;

/// The line above footnotes, and above one that goes on from the page before: the format wants
/// both, with these ids, named in the settings.
pub(super) const LINES: [(i64, &str, &str); 2] =
    [(-1, "separator", "w:separator"), (0, "continuationSeparator", "w:continuationSeparator")];

/// Footnotes with the ids 1, 2, ….
pub(super) fn part(notes: &[Paragraph]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:footnotes", &NAMESPACES, |xml| {
        for (id, kind, line) in LINES {
            xml.element("w:footnote", &[("w:type", &kind), ("w:id", &id)], |xml| {
                xml.element("w:p", &[], |xml| {
                    xml.element("w:r", &[], |xml| xml.empty(line, &[]));
                });
            });
        }
        for (index, note) in notes.iter().enumerate() {
            xml.element("w:footnote", &[("w:id", &(index + 1))], |xml| note.write(xml));
        }
    });
    xml.into_bytes()
}
