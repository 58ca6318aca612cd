//! What is found in copies, and what cannot be asked for.

use super::{COPIES, directive, three};
use crate::project::Project;

const CHECK: [&str; 3] = ["check", "--format", "short"];

#[test]
fn what_a_letter_lacks_is_an_error_of_that_letter() {
    let text = directive(3, COPIES)
        .replace("formula: nay - truoc}", "formula: nay - truoc, total: sum}")
        .replace("[20014, 60018]", "[20014, ~]");
    let project = Project::new().file("data/giao.yaml", &text);
    let found = "data/giao.yaml:32:38: error[N025]: bản gửi `Xã Cam Bắc Sơn`: dòng `Xã Cam Bắc Sơn` \
                 để trống ô `nay`, bản gửi không có gì để in ở đây\n\
                 data/giao.yaml:32:69: error[N025]: bản gửi `Xã Cam Bắc Sơn`: dòng `Xã Cam Bắc Sơn` \
                 để trống ô `tang`, bản gửi không có gì để in ở đây\n";
    project.run(CHECK).stderr(found).fails(1);
    let build = project.run(["build", "--emit", "typ", "--format", "short"]);
    let out = "out/giao.typ\nout/giao.copies/01-xa-buoi-bac-son.typ\nout/giao.copies/03-xa-dua-bac-son.typ\n\
               out/giao.copies/_register.csv\nout/giao.copies/_register.xlsx\n";
    build.stdout(out).stderr(found).fails(1);
    let register = project.output_file("out/giao.copies/_register.csv");
    assert_eq!(register.lines().count(), 3, "{register}");
    assert!(!register.contains("Cam"), "{register}");
}

#[test]
fn what_is_in_all_letters_is_said_once_and_what_is_in_some_names_them() {
    let text = directive(5, COPIES).replace(
        "  Đề nghị các đơn vị",
        "  {{ only: nay > 60018 }} Thực hiện xong trong nămm 2026.\n\n  Đề  nghị các đơn vị",
    );
    let project = Project::new().file("data/giao.yaml", &text);
    let (_, said) = project.run(CHECK).said();
    let count = |word: &str| said.matches(word).count();
    assert_eq!(count("nămm"), 1, "{said}");
    assert!(said.contains("bản gửi `Xã Dừa Bắc Sơn`, `Xã Đào Bắc Sơn`, `Xã Ổi Bắc Sơn`"), "{said}");
}

#[test]
fn mistakes_are_told_where_they_are_made() {
    let with = |copies: &str, body: &str| {
        let text = directive(3, copies).replace("  Đề nghị các đơn vị", body);
        let project = Project::new().file("data/giao.yaml", &text);
        let (_, said) = project.run(CHECK).said();
        let codes: Vec<&str> =
            said.lines().filter_map(|line| line.split(['[', ']']).nth(1)).collect();
        (codes.join(" "), said)
    };
    let end = "  Đề nghị các đơn vị";
    for (copies, body, codes) in [
        (COPIES, end, ""),
        ("copies: {rows: chi-tiu}\n", end, "N019"),
        ("copies: {rows: chi-tieu, where: nay > }\n", end, "N010"),
        ("copies: {rows: chi-tieu, where: nay > 1000000}\n", end, "N024"),
        ("copies: {rows: chi-tieu, file: thu}\n", end, "N024"),
        ("copies: {rows: chi-tieu, file: \"{stt}-{row.ten}\"}\n", end, "N011"),
        ("copies: {rows: chi-tieu, to: [\"{{ rowe }}\"]}\n", end, "N011"),
        ("copies: {rows: chi-tieu, to: [\"{{ row\"]}\n", end, "N011"),
        ("copies: {rows: chi-tieu, guests: [\"{{ row }}\"]}\n", end, "N018"),
        ("copies: {rows: chi-tieu, appendix: none}\n", end, "N025"),
        ("copies: {rows: chi-tieu, appendix: rows}\n", end, "N001"),
        (COPIES, "  Các xã {{ only: nay > 0 }} thực hiện.\n\n  Đề nghị các đơn vị", "N011"),
        (COPIES, "  {{ only: nay > 0 }}\n\n  Đề nghị các đơn vị", "N011"),
        (COPIES, "  {{ only: ten > 0 }} Các xã.\n\n  Đề nghị các đơn vị", "N010"),
        (COPIES, "  {{ row.ten }} thực hiện.\n\n  Đề nghị các đơn vị", "N011"),
        ("", end, "N011 N011 N011"),
    ] {
        let (found, said) = with(copies, body);
        assert_eq!(found, codes, "{copies} {body}\n{said}");
    }
}

/// Ways to write copies that are all good.
#[test]
fn good_copies_are_silent() {
    let end = "  Đề nghị các đơn vị";
    for (copies, body) in [
        ("copies: {rows: chi_tieu}\n", end),
        ("copies: {rows: chi-tieu, where: nay > 60010 and truoc > 0}\n", end),
        ("copies: {rows: chi-tieu, where: row <> \"Xã Bưởi Bắc Sơn\"}\n", end),
        ("copies: {rows: chi-tieu, where: nay <> ~}\n", end),
        ("copies: {rows: chi-tieu, file: \"{row} {row.nay}\", general: false}\n", end),
        ("copies: {rows: chi-tieu, appendix: group, count: 2, numbers: each}\n", end),
        ("copies: {rows: chi-tieu, subject: \"giao chỉ tiêu cho {{ row | thuong }}\"}\n", end),
        (
            "copies: {rows: chi-tieu, to: [Chủ tịch xã], cc: [Như trên, \"Trạm Y tế {{ row | thuong }}\"]}\n",
            end,
        ),
        (COPIES, "  {{ only: general }} Các xã đều có chỉ tiêu.\n\n  Đề nghị các đơn vị"),
        (COPIES, "  {{ only: copies }} Xã có chỉ tiêu.\n\n  Đề nghị các đơn vị"),
        (
            COPIES,
            "  {{ only: tang > 40005 }} Tăng {{ row.tang | bang_chu }} lượt người.\n\n  Đề nghị các đơn vị",
        ),
        (
            COPIES,
            "  1. {{ only: tang > 40005 }} Tăng nhanh.\n\n  1. {{ only: tang <= 40005 }} Tăng chậm.\n\n  2. {{ only: general }} Tăng.\n\n  Đề nghị các đơn vị",
        ),
    ] {
        let text = directive(3, copies).replace(end, body);
        let project = Project::new().file("data/giao.yaml", &text);
        let (_, said) = project.run(CHECK).said();
        // A general document whose items begin at 2 is found, as in any document.
        let said: String = said.lines().filter(|line| !line.contains("D047")).collect();
        assert_eq!(said, "", "{copies} {body}");
    }
}

#[test]
fn a_list_of_the_catalog_and_another_directive_say_who_gets_a_letter() {
    let list = "recipient_lists:\n  cac-xa: [Ủy ban nhân dân xã Hoa, Ủy ban nhân dân xã Lá]\n";
    let text = "kind: cong-van\nsymbol: UBND-VX\nsubject: rà soát\n\
                recipients: {to: [Ủy ban nhân dân các xã], file: {unit: VX}}\n\
                body: Đề nghị rà soát./.\ncopies: {rows: cac-xa, general: false}\n";
    let project = Project::new().file("data/catalog/list.yaml", list).file("data/a.yaml", text);
    let out = "out/a.copies/01-uy-ban-nhan-dan-xa-hoa.typ\nout/a.copies/02-uy-ban-nhan-dan-xa-la.typ\n\
               out/a.copies/_register.csv\nout/a.copies/_register.xlsx\n";
    project.run(["build", "--emit", "typ"]).stdout(out).succeeds();
    let letter = project.output_file("out/a.copies/02-uy-ban-nhan-dan-xa-la.typ");
    assert!(letter.contains("xã Lá") && !letter.contains("xã Hoa"), "{letter}");

    let other = "kind: cong-van\nsymbol: UBND-VX\nsubject: rà soát\nrecipients: {file: {unit: VX}}\n\
                 targets:\n  xa:\n    printed: false\n    row_header: Xã\n    columns: [{id: nay, header: Nay}]\n\
                 \x20   rows: {file: giao.yaml, table: chi-tieu}\n\
                 copies: {rows: xa, to: [\"UBND {{ row | thuong }}\"]}\n\
                 body: |\n  Đề nghị thực hiện {{ row.nay }} lượt./.\n\n  {{ only: general }} Đề nghị thực hiện./.\n";
    let project = three().file("data/khac.yaml", other);
    project.run(["build", "--emit", "typ", "data/khac.yaml"]).whatever().succeeds();
    let letter = project.output_file("out/khac.copies/03-xa-dua-bac-son.typ");
    assert!(letter.contains("60.027") && !letter.contains("60.018"), "{letter}");
}
