//! Documents that go with another one (`attachments`), and the file for printing.

use crate::project::Project;

/// A tờ trình that attaches these files.
fn report(attachments: &str) -> String {
    format!(
        "\
kind: to-trinh
status: issued
issuer: {{name: Phòng Kinh tế}}
number: 9
symbol: TTr-KT
place: Tân Hòa
date: 2026-06-05
subject: Ban hành Quy chế
recipients: {{to: [Ủy ban nhân dân xã], cc: [Như trên], file: {{}}}}
attachments: [{attachments}]
body: Phòng Kinh tế kính trình Ủy ban nhân dân xã (kèm theo Tờ trình này là dự thảo)./.
signatory: {{title: Trưởng phòng, name: Đinh Văn Lâm}}
"
    )
}

/// A draft decision that puts a quy chế into force.
fn draft(more: &str) -> String {
    format!(
        "\
kind: quyet-dinh
issuer: {{name: Ủy ban nhân dân xã Tân Hòa, authority: Ủy ban nhân dân xã Tân Hòa}}
symbol: QĐ-UBND
place: Tân Hòa
subject: Ban hành Quy chế
recipients: {{cc: [Như Điều 2], file: {{}}}}
legal_bases: [Luật Thú y ngày 19 tháng 6 năm 2015]
{more}enacts:
  - kind: quy-che
    subject: Hoạt động của Tổ ứng phó
    body: |
      ### Điều 1. Nhiệm vụ

      Câu nhiệm vụ./.
body: |
  Điều 1. Ban hành kèm theo Quyết định này Quy chế hoạt động của Tổ ứng phó.

  Điều 2. Các thôn chịu trách nhiệm thi hành Quyết định này./.
signatory: {{authority: [TM. Ủy ban nhân dân], title: Chủ tịch}}
"
    )
}

fn project(more: &str) -> Project {
    Project::new()
        .file("data/to-trinh.yaml", &report("du-thao.yaml"))
        .file("data/du-thao.yaml", &draft(more))
}

#[test]
fn documents_that_cannot_be_attached_are_found() {
    let found = |project: Project| {
        let (_, said) = project.run(["check", "--format", "short", "data/to-trinh.yaml"]).said();
        said.lines().filter(|line| line.contains(": ")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(found(project("")), Vec::<String>::new());
    let with = |file: &str| found(project("").file("data/to-trinh.yaml", &report(file)));
    for wrong in ["khac.yaml", "khac.pdf", "../../du-thao.yaml", "du-thao.docx", "to-trinh.yaml"] {
        let said = with(wrong);
        assert_eq!(said.len(), 1, "{wrong}: {said:?}");
        assert!(said[0].starts_with("data/to-trinh.yaml:10:15: error[N031]"), "{said:?}");
    }
    let errors = found(project("").file("data/du-thao.yaml", &draft("so: 5\n")));
    assert!(errors.len() == 1 && errors[0].contains("N031"), "{errors:?}");
}

/// A draft is marked as it says itself, and else as the office has it.
#[test]
fn each_document_says_whether_its_draft_is_marked() {
    for (office, own, is_marked) in [
        ("", "", false),
        ("draft_mark: true\n", "", true),
        ("", "draft_mark: true\n", true),
        ("draft_mark: true\n", "draft_mark: false\n", false),
        ("", "status: issued\nnumber: 5\ndate: 2026-06-05\ndraft_mark: true\n", false),
    ] {
        let text = draft(own).replace("title: Chủ tịch", "title: Chủ tịch, name: Lê Văn Sơn");
        let project = project("").file("data/du-thao.yaml", &text).file("vanthu.yaml", office);
        project
            .run(["build", "--quiet", "--emit", "typ", "data/du-thao.yaml"])
            .whatever()
            .succeeds();
        let typst = project.output_file("out/du-thao.typ");
        assert_eq!(typst.contains("DỰ THẢO"), is_marked, "{office} {own}");
    }
}

#[cfg(feature = "embedded")]
mod pages {
    use std::fs;

    use vanthu::compile::pages_of_pdf;

    use super::*;
    use crate::certified::pdfs::{Sheet, pdf};

    const PRINT: [&str; 4] = ["build", "--quiet", "--emit", "pdf,print"];

    /// The words on each page of a file, without blanks.
    fn words(project: &Project, file: &str) -> Vec<String> {
        let pages = pages_of_pdf(&fs::read(project.path(file)).unwrap());
        pages.iter().map(|page| page.text.clone()).collect()
    }

    #[test]
    fn the_file_for_printing_has_the_document_and_then_its_drafts_as_drafts() {
        let project = project("");
        project.run(PRINT).whatever().succeeds();
        let pages = words(&project, "out/to-trinh.print.pdf");
        assert_eq!(pages.len(), 3, "{pages:?}");
        assert!(pages[0].contains("TỜTRÌNH") && !pages[0].contains("DỰTHẢO"), "{pages:?}");
        assert!(pages[1].contains("QUYẾTĐỊNH") && pages[1].contains("DỰTHẢO"), "{pages:?}");
        assert!(pages[2].contains("QUYCHẾ") && pages[2].contains("Câunhiệmvụ"), "{pages:?}");
        // Each document is numbered by itself: a page of its own has no number.
        let own = words(&project, "out/du-thao.pdf");
        assert!(!own[0].contains("DỰTHẢO"), "{own:?}");
        assert_eq!(words(&project, "out/to-trinh.pdf").len(), 1);
        project.run(["verify", "--quiet", "--emit", "pdf,print"]).succeeds();
    }

    #[test]
    fn pages_of_a_pdf_are_attached_as_they_are() {
        let project = project("")
            .file("data/to-trinh.yaml", &report("du-thao.yaml, ho-so.pdf"))
            .bytes("data/ho-so.pdf", &pdf(&[Sheet::said("Ho so", 700), Sheet::said("Hai", 700)]));
        project.run(PRINT).whatever().succeeds();
        assert_eq!(words(&project, "out/to-trinh.print.pdf").len(), 5);
    }

    #[test]
    fn a_document_with_nothing_attached_is_its_own_file_for_printing() {
        let project = Project::new().file("data/a.yaml", &draft(""));
        project.run(PRINT).whatever().succeeds();
        let read = |file: &str| fs::read(project.path(file)).unwrap();
        assert!(read("out/a.pdf") == read("out/a.print.pdf"));
    }

    #[test]
    fn another_attachment_makes_another_file_for_printing() {
        let project = project("");
        project.run(PRINT).whatever().succeeds();
        let read = |file: &str| fs::read(project.path(file)).unwrap();
        let before = (read("out/to-trinh.pdf"), read("out/to-trinh.print.pdf"));
        project.write("data/du-thao.yaml", &draft("").replace("Câu nhiệm vụ", "Câu khác"));
        project.run(PRINT).whatever().succeeds();
        let after = (read("out/to-trinh.pdf"), read("out/to-trinh.print.pdf"));
        assert!(before.0 == after.0 && before.1 != after.1);
        let pages = words(&project, "out/to-trinh.print.pdf");
        assert!(pages[2].contains("Câukhác"), "{pages:?}");
    }
}
