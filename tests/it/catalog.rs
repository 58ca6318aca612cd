//! The catalog: directives name its entries by id.

use crate::project::Project;

const DOCUMENTS: &str = "\
legal_documents:
  luat-bhyt:
    type: Luật
    number: 25/2008/QH12
    date: 2008-11-14
    subject: Bảo hiểm y tế
  qd-546:
    type: Quyết định
    number: 546/QĐ-TTg
    date: 2022-04-29
    issuer: Thủ tướng Chính phủ
    subject: về việc giao chỉ tiêu thực hiện bao phủ bảo hiểm y tế
";

const ISSUERS: &str = "\
issuers:
  ubnd-an-lac:
    name: Ủy ban nhân dân xã An Lạc
    cited_as: Chủ tịch Ủy ban nhân dân xã An Lạc
    code: UBND
    place: An Lạc
    contact: {phone: 0220 3853 000}
    signatories:
      chu-tich: {authority: [TM. Ủy ban nhân dân], title: Chủ tịch, name: Nguyễn Văn A}
      pho-chu-tich: {authority: [TM. Ủy ban nhân dân, KT. Chủ tịch], title: Phó Chủ tịch, name: Trần Thị B}
";

fn office() -> Project {
    Project::new()
        .file("data/catalog/van-ban.yaml", DOCUMENTS)
        .file("data/catalog/co-quan.yaml", ISSUERS)
}

/// The Typst text of `directive`.
fn built(directive: &str) -> String {
    let project = office().file("data/a.yaml", directive);
    project.run(["build", "--emit", "typ"]).stdout("out/a.typ\n").succeeds();
    std::fs::read_to_string(project.path("out/a.typ")).expect("it was built")
}

#[test]
fn a_directive_takes_from_the_catalog_what_it_names() {
    let typst = built(
        "kind: ke-hoach\nissuer: {id: ubnd-an-lac}\ndate: 2026-03\nsubject: Rà soát\n\
         legal_bases: [luat-bhyt, qd-546]\nsignatory: {id: pho-chu-tich}\n\
         body: |\n  {{ bases }}\n\n  Theo {{ cite(\"qd-546\") }} và {{ cite(\"luat-bhyt\") }}./.\n",
    );
    for words in [
        "issuer: \"ỦY BAN NHÂN DÂN XÃ AN LẠC\"",
        "/KH-UBND\",",
        "date: \"An Lạc, ngày",
        "#contact-strip((\"ĐT: 0220 3853 000\",))",
        "Căn cứ Luật Bảo hiểm y tế ngày 14 tháng 11 năm 2008;",
        "Căn cứ Quyết định số 546/QĐ-TTg ngày 29 tháng 4 năm 2022 của Thủ tướng Chính phủ về \
         việc giao chỉ tiêu thực hiện bao phủ bảo hiểm y tế.",
        "Theo Quyết định số 546/QĐ-TTg và Luật Bảo hiểm y tế./.",
        "title: \"PHÓ CHỦ TỊCH\"",
        "name: \"Trần Thị B\"",
    ] {
        assert!(spaced(&typst).contains(words), "`{words}` is not in\n{typst}");
    }
}

/// R45: the first time in full, then by number.
#[test]
fn a_document_is_cited_in_full_the_first_time() {
    let typst = built(
        "kind: cong-van\nsymbol: UBND-VX\nsubject: rà soát\n\
         body: |\n  Theo {{ cite(\"qd-546\") }}.\n\n  Sau {{ cite(\"qd-546\") }}./.\n",
    );
    let typst = spaced(&typst);
    assert!(typst.contains("Theo Quyết định số 546/QĐ-TTg ngày 29 tháng 4 năm 2022 của Thủ tướng"));
    assert!(typst.contains("Sau Quyết định số 546/QĐ-TTg./."), "{typst}");
}

#[test]
fn what_a_directive_writes_goes_before_the_catalog() {
    let typst = built(
        "kind: cong-van\nissuer: {id: ubnd-an-lac, name: Trạm Y tế xã An Lạc}\nplace: Nam Sách\n\
         subject: rà soát\nrecipients: {file: {unit: YT}}\nbody: Đề nghị rà soát./.\n\
         signatory: {id: chu-tich, name: Lê Văn C}\n",
    );
    for words in [
        "issuer: \"TRẠM Y TẾ XÃ AN LẠC\"",
        "/UBND-YT\",",
        "date: \"Nam Sách, ngày",
        "title: \"CHỦ TỊCH\"",
        "name: \"Lê Văn C\"",
    ] {
        assert!(spaced(&typst).contains(words), "`{words}` is not in\n{typst}");
    }
}

#[test]
fn an_id_that_is_not_there_is_told_with_the_nearest() {
    office()
        .file(
            "data/a.yaml",
            "kind: ke-hoach\nissuer: {id: ubnd-an-lc}\nsubject: Rà soát\nlegal_bases: [qd-547]\n\
             body: Theo {{ cite(\"qd-54\") }}./.\n",
        )
        .file(
            "data/b.yaml",
            "kind: ke-hoach\nissuer: {id: ubnd-an-lac}\nsubject: Rà soát\n\
             body: Rà soát./.\nsignatory: {id: giam-doc}\n",
        )
        .run(["check", "--format", "short"])
        .stderr(
            "data/a.yaml:2:14: error[N019]: danh mục không có `ubnd-an-lc` trong `issuers`\n\
             data/a.yaml:4:15: error[N019]: danh mục không có `qd-547` trong `legal_documents`\n\
             data/a.yaml:5:12: error[N011]: danh mục không có văn bản `qd-54` trong \
             `legal_documents`\n\
             data/b.yaml:5:17: error[N019]: danh mục không có `giam-doc` trong `signatories`\n",
        )
        .fails(1);
}

#[test]
fn mistakes_in_the_catalog_are_told_once_and_stop_nothing_that_does_not_need_them() {
    Project::new()
        .file(
            "data/catalog/a.yaml",
            "legal_documents:\n  QD-1: {type: Quyết định, number: 1/QĐ-UBND}\n  \
             qd-2: {type: Quyết định}\n  qd-3: {type: Quyết định, number: 3/QĐ-UBND, \
             replaced_by: qd-9}\n",
        )
        .file(
            "data/catalog/b.yaml",
            "legal_documents:\n  qd-3: {type: Quyết định, number: 3/QĐ-UBND, date: 2024-02}\n",
        )
        .file("data/a.yaml", crate::MINIMAL)
        .file("data/b.yaml", crate::MINIMAL)
        .run(["check", "--format", "short"])
        .stderr(
            "data/catalog/a.yaml:2:3: error[N014]: `QD-1` không dùng làm tên được\n\
             data/catalog/a.yaml:3:3: error[N020]: mục `qd-2` của danh mục thiếu `number`\n\
             data/catalog/a.yaml:4:60: error[N019]: danh mục không có `qd-9` trong \
             `legal_documents`\n\
             data/catalog/b.yaml:2:3: error[N020]: `qd-3` có hai lần trong danh mục\n",
        )
        .fails(1);
}

/// Spaces that hold words together are spaces.
fn spaced(typst: &str) -> String {
    typst.replace('\u{a0}', " ")
}
