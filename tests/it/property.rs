//! Whatever is written, the program has an answer and does not panic.

use std::sync::LazyLock;

use proptest::prelude::*;

use vanthu::check::CheckContext;
use vanthu::diagnostic::Report;
use vanthu::fonts::Fonts;
use vanthu::messages::{Catalog, Language};
use vanthu::pipeline;
use vanthu::source::Sources;

/// Everything up to the rules, and every finding put into words.
fn examine(text: &str) {
    let mut sources = Sources::default();
    let source = sources.add("data/a.yaml", text);
    let mut report = Report::default();
    let examined = pipeline::examine(
        &mut sources,
        source,
        &|_| Ok(None),
        &CheckContext::of(FONTS.coverage()),
        &mut report,
    )
    .expect("nothing is read from disk");
    assert_eq!(examined.is_none(), report.has_error());
    for finding in report.sorted() {
        assert!(!CATALOG.with(|catalog| catalog.say(&finding.message)).is_empty());
        if let Some(place) = &finding.place {
            assert!(place.span.end >= place.span.start && place.span.end <= text.len());
            assert!(text.is_char_boundary(place.span.start), "{finding:?}");
            assert!(text.is_char_boundary(place.span.end), "{finding:?}");
        }
    }
}

/// Made once: a test has hundreds of cases.
static FONTS: LazyLock<Fonts> =
    LazyLock::new(|| Fonts::new(Vec::new(), None).expect("the house typeface is complete"));

thread_local! {
    static CATALOG: Catalog = Catalog::new(Language::Vi);
}

/// Texts of the pieces that YAML, bodies and formulas are made of.
fn pieces(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pieces), 0..40).prop_map(|pieces| pieces.concat())
}

const YAML: &[&str] = &[
    "kind: cong-van\n",
    "symbol: a\n",
    "subject: b\n",
    "body: c\n",
    "body: |\n",
    "  ",
    "- ",
    "\n",
    "targets:\n",
    "  a:\n",
    "    rows:\n",
    "      x: [1, 2]\n",
    ": ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\"",
    "'",
    "|",
    ">",
    "&a ",
    "*a",
    "!b ",
    "<<: ",
    "#",
    "\t",
    "~",
    "---\n",
    "đ",
    "\u{feff}",
    "\r\n",
    "\0",
    "\u{85}",
    "é",
    "%",
    "@",
    "`",
    "\\",
    "? ",
    "1.250",
    "2024-03",
];

const BODY: &[&str] = &[
    "{{",
    "}}",
    " bases ",
    "a.total.b",
    "appendix(\"a\")",
    "table(\"a\")",
    "**",
    "*",
    "_",
    "`",
    "# ",
    "1. ",
    "a) ",
    "đ) ",
    "1.1. ",
    "- ",
    "> ",
    "\n",
    "\n\n",
    "    ",
    "  ",
    "<b>",
    "[x]",
    "(y)",
    "![",
    "&amp;",
    "\\",
    "đ",
    "\u{300}",
    "\u{a0}",
    "---",
    "===",
    "```",
    "|",
    "I. ",
    "\t",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_as_a_file_has_an_answer(texts in prop::collection::vec(any::<String>(), 8)) {
        texts.iter().for_each(|text| examine(text));
    }

    #[test]
    fn any_pieces_of_yaml_have_an_answer(texts in prop::collection::vec(pieces(YAML), 8)) {
        texts.iter().for_each(|text| examine(text));
    }

    #[test]
    fn any_body_has_an_answer(
        texts in prop::collection::vec(prop_oneof![pieces(BODY), any::<String>()], 8),
    ) {
        for text in texts {
            let quoted = serde_json::to_string(&text).expect("a text has a form in JSON");
            let head = "kind: ke-hoach\nsymbol: KH-UBND\nsubject: rà soát\n";
            examine(&format!("{head}body: {quoted}\n"));
            let lines = text.replace('\n', "\n  ");
            examine(&format!("{head}body: |\n  {lines}\n"));
        }
    }

    #[test]
    fn any_formula_figure_and_name_has_an_answer(
        formula in "[a-c0-9.,+*/() -]{0,30}", figure in any::<String>(), id in any::<String>(),
    ) {
        let quoted = |text: &str| serde_json::to_string(text).expect("a text has a form in JSON");
        let text = format!(
            "kind: cong-van\nsymbol: a\nsubject: b\nbody: c\ntargets:\n  {}:\n    row_header: x\n    \
             columns: [{{id: a, header: b}}, {{id: b, header: c, formula: {}}}]\n    \
             rows: {{x: [{}], y: [{}, 2]}}\n    total: {{label: z}}\n",
            quoted(&id), quoted(&formula), quoted(&figure), quoted(&figure),
        );
        examine(&text);
        examine(&text.replacen(&quoted(&id), "mot", 1));
    }
}
