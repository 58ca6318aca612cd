//! XML that is well-formed by the way it is made: an element is closed where it was opened, and
//! no text reaches a file but escaped.

use std::fmt::Display;

use quick_xml::escape::escape;

/// What stands for a character that XML cannot hold.
const REPLACEMENT: char = '\u{fffd}';

/// The text of one part of a package.
#[derive(Debug)]
pub(crate) struct Xml {
    text: String,
}

/// Name and value of an attribute.
pub(crate) type Attribute<'a> = (&'a str, &'a dyn Display);

impl Xml {
    /// A part that so far has its declaration.
    pub(crate) fn new() -> Self {
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        Self { text: declaration.to_owned() }
    }

    /// The element `name`, with what `inside` writes.
    pub(crate) fn element(
        &mut self,
        name: &str,
        attributes: &[Attribute<'_>],
        inside: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes);
        self.text.push('>');
        inside(self);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// The element `name`, with nothing in it.
    pub(crate) fn empty(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.open(name, attributes);
        self.text.push_str("/>");
    }

    /// The element `name` with the attribute `w:val`.
    pub(crate) fn value(&mut self, name: &str, value: impl Display) {
        self.empty(name, &[("w:val", &value)]);
    }

    /// The empty element `name`, where it is wanted.
    pub(crate) fn flag(&mut self, name: &str, is_wanted: bool) {
        if is_wanted {
            self.empty(name, &[]);
        }
    }

    /// Text between tags.
    pub(crate) fn text(&mut self, text: &str) {
        push_escaped(&mut self.text, text);
    }

    /// The whole part.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    fn open(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            push_escaped(&mut self.text, &value.to_string());
            self.text.push('"');
        }
    }
}

fn push_escaped(out: &mut String, text: &str) {
    if text.chars().all(is_in_xml) {
        out.push_str(&escape(text));
    } else {
        let text: String =
            text.chars().map(|ch| if is_in_xml(ch) { ch } else { REPLACEMENT }).collect();
        out.push_str(&escape(text.as_str()));
    }
}

/// Whether XML 1.0 can hold the character.
fn is_in_xml(ch: char) -> bool {
    match ch {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        ch => ch >= ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(make: impl FnOnce(&mut Xml)) -> String {
        let mut xml = Xml { text: String::new() };
        make(&mut xml);
        xml.text
    }

    #[test]
    fn text_never_becomes_a_tag() {
        let text = made(|xml| {
            xml.element("a", &[("b", &"\"<&>\"")], |xml| xml.text("</a>&amp;]]>"));
        });
        assert_eq!(text, "<a b=\"&quot;&lt;&amp;&gt;&quot;\">&lt;/a&gt;&amp;amp;]]&gt;</a>");
    }

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        let text = made(|xml| xml.text("a\u{0}b\u{1f}c\u{fffe}d\u{ffff}e\u{7f}\u{10ffff}\n"));
        assert_eq!(text, "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{7f}\u{10ffff}\n");
    }
}
