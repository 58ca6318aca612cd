//! Templates of an office are sealed in: no file, no package, no clock, with either engine.

use crate::engines::typst;
use crate::office::{Ended, Office, directive};

type Built = (Ended, Vec<(String, Vec<u8>)>);

/// Builds one document with each engine.
fn build_with_both(templates: &[(&str, &str)]) -> [Built; 2] {
    ["embedded", "typst-cli"].map(|engine| {
        let office = Office::new();
        office.write("data/a.yaml", &directive("ke-hoach", 1, 2));
        office.write("x", "outside");
        for (name, text) in templates {
            office.write(&format!("templates/{name}"), text);
        }
        let run = office.run(&["build", "--engine", engine, "--format", "short"]);
        let mut ended = run.env("VANTHU_TYPST", typst()).end();
        let built = office.files("out");
        assert_eq!(built.is_empty(), ended.code != Some(0), "{}", ended.stderr);
        ended.stdout.clear();
        (ended, built)
    })
}

/// What both engines say and do, which is the same.
#[track_caller]
fn build(templates: &[(&str, &str)]) -> Ended {
    let [within, beside] = build_with_both(templates);
    assert_eq!(within.0, beside.0, "the engines speak differently");
    assert!(within.1 == beside.1, "the engines write differently");
    within.0
}

/// A template that does `code` in the signature.
fn template(code: &str) -> String {
    format!("{{% extends \"ten-loai.typ\" %}}{{% block signing %}}\n{code}\n{{% endblock %}}")
}

#[track_caller]
fn build_with(code: &str) -> Ended {
    build(&[("ke-hoach.typ", &template(code))])
}

#[track_caller]
fn refused(code: &str) {
    let ended = build_with(code);
    assert_eq!(ended.code, Some(1), "{code}: {}", ended.stderr);
    assert!(ended.stderr.starts_with("main.typ:"), "{code}: {}", ended.stderr);
    assert!(ended.stderr.contains(": lỗi[P001]: "), "{code}: {}", ended.stderr);
}

#[test]
fn files_outside_are_not_read() {
    for path in [
        "/etc/passwd",
        "../x",
        "../../x",
        "/../x",
        "x",
        "/x",
        "../fonts/000-LiberationSerif-Regular.ttf",
        "fonts/000-LiberationSerif-Regular.ttf",
        "vanthu.yaml",
        "data/a.yaml",
        "lib/none.typ",
    ] {
        refused(&format!("#read(\"{path}\")"));
        refused(&format!("#include \"{path}\""));
        refused(&format!("#image(\"{path}\")"));
    }
}

/// The program of its own looks where nobody answers, and says so in its own words.
#[test]
fn packages_are_not_fetched() {
    for package in ["@preview/cetz:0.3.4", "@local/cetz:0.3.4"] {
        let text = template(&format!("#import \"{package}\": *"));
        for (ended, _) in build_with_both(&[("ke-hoach.typ", &text)]) {
            assert_eq!(ended.code, Some(1));
            let said = ended.stderr;
            assert!(said.starts_with("main.typ:43:9: lỗi[P001]: "), "{said}");
            assert!(said.contains("package"), "{said}");
        }
    }
}

#[test]
fn the_clock_is_not_asked() {
    refused("#datetime.today().display()");
    refused("#datetime.today(offset: -12).display()");
    refused("#{ import datetime: today; today().display() }");
}

/// The date is the directive's; a template that leaves it to the clock makes no PDF/A.
#[test]
fn a_document_without_a_date_is_refused() {
    let ended = build_with("#set document(date: auto)");
    assert_eq!(ended.code, Some(1), "{}", ended.stderr);
}

#[test]
fn the_surroundings_are_not_seen() {
    let ended = build_with("#assert.eq(sys.inputs, (:))\n#sys.version");
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
}

#[test]
fn what_the_project_holds_can_be_read() {
    let ended = build_with(
        "#assert(read(\"/main.typ\").len() > 100)#assert(read(\"lib/text.typ\").len() > 100)",
    );
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
}

#[test]
fn an_error_in_the_library_is_told_at_its_place() {
    let text = "#import \"profile.typ\": compact\n#let x = 1 +\n";
    let ended = build(&[("lib/text.typ", text)]);
    assert_eq!(
        (ended.code, ended.stderr.as_str()),
        (
            Some(1),
            "templates/lib/text.typ:2:13: lỗi[P001]: Typst không dựng được văn bản từ mẫu: \
             expected expression\n"
        )
    );
}

#[test]
fn an_unknown_typeface_is_an_error_and_another_warning_is_not() {
    let ended = build_with("#text(font: \"Comic Sans\")[x]");
    assert_eq!(ended.code, Some(1));
    assert!(
        ended.stderr.contains("lỗi[P002]: unknown font family: comic sans"),
        "{}",
        ended.stderr
    );
    let ended = build_with("#[#set text(style: \"italic\"); #block(breakable: true)[*]*]");
    assert_ne!(ended.code, Some(2), "{}", ended.stderr);
}

#[test]
fn a_layout_that_does_not_come_to_rest_is_told() {
    let ended = build_with(
        "#let s = state(\"s\", 0)\n#context s.update(s.final() + 1)\n#context s.final()",
    );
    assert_eq!(ended.code, Some(1), "{}", ended.stderr);
    assert!(ended.stderr.contains("[P003]"), "{}", ended.stderr);
}
