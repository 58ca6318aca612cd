//! The theme: the format wants one. No style of a document uses it; its colours are black, white
//! and greys, its typeface is that of the document.

use super::xml::{Attribute, Xml};

const NAMESPACE: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";

/// The colours a theme names, in the order of the schema.
const COLORS: [(&str, &str); 12] = [
    ("a:dk1", "000000"),
    ("a:lt1", "FFFFFF"),
    ("a:dk2", "000000"),
    ("a:lt2", "FFFFFF"),
    ("a:accent1", "000000"),
    ("a:accent2", "262626"),
    ("a:accent3", "404040"),
    ("a:accent4", "595959"),
    ("a:accent5", "7F7F7F"),
    ("a:accent6", "A5A5A5"),
    ("a:hlink", "000000"),
    ("a:folHlink", "000000"),
];

/// The part `theme/theme1.xml`.
pub(super) fn part(family: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("a:theme", &[("xmlns:a", &NAMESPACE), ("name", &"vanthu")], |xml| {
        xml.element("a:themeElements", &[], |xml| {
            xml.element("a:clrScheme", &[("name", &"vanthu")], |xml| {
                for (name, color) in COLORS {
                    xml.element(name, &[], |xml| xml.empty("a:srgbClr", &[("val", &color)]));
                }
            });
            xml.element("a:fontScheme", &[("name", &"vanthu")], |xml| {
                for name in ["a:majorFont", "a:minorFont"] {
                    xml.element(name, &[], |xml| {
                        xml.empty("a:latin", &[("typeface", &family)]);
                        xml.empty("a:ea", &[("typeface", &"")]);
                        xml.empty("a:cs", &[("typeface", &"")]);
                    });
                }
            });
            xml.element("a:fmtScheme", &[("name", &"vanthu")], formats);
        });
    });
    xml.into_bytes()
}

/// Three of each kind, from subtle to intense; here they are alike.
fn formats(xml: &mut Xml) {
    let three = |name: &str, xml: &mut Xml, one: &dyn Fn(&mut Xml)| {
        xml.element(name, &[], |xml| (0..3).for_each(|_| one(xml)));
    };
    let fill = |xml: &mut Xml| {
        xml.element("a:solidFill", &[], |xml| xml.empty("a:schemeClr", &[("val", &"phClr")]));
    };
    let line: [Attribute<'_>; 1] = [("w", &6_350)];
    three("a:fillStyleLst", xml, &fill);
    three("a:lnStyleLst", xml, &|xml| xml.element("a:ln", &line, fill));
    three("a:effectStyleLst", xml, &|xml| {
        xml.element("a:effectStyle", &[], |xml| xml.empty("a:effectLst", &[]));
    });
    three("a:bgFillStyleLst", xml, &fill);
}
