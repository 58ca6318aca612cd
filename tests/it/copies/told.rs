//! What other commands say of copies.

use super::{COPIES, directive, three};
use crate::project::Project;

#[test]
fn a_figure_is_explained_in_the_copy_for_one_recipient() {
    let project = three();
    let explain = |figure: &str, copy: &str| {
        project.run(["explain", "data/giao.yaml", figure, "--copy", copy, "--lang", "en"])
    };
    let wanted = "chi_tieu[\"Xã Cam Bắc Sơn\"].tang = 40.004\n\
                  ├─ Xã Cam Bắc Sơn · Tăng · Chỉ tiêu khám sức khỏe\n\
                  ├─ formula `nay - truoc` (data/giao.yaml:20): 60.018 - 20.014 = 40.004\n\
                  │  ├─ chi_tieu[\"Xã Cam Bắc Sơn\"].nay = 60.018 · Năm nay\n\
                  │  │  └─ written by the author at data/giao.yaml:23\n\
                  │  └─ chi_tieu[\"Xã Cam Bắc Sơn\"].truoc = 20.014 · Năm trước\n\
                  │     └─ written by the author at data/giao.yaml:23\n\
                  └─ printed in\n\
                  \u{20}  ├─ data/giao.yaml:32: “Chỉ tiêu của xã Cam Bắc Sơn là 60.018 lượt người, tăng [40.004] lượt người.”\n\
                  \u{20}  ├─ Phụ lục\n\
                  \u{20}  └─ pages are not known: the copy prints a part of the table only\n";
    for (figure, copy) in [
        ("row.tang", "Xã Cam Bắc Sơn"),
        ("{{ row.tang | so(0) }}", "02-xa-cam-bac-son"),
        ("chi_tieu[\"Xã Cam Bắc Sơn\"].tang", "Xã Cam Bắc Sơn"),
    ] {
        explain(figure, copy).stdout(wanted).succeeds();
    }
    explain("row.tang", "Xã Cam Bắc Son").whatever().stderr_has(&["Xã Cam Bắc Sơn"]).breaks(2);
    explain("row.tangg", "Xã Cam Bắc Sơn").whatever().stderr_has(&["tang"]).breaks(2);
    project.write("data/a.yaml", crate::MINIMAL);
    let run = project.run(["explain", "data/a.yaml", "1", "--copy", "Xã A"]);
    run.whatever().stderr_has(&["không có bản gửi nào"]).breaks(2);
}

#[test]
fn a_change_says_which_copies_change() {
    let compared = |before: &str, after: &str, language: &str| {
        let project = Project::new().file("a.yaml", before).file("b.yaml", after);
        let arguments =
            ["diff", "--no-index", "--no-pages", "--lang", language, "a.yaml", "b.yaml"];
        let (said, _) = project.run(arguments).said();
        let lines = said.lines().map(str::trim).filter(|line| {
            line.contains("cop") || line.contains("bản gửi") || line.contains("agraph 2")
        });
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let text = directive(3, COPIES);
    // The sum stays as it is: the others say what they said.
    let before = text.replace("[20014,", "[20015,");
    assert_eq!(compared(&before, &text, "en"), ["1 of 3 copies change: Xã Cam Bắc Sơn"]);
    assert_eq!(compared(&before, &text, "vi"), ["1/3 bản gửi thay đổi: Xã Cam Bắc Sơn"]);
    let other = text.replace("lượt người, tăng", "lượt, tăng");
    let said = compared(&text, &other, "en");
    let wanted = [
        "Paragraph 2: Chỉ tiêu của xã Bưởi Bắc Sơn là 60.009 lượt[- người-], tăng 40.002 lượt người.",
        "3 of 3 copies change: Xã Bưởi Bắc Sơn, Xã Cam Bắc Sơn, Xã Dừa Bắc Sơn",
    ];
    assert_eq!(said, wanted);
    assert_eq!(
        compared(&text, &text.replace("\nplace", "\n# a\nplace"), "en"),
        Vec::<String>::new()
    );
    let said = compared(&text, &directive(4, COPIES), "en");
    assert_eq!(
        said.last().map(String::as_str),
        Some(
            "3 of 4 copies change: Xã Bưởi Bắc Sơn, Xã Cam Bắc Sơn, Xã Dừa Bắc Sơn; \
             1 copies are new: Xã Đào Bắc Sơn"
        )
    );
}

#[test]
fn copies_take_the_numbers_behind_that_of_the_document_and_no_other_has_them() {
    let each = directive(3, &format!("{COPIES}  numbers: each\n"));
    let other = |number: usize| {
        let text = crate::MINIMAL.replace("subject:", &format!("number: {number}\nsubject:"));
        let issuer = "issuer: {name: Sở Y tế}\ndate: 2026-03-05\n";
        format!("{issuer}{}", text.replace("UBND-VX", "SYT-VP"))
    };
    let project = Project::new().file("data/giao.yaml", &each);
    for (number, is_taken) in [(6, false), (7, true), (8, true), (10, true), (11, false)] {
        project.write("data/z.yaml", &other(number));
        for command in ["check", "build"] {
            let emit = if command == "build" { &["--emit", "typ"][..] } else { &[] };
            let arguments = [command, "--format", "short"].into_iter().chain(emit.iter().copied());
            let (_, said) = project.run(arguments).said();
            assert_eq!(said.contains("D028"), is_taken, "{command} {number}: {said}");
        }
    }
    // The one that comes first keeps its number: then it is a letter that cannot have it.
    project.write("data/z.yaml", crate::MINIMAL);
    project.write("data/a.yaml", &other(9));
    for command in ["check", "build"] {
        let (_, said) = project.run([command, "--format", "short"]).said();
        let found: Vec<&str> = said.lines().filter(|line| line.contains("D028")).collect();
        assert!(matches!(found[..], [one] if one.contains("Xã Cam Bắc Sơn")), "{command}: {said}");
    }
    let register = project.output_file("out/giao.copies/_register.csv");
    let numbers: Vec<&str> =
        register.lines().skip(1).filter_map(|line| line.split('"').nth(3)).collect();
    assert_eq!(numbers, ["08/SYT-VP", "10/SYT-VP"]);
}

#[test]
fn the_register_of_the_office_has_a_line_for_each_number() {
    let each = directive(3, &format!("{COPIES}  numbers: each\n"));
    let project = Project::new().file("data/giao.yaml", &each.replace("number: 7", "number: 1"));
    let (register, said) = project.run(["register"]).said();
    let lines: Vec<[&str; 2]> = register
        .lines()
        .skip(1)
        .map(|line| [1, 9].map(|at| line.split('"').nth(at).unwrap_or_default()))
        .collect();
    let wanted = [
        ["01/SYT-VP", "Ủy ban nhân dân các xã; Như trên"],
        ["02/SYT-VP", "Ủy ban nhân dân xã Bưởi Bắc Sơn; Như trên"],
        ["03/SYT-VP", "Ủy ban nhân dân xã Cam Bắc Sơn; Như trên"],
        ["04/SYT-VP", "Ủy ban nhân dân xã Dừa Bắc Sơn; Như trên"],
    ];
    assert_eq!(lines, wanted);
    assert!(!said.contains("I004"), "{said}");
}
