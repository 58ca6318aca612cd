//! Templates of a project: codes T and P.

use crate::MINIMAL;
use crate::project::Project;

const BUILD: [&str; 5] = ["build", "--emit", "typ", "--format", "short"];

fn project(path: &str, text: &str) -> Project {
    Project::new().file("data/a.yaml", MINIMAL).file(path, text)
}

#[test]
fn a_template_of_the_project_replaces_the_built_in_one() {
    let own = "{% extends \"van-ban.typ\" %}{% block signing %}#[Mẫu riêng]{% endblock %}\n";
    let project = project("templates/cong-van.typ", own);
    project.run(BUILD).stdout("out/a.typ\n").succeeds();
    assert!(project.output_file("out/a.typ").contains("#[Mẫu riêng]"));
}

#[test]
fn a_template_that_tera_cannot_read_is_a_finding_at_its_place_and_nothing_is_built() {
    let project = project("templates/cong-van.typ", "{% extends \"van-ban.typ\" %}\n{% if %}\n");
    let run = project.run(BUILD);
    run.stderr_has(&["templates/cong-van.typ:2:", "error[T001]: mẫu không dùng được: "]).fails(1);
    assert_eq!(project.listing("out"), [""; 0]);
}

#[test]
fn a_template_that_names_what_is_not_there_is_a_finding_at_its_place() {
    for (text, place) in [
        ("#let a = {{ ngay_ky }}\n", "templates/cong-van.typ:1:"),
        ("#let a = {{ title | khong_co }}\n", "templates/cong-van.typ:1:"),
    ] {
        let project = project("templates/cong-van.typ", text);
        project.run(BUILD).stderr_has(&[place, "error[T001]: "]).fails(1);
        assert_eq!(project.listing("out"), [""; 0]);
    }
    let parent = project("templates/cong-van.typ", "{% extends \"khong-co.typ\" %}\n");
    let said = ["templates/cong-van.typ:1:1: error[T001]: ", "khong-co.typ"];
    parent.run(BUILD).stderr_has(&said).fails(1);
}

#[test]
fn a_template_that_is_no_text_is_a_finding() {
    let project = project("data/b.yaml", MINIMAL).bytes("templates/cong-van.typ", b"#let a\xff\n");
    let said =
        "templates/cong-van.typ:1:7: error[Y009]: tệp không phải UTF-8: byte 0xFF không đọc được\n";
    project.run(BUILD).stderr(said).fails(1);
}

#[test]
fn findings_in_templates_say_what_to_do_in_both_languages() {
    for (language, help) in [("vi", "sửa mẫu trong thư mục `templates`"), ("en", "mend the file")]
    {
        let project = project("templates/cong-van.typ", "{{ ngay_ky }}\n");
        let run = project.run(["build", "--emit", "typ", "--lang", language]);
        run.stderr_has(&["T001", help]).fails(1);
    }
}

#[test]
fn every_code_of_templates_and_typst_is_raised_here() {
    let tests = concat!(
        include_str!("templates.rs"),
        include_str!("build/parallel.rs"),
        include_str!("attached/verify.rs")
    );
    for code in vanthu::codes::ALL.iter().filter(|code| code.id.starts_with(['P', 'T'])) {
        assert!(tests.contains(&format!("[{}]", code.id)), "no test raises {}", code.id);
    }
}

#[cfg(feature = "embedded")]
mod with_typst {
    use super::{Project, project};

    const BUILD: [&str; 3] = ["build", "--format", "short"];

    /// A letter whose template ends with `typst`.
    fn letter(typst: &str) -> Project {
        let text = format!(
            "{{% extends \"van-ban.typ\" %}}\n{{% block signing %}}{typst}{{% endblock %}}\n"
        );
        project("templates/cong-van.typ", &text)
    }

    #[test]
    fn an_error_in_the_library_is_a_finding_at_its_place() {
        let project = project("templates/lib/appendix.typ", "#let appendix = khong-co\n");
        let run = project.run(BUILD);
        run.stderr_has(&["templates/lib/appendix.typ:1:", "error[P001]: Typst không dựng được"])
            .fails(1);
        assert_eq!(project.listing("out"), [""; 0]);
    }

    #[test]
    fn an_error_in_the_rendered_text_is_a_finding_at_its_place() {
        let run = letter("#panic(\"dừng\")");
        run.run(BUILD).stderr_has(&["main.typ:", "error[P001]: ", "dừng"]).fails(1);
    }

    #[test]
    fn a_typeface_that_is_not_there_is_an_error() {
        let run = letter("#text(font: \"Arial\")[a]");
        run.run(BUILD).stderr_has(&["error[P002]: ", "arial"]).fails(1);
        assert_eq!(run.listing("out"), [""; 0]);
    }

    #[test]
    fn a_layout_that_does_not_come_to_rest_is_an_error() {
        let restless =
            "#let s = state(\"s\", 0)\n#context s.update(s.final() + 1)\n#context s.final()";
        letter(restless).run(BUILD).stderr_has(&["error[P003]: bố cục không ổn định"]).fails(1);
    }

    #[test]
    fn a_document_that_pdf_a_forbids_is_an_error() {
        let attached = "#pdf.attach(\"a.txt\", bytes(\"a\"), relationship: \"data\")";
        letter(attached)
            .run(BUILD)
            .stderr_has(&["error[P004]: không ghi được PDF theo chuẩn đã chọn: PDF/A-2b error"])
            .fails(1);
    }

    #[test]
    fn a_template_that_leaves_out_the_text_is_an_error() {
        let project = project(
            "templates/cong-van.typ",
            "#set document(date: datetime(year: 2026, month: 3, day: 5))\nXin chào\n",
        );
        let said = ["data/a.yaml:", "error[P010]: nội dung: `", "không được in, hoặc in không đủ"];
        project.run(BUILD).stderr_has(&said).fails(1);
        assert_eq!(project.listing("out"), [""; 0]);
    }

    #[test]
    fn a_template_that_prints_over_the_text_is_an_error() {
        let run = letter("#place(top + left, dy: 1mm)[Bản sao]#place(top + left)[Bản gốc]");
        let said = ["error[P011]: ", ", trang 1: `Bản gốc` chạm hoặc đè lên `Bản sao`"];
        run.run(BUILD).stderr_has(&said).fails(1);
        assert_eq!(run.listing("out"), [""; 0]);
    }

    #[test]
    fn a_template_that_prints_off_the_page_is_an_error() {
        let run = letter("#place(top + left, dx: 175mm)[Bản sao]");
        let said = ["error[P012]: ", ", trang 1: `Bản sao` tràn ra ngoài "];
        run.run(BUILD).stderr_has(&said).fails(1);
    }

    #[test]
    fn a_page_with_nothing_on_it_is_an_error() {
        let run = letter("#pagebreak()\n#pagebreak()\nHết");
        run.run(BUILD).stderr_has(&["error[P013]: trang 2 không có chữ nào"]).fails(1);
    }

    #[test]
    fn a_table_that_is_too_wide_is_one_error_with_its_ways_out() {
        let columns: Vec<String> =
            (1..=16).map(|n| format!("{{id: c{n}, header: T{n}, type: money}}")).collect();
        let figures = vec!["755152000"; 16].join(", ");
        let text = format!(
            "kind: cong-van\nsymbol: UBND-VX\nsubject: giao chỉ tiêu\ntargets:\n  t:\n    \
             title: Chỉ tiêu\n    row_header: Xã\n    columns: [{}]\n    rows: {{Xã A: \
             [{figures}]}}\nbody: Xem {{{{ appendix(\"t\") }}}}./.\n",
            columns.join(", ")
        );
        let project = Project::new().file("data/a.yaml", &text);
        let said = "data/a.yaml:5:3: error[P014]: bảng `t` quá rộng: thiếu 67 mm, chữ của các cột sẽ \
                    đè lên nhau\n";
        project.run(BUILD).stderr_has(&[said]).fails(1);
        let said = ["cách sửa: thêm vào bảng một trong các dòng: `table_size: 7`, \
                     `split_columns: true`, `paper: a3`"];
        project.run(["build"]).stderr_has(&said).fails(1);
        assert_eq!(project.listing("out"), [""; 0]);
    }

    #[test]
    fn a_warning_of_typst_is_told_and_the_document_is_written() {
        let project = letter("#text(size: 10pt)[**]");
        let said = ["warning[P009]: Typst cảnh báo: "];
        project.run(BUILD).stdout("out/a.pdf\n").stderr_has(&said).succeeds();
        project
            .run(["build", "--deny-warnings"])
            .stdout("out/a.pdf\n")
            .stderr_has(&["P009"])
            .fails(1);
    }

    #[test]
    fn a_template_reads_no_file_package_or_clock() {
        for typst in [
            "#read(\"/data/a.yaml\")",
            "#read(\"../../etc/passwd\")",
            "#import \"@preview/tablex:0.0.8\": *",
            "#datetime.today()",
        ] {
            let project = letter(typst);
            project.run(BUILD).stderr_has(&["error[P001]: "]).fails(1);
            assert_eq!(project.listing("out"), [""; 0]);
        }
    }
}
