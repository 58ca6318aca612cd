//! Page profiles in `vanthu.yaml`: what the decree allows passes, what is beside it is refused.

use std::collections::BTreeMap;

use vanthu::model::profile::{Field, Profile};
use vanthu::render::typst::templates::BUILT_IN;

use crate::MINIMAL;
use crate::project::{Project, of_project};

fn project(settings: &str) -> Project {
    Project::new().file("vanthu.yaml", settings).file("data/a.yaml", MINIMAL)
}

/// Settings with one key of one profile.
fn one(key: &str, value: &str) -> String {
    match key.split_once('.') {
        Some((outer, inner)) => format!("profiles: {{o: {{{outer}: {{{inner}: {value}}}}}}}\n"),
        None => format!("profiles: {{o: {{{key}: {value}}}}}\n"),
    }
}

/// What is said about the settings, one finding a line, without its place.
#[track_caller]
fn refused(settings: &str, expected: &[&str]) {
    let project = project(settings);
    let (_, said) = project.run(["check", "--format", "short"]).said();
    let lines: Vec<&str> =
        said.lines().map(|line| line.splitn(4, ':').nth(3).unwrap_or(line).trim()).collect();
    let expected: Vec<String> =
        expected.iter().map(|message| format!("error[N001]: {message}")).collect();
    assert_eq!(lines, expected, "{settings}");
    project.run(["check", "--format", "short"]).whatever().fails(1);
}

#[test]
fn every_edge_of_a_range_is_allowed_and_what_is_beside_it_refused() {
    for (key, range, rules, within, beside) in [
        ("margins.top", "20–25 mm", "R8", ["20", "25"], ["19.99", "25.01"]),
        ("margins.bottom", "20–25 mm", "R8", ["20", "25"], ["19.99", "25.01"]),
        ("margins.left", "30–35 mm", "R8", ["30", "35"], ["29.99", "35.01"]),
        ("margins.right", "15–20 mm", "R8", ["15", "20"], ["14.99", "20.01"]),
        ("body_size", "13–14 pt", "R54", ["13", "14"], ["12.99", "14.01"]),
        ("paragraph_gap", "6–12 pt", "R57, R15", ["6", "12"], ["5.99", "12.01"]),
        ("line_spacing", "1–1.5 dòng", "R58, R159", ["1", "1.5"], ["0.99", "1.51"]),
        ("header_left", "50–61 mm", "R162, R163, R165", ["50", "61"], ["49.99", "0"]),
    ] {
        for value in within {
            project(&one(key, value)).run(["check"]).succeeds();
        }
        for value in beside {
            let message =
                format!("`{key}` là `{value}`, ngoài khoảng {range} của thể thức ({rules})");
            refused(&one(key, value), &[&message]);
        }
    }
}

#[test]
fn sizes_and_indents_are_one_of_two() {
    for (key, unit, rules, [one_of, other], beside) in [
        ("header_size", "pt", "R13", ["12", "13"], ["11.99", "12.5", "13.01", "14"]),
        ("indent", "mm", "R56", ["10", "12.7"], ["9.99", "11", "12.69", "12.71"]),
    ] {
        for value in [one_of, other] {
            project(&one(key, value)).run(["check"]).succeeds();
        }
        for value in beside {
            let message = format!(
                "`{key}` là `{value}`, thể thức chỉ cho {one_of} hoặc {other} {unit} ({rules})"
            );
            refused(&one(key, value), &[&message]);
        }
    }
}

#[test]
fn a_left_column_leaves_the_right_one_its_room() {
    for (profile, most) in [
        ("", "61"),
        ("header_size: 12, ", "68.5"),
        ("from: narrow, ", "58.5"),
        ("margins: {left: 35, right: 20}, ", "51"),
        ("from: narrow, margins: {left: 30, right: 15}, ", "68.5"),
    ] {
        let settings =
            |left: &str| format!("profile: o\nprofiles: {{o: {{{profile}header_left: {left}}}}}\n");
        project(&settings(most)).run(["check"]).succeeds();
        let wide = format!("{most}.01").replace(".5.01", ".51");
        let (_, said) = project(&settings(&wide)).run(["check", "--format", "short"]).said();
        assert!(said.contains(&format!("`header_left` là `{wide}`: cột phải chỉ còn ")), "{said}");
    }
    refused(
        &one("header_left", "61.5"),
        &["`header_left` là `61.5`: cột phải chỉ còn 103.5 mm, Quốc hiệu và dòng ngày tháng cần \
           104 mm (R162, R163, R165)"],
    );
}

/// A column that is written waits until what it depends on is right.
#[test]
fn each_mistake_is_one_finding_and_none_hides_another() {
    let settings = "\
profile: rong
profiles:
  van-phong:
    from: vua
    margins: {top: 1, left: 36, right: 21}
    indent: 12,7
    header_left: 80
  wide:
    body_size: 15
";
    project(settings)
        .run(["check", "--format", "short"])
        .stderr(
            "vanthu.yaml:1:10: error[N001]: `rong` không phải là một giá trị của `profile`\n\
             vanthu.yaml:4:11: error[N001]: `vua` không phải là một giá trị của `from`\n\
             vanthu.yaml:5:20: error[N001]: `margins.top` là `1`, ngoài khoảng 20–25 mm của thể \
             thức (R8)\n\
             vanthu.yaml:5:29: error[N001]: `margins.left` là `36`, ngoài khoảng 30–35 mm của \
             thể thức (R8)\n\
             vanthu.yaml:5:40: error[N001]: `margins.right` là `21`, ngoài khoảng 15–20 mm của \
             thể thức (R8)\n\
             vanthu.yaml:6:13: error[N001]: `indent` là `12,7`, cần một số tính bằng mm (R56)\n\
             vanthu.yaml:8:3: error[N014]: tên `wide` đã có nghĩa riêng\n\
             vanthu.yaml:9:16: error[N001]: `body_size` là `15`, ngoài khoảng 13–14 pt của thể \
             thức (R54)\n",
        )
        .fails(1);
}

#[test]
fn what_is_no_number_is_refused_with_its_unit() {
    for (value, shown) in [("14pt", "14pt"), ("\"\"", ""), ("1e1", "1e1"), ("-14", "-14")] {
        let message = format!("`body_size` là `{shown}`, cần một số tính bằng pt (R54)");
        refused(&one("body_size", value), &[&message]);
    }
    refused(
        &one("line_spacing", "gấp rưỡi"),
        &["`line_spacing` là `gấp rưỡi`, cần một số tính bằng dòng (R58, R159)"],
    );
}

#[test]
fn every_finding_says_what_to_do_in_both_languages() {
    for (settings, vi, en) in [
        (
            one("margins.top", "26"),
            "viết `margins.top` là một số từ 20 đến 25",
            "make `margins.top` a number from 20 to 25",
        ),
        (one("indent", "11"), "viết `indent` là 10 hoặc 12.7", "make `indent` 10 or 12.7"),
        (
            one("header_left", "70"),
            "viết `header_left` là một số từ 50 đến 61, hoặc bỏ khóa này",
            "make `header_left` a number from 50 to 61, or remove this key",
        ),
        (
            one("body_size", "14pt"),
            "viết số không kèm đơn vị, phần lẻ sau dấu chấm: từ 13 đến 14",
            "write a number without unit, decimals behind a point: from 13 to 14",
        ),
        (
            one("header_size", "12pt"),
            "viết số không kèm đơn vị, phần lẻ sau dấu chấm: 12 hoặc 13",
            "write a number without unit, decimals behind a point: 12 or 13",
        ),
        (
            "profile: rong\nprofiles: {van-phong: {indent: 10}}\n".to_owned(),
            "chọn một trong: `wide`, `narrow`, `van-phong`",
            "choose one of: `wide`, `narrow`, `van-phong`",
        ),
        (
            "pdf: a-1b\n".to_owned(),
            "chọn một trong: `a-2b`, `a-2a`, `a-3b`, `a-3a`, `ua-1`",
            "choose one of: `a-2b`, `a-2a`, `a-3b`, `a-3a`, `ua-1`",
        ),
        (one("indents", "10"), "`indent`", "`indent`"),
    ] {
        for (language, help) in [("vi", vi), ("en", en)] {
            let (_, said) = project(&settings).run(["check", "--lang", language]).said();
            assert!(said.contains(help), "{said}");
        }
    }
}

#[test]
fn a_profile_that_is_not_chosen_is_examined_too() {
    let settings = "profile: wide\nprofiles: {cu: {margins: {top: 30}}}\n";
    refused(settings, &["`margins.top` là `30`, ngoài khoảng 20–25 mm của thể thức (R8)"]);
}

#[test]
fn a_profile_keeps_what_it_does_not_say() {
    for (from, header) in [("wide", "13pt"), ("narrow", "12pt")] {
        let settings = format!("profile: o\nprofiles: {{o: {{from: {from}, body_size: 13.5}}}}\n");
        let project = project(&settings);
        project.run(["build", "--emit", "typ", "-q"]).succeeds();
        let text = project.output_file("out/a.typ");
        assert!(text.contains(&format!("national: {header}")) && text.contains("body: 13.5pt"));
    }
    // Without `from` it is the wide one; margins that take its column's room make that narrower.
    let project = project("profile: o\nprofiles:\n  o:\n    margins: {left: 35, right: 20}\n");
    project.run(["build", "--emit", "typ", "-q"]).succeeds();
    let text = project.output_file("out/a.typ");
    assert!(
        text.contains("left: 35mm, right: 20mm") && text.contains("header-left: 51mm"),
        "{text}"
    );
}

#[test]
fn the_settings_in_the_documentation_are_good_ones() {
    let document = std::fs::read_to_string(of_project("docs/settings.md")).unwrap();
    let settings = document.split("```yaml\n").nth(2).unwrap().split("```").next().unwrap();
    let project = project(settings).folder("fonts");
    project.run(["build", "--emit", "typ", "-q"]).succeeds();
    let text = project.output_file("out/a.typ");
    assert!(text.contains("step: 1.32135, header-left: 58mm"), "{text}");
}

/// Until a document's own measures are known, Typst goes by those of the library.
#[test]
fn the_library_begins_with_the_measures_of_the_wide_profile() {
    let library: BTreeMap<&str, &str> = BUILT_IN.iter().copied().collect();
    let text = library["lib/profile.typ"];
    let first = text.split("first-profile = (").nth(1).and_then(|rest| rest.split("\n)").next());
    let numbers = |text: &str| -> Vec<String> {
        let values = text.split(',').filter_map(|pair| pair.split_once(':'));
        values.map(|(_, value)| value.split("//").next().unwrap_or("").trim().to_owned()).collect()
    };
    let wide = Profile::WIDE;
    let of = |field, unit: &str| format!("{}{unit}", wide.get(field));
    let motto = format!("{}pt", wide.motto_size());
    assert_eq!(
        numbers(first.expect("the library has first measures")),
        [
            of(Field::Top, "mm"),
            of(Field::Bottom, "mm"),
            of(Field::Left, "mm"),
            of(Field::Right, "mm"),
            of(Field::HeaderSize, "pt"),
            motto.clone(),
            motto,
            of(Field::BodySize, "pt"),
            of(Field::Indent, "mm"),
            of(Field::ParagraphGap, "pt"),
            of(Field::LineSpacing, ""),
            of(Field::HeaderLeft, "mm"),
        ]
    );
}
