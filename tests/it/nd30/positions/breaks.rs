//! The test of the test: a template is changed in one place, and the element it moves is found.

use std::collections::{BTreeMap, BTreeSet};
use std::thread;

use vanthu::render::typst::templates::BUILT_IN;

use super::super::press::Press;
use super::super::{STACK, Subject, measured, subjects};
use super::faults;

/// Templates in which one position is no longer as asked: its element, the template, what stands
/// there, and what stands there instead.
const BREAKS: &[(&str, &str, &str, &str)] = &[
    ("rule below Tiêu ngữ", "lib/text.typ", "pad(top: 3pt, line", "pad(top: 1pt, line"),
    ("place and date → type name", "lib/letterhead.typ", "above: 29pt", "above: 22pt"),
    ("trích yếu → who decides, or the text", "lib/letterhead.typ", "below: 22pt", "below: 10pt"),
    (
        "names to Quốc hiệu, white between",
        "lib/letterhead.typ",
        "least-white = 7mm",
        "least-white = 2mm",
    ),
    ("one of several → the next", "lib/letterhead.typ", "row-gutter: 0.7pt", "row-gutter: 6pt"),
    (
        "frame of HỎA TỐC, from the left edge of the text",
        "lib/letterhead.typ",
        "bottom + left, dy",
        "bottom + left, dx: 1mm, dy",
    ),
    (
        "middle of the signature, from the right edge of the text",
        "lib/signature.typ",
        "left-share = 73mm",
        "left-share = 90mm",
    ),
    (
        "lines of `(Kèm theo …)` more than its words need",
        "lib/appendix.typ",
        "reference-lines(p, width, reference)",
        "reference-lines(p, 60mm, reference)",
    ),
];

/// The elements that are not as asked in any of `subjects`, with a template in place of the
/// built-in one.
fn broken(own: &BTreeMap<String, Vec<u8>>, subjects: &[Subject]) -> BTreeSet<String> {
    let press = Press::new(own);
    let faults = subjects.iter().flat_map(|subject| {
        let measured = measured(&press, &subject.yaml, subject.asked);
        measured.map_or_else(
            |error| vec![format!("{}: {error}", subject.name)],
            |measured| faults(&measured.positions),
        )
    });
    faults.filter_map(|fault| Some(fault.split(": found").next()?.to_owned())).collect()
}

#[test]
fn a_template_that_moves_an_element_is_found() {
    let name = "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp";
    let subjects: Vec<Subject> = subjects()
        .into_iter()
        .filter(|subject| {
            let is_wanted = ["everything, narrow", "cong-van, khan"].contains(&&*subject.name)
                || subject.name == format!("ke-hoach, None, {name}, narrow")
                || subject.name.starts_with("data/hai-duong/2024")
                || subject.name.starts_with("data/bhxh-viet-nam/2021");
            is_wanted && !subject.name.ends_with("airy") && !subject.name.ends_with("dense")
        })
        .collect();
    let check = || {
        assert_eq!(broken(&BTreeMap::new(), &subjects), BTreeSet::new());
        for (element, template, from, to) in BREAKS {
            let built_in = BUILT_IN.iter().find(|(name, _)| name == template);
            let (_, text) = built_in.expect("a built-in template");
            assert_eq!(text.matches(from).count(), 1, "`{from}` in {template}");
            let text = text.replace(from, to).into_bytes();
            let own = BTreeMap::from([((*template).to_owned(), text)]);
            let found = broken(&own, &subjects);
            assert!(found.contains(*element), "{element}: {found:?}");
        }
    };
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, check);
        thread.expect("a thread can be started").join().expect("measuring does not panic");
    });
}
